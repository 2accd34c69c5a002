/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/options.h"

#include <string.h>

#include "base/error.h"
#include "base/suggest.h"
#include "cli/command.h"
#include "scenario/change.h"
#include "space/budget.h"

#define DEFAULT_TIES 10
#define DEFAULT_TOP 10
#define MAX_LISTED 1000000
#define MAX_THREADS 256

/* By ParleyFormat; what every command with --format can write is marked. */
static const struct
{
  const char *name;
  gboolean always;
} formats[] = { { "text", TRUE }, { "markdown", FALSE }, { "csv", FALSE }, { "json", TRUE } };

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

/* What GOption fills in, before it is checked. */
typedef struct
{
  ParleyOptions *options;
  char *format;
  int ties;
  int top;
  int threads;
  char *memory;
} Raw;

/* A callback, because the four kinds apply in the order in which they were
 * written, and GOption would sort them apart. */
static gboolean
take_change (const char *option, const char *value, gpointer data, G_GNUC_UNUSED GError **error)
{
  const Raw *raw = data;

  for (guint i = 0; i < G_N_ELEMENTS (change_options); i++)
    if (g_str_equal (option, change_options[i].option))
      g_ptr_array_add (raw->options->changes, parley_change_new (change_options[i].kind, value));

  return TRUE;
}

/* The common options of a command that takes @takes, --help last, with a zero entry at the
 * end. Changes are file names to GOption, or it would translate their bytes. */
static GArray *
common_entries (ParleyTakes takes, Raw *raw)
{
  ParleyOptions *options = raw->options;
  gpointer change = __extension__(gpointer) take_change;
  const struct
  {
    ParleyTakes takes;
    GOptionEntry entry;
  } rows[] = {
    { PARLEY_TAKES_FORMAT,
      { "format", 'f', 0, G_OPTION_ARG_STRING, &raw->format, "how to write the result (text)",
        "text|markdown|csv|json" } },
    { PARLEY_TAKES_JSON,
      { "format", 'f', 0, G_OPTION_ARG_STRING, &raw->format, "how to write the result (text)",
        "text|json" } },
    { PARLEY_TAKES_OUTPUT,
      { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output,
        "write the result to FILE, all of it or nothing", "FILE" } },
    { PARLEY_TAKES_CHANGES,
      { "case", 'c', G_OPTION_FLAG_FILENAME, G_OPTION_ARG_CALLBACK, change,
        "apply this case of the scenario", "CASE" } },
    { PARLEY_TAKES_CHANGES,
      { "overlay", 0, G_OPTION_FLAG_FILENAME, G_OPTION_ARG_CALLBACK, change,
        "merge an overlay file over the scenario", "FILE" } },
    { PARLEY_TAKES_CHANGES,
      { "set", 's', G_OPTION_FLAG_FILENAME, G_OPTION_ARG_CALLBACK, change,
        "change one value, such as parties.us.reservation=40", "PATH=VALUE" } },
    { PARLEY_TAKES_CHANGES,
      { "use", 'u', G_OPTION_FLAG_FILENAME, G_OPTION_ARG_CALLBACK, change,
        "take a party from this model file", "PARTY=FILE" } },
    { PARLEY_TAKES_EXACT,
      { "exact", 0, 0, G_OPTION_ARG_NONE, &options->exact, "add the exact fractions (json)",
        NULL } },
    { PARLEY_TAKES_TIES,
      { "ties", 0, 0, G_OPTION_ARG_INT, &raw->ties, "list at most N of the deals that tie (10)",
        "N" } },
    { PARLEY_TAKES_TOP,
      { "top", 'n', 0, G_OPTION_ARG_INT, &raw->top, "list at most N (10)", "N" } },
    { PARLEY_TAKES_QUESTIONS,
      { "top", 0, 0, G_OPTION_ARG_INT, &raw->top, "show at most N questions for each side (10)",
        "N" } },
    { PARLEY_TAKES_THREADS,
      { "threads", 't', 0, G_OPTION_ARG_INT, &raw->threads,
        "work with N threads (as many as there are processors); results are the same", "N" } },
    { PARLEY_TAKES_MEMORY,
      { "memory", 0, 0, G_OPTION_ARG_STRING, &raw->memory,
        "let the tables of a search take as much as SIZE, such as 200M or 4G (512M)", "SIZE" } },
    { PARLEY_TAKES_QUIET,
      { "quiet", 'q', 0, G_OPTION_ARG_NONE, &options->quiet, "leave warnings out", NULL } },
  };
  const GOptionEntry help
      = { "help", 'h', 0, G_OPTION_ARG_NONE, &options->help, "show this help", NULL };
  GArray *entries = g_array_new (TRUE, TRUE, sizeof (GOptionEntry));

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (takes & rows[i].takes)
      g_array_append_val (entries, rows[i].entry);
  g_array_append_val (entries, help);

  return entries;
}

