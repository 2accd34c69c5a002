/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/setting.h"

#include <string.h>

#include "scenario/scan.h"

/* An object with one member: what a part of a path stands for. */
static ParleyNode *
wrap (const char *key, ParleyText *text, gsize offset, gsize end, ParleyNode *value)
{
  ParleyNode *object = parley_node_new (PARLEY_NODE_OBJECT, text, offset, end);

  object->is_path = TRUE;
  parley_node_take_child (object, parley_member_new (key, text, offset, end), value);
  return object;
}

ParleyNode *
parley_node_from_parts (const char *const *parts,
                        ParleyText        *text,
                        gsize              offset,
                        gsize              end,
                        ParleyNode        *value)
{
  g_autofree char *path = g_strjoinv (".", (char **) parts);
  gboolean is_verbatim = end - offset == strlen (path);
  ParleyNode *node = parley_node_ref (value);

  for (guint i = g_strv_length ((char **) parts); i-- > 0;)
    {
      gsize start = is_verbatim ? end - strlen (parts[i]) : offset;

      node = wrap (parts[i], text, start, end, node);
      if (is_verbatim && i > 0)
        end = start - strlen (".");
    }
  return node;
}

static gboolean
check_parts (char **parts, ParleyText *text, gsize offset, ParleyProblems *problems)
{
  g_autofree char *pointer = parley_text_pointer (text, offset);
  ParleyProblem *problem;

  for (guint i = 0; parts[i] != NULL; i++)
    if (!g_utf8_validate (parts[i], -1, NULL))
      {
        problem = parley_problems_add (problems, PARLEY_PROBLEM_ENCODING, text, offset, pointer,
                                       "the path is not valid UTF-8");
        problem->expected = g_strdup ("a path such as parties.us.reservation");
        return FALSE;
      }
  if (g_strv_length (parts) > PARLEY_SCAN_MAX_DEPTH)
    {
      parley_problems_add (problems, PARLEY_PROBLEM_TOO_DEEP, text, offset, pointer,
                           "a path has more than %d parts", PARLEY_SCAN_MAX_DEPTH);
      return FALSE;
    }
  if (parts[0] != NULL && !g_strv_contains ((const char *const *) parts, ""))
    return TRUE;
  problem = parley_problems_add (problems, PARLEY_PROBLEM_SETTING, text, offset, pointer,
                                 "a part of the path is empty");
  problem->expected = g_strdup ("a path such as parties.us.reservation");
  return FALSE;
}

ParleyNode *
parley_node_from_path (const char     *path,
                       ParleyText     *text,
                       gsize           offset,
                       gsize           end,
                       ParleyNode     *value,
                       ParleyProblems *problems)
{
  g_auto(GStrv) parts = g_strsplit (path, ".", -1);

  if (!check_parts (parts, text, offset, problems))
    return NULL;
  return parley_node_from_parts ((const char *const *) parts, text, offset, end, value);
}

/* Text that begins like this was meant as JSON, so that a slip in it must not
 * turn it into a string; neither may what is JSON but beyond the limits. */
static gboolean
is_meant_as_json (char first, const ParleyProblems *problems)
{
  return strchr ("{[\"", first) != NULL
         || parley_problems_get (problems, 0)->code != PARLEY_PROBLEM_SYNTAX;
}

static ParleyNode *
read_value (ParleyText *text, gsize offset, ParleyProblems *problems)
{
  g_autoptr(ParleyProblems) tried = parley_problems_new ();
  const char *value = text->data + offset;
  ParleyNode *node = parley_node_parse_from (text, offset, tried);

  if (node != NULL)
    return node;
  if (*value != '\0' && is_meant_as_json (*value, tried))
    return parley_node_parse_from (text, offset, problems);
  return parley_node_new_string (text, offset, text->length, value);
}

ParleyNode *
parley_node_from_setting (const char *setting, const char *name, ParleyProblems *problems)
{
  g_autoptr(ParleyText) text
      = parley_text_new_take (name, NULL, g_strdup (setting), strlen (setting));
  g_autoptr(ParleyNode) value = NULL;
  g_autofree char *path = NULL;
  const char *equals = strchr (setting, '=');
  gsize length;

  if (equals == NULL)
    {
      ParleyProblem *problem = parley_problems_add (problems, PARLEY_PROBLEM_SETTING, text,
                                                    text->length, "", "a setting has no \"=\"");

      problem->expected = g_strdup ("PATH=VALUE, such as parties.us.reservation=40");
      return NULL;
    }
  length = (gsize) (equals - setting);
  value = read_value (text, length + 1, problems);
  if (value == NULL)
    return NULL;
  path = g_strndup (setting, length);
  return parley_node_from_path (path, text, 0, length, value, problems);
}
