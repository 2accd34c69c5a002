/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/draft_doubt.h"

static void
doubt_free (gpointer data)
{
  ParleyDraftDoubt *self = data;

  parley_tornado_free (self->tornado);
  g_free (self);
}

/* Adds those about one draft. */
static gboolean
add_doubts (GPtrArray            *doubts,
            const ParleyScenario *scenario,
            guint                 draft,
            int                   party,
            GError              **error)
{
  g_autoptr(ParleyScores) scores
      = parley_scores_new (scenario, &draft, 1, PARLEY_SCORE_PLAIN, error);
  const ParleyDraftScore *score = NULL;

  if (scores == NULL)
    return FALSE;
  score = g_ptr_array_index (scores->drafts, 0);
  for (guint p = 0; p < scenario->parties->len && score->reach->feasible; p++)
    {
      const ParleyParty *model = parley_scenario_party (scenario, p);
      ParleyDraftDoubt *doubt = NULL;

      if ((party >= 0 && (guint) party != p) || !parley_party_is_scored (model)
          || !parley_party_gives_verdict (model))
        continue;
      doubt = g_new0 (ParleyDraftDoubt, 1);
      doubt->draft = draft;
      doubt->party = p;
      g_ptr_array_add (doubts, doubt);
      doubt->tornado = parley_tornado_new (score, p, error);
      if (doubt->tornado == NULL)
        return FALSE;
    }
  return TRUE;
}

GPtrArray *
parley_draft_doubts_new (const ParleyScenario *scenario,
                         const guint          *drafts,
                         guint                 n_drafts,
                         int                   party,
                         GError              **error)
{
  g_autoptr(GPtrArray) doubts = g_ptr_array_new_with_free_func (doubt_free);

  for (guint d = 0; d < n_drafts; d++)
    if (!add_doubts (doubts, scenario, drafts[d], party, error))
      return NULL;
  return g_steal_pointer (&doubts);
}

gboolean
parley_draft_doubt_is_believed (const ParleyDraftDoubt *self)
{
  for (guint i = 0; i < self->tornado->bars->len; i++)
    if (parley_tornado_bar (self->tornado, i)->believed)
      return TRUE;
  return FALSE;
}
