/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/options.h"

#include "base/suggest.h"
#include "cli/command.h"
#include "cli/options_part.h"
#include "scenario/change.h"

/* Those of several commands, and which of these take them (0: all). */
static const struct
{
  guint takes; /* ParleyTakes */
  glong offset; /* in ParleyRawOptions; of changes none */
  GOptionEntry entry;
} common[] = {
  { PARLEY_TAKES_FORMAT,
    G_STRUCT_OFFSET (ParleyRawOptions, format),
    { "format", 'f', 0, G_OPTION_ARG_STRING, NULL, "how to write the result (text)",
      "text|markdown|csv|json" } },
  { PARLEY_TAKES_JSON,
    G_STRUCT_OFFSET (ParleyRawOptions, format),
    { "format", 'f', 0, G_OPTION_ARG_STRING, NULL, "how to write the result (text)",
      "text|json" } },
  { PARLEY_TAKES_OUTPUT,
    G_STRUCT_OFFSET (ParleyRawOptions, output),
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, NULL,
      "write the result to FILE, all of it or nothing", "FILE" } },
  { PARLEY_TAKES_CHANGES,
    0,
    { "case", 'c', G_OPTION_FLAG_FILENAME, G_OPTION_ARG_CALLBACK, NULL,
      "apply this case of the scenario", "CASE" } },
  { PARLEY_TAKES_CHANGES,
    0,
    { "overlay", 0, G_OPTION_FLAG_FILENAME, G_OPTION_ARG_CALLBACK, NULL,
      "merge an overlay file over the scenario", "FILE" } },
  { PARLEY_TAKES_CHANGES,
    0,
    { "set", 's', G_OPTION_FLAG_FILENAME, G_OPTION_ARG_CALLBACK, NULL,
      "change one value, such as parties.us.reservation=40", "PATH=VALUE" } },
  { PARLEY_TAKES_CHANGES,
    0,
    { "use", 'u', G_OPTION_FLAG_FILENAME, G_OPTION_ARG_CALLBACK, NULL,
      "take a party from this model file", "PARTY=FILE" } },
  { PARLEY_TAKES_EXACT,
    G_STRUCT_OFFSET (ParleyRawOptions, exact),
    { "exact", 0, 0, G_OPTION_ARG_NONE, NULL, "add the exact fractions (json)", NULL } },
  { PARLEY_TAKES_TIES,
    G_STRUCT_OFFSET (ParleyRawOptions, ties),
    { "ties", 0, 0, G_OPTION_ARG_INT, NULL, "list at most N of the deals that tie (10)", "N" } },
  { PARLEY_TAKES_TOP,
    G_STRUCT_OFFSET (ParleyRawOptions, top),
    { "top", 'n', 0, G_OPTION_ARG_INT, NULL, "list at most N (10)", "N" } },
  { PARLEY_TAKES_QUESTIONS,
    G_STRUCT_OFFSET (ParleyRawOptions, top),
    { "top", 0, 0, G_OPTION_ARG_INT, NULL, "show at most N questions for each side (10)", "N" } },
  { PARLEY_TAKES_THREADS,
    G_STRUCT_OFFSET (ParleyRawOptions, threads),
    { "threads", 't', 0, G_OPTION_ARG_INT, NULL,
      "work with N threads (as many as there are processors); results are the same", "N" } },
  { PARLEY_TAKES_MEMORY,
    G_STRUCT_OFFSET (ParleyRawOptions, memory),
    { "memory", 0, 0, G_OPTION_ARG_STRING, NULL,
      "let the tables of a search take as much as SIZE, such as 200M or 4G (512M)", "SIZE" } },
  { PARLEY_TAKES_QUIET,
    G_STRUCT_OFFSET (ParleyRawOptions, quiet),
    { "quiet", 'q', 0, G_OPTION_ARG_NONE, NULL, "leave warnings out", NULL } },
  { 0,
    G_STRUCT_OFFSET (ParleyRawOptions, help),
    { "help", 'h', 0, G_OPTION_ARG_NONE, NULL, "show this help", NULL } },
};

static const struct
{
  const char *option;
  ParleyChangeKind kind;
} change_options[] = {
  { "--case", PARLEY_CHANGE_CASE },
  { "--overlay", PARLEY_CHANGE_OVERLAY },
  { "--set", PARLEY_CHANGE_SET },
  { "--use", PARLEY_CHANGE_USE },
};

/* A callback, because the four kinds apply in the order in which they were
 * written, and GOption would sort them apart. */
static gboolean
take_change (const char *option, const char *value, gpointer data, G_GNUC_UNUSED GError **error)
{
  const ParleyRawOptions *raw = data;

  for (guint i = 0; i < G_N_ELEMENTS (change_options); i++)
    if (g_str_equal (option, change_options[i].option))
      g_ptr_array_add (raw->changes, parley_change_new (change_options[i].kind, value));

  return TRUE;
}

static void
add_own (GArray *entries, const GOptionEntry *own)
{
  for (; own != NULL && own->long_name != NULL; own++)
    g_array_append_val (entries, *own);
}

