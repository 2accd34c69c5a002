/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/score.h"

#include "analysis/contribution.h"
#include "analysis/joint.h"
#include "analysis/verdict.h"
#include "space/depend.h"

const char *
parley_verdict_to_string (ParleyVerdict verdict)
{
  switch (verdict)
    {
    case PARLEY_VERDICT_ACCEPTS:
      return "accepts";
    case PARLEY_VERDICT_REJECTS:
      return "rejects";
    case PARLEY_VERDICT_DEPENDS:
      return "depends";
    case PARLEY_VERDICT_INFEASIBLE:
      return "infeasible";
    case PARLEY_VERDICT_UNKNOWN:
      return "unknown";
    case PARLEY_VERDICT_NONE:
    default:
      return NULL;
    }
}

const ParleyContribution *
parley_standing_part (const ParleyStanding *self, guint issue)
{
  for (guint i = 0; i < self->contributions->len; i++)
    {
      const ParleyContribution *part = g_ptr_array_index (self->contributions, i);

      if (part->issue == issue)
        return part;
    }
  return NULL;
}

gboolean
parley_standing_always_crosses (const ParleyStanding *self)
{
  for (guint i = 0; i < self->red_lines->len; i++)
    if (g_array_index (self->red_lines, ParleyAction, i).applies == PARLEY_ALL)
      return TRUE;
  return self->verdict == PARLEY_VERDICT_REJECTS && self->bare_verdict == PARLEY_VERDICT_ACCEPTS;
}

guint
parley_open_axes (const ParleySpace *space, guint *axes)
{
  guint n = 0;

  for (guint a = 0; a < space->domain->n_axes; a++)
    if (space->domain->axes[a].n_options > 1)
      axes[n++] = a;
  return n;
}

