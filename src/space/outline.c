/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/outline.h"

#include "space/plan.h"

static ParleyView *
view_of_party (const ParleySpace *space, guint party)
{
  const ParleyParty *model = parley_scenario_party (space->scenario, party);
  ParleyView *view = parley_view_new (space, NULL);

  for (guint c = 0; c < space->couplings->len; c++)
    {
      const ParleyCoupling *coupling = g_ptr_array_index (space->couplings, c);

      if (coupling->effect == PARLEY_EFFECT_ADJUST && coupling->party == party)
        parley_view_add_outcome (view, (ParleyOutcome){ PARLEY_OUTCOME_COUPLING, c });
    }
  for (guint f = 0; f < space->factors->len; f++)
    {
      const ParleyFactor *factor = g_ptr_array_index (space->factors, f);

      if (model->weights[factor->issue] != NULL)
        parley_view_add_outcome (view, (ParleyOutcome){ PARLEY_OUTCOME_FACTOR, f });
    }
  parley_view_add_outcome (view, (ParleyOutcome){ PARLEY_OUTCOME_CROSSING, party });
  return view;
}

ParleyOutline *
parley_outline_new (const ParleySpace *space, guint party, GError **error)
{
  g_autoptr(ParleyOutline) self = g_new0 (ParleyOutline, 1);

  self->view = view_of_party (space, party);
  self->diagram = parley_plan_narrow_diagram (self->view, error);
  return self->diagram == NULL ? NULL : g_steal_pointer (&self);
}

ParleyOutline *
parley_outline_new_ending_with (const ParleySpace *space,
                                guint              party,
                                guint              axis,
                                gsize              max_arcs,
                                GError           **error)
{
  g_autoptr(ParleyOutline) self = g_new0 (ParleyOutline, 1);
  g_autofree guint *order = g_new (guint, space->domain->n_axes);

  self->view = view_of_party (space, party);
  parley_plan_order_ending_with (self->view, axis, order);
  self->diagram = parley_diagram_new (self->view, order, max_arcs, error);
  return self->diagram == NULL ? NULL : g_steal_pointer (&self);
}

ParleyOutline *
parley_outline_new_clean (const ParleySpace *space, guint party, int spared, GError **error)
{
  g_autoptr(ParleyOutline) self = g_new0 (ParleyOutline, 1);

  self->view = view_of_party (space, party);
  parley_view_demand (self->view, PARLEY_EFFECT_RED_LINE, party, PARLEY_DEMAND_NOT);
  if (spared != PARLEY_NONE_SPARED)
    self->view->demands[spared] = PARLEY_DEMAND_NONE;
  self->diagram = parley_plan_narrow_diagram (self->view, error);
  return self->diagram == NULL ? NULL : g_steal_pointer (&self);
}

ParleyOutline *
parley_outline_new_without (const ParleySpace *space,
                            guint              party,
                            const gboolean    *barred,
                            GError           **error)
{
  g_autoptr(ParleyOutline) self = g_new0 (ParleyOutline, 1);

  self->view = view_of_party (space, party);
  for (guint c = 0; c < space->couplings->len; c++)
    if (barred[c])
      self->view->demands[c] = PARLEY_DEMAND_NOT;
  self->diagram = parley_plan_narrow_diagram (self->view, error);
  return self->diagram == NULL ? NULL : g_steal_pointer (&self);
}

void
parley_outline_free (ParleyOutline *self)
{
  if (self == NULL)
    return;
  parley_diagram_free (self->diagram);
  parley_view_free (self->view);
  g_free (self);
}

/* Adds what an outcome brings that comes to @output. */
static void
add_outcome (const ParleyGains *self, guint outcome, guint output, ParleyGain *gain)
{
  const ParleyOutcome *one = parley_view_outcome (self->outline->view, outcome);
  const ParleyUtility *utility = self->utility;
  ParleyScore score = 0;

  if (one->kind == PARLEY_OUTCOME_COUPLING && output != 0)
    score = utility->points[one->index];
  if (one->kind == PARLEY_OUTCOME_FACTOR && utility->factors[one->index] != NULL)
    score = utility->factors[one->index][output];
  gain->score += score;
  gain->verdict += score;
  if (one->kind == PARLEY_OUTCOME_CROSSING && output != 0)
    gain->verdict -= PARLEY_SCORE_CROSSED;
}

static ParleyGain *
settled_gains (const ParleyGains *self, const ParleyLayer *layer)
{
  ParleyGain *gains = g_new0 (ParleyGain, MAX (1, layer->n_settlements));

  for (guint s = 0; s < layer->n_settlements; s++)
    for (guint i = 0; i < layer->n_outcomes; i++)
      {
        guint32 settled = layer->settlements[(gsize) s * layer->n_outcomes + i];

        if (settled != 0)
          add_outcome (self, layer->outcomes[i], settled - 1, &gains[s]);
      }
  return gains;
}

ParleyGains *
parley_gains_new (const ParleyOutline *outline, const ParleyUtility *utility)
{
  const ParleyDiagram *diagram = outline->diagram;
  ParleyGains *self = g_new0 (ParleyGains, 1);

  self->outline = outline;
  self->utility = utility;
  self->settled = g_new0 (ParleyGain *, diagram->n_layers);
  for (guint i = 0; i < outline->view->outcomes->len; i++)
    if (diagram->certain[i] != PARLEY_UNDECIDED)
      add_outcome (self, i, (guint) diagram->certain[i], &self->start);
  for (guint l = 0; l < diagram->n_layers; l++)
    self->settled[l] = settled_gains (self, &diagram->layers[l]);
  return self;
}

void
parley_gains_free (ParleyGains *self)
{
  if (self == NULL)
    return;
  for (guint l = 0; l < self->outline->diagram->n_layers; l++)
    g_free (self->settled[l]);
  g_free (self->settled);
  g_free (self);
}
