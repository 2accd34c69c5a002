/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "naive_solutions.h"

/* The surpluses of the parties that negotiate, as a solution sees them. */
typedef struct
{
  guint  deal;
  guint  n;
  mpq_t *gains;
} Candidate;

static void
candidate_free (Candidate *self)
{
  for (guint i = 0; i < self->n; i++)
    mpq_clear (self->gains[i]);
  g_free (self->gains);
  g_free (self);
}

static gboolean
negotiates (const ParleyScenario *scenario, guint party)
{
  return parley_scenario_party (scenario, party)->role == PARLEY_ROLE_PARTY;
}

static Candidate *
candidate_new (const ParleyScenario *scenario, const ParleyNaiveDeal *deal, guint index)
{
  Candidate *self = g_new0 (Candidate, 1);

  self->deal = index;
  self->gains = g_new (mpq_t, scenario->parties->len);
  for (guint p = 0; p < scenario->parties->len; p++)
    {
      const ParleyNumber *reservation = parley_scenario_party (scenario, p)->reservation;

      if (!negotiates (scenario, p))
        continue;
      mpq_init (self->gains[self->n]);
      mpq_sub (self->gains[self->n++], deal->scores[p], reservation->value);
    }
  return self;
}

static gboolean
dominates (const Candidate *a, const Candidate *b)
{
  gboolean better = FALSE;

  for (guint i = 0; i < a->n; i++)
    {
      if (mpq_cmp (a->gains[i], b->gains[i]) < 0)
        return FALSE;
      better |= mpq_cmp (a->gains[i], b->gains[i]) > 0;
    }
  return better;
}

static GPtrArray *
efficient_of (GPtrArray *all)
{
  GPtrArray *efficient = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      gboolean dominated = FALSE;

      for (guint k = 0; k < all->len && !dominated; k++)
        dominated = dominates (g_ptr_array_index (all, k), g_ptr_array_index (all, i));
      if (!dominated)
        g_ptr_array_add (efficient, g_ptr_array_index (all, i));
    }
  return efficient;
}

/* How many gains are above 0; sets @product to theirs. */
static int
multiply (const Candidate *self, mpq_ptr product)
{
  int n = 0;

  mpq_set_ui (product, 1, 1);
  for (guint i = 0; i < self->n; i++)
    if (mpq_sgn (self->gains[i]) > 0)
      {
        mpq_mul (product, product, self->gains[i]);
        n++;
      }
  return n;
}

static int
compare_nash (const Candidate *a, const Candidate *b)
{
  int order = 0;
  mpq_t x, y;

  mpq_inits (x, y, NULL);
  order = multiply (a, x) - multiply (b, y);
  if (order == 0)
    order = mpq_cmp (x, y);
  mpq_clears (x, y, NULL);
  return order;
}

static int
compare_sums (const Candidate *a, const Candidate *b)
{
  int order = 0;
  mpq_t sum;

  mpq_init (sum);
  for (guint i = 0; i < a->n; i++)
    {
      mpq_add (sum, sum, a->gains[i]);
      mpq_sub (sum, sum, b->gains[i]);
    }
  order = mpq_sgn (sum);
  mpq_clear (sum);
  return order;
}

static gint
compare_numbers (gconstpointer a, gconstpointer b)
{
  return mpq_cmp (*(mpq_ptr const *) a, *(mpq_ptr const *) b);
}

/* Leximin of gains, each in shares of @most (nullable); those whose share is of nothing are left
 * out. */
static int
compare_smallest (const Candidate *a, const Candidate *b, mpq_t *most)
{
  const Candidate *both[] = { a, b };
  GPtrArray *sorted[2];
  int order = 0;

  for (guint side = 0; side < 2; side++)
    {
      sorted[side] = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_exact_free);
      for (guint i = 0; i < a->n; i++)
        {
          mpq_ptr gain = NULL;

          if (most != NULL && mpq_sgn (most[i]) == 0)
            continue;
          gain = parley_exact_new (both[side]->gains[i]);
          if (most != NULL)
            mpq_div (gain, gain, most[i]);
          g_ptr_array_add (sorted[side], gain);
        }
      g_ptr_array_sort (sorted[side], compare_numbers);
    }
  for (guint i = 0; i < sorted[0]->len && order == 0; i++)
    order = mpq_cmp ((mpq_ptr) g_ptr_array_index (sorted[0], i),
                     (mpq_ptr) g_ptr_array_index (sorted[1], i));
  g_ptr_array_unref (sorted[0]);
  g_ptr_array_unref (sorted[1]);
  return order;
}

static int
compare (ParleySolution solution, const Candidate *a, const Candidate *b, mpq_t *most)
{
  if (solution == PARLEY_NASH)
    return compare_nash (a, b);
  if (solution == PARLEY_UTILITARIAN)
    return compare_sums (a, b);
  return compare_smallest (a, b, solution == PARLEY_KALAI_SMORODINSKY ? most : NULL);
}

static GArray *
best_of (GPtrArray *candidates, ParleySolution solution, mpq_t *most)
{
  GArray *best = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *one = g_ptr_array_index (candidates, i);
      gboolean beaten = FALSE;

      for (guint k = 0; k < candidates->len && !beaten; k++)
        beaten = compare (solution, g_ptr_array_index (candidates, k), one, most) > 0;
      if (!beaten)
        g_array_append_val (best, one->deal);
    }
  return best;
}

GArray *
parley_naive_solution (const ParleyScenario *scenario, GPtrArray *deals, ParleySolution solution)
{
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) candidate_free);
  g_autoptr(GPtrArray) efficient = NULL;
  mpq_t *most = g_new (mpq_t, scenario->parties->len);
  GArray *best = NULL;

  for (guint p = 0; p < scenario->parties->len; p++)
    mpq_init (most[p]);
  for (guint d = 0; d < deals->len; d++)
    {
      const ParleyNaiveDeal *deal = g_ptr_array_index (deals, d);

      if (deal->feasible && parley_naive_all_accept (scenario, deal, TRUE))
        g_ptr_array_add (all, candidate_new (scenario, deal, d));
    }
  efficient = efficient_of (all);
  for (guint i = 0; i < efficient->len; i++)
    {
      const Candidate *one = g_ptr_array_index (efficient, i);

      for (guint p = 0; p < one->n; p++)
        if (i == 0 || mpq_cmp (one->gains[p], most[p]) > 0)
          mpq_set (most[p], one->gains[p]);
    }
  best = best_of (efficient, solution, most);
  for (guint p = 0; p < scenario->parties->len; p++)
    mpq_clear (most[p]);
  g_free (most);
  return best;
}
