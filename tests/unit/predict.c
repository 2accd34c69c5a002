/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How likely drafts are accepted, by what is believed and by what fits a record, worked out by
 * hand. */
#include "analysis/predict.h"

#include <math.h>
#include <string.h>

#include "expect.h"
#include "report/predict.h"
#include "report/predict_words.h"
#include "small.h"
#include "suites.h"

#define ISSUES \
  "{ 'id': 'fee', 'title': 'Fee', 'kind': 'range', 'min': 0, 'max': 100, 'step': 10 }," \
  "{ 'id': 'mark', 'title': 'Mark', 'kind': 'choice', 'options': [ { 'id': 'no', 'title': 'No' }," \
  "{ 'id': 'yes', 'title': 'Yes' } ] }"

/* A's score is the fee, and its reservation may be anything; B's is what is left, and 20 will do.
 */
#define PARTIES \
  "{ 'id': 'a', 'title': 'A', 'reservation': { 'value': 50, 'low': 0, 'high': 100 }, 'weights': " \
  "{ 'fee': 1 }, 'values': { 'fee': { 'points': [[0, 0], [100, 100]] } }," \
  "'red_lines': [ { 'id': 'l', 'never': { 'mark': 'yes' }, 'holds': 0.5 } ] }," \
  "{ 'id': 'b', 'title': 'B', 'reservation': 20, 'weights': { 'fee': 1 }, 'values': { 'fee': " \
  "{ 'points': [[0, 100], [100, 0]] } } }"

#define RATIFIER(more) \
  ", { 'id': 'c', 'title': 'C', 'role': 'ratifier'" more ", 'red_lines': [ { 'id': 'm', 'never': " \
  "{ 'fee': 60 }, 'holds': 0.75 } ] }"

#define ANSWER(day, act) "'events': [ { 'date': '" day "', 'party': 'a', 'act': '" act "' } ]"
#define DRAFT(id, day, terms, more) \
  "{ 'id': '" id "', 'title': '" id "', " day "'terms': { " terms ", 'mark': 'no' }" more " }"
#define DAY(day) "'date': '" day "', "

#define TAKEN \
  DRAFT ("taken", DAY ("2025-01-01"), "'fee': 60", ", " ANSWER ("2025-01-02", "accepted_text"))
#define REFUSED \
  DRAFT ("refused", DAY ("2025-02-01"), "'fee': 20", ", " ANSWER ("2025-02-02", "rejected"))
#define LATER \
  DRAFT ("later", DAY ("2025-03-01"), "'fee': 50", ", " ANSWER ("2025-03-02", "rejected"))

static const ParleyRevealedRequest usual = { .belief = PARLEY_BELIEF_RANGES };

static ParleyPredict *
predict (const ParleyScenario *scenario, const char *id, double slip, guint n_threads)
{
  const ParleyCrew crew = { .n_threads = n_threads };
  const ParleyPosteriorRequest likely
      = { PARLEY_BELIEF_RANGES, PARLEY_SPREAD_UNIFORM, 10000, 1, slip, &crew, FALSE };

  for (guint d = 0; d < scenario->drafts->len; d++)
    if (g_str_equal (parley_scenario_draft (scenario, d)->id, id))
      return parley_predict_new (scenario, d, &usual, &likely, NULL);
  return NULL;
}

static ParleyLoaded *
load (const char *parties, const char *drafts)
{
  g_autofree char *more = g_strdup_printf ("'as_of': '2025-06-01', 'drafts': [ %s ]", drafts);

  return parley_small_load (ISSUES, parties, more);
}

static void
expect_near (const char *label, double got, double want)
{
  PARLEY_EXPECT (fabs (got - want) < 0.02, "%s: %g instead of %g", label, got, want);
}

/* A accepts 30 when its reservation is no higher: 30 of 100. It took 60 and refused 20, so that
 * it lies in between: 10 of 40. */
