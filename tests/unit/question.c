/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What answers would tell, against counts by hand, and against going through all draws, completions
 * and red lines. */
#include "analysis/question.h"

#include <math.h>

#include "effort.h"
#include "recorded.h"
#include "small.h"
#include "suites.h"

#define N_SCENARIOS parley_effort (60)
#define N_DRAWS     12

#define EXPECT_NEAR(label, got, want) \
  PARLEY_EXPECT (fabs ((got) - (want)) < 1e-9, "%s: %g instead of %g", label, got, want)

/* By hand */

static void
test_bits (void)
{
  EXPECT_NEAR ("a coin", parley_bits (0.5), 1.0);
  EXPECT_NEAR ("certain", parley_bits (1), 0.0);
  EXPECT_NEAR ("impossible", parley_bits (0), 0.0);
  EXPECT_NEAR ("one of four", parley_bits (0.25), 2 - 0.75 * log2 (3));
  EXPECT_NEAR ("all", parley_bits_told (0.5, 1, 0), 1.0);
  EXPECT_NEAR ("nothing", parley_bits_told (0.3, 0.6, 0.6), 0.0);
  EXPECT_NEAR ("some", parley_bits_told (0.5, 0.75, 0.25), 1 - (2 - 0.75 * log2 (3)));
}

/* Drafts "d" and "y" have a score of 100 times one share each, and "y" crosses a red line that
 * holds with a quarter. */
static ParleyLoaded *
load (void)
{
  g_autofree char *issues = parley_small_choices (2, 2);

  return parley_small_load (
      issues,
      "{ 'id': 'p', 'title': 'P', 'reservation': 40, 'weights': { 'i0': 1, 'i1': 1 },"
      "'values': { 'i0': { 'o0': 100, 'o1': 0 }, 'i1': { 'o0': 100, 'o1': 0 } },"
      "'red_lines': [ { 'id': 'l', 'never': { 'i1': 'o0' }, 'holds': 0.25 } ] }",
      "'drafts': [ { 'id': 'd', 'title': 'D', 'terms': { 'i0': 'o0', 'i1': 'o1' } },"
      "{ 'id': 'y', 'title': 'Y', 'terms': { 'i0': 'o1', 'i1': 'o0' } } ]");
}

static const ParleyQuestion *
find (GArray *questions, ParleyQuestionKind kind)
{
  for (guint q = 0; q < questions->len; q++)
    if (g_array_index (questions, ParleyQuestion, q).kind == kind)
      return &g_array_index (questions, ParleyQuestion, q);
  return NULL;
}

static void
expect_question (GArray            *questions,
                 ParleyQuestionKind kind,
                 double             yes,
                 double             if_yes,
                 double             if_no)
{
  const ParleyQuestion *question = find (questions, kind);

  CU_ASSERT_PTR_NOT_NULL_FATAL (question);
  EXPECT_NEAR ("yes", question->yes, yes);
  EXPECT_NEAR ("if yes", question->if_yes, if_yes);
  EXPECT_NEAR ("if no", question->if_no, if_no);
  EXPECT_NEAR ("bits", question->bits, parley_bits_told (yes, if_yes, if_no));
}

/* Questions about draft @draft, by four draws of two shares and a reservation. */
static GArray *
ask_by (const ParleyLoaded *loaded,
        guint               draft,
        double              draws[12], /* NOLINT(readability-non-const-parameter): a posterior's */
        double              slip)
{
  const ParleyRevealedRequest all
      = { .belief = PARLEY_BELIEF_NOTHING,
          .asked = parley_scenario_party (loaded->scenario, 0)->reservation };
  g_autoptr(ParleyRevealed) revealed = parley_revealed_new (loaded->scenario, 0, &all, NULL);
  const ParleyPosterior posterior
      = { .revealed = revealed, .n_draws = 4, .n_numbers = 3, .draws = draws };
  const gboolean drafts[2] = { draft != 0, draft != 1 };
  g_auto(ParleyForecastPair) pair = { 0 };
  ParleyQuestionRequest request
      = { .asked = &pair, .reservation = 2, .slip = slip, .drafts = drafts };

  CU_ASSERT_TRUE_FATAL (parley_forecast_pair_init (&pair, &posterior, draft, NULL, FALSE, NULL));
  return parley_questions_new (&posterior, &request);
}

