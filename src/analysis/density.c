/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/density.h"

#include <math.h>

#include "analysis/deal_draw.h"
#include "space/evaluate.h"
#include "space/plan.h"

/* Along each side; a cell is no smaller than this many points. */
#define MOST_CELLS  40
#define LEAST_SIZE  2.5

typedef struct
{
  double at[2];
} Point;

typedef struct
{
  const ParleyAcceptance *acceptance;
  const guint            *slots;
  ParleyScore            *scores;
  GArray                 *points; /* of Point */
} Collector;

static void
add_deal (const guint *options, gpointer data)
{
  Collector *self = data;
  const ParleyAcceptance *acceptance = self->acceptance;
  Point point;

  parley_evaluate (acceptance->space, acceptance->utilities, options, self->scores);
  for (guint side = 0; side < 2; side++)
    {
      const ParleyUtility *utility = g_ptr_array_index (acceptance->utilities, self->slots[side]);

      point.at[side]
          = parley_score_to_double (self->scores[self->slots[side]], utility->denominator);
    }
  g_array_append_val (self->points, point);
}

/* Cells begin at a multiple of their size. */
static void
set_side (ParleyDensity *self, const GArray *points, guint side)
{
  double low = INFINITY;
  double high = -INFINITY;

  for (guint p = 0; p < points->len; p++)
    {
      low = fmin (low, g_array_index (points, Point, p).at[side]);
      high = fmax (high, g_array_index (points, Point, p).at[side]);
    }
  self->size[side] = LEAST_SIZE;
  while (high - low > MOST_CELLS * self->size[side])
    self->size[side] *= 2;
  self->low[side] = floor (low / self->size[side]) * self->size[side];
  self->n_cells[side] = (guint) floor ((high - self->low[side]) / self->size[side]) + 1;
}

static void
count_points (ParleyDensity *self, const GArray *points)
{
  for (guint side = 0; side < 2; side++)
    set_side (self, points, side);
  self->counts = g_new0 (guint, (gsize) self->n_cells[0] * self->n_cells[1]);
  for (guint p = 0; p < points->len; p++)
    {
      const Point *point = &g_array_index (points, Point, p);
      guint cells[2];
      guint *count = NULL;

      for (guint side = 0; side < 2; side++)
        cells[side] = (guint) ((point->at[side] - self->low[side]) / self->size[side]);
      count = &self->counts[(gsize) cells[0] * self->n_cells[1] + cells[1]];
      *count += 1;
      self->most = MAX (self->most, *count);
    }
  self->n_deals = points->len;
}

/* Whether there are so few combinations that all are looked at. */
static gboolean
are_few (const ParleyDomain *domain)
{
  gboolean few = FALSE;
  mpz_t count;

  mpz_init (count);
  parley_domain_count (domain, count);
  few = mpz_cmp_ui (count, PARLEY_DENSITY_ALL) <= 0;
  mpz_clear (count);
  return few;
}

static void
collect (Collector *self, const ParleyDiagram *diagram, ParleyDensity *density)
{
  g_autoptr(ParleyDealDraw) draw = NULL;

  density->is_sampled = !are_few (self->acceptance->space->domain);
  if (!density->is_sampled)
    {
      parley_diagram_visit (diagram, add_deal, self);
      return;
    }
  draw = parley_deal_draw_new (diagram, density->seed);
  for (guint i = 0; i < PARLEY_DENSITY_SAMPLE; i++)
    add_deal (parley_deal_draw_next (draw), self);
}

ParleyDensity *
parley_density_new (const ParleyAcceptance *acceptance,
                    const guint             slots[2],
                    guint64                 seed,
                    GError                **error)
{
  g_autoptr(ParleyView) view = parley_view_new (acceptance->space, NULL);
  g_autoptr(ParleyDensity) self = g_new0 (ParleyDensity, 1);
  g_autoptr(GArray) points = g_array_new (FALSE, FALSE, sizeof (Point));
  g_autofree ParleyScore *scores = g_new (ParleyScore, acceptance->utilities->len);
  Collector collector = { acceptance, slots, scores, points };
  g_autoptr(ParleyDiagram) diagram = NULL;

  view->memory = acceptance->memory;
  diagram = parley_plan_narrow_diagram (view, error);
  if (diagram == NULL || diagram->empty)
    return NULL;
  self->seed = seed;
  collect (&collector, diagram, self);
  count_points (self, points);
  return g_steal_pointer (&self);
}

void
parley_density_free (ParleyDensity *self)
{
  if (self == NULL)
    return;
  g_free (self->counts);
  g_free (self);
}
