/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "naive.h"

/* What each issue is in a deal: an option or a number. */
typedef struct
{
  const ParleyScenario *scenario;
  guint                *options;
  mpq_t                *numbers;
} Terms;

/* Conditions */

static gboolean
has_number (const ParleyTerms *terms, mpq_srcptr number)
{
  for (guint i = 0; i < terms->intervals->len; i++)
    {
      const ParleyInterval *interval = &g_array_index (terms->intervals, ParleyInterval, i);

      if (mpq_cmp (number, interval->low) >= 0 && mpq_cmp (number, interval->high) <= 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
holds (const ParleyCondition *condition, const Terms *terms)
{
  guint n = condition->children == NULL ? 0 : condition->children->len;
  guint n_true = 0;

  for (guint i = 0; i < n; i++)
    n_true += (guint) holds (g_ptr_array_index (condition->children, i), terms);
  switch (condition->kind)
    {
    case PARLEY_CONDITION_ALL:
      return n_true == n;
    case PARLEY_CONDITION_ANY:
      return n_true > 0;
    case PARLEY_CONDITION_NOT:
      return n_true == 0;
    case PARLEY_CONDITION_TERMS:
    default:
      return condition->terms->intervals != NULL
                 ? has_number (condition->terms, terms->numbers[condition->issue])
                 : condition->terms->options[terms->options[condition->issue]];
    }
}

/* Derived issues and values */

static void
derive (Terms *terms, guint index)
{
  const ParleyIssue *issue = parley_scenario_issue (terms->scenario, index);
  gboolean found = FALSE;

  if (issue->kind == PARLEY_ISSUE_PRODUCT)
    mpq_set (terms->numbers[index], issue->scale);
  for (guint i = 0; issue->kind == PARLEY_ISSUE_PRODUCT && i < issue->factors->len; i++)
    mpq_mul (terms->numbers[index], terms->numbers[index],
             terms->numbers[g_array_index (issue->factors, guint, i)]);

  if (issue->kind == PARLEY_ISSUE_TABLE)
    mpq_set (terms->numbers[index], issue->otherwise);
  for (guint i = 0; issue->kind == PARLEY_ISSUE_TABLE && i < issue->rows->len && !found; i++)
    {
      const ParleyTableRow *row = g_ptr_array_index (issue->rows, i);

      found = holds (row->when, terms);
      if (found)
        mpq_set (terms->numbers[index], row->value);
    }
}

/* The line through two points, where @x lies between them. */
static void
on_line (mpq_srcptr x, mpq_srcptr x0, mpq_srcptr y0, mpq_srcptr x1, mpq_srcptr y1, mpq_ptr y)
{
  mpq_t slope, run;

  mpq_inits (slope, run, NULL);
  mpq_sub (slope, y1, y0);
  mpq_sub (run, x1, x0);
  mpq_div (slope, slope, run);
  mpq_sub (run, x, x0);
  mpq_mul (run, run, slope);
  mpq_add (y, y0, run);
  mpq_clears (slope, run, NULL);
}

static void
value_of_number (const ParleyValueFunction *function, mpq_srcptr x, mpq_ptr value)
{
  mpq_t end;

  for (guint i = 0; function->x != NULL && i + 1 < function->x->len; i++)
    {
      mpq_srcptr x0 = g_ptr_array_index (function->x, i);
      mpq_srcptr x1 = g_ptr_array_index (function->x, i + 1);

      if (mpq_cmp (x0, x) <= 0 && mpq_cmp (x, x1) <= 0)
        on_line (x, x0, ((const ParleyNumber *) g_ptr_array_index (function->y, i))->value, x1,
                 ((const ParleyNumber *) g_ptr_array_index (function->y, i + 1))->value, value);
    }
  if (function->kind != PARLEY_VALUE_IDEAL)
    return;

  mpq_init (end);
  mpq_sub (value, x, function->ideal->value);
  mpq_abs (value, value);
  mpq_div (value, value, function->tolerance->value);
  mpq_set_ui (end, 1, 1);
  mpq_sub (value, end, value);
  mpq_set_ui (end, 100, 1);
  mpq_mul (value, value, end);
  if (mpq_sgn (value) < 0)
    mpq_set_ui (value, 0, 1);
  mpq_clear (end);
}

/* Adds weight times value of each issue to @worth; @sum becomes the sum of weights. */
static void
add_worth (const ParleyParty *party, const Terms *terms, mpq_ptr worth, mpq_ptr sum)
{
  mpq_t value;

  mpq_init (value);
  for (guint i = 0; i < party->n_issues; i++)
    {
      const ParleyValueFunction *function = party->values[i];

      if (party->weights[i] == NULL || mpq_sgn (party->weights[i]->value) == 0)
        continue;
      if (function->kind == PARLEY_VALUE_TABLE)
        mpq_set (
            value,
            ((const ParleyNumber *) g_ptr_array_index (function->table, terms->options[i]))->value);
      else
        value_of_number (function, terms->numbers[i], value);
      mpq_mul (value, value, party->weights[i]->value);
      mpq_add (worth, worth, value);
      mpq_add (sum, sum, party->weights[i]->value);
    }
  mpq_clear (value);
}

static void
score (const ParleyParty *party, const Terms *terms, mpq_ptr points)
{
  mpq_t sum;

  mpq_init (sum);
  add_worth (party, terms, points, sum);
  if (party->normalize && mpq_sgn (sum) > 0)
    mpq_div (points, points, sum);
  mpq_clear (sum);
  for (guint i = 0; i < party->adjustments->len; i++)
    {
      const ParleyAdjustment *adjustment = g_ptr_array_index (party->adjustments, i);

      if (holds (adjustment->when, terms))
        mpq_add (points, points, adjustment->points->value);
    }
}

/* Deals */

static gboolean
is_feasible (const Terms *terms, const ParleyDraft *draft, GPtrArray *where)
{
  for (guint i = 0; i < terms->scenario->rules->len; i++)
    if (holds (((const ParleyRule *) g_ptr_array_index (terms->scenario->rules, i))->forbid, terms))
      return FALSE;
  for (guint i = 0; draft != NULL && i < draft->given->len; i++)
    {
      const ParleyGiven *given = g_ptr_array_index (draft->given, i);

      if (holds (given->condition, terms) && !holds (given->consequence, terms))
        return FALSE;
    }
  for (guint i = 0; where != NULL && i < where->len; i++)
    if (!holds (g_ptr_array_index (where, i), terms))
      return FALSE;
  return TRUE;
}

static void
judge (ParleyNaiveDeal *deal, const Terms *terms, guint index)
{
  const ParleyParty *party = parley_scenario_party (terms->scenario, index);

  mpq_init (deal->scores[index]);
  score (party, terms, deal->scores[index]);
  for (guint i = 0; i < party->red_lines->len; i++)
    if (holds (((const ParleyRedLine *) g_ptr_array_index (party->red_lines, i))->never, terms))
      deal->lines[index] |= 1u << i;
  deal->crossed[index] = deal->lines[index] != 0;
  deal->waived[index] = party->needed_when != NULL && !holds (party->needed_when, terms);
}

static void
fill_terms (Terms *terms, const ParleyDomain *domain, const guint *options)
{
  for (guint a = 0; a < domain->n_axes; a++)
    {
      const ParleyAxis *axis = &domain->axes[a];

      if (axis->options != NULL)
        terms->options[axis->issue] = axis->options[options[a]];
      else
        mpq_set (terms->numbers[axis->issue], axis->numbers[options[a]]);
    }
  for (guint i = 0; i < terms->scenario->issues->len; i++)
    if (parley_issue_is_derived (parley_scenario_issue (terms->scenario, i)))
      derive (terms, i);
}

static ParleyNaiveDeal *
deal_new (const Terms *terms, const guint *options, guint n_axes)
{
  ParleyNaiveDeal *self = g_new0 (ParleyNaiveDeal, 1);

  self->n_parties = terms->scenario->parties->len;
  self->options = g_memdup2 (options, n_axes * sizeof *options);
  self->crossed = g_new0 (gboolean, self->n_parties);
  self->lines = g_new0 (guint, self->n_parties);
  self->waived = g_new0 (gboolean, self->n_parties);
  self->scores = g_new (mpq_t, self->n_parties);
  for (guint p = 0; p < self->n_parties; p++)
    judge (self, terms, p);
  return self;
}

static void
deal_free (ParleyNaiveDeal *self)
{
  for (guint p = 0; p < self->n_parties; p++)
    mpq_clear (self->scores[p]);
  g_free (self->scores);
  g_free (self->waived);
  g_free (self->crossed);
  g_free (self->lines);
  g_free (self->options);
  g_free (self);
}

/* The next deal in file order. Returns: FALSE behind the last. */
static gboolean
advance (const ParleyDomain *domain, guint *options)
{
  for (guint a = domain->n_axes; a-- > 0;)
    {
      if (++options[a] < domain->axes[a].n_options)
        return TRUE;
      options[a] = 0;
    }
  return FALSE;
}

GPtrArray *
parley_naive_deals (const ParleyScenario *scenario,
                    const ParleyDomain   *domain,
                    const ParleyDraft    *draft,
                    GPtrArray            *where)
{
  GPtrArray *deals = g_ptr_array_new_with_free_func ((GDestroyNotify) deal_free);
  g_autofree guint *options = g_new0 (guint, domain->n_axes);
  g_autofree guint *chosen = g_new0 (guint, scenario->issues->len);
  Terms terms = { scenario, chosen, g_new (mpq_t, scenario->issues->len) };

  for (guint i = 0; i < scenario->issues->len; i++)
    mpq_init (terms.numbers[i]);
  do
    {
      ParleyNaiveDeal *deal = NULL;

      fill_terms (&terms, domain, options);
      deal = deal_new (&terms, options, domain->n_axes);
      deal->feasible = is_feasible (&terms, draft, where);
      g_ptr_array_add (deals, deal);
    }
  while (advance (domain, options));
  for (guint i = 0; i < scenario->issues->len; i++)
    mpq_clear (terms.numbers[i]);
  g_free (terms.numbers);
  return deals;
}

gboolean
parley_naive_accepts (const ParleyScenario  *scenario,
                      const ParleyNaiveDeal *deal,
                      guint                  party,
                      gboolean               red_lines)
{
  const ParleyNumber *reservation = parley_scenario_party (scenario, party)->reservation;

  if (red_lines && deal->crossed[party])
    return FALSE;
  return reservation == NULL || mpq_cmp (deal->scores[party], reservation->value) >= 0;
}

gboolean
parley_naive_all_accept (const ParleyScenario  *scenario,
                         const ParleyNaiveDeal *deal,
                         gboolean               red_lines)
{
  for (guint p = 0; p < deal->n_parties; p++)
    if (parley_scenario_party (scenario, p)->role != PARLEY_ROLE_AFFECTED && !deal->waived[p]
        && !parley_naive_accepts (scenario, deal, p, red_lines))
      return FALSE;
  return TRUE;
}
