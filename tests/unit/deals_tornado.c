/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What moving a number does to the deals, against looking at every deal. */
#include "analysis/deals_tornado.h"

#include "naive_solutions.h"
#include "sample.h"
#include "small.h"
#include "suites.h"

#define MOST_DEALS 60

/* Gives the reservation and the weights of every party a range. */
static void
widen (const ParleyScenario *scenario)
{
  for (guint p = 0; p < scenario->parties->len; p++)
    {
      g_autoptr(GArray) inputs = parley_inputs_new (scenario, p, scenario->as_of);

      for (guint i = 0; i < inputs->len; i++)
        {
          const ParleyInput *input = &g_array_index (inputs, ParleyInput, i);
          ParleyNumber *number = (ParleyNumber *) input->number;
          mpq_t part;

          if (input->kind != PARLEY_INPUT_RESERVATION && input->kind != PARLEY_INPUT_WEIGHT)
            continue;
          mpq_init (part);
          number->has_range = TRUE;
          mpq_set_ui (part, 1, 2);
          mpq_mul (number->low, number->value, part);
          mpq_set_ui (part, 20, 1);
          mpq_add (number->high, number->value, part);
          mpq_clear (part);
        }
    }
}

static gboolean
is_among (GArray *found, guint index)
{
  for (guint i = 0; i < found->len; i++)
    if (g_array_index (found, guint, i) == index)
      return TRUE;
  return FALSE;
}

/* Where the deal of @options is among all. */
static guint
place_of (const ParleySample *sample, const guint *options)
{
  guint place = 0;

  for (guint a = 0; a < sample->space->domain->n_axes; a++)
    place = place * sample->space->domain->axes[a].n_options + options[a];
  return place;
}

static void
compare_end (guint32 seed,
             const ParleySample *sample,
             const ParleyDealsTornado *tornado,
             const ParleyDealsEnd *end,
             guint *n_seen)
{
  const ParleyScenario *scenario = sample->scenario;
  g_autoptr(GPtrArray) deals = parley_naive_deals (scenario, sample->space->domain, NULL, NULL);
  g_autoptr(GArray) nash = parley_naive_solution (scenario, deals, PARLEY_NASH);
  const guint *before = tornado->base->picks[PARLEY_NASH].options;
  guint n = 0;

  for (guint d = 0; d < deals->len; d++)
    {
      const ParleyNaiveDeal *deal = g_ptr_array_index (deals, d);

      n += (guint) (deal->feasible && parley_naive_all_accept (scenario, deal, TRUE));
    }
  PARLEY_EXPECT ((end->exists == PARLEY_EXISTS_YES) == (n > 0), "seed %u", seed);
  PARLEY_EXPECT (end->counted && mpz_cmp_ui (end->n_acceptable, n) == 0, "seed %u: %u", seed, n);
  PARLEY_EXPECT (end->agreed == (nash->len > 0), "seed %u", seed);
  PARLEY_EXPECT (
      end->same == (before == NULL ? nash->len == 0 : is_among (nash, place_of (sample, before))),
      "seed %u", seed);
  n_seen[0] += (guint) end->same;
  n_seen[1] += (guint) !end->same;
  for (guint p = 0; nash->len > 0 && p < scenario->parties->len; p++)
    {
      const ParleyNaiveDeal *first = g_ptr_array_index (deals, g_array_index (nash, guint, 0));

      PARLEY_EXPECT (mpq_equal (end->scores[p], first->scores[p]), "seed %u, party %u", seed, p);
    }
}

static void
compare_bars (guint32 seed,
              const ParleySample *sample,
              const ParleyDealsTornado *tornado,
              guint *n_seen)
{
  for (guint i = 0; i < tornado->bars->len; i++)
    for (ParleyBarEnd e = PARLEY_BAR_LOW; e <= PARLEY_BAR_HIGH; e += PARLEY_BAR_HIGH)
      {
        const ParleyDealsBar *bar = parley_deals_tornado_bar (tornado, i);
        ParleyNumber *number = (ParleyNumber *) bar->input.number;
        mpq_t written;

        mpq_init (written);
        mpq_set (written, number->value);
        mpq_set (number->value, e == PARLEY_BAR_LOW ? number->low : number->high);
        compare_end (seed, sample, tornado, &bar->ends[e], n_seen);
        mpq_set (number->value, written);
        mpq_clear (written);
      }
}

static void
random_scenarios (void)
{
  ParleyCrew crew = { .n_threads = 2 };
  ParleyAgreementRequest request = { TRUE, &crew, PARLEY_BUDGET_DEFAULT, NULL, NULL };
  guint n_seen[2] = { 0, 0 };

  for (guint32 seed = 2; seed < PARLEY_N_SAMPLES; seed += 2)
    {
      g_autoptr(ParleySample) sample = parley_sample_new (seed);
      g_autoptr(ParleyDealsTornado) tornado = NULL;

      if (sample->deals->len > MOST_DEALS)
        continue;
      widen (sample->scenario);
      tornado = parley_deals_tornado_new (sample->scenario, -1, &request, NULL);
      compare_bars (seed, sample, tornado, n_seen);
    }
  PARLEY_EXPECT (n_seen[0] > parley_effort (50) && n_seen[1] > parley_effort (50), "%u, %u",
                 n_seen[0], n_seen[1]);
}

void
parley_test_deals_tornado (void)
{
  CU_pSuite suite = CU_add_suite ("deals_tornado", NULL, NULL);

  CU_add_test (suite, "random scenarios", random_scenarios);
}
