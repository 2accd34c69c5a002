/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/suggest.h"
#include "scenario/genius.h"

static const char *const kind_words[] = { "discrete", "integer", "real", NULL };

char *
parley_genius_text (ParleyGenius *self, const ParleyElement *element, const char *attribute)
{
  const char *written = parley_element_get (element, attribute);

  if (written != NULL)
    return g_strstrip (g_strdup (written));
  parley_problems_add_at_element (self->problems, PARLEY_PROBLEM_MISSING_PART, element,
                                  "<%s> needs the attribute \"%s\"", element->name, attribute);
  return NULL;
}

gboolean
parley_genius_number (ParleyGenius *self,
                      const ParleyElement *element,
                      const char *attribute,
                      mpq_ptr number)
{
  g_autofree char *text = parley_genius_text (self, element, attribute);
  ParleyProblem *problem = NULL;

  if (text == NULL)
    return FALSE;
  if (parley_import_decimal (text, number))
    return TRUE;
  problem = parley_problems_add_at_element (self->problems, PARLEY_PROBLEM_BAD_DECIMAL, element,
                                            "the attribute \"%s\" of <%s> must be a number",
                                            attribute, element->name);
  problem->found = g_strdup_printf ("\"%.200s\"", text);
  problem->expected = g_strdup ("at most 100 digits, and an exponent of at most 100");
  return FALSE;
}

gboolean
parley_genius_number_or (ParleyGenius *self,
                         const ParleyElement *element,
                         const char *attribute,
                         mpq_ptr number)
{
  return parley_element_get (element, attribute) == NULL
         || parley_genius_number (self, element, attribute, number);
}

const ParleyElement *
parley_genius_objective (const ParleyElement *space)
{
  const ParleyElement *objective = parley_element_find (space, "objective");

  return objective != NULL ? objective : space;
}

static void
append_named (GPtrArray *list, const ParleyElement *element, const char *name)
{
  for (guint i = 0; i < element->children->len; i++)
    if (g_str_equal (parley_element_child (element, i)->name, name))
      g_ptr_array_add (list, (gpointer) parley_element_child (element, i));
}

GPtrArray *
parley_genius_list (ParleyGenius *self, const ParleyElement *space, const char *name)
{
  GPtrArray *list = g_ptr_array_new ();
  guint n_objectives = 0;

  for (guint i = 0; i < space->children->len; i++)
    {
      const ParleyElement *child = parley_element_child (space, i);
      const ParleyElement *nested = parley_element_find (child, "objective");

      if (!g_str_equal (child->name, "objective"))
        continue;
      if (n_objectives++ > 0 || nested != NULL)
        {
          parley_problems_add_at_element (self->problems, PARLEY_PROBLEM_UNSUPPORTED,
                                          nested != NULL ? nested : child,
                                          "objectives that are parts of others are not read: the "
                                          "issues must stand in one <objective>");
          g_ptr_array_unref (list);
          return NULL;
        }
      append_named (list, child, name);
    }
  append_named (list, space, name);
  return list;
}

const char *
parley_genius_kind_word (ParleyGeniusKind kind)
{
  return kind_words[kind];
}

gboolean
parley_genius_kind (ParleyGenius *self, const ParleyElement *issue, ParleyGeniusKind *kind)
{
  static const char *const attributes[] = { "type", "vtype", "etype" };
  const char *written = NULL;
  ParleyProblem *problem = NULL;

  for (guint i = 0; written == NULL && i < G_N_ELEMENTS (attributes); i++)
    written = parley_element_get (issue, attributes[i]);
  if (written == NULL)
    return TRUE;
  for (guint i = 0; kind_words[i] != NULL; i++)
    if (g_ascii_strcasecmp (kind_words[i], written) == 0)
      {
        *kind = (ParleyGeniusKind) i;
        return TRUE;
      }
  problem = parley_problems_add_at_element (self->problems, PARLEY_PROBLEM_UNKNOWN_WORD, issue,
                                            "the kind of an issue is not known");
  problem->found = g_strdup_printf ("\"%.200s\"", written);
  problem->expected = g_strdup ("discrete, integer or real");
  problem->suggestion = g_strdup (parley_suggest (written, kind_words));
  return FALSE;
}

const ParleyElement *
parley_genius_bounds (const ParleyElement *issue)
{
  const ParleyElement *range = parley_element_find (issue, "range");

  return parley_element_get (issue, "lowerbound") == NULL && range != NULL ? range : issue;
}

void
parley_genius_warn_of_others (ParleyGenius *self,
                              const ParleyElement *element,
                              const char *const *known)
{
  g_autoptr(GHashTable) said = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < element->children->len; i++)
    {
      const ParleyElement *child = parley_element_child (element, i);

      if (g_strv_contains (known, child->name) || !g_hash_table_add (said, child->name))
        continue;
      parley_problems_add_at_element (self->problems, PARLEY_PROBLEM_LEFT_OUT, child,
                                      "<%s> in <%s> is not known, and is left out", child->name,
                                      element->name);
    }
}

int
parley_genius_find_issue (const ParleyGenius *self, const char *index)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->places, index)) - 1;
}

const ParleyGeniusIssue *
parley_genius_issue (const ParleyGenius *self, guint index)
{
  return g_ptr_array_index (self->issues, index);
}

void
parley_genius_issue_free (ParleyGeniusIssue *self)
{
  if (self == NULL)
    return;
  g_free (self->index);
  g_free (self->name);
  mpq_clears (self->lower, self->upper, NULL);
  g_clear_pointer (&self->values, g_hash_table_unref);
  g_free (self);
}
