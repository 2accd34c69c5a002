/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/prospect.h"

#include <math.h>

/* Below any sum of scores. */
#define NO_FLOOR (-((ParleyScore) 1 << 126))

/* The points of a front in doubles, for a first look. */
typedef struct
{
  double *surpluses; /* [slot * points + point], as if nothing came before */
  double  size;      /* the largest sum of a point's absolute values */
} Glance;

struct _ParleyProspects
{
  const ParleyFronts *fronts;
  const ParleyOrder  *order;
  guint               n_dims;
  guint               n_slots;
  ParleyScore        *floors;  /* [dim] */
  ParleyScore        *sum;     /* [dim]: of the deal under way */
  ParleyScore        *best;    /* [dim] */
  double             *nothing; /* [slot]: surpluses of a score of 0 */
  double             *before;  /* [slot]: what the scores under way bring */
  double             *rates;   /* [point]: of the front under way */
  Glance            **glances; /* [layer][node], made when first needed */
};

static void
set_floors (ParleyProspects *self)
{
  self->floors = g_new (ParleyScore, MAX (1, self->n_dims));
  for (guint d = 0; d < self->n_dims; d++)
    {
      const ParleyDim *dim = parley_view_dim (self->fronts->view, d);

      self->floors[d] = dim->has_floor ? dim->floor : NO_FLOOR;
    }
}

/* Makes room for what is said of each node, and of each point of the longest front. The first
 * layers may have no fronts. */
static void
make_room (ParleyProspects *self)
{
  const ParleyDiagram *diagram = self->fronts->diagram;
  gsize most = 1;

  self->glances = g_new (Glance *, diagram->n_layers + 1);
  for (guint l = 0; l <= diagram->n_layers; l++)
    {
      guint n_nodes = parley_diagram_n_nodes (diagram, l);

      self->glances[l] = g_new0 (Glance, n_nodes);
      for (guint node = 0; node < n_nodes; node++)
        if (self->fronts->fronts[l] != NULL)
          most = MAX (most, parley_fronts_at (self->fronts, l, node)->n);
    }
  self->rates = g_new (double, most);
}

ParleyProspects *
parley_prospects_new (const ParleyFronts *fronts, const ParleyOrder *order)
{
  ParleyProspects *self = g_new0 (ParleyProspects, 1);

  self->fronts = fronts;
  self->order = order;
  self->n_dims = fronts->diagram->n_dims;
  self->n_slots = parley_order_n_slots (order);
  set_floors (self);
  self->sum = g_new0 (ParleyScore, MAX (1, self->n_dims));
  self->best = g_new (ParleyScore, MAX (1, self->n_dims));
  self->nothing = g_new (double, MAX (1, self->n_slots));
  self->before = g_new (double, MAX (1, self->n_slots));
  parley_order_surpluses (order, self->sum, self->nothing);
  make_room (self);
  return self;
}

void
parley_prospects_free (ParleyProspects *self)
{
  const ParleyDiagram *diagram = NULL;

  if (self == NULL)
    return;
  diagram = self->fronts->diagram;
  for (guint l = 0; l <= diagram->n_layers; l++)
    {
      for (guint node = 0; node < parley_diagram_n_nodes (diagram, l); node++)
        g_free (self->glances[l][node].surpluses);
      g_free (self->glances[l]);
    }
  g_free (self->glances);
  g_free (self->floors);
  g_free (self->sum);
  g_free (self->best);
  g_free (self->nothing);
  g_free (self->before);
  g_free (self->rates);
  g_free (self);
}

