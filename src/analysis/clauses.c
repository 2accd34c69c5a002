/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/clauses.h"

#include "analysis/verdict.h"
#include "space/endings.h"

/* Of longer ranges not every grid value is looked at. */
#define MOST_VALUES 12

/* Every term of one issue in a draft that stays as it is otherwise. */
typedef struct
{
  const ParleyScenario   *scenario;
  const ParleyDraftScore *score;
  ParleySpace            *whole; /* of all deals */
  guint                   axis;  /* likewise in both, as no issue loses its axis */
  ParleySpace            *space; /* of the draft with this issue free */
  GPtrArray              *utilities;
} Trial;

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

static const ParleyTerms *
said_of (const Trial *trial)
{
  guint issue = trial->whole->domain->axes[trial->axis].issue;
  const ParleyDraftTerm *term = trial->score->draft->terms[issue];

  return term == NULL ? NULL : term->is;
}

static gboolean
allows (const ParleyTerms *terms, const ParleyAxis *axis, guint option)
{
  if (terms == NULL)
    return TRUE;
  return axis->numbers != NULL ? parley_terms_has_number (terms, axis->numbers[option])
                               : parley_terms_has_option (terms, axis->options[option]);
}

/* Frees the issue, and keeps what the draft says of it, which may be off the grid. */
static ParleySpace *
free_issue (const Trial *trial, GError **error)
{
  guint issue = trial->whole->domain->axes[trial->axis].issue;
  g_autofree const ParleyTerms **terms = parley_draft_terms (trial->scenario, trial->score->draft);
  const ParleyAxis *grid = &trial->whole->domain->axes[trial->axis];
  g_autoptr(ParleyTerms) all = NULL;

  if (terms[issue] != NULL && grid->numbers != NULL)
    {
      all = parley_terms_copy (terms[issue]);
      for (guint o = 0; o < grid->n_options; o++)
        parley_terms_add_interval (all, grid->numbers[o], grid->numbers[o]);
    }
  terms[issue] = all;
  return parley_space_new (trial->scenario, parley_domain_new_terms (trial->scenario, terms),
                           trial->score->draft, NULL, error);
}

/* Where the option of the grid is among those of the freed issue. */
static guint
place_of (const Trial *trial, guint option)
{
  const ParleyAxis *grid = &trial->whole->domain->axes[trial->axis];
  const ParleyAxis *own = &trial->space->domain->axes[trial->axis];
  guint place = 0;

  while (grid->numbers != NULL ? !mpq_equal (own->numbers[place], grid->numbers[option])
                               : own->options[place] != grid->options[option])
    place++;
  return place;
}

/* Joins what the option at @to brings instead of each that the draft allows. */
static gboolean
find_gain (const Trial         *trial,
           const ParleyEndings *endings,
           guint                to,
           ParleyScore         *low,
           ParleyScore         *high)
{
  const ParleyAxis *own = &trial->space->domain->axes[trial->axis];
  gboolean found = FALSE;

  for (guint from = 0; from < own->n_options; from++)
    {
      ParleyScore least = 0, most = 0;

      if (!allows (said_of (trial), own, from)
          || !parley_endings_gain (endings, from, to, &least, &most))
        continue;
      *low = found ? MIN (*low, least) : least;
      *high = found ? MAX (*high, most) : most;
      found = TRUE;
    }
  return found;
}

static void
set_after (const Trial *trial, const ParleyEndings *endings, guint party, ParleyClause *clause)
{
  const ParleyUtility *utility = g_ptr_array_index (trial->utilities, party);
  const ParleyStanding *before = g_ptr_array_index (trial->score->standings, party);
  ParleyAfter *after = &clause->after[party];
  guint to = place_of (trial, clause->option);
  ParleyScore low = 0, high = 0;
  ParleyExtent extent = { 0 };

  clause->feasible = parley_endings_extent (endings, to, &extent);
  clause->alone = find_gain (trial, endings, to, &low, &high);
  parley_score_to_exact (low, utility->denominator, after->gain_low);
  parley_score_to_exact (high, utility->denominator, after->gain_high);
  if (clause->feasible && before->verdict != PARLEY_VERDICT_NONE)
    after->verdict = parley_verdict_of (utility, &extent, TRUE);
}

