/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What would have been said of each decision, worked out by hand; how likely acceptance was is
 * compared with draws of another kind in predictor.c. */
#include "analysis/backtest.h"

#include <math.h>

#include "small.h"
#include "suites.h"

static void
expect (const char *label, double got, double want, double near)
{
  PARLEY_EXPECT (fabs (got - want) <= near, "%s: %.6f for %.6f", label, got, want);
}

/* By hand */

/* A score of the first issue alone is its share of weight, which is believed to lie from a quarter
 * to three quarters; "p" accepts from 40. Of two weights with the triangular density on 1 to 3, the
 * first is less than two thirds of the second with a probability of 79/864 (their density
 * integrated), and so is the second of the first. */
#define FEW (79.0 / 864)

#define FIRST  "{ 'i0': 'o0', 'i1': 'o1' }"
#define SECOND "{ 'i0': 'o1', 'i1': 'o0' }"
#define DRAFT(id, terms, events)                                                                   \
  "{ 'id': '" id "', 'title': 'D', 'terms': " terms ", 'events': [" events "] }"
#define EVENT(day, act) "{ 'date': '2025-0" day "', 'party': 'p', 'act': '" act "' }"

static ParleyLoaded *
load (const char *more, const char *drafts)
{
  g_autofree char *issues = parley_small_choices (2, 2);
  g_autofree char *party = g_strdup_printf (
      "{ 'id': 'p', 'title': 'P', 'reservation': 40, 'weights': {"
      "  'i0': { 'value': 2, 'low': 1, 'high': 3 }, 'i1': { 'value': 2, 'low': 1, 'high': 3 } },"
      "  'values': { 'i0': { 'o0': 100, 'o1': 0 }, 'i1': { 'o0': 100, 'o1': 0 } }%s }",
      more);
  g_autofree char *keys = g_strdup_printf ("'as_of': '2025-02-15', 'drafts': [%s]", drafts);

  return parley_small_load (issues, party, keys);
}

static ParleyBacktestRequest
request_new (guint64 n_draws, double slip, GPtrArray *rules)
{
  return (ParleyBacktestRequest){ .likely = { .n_draws = n_draws, .seed = 1, .slip = slip },
                                  .rules = rules };
}

static GPtrArray *
rules_new (const ParleyScenario *scenario, const char *text)
{
  GPtrArray *rules = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_simple_rule_free);

  if (text != NULL)
    g_ptr_array_add (rules, parley_simple_rule_new (scenario, text, NULL));
  return rules;
}

static const ParleyPrediction *
said (const ParleyBacktest *self, guint trial, guint way)
{
  return &parley_backtest_trial (self, trial)->predictions[way];
}

static const char record[] = DRAFT ("a", FIRST, EVENT ("1-01", "rejected")) ", " DRAFT (
    "b",
    SECOND,
    EVENT ("2-01", "accepted_text") ", " EVENT (
        "2-05",
        "signed")) ", " DRAFT ("c",
                               FIRST,
                               EVENT (
                                   "3-01",
                                   "ratified")) ", " DRAFT ("d",
                                                            SECOND,
                                                            EVENT (
                                                                "4-01",
                                                                "rejected")) ", "
                                                                             "{ 'id': 'e', 'title': 'E', 'tabled_by': 'p', 'date': '2025-05-01', 'terms': {} }";

/* That "a" was rejected leaves less than two fifths to the first issue, and so all of the second
 * for "b"; then "c" cannot be accepted, which it is, so that nothing fits any more. */
static void
test_chances (void)
{
  g_autoptr(ParleyLoaded) loaded = load ("", record);
  g_autoptr(GPtrArray) rules = rules_new (loaded->scenario, "i0=o0");
  const ParleyBacktestRequest request = request_new (20000, 0, rules);
  g_autoptr(ParleyBacktest) self = parley_backtest_new (loaded->scenario, &request, NULL);

  CU_ASSERT_PTR_NOT_NULL_FATAL (self);
  CU_ASSERT_EQUAL_FATAL (self->trials->len, 4);
  CU_ASSERT_EQUAL (self->n_own, 1);
  CU_ASSERT_EQUAL (parley_backtest_trial (self, 1)->repeats->len, 1);
  CU_ASSERT_EQUAL (parley_backtest_trial (self, 2)->n_earlier, 2);
  CU_ASSERT_EQUAL (parley_backtest_trial (self, 2)->n_earlier_yes, 1);
  CU_ASSERT_EQUAL (parley_backtest_trial (self, 2)->n_clues, 2);
  for (guint i = 0; i < 4; i++)
    {
      CU_ASSERT_EQUAL (said (self, i, PARLEY_WAY_WRITTEN)->chance, 1);
      expect ("believed", said (self, i, PARLEY_WAY_BELIEVED)->chance, 1 - FEW, 0.02);
      PARLEY_EXPECT (said (self, i, PARLEY_WAY_BELIEVED)->error < 0.005, "error");
    }
  CU_ASSERT_EQUAL (said (self, 0, PARLEY_WAY_LEARNED)->chance,
                   said (self, 0, PARLEY_WAY_BELIEVED)->chance);
  expect ("learned", said (self, 1, PARLEY_WAY_LEARNED)->chance, 1, 1e-9);
  expect ("learned", said (self, 2, PARLEY_WAY_LEARNED)->chance, 0, 0);
  CU_ASSERT_EQUAL (said (self, 3, PARLEY_WAY_LEARNED)->silence, PARLEY_SILENT_CONTRADICTED);
  CU_ASSERT_EQUAL (said (self, 3, PARLEY_WAY_LEARNED)->chance, 0.5);
  CU_ASSERT_EQUAL (said (self, 0, PARLEY_N_WAYS)->chance, 0);
  CU_ASSERT_EQUAL (said (self, 1, PARLEY_N_WAYS)->chance, 1);
}

