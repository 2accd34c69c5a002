/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/read.h"

#include <string.h>

/* Paths that the warning about numbers without a basis names. */
#define N_PATHS 3

/* Numbers without a basis */

/* Writes the way from @node to @target in dots, as a setting does. */
static gboolean
append_path (const ParleyNode *node, const ParleyNode *target, GString *path)
{
  gsize length = path->len;

  if (node == target)
    return TRUE;
  for (guint i = 0; i < parley_node_size (node); i++)
    {
      if (node->kind == PARLEY_NODE_OBJECT)
        g_string_append_printf (path, "%s%s", length > 0 ? "." : "", parley_node_key (node, i));
      else
        g_string_append_printf (path, "%s%u", length > 0 ? "." : "", i);
      if (append_path (parley_node_child (node, i), target, path))
        return TRUE;
      g_string_truncate (path, length);
    }
  return FALSE;
}

static char *
first_paths (const ParleyNode *party, const GPtrArray *bare)
{
  g_autoptr(GString) all = g_string_new (NULL);

  for (guint i = 0; i < MIN (bare->len, N_PATHS); i++)
    {
      g_autoptr(GString) path = g_string_new (NULL);

      append_path (party, g_ptr_array_index (bare, i), path);
      g_string_append_printf (all, "%s%s", i > 0 ? ", " : "", path->str);
    }
  if (bare->len > N_PATHS)
    g_string_append (all, ", …");
  return g_string_free (g_steal_pointer (&all), FALSE);
}

static void
warn_of_basis (ParleyReader *reader, const ParleyNode *node, const ParleyParty *party)
{
  const GPtrArray *bare = reader->tally.bare;
  g_autofree char *paths = first_paths (node, bare);

  if (bare->len > 0)
    parley_problems_add_at (reader->problems, PARLEY_PROBLEM_NO_BASIS, node,
                            "of the %u numbers of \"%s\", %u have neither a source nor a basis: %s",
                            reader->tally.n_inputs, party->id != NULL ? party->id : "", bare->len,
                            paths);
}

/* Weights */

/* Only weights that somebody wrote down as shares of 100 can be off. */
static void
warn_of_sum (ParleyReader *reader, const ParleyNode *node, const ParleyParty *party)
{
  const ParleyNode *weights = parley_node_get (node, "weights");
  mpq_t sum;

  if (weights == NULL || !party->normalize || party->ranked)
    return;
  mpq_init (sum);
  parley_party_sum_weights (party, sum);
  if (mpq_sgn (sum) > 0 && (mpq_cmp_ui (sum, 95, 1) < 0 || mpq_cmp_ui (sum, 105, 1) > 0))
    {
      ParleyProblem *problem
          = parley_problems_add_at (reader->problems, PARLEY_PROBLEM_WEIGHTS_SUM, weights,
                                    "the weights are far from 100 in all");

      problem->found = parley_exact_to_text (sum, 12);
      problem->expected = g_strdup ("95 to 105");
    }
  mpq_clear (sum);
}

/* A weight that was forgotten is 0 without a word; a weight of 0 that is written is meant. */
static void
warn_of_values (ParleyReader *reader, const ParleyParty *party)
{
  for (guint i = 0; i < party->n_issues; i++)
    if (party->values[i] != NULL && party->weights[i] == NULL)
      {
        const char *issue = parley_scenario_issue (reader->scenario, i)->id;

        parley_problems_add_at (reader->problems, PARLEY_PROBLEM_UNWEIGHTED_VALUES,
                                g_ptr_array_index (reader->origins, party->values[i]->origin),
                                "\"%s\" has values and no weight, so it counts for nothing", issue)
            ->expected
            = g_strdup ("a weight, which may be 0");
      }
}

void
parley_read_warn_of_party (ParleyReader *reader,
                           const ParleyNode *node,
                           const ParleyParty *party,
                           gboolean weighed)
{
  if (weighed)
    {
      warn_of_sum (reader, node, party);
      warn_of_values (reader, party);
    }
  warn_of_basis (reader, node, party);
}

/* Issues that nobody weights */

/* What is weighted through a derived issue counts as weighted. */
static void
warn_of_unweighted (ParleyReader *reader)
{
  gboolean *weighted = (gboolean *) (gpointer) reader->weighted->data;
  const ParleyScenario *scenario = reader->scenario;

  for (guint i = 0; i < scenario->issues->len; i++)
    if (weighted[i])
      parley_issue_mark_sources (parley_scenario_issue (scenario, i), weighted);
  for (guint i = 0; i < scenario->issues->len; i++)
    {
      const ParleyIssue *issue = parley_scenario_issue (scenario, i);

      /* Of two issues with one id only the first can be weighted. */
      if (!weighted[i] && parley_scenario_find_issue (scenario, issue->id) == (int) i)
        parley_problems_add_at (reader->problems, PARLEY_PROBLEM_UNWEIGHTED_ISSUE,
                                g_ptr_array_index (reader->origins, issue->origin),
                                "no party weights the issue \"%s\"", issue->id);
    }
}

/* Sources that nothing cites */

static void
mark_cited (ParleyReader *reader, const ParleyNode *node)
{
  ParleySource *source = NULL;

  if (node->kind == PARLEY_NODE_STRING)
    source = g_hash_table_lookup (reader->sources, node->string);
  if (source != NULL)
    source->used = TRUE;
  for (guint i = 0; node->kind == PARLEY_NODE_ARRAY && i < parley_node_size (node); i++)
    mark_cited (reader, parley_node_child (node, i));
}

/* Where something could not be read, sources may still be cited. */
static void
mark_all_cited (ParleyReader *reader, const ParleyNode *node)
{
  const ParleyNode *source = parley_node_get (node, "source");

  if (source != NULL)
    mark_cited (reader, source);
  for (guint i = 0; i < parley_node_size (node); i++)
    mark_all_cited (reader, parley_node_child (node, i));
}

static void
warn_of_unused (ParleyReader *reader)
{
  const GPtrArray *sources = reader->scenario->sources;

  if (reader->problems->n_errors > 0)
    mark_all_cited (reader, g_ptr_array_index (reader->origins, 0));
  for (guint i = 0; i < sources->len; i++)
    {
      const ParleySource *source = g_ptr_array_index (sources, i);

      if (!source->used)
        parley_problems_add_at (reader->problems, PARLEY_PROBLEM_UNUSED_SOURCE,
                                g_ptr_array_index (reader->origins, source->origin),
                                "nothing cites the source \"%s\"", source->id);
    }
}

void
parley_read_warn_of_scenario (ParleyReader *reader)
{
  if ((reader->unsure & (PARLEY_UNSURE_WEIGHTS | PARLEY_UNSURE_PARTIES | PARLEY_UNSURE_ISSUES))
      == 0)
    warn_of_unweighted (reader);
  if ((reader->unsure & PARLEY_UNSURE_CONDITIONS) == 0)
    parley_read_warn_of_indifference (reader);
  warn_of_unused (reader);
}
