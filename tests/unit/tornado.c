/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What moving one number, or several, does to a party's surplus, against looking at every deal. */
#include "analysis/surplus.h"
#include "analysis/tornado.h"

#include <math.h>

#include "sample.h"
#include "small.h"
#include "suites.h"

/* Values end at 100. */
static void
set_end (const ParleyInput *input, mpq_ptr high)
{
  if (parley_input_moves_values (input) && mpq_cmp_ui (high, 100, 1) > 0)
    mpq_set_ui (high, 100, 1);
}

/* Gives every input of @party a range. */
static void
widen (const ParleyScenario *scenario, guint party)
{
  g_autoptr(GArray) inputs = parley_inputs_new (scenario, party, NULL);

  for (guint i = 0; i < inputs->len; i++)
    {
      ParleyNumber *number = (ParleyNumber *) g_array_index (inputs, ParleyInput, i).number;
      mpq_t part;

      mpq_init (part);
      number->has_range = TRUE;
      mpq_set_ui (part, 1, 2);
      mpq_mul (number->low, number->value, part);
      mpq_set_ui (part, 7 + i, 1);
      mpq_add (number->high, number->value, part);
      set_end (&g_array_index (inputs, ParleyInput, i), number->high);
      mpq_clear (part);
    }
}

/* The lowest and highest score of the deals that count, and the verdict, worked out by hand. */
typedef struct
{
  mpq_t         low;
  mpq_t         high;
  ParleyVerdict verdict;
} Naive;

static void
naive_look (const ParleySample *sample, const ParleyTornado *tornado, Naive *naive)
{
  const ParleyParty *party = parley_scenario_party (sample->scenario, tornado->party);
  g_autoptr(GPtrArray) deals
      = parley_naive_deals (sample->scenario, sample->space->domain, sample->draft, NULL);
  guint n = 0, n_feasible = 0, n_accepted = 0;

  for (guint d = 0; d < deals->len; d++)
    {
      const ParleyNaiveDeal *deal = g_ptr_array_index (deals, d);
      mpq_srcptr score = deal->scores[tornado->party];

      if (!deal->feasible)
        continue;
      n_feasible++;
      n_accepted += (guint) (tornado->has_verdict
                             && parley_naive_accepts (sample->scenario, deal, tornado->party,
                                                      !tornado->bare));
      if (deal->crossed[tornado->party] && !tornado->bare)
        continue;
      if (n == 0 || mpq_cmp (score, naive->low) < 0)
        mpq_set (naive->low, score);
      if (n == 0 || mpq_cmp (score, naive->high) > 0)
        mpq_set (naive->high, score);
      n++;
    }
  naive->verdict = !tornado->has_verdict       ? PARLEY_VERDICT_NONE
                   : n_accepted == n_feasible ? PARLEY_VERDICT_ACCEPTS
                   : n_accepted == 0          ? PARLEY_VERDICT_REJECTS
                                              : PARLEY_VERDICT_DEPENDS;
  if (party->reservation == NULL)
    return;
  mpq_sub (naive->low, naive->low, party->reservation->value);
  mpq_sub (naive->high, naive->high, party->reservation->value);
}

static void
compare_end (guint32 seed,
             const ParleySample *sample,
             const ParleyTornado *tornado,
             guint index,
             ParleyBarEnd end)
{
  const ParleyBar *bar = parley_tornado_bar (tornado, index);
  ParleyNumber *number = (ParleyNumber *) bar->input.number;
  Naive naive;
  mpq_t written;

  mpq_inits (naive.low, naive.high, written, NULL);
  mpq_set (written, number->value);
  if (end != PARLEY_BAR_BASE)
    mpq_set (number->value, end == PARLEY_BAR_LOW ? number->low : number->high);
  naive_look (sample, tornado, &naive);
  mpq_set (number->value, written);
  PARLEY_EXPECT (mpq_equal (bar->low[end], naive.low) && mpq_equal (bar->high[end], naive.high)
                     && bar->verdicts[end] == naive.verdict,
                 "seed %u, party %u, bar %u, end %d: %f to %f, not %f to %f", seed, tornado->party,
                 index, end, mpq_get_d (bar->low[end]), mpq_get_d (bar->high[end]),
                 mpq_get_d (naive.low), mpq_get_d (naive.high));
  mpq_clears (naive.low, naive.high, written, NULL);
}

