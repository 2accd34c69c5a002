/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The options of every command; those commands that only answer are run as well, on the scenario
 * that is in memory. Nothing is written. */
#include <string.h>

#include "base/error.h"
#include "cli/serving.h"
#include "fuzz.h"
#include "web/api_part.h"

/* Files that it would write besides its result. */
static void
forget_files (const ParleyCommand *command)
{
  for (const GOptionEntry *entry = command->entries; entry != NULL && entry->long_name != NULL;
       entry++)
    if (entry->arg == G_OPTION_ARG_FILENAME)
      g_clear_pointer ((char **) entry->arg_data, g_free);
}

static void
run (const ParleyCommand *command, ParleyOptions *options)
{
  g_autoptr(GString) result = g_string_new (NULL);
  ParleyExit status;

  options->threads = 1;
  g_clear_pointer (&options->output, g_free);
  forget_files (command);
  for (guint i = options->changes->len; i > 0; i--)
    {
      const ParleyChange *change = g_ptr_array_index (options->changes, i - 1);

      if (change->kind == PARLEY_CHANGE_OVERLAY)
        g_ptr_array_remove_index (options->changes, i - 1);
    }
  status = command->run (options, result);
  PARLEY_FUZZ_REQUIRE (status == PARLEY_EXIT_DONE || status == PARLEY_EXIT_NO
                       || status == PARLEY_EXIT_USAGE);
  PARLEY_FUZZ_REQUIRE (status != PARLEY_EXIT_USAGE || result->len == 0);
}

static void
try (const ParleyCommand *command, char **arguments, gboolean may_run)
{
  const ParleyServing serving = { parley_fuzz_base (), PARLEY_PUBLISH_TEXT };
  g_autoptr(GError) error = NULL;
  g_autoptr(ParleyOptions) options = NULL;

  parley_fuzz_forget_options (command);
  options = parley_options_parse (command, arguments, NULL, &error);
  PARLEY_FUZZ_REQUIRE ((options == NULL) == (error != NULL));
  if (options != NULL && !options->help && may_run && parley_api_has_command (command->name))
    {
      options->serving = &serving;
      run (command, options);
    }
  parley_fuzz_forget_options (command);
}

/* The first part is the command's name, each other an argument. */
void
parley_fuzz_command_line (const guint8 *data, gsize size)
{
  g_auto(GStrv) arguments = parley_fuzz_strings (data, size);
  const ParleyCommand *command = parley_command_find (arguments[0]);

  if (command != NULL)
    try (command, arguments, !parley_fuzz_asks_for_work (data, size));
}
