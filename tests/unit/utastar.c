/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Value functions that agree with an order: a published case, some by hand, and random ones against
 * every corner of what value functions there are. */
#include "value_functions.h"

#include "effort.h"
#include "equations.h"
#include "small.h"
#include "suites.h"

#define MOST_CRITERIA     3
#define MOST_BREAKS       4
#define MOST_ALTERNATIVES 5
#define N_INCREMENTS      3 /* of random orders: what corners are looked for among */
#define N_ORDERS          parley_effort (120)

/* An order in whole numbers. */
typedef struct
{
  guint n_breaks[MOST_CRITERIA];
  int   breaks[MOST_CRITERIA][MOST_BREAKS];
  guint n_alternatives;
  int   grades[MOST_ALTERNATIVES][MOST_CRITERIA];
  guint places[MOST_ALTERNATIVES];
} Numbers;

static mpq_t *
row_new (const int *numbers, guint n)
{
  mpq_t *row = parley_exact_array_new (n);

  for (guint i = 0; i < n; i++)
    mpq_set_si (row[i], numbers[i], 1);
  return row;
}

static void
order_init (ParleyPreorder *self, Numbers *numbers, guint n_criteria)
{
  self->n_criteria = n_criteria;
  self->n_breaks = numbers->n_breaks;
  self->places = numbers->places;
  self->n_alternatives = numbers->n_alternatives;
  self->breaks = g_new (mpq_t *, n_criteria);
  self->grades = g_new (mpq_t *, numbers->n_alternatives);
  for (guint c = 0; c < n_criteria; c++)
    self->breaks[c] = row_new (numbers->breaks[c], numbers->n_breaks[c]);
  for (guint a = 0; a < numbers->n_alternatives; a++)
    self->grades[a] = row_new (numbers->grades[a], n_criteria);
  mpq_init (self->apart);
  mpq_set_ui (self->apart, 1, 20);
}

static void
order_clear (ParleyPreorder *self)
{
  for (guint c = 0; c < self->n_criteria; c++)
    parley_exact_array_free (self->breaks[c], self->n_breaks[c]);
  for (guint a = 0; a < self->n_alternatives; a++)
    parley_exact_array_free (self->grades[a], self->n_criteria);
  g_free (self->breaks);
  g_free (self->grades);
  mpq_clear (self->apart);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ParleyPreorder, order_clear)

/* What @self makes the most of criterion @index. */
static void
set_most (const ParleyUtastar *self, const ParleyPreorder *order, guint index, mpq_ptr most)
{
  guint first = 0;

  for (guint c = 0; c < index; c++)
    first += order->n_breaks[c] - 1;
  mpq_set_ui (most, 0, 1);
  for (guint i = first; i < first + order->n_breaks[index] - 1; i++)
    mpq_add (most, most, self->most[index][i]);
}

static void
expect_most (const ParleyUtastar *self, const ParleyPreorder *order, guint index, const char *want)
{
  mpq_t most;

  mpq_init (most);
  set_most (self, order, index, most);
  PARLEY_EXPECT_EXACT ("most", most, want);
  mpq_clear (most);
}

/* By hand */

/* Ways to work, by price, time and comfort: the case of Siskos and Yannacopoulos, 1985. */
static Numbers transport
    = { { 3, 4, 4 },
        { { 30, 16, 2 }, { 40, 30, 20, 10 }, { 0, 1, 2, 3 } },
        5,
        { { 3, 10, 1 }, { 4, 20, 2 }, { 2, 20, 0 }, { 6, 40, 0 }, { 30, 30, 3 } },
        { 0, 1, 1, 2, 3 } };

