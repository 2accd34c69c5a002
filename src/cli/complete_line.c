/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "cli/complete_part.h"

/* How far a command line has been read. */
typedef struct
{
  const GOptionEntry *pending; /* (nullable): the option whose value comes next */
  guint    n_arguments;
  gboolean only_arguments; /* behind "--" */
} Reading;

static gboolean
takes_value (const GOptionEntry *entry)
{
  return entry->arg != G_OPTION_ARG_NONE;
}

/* By its name, of @length bytes. Returns: (nullable). */
static const GOptionEntry *
find_long (const ParleyLine *line, const char *name, gsize length)
{
  for (guint i = 0; i < line->entries->len; i++)
    {
      const GOptionEntry *entry = &g_array_index (line->entries, GOptionEntry, i);

      if (strlen (entry->long_name) == length && strncmp (entry->long_name, name, length) == 0)
        return entry;
    }
  return NULL;
}

/* The option of "-qn" that the next word is the value of. Returns: (nullable). */
static const GOptionEntry *
find_short (const ParleyLine *line, const char *letters)
{
  for (; *letters != '\0'; letters++)
    for (guint i = 0; i < line->entries->len; i++)
      {
        const GOptionEntry *entry = &g_array_index (line->entries, GOptionEntry, i);

        if (entry->short_name == *letters && takes_value (entry))
          return letters[1] == '\0' ? entry : NULL;
      }
  return NULL;
}

/* What the help calls the argument @index: "FILE" of "KIND FILE [DRAFT...]". Returns: (transfer
 * full) (nullable). */
static char *
argument_kind (const ParleyCommand *command, guint index)
{
  g_auto(GStrv) names = g_strsplit (command->arguments, " ", -1);
  guint n = g_strv_length (names);
  gboolean repeats = n > 0 && strstr (names[n - 1], "...") != NULL;

  if (n == 0 || (index >= n && !repeats))
    return NULL;
  index = MIN (index, n - 1);
  return g_strndup (names[index] + strspn (names[index], "["),
                    strcspn (names[index] + strspn (names[index], "["), ".]"));
}

static void
ask_option (ParleyLine *self, const GOptionEntry *entry, gsize prefix)
{
  self->kind = g_strdup (entry == NULL ? NULL : entry->arg_description);
  self->prefix = prefix;
  self->is_any_file = entry != NULL && g_str_equal (entry->long_name, "output");
}

static void
ask_argument (ParleyLine *self, guint index)
{
  self->kind = argument_kind (self->command, index);
  self->is_any_file = self->command->foreign;
  self->is_option = self->kind == NULL;
}

static void
read_option (ParleyLine *self, Reading *reading, const char *word, gboolean asked)
{
  const char *name = word + strspn (word, "-");
  const char *equals = strchr (name, '=');
  const GOptionEntry *entry = NULL;

  if (word[1] != '-')
    reading->pending = find_short (self, word + 1);
  else
    {
      entry = find_long (self, name, equals != NULL ? (gsize) (equals - name) : strlen (name));
      reading->pending = entry != NULL && equals == NULL && takes_value (entry) ? entry : NULL;
    }
  if (asked && equals != NULL)
    ask_option (self, entry, (gsize) (equals + 1 - word));
  else if (asked)
    self->is_option = TRUE;
}

static void
read_argument (ParleyLine *self, Reading *reading, const char *word, gboolean asked)
{
  g_autofree char *kind = argument_kind (self->command, reading->n_arguments);

  if (asked)
    ask_argument (self, reading->n_arguments);
  else if (self->file == NULL && g_strcmp0 (kind, "FILE") == 0)
    self->file = word;
  reading->n_arguments++;
}

static void
read_word (ParleyLine *self, Reading *reading, const char *word, gboolean asked)
{
  if (reading->pending != NULL)
    {
      if (asked)
        ask_option (self, reading->pending, 0);
      reading->pending = NULL;
    }
  else if (reading->only_arguments || word[0] != '-')
    read_argument (self, reading, word, asked);
  else if (!asked && g_str_equal (word, "--"))
    reading->only_arguments = TRUE;
  else
    read_option (self, reading, word, asked);
}

void
parley_line_read (ParleyLine *self, const ParleyCommand *command, char **words, guint index)
{
  Reading reading = { 0 };
  guint n = g_strv_length (words);

  self->command = command;
  self->entries = parley_options_entries (command);
  self->word = index < n ? words[index] : "";
  for (guint i = 1; i < MAX (n, index + 1); i++)
    read_word (self, &reading, i < n ? words[i] : "", i == index);
}

void
parley_line_clear (ParleyLine *self)
{
  g_clear_pointer (&self->entries, g_array_unref);
  g_clear_pointer (&self->kind, g_free);
}
