/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How many draws a second one thread takes: drawn alone, with the verdict of every party on every
 * draft, and solved, which is to find the Nash deal of all deals. Beside them, in the same run, the
 * verdicts from the utilities and outlines that single scores use, solving without looking at deals
 * of earlier draws, and the frontier that `parley deals` makes.
 *
 * Usage: benchmark-robust SCENARIO
 */
#include <stdio.h>

#include "analysis/reading.h"
#include "analysis/resolver.h"
#include "analysis/verdict.h"
#include "scenario/load.h"
#include "space/search.h"

/* Long enough to be told from noise, in microseconds. */
#define PATIENCE 1000000

typedef struct
{
  const ParleyScenario *scenario;
  GPtrArray            *spaces;   /* one a draft, and last that of all deals */
  GPtrArray            *combos;   /* likewise */
  GPtrArray            *readings; /* [draft * n_parties + party] */
  GPtrArray            *outlines; /* likewise */
  ParleyDraws          *draws;
  ParleyDraw           *draw;
  ParleyResolver       *resolver;
  ParleyTrail          *trail;
  guint64               sum; /* so that nothing is left out */
} Bench;

static void
add_space (Bench *self, const ParleyDraft *draft)
{
  ParleyDomain *domain = draft == NULL ? parley_domain_new (self->scenario)
                                       : parley_domain_new_draft (self->scenario, draft);
  ParleySpace *space = parley_space_new (self->scenario, domain, draft, NULL, NULL);
  GPtrArray *combos = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_combos_free);
  gsize work = 1000000;

  for (guint b = 0; b < space->blocks->len; b++)
    g_ptr_array_add (combos, parley_combos_new (space, b, NULL, &work));
  g_ptr_array_add (self->spaces, space);
  g_ptr_array_add (self->combos, combos);
}

static void
bench_init (Bench *self, const ParleyScenario *scenario)
{
  ParleyDrawRequest request = { .seed = 1 };
  guint n_drafts = scenario->drafts->len;

  *self = (Bench){ .scenario = scenario };
  self->spaces = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_space_free);
  self->combos = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->readings = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_reading_free);
  self->outlines = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_outline_free);
  for (guint d = 0; d < n_drafts; d++)
    add_space (self, parley_scenario_draft (scenario, d));
  add_space (self, NULL);
  self->draws = parley_draws_new (scenario, self->spaces, &request, NULL);
  self->draw = parley_draw_new (self->draws);
  self->resolver = parley_resolver_new (self->draws, g_ptr_array_index (self->combos, n_drafts));
  self->trail = parley_trail_new ();
  parley_draw_begin (self->draw, 0);
  for (guint d = 0; d < n_drafts; d++)
    for (guint p = 0; p < scenario->parties->len; p++)
      {
        const char *date = parley_scenario_date_of (scenario, parley_scenario_draft (scenario, d));

        g_ptr_array_add (self->readings,
                         parley_reading_new (self->draws, p, g_ptr_array_index (self->combos, d),
                                             date));
        g_ptr_array_add (self->outlines,
                         parley_outline_new (g_ptr_array_index (self->spaces, d), p, NULL));
      }
}

static void
bench_clear (Bench *self)
{
  parley_trail_free (self->trail);
  parley_resolver_free (self->resolver);
  parley_draw_free (self->draw);
  g_ptr_array_unref (self->readings);
  g_ptr_array_unref (self->outlines);
  parley_draws_free (self->draws);
  g_ptr_array_unref (self->combos);
  g_ptr_array_unref (self->spaces);
}

static void
judge (Bench *self)
{
  for (guint i = 0; i < self->readings->len; i++)
    {
      const ParleyReading *reading = g_ptr_array_index (self->readings, i);

      self->sum += parley_reading_judge (reading, &self->draw->parties[reading->all->party], TRUE);
    }
}

/* What single scores do: tables anew, and the extremes of an outline. */
static void
judge_singly (Bench *self)
{
  guint n_parties = self->scenario->parties->len;

  for (guint i = 0; i < self->outlines->len; i++)
    {
      const ParleySpace *space = g_ptr_array_index (self->spaces, i / n_parties);
      const char *date = parley_scenario_date_of (
          self->scenario, parley_scenario_draft (self->scenario, i / n_parties));
      g_autoptr(ParleyValues) values = parley_values_new (space, i % n_parties, NULL);
      g_autoptr(ParleyUtility) utility = parley_utility_new (space, values, date, NULL);
      ParleyExtent extent = parley_extent (g_ptr_array_index (self->outlines, i), utility);

      self->sum += parley_verdict_of (utility, &extent, TRUE);
    }
}

static void
solve (Bench *self, ParleyTrail *trail)
{
  ParleySolved solved = { 0 };

  if (parley_resolver_solve (self->resolver, self->draw, trail, &solved, NULL))
    self->sum += solved.exists;
  parley_solved_clear (&solved);
}

static void
do_nothing (G_GNUC_UNUSED Bench *self)
{
}

static void
solve_with_trail (Bench *self)
{
  solve (self, self->trail);
}

static void
solve_alone (Bench *self)
{
  solve (self, NULL);
}

/* What `parley deals` does. */
static void
find_frontier (Bench *self)
{
  const ParleySpace *space = g_ptr_array_index (self->spaces, self->spaces->len - 1);
  g_autoptr(GPtrArray) utilities = parley_utilities_new (space, self->scenario->as_of);
  ParleyAcceptance acceptance = parley_acceptance (space, utilities, NULL);
  g_autofree guint *slots = g_new (guint, utilities->len);
  guint n_slots = parley_negotiating_slots (space, utilities, slots);
  g_autoptr(ParleyFrontier) frontier = parley_frontier_new (&acceptance, slots, n_slots, NULL);

  self->sum += frontier->points->len;
}

/* Draws a second with @work done on each. */
static double
rate (Bench *self, void (*work) (Bench *self))
{
  gint64 start = g_get_monotonic_time ();
  gint64 now = start;
  guint n = 0;

  for (; now - start < PATIENCE; now = g_get_monotonic_time ())
    for (guint i = 0; i < 16; i++)
      {
        parley_draw_take (self->draw, n++);
        work (self);
      }
  return n * 1e6 / (double) (now - start);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *what;
    void (*work) (Bench *self);
    guint than; /* the row that it is compared with */
  } rows[] = {
    { "drawn", do_nothing, 0 },
    { "every verdict, as single scores have it", judge_singly, 1 },
    { "every verdict", judge, 1 },
    { "frontier, as deals has it", find_frontier, 3 },
    { "Nash deal, each draw by itself", solve_alone, 3 },
    { "Nash deal", solve_with_trail, 3 },
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(ParleyLoaded) loaded = argc == 2 ? parley_load (argv[1], NULL, &error) : NULL;
  double rates[G_N_ELEMENTS (rows)];
  Bench bench;

  if (loaded == NULL || loaded->scenario == NULL)
    return 1;
  bench_init (&bench, loaded->scenario);
  printf ("%-42s %12s %8s\n", "", "draws/s", "ratio");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      rates[i] = rate (&bench, rows[i].work);
      printf ("%-42s %12.0f %8.1f\n", rows[i].what, rates[i], rates[i] / rates[rows[i].than]);
    }
  printf ("(checksum %" G_GUINT64_FORMAT ")\n", bench.sum);
  bench_clear (&bench);
  return 0;
}
