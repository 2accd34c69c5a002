/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/pareto.h"

#include <string.h>

static ParleyFront *
front_alloc (guint n_dims, gsize n)
{
  ParleyFront *self = g_new0 (ParleyFront, 1);

  self->n_dims = n_dims;
  self->scores = g_new (ParleyScore, MAX (1, n * n_dims));
  self->n_paths = g_new (double, MAX (1, n));
  return self;
}

ParleyFront *
parley_front_new_origin (guint n_dims)
{
  ParleyFront *self = front_alloc (n_dims, 1);

  self->n = 1;
  memset (self->scores, 0, n_dims * sizeof *self->scores);
  self->n_paths[0] = 1;
  return self;
}

void
parley_front_free (ParleyFront *self)
{
  if (self == NULL)
    return;
  g_free (self->scores);
  g_free (self->n_paths);
  g_free (self);
}

static int
compare_scores (const ParleyScore *a, const ParleyScore *b, guint n)
{
  for (guint d = 0; d < n; d++)
    if (a[d] != b[d])
      return a[d] < b[d] ? -1 : 1;
  return 0;
}

/* Appends a point; one that equals the last only adds its paths. */
static void
append (ParleyFront *self, const ParleyScore *scores, double n_paths)
{
  guint n_dims = self->n_dims;
  ParleyScore *to = self->scores + self->n * n_dims;

  if (self->n > 0 && compare_scores (to - n_dims, scores, n_dims) == 0)
    {
      self->n_paths[self->n - 1] += n_paths;
      return;
    }
  for (guint d = 0; d < n_dims; d++)
    to[d] = scores[d];
  self->n_paths[self->n++] = n_paths;
}

static void
swap_with_before (ParleyFront *self, gsize at)
{
  ParleyScore *scores = self->scores + at * self->n_dims;
  double n_paths = self->n_paths[at];

  for (guint d = 0; d < self->n_dims; d++)
    {
      ParleyScore score = scores[d];

      scores[d] = *(scores + d - self->n_dims);
      *(scores + d - self->n_dims) = score;
    }
  self->n_paths[at] = self->n_paths[at - 1];
  self->n_paths[at - 1] = n_paths;
}

/* Puts in order the last point, whose constraints were lowered to what is enough: points
 * of the same objectives may have overtaken each other, or become the same. */
static void
settle_last (ParleyFront *self)
{
  for (gsize at = self->n - 1; at > 0; at--)
    {
      int order = compare_scores (parley_front_point (self, at), parley_front_point (self, at - 1),
                                  self->n_dims);

      if (order < 0)
        return;
      if (order == 0)
        {
          self->n_paths[at - 1] += self->n_paths[at];
          self->n--;
          memmove (self->scores + at * self->n_dims, self->scores + (at + 1) * self->n_dims,
                   (self->n - at) * self->n_dims * sizeof *self->scores);
          memmove (self->n_paths + at, self->n_paths + at + 1,
                   (self->n - at) * sizeof *self->n_paths);
          return;
        }
      swap_with_before (self, at);
    }
}

/* Moves all points by a step, and drops those that are beyond help. */
static ParleyFront *
shift (const ParleyShifted *step, const ParleyNeeds *needs)
{
  guint n_dims = needs->n_dims;
  ParleyFront *self = front_alloc (n_dims, step->front->n);

  for (gsize i = 0; i < step->front->n; i++)
    {
      const ParleyScore *from = parley_front_point (step->front, i);
      ParleyScore *to = self->scores + self->n * n_dims;
      gboolean hopeless = FALSE;

      for (guint d = 0; d < n_dims; d++)
        {
          to[d] = from[d] + step->gain[d];
          hopeless |= to[d] < needs->least[d];
          if (d >= needs->n_objectives)
            to[d] = MIN (to[d], needs->enough[d]);
        }
      if (hopeless)
        continue;
      self->n_paths[self->n++] = step->front->n_paths[i];
      if (n_dims > needs->n_objectives)
        settle_last (self);
    }
  return self;
}

