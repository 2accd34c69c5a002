/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/portrait.h"

ParleyPortrait *
parley_portrait_new (const ParleyDeals *deals, const guint pair[2], guint64 seed, GError **error)
{
  const ParleyLandscape *landscape = deals->landscape;
  ParleyAcceptance acceptance = parley_acceptance (landscape->space, landscape->utilities, NULL);
  g_autoptr(ParleyPortrait) self = g_new0 (ParleyPortrait, 1);

  self->deals = deals;
  self->pair[0] = pair[0];
  self->pair[1] = pair[1];
  acceptance.memory = deals->request.memory;
  acceptance.budget = deals->request.budget;
  acceptance.one_deal = TRUE;
  self->frontier = parley_frontier_new (&acceptance, self->pair, 2, error);
  if (self->frontier == NULL)
    return NULL;
  self->is_exact = parley_frontier_inexact (self->frontier) == NULL;
  /* A picture without the shades is still one. */
  self->density = parley_density_new (&acceptance, self->pair, seed, NULL);
  return g_steal_pointer (&self);
}

void
parley_portrait_free (ParleyPortrait *self)
{
  if (self == NULL)
    return;
  parley_frontier_free (self->frontier);
  parley_density_free (self->density);
  g_free (self);
}
