/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which of two deals is better, against fractions alone. */
#include "space/order.h"

#include "small.h"
#include "suites.h"

#define N_PARTIES 3

static const ParleyOrderKind kinds[]
    = { PARLEY_ORDER_NASH, PARLEY_ORDER_KALAI_SMORODINSKY, PARLEY_ORDER_EGALITARIAN,
        PARLEY_ORDER_UTILITARIAN, PARLEY_ORDER_PARTY };

/* Parties with these denominators and reservations, in steps. */
static GPtrArray *
make_utilities (const char *const *denominators, const ParleyScore *reservations)
{
  GPtrArray *utilities = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_utility_free);

  for (guint p = 0; p < N_PARTIES; p++)
    {
      ParleyUtility *utility = g_new0 (ParleyUtility, 1);

      mpz_init_set_str (utility->denominator, denominators[p], 10);
      utility->has_reservation = TRUE;
      utility->reservation = reservations[p];
      g_ptr_array_add (utilities, utility);
    }
  return utilities;
}

/* The reference: what a deal is worth, as a list of fractions of which the first that
 * differs decides. */
typedef struct
{
  guint n;
  mpq_t keys[N_PARTIES + 1];
} Worth;

static void
worth_clear (Worth *self)
{
  for (guint i = 0; i <= N_PARTIES; i++)
    mpq_clear (self->keys[i]);
}

static void
sort_keys (Worth *worth)
{
  for (guint i = 1; i < worth->n; i++)
    for (guint k = i; k > 0 && mpq_cmp (worth->keys[k], worth->keys[k - 1]) < 0; k--)
      mpq_swap (worth->keys[k], worth->keys[k - 1]);
}

/* How many surpluses are positive, then their product. */
static void
nash_keys (Worth *worth, mpq_t *surpluses)
{
  worth->n = 2;
  mpq_set_ui (worth->keys[1], 1, 1);
  for (guint p = 0; p < N_PARTIES; p++)
    if (mpq_sgn (surpluses[p]) > 0)
      {
        mpz_add_ui (mpq_numref (worth->keys[0]), mpq_numref (worth->keys[0]), 1);
        mpq_mul (worth->keys[1], worth->keys[1], surpluses[p]);
      }
}

/* The shares of what each could gain, of those who could gain something. */
static void
share_keys (Worth *worth, mpq_t *surpluses, GPtrArray *utilities, const ParleyScore *ideal)
{
  for (guint p = 0; p < N_PARTIES; p++)
    {
      const ParleyUtility *utility = g_ptr_array_index (utilities, p);
      mpq_t most;

      if (ideal[p] <= utility->reservation)
        continue;
      mpq_init (most);
      parley_score_to_exact (ideal[p] - utility->reservation, utility->denominator, most);
      mpq_div (worth->keys[worth->n++], surpluses[p], most);
      mpq_clear (most);
    }
  sort_keys (worth);
}

static void
worth_init (Worth             *self,
            ParleyOrderKind    kind,
            GPtrArray         *utilities,
            const ParleyScore *ideal,
            const ParleyScore *scores)
{
  mpq_t surpluses[N_PARTIES];

  self->n = 0;
  for (guint i = 0; i <= N_PARTIES; i++)
    mpq_init (self->keys[i]);
  for (guint p = 0; p < N_PARTIES; p++)
    {
      const ParleyUtility *utility = g_ptr_array_index (utilities, p);

      mpq_init (surpluses[p]);
      parley_score_to_exact (scores[p] - utility->reservation, utility->denominator, surpluses[p]);
    }
  if (kind == PARLEY_ORDER_NASH)
    nash_keys (self, surpluses);
  else if (kind == PARLEY_ORDER_KALAI_SMORODINSKY)
    share_keys (self, surpluses, utilities, ideal);
  else if (kind == PARLEY_ORDER_PARTY)
    mpq_set (self->keys[self->n++], surpluses[1]);
  else if (kind == PARLEY_ORDER_EGALITARIAN)
    {
      for (guint p = 0; p < N_PARTIES; p++)
        mpq_set (self->keys[self->n++], surpluses[p]);
      sort_keys (self);
    }
  else
    for (guint p = 0; p < N_PARTIES; p++)
      {
        self->n = 1;
        mpq_add (self->keys[0], self->keys[0], surpluses[p]);
      }
  for (guint p = 0; p < N_PARTIES; p++)
    mpq_clear (surpluses[p]);
}

static int
sign (int number)
{
  return (number > 0) - (number < 0);
}

