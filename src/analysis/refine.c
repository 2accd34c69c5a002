/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/refine.h"

#include "analysis/climb.h"
#include "space/search.h"

/* How many deals the rounded numbers may make together. */
#define MOST_DEALS 50000

/* What rounding makes of one number at most: above, below, and a mark. */
#define ROUNDED_NUMBERS 3

static const ParleyAxis *
axis_of (const ParleySpace *space, const ParleyVariable *variable)
{
  return &space->domain->axes[space->domain->axis_of_issue[variable->issue]];
}

static mpq_srcptr
number_of (const ParleySpace *space, const ParleyVariable *variable, const guint *options)
{
  return axis_of (space, variable)->numbers[options[space->domain->axis_of_issue[variable->issue]]];
}

/* What each party with one of @slots could gain by the ideal, in points. */
static double *
gains_of (const ParleyGridSearch *search, const guint *slots, guint n_slots)
{
  double *gains = g_new (double, n_slots);

  for (guint i = 0; i < n_slots; i++)
    {
      const ParleyUtility *utility = g_ptr_array_index (search->utilities, slots[i]);
      ParleyScore reservation = utility->has_reservation ? utility->reservation : 0;

      gains[i]
          = parley_score_to_double (search->ideal[slots[i]] - reservation, utility->denominator);
    }
  return gains;
}

/* Where a climb from the deal of @options arrives. Returns: (transfer full) (element-type
 * double*). */
static GPtrArray *
find_peaks (const ParleyGridSearch *search,
            ParleyOrderKind         kind,
            GPtrArray              *variables,
            const guint            *options)
{
  const ParleySpace *space = search->space;
  g_autofree guint *choices = g_new0 (guint, space->scenario->issues->len);
  g_autofree guint *slots = g_new (guint, search->utilities->len);
  guint n_slots = parley_negotiating_slots (space, search->utilities, slots);
  g_autofree double *gains
      = kind == PARLEY_ORDER_KALAI_SMORODINSKY ? gains_of (search, slots, n_slots) : NULL;
  g_autofree double *start = g_new (double, variables->len);
  g_autoptr(ParleyContinuum) continuum = NULL;
  g_autoptr(ParleyMerit) merit = NULL;

  for (guint a = 0; a < space->domain->n_axes; a++)
    if (space->domain->axes[a].options != NULL)
      choices[space->domain->axes[a].issue] = space->domain->axes[a].options[options[a]];
  for (guint v = 0; v < variables->len; v++)
    start[v]
        = parley_exact_to_double (number_of (space, g_ptr_array_index (variables, v), options));
  continuum = parley_continuum_new (space->scenario, search->filter, variables, choices);
  merit = parley_merit_new (continuum, kind, slots, n_slots, search->utilities->len, gains);
  return parley_climb (merit, start);
}

static double
power (double base, guint exponent)
{
  double product = 1;

  while (exponent-- > 0)
    product *= base;
  return product;
}

/* What each issue is in the deal of @options. Returns: (transfer full) (element-type
 * ParleyTerms). */
static GPtrArray *
settled_terms (const ParleySpace *space, const guint *options)
{
  GPtrArray *terms = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_terms_free);

  g_ptr_array_set_size (terms, (int) space->scenario->issues->len);
  for (guint a = 0; a < space->domain->n_axes; a++)
    {
      const ParleyAxis *axis = &space->domain->axes[a];
      ParleyTerms *term = NULL;

      if (axis->options == NULL)
        {
          term = parley_terms_new_numbers ();
          parley_terms_add_interval (term, axis->numbers[options[a]], axis->numbers[options[a]]);
        }
      else
        {
          term = parley_terms_new_options (axis->options[options[a]] + 1);
          parley_terms_add_option (term, axis->options[options[a]]);
        }
      terms->pdata[axis->issue] = term;
    }
  return terms;
}

/* What each issue may be: the term in the deal of @options and the numbers of @peaks, rounded.
 * As many peaks as make few enough deals together. Returns: as settled_terms (). */
