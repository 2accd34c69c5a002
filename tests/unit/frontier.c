/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The frontier, against comparing every deal with every other. */
#include "space/frontier.h"

#include <string.h>

#include "small.h"
#include "suites.h"

#define N_UTILITIES 5
#define N_AXES      2
#define MAX_DEALS   80

/* Deals in the order in which they are added; their options tell them apart. */
typedef struct
{
  guint       n_deals;
  guint       n_slots;
  guint       slots[N_UTILITIES];
  ParleyScore scores[MAX_DEALS][N_UTILITIES];
  guint       options[MAX_DEALS][N_AXES];
} Deals;

/* Few different scores, so that many deals tie; some far beyond 64 bits. */
static void
draw_deals (GRand *rand, Deals *deals)
{
  static const guint slots[] = { 3, 0, 4, 1 };
  gint32 n_scores = g_rand_int_range (rand, 1, 12);
  ParleyScore unit = g_rand_boolean (rand) ? 1 : (ParleyScore) 1 << 90;

  deals->n_deals = (guint) g_rand_int_range (rand, 1, MAX_DEALS + 1);
  deals->n_slots = (guint) g_rand_int_range (rand, 1, G_N_ELEMENTS (slots) + 1);
  memcpy (deals->slots, slots, sizeof slots);
  for (guint i = 0; i < deals->n_deals; i++)
    {
      for (guint s = 0; s < N_UTILITIES; s++)
        deals->scores[i][s] = g_rand_int_range (rand, -n_scores, n_scores + 1) * unit;
      deals->options[i][0] = i / 10;
      deals->options[i][1] = i % 10;
    }
}

/* Returns: 1 when each slot of @a is at least that of @b, and -1 the other way round,
 * 0 when they are the same, 2 when neither. */
static int
relation (const Deals *deals, const ParleyScore *a, const ParleyScore *b)
{
  gboolean above = FALSE;
  gboolean below = FALSE;

  for (guint i = 0; i < deals->n_slots; i++)
    {
      above |= a[deals->slots[i]] > b[deals->slots[i]];
      below |= a[deals->slots[i]] < b[deals->slots[i]];
    }
  return above && below ? 2 : above ? 1 : below ? -1 : 0;
}

static gboolean
is_efficient (const Deals *deals, const ParleyScore *scores)
{
  for (guint i = 0; i < deals->n_deals; i++)
    if (relation (deals, deals->scores[i], scores) == 1)
      return FALSE;
  return TRUE;
}

/* The first deal that scores what @deal does. */
static guint
first_like (const Deals *deals, guint deal)
{
  guint i = 0;

  while (relation (deals, deals->scores[i], deals->scores[deal]) != 0)
    i++;
  return i;
}

static ParleyFrontier *
make_frontier (const Deals *deals, guint n_kept)
{
  ParleyFrontier *frontier
      = parley_frontier_new (N_UTILITIES, deals->slots, deals->n_slots, N_AXES, n_kept);

  for (guint i = 0; i < deals->n_deals; i++)
    parley_frontier_add (frontier, deals->scores[i], deals->options[i]);
  return frontier;
}

static const ParleyPoint *
find_point (const Deals *deals, const ParleyFrontier *frontier, const ParleyScore *scores)
{
  const ParleyPoint *found = NULL;

  for (guint i = 0; i < frontier->points->len; i++)
    {
      const ParleyPoint *point = g_ptr_array_index (frontier->points, i);

      if (relation (deals, point->scores, scores) != 0)
        continue;
      PARLEY_EXPECT (found == NULL, "a point stands there twice");
      found = point;
    }
  return found;
}

/* The point has all scores of its first deal, counts all and keeps the first. */
static void
expect_point (const Deals *deals, const ParleyPoint *point, guint first, guint n_kept)
{
  guint n_like = 0;

  PARLEY_EXPECT (memcmp (point->scores, deals->scores[first], sizeof deals->scores[first]) == 0,
                 "scores of the first deal");
  for (guint i = first; i < deals->n_deals; i++)
    {
      if (relation (deals, deals->scores[i], deals->scores[first]) != 0)
        continue;
      if (n_like < n_kept)
        PARLEY_EXPECT (n_like < point->deals->len
                           && memcmp (g_ptr_array_index (point->deals, n_like), deals->options[i],
                                      sizeof deals->options[i])
                                  == 0,
                       "deal %u is kept", i);
      n_like++;
    }
  PARLEY_EXPECT (point->n_deals == n_like, "deals of a point");
  PARLEY_EXPECT (point->deals->len == MIN (n_like, n_kept), "deals that are kept");
}

/* The ends of the frontier for each of its parties. */
static void
expect_ends (const Deals *deals, const ParleyFrontier *frontier)
{
  ParleyScore ideal[N_UTILITIES] = { 77, 77, 77, 77, 77 };
  ParleyScore nadir[N_UTILITIES] = { 77, 77, 77, 77, 77 };
  ParleyScore want_ideal[N_UTILITIES] = { 77, 77, 77, 77, 77 };
  ParleyScore want_nadir[N_UTILITIES] = { 77, 77, 77, 77, 77 };
  gboolean found = FALSE;

  for (guint i = 0; i < deals->n_deals; i++)
    {
      if (!is_efficient (deals, deals->scores[i]))
        continue;
      for (guint k = 0; k < deals->n_slots; k++)
        {
          guint slot = deals->slots[k];
          ParleyScore score = deals->scores[i][slot];

          want_ideal[slot] = found ? MAX (want_ideal[slot], score) : score;
          want_nadir[slot] = found ? MIN (want_nadir[slot], score) : score;
        }
      found = TRUE;
    }
  parley_frontier_ideal (frontier, ideal);
  parley_frontier_nadir (frontier, nadir);
  PARLEY_EXPECT (memcmp (ideal, want_ideal, sizeof ideal) == 0, "ideal");
  PARLEY_EXPECT (memcmp (nadir, want_nadir, sizeof nadir) == 0, "nadir");
}

