/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/genius.h"

/* A discrete issue: an evaluation a value, divided by the largest (EvaluatorDiscrete). */

static gboolean
add_evaluation (ParleyGenius *self,
                const ParleyElement *item,
                const ParleyGeniusIssue *issue,
                GHashTable *evaluations)
{
  g_autofree char *value = parley_genius_text (self, item, "value");
  gboolean whole = FALSE;
  mpq_t evaluation;

  mpq_init (evaluation);
  if (value == NULL || !parley_genius_number (self, item, "evaluation", evaluation))
    ;
  else if (mpq_sgn (evaluation) < 0)
    parley_problems_add_at_element (self->problems, PARLEY_PROBLEM_VALUE_OUT_OF_SCALE, item,
                                    "the evaluation of \"%s\" is below 0", value);
  else if (g_hash_table_contains (evaluations, value))
    parley_problems_add_at_element (self->problems, PARLEY_PROBLEM_REPEATED, item,
                                    "the issue \"%s\" has an evaluation of \"%s\" twice",
                                    issue->name, value);
  else
    {
      if (!g_hash_table_contains (issue->values, value))
        parley_problems_add_at_element (self->problems, PARLEY_PROBLEM_LEFT_OUT, item,
                                        "the issue \"%s\" of the domain has no value \"%s\": it is "
                                        "left out, though it may be the largest evaluation",
                                        issue->name, value);
      g_hash_table_insert (evaluations, g_steal_pointer (&value), parley_exact_new (evaluation));
      whole = TRUE;
    }
  mpq_clear (evaluation);
  return whole;
}

static gboolean
read_evaluations (ParleyGenius *self,
                  const ParleyElement *element,
                  const ParleyGeniusIssue *issue,
                  GHashTable *evaluations)
{
  gboolean whole = TRUE;

  for (guint i = 0; i < element->children->len; i++)
    {
      const ParleyElement *item = parley_element_child (element, i);

      if (g_str_equal (item->name, "item"))
        whole &= add_evaluation (self, item, issue, evaluations);
    }
  return whole;
}

/* Sets @factor to 100 over the largest evaluation, or to 0 below 1e-5, as GENIUS does. */
static void
find_factor (GHashTable *evaluations, mpq_ptr factor)
{
  GHashTableIter iter;
  gpointer evaluation = NULL;

  mpq_set_ui (factor, 0, 1);
  g_hash_table_iter_init (&iter, evaluations);
  while (g_hash_table_iter_next (&iter, NULL, &evaluation))
    if (mpq_cmp (evaluation, factor) > 0)
      mpq_set (factor, evaluation);
  if (mpq_cmp_ui (factor, 1, 100000) < 0)
    {
      mpq_set_ui (factor, 0, 1);
      return;
    }
  mpq_inv (factor, factor);
  parley_import_to_points (factor);
}

/* GENIUS stops at a value without evaluation when it comes to it. */
static gboolean
fill_table (const ParleyGeniusIssue *issue, GHashTable *evaluations, ParleyValueFunction *function)
{
  GHashTableIter iter;
  gpointer value = NULL;
  gpointer place = NULL;
  gboolean whole = TRUE;
  mpq_t factor, number;

  mpq_inits (factor, number, NULL);
  find_factor (evaluations, factor);
  g_ptr_array_set_size (function->table, (int) g_hash_table_size (issue->values));
  g_hash_table_iter_init (&iter, issue->values);
  while (g_hash_table_iter_next (&iter, &value, &place))
    {
      mpq_srcptr evaluation = g_hash_table_lookup (evaluations, value);

      whole &= evaluation != NULL;
      if (evaluation == NULL)
        continue;
      mpq_mul (number, evaluation, factor);
      function->table->pdata[GPOINTER_TO_UINT (place) - 1] = parley_number_new (number);
    }
  mpq_clears (factor, number, NULL);
  return whole;
}

/* The values without evaluation, in the order of the domain. */
static void
report_missing (ParleyGenius *self,
                const ParleyElement *element,
                guint index,
                const ParleyValueFunction *function)
{
  const ParleyIssue *issue = parley_scenario_issue (self->scenario, index);
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint i = 0; i < function->table->len; i++)
    if (g_ptr_array_index (function->table, i) == NULL)
      g_string_append_printf (names, "%s\"%s\"", names->len > 0 ? ", " : "",
                              parley_issue_option (issue, i)->title);
  parley_problems_add_at_element (self->problems, PARLEY_PROBLEM_MISSING_OPTION, element,
                                  "the issue \"%s\" leaves out the evaluation of: %s", issue->title,
                                  names->str);
}

ParleyValueFunction *
parley_genius_read_evaluations (ParleyGenius *self, const ParleyElement *element, guint index)
{
  const ParleyGeniusIssue *issue = parley_genius_issue (self, index);
  g_autoptr(GHashTable) evaluations
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) parley_exact_free);
  g_autoptr(ParleyValueFunction) function = NULL;

  if (!read_evaluations (self, element, issue, evaluations))
    return NULL;
  function = parley_value_function_new (PARLEY_VALUE_TABLE);
  if (fill_table (issue, evaluations, function))
    return g_steal_pointer (&function);
  report_missing (self, element, index, function);
  return NULL;
}
