/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/curve.h"

#include <gsl/gsl_errno.h>
#include <gsl/gsl_interp.h>
#include <math.h>

/* Smooth values are multiples of 1 / SMOOTH_STEPS points. */
#define SMOOTH_STEPS 1e10

static mpq_srcptr
point_x (const ParleyValueFunction *self, guint index)
{
  return g_ptr_array_index (self->x, index);
}

static mpq_srcptr
point_y (const ParleyValueFunction *self, guint index, const ParleyVariation *variation)
{
  return parley_number_under (g_ptr_array_index (self->y, index), variation);
}

/* y0 + (y1 - y0) (x - x0) / (x1 - x0) on the piece that holds @x. */
static void
linear_value (const ParleyValueFunction *self,
              mpq_srcptr                 x,
              const ParleyVariation     *variation,
              mpq_ptr                    value)
{
  guint piece = 0;
  mpq_t width;

  while (piece + 2 < self->x->len && mpq_cmp (x, point_x (self, piece + 1)) > 0)
    piece++;

  mpq_init (width);
  mpq_sub (width, point_x (self, piece + 1), point_x (self, piece));
  mpq_sub (value, x, point_x (self, piece));
  mpq_div (value, value, width);
  mpq_sub (width, point_y (self, piece + 1, variation), point_y (self, piece, variation));
  mpq_mul (value, value, width);
  mpq_add (value, value, point_y (self, piece, variation));
  mpq_clear (width);
}

/* 100 (1 - |x - ideal| / tolerance), not below 0. */
static void
ideal_value (const ParleyValueFunction *self,
             mpq_srcptr                 x,
             const ParleyVariation     *variation,
             mpq_ptr                    value)
{
  mpq_t hundred;

  mpq_init (hundred);
  mpq_set_ui (hundred, 100, 1);
  mpq_sub (value, x, parley_number_under (self->ideal, variation));
  mpq_abs (value, value);
  mpq_div (value, value, parley_number_under (self->tolerance, variation));
  mpq_mul (value, value, hundred);
  mpq_sub (value, hundred, value);
  if (mpq_sgn (value) < 0)
    mpq_set_ui (value, 0, 1);
  mpq_clear (hundred);
}

static void
set_rounded (mpq_ptr value, double points)
{
  double steps = CLAMP (points, 0.0, 100.0) * SMOOTH_STEPS;

  mpq_set_si (value, (long) (steps + 0.5), (unsigned long) SMOOTH_STEPS);
  mpq_canonicalize (value);
}

/* Whether GSL can make a curve of them: where points are nearer to each other than doubles can tell
 * it is straight. GSL is not asked, as its errors end the process unless all of it agrees
 * otherwise. */
static gboolean
is_ascending (const double *xs, guint n)
{
  for (guint i = 1; i < n; i++)
    if (!(xs[i - 1] < xs[i]))
      return FALSE;
  return TRUE;
}

static double
curve_value (const ParleyValueFunction *self,
             const gsl_interp          *curve, /* NULL: straight */
             const double              *xs,
             const double              *ys,
             mpq_srcptr                 x,
             const ParleyVariation     *variation)
{
  double at = CLAMP (parley_exact_to_double (x), xs[0], xs[self->x->len - 1]);
  double points = NAN;
  mpq_t value;

  if (curve != NULL && gsl_interp_eval_e (curve, xs, ys, at, NULL, &points) == GSL_SUCCESS
      && isfinite (points))
    return points;

  mpq_init (value);
  linear_value (self, x, variation, value);
  points = parley_exact_to_double (value);
  mpq_clear (value);
  return points;
}

/* Steffen's curve needs three points; through two it is the straight line. */
static void
smooth_values (const ParleyValueFunction *self,
               mpq_srcptr const          *x,
               guint                      n,
               const ParleyVariation     *variation,
               mpq_t                     *value)
{
  guint n_points = self->x->len;
  g_autofree double *xs = g_new (double, n_points);
  g_autofree double *ys = g_new (double, n_points);
  const gsl_interp_type *type = n_points > 2 ? gsl_interp_steffen : gsl_interp_linear;
  gsl_interp *curve = gsl_interp_alloc (type, n_points);
  gboolean is_usable = FALSE;

  for (guint i = 0; i < n_points; i++)
    {
      xs[i] = parley_exact_to_double (point_x (self, i));
      ys[i] = parley_exact_to_double (point_y (self, i, variation));
    }
  is_usable
      = is_ascending (xs, n_points) && gsl_interp_init (curve, xs, ys, n_points) == GSL_SUCCESS;
  for (guint i = 0; i < n; i++)
    set_rounded (value[i], curve_value (self, is_usable ? curve : NULL, xs, ys, x[i], variation));
  gsl_interp_free (curve);
}

gboolean
parley_value_of_numbers (const ParleyValueFunction *self,
                         mpq_srcptr const          *x,
                         guint                      n,
                         const ParleyVariation     *variation,
                         mpq_t                     *value)
{
  g_return_val_if_fail (self->kind != PARLEY_VALUE_TABLE, FALSE);

  if (self->kind == PARLEY_VALUE_SMOOTH)
    {
      smooth_values (self, x, n, variation, value);
      return FALSE;
    }
  for (guint i = 0; i < n; i++)
    {
      if (self->kind == PARLEY_VALUE_LINEAR)
        linear_value (self, x[i], variation, value[i]);
      else
        ideal_value (self, x[i], variation, value[i]);
    }
  return TRUE;
}

mpq_srcptr
parley_value_of_option (const ParleyValueFunction *self,
                        guint                      option,
                        const ParleyVariation     *variation)
{
  g_return_val_if_fail (self->kind == PARLEY_VALUE_TABLE, NULL);

  return parley_number_under (g_ptr_array_index (self->table, option), variation);
}
