/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Adjusted winner, against trying every division that splits at most one issue. */
#include "analysis/divide.h"

#include "effort.h"
#include "small.h"
#include "suites.h"

#define N_SCENARIOS parley_effort (600)
#define MAX_ISSUES 6
#define MAX_OPTIONS 4

/* A scenario of two parties and choices alone, as plain numbers. */
typedef struct
{
  guint n_issues;
  guint n_options[MAX_ISSUES];
  guint weights[2][MAX_ISSUES];
  guint values[2][MAX_ISSUES][MAX_OPTIONS];
} Plain;

/* What the samples contain. */
typedef struct
{
  guint n_split;
  guint n_whole;
  guint n_nothing;
  guint n_shared;
  guint n_middles;
  guint n_beaten;   /* by mixtures */
  guint n_harmless; /* with options in between, and yet not beaten */
} Seen;

static Plain
draw (GRand *rand)
{
  Plain plain = { .n_issues = (guint) g_rand_int_range (rand, 1, MAX_ISSUES + 1) };

  for (guint i = 0; i < plain.n_issues; i++)
    {
      plain.n_options[i] = (guint) g_rand_int_range (rand, 1, MAX_OPTIONS + 1);
      for (guint s = 0; s < 2; s++)
        {
          plain.weights[s][i] = (guint) g_rand_int_range (rand, i == 0, 5);
          for (guint o = 0; o < plain.n_options[i]; o++)
            plain.values[s][i][o] = 25 * (guint) g_rand_int_range (rand, 0, 5);
        }
    }
  /* No party is indifferent to all deals: such a one is refused. */
  plain.n_options[0] = MAX (plain.n_options[0], 2);
  for (guint s = 0; s < 2; s++)
    {
      plain.values[s][0][0] = s == 0 || g_rand_boolean (rand) ? 100 : 0;
      plain.values[s][0][1] = 100 - plain.values[s][0][0];
    }
  return plain;
}

/* @factor: what weights are multiplied with; @reversed: issues stand in the other order. */
static ParleyLoaded *
load (const Plain *plain, guint factor, gboolean reversed)
{
  g_autoptr(GString) issues = g_string_new (NULL);
  g_autoptr(GString) parties = g_string_new (NULL);

  for (guint n = 0; n < plain->n_issues; n++)
    {
      guint i = reversed ? plain->n_issues - 1 - n : n;

      g_string_append_printf (issues,
                              "%s{'id': 'i%u', 'title': 'I', 'kind': 'choice', 'options': [",
                              n == 0 ? "" : ", ", i);
      for (guint o = 0; o < plain->n_options[i]; o++)
        g_string_append_printf (issues, "%s{'id': 'o%u', 'title': 'O'}", o == 0 ? "" : ", ", o);
      g_string_append (issues, "]}");
    }
  for (guint s = 0; s < 2; s++)
    {
      g_string_append_printf (parties,
                              "%s{'id': 'p%u', 'title': 'P', 'reservation': 0, 'weights': {",
                              s == 0 ? "" : ", ", s);
      for (guint i = 0; i < plain->n_issues; i++)
        g_string_append_printf (parties, "%s'i%u': %u", i == 0 ? "" : ", ", i,
                                factor * plain->weights[s][i]);
      g_string_append (parties, "}, 'values': {");
      for (guint i = 0; i < plain->n_issues; i++)
        {
          g_string_append_printf (parties, "%s'i%u': {", i == 0 ? "" : ", ", i);
          for (guint o = 0; o < plain->n_options[i]; o++)
            g_string_append_printf (parties, "%s'o%u': %u", o == 0 ? "" : ", ", o,
                                    plain->values[s][i][o]);
          g_string_append (parties, "}");
        }
      g_string_append (parties, "}}");
    }
  return parley_small_load (issues->str, parties->str, "");
}

/* What option @o of issue @i is worth to @side. */
static int
worth (const Plain *plain, guint side, guint i, guint o)
{
  return (int) (plain->weights[side][i] * plain->values[side][i][o]);
}

static int
span (const Plain *plain, guint side, guint i)
{
  int low = worth (plain, side, i, 0);
  int high = low;

  for (guint o = 1; o < plain->n_options[i]; o++)
    {
      low = MIN (low, worth (plain, side, i, o));
      high = MAX (high, worth (plain, side, i, o));
    }
  return high - low;
}

/* The most that @side gets of issue @i, and of the options with that the most that the other
 * gets: what it loses by the other's wish is its own most less that. */
static int
gets_by_wish_of (const Plain *plain, guint wisher, guint side, guint i)
{
  int most = G_MININT;
  int gets = G_MININT;

  for (guint o = 0; o < plain->n_options[i]; o++)
    most = MAX (most, worth (plain, wisher, i, o));
  for (guint o = 0; o < plain->n_options[i]; o++)
    if (worth (plain, wisher, i, o) == most)
      gets = MAX (gets, worth (plain, side, i, o));
  return gets;
}

