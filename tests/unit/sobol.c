/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Indices of Sobol, against functions whose indices are known. */
#include "analysis/sobol.h"

#include <math.h>

#include "small.h"
#include "suites.h"

#define MOST_INPUTS 30

/* An interval of 95 % is so many standard errors wide on either side. */
#define ERRORS (4 / 2.13)

static guint ones[MOST_INPUTS];

static ParleySobol *
study (guint n_inputs, void (*evaluate) (const double *, double *, gpointer), guint n_threads)
{
  ParleyCrew crew = { .n_threads = n_threads };
  ParleySobolModel model
      = { .n_inputs = n_inputs, .sizes = ones, .n_outputs = 1, .evaluate = evaluate };

  for (guint i = 0; i < MOST_INPUTS; i++)
    ones[i] = 1;
  return parley_sobol_new (&model, 8192, 1, &crew);
}

/* Within four standard errors, and with errors that say something. */
static void
expect_near (const char *label, double got, double error, double want)
{
  PARLEY_EXPECT (fabs (got - want) <= ERRORS * error + 1e-9, "%s: %f +- %f, not %f", label, got,
                 error, want);
  PARLEY_EXPECT (error < 0.03, "%s: +- %f", label, error);
}

/* sin x + 7 sin^2 y + 0.1 z^4 sin x on [-pi, pi]^3 (T. Ishigami and T. Homma, 1990). */
static void
evaluate_ishigami (const double *numbers, double *outputs, gpointer data)
{
  double x[3];

  (void) data;
  for (guint i = 0; i < 3; i++)
    x[i] = (2 * numbers[i] - 1) * G_PI;
  *outputs = sin (x[0]) + 7 * sin (x[1]) * sin (x[1]) + 0.1 * pow (x[2], 4) * sin (x[0]);
}

static void
ishigami (void)
{
  static const double first[] = { 0.313905, 0.442411, 0 };
  static const double total[] = { 0.557589, 0.442411, 0.243684 };
  g_autoptr(ParleySobol) result = study (3, evaluate_ishigami, 1);

  for (guint i = 0; i < 3; i++)
    {
      const ParleySobolIndex *index = parley_sobol_index (result, 0, i);

      expect_near ("first", index->first, index->first_error, first[i]);
      expect_near ("total", index->total, index->total_error, total[i]);
    }
  PARLEY_EXPECT (fabs (result->variances[0] - 13.844588) < 0.05, "%f", result->variances[0]);
  PARLEY_EXPECT (fabs (result->means[0] - 3.5) < 0.01, "%f", result->means[0]);
  PARLEY_EXPECT (result->n_evaluations == (gsize) 8192 * 5, "%zu", result->n_evaluations);
}

/* 1000 and so many times each number: more than the sequence has room for. */
static void
evaluate_sum (const double *numbers, double *outputs, gpointer data)
{
  (void) data;
  *outputs = 1000;
  for (guint i = 0; i < MOST_INPUTS; i++)
    *outputs += (i + 1) * numbers[i];
}

static void
additive (void)
{
  g_autoptr(ParleySobol) result = study (MOST_INPUTS, evaluate_sum, 1);
  double squares = 0, sum = 0;

  for (guint i = 1; i <= MOST_INPUTS; i++)
    squares += i * i;
  for (guint i = 0; i < MOST_INPUTS; i++)
    {
      const ParleySobolIndex *index = parley_sobol_index (result, 0, i);
      double want = (i + 1) * (i + 1) / squares;

      sum += index->first;
      expect_near ("first", index->first, index->first_error, want);
      expect_near ("total", index->total, index->total_error, want);
    }
  PARLEY_EXPECT (fabs (sum - 1) < 0.06, "%f", sum);
}

static void
evaluate_nothing (const double *numbers, double *outputs, gpointer data)
{
  (void) numbers;
  (void) data;
  *outputs = 1.0 / 3;
}

static void
constant (void)
{
  g_autoptr(ParleySobol) result = study (2, evaluate_nothing, 1);

  PARLEY_EXPECT (result->variances[0] == 0 && result->means[0] == 1.0 / 3, "%g",
                 result->variances[0]);
  PARLEY_EXPECT (parley_sobol_index (result, 0, 1)->total == 0, "%g",
                 parley_sobol_index (result, 0, 1)->total);
}

static void
evaluate_square (const double *numbers, double *outputs, gpointer data)
{
  (void) data;
  *outputs = numbers[0] * numbers[0];
}

static void
one_input (void)
{
  g_autoptr(ParleySobol) result = study (1, evaluate_square, 1);
  const ParleySobolIndex *index = parley_sobol_index (result, 0, 0);

  expect_near ("first", index->first, index->first_error, 1);
  expect_near ("total", index->total, index->total_error, 1);
}

/* Numbers 0 and 1 are one input and act only together, number 2 is the other. */
static void
evaluate_group (const double *numbers, double *outputs, gpointer data)
{
  (void) data;
  *outputs = 12 * (numbers[0] - 0.5) * (numbers[1] - 0.5) + numbers[2];
}

static void
group (void)
{
  static const guint sizes[] = { 2, 1 };
  ParleySobolModel model
      = { .n_inputs = 2, .sizes = sizes, .n_outputs = 1, .evaluate = evaluate_group };
  g_autoptr(ParleySobol) result = parley_sobol_new (&model, 8192, 1, NULL);
  const ParleySobolIndex *index = parley_sobol_index (result, 0, 0);

  /* variances 144 / 144 = 1 and 1 / 12 */
  expect_near ("first", index->first, index->first_error, 12.0 / 13);
  expect_near ("total", index->total, index->total_error, 12.0 / 13);
}

static void
threads (void)
{
  g_autoptr(ParleySobol) one = study (3, evaluate_ishigami, 1);
  g_autoptr(ParleySobol) three = study (3, evaluate_ishigami, 3);

  for (guint i = 0; i < 3; i++)
    PARLEY_EXPECT (parley_sobol_index (one, 0, i)->first == parley_sobol_index (three, 0, i)->first
                       && parley_sobol_index (one, 0, i)->total_error
                              == parley_sobol_index (three, 0, i)->total_error,
                   "input %u", i);
}

void
parley_test_sobol (void)
{
  CU_pSuite suite = CU_add_suite ("sobol", NULL, NULL);

  CU_add_test (suite, "Ishigami", ishigami);
  CU_add_test (suite, "additive, of many inputs", additive);
  CU_add_test (suite, "constant", constant);
  CU_add_test (suite, "one input", one_input);
  CU_add_test (suite, "a group", group);
  CU_add_test (suite, "any number of threads", threads);
}