static void
test_record (void)
{
  g_autoptr(ParleyLoaded) loaded
      = load (PARTIES, TAKEN "," REFUSED "," DRAFT ("x", "", "'fee': 30", ""));
  g_autoptr(ParleyPredict) self = predict (loaded->scenario, "x", 0, 1);
  const ParleyOutlook *a = NULL;
  const ParleyQuestion *best = NULL;

  CU_ASSERT_PTR_NOT_NULL_FATAL (self);
  CU_ASSERT_PTR_NULL (self->day);
  a = parley_predict_outlook (self, 0);
  CU_ASSERT_EQUAL (a->kind, PARLEY_OUTLOOK_LEARNED);
  CU_ASSERT_EQUAL (a->n_decisions, 2);
  CU_ASSERT_EQUAL (a->n_taught, 2);
  expect_near ("believed", a->believed.chance, 0.3);
  expect_near ("after", a->after.chance, 0.25);
  expect_near ("left", a->left, 0.4);
  CU_ASSERT_EQUAL (parley_predict_outlook (self, 1)->kind, PARLEY_OUTLOOK_SILENT);
  expect_near ("B", parley_predict_outlook (self, 1)->after.chance, 1);
  expect_near ("both", self->after.chance, 0.25);

  /* Whether it lies above 30 is all that there is to know. */
  CU_ASSERT_EQUAL_FATAL (self->best_outlook, 0);
  best = &g_array_index (a->questions, ParleyQuestion, self->best);
  CU_ASSERT_EQUAL (best->kind, PARLEY_QUESTION_RESERVATION);
  CU_ASSERT_EQUAL (best->above, 30);
  CU_ASSERT_EQUAL (best->if_yes, 0);
  CU_ASSERT_EQUAL (best->if_no, 1);
  expect_near ("bits", self->best_bits, parley_bits (0.25));
}

/* What came on the day of the draft or later is not known, nor drafts of later days. */
static void
test_day (void)
{
  g_autoptr(ParleyLoaded) loaded = load (
      PARTIES, TAKEN "," REFUSED "," LATER "," DRAFT ("x", DAY ("2025-02-02"), "'fee': 30", ""));
  g_autoptr(ParleyPredict) self = predict (loaded->scenario, "x", 0, 1);
  const ParleyOutlook *a = parley_predict_outlook (self, 0);
  g_autoptr(ParleyPredict) taken = predict (loaded->scenario, "taken", 0, 1);

  PARLEY_EXPECT_TEXT ("day", self->day, "2025-02-02");
  CU_ASSERT_EQUAL (a->n_decisions, 1);
  expect_near ("after", a->after.chance, 0.5);
  expect_near ("left", a->left, 0.6);
  for (guint q = 0; q < a->questions->len; q++)
    {
      const ParleyQuestion *question = &g_array_index (a->questions, ParleyQuestion, q);

      if (question->kind == PARLEY_QUESTION_DRAFT)
        PARLEY_EXPECT_TEXT ("draft", parley_scenario_draft (loaded->scenario, question->first)->id,
                            "refused");
    }
  CU_ASSERT_EQUAL (parley_predict_outlook (taken, 0)->kind, PARLEY_OUTLOOK_SILENT);
  expect_near ("taken", parley_predict_outlook (taken, 0)->after.chance, 0.6);
}

/* A draft of no day stands on that of its first answer. */
static void
test_undated (void)
{
  g_autoptr(ParleyLoaded) loaded = load (
      PARTIES, TAKEN "," DRAFT ("x", "", "'fee': 30", ", " ANSWER ("2025-02-01", "rejected")));
  g_autoptr(ParleyPredict) self = predict (loaded->scenario, "x", 0, 1);

  PARLEY_EXPECT_TEXT ("day", self->day, "2025-02-01");
  expect_near ("after", parley_predict_outlook (self, 0)->after.chance, 0.5);
}

/* What was done about a draft is what is to be foretold of it, not what it is foretold by: neither
 * that it was tabled, nor what was said of it before its own. */
#define LEAKED \
  DRAFT ("leaked", DAY ("2025-02-01"), "'fee': 60", ", " ANSWER ("2025-01-01", "rejected"))

static void
test_apart (void)
{
  g_autoptr(ParleyLoaded) loaded
      = load (PARTIES, DRAFT ("own", "'tabled_by': 'a', ", "'fee': 30", "") "," LEAKED);
  g_autoptr(ParleyLoaded) dated = load (
      PARTIES, DRAFT ("own", DAY ("2024-12-01") "'tabled_by': 'a', ", "'fee': 30", "") "," LEAKED);
  g_autoptr(ParleyPredict) own = predict (loaded->scenario, "own", 0, 1);
  g_autoptr(ParleyPredict) leaked = predict (dated->scenario, "leaked", 0, 1);
  g_autoptr(ParleyPredict) alone = predict (loaded->scenario, "leaked", 0, 1);

  /* The one that was tabled tells of the other, if it is known to be older, and the other of it. */
  expect_near ("own", parley_predict_outlook (own, 0)->after.chance, 0);
  expect_near ("leaked", parley_predict_outlook (leaked, 0)->after.chance, 1);
  expect_near ("alone", parley_predict_outlook (alone, 0)->after.chance,
               parley_predict_outlook (alone, 0)->believed.chance);
}

/* Open terms: A accepts a fee of 30 for 30 of 100, and of 60 for 60. A red line may bar one mark.
 */
