/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/complete.h"

#include "base/escape.h"
#include "cli/complete_part.h"

void
parley_complete_tell (GString *result,
                      const char *before,
                      const char *word,
                      const char *behind,
                      const char *about)
{
  g_autofree char *whole = g_strconcat (before, word, behind, NULL);
  g_autofree char *plain = parley_escape_controls (whole);
  g_autofree char *shown = parley_escape_controls (about != NULL ? about : "");

  if (g_str_equal (whole, plain))
    g_string_append_printf (result, "%s\t%s\n", whole, shown);
}

static void
list_commands (GString *result)
{
  for (guint i = 0; parley_commands[i] != NULL; i++)
    {
      g_auto(GStrv) names = parley_options_names (parley_commands[i]);
      g_autofree char *options = g_strjoinv (" ", names);
      const char *const *words = parley_commands[i]->words;
      g_autofree char *first = words != NULL ? g_strjoinv (" ", (char **) words) : g_strdup ("");

      g_string_append_printf (result, "%s %s%s%s\n", parley_commands[i]->name, first,
                              *first != '\0' ? " " : "", options);
    }
}

static void
tell_commands (GString *result)
{
  for (guint i = 0; parley_commands[i] != NULL; i++)
    parley_complete_tell (result, "", parley_commands[i]->name, "", parley_commands[i]->summary);
  parley_complete_tell (result, "", "--help", "", "list the commands");
  parley_complete_tell (result, "", "--version", "", "say which Parley it is");
}

static void
tell_options (const ParleyLine *line, GString *result)
{
  for (guint i = 0; i < line->entries->len; i++)
    {
      const GOptionEntry *entry = &g_array_index (line->entries, GOptionEntry, i);

      parley_complete_tell (result, "--", entry->long_name, "", entry->description);
    }
}

void
parley_complete (char **rest, GString *result)
{
  const ParleyCommand *command = NULL;
  g_auto(ParleyLine) line = { 0 };
  guint64 index = 0;

  if (rest[0] == NULL)
    list_commands (result);
  else if (!g_ascii_string_to_unsigned (rest[0], 10, 0, g_strv_length (rest) - 1, &index, NULL))
    return;
  else if (index == 0)
    tell_commands (result);
  else if ((command = parley_command_find (rest[1])) != NULL)
    {
      parley_line_read (&line, command, rest + 1, (guint) index);
      if (line.is_option)
        tell_options (&line, result);
      else
        parley_complete_value (&line, result);
    }
}
