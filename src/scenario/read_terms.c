/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/read.h"

#include <string.h>

static const ParleyKey interval_keys[] = {
  { "min", FALSE },
  { "max", FALSE },
  { NULL, FALSE },
};

static void
report_empty_range (ParleyReader *reader, const ParleyNode *node)
{
  parley_problems_add_at (reader->problems, PARLEY_PROBLEM_EMPTY_RANGE, node,
                          "nothing lies between \"min\" and \"max\"");
}

/* { "min", "max" }: at least one of them. */
static gboolean
check_interval (ParleyReader *reader, const ParleyNode *node, const char *what)
{
  parley_read_object (reader, node, what, interval_keys);
  if (parley_node_get (node, "min") != NULL || parley_node_get (node, "max") != NULL)
    return TRUE;
  parley_problems_add_at (reader->problems, PARLEY_PROBLEM_EMPTY_CONDITION, node,
                          "%s needs \"min\" or \"max\"", what);
  return FALSE;
}

/* Choices */

static gboolean
add_option (ParleyReader *reader, const ParleyNode *node, guint issue, ParleyTerms *terms)
{
  int option = parley_read_option_ref (reader, node, issue);

  if (option < 0)
    return FALSE;
  if (parley_terms_has_option (terms, (guint) option))
    parley_read_report_repeated (reader, node);
  parley_terms_add_option (terms, (guint) option);
  return TRUE;
}

/* The option at "min" or "max" of @node, @otherwise when it is absent. */
static int
option_end (ParleyReader *reader,
            const ParleyNode *node,
            const char *key,
            guint issue,
            int otherwise)
{
  const ParleyNode *end = parley_node_get (node, key);

  return end == NULL ? otherwise : parley_read_option_ref (reader, end, issue);
}

static gboolean
add_option_interval (ParleyReader *reader, const ParleyNode *node, guint issue, ParleyTerms *terms)
{
  const ParleyIssue *of = parley_scenario_issue (reader->scenario, issue);
  int low = 0;
  int high = 0;

  if (!check_interval (reader, node, "a span of options"))
    return FALSE;
  low = option_end (reader, node, "min", issue, 0);
  high = option_end (reader, node, "max", issue, (int) of->options->len - 1);
  if (!of->ordered)
    parley_problems_add_at (reader->problems, PARLEY_PROBLEM_NOT_ORDERED, node,
                            "the options of \"%s\" are not ordered", of->id)
        ->expected
        = g_strdup ("an option or a list of options");
  if (low < 0 || high < 0 || !of->ordered)
    return FALSE;
  /* Only a scenario knows the order of the options. */
  if (low > high && !reader->alone)
    report_empty_range (reader, node);
  for (int i = low; i <= high; i++)
    parley_terms_add_option (terms, (guint) i);
  return TRUE;
}

/* Numbers */

static gboolean
check_in_range (ParleyReader *reader,
                const ParleyNode *node,
                const ParleyIssue *issue,
                mpq_srcptr number)
{
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;
  ParleyProblem *problem = NULL;

  /* What a derived issue can be follows from the others, so a number that it
   * never reaches is no slip. */
  if (issue->kind != PARLEY_ISSUE_RANGE || reader->alone
      || (mpq_cmp (issue->min, number) <= 0 && mpq_cmp (number, issue->max) <= 0))
    return TRUE;
  low = parley_exact_to_text (issue->min, 12);
  high = parley_exact_to_text (issue->max, 12);
  problem = parley_problems_add_at (reader->problems, PARLEY_PROBLEM_OUTSIDE_RANGE, node,
                                    "the number is outside the range of \"%s\"", issue->id);
  problem->found = parley_node_describe (node);
  problem->expected = g_strdup_printf ("%s to %s", low, high);
  return FALSE;
}

/* "24-36", "3 years" or "3". */
static gboolean
refuse_words (ParleyReader *reader, const ParleyNode *node, const ParleyIssue *issue)
{
  parley_read_explain (
      parley_problems_add_at (reader->problems, PARLEY_PROBLEM_BAD_FRACTION, node,
                              "a term of \"%s\" is not a number", issue->id),
      node, "a number without quotes or unit, where a span is { \"min\": 2, \"max\": 3 }");
  return FALSE;
}

static gboolean
read_number_of (ParleyReader *reader, const ParleyNode *node, guint issue, mpq_ptr number)
{
  const ParleyIssue *of = parley_scenario_issue (reader->scenario, issue);
  g_autofree char *what = g_strdup_printf ("a term of \"%s\"", of->id);

  if (node->kind == PARLEY_NODE_STRING && strchr (node->string, '/') == NULL)
    return refuse_words (reader, node, of);
  return parley_read_number (reader, node, what, number)
         && check_in_range (reader, node, of, number);
}