static void
test_open (void)
{
  g_autoptr(ParleyLoaded) loaded
      = load (PARTIES,
              DRAFT ("x", "", "'fee': [30, 60]",
                     "") ","
                         "{ 'id': 'y', 'title': 'Y', 'terms': { 'fee': 30, 'mark': 'yes' } }");
  g_autoptr(ParleyPredict) x = predict (loaded->scenario, "x", 0, 1);
  g_autoptr(ParleyPredict) y = predict (loaded->scenario, "y", 0, 1);
  const ParleyOutlook *of_x = parley_predict_outlook (x, 0);
  const ParleyOutlook *of_y = parley_predict_outlook (y, 0);

  CU_ASSERT_TRUE (x->open);
  expect_near ("at least", of_x->after.low, 0.3);
  expect_near ("at most", of_x->after.high, 0.6);
  expect_near ("between", of_x->after.chance, 0.45);
  CU_ASSERT_FALSE (y->open);
  expect_near ("barred", of_y->crossed, 0.5);
  expect_near ("accepts", of_y->after.chance, 0.15);
}

/* Nothing fits that it took less than it refused, unless it slipped once. */
static void
test_contradiction (void)
{
  g_autoptr(ParleyLoaded) loaded = load (
      PARTIES,
      DRAFT ("low", DAY ("2025-01-01"), "'fee': 20",
             ", " ANSWER ("2025-01-02",
                          "accepted_text")) "," DRAFT ("high", DAY ("2025-02-01"), "'fee': 60",
                                                       ", " ANSWER (
                                                           "2025-02-02",
                                                           "rejected")) "," DRAFT ("x", "",
                                                                                   "'fee': 30",
                                                                                   ""));
  g_autoptr(ParleyPredict) strict = predict (loaded->scenario, "x", 0, 1);
  g_autoptr(ParleyPredict) slips = predict (loaded->scenario, "x", 0.1, 1);
  const ParleyOutlook *a = parley_predict_outlook (strict, 0);

  CU_ASSERT_EQUAL (a->kind, PARLEY_OUTLOOK_NOTHING);
  CU_ASSERT_FALSE (parley_outlook_has_after (a));
  CU_ASSERT_PTR_NULL (a->questions);
  expect_near ("believed", a->believed.chance, 0.3);
  CU_ASSERT_TRUE (strict->believed_whole);
  CU_ASSERT_FALSE (strict->after_whole);

  /* 20 parts below 20 and 40 above 60 with one slip, 40 with two: .09 and .01 each. Of these 20 and
   * 10 accept; and the answer may be a slip. */
  a = parley_predict_outlook (slips, 0);
  CU_ASSERT_EQUAL (a->kind, PARLEY_OUTLOOK_LEARNED);
  expect_near ("with slips", a->after.chance,
               0.1 + 0.8 * (20 * 0.09 + 10 * 0.01) / (60 * 0.09 + 40 * 0.01));

  /* What it has answered, even by a slip, need not be asked. */
  for (guint q = 0; q < a->questions->len; q++)
    CU_ASSERT_NOT_EQUAL (g_array_index (a->questions, ParleyQuestion, q).kind,
                         PARLEY_QUESTION_DRAFT);
}

/* A ratifier without a score accepts what crosses no line of it; where it need not be asked it is
 * as though it were not there. */
static void
test_ratifier (void)
{
  static const char drafts[]
      = DRAFT ("x", "", "'fee': 60", "") "," DRAFT ("y", "", "'fee': 20", "");
  g_autoptr(ParleyLoaded) asked = load (PARTIES RATIFIER (""), drafts);
  g_autoptr(ParleyLoaded) spared
      = load (PARTIES RATIFIER (", 'needed_when': { 'fee': { 'min': 70 } }"), drafts);
  g_autoptr(ParleyPredict) x = predict (asked->scenario, "x", 0, 1);
  g_autoptr(ParleyPredict) y = predict (asked->scenario, "y", 0, 1);
  g_autoptr(ParleyPredict) without = predict (spared->scenario, "x", 0, 1);
  const ParleyOutlook *c = parley_predict_outlook (x, 2);

  CU_ASSERT_EQUAL (c->kind, PARLEY_OUTLOOK_RED_LINES);
  CU_ASSERT_DOUBLE_EQUAL (c->after.chance, 0.25, 1e-12);
  expect_near ("all", x->after.chance, 0.6 * 0.25);
  CU_ASSERT_TRUE (x->after_whole);
  CU_ASSERT_EQUAL_FATAL (c->questions->len, 1);
  CU_ASSERT_EQUAL (g_array_index (c->questions, ParleyQuestion, 0).kind, PARLEY_QUESTION_RED_LINE);
  CU_ASSERT_EQUAL (g_array_index (c->questions, ParleyQuestion, 0).if_yes, 0);
  CU_ASSERT_EQUAL (g_array_index (c->questions, ParleyQuestion, 0).if_no, 1);
  expect_near ("no line", parley_predict_outlook (y, 2)->after.chance, 1);
  CU_ASSERT_EQUAL (parley_predict_outlook (without, 2)->kind, PARLEY_OUTLOOK_WAIVED);
  CU_ASSERT_TRUE (without->believed_whole);
  expect_near ("both", without->after.chance, 0.6);
}

