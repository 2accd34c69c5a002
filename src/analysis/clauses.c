/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/clauses.h"

#include "analysis/issue_trial.h"
#include "analysis/verdict.h"

/* Of longer ranges not every grid value is listed. */
#define MOST_VALUES 12

static void
clause_free (ParleyClause *self)
{
  for (guint p = 0; p < self->n_parties; p++)
    mpq_clears (self->after[p].gain_low, self->after[p].gain_high, NULL);
  g_free (self->after);
  g_free (self);
}

static ParleyClause *
clause_new (guint axis, guint option, guint n_parties)
{
  ParleyClause *self = g_new0 (ParleyClause, 1);

  self->axis = axis;
  self->option = option;
  self->n_parties = n_parties;
  self->after = g_new0 (ParleyAfter, n_parties);
  for (guint p = 0; p < n_parties; p++)
    mpq_inits (self->after[p].gain_low, self->after[p].gain_high, NULL);
  return self;
}

static void
set_after (const ParleyIssueTrial *trial, guint party, ParleyClause *clause)
{
  const ParleyUtility *utility = g_ptr_array_index (trial->utilities, party);
  const ParleyStanding *before = g_ptr_array_index (trial->score->standings, party);
  ParleyAfter *after = &clause->after[party];
  ParleyScore low = 0, high = 0;
  ParleyExtent extent = { 0 };

  clause->feasible = parley_issue_trial_extent (trial, party, clause->option, &extent);
  clause->alone = parley_issue_trial_gain (trial, party, clause->option, &low, &high);
  parley_score_to_exact (low, utility->denominator, after->gain_low);
  parley_score_to_exact (high, utility->denominator, after->gain_high);
  if (clause->feasible && before->verdict != PARLEY_VERDICT_NONE)
    after->verdict = parley_verdict_of (utility, &extent, TRUE);
}

/* Whether coupling @c, of the draft's space, is a red line about the issue that every completion
 * crosses. */
static gboolean
is_crossed_here (const ParleyIssueTrial *trial, guint c)
{
  const ParleyCoupling *coupling = g_ptr_array_index (trial->score->space->couplings, c);
  gboolean here = FALSE;

  for (guint i = 0; i < coupling->n_axes; i++)
    here |= coupling->axes[i] == trial->axis;
  return here && coupling->effect == PARLEY_EFFECT_RED_LINE
         && trial->score->reach->couplings[c] == PARLEY_ALL;
}

/* Just the one option of an axis. */
static ParleyTerms *
terms_of (const ParleyScenario *scenario, const ParleyAxis *axis, guint option)
{
  ParleyTerms *terms = NULL;

  if (axis->numbers != NULL)
    {
      terms = parley_terms_new_numbers ();
      parley_terms_add_interval (terms, axis->numbers[option], axis->numbers[option]);
      return terms;
    }
  terms = parley_terms_new_options (parley_scenario_issue (scenario, axis->issue)->options->len);
  parley_terms_add_option (terms, axis->options[option]);
  return terms;
}

/* What occurs in the draft once it says @clause. NULL when that is too much. */
static ParleyReach *
reach_after (const ParleyIssueTrial *trial, const ParleyClause *clause)
{
  const ParleyAxis *grid = parley_issue_trial_axis (trial);
  g_autofree const ParleyTerms **terms = parley_draft_terms (trial->scenario, trial->score->draft);
  g_autoptr(ParleyTerms) instead = terms_of (trial->scenario, grid, clause->option);
  g_autoptr(ParleySpace) space = NULL;

  terms[grid->issue] = instead;
  space = parley_space_new (trial->scenario, parley_domain_new_terms (trial->scenario, terms),
                            trial->score->draft, NULL, NULL);
  return space == NULL ? NULL : parley_reach_new (space, NULL);
}

/* Looks whether red lines about the issue are still crossed. Couplings stand in the same order in
 * every space of a draft. */
static void
look_at_red_lines (const ParleyIssueTrial *trial, ParleyClause *clause)
{
  g_autoptr(ParleyReach) after = NULL;

  for (guint c = 0; clause->feasible && c < trial->score->space->couplings->len; c++)
    {
      const ParleyCoupling *coupling = g_ptr_array_index (trial->score->space->couplings, c);

      if (!is_crossed_here (trial, c) || clause->stays_across != 0)
        continue;
      if (after == NULL)
        after = reach_after (trial, clause);
      if (after != NULL && after->couplings[c] == PARLEY_ALL)
        clause->stays_across = coupling->party + 1;
    }
}