static int
naive_compare (ParleyOrderKind    kind,
               GPtrArray         *utilities,
               const ParleyScore *ideal,
               const ParleyScore *a,
               const ParleyScore *b)
{
  Worth x, y;
  int order = 0;

  worth_init (&x, kind, utilities, ideal, a);
  worth_init (&y, kind, utilities, ideal, b);
  for (guint i = 0; i < x.n && order == 0; i++)
    order = mpq_cmp (x.keys[i], y.keys[i]);
  worth_clear (&x);
  worth_clear (&y);
  return sign (order);
}

static ParleyOrder *
make_order (ParleyOrderKind kind, GPtrArray *utilities, const ParleyScore *ideal)
{
  static const guint all[] = { 0, 1, 2 };
  static const guint one[] = { 1 };
  ParleyOrder *order = kind == PARLEY_ORDER_PARTY
                           ? parley_order_new (kind, utilities, one, 1)
                           : parley_order_new (kind, utilities, all, N_PARTIES);

  if (kind == PARLEY_ORDER_KALAI_SMORODINSKY)
    parley_order_set_ideal (order, ideal);
  return order;
}

/* The same order, from an ideal in points. */
static ParleyOrder *
make_order_by_points (ParleyOrderKind kind, GPtrArray *utilities, const ParleyScore *ideal)
{
  static const guint all[] = { 0, 1, 2 };
  ParleyOrder *order = NULL;
  mpq_t points[N_PARTIES];

  if (kind != PARLEY_ORDER_KALAI_SMORODINSKY)
    return make_order (kind, utilities, ideal);
  order = parley_order_new (kind, utilities, all, N_PARTIES);
  for (guint p = 0; p < N_PARTIES; p++)
    {
      const ParleyUtility *utility = g_ptr_array_index (utilities, p);

      mpq_init (points[p]);
      parley_score_to_exact (ideal[p], utility->denominator, points[p]);
    }
  parley_order_set_ideal_points (order, points);
  for (guint p = 0; p < N_PARTIES; p++)
    mpq_clear (points[p]);
  return order;
}

/* What the surpluses of two deals say, compared as lists of fractions. */
static int
compare_lists (const ParleyOrder *order, const ParleyScore *a, const ParleyScore *b)
{
  guint n = parley_order_n_slots (order);
  mpq_t *left = parley_order_exact (order, a);
  mpq_t *right = parley_order_exact (order, b);
  int result = parley_surpluses_compare (parley_order_kind (order), left, right, n);

  parley_surpluses_free (left, n);
  parley_surpluses_free (right, n);
  return sign (result);
}

/* How deals are drawn: reservations and scores as multiples of @unit, moved by up to
 * @noise steps. */
typedef struct
{
  const char *label;
  const char *denominators[N_PARTIES];
  ParleyScore unit;
  int         least; /* surplus, in units */
  int         most;
  int         noise;
} Family;

#define BILLION ((ParleyScore) 1000000000)

static const Family families[] = {
  { "small", { "1", "1", "1" }, 1, -3, 6, 0 },
  { "three denominators", { "3", "7", "11" }, 1, -40, 60, 0 },
  { "losses and gains", { "3", "7", "3" }, 1, -60, 60, 0 },
  { "hundreds", { "662", "100", "331" }, 50, -4, 40, 1 },
  /* Surpluses of some points that differ in the eighteenth digit. */
  { "near ties",
    { "1000000000000000000", "1000000000000000000", "1000000000000000000" },
    BILLION *BILLION,
    1,
    3,
    2 },
  { "near ties with losses",
    { "1000000000000000000", "3000000000000000000", "7000000000000000000" },
    BILLION *BILLION,
    -9,
    9,
    2 },
  /* And in the thirtieth, as much as scores can hold. */
  { "as near as can be",
    { "10000000000000000000000000000", "10000000000000000000000000000", "9999999999999999999999" },
    BILLION *BILLION *BILLION,
    1,
    9,
    1 },
};

typedef struct
{
  GPtrArray   *utilities;
  ParleyScore  ideal[N_PARTIES];
  ParleyScore  deals[12][N_PARTIES];
} Table;

static ParleyScore
draw_steps (GRand *rand, const Family *family)
{
  return g_rand_int_range (rand, family->least, family->most + 1) * family->unit
         + g_rand_int_range (rand, -family->noise, family->noise + 1);
}

