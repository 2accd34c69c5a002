/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <fcntl.h>
#include <glib-unix.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "base/escape.h"
#include "base/module.h"
#include "cli/choose.h"
#include "cli/input.h"
#include "cli/message.h"
#include "cli/output.h"
#include "web/page_server.h"

#define MOST_PORT 65535

static gint64 port;
static gboolean opens;

static const GOptionEntry entries[] = {
  { "port", 0, 0, G_OPTION_ARG_INT64, &port, "answer at this port (one that is free)", "N" },
  { "open", 0, 0, G_OPTION_ARG_NONE, &opens, "show the page in the browser", NULL },
  { NULL },
};

/* What a signal writes to. */
static int stop_fds[2];

static void
stop (G_GNUC_UNUSED int signal_number)
{
  int before = errno;

  /* Should it be full, enough has been said already. */
  if (write (stop_fds[1], "", 1) < 0)
    errno = before;
}

static gboolean
quit (G_GNUC_UNUSED int fd, G_GNUC_UNUSED GIOCondition condition, gpointer data)
{
  g_main_loop_quit (data);
  return G_SOURCE_REMOVE;
}

/* A terminal that goes takes the server with it, unless nohup says otherwise. */
static void
watch_hangup (const struct sigaction *action)
{
  struct sigaction before = { 0 };

  sigaction (SIGHUP, NULL, &before);
  if (before.sa_handler != SIG_IGN)
    sigaction (SIGHUP, action, NULL);
}

/* GLib would watch signals in a thread of its own, and a process that forks has better but one. */
static gboolean
watch_signals (GMainLoop *loop, GError **error)
{
  struct sigaction action = { .sa_handler = stop };

  if (!g_unix_open_pipe (stop_fds, FD_CLOEXEC, error))
    return FALSE;
  g_unix_set_fd_nonblocking (stop_fds[1], TRUE, NULL);
  sigaction (SIGINT, &action, NULL);
  sigaction (SIGTERM, &action, NULL);
  watch_hangup (&action);
  g_unix_fd_add (stop_fds[0], G_IO_IN, quit, loop);
  return TRUE;
}

static void
open_browser (char *address)
{
  char program[] = "xdg-open";
  char *argv[] = { program, address, NULL };
  g_autoptr(GError) error = NULL;

  if (!g_spawn_async (NULL, argv, NULL,
                      G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL,
                      NULL, NULL, NULL, &error))
    parley_message_print ("parley: open the address yourself, as no browser could be started: %s",
                          error->message);
}

/* Where the page is. */
static gboolean
announce (const char *path, const char *address, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *shown = parley_escape_controls (name);
  g_autofree char *text
      = g_strdup_printf ("Parley shows %s at %s\nCtrl-C ends it.\n", shown, address);

  return parley_output_write (NULL, text, strlen (text), error);
}

/* Until a signal ends it. */
static gboolean
serve (const ParleyPageServer *page, const ParleyAnswers *answers, GError **error)
{
  ParleyServer *server = page->start (answers, (guint) port, error);
  g_autoptr(GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autofree char *address = server == NULL ? NULL : page->address (server);
  gboolean is_up = server != NULL && watch_signals (loop, error)
                   && announce (parley_snapshots_path (answers->snapshots), address, error);

  if (is_up && opens)
    open_browser (address);
  if (is_up)
    g_main_loop_run (loop);
  page->end (server);
  return is_up;
}

static ParleyExit
serve_file (const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ParleySnapshots) snapshots = parley_snapshots_new (path);
  const ParleyPageServer *page = parley_module_open ("page", "serves the page", &error);
  const ParleyAnswers answers
      = { snapshots, parley_snapshots_look, parley_answer_status, parley_answer };

  if (parley_snapshots_now (snapshots)->loaded == NULL)
    {
      parley_message_print ("parley: %s", parley_snapshots_now (snapshots)->error);
      return PARLEY_EXIT_FAILED;
    }
  if (page == NULL || !serve (page, &answers, &error))
    return parley_input_fail (error);
  return PARLEY_EXIT_DONE;
}

static ParleyExit
run (const ParleyOptions *options, G_GNUC_UNUSED GString *result)
{
  const char *path = options->arguments[0];
  ParleyExit status = PARLEY_EXIT_DONE;
  g_autoptr(GError) error = NULL;
  g_autoptr(ParleyLoaded) loaded = NULL;

  if (!parley_choose_whole ("--port", port, 0, MOST_PORT, &error))
    return parley_input_fail (error);
  loaded = parley_input_load (options, path, &status);
  if (loaded == NULL)
    return status;
  g_clear_pointer (&loaded, parley_loaded_free);
  return serve_file (path);
}

static const char details[]
    = "The page is for this machine alone, and only for those who have the address that is printed.\n"
      "It changes nothing in FILE, and notices when FILE changes. Ctrl-C ends it.";

const ParleyCommand parley_cmd_serve = {
  .name = "serve",
  .arguments = "FILE",
  .summary = "show a page on which to change the scenario and see what follows",
  .details = details,
  .min_arguments = 1,
  .max_arguments = 1,
  .takes = PARLEY_TAKES_QUIET,
  .entries = entries,
  .run = run,
};
