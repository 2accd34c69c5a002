/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fronts joined from others, against all points compared with all. */
#include "space/pareto.h"

#include <string.h>

#include "small.h"
#include "suites.h"

#define MOST_DIMS   5
#define MOST_STEPS  4
#define MOST_POINTS 24
#define MANY_POINTS 300 /* in some rounds: there the filter goes another way */

static const ParleyScore far = (ParleyScore) 1 << 100;

/* The points that a join is made from, and what is needed of them. */
typedef struct
{
  gboolean    many;
  gboolean    coarse; /* objectives of 0 and 1 alone, so that many points share them */
  gint32      widest; /* scores drawn, either way */
  gboolean    one_deal;
  guint       n_dims;
  guint       n_objectives;
  guint       n_steps;
  ParleyScore gains[MOST_STEPS][MOST_DIMS];
  ParleyFront fronts[MOST_STEPS];
  ParleyScore least[MOST_DIMS];
  ParleyScore enough[MOST_DIMS];
} Case;

static int
compare (const ParleyScore *a, const ParleyScore *b, guint n)
{
  for (guint d = 0; d < n; d++)
    if (a[d] != b[d])
      return a[d] > b[d] ? -1 : 1;
  return 0;
}

static gint
compare_rows (gconstpointer a, gconstpointer b, gpointer n)
{
  return compare (a, b, GPOINTER_TO_UINT (n));
}

/* Points in descending order, each once, as fronts have them; not necessarily efficient. */
static void
draw_front (GRand *rand, Case *self, guint step)
{
  ParleyFront *front = &self->fronts[step];
  gsize n = self->coarse
                ? MANY_POINTS
                : (gsize) g_rand_int_range (rand, 0, self->many ? MANY_POINTS : MOST_POINTS);

  front->n = 0;
  front->n_dims = self->n_dims;
  front->scores = g_new0 (ParleyScore, MAX (1, n * self->n_dims));
  front->n_paths = g_new0 (double, MAX (1, n));
  for (gsize i = 0; i < n * self->n_dims; i++)
    front->scores[i] = self->coarse && i % self->n_dims < self->n_objectives
                           ? g_rand_int_range (rand, 0, 2)
                           : g_rand_int_range (rand, -self->widest, self->widest + 1);
  g_qsort_with_data (front->scores, (gint) n, self->n_dims * sizeof (ParleyScore), compare_rows,
                     GUINT_TO_POINTER (self->n_dims));
  for (gsize i = 0; i < n; i++)
    {
      const ParleyScore *row = front->scores + i * self->n_dims;

      if (front->n > 0
          && compare (row, parley_front_point (front, front->n - 1), self->n_dims) == 0)
        continue;
      memmove (front->scores + front->n * self->n_dims, row, self->n_dims * sizeof *row);
      front->n_paths[front->n++] = g_rand_int_range (rand, 1, 9);
    }
}

static void
draw_case (GRand *rand, Case *self)
{
  self->n_dims = (guint) g_rand_int_range (rand, self->coarse ? 4 : 1, MOST_DIMS + 1);
  self->n_objectives = (guint) g_rand_int_range (rand, 0, (gint32) self->n_dims + 1);
  self->n_steps = (guint) g_rand_int_range (rand, self->coarse ? 3 : 0, MOST_STEPS + 1);
  if (self->coarse)
    self->n_objectives = 1;
  for (guint d = 0; d < self->n_dims; d++)
    {
      self->least[d] = g_rand_boolean (rand) ? g_rand_int_range (rand, -6, 1) : -far;
      self->enough[d] = g_rand_boolean (rand) ? g_rand_int_range (rand, 0, 7) : far;
    }
  for (guint i = 0; i < self->n_steps; i++)
    {
      draw_front (rand, self, i);
      for (guint d = 0; d < self->n_dims; d++)
        self->gains[i][d]
            = self->coarse && d < self->n_objectives ? 0 : g_rand_int_range (rand, -2, 3);
    }
}

static void
case_clear (Case *self)
{
  for (guint i = 0; i < self->n_steps; i++)
    {
      g_free (self->fronts[i].scores);
      g_free (self->fronts[i].n_paths);
    }
}

/* Sets @scores to a point moved by its step. Returns: FALSE when it is of no use. */
static gboolean
moved (const Case *self, guint step, gsize point, ParleyScore *scores)
{
  gboolean useful = TRUE;

  for (guint d = 0; d < self->n_dims; d++)
    {
      scores[d] = parley_front_point (&self->fronts[step], point)[d] + self->gains[step][d];
      useful &= scores[d] >= self->least[d];
      if (d >= self->n_objectives)
        scores[d] = MIN (scores[d], self->enough[d]);
    }
  return useful;
}

