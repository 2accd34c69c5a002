/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How likely a draft is accepted: draw by draw, completion by completion, and with each way in
 * which red lines may hold. */
#include "analysis/forecast.h"

#include <math.h>

#include "effort.h"
#include "recorded.h"
#include "small.h"
#include "suites.h"

#define N_SCENARIOS parley_effort (80)
#define N_DRAWS     20

/* By hand */

/* A score of "yes, no" is the share of the first issue, which lies anywhere from 0 to 1 where
 * nothing is believed of weights; it accepts from 40. "never" may be crossed by "yes" on the
 * second issue. */
static ParleyLoaded *
load (const char *terms)
{
  g_autofree char *issues = parley_small_choices (2, 2);
  g_autofree char *more = g_strdup_printf (
      "'as_of': '2025-06-01', 'drafts': [ { 'id': 'd', 'title': 'D', 'terms': %s } ]", terms);

  return parley_small_load (
      issues,
      "{ 'id': 'p', 'title': 'P', 'reservation': 40, 'weights': { 'i0': 1, 'i1': 1 },"
      "'values': { 'i0': { 'o0': 100, 'o1': 0 }, 'i1': { 'o0': 100, 'o1': 0 } },"
      "'red_lines': [ { 'id': 'l', 'never': { 'i1': 'o0' }, 'holds': 0.25 } ] }",
      more);
}

static ParleyForecast *
forecast (const ParleyLoaded *loaded, const ParleyClueRequest *request, guint64 n_draws)
{
  const ParleyRevealedRequest all
      = { *request, PARLEY_BELIEF_NOTHING, NULL,
          parley_scenario_party (loaded->scenario, 0)->reservation, NULL };
  const ParleyPosteriorRequest likely
      = { PARLEY_BELIEF_NOTHING, PARLEY_SPREAD_TRIANGULAR, n_draws, 1, 0, NULL, FALSE };
  g_autoptr(ParleyRevealed) revealed = parley_revealed_new (loaded->scenario, 0, &all, NULL);
  g_autoptr(ParleyPosterior) posterior = parley_posterior_new (revealed, &likely, NULL);
  ParleyForecast *self = parley_forecast_new (posterior, 0, NULL, request, NULL);

  CU_ASSERT_PTR_NOT_NULL_FATAL (self);
  return self;
}

static void
expect_chance (const char *terms, ParleyClueRequest request, double chance, double crossed)
{
  g_autoptr(ParleyLoaded) loaded = load (terms);
  g_autoptr(ParleyForecast) self = forecast (loaded, &request, 20000);

  PARLEY_EXPECT (fabs (self->chance - chance) < 0.015, "%s: %g instead of %g", terms, self->chance,
                 chance);
  PARLEY_EXPECT (fabs (self->crossed - crossed) < 1e-9, "%s: crossed %g", terms, self->crossed);
}

static void
test_chances (void)
{
  const ParleyClueRequest any = { PARLEY_OPEN_ANY, FALSE };
  const ParleyClueRequest all = { PARLEY_OPEN_ALL, FALSE };
  const ParleyClueRequest none = { PARLEY_OPEN_ANY, TRUE };

  /* A share of two fifths or more. */
  expect_chance ("{ 'i0': 'o0', 'i1': 'o1' }", any, 0.6, 0);
  expect_chance ("{ 'i0': 'o1', 'i1': 'o1' }", any, 0, 0);
  /* 100 points, unless the line holds. */
  expect_chance ("{ 'i0': 'o0', 'i1': 'o0' }", any, 0.75, 0.25);
  expect_chance ("{ 'i0': 'o0', 'i1': 'o0' }", none, 1, 0);
  /* Both are possible: the better one where the line does not hold, else the other. */
  expect_chance ("{ 'i0': 'o0' }", any, 0.75 + 0.25 * 0.6, 0);
  expect_chance ("{ 'i0': 'o0' }", all, 0.75 * 0.6, 0.25);
}

static void
test_refused (void)
{
  g_autoptr(ParleyLoaded) loaded = load ("{ 'i0': 'o0' }");
  const ParleyRevealedRequest all = { .belief = PARLEY_BELIEF_NOTHING };
  const ParleyPosteriorRequest likely
      = { PARLEY_BELIEF_NOTHING, PARLEY_SPREAD_TRIANGULAR, 10, 1, 0, NULL, FALSE };
  ParleyParty *party = g_ptr_array_index (loaded->scenario->parties, 0);
  g_autoptr(ParleyRevealed) revealed = parley_revealed_new (loaded->scenario, 0, &all, NULL);
  g_autoptr(ParleyPosterior) posterior = parley_posterior_new (revealed, &likely, NULL);
  ParleyNumber *reservation = g_steal_pointer (&party->reservation);
  g_autoptr(GError) error = NULL;

  CU_ASSERT_PTR_NULL (parley_forecast_new (posterior, 0, NULL, &all.clues, &error));
  CU_ASSERT_PTR_NOT_NULL_FATAL (error);
  CU_ASSERT_STRING_EQUAL (error->message, "\"p\" has no reservation, so nothing says from which "
                                          "score on it accepts");
  party->reservation = reservation;
}

/* By trying */

/* Lines that hold for certain, never, or perhaps. */
static void
doubt_lines (const ParleyParty *party, GRand *rand)
{
  for (guint i = 0; i < party->red_lines->len; i++)
    {
      ParleyRedLine *line = g_ptr_array_index (party->red_lines, i);
      mpq_t chance;

      mpq_init (chance);
      mpq_set_ui (chance, (unsigned long) g_rand_int_range (rand, 0, 5), 4);
      mpq_canonicalize (chance);
      if (line->holds == NULL && g_rand_int_range (rand, 0, 3) > 0)
        line->holds = parley_number_new (chance);
      mpq_clear (chance);
    }
}

