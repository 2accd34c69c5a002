/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where verdicts turn, against looking at every deal with the input at other values. */
#include "analysis/break_even.h"

#include "sample.h"
#include "small.h"
#include "suites.h"

/* So many places are tried on the way to each turning point, and to the end without one. */
#define TRIES 4

/* As many deals are worked out by hand for every place of every input. */
#define MOST_DEALS 16

/* What is looked at: one input of a party, with or without red lines. */
typedef struct
{
  ParleySample      *sample;
  const ParleyInput *input;
  gboolean           red_lines;
  ParleyVerdict      verdict; /* as written */
  guint              n_turned;
} Probe;

/* "accepts" and so on, with the input at @x: looks at each deal anew. */
static ParleyVerdict
naive_verdict_at (const Probe *probe, mpq_srcptr x)
{
  ParleyNumber *number = (ParleyNumber *) probe->input->number;
  g_autoptr(GPtrArray) deals = NULL;
  guint n_feasible = 0, n_accepted = 0;
  mpq_t written;

  mpq_init (written);
  mpq_set (written, number->value);
  mpq_set (number->value, x);
  deals = parley_naive_deals (probe->sample->scenario, probe->sample->space->domain,
                              probe->sample->draft, NULL);
  for (guint i = 0; i < deals->len; i++)
    {
      const ParleyNaiveDeal *deal = g_ptr_array_index (deals, i);

      n_feasible += (guint) deal->feasible;
      n_accepted += (guint) (deal->feasible
                             && parley_naive_accepts (probe->sample->scenario, deal,
                                                      probe->input->party, probe->red_lines));
    }
  mpq_set (number->value, written);
  mpq_clear (written);
  return n_accepted == n_feasible ? PARLEY_VERDICT_ACCEPTS
         : n_accepted == 0        ? PARLEY_VERDICT_REJECTS
                                  : PARLEY_VERDICT_DEPENDS;
}

/* Sets @x to a place from @start on the way to @end, at @part of @whole of it. */
static void
set_between (mpq_srcptr start, mpq_srcptr end, gulong part, gulong whole, mpq_ptr x)
{
  mpq_t share;

  mpq_init (share);
  mpq_set_ui (share, part, whole);
  mpq_canonicalize (share);
  mpq_sub (x, end, start);
  mpq_mul (x, x, share);
  mpq_add (x, x, start);
  mpq_clear (share);
}

/* All verdicts on the way to @end, that at @end only with @whole_way, are the one as written. */
static void
expect_same_until (const Probe *probe, mpq_srcptr end, gboolean whole_way)
{
  mpq_t x;

  mpq_init (x);
  for (gulong i = 1; i <= TRIES; i++)
    {
      gulong part = i < TRIES ? i : TRIES * 1000 - 1;

      set_between (probe->input->number->value, end, part, i < TRIES ? TRIES : TRIES * 1000, x);
      PARLEY_EXPECT (naive_verdict_at (probe, x) == probe->verdict, "kind %d, at %f",
                     probe->input->kind, mpq_get_d (x));
    }
  if (whole_way)
    PARLEY_EXPECT (naive_verdict_at (probe, end) == probe->verdict, "kind %d, at %f",
                   probe->input->kind, mpq_get_d (end));
  mpq_clear (x);
}

static void
expect_turning (Probe *probe, const ParleyTurning *turning, mpq_srcptr end)
{
  mpq_t beyond;

  if (!turning->turns)
    {
      expect_same_until (probe, end, TRUE);
      return;
    }
  mpq_init (beyond);
  set_between (turning->at, end, 1, 1000000, beyond);
  probe->n_turned++;
  expect_same_until (probe, turning->at, !turning->at_once);
  PARLEY_EXPECT (turning->verdict != probe->verdict, "kind %d", probe->input->kind);
  PARLEY_EXPECT (naive_verdict_at (probe, turning->at_once ? turning->at : beyond)
                     == turning->verdict,
                 "kind %d, at %f", probe->input->kind, mpq_get_d (turning->at));
  mpq_clear (beyond);
}