/* @seen: the numbers of the list so far, as text. (To look them up in @terms would
 * take a time that grows with the square of a long list.) */
static gboolean
is_new (mpq_srcptr number, GHashTable *seen)
{
  g_autofree char *text = parley_exact_to_text (number, 0);

  return g_hash_table_add (seen, g_steal_pointer (&text));
}

static gboolean
add_number (ParleyReader *reader,
            const ParleyNode *node,
            guint issue,
            ParleyTerms *terms,
            GHashTable *seen)
{
  gboolean whole = FALSE;
  mpq_t number;

  mpq_init (number);
  whole = read_number_of (reader, node, issue, number);
  if (whole && !is_new (number, seen))
    parley_read_report_repeated (reader, node);
  if (whole)
    parley_terms_add_interval (terms, number, number);
  mpq_clear (number);
  return whole;
}

/* An end that is absent is the end of the scale, or, on a derived issue whose
 * scale does not get there, the other end. */
static gboolean
read_number_ends (ParleyReader *reader,
                  const ParleyNode *node,
                  guint issue,
                  mpq_ptr low,
                  mpq_ptr high)
{
  const ParleyIssue *of = parley_scenario_issue (reader->scenario, issue);
  const ParleyNode *min = parley_node_get (node, "min");
  const ParleyNode *max = parley_node_get (node, "max");
  gboolean has_low = min == NULL || read_number_of (reader, min, issue, low);
  gboolean has_high = max == NULL || read_number_of (reader, max, issue, high);

  if (!has_low || !has_high)
    return FALSE;
  if (min == NULL)
    mpq_set (low, mpq_cmp (of->min, high) < 0 ? of->min : high);
  if (max == NULL)
    mpq_set (high, mpq_cmp (of->max, low) > 0 ? of->max : low);
  return TRUE;
}

static gboolean
add_number_interval (ParleyReader *reader, const ParleyNode *node, guint issue, ParleyTerms *terms)
{
  gboolean whole = FALSE;
  mpq_t low;
  mpq_t high;

  if (!check_interval (reader, node, "a span of numbers"))
    return FALSE;
  mpq_inits (low, high, NULL);
  whole = read_number_ends (reader, node, issue, low, high);
  if (whole && mpq_cmp (low, high) > 0)
    report_empty_range (reader, node);
  if (whole)
    parley_terms_add_interval (terms, low, high);
  mpq_clears (low, high, NULL);
  return whole;
}

static gboolean
add_one (ParleyReader *reader,
         const ParleyNode *node,
         guint issue,
         ParleyTerms *terms,
         GHashTable *seen)
{
  return terms->options != NULL ? add_option (reader, node, issue, terms)
                                : add_number (reader, node, issue, terms, seen);
}

static gboolean
add_list (ParleyReader *reader,
          const ParleyNode *node,
          guint issue,
          ParleyTerms *terms,
          GHashTable *seen)
{
  gboolean whole = parley_node_size (node) > 0;

  if (!whole)
    parley_problems_add_at (reader->problems, PARLEY_PROBLEM_EMPTY_LIST, node,
                            "a list of terms needs at least one element");
  for (guint i = 0; i < parley_node_size (node); i++)
    whole &= add_one (reader, parley_node_child (node, i), issue, terms, seen);
  return whole;
}

ParleyTerms *
parley_read_terms (ParleyReader *reader, const ParleyNode *node, guint issue)
{
  const ParleyIssue *of = parley_scenario_issue (reader->scenario, issue);
  g_autoptr(GHashTable) seen = NULL;
  g_autoptr(ParleyTerms) terms = NULL;
  gboolean whole = FALSE;

  if (parley_read_is_broken (reader, issue))
    return NULL;
  terms = parley_issue_is_numeric (of) ? parley_terms_new_numbers ()
                                       : parley_terms_new_options (of->options->len);
  seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (node->kind == PARLEY_NODE_ARRAY)
    whole = add_list (reader, node, issue, terms, seen);
  else if (node->kind != PARLEY_NODE_OBJECT)
    whole = add_one (reader, node, issue, terms, seen);
  else if (parley_issue_is_numeric (of))
    whole = add_number_interval (reader, node, issue, terms);
  else
    whole = add_option_interval (reader, node, issue, terms);
  return whole ? g_steal_pointer (&terms) : NULL;
}
