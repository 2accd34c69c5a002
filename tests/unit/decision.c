/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which draft to back, and what to find out first: a case worked out by hand, and what drafts bring
 * in each draw against deals worked out one by one in fractions, with all numbers put in their
 * place. */
#include "analysis/decision.h"

#include <math.h>

#include "base/random.h"
#include "effort.h"
#include "naive.h"
#include "random_scenario.h"
#include "small.h"
#include "suites.h"

#define N_SCENARIOS parley_effort (20)
#define N_DRAWS     PARLEY_N_BATCHES /* one a batch */
#define MEMORY      512000000

/* By hand */

/* Who tables chooses between "safe" and "bold", which the other accepts when it asks for no more
 * than
 * 50. @reservation: that of the other. @more: what else is said of who chooses. */
static ParleyLoaded *
load (const char *reservation, const char *more)
{
  g_autofree char *parties = g_strdup_printf (
      "{ 'id': 'us', 'title': 'Us', 'reservation': 20, 'weights': { 'i0': 1 },"
      "  'values': { 'i0': { 'o0': 60, 'o1': 80, 'o2': 0 } }%s },"
      "{ 'id': 'them', 'title': 'Them', 'reservation': %s, 'weights': { 'i0': 1 },"
      "  'values': { 'i0': { 'o0': 100, 'o1': 50, 'o2': 0 } } }",
      more, reservation);
  g_autofree char *issues = parley_small_choices (1, 3);

  return parley_small_load (
      issues, parties,
      "'drafts': [ { 'id': 'safe', 'title': 'Safe', 'terms': { 'i0': 'o0' } },"
      "            { 'id': 'bold', 'title': 'Bold', 'terms': { 'i0': 'o1' } } ]");
}

static ParleyDecision *
decide (const ParleyScenario *scenario, guint n_draws, const ParleyCrew *crew)
{
  g_autofree guint *drafts = g_new (guint, scenario->drafts->len);
  ParleyDecisionRequest request = { .seed = 7, .n_draws = n_draws };
  ParleyDecision *decision = NULL;

  for (guint d = 0; d < scenario->drafts->len; d++)
    drafts[d] = d;
  mpq_init (request.accuracy);
  mpq_set_ui (request.accuracy, 4, 5);
  decision = parley_decision_new (scenario, 0, drafts, scenario->drafts->len, &request, MEMORY,
                                  crew, NULL);
  mpq_clear (request.accuracy);
  return decision;
}

/* That of the first doubt of @kind. */
static const ParleyLesson *
lesson_about (const ParleyDecision *decision, ParleyDoubtKind kind, guint draft)
{
  for (guint i = 0; i < decision->lessons->len; i++)
    {
      const ParleyLesson *lesson = parley_decision_lesson (decision, i);

      if (lesson->doubt->kind == kind && lesson->doubt->draft == draft)
        return lesson;
    }
  return NULL;
}

static void
expect (const char *label, double got, double want)
{
  PARLEY_EXPECT (fabs (got - want) < 1e-9, "%s: %.12f for %.12f", label, got, want);
}

/* The other asks for 40 to 60, and for no more than 50 in half of the cases. Bold brings 80 then
 * and else 20, which is 50 on average; safe brings 60. To know is worth half of 80 and of 60, less
 * 60: 10. A study that is right in 4 of 5 cases leaves 0.8 · 80 + 0.2 · 20 = 68 for bold when it
 * says that they accept: half of 68 and of 60, less 60, is 4. */