/* All options of @command, its own first, to be parsed into @raw. */
static GArray *
list_entries (const ParleyCommand *command, ParleyRawOptions *raw)
{
  GArray *entries = g_array_new (TRUE, TRUE, sizeof (GOptionEntry));

  add_own (entries, command->entries);
  add_own (entries, command->shared);
  for (guint i = 0; i < G_N_ELEMENTS (common); i++)
    {
      GOptionEntry entry = common[i].entry;

      if (common[i].takes != 0 && (command->takes & common[i].takes) == 0)
        continue;
      entry.arg_data = entry.arg == G_OPTION_ARG_CALLBACK
                           ? __extension__(gpointer) take_change
                           : G_STRUCT_MEMBER_P (raw, common[i].offset);
      g_array_append_val (entries, entry);
    }
  return entries;
}

/* Texts are file names to GOption, or it would translate their bytes as the locale has it: texts
 * are UTF-8 everywhere. */
static GArray *
as_bytes (const GArray *entries)
{
  GArray *copy = g_array_new (TRUE, TRUE, sizeof (GOptionEntry));

  for (guint i = 0; i < entries->len; i++)
    {
      GOptionEntry entry = g_array_index (entries, GOptionEntry, i);

      if (entry.arg == G_OPTION_ARG_STRING)
        entry.arg = G_OPTION_ARG_FILENAME;
      else if (entry.arg == G_OPTION_ARG_STRING_ARRAY)
        entry.arg = G_OPTION_ARG_FILENAME_ARRAY;
      g_array_append_val (copy, entry);
    }
  return copy;
}

static gboolean
is_text (const GOptionEntry *entry, const char *value, GError **error)
{
  if (value == NULL || g_utf8_validate (value, -1, NULL))
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               "--%s takes text in UTF-8, not \"%s\"", entry->long_name, value);
  return FALSE;
}

/* Whether what was given as a text is one. */
static gboolean
check_texts (const GArray *entries, GError **error)
{
  gboolean fine = TRUE;

  for (guint i = 0; i < entries->len && fine; i++)
    {
      const GOptionEntry *entry = &g_array_index (entries, GOptionEntry, i);
      char *const *several = NULL;

      if (entry->arg == G_OPTION_ARG_STRING)
        fine = is_text (entry, *(char **) entry->arg_data, error);
      else if (entry->arg == G_OPTION_ARG_STRING_ARRAY)
        several = *(char ***) entry->arg_data;
      for (guint k = 0; several != NULL && several[k] != NULL && fine; k++)
        fine = is_text (entry, several[k], error);
    }
  return fine;
}

static GOptionContext *
make_context (const ParleyCommand *command, const GArray *entries, ParleyRawOptions *raw)
{
  g_autofree char *usage = g_strdup_printf ("%s - %s", command->arguments, command->summary);
  GOptionContext *context = g_option_context_new (usage);
  GOptionGroup *group = g_option_group_new ("parley", NULL, NULL, raw, NULL);
  g_autoptr(GArray) bytes = as_bytes (entries);
  const GOptionEntry rest[] = {
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &raw->arguments, NULL, NULL },
    { NULL },
  };

  g_option_group_add_entries (group, (const GOptionEntry *) (gpointer) bytes->data);
  g_option_group_add_entries (group, rest);
  g_option_context_set_main_group (context, group);
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_description (context, command->details);
  return context;
}

/* GOption says "Unknown option --fromat"; add what was probably meant. */
static void
suggest_option (const ParleyCommand *command, GError *error)
{
  const char *word = strstr (error->message, "--");
  g_auto(GStrv) names = parley_options_names (command);
  g_autofree char *said = error->message;
  g_autofree char *hint
      = parley_suggest_phrase (word != NULL ? word : "", (const char *const *) names);

  error->message = g_strconcat (said, hint, NULL);
}

ParleyOptions *
parley_options_parse (const ParleyCommand *command,
                      char               **argv,
                      const ParleyFleet   *fleet,
                      GError             **error)
{
  g_auto(ParleyRawOptions) raw = { 0 };
  g_autoptr(GArray) entries = list_entries (command, &raw);
  g_autoptr(GOptionContext) context = make_context (command, entries, &raw);
  g_auto(GStrv) rest = g_strdupv (argv);
  ParleyOptions *options = NULL;

  parley_raw_options_init (&raw, fleet);
  if (!g_option_context_parse_strv (context, &rest, error))
    {
      if (error != NULL && g_error_matches (*error, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION))
        suggest_option (command, *error);
    }
  else if (check_texts (entries, error))
    options = parley_raw_options_check (&raw, command, error);
  if (options != NULL)
    options->fleet = fleet;
  return options;
}

void
parley_options_free (ParleyOptions *self)
{
  if (self == NULL)
    return;

  g_strfreev (self->arguments);
  g_free (self->output);
  g_ptr_array_unref (self->changes);
  g_free (self);
}

char *
parley_options_help (const ParleyCommand *command)
{
  ParleyRawOptions unused = { 0 };
  g_autoptr(GArray) entries = list_entries (command, &unused);
  g_autoptr(GOptionContext) context = make_context (command, entries, &unused);

  return g_option_context_get_help (context, TRUE, NULL);
}

GArray *
parley_options_entries (const ParleyCommand *command)
{
  ParleyRawOptions unused = { 0 };
  GArray *entries = list_entries (command, &unused);

  for (guint i = 0; i < entries->len; i++)
    g_array_index (entries, GOptionEntry, i).arg_data = NULL;
  return entries;
}

char **
parley_options_names (const ParleyCommand *command)
{
  g_autoptr(GArray) entries = parley_options_entries (command);
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (names,
                     g_strconcat ("--", g_array_index (entries, GOptionEntry, i).long_name, NULL));
  g_ptr_array_add (names, NULL);

  return (char **) g_ptr_array_free (names, FALSE);
}
