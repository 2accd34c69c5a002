/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/progress.h"

#include <unistd.h>

ParleyProgressLine
parley_progress_line (const ParleyOptions *options)
{
  return (ParleyProgressLine){ !options->quiet && isatty (STDERR_FILENO), FALSE };
}

void
parley_progress_update (double share, gpointer data)
{
  ParleyProgressLine *self = data;

  if (!self->shown)
    return;
  g_printerr ("\rlooking at deals: %2d %%", (int) (100 * share));
  self->started = TRUE;
}

void
parley_progress_end (ParleyProgressLine *self)
{
  if (self->started)
    g_printerr ("\r%*s\r", (int) sizeof "looking at deals: 100 %", "");
  self->started = FALSE;
}
