/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What cases change, against working each scenario out by hand. */
#include "analysis/whatif.h"

#include <string.h>

#include "effort.h"
#include "naive_solutions.h"
#include "random_scenario.h"
#include "scenario/differ.h"
#include "small.h"
#include "suites.h"

#define N_SCENARIOS parley_effort (800)

/* What the samples contain, so that no comparison is one of nothing with nothing. */
typedef struct
{
  guint n_moved;
  guint n_kept;
  guint n_lost;
  guint n_gained;
  guint n_turned;
  guint n_same_drafts;
} Seen;

static const char *const settings[] = {
  "parties.p0.reservation=20",
  "parties.p0.reservation=70",
  "parties.*.reservation=40",
  "parties.p0.red_lines=[]",
  "rules=[]",
  "parties.p0.adjustments=[]",
  "drafts.d.given=[]",
  "drafts.d.title=other",
  "parties.*.needed_when=null",
  "drafts.d.terms={\"i0\":null}",
  "parties.p0.reservation=150",
  "parties.p0.title=Q",
  "rules={\"n\":{\"id\":\"n\",\"forbid\":{\"i0\":\"o0\"}}}",
  "parties.p0.red_lines={\"n\":{\"id\":\"n\",\"never\":{\"i0\":\"o1\"}}}",
};

static ParleyLoaded *
load_with (const ParleyLoaded *base, const char *setting)
{
  g_autoptr(GPtrArray) changes
      = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_change_free);

  g_ptr_array_add (changes, parley_change_new (PARLEY_CHANGE_SET, setting));
  return parley_loaded_with (base, changes);
}

static ParleyWhatIf *
compare (const ParleyLoaded *const *loaded, guint n, gboolean previous, GPtrArray *changed)
{
  g_autofree ParleyWhatIfCase *cases = g_new0 (ParleyWhatIfCase, n);
  ParleyWhatIfRequest request
      = { .against_previous = previous, .count = TRUE, .memory = PARLEY_BUDGET_DEFAULT };
  g_autoptr(GError) error = NULL;
  ParleyWhatIf *what_if = NULL;

  for (guint i = 0; i < n; i++)
    {
      cases[i] = (ParleyWhatIfCase){ NULL, "t", NULL, loaded[i]->scenario, NULL };
      if (i == 0)
        continue;
      cases[i].changed = parley_nodes_differ (loaded[previous ? i - 1 : 0]->tree, loaded[i]->tree);
      g_ptr_array_add (changed, cases[i].changed);
    }
  what_if = parley_what_if_new (cases, n, &request, &error);
  g_assert_no_error (error);
  return what_if;
}

static GPtrArray *
all_deals (const ParleyScenario *scenario)
{
  g_autoptr(ParleyDomain) domain = parley_domain_new (scenario);

  return parley_naive_deals (scenario, domain, NULL, NULL);
}

static const guint *
options_of (GPtrArray *deals, guint index)
{
  return ((const ParleyNaiveDeal *) g_ptr_array_index (deals, index))->options;
}

static gboolean
contains (const GArray *indices, guint index)
{
  for (guint i = 0; i < indices->len; i++)
    if (g_array_index (indices, guint, i) == index)
      return TRUE;
  return FALSE;
}

static void
expect_agreement (guint32 seed, const ParleyAgreement *agreement, GPtrArray *deals)
{
  const ParleyScenario *scenario = agreement->space->scenario;
  guint n_axes = agreement->space->domain->n_axes;
  guint n_acceptable = 0;

  for (guint d = 0; d < deals->len; d++)
    {
      const ParleyNaiveDeal *deal = g_ptr_array_index (deals, d);

      n_acceptable += (guint) (deal->feasible && parley_naive_all_accept (scenario, deal, TRUE));
    }
  PARLEY_EXPECT (mpz_cmp_ui (agreement->counts->total.all, n_acceptable) == 0, "%u", seed);
  PARLEY_EXPECT ((agreement->exists == PARLEY_EXISTS_YES) == (n_acceptable > 0), "%u", seed);
  PARLEY_EXPECT (agreement->exact && agreement->exists != PARLEY_EXISTS_UNKNOWN, "%u", seed);
  for (guint s = 0; s < PARLEY_N_SOLUTIONS; s++)
    {
      g_autoptr(GArray) best = parley_naive_solution (scenario, deals, s);
      const guint *options = agreement->picks[s].options;

      PARLEY_EXPECT ((options != NULL) == (best->len > 0), "%u, solution %u", seed, s);
      if (best->len > 0 && options != NULL)
        PARLEY_EXPECT (memcmp (options, options_of (deals, g_array_index (best, guint, 0)),
                               n_axes * sizeof *options)
                           == 0,
                       "%u, solution %u", seed, s);
    }
}

