/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers with a range, and how they are drawn. */
#include "analysis/guess.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

#include "small.h"
#include "suites.h"

static ParleyNumber *
number_new (const char *low, const char *value, const char *high)
{
  mpq_ptr exact[3]
      = { parley_small_exact (low), parley_small_exact (value), parley_small_exact (high) };
  ParleyNumber *self = parley_number_new (exact[1]);

  mpq_set (self->low, exact[0]);
  mpq_set (self->high, exact[2]);
  self->has_range = TRUE;
  for (guint i = 0; i < 3; i++)
    parley_exact_free (exact[i]);
  return self;
}

static void
test_quantum (void)
{
  static const struct
  {
    const char *low;
    const char *high;
    const char *quantum;
    gint64      first;
    guint       n;
  } rows[] = {
    { "0", "1", "1/500", 0, 501 },
    { "8", "30", "1/20", 160, 441 },
    { "41", "50", "1/50", 2050, 451 },
    { "1/3", "2/3", "1/2000", 667, 667 },
    { "-5", "3", "1/50", -250, 401 },
    { "0", "4000", "10", 0, 401 },
    { "0", "3999", "5", 0, 800 },
    { "0", "0.004", "1/100000", 0, 401 },
    { "10000000000000000000000000000000", "10000000000000000000000000000001", NULL, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(ParleyNumber) number = number_new (rows[i].low, rows[i].low, rows[i].high);
      g_autoptr(ParleyGuess) guess = parley_guess_new (number, PARLEY_SPREAD_UNIFORM);

      if (rows[i].quantum == NULL)
        {
          PARLEY_EXPECT (guess->n >= 1 && guess->first > 0, "row %u", i);
          continue;
        }
      PARLEY_EXPECT_EXACT (rows[i].high, guess->quantum, rows[i].quantum);
      PARLEY_EXPECT (guess->first == rows[i].first, "row %u: first %" G_GINT64_FORMAT, i,
                     guess->first);
      PARLEY_EXPECT (guess->n == rows[i].n, "row %u: %u", i, guess->n);
    }
}

/* Every value drawn lies in the range, and as many lie below each as the distribution says. */
static void
test_spread (void)
{
  static const char *const values[] = { "8", "10", "23.5", "30" };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    for (guint spread = PARLEY_SPREAD_TRIANGULAR; spread <= PARLEY_SPREAD_BETA; spread++)
      {
        g_autoptr(ParleyNumber) number = number_new ("8", values[i], "30");
        g_autoptr(ParleyGuess) guess = parley_guess_new (number, (ParleySpread) spread);
        double mode = (g_ascii_strtod (values[i], NULL) - 8) / 22;

        for (guint k = 0; k <= 1000; k++)
          {
            guint32 random = (guint32) (4294967.0 * k);
            double u = random / 4294967296.0;
            double x = ((double) parley_guess_at (guess, random) / 20 - 8) / 22;
            double step = 1 / (22.0 * 20);
            double below[2];

            for (guint end = 0; end < 2; end++)
              {
                double at = CLAMP (x + (end == 0 ? -0.5 : 0.5) * step, 0, 1);

                if (spread == PARLEY_SPREAD_UNIFORM || at >= 1)
                  below[end] = at;
                else if (spread == PARLEY_SPREAD_BETA)
                  below[end] = gsl_cdf_beta_P (at, 1 + 4 * mode, 5 - 4 * mode);
                else
                  below[end] = at < mode ? at * at / mode : 1 - (1 - at) * (1 - at) / (1 - mode);
              }
            PARLEY_EXPECT (x >= 0 && x <= 1, "value %s, spread %u, u %g", values[i], spread, u);
            PARLEY_EXPECT (below[0] <= u + 1e-9 && u <= below[1] + 1e-9,
                           "value %s, spread %u, u %g: %g between %g and %g", values[i], spread, u,
                           x, below[0], below[1]);
          }
      }
}

static void
test_mean (void)
{
  g_autoptr(ParleyNumber) number = number_new ("30", "50", "55");
  g_autoptr(ParleyGuess) triangular = parley_guess_new (number, PARLEY_SPREAD_TRIANGULAR);
  g_autoptr(ParleyGuess) uniform = parley_guess_new (number, PARLEY_SPREAD_UNIFORM);
  g_autoptr(ParleyGuess) beta = parley_guess_new (number, PARLEY_SPREAD_BETA);

  CU_ASSERT_DOUBLE_EQUAL (parley_guess_mean (triangular), 45, 1e-3);
  CU_ASSERT_DOUBLE_EQUAL (parley_guess_mean (uniform), 42.5, 1e-3);
  CU_ASSERT_DOUBLE_EQUAL (parley_guess_mean (beta), 285 / 6.0, 1e-3);
  CU_ASSERT (parley_guess_is_lopsided (triangular));
}

static void
test_lopsided (void)
{
  static const struct
  {
    const char *value;
    gboolean    lopsided;
  } rows[] = { { "0", TRUE },     { "2.4", TRUE },  { "2.5", FALSE }, { "5", FALSE },
               { "7.5", FALSE }, { "7.6", TRUE }, { "10", TRUE } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(ParleyNumber) number = number_new ("0", rows[i].value, "10");
      g_autoptr(ParleyGuess) guess = parley_guess_new (number, PARLEY_SPREAD_TRIANGULAR);

      PARLEY_EXPECT (parley_guess_is_lopsided (guess) == rows[i].lopsided, "%s", rows[i].value);
    }
}

void
parley_test_guess (void)
{
  CU_pSuite suite = CU_add_suite ("guess", NULL, NULL);

  CU_add_test (suite, "quanta are short decimals", test_quantum);
  CU_add_test (suite, "as many below as the distribution says", test_spread);
  CU_add_test (suite, "means", test_mean);
  CU_add_test (suite, "values off the middle", test_lopsided);
}
