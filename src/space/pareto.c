/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/pareto.h"

#include <string.h>

#include "space/pareto_filter.h"

/* So many are sorted rather than merged. */
#define FEW_POINTS 64

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

/* A stretch of points, which stands together in their order. */
typedef struct
{
  const ParleyFront *front;
  gsize              from;
  gsize              end;
} Stretch;

/* Sets @scores to the most that any of the points has. Returns: their paths in all. */
static double
cover_stretch (const Stretch *stretch, ParleyScore *scores)
{
  guint n_dims = stretch->front->n_dims;
  double n_paths = stretch->front->n_paths[stretch->from];

  memcpy (scores, parley_front_point (stretch->front, stretch->from), n_dims * sizeof *scores);
  for (gsize i = stretch->from + 1; i < stretch->end; i++)
    {
      n_paths += stretch->front->n_paths[i];
      for (guint d = 0; d < n_dims; d++)
        scores[d] = MAX (scores[d], parley_front_point (stretch->front, i)[d]);
    }
  return n_paths;
}

/* Puts the last of @n points where it belongs, or drops it when it is there already.
 * Returns: how many there are then. */
static gsize
sort_in (ParleyFront *self, ParleyScore *room, gsize n)
{
  gsize size = self->n_dims * sizeof *room;
  double n_paths = self->n_paths[n - 1];
  gsize at = n - 1;

  memcpy (room, parley_front_point (self, n - 1), size);
  while (at > 0 && parley_front_compare (parley_front_point (self, at - 1), room, self->n_dims) < 0)
    at--;
  if (at > 0 && parley_front_compare (parley_front_point (self, at - 1), room, self->n_dims) == 0)
    return n - 1;
  memmove (self->scores + (at + 1) * self->n_dims, self->scores + at * self->n_dims,
           (n - 1 - at) * size);
  memmove (self->n_paths + at + 1, self->n_paths + at, (n - 1 - at) * sizeof *self->n_paths);
  memcpy (self->scores + at * self->n_dims, room, size);
  self->n_paths[at] = n_paths;
  return n;
}

/* What is taken never stands before where it is put. */
void
parley_front_thin (ParleyFront *self, ParleyThinning thinning, gsize most)
{
  g_autofree ParleyScore *room = g_new (ParleyScore, MAX (1, self->n_dims));
  gsize n = 0;

  if (self->n <= most)
    return;
  for (gsize i = 0; i < most; i++)
    {
      Stretch stretch = { self, i * self->n / most, (i + 1) * self->n / most };
      gsize at = i * (self->n - 1) / (most - 1);
      double n_paths = self->n_paths[at];

      if (thinning == PARLEY_THIN_TO_COVER)
        n_paths = cover_stretch (&stretch, room);
      else
        memcpy (room, parley_front_point (self, at), self->n_dims * sizeof *room);
      memcpy (self->scores + n * self->n_dims, room, self->n_dims * sizeof *room);
      self->n_paths[n] = n_paths;
      n = thinning == PARLEY_THIN_TO_COVER ? sort_in (self, room, n + 1) : n + 1;
    }
  self->n = n;
}