/* The deals are the same in both, so their places are. */
static void
expect_moves (guint32 seed,
              const ParleyCaseOutcome *outcome,
              GPtrArray *old,
              GPtrArray *new,
              Seen *seen)
{
  for (guint s = 0; s < PARLEY_N_SOLUTIONS; s++)
    {
      g_autoptr(GArray) before = parley_naive_solution (outcome->before->given.scenario, old, s);
      g_autoptr(GArray) after = parley_naive_solution (outcome->given.scenario, new, s);
      const ParleySolutionMove *move = &outcome->moves[s];
      gboolean kept = before->len > 0 && contains (after, g_array_index (before, guint, 0));

      PARLEY_EXPECT (move->moved == (!kept && (before->len > 0 || after->len > 0)),
                     "%u, solution %u", seed, s);
      PARLEY_EXPECT ((move->before != NULL) == (before->len > 0), "%u", seed);
      PARLEY_EXPECT ((move->after != NULL) == (after->len > 0), "%u", seed);
      if (move->after != NULL && move->before != NULL && kept)
        PARLEY_EXPECT (memcmp (move->after, move->before,
                               outcome->agreement->space->domain->n_axes * sizeof *move->after)
                           == 0,
                       "%u, solution %u", seed, s);
      seen->n_moved += (guint) move->moved;
      seen->n_kept += (guint) (kept && old != new);
      seen->n_lost += (guint) (before->len > 0 && after->len == 0);
      seen->n_gained += (guint) (before->len == 0 && after->len > 0);
    }
}

/* By going through the completions: what they come to for those who @accept. */
static ParleyVerdict
naive_verdict (const ParleyScenario *scenario,
               GPtrArray *completions,
               gboolean (*accept) (const ParleyScenario *scenario,
                                   const ParleyNaiveDeal *deal,
                                   guint party),
               guint party)
{
  guint n = 0, n_accepted = 0;

  for (guint d = 0; d < completions->len; d++)
    {
      const ParleyNaiveDeal *deal = g_ptr_array_index (completions, d);

      n += (guint) deal->feasible;
      n_accepted += (guint) (deal->feasible && accept (scenario, deal, party));
    }
  if (n == 0)
    return PARLEY_VERDICT_INFEASIBLE;
  if (n_accepted == n)
    return PARLEY_VERDICT_ACCEPTS;
  return n_accepted == 0 ? PARLEY_VERDICT_REJECTS : PARLEY_VERDICT_DEPENDS;
}

static gboolean
one_accepts (const ParleyScenario *scenario, const ParleyNaiveDeal *deal, guint party)
{
  return parley_naive_accepts (scenario, deal, party, TRUE);
}

static gboolean
all_accept (const ParleyScenario *scenario, const ParleyNaiveDeal *deal, G_GNUC_UNUSED guint party)
{
  return parley_naive_all_accept (scenario, deal, TRUE);
}

