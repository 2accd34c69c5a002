/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Linear programmes, against looking at every corner of what the rows allow. */
#include "analysis/programme.h"

#include "equations.h"
#include "small.h"
#include "suites.h"

#define MOST_NUMBERS 3
#define MOST_ROWS    5
#define N_PROGRAMMES 400

/* Rows with those of "number >= 0" behind them. */
typedef struct
{
  guint n;
  guint n_rows;
  mpq_t costs[MOST_NUMBERS];
  mpq_t rows[MOST_ROWS + MOST_NUMBERS][MOST_NUMBERS + 1]; /* the limit comes last */
} Problem;

static void
problem_init (Problem *self, GRand *rand)
{
  self->n = (guint) g_rand_int_range (rand, 1, MOST_NUMBERS + 1);
  self->n_rows = (guint) g_rand_int_range (rand, 1, MOST_ROWS + 1);
  for (guint i = 0; i < MOST_NUMBERS; i++)
    {
      mpq_init (self->costs[i]);
      mpq_set_ui (self->costs[i], (gulong) g_rand_int_range (rand, 0, 4), 1);
    }
  for (guint r = 0; r < MOST_ROWS + MOST_NUMBERS; r++)
    for (guint i = 0; i <= MOST_NUMBERS; i++)
      {
        mpq_init (self->rows[r][i]);
        if (r < self->n_rows)
          mpq_set_si (self->rows[r][i == MOST_NUMBERS ? self->n : i],
                      g_rand_int_range (rand, -3, 4), 1);
      }
  for (guint i = 0; i < self->n; i++)
    mpq_set_si (self->rows[self->n_rows + i][i], -1, 1);
}

static void
problem_clear (Problem *self)
{
  for (guint i = 0; i < MOST_NUMBERS; i++)
    mpq_clear (self->costs[i]);
  for (guint r = 0; r < MOST_ROWS + MOST_NUMBERS; r++)
    for (guint i = 0; i <= MOST_NUMBERS; i++)
      mpq_clear (self->rows[r][i]);
}

/* @row times the answer of @n equations. */
static void
dot (mpq_t *row, ParleyEquations answer, guint n, mpq_ptr sum)
{
  mpq_t part;

  mpq_init (part);
  mpq_set_ui (sum, 0, 1);
  for (guint i = 0; i < n; i++)
    {
      mpq_mul (part, row[i], answer[i][n]);
      mpq_add (sum, sum, part);
    }
  mpq_clear (part);
}

/* Looks at the corner where the rows in @tight (bits) are met exactly. */
static void
try_corner (Problem *self, guint tight, gboolean *possible, mpq_ptr least)
{
  ParleyEquations corner;
  mpq_t sum;
  gboolean allowed = FALSE;
  guint n = 0;

  mpq_init (sum);
  parley_equations_init (corner);
  for (guint r = 0; r < self->n_rows + self->n; r++)
    if ((tight >> r & 1) != 0)
      {
        for (guint i = 0; i <= self->n; i++)
          mpq_set (corner[n][i], self->rows[r][i]);
        n++;
      }
  allowed = parley_equations_solve (corner, self->n);
  for (guint r = 0; r < self->n_rows + self->n && allowed; r++)
    {
      dot (self->rows[r], corner, self->n, sum);
      allowed = mpq_cmp (sum, self->rows[r][self->n]) <= 0;
    }
  if (allowed)
    dot (self->costs, corner, self->n, sum);
  if (allowed && (!*possible || mpq_cmp (sum, least) < 0))
    mpq_set (least, sum);
  *possible |= allowed;
  mpq_clear (sum);
  parley_equations_clear (corner);
}

static gboolean
naive_solve (Problem *self, mpq_ptr least)
{
  gboolean possible = FALSE;

  for (guint tight = 0; tight < 1u << (self->n_rows + self->n); tight++)
    if ((guint) __builtin_popcount (tight) == self->n)
      try_corner (self, tight, &possible, least);
  return possible;
}

/* Rows come in @before and after a first answer. */
static gboolean
solve (Problem *self, guint before, mpq_ptr cost)
{
  g_autoptr(ParleyProgramme) programme = parley_programme_new (self->n, self->costs, NULL);
  gboolean possible = FALSE;
  mpq_t numbers[MOST_NUMBERS], part;

  mpq_init (part);
  for (guint i = 0; i < self->n; i++)
    mpq_init (numbers[i]);
  for (guint r = 0; r < self->n_rows; r++)
    {
      parley_programme_add_row (programme, self->rows[r], self->rows[r][self->n]);
      if (r == before && !parley_programme_solve (programme, numbers))
        break;
    }
  possible = parley_programme_solve (programme, numbers);
  mpq_set_ui (cost, 0, 1);
  for (guint i = 0; i < self->n; i++)
    {
      PARLEY_EXPECT (mpq_sgn (numbers[i]) >= 0, "number %u", i);
      mpq_mul (part, numbers[i], self->costs[i]);
      mpq_add (cost, cost, part);
      mpq_clear (numbers[i]);
    }
  mpq_clear (part);
  return possible;
}

static void
random_programmes (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (5);
  guint n_possible = 0, n_impossible = 0;
  mpq_t want, got;

  mpq_inits (want, got, NULL);
  for (guint i = 0; i < N_PROGRAMMES; i++)
    {
      Problem problem;
      gboolean possible = FALSE;

      problem_init (&problem, rand);
      possible = naive_solve (&problem, want);
      PARLEY_EXPECT (solve (&problem, i % MOST_ROWS, got) == possible, "programme %u", i);
      PARLEY_EXPECT (!possible || mpq_equal (got, want), "programme %u: %f, not %f", i,
                     mpq_get_d (got), mpq_get_d (want));
      n_possible += (guint) (possible && mpq_sgn (want) > 0);
      n_impossible += (guint) !possible;
      problem_clear (&problem);
    }
  mpq_clears (want, got, NULL);
  PARLEY_EXPECT (n_possible > 20 && n_impossible > 20, "%u and %u", n_possible, n_impossible);
}