static GArray *
ask (const ParleyLoaded *loaded, guint draft)
{
  double draws[] = { 0.7, 0.3, 40, 0.5, 0.5, 40, 0.3, 0.7, 40, 0.3, 0.7, 50 };

  return ask_by (loaded, draft, draws, 0);
}

/* D is accepted in the first two draws; Y in all but the first where the line does not hold. */
static void
test_by_hand (void)
{
  g_autoptr(ParleyLoaded) loaded = load ();
  g_autoptr(GArray) of_d = ask (loaded, 0);
  g_autoptr(GArray) of_y = ask (loaded, 1);

  CU_ASSERT_EQUAL (of_d->len, 3);
  expect_question (of_d, PARLEY_QUESTION_HEAVIER, 0.25, 1, 1 / 3.0);
  expect_question (of_d, PARLEY_QUESTION_RESERVATION, 0.25, 0, 2 / 3.0);
  EXPECT_NEAR ("above", find (of_d, PARLEY_QUESTION_RESERVATION)->above, 40.0);
  expect_question (of_d, PARLEY_QUESTION_DRAFT, 0.5625, 1 / 3.0, 0.3125 / 0.4375);
  CU_ASSERT_TRUE (g_array_index (of_d, ParleyQuestion, 0).bits
                  >= g_array_index (of_d, ParleyQuestion, 1).bits);
  CU_ASSERT_EQUAL (of_y->len, 4);
  expect_question (of_y, PARLEY_QUESTION_RED_LINE, 0.25, 0, 0.75);
  expect_question (of_y, PARLEY_QUESTION_HEAVIER, 0.25, 0, 0.75);
}

/* With a slip an answer tells less, and the questions still come by how much they tell. */
static void
test_slip (void)
{
  g_autoptr(ParleyLoaded) loaded = load ();
  double draws[] = { 0.7, 0.3, 40, 0.5, 0.5, 40, 0.3, 0.7, 40, 0.3, 0.7, 50 };
  g_autoptr(GArray) sure = ask_by (loaded, 0, draws, 0);
  g_autoptr(GArray) slips = ask_by (loaded, 0, draws, 0.1);

  CU_ASSERT_EQUAL (sure->len, slips->len);
  expect_question (slips, PARLEY_QUESTION_HEAVIER, 0.25, 0.9, 0.1 + 0.8 / 3);
  for (guint q = 0; q < slips->len; q++)
    {
      const ParleyQuestion *question = &g_array_index (slips, ParleyQuestion, q);

      CU_ASSERT (question->bits <= find (sure, question->kind)->bits);
      CU_ASSERT (q == 0 || question->bits <= g_array_index (slips, ParleyQuestion, q - 1).bits);
    }
}

/* However far reservations lie apart, only the points that a draw lies just below are tried: D is
 * accepted in the two draws with the lower ones. */
static void
test_far_apart (void)
{
  g_autoptr(ParleyLoaded) loaded = load ();
  double draws[] = { 0.7, 0.3, -1e15, 0.5, 0.5, 39.5, 0.3, 0.7, 1e15, 0.3, 0.7, 41 };
  g_autoptr(GArray) questions = ask_by (loaded, 0, draws, 0);

  expect_question (questions, PARLEY_QUESTION_RESERVATION, 0.5, 0, 1);
  EXPECT_NEAR ("above", find (questions, PARLEY_QUESTION_RESERVATION)->above, 40.0);
}

/* By trying */

/* How likely a party accepts a draft in one draw when just the lines of @set hold: what it does in
 * all completions and in some, each half. -1 where a score is too near to tell. */
static double
accepts (GPtrArray *deals, guint party, guint set, double reservation)
{
  gboolean all = TRUE;
  gboolean any = FALSE;

  for (guint i = 0; i < deals->len; i++)
    {
      const ParleyNaiveDeal *deal = g_ptr_array_index (deals, i);
      double score = mpq_get_d (deal->scores[party]);
      gboolean yes = (deal->lines[party] & set) == 0 && score > reservation;

      if (!deal->feasible)
        continue;
      if (fabs (score - reservation) < 1e-6)
        return -1;
      all &= yes;
      any |= yes;
    }
  return (all + any) / 2.0;
}

