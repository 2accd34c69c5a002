/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/compare.h"

#include "base/error.h"

static void
compared_free (ParleyCompared *self)
{
  parley_scores_free (self->scores);
  parley_match_free (self->match);
  parley_draft_place_free (self->place);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyCompared, compared_free)

/* What is too much is left out, and why the first time. Returns: FALSE for any other error. */
static gboolean
leave_out (ParleyComparison *self, GError *why, GError **error)
{
  return parley_error_forgive_limit (why, self->too_much == NULL ? &self->too_much : NULL, error);
}

/* Sets the ground of the draft's scenario, which others of it share. */
static gboolean
find_ground (ParleyComparison *self,
             ParleyCompared   *draft,
             gboolean          count,
             gsize             memory,
             const ParleyCrew *crew,
             GError          **error)
{
  GError *why = NULL;
  ParleyGround *ground = NULL;

  for (guint i = 0; i < self->drafts->len; i++)
    if (parley_comparison_draft (self, i)->candidate.scenario == draft->candidate.scenario)
      {
        draft->ground = parley_comparison_draft (self, i)->ground;
        return TRUE;
      }
  ground = parley_ground_new (draft->candidate.scenario, count, memory, crew, &why);
  if (ground == NULL)
    return leave_out (self, why, error);
  g_ptr_array_add (self->grounds, ground);
  draft->ground = ground;
  return TRUE;
}

static gboolean
find_place (ParleyComparison *self, ParleyCompared *draft, GError **error)
{
  GError *why = NULL;

  if (draft->ground == NULL)
    return TRUE;
  draft->place = parley_draft_place_new (draft->ground, draft->score, &why);
  return leave_out (self, why, error);
}

static gboolean
add_draft (ParleyComparison      *self,
           const ParleyCandidate *candidate,
           gboolean               count,
           gsize                  memory,
           const ParleyCrew      *crew,
           GError               **error)
{
  g_autoptr(ParleyCompared) draft = g_new0 (ParleyCompared, 1);

  draft->candidate = *candidate;
  draft->match = parley_match_new (self->scenario, candidate->scenario, error);
  if (draft->match == NULL)
    return FALSE;
  draft->scores
      = parley_scores_new (candidate->scenario, &candidate->draft, 1, PARLEY_SCORE_COUNTS, error);
  if (draft->scores == NULL)
    return FALSE;
  draft->score = g_ptr_array_index (draft->scores->drafts, 0);
  self->rounded |= draft->score->rounded;
  if (!find_ground (self, draft, count, memory, crew, error) || !find_place (self, draft, error))
    return FALSE;
  g_ptr_array_add (self->drafts, g_steal_pointer (&draft));
  return TRUE;
}

static void
add_redraft (const ParleyComparison *self, GPtrArray *redrafts, guint from, guint to)
{
  const ParleyCompared *before = parley_comparison_draft (self, from);
  const ParleyCompared *after = parley_comparison_draft (self, to);

  g_ptr_array_add (redrafts, parley_redraft_new (self->scenario,
                                                 &(ParleyDraftAt){ before->score, before->match },
                                                 &(ParleyDraftAt){ after->score, after->match }));
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

  self->scenario = candidates[0].scenario;
  self->drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) compared_free);
  self->redrafts = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_redraft_free);
  self->from_first = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_redraft_free);
  self->grounds = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_ground_free);
  for (guint i = 0; i < n_candidates; i++)
    if (!add_draft (self, &candidates[i], count, memory, crew, error))
      return NULL;
  for (guint i = 1; i < n_candidates; i++)
    {
      add_redraft (self, self->redrafts, i - 1, i);
      if (n_candidates > 2)
        add_redraft (self, self->from_first, 0, i);
    }
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
  g_free (self->too_much);
  g_free (self);
}
