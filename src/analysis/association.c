/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/association.h"

#include <math.h>

#include "base/exact.h"

/* How many deals have each option of each issue of a map. */
typedef struct
{
  const ParleyMap *map;
  mpz_t           *sums[2]; /* [option] */
} Margins;

static void
margins_init (Margins *self, const ParleyMap *map)
{
  self->map = map;
  for (guint i = 0; i < 2; i++)
    {
      self->sums[i] = g_new (mpz_t, map->n_options[i]);
      for (guint o = 0; o < map->n_options[i]; o++)
        mpz_init (self->sums[i][o]);
    }
  for (guint a = 0; a < map->n_options[0]; a++)
    for (guint b = 0; b < map->n_options[1]; b++)
      {
        mpz_srcptr n = parley_map_cell (map, a, b)->n_deals;

        mpz_add (self->sums[0][a], self->sums[0][a], n);
        mpz_add (self->sums[1][b], self->sums[1][b], n);
      }
}

static void
margins_clear (Margins *self)
{
  for (guint i = 0; i < 2; i++)
    {
      for (guint o = 0; o < self->map->n_options[i]; o++)
        mpz_clear (self->sums[i][o]);
      g_free (self->sums[i]);
    }
}

static gboolean
occurs (const Margins *self, guint which, guint option)
{
  return mpz_sgn (self->sums[which][option]) > 0;
}

static guint
count_occurring (const Margins *self, guint which)
{
  guint n = 0;

  for (guint o = 0; o < self->map->n_options[which]; o++)
    n += (guint) occurs (self, which, o);
  return n;
}

/* Sets @common to a multiple of all sums of the second issue, and @shares[option] to how many
 * times each is in it. */
static void
find_common (const Margins *self, mpz_ptr common, mpz_t *shares)
{
  mpz_set_ui (common, 1);
  for (guint b = 0; b < self->map->n_options[1]; b++)
    if (occurs (self, 1, b))
      mpz_lcm (common, common, self->sums[1][b]);
  for (guint b = 0; b < self->map->n_options[1]; b++)
    {
      mpz_init (shares[b]);
      if (occurs (self, 1, b))
        mpz_divexact (shares[b], common, self->sums[1][b]);
    }
}

/* Sets @sum to that of n_ij² / (n_i n_j). Whole numbers until the end of each row: a fraction
 * that is brought to its lowest terms at every step takes far longer. */
static void
add_up_squares (const Margins *self, mpq_ptr sum)
{
  guint n = self->map->n_options[1];
  g_autofree mpz_t *shares = g_new (mpz_t, n);
  mpz_t common, square;
  mpq_t row;

  mpz_inits (common, square, NULL);
  mpq_init (row);
  find_common (self, common, shares);
  mpq_set_ui (sum, 0, 1);
  for (guint a = 0; a < self->map->n_options[0]; a++)
    {
      if (!occurs (self, 0, a))
        continue;
      mpq_set_ui (row, 0, 1);
      for (guint b = 0; b < n; b++)
        {
          mpz_srcptr both = parley_map_cell (self->map, a, b)->n_deals;

          mpz_mul (square, both, both);
          mpz_addmul (mpq_numref (row), square, shares[b]);
        }
      mpz_mul (mpq_denref (row), common, self->sums[0][a]);
      mpq_canonicalize (row);
      mpq_add (sum, sum, row);
    }
  for (guint b = 0; b < n; b++)
    mpz_clear (shares[b]);
  mpz_clears (common, square, NULL);
  mpq_clear (row);
}

static void
find_v (ParleyAssociation *self, const Margins *margins, guint n_fewer)
{
  mpq_t part;

  mpq_init (part);
  add_up_squares (margins, self->v_squared);
  mpq_set_ui (part, 1, 1);
  mpq_sub (self->v_squared, self->v_squared, part);
  mpq_set_ui (part, n_fewer - 1, 1);
  mpq_div (self->v_squared, self->v_squared, part);
  mpq_clear (part);
}