static void
expect_drafts (guint32 seed, const ParleyCaseOutcome *outcome)
{
  const ParleyScenario *scenario = outcome->given.scenario;

  PARLEY_EXPECT (outcome->drafts->len == scenario->drafts->len, "%u", seed);
  for (guint d = 0; d < scenario->drafts->len; d++)
    {
      const ParleyDraft *draft = parley_scenario_draft (scenario, d);
      const ParleyDraftScore *score = g_ptr_array_index (outcome->drafts, d);
      g_autoptr(ParleyDomain) domain = parley_domain_new_draft (scenario, draft);
      g_autoptr(GPtrArray) completions = parley_naive_deals (scenario, domain, draft, NULL);

      PARLEY_EXPECT (score->verdict == naive_verdict (scenario, completions, all_accept, 0), "%u",
                     seed);
      for (guint p = 0; p < scenario->parties->len; p++)
        if (parley_party_gives_verdict (parley_scenario_party (scenario, p)))
          PARLEY_EXPECT (((const ParleyStanding *) g_ptr_array_index (score->standings, p))->verdict
                             == naive_verdict (scenario, completions, one_accepts, p),
                         "%u", seed);
    }
}

static void
look_at_pairs (const ParleyCaseOutcome *outcome, Seen *seen)
{
  g_autoptr(GArray) pairs = parley_case_outcome_drafts (outcome);

  for (guint i = 0; i < pairs->len; i++)
    {
      const ParleyDraftPair *pair = &g_array_index (pairs, ParleyDraftPair, i);

      seen->n_turned += (guint) parley_draft_pair_turns (pair);
      seen->n_same_drafts += (guint) (pair->before == pair->after);
      PARLEY_EXPECT (!parley_draft_pair_turns (pair) || parley_draft_pair_changes (pair), "turns");
    }
}

static void
test_random_scenarios (void)
{
  Seen seen = { 0 };

  for (guint32 seed = 0; seed < N_SCENARIOS; seed++)
    {
      g_autoptr(ParleyLoaded) base = parley_random_scenario (seed);
      g_autoptr(ParleyLoaded) first = load_with (base, settings[seed % G_N_ELEMENTS (settings)]);
      g_autoptr(ParleyLoaded) second
          = load_with (base, settings[G_N_ELEMENTS (settings) - 1 - seed / 2 % 2]);
      const ParleyLoaded *loaded[] = { base, first, second };
      g_autoptr(GPtrArray) changed
          = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
      g_autoptr(ParleyWhatIf) what_if = NULL;

      /* A party without a reservation would get one, or the like. */
      if (first->scenario == NULL || second->scenario == NULL)
        continue;
      what_if = compare (loaded, G_N_ELEMENTS (loaded), seed % 2 == 1, changed);
      for (guint i = 0; i < what_if->outcomes->len; i++)
        {
          const ParleyCaseOutcome *outcome = parley_what_if_outcome (what_if, i);
          g_autoptr(GPtrArray) deals = all_deals (outcome->given.scenario);
          g_autoptr(GPtrArray) old = NULL;

          expect_agreement (seed, outcome->agreement, deals);
          expect_drafts (seed, outcome);
          if (i == 0)
            continue;
          PARLEY_EXPECT (outcome->before
                             == parley_what_if_outcome (what_if, seed % 2 == 1 ? i - 1 : 0),
                         "%u", seed);
          old = all_deals (outcome->before->given.scenario);
          expect_moves (seed, outcome, old, deals, &seen);
          look_at_pairs (outcome, &seen);
        }
    }
  CU_ASSERT_TRUE (seen.n_moved > parley_effort (200));
  CU_ASSERT_TRUE (seen.n_kept > parley_effort (200));
  CU_ASSERT_TRUE (seen.n_lost > parley_effort (40));
  CU_ASSERT_TRUE (seen.n_gained > parley_effort (20));
  CU_ASSERT_TRUE (seen.n_turned > parley_effort (100));
  CU_ASSERT_TRUE (seen.n_same_drafts > parley_effort (40));
}

#define ISSUES \
  "{ 'id': 'a', 'title': 'A', 'kind': 'choice', 'options': [ { 'id': 'x', 'title': 'X' }," \
  "  { 'id': 'y', 'title': 'Y' } ] }," \
  "{ 'id': 'b', 'title': 'B', 'kind': 'range', 'min': 0, 'max': 10, 'step': 5 }"
