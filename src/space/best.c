/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/best.h"

#include <math.h>

#include "space/choices.h"
#include "space/shortlist.h"

typedef struct
{
  const ParleyFronts *fronts;
  ParleyProspects    *prospects;
  ParleyChoices      *choices;   /* those still to be followed up are queued */
  ParleyShortlist    *shortlist; /* of what whole deals are worth at least */
  ParleyScore        *scores;    /* [dim]: of the candidate under way */
} Best;

static void
best_init (Best *self, const ParleyFronts *fronts, const ParleyOrder *order, guint n_most)
{
  self->fronts = fronts;
  self->prospects = parley_prospects_new (fronts, order);
  self->choices = parley_choices_new (fronts, order);
  self->shortlist = parley_shortlist_new (n_most);
  self->scores = g_new0 (ParleyScore, MAX (1, fronts->diagram->n_dims));
}

static void
best_clear (Best *self)
{
  parley_prospects_free (self->prospects);
  parley_choices_free (self->choices);
  parley_shortlist_free (self->shortlist);
  g_free (self->scores);
}

/* Queues a choice that brings self->scores, unless no deal can follow, or none as good as
 * those on the shortlist. */
static void
offer (Best *self, const ParleyChoice *choice)
{
  ParleyProspect prospect;

  if (!parley_prospects_best (self->prospects, choice->layer, choice->node, self->scores, &prospect)
      || prospect.rate + prospect.slack < parley_shortlist_least (self->shortlist))
    return;
  parley_choices_add (self->choices, choice, self->scores, &prospect);
  if (choice->layer == self->fronts->diagram->n_layers && !isnan (prospect.rate))
    parley_shortlist_add (self->shortlist, prospect.rate - prospect.slack);
}

static void
expand (Best *self, guint number)
{
  const ParleyChoice *choice = parley_choices_at (self->choices, number);
  guint l = choice->layer;
  guint node = choice->node;
  const ParleyLayer *layer = &self->fronts->diagram->layers[l];
  guint n_dims = self->fronts->diagram->n_dims;

  for (guint o = 0; o < layer->n_options; o++)
    {
      guint32 child = parley_layer_child (layer, node, o);
      const ParleyScore *gain = NULL;

      if (child == PARLEY_NO_NODE)
        continue;
      gain = parley_layer_gain (layer, n_dims, node, o);
      choice = parley_choices_at (self->choices, number);
      for (guint d = 0; d < n_dims; d++)
        self->scores[d] = choice->scores[d] + gain[d];
      offer (self, &(ParleyChoice){ number, o, l + 1, child, 0 });
    }
}

/* The options of a whole deal by axis. */
static guint *
by_axis (const Best *self, guint number)
{
  const ParleyDiagram *diagram = self->fronts->diagram;
  guint *options = g_new (guint, MAX (1, diagram->n_layers));

  for (guint l = diagram->n_layers; l-- > 0;)
    {
      const ParleyChoice *choice = parley_choices_at (self->choices, number);

      options[diagram->layers[l].axis] = choice->option;
      number = choice->before;
    }
  return options;
}

GPtrArray *
parley_best (const ParleyFronts *fronts, const ParleyOrder *order, guint n_most)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);
  guint number = 0;
  Best self;

  if (fronts->diagram->empty)
    return found;
  best_init (&self, fronts, order, n_most);
  offer (&self, &(ParleyChoice){ 0 });
  while (found->len < n_most && parley_choices_take (self.choices, &number))
    if (parley_choices_at (self.choices, number)->layer == fronts->diagram->n_layers)
      g_ptr_array_add (found, by_axis (&self, number));
    else
      expand (&self, number);
  best_clear (&self);
  return found;
}
