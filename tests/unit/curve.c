/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What parties make of numbers. */
#include "model/curve.h"

#include "expect.h"
#include "model/scenario.h"
#include "small.h"
#include "suites.h"

static const ParleyValueFunction *
function_of (const ParleyLoaded *loaded)
{
  return parley_scenario_party (loaded->scenario, 0)->values[0];
}

/* Sets @value to what the function makes of @x. Returns: whether that is exact. */
static gboolean
value_at (const ParleyValueFunction *function,
          const char                *x,
          const ParleyVariation     *variation,
          mpq_t                      value)
{
  mpq_ptr number = parley_small_exact (x);
  mpq_srcptr numbers[] = { number };
  mpq_t values[1];
  gboolean exact = FALSE;

  mpq_init (values[0]);
  exact = parley_value_of_numbers (function, numbers, 1, variation, values);
  mpq_set (value, values[0]);
  mpq_clear (values[0]);
  parley_exact_free (number);
  return exact;
}

#define LINE   "{ 'points': [[-100, 0], [0, '100/3'], [100, 100]] }"
#define DROP   "{ 'points': [[-200, 100], [-99, 100], [-98.5, 1], [7, 0], [300, '190/662']] }"
#define IDEAL  "{ 'ideal': '1/3', 'tolerance': '2/7' }"
#define BEYOND "{ 'ideal': 250, 'tolerance': 200 }"