/* Two objectives and nothing else: points come with the first score falling, so one is
 * dominated unless its second score is the highest so far. */
static void
append_to_staircase (ParleyFront *self, const ParleyScore *scores, double n_paths)
{
  if (self->n == 0 || scores[1] > self->scores[2 * self->n - 1]
      || (scores[1] == self->scores[2 * self->n - 1] && scores[0] == self->scores[2 * self->n - 2]))
    append (self, scores, n_paths);
}

static ParleyFront *
merge (const ParleyFront *a, const ParleyFront *b, const ParleyNeeds *needs)
{
  gboolean staircase = needs->n_dims == 2 && needs->n_objectives == 2;
  ParleyFront *self = front_alloc (needs->n_dims, a->n + b->n);

  for (gsize i = 0, k = 0; i < a->n || k < b->n;)
    {
      gboolean from_a = k == b->n
                        || (i < a->n
                            && compare_scores (parley_front_point (a, i), parley_front_point (b, k),
                                               needs->n_dims)
                                   >= 0);
      const ParleyFront *from = from_a ? a : b;
      gsize at = from_a ? i++ : k++;

      if (staircase)
        append_to_staircase (self, parley_front_point (from, at), from->n_paths[at]);
      else
        append (self, parley_front_point (from, at), from->n_paths[at]);
    }
  return self;
}

/* Points of the second and third dimension that no other reaches: the second falls, the
 * third rises. What a point must beat not to be dominated. */
typedef struct
{
  gsize        n;
  gsize        n_allocated;
  ParleyScore *pairs; /* [2 * step] */
} Staircase;