static GPtrArray *
rounded_terms (const ParleySpace *space,
               GPtrArray *variables,
               const guint *options,
               GPtrArray *peaks)
{
  GPtrArray *terms = settled_terms (space, options);
  gboolean nearest = power (1 + ROUNDED_NUMBERS, variables->len) > MOST_DEALS;
  guint n_peaks = peaks->len;

  while (n_peaks > 1 && power (1 + ROUNDED_NUMBERS * n_peaks, variables->len) > MOST_DEALS)
    n_peaks--;
  for (guint v = 0; v < variables->len; v++)
    {
      const ParleyVariable *variable = g_ptr_array_index (variables, v);

      for (guint i = 0; i < n_peaks; i++)
        parley_variable_round (variable, ((const double *) g_ptr_array_index (peaks, i))[v],
                               nearest, g_ptr_array_index (terms, variable->issue));
    }
  return terms;
}

/* The order over the new scores; the ideal stays that of the grid. */
static ParleyOrder *
order_new (const ParleyGridSearch *search,
           ParleyOrderKind         kind,
           GPtrArray              *utilities,
           const ParleyFrontier   *frontier)
{
  ParleyOrder *order = parley_order_new (kind, utilities, frontier->slots, frontier->n_slots);
  mpq_t *ideal = NULL;

  if (kind != PARLEY_ORDER_KALAI_SMORODINSKY)
    return order;
  ideal = g_new (mpq_t, utilities->len);
  for (guint s = 0; s < utilities->len; s++)
    {
      const ParleyUtility *utility = g_ptr_array_index (search->utilities, s);

      mpq_init (ideal[s]);
      parley_score_to_exact (search->ideal[s], utility->denominator, ideal[s]);
    }
  parley_order_set_ideal_points (order, ideal);
  parley_surpluses_free (ideal, utilities->len);
  return order;
}

static guint
count_moved (const guint *a, const guint *b, guint n)
{
  guint n_moved = 0;

  for (guint i = 0; i < n; i++)
    n_moved += a[i] != b[i];
  return n_moved;
}

/* The best deal of @frontier, of several the one that moves fewest numbers, if it is better
 * than the grid's. */
static void
take_best (ParleyRefined *self, const ParleyFrontier *frontier)
{
  for (guint i = 0; i < frontier->points->len; i++)
    {
      const ParleyPoint *point = g_ptr_array_index (frontier->points, i);
      int better = parley_order_compare (self->order, point->scores, self->best->scores);
      g_autoptr(GPtrArray) deals = NULL;

      if (better < 0 || (better == 0 && !self->improves))
        continue;
      deals = parley_frontier_list (frontier, point, 1);
      if (better == 0
          && count_moved (g_ptr_array_index (deals, 0), self->grid->options, frontier->n_axes)
                 >= count_moved (self->best->options, self->grid->options, frontier->n_axes))
        continue;
      parley_deal_free (self->best);
      self->best = parley_deal_new (self->space, self->utilities, g_ptr_array_index (deals, 0));
      self->improves = TRUE;
    }
}

/* Of leximin. Where nobody can gain anything no share counts, and both figures stay 0. */
static void
set_smallest (ParleyRefined *self, mpq_t *before, mpq_t *after)
{
  guint n = parley_order_n_slots (self->order);

  self->kind = PARLEY_GAIN_SMALLEST;
  if (n == 0)
    return;
  parley_surpluses_compare (parley_order_kind (self->order), before, after, n);
  while (self->improves && mpq_equal (before[self->place], after[self->place]))
    self->place++;
  mpq_set (self->before, before[self->place]);
  mpq_set (self->after, after[self->place]);
}

static void
set_gain (ParleyRefined *self)
{
  ParleyOrderKind kind = parley_order_kind (self->order);
  guint n = parley_order_n_slots (self->order);
  mpq_t *before = parley_order_exact (self->order, self->grid->scores);
  mpq_t *after = parley_order_exact (self->order, self->best->scores);

  if (kind == PARLEY_ORDER_NASH)
    {
      int n_before = parley_surpluses_multiply (before, n, self->before);
      int n_after = parley_surpluses_multiply (after, n, self->after);

      self->kind = n_before == n_after ? PARLEY_GAIN_PRODUCT : PARLEY_GAIN_POSITIVE;
      if (n_before != n_after)
        {
          mpq_set_si (self->before, n_before, 1);
          mpq_set_si (self->after, n_after, 1);
        }
    }
  else if (kind == PARLEY_ORDER_UTILITARIAN)
    {
      self->kind = PARLEY_GAIN_SUM;
      parley_surpluses_add (before, n, self->before);
      parley_surpluses_add (after, n, self->after);
    }
  else
    set_smallest (self, before, after);
  parley_surpluses_free (before, n);
  parley_surpluses_free (after, n);
}

