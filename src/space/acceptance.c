/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/acceptance.h"

#include "base/error.h"

#define MAX_EXCUSABLE 8

ParleyAcceptance
parley_acceptance (const ParleySpace *space, GPtrArray *utilities, const GArray *bounds)
{
  return (ParleyAcceptance){ .space = space,
                             .utilities = utilities,
                             .bounds = bounds,
                             .red_lines = TRUE,
                             .reservations = TRUE,
                             .without = PARLEY_NONE_LEFT_OUT,
                             .asks_nothing = PARLEY_NONE_LEFT_OUT,
                             .memory = PARLEY_BUDGET_DEFAULT };
}

static const ParleyUtility *
utility_of (const ParleyAcceptance *self, guint slot)
{
  return g_ptr_array_index (self->utilities, slot);
}

static const ParleyParty *
party_of (const ParleyAcceptance *self, guint slot)
{
  return parley_utility_party (utility_of (self, slot), self->space->scenario);
}

gboolean
parley_acceptance_decides (const ParleyAcceptance *self, guint slot)
{
  const ParleyParty *party = party_of (self, slot);

  return party != NULL && parley_party_decides (party);
}

static gboolean
is_excusable (const ParleyAcceptance *self, guint slot)
{
  return parley_acceptance_decides (self, slot) && party_of (self, slot)->needed_when != NULL;
}

guint
parley_acceptance_n_groups (const ParleyAcceptance *self, GError **error)
{
  guint n = 0;

  for (guint s = 0; s < self->utilities->len; s++)
    n += (guint) is_excusable (self, s);
  if (n <= MAX_EXCUSABLE)
    return 1u << n;
  g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_LIMIT,
               "%u parties have \"needed_when\", and at most %d can be told apart", n,
               MAX_EXCUSABLE);
  return 0;
}

/* Whether the party of @slot is not asked in @group. */
static gboolean
is_excused (const ParleyAcceptance *self, guint group, guint slot)
{
  guint bit = 0;

  for (guint s = 0; s < slot; s++)
    bit += (guint) is_excusable (self, s);
  return is_excusable (self, slot) && (group >> bit & 1) != 0;
}

gboolean
parley_acceptance_needs (const ParleyAcceptance *self, guint group, guint slot)
{
  return parley_acceptance_decides (self, slot) && !is_excused (self, group, slot);
}

static void
demand_red_lines (const ParleyAcceptance *self, ParleyView *view, guint slot)
{
  if (!self->red_lines)
    return;
  parley_view_demand (view, PARLEY_EFFECT_RED_LINE, utility_of (self, slot)->party,
                      PARLEY_DEMAND_NOT);
  if (self->without != PARLEY_NONE_LEFT_OUT)
    view->demands[self->without] = PARLEY_DEMAND_NONE;
}

/* Keeps to the deals of @group, and to the red lines of those who are asked in it. */
static void
demand_group (const ParleyAcceptance *self, ParleyView *view, guint group)
{
  for (guint s = 0; s < self->utilities->len; s++)
    {
      if (is_excusable (self, s))
        parley_view_demand (view, PARLEY_EFFECT_WAIVE, utility_of (self, s)->party,
                            is_excused (self, group, s) ? PARLEY_DEMAND_MATCH : PARLEY_DEMAND_NOT);
      if (parley_acceptance_needs (self, group, s))
        demand_red_lines (self, view, s);
    }
}

static void
add_bounds (const ParleyAcceptance *self, ParleyView *view)
{
  for (guint i = 0; self->bounds != NULL && i < self->bounds->len; i++)
    {
      const ParleyScoreBound *bound = &g_array_index (self->bounds, ParleyScoreBound, i);

      if (bound->low > -PARLEY_SCORE_LIMIT)
        parley_view_add_constraint (view, bound->slot, FALSE, bound->low);
      if (bound->high < PARLEY_SCORE_LIMIT)
        parley_view_add_constraint (view, bound->slot, TRUE, bound->high);
    }
}

static gboolean
has_floor (const ParleyAcceptance *self, guint group, guint slot)
{
  return parley_acceptance_needs (self, group, slot) && utility_of (self, slot)->has_reservation
         && self->reservations && self->asks_nothing != (int) slot;
}

gboolean
parley_acceptance_share (const ParleyAcceptance *self,
                         ParleyAcceptanceTask    task,
                         gpointer                data,
                         GError                **error)
{
  g_auto(ParleyLease) lease = { 0 };
  ParleyAcceptance small = *self;

  small.memory = self->memory / PARLEY_BUDGET_SMALL;
  if (task (&small, data, NULL))
    return TRUE;
  parley_lease_take (&lease, self->crew == NULL ? NULL : self->crew->room, self->memory);
  return task (self, data, error);
}

static ParleyView *
view_new (const ParleyAcceptance *self)
{
  ParleyView *view = parley_view_new (self->space, self->utilities);

  view->memory = self->memory;
  view->room = self->crew == NULL ? NULL : self->crew->room;
  view->order = self->order;
  return view;
}

ParleyView *
parley_acceptance_view (const ParleyAcceptance *self,
                        guint                   group,
                        const guint            *slots,
                        guint                   n_slots)
{
  ParleyView *view = view_new (self);

  view->one_deal = self->one_deal;
  demand_group (self, view, group);
  for (guint i = 0; i < n_slots; i++)
    parley_view_add_objective (
        view, slots[i],
        has_floor (self, group, slots[i]) ? &utility_of (self, slots[i])->reservation : NULL);
  for (guint s = 0; s < self->utilities->len; s++)
    if (has_floor (self, group, s))
      parley_view_add_constraint (view, s, FALSE, utility_of (self, s)->reservation);
  add_bounds (self, view);
  return view;
}

ParleyView *
parley_acceptance_view_of_misses (const ParleyAcceptance *self,
                                  guint                   group,
                                  const ParleyScore      *shortfall)
{
  ParleyView *view = view_new (self);

  demand_group (self, view, group);
  for (guint s = 0; s < self->utilities->len; s++)
    {
      ParleyScore floor = utility_of (self, s)->reservation;

      if (!has_floor (self, group, s))
        continue;
      floor -= shortfall != NULL ? shortfall[s] : 0;
      parley_view_add_objective (view, s, shortfall != NULL ? &floor : NULL);
    }
  add_bounds (self, view);
  return view;
}

ParleyView *
parley_acceptance_view_of_party (const ParleyAcceptance *self, guint slot)
{
  ParleyView *view = view_new (self);

  demand_red_lines (self, view, slot);
  if (utility_of (self, slot)->has_reservation)
    parley_view_add_constraint (view, slot, FALSE, utility_of (self, slot)->reservation);
  add_bounds (self, view);
  return view;
}

ParleyView *
parley_acceptance_view_of_all (const ParleyAcceptance *self)
{
  ParleyView *view = view_new (self);

  add_bounds (self, view);
  return view;
}