/* What somebody judges a party to think counts, too: of one issue it says nothing. */
static void
test_judgement (void)
{
  g_autoptr(ParleyLoaded) loaded = load (
      "{ 'id': 'p', 'title': 'P', 'reservation': 40, 'weights': { 'fee': { 'value': 2, 'low': 1, "
      "'high': 3 }, 'mark': { 'value': 2, 'low': 1, 'high': 3 } }, 'values': { 'fee': { 'points': "
      "[[0, 0], [100, 100]] }, 'mark': { 'no': 0, 'yes': 100 } }, 'preferences': [ { 'id': 'j', "
      "'prefers': 'cheap', 'to': 'dear' } ] }",
      "{ 'id': 'cheap', 'title': 'Cheap', 'terms': { 'fee': 0, 'mark': 'yes' } },"
      "{ 'id': 'dear', 'title': 'Dear', 'terms': { 'fee': 100, 'mark': 'no' } },"
      "{ 'id': 'x', 'title': 'X', 'terms': { 'fee': 50, 'mark': 'no' } }");
  g_autoptr(ParleyPredict) self = predict (loaded->scenario, "dear", 0, 1);
  const ParleyOutlook *outlook = parley_predict_outlook (self, 0);

  CU_ASSERT_EQUAL (outlook->n_decisions, 0);
  CU_ASSERT_EQUAL (outlook->n_judged, 1);
  CU_ASSERT_EQUAL (outlook->n_taught, 1);
  CU_ASSERT_EQUAL (outlook->kind, PARLEY_OUTLOOK_LEARNED);
  expect_near ("left", outlook->left, 0.5);
  CU_ASSERT_TRUE (outlook->after.chance < outlook->believed.chance);
}

static void
expect_odds (double low, double high, const char *want)
{
  const ParleyOdds odds = { low, high, (low + high) / 2 };
  g_autofree char *got = parley_predict_odds (&odds);

  PARLEY_EXPECT_TEXT ("odds", got, want);
}

/* What only rounds to 0 or 100 does not read as though it were. */
static void
test_odds (void)
{
  expect_odds (0, 1, "0-100 %");
  expect_odds (0.25, 0.25, "25 %");
  expect_odds (0.25, 0.995, "25 to over 99 %");
  expect_odds (0.005, 0.5, "under 1 % to 50 %");
  expect_odds (0.999, 1, "over 99 % to 100 %");
  expect_odds (0.995, 0.999, "over 99 %");
  expect_odds (1, 1, "100 %");
}

static void
test_threads (void)
{
  g_autoptr(ParleyLoaded) loaded
      = load (PARTIES, TAKEN "," REFUSED "," DRAFT ("x", "", "'fee': 30", ""));
  char *texts[3] = { NULL };

  for (guint n = 1; n <= 3; n++)
    {
      g_autoptr(ParleyPredict) self = predict (loaded->scenario, "x", 0, n);
      ParleyPredictReport report = { .predict = self, .n_top = 100 };
      g_autoptr(ParleyJson) json = parley_predict_to_json (&report);

      texts[n - 1] = parley_json_to_text (json);
    }
  PARLEY_EXPECT_TEXT ("two threads", texts[1], texts[0]);
  PARLEY_EXPECT_TEXT ("three threads", texts[2], texts[0]);
  for (guint i = 0; i < 3; i++)
    g_free (texts[i]);
}

void
parley_test_predict (void)
{
  CU_pSuite suite = CU_add_suite ("predict", NULL, NULL);

  CU_ADD_TEST (suite, test_record);
  CU_ADD_TEST (suite, test_day);
  CU_ADD_TEST (suite, test_undated);
  CU_ADD_TEST (suite, test_apart);
  CU_ADD_TEST (suite, test_open);
  CU_ADD_TEST (suite, test_contradiction);
  CU_ADD_TEST (suite, test_ratifier);
  CU_ADD_TEST (suite, test_judgement);
  CU_ADD_TEST (suite, test_odds);
  CU_ADD_TEST (suite, test_threads);
}
