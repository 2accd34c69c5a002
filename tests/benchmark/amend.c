/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What it takes to find every way to amend a draft with the fewest changes, draft by draft, in the
 * program itself and not as a process; beside it the time to score the draft, in the same run.
 *
 * Usage: benchmark-amend SCENARIO
 */
#include <stdio.h>

#include "analysis/amend.h"
#include "scenario/load.h"

#define RUNS 9

static gint
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *) a;
  gint64 y = *(const gint64 *) b;

  return x < y ? -1 : x > y;
}

static double
median (gint64 *times)
{
  const guint middle = RUNS / 2;

  qsort (times, RUNS, sizeof *times, compare_times);
  return (double) times[middle] / 1000;
}

static double
time_score (const ParleyScenario *scenario, guint draft)
{
  gint64 times[RUNS];

  for (guint i = 0; i < RUNS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr(ParleyScores) scores
          = parley_scores_new (scenario, &draft, 1, PARLEY_SCORE_VERDICTS, NULL);

      times[i] = g_get_monotonic_time () - start;
    }
  return median (times);
}

static double
time_amend (const ParleyScenario *scenario, guint draft, guint *n_changes, guint *n_sets)
{
  ParleyAmendRequest request = {
    .party = -1, .most_changes = PARLEY_ANY_CHANGES, .n_top = 10, .memory = PARLEY_BUDGET_DEFAULT
  };
  gint64 times[RUNS];

  for (guint i = 0; i < RUNS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr(ParleyAmend) amend
          = parley_amend_find (scenario, parley_scenario_draft (scenario, draft), &request, NULL);

      times[i] = g_get_monotonic_time () - start;
      *n_changes = amend == NULL ? 0 : amend->n_changes;
      *n_sets = amend == NULL ? 0 : amend->n_sets;
    }
  return median (times);
}

int
main (int argc, char **argv)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ParleyLoaded) loaded = argc == 2 ? parley_load (argv[1], NULL, &error) : NULL;

  if (loaded == NULL || loaded->scenario == NULL)
    return 1;
  printf ("%-20s %8s %6s %9s %9s %6s\n", "draft", "changes", "ways", "score ms", "amend ms",
          "ratio");
  for (guint d = 0; d < loaded->scenario->drafts->len; d++)
    {
      guint n_changes = 0, n_sets = 0;
      double score = time_score (loaded->scenario, d);
      double amend = time_amend (loaded->scenario, d, &n_changes, &n_sets);

      printf ("%-20s %8u %6u %9.2f %9.2f %6.1f\n", parley_scenario_draft (loaded->scenario, d)->id,
              n_changes, n_sets, score, amend, amend / score);
    }
  return 0;
}