/* How @party stands after each of @clauses. */
static gboolean
judge (const Trial *trial, guint party, GPtrArray *clauses, GError **error)
{
  g_autoptr(ParleyOutline) outline = parley_outline_new_ending_with (
      trial->space, party, trial->axis, parley_budget_arcs (PARLEY_BUDGET_DEFAULT), error);
  g_autoptr(ParleyGains) gains = NULL;
  g_autoptr(ParleyEndings) endings = NULL;

  if (outline == NULL)
    return FALSE;
  gains = parley_gains_new (outline, g_ptr_array_index (trial->utilities, party));
  endings = parley_endings_new (gains);
  for (guint i = 0; i < clauses->len; i++)
    set_after (trial, endings, party, g_ptr_array_index (clauses, i));
  return TRUE;
}

/* Whether coupling @c, of the draft's space, is a red line about the issue that every completion
 * crosses. */
static gboolean
is_crossed_here (const Trial *trial, guint c)
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
reach_after (const Trial *trial, const ParleyClause *clause)
{
  const ParleyAxis *grid = &trial->whole->domain->axes[clause->axis];
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
look_at_red_lines (const Trial *trial, ParleyClause *clause)
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

/* Whether the option is to be looked at: of a long range the ends and the values next to what the
 * draft says. */
static gboolean
is_of_interest (const ParleyAxis *grid, const ParleyTerms *said, guint option)
{
  gboolean inside = allows (said, grid, option);

  if (grid->numbers == NULL || grid->n_options <= MOST_VALUES || option == 0
      || option + 1 == grid->n_options)
    return TRUE;
  return inside != allows (said, grid, option - 1) || inside != allows (said, grid, option + 1);
}

/* The changes of the issue. Returns: (transfer full) (element-type ParleyClause). */
static GPtrArray *
list_clauses (const Trial *trial)
{
  const ParleyAxis *grid = &trial->whole->domain->axes[trial->axis];
  gboolean open = trial->score->space->domain->axes[trial->axis].n_options > 1;
  GPtrArray *clauses = g_ptr_array_new_with_free_func ((GDestroyNotify) clause_free);

  for (guint o = 0; o < grid->n_options; o++)
    {
      gboolean inside = allows (said_of (trial), grid, o);
      ParleyClause *clause = NULL;

      if ((inside && !open) || !is_of_interest (grid, said_of (trial), o))
        continue;
      clause = clause_new (trial->axis, o, trial->scenario->parties->len);
      clause->settles = inside;
      g_ptr_array_add (clauses, clause);
    }
  return clauses;
}

/* Adds the changes of the issue to @clauses. */
static gboolean
try_issue (Trial *trial, GPtrArray *clauses, GError **error)
{
  g_autoptr(GPtrArray) own = list_clauses (trial);
  gboolean fine = TRUE;

  trial->space = free_issue (trial, error);
  if (trial->space == NULL)
    return FALSE;
  trial->utilities = parley_utilities_new (
      trial->space, parley_scenario_date_of (trial->scenario, trial->score->draft));
  for (guint p = 0; fine && p < trial->scenario->parties->len; p++)
    fine = judge (trial, p, own, error);
  for (guint i = 0; fine && i < own->len; i++)
    look_at_red_lines (trial, g_ptr_array_index (own, i));
  g_ptr_array_extend_and_steal (clauses, g_steal_pointer (&own));
  g_ptr_array_unref (trial->utilities);
  g_clear_pointer (&trial->space, parley_space_free);
  return fine;
}

ParleyClauses *
parley_clauses_new (const ParleyScenario *scenario, const ParleyDraftScore *score, GError **error)
{
  g_autoptr(ParleyClauses) self = g_new0 (ParleyClauses, 1);
  Trial trial = { .scenario = scenario, .score = score };

  self->clauses = g_ptr_array_new_with_free_func ((GDestroyNotify) clause_free);
  self->space = parley_space_new (scenario, parley_domain_new (scenario), NULL, NULL, error);
  if (self->space == NULL)
    return NULL;
  trial.whole = self->space;
  for (trial.axis = 0; trial.axis < self->space->domain->n_axes; trial.axis++)
    if (!try_issue (&trial, self->clauses, error))
      return NULL;
  return g_steal_pointer (&self);
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
