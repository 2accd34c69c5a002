/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/sweep.h"

static int
compare_scores (const void *a, const void *b)
{
  ParleyScore x = *(const ParleyScore *) a;
  ParleyScore y = *(const ParleyScore *) b;

  return x < y ? -1 : x > y;
}

static gint
compare_by_score (gconstpointer a, gconstpointer b, gpointer scores)
{
  const ParleyScore *of = scores;

  return compare_scores (&of[*(const guint *) a], &of[*(const guint *) b]);
}

gsize
parley_lower_bound (const ParleyScore *sorted, gsize n, ParleyScore score)
{
  gsize low = 0;

  while (n > 0)
    {
      gsize half = n / 2;

      if (sorted[low + half] < score)
        {
          low += half + 1;
          n -= half + 1;
        }
      else
        n = half;
    }
  return low;
}

ParleyScore *
parley_scores_sorted (const ParleyScore *scores, gsize n)
{
  ParleyScore *sorted = g_memdup2 (scores, n * sizeof *scores);

  if (n > 1)
    qsort (sorted, n, sizeof *sorted, compare_scores);
  return sorted;
}

/* Entries in ascending order of @scores. */
static guint *
order_by_score (const ParleyScore *scores, gsize n)
{
  guint *order = g_new (guint, n);

  for (gsize i = 0; i < n; i++)
    order[i] = (guint) i;
  g_qsort_with_data (order, (gint) n, sizeof *order, compare_by_score, (gpointer) scores);
  return order;
}

void
parley_sweep_one (const ParleyDimension *dimension, gsize n_mine, gsize n_theirs, guint64 *counts)
{
  g_autofree ParleyScore *theirs = parley_scores_sorted (dimension->theirs, n_theirs);

  for (gsize i = 0; i < n_mine; i++)
    counts[i] = n_theirs
                - parley_lower_bound (theirs, n_theirs, dimension->reservation - dimension->mine[i]);
}

static void
fenwick_add (guint *tree, gsize n, gsize rank)
{
  for (gsize i = rank + 1; i <= n; i += i & -i)
    tree[i - 1]++;
}

/* How many of the first @n ranks have been added. */
static guint64
fenwick_sum (const guint *tree, gsize n)
{
  guint64 sum = 0;

  for (gsize i = n; i > 0; i -= i & -i)
    sum += tree[i - 1];
  return sum;
}

/* Where each entry stands in ascending order of @scores. */
static guint *
ranks_of (const ParleyScore *scores, gsize n)
{
  g_autofree guint *order = order_by_score (scores, n);
  guint *ranks = g_new (guint, n);

  for (gsize i = 0; i < n; i++)
    ranks[order[i]] = (guint) i;
  return ranks;
}

void
parley_sweep_two (const ParleyDimension *dimensions, gsize n_mine, gsize n_theirs, guint64 *counts)
{
  const ParleyDimension *swept = &dimensions[0];
  const ParleyDimension *ranked = &dimensions[1];
  g_autofree guint *mine = order_by_score (swept->mine, n_mine);
  g_autofree guint *theirs = order_by_score (swept->theirs, n_theirs);
  g_autofree guint *ranks = ranks_of (ranked->theirs, n_theirs);
  g_autofree ParleyScore *sorted = parley_scores_sorted (ranked->theirs, n_theirs);
  g_autofree guint *tree = g_new0 (guint, n_theirs);
  gsize left = n_theirs;

  /* The more an entry of mine brings, the more of theirs suffice: each is added once. */
  for (gsize i = 0; i < n_mine; i++)
    {
      ParleyScore needed = swept->reservation - swept->mine[mine[i]];
      gsize below = 0;

      while (left > 0 && swept->theirs[theirs[left - 1]] >= needed)
        fenwick_add (tree, n_theirs, ranks[theirs[--left]]);
      below = parley_lower_bound (sorted, n_theirs, ranked->reservation - ranked->mine[mine[i]]);
      counts[mine[i]] = (n_theirs - left) - fenwick_sum (tree, below);
    }
}

static gboolean
all_accept (const ParleyDimension *dimensions, guint n_dimensions, gsize mine, gsize theirs)
{
  for (guint d = 0; d < n_dimensions; d++)
    if (dimensions[d].mine[mine] + dimensions[d].theirs[theirs] < dimensions[d].reservation)
      return FALSE;
  return TRUE;
}

void
parley_sweep_many (const ParleyDimension *dimensions,
                   guint                  n_dimensions,
                   gsize                  n_mine,
                   gsize                  n_theirs,
                   guint64               *counts)
{
  for (gsize i = 0; i < n_mine; i++)
    {
      counts[i] = 0;
      for (gsize j = 0; j < n_theirs; j++)
        counts[i] += (guint64) all_accept (dimensions, n_dimensions, i, j);
    }
}