/* The same record, told how good each way was. */
static void
test_tracks (void)
{
  g_autoptr(ParleyLoaded) loaded = load ("", record);
  g_autoptr(GPtrArray) rules = rules_new (loaded->scenario, "i0=o0");
  const ParleyBacktestRequest request = request_new (1000, 0, rules);
  g_autoptr(ParleyBacktest) self = parley_backtest_new (loaded->scenario, &request, NULL);
  ParleyTrack written = parley_backtest_track (self, PARLEY_WAY_WRITTEN, 0);
  ParleyTrack learned = parley_backtest_track (self, PARLEY_WAY_LEARNED, 0);
  ParleyTrack base = parley_backtest_track (self, PARLEY_WAY_BASE_RATE, PARLEY_RECORD_OF_ALL);
  ParleyTrack rule = parley_backtest_track (self, PARLEY_N_WAYS, 0);
  ParleyProof proof = parley_backtest_proof (self);

  CU_ASSERT_EQUAL (written.n, 4);
  CU_ASSERT_EQUAL (written.n_right, 2);
  expect ("brier", written.brier, 0.5, 1e-12);
  CU_ASSERT_TRUE (isinf (learned.log_score));
  /* 1/2 of no, 1/3 of yes, 2/4 of yes, 3/5 of no. */
  CU_ASSERT_EQUAL (base.n_right, 0);
  CU_ASSERT_EQUAL (base.n_neither, 2);
  expect ("brier", base.brier, (0.25 + 4.0 / 9 + 0.25 + 0.36) / 4, 1e-12);
  expect ("log", base.log_score, (1 + log2 (3) + 1 + log2 (2.5)) / 4, 1e-12);
  /* Right about "a" and "b" alone, as to accept or to reject always is. */
  CU_ASSERT_EQUAL (rule.n_right, 2);
  CU_ASSERT_EQUAL (proof.best_rule, PARLEY_WAY_ACCEPT);
  CU_ASSERT_FALSE (proof.better);
  CU_ASSERT_EQUAL (proof.n_needed, 6);
  CU_ASSERT_EQUAL (proof.n_known, 2);
}

/* With a slip the third decision may be one. */
static void
test_slip (void)
{
  g_autoptr(ParleyLoaded) loaded = load ("", record);
  g_autoptr(GPtrArray) rules = rules_new (loaded->scenario, NULL);
  const ParleyBacktestRequest request = request_new (20000, 0.1, rules);
  g_autoptr(ParleyBacktest) self = parley_backtest_new (loaded->scenario, &request, NULL);
  /* Three readings: little of the first issue, little of the second, enough of both. Less of one
   * than two fifths rejects it and accepts the other. */
  double few = FEW * 0.9;
  double many = (1 - 2 * FEW) * 0.1;
  double other = FEW * 0.1;
  double after = (few * 0.9 + many * 0.9 + other * 0.1) / (few + many + other);

  expect ("believed", said (self, 0, PARLEY_WAY_BELIEVED)->chance, (1 - FEW) * 0.9 + FEW * 0.1,
          0.02);
  expect ("learned", said (self, 1, PARLEY_WAY_LEARNED)->chance, after, 0.03);
  CU_ASSERT_EQUAL (said (self, 3, PARLEY_WAY_LEARNED)->silence, PARLEY_SILENT_NOT);
}

/* Open terms: of the two completions one is always accepted, and one like "a". A red line that
 * holds in a quarter of cases forbids the former. */
static void
test_open (void)
{
  g_autoptr(ParleyLoaded) loaded
      = load (", 'red_lines': [ { 'id': 'l', 'never': { 'i1': 'o0' }, 'holds': 0.25 } ]",
              DRAFT ("a", "{ 'i0': 'o0' }", EVENT ("1-01", "signed")));
  g_autoptr(GPtrArray) rules = rules_new (loaded->scenario, "i1=o1");
  const ParleyBacktestRequest request = request_new (20000, 0, rules);
  g_autoptr(ParleyBacktest) self = parley_backtest_new (loaded->scenario, &request, NULL);
  const ParleyPrediction *believed = said (self, 0, PARLEY_WAY_BELIEVED);

  expect ("high", believed->high, 0.75 + 0.25 * (1 - FEW), 0.02);
  expect ("low", believed->low, 0.75 * (1 - FEW), 0.02);
  expect ("chance", believed->chance, (believed->low + believed->high) / 2, 1e-12);
  CU_ASSERT_EQUAL (said (self, 0, PARLEY_WAY_RED_LINES)->chance, 0.5);
  CU_ASSERT_EQUAL (said (self, 0, PARLEY_WAY_WRITTEN)->chance, 0.5);
  CU_ASSERT_EQUAL (said (self, 0, PARLEY_N_WAYS)->chance, 0.5);
}

