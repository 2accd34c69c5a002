/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/briefing.h"

#include "analysis/deal_draft.h"
#include "effort.h"
#include "naive.h"
#include "random_scenario.h"
#include "small.h"
#include "suites.h"

#define N_SCENARIOS parley_effort (400)

static const char *const titles[] = { "A", "B", "C" };

static ParleyBriefing *
brief (const ParleyScenario *scenario, int party, const guint *drafts, guint n_drafts)
{
  const ParleyBriefingRequest request = { .party = party,
                                          .drafts = drafts,
                                          .n_drafts = n_drafts,
                                          .n_draws = 500,
                                          .seed = 1,
                                          .count = TRUE,
                                          .n_top = 3,
                                          .titles = titles,
                                          .memory = PARLEY_BUDGET_DEFAULT };
  g_autoptr(GError) error = NULL;
  ParleyBriefing *self = parley_briefing_new (scenario, &request, &error);

  PARLEY_EXPECT (self != NULL, "%s", error == NULL ? "" : error->message);
  return self;
}

/* Any deal, made a draft, is accepted by whoever accepts the deal. */
static void
test_deal_draft (void)
{
  guint n_accepted = 0;
  guint n_refused = 0;

  for (guint seed = 0; seed < N_SCENARIOS; seed++)
    {
      g_autoptr(ParleyLoaded) loaded = parley_random_scenario (seed);
      const ParleyScenario *scenario = loaded->scenario;
      g_autoptr(ParleySpace) space
          = parley_space_new (scenario, parley_domain_new (scenario), NULL, NULL, NULL);
      g_autoptr(GPtrArray) deals = parley_naive_deals (scenario, space->domain, NULL, NULL);
      const ParleyNaiveDeal *deal = g_ptr_array_index (deals, seed % deals->len);
      g_autoptr(GPtrArray) drafts
          = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_draft_free);
      ParleyScenario *extended = NULL;
      g_autoptr(ParleyScores) scores = NULL;
      guint index = scenario->drafts->len;
      gboolean accepted = deal->feasible && parley_naive_all_accept (scenario, deal, TRUE);

      g_ptr_array_add (drafts, parley_deal_draft_new (space, deal->options, scenario, "x", "X"));
      extended = parley_scenario_with_drafts (scenario, drafts);
      scores = parley_scores_new (extended, &index, 1, PARLEY_SCORE_PLAIN, NULL);
      PARLEY_EXPECT (((const ParleyDraftScore *) scores->drafts->pdata[0])->verdict
                         == (!deal->feasible ? PARLEY_VERDICT_INFEASIBLE
                             : accepted      ? PARLEY_VERDICT_ACCEPTS
                                             : PARLEY_VERDICT_REJECTS),
                     "seed %u", seed);
      n_accepted += (guint) accepted;
      n_refused += (guint) !accepted;
      parley_scenario_with_drafts_free (extended);
    }
  CU_ASSERT_TRUE (n_accepted > parley_effort (30) && n_refused > parley_effort (30));
}

/* A deal cannot be drafted where there is no such option. */
static void
test_other_scenario (void)
{
  g_autofree char *three = parley_small_choices (1, 3);
  g_autofree char *two = parley_small_choices (1, 2);
  static const char parties[] = "{'id': 'p', 'title': 'P', 'reservation': 1, 'weights': {'i0': 1},"
                                " 'values': {'i0': {'o0': 1, 'o1': 2%s}}}";
  g_autofree char *with = g_strdup_printf (parties, ", 'o2': 3");
  g_autofree char *without = g_strdup_printf (parties, "");
  g_autoptr(ParleyLoaded) from = parley_small_load (three, with, "");
  g_autoptr(ParleyLoaded) to = parley_small_load (two, without, "");
  g_autoptr(ParleySpace) space
      = parley_space_new (from->scenario, parley_domain_new (from->scenario), NULL, NULL, NULL);

  for (guint option = 0; option < 3; option++)
    {
      g_autoptr(ParleyDraft) draft
          = parley_deal_draft_new (space, &option, to->scenario, "x", "X");

      CU_ASSERT_EQUAL (draft != NULL, option < 2);
    }
}

#define SELLER                                                                                     \
  "{'id': 's', 'title': 'S', 'reservation': {'value': 40, 'low': 30, 'high': %s,"                   \
  "  'basis': 'judgement'}, 'weights': {'i0': 50, 'i1': {'value': 50, 'basis': 'fact'}},"            \
  " 'values': {'i0': {'o0': 100, 'o1': 50, 'o2': 0}, 'i1': {'o0': 100, 'o1': 50, 'o2': 0}}}"
