/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/group.h"

#include "space/plan.h"
#include "space/trace.h"

ParleyGroup *
parley_group_new_take (ParleyView *view, GError **error)
{
  g_autoptr(ParleyGroup) self = g_new0 (ParleyGroup, 1);

  self->view = view;
  self->diagram = parley_plan_diagram (view, &self->in_file_order, error);
  if (self->diagram == NULL)
    return NULL;
  self->fronts
      = parley_fronts_new (view, self->diagram, parley_budget_points (view->memory), error);
  return self->fronts == NULL ? NULL : g_steal_pointer (&self);
}

void
parley_group_free (ParleyGroup *self)
{
  if (self == NULL)
    return;
  parley_fronts_free (self->fronts);
  parley_diagram_free (self->diagram);
  parley_view_free (self->view);
  g_free (self);
}

GPtrArray *
parley_group_list (const ParleyGroup *self, const ParleyScore *objectives, guint n_most)
{
  g_autoptr(ParleyTrace) trace = NULL;

  if (self->in_file_order)
    return parley_fronts_list (self->fronts, objectives, n_most);
  trace = parley_trace_new (self->fronts, objectives);
  return parley_trace_list (trace, n_most);
}
