/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/resource.h"
#include "scenario/differ.h"
#include "scenario/value_text.h"

extern const ParleyResource parley_fuzz_files[];

void
parley_fuzz_fail (const char *file, int line, const char *condition)
{
  fprintf (stderr, "%s:%d: does not hold: %s\n", file, line, condition);
  abort ();
}

/* Inputs */

gboolean
parley_fuzz_next (ParleyFuzzPart *rest, ParleyFuzzPart *part)
{
  const char *cut = NULL;

  if (rest->data == NULL)
    return FALSE;
  *part = *rest;
  cut = rest->size == 0 ? NULL : memchr (rest->data, PARLEY_FUZZ_CUT, rest->size);
  if (cut == NULL)
    {
      *rest = (ParleyFuzzPart){ NULL, 0 };
      return TRUE;
    }
  part->size = (gsize) (cut - part->data);
  *rest = (ParleyFuzzPart){ cut + 1, rest->size - part->size - 1 };
  return TRUE;
}

char **
parley_fuzz_strings (const guint8 *data, gsize size)
{
  ParleyFuzzPart rest = { size == 0 ? "" : (const char *) data, size };
  ParleyFuzzPart part;
  GPtrArray *strings = g_ptr_array_new ();

  while (parley_fuzz_next (&rest, &part))
    g_ptr_array_add (strings, g_strndup (part.data, part.size));
  g_ptr_array_add (strings, NULL);
  return (char **) g_ptr_array_free (strings, FALSE);
}

ParleyText *
parley_fuzz_text (const char *name, const char *data, gsize size)
{
  char *copy = g_malloc (size + 1);

  if (size > 0)
    memcpy (copy, data, size);
  copy[size] = '\0';
  return parley_text_new_take (name, NULL, copy, size);
}

gboolean
parley_fuzz_asks_for_work (const guint8 *data, gsize size)
{
  guint n_digits = 0;

  for (gsize i = 0; i < size; i++)
    {
      gboolean grows = n_digits > 0 && (data[i] == 'e' || data[i] == 'E');

      n_digits = g_ascii_isdigit (data[i]) ? n_digits + 1 : 0;
      if (n_digits > 3 || grows)
        return TRUE;
    }
  return FALSE;
}

/* Scenarios */

static void
know_model (GHashTable *models)
{
  const char *data = parley_resource_text (parley_fuzz_files, "model.json");
  g_autoptr(ParleyText) text = parley_fuzz_text ("model.json", data, strlen (data));
  g_autoptr(ParleyProblems) problems = parley_problems_new ();
  ParleyNode *model = parley_node_parse (text, problems);

  PARLEY_FUZZ_REQUIRE (model != NULL);
  g_hash_table_insert (models, g_strdup ("us"), model);
}

ParleyLoaded *
parley_fuzz_load (const char *data, gsize size)
{
  g_autoptr(ParleyText) text = parley_fuzz_text ("a.json", data, size);
  g_autoptr(ParleyProblems) problems = parley_problems_new ();
  g_autoptr(ParleyWritten) written = parley_written_new (text, problems);
  ParleyLoaded sealed = { .text = text, .written = written };

  if (written == NULL)
    {
      PARLEY_FUZZ_REQUIRE (problems->n_errors > 0);
      return parley_load_text (text, NULL);
    }
  written->is_sealed = TRUE;
  know_model (written->models);
  return parley_loaded_with (&sealed, NULL);
}

GString *
parley_fuzz_open_base (void)
{
  GString *text = g_string_new (parley_resource_text (parley_fuzz_files, "base.json"));
  const char *end = strstr (text->str, ",\n  \"cases\"");

  PARLEY_FUZZ_REQUIRE (end != NULL);
  return g_string_truncate (text, (gsize) (end - text->str));
}

const ParleyLoaded *
parley_fuzz_base (void)
{
  static ParleyLoaded *base;
  const char *data = parley_resource_text (parley_fuzz_files, "base.json");

  if (base == NULL)
    base = parley_fuzz_load (data, strlen (data));
  PARLEY_FUZZ_REQUIRE (base->scenario != NULL);
  return base;
}

ParleyLoaded *
parley_fuzz_change (ParleyChange *change)
{
  g_autoptr(GPtrArray) changes
      = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_change_free);

  g_ptr_array_add (changes, change);
  return parley_loaded_with (parley_fuzz_base (), changes);
}

