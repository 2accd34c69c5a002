/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/verdict.h"

#define POINTS_OF_THE_LINE 1

/* A verdict and what it was reached with, to be tried under moved inputs. */
typedef struct
{
  const ParleySpace   *space;
  const ParleyOutline *outline;
  const ParleyUtility *utility;
  const char          *date;
  ParleyVerdict        verdict;
  ParleyValues        *values; /* as written */
  mpq_t                margin; /* points by which scores must move before the verdict can */
} Trial;

static const ParleyParty *
trial_party (const Trial *trial)
{
  return parley_scenario_party (trial->space->scenario, trial->utility->party);
}

ParleyVerdict
parley_verdict_of (const ParleyUtility *utility, const ParleyExtent *extent, gboolean red_lines)
{
  ParleyScore low = red_lines ? extent->verdict_low : extent->low;
  ParleyScore high = red_lines ? extent->verdict_high : extent->high;

  if (low >= utility->reservation)
    return PARLEY_VERDICT_ACCEPTS;
  return high < utility->reservation ? PARLEY_VERDICT_REJECTS : PARLEY_VERDICT_DEPENDS;
}

/* How far the deciding score is from the reservation, in points: the lowest of an
 * accepted draft, the highest across no red line of a rejected one, and of one that
 * depends whichever end would turn it first. */
static void
set_margin (const ParleyUtility *utility,
            const ParleyExtent  *extent,
            ParleyVerdict        verdict,
            mpq_ptr              margin)
{
  ParleyScore above = extent->verdict_high - utility->reservation;
  ParleyScore below = utility->reservation - extent->verdict_low;
  ParleyScore steps = verdict == PARLEY_VERDICT_ACCEPTS   ? -below
                      : verdict == PARLEY_VERDICT_REJECTS ? -above
                                                          : MIN (above, below);

  parley_score_to_exact (steps, utility->denominator, margin);
}

static gboolean
verdict_differs (const Trial *trial, const ParleyVariation *variation, const ParleyValues *values)
{
  g_autoptr(ParleyUtility) utility
      = parley_utility_new (trial->space, values, trial->date, variation);
  ParleyExtent extent = parley_extent (trial->outline, utility);

  return parley_verdict_of (utility, &extent, TRUE) != trial->verdict;
}

/* Sets @most to the points by which no score can move more when the weight of an
 * issue becomes @moved. With W the sum of weights, d the difference and B the mean of
 * values, 0 to 100, the score changes by d (v - B) / (W + d); by up to 100 where this
 * leaves no weight at all. */
static void
bound_of_weight (const ParleyParty  *party,
                 const ParleyNumber *weight,
                 mpq_srcptr          moved,
                 mpq_ptr             most)
{
  ParleyVariation variation = { weight, moved };
  mpq_t sum;

  if (party->normalize && mpq_sgn (moved) == 0)
    {
      mpq_set_ui (most, 100, 1);
      return;
    }
  mpq_init (sum);
  parley_weight_sum (party, &variation, sum);
  mpq_sub (most, moved, weight->value);
  mpq_abs (most, most);
  mpz_mul_ui (mpq_numref (most), mpq_numref (most), 100);
  mpq_canonicalize (most);
  mpq_div (most, most, sum);
  mpq_clear (sum);
}

/* Sets @most likewise for a number of the value function of @issue: the value of an
 * option or a point moves other values by no more than itself, anything else by 100 at
 * most; and the score by the issue's share of that. */
static void
bound_of_value (const ParleyParty *party,
                guint issue,
                const ParleyNumber *number,
                mpq_srcptr moved,
                mpq_ptr most)
{
  ParleyValueKind kind = party->values[issue]->kind;
  mpq_t share;

  mpq_init (share);
  parley_weight_share (party, issue, NULL, share);
  if (kind == PARLEY_VALUE_TABLE || kind == PARLEY_VALUE_LINEAR)
    {
      mpq_sub (most, moved, number->value);
      mpq_abs (most, most);
    }
  else
    mpq_set_ui (most, 100, 1);
  mpq_mul (most, most, share);
  mpq_clear (share);
}

/* What a number is in its party's model, and so how far it can move scores. */
typedef enum
{
  POINTS, /* a reservation or an adjustment: as far as itself */
  WEIGHT,
  VALUE /* values have to be worked out anew */
} Kind;

/* An input of the party, and the issue that it is about. */
typedef struct
{
  const ParleyNumber *number; /* NULL: there is none */
  Kind                kind;
  guint               issue; /* VALUE */
} Input;

