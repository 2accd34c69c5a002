/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How likely answers were by what was known the day before: compared with drawing what is believed
 * and throwing away, deal by deal, what does not fit. */
#include "analysis/predictor.h"

#include <math.h>

#include "analysis/belief.h"
#include "base/random.h"
#include "effort.h"
#include "recorded.h"
#include "small.h"
#include "suites.h"

#define N_SCENARIOS parley_effort (20)
#define N_DRAWS     2000
#define N_SIFTED    4000

/* A draft of one deal, as its party would score it, and what was done about it. */
typedef struct
{
  gboolean feasible;
  double  *values; /* [issue]: with all weight on it, points included */
  double   holds;  /* how likely some red line that it crosses holds */
  gboolean crossed;
  gboolean yes;
} Deal;

static void
put_weight (const ParleyParty *party, guint issue)
{
  for (guint i = 0; i < party->n_issues; i++)
    if (party->weights[i] != NULL)
      mpq_set_ui (party->weights[i]->value, i == issue, 1);
}

static void
read_deal (const ParleyScenario *scenario, guint party, guint draft, Deal *deal)
{
  const ParleyParty *model = parley_scenario_party (scenario, party);
  const ParleyDraft *text = parley_scenario_draft (scenario, draft);
  g_autoptr(ParleyDomain) domain = parley_domain_new_draft (scenario, text);

  deal->values = g_new0 (double, model->n_issues);
  for (guint i = 0; i < model->n_issues; i++)
    {
      g_autoptr(GPtrArray) deals = NULL;
      const ParleyNaiveDeal *only = NULL;
      double misses = 1;

      if (model->weights[i] == NULL || model->values[i] == NULL)
        continue;
      put_weight (model, i);
      deals = parley_naive_deals (scenario, domain, text, NULL);
      only = g_ptr_array_index (deals, 0);
      deal->feasible = only->feasible;
      deal->crossed = only->crossed[party];
      deal->values[i] = mpq_get_d (only->scores[party]);
      for (guint l = 0; l < model->red_lines->len; l++)
        {
          const ParleyRedLine *line = g_ptr_array_index (model->red_lines, l);

          if ((only->lines[party] >> l & 1) != 0)
            misses *= line->holds == NULL ? 0 : 1 - mpq_get_d (line->holds->value);
        }
      deal->holds = 1 - misses;
    }
}

/* What a draw says of a deal; sets @near where its score is too near to tell. */
static gboolean
reaches (const Deal *deal, const double *shares, guint n, double reservation, gboolean *near)
{
  double score = 0;

  for (guint i = 0; i < n; i++)
    score += shares[i] * deal->values[i];
  *near |= fabs (score - reservation) < 1e-6;
  return score >= reservation;
}

/* What is believed of each weight, and of the reservation; of what has none that it is 0. */
static ParleyQuantile *
read_beliefs (const ParleyParty *party)
{
  ParleyQuantile *beliefs = g_new0 (ParleyQuantile, party->n_issues + 1);

  for (guint i = 0; i <= party->n_issues; i++)
    if (i == party->n_issues)
      parley_quantile_init (&beliefs[i], party->reservation, PARLEY_SPREAD_TRIANGULAR);
    else if (party->weights[i] != NULL && party->values[i] != NULL)
      parley_quantile_init (&beliefs[i], party->weights[i], PARLEY_SPREAD_TRIANGULAR);
  return beliefs;
}

/* Shares, then the reservation. */
static void
draw_numbers (const ParleyQuantile *beliefs, guint n, guint index, double *numbers)
{
  guint32 randoms[32];
  double sum = 0;

  g_assert (n < G_N_ELEMENTS (randoms));
  parley_random_fill (9, index, PARLEY_RANDOM_INPUTS, n + 1, randoms);
  for (guint i = 0; i <= n; i++)
    numbers[i] = parley_quantile_value (&beliefs[i], randoms[i]);
  for (guint i = 0; i < n; i++)
    sum += numbers[i];
  for (guint i = 0; i < n; i++)
    numbers[i] /= sum;
}

/* How likely the last of @n deals is accepted by what was done about the others. Returns: as how
 * many draws that count alike those that were kept are; 0 when too few, or too near to tell. */
static double
sift (const ParleyQuantile *beliefs,
      guint                 n_issues,
      const Deal           *deals,
      guint                 n,
      double                slip,
      double               *chance)
{
  g_autofree double *numbers = g_new (double, n_issues + 1);
  double weights = 0, squares = 0, accepted = 0;
  gboolean near = FALSE;

  for (guint d = 0; d < N_SIFTED; d++)
    {
      double weight = 1;

      draw_numbers (beliefs, n_issues, d, numbers);
      for (guint i = 0; i + 1 < n; i++)
        if (deals[i].feasible && !deals[i].crossed)
          weight *= reaches (&deals[i], numbers, n_issues, numbers[n_issues], &near) == deals[i].yes
                        ? 1 - slip
                        : slip;
      weights += weight;
      squares += weight * weight;
      if (reaches (&deals[n - 1], numbers, n_issues, numbers[n_issues], &near))
        accepted += weight;
    }
  if (near || squares <= 0)
    return 0;
  *chance = accepted / weights * (1 - deals[n - 1].holds);
  *chance = *chance * (1 - slip) + (1 - *chance) * slip;
  return weights * weights / squares;
}