/* Sets @points to those of each side on issue @i. Returns: whether both want the same. */
static gboolean
stake (const Plain *plain, guint i, int *points)
{
  gboolean both = span (plain, 0, i) > 0 && span (plain, 1, i) > 0;

  for (guint s = 0; s < 2; s++)
    points[s] = both ? gets_by_wish_of (plain, s, s, i) - gets_by_wish_of (plain, 1 - s, s, i)
                     : span (plain, s, i);
  return both && points[0] == 0;
}

/* The most that both can have equally when @mask says which issues the first side gets and @split
 * is shared, in shares of @sums; below 0 when no part of it makes them equal. */
static void
equal_share (int points[MAX_ISSUES][2],
             const int *sums,
             guint n,
             guint mask,
             guint split,
             mpq_ptr share)
{
  mpq_t own[2], part[2], gap, both;

  mpq_inits (own[0], own[1], part[0], part[1], gap, both, NULL);
  for (guint i = 0; i < n; i++)
    for (guint s = 0; s < 2; s++)
      {
        mpq_t value;

        mpq_init (value);
        mpq_set_si (value, points[i][s], (unsigned long) sums[s]);
        mpq_canonicalize (value);
        if (i == split)
          mpq_set (part[s], value);
        else if ((mask >> i & 1) == 1 - s)
          mpq_add (own[s], own[s], value);
        mpq_clear (value);
      }
  mpq_set_si (share, -1, 1);
  /* own0 + x part0 = own1 + (1 - x) part1 */
  mpq_add (both, part[0], part[1]);
  mpq_sub (gap, own[1], own[0]);
  mpq_add (gap, gap, part[1]);
  if (mpq_sgn (both) > 0 && mpq_sgn (gap) >= 0 && mpq_cmp (gap, both) <= 0)
    {
      mpq_div (gap, gap, both);
      mpq_mul (gap, gap, part[0]);
      mpq_add (share, own[0], gap);
    }
  mpq_clears (own[0], own[1], part[0], part[1], gap, both, NULL);
}

/* The most points of 100 that both can have equally. */
static void
best_equal (int points[MAX_ISSUES][2], const int *sums, guint n, mpq_ptr best)
{
  mpq_t share;

  mpq_init (share);
  mpq_set_ui (best, 0, 1);
  for (guint mask = 0; mask < 1u << n; mask++)
    for (guint split = 0; split < n; split++)
      {
        equal_share (points, sums, n, mask, split, share);
        if (mpq_cmp (share, best) > 0)
          mpq_set (best, share);
      }
  mpq_set_ui (share, 100, 1);
  mpq_mul (best, best, share);
  mpq_clear (share);
}

/* What @side gets with option @o of issue @i beyond what it has by the other's wish, or else at
 * least. */
static int
gain (const Plain *plain, guint side, guint i, guint o)
{
  int least = worth (plain, side, i, 0);

  if (span (plain, 1 - side, i) > 0)
    return worth (plain, side, i, o) - gets_by_wish_of (plain, 1 - side, side, i);
  for (guint other = 1; other < plain->n_options[i]; other++)
    least = MIN (least, worth (plain, side, i, other));
  return worth (plain, side, i, o) - least;
}

/* How steep the ways from the division to deals are that are better for one side alone. */
typedef struct
{
  mpq_t    right; /* the most that the first side gains for each point of the second */
  mpq_t    up;    /* and the other way round */
  gboolean better; /* some deal by itself is better for one side and no worse for the other */
} Ways;

/* Looks at the deal that gives the sides @sums more than the least. */
static void
look_at (Ways *self, mpq_t *totals, const int *got, const int *sums)
{
  mpq_t more[2], rate;

  mpq_inits (more[0], more[1], rate, NULL);
  for (guint s = 0; s < 2; s++)
    {
      mpq_set_si (more[s], 100L * got[s], (unsigned long) sums[s]);
      mpq_canonicalize (more[s]);
      mpq_sub (more[s], more[s], totals[s]);
    }
  self->better |= mpq_sgn (more[0]) >= 0 && mpq_sgn (more[1]) >= 0
                  && mpq_sgn (more[0]) + mpq_sgn (more[1]) > 0;
  for (guint s = 0; s < 2; s++)
    if (mpq_sgn (more[s]) > 0 && mpq_sgn (more[1 - s]) < 0)
      {
        mpq_ptr most = s == 0 ? self->right : self->up;

        mpq_div (rate, more[s], more[1 - s]);
        mpq_neg (rate, rate);
        if (mpq_cmp (rate, most) > 0)
          mpq_set (most, rate);
      }
  mpq_clears (more[0], more[1], rate, NULL);
}

