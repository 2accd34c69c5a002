/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/geniusweb.h"

static const char *const profile_keys[]
    = { "name", "domain", "issueWeights", "issueUtilities", "reservationBid", NULL };

static gboolean
read_weight (ParleyGeniusweb *self, const ParleyNode *node, guint index, ParleyParty *party)
{
  g_autofree char *what
      = g_strdup_printf ("the weight of \"%s\"", parley_geniusweb_name (self, index));
  gboolean whole = FALSE;
  mpq_t weight;

  mpq_init (weight);
  whole = parley_geniusweb_share (self, node, what, weight);
  if (whole)
    parley_import_weigh (party, index, weight);
  mpq_clear (weight);
  return whole;
}

/* The issues of @map that the domain lacks. */
static gboolean
check_names (ParleyGeniusweb *self, const ParleyNode *map)
{
  const ParleyNode *issues = parley_node_get (self->domain, "issuesValues");

  for (guint i = 0; i < parley_node_size (map); i++)
    if (parley_node_get (issues, parley_node_key (map, i)) == NULL)
      {
        parley_problems_add_at_key (self->problems, PARLEY_PROBLEM_MISMATCH, map, i,
                                    "the domain has no issue \"%s\"", parley_node_key (map, i));
        return FALSE;
      }
  return TRUE;
}

/* The member of @map that is about the issue at @index. */
static const ParleyNode *
find_issue (ParleyGeniusweb *self, const ParleyNode *map, const char *what, guint index)
{
  const char *name = parley_geniusweb_name (self, index);
  const ParleyNode *member = parley_node_get (map, name);

  if (member == NULL)
    parley_problems_add_at (self->problems, PARLEY_PROBLEM_MISMATCH, map,
                            "%s leave out the issue \"%s\" of the domain", what, name);
  return member;
}

static gboolean
read_preferences (ParleyGeniusweb *self, const ParleyNode *space, ParleyParty *party)
{
  const ParleyNode *weights
      = parley_geniusweb_member (self, space, "a profile", "issueWeights", PARLEY_NODE_OBJECT);
  const ParleyNode *utilities
      = parley_geniusweb_member (self, space, "a profile", "issueUtilities", PARLEY_NODE_OBJECT);
  gboolean whole = weights != NULL && utilities != NULL && check_names (self, weights)
                   && check_names (self, utilities);

  for (guint i = 0; whole && i < self->scenario->issues->len; i++)
    {
      const ParleyNode *weight = find_issue (self, weights, "the weights", i);
      const ParleyNode *utility = find_issue (self, utilities, "the utilities", i);

      whole = weight != NULL && utility != NULL && read_weight (self, weight, i, party);
      if (whole)
        party->values[i] = parley_geniusweb_read_values (self, utility, i);
      whole = whole && party->values[i] != NULL;
    }
  return whole;
}

/* Sets @value to that of the value of an issue in a bid. */
static gboolean
value_of_bid (ParleyGeniusweb *self,
              const ParleyNode *node,
              const ParleyParty *party,
              guint index,
              mpq_ptr value)
{
  const ParleyIssue *issue = parley_scenario_issue (self->scenario, index);
  int option = -1;

  if (issue->kind == PARLEY_ISSUE_RANGE)
    {
      if (!parley_geniusweb_number (self, node, "a value of a range", value))
        return FALSE;
      if (mpq_cmp (value, issue->min) >= 0 && mpq_cmp (value, issue->max) <= 0)
        {
          parley_import_value_of (value, party->values[index], value);
          return TRUE;
        }
    }
  else if (node->kind == PARLEY_NODE_STRING || node->kind == PARLEY_NODE_NUMBER)
    option = parley_geniusweb_find_value (self, index, node->string);
  if (option >= 0)
    {
      const ParleyNumber *number = g_ptr_array_index (party->values[index]->table, option);

      mpq_set (value, number->value);
      return TRUE;
    }
  parley_problems_add_at (self->problems, PARLEY_PROBLEM_MISMATCH, node,
                          "the reservation bid has a value that \"%s\" lacks", issue->title)
      ->found
      = parley_node_describe (node);
  return FALSE;
}

/* GeniusWeb counts nothing for an issue that a bid leaves out. */
static gboolean
add_issue_of_bid (ParleyGeniusweb *self,
                  const ParleyNode *bid,
                  const ParleyParty *party,
                  guint index,
                  mpq_ptr sum)
{
  const ParleyNode *node = parley_node_get (bid, parley_geniusweb_name (self, index));
  gboolean whole = TRUE;
  mpq_t value;

  if (node == NULL)
    {
      parley_problems_add_at (self->problems, PARLEY_PROBLEM_LEFT_OUT, bid,
                              "the reservation bid says nothing of \"%s\", which counts 0",
                              parley_geniusweb_name (self, index));
      return TRUE;
    }
  mpq_init (value);
  whole = value_of_bid (self, node, party, index, value);
  mpq_mul (value, value, party->weights[index]->value);
  mpq_add (sum, sum, value);
  mpq_clear (value);
  return whole;
}

static gboolean
read_bid (ParleyGeniusweb *self, const ParleyNode *space, const ParleyParty *party, mpq_ptr sum)
{
  const ParleyNode *bid = parley_node_get (space, "reservationBid");
  const ParleyNode *values = NULL;
  gboolean whole = TRUE;

  if (bid == NULL || bid->kind == PARLEY_NODE_NULL)
    return TRUE;
  values = parley_geniusweb_member (self, bid, "a bid", "issuevalues", PARLEY_NODE_OBJECT);
  whole = values != NULL && check_names (self, values);
  for (guint i = 0; whole && i < party->n_issues; i++)
    whole = add_issue_of_bid (self, values, party, i, sum);
  return whole;
}

static gboolean
read_reservation (ParleyGeniusweb *self, const ParleyNode *space, ParleyParty *party)
{
  gboolean whole = FALSE;
  mpq_t sum;

  mpq_init (sum);
  whole = read_bid (self, space, party, sum);
  party->reservation = parley_number_new (sum);
  mpq_clear (sum);
  return whole;
}

static gboolean
check_party (ParleyGeniusweb *self, const ParleyNode *space, const ParleyParty *party)
{
  g_autofree char *sums = parley_import_describe_sums (party);

  if (!parley_import_varies (party))
    {
      parley_problems_add_at (self->problems, PARLEY_PROBLEM_SCORE_CANNOT_VARY, space, "%s",
                              PARLEY_IMPORT_FLAT);
      return FALSE;
    }
  if (*sums != '\0')
    parley_problems_add_at (self->problems, PARLEY_PROBLEM_NOT_CAPPED, space, "%s", sums);
  return TRUE;
}

static char *
title_of (const ParleyNode *space)
{
  const char *name = parley_node_get_string (space, "name");

  return name != NULL ? parley_import_title (name) : parley_import_stem (space->text);
}

gboolean
parley_geniusweb_read_profile (ParleyGeniusweb *self, const ParleyNode *space, GHashTable *taken)
{
  g_autofree char *title = title_of (space);
  ParleyParty *party
      = parley_import_add_party (self->scenario, title, space->text, "GeniusWeb", taken);

  parley_geniusweb_warn_of_others (self, space, profile_keys);
  return read_preferences (self, space, party) && read_reservation (self, space, party)
         && check_party (self, space, party);
}