#define BUYER                                                                                      \
  "{'id': 'b', 'title': 'B', 'reservation': 40, 'weights': {'i0': 25, 'i1': 75},"                   \
  " 'values': {'i0': {'o0': 0, 'o1': 50, 'o2': 100}, 'i1': {'o0': 0, 'o1': 50, 'o2': 100}}}"
#define DRAFTS                                                                                     \
  "'drafts': [{'id': 'd', 'title': 'D', 'date': '2025-01-01', 'tabled_by': 's',"                    \
  "            'terms': {'i0': 'o0', 'i1': 'o0'}},"                                               \
  "           {'id': 'e', 'title': 'E', 'date': '2025-01-02', 'tabled_by': 'b',"                    \
  "            'terms': {'i0': ['o0', 'o2'], 'i1': 'o2'}}]"

static ParleyLoaded *
two_sides (const char *high)
{
  g_autofree char *issues = parley_small_choices (2, 3);
  g_autofree char *seller = g_strdup_printf (SELLER, high);
  g_autofree char *parties = g_strconcat (seller, ", ", BUYER, NULL);

  return parley_small_load (issues, parties, DRAFTS);
}

/* Worked by hand. The deals (i0, i1) that both accept, with what they bring S and B: (0, 1) 75 and
 * 37.5 no; (0, 2) 50 and 75; (1, 1) 50 and 50; (1, 2) 25 no; (2, 0) 50 and 25 no. What B has tabled
 * is o0 and o2 of i0, and o2 of i1: of it (0, 2) alone. */
static void
test_by_hand (void)
{
  g_autoptr(ParleyLoaded) loaded = two_sides ("50");
  const guint drafts[] = { 0, 1 };
  g_autoptr(ParleyBriefing) self = brief (loaded->scenario, 0, drafts, 2);
  const ParleyDraft *first = g_ptr_array_index (self->drafts, 0);

  CU_ASSERT_EQUAL (self->rival, 1);
  CU_ASSERT_EQUAL (self->among, PARLEY_AMONG_PARTY);
  CU_ASSERT_EQUAL (self->among_party, 1);
  CU_ASSERT_EQUAL_FATAL (parley_briefing_n_proposals (self), 1);
  CU_ASSERT_TRUE (self->proposals->safe);
  CU_ASSERT_STRING_EQUAL (first->title, "A");
  CU_ASSERT_TRUE (parley_terms_has_option (first->terms[0]->is, 0));
  CU_ASSERT_TRUE (parley_terms_has_option (first->terms[1]->is, 2));
  PARLEY_EXPECT_EXACT (
      "S", ((const ParleyStanding *) parley_briefing_proposal (self, 0)->standings->pdata[0])->low,
      "50");
  PARLEY_EXPECT_EXACT (
      "B", ((const ParleyStanding *) parley_briefing_proposal (self, 0)->standings->pdata[1])->low,
      "75");
  /* D differs in one term, E leaves one open: half a difference. */
  CU_ASSERT_EQUAL (parley_briefing_nearest (self, 0), 1);
  CU_ASSERT_EQUAL (parley_briefing_agrees (self, 0, parley_scenario_draft (loaded->scenario, 1), 0),
                   0);
  CU_ASSERT_EQUAL (parley_briefing_agrees (self, 0, parley_scenario_draft (loaded->scenario, 1), 1),
                   1);
  CU_ASSERT_EQUAL (parley_briefing_agrees (self, 0, parley_scenario_draft (loaded->scenario, 0), 1),
                   -1);
  CU_ASSERT_PTR_NULL (self->plan);
  CU_ASSERT_EQUAL (self->scores->drafts->len, 3);
  CU_ASSERT_PTR_NOT_NULL (self->robust);
}

/* When S may need 51, no deal is safe any more. */
static void
test_unsafe (void)
{
  g_autoptr(ParleyLoaded) loaded = two_sides ("51");
  g_autoptr(ParleyBriefing) self = brief (loaded->scenario, 0, NULL, 0);

  CU_ASSERT_EQUAL (parley_briefing_n_proposals (self), 1);
  CU_ASSERT_FALSE (self->proposals->safe);
  CU_ASSERT_PTR_NULL (self->comparison);
}

/* What B has tabled leaves no deal; what anybody has tabled neither: all terms are looked at. */
static void
test_grounds (void)
{
  g_autofree char *issues = parley_small_choices (2, 3);
  g_autofree char *seller = g_strdup_printf (SELLER, "50");
  g_autofree char *parties = g_strconcat (seller, ", ", BUYER, NULL);
  g_autoptr(ParleyLoaded) loaded = parley_small_load (
      issues, parties,
      "'drafts': [{'id': 'e', 'title': 'E', 'tabled_by': 'b', 'terms': {'i0': 'o2', 'i1': 'o2'}}]");
  g_autoptr(ParleyBriefing) self = brief (loaded->scenario, 0, NULL, 0);

  CU_ASSERT_EQUAL (self->among, PARLEY_AMONG_ALL);
  CU_ASSERT_EQUAL (parley_briefing_n_proposals (self), 1);
}