/* Sets @most to the points by which no score can move more when @input becomes @moved. */
static void
bound_of_input (const ParleyParty *party, const Input *input, mpq_srcptr moved, mpq_ptr most)
{
  if (input->kind == WEIGHT)
    bound_of_weight (party, input->number, moved, most);
  else if (input->kind == VALUE)
    bound_of_value (party, input->issue, input->number, moved, most);
  else
    {
      mpq_sub (most, moved, input->number->value);
      mpq_abs (most, most);
    }
}

/* Whether scores could move far enough for the verdict to turn: a cheap test before
 * the exact one. Rounded scores may be off by a little. */
static gboolean
can_turn (const Trial *trial, const Input *input, mpq_srcptr moved)
{
  gboolean can = TRUE;
  mpq_t most, little;

  mpq_inits (most, little, NULL);
  bound_of_input (trial_party (trial), input, moved, most);
  if (trial->utility->rounded)
    mpq_set_ui (little, 1, 1000000);
  mpq_add (most, most, little);
  can = mpq_cmp (most, trial->margin) >= 0;
  mpq_clears (most, little, NULL);
  return can;
}

/* Whether @input at an end of its range gives another verdict. */
static gboolean
turns_within_range (const Trial *trial, Input input)
{
  if (input.number == NULL || !input.number->has_range)
    return FALSE;
  for (guint end = 0; end < 2; end++)
    {
      ParleyVariation variation
          = { input.number, end == 0 ? input.number->low : input.number->high };
      g_autoptr(ParleyValues) moved = NULL;

      if (mpq_equal (variation.value, input.number->value)
          || !can_turn (trial, &input, variation.value))
        continue;
      if (input.kind == VALUE)
        moved = parley_values_new (trial->space, trial->utility->party, &variation);
      if (verdict_differs (trial, &variation, moved != NULL ? moved : trial->values))
        return TRUE;
    }
  return FALSE;
}

static gboolean
some_number_turns (const Trial *trial, GPtrArray *numbers, guint issue)
{
  for (guint i = 0; numbers != NULL && i < numbers->len; i++)
    if (turns_within_range (trial, (Input){ g_ptr_array_index (numbers, i), VALUE, issue }))
      return TRUE;
  return FALSE;
}

static gboolean
some_value_turns (const Trial *trial, guint issue)
{
  const ParleyValueFunction *function = trial_party (trial)->values[issue];

  return function != NULL
         && (some_number_turns (trial, function->table, issue)
             || some_number_turns (trial, function->y, issue)
             || turns_within_range (trial, (Input){ function->ideal, VALUE, issue })
             || turns_within_range (trial, (Input){ function->tolerance, VALUE, issue }));
}

static gboolean
some_input_turns (const Trial *trial)
{
  const ParleyParty *party = trial_party (trial);
  Input reservation = { parley_party_reservation_at (party, trial->date), POINTS, 0 };

  if (turns_within_range (trial, reservation))
    return TRUE;
  for (guint i = 0; i < party->n_issues; i++)
    if (turns_within_range (trial, (Input){ party->weights[i], WEIGHT, i })
        || some_value_turns (trial, i))
      return TRUE;
  for (guint i = 0; i < party->adjustments->len; i++)
    {
      const ParleyAdjustment *adjustment = g_ptr_array_index (party->adjustments, i);

      if (turns_within_range (trial, (Input){ adjustment->points, POINTS, 0 }))
        return TRUE;
    }
  return FALSE;
}

gboolean
parley_on_the_line (const ParleyOutline *outline,
                    const ParleyUtility *utility,
                    const ParleyExtent  *extent,
                    const char          *date,
                    ParleyVerdict        verdict)
{
  const ParleySpace *space = outline->view->space;
  g_autoptr(ParleyValues) values = NULL;
  Trial trial = { space, outline, utility, date, verdict, NULL, { { { 0 }, { 0 } } } };
  gboolean on_the_line = FALSE;

  if (!utility->has_reservation)
    return FALSE;
  values = parley_values_new (space, utility->party, NULL);
  trial.values = values;
  mpq_init (trial.margin);
  set_margin (utility, extent, verdict, trial.margin);
  on_the_line
      = (verdict != PARLEY_VERDICT_DEPENDS && mpq_cmp_ui (trial.margin, POINTS_OF_THE_LINE, 1) <= 0)
        || some_input_turns (&trial);
  mpq_clear (trial.margin);
  return on_the_line;
}
