/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Listing the best deals of a scenario, once its frontier is there: more and more of them in the
 * same run, against the ten best.
 *
 * Usage: best SCENARIO
 */

#include <stdio.h>

#include "scenario/load.h"
#include "space/ranked.h"
#include "space/search.h"

static double
list_best (const ParleyAcceptance *acceptance,
           const ParleyFrontier *frontier,
           const ParleyOrder *order,
           guint n_most)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr(GPtrArray) deals = parley_ranked_deals (acceptance, frontier, order, n_most, NULL);

  g_assert (deals != NULL && deals->len == n_most);
  return (double) (g_get_monotonic_time () - start) / 1e3;
}

static void
time_lists (const ParleyAcceptance *acceptance,
            const ParleyFrontier *frontier,
            const ParleyOrder *order)
{
  static const guint sizes[] = { 10, 100, 1000, 10000 };
  double ten = list_best (acceptance, frontier, order, 10); /* also the first, with a cold cache */

  ten = list_best (acceptance, frontier, order, 10);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      double took = list_best (acceptance, frontier, order, sizes[i]);

      printf ("the best %5u  %7.2f ms  %6.1f times as long as ten\n", sizes[i], took, took / ten);
    }
}

static void
time_scenario (const ParleyScenario *scenario)
{
  g_autoptr(ParleySpace) space
      = parley_space_new (scenario, parley_domain_new (scenario), NULL, NULL, NULL);
  g_autoptr(GPtrArray) utilities = parley_utilities_new (space, NULL);
  ParleyAcceptance acceptance = parley_acceptance (space, utilities, NULL);
  g_autofree guint *slots = g_new (guint, utilities->len);
  guint n_slots = parley_negotiating_slots (space, utilities, slots);
  g_autoptr(ParleyFrontier) frontier = parley_frontier_new (&acceptance, slots, n_slots, NULL);
  g_autoptr(ParleyOrder) order = parley_order_new (PARLEY_ORDER_NASH, utilities, slots, n_slots);

  g_assert (frontier != NULL);
  time_lists (&acceptance, frontier, order);
}

int
main (int argc, char **argv)
{
  g_autoptr(ParleyLoaded) loaded = argc == 2 ? parley_load (argv[1], NULL, NULL) : NULL;

  g_assert (loaded != NULL && loaded->scenario != NULL);
  time_scenario (loaded->scenario);
  return 0;
}
