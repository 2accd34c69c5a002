/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/issue_row.h"

gboolean
parley_issue_row_find (const ParleyDraftScore *score, guint issue, ParleyIssueRow *row)
{
  const ParleySpace *space = score->space;
  int axis = space->domain->axis_of_issue[issue];

  if (axis >= 0)
    {
      const ParleyAxis *options = &space->domain->axes[axis];

      *row = (ParleyIssueRow){
        options->n_options, score->reach->options[axis], axis, 0, options, NULL
      };
      return TRUE;
    }
  for (guint f = 0; f < space->factors->len; f++)
    {
      const ParleyFactor *factor = g_ptr_array_index (space->factors, f);

      if (factor->issue != issue)
        continue;
      *row = (ParleyIssueRow){ factor->values->len, score->reach->values[f], -1, f, NULL,
                               factor->values };
      return TRUE;
    }
  return FALSE;
}

gboolean
parley_issue_row_same (const ParleyIssueRow *a, const ParleyIssueRow *b)
{
  gboolean same = a->n_options == b->n_options && (a->axis >= 0) == (b->axis >= 0);

  for (guint o = 0; same && o < a->n_options; o++)
    if (a->axis < 0)
      same = mpq_equal (g_ptr_array_index (a->values, o), g_ptr_array_index (b->values, o));
    else if (a->options->numbers != NULL && b->options->numbers != NULL)
      same = mpq_equal (a->options->numbers[o], b->options->numbers[o]);
    else
      same = a->options->numbers == b->options->numbers
             && a->options->options[o] == b->options->options[o];
  return same;
}

static gboolean
has_same_reach (const ParleyDraftScore *a, const ParleyDraftScore *b, guint issue)
{
  ParleyIssueRow of_a, of_b;
  gboolean same = parley_issue_row_find (a, issue, &of_a) && parley_issue_row_find (b, issue, &of_b)
                  && parley_issue_row_same (&of_a, &of_b);

  for (guint o = 0; same && o < of_a.n_options; o++)
    same = (of_a.reached[o] != FALSE) == (of_b.reached[o] != FALSE);
  return same;
}

gboolean
parley_issue_row_alike (const ParleyDraftScore *a, const ParleyDraftScore *b, guint issue)
{
  const ParleyScenario *scenario = a->space->scenario;
  g_autofree gboolean *sources = g_new0 (gboolean, scenario->issues->len);
  gboolean alike = has_same_reach (a, b, issue);

  parley_issue_mark_sources (parley_scenario_issue (scenario, issue), sources);
  for (guint i = 0; alike && i < scenario->issues->len; i++)
    alike = !sources[i] || parley_issue_row_alike (a, b, i);
  return alike;
}

void
parley_issue_row_points (const ParleyDraftScore *score,
                         const ParleyIssueRow *row,
                         guint party,
                         guint option,
                         mpq_ptr points)
{
  const ParleyUtility *utility = g_ptr_array_index (score->utilities, party);
  const ParleyScore *table
      = row->axis >= 0 ? utility->axes[row->axis] : utility->factors[row->factor];

  parley_score_to_exact (table == NULL ? 0 : table[option], utility->denominator, points);
}
