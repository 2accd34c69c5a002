/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/bracket.h"

#include <math.h>

#include "space/grid.h"
#include "space/plan.h"

/* How fine grids are tried: 2^(n / 4) cells for the range of a score. */
#define FINEST   80
#define COARSEST 8

/* Cells for the sum of remainders. */
#define REMAINDER_CELLS 1024

/* Between what certainly reaches the floors and what possibly does. */
#define N_MARGINS 64

/* What adding doubles may lose of a sum (grid.h), and what of the smallest. */
#define LOSS (4 * PARLEY_BRACKET_WORK / 4503599627370496.0)
#define TINY 1e-300

/* The gains of a diagram in steps. What is left over is never negative. */
typedef struct
{
  const ParleyView    *view;
  const ParleyDiagram *diagram;
  ParleyScore         *step;   /* [dim] */
  ParleyScore         *offset; /* [layer * n_dims + dim]: what the gains of a layer start from */
  ParleyScore         *slack;  /* [dim]: the largest sum of remainders */
  ParleyScore         *left;   /* [dim]: what the floor leaves to be brought beside the offsets */
  ParleyGrid          *grid;
  double               work;   /* additions that may be made */
} Rounding;

static void
rounding_free (Rounding *self)
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

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Rounding, rounding_free)

static ParleyScore
floor_div (ParleyScore a, ParleyScore b)
{
  return a / b - (a % b < 0); /* NOLINT(clang-analyzer-core.DivideZero): steps are at least 1 */
}

static ParleyScore
ceil_div (ParleyScore a, ParleyScore b)
{
  return -floor_div (-a, b);
}

static ParleyScore
gain_at (const Rounding *self, guint l, guint gain, guint dim)
{
  return self->diagram->layers[l].gain_scores[(gsize) gain * self->diagram->n_dims + dim];
}

static ParleyScore *
offset_at (const Rounding *self, guint l, guint dim)
{
  return &self->offset[(gsize) l * self->diagram->n_dims + dim];
}

/* All that gains can differ by, over all layers. */
static ParleyScore
range_of (const Rounding *self, guint dim)
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
    places[g] = gains[g] - step * floor_div (gains[g], step);
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
  *offset += step * floor_div (least - *offset, step);
}

static void
round_layer (Rounding *self, guint l, guint dim)
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
        = (gint32) floor_div (gains[g] - *offset, self->step[dim]);
}

/* How many steps are enough without remainders, and how many with all of them. */
static void
set_thresholds (Rounding *self, guint dim)
{
  ParleyScore left = parley_view_dim (self->view, dim)->floor;
  gint64 low = 0, high = 0;

  for (guint l = 0; l < self->diagram->n_layers; l++)
    left -= *offset_at (self, l, dim);
  self->left[dim] = left;
  parley_grid_range (self->grid, dim, &low, &high);
  self->grid->most[dim] = (gint32) CLAMP (ceil_div (left, self->step[dim]), (ParleyScore) low,
                                          (ParleyScore) high + 1);
  self->grid->least[dim] = (gint32) CLAMP (ceil_div (left - self->slack[dim], self->step[dim]),
                                           (ParleyScore) low, (ParleyScore) high + 1);
}

/* Steps of which some @n_cells go into what a score can differ by. */
static Rounding *
rounding_new (const ParleyView *view, const ParleyDiagram *diagram, double n_cells)
{
  Rounding *self = g_new0 (Rounding, 1);
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
      self->step[d] = MAX (1, ceil_div (range_of (self, d), (ParleyScore) n_cells));
      for (guint l = 0; l < diagram->n_layers; l++)
        round_layer (self, l, d);
      set_thresholds (self, d);
    }
  return self;
}

/* The finest grid that memory and @work allow. Returns: NULL when none does. */
static Rounding *
find_rounding (const ParleyView *view, const ParleyDiagram *diagram, double work)
{
  g_autoptr(Rounding) best = NULL;
  guint low = COARSEST, high = FINEST;

  while (low <= high)
    {
      guint middle = (low + high) / 2;
      g_autoptr(Rounding) rounding = rounding_new (view, diagram, exp2 (middle / 4.0));
      double bytes = 0, additions = 0;

      parley_grid_fit (rounding->grid, &bytes, &additions);
      if (bytes > (double) view->memory || additions > work)
        {
          high = middle - 1;
          continue;
        }
      low = middle + 1;
      rounding_free (best);
      best = g_steal_pointer (&rounding);
    }
  return g_steal_pointer (&best);
}