/* Longest first, and what turns within its range turns at one of its ends. */
static void
compare_bars (guint32 seed, const ParleySample *sample, const ParleyTornado *tornado)
{
  for (guint i = 0; i < tornado->bars->len; i++)
    {
      const ParleyBar *bar = parley_tornado_bar (tornado, i);
      gboolean turns = FALSE;

      for (guint e = 0; e < PARLEY_N_BARS; e++)
        {
          compare_end (seed, sample, tornado, i, e);
          turns |= bar->verdicts[e] != tornado->verdict;
        }
      PARLEY_EXPECT (i == 0
                         || mpq_cmp (parley_tornado_bar (tornado, i - 1)->swing, bar->swing) >= 0,
                     "seed %u, bar %u", seed, i);
      PARLEY_EXPECT (!tornado->has_reservation || !turns || bar->believed, "seed %u, bar %u", seed,
                     i);
    }
}

/* Several inputs moved at once, in doubles. */
static void
compare_surplus (guint32 seed, const ParleySample *sample, const ParleyTornado *tornado)
{
  g_autoptr(GArray) inputs = parley_inputs_new (sample->scenario, tornado->party, NULL);
  g_autoptr(GArray) moved = g_array_new (FALSE, FALSE, sizeof (ParleyInput));
  g_autoptr(ParleySurplus) surplus = NULL;
  g_autofree double *numbers = g_new (double, inputs->len + 1);
  mpq_t *written = g_new (mpq_t, inputs->len);
  double low = 0, high = 0;
  Naive naive;

  mpq_inits (naive.low, naive.high, NULL);
  for (guint i = 0; i < inputs->len; i++)
    if ((seed / 2 + i) % 3 != 0)
      g_array_append_val (moved, g_array_index (inputs, ParleyInput, i));
  surplus = parley_surplus_new (tornado->counted, tornado->party, NULL, moved);
  for (guint i = 0; i < moved->len; i++)
    {
      ParleyNumber *number = (ParleyNumber *) g_array_index (moved, ParleyInput, i).number;

      mpq_init (written[i]);
      mpq_set (written[i], number->value);
      mpq_set (number->value, i % 2 == 0 ? number->low : number->high);
      if (mpq_sgn (number->value) == 0) /* a tolerance of 0 is none, and weights may not all be 0 */
        mpq_set_ui (number->value, 1, 1);
      numbers[i] = parley_exact_to_double (number->value);
    }
  naive_look (sample, tornado, &naive);
  parley_surplus_at (surplus, numbers, &low, &high);
  PARLEY_EXPECT (fabs (low - mpq_get_d (naive.low)) < 1e-9
                     && fabs (high - mpq_get_d (naive.high)) < 1e-9,
                 "seed %u, party %u: %f to %f, not %f to %f", seed, tornado->party, low, high,
                 mpq_get_d (naive.low), mpq_get_d (naive.high));
  for (guint i = 0; i < moved->len; i++)
    {
      mpq_set (((ParleyNumber *) g_array_index (moved, ParleyInput, i).number)->value, written[i]);
      mpq_clear (written[i]);
    }
  g_free (written);
  mpq_clears (naive.low, naive.high, NULL);
}

static void
random_scenarios (void)
{
  guint n = 0, n_believed = 0;

  for (guint32 seed = 1; seed < PARLEY_N_SAMPLES; seed += 2)
    {
      g_autoptr(ParleySample) sample = parley_sample_new (seed);
      const guint draft = 0;
      g_autoptr(ParleyScores) scores
          = parley_scores_new (sample->scenario, &draft, 1, PARLEY_SCORE_PLAIN, NULL);
      const ParleyDraftScore *score = g_ptr_array_index (scores->drafts, 0);

      for (guint p = 0; p < sample->scenario->parties->len; p++)
        {
          g_autoptr(ParleyTornado) tornado = NULL;

          if (!score->reach->feasible || sample->deals->len > 24
              || !parley_party_is_scored (parley_scenario_party (sample->scenario, p)))
            continue;
          widen (sample->scenario, p);
          tornado = parley_tornado_new (score, p, NULL);
          compare_bars (seed, sample, tornado);
          compare_surplus (seed, sample, tornado);
          n += tornado->bars->len;
          for (guint i = 0; i < tornado->bars->len; i++)
            n_believed += (guint) parley_tornado_bar (tornado, i)->believed;
        }
    }
  PARLEY_EXPECT (n > parley_effort (800) && n_believed > parley_effort (200), "%u, %u", n,
                 n_believed);
}

void
parley_test_tornado (void)
{
  CU_pSuite suite = CU_add_suite ("tornado", NULL, NULL);

  CU_add_test (suite, "random scenarios", random_scenarios);
}
