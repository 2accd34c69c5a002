/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/polytope_frame.h"

/* Equations in reduced echelon form: each has a pivot, a share with factor 1 that no other has. */
typedef struct
{
  guint   n_shares;
  guint   n_equations;
  mpq_t  *cells;  /* [equation][share, and then what they sum to] */
  guint  *pivots; /* [equation] */
  mpq_t   step;   /* room for a product */
} Echelon;

static mpq_ptr
cell (const Echelon *self, guint equation, guint column)
{
  return self->cells[(gsize) equation * (self->n_shares + 1) + column];
}

static void
echelon_init (Echelon *self, guint n_shares)
{
  gsize n_cells = (gsize) (n_shares + 1) * (n_shares + 1);

  self->n_shares = n_shares;
  self->n_equations = 0;
  self->cells = g_new (mpq_t, n_cells);
  self->pivots = g_new (guint, n_shares + 1);
  for (gsize i = 0; i < n_cells; i++)
    mpq_init (self->cells[i]);
  mpq_init (self->step);
}

static void
echelon_clear (Echelon *self)
{
  for (gsize i = 0; i < (gsize) (self->n_shares + 1) * (self->n_shares + 1); i++)
    mpq_clear (self->cells[i]);
  g_free (self->cells);
  g_free (self->pivots);
  mpq_clear (self->step);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Echelon, echelon_clear)

/* Takes the pivot of @from out of @to. */
static void
eliminate (Echelon *self, guint from, guint to)
{
  mpq_t factor;

  mpq_init (factor);
  mpq_set (factor, cell (self, to, self->pivots[from]));
  for (guint c = 0; mpq_sgn (factor) != 0 && c <= self->n_shares; c++)
    {
      mpq_mul (self->step, factor, cell (self, from, c));
      mpq_sub (cell (self, to, c), cell (self, to, c), self->step);
    }
  mpq_clear (factor);
}

/* Divides @equation so that its pivot is 1, the first share it has. Returns: FALSE when it says
 * nothing any more. */
static gboolean
find_pivot (Echelon *self, guint equation)
{
  guint pivot = 0;

  while (pivot < self->n_shares && mpq_sgn (cell (self, equation, pivot)) == 0)
    pivot++;
  if (pivot == self->n_shares)
    return FALSE;
  self->pivots[equation] = pivot;
  for (guint c = self->n_shares + 1; c-- > pivot;)
    mpq_div (cell (self, equation, c), cell (self, equation, c), cell (self, equation, pivot));
  return TRUE;
}

/* Adds what has been written behind the last equation. */
static void
echelon_add (Echelon *self)
{
  guint last = self->n_equations;

  for (guint e = 0; e < last; e++)
    eliminate (self, e, last);
  if (!find_pivot (self, last))
    return;
  for (guint e = 0; e < last; e++)
    eliminate (self, last, e);
  self->n_equations++;
}

static void
add_sum (Echelon *self)
{
  for (guint c = 0; c <= self->n_shares; c++)
    mpq_set_ui (cell (self, 0, c), 1, 1);
  echelon_add (self);
}

static void
add_row (Echelon *self, const ParleyShareRow *row)
{
  for (guint c = 0; c < self->n_shares; c++)
    mpq_set (cell (self, self->n_equations, c), row->factors[c]);
  mpq_set (cell (self, self->n_equations, self->n_shares), row->most);
  echelon_add (self);
}

static ParleyShareFrame *
frame_new (guint n_shares, guint dimension)
{
  ParleyShareFrame *self = g_new0 (ParleyShareFrame, 1);

  self->n_shares = n_shares;
  self->dimension = dimension;
  self->free = g_new0 (guint, dimension);
  self->base = g_new (mpq_t, n_shares);
  self->slopes = g_new (mpq_t, (gsize) n_shares * dimension);
  for (guint i = 0; i < n_shares; i++)
    mpq_init (self->base[i]);
  for (gsize i = 0; i < (gsize) n_shares * dimension; i++)
    mpq_init (self->slopes[i]);
  return self;
}

void
parley_share_frame_free (ParleyShareFrame *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n_shares; i++)
    mpq_clear (self->base[i]);
  for (gsize i = 0; i < (gsize) self->n_shares * self->dimension; i++)
    mpq_clear (self->slopes[i]);
  g_free (self->free);
  g_free (self->base);
  g_free (self->slopes);
  g_free (self);
}

static void
find_free (const Echelon *echelon, ParleyShareFrame *frame)
{
  g_autofree gboolean *bound = g_new0 (gboolean, frame->n_shares);
  guint n = 0;

  for (guint e = 0; e < echelon->n_equations; e++)
    bound[echelon->pivots[e]] = TRUE;
  for (guint i = 0; i < frame->n_shares; i++)
    if (!bound[i])
      frame->free[n++] = i;
}

static void
read_frame (const Echelon *echelon, ParleyShareFrame *frame)
{
  find_free (echelon, frame);
  for (guint k = 0; k < frame->dimension; k++)
    mpq_set_ui (frame->slopes[(gsize) frame->free[k] * frame->dimension + k], 1, 1);
  for (guint e = 0; e < echelon->n_equations; e++)
    {
      guint share = echelon->pivots[e];

      mpq_set (frame->base[share], cell (echelon, e, echelon->n_shares));
      for (guint k = 0; k < frame->dimension; k++)
        mpq_neg (frame->slopes[(gsize) share * frame->dimension + k],
                 cell (echelon, e, frame->free[k]));
    }
}

ParleyShareFrame *
parley_share_frame_new (const GPtrArray *rows, const gboolean *tight)
{
  guint n_shares = ((const ParleyShareRow *) g_ptr_array_index (rows, 0))->n_shares;
  g_auto (Echelon) echelon = { 0 };
  ParleyShareFrame *frame = NULL;

  echelon_init (&echelon, n_shares);
  add_sum (&echelon);
  for (guint r = 0; r < rows->len; r++)
    if (tight[r])
      add_row (&echelon, g_ptr_array_index (rows, r));
  frame = frame_new (n_shares, n_shares - echelon.n_equations);
  read_frame (&echelon, frame);
  return frame;
}

void
parley_share_frame_slope (const ParleyShareFrame *self,
                          const ParleyShareRow   *row,
                          guint                   coordinate,
                          mpq_ptr                 slope)
{
  mpq_t part;

  mpq_init (part);
  mpq_set_ui (slope, 0, 1);
  for (guint i = 0; i < self->n_shares; i++)
    {
      mpq_mul (part, row->factors[i], self->slopes[(gsize) i * self->dimension + coordinate]);
      mpq_add (slope, slope, part);
    }
  mpq_clear (part);
}
