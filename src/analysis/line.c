/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/verdict.h"

#define POINTS_OF_THE_LINE 1

/* A verdict and what it was reached with, to be tried under moved inputs. */
typedef struct
{
  const ParleySpace *space;
  const char        *date;
  ParleyVerdict      verdict;
  ParleyValues      *values; /* as written */
} Trial;

ParleyVerdict
parley_verdict_of (const ParleyUtility *utility, const ParleyExtent *extent, gboolean red_lines)
{
  ParleyScore low = red_lines ? extent->verdict_low : extent->low;
  ParleyScore high = red_lines ? extent->verdict_high : extent->high;

  if (low >= utility->reservation)
    return PARLEY_VERDICT_ACCEPTS;
  return high < utility->reservation ? PARLEY_VERDICT_REJECTS : PARLEY_VERDICT_DEPENDS;
}

/* The score that decides is the lowest of an accepted draft, and the highest
 * across no red line of a rejected one. */
static gboolean
within_a_point (const ParleyUtility *utility, const ParleyExtent *extent, ParleyVerdict verdict)
{
  ParleyScore distance = verdict == PARLEY_VERDICT_ACCEPTS
                             ? extent->verdict_low - utility->reservation
                             : utility->reservation - extent->verdict_high;
  gboolean within = FALSE;
  mpz_t steps, limit;

  mpz_inits (steps, limit, NULL);
  parley_score_to_integer (distance, steps);
  mpz_mul_ui (limit, utility->denominator, POINTS_OF_THE_LINE);
  within = mpz_cmp (steps, limit) <= 0;
  mpz_clears (steps, limit, NULL);
  return within;
}

static gboolean
verdict_differs (const Trial *trial, const ParleyVariation *variation, const ParleyValues *values)
{
  g_autoptr(GPtrArray) utilities
      = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_utility_free);
  ParleyUtility *utility = parley_utility_new (trial->space, values, trial->date, variation);
  ParleyExtent extent = { 0 };
  gboolean feasible = FALSE;

  g_ptr_array_add (utilities, utility);
  return parley_extent (trial->space, utilities, &extent, &feasible, NULL) && feasible
         && parley_verdict_of (utility, &extent, TRUE) != trial->verdict;
}

/* Whether @number at an end of its range gives another verdict. @is_value: values
 * have to be worked out anew. */
static gboolean
turns_within_range (const Trial *trial, const ParleyNumber *number, gboolean is_value)
{
  if (number == NULL || !number->has_range)
    return FALSE;
  for (guint end = 0; end < 2; end++)
    {
      ParleyVariation variation = { number, end == 0 ? number->low : number->high };
      g_autoptr(ParleyValues) moved
          = is_value ? parley_values_new (trial->space, trial->values->party, &variation) : NULL;

      if (!mpq_equal (variation.value, number->value)
          && verdict_differs (trial, &variation, is_value ? moved : trial->values))
        return TRUE;
    }
  return FALSE;
}

static gboolean
some_number_turns (const Trial *trial, GPtrArray *numbers)
{
  for (guint i = 0; numbers != NULL && i < numbers->len; i++)
    if (turns_within_range (trial, g_ptr_array_index (numbers, i), TRUE))
      return TRUE;
  return FALSE;
}

static gboolean
some_value_turns (const Trial *trial, const ParleyValueFunction *function)
{
  return function != NULL
         && (some_number_turns (trial, function->table) || some_number_turns (trial, function->y)
             || turns_within_range (trial, function->ideal, TRUE)
             || turns_within_range (trial, function->tolerance, TRUE));
}

static gboolean
some_input_turns (const Trial *trial, const ParleyParty *party)
{
  if (turns_within_range (trial, parley_party_reservation_at (party, trial->date), FALSE))
    return TRUE;
  for (guint i = 0; i < party->n_issues; i++)
    if (turns_within_range (trial, party->weights[i], FALSE)
        || some_value_turns (trial, party->values[i]))
      return TRUE;
  for (guint i = 0; i < party->adjustments->len; i++)
    {
      const ParleyAdjustment *adjustment = g_ptr_array_index (party->adjustments, i);

      if (turns_within_range (trial, adjustment->points, FALSE))
        return TRUE;
    }
  return FALSE;
}

gboolean
parley_on_the_line (const ParleySpace   *space,
                    const ParleyUtility *utility,
                    const ParleyExtent  *extent,
                    const char          *date,
                    ParleyVerdict        verdict)
{
  g_autoptr(ParleyValues) values = NULL;
  Trial trial = { space, date, verdict, NULL };

  if (!utility->has_reservation)
    return FALSE;
  if (verdict != PARLEY_VERDICT_DEPENDS && within_a_point (utility, extent, verdict))
    return TRUE;
  values = parley_values_new (space, utility->party, NULL);
  trial.values = values;
  return some_input_turns (&trial, parley_scenario_party (space->scenario, utility->party));
}
