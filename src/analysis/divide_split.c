/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of the file's own terms gives each side its part of the issue that is split. */
#include "analysis/divide.h"
#include "analysis/marks.h"
#include "model/curve.h"

static const ParleyLot *
split_lot (const ParleyDivision *self)
{
  return self->split < 0 ? NULL : g_ptr_array_index (self->lots, self->split);
}

gboolean
parley_division_split_option (const ParleyDivision *self, guint *option)
{
  const ParleyLot *lot = split_lot (self);
  const ParleyUtility *sides[2] = { g_ptr_array_index (self->utilities, self->parties[0]),
                                    g_ptr_array_index (self->utilities, self->parties[1]) };
  guint n_options = lot == NULL ? 0 : parley_stake_n_options (lot->stake, self->space);
  gboolean found = FALSE;
  mpq_t parts[2], sum, best;

  mpq_inits (parts[0], parts[1], sum, best, NULL);
  for (guint o = 0; o < n_options; o++)
    {
      parley_stake_parts (lot->stake, sides, o, parts);
      mpq_add (sum, parts[0], parts[1]);
      if (mpq_cmp (parts[0], lot->part[0]) < 0 || mpq_cmp (parts[1], lot->part[1]) < 0
          || mpq_cmp (sum, best) <= 0)
        continue;
      found = TRUE;
      *option = o;
      mpq_set (best, sum);
    }
  mpq_clears (parts[0], parts[1], sum, best, NULL);
  return found;
}

/* Whether the value at @mark is what the line through those at @from and @to says. */
static gboolean
is_on_line (const ParleyValueFunction *function, mpq_srcptr from, mpq_srcptr to, mpq_srcptr mark)
{
  mpq_srcptr x[3] = { from, mark, to };
  gboolean on_line = FALSE;
  mpq_t y[3], left, right;

  mpq_inits (y[0], y[1], y[2], left, right, NULL);
  parley_value_of_numbers (function, x, 3, NULL, y);
  mpq_sub (left, y[1], y[0]);
  mpq_sub (right, to, from);
  mpq_mul (left, left, right);
  mpq_sub (y[2], y[2], y[0]);
  mpq_sub (right, mark, from);
  mpq_mul (right, right, y[2]);
  on_line = mpq_equal (left, right) != 0;
  mpq_clears (y[0], y[1], y[2], left, right, NULL);
  return on_line;
}

/* Whether what a side makes of the numbers from @low to @high follows one straight line. Straight
 * curves bend at marks only. */
static gboolean
is_straight (const ParleyDivision *self, guint side, guint issue, mpq_srcptr low, mpq_srcptr high)
{
  const ParleyParty *party = parley_scenario_party (self->scenario, self->parties[side]);
  const ParleyValueFunction *function = party->values[issue];
  g_autoptr(GPtrArray) marks = parley_marks_new (self->scenario, NULL, NULL, issue);

  if (function->kind == PARLEY_VALUE_SMOOTH)
    return FALSE;
  for (guint i = 0; i < marks->len; i++)
    {
      mpq_srcptr mark = g_ptr_array_index (marks, i);

      if (mpq_cmp (low, mark) < 0 && mpq_cmp (mark, high) < 0
          && !is_on_line (function, low, high, mark))
        return FALSE;
    }
  return TRUE;
}

gboolean
parley_division_split_number (const ParleyDivision *self, mpq_ptr number)
{
  const ParleyLot *lot = split_lot (self);
  const ParleyStake *stake = lot == NULL ? NULL : lot->stake;
  mpq_srcptr wishes[2] = { NULL, NULL };
  guint lower = 0;

  for (guint s = 0; stake != NULL && s < 2; s++)
    wishes[s] = parley_stake_number (stake, self->space, stake->wish[s]);
  if (wishes[0] == NULL)
    return FALSE;
  lower = mpq_cmp (wishes[0], wishes[1]) > 0;
  for (guint s = 0; s < 2; s++)
    if (!is_straight (self, s, stake->issue, wishes[lower], wishes[1 - lower]))
      return FALSE;
  mpq_sub (number, wishes[0], wishes[1]);
  mpq_mul (number, number, lot->part[0]);
  mpq_add (number, number, wishes[1]);
  return TRUE;
}
