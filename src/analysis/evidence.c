/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/evidence.h"

static void
add (ParleyEvidence *self, const ParleyParty *party, const ParleyNumber *number)
{
  if (number == NULL)
    return;
  self->n_numbers++;
  self->by_basis[number->basis]++;
  self->n_ranged += (guint) number->has_range;
  self->n_sourced += (guint) (number->sources != NULL || party->sources != NULL);
}

static void
add_function (ParleyEvidence *self, const ParleyParty *party, const ParleyValueFunction *function)
{
  GPtrArray *numbers = NULL;

  if (function == NULL)
    return;
  numbers = function->kind == PARLEY_VALUE_TABLE ? function->table : function->y;
  for (guint i = 0; numbers != NULL && i < numbers->len; i++)
    add (self, party, g_ptr_array_index (numbers, i));
  add (self, party, function->ideal);
  add (self, party, function->tolerance);
}

static void
add_no_deal (ParleyEvidence *self, const ParleyParty *party)
{
  add (self, party, party->reservation);
  for (guint i = 0; i < party->changes->len; i++)
    add (self, party,
         ((const ParleyReservationChange *) g_ptr_array_index (party->changes, i))->reservation);
  for (guint i = 0; party->batna != NULL && i < party->batna->lottery->len; i++)
    {
      const ParleyLotteryOutcome *outcome = g_ptr_array_index (party->batna->lottery, i);

      add (self, party, outcome->p);
      add (self, party, outcome->score);
    }
}

static void
add_party (ParleyEvidence *self, const ParleyParty *party)
{
  add_no_deal (self, party);
  for (guint i = 0; i < party->n_issues; i++)
    {
      add (self, party, party->ranked ? NULL : party->weights[i]);
      add_function (self, party, party->values[i]);
    }
  for (guint i = 0; i < party->adjustments->len; i++)
    add (self, party,
         ((const ParleyAdjustment *) g_ptr_array_index (party->adjustments, i))->points);
  for (guint i = 0; i < party->red_lines->len; i++)
    add (self, party, ((const ParleyRedLine *) g_ptr_array_index (party->red_lines, i))->holds);
}

ParleyEvidence
parley_evidence_of (const ParleyScenario *scenario)
{
  ParleyEvidence self = { 0 };

  for (guint p = 0; p < scenario->parties->len; p++)
    add_party (&self, parley_scenario_party (scenario, p));
  return self;
}