/* The options of @command, to be parsed into @raw. */
static GOptionContext *
make_context (const ParleyCommand *command, Raw *raw)
{
  g_autofree char *usage = g_strdup_printf ("%s - %s", command->arguments, command->summary);
  GOptionContext *context = g_option_context_new (usage);
  GOptionGroup *group = g_option_group_new ("parley", NULL, NULL, raw, NULL);
  g_autoptr(GArray) common = common_entries (command->takes, raw);
  const GOptionEntry rest[] = {
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &raw->options->arguments, NULL, NULL },
    { NULL },
  };

  if (command->entries != NULL)
    g_option_group_add_entries (group, command->entries);
  if (command->shared != NULL)
    g_option_group_add_entries (group, command->shared);
  g_option_group_add_entries (group, (const GOptionEntry *) (gpointer) common->data);
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

static gboolean
read_format (const ParleyCommand *command, const char *name, ParleyFormat *format, GError **error)
{
  gboolean all = (command->takes & PARLEY_TAKES_FORMAT) != 0;

  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (formats); i++)
    if (g_str_equal (name, formats[i].name) && (all || formats[i].always))
      {
        *format = (ParleyFormat) i;
        return TRUE;
      }
  if (name == NULL)
    return TRUE;

  g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_INPUT, "--format must be %s, not \"%s\"",
               all ? "text, markdown, csv or json" : "text or json", name);
  return FALSE;
}

static gboolean
read_count (const char *option, int value, guint *count, GError **error)
{
  if (value < 0 || value > MAX_LISTED)
    {
      g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_INPUT,
                   "%s must be from 0 to 1,000,000, not %d", option, value);
      return FALSE;
    }
  *count = (guint) value;
  return TRUE;
}

/* As many as there are processors; several processes on one machine share them. */
static int
default_threads (const ParleyFleet *fleet)
{
  guint most = MIN (g_get_num_processors (), MAX_THREADS);

  return (int) (fleet == NULL ? most : MAX (1, most / fleet->n_local));
}

static gboolean
read_threads (int value, guint *threads, GError **error)
{
  if (value < 1 || value > MAX_THREADS)
    {
      g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_INPUT,
                   "--threads must be from 1 to %d, not %d", MAX_THREADS, value);
      return FALSE;
    }
  *threads = (guint) value;
  return TRUE;
}