/* All deals. @got: what the sides have on issues before @i. */
static void
look_at_all (Ways *self,
             const Plain *plain,
             mpq_t *totals,
             const int *sums,
             guint i,
             const int *got)
{
  int points[2] = { 0, 0 };

  if (i == plain->n_issues)
    {
      look_at (self, totals, got, sums);
      return;
    }
  if (stake (plain, i, points)) /* both have what they want */
    {
      look_at_all (self, plain, totals, sums, i + 1, got);
      return;
    }
  for (guint o = 0; o < plain->n_options[i]; o++)
    {
      const int more[2] = { got[0] + gain (plain, 0, i, o), got[1] + gain (plain, 1, i, o) };

      look_at_all (self, plain, totals, sums, i + 1, more);
    }
}

/* No deal is better, nor a mixture of two: of more than two there is no need. */
static gboolean
is_unbeaten (const Plain *plain, const ParleyDivision *division, const int *sums)
{
  static const int nothing[2] = { 0, 0 };
  Ways ways = { .better = FALSE };
  mpq_t totals[2], product;
  gboolean unbeaten = FALSE;

  mpq_inits (ways.right, ways.up, totals[0], totals[1], product, NULL);
  for (guint s = 0; s < 2; s++)
    mpq_set (totals[s], division->total[s]);
  look_at_all (&ways, plain, totals, sums, 0, nothing);
  mpq_mul (product, ways.right, ways.up);
  unbeaten = !ways.better && mpq_cmp_ui (product, 1, 1) <= 0;
  mpq_clears (ways.right, ways.up, totals[0], totals[1], product, NULL);
  return unbeaten;
}

static void
expect_division (const Plain *plain, const ParleyDivision *division, guint seed, Seen *seen)
{
  int points[MAX_ISSUES][2] = { 0 };
  int sums[2] = { 0, 0 };
  mpq_t best;

  for (guint i = 0; i < plain->n_issues; i++)
    {
      seen->n_shared += stake (plain, i, points[i]);
      sums[0] += points[i][0];
      sums[1] += points[i][1];
    }
  seen->n_middles += division->middles->len;
  if (sums[0] == 0 || sums[1] == 0)
    {
      seen->n_nothing++;
      PARLEY_EXPECT (division->lots->len == 0, "seed %u", seed);
      return;
    }
  mpq_init (best);
  best_equal (points, sums, plain->n_issues, best);
  PARLEY_EXPECT (mpq_equal (division->total[0], best), "seed %u, first", seed);
  PARLEY_EXPECT (mpq_equal (division->total[1], best), "seed %u, second", seed);
  PARLEY_EXPECT (division->envy_free && division->equitable && division->efficient, "seed %u",
                 seed);
  PARLEY_EXPECT (division->efficient_among_mixtures == is_unbeaten (plain, division, sums),
                 "seed %u, mixtures", seed);
  seen->n_beaten += !division->efficient_among_mixtures;
  seen->n_harmless += division->efficient_among_mixtures && division->middles->len > 0;
  PARLEY_EXPECT (mpq_cmp_ui (division->total[0], 50, 1) >= 0, "seed %u, half", seed);
  seen->n_split += division->split >= 0;
  seen->n_whole += division->split < 0;
  mpq_clear (best);
}

/* Weights times ten and issues in another order leave points as they are; with the sides
 * exchanged each has what it had. */
static void
expect_same (const Plain *plain, const ParleyDivision *division, guint seed)
{
  static const guint exchanged[2] = { 1, 0 };
  g_autoptr(ParleyLoaded) loaded = load (plain, 10, TRUE);
  g_autoptr(ParleyDivision) other = parley_division_new (loaded->scenario, exchanged, NULL);

  for (guint s = 0; s < 2; s++)
    PARLEY_EXPECT (mpq_equal (division->total[s], other->total[1 - s]), "seed %u, same", seed);
  PARLEY_EXPECT (division->lots->len == other->lots->len, "seed %u, lots", seed);
}

static void
test_random (void)
{
  static const guint parties[2] = { 0, 1 };
  Seen seen = { 0 };

  for (guint32 seed = 0; seed < N_SCENARIOS; seed++)
    {
      GRand *rand = g_rand_new_with_seed (seed);
      Plain plain = draw (rand);
      g_autoptr(ParleyLoaded) loaded = load (&plain, 1, FALSE);
      g_autoptr(ParleyDivision) division = parley_division_new (loaded->scenario, parties, NULL);

      expect_division (&plain, division, seed, &seen);
      expect_same (&plain, division, seed);
      g_rand_free (rand);
    }
  CU_ASSERT (seen.n_split > parley_effort (100));
  CU_ASSERT (seen.n_whole > parley_effort (20));
  CU_ASSERT (seen.n_nothing > parley_effort (10));
  CU_ASSERT (seen.n_shared > parley_effort (100));
  CU_ASSERT (seen.n_middles >= parley_effort_rare (20));
  CU_ASSERT (seen.n_beaten > parley_effort (10));
  CU_ASSERT (seen.n_harmless >= parley_effort_rare (3));
}