static void
test_transport (void)
{
  g_auto(ParleyPreorder) order = { 0 };
  g_autoptr(ParleyUtastar) utastar = NULL;
  mpq_t gap;

  mpq_init (gap);
  order_init (&order, &transport, 3);
  utastar = parley_utastar_new (&order);
  PARLEY_EXPECT_EXACT ("error", utastar->error, "0");
  /* As published: 0.7625 and 0.175; 0.05 and 0.9; 0.025 and 0.40625. */
  expect_most (utastar, &order, 0, "15/16");
  expect_most (utastar, &order, 1, "19/20");
  expect_most (utastar, &order, 2, "69/160");
  for (guint a = 0; a + 1 < order.n_alternatives; a++)
    {
      mpq_sub (gap, utastar->worth[a], utastar->worth[a + 1]);
      PARLEY_EXPECT (order.places[a] == order.places[a + 1] ? mpq_sgn (gap) == 0
                                                            : mpq_cmp (gap, order.apart) >= 0,
                     "alternatives %u and %u", a, a + 1);
    }
  mpq_clear (gap);
}

/* The only criterion says the opposite: their worths, 0 and 1, must change places and be apart. */
static void
test_contrary (void)
{
  Numbers numbers = { { 2 }, { { 0, 1 } }, 2, { { 0 }, { 1 } }, { 0, 1 } };
  g_auto(ParleyPreorder) order = { 0 };
  g_autoptr(ParleyUtastar) utastar = NULL;

  order_init (&order, &numbers, 1);
  utastar = parley_utastar_new (&order);
  PARLEY_EXPECT_EXACT ("error", utastar->error, "21/20");
  PARLEY_EXPECT_EXACT ("worth", utastar->worth[0], "0");
  PARLEY_EXPECT_EXACT ("worth", utastar->worth[1], "1");
}

/* One step on the first criterion is worth nothing where the second is low, and something where it
 * is high, which no sum has. The step costs an error of its own worth, up to what they must be
 * apart, or of what it lacks of that: together as much, whatever it is worth up to there. */
static void
test_no_sum (void)
{
  Numbers numbers = {
    { 2, 2 }, { { 0, 1 }, { 0, 1 } }, 4, { { 1, 1 }, { 0, 1 }, { 1, 0 }, { 0, 0 } }, { 0, 1, 2, 2 }
  };
  g_auto(ParleyPreorder) order = { 0 };
  g_autoptr(ParleyUtastar) utastar = NULL;

  order_init (&order, &numbers, 2);
  utastar = parley_utastar_new (&order);
  PARLEY_EXPECT_EXACT ("error", utastar->error, "1/20");
  expect_most (utastar, &order, 0, "1/20");
  expect_most (utastar, &order, 1, "1");
}

/* As good as each other, one by the first criterion and one by the second: both count as much, and
 * there is but one answer. */
static void
test_one_answer (void)
{
  Numbers numbers = { { 2, 2 }, { { 5, 1 }, { 0, 1 } }, 2, { { 1, 0 }, { 5, 1 } }, { 0, 0 } };
  g_auto(ParleyPreorder) order = { 0 };
  g_autoptr(ParleyUtastar) utastar = NULL;

  order_init (&order, &numbers, 2);
  utastar = parley_utastar_new (&order);
  PARLEY_EXPECT_EXACT ("error", utastar->error, "0");
  expect_most (utastar, &order, 0, "1/2");
  expect_most (utastar, &order, 1, "1/2");
  PARLEY_EXPECT_EXACT ("increment", utastar->increments[0], "1/2");
}

/* Nothing is said by one alternative alone: each criterion can be worth all. */
static void
test_nothing_said (void)
{
  Numbers numbers = { { 2, 3 }, { { 0, 1 }, { 0, 1, 2 } }, 1, { { 1, 1 } }, { 0 } };
  g_auto(ParleyPreorder) order = { 0 };
  g_autoptr(ParleyUtastar) utastar = NULL;

  order_init (&order, &numbers, 2);
  utastar = parley_utastar_new (&order);
  PARLEY_EXPECT_EXACT ("error", utastar->error, "0");
  expect_most (utastar, &order, 0, "1");
  expect_most (utastar, &order, 1, "1");
  PARLEY_EXPECT_EXACT ("increment", utastar->increments[0], "1/2");
}

/* By trying */