/* The verdict of @party with the option of the grid. */
static ParleyVerdict
verdict_with (const ParleyIssueTrial *trial, guint party, guint option)
{
  ParleyExtent extent = { 0 };

  if (!parley_issue_trial_extent (trial, party, option, &extent))
    return PARLEY_VERDICT_INFEASIBLE;
  return parley_verdict_of (g_ptr_array_index (trial->utilities, party), &extent, TRUE);
}

/* Whether some verdict is another with two options. */
static gboolean
verdicts_differ (const ParleyIssueTrial *trial, guint a, guint b)
{
  for (guint p = 0; p < trial->scenario->parties->len; p++)
    if (verdict_with (trial, p, a) != verdict_with (trial, p, b))
      return TRUE;
  return FALSE;
}

/* Whether the option is to be listed: of a long range the ends, the values next to what the draft
 * says, and those at which a verdict turns. */
static gboolean
is_of_interest (const ParleyIssueTrial *trial, guint option)
{
  const ParleyAxis *grid = parley_issue_trial_axis (trial);
  gboolean inside = parley_issue_trial_allows (trial, option);

  if (grid->numbers == NULL || grid->n_options <= MOST_VALUES || option == 0
      || option + 1 == grid->n_options)
    return TRUE;
  return inside != parley_issue_trial_allows (trial, option - 1)
         || inside != parley_issue_trial_allows (trial, option + 1)
         || verdicts_differ (trial, option, option - 1)
         || verdicts_differ (trial, option, option + 1);
}

/* The changes of the issue. Returns: (transfer full) (element-type ParleyClause). */
static GPtrArray *
list_clauses (const ParleyIssueTrial *trial)
{
  const ParleyAxis *grid = parley_issue_trial_axis (trial);
  gboolean open = trial->score->space->domain->axes[trial->axis].n_options > 1;
  GPtrArray *clauses = g_ptr_array_new_with_free_func ((GDestroyNotify) clause_free);

  for (guint o = 0; o < grid->n_options; o++)
    {
      gboolean inside = parley_issue_trial_allows (trial, o);
      ParleyClause *clause = NULL;

      if ((inside && !open) || !is_of_interest (trial, o))
        continue;
      clause = clause_new (trial->axis, o, trial->scenario->parties->len);
      clause->settles = inside;
      g_ptr_array_add (clauses, clause);
    }
  return clauses;
}

/* Adds the changes of the issue to @clauses. */
static void
add_clauses (const ParleyIssueTrial *trial, GPtrArray *clauses)
{
  GPtrArray *own = list_clauses (trial);

  for (guint i = 0; i < own->len; i++)
    {
      ParleyClause *clause = g_ptr_array_index (own, i);

      for (guint p = 0; p < clause->n_parties; p++)
        set_after (trial, p, clause);
      look_at_red_lines (trial, clause);
    }
  g_ptr_array_extend_and_steal (clauses, own);
}

ParleyClauses *
parley_clauses_new (const ParleyScenario *scenario, const ParleyDraftScore *score, GError **error)
{
  g_autoptr(ParleyClauses) self = g_new0 (ParleyClauses, 1);
  gboolean fine = TRUE;

  self->clauses = g_ptr_array_new_with_free_func ((GDestroyNotify) clause_free);
  self->space = parley_space_new (scenario, parley_domain_new (scenario), NULL, NULL, error);
  if (self->space == NULL)
    return NULL;
  for (guint a = 0; fine && a < self->space->domain->n_axes; a++)
    {
      ParleyIssueTrial trial;

      fine = parley_issue_trial_init (&trial, score, self->space, a, error);
      if (fine)
        add_clauses (&trial, self->clauses);
      parley_issue_trial_clear (&trial);
    }
  return fine ? g_steal_pointer (&self) : NULL;
}

void
parley_clauses_free (ParleyClauses *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->clauses);
  parley_space_free (self->space);
  g_free (self);
}
