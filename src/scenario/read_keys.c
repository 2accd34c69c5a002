/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/read.h"

#include <string.h>

#include "base/date.h"
#include "base/suggest.h"

/* More names than this are no help in a message. */
#define MAX_LISTED 20
#define MAX_LENGTH 1000

static const char *const kind_names[] = {
  [PARLEY_NODE_OBJECT] = "an object",      [PARLEY_NODE_ARRAY] = "a list",
  [PARLEY_NODE_STRING] = "a string",       [PARLEY_NODE_NUMBER] = "a number",
  [PARLEY_NODE_BOOLEAN] = "true or false", [PARLEY_NODE_NULL] = "null",
};

void
parley_read_explain (ParleyProblem *problem, const ParleyNode *node, const char *expected)
{
  problem->found = parley_node_describe (node);
  problem->expected = g_strdup (expected);
}

void
parley_read_report_repeated (ParleyReader *reader, const ParleyNode *node)
{
  parley_read_explain (parley_problems_add_at (reader->problems, PARLEY_PROBLEM_REPEATED, node,
                                               "the list names this twice"),
                       node, NULL);
}

static char *
list_names (const char *const *names)
{
  g_autofree char *all = NULL;

  if (names[0] == NULL || g_strv_length ((char **) names) > MAX_LISTED)
    return NULL;
  all = g_strjoinv (", ", (char **) names);
  if (strlen (all) > MAX_LENGTH)
    return NULL;
  return names[1] == NULL ? g_strdup (all) : g_strdup_printf ("one of %s", all);
}

ParleyOrigin
parley_read_origin (ParleyReader *reader, const ParleyNode *node)
{
  g_ptr_array_add (reader->origins, parley_node_ref ((ParleyNode *) node));
  return reader->origins->len - 1;
}

gboolean
parley_read_kind (ParleyReader *reader,
                  const ParleyNode *node,
                  ParleyNodeKind kind,
                  const char *what)
{
  if (node->kind == kind)
    return TRUE;
  parley_read_explain (parley_problems_add_at (reader->problems, PARLEY_PROBLEM_WRONG_TYPE, node,
                                               "%s has the wrong type", what),
                       node, kind_names[kind]);
  return FALSE;
}

static char *
meant_key (const ParleyNode *object, const char *key)
{
  return g_strdup_printf ("%p %s", (const void *) object, key);
}

/* @word: (nullable): NULL when nothing is suggested. */
static void
suggest (ParleyReader *reader,
         ParleyProblem *problem,
         const ParleyNode *object,
         const char *word,
         const char *const *names)
{
  const char *suggestion = word == NULL ? NULL : parley_suggest (word, names);

  problem->expected = list_names (names);
  problem->suggestion = g_strdup (suggestion);
  if (object != NULL && suggestion != NULL)
    g_hash_table_add (reader->meant, meant_key (object, suggestion));
}

void
parley_read_suggest (ParleyReader *reader,
                     ParleyProblem *problem,
                     const ParleyNode *object,
                     const char *word,
                     const char *const *names)
{
  guint n_names = g_strv_length ((char **) names);

  suggest (reader, problem, object,
           parley_problems_may_suggest (reader->problems, n_names) ? word : NULL, names);
}

void
parley_read_suggest_among (ParleyReader *reader,
                           ParleyProblem *problem,
                           const ParleyNode *object,
                           const char *word,
                           const GPtrArray *things)
{
  gboolean may_suggest = parley_problems_may_suggest (reader->problems, things->len);
  g_autoptr(GPtrArray) ids = g_ptr_array_new ();

  /* There may be thousands, for each of thousands of words. */
  if (things->len > MAX_LISTED && !may_suggest)
    return;
  for (guint i = 0; i < things->len; i++)
    g_ptr_array_add (ids, *(char **) g_ptr_array_index (things, i));
  g_ptr_array_add (ids, NULL);
  suggest (reader, problem, object, may_suggest ? parley_suggest_titled (word, things) : NULL,
           (const char *const *) ids->pdata);
}

gboolean
parley_read_lacks (const ParleyReader *reader, const ParleyNode *object, const char *key)
{
  g_autofree char *meant = NULL;

  if (parley_node_get (object, key) != NULL)
    return FALSE;
  meant = meant_key (object, key);
  return !g_hash_table_contains (reader->meant, meant);
}

static const char **
key_names (const ParleyKey *keys)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; keys[i].name != NULL; i++)
    g_ptr_array_add (names, (gpointer) keys[i].name);
  g_ptr_array_add (names, NULL);
  return (const char **) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}

static void
check_known_keys (ParleyReader *reader,
                  const ParleyNode *object,
                  const char *what,
                  const ParleyKey *keys)
{
  g_autofree const char **names = key_names (keys);

  for (guint i = 0; i < parley_node_size (object); i++)
    {
      const char *key = parley_node_key (object, i);
      ParleyProblem *problem = NULL;

      if (g_strv_contains (names, key))
        continue;
      problem = parley_problems_add_at_key (reader->problems, PARLEY_PROBLEM_UNKNOWN_KEY, object, i,
                                            "%s has no key \"%s\"", what, key);
      parley_read_suggest (reader, problem, object, key, names);
    }
}

