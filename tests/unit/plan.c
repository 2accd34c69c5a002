/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order in which issues are chosen, against what it is said to be. */
#include "space/plan.h"

#include "sample.h"
#include "small.h"
#include "suites.h"

/* All parties' scores, and some demands and outcomes. */
static ParleyView *
draw_view (const ParleySample *sample, GRand *rand)
{
  ParleyView *view = parley_view_new (sample->space, sample->utilities);

  for (guint s = 0; s < sample->utilities->len; s++)
    {
      guint party = parley_sample_utility (sample, s)->party;

      parley_view_add_objective (view, s, NULL);
      if (g_rand_boolean (rand))
        parley_view_demand (view, PARLEY_EFFECT_RED_LINE, party, PARLEY_DEMAND_NOT);
      if (g_rand_boolean (rand))
        parley_view_add_outcome (view, (ParleyOutcome){ PARLEY_OUTCOME_CROSSING, party });
    }
  for (guint c = 0; c < sample->space->couplings->len; c++)
    if (g_rand_boolean (rand))
      parley_view_add_outcome (view, (ParleyOutcome){ PARLEY_OUTCOME_COUPLING, c });
  return view;
}

/* Whether coupling @c has anything to do with @view. */
static gboolean
is_read (const ParleyView *view, guint c)
{
  const ParleyCoupling *coupling = g_ptr_array_index (view->space->couplings, c);
  gboolean read = view->demands[c] != PARLEY_DEMAND_NONE;

  for (guint s = 0; s < view->utilities->len; s++)
    read |= ((const ParleyUtility *) g_ptr_array_index (view->utilities, s))->points[c] != 0;
  for (guint i = 0; i < view->outcomes->len; i++)
    {
      const ParleyOutcome *outcome = parley_view_outcome (view, i);

      read |= outcome->kind == PARLEY_OUTCOME_COUPLING && outcome->index == c;
      read |= outcome->kind == PARLEY_OUTCOME_CROSSING && coupling->effect == PARLEY_EFFECT_RED_LINE
              && coupling->party == outcome->index;
    }
  return read;
}

/* Whether of @axes some are chosen and some are not. */
static gboolean
is_open (const guint *axes, guint n_axes, const gboolean *chosen)
{
  guint n_chosen = 0;

  for (guint i = 0; i < n_axes; i++)
    n_chosen += (guint) chosen[axes[i]];
  return n_chosen > 0 && n_chosen < n_axes;
}

static guint
count_open (const ParleyView *view, const gboolean *chosen)
{
  guint n = 0;

  for (guint c = 0; c < view->space->couplings->len; c++)
    {
      const ParleyCoupling *coupling = g_ptr_array_index (view->space->couplings, c);

      n += is_read (view, c) && is_open (coupling->axes, coupling->n_axes, chosen);
    }
  for (guint f = 0; f < view->space->factors->len; f++)
    {
      const ParleyFactor *factor = g_ptr_array_index (view->space->factors, f);

      n += is_open (factor->axes, factor->n_axes, chosen);
    }
  return n;
}

/* What stands at each place from @n_first on leaves the fewest conditions open of all that could,
 * then has the fewest options, then comes first in the file. */
static void
expect_narrow (const ParleyView *view, const guint *order, guint n_first)
{
  const ParleyDomain *domain = view->space->domain;
  g_autofree gboolean *chosen = g_new0 (gboolean, domain->n_axes);

  for (guint place = 0; place < domain->n_axes; place++)
    {
      guint best = G_MAXUINT, least = 0;

      for (guint a = 0; a < domain->n_axes; a++)
        {
          guint n = 0;

          if (chosen[a])
            continue;
          chosen[a] = TRUE;
          n = count_open (view, chosen);
          chosen[a] = FALSE;
          if (best != G_MAXUINT
              && (n > least
                  || (n == least && domain->axes[a].n_options >= domain->axes[best].n_options)))
            continue;
          best = a;
          least = n;
        }
      PARLEY_EXPECT (place < n_first || order[place] == best, "place %u: %u for %u", place,
                     order[place], best);
      chosen[order[place]] = TRUE;
    }
}

static void
test_narrow (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (6);
  guint n_moved = 0;

  for (guint32 seed = 0; seed < PARLEY_N_SAMPLES; seed++)
    {
      g_autoptr(ParleySample) sample = parley_sample_new (seed);
      g_autoptr(ParleyView) view = draw_view (sample, rand);
      guint n_axes = sample->space->domain->n_axes;
      guint n_first = (guint) g_rand_int_range (rand, 0, (gint32) n_axes + 1);
      g_autofree guint *first = g_new (guint, n_axes);
      g_autofree guint *order = g_new (guint, n_axes);

      parley_plan_narrow_order (view, order);
      expect_narrow (view, order, 0);
      for (guint a = 0; a < n_axes; a++)
        n_moved += order[a] != a;
      parley_small_shuffle (rand, first, n_axes);
      parley_plan_order_from (view, first, n_first, order);
      CU_ASSERT_EQUAL (memcmp (order, first, n_first * sizeof *order), 0);
      expect_narrow (view, order, n_first);
    }
  CU_ASSERT (n_moved > parley_effort (100));
}

/* The axis comes last, what hangs together with it before it, and the rest in the narrow order. */
static void
test_ending (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (7);

  for (guint32 seed = 0; seed < PARLEY_N_SAMPLES; seed++)
    {
      g_autoptr(ParleySample) sample = parley_sample_new (seed);
      g_autoptr(ParleyView) view = draw_view (sample, rand);
      guint n_axes = sample->space->domain->n_axes;
      guint axis = (guint) g_rand_int_range (rand, 0, (gint32) n_axes);
      g_autofree guint *narrow = g_new (guint, n_axes);
      g_autofree guint *order = g_new (guint, n_axes);
      g_autofree gboolean *found = g_new0 (gboolean, n_axes);

      parley_plan_narrow_order (view, narrow);
      parley_plan_order_ending_with (view, axis, order);
      CU_ASSERT_EQUAL (order[n_axes - 1], axis);
      for (guint i = 0; i < n_axes; i++)
        found[order[i]] = TRUE;
      for (guint a = 0; a < n_axes; a++)
        CU_ASSERT_TRUE (found[a]);
      if (sample->space->blocks->len == 1)
        for (guint i = 0, k = 0; i < n_axes; i++)
          if (narrow[i] != axis)
            CU_ASSERT_EQUAL (narrow[i], order[k++]);
    }
}

void
parley_test_plan (void)
{
  CU_pSuite suite = CU_add_suite ("plan", NULL, NULL);

  CU_add_test (suite, "fewest conditions open", test_narrow);
  CU_add_test (suite, "ending with an issue", test_ending);
}
