/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/progress.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#define PATIENCE (G_USEC_PER_SEC / 2)

/* Back to the first cell, and empty what follows. */
#define EMPTY_LINE "\r\033[K"

/* The line is emptied and the signal raised again, which ends the program as it would have
 * been without a handler (SA_RESETHAND). Nothing else is safe here, and nothing else is to
 * be done: a result is written all at once, at the very end. */
static void
end_at_signal (int number)
{
  int code = errno;

  if (write (STDERR_FILENO, EMPTY_LINE, strlen (EMPTY_LINE)) < 0)
    errno = code; /* nobody looks at the terminal any more */
  (void) raise (number);
}

static void
catch_signals (void)
{
  static const int numbers[] = { SIGINT, SIGTERM, SIGHUP };
  struct sigaction action = { .sa_handler = end_at_signal, .sa_flags = (int) SA_RESETHAND };
  struct sigaction old = { 0 };

  sigemptyset (&action.sa_mask);
  /* What is ignored stays so: with nohup, or behind a shell. */
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (sigaction (numbers[i], NULL, &old) == 0 && old.sa_handler != SIG_IGN)
      (void) sigaction (numbers[i], &action, NULL);
}

ParleyProgressLine
parley_progress_line (const ParleyOptions *options)
{
  gboolean shown = !options->quiet && isatty (STDERR_FILENO);

  if (shown)
    catch_signals ();
  return (ParleyProgressLine){ shown, FALSE, g_get_monotonic_time () };
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
  return (ParleyCrew){
    .n_threads = options->threads, .tell = tell, .data = line, .fleet = options->fleet
  };
}

void
parley_progress_end (ParleyProgressLine *self)
{
  if (self->started)
    g_printerr (EMPTY_LINE);
  self->started = FALSE;
}
