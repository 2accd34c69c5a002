/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/group.h"

#include "space/best.h"
#include "space/plan.h"
#include "space/tied.h"

/* Passed by deals that tie: a second's work. */
#define MAX_PLACES 50000

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

/* The scores of the deal of @options, one a dimension. */
static ParleyScore *
scores_of (const ParleyGroup *self, const guint *options)
{
  const ParleyDiagram *diagram = self->diagram;
  ParleyScore *scores = g_new0 (ParleyScore, MAX (1, diagram->n_dims));
  guint node = 0;

  for (guint l = 0; l < diagram->n_layers; l++)
    {
      const ParleyLayer *layer = &diagram->layers[l];
      guint option = options[layer->axis];
      const ParleyScore *gain = parley_layer_gain (layer, diagram->n_dims, node, option);

      for (guint d = 0; d < diagram->n_dims; d++)
        scores[d] += gain[d];
      node = parley_layer_child (layer, node, option);
    }
  return scores;
}

/* How many of @found are better than @scores. */
static guint
count_better (const ParleyGroup *self,
              const ParleyOrder *order,
              GPtrArray *found,
              const ParleyScore *scores)
{
  guint n = found->len;

  for (; n > 0; n--)
    {
      g_autofree ParleyScore *own = scores_of (self, g_ptr_array_index (found, n - 1));

      if (parley_order_compare (order, own, scores) > 0)
        break;
    }
  return n;
}

/* Puts in place of the deals that tie with the last of @found those that are first in file
 * order, so that there are @n_most in all. */
static void
settle_ties (const ParleyGroup *self, const ParleyOrder *order, GPtrArray *found, guint n_most)
{
  g_autofree ParleyScore *scores = scores_of (self, g_ptr_array_index (found, found->len - 1));
  guint n_better = count_better (self, order, found, scores);
  g_autoptr(ParleyTrace) trace = NULL;

  if (n_better < n_most)
    trace = parley_trace_new_tied (self->fronts, order, scores, MAX_PLACES);
  g_ptr_array_set_size (found, (int) (trace == NULL ? n_most : n_better));
  if (trace != NULL)
    g_ptr_array_extend_and_steal (found, parley_trace_list (trace, n_most - n_better));
}

GPtrArray *
parley_group_best (const ParleyGroup *self, const ParleyOrder *order, guint n_most)
{
  GPtrArray *found = parley_best (self->fronts, order, self->in_file_order ? n_most : n_most + 1);

  if (found->len > n_most)
    settle_ties (self, order, found, n_most);
  return found;
}