/* How likely it is that those lines hold that @set says, and the others do not. */
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

/* Whether a deal is accepted with the lines of @set; -1 where its score is too near to tell. */
static int
accepts (const ParleyNaiveDeal *deal, guint party, guint set, double reservation)
{
  double score = mpq_get_d (deal->scores[party]);

  if ((deal->lines[party] & set) != 0)
    return 0;
  return fabs (score - reservation) < 1e-6 ? -1 : score > reservation;
}

/* Sets @chance. Returns: FALSE when some score is too near to tell. */
static gboolean
work_out (const ParleyParty *model,
          guint party,
          GPtrArray *deals,
          const ParleyClueRequest *request,
          double *chance)
{
  guint n_sets = request->no_red_lines ? 1 : 1u << model->red_lines->len;

  *chance = 0;
  for (guint set = 0; set < n_sets; set++)
    {
      guint n = 0;
      guint n_accepted = 0;

      for (guint i = 0; i < deals->len; i++)
        {
          const ParleyNaiveDeal *deal = g_ptr_array_index (deals, i);
          int answer = 0;

          if (!deal->feasible)
            continue;
          answer = accepts (deal, party, set, mpq_get_d (model->reservation->value));
          if (answer < 0)
            return FALSE;
          n++;
          n_accepted += answer != 0;
        }
      if (request->open == PARLEY_OPEN_ANY ? n_accepted > 0 : n_accepted == n)
        *chance += request->no_red_lines ? 1 : chance_of_lines (model, set);
    }
  return TRUE;
}

/* The model takes on the numbers of the draw. */
static void
take_draw (const ParleyPosterior *posterior, const double *draw, const ParleyParty *model)
{
  const ParleyRevealed *revealed = posterior->revealed;

  for (guint i = 0; i < revealed->n_shares; i++)
    mpq_set_d (model->weights[revealed->issues[i]]->value, draw[i]);
  mpq_set_d (model->reservation->value, draw[revealed->n_shares]);
}

/* Returns: in how many draws the chance was something between 0 and 1. */
static guint
compare_draft (const ParleyPosterior *posterior, guint draft, const ParleyClueRequest *request)
{
  const ParleyRevealed *revealed = posterior->revealed;
  const ParleyScenario *scenario = revealed->scenario;
  const ParleyParty *model = parley_scenario_party (scenario, revealed->party);
  g_autoptr(ParleyForecast) self = parley_forecast_new (posterior, draft, NULL, request, NULL);
  g_autoptr(ParleyDomain) domain
      = parley_domain_new_draft (scenario, parley_scenario_draft (scenario, draft));
  guint n_doubtful = 0;

  for (guint64 d = 0; self != NULL && d < self->n_draws; d++)
    {
      double chance = 0;
      g_autoptr(GPtrArray) deals = NULL;

      take_draw (posterior, posterior->draws + d * posterior->n_numbers, model);
      deals = parley_naive_deals (scenario, domain, parley_scenario_draft (scenario, draft), NULL);
      if (!work_out (model, revealed->party, deals, request, &chance))
        continue;
      PARLEY_EXPECT (fabs (self->accepts[d] - chance) < 1e-9, "%s: %g instead of %g", model->id,
                     self->accepts[d], chance);
      n_doubtful += chance > 0 && chance < 1;
    }
  return n_doubtful;
}

static guint
try_party (ParleyRecorded *tried, guint party, const ParleyClueRequest *request)
{
  const ParleyParty *model = parley_scenario_party (tried->scenario, party);
  ParleyRevealedRequest all = { *request, PARLEY_BELIEF_RANGES, NULL, model->reservation, NULL };
  const ParleyPosteriorRequest likely
      = { PARLEY_BELIEF_RANGES, PARLEY_SPREAD_UNIFORM, N_DRAWS, 1, 0, NULL, FALSE };
  g_autoptr(ParleyRevealed) revealed = NULL;
  g_autoptr(ParleyPosterior) posterior = NULL;
  guint n_doubtful = 0;

  if (!parley_party_is_weighted (model) || model->reservation == NULL || model->changes->len > 0)
    return 0;
  parley_recorded_give_ranges (tried->scenario, party, tried->rand);
  doubt_lines (model, tried->rand);
  revealed = parley_revealed_new (tried->scenario, party, &all, NULL);
  posterior = parley_posterior_new (revealed, &likely, NULL);
  for (guint d = 0; d < tried->scenario->drafts->len; d++)
    n_doubtful += compare_draft (posterior, d, request);
  return n_doubtful;
}

static void
test_random (void)
{
  guint n_doubtful = 0;

  for (guint32 seed = 1; seed <= N_SCENARIOS; seed++)
    {
      const ParleyClueRequest request
          = { seed % 2 == 0 ? PARLEY_OPEN_ANY : PARLEY_OPEN_ALL, seed % 5 == 0 };
      ParleyRecorded tried = { 0 };

      parley_recorded_init (&tried, seed);
      for (guint p = 0; p < tried.scenario->parties->len; p++)
        n_doubtful += try_party (&tried, p, &request);
      parley_recorded_clear (&tried);
    }
  /* Or no red line was in doubt. */
  CU_ASSERT_TRUE (n_doubtful > parley_effort_rare (100));
}

void
parley_test_forecast (void)
{
  CU_pSuite suite = CU_add_suite ("forecast", NULL, NULL);

  CU_ADD_TEST (suite, test_chances);
  CU_ADD_TEST (suite, test_refused);
  CU_ADD_TEST (suite, test_random);
}