static void
draw_table (GRand *rand, const Family *family, Table *table)
{
  ParleyScore reservations[N_PARTIES];

  for (guint p = 0; p < N_PARTIES; p++)
    {
      reservations[p] = g_rand_int_range (rand, -2, 50) * family->unit;
      table->ideal[p] = reservations[p];
    }
  for (guint i = 0; i < G_N_ELEMENTS (table->deals); i++)
    for (guint p = 0; p < N_PARTIES; p++)
      {
        table->deals[i][p] = reservations[p] + draw_steps (rand, family);
        if (p > 0 || g_rand_boolean (rand))
          table->ideal[p] = MAX (table->ideal[p], table->deals[i][p]);
      }
  table->utilities = make_utilities (family->denominators, reservations);
}

/* Every pair, both ways: so the order is antisymmetric and, since that of fractions is,
 * transitive. */
static guint
expect_order (const Family *family, ParleyOrderKind kind, const Table *table)
{
  g_autoptr(ParleyOrder) order = make_order (kind, table->utilities, table->ideal);
  g_autoptr(ParleyOrder) by_points = make_order_by_points (kind, table->utilities, table->ideal);
  guint n_ties = 0;

  for (guint i = 0; i < G_N_ELEMENTS (table->deals); i++)
    for (guint k = 0; k < G_N_ELEMENTS (table->deals); k++)
      {
        const ParleyScore *a = table->deals[i];
        const ParleyScore *b = table->deals[k];
        int want = naive_compare (kind, table->utilities, table->ideal, a, b);

        n_ties += i != k && want == 0;
        PARLEY_EXPECT (sign (parley_order_compare (order, a, b)) == want, "%s, kind %d, want %d",
                       family->label, (int) kind, want);
        PARLEY_EXPECT (
            sign (parley_order_compare (by_points, a, b)) == want
                && compare_lists (order, a, b) == want && compare_lists (by_points, a, b) == want,
            "%s by points or as lists, kind %d, want %d", family->label, (int) kind, want);
      }
  return n_ties;
}

static void
test_random (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (11);

  for (gsize f = 0; f < G_N_ELEMENTS (families); f++)
    for (gsize k = 0; k < G_N_ELEMENTS (kinds); k++)
      {
        guint n_ties = 0;

        for (guint round = 0; round < 20; round++)
          {
            Table table;

            draw_table (rand, &families[f], &table);
            n_ties += expect_order (&families[f], kinds[k], &table);
            g_ptr_array_unref (table.utilities);
          }
        PARLEY_EXPECT (f > 0 || n_ties > 5, "ties of kind %d: %u", (int) kinds[k], n_ties);
      }
}

/* Gains that make up for losses but for a third of a point or nothing: what is left is
 * far smaller than what was added up. */
static void
test_cancelling (void)
{
  static const Family family = { "cancelling", { "3", "7", "11" }, 1, 0, 0, 0 };
  static const ParleyScore reservations[] = { 0, 0, 0 };

  for (gsize k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      Table table = { .utilities = make_utilities (family.denominators, reservations),
                      .ideal = { 100, 100, 100 } };

      for (gsize i = 0; i < G_N_ELEMENTS (table.deals); i++)
        {
          ParleyScore points = (int) i - 6;

          table.deals[i][0] = 33 * points + (int) i % 3 - 1;
          table.deals[i][1] = -70 * points;
          table.deals[i][2] = -11 * points;
        }
      expect_order (&family, kinds[k], &table);
      g_ptr_array_unref (table.utilities);
    }
}

