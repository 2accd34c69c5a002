/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/input.h"

#include "space/utility.h"

static void
add (GArray              *inputs,
     ParleyInputKind      kind,
     guint                party,
     const ParleyNumber  *number,
     guint                item,
     guint                part)
{
  ParleyInput input = { kind, party, number, item, part };

  if (number != NULL)
    g_array_append_val (inputs, input);
}

static void
add_values (GArray *inputs, guint party, const ParleyValueFunction *function, guint issue)
{
  ParleyInputKind kind
      = function->kind == PARLEY_VALUE_SMOOTH ? PARLEY_INPUT_BEND : PARLEY_INPUT_VALUE;
  GPtrArray *numbers = function->kind == PARLEY_VALUE_TABLE ? function->table : function->y;

  for (guint i = 0; numbers != NULL && i < numbers->len; i++)
    add (inputs, kind, party, g_ptr_array_index (numbers, i), issue, i);
  add (inputs, PARLEY_INPUT_BEND, party, function->ideal, issue, 0);
  add (inputs, PARLEY_INPUT_BEND, party, function->tolerance, issue, 1);
}

GArray *
parley_inputs_new (const ParleyScenario *scenario, guint party, const char *date)
{
  const ParleyParty *model = parley_scenario_party (scenario, party);
  GArray *inputs = g_array_new (FALSE, FALSE, sizeof (ParleyInput));

  add (inputs, PARLEY_INPUT_RESERVATION, party, parley_party_reservation_at (model, date), 0, 0);
  for (guint i = 0; i < model->n_issues && !model->ranked; i++)
    add (inputs, PARLEY_INPUT_WEIGHT, party, model->weights[i], i, 0);
  for (guint i = 0; i < model->n_issues; i++)
    if (model->values[i] != NULL && model->weights[i] != NULL)
      add_values (inputs, party, model->values[i], i);
  for (guint i = 0; i < model->adjustments->len; i++)
    {
      const ParleyAdjustment *adjustment = g_ptr_array_index (model->adjustments, i);

      add (inputs, PARLEY_INPUT_ADJUSTMENT, party, adjustment->points, i, 0);
    }
  return inputs;
}

gboolean
parley_input_moves_values (const ParleyInput *self)
{
  return self->kind == PARLEY_INPUT_VALUE || self->kind == PARLEY_INPUT_BEND;
}

static char *
path_of_value (const ParleyScenario *scenario, const ParleyInput *self)
{
  const ParleyParty *party = parley_scenario_party (scenario, self->party);
  const ParleyIssue *issue = parley_scenario_issue (scenario, self->item);
  const char *part = NULL;

  switch (party->values[self->item]->kind)
    {
    case PARLEY_VALUE_TABLE:
      part = parley_issue_option (issue, self->part)->id;
      break;
    case PARLEY_VALUE_IDEAL:
      part = self->part == 0 ? "ideal" : "tolerance";
      break;
    case PARLEY_VALUE_LINEAR:
    case PARLEY_VALUE_SMOOTH:
    default:
      part = "points";
    }
  return g_strjoin (".", "parties", party->id, "values", issue->id, part, NULL);
}

char *
parley_input_path (const ParleyScenario *scenario, const ParleyInput *self)
{
  const ParleyParty *party = parley_scenario_party (scenario, self->party);
  const ParleyAdjustment *adjustment = NULL;
  const ParleyRedLine *red_line = NULL;

  switch (self->kind)
    {
    case PARLEY_INPUT_RESERVATION:
      return g_strjoin (".", "parties", party->id, "reservation",
                        self->number == party->reservation ? NULL : "changes", NULL);
    case PARLEY_INPUT_WEIGHT:
      return g_strjoin (".", "parties", party->id, "weights",
                        parley_scenario_issue (scenario, self->item)->id, NULL);
    case PARLEY_INPUT_ADJUSTMENT:
      adjustment = g_ptr_array_index (party->adjustments, self->item);
      return g_strjoin (".", "parties", party->id, "adjustments", adjustment->id, "points", NULL);
    case PARLEY_INPUT_RED_LINE:
      red_line = g_ptr_array_index (party->red_lines, self->item);
      return g_strjoin (".", "parties", party->id, "red_lines", red_line->id, "holds", NULL);
    case PARLEY_INPUT_VALUE:
    case PARLEY_INPUT_BEND:
    default:
      return path_of_value (scenario, self);
    }
}

/* With W the sum of weights, d the difference and B the mean of values, 0 to 100, the score changes
 * by d (v - B) / (W + d); by up to 100 where this leaves no weight at all. */
static void
reach_of_weight (const ParleyParty  *party,
                 const ParleyNumber *weight,
                 mpq_srcptr          moved,
                 mpq_ptr             most)
{
  ParleyVariation variation = { .number = weight, .value = moved };
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

static void
difference (const ParleyInput *self, mpq_srcptr moved, mpq_ptr most)
{
  mpq_sub (most, moved, self->number->value);
  mpq_abs (most, most);
}

/* The value of an option or a point moves other values by no more than itself, anything else by 100
 * at most; and the score by the issue's share of that. */
static void
reach_of_value (const ParleyParty *party, const ParleyInput *self, mpq_srcptr moved, mpq_ptr most)
{
  mpq_t share;

  mpq_init (share);
  parley_weight_share (party, self->item, NULL, share);
  if (self->kind == PARLEY_INPUT_VALUE)
    difference (self, moved, most);
  else
    mpq_set_ui (most, 100, 1);
  mpq_mul (most, most, share);
  mpq_clear (share);
}

void
parley_input_reach (const ParleyScenario *scenario,
                    const ParleyInput    *self,
                    mpq_srcptr            moved,
                    mpq_ptr               most)
{
  const ParleyParty *party = parley_scenario_party (scenario, self->party);

  if (self->kind == PARLEY_INPUT_WEIGHT)
    reach_of_weight (party, self->number, moved, most);
  else if (parley_input_moves_values (self))
    reach_of_value (party, self, moved, most);
  else
    difference (self, moved, most);
}