static void
test_exact (void)
{
  static const struct
  {
    const char *function;
    const char *x;
    const char *want;
  } rows[] = {
    { LINE, "-100", "0" },
    { LINE, "0", "100/3" },
    { LINE, "100", "100" },
    { LINE, "-25", "25" },
    { LINE, "50", "200/3" },
    { LINE, "1/3", "302/9" },
    { LINE, "1e-30", "50000000000000000000000000000001/1500000000000000000000000000000" },
    { DROP, "-100", "100" },
    { DROP, "-99", "100" },
    { DROP, "-98.75", "101/2" },
    { DROP, "-98.5", "1" },
    { DROP, "7", "0" },
    { DROP, "100", "8835/96983" },
    { IDEAL, "1/3", "100" },
    { IDEAL, "1/2", "125/3" },
    { IDEAL, "1/6", "125/3" },
    { IDEAL, "13/21", "0" },
    { IDEAL, "0.62", "0" },
    { IDEAL, "1/21", "0" },
    { IDEAL, "-100", "0" },
    { BEYOND, "100", "25" },
    { BEYOND, "50", "0" },
    { BEYOND, "50.5", "1/4" },
    { BEYOND, "49.5", "0" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(ParleyLoaded) loaded = parley_small_valued (rows[i].function);
      g_autofree char *label = g_strconcat (rows[i].function, " at ", rows[i].x, NULL);
      mpq_t value;

      mpq_init (value);
      PARLEY_EXPECT (value_at (function_of (loaded), rows[i].x, NULL, value), "%s", label);
      PARLEY_EXPECT_EXACT (label, value, rows[i].want);
      mpq_clear (value);
    }
}

/* Smooth curves */

#define BENT "{ 'shape': 'smooth', 'points': [[-100, 0], [0, 100], [100, 100]] }"
#define WAVE \
  "{ 'shape': 'smooth', 'points': [[-101, 3], [-50, 77], [-49, 77.25], [0, 5], [3, '1/3'], " \
  "[60, 99], [100, 100]] }"
#define STRAIGHT "{ 'shape': 'smooth', 'points': [[-100, '100/3'], [100, 90]] }"
#define STEEP "{ 'shape': 'smooth', 'points': [[-100, 0], [1e-9, 0], [2e-9, 100], [100, 100]] }"

/* Values of Steffen's curve as GSL has it, worked out by hand: the slope at the left end
 * of BENT is that of its first piece, in the middle 0. Points are met; what they say is
 * rounded to 1e-10. */
static void
test_smooth (void)
{
  static const struct
  {
    const char *function;
    const char *x;
    const char *want;
  } rows[] = {
    { BENT, "-100", "0" },
    { BENT, "-50", "62.5" },
    { BENT, "0", "100" },
    { BENT, "63", "100" },
    { BENT, "100", "100" },
    { WAVE, "-50", "77" },
    { WAVE, "-49", "77.25" },
    { WAVE, "0", "5" },
    { WAVE, "3", "0.3333333333" },
    { WAVE, "100", "100" },
    { STRAIGHT, "-100", "33.3333333333" },
    { STRAIGHT, "0", "61.6666666667" },
    { STRAIGHT, "100", "90" },
    { STEEP, "0", "0" },
    { STEEP, "1.5e-9", "50" },
    { STEEP, "3e-9", "100" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(ParleyLoaded) loaded = parley_small_valued (rows[i].function);
      g_autofree char *label = g_strconcat (rows[i].function, " at ", rows[i].x, NULL);
      mpq_t value;

      mpq_init (value);
      PARLEY_EXPECT (!value_at (function_of (loaded), rows[i].x, NULL, value), "%s", label);
      PARLEY_EXPECT_EXACT (label, value, rows[i].want);
      mpq_clear (value);
    }
}

static gboolean
is_multiple_of_step (mpq_srcptr value)
{
  gboolean is_multiple = FALSE;
  mpq_t steps;

  mpq_init (steps);
  mpq_set_ui (steps, 10000000000ul, 1);
  mpq_mul (steps, steps, value);
  is_multiple = mpz_cmp_ui (mpq_denref (steps), 1) == 0;
  mpq_clear (steps);
  return is_multiple;
}

/* Between two points the curve only rises, or only falls, from one to the other; so it
 * never leaves 0 to 100. */
static void
test_smooth_is_monotone (void)
{
  static const char *const functions[] = { BENT, WAVE, STRAIGHT, STEEP };

  for (gsize f = 0; f < G_N_ELEMENTS (functions); f++)
    {
      g_autoptr(ParleyLoaded) loaded = parley_small_valued (functions[f]);
      const ParleyValueFunction *function = function_of (loaded);

      for (guint piece = 0; piece + 1 < function->x->len; piece++)
        {
          enum
          {
            N = 41
          };
          mpq_srcptr from = g_ptr_array_index (function->x, piece);
          mpq_srcptr to = g_ptr_array_index (function->x, piece + 1);
          int direction = mpq_cmp (((const ParleyNumber *) function->y->pdata[piece + 1])->value,
                                   ((const ParleyNumber *) function->y->pdata[piece])->value);
          mpq_t x[N], y[N];
          mpq_srcptr at[N];

          for (guint i = 0; i < N; i++)
            {
              mpq_inits (x[i], y[i], NULL);
              mpq_sub (x[i], to, from);
              mpq_set_ui (y[i], i, N - 1);
              mpq_canonicalize (y[i]);
              mpq_mul (x[i], x[i], y[i]);
              mpq_add (x[i], x[i], from);
              at[i] = x[i];
            }
          parley_value_of_numbers (function, at, N, NULL, y);
          for (guint i = 0; i < N; i++)
            {
              int step = i == 0 ? 0 : mpq_cmp (y[i], y[i - 1]);

              PARLEY_EXPECT (direction >= 0 ? step >= 0 : step <= 0, "%s, piece %u, %u",
                             functions[f], piece, i);
              PARLEY_EXPECT (is_multiple_of_step (y[i]), "%s, piece %u, %u", functions[f], piece,
                             i);
            }
          for (guint i = 0; i < N; i++)
            mpq_clears (x[i], y[i], NULL);
        }
    }
}

/* Points that doubles cannot tell apart, or cannot compute with. */
static void
test_smooth_near_points (void)
{
  static const struct
  {
    const char *function;
    const char *x;
    const char *want;
  } rows[] = {
    { "{ 'shape': 'smooth', 'points': [[-100, 0], ['1/3', 20], "
      "['33333333333333333333333333333334/100000000000000000000000000000000', 50], [100, 100]] }",
      "100", "100" },
    { "{ 'shape': 'smooth', 'points': [[-100, 0], ['1/3', 20], "
      "['33333333333333333333333333333334/100000000000000000000000000000000', 50], [100, 100]] }",
      "-100", "0" },
    { "{ 'shape': 'smooth', 'points': [[-100, 0], ['1/3', 20], "
      "['33333333333333333333333333333334/100000000000000000000000000000000', 50], [100, 100]] }",
      "1/3", "20" },
    { "{ 'shape': 'smooth', 'points': [[-100, 0], [0, 40], [0.00001e-100, 50], [100, 100]] }", "0",
      "40" },
    { "{ 'shape': 'smooth', 'points': [[-100, 0], [0, 40], [0.00001e-100, 50], [100, 100]] }",
      "0.00001e-100", "50" },
    { "{ 'shape': 'smooth', 'points': [[-100, 0], [0, 40], [0.00001e-100, 50], [100, 100]] }",
      "100", "100" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(ParleyLoaded) loaded = parley_small_valued (rows[i].function);
      g_autofree char *label = g_strconcat (rows[i].function, " at ", rows[i].x, NULL);
      mpq_t value;

      mpq_init (value);
      PARLEY_EXPECT (!value_at (function_of (loaded), rows[i].x, NULL, value), "%s", label);
      PARLEY_EXPECT_EXACT (label, value, rows[i].want);
      mpq_clear (value);
    }
}

/* Variations */

static void
expect_varied (const char         *label,
               const char         *json,
               guint               moved, /* point; for an ideal 0, its tolerance 1 */
               const char         *to,
               const char         *x,
               const char         *want)
{
  g_autoptr(ParleyLoaded) loaded = parley_small_valued (json);
  const ParleyValueFunction *function = function_of (loaded);
  mpq_ptr number = parley_small_exact (to);
  ParleyVariation variation = { .value = number };
  mpq_t value;

  variation.number = function->kind != PARLEY_VALUE_IDEAL ? function->y->pdata[moved]
                     : moved == 0                         ? function->ideal
                                                          : function->tolerance;
  mpq_init (value);
  value_at (function, x, &variation, value);
  PARLEY_EXPECT_EXACT (label, value, want);
  mpq_clear (value);
  parley_exact_free (number);
}

static void
test_variation (void)
{
  expect_varied ("a point, there", LINE, 1, "10", "0", "10");
  expect_varied ("a point, beside it", LINE, 1, "10", "-50", "5");
  expect_varied ("a point, on the other side", LINE, 1, "10", "50", "55");
  expect_varied ("a point, elsewhere", DROP, 4, "90", "-98.75", "101/2");
  expect_varied ("the ideal", IDEAL, 0, "1/2", "1/2", "100");
  expect_varied ("the ideal, left behind", IDEAL, 0, "1/2", "1/6", "0");
  expect_varied ("the tolerance", IDEAL, 1, "4/7", "1/2", "425/6");
  expect_varied ("a point of a smooth curve", BENT, 1, "50", "0", "50");
  expect_varied ("two points of a smooth curve", STRAIGHT, 0, "10", "0", "50");
}

static void
test_option (void)
{
  g_autoptr(ParleyLoaded) loaded
      = parley_small_load ("{ 'id': 'a', 'title': 'A', 'kind': 'choice', 'options': "
                           "[{ 'id': 'x', 'title': 'X' }, { 'id': 'y', 'title': 'Y' }] }",
                           "{ 'id': 'p', 'title': 'P', 'reservation': 0, 'weights': { 'a': 1 }, "
                           "'values': { 'a': { 'x': '190/662', 'y': 100 } } }",
                           "");
  const ParleyValueFunction *function = function_of (loaded);
  mpq_ptr number = parley_small_exact ("7");
  ParleyVariation variation = { .number = g_ptr_array_index (function->table, 0), .value = number };

  PARLEY_EXPECT_EXACT ("x", parley_value_of_option (function, 0, NULL), "95/331");
  PARLEY_EXPECT_EXACT ("y", parley_value_of_option (function, 1, NULL), "100");
  PARLEY_EXPECT_EXACT ("x, moved", parley_value_of_option (function, 0, &variation), "7");
  PARLEY_EXPECT_EXACT ("y, beside it", parley_value_of_option (function, 1, &variation), "100");
  parley_exact_free (number);
}

void
parley_test_curve (void)
{
  CU_pSuite suite = CU_add_suite ("curve", NULL, NULL);

  CU_add_test (suite, "straight lines and ideals", test_exact);
  CU_add_test (suite, "smooth curves", test_smooth);
  CU_add_test (suite, "smooth curves are monotone", test_smooth_is_monotone);
  CU_add_test (suite, "points too near for doubles", test_smooth_near_points);
  CU_add_test (suite, "variations", test_variation);
  CU_add_test (suite, "options", test_option);
}