/* Of one day nothing is learned, nor of what was tabled without a date, which nobody knows to have
 * been before. */
static void
test_days (void)
{
  g_autoptr(ParleyLoaded) loaded = load (
      "",
      DRAFT ("a", SECOND, EVENT ("1-01", "rejected")) ", " DRAFT (
          "b", FIRST,
          EVENT ("1-01", "signed")) ", "
                                    "{ 'id': 'c', 'title': 'C', 'tabled_by': 'p', 'terms': " FIRST
                                    " }");
  g_autoptr(GPtrArray) rules = rules_new (loaded->scenario, NULL);
  const ParleyBacktestRequest request = request_new (20000, 0, rules);
  g_autoptr(ParleyBacktest) self = parley_backtest_new (loaded->scenario, &request, NULL);

  CU_ASSERT_EQUAL_FATAL (self->trials->len, 2);
  CU_ASSERT_EQUAL (self->n_own, 1);
  for (guint i = 0; i < 2; i++)
    {
      CU_ASSERT_EQUAL (parley_backtest_trial (self, i)->n_earlier, 0);
      CU_ASSERT_EQUAL (parley_backtest_trial (self, i)->n_clues, 0);
      expect ("believed", said (self, i, PARLEY_WAY_BELIEVED)->chance, 1 - FEW, 0.02);
    }
}

/* Red lines alone are nothing to draw, and a party that is not asked for is left out. */
static void
test_left_out (void)
{
  g_autofree char *issues = parley_small_choices (1, 2);
  g_autoptr(ParleyLoaded) loaded = parley_small_load (
      issues,
      "{ 'id': 'p', 'title': 'P', 'role': 'ratifier',"
      "  'red_lines': [ { 'id': 'l', 'never': { 'i0': 'o1' } } ] },"
      "{ 'id': 'q', 'title': 'Q', 'reservation': 0, 'weights': { 'i0': 1 },"
      "  'values': { 'i0': { 'o0': 0, 'o1': 100 } } }",
      "'drafts': [ { 'id': 'd', 'title': 'D', 'terms': { 'i0': 'o1' }, 'events': ["
      "  { 'date': '2025-01-01', 'party': 'p', 'act': 'rejected' },"
      "  { 'date': '2025-01-01', 'party': 'q', 'act': 'signed' } ] } ]");
  g_autoptr(GPtrArray) rules = rules_new (loaded->scenario, NULL);
  const gboolean parties[] = { TRUE, FALSE };
  ParleyBacktestRequest request = request_new (100, 0, rules);
  g_autoptr(ParleyBacktest) self = NULL;

  request.parties = parties;
  self = parley_backtest_new (loaded->scenario, &request, NULL);
  CU_ASSERT_EQUAL_FATAL (self->trials->len, 1);
  CU_ASSERT_EQUAL (said (self, 0, PARLEY_WAY_WRITTEN)->chance, 0);
  CU_ASSERT_EQUAL (said (self, 0, PARLEY_WAY_BELIEVED)->silence, PARLEY_SILENT_UNSCORED);
  CU_ASSERT_EQUAL (said (self, 0, PARLEY_WAY_LEARNED)->silence, PARLEY_SILENT_UNSCORED);
  CU_ASSERT_EQUAL (said (self, 0, PARLEY_WAY_RED_LINES)->chance, 0);
}

/* The same, to the last bit, for any number of threads. */
static void
test_threads (void)
{
  g_autoptr(ParleyLoaded) loaded = load ("", record);
  g_autoptr(GPtrArray) rules = rules_new (loaded->scenario, NULL);
  ParleyCrew crew = { .n_threads = 3 };
  ParleyBacktestRequest request = request_new (3000, 0.1, rules);
  g_autoptr(ParleyBacktest) one = parley_backtest_new (loaded->scenario, &request, NULL);
  g_autoptr(ParleyBacktest) same = NULL;

  request.likely.crew = &crew;
  same = parley_backtest_new (loaded->scenario, &request, NULL);
  for (guint i = 0; i < one->trials->len; i++)
    for (guint way = 0; way < one->n_ways; way++)
      CU_ASSERT_EQUAL (said (one, i, way)->chance, said (same, i, way)->chance);
}

void
parley_test_backtest (void)
{
  CU_pSuite suite = CU_add_suite ("backtest", NULL, NULL);

  CU_ADD_TEST (suite, test_chances);
  CU_ADD_TEST (suite, test_tracks);
  CU_ADD_TEST (suite, test_slip);
  CU_ADD_TEST (suite, test_open);
  CU_ADD_TEST (suite, test_days);
  CU_ADD_TEST (suite, test_left_out);
  CU_ADD_TEST (suite, test_threads);
}
