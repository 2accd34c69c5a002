/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/sample.h"

#include <gsl/gsl_rng.h>

/* Which deal of the pool a draw is, and which draw. */
typedef struct
{
  guint64 rank;
  guint   draw;
} Draw;

/* Uniform below @n: numbers of just enough bits until one fits. */
static guint64
draw_below (gsl_rng *rng, guint64 n)
{
  guint64 mask = n > 1 ? G_MAXUINT64 >> (64 - g_bit_storage (n - 1)) : 0;
  guint64 number = 0;

  do
    {
      number = (guint64) gsl_rng_get (rng) << 32;
      number = (number | (guint64) gsl_rng_get (rng)) & mask;
    }
  while (number >= n);
  return number;
}

static gint
compare_draws (gconstpointer a, gconstpointer b)
{
  const Draw *x = a;
  const Draw *y = b;

  if (x->rank != y->rank)
    return x->rank < y->rank ? -1 : 1;
  return x->draw < y->draw ? -1 : 1;
}

/* Sorted by rank. */
static GArray *
make_draws (guint n, guint64 seed, guint64 n_deals)
{
  GArray *draws = g_array_new (FALSE, FALSE, sizeof (Draw));
  /* Its numbers have 32 bits. */
  gsl_rng *rng = gsl_rng_alloc (gsl_rng_taus2);

  gsl_rng_set (rng, (unsigned long) seed);
  for (guint i = 0; i < n && n_deals > 0; i++)
    {
      Draw draw = { draw_below (rng, n_deals), i };

      g_array_append_val (draws, draw);
    }
  gsl_rng_free (rng);
  g_array_sort (draws, compare_draws);
  return draws;
}

GPtrArray *
parley_sample (const ParleyAcceptance *acceptance, guint n, guint64 seed, GError **error)
{
  g_autoptr(ParleyPool) pool = parley_pool_new (acceptance, error);
  g_autoptr(GArray) draws = NULL;
  g_autoptr(GPtrArray) taken = NULL;
  g_autofree guint64 *ranks = NULL;
  GPtrArray *deals = NULL;

  if (pool == NULL)
    return NULL;
  draws = make_draws (n, seed, pool->n);
  ranks = g_new (guint64, MAX (1, draws->len));
  for (guint i = 0; i < draws->len; i++)
    ranks[i] = g_array_index (draws, Draw, i).rank;
  taken = parley_pool_take (pool, ranks, draws->len);
  deals = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_deal_free);
  g_ptr_array_set_size (deals, (gint) draws->len);
  for (guint i = 0; i < draws->len; i++)
    deals->pdata[g_array_index (draws, Draw, i).draw]
        = parley_deal_new (acceptance->space, acceptance->utilities, g_ptr_array_index (taken, i));
  return deals;
}