/* What increments make of an alternative. */
static void
naive_worth (const ParleyPreorder *order, guint index, mpq_t *increments, mpq_ptr worth)
{
  guint first = 0;
  mpq_t part, length;

  mpq_inits (part, length, NULL);
  mpq_set_ui (worth, 0, 1);
  for (guint c = 0; c < order->n_criteria; c++)
    {
      mpq_t *breaks = order->breaks[c];
      int way = mpq_cmp (breaks[1], breaks[0]);
      guint b = 0;

      for (;
           b + 2 < order->n_breaks[c] && mpq_cmp (order->grades[index][c], breaks[b + 1]) * way > 0;
           b++)
        mpq_add (worth, worth, increments[first + b]);
      mpq_sub (part, order->grades[index][c], breaks[b]);
      mpq_sub (length, breaks[b + 1], breaks[b]);
      mpq_div (part, part, length);
      mpq_mul (part, part, increments[first + b]);
      mpq_add (worth, worth, part);
      first += order->n_breaks[c] - 1;
    }
  mpq_clears (part, length, NULL);
}

/* How far all worths must be moved so that they have the order: on @levels, each what one of them
 * is, lowered for all that must lie between it and the first, some least movement ends. */
typedef struct
{
  const ParleyPreorder *order;
  mpq_t                 levels[MOST_ALTERNATIVES];
  guint                 chosen[MOST_ALTERNATIVES];
  mpq_t                 least;
} Movement;

static void
choose_levels (Movement *self, guint index, mpq_srcptr moved)
{
  const ParleyPreorder *order = self->order;
  mpq_t next;

  if (index == order->n_alternatives)
    {
      if (mpq_sgn (self->least) < 0 || mpq_cmp (moved, self->least) < 0)
        mpq_set (self->least, moved);
      return;
    }
  mpq_init (next);
  for (guint l = 0; l < order->n_alternatives; l++)
    {
      int above = index == 0 ? 0 : mpq_cmp (self->levels[l], self->levels[self->chosen[index - 1]]);

      if (above > 0 || (above < 0 && order->places[index] == order->places[index - 1]))
        continue;
      self->chosen[index] = l;
      mpq_sub (next, self->levels[l], self->levels[index]);
      mpq_abs (next, next);
      mpq_add (next, next, moved);
      choose_levels (self, index + 1, next);
    }
  mpq_clear (next);
}

static void
naive_error (const ParleyPreorder *order, mpq_t *increments, mpq_ptr error)
{
  Movement movement = { .order = order };
  mpq_t offset;

  mpq_init (offset);
  mpq_init (movement.least);
  mpq_set_si (movement.least, -1, 1);
  for (guint a = 0; a < order->n_alternatives; a++)
    {
      mpq_init (movement.levels[a]);
      naive_worth (order, a, increments, movement.levels[a]);
      if (a > 0 && order->places[a] != order->places[a - 1])
        mpq_add (offset, offset, order->apart);
      mpq_add (movement.levels[a], movement.levels[a], offset);
    }
  mpq_set_ui (offset, 0, 1);
  choose_levels (&movement, 0, offset);
  mpq_set (error, movement.least);
  for (guint a = 0; a < order->n_alternatives; a++)
    mpq_clear (movement.levels[a]);
  mpq_clears (movement.least, offset, NULL);
}

/* The planes on which the corners lie: an increment is 0, or two alternatives are as far apart as
 * those of their places would have to be. The error is linear between them. */
#define N_PLANES (N_INCREMENTS + MOST_ALTERNATIVES * (MOST_ALTERNATIVES - 1) / 2)

typedef struct
{
  const ParleyPreorder *order;
  guint                 n_planes;
  mpq_t                 planes[N_PLANES][N_INCREMENTS + 1];
  mpq_t                 error;              /* the least */
  mpq_t                 most[MOST_CRITERIA]; /* at that error */
} Naive;