#define PARTIES \
  "{ 'id': 'p', 'title': 'P', 'reservation': 50, 'weights': { 'a': 1, 'b': 1 }," \
  "  'values': { 'a': { 'x': 100, 'y': 0 }, 'b': { 'points': [[0, 0], [10, 100]] } } }," \
  "{ 'id': 'q', 'title': 'Q', 'reservation': 50, 'weights': { 'a': 1, 'b': 2 }," \
  "  'values': { 'a': { 'x': 100, 'y': 0 }, 'b': { 'points': [[0, 100], [10, 0]] } } }"
#define DRAFTS \
  "'drafts': [ { 'id': 'one', 'title': 'One', 'terms': { 'a': 'x', 'b': 5 } }," \
  "            { 'id': 'two', 'title': 'Two', 'terms': { 'a': 'y' } } ]"

/* A case that touches one draft leaves the deals and the other draft alone. */
static void
test_reuse (void)
{
  g_autoptr(ParleyLoaded) base = parley_small_load (ISSUES, PARTIES, DRAFTS);
  g_autoptr(ParleyLoaded) touched = load_with (base, "drafts.two.terms.b=0");
  g_autoptr(ParleyLoaded) ordered
      = load_with (base, "drafts=[{\"id\":\"two\",\"title\":\"Two\",\"terms\":{\"a\":\"x\"}},"
                         "{\"id\":\"one\",\"title\":\"One\",\"terms\":{\"a\":\"y\",\"b\":5}}]");
  const ParleyLoaded *loaded[] = { base, touched, ordered };
  g_autoptr(GPtrArray) changed
      = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr(ParleyWhatIf) what_if = compare (loaded, G_N_ELEMENTS (loaded), FALSE, changed);
  const ParleyCaseOutcome *before = parley_what_if_outcome (what_if, 0);
  const ParleyCaseOutcome *after = parley_what_if_outcome (what_if, 1);
  const ParleyCaseOutcome *other = parley_what_if_outcome (what_if, 2);

  CU_ASSERT_PTR_EQUAL (after->agreement, before->agreement);
  CU_ASSERT_PTR_EQUAL (g_ptr_array_index (after->drafts, 0), g_ptr_array_index (before->drafts, 0));
  CU_ASSERT_PTR_NOT_EQUAL (g_ptr_array_index (after->drafts, 1),
                           g_ptr_array_index (before->drafts, 1));
  /* In another order, so nothing of them counts as left alone. */
  CU_ASSERT_PTR_EQUAL (other->agreement, before->agreement);
  CU_ASSERT_PTR_NOT_EQUAL (g_ptr_array_index (other->drafts, 1),
                           g_ptr_array_index (before->drafts, 0));
}

/* By hand: P gets 50 for x and up to 50 for b, Q a third for x and two thirds for little b. x with
 * 0 (50, 100), 5 (75, 66 2/3) and 10 (100, 33 1/3); y with 5 (25, 33 1/3) at most. */
static void
test_by_hand (void)
{
  g_autoptr(ParleyLoaded) base = parley_small_load (ISSUES, PARTIES, DRAFTS);
  g_autoptr(ParleyLoaded) firm = load_with (base, "parties.p.reservation=76");
  g_autoptr(ParleyLoaded) soft = load_with (base, "parties.q.reservation=30");
  g_autoptr(ParleyLoaded) less = load_with (base, "issues.b={\"step\":10}");
  const ParleyLoaded *loaded[] = { base, firm, soft, less };
  g_autoptr(GPtrArray) changed
      = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr(ParleyWhatIf) what_if = compare (loaded, G_N_ELEMENTS (loaded), FALSE, changed);
  const ParleyCaseOutcome *outcome = parley_what_if_outcome (what_if, 0);

  CU_ASSERT_EQUAL (mpz_get_ui (outcome->agreement->counts->total.all), 2);
  CU_ASSERT_EQUAL (outcome->agreement->picks[PARLEY_NASH].options[1], 1);

  outcome = parley_what_if_outcome (what_if, 1);
  CU_ASSERT_EQUAL (outcome->agreement->exists, PARLEY_EXISTS_NO);
  CU_ASSERT_TRUE (outcome->moves[PARLEY_NASH].moved);
  CU_ASSERT_PTR_NULL (outcome->moves[PARLEY_NASH].after);

  /* 25 x 36 2/3 of (75, 66 2/3) still beats 50 x 3 1/3 of (100, 33 1/3); of the sum too. */
  outcome = parley_what_if_outcome (what_if, 2);
  CU_ASSERT_EQUAL (mpz_get_ui (outcome->agreement->counts->total.all), 3);
  CU_ASSERT_FALSE (outcome->moves[PARLEY_NASH].moved);
  CU_ASSERT_FALSE (outcome->moves[PARLEY_UTILITARIAN].moved);

  /* Without 5 the deal has no place any more. */
  outcome = parley_what_if_outcome (what_if, 3);
  CU_ASSERT_EQUAL (mpz_get_ui (outcome->agreement->counts->total.all), 1);
  CU_ASSERT_TRUE (outcome->moves[PARLEY_NASH].moved);
  CU_ASSERT_EQUAL (outcome->moves[PARLEY_NASH].after[1], 0);
}