static void
test_by_hand (void)
{
  g_autoptr(ParleyLoaded) loaded = load ("{ 'value': 50, 'low': 40, 'high': 60 }", "");
  g_autoptr(ParleyDecision) decision = decide (loaded->scenario, 4000, NULL);
  const ParleyLesson *lesson = lesson_about (decision, PARLEY_DOUBT_NUMBER, 0);
  const ParleyLesson *answer = lesson_about (decision, PARLEY_DOUBT_ANSWER, 1);
  const ParleyPaying *bold = parley_decision_choice (decision, 2);

  CU_ASSERT_EQUAL (decision->best, 1);
  expect ("no deal", parley_decision_choice (decision, 0)->expected, 20);
  expect ("safe", parley_decision_choice (decision, 1)->expected, 60);
  expect ("bold", bold->expected, 20 + 60 * bold->accepted);
  PARLEY_EXPECT (fabs (bold->accepted - 0.5) <= 4 * sqrt (0.25 / 4000) + 0.01,
                 "accepted in %g; seed 7, 4000 draws", bold->accepted);
  CU_ASSERT_EQUAL (decision->lessons->len, 3);
  expect ("known", lesson->perfect, 10);
  expect ("studied", lesson->sample, 4);
  expect ("without error", lesson->error, 0);
  PARLEY_EXPECT (lesson->best[0] == 2 && lesson->best[PARLEY_DOUBT_STRATA - 1] == 1,
                 "bold when low");
  PARLEY_EXPECT (decision->everything >= lesson->perfect, "%g", decision->everything);
  expect ("the answer known", answer->perfect, 20 * bold->accepted);
  expect ("is often yes", answer->chances[1], bold->accepted);
  PARLEY_EXPECT (answer->best[0] == 1 && answer->best[1] == 2, "bold when they accept");
  expect ("the other answer", lesson_about (decision, PARLEY_DOUBT_ANSWER, 0)->perfect, 0);
}

/* It is the lottery that decides, and the reservation, which has a range, does not matter: no deal
 * brings 90 or 10, which is 42 on average, and safe 60. To know is worth 0.4 · 90 + 0.6 · 60 - 60.
 */
static void
test_lottery (void)
{
  g_autoptr(ParleyLoaded) loaded
      = load ("60", ", 'batna': { 'title': 'Wait', 'lottery':"
                    "[ { 'p': 0.4, 'score': 90 }, { 'p': 0.6, 'score': 10 } ] }");
  ParleyNumber *reservation = parley_scenario_party (loaded->scenario, 0)->reservation;
  g_autoptr(ParleyDecision) decision = NULL;
  const ParleyLesson *lesson = NULL;

  reservation->has_range = TRUE;
  mpq_set_ui (reservation->high, 90, 1);
  decision = decide (loaded->scenario, 1000, NULL);
  CU_ASSERT_EQUAL (decision->backing->n_inputs, 1);
  lesson = lesson_about (decision, PARLEY_DOUBT_NO_DEAL, 0);
  CU_ASSERT_PTR_NOT_NULL_FATAL (lesson);
  CU_ASSERT_EQUAL (decision->best, 1);
  expect ("known", lesson->perfect, 12);
  PARLEY_EXPECT (lesson->best[0] == 0 && lesson->best[1] == 1, "no deal when that is good");
}

/* Nothing is uncertain. */
static void
test_certain (void)
{
  g_autoptr(ParleyLoaded) loaded = load ("50", "");
  g_autoptr(ParleyDecision) decision = decide (loaded->scenario, N_DRAWS, NULL);

  CU_ASSERT_EQUAL (decision->best, 2);
  CU_ASSERT_EQUAL (decision->backing->n_inputs, 0);
  expect ("bold, on the reservation", parley_decision_choice (decision, 2)->expected, 80);
  expect ("nothing to know", decision->everything, 0);
}

/* Against deals worked out by hand */

static gboolean
can_choose (const ParleyScenario *scenario)
{
  const ParleyParty *party = parley_scenario_party (scenario, 0);

  return party->role == PARLEY_ROLE_PARTY && party->reservation != NULL
         && parley_party_is_scored (party);
}

