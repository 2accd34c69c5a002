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
  g_autoptr(ParleyProgramme) programme = parley_programme_new (self->n, self->costs);
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

void
parley_test_programme (void)
{
  CU_pSuite suite = CU_add_suite ("programme", NULL, NULL);

  CU_add_test (suite, "random programmes", random_programmes);
}