static void
expect_frontier (const Deals *deals, const ParleyFrontier *frontier, guint n_kept)
{
  guint n_points = 0;
  guint64 n_efficient = 0;

  for (guint i = 0; i < deals->n_deals; i++)
    {
      gboolean efficient = is_efficient (deals, deals->scores[i]);
      const ParleyPoint *point = find_point (deals, frontier, deals->scores[i]);

      PARLEY_EXPECT ((point != NULL) == efficient, "deal %u", i);
      PARLEY_EXPECT (parley_frontier_has (frontier, deals->scores[i]) == efficient, "deal %u", i);
      n_efficient += (guint64) efficient;
      if (point == NULL || first_like (deals, i) != i)
        continue;
      n_points++;
      expect_point (deals, point, i, n_kept);
    }
  PARLEY_EXPECT (frontier->points->len == n_points, "points");
  PARLEY_EXPECT (parley_frontier_count_deals (frontier) == n_efficient, "efficient deals");
  expect_ends (deals, frontier);
}

static void
test_random (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (7);

  for (guint round = 0; round < 600; round++)
    {
      Deals deals;
      guint n_kept = (guint) g_rand_int_range (rand, 1, 4);
      guint n_failures = CU_get_number_of_failures ();
      g_autoptr(ParleyFrontier) frontier = NULL;

      draw_deals (rand, &deals);
      frontier = make_frontier (&deals, n_kept);
      expect_frontier (&deals, frontier, n_kept);
      PARLEY_EXPECT (CU_get_number_of_failures () == n_failures, "round %u, %u parties", round,
                     deals.n_slots);
    }
}

/* With two parties the points ascend in the first, and so descend in the second. */
static void
test_staircase_order (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (8);
  guint n_steps = 0;

  for (guint round = 0; round < 200; round++)
    {
      Deals deals;
      g_autoptr(ParleyFrontier) frontier = NULL;

      draw_deals (rand, &deals);
      deals.n_slots = 2;
      frontier = make_frontier (&deals, 1);
      for (guint i = 1; i < frontier->points->len; i++)
        {
          const ParleyPoint *before = g_ptr_array_index (frontier->points, i - 1);
          const ParleyPoint *after = g_ptr_array_index (frontier->points, i);

          n_steps++;
          PARLEY_EXPECT (before->scores[3] < after->scores[3]
                             && before->scores[0] > after->scores[0],
                         "round %u, step %u", round, i);
        }
    }
  CU_ASSERT (n_steps > 200);
}

/* Scores that no deal had, next to those of points. */
static void
test_has_not (void)
{
  static const guint slots[] = { 0, 1, 2 };
  static const ParleyScore deals[][3] = { { 1, 5, 5 }, { 3, 3, 3 }, { 5, 1, 5 } };
  static const guint options[] = { 0 };

  for (guint n_slots = 1; n_slots <= 3; n_slots++)
    {
      g_autoptr(ParleyFrontier) frontier = parley_frontier_new (3, slots, n_slots, 1, 1);
      ParleyScore scores[3];
      guint n_found = 0;

      CU_ASSERT_FALSE (parley_frontier_has (frontier, deals[0]));
      CU_ASSERT_EQUAL (parley_frontier_count_deals (frontier), 0);
      for (guint i = 0; i < G_N_ELEMENTS (deals); i++)
        parley_frontier_add (frontier, deals[i], options);
      for (scores[0] = 0; scores[0] <= 6; scores[0]++)
        for (scores[1] = 0; scores[1] <= 6; scores[1]++)
          for (scores[2] = 0; scores[2] <= 6; scores[2]++)
            n_found += (guint) parley_frontier_has (frontier, scores);
      /* One party: 5 in the first; two: three points whatever the third score. */
      PARLEY_EXPECT (n_found
                         == (n_slots == 1   ? 49
                             : n_slots == 2 ? 21
                                            : 3),
                     "%u parties: %u", n_slots, n_found);
    }
}

/* A frontier that keeps no deals still counts them. */
static void
test_keeps_none (void)
{
  static const guint slots[] = { 0, 1 };
  static const ParleyScore scores[] = { 1, 1 };
  static const guint options[] = { 0 };
  g_autoptr(ParleyFrontier) frontier = parley_frontier_new (2, slots, 2, 1, 0);

  parley_frontier_add (frontier, scores, options);
  parley_frontier_add (frontier, scores, options);
  CU_ASSERT_EQUAL (parley_frontier_count_deals (frontier), 2);
  CU_ASSERT_EQUAL (((const ParleyPoint *) g_ptr_array_index (frontier->points, 0))->deals->len, 0);
}

void
parley_test_frontier (void)
{
  CU_pSuite suite = CU_add_suite ("frontier", NULL, NULL);

  CU_add_test (suite, "random deals", test_random);
  CU_add_test (suite, "order of the points of two parties", test_staircase_order);
  CU_add_test (suite, "scores that are on no point", test_has_not);
  CU_add_test (suite, "no deals kept", test_keeps_none);
}
