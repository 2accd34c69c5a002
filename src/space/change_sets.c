/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/change_sets.h"

#include "base/error.h"

typedef struct
{
  const ParleyAssembly *assembly;
  ParleyScore          *least;    /* [dim]: of points that can go on, under way */
  ParleyScore          *floors;   /* [dim]: of whole deals */
  guint                *patterns; /* [block]: chosen so far */
  guint                 n_changes;
  guint                 most;
  GPtrArray            *found;
} Search;

static void
set_free (ParleyChangeSet *self)
{
  g_free (self->patterns);
  g_free (self);
}

static const ParleyPackages *
packages_of (const Search *self, guint block)
{
  return g_ptr_array_index (self->assembly->packages, block);
}

static gboolean
reach_floors (const Search *self, const ParleyScore *a, const ParleyScore *b, guint n_dims)
{
  for (guint d = 0; d < n_dims; d++)
    if (a[d] + b[d] < self->floors[d])
      return FALSE;
  return TRUE;
}

/* Whether some of the points @before can be completed by what can follow @block. */
static gboolean
can_go_on (const Search *self, const ParleyFront *before, guint block)
{
  const ParleyFront *after = parley_fronts_at (self->assembly->fronts, block, 0);

  /* What costs most brings most, so the last points are the likeliest. */
  for (gsize i = before->n; i-- > 0;)
    for (gsize k = after->n; k-- > 0;)
      if (reach_floors (self, parley_front_point (before, i), parley_front_point (after, k),
                        before->n_dims))
        return TRUE;
  return FALSE;
}

/* What a point needs so that what can follow @block may complete it. */
static void
set_least (const Search *self, guint block, guint n_dims)
{
  const ParleyFront *after = parley_fronts_at (self->assembly->fronts, block, 0);

  for (guint d = 0; d < n_dims; d++)
    {
      ParleyScore most = -PARLEY_SCORE_FAR;

      for (gsize k = 0; k < after->n; k++)
        most = MAX (most, parley_front_point (after, k)[d]);
      self->least[d] = self->floors[d] - most;
    }
}

/* What @before becomes with any package of @pattern of @block. */
static ParleyFront *
go_on (const Search *self, const ParleyFront *before, guint block, guint pattern)
{
  const ParleyPackages *packages = packages_of (self, block);
  guint first = packages->first[pattern];
  guint n = packages->first[pattern + 1] - first;
  guint n_dims = before->n_dims;
  g_autofree ParleyShifted *steps = g_new (ParleyShifted, n);
  g_autofree ParleyScore *gains = g_new (ParleyScore, (gsize) n * n_dims);
  ParleyNeeds needs = { .n_dims = n_dims,
                        .n_objectives = n_dims,
                        .least = self->least,
                        .enough = self->least,
                        .one_deal = TRUE };

  set_least (self, block + 1, n_dims);
  for (guint i = 0; i < n; i++)
    {
      parley_assembly_gain (self->assembly->concerns, parley_package_at (packages, first + i),
                            gains + (gsize) i * n_dims);
      steps[i] = (ParleyShifted){ before, gains + (gsize) i * n_dims };
    }
  return parley_front_join (steps, n, &needs);
}

/* The first point that reaches all floors is the best: points stand in that order. */
static void
add_set (Search *self, const ParleyFront *points)
{
  g_autofree ParleyScore *nothing = g_new0 (ParleyScore, points->n_dims);
  const ParleyConcerns *concerns = self->assembly->concerns;
  ParleyChangeSet *set = g_new0 (ParleyChangeSet, 1);
  gsize i = 0;

  while (!reach_floors (self, parley_front_point (points, i), nothing, points->n_dims))
    i++;
  set->patterns = g_memdup2 (self->patterns, self->assembly->packages->len * sizeof (guint));
  set->n_settled = (guint) (-parley_front_point (points, i)[0]
                            - parley_assembly_cost (concerns, self->n_changes, 0));
  set->best = parley_front_point (points, i)[1];
  g_ptr_array_add (self->found, set);
}

/* Returns: FALSE when there are too many sets. */
static gboolean
search_from (Search *self, const ParleyFront *before, guint block)
{
  if (block == self->assembly->packages->len)
    {
      if (self->found->len == self->most)
        return FALSE;
      add_set (self, before);
      return TRUE;
    }
  for (guint p = 0; p < packages_of (self, block)->n_patterns; p++)
    {
      g_autoptr(ParleyFront) points = go_on (self, before, block, p);

      self->patterns[block] = p;
      if (can_go_on (self, points, block + 1) && !search_from (self, points, block + 1))
        return FALSE;
    }
  return TRUE;
}

/* Sorting is stable, so the order of the file decides between equals. */
static gint
compare_sets (gconstpointer a, gconstpointer b)
{
  const ParleyChangeSet *one = *(const ParleyChangeSet *const *) a;
  const ParleyChangeSet *other = *(const ParleyChangeSet *const *) b;

  if (one->n_settled != other->n_settled)
    return one->n_settled < other->n_settled ? -1 : 1;
  if (one->best != other->best)
    return one->best > other->best ? -1 : 1;
  return 0;
}

static void
set_floors (Search *self)
{
  const ParleyConcerns *concerns = self->assembly->concerns;

  self->floors[0]
      = -parley_assembly_cost (concerns, self->n_changes, concerns->space->domain->n_axes);
  for (guint d = 0; d < concerns->n; d++)
    self->floors[1 + d] = concerns->all[d].has_floor ? concerns->all[d].floor : -PARLEY_SCORE_FAR;
}

GPtrArray *
parley_change_sets_find (const ParleyAssembly *assembly,
                         guint                 n_changes,
                         guint                 most,
                         GError              **error)
{
  guint n_dims = assembly->diagram->n_dims;
  g_autofree ParleyScore *least = g_new (ParleyScore, n_dims);
  g_autofree ParleyScore *floors = g_new0 (ParleyScore, n_dims);
  g_autofree guint *patterns = g_new0 (guint, MAX (1, assembly->packages->len));
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) set_free);
  g_autoptr(ParleyFront) start = parley_front_new_origin (n_dims);
  Search search = { assembly, least, floors, patterns, n_changes, most, found };

  set_floors (&search);
  if (!assembly->diagram->empty && can_go_on (&search, start, 0)
      && !search_from (&search, start, 0))
    {
      g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_LIMIT,
                   "there are more than %u ways with %u changes; fewer issues (--only, --keep) or "
                   "fewer terms (--among) make them fewer",
                   most, n_changes);
      return NULL;
    }
  g_ptr_array_sort (found, compare_sets);
  return g_steal_pointer (&found);
}