/* @sound: ids are what things are told apart by, so that two with one id differ from themselves. */
static void
look_at_tree (const ParleyNode *tree, gboolean sound)
{
  g_autofree char *setting = parley_node_to_setting (tree);
  g_autofree char *words = parley_node_to_words (tree);
  g_autofree char *again = NULL;
  g_autoptr(ParleyText) text = parley_fuzz_text ("again", setting, strlen (setting));
  g_autoptr(ParleyProblems) problems = parley_problems_new ();
  g_autoptr(ParleyNode) node = parley_node_parse (text, problems);
  g_autoptr(GPtrArray) differences = NULL;

  PARLEY_FUZZ_REQUIRE (node != NULL && g_utf8_validate (words, -1, NULL));
  again = parley_node_to_setting (node);
  PARLEY_FUZZ_REQUIRE (g_str_equal (setting, again));
  differences = parley_nodes_differ (tree, node);
  PARLEY_FUZZ_REQUIRE (!sound || differences->len == 0);
}

void
parley_fuzz_check_problems (const ParleyProblems *problems)
{
  for (guint i = 0; i < problems->items->len; i++)
    {
      g_autofree char *text = parley_problem_to_string (parley_problems_get (problems, i));

      PARLEY_FUZZ_REQUIRE (g_utf8_validate (text, -1, NULL));
    }
}

void
parley_fuzz_look_at (ParleyLoaded *loaded)
{
  PARLEY_FUZZ_REQUIRE ((loaded->scenario == NULL) == (loaded->problems->n_errors > 0));
  if (loaded->scenario != NULL && !loaded->is_model)
    parley_loaded_check_cases (loaded);
  parley_fuzz_check_problems (loaded->problems);
  if (loaded->tree != NULL)
    look_at_tree (loaded->tree, loaded->scenario != NULL);
}

/* Options */

typedef struct
{
  gpointer  data;
  GOptionArg arg;
  gint64    number; /* what it was */
  double    fraction;
} Option;

static void
remember (GArray *options, const GOptionEntry *entry)
{
  for (; entry != NULL && entry->long_name != NULL; entry++)
    {
      Option option = { entry->arg_data, entry->arg, 0, 0 };

      if (entry->arg == G_OPTION_ARG_INT || entry->arg == G_OPTION_ARG_NONE)
        option.number = *(const gint *) entry->arg_data;
      else if (entry->arg == G_OPTION_ARG_INT64)
        option.number = *(const gint64 *) entry->arg_data;
      else if (entry->arg == G_OPTION_ARG_DOUBLE)
        option.fraction = *(const double *) entry->arg_data;
      g_array_append_val (options, option);
    }
}

static void
put_back (const Option *option)
{
  switch (option->arg)
    {
    case G_OPTION_ARG_STRING:
    case G_OPTION_ARG_FILENAME:
      g_clear_pointer ((char **) option->data, g_free);
      break;
    case G_OPTION_ARG_STRING_ARRAY:
    case G_OPTION_ARG_FILENAME_ARRAY:
      g_clear_pointer ((char ***) option->data, g_strfreev);
      break;
    case G_OPTION_ARG_NONE:
    case G_OPTION_ARG_INT:
      *(gint *) option->data = (gint) option->number;
      break;
    case G_OPTION_ARG_INT64:
      *(gint64 *) option->data = option->number;
      break;
    case G_OPTION_ARG_DOUBLE:
      *(double *) option->data = option->fraction;
      break;
    default:
      parley_fuzz_fail (__FILE__, __LINE__, "a known kind of option");
    }
}

void
parley_fuzz_forget_options (const ParleyCommand *command)
{
  static GHashTable *remembered;
  GArray *options = NULL;

  if (remembered == NULL)
    remembered = g_hash_table_new (NULL, NULL);
  options = g_hash_table_lookup (remembered, command);
  if (options == NULL)
    {
      options = g_array_new (FALSE, FALSE, sizeof (Option));
      remember (options, command->entries);
      remember (options, command->shared);
      g_hash_table_insert (remembered, (gpointer) command, options);
      return;
    }
  for (guint i = 0; i < options->len; i++)
    put_back (&g_array_index (options, Option, i));
}
