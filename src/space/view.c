/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/view.h"

ParleyView *
parley_view_new (const ParleySpace *space, GPtrArray *utilities)
{
  ParleyView *self = g_new0 (ParleyView, 1);

  self->space = space;
  self->memory = PARLEY_BUDGET_DEFAULT;
  self->utilities = utilities;
  self->demands = g_new0 (ParleyDemand, space->couplings->len);
  self->dims = g_array_new (FALSE, FALSE, sizeof (ParleyDim));
  self->outcomes = g_array_new (FALSE, FALSE, sizeof (ParleyOutcome));
  for (guint c = 0; c < space->couplings->len; c++)
    {
      const ParleyCoupling *coupling = g_ptr_array_index (space->couplings, c);

      if (coupling->effect == PARLEY_EFFECT_FORBID)
        self->demands[c] = PARLEY_DEMAND_NOT;
    }
  return self;
}

ParleyView *
parley_view_new_floors (const ParleyView *view)
{
  ParleyView *self = parley_view_new (view->space, view->utilities);

  self->memory = view->memory;
  self->room = view->room;
  self->order = view->order;
  for (guint c = 0; c < view->space->couplings->len; c++)
    self->demands[c] = view->demands[c];
  for (guint d = 0; d < view->dims->len; d++)
    if (parley_view_dim (view, d)->has_floor)
      g_array_append_val (self->dims, g_array_index (view->dims, ParleyDim, d));
  return self;
}

void
parley_view_free (ParleyView *self)
{
  if (self == NULL)
    return;
  g_free (self->demands);
  g_array_unref (self->dims);
  g_array_unref (self->outcomes);
  g_free (self);
}

void
parley_view_demand (ParleyView *self, ParleyEffect effect, guint party, ParleyDemand demand)
{
  for (guint c = 0; c < self->space->couplings->len; c++)
    {
      const ParleyCoupling *coupling = g_ptr_array_index (self->space->couplings, c);

      if (coupling->effect == effect && coupling->party == party)
        self->demands[c] = demand;
    }
}

void
parley_view_add_objective (ParleyView *self, guint slot, const ParleyScore *floor)
{
  ParleyDim dim = { .slot = slot, .has_floor = floor != NULL, .floor = floor != NULL ? *floor : 0 };

  g_return_if_fail (self->n_objectives == self->dims->len);
  g_array_append_val (self->dims, dim);
  self->n_objectives++;
}

void
parley_view_add_constraint (ParleyView *self, guint slot, gboolean negated, ParleyScore end)
{
  ParleyDim dim = { slot, negated, TRUE, negated ? -end : end };

  for (guint d = 0; d < self->dims->len; d++)
    {
      ParleyDim *other = &g_array_index (self->dims, ParleyDim, d);

      if (other->slot != slot || other->negated != negated)
        continue;
      other->floor = other->has_floor ? MAX (other->floor, dim.floor) : dim.floor;
      other->has_floor = TRUE;
      return;
    }
  g_array_append_val (self->dims, dim);
}

void
parley_view_add_outcome (ParleyView *self, ParleyOutcome outcome)
{
  g_array_append_val (self->outcomes, outcome);
}

gboolean
parley_view_outcome_reads (const ParleyView *self, guint outcome, guint coupling)
{
  const ParleyOutcome *one = parley_view_outcome (self, outcome);
  const ParleyCoupling *other = g_ptr_array_index (self->space->couplings, coupling);

  return (one->kind == PARLEY_OUTCOME_COUPLING && one->index == coupling)
         || (one->kind == PARLEY_OUTCOME_CROSSING && other->effect == PARLEY_EFFECT_RED_LINE
             && other->party == one->index);
}
