/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/compare.h"

static void
compared_free (ParleyCompared *self)
{
  parley_scores_free (self->scores);
  parley_place_free (self->place);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyCompared, compared_free)

static ParleyGround *
find_ground (const ParleyComparison *self, const ParleyScenario *scenario)
{
  for (guint i = 0; i < self->grounds->len; i++)
    {
      ParleyGround *ground = g_ptr_array_index (self->grounds, i);

      if (ground->scenario == scenario)
        return ground;
    }
  return NULL;
}

const ParleyGround *
parley_comparison_ground (const ParleyComparison *self, const ParleyCompared *draft)
{
  return find_ground (self, draft->candidate.scenario);
}

static gboolean
add_draft (ParleyComparison *self, const ParleyCandidate *candidate, GError **error)
{
  g_autoptr(ParleyCompared) draft = g_new0 (ParleyCompared, 1);
  g_autoptr(GError) why = NULL;

  draft->candidate = *candidate;
  draft->scores
      = parley_scores_new (candidate->scenario, &candidate->draft, 1, PARLEY_SCORE_COUNTS, error);
  if (draft->scores == NULL)
    return FALSE;
  draft->score = g_ptr_array_index (draft->scores->drafts, 0);
  self->rounded |= draft->score->rounded;
  draft->place = parley_place_new (find_ground (self, candidate->scenario), draft->score, &why);
  if (why != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&why));
      return FALSE;
    }
  g_ptr_array_add (self->drafts, g_steal_pointer (&draft));
  return TRUE;
}

static gboolean
add_step (const ParleyComparison *self, GPtrArray *redrafts, guint from, guint to, GError **error)
{
  ParleyRedraft *redraft = parley_redraft_new (parley_comparison_draft (self, from)->score,
                                               parley_comparison_draft (self, to)->score, error);

  if (redraft != NULL)
    g_ptr_array_add (redrafts, redraft);
  return redraft != NULL;
}

ParleyComparison *
parley_compare (const ParleyCandidate *candidates,
                guint                  n_candidates,
                gboolean               count,
                gsize                  memory,
                const ParleyCrew      *crew,
                GError               **error)
{
  g_autoptr(ParleyComparison) self = g_new0 (ParleyComparison, 1);

  self->drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) compared_free);
  self->redrafts = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_redraft_free);
  self->from_first = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_redraft_free);
  self->grounds = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_ground_free);
  for (guint i = 0; i < n_candidates; i++)
    {
      const ParleyScenario *scenario = candidates[i].scenario;
      ParleyGround *ground = NULL;

      if (find_ground (self, scenario) == NULL)
        {
          ground = parley_ground_new (scenario, count, memory, crew, error);
          if (ground == NULL)
            return NULL;
          g_ptr_array_add (self->grounds, ground);
        }
      if (!add_draft (self, &candidates[i], error))
        return NULL;
    }
  for (guint i = 1; i < n_candidates; i++)
    if (!add_step (self, self->redrafts, i - 1, i, error)
        || (n_candidates > 2 && !add_step (self, self->from_first, 0, i, error)))
      return NULL;
  return g_steal_pointer (&self);
}

void
parley_comparison_free (ParleyComparison *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->redrafts);
  g_ptr_array_unref (self->from_first);
  g_ptr_array_unref (self->drafts);
  g_ptr_array_unref (self->grounds);
  g_free (self);
}