/* Gives numbers ranges, and red lines chances. */
static void
loosen (const ParleyScenario *scenario, GRand *rand)
{
  for (guint p = 0; p < scenario->parties->len; p++)
    {
      const ParleyParty *party = parley_scenario_party (scenario, p);
      g_autoptr(GArray) inputs = parley_inputs_new (scenario, p, NULL);

      for (guint i = 0; i < inputs->len; i++)
        {
          ParleyNumber *number = (ParleyNumber *) g_array_index (inputs, ParleyInput, i).number;
          guint width = (guint) g_rand_int_range (rand, 0, 4);

          if (width == 0 || mpq_cmp_ui (number->value, width, 1) <= 0)
            continue;
          mpq_set_ui (number->low, width, 1);
          mpq_add (number->high, number->value, number->low);
          mpq_sub (number->low, number->value, number->low);
          number->has_range = TRUE;
        }
      for (guint i = 0; i < party->red_lines->len; i++)
        {
          ParleyRedLine *line = g_ptr_array_index (party->red_lines, i);
          mpq_t half;

          mpq_init (half);
          mpq_set_ui (half, 1, 2);
          if (line->holds == NULL)
            line->holds = parley_number_new (half);
          mpq_clear (half);
        }
    }
}

/* A draw as the scenario itself has it. */
typedef struct
{
  const ParleyBacking *backing;
  gboolean            *holds; /* [doubt]: of red lines */
} Place;

static void
put_number (const ParleyDoubt *doubt, gint64 quanta)
{
  parley_guess_value (doubt->guess, quanta, ((ParleyNumber *) doubt->input.number)->value);
}

static void
put_draw (Place *self, guint draw)
{
  const ParleyBacking *backing = self->backing;
  g_autofree guint32 *numbers = g_new0 (guint32, backing->n_drawn + 1);

  parley_random_fill (backing->seed, draw, PARLEY_RANDOM_INPUTS, backing->n_drawn, numbers);
  for (guint d = 0; d < backing->n_drawn; d++)
    {
      const ParleyDoubt *doubt = parley_backing_doubt (backing, d);

      if (doubt->kind == PARLEY_DOUBT_NUMBER)
        put_number (doubt, parley_guess_at (doubt->guess, numbers[d]));
      else
        self->holds[d] = numbers[d] >= (guint32) 1 << 31;
    }
}

/* Puts @doubt in @state. */
static void
put_state (Place *self, guint index, guint state)
{
  const ParleyDoubt *doubt = parley_backing_doubt (self->backing, index);

  if (doubt->kind == PARLEY_DOUBT_NUMBER)
    put_number (doubt, (gint64) llround (doubt->values[state] / doubt->quantum));
  else
    self->holds[index] = state == 1;
}

