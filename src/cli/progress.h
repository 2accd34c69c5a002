/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/parallel.h"
#include "cli/options.h"

/**
 * ParleyProgressLine:
 *
 * One line on stderr that says how far a long command is: from half a second on, and not
 * where stderr is no terminal, or with --quiet.
 */
typedef struct
{
  gboolean shown;   /* may be shown at all */
  gboolean started; /* something stands in the line */
  gint64   since;   /* when the command began, in microseconds */
} ParleyProgressLine;

/* From here on a signal that ends the program (Ctrl-C) empties the line first. */
ParleyProgressLine parley_progress_line (const ParleyOptions *options);

/* Those who do the work of a command, as many as the user wants; they tell @line.
 * @line must outlive them. */
ParleyCrew parley_progress_crew (ParleyProgressLine *line, const ParleyOptions *options);

/* Empties the line. */
void parley_progress_end (ParleyProgressLine *self);
