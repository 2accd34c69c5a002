/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Value functions in doubles, held against the exact ones. */
#include "analysis/shape.h"

#include <math.h>

#include "model/curve.h"
#include "model/scenario.h"
#include "small.h"
#include "suites.h"

/* A smooth curve is rounded to 1e-10 of a point there, and not here. */
#define NEAR 1e-9

static double
exact_at (const ParleyValueFunction *function, int x, const ParleyVariation *variation)
{
  mpq_t number;
  mpq_t values[1];
  mpq_srcptr numbers[] = { number };
  double value = 0;

  mpq_inits (number, values[0], NULL);
  mpq_set_si (number, x, 1);
  parley_value_of_numbers (function, numbers, 1, variation, values);
  value = mpq_get_d (values[0]);
  mpq_clears (number, values[0], NULL);
  return value;
}

static void
compare (const char                *json,
         const ParleyShape         *shape,
         const ParleyValueFunction *function,
         const ParleyVariation     *variation)
{
  for (int x = -100; x <= 100; x++)
    {
      double want = exact_at (function, x, variation);
      double got = parley_shape_value (shape, x);
      g_autofree char *message = g_strdup_printf ("%s at %d: got %g, want %g", json, x, got, want);

      CU_assertImplementation (fabs (got - want) < NEAR, __LINE__, message, __FILE__, "", CU_FALSE);
    }
}

static void
test_shapes (void)
{
  static const struct
  {
    const char *json;
    guint part; /* which is moved */
    double to;
  } rows[] = {
    { "{ 'points': [[-100, 0], [0, '100/3'], [100, 100]] }", 1, 70 },
    { "{ 'points': [[-200, 100], [-99, 100], [-98.5, 1], [7, 0], [300, '190/662']] }", 3, 12.5 },
    { "{ 'points': [[-100, 90], [100, 10]] }", 0, 20 },
    { "{ 'ideal': '1/3', 'tolerance': '2/7' }", 1, 40 },
    { "{ 'ideal': 50, 'tolerance': 200 }", 0, -25.5 },
    { "{ 'shape': 'smooth', 'points': [[-100, 0], [0, 100], [100, 100]] }", 1, 30 },
    { "{ 'shape': 'smooth', 'points': [[-100, 0], [-20, 60], [10, 5], [40, 80], [100, 81]] }", 2,
      77 },
    { "{ 'shape': 'smooth', 'points': [[-100, '100/3'], [100, 90]] }", 0, 95 },
  };

  for (guint r = 0; r < G_N_ELEMENTS (rows); r++)
    {
      g_autoptr(ParleyLoaded) loaded = parley_small_valued (rows[r].json);
      const ParleyValueFunction *function = parley_scenario_party (loaded->scenario, 0)->values[0];
      g_autoptr(ParleyShape) shape = parley_shape_new (function);
      ParleyVariation moved = { 0 };
      mpq_t to;

      mpq_init (to);
      mpq_set_d (to, rows[r].to);
      moved.value = to;
      moved.number = function->kind != PARLEY_VALUE_IDEAL
                         ? g_ptr_array_index (function->y, rows[r].part)
                     : rows[r].part == 0 ? function->ideal
                                         : function->tolerance;
      compare (rows[r].json, shape, function, NULL);
      parley_shape_move (shape, rows[r].part, rows[r].to);
      compare (rows[r].json, shape, function, &moved);
      mpq_clear (to);
    }
}

void
parley_test_shape (void)
{
  CU_pSuite suite = CU_add_suite ("shape", NULL, NULL);

  CU_add_test (suite, "what it makes of numbers", test_shapes);
}