ParleyFront *
parley_front_new_objectives (const ParleyFront *front, guint n_objectives)
{
  ParleyFront *self = g_new0 (ParleyFront, 1);

  self->n = front->n;
  self->n_dims = n_objectives;
  self->scores = g_new (ParleyScore, MAX (1, front->n * n_objectives));
  self->n_paths = g_memdup2 (front->n_paths, front->n * sizeof *front->n_paths);
  for (gsize i = 0; i < front->n; i++)
    for (guint d = 0; d < n_objectives; d++)
      self->scores[i * n_objectives + d] = parley_front_point (front, i)[d];
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

/* Appends a point; one that equals the last only adds its paths. */
static void
append (ParleyFront *self, const ParleyScore *scores, double n_paths)
{
  guint n_dims = self->n_dims;
  ParleyScore *to = self->scores + self->n * n_dims;

  if (self->n > 0 && parley_front_compare (to - n_dims, scores, n_dims) == 0)
    {
      self->n_paths[self->n - 1] += n_paths;
      return;
    }
  for (guint d = 0; d < n_dims; d++)
    to[d] = scores[d]; /* NOLINT(clang-analyzer-core.uninitialized.Assign): points are filled */
  self->n_paths[self->n++] = n_paths;
}

static gint
compare_indices (gconstpointer a, gconstpointer b, gpointer data)
{
  const ParleyFront *front = data;

  return parley_front_compare (parley_front_point (front, *(const gsize *) b),
                               parley_front_point (front, *(const gsize *) a), front->n_dims);
}

/* The same points in order, each once. Takes @self. */
static ParleyFront *
put_in_order (ParleyFront *self)
{
  g_autofree gsize *indices = g_new (gsize, MAX (1, self->n));
  ParleyFront *sorted = front_alloc (self->n_dims, self->n);

  for (gsize i = 0; i < self->n; i++)
    indices[i] = i;
  g_qsort_with_data (indices, (gint) self->n, sizeof *indices, compare_indices, self);
  for (gsize i = 0; i < self->n; i++)
    append (sorted, parley_front_point (self, indices[i]), self->n_paths[indices[i]]);
  parley_front_free (self);
  return sorted;
}

/* Whether the point falls behind the sum that is asked for. */
static gboolean
is_cut (const ParleyScore *point, const ParleyNeeds *needs)
{
  ParleyScore sum = 0;

  for (guint d = 0; d < needs->n_objectives; d++)
    /* NOLINTNEXTLINE(clang-analyzer-core.UndefinedBinaryOperatorResult): points are filled */
    sum += needs->cut[d] * point[d];
  return sum < needs->cut_least;
}

/* Adds all points moved by a step, but those that are beyond help. Lowering constraints to what is
 * enough lets points of the same objectives overtake each other, or become the same. Returns:
 * whether all stand in order. */
static gboolean
shift (ParleyFront *self, const ParleyShifted *step, const ParleyNeeds *needs)
{
  guint n_dims = needs->n_dims;
  gboolean in_order = TRUE;

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
      if (hopeless || (needs->cut != NULL && is_cut (to, needs)))
        continue;
      in_order = in_order && (self->n == 0 || parley_front_compare (to - n_dims, to, n_dims) > 0);
      self->n_paths[self->n++] = step->front->n_paths[i];
    }
  return in_order;
}

/* Moves points by the steps from @step on, one or some that have few points, and puts them in
 * order. Sets @step to the next. */
static ParleyFront *
run_new (const ParleyShifted *steps, guint n_steps, guint *step, const ParleyNeeds *needs)
{
  guint first = *step;
  gsize n = 0;
  gboolean in_order = TRUE;
  ParleyFront *self = NULL;

  while (*step < n_steps && (*step == first || n + steps[*step].front->n <= FEW_POINTS))
    n += steps[(*step)++].front->n;
  self = front_alloc (needs->n_dims, n);
  for (guint i = first; i < *step; i++)
    in_order = shift (self, &steps[i], needs) && in_order;
  return in_order ? self : put_in_order (self);
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
                            && parley_front_compare (parley_front_point (a, i),
                                                     parley_front_point (b, k), needs->n_dims)
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
  guint n_runs = 0;

  for (guint step = 0; step < n_steps;)
    runs[n_runs++] = run_new (steps, n_steps, &step, needs);
  if (n_steps == 0)
    runs[n_runs++] = front_alloc (needs->n_dims, 0);
  while (n_runs > 1)
    {
      guint half = (n_runs + 1) / 2;

      for (gsize i = 0; i < n_runs / 2; i++)
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
  parley_front_filter (runs[0], needs->one_deal ? needs->n_dims : needs->n_objectives);
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
      int order = parley_front_compare (parley_front_point (self, middle), scores, n_dims);

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