static gboolean
crosses (const Place *self, const ParleyNaiveDeal *deal, guint party)
{
  for (guint d = 0; d < self->backing->n_drawn; d++)
    {
      const ParleyDoubt *doubt = parley_backing_doubt (self->backing, d);

      if (doubt->kind == PARLEY_DOUBT_RED_LINE && doubt->party == party && self->holds[d]
          && (deal->lines[party] >> doubt->item & 1) != 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
accepts (const Place *self, const ParleyNaiveDeal *deal, guint party)
{
  const ParleyParty *model = parley_scenario_party (self->backing->scenario, party);

  return !parley_party_decides (model) || deal->waived[party]
         || (!crosses (self, deal, party)
             && (model->reservation == NULL
                 || mpq_cmp (deal->scores[party], model->reservation->value) >= 0));
}

static const ParleyNaiveDeal *
find_deal (const GPtrArray *deals, const guint *options, guint n_axes)
{
  for (guint i = 0; i < deals->len; i++)
    {
      const ParleyNaiveDeal *deal = g_ptr_array_index (deals, i);

      if (memcmp (deal->options, options, n_axes * sizeof *options) == 0)
        return deal;
    }
  return NULL;
}

static double
brings (const Place *self, guint draw, gboolean *works)
{
  const ParleyScenario *scenario = self->backing->scenario;
  const ParleyBackedDraft *backed = parley_backing_draft (self->backing, 0);
  g_autofree guint32 *randoms = g_new0 (guint32, self->backing->n_randoms + 1);
  ParleyBackedReading *reading = parley_backed_reading_new (backed);
  const ParleyDomain *domain = backed->space->domain;
  g_autoptr(GPtrArray) deals
      = parley_naive_deals (scenario, domain, parley_scenario_draft (scenario, 0), NULL);
  const ParleyNaiveDeal *deal = NULL;

  parley_random_fill (self->backing->seed, draw, PARLEY_RANDOM_COMPLETIONS,
                      self->backing->n_randoms, randoms);
  parley_backed_reading_draw (reading, backed, randoms);
  deal = find_deal (deals, reading->options, domain->n_axes);
  parley_backed_reading_free (reading);
  PARLEY_EXPECT (deal != NULL && deal->feasible, "draw %u: a reading", draw);
  *works = deal != NULL && !crosses (self, deal, 0);
  for (guint p = 1; p < scenario->parties->len; p++)
    *works = *works && accepts (self, deal, p);
  return mpq_get_d (*works ? deal->scores[0]
                           : parley_scenario_party (scenario, 0)->reservation->value);
}

/* What the draft brings over all draws with @doubt in @state (or as drawn: -1). */
static double
brings_in_all (Place *self, int doubt, guint state, guint *n_works)
{
  double sum = 0;

  for (guint n = 0; n < self->backing->n_draws; n++)
    {
      gboolean works = FALSE;

      put_draw (self, n);
      if (doubt >= 0)
        put_state (self, (guint) doubt, state);
      sum += brings (self, n, &works);
      *n_works += works;
    }
  return sum;
}

static double
sum_moved (const GPtrArray *batches, guint doubt, guint state)
{
  double sum = 0;

  for (guint b = 0; b < batches->len; b++)
    sum += ((const ParleyPayoffs *) g_ptr_array_index (batches, b))->moved[doubt][2 * state + 1];
  return sum;
}

static void
compare_moved (Place *self, const GPtrArray *batches, GRand *rand, guint32 seed)
{
  for (guint doubt = 0; doubt < self->backing->n_drawn; doubt++)
    {
      guint n_states = parley_backing_doubt (self->backing, doubt)->n_states;
      guint state = (guint) g_rand_int_range (rand, 0, (gint32) n_states);
      guint n_works = 0;
      double want = brings_in_all (self, (int) doubt, state, &n_works);

      PARLEY_EXPECT (fabs (sum_moved (batches, doubt, state) - want) < 1e-6,
                     "seed %u, doubt %u in state %u: %.9f for %.9f", seed, doubt, state,
                     sum_moved (batches, doubt, state), want);
    }
}

static void
compare_scenario (const ParleyScenario *scenario, guint32 seed)
{
  guint draft = 0;
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr(ParleyBacking) backing = NULL;
  g_autoptr(GPtrArray) batches = NULL;
  g_autofree gboolean *holds = NULL;
  Place place = { 0 };
  double got = 0;
  double got_works = 0;
  double want = 0;
  guint n_works = 0;

  loosen (scenario, rand);
  backing = parley_backing_new (scenario, 0, &draft, 1, seed, N_DRAWS, NULL);
  if (backing->drafts->len == 0)
    return;
  batches = parley_payoffs_new (backing, MEMORY, NULL, NULL);
  holds = g_new0 (gboolean, backing->n_drawn + 1);
  place = (Place){ backing, holds };
  for (guint b = 0; b < batches->len; b++)
    {
      got += ((const ParleyPayoffs *) g_ptr_array_index (batches, b))->paid[1];
      got_works += ((const ParleyPayoffs *) g_ptr_array_index (batches, b))->accepted[1];
    }
  want = brings_in_all (&place, -1, 0, &n_works);
  PARLEY_EXPECT (fabs (got - want) < 1e-6 && fabs (got_works - n_works) < 0.5,
                 "seed %u: %.9f in %g for %.9f in %u", seed, got, got_works, want, n_works);
  compare_moved (&place, batches, rand, seed);
}

static void
test_naive (void)
{
  guint n = 0;

  for (guint32 seed = 0; n < N_SCENARIOS && seed < 1000; seed++)
    {
      g_autoptr(ParleyLoaded) loaded = parley_random_scenario (seed);

      if (!can_choose (loaded->scenario))
        continue;
      compare_scenario (loaded->scenario, seed);
      n++;
    }
  CU_ASSERT_EQUAL (n, N_SCENARIOS);
}

/* Each reading that the rules allow is drawn about as often as any other. */
static void
test_readings (void)
{
  g_autofree char *issues = parley_small_choices (2, 3);
  g_autoptr(ParleyLoaded) loaded
      = parley_small_load (issues,
                           "{ 'id': 'us', 'title': 'Us', 'reservation': 20, 'weights': { 'i0': 1 },"
                           "  'values': { 'i0': { 'o0': 60, 'o1': 80, 'o2': 0 } } }",
                           "'rules': [ { 'id': 'r', 'forbid': { 'i0': 'o0', 'i1': 'o0' } } ],"
                           "'drafts': [ { 'id': 'open', 'title': 'Open', 'terms': {} } ]");
  guint draft = 0;
  guint n_draws = 8000;
  g_autoptr(ParleyBacking) backing
      = parley_backing_new (loaded->scenario, 0, &draft, 1, 3, n_draws, NULL);
  const ParleyBackedDraft *backed = parley_backing_draft (backing, 0);
  ParleyBackedReading *reading = parley_backed_reading_new (backed);
  guint counts[3][3] = { { 0 } };

  for (guint n = 0; n < n_draws; n++)
    {
      guint32 randoms[4];

      parley_random_fill (3, n, PARLEY_RANDOM_COMPLETIONS, backing->n_randoms, randoms);
      parley_backed_reading_draw (reading, backed, randoms);
      counts[reading->options[0]][reading->options[1]]++;
    }
  parley_backed_reading_free (reading);
  CU_ASSERT_EQUAL (counts[0][0], 0);
  for (guint r = 1; r < 9; r++)
    {
      guint row = r / 3;
      guint n = counts[row][r - 3 * row];

      PARLEY_EXPECT (fabs (n - n_draws / 8.0) <= 4 * sqrt (n_draws / 8.0 * 7 / 8),
                     "reading %u is drawn %u times of %u; seed 3", r, n, n_draws);
    }
}

/* Properties */

static void
expect_same (const ParleyDecision *a, const ParleyDecision *b)
{
  CU_ASSERT_EQUAL (a->best, b->best);
  CU_ASSERT_EQUAL (memcmp (&a->everything, &b->everything, sizeof a->everything), 0);
  for (guint i = 0; i < a->lessons->len; i++)
    {
      const ParleyLesson *x = parley_decision_lesson (a, i);
      const ParleyLesson *y = parley_decision_lesson (b, i);

      CU_ASSERT_EQUAL (memcmp (&x->perfect, &y->perfect, sizeof x->perfect), 0);
      CU_ASSERT_EQUAL (memcmp (&x->error, &y->error, sizeof x->error), 0);
    }
}

/* The bytes do not depend on how many threads there are; a study is worth no more than to know, and
 * that no more than to know everything. */
static void
test_properties (void)
{
  for (guint32 seed = 0; seed < parley_effort (40); seed++)
    {
      g_autoptr(ParleyLoaded) loaded = parley_random_scenario (seed);
      g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
      ParleyCrew crew = { .n_threads = 3 };
      g_autoptr(ParleyDecision) one = NULL;
      g_autoptr(ParleyDecision) three = NULL;

      if (!can_choose (loaded->scenario))
        continue;
      loosen (loaded->scenario, rand);
      one = decide (loaded->scenario, 60, NULL);
      three = decide (loaded->scenario, 60, &crew);
      expect_same (one, three);
      for (guint i = 0; i < one->lessons->len; i++)
        {
          const ParleyLesson *lesson = parley_decision_lesson (one, i);

          PARLEY_EXPECT (lesson->sample <= lesson->perfect + 1e-9
                             && lesson->perfect <= one->everything && lesson->sample >= -1e-9,
                         "seed %u, lesson %u: %g, %g, %g", seed, i, lesson->sample, lesson->perfect,
                         one->everything);
        }
    }
}

void
parley_test_decision (void)
{
  CU_pSuite suite = CU_add_suite ("decision", NULL, NULL);

  CU_add_test (suite, "by hand", test_by_hand);
  CU_add_test (suite, "a lottery", test_lottery);
  CU_add_test (suite, "nothing uncertain", test_certain);
  CU_add_test (suite, "against naive deals", test_naive);
  CU_add_test (suite, "readings", test_readings);
  CU_add_test (suite, "properties", test_properties);
}
