/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/options.h"

/* What GOption fills in, before it is checked. */
typedef struct
{
  char     **arguments; /* NULL: none */
  char      *output;
  GPtrArray *changes; /* of ParleyChange */
  char      *format;
  char      *memory;
  int        ties;
  int        top;
  int        threads;
  gboolean   exact;
  gboolean   quiet;
  gboolean   help;
} ParleyRawOptions;

/* With what counts where nothing is said. @fleet: (nullable). */
void parley_raw_options_init  (ParleyRawOptions *self, const ParleyFleet *fleet);
void parley_raw_options_clear (ParleyRawOptions *self);

/* The options of @raw, which is emptied; with --help nothing else is looked at. Returns:
 * (transfer full): NULL with @error set when @command takes no such thing. */
ParleyOptions *parley_raw_options_check (ParleyRawOptions *raw,
                                         const ParleyCommand *command,
                                         GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ParleyRawOptions, parley_raw_options_clear)
