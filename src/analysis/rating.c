/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/rating.h"

#include <gsl/gsl_errno.h>
#include <gsl/gsl_interp.h>
#include <math.h>

ParleyCell
parley_cell (GHashTable *index, const ParleyNumber *number)
{
  ParleyCell cell = { 0, -1 };

  if (number == NULL)
    return cell;
  cell.fixed = parley_exact_to_double (number->value);
  cell.drawn = GPOINTER_TO_INT (g_hash_table_lookup (index, number)) - 1;
  return cell;
}

ParleyRating
parley_rating_of_option (GHashTable *index, const ParleyValueFunction *function, guint option)
{
  ParleyRating self = { .kind = PARLEY_RATING_LINE, .a = { 0, -1 }, .b = { 0, -1 } };

  if (function != NULL)
    self.a = parley_cell (index, g_ptr_array_index (function->table, option));
  return self;
}

/* The piece that holds @x, and where in it. */
static ParleyRating
rate_line (GHashTable *index, const ParleyValueFunction *function, mpq_srcptr x)
{
  ParleyRating self = { .kind = PARLEY_RATING_LINE };
  guint piece = 0;
  mpq_t part;
  mpq_t width;

  while (piece + 2 < function->x->len
         && mpq_cmp (x, g_ptr_array_index (function->x, piece + 1)) > 0)
    piece++;
  mpq_inits (part, width, NULL);
  mpq_sub (part, x, g_ptr_array_index (function->x, piece));
  mpq_sub (width, g_ptr_array_index (function->x, piece + 1),
           g_ptr_array_index (function->x, piece));
  mpq_div (part, part, width);
  self.at = parley_exact_to_double (part);
  self.a = parley_cell (index, g_ptr_array_index (function->y, piece));
  self.b = parley_cell (index, g_ptr_array_index (function->y, piece + 1));
  mpq_clears (part, width, NULL);
  return self;
}

static ParleyRating
rate_smooth (GHashTable *index, const ParleyValueFunction *function, mpq_srcptr x)
{
  ParleyRating self = { .kind = PARLEY_RATING_SMOOTH, .at = parley_exact_to_double (x) };

  self.n_points = function->x->len;
  self.x = g_new (double, self.n_points);
  self.y = g_new (ParleyCell, self.n_points);
  for (guint i = 0; i < self.n_points; i++)
    {
      self.x[i] = parley_exact_to_double (g_ptr_array_index (function->x, i));
      self.y[i] = parley_cell (index, g_ptr_array_index (function->y, i));
    }
  return self;
}

ParleyRating
parley_rating_of_number (GHashTable *index, const ParleyValueFunction *function, mpq_srcptr x)
{
  ParleyRating self = { .kind = PARLEY_RATING_IDEAL, .a = { 0, -1 }, .b = { 0, -1 } };

  if (function == NULL)
    {
      self.kind = PARLEY_RATING_LINE;
      return self;
    }
  if (function->kind == PARLEY_VALUE_LINEAR)
    return rate_line (index, function, x);
  if (function->kind == PARLEY_VALUE_SMOOTH)
    return rate_smooth (index, function, x);
  self.a = parley_cell (index, function->ideal);
  self.b = parley_cell (index, function->tolerance);
  self.at = parley_exact_to_double (x);
  return self;
}

void
parley_rating_clear (ParleyRating *self)
{
  g_free (self->x);
  g_free (self->y);
}

/* As parley_value_of_numbers() has it, but for points that doubles cannot tell apart: there the
 * first stands for all. */
static double
smooth_at (const ParleyRating *self, const double *drawn)
{
  const gsl_interp_type *type = self->n_points > 2 ? gsl_interp_steffen : gsl_interp_linear;
  gsl_interp *curve = gsl_interp_alloc (type, self->n_points);
  g_autofree double *y = g_new (double, self->n_points);
  double at = CLAMP (self->at, self->x[0], self->x[self->n_points - 1]);
  double value = NAN;

  for (guint i = 0; i < self->n_points; i++)
    y[i] = parley_cell_at (&self->y[i], drawn);
  if (gsl_interp_init (curve, self->x, y, self->n_points) != GSL_SUCCESS
      || gsl_interp_eval_e (curve, self->x, y, at, NULL, &value) != GSL_SUCCESS)
    value = y[0];
  gsl_interp_free (curve);
  return CLAMP (value, 0, 100);
}

double
parley_rating_at (const ParleyRating *self, const double *drawn)
{
  double a = 0;

  switch (self->kind)
    {
    case PARLEY_RATING_LINE:
      a = parley_cell_at (&self->a, drawn);
      return self->at > 0 ? a + (parley_cell_at (&self->b, drawn) - a) * self->at : a;
    case PARLEY_RATING_IDEAL:
      a = fabs (self->at - parley_cell_at (&self->a, drawn)) / parley_cell_at (&self->b, drawn);
      return fmax (0, 100 - 100 * a);
    case PARLEY_RATING_SMOOTH:
    default:
      return smooth_at (self, drawn);
    }
}