/* The first step whose second dimension is at most @y. */
static gsize
find_step (const Staircase *self, ParleyScore y)
{
  gsize low = 0;
  gsize high = self->n;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (self->pairs[2 * middle] > y)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static gboolean
is_below (const Staircase *self, ParleyScore y, ParleyScore z)
{
  gsize at = find_step (self, y);

  /* Of the steps with at least y, the last has the highest z. */
  if (at < self->n && self->pairs[2 * at] == y)
    at++;
  return at > 0 && self->pairs[2 * at - 1] >= z;
}

static void
raise_step (Staircase *self, ParleyScore y, ParleyScore z)
{
  gsize from = find_step (self, y);
  gsize to = from;

  if (is_below (self, y, z))
    return;
  while (to < self->n && self->pairs[2 * to + 1] <= z)
    to++;
  if (self->n == self->n_allocated)
    {
      self->n_allocated = MAX (16, 2 * self->n_allocated);
      self->pairs = g_renew (ParleyScore, self->pairs, 2 * self->n_allocated);
    }
  memmove (self->pairs + 2 * (from + 1), self->pairs + 2 * to,
           2 * (self->n - to) * sizeof *self->pairs);
  self->n = self->n - (to - from) + 1;
  self->pairs[2 * from] = y;
  self->pairs[2 * from + 1] = z;
}

/* The points with the same objectives as the one at @first: [first, end). */
static gsize
end_of_group (const ParleyFront *self, gsize first, guint n_objectives)
{
  gsize end = first + 1;

  while (end < self->n
         && compare_scores (parley_front_point (self, first), parley_front_point (self, end),
                            n_objectives)
                == 0)
    end++;
  return end;
}

static ParleyScore
score_or_0 (const ParleyScore *scores, guint n_dims, guint dim)
{
  return dim < n_dims ? scores[dim] : 0;
}

static void
keep_point (ParleyFront *self, gsize from, gsize to)
{
  memmove (self->scores + to * self->n_dims, self->scores + from * self->n_dims,
           self->n_dims * sizeof *self->scores);
  self->n_paths[to] = self->n_paths[from];
}

/* Up to three dimensions: all points before have at least as much of the first. */
static void
filter_by_staircase (ParleyFront *self, guint n_objectives)
{
  Staircase steps = { 0 };
  guint n_dims = self->n_dims;
  gsize kept = 0;

  for (gsize first = 0; first < self->n;)
    {
      gsize end = end_of_group (self, first, n_objectives);
      gsize group = kept;

      for (gsize i = first; i < end; i++)
        {
          const ParleyScore *scores = parley_front_point (self, i);

          if (!is_below (&steps, score_or_0 (scores, n_dims, 1), score_or_0 (scores, n_dims, 2)))
            keep_point (self, i, kept++);
        }
      for (gsize i = group; i < kept; i++)
        {
          const ParleyScore *scores = parley_front_point (self, i);

          raise_step (&steps, score_or_0 (scores, n_dims, 1), score_or_0 (scores, n_dims, 2));
        }
      first = end;
    }
  self->n = kept;
  g_free (steps.pairs);
}

static gboolean
reaches_all (const ParleyScore *a, const ParleyScore *b, guint n_dims)
{
  for (guint d = 1; d < n_dims; d++)
    if (a[d] < b[d])
      return FALSE;
  return TRUE;
}

/* Any number of dimensions. */
static void
filter_by_pairs (ParleyFront *self, guint n_objectives)
{
  gsize kept = 0;

  for (gsize first = 0; first < self->n;)
    {
      gsize end = end_of_group (self, first, n_objectives);
      gsize group = kept;

      for (gsize i = first; i < end; i++)
        {
          gboolean dominated = FALSE;

          for (gsize k = group; k-- > 0 && !dominated;)
            dominated = reaches_all (parley_front_point (self, k), parley_front_point (self, i),
                                     self->n_dims);
          if (!dominated)
            keep_point (self, i, kept++);
        }
      first = end;
    }
  self->n = kept;
}

static void
filter (ParleyFront *self, const ParleyNeeds *needs)
{
  if (needs->n_objectives == 0)
    return;
  if (needs->n_dims <= 3)
    filter_by_staircase (self, needs->n_objectives);
  else
    filter_by_pairs (self, needs->n_objectives);
}

/* Gives back what merging reserved and did not need. */
static void
shrink (ParleyFront *self)
{
  self->scores = g_renew (ParleyScore, self->scores, MAX (1, self->n * self->n_dims));
  self->n_paths = g_renew (double, self->n_paths, MAX (1, self->n));
}

ParleyFront *
parley_front_join (const ParleyShifted *steps, guint n_steps, const ParleyNeeds *needs)
{
  g_autofree ParleyFront **runs = g_new (ParleyFront *, MAX (1, n_steps));
  guint n_runs = n_steps;

  for (guint i = 0; i < n_steps; i++)
    runs[i] = shift (&steps[i], needs);
  if (n_steps == 0)
    runs[n_runs++] = front_alloc (needs->n_dims, 0);
  while (n_runs > 1)
    {
      guint half = (n_runs + 1) / 2;

      for (guint i = 0; i < n_runs / 2; i++)
        {
          ParleyFront *joined = merge (runs[2 * i], runs[2 * i + 1], needs);

          parley_front_free (runs[2 * i]);
          parley_front_free (runs[2 * i + 1]);
          runs[i] = joined;
        }
      if (n_runs % 2 != 0)
        runs[half - 1] = runs[n_runs - 1];
      n_runs = half;
    }
  filter (runs[0], needs);
  shrink (runs[0]);
  return runs[0];
}

/* The first point whose first @n_dims scores are below @scores, or with @reach at most. */
static gsize
find_edge (const ParleyFront *self, const ParleyScore *scores, guint n_dims, gboolean reach)
{
  gsize low = 0;
  gsize high = self->n;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;
      int order = compare_scores (parley_front_point (self, middle), scores, n_dims);

      if (reach ? order > 0 : order >= 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

void
parley_front_find (const ParleyFront *self,
                   const ParleyScore *scores,
                   guint              n_dims,
                   gsize             *first,
                   gsize             *end)
{
  *first = find_edge (self, scores, n_dims, TRUE);
  *end = find_edge (self, scores, n_dims, FALSE);
}
