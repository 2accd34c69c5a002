/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/curve.h"
#include "scenario/import_part.h"

void
parley_import_value_of (mpq_srcptr x, gconstpointer function, mpq_ptr value)
{
  mpq_t worth;

  mpq_init (worth);
  if (function != NULL)
    parley_value_of_numbers (function, &x, 1, NULL, &worth);
  mpq_set (value, worth);
  mpq_clear (worth);
}

static gint
compare_numbers (gconstpointer a, gconstpointer b)
{
  return mpq_cmp (*(const mpq_srcptr *) a, *(const mpq_srcptr *) b);
}

static gboolean
is_inside (mpq_srcptr x, const ParleyIssue *issue)
{
  return mpq_cmp (x, issue->min) > 0 && mpq_cmp (x, issue->max) < 0;
}

/* The ends of the scale, the grid and the kinks, ascending, maybe with repetitions.
 * Returns: (transfer container). */
static GPtrArray *
gather_places (const ParleyIssue *issue, GPtrArray *kinks)
{
  GPtrArray *places = g_ptr_array_new ();

  g_ptr_array_add (places, (gpointer) issue->min);
  g_ptr_array_add (places, (gpointer) issue->max);
  for (guint i = 0; i < issue->grid->len; i++)
    g_ptr_array_add (places, g_ptr_array_index (issue->grid, i));
  for (guint i = 0; kinks != NULL && i < kinks->len; i++)
    if (is_inside (g_ptr_array_index (kinks, i), issue))
      g_ptr_array_add (places, g_ptr_array_index (kinks, i));
  g_ptr_array_sort (places, compare_numbers);
  return places;
}

/* Whether the last two points of @curve and (@x, @y) lie on a straight line. */
static gboolean
goes_straight_on (const ParleyValueFunction *curve, mpq_srcptr x, mpq_srcptr y)
{
  guint n = curve->x->len;
  gboolean straight = FALSE;
  mpq_t run, rise, to_run, to_rise;

  if (n < 2)
    return FALSE;
  mpq_inits (run, rise, to_run, to_rise, NULL);
  mpq_sub (run, g_ptr_array_index (curve->x, n - 1), g_ptr_array_index (curve->x, n - 2));
  mpq_sub (rise, ((ParleyNumber *) g_ptr_array_index (curve->y, n - 1))->value,
           ((ParleyNumber *) g_ptr_array_index (curve->y, n - 2))->value);
  mpq_sub (to_run, x, g_ptr_array_index (curve->x, n - 1));
  mpq_sub (to_rise, y, ((ParleyNumber *) g_ptr_array_index (curve->y, n - 1))->value);
  mpq_mul (run, run, to_rise);
  mpq_mul (rise, rise, to_run);
  straight = mpq_equal (run, rise) != 0;
  mpq_clears (run, rise, to_run, to_rise, NULL);
  return straight;
}

static void
add_point (ParleyValueFunction *curve, mpq_srcptr x, mpq_srcptr y)
{
  guint n = curve->x->len;

  if (n > 0 && mpq_equal (x, g_ptr_array_index (curve->x, n - 1)))
    return;
  if (goes_straight_on (curve, x, y))
    {
      g_ptr_array_set_size (curve->x, (int) n - 1);
      g_ptr_array_set_size (curve->y, (int) n - 1);
    }
  g_ptr_array_add (curve->x, parley_exact_new (x));
  g_ptr_array_add (curve->y, parley_number_new (y));
}

ParleyValueFunction *
parley_import_curve (const ParleyIssue *issue,
                     ParleyOfNumber of,
                     gconstpointer data,
                     GPtrArray *kinks)
{
  ParleyValueFunction *curve = parley_value_function_new (PARLEY_VALUE_LINEAR);
  g_autoptr(GPtrArray) places = gather_places (issue, kinks);
  mpq_t value;

  mpq_init (value);
  for (guint i = 0; i < places->len; i++)
    {
      of (g_ptr_array_index (places, i), data, value);
      add_point (curve, g_ptr_array_index (places, i), value);
    }
  mpq_clear (value);
  return curve;
}