/* For each number of cells, the share of the deals whose remainders in a dimension come to
 * so many: certainly not more than these. */
typedef struct
{
  ParleyScore cell;
  gint32      n;
  double     *above; /* [i]: the remainders can come to i cells or more */
  double     *below; /* [i]: they can come to less than i cells */
} Tail;

static void
tail_clear (Tail *self)
{
  g_free (self->above);
  g_free (self->below);
}

/* The remainders of one dimension in cells of their own, rounded up or down. */
static ParleyGrid *
grid_of_remainders (const Rounding *self, guint dim, ParleyScore cell, gboolean up)
{
  ParleyGrid *grid = parley_grid_new (self->diagram, 1);
  gint64 low = 0, high = 0;

  for (guint l = 0; l < self->diagram->n_layers; l++)
    for (guint g = 0; g < self->diagram->layers[l].n_gains; g++)
      {
        ParleyScore steps = self->grid->moves[l][(gsize) g * self->grid->n_dims + dim];
        ParleyScore left
            = gain_at (self, l, g, dim) - *offset_at (self, l, dim) - steps * self->step[dim];

        grid->moves[l][g] = (gint32) (up ? ceil_div (left, cell) : floor_div (left, cell));
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

/* Returns: FALSE when it is too much work, or too much for the view's memory. */
static gboolean
tail_init (Tail *self, const Rounding *rounding, guint dim)
{
  ParleyScore cell = MAX (1, ceil_div (rounding->slack[dim], REMAINDER_CELLS));
  g_autoptr(ParleyGrid) up = grid_of_remainders (rounding, dim, cell, TRUE);
  g_autoptr(ParleyGrid) down = grid_of_remainders (rounding, dim, cell, FALSE);
  double memory = 0, work = 0, sum = 0;

  parley_grid_fit (down, &memory, &work);
  parley_grid_fit (up, &memory, &work);
  if (work > rounding->work / 4 || memory > (double) rounding->view->memory)
    return FALSE;
  self->cell = cell;
  self->n = up->most[0] + 1;
  self->above = walk_remainders (up, self->n);
  self->below = walk_remainders (down, self->n);
  for (gint32 i = self->n - 1; i-- > 0;)
    self->above[i] += self->above[i + 1];
  for (gint32 i = 0; i < self->n; i++)
    {
      double own = self->below[i];

      self->below[i] = sum;
      sum += own;
    }
  return TRUE;
}

/* At most so much of the deals has remainders of @sum or more. */
static double
share_above (const Tail *self, ParleyScore sum)
{
  ParleyScore i = MAX (0, ceil_div (sum, self->cell));

  return i < self->n ? self->above[i] : 0;
}

/* At most so much of the deals has remainders of less than @sum. */
static double
share_below (const Tail *self, ParleyScore sum)
{
  ParleyScore i = MAX (0, ceil_div (sum, self->cell));

  /* The last sum of remainders, rounded down, is not below itself. */
  return i < self->n ? self->below[i] : 1;
}

typedef struct
{
  const Rounding *rounding;
  double         *cells;  /* of the last layer */
  Tail           *tails;  /* [dim]; NULL when they are too much work */
  gint32         *enough; /* [dim]: how many steps count as reaching the floor */
} Reading;

/* The share of the deals that come to enough steps in dimensions from @d on. */
static double
share_enough (const Reading *self, guint d, const double *cells)
{
  const ParleyGrid *grid = self->rounding->grid;
  gsize at = (gsize) grid->diagram->n_layers * grid->n_dims;
  gsize step = 1;
  double sum = 0;

  if (d == grid->n_dims)
    return *cells;
  for (guint k = d + 1; k < grid->n_dims; k++)
    step *= (gsize) grid->width[at + k];
  for (gint32 i = MAX (0, self->enough[d] - grid->low[at + d]); i < grid->width[at + d]; i++)
    sum += share_enough (self, d + 1, cells + (gsize) i * step);
  return sum;
}

/* Sets @low and @high to bounds on the share, with so much of the margin given to what
 * possibly reaches the floors. */
static void
read_bounds (Reading *self, guint margin, double *low, double *high)
{
  const Rounding *rounding = self->rounding;
  const ParleyGrid *grid = rounding->grid;
  double too_many = 0; /* come to enough, and may fall short all the same */
  double too_few = 0;  /* the other way round */

  for (guint d = 0; d < grid->n_dims; d++)
    {
      gint64 wide = (gint64) grid->most[d] - grid->least[d];
      ParleyScore missing = 0;

      self->enough[d] = (gint32) (grid->most[d] - wide * margin / N_MARGINS);
      missing = rounding->left[d] - self->enough[d] * rounding->step[d];
      if (margin > 0)
        too_many += self->tails == NULL ? 1 : share_below (&self->tails[d], missing);
      if (margin < N_MARGINS)
        too_few
            += self->tails == NULL ? 1 : share_above (&self->tails[d], missing + rounding->step[d]);
    }
  *low = *high = share_enough (self, 0, self->cells);
  *low -= too_many + LOSS * (*low + too_many);
  *high += too_few + LOSS * (*high + too_few);
}

/* From shares of 2^scale to shares of @total. */
static ParleyBracket
to_shares (const ParleyGrid *grid, double low, double high, mpz_srcptr total)
{
  glong exponent = 0;
  double mantissa = mpz_get_d_2exp (&exponent, total);
  int up = (int) (parley_grid_scale (grid) - exponent);

  low = ldexp ((low - TINY) / mantissa, up);
  high = ldexp ((high + TINY) / mantissa, up);
  return (ParleyBracket){ fmax (low, 0), fmin (high, 1) };
}

static ParleyBracket
read_bracket (Reading *self, mpz_srcptr total)
{
  double low = 0, high = INFINITY;

  for (guint margin = 0; margin <= N_MARGINS; margin++)
    {
      double one_low = 0, one_high = 0;

      read_bounds (self, margin, &one_low, &one_high);
      low = fmax (low, one_low);
      high = fmin (high, one_high);
    }
  return to_shares (self->rounding->grid, low, high, total);
}

static Tail *
tails_new (const Rounding *rounding)
{
  Tail *tails = g_new0 (Tail, rounding->grid->n_dims);

  for (guint d = 0; d < rounding->grid->n_dims; d++)
    if (!tail_init (&tails[d], rounding, d))
      {
        for (guint k = 0; k < d; k++)
          tail_clear (&tails[k]);
        g_free (tails);
        return NULL;
      }
  return tails;
}

static ParleyBracket
bracket_from (const Rounding *rounding, mpz_srcptr total)
{
  guint n_dims = rounding->grid->n_dims;
  g_autofree double *cells = parley_grid_walk (rounding->grid);
  g_autofree gint32 *enough = g_new (gint32, n_dims);
  Reading reading = { rounding, cells, tails_new (rounding), enough };
  ParleyBracket bracket = read_bracket (&reading, total);

  for (guint d = 0; d < n_dims && reading.tails != NULL; d++)
    tail_clear (&reading.tails[d]);
  g_free (reading.tails);
  return bracket;
}

gboolean
parley_bracket (const ParleyView *view, mpz_srcptr total, double work, ParleyBracket *bracket)
{
  g_auto(ParleyLease) lease = { 0 };
  g_autoptr(ParleyView) floors = parley_view_new_floors (view);
  g_autofree guint *order = g_new (guint, MAX (1, view->space->domain->n_axes));
  g_autoptr(ParleyDiagram) diagram = NULL;
  g_autoptr(Rounding) rounding = NULL;
  double bytes = 0, additions = 0;

  parley_plan_narrow_order (floors, order);
  diagram = parley_plan_shared_diagram (floors, order, &lease, NULL);
  if (diagram == NULL)
    return FALSE;
  *bracket = (ParleyBracket){ 0, 0 };
  if (diagram->empty)
    return TRUE;
  rounding = find_rounding (floors, diagram, work);
  if (rounding == NULL)
    return FALSE;
  rounding->work = work;
  parley_grid_fit (rounding->grid, &bytes, &additions);
  parley_lease_take (&lease, view->room, (gsize) bytes);
  *bracket = bracket_from (rounding, total);
  return TRUE;
}