static void
add_event (ParleyDraft *draft, guint party, guint day, gboolean yes)
{
  ParleyEvent *event = g_new0 (ParleyEvent, 1);

  event->date = g_strdup_printf ("2025-01-%02u", day + 1);
  event->party = party;
  event->act = yes ? PARLEY_ACT_ACCEPTED_TEXT : PARLEY_ACT_REJECTED;
  g_ptr_array_add (draft->events, event);
}

/* Some lines may hold or not. */
static void
doubt_lines (const ParleyParty *party, GRand *rand)
{
  for (guint l = 0; l < party->red_lines->len; l++)
    {
      ParleyRedLine *line = g_ptr_array_index (party->red_lines, l);
      mpq_t chance;

      mpq_init (chance);
      mpq_set_ui (chance, 1, 4);
      if (line->holds == NULL && g_rand_boolean (rand))
        line->holds = parley_number_new (chance);
      mpq_clear (chance);
    }
}

static gboolean
can_be_tried (const ParleyParty *party)
{
  return parley_party_is_weighted (party) && party->normalize && party->reservation != NULL
         && party->changes->len == 0;
}

/* Returns: how many chances were compared that are neither 0 nor 1. */
static guint
compare (const ParleyPrediction *predictions,
         const ParleyQuantile   *beliefs,
         guint                   n_issues,
         const Deal             *deals,
         guint                   n_deals,
         double                  slip,
         guint32                 seed)
{
  guint n_compared = 0;

  for (guint i = 0; i < n_deals; i++)
    {
      const ParleyPrediction *learned = &predictions[i];
      double want = 0;
      double n = sift (beliefs, n_issues, deals, i + 1, slip, &want);
      double error = 0;

      if (n < 300 || !deals[i].feasible)
        continue;
      /* Draws of a chain hang together: as though there were a third of them. */
      error = sqrt (want * (1 - want) * (1 / n + 3.0 / N_DRAWS));
      PARLEY_EXPECT (fabs (learned->chance - want) <= 4 * error + 2e-3,
                     "scenario %u, decision %u: %g for %g (%g)", seed, i, learned->chance, want,
                     error);
      n_compared += want > slip + 1e-9 && want < 1 - slip - 1e-9;
    }
  return n_compared;
}

/* Puts what was done on record, one decision a day. */
static void
decide (ParleyRecorded *tried, guint party, Deal *deals)
{
  guint first = tried->scenario->drafts->len - tried->drafts->len;

  for (guint d = 0; d < tried->drafts->len; d++)
    {
      deals[d].yes = g_rand_boolean (tried->rand);
      add_event (g_ptr_array_index (tried->scenario->drafts, first + d), party, d, deals[d].yes);
    }
}

static void
predict (ParleyPredictor *self, const ParleyAnswer *answer, ParleyPrediction *prediction)
{
  guint n_clues = 0;

  CU_ASSERT_TRUE (parley_predictor_believe (self, answer, prediction, NULL));
  CU_ASSERT_TRUE (parley_predictor_learn (self, answer, prediction, &n_clues, NULL));
}

static guint
try_party (ParleyRecorded *tried, guint party, double slip, guint32 seed)
{
  const ParleyParty *model = parley_scenario_party (tried->scenario, party);
  guint n = tried->drafts->len;
  g_autofree Deal *deals = g_new0 (Deal, n);
  g_autofree ParleyPrediction *predictions = g_new0 (ParleyPrediction, n);
  g_autoptr(GArray) answers = NULL;
  g_autofree ParleyQuantile *beliefs = NULL;
  const ParleyClueRequest clues = { PARLEY_OPEN_ANY, FALSE };
  const ParleyPosteriorRequest likely = { .n_draws = N_DRAWS, .seed = 1, .slip = slip };
  g_autoptr(ParleyPredictor) self = NULL;
  guint n_compared = 0;

  if (!can_be_tried (model))
    return 0;
  parley_recorded_give_ranges (tried->scenario, party, tried->rand);
  doubt_lines (model, tried->rand);
  decide (tried, party, deals);
  self = parley_predictor_new (tried->scenario, &clues, &likely);
  answers = parley_answers_new (tried->scenario, party, NULL);
  CU_ASSERT_EQUAL_FATAL (answers->len, n);
  for (guint d = 0; d < n; d++)
    predict (self, &g_array_index (answers, ParleyAnswer, d), &predictions[d]);
  beliefs = read_beliefs (model);
  for (guint d = 0; d < n; d++)
    read_deal (tried->scenario, party, tried->scenario->drafts->len - n + d, &deals[d]);
  n_compared = compare (predictions, beliefs, model->n_issues, deals, n, slip, seed);
  for (guint i = 0; i <= model->n_issues; i++)
    parley_quantile_clear (&beliefs[i]);
  for (guint d = 0; d < n; d++)
    g_free (deals[d].values);
  return n_compared;
}

static void
test_random (void)
{
  guint n_compared = 0;

  for (guint32 seed = 1; seed <= N_SCENARIOS; seed++)
    {
      ParleyRecorded tried = { 0 };

      parley_recorded_init (&tried, seed);
      for (guint p = 0; p < tried.scenario->parties->len; p++)
        n_compared += try_party (&tried, p, seed % 2 == 0 ? 0 : 0.1, seed);
      parley_recorded_clear (&tried);
    }
  /* Or nothing was uncertain. */
  CU_ASSERT_TRUE (n_compared > parley_effort_rare (20));
}

void
parley_test_predictor (void)
{
  CU_pSuite suite = CU_add_suite ("predictor", NULL, NULL);

  CU_ADD_TEST (suite, test_random);
}
