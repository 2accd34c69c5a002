/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/genius_function.h"

void
parley_genius_function_init (ParleyGeniusFunction *self)
{
  self->shape = PARLEY_GENIUS_LINEAR;
  for (guint i = 0; i < G_N_ELEMENTS (self->parameters); i++)
    mpq_init (self->parameters[i]);
}

void
parley_genius_function_clear (ParleyGeniusFunction *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->parameters); i++)
    mpq_clear (self->parameters[i]);
}

static void
evaluate_linear (const ParleyGeniusFunction *self, mpq_srcptr x, mpq_ptr value)
{
  mpq_sub (value, x, self->parameters[2]);
  mpq_mul (value, value, self->parameters[1]);
  mpq_add (value, value, self->parameters[0]);
  if (mpq_sgn (value) < 0)
    mpq_set_ui (value, 0, 1);
  else if (mpq_cmp_ui (value, 1, 1) > 0)
    mpq_set_ui (value, 1, 1);
}

/* EVALFUNCTYPE.evalTriangular of GENIUS: at the high end it is 0, even when that is the top. */
static void
evaluate_triangular (const ParleyGeniusFunction *self, mpq_srcptr x, mpq_ptr value)
{
  mpq_srcptr low = self->parameters[0];
  mpq_srcptr high = self->parameters[1];
  mpq_srcptr top = self->parameters[2];
  gboolean rises = mpq_cmp (x, top) < 0;
  mpq_t width;

  mpq_set_ui (value, 0, 1);
  if (mpq_cmp (x, low) < 0 || (!rises && mpq_cmp (x, high) >= 0))
    return;
  mpq_init (width);
  mpq_sub (width, top, rises ? low : high);
  mpq_sub (value, x, rises ? low : high);
  mpq_div (value, value, width);
  mpq_clear (width);
}

void
parley_genius_function_evaluate (mpq_srcptr x, gconstpointer data, mpq_ptr value)
{
  const ParleyGeniusFunction *self = data;

  if (self->shape == PARLEY_GENIUS_LINEAR)
    evaluate_linear (self, x, value);
  else if (self->shape == PARLEY_GENIUS_TRIANGULAR)
    evaluate_triangular (self, x, value);
  else
    mpq_set (value, self->parameters[0]);
  parley_import_to_points (value);
}

GPtrArray *
parley_genius_function_kinks (const ParleyGeniusFunction *self)
{
  static const guint corners[] = { 0, 2, 1 };
  GPtrArray *kinks = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_exact_free);
  mpq_t x;

  mpq_init (x);
  for (guint level = 0;
       self->shape == PARLEY_GENIUS_LINEAR && level < 2 && mpq_sgn (self->parameters[1]) != 0;
       level++)
    {
      mpq_set_ui (x, level, 1);
      mpq_sub (x, x, self->parameters[0]);
      mpq_div (x, x, self->parameters[1]);
      mpq_add (x, x, self->parameters[2]);
      g_ptr_array_add (kinks, parley_exact_new (x));
    }
  for (guint i = 0; self->shape == PARLEY_GENIUS_TRIANGULAR && i < G_N_ELEMENTS (corners); i++)
    g_ptr_array_add (kinks, parley_exact_new (self->parameters[corners[i]]));
  mpq_clear (x);
  return kinks;
}
