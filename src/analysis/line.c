/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/input.h"
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

/* Whether scores could move far enough for the verdict to turn: a cheap test before
 * the exact one. Rounded scores may be off by a little. */
static gboolean
can_turn (const Trial *trial, const ParleyInput *input, mpq_srcptr moved)
{
  gboolean can = TRUE;
  mpq_t most, little;

  mpq_inits (most, little, NULL);
  parley_input_reach (trial->space->scenario, input, moved, most);
  if (trial->utility->rounded)
    mpq_set_ui (little, 1, 1000000);
  mpq_add (most, most, little);
  can = mpq_cmp (most, trial->margin) >= 0;
  mpq_clears (most, little, NULL);
  return can;
}

/* Whether @input at an end of its range gives another verdict. */
static gboolean
turns_within_range (const Trial *trial, const ParleyInput *input)
{
  const ParleyNumber *number = input->number;

  for (guint end = 0; number->has_range && end < 2; end++)
    {
      ParleyVariation variation
          = { .number = number, .value = end == 0 ? number->low : number->high };
      g_autoptr(ParleyValues) moved = NULL;

      if (mpq_equal (variation.value, number->value) || !can_turn (trial, input, variation.value))
        continue;
      if (parley_input_moves_values (input))
        moved = parley_values_new (trial->space, trial->utility->party, &variation);
      if (verdict_differs (trial, &variation, moved != NULL ? moved : trial->values))
        return TRUE;
    }
  return FALSE;
}

static gboolean
some_input_turns (const Trial *trial)
{
  g_autoptr(GArray) inputs
      = parley_inputs_new (trial->space->scenario, trial->utility->party, trial->date);

  for (guint i = 0; i < inputs->len; i++)
    if (turns_within_range (trial, &g_array_index (inputs, ParleyInput, i)))
      return TRUE;
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
