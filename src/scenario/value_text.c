/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/value_text.h"

#include <json-c/json.h>
#include <string.h>

#include "base/exact.h"

/* Of decimals, and characters of a text that is not cut. */
#define MOST_PLACES 10
#define MOST_WORDS 60

gboolean
parley_node_get_number (const ParleyNode *self, mpq_ptr number)
{
  if (self->kind == PARLEY_NODE_STRING && strchr (self->string, '/') == NULL)
    return FALSE;
  return (self->kind == PARLEY_NODE_NUMBER || self->kind == PARLEY_NODE_STRING)
         && parley_exact_parse (self->string, number);
}

gboolean
parley_node_is_number (const ParleyNode *self)
{
  gboolean is_number = FALSE;
  mpq_t number;

  mpq_init (number);
  is_number = parley_node_get_number (self, number);
  mpq_clear (number);
  return is_number;
}

gboolean
parley_node_is_input (const ParleyNode *self)
{
  const ParleyNode *value = parley_node_get (self, "value");

  return parley_node_is_number (self) || (value != NULL && parley_node_is_number (value));
}

void
parley_node_get_input (const ParleyNode *self, const char *key, mpq_ptr number)
{
  const ParleyNode *part = parley_node_get (self, key);

  if (part == NULL || !parley_node_get_number (part, number))
    part = parley_node_get (self, "value");
  if (part == NULL)
    part = self;
  parley_node_get_number (part, number);
}

/* json-c keeps the text that a number was written with. */
static struct json_object *
to_json (const ParleyNode *node)
{
  struct json_object *json = NULL;

  switch (node->kind)
    {
    case PARLEY_NODE_NUMBER:
      return json_object_new_double_s (0, node->string);
    case PARLEY_NODE_STRING:
      return json_object_new_string (node->string);
    case PARLEY_NODE_BOOLEAN:
      return json_object_new_boolean (node->boolean);
    case PARLEY_NODE_OBJECT:
      json = json_object_new_object ();
      for (guint i = 0; i < parley_node_size (node); i++)
        json_object_object_add (json, parley_node_key (node, i),
                                to_json (parley_node_child (node, i)));
      return json;
    case PARLEY_NODE_ARRAY:
      json = json_object_new_array ();
      for (guint i = 0; i < parley_node_size (node); i++)
        json_object_array_add (json, to_json (parley_node_child (node, i)));
      return json;
    case PARLEY_NODE_NULL:
    default:
      return NULL;
    }
}

/* Whether --set takes @string for what it is without quotes. JSON has words of its own, and leaves
 * spaces behind them out. */
static gboolean
is_plain (const char *string)
{
  static const char *const words[] = { "true", "false", "null", NULL };

  if ((!g_ascii_isalpha (*string) && strchr ("./", *string) == NULL) || *string == '\0'
      || g_str_has_suffix (string, " ") || g_strv_contains (words, string))
    return FALSE;
  for (const char *c = string; *c != '\0'; c++)
    if (g_ascii_iscntrl (*c))
      return FALSE;
  return TRUE;
}

char *
parley_node_to_setting (const ParleyNode *self)
{
  struct json_object *json = NULL;
  char *text = NULL;

  if (self->kind == PARLEY_NODE_STRING && is_plain (self->string))
    return g_strdup (self->string);
  json = to_json (self);
  text = g_strdup (json_object_to_json_string_ext (json, JSON_C_TO_STRING_PLAIN
                                                             | JSON_C_TO_STRING_NOSLASHESCAPE));
  json_object_put (json);
  return text;
}

static void append_words (GString *text, const ParleyNode *node);

/* Whether @node is a number, and says nothing else but its range and why. */
static gboolean
is_mere_input (const ParleyNode *node)
{
  static const char *const keys[]
      = { "value", "low", "high", "basis", "confidence", "source", "note", "because", NULL };

  if (!parley_node_is_input (node))
    return FALSE;
  for (guint i = 0; i < parley_node_size (node); i++)
    if (!g_strv_contains (keys, parley_node_key (node, i)))
      return FALSE;
  return TRUE;
}

/* "45 (believed 41-50)". */
static void
append_input (GString *text, const ParleyNode *node)
{
  static const char *const keys[] = { "value", "low", "high" };
  char *parts[G_N_ELEMENTS (keys)] = { NULL };
  mpq_t number;

  mpq_init (number);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      parley_node_get_input (node, keys[i], number);
      parts[i] = parley_exact_to_text (number, MOST_PLACES);
    }
  mpq_clear (number);
  g_string_append (text, parts[0]);
  if (!g_str_equal (parts[0], parts[1]) || !g_str_equal (parts[0], parts[2]))
    g_string_append_printf (text, " (believed %s%s%s)", parts[1], *parts[1] == '-' ? ".." : "-",
                            parts[2]);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_free (parts[i]);
}

/* What is cut off anyway need not be spelled out. */
static gboolean
is_enough (const GString *text)
{
  return text->len > (gsize) 4 * MOST_WORDS;
}

/* Of something with a title that, else what it says. */
static void
append_object (GString *text, const ParleyNode *node)
{
  static const char *const aside[] = { "id", "because", "stance", "source", "note", NULL };
  const char *title = parley_node_get_string (node, "title");
  gboolean has_id = parley_node_find (node, "id") >= 0;
  gsize start = text->len;

  if (title != NULL)
    {
      g_string_append (text, title);
      return;
    }
  for (guint i = 0; i < parley_node_size (node) && !is_enough (text); i++)
    {
      const char *key = parley_node_key (node, i);

      if (has_id && g_strv_contains (aside, key))
        continue;
      g_string_append_printf (text, "%s%s ", text->len > start ? ", " : "", key);
      append_words (text, parley_node_child (node, i));
    }
  if (has_id && text->len == start)
    append_words (text, parley_node_get (node, "id"));
}

/* "none or vague", "1, 2", "0, 100; 50, 60". */
static void
append_list (GString *text, const ParleyNode *node)
{
  const char *between = " or ";

  for (guint i = 0; i < parley_node_size (node); i++)
    {
      const ParleyNode *child = parley_node_child (node, i);

      if (is_mere_input (child))
        between = *between == ';' ? between : ", ";
      else if (child->children != NULL)
        between = "; ";
    }
  for (guint i = 0; i < parley_node_size (node) && !is_enough (text); i++)
    {
      g_string_append (text, i == 0 ? "" : between);
      append_words (text, parley_node_child (node, i));
    }
  if (parley_node_size (node) == 0)
    g_string_append (text, "an empty list");
}

static void
append_words (GString *text, const ParleyNode *node)
{
  if (is_mere_input (node))
    append_input (text, node);
  else if (node->kind == PARLEY_NODE_OBJECT)
    append_object (text, node);
  else if (node->kind == PARLEY_NODE_ARRAY)
    append_list (text, node);
  else if (node->kind == PARLEY_NODE_STRING)
    g_string_append (text, node->string);
  else
    g_string_append (text, node->kind == PARLEY_NODE_NULL ? "null"
                           : node->boolean               ? "true"
                                                          : "false");
}

char *
parley_node_to_words (const ParleyNode *self)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *start = NULL;

  /* What else an input says is a difference of its own. */
  if (parley_node_is_input (self))
    append_input (text, self);
  else
    append_words (text, self);
  if (g_utf8_strlen (text->str, -1) <= MOST_WORDS)
    return g_string_free (g_steal_pointer (&text), FALSE);
  start = g_utf8_substring (text->str, 0, MOST_WORDS - 1);
  return g_strconcat (start, "…", NULL);
}
