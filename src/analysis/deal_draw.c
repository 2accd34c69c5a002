/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/deal_draw.h"

#include <gsl/gsl_rng.h>
#include <math.h>

struct _ParleyDealDraw
{
  const ParleyDiagram *diagram;
  double             **follow; /* [layer][node]: how many deals follow, by the most of its layer */
  gsl_rng             *rng;
  guint               *options; /* of the deal under way */
};

static double
n_following (const ParleyDealDraw *self, guint layer, guint32 node)
{
  return node == PARLEY_NO_NODE ? 0 : self->follow[layer][node];
}

/* How many deals follow by way of all options, by the most of the next layer. */
static double
n_leaving (const ParleyDealDraw *self, guint l, guint node)
{
  const ParleyLayer *layer = &self->diagram->layers[l];
  double n = 0;

  for (guint o = 0; o < layer->n_options; o++)
    n += n_following (self, l + 1, parley_layer_child (layer, node, o));
  return n;
}

/* In shares of the most of each layer, as the numbers themselves may be beyond any double. */
static void
count_following (ParleyDealDraw *self)
{
  const ParleyDiagram *diagram = self->diagram;

  self->follow = g_new (double *, (gsize) diagram->n_layers + 1);
  self->follow[diagram->n_layers] = g_new (double, 1);
  self->follow[diagram->n_layers][0] = 1;
  for (guint l = diagram->n_layers; l-- > 0;)
    {
      guint n_nodes = diagram->layers[l].n_nodes;
      double most = 0;

      self->follow[l] = g_new (double, n_nodes);
      for (guint node = 0; node < n_nodes; node++)
        {
          self->follow[l][node] = n_leaving (self, l, node);
          most = fmax (most, self->follow[l][node]);
        }
      for (guint node = 0; node < n_nodes; node++)
        self->follow[l][node] /= most;
    }
}

/* Each option as often as it has deals. */
static guint
draw_option (const ParleyDealDraw *self, guint l, guint node)
{
  const ParleyLayer *layer = &self->diagram->layers[l];
  double left = gsl_rng_uniform (self->rng) * n_leaving (self, l, node);
  guint last = 0;

  for (guint o = 0; o < layer->n_options; o++)
    {
      double n = n_following (self, l + 1, parley_layer_child (layer, node, o));

      if (n <= 0)
        continue;
      last = o;
      if (left < n)
        break;
      left -= n;
    }
  return last; /* also where rounding leaves a little over */
}

ParleyDealDraw *
parley_deal_draw_new (const ParleyDiagram *diagram, guint64 seed)
{
  ParleyDealDraw *self = g_new0 (ParleyDealDraw, 1);

  self->diagram = diagram;
  self->rng = gsl_rng_alloc (gsl_rng_taus2);
  gsl_rng_set (self->rng, (unsigned long) seed);
  self->options = g_new0 (guint, (gsize) diagram->n_layers + 1);
  count_following (self);
  return self;
}

void
parley_deal_draw_free (ParleyDealDraw *self)
{
  if (self == NULL)
    return;
  gsl_rng_free (self->rng);
  for (guint l = 0; l <= self->diagram->n_layers; l++)
    g_free (self->follow[l]);
  g_free (self->follow);
  g_free (self->options);
  g_free (self);
}

const guint *
parley_deal_draw_next (ParleyDealDraw *self)
{
  guint node = 0;

  for (guint l = 0; l < self->diagram->n_layers; l++)
    {
      const ParleyLayer *layer = &self->diagram->layers[l];
      guint option = draw_option (self, l, node);

      self->options[layer->axis] = option;
      node = parley_layer_child (layer, node, option);
    }
  return self->options;
}

/* What is under way to every deal. */
typedef struct
{
  const ParleyDiagram *diagram;
  guint               *options;
  ParleyDealVisit      visit;
  gpointer             data;
} Walk;

static void
walk (const Walk *self, guint l, guint32 node)
{
  const ParleyLayer *layer = &self->diagram->layers[l];

  if (l == self->diagram->n_layers)
    {
      self->visit (self->options, self->data);
      return;
    }
  for (guint o = 0; o < layer->n_options; o++)
    {
      guint32 child = parley_layer_child (layer, node, o);

      if (child == PARLEY_NO_NODE)
        continue;
      self->options[layer->axis] = o;
      walk (self, l + 1, child);
    }
}

void
parley_diagram_visit (const ParleyDiagram *diagram, ParleyDealVisit visit, gpointer data)
{
  g_autofree guint *options = g_new0 (guint, (gsize) diagram->n_layers + 1);
  Walk self = { diagram, options, visit, data };

  if (!diagram->empty)
    walk (&self, 0, 0);
}
