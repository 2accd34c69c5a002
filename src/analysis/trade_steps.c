/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/trade_steps.h"

static void
try_all (ParleySteps *self, guint axis)
{
  guint n_options = self->exchange->space->domain->axes[axis].n_options;
  guint n_slots = self->exchange->utilities->len;

  self->gains[axis] = g_new (ParleyScore *, n_options);
  self->allowed[axis] = g_new (gboolean, n_options);
  for (guint o = 0; o < n_options; o++)
    {
      const ParleyMove move = { axis, o };

      self->gains[axis][o] = g_new (ParleyScore, n_slots);
      self->allowed[axis][o] = parley_exchange_try (self->exchange, &move, 1, self->gains[axis][o]);
    }
}

ParleySteps *
parley_steps_new (ParleyExchange *exchange)
{
  ParleySteps *self = g_new0 (ParleySteps, 1);
  guint n_axes = exchange->space->domain->n_axes;

  self->exchange = exchange;
  self->gains = g_new0 (ParleyScore **, n_axes);
  self->allowed = g_new0 (gboolean *, n_axes);
  for (guint a = 0; a < n_axes; a++)
    if (parley_exchange_can_move (exchange, a))
      try_all (self, a);
  return self;
}

void
parley_steps_free (ParleySteps *self)
{
  const ParleyDomain *domain = NULL;

  if (self == NULL)
    return;
  domain = self->exchange->space->domain;
  for (guint a = 0; a < domain->n_axes; a++)
    {
      for (guint o = 0; self->gains[a] != NULL && o < domain->axes[a].n_options; o++)
        g_free (self->gains[a][o]);
      g_free (self->gains[a]);
      g_free (self->allowed[a]);
    }
  g_free (self->gains);
  g_free (self->allowed);
  g_free (self);
}