/* Written out by hand: surpluses in tenths of a point. */
static void
test_worked (void)
{
  static const struct
  {
    const char     *label;
    ParleyOrderKind kind;
    int             a[N_PARTIES];
    int             b[N_PARTIES];
    int             want;
  } rows[] = {
    { "product", PARLEY_ORDER_NASH, { 2, 3, 4 }, { 1, 4, 5 }, 1 },
    { "equal products", PARLEY_ORDER_NASH, { 2, 6, 1 }, { 3, 4, 1 }, 0 },
    { "two losses are no gain", PARLEY_ORDER_NASH, { -5, -5, 9 }, { 1, 1, 1 }, -1 },
    { "more who gain", PARLEY_ORDER_NASH, { 9, 0, 0 }, { 1, 1, 0 }, -1 },
    { "as many who gain", PARLEY_ORDER_NASH, { 9, 0, 0 }, { 0, 0, 8 }, 1 },
    { "nobody gains", PARLEY_ORDER_NASH, { 0, 0, 0 }, { -1, 0, -7 }, 0 },
    { "the worst off", PARLEY_ORDER_EGALITARIAN, { 2, 2, 2 }, { 1, 9, 9 }, 1 },
    { "the next", PARLEY_ORDER_EGALITARIAN, { 9, 1, 2 }, { 3, 1, 3 }, -1 },
    { "whoever it is", PARLEY_ORDER_EGALITARIAN, { 1, 2, 3 }, { 3, 2, 1 }, 0 },
    { "the sum", PARLEY_ORDER_UTILITARIAN, { 9, -4, 0 }, { 2, 2, 0 }, 1 },
    { "the same sum", PARLEY_ORDER_UTILITARIAN, { 9, -4, 0 }, { 2, 2, 1 }, 0 },
    { "one party", PARLEY_ORDER_PARTY, { 0, 5, 0 }, { 9, 4, 9 }, 1 },
    { "one party ties", PARLEY_ORDER_PARTY, { 0, 5, 0 }, { 9, 5, 9 }, 0 },
    /* Ideals of 10, 5 and 0: the third cannot gain and does not count. */
    { "shares", PARLEY_ORDER_KALAI_SMORODINSKY, { 4, 2, 0 }, { 3, 5, 0 }, 1 },
    { "equal shares", PARLEY_ORDER_KALAI_SMORODINSKY, { 4, 2, 0 }, { 4, 2, -9 }, 0 },
    { "shares, the next", PARLEY_ORDER_KALAI_SMORODINSKY, { 4, 3, 0 }, { 4, 4, 0 }, -1 },
    { "shares, exchanged", PARLEY_ORDER_KALAI_SMORODINSKY, { 4, 3, 0 }, { 6, 2, 0 }, 0 },
  };
  static const char *const denominators[] = { "10", "10", "10" };
  static const ParleyScore reservations[] = { 500, 300, -20 };
  static const ParleyScore ideal[] = { 510, 305, -20 };
  g_autoptr(GPtrArray) utilities = make_utilities (denominators, reservations);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(ParleyOrder) order = make_order (rows[i].kind, utilities, ideal);
      ParleyScore a[N_PARTIES], b[N_PARTIES];

      for (guint p = 0; p < N_PARTIES; p++)
        {
          a[p] = reservations[p] + rows[i].a[p];
          b[p] = reservations[p] + rows[i].b[p];
        }
      PARLEY_EXPECT (sign (parley_order_compare (order, a, b)) == rows[i].want, "%s",
                     rows[i].label);
      PARLEY_EXPECT (sign (parley_order_compare (order, b, a)) == -rows[i].want, "%s",
                     rows[i].label);
    }
}

/* Where nobody can gain, all deals are alike. */
static void
test_nobody_gains (void)
{
  static const char *const denominators[] = { "1", "2", "3" };
  static const ParleyScore reservations[] = { 5, 5, 5 };
  static const ParleyScore deals[][N_PARTIES] = { { 5, 5, 5 }, { 4, 5, 3 } };
  g_autoptr(GPtrArray) utilities = make_utilities (denominators, reservations);
  g_autoptr(ParleyOrder) order
      = make_order (PARLEY_ORDER_KALAI_SMORODINSKY, utilities, reservations);

  CU_ASSERT_EQUAL (parley_order_compare (order, deals[0], deals[1]), 0);
  CU_ASSERT_EQUAL (parley_order_compare (order, deals[1], deals[0]), 0);
}

/* A party without reservation is compared by its score. */
static void
test_without_reservation (void)
{
  static const char *const denominators[] = { "1", "1", "1" };
  static const ParleyScore reservations[] = { 0, -PARLEY_SCORE_LIMIT, 0 };
  static const ParleyScore deals[][N_PARTIES] = { { 0, 3, 0 }, { 0, 2, 0 } };
  g_autoptr(GPtrArray) utilities = make_utilities (denominators, reservations);
  g_autoptr(ParleyOrder) order = NULL;

  ((ParleyUtility *) g_ptr_array_index (utilities, 1))->has_reservation = FALSE;
  order = make_order (PARLEY_ORDER_PARTY, utilities, NULL);
  CU_ASSERT_TRUE (parley_order_compare (order, deals[0], deals[1]) > 0);
  CU_ASSERT_TRUE (parley_order_compare (order, deals[1], deals[0]) < 0);
}

void
parley_test_order (void)
{
  CU_pSuite suite = CU_add_suite ("order", NULL, NULL);

  CU_add_test (suite, "worked by hand", test_worked);
  CU_add_test (suite, "random deals", test_random);
  CU_add_test (suite, "losses that cancel gains", test_cancelling);
  CU_add_test (suite, "nobody can gain", test_nobody_gains);
  CU_add_test (suite, "without reservation", test_without_reservation);
}
