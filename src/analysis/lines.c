/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/lines.h"

#include "space/evaluate.h"

/* Each step passes to another completion's line, of which some few matter. */
#define MOST_STEPS 1000

/* "Just beyond" a value is this part of the way to the end: 2^-40. */
#define BEYOND_BITS 40

static const ParleyParty *
party_of (const ParleyLines *self)
{
  return parley_scenario_party (self->outline->view->space->scenario, self->input->party);
}

ParleyUtility *
parley_lines_utility (ParleyLines *self, mpq_srcptr x)
{
  ParleyVariation variation = { .number = self->input->number, .value = x };
  g_autoptr(ParleyValues) moved = NULL;
  ParleyUtility *utility = NULL;

  if (parley_input_moves_values (self->input))
    moved = parley_values_new (self->outline->view->space, self->input->party, &variation);
  utility = parley_utility_new (self->outline->view->space, moved != NULL ? moved : self->values,
                                self->date, &variation);
  self->rounded |= utility->rounded;
  return utility;
}

/* Sets @margin to @score less the reservation in points, times the sum of weights: so it is linear
 * in a weight as well. */
static void
set_margin (const ParleyLines         *self,
            const ParleyUtility *utility,
            ParleyScore          score,
            mpq_srcptr           x,
            mpq_ptr              margin)
{
  parley_score_to_exact (score - utility->reservation, utility->denominator, margin);
  if (self->input->kind == PARLEY_INPUT_WEIGHT)
    {
      ParleyVariation variation = { .number = self->input->number, .value = x };
      mpq_t sum;

      mpq_init (sum);
      parley_weight_sum (party_of (self), &variation, sum);
      mpq_mul (margin, margin, sum);
      mpq_clear (sum);
    }
}

/* Sets @margin to that of the edge at @x, and the options to its completion. Returns: FALSE when
 * this crosses a red line that counts. */
static gboolean
look_at_edge (ParleyLines *self, ParleyEdge edge, mpq_srcptr x, mpq_ptr margin)
{
  g_autoptr(ParleyUtility) utility = parley_lines_utility (self, x);
  ParleyScore score = parley_extreme_deal (self->outline, utility, self->red_lines,
                                           edge == PARLEY_EDGE_HIGHEST, self->options);

  if (score < -PARLEY_SCORE_LIMIT)
    return FALSE;
  set_margin (self, utility, score, x, margin);
  return TRUE;
}

/* Sets @margin to that of the completion at hand at @x. */
static void
look_at_line (ParleyLines *self, mpq_srcptr x, mpq_ptr margin)
{
  g_autoptr(ParleyUtility) utility = parley_lines_utility (self, x);
  g_autoptr(GPtrArray) utilities = g_ptr_array_new ();
  ParleyScore score = 0;

  g_ptr_array_add (utilities, utility);
  parley_evaluate (self->outline->view->space, utilities, self->options, &score);
  set_margin (self, utility, score, x, margin);
}

/* Sets @x to where the line is 0 that has the margins @a at @x and @b at @other. */
static void
move_to_root (mpq_ptr x, mpq_srcptr a, mpq_srcptr other, mpq_srcptr b)
{
  mpq_t way, part;

  mpq_inits (way, part, NULL);
  mpq_sub (way, other, x);
  mpq_sub (part, a, b);
  mpq_div (part, a, part);
  mpq_mul (way, way, part);
  mpq_add (x, x, way);
  mpq_clears (way, part, NULL);
}

/* Whether the verdict that goes with an edge holds there: accepts goes with the lowest, rejects
 * with the highest. */
static gboolean
holds (ParleyEdge edge, mpq_srcptr margin)
{
  return edge == PARLEY_EDGE_LOWEST ? mpq_sgn (margin) >= 0 : mpq_sgn (margin) < 0;
}

/* From the end inward, each line that does not hold leads to a place nearer to the start. */
gboolean
parley_lines_find_leave (ParleyLines *self,
                         ParleyEdge edge,
                         mpq_srcptr start,
                         mpq_srcptr end,
                         mpq_ptr at)
{
  gboolean leaves = FALSE;
  guint step = 0;
  mpq_t there, here;

  mpq_inits (there, here, NULL);
  mpq_set (at, end);
  for (; step < MOST_STEPS; step++)
    {
      if (!look_at_edge (self, edge, at, there) || holds (edge, there))
        break;
      leaves = TRUE;
      if (mpq_sgn (there) == 0)
        break;
      look_at_line (self, start, here);
      move_to_root (at, there, start, here);
    }
  self->rounded |= step == MOST_STEPS;
  mpq_clears (there, here, NULL);
  return leaves;
}

void
parley_lines_set_beyond (mpq_ptr x, mpq_srcptr at, mpq_srcptr end)
{
  mpq_sub (x, end, at);
  mpq_div_2exp (x, x, BEYOND_BITS);
  mpq_add (x, x, at);
}

/* Whether the highest line, which is 0 at @at, falls below 0 right behind it. */
static gboolean
falls_behind (ParleyLines *self, mpq_srcptr at, mpq_srcptr end)
{
  gboolean falls = FALSE;
  mpq_t beyond, margin;

  mpq_inits (beyond, margin, NULL);
  parley_lines_set_beyond (beyond, at, end);
  look_at_edge (self, PARLEY_EDGE_HIGHEST, beyond, margin);
  falls = mpq_sgn (margin) < 0;
  if (!falls)
    {
      /* The line there either was never below, or has come up since. */
      look_at_line (self, at, margin);
      falls = mpq_sgn (margin) < 0;
    }
  mpq_clears (beyond, margin, NULL);
  return falls;
}

/* The edge never gets there before the line at hand. */
gboolean
parley_lines_find_entry (ParleyLines *self,
                         ParleyEdge edge,
                         mpq_srcptr start,
                         mpq_srcptr end,
                         mpq_ptr at)
{
  gboolean enters = TRUE;
  guint step = 0;
  mpq_t here, there;

  mpq_inits (here, there, NULL);
  mpq_set (at, start);
  for (; step < MOST_STEPS; step++)
    {
      enters = look_at_edge (self, edge, at, here);
      if (!enters || mpq_sgn (here) == 0)
        break;
      look_at_line (self, end, there);
      enters = holds (edge, there);
      if (!enters)
        break;
      move_to_root (at, here, end, there);
    }
  self->rounded |= step == MOST_STEPS;
  if (enters && edge == PARLEY_EDGE_HIGHEST)
    enters = falls_behind (self, at, end);
  mpq_clears (here, there, NULL);
  return enters;
}