/* A seller and a buyer of two numbers and a derived one, by these weights. */
static ParleyDivision *
divide_numbers (const char *weights, const char *curve, ParleyLoaded **loaded)
{
  static const guint parties[2] = { 0, 1 };
  g_autofree char *sides = g_strdup_printf (
      "{'id': 's', 'title': 'S', 'reservation': 0, 'weights': { %s }, 'values': {"
      "  'rate': {'points': [[0, 0], %s [10, 100]]}, 'share': {'points': [[0, 0], [10, 100]]},"
      "  'take': {'points': [[0, 0], [100, 100]]}, 'law': {'ours': 0, 'theirs': 100} } },"
      "{'id': 'b', 'title': 'B', 'reservation': 0, 'weights': { %s }, 'values': {"
      "  'rate': {'points': [[0, 100], [10, 0]]}, 'share': {'points': [[0, 100], [10, 0]]},"
      "  'take': {'points': [[0, 100], [100, 0]]}, 'law': {'ours': 100, 'theirs': 0} } }",
      weights, curve, weights);

  *loaded = parley_small_load (
      "{'id': 'rate', 'title': 'R', 'kind': 'range', 'min': 0, 'max': 10, 'step': 5},"
      "{'id': 'share', 'title': 'S', 'kind': 'range', 'min': 0, 'max': 10, 'step': 5},"
      "{'id': 'take', 'title': 'T', 'kind': 'derived', 'product': ['rate', 'share']},"
      "{'id': 'law', 'title': 'L', 'kind': 'choice', 'options': ["
      "  {'id': 'ours', 'title': 'O'}, {'id': 'theirs', 'title': 'T'} ]}",
      sides, "");
  return parley_division_new ((*loaded)->scenario, parties, NULL);
}

static ParleyStakeKind
kind_of (const ParleyDivision *division, guint stake)
{
  return ((const ParleyStake *) g_ptr_array_index (division->stakes, stake))->kind;
}

/* A derived issue is divided where it has all the worth of what it follows from, and left out
 * where it has not. */
static void
test_derived (void)
{
  g_autoptr(ParleyLoaded) apart = NULL;
  g_autoptr(ParleyLoaded) together = NULL;
  g_autoptr(ParleyDivision) division = divide_numbers ("'take': 3, 'law': 1", "", &apart);
  g_autoptr(ParleyDivision) tangled
      = divide_numbers ("'take': 3, 'rate': 1, 'law': 1", "", &together);

  CU_ASSERT_EQUAL (division->stakes->len, 2);
  CU_ASSERT_EQUAL (kind_of (division, 0), PARLEY_STAKE_OPPOSED);
  CU_ASSERT_EQUAL (division->lots->len, 2);

  CU_ASSERT_EQUAL (tangled->stakes->len, 4);
  CU_ASSERT_EQUAL (kind_of (tangled, 1), PARLEY_STAKE_IDLE);
  CU_ASSERT_EQUAL (kind_of (tangled, 2), PARLEY_STAKE_TANGLED);
  CU_ASSERT_EQUAL (tangled->lots->len, 2);
}

/* Three quarters of the points are on the rate, so the one who does not get the law gets two
 * thirds of it: the first of the file, as both rates are the same, gets 6 2/3. */
static void
test_split_number (void)
{
  g_autoptr(ParleyLoaded) straight = NULL;
  g_autoptr(ParleyLoaded) bent = NULL;
  g_autoptr(ParleyDivision) division = divide_numbers ("'rate': 3, 'law': 1", "", &straight);
  g_autoptr(ParleyDivision) other = divide_numbers ("'rate': 3, 'law': 1", "[4, 5],", &bent);
  guint option = 0;
  mpq_t number;

  mpq_init (number);
  CU_ASSERT_TRUE (parley_division_split_number (division, number));
  PARLEY_EXPECT_EXACT ("two thirds of the rate", number, "20/3");
  CU_ASSERT_FALSE (parley_division_split_option (division, &option));
  CU_ASSERT_FALSE (parley_division_split_number (other, number));
  mpq_clear (number);
}

void
parley_test_divide (void)
{
  CU_pSuite suite = CU_add_suite ("divide", NULL, NULL);

  CU_add_test (suite, "every division", test_random);
  CU_add_test (suite, "derived issues", test_derived);
  CU_add_test (suite, "a number that splits", test_split_number);
}
