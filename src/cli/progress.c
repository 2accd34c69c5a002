/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/progress.h"

#include <unistd.h>

#define PATIENCE (G_USEC_PER_SEC / 2)

/* Back to the first cell, and empty what follows. */
#define EMPTY_LINE "\r\033[K"

ParleyProgressLine
parley_progress_line (const ParleyOptions *options)
{
  return (ParleyProgressLine){ !options->quiet && isatty (STDERR_FILENO), FALSE,
                               g_get_monotonic_time () };
}

static void
tell (const char *what, gsize n_done, gsize n_tasks, gpointer data)
{
  ParleyProgressLine *self = data;

  if (!self->shown || g_get_monotonic_time () - self->since < PATIENCE)
    return;
  g_printerr (EMPTY_LINE "%s: %" G_GSIZE_FORMAT " of %" G_GSIZE_FORMAT, what, n_done, n_tasks);
  self->started = TRUE;
}

ParleyCrew
parley_progress_crew (ParleyProgressLine *line, const ParleyOptions *options)
{
  return (ParleyCrew){ options->threads, tell, line };
}

void
parley_progress_end (ParleyProgressLine *self)
{
  if (self->started)
    g_printerr (EMPTY_LINE);
  self->started = FALSE;
}
