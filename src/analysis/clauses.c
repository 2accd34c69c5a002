/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/clauses.h"

#include "analysis/verdict.h"

/* Of longer ranges not every grid value is looked at. */
#define MOST_VALUES 12

/* What every change is made of. */
typedef struct
{
  const ParleyScenario   *scenario;
  const ParleyDraftScore *score;
  ParleySpace            *space; /* of all deals */
  const char             *date;
} Base;

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

static gboolean
allows (const ParleyTerms *terms, const ParleyAxis *axis, guint option)
{
  if (terms == NULL)
    return TRUE;
  return axis->numbers != NULL ? parley_terms_has_number (terms, axis->numbers[option])
                               : parley_terms_has_option (terms, axis->options[option]);
}

static ParleySpace *
space_with (const Base *base, guint issue, const ParleyTerms *instead, GError **error)
{
  g_autofree const ParleyTerms **terms = parley_draft_terms (base->scenario, base->score->draft);

  terms[issue] = instead;
  return parley_space_new (base->scenario, parley_domain_new_terms (base->scenario, terms),
                           base->score->draft, NULL, error);
}

static void
set_after (const ParleyStanding *before,
           const ParleyOutline  *outline,
           const ParleyUtility  *utility,
           ParleyAfter          *after)
{
  ParleyExtent extent = parley_extent (outline, utility);

  parley_score_to_exact (extent.low, utility->denominator, after->gain_low);
  parley_score_to_exact (extent.high, utility->denominator, after->gain_high);
  mpq_sub (after->gain_low, after->gain_low, before->low);
  mpq_sub (after->gain_high, after->gain_high, before->high);
  if (before->verdict != PARLEY_VERDICT_NONE)
    after->verdict = parley_verdict_of (utility, &extent, TRUE);
}

static gboolean
try_clause (const Base *base, ParleyClause *clause, GError **error)
{
  const ParleyAxis *axis = &base->space->domain->axes[clause->axis];
  g_autoptr(ParleyTerms) terms = terms_of (base->scenario, axis, clause->option);
  g_autoptr(ParleySpace) space = space_with (base, axis->issue, terms, error);
  g_autoptr(GPtrArray) utilities = NULL;

  if (space == NULL)
    return FALSE;
  utilities = parley_utilities_new (space, base->date);
  for (guint p = 0; p < clause->n_parties; p++)
    {
      g_autoptr(ParleyOutline) outline = parley_outline_new (space, p, error);

      if (outline == NULL)
        return FALSE;
      clause->feasible = parley_outline_is_feasible (outline);
      if (!clause->feasible)
        return TRUE;
      set_after (g_ptr_array_index (base->score->standings, p), outline,
                 g_ptr_array_index (utilities, p), &clause->after[p]);
    }
  return TRUE;
}

/* Whether the option, the only one of its kind or one of a long range, is to be looked at: the ends
 * of the range and the values next to what the draft says. */
static gboolean
is_of_interest (const ParleyAxis *axis, const ParleyTerms *said, guint option)
{
  gboolean inside = allows (said, axis, option);

  if (axis->numbers == NULL || axis->n_options <= MOST_VALUES || option == 0
      || option + 1 == axis->n_options)
    return TRUE;
  return inside != allows (said, axis, option - 1) || inside != allows (said, axis, option + 1);
}

static gboolean
add_clauses_of (const Base *base, guint a, GPtrArray *clauses, GError **error)
{
  const ParleyAxis *axis = &base->space->domain->axes[a];
  const ParleyDraftTerm *term = base->score->draft->terms[axis->issue];
  const ParleyTerms *said = term == NULL ? NULL : term->is;
  int own_axis = base->score->space->domain->axis_of_issue[axis->issue];
  gboolean open = base->score->space->domain->axes[own_axis].n_options > 1;

  for (guint o = 0; o < axis->n_options; o++)
    {
      gboolean inside = allows (said, axis, o);
      ParleyClause *clause = NULL;

      if ((inside && !open) || !is_of_interest (axis, said, o))
        continue;
      clause = clause_new (a, o, base->scenario->parties->len);
      clause->settles = inside;
      g_ptr_array_add (clauses, clause);
      if (!try_clause (base, clause, error))
        return FALSE;
    }
  return TRUE;
}

ParleyClauses *
parley_clauses_new (const ParleyScenario *scenario, const ParleyDraftScore *score, GError **error)
{
  g_autoptr(ParleyClauses) self = g_new0 (ParleyClauses, 1);
  const char *date = parley_scenario_date_of (scenario, score->draft);
  Base base = { scenario, score, NULL, date };

  self->clauses = g_ptr_array_new_with_free_func ((GDestroyNotify) clause_free);
  self->space = parley_space_new (scenario, parley_domain_new (scenario), NULL, NULL, error);
  if (self->space == NULL)
    return NULL;
  base.space = self->space;
  for (guint a = 0; a < self->space->domain->n_axes; a++)
    if (!add_clauses_of (&base, a, self->clauses, error))
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
