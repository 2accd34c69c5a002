/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/options.h"

/**
 * ParleyProgressLine:
 *
 * One line on stderr that says how far a long command is; nothing where stderr is no
 * terminal, or with --quiet.
 */
typedef struct
{
  gboolean shown;   /* may be shown at all */
  gboolean started; /* something stands in the line */
} ParleyProgressLine;

ParleyProgressLine parley_progress_line (const ParleyOptions *options);

/* Writes "42 %" over what the line said. A ParleyProgress: @data is the line. */
void parley_progress_update (double share, gpointer data);

/* Empties the line. */
void parley_progress_end (ParleyProgressLine *self);
