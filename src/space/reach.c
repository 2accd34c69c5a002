/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/reach.h"

#include "space/plan.h"

/* All outcomes are looked for together in a diagram that does with this (budget.h). */
#define SMALL_MEMORY 500000

/* How a coupling can turn out. */
#define NOT_MATCHED (1u << 0)
#define MATCHED     (1u << 1)

typedef struct
{
  const ParleySpace *space;
  ParleyReach       *reach;
  GArray            *outcomes; /* of ParleyOutcome: all that are looked for */
  guint             *seen;     /* [coupling]: MATCHED and NOT_MATCHED, as they occur */
} Search;

/* The rules match in no feasible deal. */
static GArray *
find_outcomes (const ParleySpace *space)
{
  GArray *outcomes = g_array_new (FALSE, FALSE, sizeof (ParleyOutcome));

  for (guint c = 0; c < space->couplings->len; c++)
    {
      ParleyOutcome outcome = { PARLEY_OUTCOME_COUPLING, c };

      if (((const ParleyCoupling *) g_ptr_array_index (space->couplings, c))->effect
          != PARLEY_EFFECT_FORBID)
        g_array_append_val (outcomes, outcome);
    }
  for (guint f = 0; f < space->factors->len; f++)
    {
      ParleyOutcome outcome = { PARLEY_OUTCOME_FACTOR, f };

      g_array_append_val (outcomes, outcome);
    }
  return outcomes;
}

static void
take_outcome (const Search *self, const ParleyOutcome *outcome, guint output)
{
  if (outcome->kind == PARLEY_OUTCOME_FACTOR)
    self->reach->values[outcome->index][output] = TRUE;
  else
    self->seen[outcome->index] |= output != 0 ? MATCHED : NOT_MATCHED;
}

/* Every arc that leads on is part of a feasible deal. */
static void
read_layer (const Search *self, const ParleyView *view, const ParleyLayer *layer)
{
  for (guint node = 0; node < layer->n_nodes; node++)
    for (guint o = 0; o < layer->n_options; o++)
      {
        if (parley_layer_child (layer, node, o) == PARLEY_NO_NODE)
          continue;
        self->reach->options[layer->axis][o] = TRUE;
        for (guint i = 0; i < layer->n_outcomes; i++)
          {
            guint32 settled = parley_layer_settlement (layer, node, o)[i];

            if (settled != 0)
              take_outcome (self, parley_view_outcome (view, layer->outcomes[i]), settled - 1);
          }
      }
}

/* Looks for @n outcomes from @first on. */
static gboolean
look_for (const Search *self, guint first, guint n, gsize memory, GError **error)
{
  g_autoptr(ParleyView) view = parley_view_new (self->space, NULL);
  g_autoptr(ParleyDiagram) diagram = NULL;

  view->memory = memory;
  for (guint i = first; i < first + n; i++)
    parley_view_add_outcome (view, g_array_index (self->outcomes, ParleyOutcome, i));
  diagram = parley_plan_narrow_diagram (view, error);
  if (diagram == NULL)
    return FALSE;

  self->reach->feasible = !diagram->empty;
  if (diagram->empty)
    return TRUE;
  for (guint i = 0; i < n; i++)
    if (diagram->certain[i] != PARLEY_UNDECIDED)
      take_outcome (self, parley_view_outcome (view, i), (guint) diagram->certain[i]);
  for (guint l = 0; l < diagram->n_layers; l++)
    read_layer (self, view, &diagram->layers[l]);
  return TRUE;
}

static gboolean
search (const Search *self, GError **error)
{
  guint n = self->outcomes->len;

  if (look_for (self, 0, n, SMALL_MEMORY, NULL))
    return TRUE;
  if (!look_for (self, 0, 0, PARLEY_BUDGET_DEFAULT, error))
    return FALSE;
  for (guint i = 0; self->reach->feasible && i < n; i++)
    if (!look_for (self, i, 1, PARLEY_BUDGET_DEFAULT, error))
      return FALSE;
  return TRUE;
}

static ParleyReach *
reach_alloc (const ParleySpace *space)
{
  ParleyReach *self = g_new0 (ParleyReach, 1);

  self->n_axes = space->domain->n_axes;
  self->n_factors = space->factors->len;
  self->options = g_new (gboolean *, self->n_axes);
  self->values = g_new (gboolean *, self->n_factors);
  self->couplings = g_new0 (ParleyShare, space->couplings->len);
  for (guint a = 0; a < self->n_axes; a++)
    self->options[a] = g_new0 (gboolean, space->domain->axes[a].n_options);
  for (guint f = 0; f < self->n_factors; f++)
    self->values[f] = g_new0 (
        gboolean, ((const ParleyFactor *) g_ptr_array_index (space->factors, f))->values->len);
  return self;
}

ParleyReach *
parley_reach_new (const ParleySpace *space, GError **error)
{
  g_autoptr(ParleyReach) self = reach_alloc (space);
  g_autoptr(GArray) outcomes = find_outcomes (space);
  g_autofree guint *seen = g_new0 (guint, MAX (1, space->couplings->len));
  Search all = { space, self, outcomes, seen };

  if (!search (&all, error))
    return NULL;
  for (guint c = 0; c < space->couplings->len; c++)
    self->couplings[c] = (seen[c] & MATCHED) == 0       ? PARLEY_NONE
                         : (seen[c] & NOT_MATCHED) == 0 ? PARLEY_ALL
                                                        : PARLEY_SOME;
  return g_steal_pointer (&self);
}

void
parley_reach_free (ParleyReach *self)
{
  if (self == NULL)
    return;
  for (guint a = 0; a < self->n_axes; a++)
    g_free (self->options[a]);
  for (guint f = 0; f < self->n_factors; f++)
    g_free (self->values[f]);
  g_free (self->options);
  g_free (self->values);
  g_free (self->couplings);
  g_free (self);
}