static void
add_planes (Naive *self)
{
  const ParleyPreorder *order = self->order;
  mpq_t *unit = parley_exact_array_new (N_INCREMENTS);
  mpq_t other;

  mpq_init (other);
  for (guint i = 0; i < N_INCREMENTS; i++)
    mpq_set_ui (self->planes[self->n_planes++][i], 1, 1);
  for (guint a = 0; a < order->n_alternatives; a++)
    for (guint b = a + 1; b < order->n_alternatives; b++)
      {
        mpq_t *plane = self->planes[self->n_planes++];

        for (guint i = 0; i < N_INCREMENTS; i++)
          {
            mpq_set_ui (unit[i], 1, 1);
            naive_worth (order, a, unit, plane[i]);
            naive_worth (order, b, unit, other);
            mpq_sub (plane[i], plane[i], other);
            mpq_set_ui (unit[i], 0, 1);
          }
        mpq_set_ui (plane[N_INCREMENTS], order->places[b] - order->places[a], 1);
        mpq_mul (plane[N_INCREMENTS], plane[N_INCREMENTS], order->apart);
      }
  mpq_clear (other);
  parley_exact_array_free (unit, N_INCREMENTS);
}

static void
look_at (Naive *self, mpq_t *corner)
{
  mpq_t error, sum;
  guint first = 0;
  int better = 0;

  mpq_inits (error, sum, NULL);
  naive_error (self->order, corner, error);
  better = mpq_sgn (self->error) < 0 ? -1 : mpq_cmp (error, self->error);
  if (better < 0)
    mpq_set (self->error, error);
  for (guint c = 0; c < self->order->n_criteria && better <= 0; c++)
    {
      mpq_set_ui (sum, 0, 1);
      for (guint b = 1; b < self->order->n_breaks[c]; b++)
        mpq_add (sum, sum, corner[first++]);
      if (better < 0 || mpq_cmp (sum, self->most[c]) > 0)
        mpq_set (self->most[c], sum);
    }
  mpq_clears (error, sum, NULL);
}

/* Where planes @first and @second meet, if that is one point and there are no falling values. */
static void
try_corner (Naive *self, guint first, guint second)
{
  mpq_t *corner = parley_exact_array_new (N_INCREMENTS);
  ParleyEquations equations;
  gboolean allowed = FALSE;

  parley_equations_init (equations);
  for (guint i = 0; i <= N_INCREMENTS; i++)
    {
      mpq_set_ui (equations[0][i], 1, 1);
      mpq_set (equations[1][i], self->planes[first][i]);
      mpq_set (equations[2][i], self->planes[second][i]);
    }
  allowed = parley_equations_solve (equations, N_INCREMENTS);
  for (guint i = 0; i < N_INCREMENTS && allowed; i++)
    {
      mpq_set (corner[i], equations[i][N_INCREMENTS]);
      allowed = mpq_sgn (corner[i]) >= 0;
    }
  if (allowed)
    look_at (self, corner);
  parley_equations_clear (equations);
  parley_exact_array_free (corner, N_INCREMENTS);
}

static void
naive_init (Naive *self, const ParleyPreorder *order)
{
  self->order = order;
  for (guint p = 0; p < N_PLANES; p++)
    for (guint i = 0; i <= N_INCREMENTS; i++)
      mpq_init (self->planes[p][i]);
  for (guint c = 0; c < MOST_CRITERIA; c++)
    mpq_init (self->most[c]);
  mpq_init (self->error);
  mpq_set_si (self->error, -1, 1);
  add_planes (self);
  for (guint p = 0; p < self->n_planes; p++)
    for (guint q = p + 1; q < self->n_planes; q++)
      try_corner (self, p, q);
}

static void
naive_clear (Naive *self)
{
  for (guint p = 0; p < N_PLANES; p++)
    for (guint i = 0; i <= N_INCREMENTS; i++)
      mpq_clear (self->planes[p][i]);
  for (guint c = 0; c < MOST_CRITERIA; c++)
    mpq_clear (self->most[c]);
  mpq_clear (self->error);
}