static double
chance_of_lines (const ParleyParty *party, guint set)
{
  double chance = 1;

  for (guint i = 0; i < party->red_lines->len; i++)
    {
      const ParleyRedLine *line = g_ptr_array_index (party->red_lines, i);
      double holds = line->holds == NULL ? 1 : mpq_get_d (line->holds->value);

      chance *= (set >> i & 1) != 0 ? holds : 1 - holds;
    }
  return chance;
}

/* The model takes on the numbers of the draw. */
static void
take_draw (const ParleyPosterior *posterior, guint64 draw, const ParleyParty *model)
{
  const ParleyRevealed *revealed = posterior->revealed;
  const double *numbers = posterior->draws + draw * posterior->n_numbers;

  for (guint i = 0; i < revealed->n_shares; i++)
    mpq_set_d (model->weights[revealed->issues[i]]->value, numbers[i]);
  mpq_set_d (model->reservation->value, numbers[revealed->n_shares]);
}

/* How likely the answer is yes, given a draw and the lines that hold. */
static double
answer (const ParleyPosterior *posterior,
        const ParleyQuestion  *question,
        guint64                draw,
        guint                  set,
        GPtrArray            **deals)
{
  const ParleyRevealed *revealed = posterior->revealed;
  const double *numbers = posterior->draws + draw * posterior->n_numbers;
  double shares[2] = { 0, 0 };

  switch (question->kind)
    {
    case PARLEY_QUESTION_HEAVIER:
      for (guint i = 0; i < revealed->n_shares; i++)
        {
          shares[0] = revealed->issues[i] == question->first ? numbers[i] : shares[0];
          shares[1] = revealed->issues[i] == question->second ? numbers[i] : shares[1];
        }
      return shares[0] > shares[1];
    case PARLEY_QUESTION_RESERVATION:
      return numbers[revealed->n_shares] > question->above;
    case PARLEY_QUESTION_RED_LINE:
      return set >> question->first & 1;
    case PARLEY_QUESTION_DRAFT:
    default:
      return accepts (deals[question->first], revealed->party, set, numbers[revealed->n_shares]);
    }
}

/* What is added up over draws and lines. */
typedef struct
{
  double chance;
  double yes;
  double both;
  gboolean near; /* some score is too near to tell */
} Sums;

static void
add_draw (Sums                  *sums,
          const ParleyPosterior *posterior,
          const ParleyQuestion  *question,
          guint                  draft,
          guint64                draw,
          GPtrArray            **deals)
{
  const ParleyRevealed *revealed = posterior->revealed;
  const ParleyParty *model = parley_scenario_party (revealed->scenario, revealed->party);
  double reservation = posterior->draws[draw * posterior->n_numbers + revealed->n_shares];

  for (guint set = 0; set < 1u << model->red_lines->len; set++)
    {
      double chance = chance_of_lines (model, set) / (double) posterior->n_draws;
      double accepted = accepts (deals[draft], revealed->party, set, reservation);
      double yes = answer (posterior, question, draw, set, deals);

      sums->near |= accepted < 0 || yes < 0;
      sums->chance += chance * accepted;
      sums->yes += chance * yes;
      sums->both += chance * accepted * yes;
    }
}

/* Deals of all drafts with the numbers of a draw, [draw * drafts + draft]. */
static GPtrArray **
deals_of (const ParleyPosterior *posterior)
{
  const ParleyScenario *scenario = posterior->revealed->scenario;
  guint n = scenario->drafts->len;
  GPtrArray **deals = g_new0 (GPtrArray *, n * posterior->n_draws);

  for (guint64 d = 0; d < posterior->n_draws; d++)
    {
      take_draw (posterior, d, parley_scenario_party (scenario, posterior->revealed->party));
      for (guint i = 0; i < n; i++)
        {
          const ParleyDraft *draft = parley_scenario_draft (scenario, i);
          g_autoptr(ParleyDomain) domain = parley_domain_new_draft (scenario, draft);

          deals[d * n + i] = parley_naive_deals (scenario, domain, draft, NULL);
        }
    }
  return deals;
}

static void
check_question (const ParleyPosterior *posterior,
                const ParleyQuestion  *question,
                guint                  draft,
                GPtrArray            **deals,
                guint                 *n_seen)
{
  guint n = posterior->revealed->scenario->drafts->len;
  Sums sums = { 0 };

  for (guint64 d = 0; d < posterior->n_draws; d++)
    add_draw (&sums, posterior, question, draft, d, deals + d * n);
  if (sums.near)
    return;
  EXPECT_NEAR ("yes", question->yes, sums.yes);
  EXPECT_NEAR ("if yes", question->if_yes, sums.both / sums.yes);
  EXPECT_NEAR ("if no", question->if_no, (sums.chance - sums.both) / (1 - sums.yes));
  n_seen[question->kind] += question->bits > 0;
}

