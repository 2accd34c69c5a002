/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/clauses.h"

#include <stdlib.h>

#include "analysis/verdict.h"
#include "space/endings.h"

/* Of longer ranges not every grid value is listed. */
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
  GPtrArray              *endings; /* of Ending: one a party */
} Trial;

/* What the terms of the issue do to one party. */
typedef struct
{
  ParleyOutline *outline;
  ParleyGains   *gains;
  ParleyEndings *endings;
} Ending;

static void
ending_free (Ending *self)
{
  parley_endings_free (self->endings);
  parley_gains_free (self->gains);
  parley_outline_free (self->outline);
  g_free (self);
}

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

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  return mpq_cmp (*(mpq_ptr const *) a, *(mpq_ptr const *) b);
}

/* Where the option of the grid is among those of the freed issue. */
static guint
place_of (const Trial *trial, guint option)
{
  const ParleyAxis *grid = &trial->whole->domain->axes[trial->axis];
  const ParleyAxis *own = &trial->space->domain->axes[trial->axis];
  const mpq_ptr *found = NULL;

  if (grid->numbers == NULL)
    return option; /* all options are there */
  found = bsearch (&grid->numbers[option], own->numbers, own->n_options, sizeof *own->numbers,
                   compare_numbers);
  return (guint) (found - own->numbers);
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

/* Works out what the terms do to each party. */
static gboolean
find_endings (Trial *trial, GError **error)
{
  trial->endings = g_ptr_array_new_with_free_func ((GDestroyNotify) ending_free);
  for (guint p = 0; p < trial->scenario->parties->len; p++)
    {
      Ending *ending = g_new0 (Ending, 1);

      g_ptr_array_add (trial->endings, ending);
      ending->outline = parley_outline_new_ending_with (
          trial->space, p, trial->axis, parley_budget_arcs (PARLEY_BUDGET_DEFAULT), error);
      if (ending->outline == NULL)
        return FALSE;
      ending->gains = parley_gains_new (ending->outline, g_ptr_array_index (trial->utilities, p));
      ending->endings = parley_endings_new (ending->gains);
    }
  return TRUE;
}

static const ParleyEndings *
endings_of (const Trial *trial, guint party)
{
  return ((const Ending *) g_ptr_array_index (trial->endings, party))->endings;
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

/* The verdict of @party with the option of the grid. */
static ParleyVerdict
verdict_with (const Trial *trial, guint party, guint option)
{
  const ParleyUtility *utility = g_ptr_array_index (trial->utilities, party);
  ParleyExtent extent = { 0 };

  if (!parley_endings_extent (endings_of (trial, party), place_of (trial, option), &extent))
    return PARLEY_VERDICT_INFEASIBLE;
  return parley_verdict_of (utility, &extent, TRUE);
}

/* Whether some verdict is another with two options. */
static gboolean
verdicts_differ (const Trial *trial, guint a, guint b)
{
  for (guint p = 0; p < trial->scenario->parties->len; p++)
    if (verdict_with (trial, p, a) != verdict_with (trial, p, b))
      return TRUE;
  return FALSE;
}

/* Whether the option is to be listed: of a long range the ends, the values next to what the draft
 * says, and those at which a verdict turns. */
static gboolean
is_of_interest (const Trial *trial, guint option)
{
  const ParleyAxis *grid = &trial->whole->domain->axes[trial->axis];
  const ParleyTerms *said = said_of (trial);
  gboolean inside = allows (said, grid, option);

  if (grid->numbers == NULL || grid->n_options <= MOST_VALUES || option == 0
      || option + 1 == grid->n_options)
    return TRUE;
  return inside != allows (said, grid, option - 1) || inside != allows (said, grid, option + 1)
         || verdicts_differ (trial, option, option - 1)
         || verdicts_differ (trial, option, option + 1);
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
add_clauses (const Trial *trial, GPtrArray *clauses)
{
  GPtrArray *own = list_clauses (trial);

  for (guint i = 0; i < own->len; i++)
    {
      ParleyClause *clause = g_ptr_array_index (own, i);

      for (guint p = 0; p < clause->n_parties; p++)
        set_after (trial, endings_of (trial, p), p, clause);
      look_at_red_lines (trial, clause);
    }
  g_ptr_array_extend_and_steal (clauses, own);
}

static gboolean
try_issue (Trial *trial, GPtrArray *clauses, GError **error)
{
  gboolean fine = FALSE;

  trial->space = free_issue (trial, error);
  if (trial->space == NULL)
    return FALSE;
  trial->utilities = parley_utilities_new (
      trial->space, parley_scenario_date_of (trial->scenario, trial->score->draft));
  fine = find_endings (trial, error);
  if (fine)
    add_clauses (trial, clauses);
  g_clear_pointer (&trial->endings, g_ptr_array_unref);
  g_clear_pointer (&trial->utilities, g_ptr_array_unref);
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