/* Non-negative, 1 in all, and with the least error. */
static void
expect_functions (const ParleyPreorder *order, mpq_t *increments, mpq_srcptr error, guint seed)
{
  mpq_t sum;

  mpq_init (sum);
  for (guint i = 0; i < N_INCREMENTS; i++)
    {
      PARLEY_EXPECT (mpq_sgn (increments[i]) >= 0, "order %u, increment %u", seed, i);
      mpq_add (sum, sum, increments[i]);
    }
  PARLEY_EXPECT (mpq_cmp_ui (sum, 1, 1) == 0, "order %u", seed);
  naive_error (order, increments, sum);
  PARLEY_EXPECT (mpq_equal (sum, error), "order %u: %f, not %f", seed, mpq_get_d (sum),
                 mpq_get_d (error));
  mpq_clear (sum);
}

static void
compare (const ParleyPreorder *order, guint seed, guint *n_contrary)
{
  g_autoptr(ParleyUtastar) utastar = parley_utastar_new (order);
  Naive naive = { 0 };
  mpq_t number;

  mpq_init (number);
  naive_init (&naive, order);
  PARLEY_EXPECT (mpq_equal (utastar->error, naive.error), "order %u: error %f, not %f", seed,
                 mpq_get_d (utastar->error), mpq_get_d (naive.error));
  expect_functions (order, utastar->increments, naive.error, seed);
  for (guint c = 0; c < order->n_criteria; c++)
    {
      set_most (utastar, order, c, number);
      PARLEY_EXPECT (mpq_equal (number, naive.most[c]), "order %u, criterion %u: %f, not %f", seed,
                     c, mpq_get_d (number), mpq_get_d (naive.most[c]));
      expect_functions (order, utastar->most[c], naive.error, seed);
    }
  for (guint a = 0; a < order->n_alternatives; a++)
    {
      naive_worth (order, a, utastar->increments, number);
      PARLEY_EXPECT (mpq_equal (number, utastar->worth[a]), "order %u, alternative %u", seed, a);
    }
  *n_contrary += mpq_sgn (utastar->error) > 0;
  naive_clear (&naive);
  mpq_clear (number);
}

/* One criterion of four break points, two with three and two, or three with two each; up or down.
 */
static guint
numbers_init (Numbers *self, GRand *rand)
{
  static const guint shapes[3][MOST_CRITERIA] = { { 4 }, { 3, 2 }, { 2, 2, 2 } };
  guint n_criteria = (guint) g_rand_int_range (rand, 1, MOST_CRITERIA + 1);

  self->n_alternatives = (guint) g_rand_int_range (rand, 2, MOST_ALTERNATIVES);
  for (guint c = 0; c < n_criteria; c++)
    {
      gboolean up = g_rand_boolean (rand);

      self->n_breaks[c] = shapes[n_criteria - 1][c];
      for (guint b = 0; b < self->n_breaks[c]; b++)
        self->breaks[c][b] = (up ? 1 : -1) * (int) (b * b + b);
      for (guint a = 0; a < self->n_alternatives; a++)
        {
          int last = self->breaks[c][self->n_breaks[c] - 1];

          self->grades[a][c] = (up ? 1 : -1) * g_rand_int_range (rand, 0, ABS (last) + 1);
        }
    }
  for (guint a = 1; a < self->n_alternatives; a++)
    self->places[a] = self->places[a - 1] + (g_rand_int_range (rand, 0, 4) > 0);
  return n_criteria;
}

static void
test_random (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (11);
  guint n_contrary = 0;

  for (guint seed = 0; seed < N_ORDERS; seed++)
    {
      g_auto(ParleyPreorder) order = { 0 };
      Numbers numbers = { 0 };
      guint n_criteria = numbers_init (&numbers, rand);

      order_init (&order, &numbers, n_criteria);
      compare (&order, seed, &n_contrary);
    }
  PARLEY_EXPECT (n_contrary > N_ORDERS / 5 && n_contrary < N_ORDERS * 9 / 10, "%u", n_contrary);
}

void
parley_test_utastar (void)
{
  CU_pSuite suite = CU_add_suite ("utastar", NULL, NULL);

  CU_ADD_TEST (suite, test_transport);
  CU_ADD_TEST (suite, test_contrary);
  CU_ADD_TEST (suite, test_no_sum);
  CU_ADD_TEST (suite, test_one_answer);
  CU_ADD_TEST (suite, test_nothing_said);
  CU_ADD_TEST (suite, test_random);
}
