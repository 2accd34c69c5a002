/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/grid.h"

#include <math.h>

ParleyGrid *
parley_grid_new (const ParleyDiagram *diagram, guint n_dims)
{
  ParleyGrid *self = g_new0 (ParleyGrid, 1);
  gsize n = (gsize) (diagram->n_layers + 1) * n_dims;

  self->diagram = diagram;
  self->n_dims = n_dims;
  self->moves = g_new (gint32 *, MAX (1, diagram->n_layers));
  for (guint l = 0; l < diagram->n_layers; l++)
    self->moves[l] = g_new0 (gint32, (gsize) diagram->layers[l].n_gains * n_dims);
  self->least = g_new0 (gint32, n_dims);
  self->most = g_new0 (gint32, n_dims);
  self->low = g_new0 (gint32, n);
  self->width = g_new0 (gint32, n);
  return self;
}

void
parley_grid_free (ParleyGrid *self)
{
  if (self == NULL)
    return;
  for (guint l = 0; l < self->diagram->n_layers; l++)
    g_free (self->moves[l]);
  g_free (self->moves);
  g_free (self->least);
  g_free (self->most);
  g_free (self->low);
  g_free (self->width);
  g_free (self);
}

/* The least and the most that a layer moves. */
static void
move_range (const ParleyGrid *self, guint l, guint dim, gint64 *low, gint64 *high)
{
  *low = G_MAXINT32;
  *high = G_MININT32;
  for (guint g = 0; g < self->diagram->layers[l].n_gains; g++)
    {
      gint32 move = self->moves[l][(gsize) g * self->n_dims + dim];

      *low = MIN (*low, move);
      *high = MAX (*high, move);
    }
}

void
parley_grid_range (const ParleyGrid *self, guint dim, gint64 *low, gint64 *high)
{
  *low = *high = 0;
  for (guint l = 0; l < self->diagram->n_layers; l++)
    {
      gint64 least = 0, most = 0;

      move_range (self, l, dim, &least, &most);
      *low += least;
      *high += most;
    }
}

/* From below the sums with which @least can still be reached, to the first with which @most
 * is certain, as far as these occur. */
static void
fit_dim (ParleyGrid *self, guint dim)
{
  gint64 rest_low = 0, rest_high = 0; /* what the layers to come can move */
  gint64 reach_low = 0, reach_high = 0;

  parley_grid_range (self, dim, &rest_low, &rest_high);
  for (guint l = 0; l <= self->diagram->n_layers; l++)
    {
      gsize at = (gsize) l * self->n_dims + dim;
      gint64 bottom = self->least[dim] - rest_high;
      gint64 top = self->most[dim] - rest_low;
      gint64 low = MAX (bottom, MIN (reach_low, top));
      gint64 least = 0, most = 0;

      self->low[at] = (gint32) low;
      self->width[at] = (gint32) (MAX (low, MIN (reach_high, top)) - low + 1);
      if (l == self->diagram->n_layers)
        break;
      move_range (self, l, dim, &least, &most);
      rest_low -= least;
      rest_high -= most;
      reach_low += least;
      reach_high += most;
    }
}

/* In a layer, for each node. */
static double
n_cells (const ParleyGrid *self, guint l)
{
  double n = 1;

  for (guint d = 0; d < self->n_dims; d++)
    n *= self->width[(gsize) l * self->n_dims + d];
  return n;
}

void
parley_grid_fit (ParleyGrid *self, double *memory, double *work)
{
  double before = 0;

  for (guint d = 0; d < self->n_dims; d++)
    fit_dim (self, d);
  *memory = *work = 0;
  for (guint l = 0; l <= self->diagram->n_layers; l++)
    {
      double cells = n_cells (self, l) * parley_diagram_n_nodes (self->diagram, l);

      *memory = fmax (*memory, (before + cells) * sizeof (double));
      if (l < self->diagram->n_layers)
        *work += cells * self->diagram->layers[l].n_options;
      before = cells;
    }
}

static int
scale_of_layer (const ParleyLayer *layer)
{
  return (int) g_bit_storage (layer->n_options - 1);
}

glong
parley_grid_scale (const ParleyGrid *self)
{
  glong scale = 0;

  for (guint l = 0; l < self->diagram->n_layers; l++)
    scale += scale_of_layer (&self->diagram->layers[l]);
  return scale;
}