static const Glance *
glance_at (ParleyProspects *self, guint layer, guint node)
{
  const ParleyFront *front = parley_fronts_at (self->fronts, layer, node);
  Glance *glance = &self->glances[layer][node];
  g_autofree double *point = NULL;

  if (glance->surpluses != NULL)
    return glance;
  glance->surpluses = g_new (double, MAX (1, front->n * self->n_slots));
  point = g_new (double, MAX (1, self->n_slots));
  for (gsize i = 0; i < front->n; i++)
    {
      double size = 0;

      parley_order_surpluses (self->order, parley_front_point (front, i), point);
      for (guint s = 0; s < self->n_slots; s++)
        {
          glance->surpluses[s * front->n + i] = point[s];
          size += fabs (point[s]);
        }
      glance->size = fmax (glance->size, size);
    }
  return glance;
}

/* What the scores so far bring. Returns: the size of the numbers involved. */
static double
look_before (ParleyProspects *self, const ParleyScore *scores)
{
  double size = 0;

  parley_order_surpluses (self->order, scores, self->before);
  for (guint s = 0; s < self->n_slots; s++)
    {
      self->before[s] -= self->nothing[s];
      size += fabs (self->before[s]) + 2 * fabs (self->nothing[s]);
    }
  return size;
}

/* Sets self->sum to what @scores and those of a point come to. */
static gboolean
reaches_floors (ParleyProspects *self, const ParleyScore *scores, const ParleyScore *point)
{
  gboolean reaches = TRUE;

  for (guint d = 0; d < self->n_dims; d++)
    {
      self->sum[d] = scores[d] + point[d];
      reaches &= self->sum[d] >= self->floors[d];
    }
  return reaches;
}

/* Where the highest rate is. */
static gsize
find_top (const double *rates, gsize n)
{
  double most = -INFINITY;
  gsize top = 0;

  for (gsize i = 0; i < n; i++)
    if (rates[i] > most)
      {
        most = rates[i];
        top = i;
      }
  return top;
}

/* The highest rate of a point that reaches the floors, as the highest of all does mostly. */
static double
find_most (ParleyProspects *self, const ParleyFront *front, const ParleyScore *scores)
{
  gsize top = find_top (self->rates, front->n);
  double most = -INFINITY;

  if (front->n > 0 && self->rates[top] > most
      && reaches_floors (self, scores, parley_front_point (front, top)))
    return self->rates[top];
  for (gsize i = 0; i < front->n; i++)
    if (self->rates[i] > most && reaches_floors (self, scores, parley_front_point (front, i)))
      most = self->rates[i];
  return most;
}

/* Below which rate points are certainly worse than the best. */
static double
find_threshold (ParleyProspects *self,
                const ParleyFront *front,
                const ParleyScore *scores,
                double size)
{
  double most = find_most (self, front, scores);

  return isinf (most) ? most : most - parley_order_slack (self->order, most, size);
}

/* Whether the deal under way is the best so far: then it is kept. */
static gboolean
is_best (ParleyProspects *self, gboolean first)
{
  ParleyScore *best = self->sum;

  if (!first && parley_order_compare (self->order, self->sum, self->best) <= 0)
    return FALSE;
  self->sum = self->best;
  self->best = best;
  return TRUE;
}

gboolean
parley_prospects_best (ParleyProspects *self,
                       guint layer,
                       guint node,
                       const ParleyScore *scores,
                       ParleyProspect *prospect)
{
  const ParleyFront *front = parley_fronts_at (self->fronts, layer, node);
  const Glance *glance = glance_at (self, layer, node);
  double size = look_before (self, scores) + glance->size;
  double threshold = 0;
  gboolean found = FALSE;

  parley_order_rate (self->order, self->before, glance->surpluses, front->n, size, self->rates);
  threshold = find_threshold (self, front, scores, size);
  for (gsize i = 0; i < front->n; i++)
    {
      if (self->rates[i] < threshold
          || !reaches_floors (self, scores, parley_front_point (front, i))
          || !is_best (self, !found))
        continue;
      prospect->point = i;
      found = TRUE;
    }
  if (!found)
    return FALSE;
  prospect->rate = self->rates[prospect->point];
  prospect->slack = parley_order_slack (self->order, prospect->rate, size);
  return TRUE;
}