/* So that no sum is without end: all numbers together are at most 5. */
static void
bound (Problem *self)
{
  for (guint i = 0; i < self->n; i++)
    mpq_set_ui (self->rows[0][i], 1, 1);
  mpq_set_ui (self->rows[0][self->n], 5, 1);
}

/* Sets what sums cost to what they are worth, times -1. */
static void
draw_aim (Problem *self, GRand *rand, mpq_t *factors)
{
  for (guint i = 0; i < self->n; i++)
    {
      mpq_set_si (factors[i], g_rand_int_range (rand, -3, 4), 2);
      mpq_canonicalize (factors[i]);
      mpq_neg (self->costs[i], factors[i]);
    }
}

/* Several sums, one after the other. Returns: how many are above 0. */
static guint
raise_sums (Problem *self, ParleyProgramme *programme, GRand *rand)
{
  mpq_t *factors = parley_exact_array_new (MOST_NUMBERS);
  mpq_t *numbers = parley_exact_array_new (MOST_NUMBERS);
  guint n_above = 0;
  mpq_t least, sum, part;

  mpq_inits (least, sum, part, NULL);
  for (guint k = 0; k < 6; k++)
    {
      gboolean above_0 = k % 3 == 2;

      draw_aim (self, rand, factors);
      naive_solve (self, least);
      mpq_neg (least, least);
      PARLEY_EXPECT (parley_programme_raise (programme, factors, above_0, numbers), "sum %u", k);
      mpq_set_ui (sum, 0, 1);
      for (guint i = 0; i < self->n; i++)
        {
          mpq_mul (part, factors[i], numbers[i]);
          mpq_add (sum, sum, part);
        }
      PARLEY_EXPECT (above_0
                         ? mpq_cmp (sum, least) <= 0 && (mpq_sgn (sum) > 0) == (mpq_sgn (least) > 0)
                         : mpq_equal (sum, least),
                     "sum %u: %f, not %f", k, mpq_get_d (sum), mpq_get_d (least));
      n_above += (guint) (mpq_sgn (least) > 0);
    }
  mpq_clears (least, sum, part, NULL);
  parley_exact_array_free (numbers, MOST_NUMBERS);
  parley_exact_array_free (factors, MOST_NUMBERS);
  return n_above;
}

static void
random_sums (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (6);
  guint n_possible = 0, n_above = 0;

  for (guint i = 0; i < N_PROGRAMMES; i++)
    {
      g_autoptr(ParleyProgramme) programme = NULL;
      mpq_t *none = parley_exact_array_new (MOST_NUMBERS);
      mpq_t *numbers = parley_exact_array_new (MOST_NUMBERS);
      Problem problem;

      problem_init (&problem, rand);
      bound (&problem);
      programme = parley_programme_new (problem.n, none, NULL);
      for (guint r = 0; r < problem.n_rows; r++)
        parley_programme_add_row (programme, problem.rows[r], problem.rows[r][problem.n]);
      if (parley_programme_solve (programme, numbers))
        {
          n_possible++;
          n_above += raise_sums (&problem, programme, rand);
        }
      problem_clear (&problem);
      parley_exact_array_free (numbers, MOST_NUMBERS);
      parley_exact_array_free (none, MOST_NUMBERS);
    }
  PARLEY_EXPECT (n_possible > 100 && n_above > 100, "%u and %u", n_possible, n_above);
}

/* One number that nothing stops. */
static void
endless_sum (void)
{
  mpq_t *one = parley_exact_array_new (1);
  mpq_t *none = parley_exact_array_new (1);
  g_autoptr(ParleyProgramme) programme = parley_programme_new (1, none, NULL);

  mpq_set_ui (one[0], 1, 1);
  CU_ASSERT (parley_programme_solve (programme, none));
  CU_ASSERT (!parley_programme_raise (programme, one, FALSE, none));
  parley_exact_array_free (one, 1);
  parley_exact_array_free (none, 1);
}

/* At least 1 of a number takes a step of 1 row by 1 number by 3; without a budget none is taken. */
static void
test_budget (void)
{
  mpq_t *one = parley_exact_array_new (1);
  mpq_t limit;

  mpq_init (limit);
  mpq_set_si (limit, -1, 1);
  mpq_set_si (one[0], -1, 1);
  for (guint64 budget = 0; budget < 5; budget++)
    {
      guint64 left = budget;
      mpq_t *costs = parley_exact_array_new (1);
      g_autoptr(ParleyProgramme) programme = parley_programme_new (1, costs, &left);

      parley_programme_add_row (programme, one, limit);
      CU_ASSERT_EQUAL (parley_programme_solve (programme, costs), budget > 0);
      CU_ASSERT_EQUAL (left, budget > 3 ? budget - 3 : 0);
      parley_exact_array_free (costs, 1);
    }
  mpq_clear (limit);
  parley_exact_array_free (one, 1);
}

void
parley_test_programme (void)
{
  CU_pSuite suite = CU_add_suite ("programme", NULL, NULL);

  CU_ADD_TEST (suite, test_budget);
  CU_add_test (suite, "random programmes", random_programmes);
  CU_add_test (suite, "random sums", random_sums);
  CU_add_test (suite, "endless sum", endless_sum);
}
