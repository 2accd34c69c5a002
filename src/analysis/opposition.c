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

static double
least_distance (const ParleyFrontier *frontier, GPtrArray *utilities)
{
  double distance = 0;
  mpq_t least, one;

  mpq_inits (least, one, NULL);
  for (guint i = 0; i < frontier->points->len; i++)
    {
      square_distance (frontier, utilities, g_ptr_array_index (frontier->points, i), one);
      if (i == 0 || mpq_cmp (one, least) < 0)
        mpq_set (least, one);
    }
  mpz_mul_ui (mpq_denref (least), mpq_denref (least), (unsigned long) EVERYTHING * EVERYTHING);
  mpq_canonicalize (least);
  distance = sqrt (parley_exact_to_double (least));
  mpq_clears (least, one, NULL);
  return distance;
}

gboolean
parley_opposition (const ParleyAcceptance *acceptance,
                   double                 *opposition,
                   gboolean               *feasible,
                   GError                **error)
{
  ParleyAcceptance anything = *acceptance;
  g_autofree guint *slots = g_new (guint, acceptance->utilities->len);
  guint n_slots = parley_negotiating_slots (acceptance->space, acceptance->utilities, slots);
  g_autoptr(ParleyFrontier) frontier = NULL;

  anything.red_lines = FALSE;
  anything.reservations = FALSE;
  frontier = parley_frontier_new (&anything, slots, n_slots, error);
  if (frontier == NULL)
    return FALSE;
  *feasible = frontier->points->len > 0;
  *opposition = *feasible ? least_distance (frontier, acceptance->utilities) : 0;
  return TRUE;
}
