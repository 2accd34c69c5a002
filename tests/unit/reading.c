/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verdicts on drawn numbers, against scoring every completion by hand with the same numbers. */
#include "analysis/reading.h"

#include "drawn.h"
#include "sample.h"
#include "small.h"
#include "suites.h"

#define N_DRAWS 6

typedef struct
{
  const ParleySample *sample;
  GPtrArray          *deals;
  const ParleyDraw   *draw;
  const ParleyReading *reading;
  guint               party;
  gboolean has_verdict; /* of the party as written: draws may leave it without weight */
} Look;

static void
check_verdict (const Look *look, gboolean red_lines, const char *label)
{
  guint n_feasible = 0, n_accepted = 0;
  ParleyVerdict want = PARLEY_VERDICT_DEPENDS;
  ParleyVerdict got
      = parley_reading_judge (look->reading, &look->draw->parties[look->party], red_lines);

  for (guint i = 0; i < look->deals->len; i++)
    {
      const ParleyNaiveDeal *deal = g_ptr_array_index (look->deals, i);

      n_feasible += deal->feasible;
      n_accepted += deal->feasible
                    && parley_drawn_accepts (look->sample->scenario, deal, look->party, look->draw,
                                             red_lines);
    }
  if (!look->has_verdict)
    want = PARLEY_VERDICT_NONE;
  else if (n_feasible == 0)
    want = PARLEY_VERDICT_INFEASIBLE;
  else if (n_accepted == n_feasible)
    want = PARLEY_VERDICT_ACCEPTS;
  else if (n_accepted == 0)
    want = PARLEY_VERDICT_REJECTS;
  PARLEY_EXPECT (got == want, "%s, party %u: got %u, want %u", label, look->party, got, want);
}

static void
check_consent (const Look *look, const char *label)
{
  const ParleyParty *party = parley_scenario_party (look->sample->scenario, look->party);
  gboolean want = TRUE;

  for (guint i = 0; i < look->deals->len; i++)
    {
      const ParleyNaiveDeal *deal = g_ptr_array_index (look->deals, i);

      if (deal->feasible && parley_party_decides (party) && !deal->waived[look->party])
        want
            = want
              && parley_drawn_accepts (look->sample->scenario, deal, look->party, look->draw, TRUE);
    }
  PARLEY_EXPECT (parley_reading_consents (look->reading, &look->draw->parties[look->party]) == want,
                 "%s, party %u", label, look->party);
}

/* The combination that @deal is made of. Returns: FALSE when it is not feasible. */
static gboolean
find_chosen (GPtrArray *combos, const ParleyNaiveDeal *deal, guint *chosen)
{
  for (guint b = 0; b < combos->len; b++)
    {
      const ParleyCombos *block = g_ptr_array_index (combos, b);

      for (chosen[b] = 0; chosen[b] < block->n; chosen[b]++)
        {
          guint i = 0;

          while (i < block->block->n_axes
                 && parley_combo_options (block, chosen[b])[i]
                        == deal->options[block->block->axes[i]])
            i++;
          if (i == block->block->n_axes)
            break;
        }
      if (chosen[b] == block->n)
        return FALSE;
    }
  return TRUE;
}

/* Scores and consent, deal by deal. */
static void
check_deals (const Look *look, GPtrArray *combos, const char *label)
{
  const ParleyParty *party = parley_scenario_party (look->sample->scenario, look->party);
  const ParleyDrawnParty *drawn = &look->draw->parties[look->party];
  mpq_t score;

  mpq_init (score);
  for (guint i = 0; i < look->deals->len; i++)
    {
      const ParleyNaiveDeal *deal = g_ptr_array_index (look->deals, i);
      guint chosen[32];
      gboolean feasible = find_chosen (combos, deal, chosen);
      gboolean consents = FALSE;

      PARLEY_EXPECT (feasible == deal->feasible, "%s, deal %u", label, i);
      if (!feasible)
        continue;
      mpq_set_si (score, parley_reading_score (look->reading, drawn, chosen), 1);
      mpz_mul_si (mpq_denref (score), mpq_denref (score),
                  look->draw->draws->scales[look->party].steps);
      mpz_mul_si (mpq_denref (score), mpq_denref (score), drawn->weight_sum);
      mpq_canonicalize (score);
      if (parley_party_is_scored (party))
        PARLEY_EXPECT (mpq_equal (score, deal->scores[look->party]), "%s, party %u, deal %u: %g %g",
                       label, look->party, i, mpq_get_d (score),
                       mpq_get_d (deal->scores[look->party]));
      consents
          = !parley_party_decides (party) || deal->waived[look->party]
            || parley_drawn_accepts (look->sample->scenario, deal, look->party, look->draw, TRUE);
      PARLEY_EXPECT (parley_reading_consents_to (look->reading, drawn, chosen) == consents,
                     "%s, party %u, deal %u", label, look->party, i);
    }
  mpq_clear (score);
}

static void
check_draws (const ParleySample *sample, const ParleyDraws *draws, const char *label)
{
  g_autoptr(GPtrArray) combos = parley_drawn_combos (sample->space);
  g_autoptr(ParleyDraw) draw = parley_draw_new (draws);
  mpq_t *kept = g_new (mpq_t, draws->inputs->len + 1);

  for (guint i = 0; i < draws->inputs->len; i++)
    mpq_init (kept[i]);
  parley_draw_begin (draw, 0);
  for (guint p = 0; p < sample->scenario->parties->len; p++)
    {
      g_autoptr(ParleyReading) reading = parley_reading_new (draws, p, combos, NULL);
      gboolean has_verdict
          = parley_party_gives_verdict (parley_scenario_party (sample->scenario, p));

      for (guint d = 0; d < N_DRAWS; d++)
        {
          g_autoptr(GPtrArray) deals = NULL;
          Look look = { sample, NULL, draw, reading, p, has_verdict };

          parley_draw_take (draw, d);
          parley_drawn_exchange (draws, draw, kept);
          look.deals = deals
              = parley_naive_deals (sample->scenario, sample->space->domain, sample->draft, NULL);
          parley_reading_refresh (reading, draw);
          check_verdict (&look, TRUE, label);
          check_verdict (&look, FALSE, label);
          check_consent (&look, label);
          check_deals (&look, combos, label);
          parley_drawn_exchange (draws, NULL, kept);
        }
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
parley_test_reading (void)
{
  CU_pSuite suite = CU_add_suite ("reading", NULL, NULL);

  CU_add_test (suite, "drawn numbers, against every completion", test_random);
}