ParleyAssociation *
parley_association_new (const ParleyMap *map)
{
  ParleyAssociation *self = g_new0 (ParleyAssociation, 1);
  Margins margins = { 0 };
  guint n_fewer = 0;

  self->map = map;
  self->n_pairs = (gsize) map->n_options[0] * map->n_options[1];
  for (gsize i = 0; i < self->n_pairs; i++)
    self->n_possible += mpz_sgn (map->cells[i].n_deals) > 0;
  mpq_init (self->v_squared);
  margins_init (&margins, map);
  n_fewer = MIN (count_occurring (&margins, 0), count_occurring (&margins, 1));
  self->has_v = n_fewer > 1;
  if (self->has_v)
    find_v (self, &margins, n_fewer);
  margins_clear (&margins);
  return self;
}

void
parley_association_free (ParleyAssociation *self)
{
  if (self == NULL)
    return;
  mpq_clear (self->v_squared);
  g_free (self);
}

double
parley_association_v (const ParleyAssociation *self)
{
  return sqrt (parley_exact_to_double (self->v_squared));
}

static gint
compare_associations (gconstpointer a, gconstpointer b)
{
  const ParleyAssociation *x = *(ParleyAssociation *const *) a;
  const ParleyAssociation *y = *(ParleyAssociation *const *) b;

  if (x->has_v != y->has_v)
    return x->has_v ? -1 : 1;
  return mpq_cmp (y->v_squared, x->v_squared);
}

/* g_ptr_array_sort () keeps the order of equals. */
GPtrArray *
parley_associations_new (GPtrArray *maps)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_association_free);

  for (guint i = 0; i < maps->len; i++)
    g_ptr_array_add (all, parley_association_new (g_ptr_array_index (maps, i)));
  g_ptr_array_sort (all, compare_associations);
  return all;
}

static void
exclusion_free (gpointer data)
{
  ParleyExclusion *self = data;

  mpz_clears (self->n_deals[0], self->n_deals[1], NULL);
  g_free (self);
}

/* The number of acceptable deals is the same for all maps, so the products order as the
 * expected numbers do. */
static gint
compare_exclusions (gconstpointer a, gconstpointer b)
{
  const ParleyExclusion *x = *(ParleyExclusion *const *) a;
  const ParleyExclusion *y = *(ParleyExclusion *const *) b;
  gint order = 0;
  mpz_t of_x, of_y;

  mpz_inits (of_x, of_y, NULL);
  mpz_mul (of_x, x->n_deals[0], x->n_deals[1]);
  mpz_mul (of_y, y->n_deals[0], y->n_deals[1]);
  order = mpz_cmp (of_y, of_x);
  mpz_clears (of_x, of_y, NULL);
  return order;
}

static void
add_exclusions (GPtrArray *all, const ParleyMap *map)
{
  Margins margins = { 0 };

  margins_init (&margins, map);
  for (guint a = 0; a < map->n_options[0]; a++)
    for (guint b = 0; b < map->n_options[1]; b++)
      {
        ParleyExclusion *one = NULL;

        if (!occurs (&margins, 0, a) || !occurs (&margins, 1, b)
            || mpz_sgn (parley_map_cell (map, a, b)->n_deals) > 0)
          continue;
        one = g_new0 (ParleyExclusion, 1);
        one->map = map;
        one->options[0] = a;
        one->options[1] = b;
        mpz_init_set (one->n_deals[0], margins.sums[0][a]);
        mpz_init_set (one->n_deals[1], margins.sums[1][b]);
        g_ptr_array_add (all, one);
      }
  margins_clear (&margins);
}

GPtrArray *
parley_exclusions_new (GPtrArray *maps)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (exclusion_free);

  for (guint i = 0; i < maps->len; i++)
    add_exclusions (all, g_ptr_array_index (maps, i));
  g_ptr_array_sort (all, compare_exclusions);
  return all;
}
