/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/read.h"

static const ParleyNode *
node_at (const ParleyReader *reader, ParleyOrigin origin)
{
  return g_ptr_array_index (reader->origins, origin);
}

static gboolean
is_weighted (const ParleyParty *party, guint issue)
{
  return party->weights[issue] != NULL && mpq_sgn (party->weights[issue]->value) > 0;
}

/* What a model file by itself leaves out may stand beside "use", and in a model
 * that could not be read, whose "use" is left, there may be anything. */
static gboolean
is_partial (const ParleyReader *reader, const ParleyNode *node)
{
  return reader->alone || parley_node_get (node, "use") != NULL;
}

static gboolean
has_weighting (const ParleyNode *node)
{
  return parley_node_get (node, "weights") != NULL || parley_node_get (node, "ranking") != NULL
         || parley_node_get (node, "swing") != NULL;
}

void
parley_read_check_weight (ParleyReader *reader, const ParleyNode *node, const ParleyParty *party)
{
  gboolean needs = party->role == PARLEY_ROLE_PARTY
                   || (party->role == PARLEY_ROLE_RATIFIER && party->reservation != NULL);

  if (parley_party_is_scored (party))
    return;
  if (has_weighting (node) || (needs && !is_partial (reader, node)))
    parley_problems_add_at (reader->problems, PARLEY_PROBLEM_NO_WEIGHT, node,
                            "a party that is scored needs a weight above 0, or an adjustment");
}

static void
check_reservation (ParleyReader *reader, const ParleyNode *node, const ParleyParty *party)
{
  gboolean needs = party->role == PARLEY_ROLE_PARTY
                   || (party->role == PARLEY_ROLE_RATIFIER
                       && (has_weighting (node) || parley_party_is_scored (party)));

  if (needs && parley_read_lacks (reader, node, "reservation"))
    parley_problems_add_at (reader->problems, PARLEY_PROBLEM_MISSING_RESERVATION, node,
                            "a party that has to accept needs a \"reservation\"");
}

/* Looks for the key, not for what was read: a value function that is wrong has
 * been reported. */
static void
check_values_of (ParleyReader *reader,
                 const ParleyNode *values,
                 const ParleyParty *party,
                 guint index)
{
  const ParleyIssue *issue = parley_scenario_issue (reader->scenario, index);
  gboolean may_count = party->weights[index] != NULL && mpq_sgn (party->weights[index]->high) > 0;

  if (may_count && parley_read_lacks (reader, values, issue->id))
    parley_problems_add_at (reader->problems, PARLEY_PROBLEM_MISSING_VALUES,
                            node_at (reader, party->weights[index]->origin),
                            "\"%s\" is weighted, so it needs \"values\"", issue->id);
}

static void
check_values (ParleyReader *reader, const ParleyNode *node, const ParleyParty *party)
{
  const ParleyNode *values = parley_node_get (node, "values");

  if (values == NULL && parley_party_is_weighted (party)
      && parley_read_lacks (reader, node, "values"))
    parley_problems_add_at (reader->problems, PARLEY_PROBLEM_MISSING_VALUES,
                            node_at (reader, party->weights_origin),
                            "issues are weighted, so the party needs \"values\"");
  if (values == NULL || values->kind != PARLEY_NODE_OBJECT)
    return;
  for (guint i = 0; i < party->n_issues; i++)
    check_values_of (reader, values, party, i);
}

/* A value that is not known may be any. */
static gboolean
table_varies (const ParleyValueFunction *function)
{
  const ParleyNumber *first = g_ptr_array_index (function->table, 0);

  for (guint i = 1; i < function->table->len; i++)
    {
      const ParleyNumber *other = g_ptr_array_index (function->table, i);

      if (first == NULL || other == NULL || !mpq_equal (first->value, other->value))
        return TRUE;
    }
  return FALSE;
}

/* Only pieces within the scale count: a curve may reach further. */
static gboolean
curve_varies (const ParleyValueFunction *function, const ParleyIssue *issue)
{
  for (guint i = 0; i + 1 < function->x->len; i++)
    {
      const ParleyNumber *left = g_ptr_array_index (function->y, i);
      const ParleyNumber *right = g_ptr_array_index (function->y, i + 1);

      if (mpq_cmp (g_ptr_array_index (function->x, i), issue->max) < 0
          && mpq_cmp (g_ptr_array_index (function->x, i + 1), issue->min) > 0
          && !mpq_equal (left->value, right->value))
        return TRUE;
    }
  return FALSE;
}

/* Around the ideal there are values above 0, beyond the tolerance all are 0. */
static gboolean
ideal_varies (const ParleyValueFunction *function, const ParleyIssue *issue)
{
  gboolean varies = FALSE;
  mpq_t low;
  mpq_t high;

  mpq_inits (low, high, NULL);
  mpq_sub (low, function->ideal->value, function->tolerance->value);
  mpq_add (high, function->ideal->value, function->tolerance->value);
  varies = mpq_cmp (issue->max, low) > 0 && mpq_cmp (issue->min, high) < 0;
  mpq_clears (low, high, NULL);
  return varies;
}

static gboolean
value_varies (const ParleyValueFunction *function, const ParleyIssue *issue)
{
  if (function->kind == PARLEY_VALUE_TABLE)
    return table_varies (function);
  if (mpq_equal (issue->min, issue->max))
    return FALSE;
  return function->kind == PARLEY_VALUE_IDEAL ? ideal_varies (function, issue)
                                              : curve_varies (function, issue);
}

static gboolean
score_varies (ParleyReader *reader, const ParleyParty *party)
{
  for (guint i = 0; i < party->n_issues; i++)
    {
      const ParleyIssue *issue = parley_scenario_issue (reader->scenario, i);

      if (is_weighted (party, i)
          && (party->values[i] == NULL || value_varies (party->values[i], issue)))
        return TRUE;
    }
  for (guint i = 0; i < party->adjustments->len; i++)
    {
      const ParleyAdjustment *adjustment = g_ptr_array_index (party->adjustments, i);

      if (mpq_sgn (adjustment->points->value) != 0)
        return TRUE;
    }
  return FALSE;
}

void
parley_read_check_party (ParleyReader *reader, const ParleyNode *node, const ParleyParty *party)
{
  if ((reader->alone || !is_partial (reader, node)) && parley_read_lacks (reader, node, "title"))
    parley_problems_add_at (reader->problems, PARLEY_PROBLEM_MISSING_KEY, node,
                            "a party needs the key \"title\"");
  if (is_partial (reader, node))
    return;
  check_reservation (reader, node, party);
  check_values (reader, node, party);
}

void
parley_read_check_variety (ParleyReader *reader, const ParleyNode *node, const ParleyParty *party)
{
  if (parley_party_is_scored (party) && !score_varies (reader, party))
    parley_problems_add_at (reader->problems, PARLEY_PROBLEM_SCORE_CANNOT_VARY, node,
                            "the score of \"%s\" is the same for every deal", party->id);
}