static void
check_draft (const ParleyPosterior *posterior, guint draft, GPtrArray **deals, guint *n_seen)
{
  guint n = posterior->revealed->scenario->drafts->len;
  g_auto(ParleyForecastPair) pair = { 0 };
  g_autofree gboolean *drafts = g_new (gboolean, n);
  ParleyQuestionRequest request
      = { .asked = &pair, .reservation = posterior->revealed->n_shares, .drafts = drafts };
  g_autoptr(GArray) questions = NULL;

  for (guint d = 0; d < n; d++)
    drafts[d] = d != draft;
  if (!parley_forecast_pair_init (&pair, posterior, draft, NULL, FALSE, NULL))
    return;
  questions = parley_questions_new (posterior, &request);
  for (guint q = 0; q < questions->len; q++)
    {
      const ParleyQuestion *question = &g_array_index (questions, ParleyQuestion, q);

      check_question (posterior, question, draft, deals, n_seen);
      CU_ASSERT_TRUE (q == 0 || question[-1].bits >= question->bits);
    }
}

/* Lines that hold for certain, or perhaps. */
static void
doubt_lines (const ParleyParty *party, GRand *rand)
{
  for (guint i = 0; i < party->red_lines->len; i++)
    {
      ParleyRedLine *line = g_ptr_array_index (party->red_lines, i);
      mpq_t chance;

      mpq_init (chance);
      mpq_set_ui (chance, (unsigned long) g_rand_int_range (rand, 1, 4), 4);
      mpq_canonicalize (chance);
      if (line->holds == NULL && g_rand_int_range (rand, 0, 4) > 0)
        line->holds = parley_number_new (chance);
      mpq_clear (chance);
    }
}

static void
try_party (ParleyRecorded *tried, guint party, guint *n_seen)
{
  const ParleyParty *model = parley_scenario_party (tried->scenario, party);
  const ParleyRevealedRequest all = { .before = "", .asked = model->reservation };
  const ParleyPosteriorRequest likely
      = { PARLEY_BELIEF_RANGES, PARLEY_SPREAD_UNIFORM, N_DRAWS, 1, 0, NULL, FALSE };
  g_autoptr(ParleyRevealed) revealed = NULL;
  g_autoptr(ParleyPosterior) posterior = NULL;
  GPtrArray **deals = NULL;
  guint n = tried->scenario->drafts->len;

  if (!parley_party_is_weighted (model) || model->reservation == NULL || model->changes->len > 0)
    return;
  parley_recorded_give_ranges (tried->scenario, party, tried->rand);
  doubt_lines (model, tried->rand);
  revealed = parley_revealed_new_brief (tried->scenario, party, &all, NULL);
  posterior = parley_posterior_new (revealed, &likely, NULL);
  deals = deals_of (posterior);
  for (guint d = 0; d < n; d++)
    check_draft (posterior, d, deals, n_seen);
  for (guint i = 0; i < n * N_DRAWS; i++)
    g_ptr_array_unref (deals[i]);
  g_free (deals);
}

static void
test_random (void)
{
  guint n_seen[PARLEY_QUESTION_RED_LINE + 1] = { 0 };

  for (guint32 seed = 1; seed <= N_SCENARIOS; seed++)
    {
      ParleyRecorded tried = { 0 };

      parley_recorded_init (&tried, seed);
      for (guint p = 0; p < tried.scenario->parties->len; p++)
        try_party (&tried, p, n_seen);
      parley_recorded_clear (&tried);
    }
  for (guint k = 0; k <= PARLEY_QUESTION_RED_LINE; k++)
    PARLEY_EXPECT (n_seen[k] > parley_effort_rare (20), "%u of kind %u", n_seen[k], k);
}

void
parley_test_question (void)
{
  CU_pSuite suite = CU_add_suite ("question", NULL, NULL);

  CU_ADD_TEST (suite, test_bits);
  CU_ADD_TEST (suite, test_by_hand);
  CU_ADD_TEST (suite, test_slip);
  CU_ADD_TEST (suite, test_far_apart);
  CU_ADD_TEST (suite, test_random);
}