/* "200M": bytes, or thousands, millions or billions of them. */
static gboolean
read_memory (const char *value, gsize *memory, GError **error)
{
  static const char suffixes[] = "KMG";
  guint64 bytes = PARLEY_BUDGET_DEFAULT;
  guint64 unit = 1;
  g_autofree char *digits = g_strdup (value);
  gsize length = value == NULL ? 0 : strlen (value);
  const char *suffix = length == 0 ? NULL : strchr (suffixes, g_ascii_toupper (value[length - 1]));

  for (const char *s = suffixes; suffix != NULL && s <= suffix; s++)
    unit *= 1000;
  if (suffix != NULL)
    digits[length - 1] = '\0';
  if (value != NULL
      && (!g_ascii_string_to_unsigned (digits, 10, 1, PARLEY_BUDGET_MOST, &bytes, NULL)
          || bytes * unit < PARLEY_BUDGET_LEAST || bytes > PARLEY_BUDGET_MOST / unit))
    {
      g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_INPUT,
                   "--memory must be from 16M to 64G, such as 512M, not \"%s\"", value);
      return FALSE;
    }
  *memory = bytes * unit;
  return TRUE;
}

static gboolean
check_arguments (const ParleyCommand *command, char **arguments, GError **error)
{
  guint n = g_strv_length (arguments);

  if (n < command->min_arguments)
    g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_INPUT,
                 n == 0 ? "%s is missing" : "an argument is missing: %s", command->arguments);
  else if (n > command->max_arguments)
    g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_INPUT, "one argument too many: \"%s\"",
                 arguments[command->max_arguments]);
  else if (g_strv_contains ((const char *const *) arguments, ""))
    g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_INPUT, "a file name is empty");
  else
    return TRUE;

  return FALSE;
}

static gboolean
check_output (const char *path, GError **error)
{
  if (path == NULL || *path != '\0')
    return TRUE;
  g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_INPUT, "the file name of --output is empty");
  return FALSE;
}

static gboolean
check (const ParleyCommand *command, const Raw *raw, GError **error)
{
  ParleyOptions *options = raw->options;

  if (options->arguments == NULL)
    options->arguments = g_new0 (char *, 1);

  return options->help
         || (read_format (command, raw->format, &options->format, error)
             && read_count ("--ties", raw->ties, &options->ties, error)
             && read_count ("--top", raw->top, &options->top, error)
             && read_threads (raw->threads, &options->threads, error)
             && read_memory (raw->memory, &options->memory, error)
             && check_output (options->output, error)
             && check_arguments (command, options->arguments, error));
}

ParleyOptions *
parley_options_parse (const ParleyCommand *command,
                      char               **argv,
                      const ParleyFleet   *fleet,
                      GError             **error)
{
  g_autoptr(ParleyOptions) options = g_new0 (ParleyOptions, 1);
  Raw raw = { options, NULL, DEFAULT_TIES, DEFAULT_TOP, default_threads (fleet), NULL };
  g_autoptr(GOptionContext) context = make_context (command, &raw);
  g_auto(GStrv) rest = g_strdupv (argv);
  gboolean fine;

  options->fleet = fleet;
  options->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_change_free);

  fine = g_option_context_parse_strv (context, &rest, error);
  if (fine)
    fine = check (command, &raw, error);
  else if (error != NULL && g_error_matches (*error, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION))
    suggest_option (command, *error);

  g_free (raw.format);
  g_free (raw.memory);
  return fine ? g_steal_pointer (&options) : NULL;
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
  ParleyOptions unused = { 0 };
  Raw raw = { .options = &unused };
  g_autoptr(GOptionContext) context = make_context (command, &raw);

  return g_option_context_get_help (context, TRUE, NULL);
}

static void
add_entries (GArray *entries, const GOptionEntry *more)
{
  for (; more != NULL && more->long_name != NULL; more++)
    {
      GOptionEntry entry = *more;

      entry.arg_data = NULL;
      g_array_append_val (entries, entry);
    }
}

GArray *
parley_options_entries (const ParleyCommand *command)
{
  ParleyOptions unused = { 0 };
  Raw raw = { .options = &unused };
  g_autoptr(GArray) common = common_entries (command->takes, &raw);
  GArray *entries = g_array_new (TRUE, TRUE, sizeof (GOptionEntry));

  add_entries (entries, command->entries);
  add_entries (entries, command->shared);
  add_entries (entries, (const GOptionEntry *) (gpointer) common->data);
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