/* From (0, 0), worth 100 to S, over (0, 1) to (0, 2): only the second issue moves, once. */
static void
test_plan (void)
{
  g_autofree char *issues = parley_small_choices (2, 3);
  g_autoptr(ParleyLoaded) loaded = parley_small_load (
      issues,
      "{'id': 's', 'title': 'S', 'reservation': 40, 'weights': {'i0': 50, 'i1': 50},"
      " 'values': {'i0': {'o0': 100, 'o1': 50, 'o2': 0}, 'i1': {'o0': 100, 'o1': 50, 'o2': 0}}},"
      "{'id': 'b', 'title': 'B', 'reservation': 20, 'weights': {'i0': 25, 'i1': 75},"
      " 'values': {'i0': {'o0': 0, 'o1': 50, 'o2': 100}, 'i1': {'o0': 0, 'o1': 50, 'o2': 100}}}",
      "");
  g_autoptr(ParleyBriefing) self = brief (loaded->scenario, 0, NULL, 0);
  guint last = parley_briefing_n_proposals (self) - 1;

  CU_ASSERT_TRUE_FATAL (last >= 1);
  CU_ASSERT_PTR_NOT_NULL_FATAL (self->plan);
  CU_ASSERT_EQUAL (self->plan->steps->len, 1);
  CU_ASSERT_EQUAL (parley_briefing_step (self, 0), 0);
  CU_ASSERT_EQUAL (parley_briefing_step (self, 1), 1);
  CU_ASSERT_EQUAL (
      parley_options_compare (self->plan->end->options,
                              parley_proposals_get (self->proposals, last)->deal->options, 2),
      0);
  CU_ASSERT_TRUE (self->plan->start_accepted);
}

/* Reservations: 40 judged with a range, 40 of no stated basis; weights: 50, 50 a fact, 25, 75;
 * values: twelve. */
static void
test_evidence (void)
{
  g_autoptr(ParleyLoaded) loaded = two_sides ("50");
  ParleyEvidence evidence = parley_evidence_of (loaded->scenario);

  CU_ASSERT_EQUAL (evidence.n_numbers, 2 + 4 + 12);
  CU_ASSERT_EQUAL (evidence.by_basis[PARLEY_BASIS_JUDGEMENT], 1);
  CU_ASSERT_EQUAL (evidence.by_basis[PARLEY_BASIS_FACT], 1);
  CU_ASSERT_EQUAL (evidence.by_basis[PARLEY_BASIS_INFERRED], 0);
  CU_ASSERT_EQUAL (evidence.by_basis[PARLEY_BASIS_NONE], 16);
  CU_ASSERT_EQUAL (evidence.n_ranged, 1);
  CU_ASSERT_EQUAL (evidence.n_sourced, 0);
}

/* Any scenario can be briefed on, for anybody. */
static void
test_random (void)
{
  guint n_offers = 0;
  guint n_plans = 0;

  for (guint seed = 0; seed < N_SCENARIOS; seed++)
    {
      g_autoptr(ParleyLoaded) loaded = parley_random_scenario (seed);
      const ParleyParty *party = parley_scenario_party (loaded->scenario, 0);
      gboolean own = party->role == PARLEY_ROLE_PARTY && parley_party_is_scored (party);
      const guint draft = 0;
      g_autoptr(ParleyBriefing) self
          = brief (loaded->scenario, own ? 0 : -1, &draft, MIN (loaded->scenario->drafts->len, 1));

      if (self == NULL)
        continue;
      for (guint i = 0; i < parley_briefing_n_proposals (self); i++)
        PARLEY_EXPECT (parley_briefing_proposal (self, i)->verdict == PARLEY_VERDICT_ACCEPTS,
                       "seed %u: proposal %u is not accepted", seed, i);
      n_offers += (guint) (parley_briefing_n_proposals (self) > 0);
      n_plans += (guint) (self->plan != NULL);
    }
  CU_ASSERT_TRUE (n_offers > parley_effort (50) && n_plans > parley_effort (20));
}

void
parley_test_briefing (void)
{
  CU_pSuite suite = CU_add_suite ("briefing", NULL, NULL);

  CU_add_test (suite, "deals as drafts", test_deal_draft);
  CU_add_test (suite, "deals that are not there", test_other_scenario);
  CU_add_test (suite, "an offer by hand", test_by_hand);
  CU_add_test (suite, "nothing is safe", test_unsafe);
  CU_add_test (suite, "which terms", test_grounds);
  CU_add_test (suite, "a plan by hand", test_plan);
  CU_add_test (suite, "what numbers rest on", test_evidence);
  CU_add_test (suite, "any scenario", test_random);
}
