/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/command.h"
#include "scenario/load.h"
#include "targets.h"

/* What fuzz targets share. */

/* Ends the program, and says what does not hold. */
#define PARLEY_FUZZ_REQUIRE(condition) \
  ((condition) ? (void) 0 : parley_fuzz_fail (__FILE__, __LINE__, #condition))

G_NORETURN void parley_fuzz_fail (const char *file, int line, const char *condition);

/* Between the parts of an input: it occurs in no text that is meant. */
#define PARLEY_FUZZ_CUT '\f'

typedef struct
{
  const char *data;
  gsize       size;
} ParleyFuzzPart;

/* Takes the next part off @rest. Returns: FALSE when nothing was left. */
gboolean parley_fuzz_next (ParleyFuzzPart *rest, ParleyFuzzPart *part);

/* All parts of an input as strings, which end at the first NUL. Returns: (transfer full). */
char **parley_fuzz_strings (const guint8 *data, gsize size);

/* Returns: (transfer full). */
ParleyText *parley_fuzz_text (const char *name, const char *data, gsize size);

/* Reads a scenario as parley_load_text () does, but no file whatever it says: parties can use the
 * "us" model that is built in. Returns: (transfer full). */
ParleyLoaded *parley_fuzz_load (const char *data, gsize size);

/* The scenario that overlays, settings and questions are about (base.json). Returns: (transfer
 * none). */
const ParleyLoaded *parley_fuzz_base (void);

/* Its text, without its cases and what closes it. Returns: (transfer full). */
GString *parley_fuzz_open_base (void);

/* The base with one change. Returns: (transfer full). */
ParleyLoaded *parley_fuzz_change (ParleyChange *change);

/* Each can be told. */
void parley_fuzz_check_problems (const ParleyProblems *problems);

/* What must hold of all that was loaded: it can be told and compared, and its cases be tried. */
void parley_fuzz_look_at (ParleyLoaded *loaded);

/* Commands keep what they were asked in variables, which one process fills but once. This puts all
 * of them back. */
void parley_fuzz_forget_options (const ParleyCommand *command);

/* Whether an input asks for long work in so many words: 100,000 draws take their time. */
gboolean parley_fuzz_asks_for_work (const guint8 *data, gsize size);
