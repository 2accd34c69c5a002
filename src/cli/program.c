/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/program.h"

#include <gsl/gsl_errno.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/heap.h"
#include "cli/command.h"
#include "cli/complete.h"
#include "cli/input.h"
#include "cli/message.h"
#include "cli/output.h"

static void
append_help (GString *text)
{
  g_string_append (text,
                   "Usage:\n  parley COMMAND [OPTION...] [FILE...]\n\n"
                   "Models negotiating positions: scores any draft for every side, says who would\n"
                   "refuse it and why, and finds every deal that all sides can accept.\n\n"
                   "Commands:\n");
  for (guint i = 0; parley_commands[i] != NULL; i++)
    g_string_append_printf (text, "  %-11s %-20s  %s\n", parley_commands[i]->name,
                            parley_commands[i]->arguments, parley_commands[i]->summary);
  g_string_append (text, "\nparley COMMAND --help says what a command takes.\n\n"
                         "Exit status:\n"
                         "  0  done\n"
                         "  1  done, and the answer is no\n"
                         "  2  the input or the usage is wrong\n"
                         "  3  a file cannot be read or written, or memory is short\n");
}

static const char *
name_of (const ParleyFleet *fleet)
{
  return fleet == NULL ? "parley" : "parley-mpi";
}

/* Of several processes the first writes. */
static ParleyExit
finish (const ParleyFleet *fleet, const char *path, const GString *result, ParleyExit status)
{
  g_autoptr(GError) error = NULL;

  if (fleet != NULL && fleet->rank != 0)
    return status;
  if (result->len > 0 && !parley_output_write (path, result->str, result->len, &error))
    return parley_input_fail (error);
  return status;
}

/* Whether all processes were given the same command line. */
static gboolean
agree (const ParleyFleet *fleet, char **argv, GError **error)
{
  g_autofree char *line = g_strjoinv ("\n", argv);

  return parley_fleet_agree (fleet, "command", line, error);
}

static ParleyExit
run_command (const ParleyCommand *command, char **argv, const ParleyFleet *fleet)
{
  g_autofree char *program = g_strconcat (name_of (fleet), " ", command->name, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(ParleyOptions) options = NULL;
  g_autoptr(GString) result = g_string_new (NULL);
  ParleyExit status = PARLEY_EXIT_DONE;

  g_set_prgname (program);
  if (!agree (fleet, argv, &error))
    return parley_input_fail (error);
  options = parley_options_parse (command, argv, fleet, &error);
  if (options == NULL)
    return parley_input_fail (error);
  if (options->help)
    {
      g_autofree char *help = parley_options_help (command);

      g_string_append (result, help);
      return finish (fleet, NULL, result, PARLEY_EXIT_DONE);
    }
  status = command->run (options, result);
  if (command->writes_output != NULL && command->writes_output (options->output))
    return finish (fleet, NULL, result, status);
  return finish (fleet, options->output, result, status);
}

static ParleyExit
refuse_command (const char *name)
{
  g_autofree char *hint = parley_command_suggest (name);

  parley_message_print ("parley: there is no %s \"%s\"%s (parley --help)",
                        name[0] == '-' ? "option" : "command", name, hint);
  return PARLEY_EXIT_USAGE;
}

/* Several processes do only what takes long and can be divided. */
static ParleyExit
refuse_fleet (void)
{
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint i = 0; parley_commands[i] != NULL; i++)
    if (parley_commands[i]->divides)
      g_string_append_printf (names, "%s%s", names->len == 0 ? "" : ", ", parley_commands[i]->name);
  parley_message_print ("parley-mpi: it does %s; parley does the rest (mpiexec -n N parley-mpi "
                        "COMMAND [OPTION...] FILE)",
                        names->str);
  return PARLEY_EXIT_USAGE;
}

/* What stands in place of a command, and behind it. */
static gboolean
answer_option (const char *option, char **rest, GString *result)
{
  if (g_str_equal (option, "--help") || g_str_equal (option, "-h"))
    append_help (result);
  else if (g_str_equal (option, "--version"))
    g_string_append (result, "parley " PARLEY_VERSION "\n");
  else if (g_str_equal (option, "--completions"))
    parley_complete (rest, result);
  else
    return FALSE;

  return TRUE;
}

/* GLib ends the program with a signal when it gets no thread: what Pango starts some for. Nothing
 * else that is fatal is the machine's fault. */
static void
on_log (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
  if ((level & G_LOG_FLAG_FATAL) == 0 || strstr (message, "creating thread") == NULL)
    {
      g_log_default_handler (domain, level, message, data);
      return;
    }
  parley_message_print ("parley: too little memory, or too many threads: %s", message);
  _exit (PARLEY_EXIT_FAILED);
}

/* Messages stay in English whatever the locale, as those of Parley itself are. A reader that
 * has gone and a limit on the size of files are errors of writing, not the end. */
static void
prepare (void)
{
  parley_heap_prepare ();
  setlocale (LC_ALL, "");
  setlocale (LC_MESSAGES, "C");
  gsl_set_error_handler_off ();
  g_log_set_default_handler (on_log, NULL);
  signal (SIGPIPE, SIG_IGN);
  signal (SIGXFSZ, SIG_IGN);
}

static ParleyExit
run_one (int argc, char **argv)
{
  g_autoptr(GString) result = g_string_new (NULL);
  const ParleyCommand *command = NULL;

  if (argc < 2)
    {
      append_help (result);
      fputs (result->str, stderr);
      return PARLEY_EXIT_USAGE;
    }
  if (answer_option (argv[1], argv + 2, result))
    return finish (NULL, NULL, result, PARLEY_EXIT_DONE);

  command = parley_command_find (argv[1]);
  return command != NULL ? run_command (command, argv + 1, NULL) : refuse_command (argv[1]);
}

static ParleyExit
run_fleet (int argc, char **argv, const ParleyFleet *fleet)
{
  g_autoptr(GString) result = g_string_new (NULL);
  const ParleyCommand *command = argc < 2 ? NULL : parley_command_find (argv[1]);

  if (argc > 1 && g_str_equal (argv[1], "--version"))
    {
      g_string_append_printf (result, "parley-mpi " PARLEY_VERSION ", %u processes\n", fleet->size);
      return finish (fleet, NULL, result, PARLEY_EXIT_DONE);
    }
  return command != NULL && command->divides ? run_command (command, argv + 1, fleet)
                                             : refuse_fleet ();
}

ParleyExit
parley_program_run (int argc, char **argv, const ParleyFleet *fleet)
{
  prepare ();
  return fleet == NULL ? run_one (argc, argv) : run_fleet (argc, argv, fleet);
}