/* Adding the cells of a node, moved, to those of a node of the next layer. */
typedef struct
{
  guint         n_dims;
  const gint32 *low;   /* [dim] of the node */
  const gint32 *width; /* likewise */
  const gint32 *next_low;
  const gint32 *next_width;
  const gint32 *move;
  double        scale;
} Pass;

/* The last dimension; without any there is one cell. */
static void
add_row (const Pass *pass, const double *from, double *to)
{
  guint d = pass->n_dims - 1;
  gint64 shift = 0, last = 0, n_within = 0, i = 0;

  if (pass->n_dims == 0)
    {
      *to += pass->scale * *from;
      return;
    }
  shift = (gint64) pass->low[d] + pass->move[d] - pass->next_low[d];
  last = pass->next_width[d] - 1;
  i = MAX (0, -shift);
  n_within = CLAMP (last - shift + 1, i, pass->width[d]);
  for (; i < n_within; i++)
    to[i + shift] += pass->scale * from[i];
  for (; i < pass->width[d]; i++)
    to[last] += pass->scale * from[i];
}

static gsize
stride (const gint32 *width, guint dim, guint n_dims)
{
  gsize n = 1;

  for (guint d = dim + 1; d < n_dims; d++)
    n *= (gsize) width[d];
  return n;
}

/* Row by row: what falls below is left out, what rises above stays at the top. */
static void
add_moved (const Pass *pass, guint d, const double *from, double *to)
{
  gsize from_step = 0, to_step = 0;
  gint64 shift = 0;

  if (d + 1 >= pass->n_dims)
    {
      add_row (pass, from, to);
      return;
    }
  from_step = stride (pass->width, d, pass->n_dims);
  to_step = stride (pass->next_width, d, pass->n_dims);
  shift = (gint64) pass->low[d] + pass->move[d] - pass->next_low[d];
  for (gint64 i = MAX (0, -shift); i < pass->width[d]; i++)
    add_moved (pass, d + 1, from + (gsize) i * from_step,
               to + (gsize) MIN (i + shift, pass->next_width[d] - 1) * to_step);
}

/* Returns: (transfer full): the cells of the next layer. */
static double *
pass_layer (const ParleyGrid *self, guint l, const double *now)
{
  const ParleyLayer *layer = &self->diagram->layers[l];
  gsize at = (gsize) l * self->n_dims;
  gsize n_here = (gsize) n_cells (self, l);
  gsize n_next = (gsize) n_cells (self, l + 1);
  double *next = g_new0 (double, n_next *parley_diagram_n_nodes (self->diagram, l + 1));
  Pass pass = { .n_dims = self->n_dims,
                .low = self->low + at,
                .width = self->width + at,
                .next_low = self->low + at + self->n_dims,
                .next_width = self->width + at + self->n_dims,
                .scale = ldexp (1, -scale_of_layer (layer)) };

  for (guint node = 0; node < layer->n_nodes; node++)
    for (guint o = 0; o < layer->n_options; o++)
      {
        gsize arc = (gsize) node * layer->n_options + o;

        if (layer->children[arc] == PARLEY_NO_NODE)
          continue;
        pass.move = self->moves[l] + (gsize) layer->gains[arc] * self->n_dims;
        add_moved (&pass, 0, now + node * n_here, next + layer->children[arc] * n_next);
      }
  return next;
}

/* Before any choice all sums are 0: the cell where that is, or where it counts as less. */
static double *
start (const ParleyGrid *self)
{
  double *cells = g_new0 (double, (gsize) n_cells (self, 0));
  gsize cell = 0;

  for (guint d = 0; d < self->n_dims; d++)
    {
      if (self->low[d] > 0)
        return cells;
      cell += (gsize) MIN (-self->low[d], self->width[d] - 1)
              * stride (self->width, d, self->n_dims);
    }
  cells[cell] = 1;
  return cells;
}

double *
parley_grid_walk (const ParleyGrid *self)
{
  double *cells = start (self);

  for (guint l = 0; l < self->diagram->n_layers; l++)
    {
      double *next = pass_layer (self, l, cells);

      g_free (cells);
      cells = next;
    }
  return cells;
}
