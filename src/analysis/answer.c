/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/answer.h"

#include "analysis/completions.h"
#include "analysis/verdict.h"

gboolean
parley_move_is_answer (const ParleyDeed *move)
{
  return !move->own && !move->again;
}

static ParleyShare
crosses (const ParleyExtent *extent)
{
  if (extent->verdict_high < -PARLEY_SCORE_LIMIT)
    return PARLEY_ALL;
  return extent->verdict_low < -PARLEY_SCORE_LIMIT ? PARLEY_SOME : PARLEY_NONE;
}

static void
judge (ParleyAnswer *self, const ParleyOutline *outline, const ParleyUtility *utility)
{
  ParleyExtent extent = parley_extent (outline, utility);

  if (!parley_outline_is_feasible (outline))
    {
      self->verdict = self->bare_verdict = PARLEY_VERDICT_INFEASIBLE;
      return;
    }
  self->verdict = parley_verdict_of (utility, &extent, TRUE);
  self->bare_verdict = parley_verdict_of (utility, &extent, FALSE);
  self->crosses = crosses (&extent);
}

gboolean
parley_answer_init (ParleyAnswer         *self,
                    const ParleyScenario *scenario,
                    const ParleyDeed     *move,
                    GError              **error)
{
  g_auto(ParleyCompletions) draft = { 0 };
  g_autoptr(ParleyOutline) outline = NULL;

  *self = (ParleyAnswer){ .move = *move, .crosses = PARLEY_NONE };
  self->yes = parley_act_says (move->act) == PARLEY_SAYS_YES;
  if (!parley_party_gives_verdict (parley_scenario_party (scenario, move->party)))
    return TRUE;
  if (!parley_completions_init (&draft, scenario, move->draft, move->party, move->date, error))
    return FALSE;
  outline = parley_outline_new (draft.space, move->party, error);
  if (outline == NULL)
    return FALSE;
  judge (self, outline, draft.utility);
  return TRUE;
}

GArray *
parley_answers_new (const ParleyScenario *scenario, guint party, GError **error)
{
  g_autoptr(GArray) record = parley_record_new (scenario, party);
  g_autoptr(GArray) answers = g_array_new (FALSE, FALSE, sizeof (ParleyAnswer));

  for (guint i = 0; i < record->len; i++)
    {
      const ParleyDeed *move = &g_array_index (record, ParleyDeed, i);
      ParleyAnswer answer;

      if (!parley_move_is_answer (move))
        continue;
      if (!parley_answer_init (&answer, scenario, move, error))
        return NULL;
      g_array_append_val (answers, answer);
    }
  return g_steal_pointer (&answers);
}
