/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/opposition.h"

#include <math.h>

#include "space/search.h"

#define EVERYTHING 100

/* Sets @sum to the squared distance of a point from everything for everyone. */
static void
square_distance (const ParleyFrontier *frontier,
                 GPtrArray *utilities,
                 const ParleyPoint *point,
                 mpq_ptr sum)
{
  mpq_t everything, shortfall;

  mpq_inits (everything, shortfall, NULL);
  mpq_set_ui (everything, EVERYTHING, 1);
  mpq_set_ui (sum, 0, 1);
  for (guint i = 0; i < frontier->n_slots; i++)
    {
      const ParleyUtility *utility = g_ptr_array_index (utilities, frontier->slots[i]);

      parley_score_to_exact (point->scores[frontier->slots[i]], utility->denominator, shortfall);
      mpq_sub (shortfall, everything, shortfall);
      if (mpq_sgn (shortfall) > 0)
        {
          mpq_mul (shortfall, shortfall, shortfall);
          mpq_add (sum, sum, shortfall);
        }
    }
  mpq_clears (everything, shortfall, NULL);
}

/* Sets @least to the squared distance of the nearest point of a frontier that has some. */
static void
find_least (const ParleyFrontier *frontier, GPtrArray *utilities, mpq_ptr least)
{
  mpq_t one;

  mpq_init (one);
  for (guint i = 0; i < frontier->points->len; i++)
    {
      square_distance (frontier, utilities, g_ptr_array_index (frontier->points, i), one);
      if (i == 0 || mpq_cmp (one, least) < 0)
        mpq_set (least, one);
    }
  mpq_clear (one);
}

static double
least_distance (const ParleyFrontier *frontier, GPtrArray *utilities)
{
  double distance = 0;
  mpq_t least;

  mpq_init (least);
  find_least (frontier, utilities, least);
  mpz_mul_ui (mpq_denref (least), mpq_denref (least), (unsigned long) EVERYTHING * EVERYTHING);
  mpq_canonicalize (least);
  distance = sqrt (parley_exact_to_double (least));
  mpq_clear (least);
  return distance;
}

/* Sets @points to what nobody has less of in a deal that is as near as the nearest of @known:
 * everything less that distance, in whole points. */
static void
find_floor (const ParleyFrontier *known, GPtrArray *utilities, mpz_ptr points)
{
  mpq_t least;

  mpq_init (least);
  find_least (known, utilities, least);
  mpz_cdiv_q (points, mpq_numref (least), mpq_denref (least));
  mpz_sqrt (points, points);
  mpz_add_ui (points, points, 1);
  mpz_ui_sub (points, EVERYTHING, points);
  mpq_clear (least);
}

/* Appends bounds that leave out what is farther than the nearest of @known. */
static void
add_floors (GArray *bounds, const ParleyFrontier *known, GPtrArray *utilities)
{
  mpq_t floor;
  mpz_t points;

  mpq_init (floor);
  mpz_init (points);
  find_floor (known, utilities, points);
  for (guint i = 0; i < known->n_slots; i++)
    {
      const ParleyUtility *utility = g_ptr_array_index (utilities, known->slots[i]);
      ParleyScoreBound bound = { known->slots[i], 0, PARLEY_SCORE_LIMIT };

      mpz_mul (mpq_numref (floor), points, utility->denominator);
      if (parley_score_from_exact (floor, &bound.low))
        g_array_append_val (bounds, bound);
    }
  mpz_clear (points);
  mpq_clear (floor);
}

gboolean
parley_opposition (const ParleyAcceptance *acceptance,
                   const ParleyFrontier   *known,
                   double                 *opposition,
                   gboolean               *feasible,
                   GError                **error)
{
  ParleyAcceptance anything = *acceptance;
  g_autofree guint *slots = g_new (guint, acceptance->utilities->len);
  guint n_slots = parley_negotiating_slots (acceptance->space, acceptance->utilities, slots);
  g_autoptr(GArray) bounds = g_array_new (FALSE, FALSE, sizeof (ParleyScoreBound));
  g_autoptr(ParleyFrontier) frontier = NULL;

  if (acceptance->bounds != NULL)
    g_array_append_vals (bounds, acceptance->bounds->data, acceptance->bounds->len);
  if (known->points->len > 0)
    add_floors (bounds, known, acceptance->utilities);
  anything.bounds = bounds;
  anything.red_lines = FALSE;
  anything.reservations = FALSE;
  anything.one_deal = TRUE;
  frontier = parley_frontier_new (&anything, slots, n_slots, error);
  if (frontier == NULL)
    return FALSE;
  *feasible = frontier->points->len > 0;
  *opposition = *feasible ? least_distance (frontier, acceptance->utilities) : 0;
  return TRUE;
}