static ParleyStanding *
standing_new (guint party)
{
  ParleyStanding *self = g_new0 (ParleyStanding, 1);

  self->party = party;
  self->needed = PARLEY_ALL;
  mpq_inits (self->low, self->high, self->adjusted_low, self->adjusted_high, self->reservation,
             NULL);
  self->red_lines = g_array_new (FALSE, FALSE, sizeof (ParleyAction));
  self->adjustments = g_array_new (FALSE, FALSE, sizeof (ParleyAction));
  self->depends_on = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

static void
standing_free (ParleyStanding *self)
{
  mpq_clears (self->low, self->high, self->adjusted_low, self->adjusted_high, self->reservation,
              NULL);
  g_array_unref (self->red_lines);
  g_array_unref (self->adjustments);
  if (self->depends_on != NULL)
    g_array_unref (self->depends_on);
  if (self->contributions != NULL)
    g_ptr_array_unref (self->contributions);
  g_free (self);
}

static void
draft_score_free (ParleyDraftScore *self)
{
  if (self == NULL)
    return;
  if (self->standings != NULL)
    g_ptr_array_unref (self->standings);
  parley_counts_free (self->counts);
  parley_counts_free (self->bare_counts);
  parley_reach_free (self->reach);
  if (self->utilities != NULL)
    g_ptr_array_unref (self->utilities);
  parley_space_free (self->space);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyDraftScore, draft_score_free)

/* What the couplings of the party do in the completions. */
static void
add_actions (ParleyStanding *standing, const ParleySpace *space, const ParleyReach *reach)
{
  for (guint c = 0; c < space->couplings->len; c++)
    {
      const ParleyCoupling *coupling = g_ptr_array_index (space->couplings, c);
      ParleyAction action = { coupling->item, reach->couplings[c] };

      if (coupling->party != standing->party)
        continue;
      if (coupling->effect == PARLEY_EFFECT_RED_LINE && action.applies != PARLEY_NONE)
        g_array_append_val (standing->red_lines, action);
      if (coupling->effect == PARLEY_EFFECT_ADJUST)
        g_array_append_val (standing->adjustments, action);
      if (coupling->effect == PARLEY_EFFECT_WAIVE && action.applies != PARLEY_NONE)
        standing->needed = action.applies == PARLEY_ALL ? PARLEY_NONE : PARLEY_SOME;
    }
}

/* How low and high the points of the adjustments are that apply. */
static void
set_adjusted (ParleyStanding *standing, const ParleyOutline *outline, const ParleyUtility *utility)
{
  ParleyUtility points = *utility;
  g_autofree ParleyScore **axes = g_new0 (ParleyScore *, utility->n_axes);
  g_autofree ParleyScore **factors = g_new0 (ParleyScore *, utility->n_factors);
  ParleyExtent extent;

  points.axes = axes;
  points.factors = factors;
  extent = parley_extent (outline, &points);
  parley_score_to_exact (extent.low, utility->denominator, standing->adjusted_low);
  parley_score_to_exact (extent.high, utility->denominator, standing->adjusted_high);
}

static void
set_verdicts (ParleyStanding *standing, const ParleyUtility *utility, const ParleyExtent *extent)
{
  standing->short_of_reservation = extent->high < utility->reservation;
  standing->verdict = parley_verdict_of (utility, extent, TRUE);
  standing->bare_verdict = parley_verdict_of (utility, extent, FALSE);
}

/* All issues on which the verdict hangs, or nothing. */
static void
set_dependences (ParleyStanding *standing, const ParleyDraftScore *score)
{
  g_autofree guint *axes = g_new (guint, score->space->domain->n_axes);
  guint n_open = parley_open_axes (score->space, axes);
  gsize work = PARLEY_DEPEND_MOST_WORK;

  for (guint i = 0; standing->verdict == PARLEY_VERDICT_DEPENDS && i < n_open; i++)
    {
      gboolean depends = FALSE;

      if (!parley_verdict_depends (score->space,
                                   g_ptr_array_index (score->utilities, standing->party), axes[i],
                                   &work, &depends))
        {
          g_clear_pointer (&standing->depends_on, g_array_unref);
          return;
        }
      if (depends)
        g_array_append_val (standing->depends_on, score->space->domain->axes[axes[i]].issue);
    }
}

/* @best is NULL when only scores and verdicts are wanted. */
static ParleyStanding *
stand (const ParleyDraftScore *score,
       const ParleyBestValues *best,
       const ParleyOutline    *outline,
       const char             *date,
       guint                   party)
{
  const ParleyScenario *scenario = score->space->scenario;
  const ParleyUtility *utility = g_ptr_array_index (score->utilities, party);
  const ParleyNumber *reservation
      = parley_party_reservation_at (parley_scenario_party (scenario, party), date);
  ParleyExtent extent = parley_extent (outline, utility);
  ParleyStanding *standing = standing_new (party);

  standing->scored = utility->scored;
  standing->has_reservation = reservation != NULL;
  if (reservation != NULL)
    mpq_set (standing->reservation, reservation->value);
  parley_score_to_exact (extent.low, utility->denominator, standing->low);
  parley_score_to_exact (extent.high, utility->denominator, standing->high);
  set_adjusted (standing, outline, utility);
  if (best != NULL)
    standing->contributions = parley_contributions_new (score->space, score->reach, best, party);
  add_actions (standing, score->space, score->reach);
  if (!parley_party_gives_verdict (parley_scenario_party (scenario, party)))
    return standing;
  if (score->reach->feasible)
    {
      set_verdicts (standing, utility, &extent);
      if (best == NULL)
        return standing;
      standing->on_the_line
          = parley_on_the_line (outline, utility, &extent, date, standing->verdict);
      set_dependences (standing, score);
    }
  else
    standing->verdict = standing->bare_verdict = PARLEY_VERDICT_INFEASIBLE;
  return standing;
}

const ParleyCounts *
parley_draft_bare_counts (const ParleyDraftScore *self)
{
  return parley_space_has_red_lines (self->space) ? self->bare_counts : self->counts;
}

/* Counting may be too much; then the counts stay NULL and everything else stands. */
static void
count_completions (ParleyDraftScore *score)
{
  ParleyAcceptance with = parley_acceptance (score->space, score->utilities, NULL);
  ParleyAcceptance without = with;

  without.red_lines = FALSE;
  score->counts = parley_count (&with, PARLEY_COUNT_EVERYONE_BY_OPTION, NULL);
  if (parley_space_has_red_lines (score->space))
    score->bare_counts = parley_count (&without, PARLEY_COUNT_TOTALS, NULL);
}

static ParleyDraftScore *
score_draft (const ParleyScenario   *scenario,
             const ParleyBestValues *best,
             const ParleyDraft      *draft,
             ParleyScoreDepth        depth,
             GError                **error)
{
  g_autoptr(ParleyDraftScore) self = g_new0 (ParleyDraftScore, 1);
  const char *date = parley_scenario_date_of (scenario, draft);

  self->draft = draft;
  self->space
      = parley_space_new (scenario, parley_domain_new_draft (scenario, draft), draft, NULL, error);
  if (self->space == NULL)
    return NULL;
  self->utilities = parley_utilities_new (self->space, date);
  self->reach = parley_reach_new (self->space, error);
  if (self->reach == NULL)
    return NULL;
  self->standings = g_ptr_array_new_with_free_func ((GDestroyNotify) standing_free);
  for (guint p = 0; p < scenario->parties->len; p++)
    {
      const ParleyUtility *utility = g_ptr_array_index (self->utilities, p);
      g_autoptr(ParleyOutline) outline = parley_outline_new (self->space, p, error);

      if (outline == NULL)
        return NULL;
      self->rounded |= utility->rounded;
      g_ptr_array_add (self->standings, stand (self, best, outline, date, p));
    }
  if (depth == PARLEY_SCORE_COUNTS)
    count_completions (self);
  self->verdict = parley_joint_verdict (self, self->counts, TRUE);
  self->bare_verdict = parley_space_has_red_lines (self->space)
                           ? parley_joint_verdict (self, self->bare_counts, FALSE)
                           : self->verdict;
  return g_steal_pointer (&self);
}

ParleyScores *
parley_scores_new (const ParleyScenario *scenario,
                   const guint          *drafts,
                   guint                 n_drafts,
                   ParleyScoreDepth      depth,
                   GError              **error)
{
  g_autoptr(ParleyScores) self = g_new0 (ParleyScores, 1);
  g_autoptr(ParleyBestValues) best
      = depth == PARLEY_SCORE_PLAIN ? NULL : parley_best_values_new (scenario, error);

  self->scenario = scenario;
  self->drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) draft_score_free);
  if (best == NULL && depth != PARLEY_SCORE_PLAIN)
    return NULL;
  for (guint i = 0; i < n_drafts; i++)
    {
      ParleyDraftScore *score
          = score_draft (scenario, best, parley_scenario_draft (scenario, drafts[i]), depth, error);

      if (score == NULL)
        return NULL;
      self->rounded |= score->rounded;
      g_ptr_array_add (self->drafts, score);
    }
  return g_steal_pointer (&self);
}

void
parley_scores_free (ParleyScores *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->drafts);
  g_free (self);
}
