/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/read.h"

static void
mark_weighted (ParleyReader *reader, guint issue)
{
  g_array_index (reader->weighted, gboolean, issue) = TRUE;
}

static void
read_weight (ParleyReader *reader, const ParleyNode *map, guint index, ParleyParty *party)
{
  int issue = parley_read_issue_key (reader, map, index);
  g_autofree char *what = g_strdup_printf ("the weight of \"%s\"", parley_node_key (map, index));
  ParleyNumber *weight
      = parley_read_input (reader, parley_node_child (map, index), what, PARLEY_BOUND_WEIGHT);

  if (issue < 0)
    {
      parley_number_free (weight);
      return;
    }
  party->weights[issue] = weight;
  if (weight == NULL || mpq_sgn (weight->value) > 0)
    mark_weighted (reader, (guint) issue);
}

static void
read_written (ParleyReader *reader, const ParleyNode *node, const char *key, ParleyParty *party)
{
  const ParleyNode *map = parley_read_map (reader, node, key);

  for (guint i = 0; map != NULL && i < parley_node_size (map); i++)
    read_weight (reader, map, i, party);
}

/* Rankings */

/* The weight of the rank @rank (from 0) of @n: the mean of 1/j for j from
 * rank + 1 to n, over n (the centroid of all weights in that order; Barron and
 * Barrett, "Decision quality using ranked attribute weights", Management
 * Science 42, 1996). */
static void
centroid_weight (guint rank, guint n, mpq_ptr weight)
{
  mpq_t part;

  mpq_init (part);
  mpq_set_ui (weight, 0, 1);
  for (guint j = rank + 1; j <= n; j++)
    {
      mpq_set_ui (part, 1, j);
      mpq_add (weight, weight, part);
    }
  mpq_set_ui (part, 1, n);
  mpq_mul (weight, weight, part);
  mpq_clear (part);
}

/* Equals share the mean of the ranks that they take up together. */
static void
shared_weight (guint rank, guint n_equals, guint n, mpq_ptr weight)
{
  mpq_t part;

  mpq_init (part);
  mpq_set_ui (weight, 0, 1);
  for (guint i = 0; i < n_equals; i++)
    {
      centroid_weight (rank + i, n, part);
      mpq_add (weight, weight, part);
    }
  mpq_set_ui (part, 1, n_equals);
  mpq_mul (weight, weight, part);
  mpq_clear (part);
}

static guint
n_equals (const ParleyNode *level)
{
  return level->kind == PARLEY_NODE_ARRAY ? parley_node_size (level) : 1;
}

static const ParleyNode *
equal_at (const ParleyNode *level, guint index)
{
  return level->kind == PARLEY_NODE_ARRAY ? parley_node_child (level, index) : level;
}

static void
weigh (ParleyReader *reader, const ParleyNode *node, mpq_srcptr weight, ParleyParty *party)
{
  int issue = parley_read_issue_ref (reader, node);

  if (issue < 0)
    return;
  mark_weighted (reader, (guint) issue);
  if (party->weights[issue] != NULL)
    {
      parley_problems_add_at (reader->problems, PARLEY_PROBLEM_REPEATED, node,
                              "\"%s\" is ranked twice", node->string);
      return;
    }
  party->weights[issue] = parley_number_new (weight);
  party->weights[issue]->basis = reader->tally.party_basis;
  party->weights[issue]->origin = parley_read_origin (reader, node);
}

static void
weigh_level (ParleyReader *reader, const ParleyNode *level, guint rank, guint n, ParleyParty *party)
{
  mpq_t weight;

  if (n_equals (level) == 0)
    {
      parley_problems_add_at (reader->problems, PARLEY_PROBLEM_EMPTY_LIST, level,
                              "a list of equals needs at least one issue");
      return;
    }
  mpq_init (weight);
  /* A ranking with more names than there are issues is wrong anyway. */
  if (n <= reader->scenario->issues->len)
    shared_weight (rank, n_equals (level), n, weight);
  for (guint i = 0; i < n_equals (level); i++)
    weigh (reader, equal_at (level, i), weight, party);
  mpq_clear (weight);
}

static void
read_ranking (ParleyReader *reader, const ParleyNode *node, ParleyParty *party)
{
  const ParleyNode *list = parley_read_filled_list (reader, node, "ranking");
  guint n = 0;
  guint rank = 0;

  for (guint i = 0; list != NULL && i < parley_node_size (list); i++)
    n += n_equals (parley_node_child (list, i));
  for (guint i = 0; list != NULL && i < parley_node_size (list); i++)
    {
      const ParleyNode *level = parley_node_child (list, i);

      weigh_level (reader, level, rank, n, party);
      rank += n_equals (level);
    }
}

static const char *const ways[] = { "weights", "ranking", "swing" };

/* One way of weighting only. Returns: the key of the first, NULL when there is none. */
static const char *
find_way (ParleyReader *reader, const ParleyNode *node)
{
  const char *first = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      const ParleyNode *way = parley_node_get (node, ways[i]);

      if (way == NULL)
        continue;
      if (first != NULL)
        parley_problems_add_at (reader->problems, PARLEY_PROBLEM_WEIGHTS_AND_RANKING, way,
                                "\"%s\" stands instead of \"%s\", not beside it", ways[i], first);
      else
        first = ways[i];
    }
  return first;
}

static void
read_normalize (ParleyReader *reader, const ParleyNode *node, const char *way, ParleyParty *party)
{
  party->normalize = parley_read_flag (reader, node, "normalize", TRUE);
  if (party->normalize || way == NULL || g_str_equal (way, "weights"))
    return;
  parley_problems_add_at (reader->problems, PARLEY_PROBLEM_NORMALIZE_WITHOUT_WEIGHTS,
                          parley_node_get (node, "normalize"),
                          "\"normalize\": false goes with \"weights\", not with \"%s\"", way);
}

/* Returns: FALSE when the key of a weighting is misspelt, so that it is not known. */
static gboolean
lacks_way (ParleyReader *reader, const ParleyNode *node)
{
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    if (!parley_read_lacks (reader, node, ways[i]))
      {
        reader->unsure |= PARLEY_UNSURE_WEIGHTS;
        return FALSE;
      }
  return TRUE;
}

/* Weights of issues that are not known have been passed over. */
static gboolean
misses_issues (const ParleyReader *reader)
{
  return (reader->unsure & PARLEY_UNSURE_ISSUES) != 0 && !reader->alone;
}

gboolean
parley_read_weights (ParleyReader *reader, const ParleyNode *node, ParleyParty *party)
{
  guint n_errors = reader->problems->n_errors;
  const char *way = find_way (reader, node);

  read_normalize (reader, node, way, party);
  if (way == NULL)
    return lacks_way (reader, node);
  party->weights_origin = parley_read_origin (reader, parley_node_get (node, way));
  party->ranked = g_str_equal (way, "ranking");
  if (party->ranked)
    read_ranking (reader, node, party);
  else
    read_written (reader, node, way, party);
  if (reader->problems->n_errors == n_errors && !misses_issues (reader))
    return TRUE;
  reader->unsure |= PARLEY_UNSURE_WEIGHTS;
  return FALSE;
}