static gboolean
dominates (const Case *self, const ParleyScore *a, const ParleyScore *b)
{
  for (guint d = 0; d < self->n_dims; d++)
    if (a[d] < b[d])
      return FALSE;
  return compare (a, b, self->one_deal ? self->n_dims : self->n_objectives) != 0;
}

/* The paths to a point; 0 when it is dominated. */
static double
paths_to (const Case *self, const ParleyScore *scores)
{
  ParleyScore other[MOST_DIMS] = { 0 };
  double n = 0;

  for (guint i = 0; i < self->n_steps; i++)
    for (gsize k = 0; k < self->fronts[i].n; k++)
      {
        if (!moved (self, i, k, other))
          continue;
        if (dominates (self, other, scores))
          return 0;
        n += compare (other, scores, self->n_dims) == 0 ? self->fronts[i].n_paths[k] : 0;
      }
  return n;
}

/* Returns: how many points there are. */
static gsize
expect_front (const Case *self, const ParleyFront *front)
{
  ParleyScore scores[MOST_DIMS] = { 0 };
  double n_paths = 0, want_paths = 0;

  for (gsize i = 0; i < front->n; i++)
    {
      const ParleyScore *point = parley_front_point (front, i);

      CU_ASSERT (i == 0 || compare (point - self->n_dims, point, self->n_dims) < 0);
      CU_ASSERT (front->n_paths[i] == paths_to (self, point));
      CU_ASSERT (front->n_paths[i] > 0);
      n_paths += front->n_paths[i];
    }
  for (guint i = 0; i < self->n_steps; i++)
    for (gsize k = 0; k < self->fronts[i].n; k++)
      if (moved (self, i, k, scores) && paths_to (self, scores) > 0)
        want_paths += self->fronts[i].n_paths[k];
  CU_ASSERT (n_paths == want_paths);
  return front->n;
}

static void
test_joins (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (9);
  gsize n_points[MOST_DIMS + 1][MOST_DIMS + 1] = { { 0 } };

  for (guint round = 0; round < 3000; round++)
    {
      Case one;
      ParleyShifted steps[MOST_STEPS];
      g_autoptr(ParleyFront) front = NULL;
      guint n_failures = CU_get_number_of_failures ();

      one.many = round % 40 == 0;
      one.coarse = round % 80 == 0;
      one.widest = one.many ? 12 : 5;
      one.one_deal = round % 3 == 0;
      draw_case (rand, &one);
      for (guint i = 0; i < one.n_steps; i++)
        steps[i] = (ParleyShifted){ &one.fronts[i], one.gains[i] };
      front = parley_front_join (steps, one.n_steps,
                                 &(ParleyNeeds){ .n_dims = one.n_dims,
                                                 .n_objectives = one.n_objectives,
                                                 .least = one.least,
                                                 .enough = one.enough,
                                                 .one_deal = one.one_deal });
      n_points[one.n_dims][one.n_objectives] += expect_front (&one, front);
      case_clear (&one);
      PARLEY_EXPECT (CU_get_number_of_failures () == n_failures, "round %u", round);
    }
  for (guint d = 1; d <= MOST_DIMS; d++)
    for (guint o = 0; o <= d; o++)
      PARLEY_EXPECT (n_points[d][o] > 30, "%u dimensions, %u objectives", d, o);
}

static void
test_find (void)
{
  static ParleyScore scores[] = { 7, 2, 5, 9, 5, 4, 5, 1, 3, 3 };
  static const struct
  {
    ParleyScore wanted[2];
    guint n_dims;
    gsize first;
    gsize end;
  } rows[] = { { { 5, 0 }, 1, 1, 4 }, { { 5, 4 }, 2, 2, 3 }, { { 5, 3 }, 2, 3, 3 },
               { { 8, 0 }, 1, 0, 0 }, { { 1, 0 }, 1, 5, 5 }, { { 0, 0 }, 0, 0, 5 },
               { { 3, 3 }, 2, 4, 5 } };
  ParleyFront front = { .n = 5, .n_dims = 2, .scores = scores };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gsize first = 0, end = 0;

      parley_front_find (&front, rows[i].wanted, rows[i].n_dims, &first, &end);
      PARLEY_EXPECT (first == rows[i].first && end == rows[i].end, "row %zu: %zu to %zu", i, first,
                     end);
    }
}

void
parley_test_pareto (void)
{
  CU_pSuite suite = CU_add_suite ("pareto", NULL, NULL);

  CU_add_test (suite, "joins", test_joins);
  CU_add_test (suite, "finding points", test_find);
}
