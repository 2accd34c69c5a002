/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether there is a deal, and the Nash deal, on drawn numbers, against looking at every deal. */
#include "analysis/resolver.h"

#include "drawn.h"
#include "sample.h"
#include "small.h"
#include "space/deal.h"
#include "suites.h"

#define N_DRAWS 8

typedef struct
{
  const ParleySample *sample;
  GPtrArray          *deals;
  const ParleyDraw   *draw;
} Look;

static gboolean
all_accept (const Look *look, const ParleyNaiveDeal *deal)
{
  const ParleyScenario *scenario = look->sample->scenario;

  if (!deal->feasible)
    return FALSE;
  for (guint p = 0; p < scenario->parties->len; p++)
    if (parley_party_decides (parley_scenario_party (scenario, p)) && !deal->waived[p]
        && !parley_drawn_accepts (scenario, deal, p, look->draw, TRUE))
      return FALSE;
  return TRUE;
}

/* How many sides that negotiate gain; sets @product to that of their gains. */
static guint
nash_of (const Look *look, const ParleyNaiveDeal *deal, mpq_ptr product)
{
  const ParleyScenario *scenario = look->sample->scenario;
  guint n = 0;
  mpq_t gain;

  mpq_init (gain);
  mpq_set_ui (product, 1, 1);
  for (guint p = 0; p < scenario->parties->len; p++)
    {
      const ParleyParty *party = parley_scenario_party (scenario, p);

      if (party->role != PARLEY_ROLE_PARTY || !parley_party_is_scored (party))
        continue;
      mpq_set (gain, deal->scores[p]);
      if (party->reservation != NULL)
        mpq_sub (gain, gain, party->reservation->value);
      if (mpq_sgn (gain) <= 0)
        continue;
      mpq_mul (product, product, gain);
      n++;
    }
  mpq_clear (gain);
  return n;
}

static gboolean
is_deal (const ParleyNaiveDeal *deal, const guint *options, guint n_axes)
{
  for (guint a = 0; a < n_axes; a++)
    if (deal->options[a] != options[a])
      return FALSE;
  return TRUE;
}

static void
check_solved (const Look *look, const ParleySolved *solved, const char *label)
{
  guint n_axes = look->sample->space->domain->n_axes;
  const ParleyNaiveDeal *found = NULL;
  gboolean exists = FALSE;
  guint most = 0, n = 0;
  mpq_t best, product;

  mpq_inits (best, product, NULL);
  for (guint i = 0; i < look->deals->len; i++)
    {
      const ParleyNaiveDeal *deal = g_ptr_array_index (look->deals, i);

      if (!all_accept (look, deal))
        continue;
      n = nash_of (look, deal, product);
      if (!exists || n > most || (n == most && mpq_cmp (product, best) > 0))
        {
          most = n;
          mpq_set (best, product);
        }
      exists = TRUE;
      if (solved->exists && is_deal (deal, solved->options, n_axes))
        found = deal;
    }
  PARLEY_EXPECT (solved->exists == exists, "%s", label);
  if (solved->exists && exists)
    {
      PARLEY_EXPECT (found != NULL, "%s: the deal is acceptable", label);
      n = found == NULL ? 0 : nash_of (look, found, product);
      PARLEY_EXPECT (n == most && mpq_equal (product, best), "%s: %u and %g, want %u and %g", label,
                     n, mpq_get_d (product), most, mpq_get_d (best));
    }
  mpq_clears (best, product, NULL);
}

static void
check_draws (const ParleySample *sample, const ParleyDraws *draws, const char *label)
{
  g_autoptr(GPtrArray) combos = parley_drawn_combos (sample->space);
  g_autoptr(ParleyResolver) resolver = parley_resolver_new (draws, combos);
  g_autoptr(ParleyDraw) draw = parley_draw_new (draws);
  g_autoptr(ParleyTrail) trail = parley_trail_new ();
  mpq_t *kept = g_new (mpq_t, draws->inputs->len + 1);

  for (guint i = 0; i < draws->inputs->len; i++)
    mpq_init (kept[i]);
  parley_draw_begin (draw, 0);
  for (guint d = 0; d < N_DRAWS; d++)
    {
      g_autoptr(GPtrArray) deals = NULL;
      g_autoptr(GError) error = NULL;
      ParleySolved solved = { 0 };
      ParleySolved alone = { 0 };
      Look look = { sample, NULL, draw };

      parley_draw_take (draw, d);
      parley_drawn_exchange (draws, draw, kept);
      look.deals = deals
          = parley_naive_deals (sample->scenario, sample->space->domain, sample->draft, NULL);
      CU_ASSERT (parley_resolver_solve (resolver, draw, trail, &solved, &error));
      g_assert_no_error (error);
      check_solved (&look, &solved, label);
      CU_ASSERT (parley_resolver_solve (resolver, draw, NULL, &alone, &error));
      PARLEY_EXPECT (alone.exists == solved.exists
                         && (!alone.exists
                             || parley_options_compare (alone.options, solved.options,
                                                        sample->space->domain->n_axes)
                                    == 0),
                     "%s: earlier draws change nothing", label);
      parley_solved_clear (&alone);
      parley_solved_clear (&solved);
      parley_drawn_exchange (draws, NULL, kept);
    }
  for (guint i = 0; i < draws->inputs->len; i++)
    mpq_clear (kept[i]);
  g_free (kept);
}

static void
test_random (void)
{
  parley_drawn_samples (check_draws);
}

void
parley_test_resolver (void)
{
  CU_pSuite suite = CU_add_suite ("resolver", NULL, NULL);

  CU_add_test (suite, "drawn numbers, against every deal", test_random);
}