/* Values end at 0 and 100, weights used as they are at 1; everything else is looked for far away.
 */
static void
set_ends (const ParleyParty *party, const ParleyInput *input, mpq_ptr low, mpq_ptr high)
{
  gboolean above_zero = input->kind == PARLEY_INPUT_WEIGHT || input->kind == PARLEY_INPUT_VALUE;

  mpq_set_si (low, above_zero ? 0 : -90000, 1);
  mpq_set_si (high, input->kind == PARLEY_INPUT_VALUE ? 100 : 90000, 1);
  if (input->kind == PARLEY_INPUT_WEIGHT && !party->normalize)
    mpq_set_si (high, 1, 1);
  if (mpq_cmp (input->number->value, high) > 0)
    mpq_set (high, input->number->value);
}

/* Whether it is the only weight: then it turns nothing, and none at all is another thing. */
static gboolean
is_alone (const ParleyParty *party, const ParleyInput *input)
{
  gboolean alone = input->kind == PARLEY_INPUT_WEIGHT;

  for (guint i = 0; i < party->n_issues; i++)
    alone &= party->weights[i] == NULL || party->weights[i] == input->number
             || mpq_sgn (party->weights[i]->value) == 0;
  return alone;
}

static guint
probe_input (ParleySample *sample, const ParleyOutline *outline, const ParleyInput *input)
{
  g_autoptr(ParleyValues) values = parley_values_new (sample->space, input->party, NULL);
  guint n_turned = 0;
  mpq_t low, high;

  mpq_inits (low, high, NULL);
  set_ends (parley_scenario_party (sample->scenario, input->party), input, low, high);
  for (guint red_lines = 0; red_lines < 2; red_lines++)
    {
      Probe probe = { sample, input, red_lines == 1, PARLEY_VERDICT_NONE, 0 };
      ParleyBreakEven found;

      probe.verdict = naive_verdict_at (&probe, input->number->value);
      parley_break_even_init (&found, outline, parley_sample_utility (sample, input->party), values,
                              NULL, input, probe.red_lines);
      CU_ASSERT_FALSE (found.rounded);
      expect_turning (&probe, &found.below, low);
      expect_turning (&probe, &found.above, high);
      parley_break_even_clear (&found);
      n_turned += probe.n_turned;
    }
  mpq_clears (low, high, NULL);
  return n_turned;
}

static void
test_against_every_deal (void)
{
  guint n_turned[PARLEY_INPUT_BEND + 1] = { 0 };

  for (guint32 seed = 0; seed < PARLEY_N_SAMPLES / 2; seed++)
    {
      g_autoptr(ParleySample) sample = parley_sample_new (seed);

      for (guint p = 0; sample->deals->len <= MOST_DEALS && p < sample->utilities->len; p++)
        {
          const ParleyParty *party = parley_scenario_party (sample->scenario, p);
          g_autoptr(ParleyOutline) outline = parley_outline_new (sample->space, p, NULL);
          g_autoptr(GArray) inputs = parley_inputs_new (sample->scenario, p, NULL);

          if (!parley_outline_is_feasible (outline) || party->reservation == NULL)
            continue;
          for (guint i = 0; i < inputs->len; i++)
            {
              const ParleyInput *input = &g_array_index (inputs, ParleyInput, i);

              if (input->kind != PARLEY_INPUT_BEND && !is_alone (party, input))
                n_turned[input->kind] += probe_input (sample, outline, input);
            }
        }
    }
  for (guint kind = 0; kind < PARLEY_INPUT_BEND; kind++)
    PARLEY_EXPECT (n_turned[kind] > parley_effort_rare (20), "kind %u: %u", kind, n_turned[kind]);
}

void
parley_test_break_even (void)
{
  CU_pSuite suite = CU_add_suite ("break-even", NULL, NULL);

  CU_ADD_TEST (suite, test_against_every_deal);
}
