/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/joint.h"

#include "space/frontier.h"

static ParleyVerdict
verdict_of_counts (const ParleyTally *tally)
{
  if (mpz_sgn (tally->feasible) == 0)
    return PARLEY_VERDICT_INFEASIBLE;
  if (mpz_cmp (tally->all, tally->feasible) == 0)
    return PARLEY_VERDICT_ACCEPTS;
  return mpz_sgn (tally->all) == 0 ? PARLEY_VERDICT_REJECTS : PARLEY_VERDICT_DEPENDS;
}

/* What the verdicts of the deciding parties come to. */
typedef struct
{
  guint    n_hesitant;
  gboolean one_rejects; /* all completions, and is asked in all */
  gboolean one_depends; /* rejects some, and is asked in all */
} Poll;

static Poll
poll_parties (const ParleyDraftScore *score, gboolean red_lines)
{
  const ParleyScenario *scenario = score->space->scenario;
  Poll poll = { 0 };

  for (guint p = 0; p < score->standings->len; p++)
    {
      const ParleyStanding *standing = g_ptr_array_index (score->standings, p);
      ParleyVerdict verdict = red_lines ? standing->verdict : standing->bare_verdict;
      gboolean always = standing->needed == PARLEY_ALL;

      if (!parley_party_decides (parley_scenario_party (scenario, p))
          || standing->needed == PARLEY_NONE || verdict == PARLEY_VERDICT_ACCEPTS)
        continue;
      poll.n_hesitant++;
      poll.one_rejects |= always && verdict == PARLEY_VERDICT_REJECTS;
      poll.one_depends |= always && verdict == PARLEY_VERDICT_DEPENDS;
    }
  return poll;
}

/* Whether there is a completion that all accept. Returns: FALSE when that is too much to say. */
static gboolean
look_for_one (const ParleyAcceptance *acceptance, gboolean *found)
{
  g_autoptr(ParleyFrontier) frontier = parley_frontier_new (acceptance, NULL, 0, NULL);

  *found = frontier != NULL && frontier->points->len > 0;
  return frontier != NULL;
}

static ParleyVerdict
verdict_of_completions (const ParleyDraftScore *score, gboolean one_depends, gboolean red_lines)
{
  ParleyAcceptance acceptance = parley_acceptance (score->space, score->utilities, NULL);
  g_autoptr(ParleyCounts) counts = NULL;
  gboolean found = FALSE;

  acceptance.red_lines = red_lines;
  acceptance.one_deal = TRUE;
  if (!one_depends)
    counts = parley_count (&acceptance, PARLEY_COUNT_TOTALS, NULL);
  if (counts != NULL)
    return verdict_of_counts (&counts->total);
  if (!look_for_one (&acceptance, &found) || (found && !one_depends))
    return PARLEY_VERDICT_UNKNOWN;
  return found ? PARLEY_VERDICT_DEPENDS : PARLEY_VERDICT_REJECTS;
}

ParleyVerdict
parley_joint_verdict (const ParleyDraftScore *score, const ParleyCounts *counts, gboolean red_lines)
{
  Poll poll;

  if (!score->reach->feasible)
    return PARLEY_VERDICT_INFEASIBLE;
  if (counts != NULL)
    return verdict_of_counts (&counts->total);
  poll = poll_parties (score, red_lines);
  if (poll.n_hesitant == 0)
    return PARLEY_VERDICT_ACCEPTS;
  if (poll.one_rejects)
    return PARLEY_VERDICT_REJECTS;
  if (poll.n_hesitant == 1 && poll.one_depends)
    return PARLEY_VERDICT_DEPENDS;
  return verdict_of_completions (score, poll.one_depends, red_lines);
}
