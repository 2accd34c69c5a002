/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/remainders.h"

/* For the sum of remainders. */
#define N_CELLS 1024

/* The remainders of one dimension in cells of their own, rounded up or down. */
static ParleyGrid *
grid_of_remainders (const ParleyRounding *self, guint dim, ParleyScore cell, gboolean up)
{
  ParleyGrid *grid = parley_grid_new (self->diagram, 1);
  gint64 low = 0, high = 0;

  for (guint l = 0; l < self->diagram->n_layers; l++)
    for (guint g = 0; g < self->diagram->layers[l].n_gains; g++)
      {
        ParleyScore left = parley_rounding_remainder (self, l, g, dim);

        grid->moves[l][g] = (gint32) (up ? parley_score_divide_up (left, cell)
                                         : parley_score_divide_down (left, cell));
      }
  parley_grid_range (grid, 0, &low, &high);
  grid->least[0] = (gint32) low;
  grid->most[0] = (gint32) high;
  return grid;
}

/* Shares by sums from 0 to @n - 1. */
static double *
walk_remainders (const ParleyGrid *grid, gint32 n)
{
  gint32 low = grid->low[grid->diagram->n_layers];
  gint32 width = grid->width[grid->diagram->n_layers];
  g_autofree double *cells = parley_grid_walk (grid);
  double *shares = g_new0 (double, n);

  for (gint32 i = 0; i < width; i++)
    shares[low + i] = cells[i];
  return shares;
}

/* Adds up: above from the last cell down, below from the first up, without its own. */
static void
add_up (ParleyRemainders *self)
{
  double sum = 0;

  for (gint32 i = self->n - 1; i-- > 0;)
    self->above[i] += self->above[i + 1];
  for (gint32 i = 0; i < self->n; i++)
    {
      double own = self->below[i];

      self->below[i] = sum;
      sum += own;
    }
}

ParleyRemainders *
parley_remainders_new (const ParleyRounding *rounding, guint dim, double most_work)
{
  ParleyRemainders *self = NULL;
  ParleyScore cell = MAX (1, parley_score_divide_up (rounding->slack[dim], N_CELLS));
  g_autoptr(ParleyGrid) up = grid_of_remainders (rounding, dim, cell, TRUE);
  g_autoptr(ParleyGrid) down = grid_of_remainders (rounding, dim, cell, FALSE);
  double memory = 0, work = 0;

  parley_grid_fit (down, &memory, &work);
  parley_grid_fit (up, &memory, &work); /* no less than down */
  if (work > most_work || memory > (double) rounding->view->memory)
    return NULL;
  self = g_new (ParleyRemainders, 1);
  self->cell = cell;
  self->n = up->most[0] + 1;
  self->above = walk_remainders (up, self->n);
  self->below = walk_remainders (down, self->n);
  add_up (self);
  return self;
}

void
parley_remainders_free (ParleyRemainders *self)
{
  if (self == NULL)
    return;
  g_free (self->above);
  g_free (self->below);
  g_free (self);
}

double
parley_remainders_above (const ParleyRemainders *self, ParleyScore sum)
{
  ParleyScore i = MAX (0, parley_score_divide_up (sum, self->cell));

  return i < self->n ? self->above[i] : 0;
}

double
parley_remainders_below (const ParleyRemainders *self, ParleyScore sum)
{
  ParleyScore i = MAX (0, parley_score_divide_up (sum, self->cell));

  /* The last sum of remainders, rounded down, is not below itself. */
  return i < self->n ? self->below[i] : 1;
}