/* What is new, and what is gone. */
static void
test_new_and_gone (void)
{
  g_autoptr(ParleyLoaded) base = parley_small_load (ISSUES, PARTIES, DRAFTS);
  g_autoptr(ParleyLoaded) gone = load_with (base, "drafts.one=null");
  g_autoptr(ParleyLoaded) alone = load_with (base, "parties.q=null");
  const ParleyLoaded *loaded[] = { base, gone, alone };
  const ParleyLoaded *back[] = { alone, base };
  g_autoptr(GPtrArray) changed
      = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr(ParleyWhatIf) what_if = compare (loaded, G_N_ELEMENTS (loaded), FALSE, changed);
  g_autoptr(ParleyWhatIf) reverse = compare (back, G_N_ELEMENTS (back), FALSE, changed);
  g_autoptr(GArray) drafts = parley_case_outcome_drafts (parley_what_if_outcome (what_if, 1));
  g_autoptr(GArray) parties = parley_case_outcome_drafts (parley_what_if_outcome (what_if, 2));
  g_autoptr(GArray) joined = parley_case_outcome_drafts (parley_what_if_outcome (reverse, 1));
  const ParleyDraftPair *pair = &g_array_index (drafts, ParleyDraftPair, 1);

  CU_ASSERT_EQUAL (drafts->len, 2);
  PARLEY_EXPECT (pair->after == NULL && strcmp (pair->before->draft->id, "one") == 0, "gone");
  CU_ASSERT_TRUE (parley_draft_pair_turns (pair));
  CU_ASSERT_FALSE (parley_draft_pair_turns (&g_array_index (drafts, ParleyDraftPair, 0)));
  pair = &g_array_index (parties, ParleyDraftPair, 0);
  CU_ASSERT_PTR_NULL (parley_draft_score_of (pair->after, "q"));
  CU_ASSERT_PTR_NOT_NULL (parley_draft_score_of (pair->before, "q"));

  /* "one" is accepted by all with Q and without, "two" by none with Q. */
  CU_ASSERT_FALSE (parley_draft_pair_turns (pair));
  CU_ASSERT_TRUE (parley_draft_pair_changes (pair));
  CU_ASSERT_TRUE (parley_draft_pair_turns (&g_array_index (parties, ParleyDraftPair, 1)));
  CU_ASSERT_FALSE (parley_draft_pair_turns (&g_array_index (joined, ParleyDraftPair, 0)));
  CU_ASSERT_TRUE (parley_draft_pair_changes (&g_array_index (joined, ParleyDraftPair, 0)));
}

void
parley_test_whatif (void)
{
  CU_pSuite suite = CU_add_suite ("whatif", NULL, NULL);

  CU_ADD_TEST (suite, test_random_scenarios);
  CU_ADD_TEST (suite, test_reuse);
  CU_ADD_TEST (suite, test_by_hand);
  CU_ADD_TEST (suite, test_new_and_gone);
}
