/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/rounding.h"

#include <math.h>

/* How fine grids are tried: 2^(n / 4) cells for the range of a score. */
#define FINEST   80
#define COARSEST 8

static ParleyScore
gain_at (const ParleyRounding *self, guint l, guint gain, guint dim)
{
  return self->diagram->layers[l].gain_scores[(gsize) gain * self->diagram->n_dims + dim];
}

static ParleyScore *
offset_at (const ParleyRounding *self, guint l, guint dim)
{
  return &self->offset[(gsize) l * self->diagram->n_dims + dim];
}

ParleyScore
parley_rounding_remainder (const ParleyRounding *self, guint layer, guint gain, guint dim)
{
  ParleyScore steps = self->grid->moves[layer][(gsize) gain * self->grid->n_dims + dim];

  return gain_at (self, layer, gain, dim) - *offset_at (self, layer, dim) - steps * self->step[dim];
}

/* All that gains can differ by, over all layers. */
static ParleyScore
range_of (const ParleyRounding *self, guint dim)
{
  ParleyScore range = 0;

  for (guint l = 0; l < self->diagram->n_layers; l++)
    {
      ParleyScore low = gain_at (self, l, 0, dim);
      ParleyScore high = low;

      for (guint g = 1; g < self->diagram->layers[l].n_gains; g++)
        {
          low = MIN (low, gain_at (self, l, g, dim));
          high = MAX (high, gain_at (self, l, g, dim));
        }
      range += high - low;
    }
  return range;
}

static int
compare_scores (const void *a, const void *b)
{
  ParleyScore x = *(const ParleyScore *) a;
  ParleyScore y = *(const ParleyScore *) b;

  return x < y ? -1 : x > y;
}

/* Remainders lie on a circle as long as a step. Starting behind the widest gap makes the
 * largest of them as small as can be. Returns: how large. */
static ParleyScore
choose_offset (const ParleyScore *gains, guint n, ParleyScore step, ParleyScore *offset)
{
  g_autofree ParleyScore *places = g_new (ParleyScore, n);
  ParleyScore widest = 0;

  for (guint g = 0; g < n; g++)
    places[g] = gains[g] - step * parley_score_divide_down (gains[g], step);
  qsort (places, n, sizeof *places, compare_scores);
  widest = places[0] + step - places[n - 1];
  *offset = places[0];
  for (guint g = 1; g < n; g++)
    if (places[g] - places[g - 1] > widest)
      {
        widest = places[g] - places[g - 1];
        *offset = places[g];
      }
  return step - widest;
}

/* Moves @offset by whole steps to just below the least of @gains, so that what is left is a few
 * steps however large the gains are. */
static void
start_at_least (const ParleyScore *gains, guint n, ParleyScore step, ParleyScore *offset)
{
  ParleyScore least = gains[0];

  for (guint g = 1; g < n; g++)
    least = MIN (least, gains[g]);
  *offset += step * parley_score_divide_down (least - *offset, step);
}

static void
round_layer (ParleyRounding *self, guint l, guint dim)
{
  guint n = self->diagram->layers[l].n_gains;
  guint n_dims = self->diagram->n_dims;
  g_autofree ParleyScore *gains = g_new (ParleyScore, n);
  ParleyScore *offset = offset_at (self, l, dim);

  for (guint g = 0; g < n; g++)
    gains[g] = gain_at (self, l, g, dim);
  self->slack[dim] += choose_offset (gains, n, self->step[dim], offset);
  start_at_least (gains, n, self->step[dim], offset);
  for (guint g = 0; g < n; g++)
    self->grid->moves[l][(gsize) g * n_dims + dim]
        = (gint32) parley_score_divide_down (gains[g] - *offset, self->step[dim]);
}

/* How many steps are enough without remainders, and how many with all of them. */
static void
set_thresholds (ParleyRounding *self, guint dim)
{
  ParleyScore left = parley_view_dim (self->view, dim)->floor;
  gint64 low = 0, high = 0;

  for (guint l = 0; l < self->diagram->n_layers; l++)
    left -= *offset_at (self, l, dim);
  self->left[dim] = left;
  parley_grid_range (self->grid, dim, &low, &high);
  self->grid->most[dim] = (gint32) CLAMP (parley_score_divide_up (left, self->step[dim]),
                                          (ParleyScore) low, (ParleyScore) high + 1);
  self->grid->least[dim]
      = (gint32) CLAMP (parley_score_divide_up (left - self->slack[dim], self->step[dim]),
                        (ParleyScore) low, (ParleyScore) high + 1);
}

/* Steps of which some @n_cells go into what a score can differ by. */
static ParleyRounding *
rounding_new (const ParleyView *view, const ParleyDiagram *diagram, double n_cells)
{
  ParleyRounding *self = g_new0 (ParleyRounding, 1);
  guint n_dims = diagram->n_dims;

  self->view = view;
  self->diagram = diagram;
  self->step = g_new (ParleyScore, n_dims);
  self->offset = g_new (ParleyScore, (gsize) diagram->n_layers * n_dims);
  self->slack = g_new0 (ParleyScore, n_dims);
  self->left = g_new (ParleyScore, n_dims);
  self->grid = parley_grid_new (diagram, n_dims);
  for (guint d = 0; d < n_dims; d++)
    {
      self->step[d] = MAX (1, parley_score_divide_up (range_of (self, d), (ParleyScore) n_cells));
      for (guint l = 0; l < diagram->n_layers; l++)
        round_layer (self, l, d);
      set_thresholds (self, d);
    }
  return self;
}

void
parley_rounding_free (ParleyRounding *self)
{
  if (self == NULL)
    return;
  g_free (self->step);
  g_free (self->offset);
  g_free (self->slack);
  g_free (self->left);
  parley_grid_free (self->grid);
  g_free (self);
}

ParleyRounding *
parley_rounding_new_finest (const ParleyView *view, const ParleyDiagram *diagram, double work)
{
  g_autoptr(ParleyRounding) best = NULL;
  guint low = COARSEST, high = FINEST;

  while (low <= high)
    {
      guint middle = (low + high) / 2;
      g_autoptr(ParleyRounding) rounding = rounding_new (view, diagram, exp2 (middle / 4.0));
      double bytes = 0, additions = 0;

      parley_grid_fit (rounding->grid, &bytes, &additions);
      if (bytes > (double) view->memory || additions > work)
        {
          high = middle - 1;
          continue;
        }
      low = middle + 1;
      parley_rounding_free (best);
      best = g_steal_pointer (&rounding);
    }
  return g_steal_pointer (&best);
}
