/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "cli/complete_part.h"

/* What is being told: the values of one kind, "PARTY", "PARTY,PARTY" or "PARTY=FILE". */
typedef struct
{
  const ParleyLine *line;
  const ParleyLoaded *loaded; /* (nullable) */
  GString *result;
  const char *typed;  /* of the value */
  const char *before; /* what stands before each in the word */
  char **named;       /* (nullable): what stands there already, which is not told again */
  const char *behind; /* what each goes on with, "" or "=" */
} Telling;

static void
tell (const Telling *self, const char *word, const char *about)
{
  if (self->named == NULL || !g_strv_contains ((const char *const *) self->named, word))
    parley_complete_tell (self->result, self->before, word, self->behind, about);
}

static void
tell_words (const Telling *self, const char *const *words)
{
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    tell (self, words[i], NULL);
}

static void
tell_parties (const Telling *self, const ParleyScenario *scenario)
{
  for (guint i = 0; i < scenario->parties->len; i++)
    {
      const ParleyParty *party = g_ptr_array_index (scenario->parties, i);

      tell (self, party->id, party->title);
    }
}

/* Those that are negotiated. */
static void
tell_issues (const Telling *self, const ParleyScenario *scenario)
{
  for (guint i = 0; i < scenario->issues->len; i++)
    {
      const ParleyIssue *issue = g_ptr_array_index (scenario->issues, i);

      if (!parley_issue_is_derived (issue))
        tell (self, issue->id, issue->title);
    }
}

static void
tell_drafts (const Telling *self, const ParleyScenario *scenario)
{
  for (guint i = 0; i < scenario->drafts->len; i++)
    {
      const ParleyDraft *draft = g_ptr_array_index (scenario->drafts, i);

      tell (self, draft->id, draft->title);
    }
}

static void
tell_cases (const Telling *self, const ParleyScenario *scenario)
{
  for (guint i = 0; i < scenario->cases->len; i++)
    {
      const ParleyCase *item = g_ptr_array_index (scenario->cases, i);

      tell (self, item->id, item->title);
    }
}

static const struct
{
  const char *kind;
  void (*tell) (const Telling *self, const ParleyScenario *scenario);
} lists[] = {
  { "PARTY", tell_parties },
  { "ISSUE", tell_issues },
  { "DRAFT", tell_drafts },
  { "CASE", tell_cases },
};

static void
tell_files (const Telling *self, const char *kind)
{
  g_string_append_printf (self->result, "\t%s\t%s\n", kind, self->before);
}

static void
tell_kind (const Telling *self, const char *kind)
{
  const ParleyScenario *scenario = self->loaded != NULL ? self->loaded->scenario : NULL;

  if (g_str_equal (kind, "FILE"))
    tell_files (self, self->line->is_any_file ? "any" : "json");
  else if (g_str_equal (kind, "FOLDER"))
    tell_files (self, "folder");
  else if (g_str_equal (kind, "PART"))
    tell_words (self, self->line->command->parts);
  else if (g_str_equal (kind, "KIND") || g_str_equal (kind, "FORMAT"))
    tell_words (self, self->line->command->words);
  for (guint i = 0; scenario != NULL && i < G_N_ELEMENTS (lists); i++)
    if (g_str_equal (kind, lists[i].kind))
      lists[i].tell (self, scenario);
}

/* "PARTY,PARTY": one after the other. */
static void
tell_list (Telling *self, const char *kinds)
{
  g_autofree char *kind = g_strndup (kinds, strcspn (kinds, ","));
  const char *comma = strrchr (self->typed, ',');
  gsize length = comma == NULL ? 0 : (gsize) (comma + 1 - self->typed);
  g_autofree char *head = g_strndup (self->typed, length);
  g_autofree char *before = g_strconcat (self->before, head, NULL);
  g_auto(GStrv) named = g_strsplit (head, ",", -1);

  self->before = before;
  self->named = named;
  tell_kind (self, kind);
}

/* "PARTY=FILE", "PATH=VALUE". */
static void
tell_pair (Telling *self, const char *kinds)
{
  g_auto(GStrv) pair = g_strsplit (kinds, "=", 2);
  const char *equals = strchr (self->typed, '=');
  g_autofree char *head
      = g_strndup (self->typed, equals == NULL ? 0 : (gsize) (equals + 1 - self->typed));
  g_autofree char *before = g_strconcat (self->before, head, NULL);

  if (equals != NULL)
    {
      self->before = before;
      tell_kind (self, pair[1]);
    }
  else if (!g_str_equal (pair[0], "PATH"))
    {
      self->behind = "=";
      tell_kind (self, pair[0]);
    }
  else if (self->loaded != NULL && self->loaded->tree != NULL)
    parley_complete_path (self->loaded->tree, self->before, self->typed, self->result);
}

/* One of "all|tabled|PARTY". */
static void
tell_alternative (Telling self, const char *kind)
{
  g_autofree char *word = g_strndup (kind, strcspn (kind, "["));

  if (g_ascii_islower (kind[0]))
    tell (&self, word, NULL);
  else if (strchr (kind, '=') != NULL)
    tell_pair (&self, kind);
  else if (strchr (kind, ',') != NULL)
    tell_list (&self, kind);
  else
    tell_kind (&self, kind);
}

/* The file that a word of a command line names: shells hand some words over as they were typed.
 * Only a regular one, since reading others may take for ever. Returns: (transfer full) (nullable).
 */
static char *
find_file (const char *word)
{
  g_autofree char *plain = g_shell_unquote (word, NULL);
  const char *name = g_file_test (word, G_FILE_TEST_EXISTS) || plain == NULL ? word : plain;
  g_autofree char *path = g_str_has_prefix (name, "~/")
                              ? g_build_filename (g_get_home_dir (), name + 2, NULL)
                              : g_strdup (name);

  return g_file_test (path, G_FILE_TEST_IS_REGULAR) ? g_steal_pointer (&path) : NULL;
}

static ParleyLoaded *
load (const ParleyLine *line)
{
  g_autofree char *path = line->file == NULL ? NULL : find_file (line->file);

  return path == NULL ? NULL : parley_load (path, NULL, NULL);
}

/* "PATH=FROM:TO:STEP" and "PATH=A,B,C": what stands before "=" is told once. */
static gboolean
begin_alike (const char *a, const char *b)
{
  gsize length = strcspn (a, "=") + 1;

  return length <= strlen (a) && strncmp (a, b, length) == 0;
}

void
parley_complete_value (const ParleyLine *line, GString *result)
{
  g_auto(GStrv) kinds = g_strsplit (line->kind == NULL ? "" : line->kind, "|", -1);
  g_autofree char *before = g_strndup (line->word, line->prefix);
  g_autoptr(ParleyLoaded) loaded = load (line);
  const Telling telling = { line, loaded, result, line->word + line->prefix, before, NULL, "" };

  for (guint i = 0; kinds[i] != NULL; i++)
    if (i == 0 || !begin_alike (kinds[i - 1], kinds[i]))
      tell_alternative (telling, kinds[i]);
}