gboolean
parley_read_object (ParleyReader *reader,
                    const ParleyNode *node,
                    const char *what,
                    const ParleyKey *keys)
{
  if (!parley_read_kind (reader, node, PARLEY_NODE_OBJECT, what))
    return FALSE;
  check_known_keys (reader, node, what, keys);
  for (guint i = 0; keys[i].name != NULL; i++)
    if (keys[i].required && parley_read_lacks (reader, node, keys[i].name))
      parley_problems_add_at (reader->problems, PARLEY_PROBLEM_MISSING_KEY, node,
                              "%s needs the key \"%s\"", what, keys[i].name);
  return TRUE;
}

/* The child at @key if it has the right type. */
static ParleyNode *
child_of_kind (ParleyReader *reader, const ParleyNode *object, const char *key, ParleyNodeKind kind)
{
  ParleyNode *child = parley_node_get (object, key);
  g_autofree char *what = g_strdup_printf ("\"%s\"", key);

  return child != NULL && parley_read_kind (reader, child, kind, what) ? child : NULL;
}

ParleyNode *
parley_read_list (ParleyReader *reader, const ParleyNode *object, const char *key)
{
  return child_of_kind (reader, object, key, PARLEY_NODE_ARRAY);
}

ParleyNode *
parley_read_map (ParleyReader *reader, const ParleyNode *object, const char *key)
{
  return child_of_kind (reader, object, key, PARLEY_NODE_OBJECT);
}

guint
parley_read_count (ParleyReader *reader,
                   const ParleyNode *list,
                   const char *what,
                   guint most,
                   ParleyProblemCode code)
{
  guint n = list != NULL ? parley_node_size (list) : 0;

  if (n > most)
    parley_problems_add_at (reader->problems, code, list, "%u %s are more than the limit of %u", n,
                            what, most);
  return MIN (n, most);
}

ParleyNode *
parley_read_filled_list (ParleyReader *reader, const ParleyNode *object, const char *key)
{
  ParleyNode *list = parley_read_list (reader, object, key);

  if (list == NULL || parley_node_size (list) > 0)
    return list;
  parley_problems_add_at (reader->problems, PARLEY_PROBLEM_EMPTY_LIST, list,
                          "\"%s\" needs at least one element", key);
  return NULL;
}

gboolean
parley_read_flag (ParleyReader *reader,
                  const ParleyNode *object,
                  const char *key,
                  gboolean otherwise)
{
  const ParleyNode *node = child_of_kind (reader, object, key, PARLEY_NODE_BOOLEAN);

  return node != NULL ? node->boolean : otherwise;
}

static gboolean
is_blank (const char *text)
{
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if (!g_unichar_isspace (g_utf8_get_char (c)))
      return FALSE;
  return TRUE;
}

char *
parley_read_text (ParleyReader *reader, const ParleyNode *object, const char *key)
{
  const ParleyNode *node = child_of_kind (reader, object, key, PARLEY_NODE_STRING);

  if (node == NULL)
    return NULL;
  if (is_blank (node->string))
    {
      parley_problems_add_at (reader->problems, PARLEY_PROBLEM_EMPTY_TEXT, node, "\"%s\" is empty",
                              key);
      return NULL;
    }
  return g_strdup (node->string);
}

void
parley_read_schema (ParleyReader *reader, const ParleyNode *object)
{
  child_of_kind (reader, object, "$schema", PARLEY_NODE_STRING);
}

static char *
read_date (ParleyReader *reader,
           const ParleyNode *object,
           const char *key,
           gboolean (*is_date) (const char *text),
           const char *expected)
{
  const ParleyNode *node = child_of_kind (reader, object, key, PARLEY_NODE_STRING);

  if (node == NULL)
    return NULL;
  if (is_date (node->string))
    return g_strdup (node->string);
  parley_read_explain (parley_problems_add_at (reader->problems, PARLEY_PROBLEM_BAD_DATE, node,
                                               "\"%s\" is not a date", key),
                       node, expected);
  return NULL;
}

char *
parley_read_date (ParleyReader *reader, const ParleyNode *object, const char *key)
{
  return read_date (reader, object, key, parley_date_is_valid, "a day as YYYY-MM-DD");
}

char *
parley_read_period (ParleyReader *reader, const ParleyNode *object, const char *key)
{
  return read_date (reader, object, key, parley_date_is_period,
                    "a day as YYYY-MM-DD, a month as YYYY-MM or a year as YYYY");
}

int
parley_read_word (ParleyReader *reader,
                  const ParleyNode *object,
                  const char *key,
                  const char *const *words)
{
  const ParleyNode *node = child_of_kind (reader, object, key, PARLEY_NODE_STRING);
  ParleyProblem *problem = NULL;

  if (node == NULL)
    return -1;
  for (int i = 0; words[i] != NULL; i++)
    if (g_str_equal (words[i], node->string))
      return i;

  problem = parley_problems_add_at (reader->problems, PARLEY_PROBLEM_UNKNOWN_WORD, node,
                                    "\"%s\" has an unknown value", key);
  problem->found = parley_node_describe (node);
  parley_read_suggest (reader, problem, NULL, node->string, words);
  return -1;
}