/* Where the deal of @options of @from stands in @space, which has all of its terms. */
static guint *
find_options (const ParleySpace *from, const guint *options, const ParleySpace *space)
{
  guint *found = g_new0 (guint, space->domain->n_axes);

  for (guint a = 0; a < space->domain->n_axes; a++)
    while (space->domain->axes[a].numbers != NULL
           && !mpq_equal (space->domain->axes[a].numbers[found[a]],
                          from->domain->axes[a].numbers[options[a]]))
      found[a]++;
  return found;
}

/* The best deal of @self's space, beside the grid's. */
static gboolean
search_rounded (ParleyRefined          *self,
                const ParleyGridSearch *search,
                ParleyOrderKind         kind,
                const guint            *options,
                GError                **error)
{
  g_autoptr(GArray) bounds = parley_filter_bounds (search->filter, self->utilities);
  ParleyAcceptance acceptance = parley_acceptance (self->space, self->utilities, bounds);
  g_autofree guint *slots = g_new (guint, self->utilities->len);
  guint n_slots = parley_negotiating_slots (self->space, self->utilities, slots);
  g_autofree guint *grid = find_options (search->space, options, self->space);
  g_autoptr(ParleyFrontier) frontier = parley_frontier_new (&acceptance, slots, n_slots, error);

  if (frontier == NULL)
    return FALSE;
  self->order = order_new (search, kind, self->utilities, frontier);
  self->grid = parley_deal_new (self->space, self->utilities, grid);
  self->best = parley_deal_new (self->space, self->utilities, grid);
  take_best (self, frontier);
  return TRUE;
}

static ParleyRefined *
refine_deal (const ParleyGridSearch *search,
             ParleyOrderKind         kind,
             GPtrArray              *variables,
             const guint            *options,
             GError                **error)
{
  const ParleyScenario *scenario = search->space->scenario;
  g_autoptr(GPtrArray) peaks = find_peaks (search, kind, variables, options);
  g_autoptr(GPtrArray) terms = rounded_terms (search->space, variables, options, peaks);
  ParleyDomain *domain
      = parley_domain_new_terms (scenario, (const ParleyTerms *const *) terms->pdata);
  g_autoptr(ParleyRefined) self = g_new0 (ParleyRefined, 1);

  mpq_inits (self->before, self->after, NULL);
  self->space = parley_space_new (
      scenario, domain, NULL, search->filter == NULL ? NULL : search->filter->conditions, error);
  if (self->space == NULL)
    return NULL;
  self->utilities = parley_utilities_new (self->space, scenario->as_of);
  if (!search_rounded (self, search, kind, options, error))
    return NULL;
  set_gain (self);
  return g_steal_pointer (&self);
}

static gboolean
is_better (const ParleyRefined *a, const ParleyRefined *b)
{
  guint n = parley_order_n_slots (a->order);
  mpq_t *x = parley_order_exact (a->order, a->best->scores);
  mpq_t *y = parley_order_exact (b->order, b->best->scores);
  gboolean better = parley_surpluses_compare (parley_order_kind (a->order), x, y, n) > 0;

  parley_surpluses_free (x, n);
  parley_surpluses_free (y, n);
  return better;
}

ParleyRefined *
parley_refine (const ParleyGridSearch *search,
               ParleyOrderKind         kind,
               GPtrArray              *starts,
               GError                **error)
{
  g_autoptr(GPtrArray) variables
      = parley_variables_new (search->space->scenario, search->filter, search->among);
  g_autoptr(ParleyRefined) best = NULL;

  for (guint i = 0; i < starts->len; i++)
    {
      g_autoptr(ParleyRefined) one
          = refine_deal (search, kind, variables, g_ptr_array_index (starts, i), error);

      if (one == NULL)
        return NULL;
      if (best == NULL || is_better (one, best))
        {
          parley_refined_free (best);
          best = g_steal_pointer (&one);
        }
    }
  return g_steal_pointer (&best);
}

void
parley_refined_free (ParleyRefined *self)
{
  if (self == NULL)
    return;
  parley_deal_free (self->grid);
  parley_deal_free (self->best);
  parley_order_free (self->order);
  if (self->utilities != NULL)
    g_ptr_array_unref (self->utilities);
  parley_space_free (self->space);
  mpq_clears (self->before, self->after, NULL);
  g_free (self);
}

gboolean
parley_refined_moved (const ParleyRefined *self, guint axis)
{
  return self->grid->options[axis] != self->best->options[axis];
}
