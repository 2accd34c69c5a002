/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Comparisons, against figures worked out by hand and against looking at every deal. */
#include "analysis/compare.h"

#include <string.h>

#include "base/error.h"
#include "sample.h"
#include "small.h"
#include "suites.h"

/* Kinds of steps */

static void
set_shift (ParleyShift *shift, int low, int high)
{
  mpq_set_si (shift->low, low, 1);
  mpq_set_si (shift->high, high, 1);
}

static void
test_kinds (void)
{
  static const struct
  {
    int         own[2];
    int         other[2];
    const char *kind;
  } rows[] = {
    { { 1, 2 }, { 1, 1 }, "fortunate" },
    { { 1, 1 }, { 0, 0 }, "selfish" },
    { { 1, 1 }, { -2, -1 }, "selfish" },
    { { -1, -1 }, { 0, 0 }, "concession" },
    { { -2, -1 }, { 1, 3 }, "concession" },
    { { 0, 0 }, { -1, -1 }, "unfortunate" },
    { { -1, -1 }, { -1, -1 }, "unfortunate" },
    { { 0, 0 }, { 1, 1 }, "nice" },
    { { 0, 0 }, { 0, 0 }, "silent" },
    { { 1, 1 }, { -1, 0 }, "selfish" },
    { { -1, -1 }, { 0, 1 }, "concession" },
    { { -1, 0 }, { -1, -1 }, "unfortunate" },
    { { -1, 1 }, { 1, 1 }, NULL },
    { { 0, 1 }, { 1, 1 }, NULL },
    { { 1, 1 }, { -1, 1 }, NULL },
    { { 0, 0 }, { 0, 1 }, NULL },
    { { -1, 0 }, { -1, 0 }, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      ParleyShift own, other;

      mpq_inits (own.low, own.high, other.low, other.high, NULL);
      set_shift (&own, rows[i].own[0], rows[i].own[1]);
      set_shift (&other, rows[i].other[0], rows[i].other[1]);
      PARLEY_EXPECT (g_strcmp0 (parley_redraft_kind_to_string (parley_redraft_kind (&own, &other)),
                                rows[i].kind)
                         == 0,
                     "row %u", i);
      mpq_clears (own.low, own.high, other.low, other.high, NULL);
    }
}

/* By hand */

#define FEE "{ 'id': 'fee', 'title': 'Fee', 'kind': 'range', 'min': 0, 'max': 20, 'step': 10 }"

#define TERM \
  "{ 'id': 'term', 'title': 'Term', 'kind': 'choice', 'options': [" \
  "{ 'id': 'five', 'title': 'Five' }, { 'id': 'ten', 'title': 'Ten' } ] }"

#define ISSUES FEE ", " TERM

#define OWNER \
  "{ 'id': 'owner', 'title': 'Owner', 'reservation': 30, 'weights': { 'fee': 60, 'term': 40 }, " \
  "'values': { 'fee': { 'points': [[0, 0], [20, 100]] }, 'term': { 'five': 100, 'ten': 0 } }, " \
  "'adjustments': [{ 'id': 'dear', 'when': { 'fee': { 'min': 20 } }, 'points': -5 }] }"

#define MAKER \
  "{ 'id': 'maker', 'title': 'Maker', 'reservation': 30, 'weights': { 'fee': 50, 'term': 50 }, " \
  "'values': { 'fee': { 'points': [[0, 100], [20, 0]] }, 'term': { 'five': 0, 'ten': 100 } } }"

#define DRAFTS \
  "'drafts': [ { 'id': 'a', 'title': 'A', 'tabled_by': 'owner', 'terms': { 'fee': 20, 'term': 'five' } }," \
  " { 'id': 'b', 'title': 'B', 'tabled_by': 'owner', 'terms': { 'fee': 10, 'term': 'five' } }," \
  " { 'id': 'c', 'title': 'C', 'tabled_by': 'maker', 'terms': { 'fee': 10 } } ]"

static void
expect_shift (const char *label, const ParleyShift *shift, const char *low, const char *high)
{
  PARLEY_EXPECT_EXACT (label, shift->low, low);
  PARLEY_EXPECT_EXACT (label, shift->high, high);
}

/* Deals (owner, maker): fee 0: five 40, 50; ten 0, 100. Fee 10: five 70, 25; ten 30, 75. Fee 20:
 * five 95, 0; ten 55, 50. Acceptable: 0-five, 10-ten, 20-ten; greatest sum of surpluses 45. */
static void
expect_by_hand (const ParleyComparison *comparison)
{
  const ParleyRedraft *redraft = NULL;
  const ParleyDraftPlace *place = NULL;

  CU_ASSERT_PTR_NOT_NULL_FATAL (comparison);
  redraft = g_ptr_array_index (comparison->redrafts, 0);
  expect_shift ("fee, owner", &redraft->by_issue[0][0], "-30", "-30");
  expect_shift ("linkage, owner", &redraft->linkage[0], "5", "5");
  expect_shift ("score, owner", &redraft->total[0], "-25", "-25");
  expect_shift ("fee, maker", &redraft->by_issue[1][0], "25", "25");
  expect_shift ("term, maker", &redraft->by_issue[1][1], "0", "0");
  CU_ASSERT_EQUAL (redraft->own, 0);
  CU_ASSERT_EQUAL (redraft->kinds[1], PARLEY_REDRAFT_CONCESSION);
  redraft = g_ptr_array_index (comparison->redrafts, 1);
  expect_shift ("score, owner", &redraft->total[0], "-40", "0");
  expect_shift ("term, maker", &redraft->by_issue[1][1], "0", "50");
  CU_ASSERT_EQUAL (redraft->own, 1);
  CU_ASSERT_EQUAL (redraft->kinds[0], PARLEY_REDRAFT_UNKNOWN);
  redraft = g_ptr_array_index (comparison->from_first, 1);
  expect_shift ("score from the first, maker", &redraft->total[1], "25", "75");

  /* B is as good as any deal for both; C has 30 and 25 at least, 70 and 75 at most. */
  place = parley_comparison_draft (comparison, 1)->place;
  CU_ASSERT_TRUE (place->counted);
  CU_ASSERT_EQUAL (mpz_cmp_ui (place->better_most, 0), 0);
  PARLEY_EXPECT_EXACT ("room", place->room_high, "0");
  PARLEY_EXPECT_EXACT ("share", place->share_low, "7/9");
  place = parley_comparison_draft (comparison, 2)->place;
  CU_ASSERT_EQUAL (mpz_cmp_ui (place->better_most, 2), 0);
  CU_ASSERT_EQUAL (mpz_cmp_ui (place->better_least, 0), 0);
  PARLEY_EXPECT_EXACT ("room", place->room_high, "25");
  PARLEY_EXPECT_EXACT ("share", place->share_low, "-1/9");
  PARLEY_EXPECT_EXACT ("share", place->share_high, "17/9");
}

static void
test_by_hand (void)
{
  g_autoptr(ParleyLoaded) loaded = parley_small_load (ISSUES, OWNER "," MAKER, DRAFTS);
  ParleyCandidate candidates[] = { { loaded->scenario, 0, NULL },
                                   { loaded->scenario, 1, NULL },
                                   { loaded->scenario, 2, NULL } };
  g_autoptr(ParleyComparison) comparison
      = parley_compare (candidates, 3, TRUE, PARLEY_BUDGET_DEFAULT, NULL, NULL);

  expect_by_hand (comparison);
}

/* A file in which issues and parties stand in another order gives the same, in any place. */
static void
test_other_order (void)
{
  g_autoptr(ParleyLoaded) loaded = parley_small_load (ISSUES, OWNER "," MAKER, DRAFTS);
  g_autoptr(ParleyLoaded) other = parley_small_load (TERM ", " FEE, MAKER "," OWNER, DRAFTS);

  for (guint place = 1; place < 4; place++)
    {
      ParleyCandidate candidates[]
          = { { loaded->scenario, 0, NULL },
              { place != 2 ? other->scenario : loaded->scenario, 1, "other" },
              { place != 1 ? other->scenario : loaded->scenario, 2, "other" } };
      g_autoptr(ParleyComparison) comparison
          = parley_compare (candidates, 3, TRUE, PARLEY_BUDGET_DEFAULT, NULL, NULL);

      expect_by_hand (comparison);
    }
}

/* A draft without a completion has no points to differ by. */
static void
test_infeasible (void)
{
  g_autoptr(ParleyLoaded) loaded = parley_small_load (
      ISSUES, OWNER "," MAKER, DRAFTS ", 'rules': [{ 'id': 'r', 'forbid': { 'fee': 20 } }]");
  ParleyCandidate candidates[] = { { loaded->scenario, 0, NULL }, { loaded->scenario, 1, NULL } };
  g_autoptr(ParleyComparison) comparison
      = parley_compare (candidates, 2, TRUE, PARLEY_BUDGET_DEFAULT, NULL, NULL);

  CU_ASSERT_PTR_NOT_NULL_FATAL (comparison);
  CU_ASSERT_FALSE (parley_comparison_redraft (comparison, 1, FALSE)->known);
  CU_ASSERT_PTR_NULL (parley_comparison_draft (comparison, 0)->place);
  CU_ASSERT_PTR_NOT_NULL (parley_comparison_draft (comparison, 1)->place);
}

/* The share of the joint gain is over the reservations of the scenario's date, as the greatest sum
 * is, whatever was needed on the draft's day: 70 - 30 + 25 - 30 of 45. */
static void
test_dates (void)
{
  g_autoptr(ParleyLoaded) loaded = parley_small_load (
      ISSUES,
      "{ 'id': 'owner', 'title': 'Owner', 'reservation': { 'value': 60, 'changes': ["
      "{ 'from': '2025-03-01', 'value': 30 } ] }, 'weights': { 'fee': 60, 'term': 40 }, "
      "'values': { 'fee': { 'points': [[0, 0], [20, 100]] }, 'term': { 'five': 100, 'ten': 0 } }, "
      "'adjustments': [{ 'id': 'dear', 'when': { 'fee': { 'min': 20 } }, 'points': -5 }] }," MAKER,
      "'as_of': '2025-04-01', 'drafts': [ { 'id': 'b', 'title': 'B', 'date': '2025-02-01', "
      "'terms': { 'fee': 10, 'term': 'five' } } ]");
  ParleyCandidate candidates[] = { { loaded->scenario, 0, NULL }, { loaded->scenario, 0, NULL } };
  g_autoptr(ParleyComparison) comparison
      = parley_compare (candidates, 2, FALSE, PARLEY_BUDGET_DEFAULT, NULL, NULL);

  CU_ASSERT_PTR_NOT_NULL_FATAL (comparison);
  PARLEY_EXPECT_EXACT ("share", parley_comparison_draft (comparison, 0)->place->share_low, "7/9");
}

static void
test_other_issues (void)
{
  g_autoptr(ParleyLoaded) loaded = parley_small_load (ISSUES, OWNER "," MAKER, DRAFTS);
  g_autoptr(ParleyLoaded) other
      = parley_small_load (ISSUES
                           ", { 'id': 'site', 'title': 'Site', 'kind': 'choice', 'options': ["
                           "{ 'id': 'x', 'title': 'X' }, { 'id': 'y', 'title': 'Y' } ] }",
                           OWNER "," MAKER, DRAFTS);
  ParleyCandidate candidates[] = { { loaded->scenario, 0, NULL }, { other->scenario, 0, NULL } };
  g_autoptr(GError) error = NULL;

  CU_ASSERT_PTR_NULL (parley_compare (candidates, 2, FALSE, PARLEY_BUDGET_DEFAULT, NULL, &error));
  CU_ASSERT_TRUE (g_error_matches (error, PARLEY_ERROR, PARLEY_ERROR_INPUT));
  CU_ASSERT_PTR_NOT_NULL (strstr (error->message, "\"site\""));
}

/* Places, against looking at every deal */

static gboolean
is_negotiating (const ParleySample *sample, guint party)
{
  return parley_scenario_party (sample->scenario, party)->role == PARLEY_ROLE_PARTY;
}

/* Whether the deal has more for every negotiating side than that end of the draft; sets @least to
 * what it has more at least. */
static gboolean
is_better (const ParleySample     *sample,
           const ParleyNaiveDeal  *deal,
           const ParleyDraftScore *score,
           gboolean                high,
           mpq_ptr                 least)
{
  gboolean first = TRUE;
  mpq_t more;

  mpq_init (more);
  for (guint p = 0; p < deal->n_parties; p++)
    {
      const ParleyStanding *standing = g_ptr_array_index (score->standings, p);

      if (!is_negotiating (sample, p))
        continue;
      mpq_sub (more, deal->scores[p], high ? standing->high : standing->low);
      if (first || mpq_cmp (more, least) < 0)
        mpq_set (least, more);
      first = FALSE;
    }
  mpq_clear (more);
  return mpq_sgn (least) > 0;
}

static void
expect_end (const ParleySample *sample,
            GPtrArray          *deals,
            const ParleyCompared *draft,
            gboolean              high)
{
  const ParleyDraftPlace *place = draft->place;
  gulong n_better = 0;
  mpq_t least, room;

  mpq_inits (least, room, NULL);
  for (guint i = 0; i < deals->len; i++)
    {
      const ParleyNaiveDeal *deal = g_ptr_array_index (deals, i);
      gboolean better = is_better (sample, deal, draft->score, high, least)
                        && parley_naive_all_accept (sample->scenario, deal, TRUE);

      if (!deal->feasible)
        continue;
      n_better += (gulong) better;
      if (better && mpq_cmp (least, room) > 0)
        mpq_set (room, least);
    }
  PARLEY_EXPECT (mpz_cmp_ui (high ? place->better_least : place->better_most, n_better) == 0, "%lu",
                 n_better);
  PARLEY_EXPECT (mpq_equal (high ? place->room_low : place->room_high, room), "%d", high);
  mpq_clears (least, room, NULL);
}

static void
test_places (void)
{
  guint n_places = 0;

  for (guint32 seed = 1; seed < 2 * PARLEY_N_SAMPLES; seed += 2)
    {
      g_autoptr(ParleySample) sample = parley_sample_new (seed);
      g_autoptr(ParleyDomain) domain = parley_domain_new (sample->scenario);
      g_autoptr(GPtrArray) deals = parley_naive_deals (sample->scenario, domain, NULL, NULL);
      ParleyCandidate candidates[]
          = { { sample->scenario, 0, NULL }, { sample->scenario, 0, NULL } };
      g_autoptr(ParleyComparison) comparison
          = parley_compare (candidates, 2, TRUE, PARLEY_BUDGET_DEFAULT, NULL, NULL);
      const ParleyCompared *draft = NULL;

      CU_ASSERT_PTR_NOT_NULL_FATAL (comparison);
      draft = parley_comparison_draft (comparison, 0);
      if (draft->place == NULL)
        continue;
      n_places++;
      CU_ASSERT_TRUE (draft->place->counted);
      expect_end (sample, deals, draft, FALSE);
      expect_end (sample, deals, draft, TRUE);
    }
  PARLEY_EXPECT (n_places > parley_effort (100), "%u", n_places);
}

/* One draft under other weights */

/* What a completion brings after the change less before lies within the total, and where the draft
 * is closed it is the total. */
static void
expect_total (const ParleySample *before,
              GPtrArray *after,
              const ParleyRedraft *redraft,
              guint party)
{
  mpq_t difference;

  mpq_init (difference);
  for (guint i = 0; i < before->deals->len; i++)
    {
      const ParleyNaiveDeal *old = parley_sample_deal (before, i);
      const ParleyNaiveDeal *new = g_ptr_array_index (after, i);

      if (!old->feasible)
        continue;
      mpq_sub (difference, new->scores[party], old->scores[party]);
      PARLEY_EXPECT (mpq_cmp (difference, redraft->total[party].low) >= 0
                         && mpq_cmp (difference, redraft->total[party].high) <= 0,
                     "party %u", party);
      if (before->deals->len == 1)
        PARLEY_EXPECT (mpq_equal (redraft->total[party].low, redraft->total[party].high),
                       "party %u", party);
    }
  mpq_clear (difference);
}

static void
double_first_weight (ParleyScenario *scenario)
{
  for (guint p = 0; p < scenario->parties->len; p++)
    {
      ParleyParty *party = g_ptr_array_index (scenario->parties, p);

      for (guint i = 0; party->normalize && i < party->n_issues; i++)
        if (party->weights[i] != NULL)
          {
            mpq_add (party->weights[i]->value, party->weights[i]->value, party->weights[i]->value);
            break;
          }
    }
}

static void
test_one_draft (void)
{
  for (guint32 seed = 1; seed < 2 * PARLEY_N_SAMPLES; seed += 2)
    {
      g_autoptr(ParleySample) before = parley_sample_new (seed);
      g_autoptr(ParleySample) after = parley_sample_new (seed);
      ParleyCandidate candidates[]
          = { { before->scenario, 0, NULL }, { after->scenario, 0, "after" } };
      g_autoptr(ParleyComparison) comparison = NULL;
      g_autoptr(GPtrArray) deals = NULL;
      const ParleyRedraft *redraft = NULL;

      double_first_weight (after->loaded->scenario);
      deals = parley_naive_deals (after->scenario, after->space->domain, after->draft, NULL);
      comparison = parley_compare (candidates, 2, FALSE, PARLEY_BUDGET_DEFAULT, NULL, NULL);
      CU_ASSERT_PTR_NOT_NULL_FATAL (comparison);
      redraft = g_ptr_array_index (comparison->redrafts, 0);
      CU_ASSERT_EQUAL (redraft->own, -1);
      if (parley_comparison_draft (comparison, 0)->score->verdict == PARLEY_VERDICT_INFEASIBLE)
        continue;
      for (guint p = 0; p < redraft->scenario->parties->len; p++)
        expect_total (before, deals, redraft, p);
    }
}

void
parley_test_compare (void)
{
  CU_pSuite suite = CU_add_suite ("compare", NULL, NULL);

  CU_ADD_TEST (suite, test_kinds);
  CU_ADD_TEST (suite, test_by_hand);
  CU_ADD_TEST (suite, test_other_order);
  CU_ADD_TEST (suite, test_infeasible);
  CU_ADD_TEST (suite, test_dates);
  CU_ADD_TEST (suite, test_other_issues);
  CU_ADD_TEST (suite, test_places);
  CU_ADD_TEST (suite, test_one_draft);
}
