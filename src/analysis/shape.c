/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/shape.h"

#include <gsl/gsl_errno.h>
#include <gsl/gsl_interp.h>
#include <math.h>

/* Points with straight lines between them, level beyond the ends: an ideal has three. */
struct _ParleyShape
{
  gboolean    is_ideal;
  guint       n;
  double     *xs;
  double     *ys;
  gsl_interp *smooth; /* NULL: straight */
};

static void
take_points (ParleyShape *self, const ParleyValueFunction *function)
{
  for (guint i = 0; i < self->n; i++)
    {
      const ParleyNumber *y = g_ptr_array_index (function->y, i);

      self->xs[i] = parley_exact_to_double (g_ptr_array_index (function->x, i));
      self->ys[i] = parley_exact_to_double (y->value);
    }
}

static void
set_ideal (ParleyShape *self, double ideal, double tolerance)
{
  for (guint i = 0; i < self->n; i++)
    {
      self->xs[i] = ideal + tolerance * ((int) i - 1);
      self->ys[i] = i == 1 ? 100 : 0;
    }
}

/* Straight where GSL cannot draw a curve, as in model/curve.c. */
static gsl_interp *
draw_curve (const ParleyShape *self)
{
  gsl_interp *curve = self->n > 2 ? gsl_interp_alloc (gsl_interp_steffen, self->n) : NULL;

  if (curve != NULL && gsl_interp_init (curve, self->xs, self->ys, self->n) == GSL_SUCCESS)
    return curve;
  gsl_interp_free (curve);
  return NULL;
}

ParleyShape *
parley_shape_new (const ParleyValueFunction *function)
{
  ParleyShape *self = g_new0 (ParleyShape, 1);

  g_return_val_if_fail (function->kind != PARLEY_VALUE_TABLE, self);

  self->is_ideal = function->kind == PARLEY_VALUE_IDEAL;
  self->n = self->is_ideal ? 3 : function->x->len;
  self->xs = g_new (double, self->n);
  self->ys = g_new (double, self->n);
  if (self->is_ideal)
    set_ideal (self, parley_exact_to_double (function->ideal->value),
               parley_exact_to_double (function->tolerance->value));
  else
    take_points (self, function);
  if (function->kind == PARLEY_VALUE_SMOOTH)
    self->smooth = draw_curve (self);
  return self;
}

void
parley_shape_free (ParleyShape *self)
{
  if (self == NULL)
    return;
  gsl_interp_free (self->smooth);
  g_free (self->xs);
  g_free (self->ys);
  g_free (self);
}

void
parley_shape_move (ParleyShape *self, guint part, double y)
{
  double ideal = self->xs[1];

  if (self->is_ideal)
    set_ideal (self, part == 0 ? y : ideal, part == 0 ? ideal - self->xs[0] : y);
  else
    self->ys[part] = y;
  if (self->smooth != NULL)
    gsl_interp_init (self->smooth, self->xs, self->ys, self->n);
}

double
parley_shape_value (const ParleyShape *self, double x)
{
  guint i = 0;
  double value = NAN;

  if (x <= self->xs[0])
    return self->ys[0];
  if (x >= self->xs[self->n - 1])
    return self->ys[self->n - 1];
  if (self->smooth != NULL
      && gsl_interp_eval_e (self->smooth, self->xs, self->ys, x, NULL, &value) == GSL_SUCCESS
      && isfinite (value))
    return value;
  while (i + 2 < self->n && x > self->xs[i + 1])
    i++;
  return self->ys[i]
         + (self->ys[i + 1] - self->ys[i]) * (x - self->xs[i]) / (self->xs[i + 1] - self->xs[i]);
}
