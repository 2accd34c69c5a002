/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/options_part.h"

#include <string.h>

#include "cli/choose.h"
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

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "--format must be %s, not \"%s\"",
               all ? "text, markdown, csv or json" : "text or json", name);
  return FALSE;
}

static gboolean
read_count (const char *option, int value, guint *count, GError **error)
{
  *count = (guint) value;
  return parley_choose_whole (option, value, 0, MAX_LISTED, error);
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
  *threads = (guint) value;
  return parley_choose_whole ("--threads", value, 1, MAX_THREADS, error);
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
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
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
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 n == 0 ? "%s is missing" : "an argument is missing: %s", command->arguments);
  else if (n > command->max_arguments)
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "one argument too many: \"%s\"",
                 arguments[command->max_arguments]);
  else if (g_strv_contains ((const char *const *) arguments, ""))
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "a file name is empty");
  else
    return TRUE;

  return FALSE;
}

static gboolean
check_output (const char *path, GError **error)
{
  if (path == NULL || *path != '\0')
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               "the file name of --output is empty");
  return FALSE;
}

static gboolean
check (const ParleyRawOptions *raw,
       const ParleyCommand *command,
       ParleyOptions *options,
       GError **error)
{
  return read_format (command, raw->format, &options->format, error)
         && read_count ("--ties", raw->ties, &options->ties, error)
         && read_count ("--top", raw->top, &options->top, error)
         && read_threads (raw->threads, &options->threads, error)
         && read_memory (raw->memory, &options->memory, error)
         && check_output (options->output, error)
         && check_arguments (command, options->arguments, error);
}

ParleyOptions *
parley_raw_options_check (ParleyRawOptions *raw, const ParleyCommand *command, GError **error)
{
  g_autoptr(ParleyOptions) options = g_new0 (ParleyOptions, 1);

  options->arguments = g_steal_pointer (&raw->arguments);
  if (options->arguments == NULL)
    options->arguments = g_new0 (char *, 1);
  options->output = g_steal_pointer (&raw->output);
  options->changes = g_steal_pointer (&raw->changes);
  options->exact = raw->exact;
  options->quiet = raw->quiet;
  options->help = raw->help;
  return options->help || check (raw, command, options, error) ? g_steal_pointer (&options) : NULL;
}

void
parley_raw_options_init (ParleyRawOptions *self, const ParleyFleet *fleet)
{
  *self = (ParleyRawOptions){ .ties = DEFAULT_TIES,
                              .top = DEFAULT_TOP,
                              .threads = default_threads (fleet) };
  self->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_change_free);
}

void
parley_raw_options_clear (ParleyRawOptions *self)
{
  g_strfreev (self->arguments);
  g_free (self->output);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_free (self->format);
  g_free (self->memory);
}
