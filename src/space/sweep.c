/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/sweep.h"

static void
sweep_one (const ParleyDimension *dimension, guint64 *counts)
{
  const ParleyRanking *mine = dimension->mine;
  const ParleyRanking *theirs = dimension->theirs;
  gsize below = theirs->n;

  /* The more an entry of mine brings, the fewer of theirs fall short. */
  for (gsize i = 0; i < mine->n; i++)
    {
      while (below > 0 && theirs->sorted[below - 1] >= dimension->reservation - mine->sorted[i])
        below--;
      counts[mine->order[i]] = theirs->n - below;
    }
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

/* Where each entry stands in ascending order. */
static guint *
ranks_of (const ParleyRanking *ranking)
{
  guint *ranks = g_new (guint, ranking->n);

  for (gsize i = 0; i < ranking->n; i++)
    ranks[ranking->order[i]] = (guint) i;
  return ranks;
}

static void
sweep_two (const ParleyDimension *swept, const ParleyDimension *ranked, guint64 *counts)
{
  const ParleyRanking *mine = swept->mine;
  const ParleyRanking *theirs = swept->theirs;
  g_autofree guint *ranks = ranks_of (ranked->theirs);
  g_autofree guint *tree = g_new0 (guint, theirs->n);
  gsize left = theirs->n;

  /* The more an entry of mine brings, the more of theirs suffice: each is added once. */
  for (gsize i = 0; i < mine->n; i++)
    {
      guint entry = mine->order[i];
      ParleyScore lacking = ranked->reservation - ranked->mine->scores[entry];

      while (left > 0 && theirs->sorted[left - 1] >= swept->reservation - mine->sorted[i])
        fenwick_add (tree, theirs->n, ranks[theirs->order[--left]]);
      counts[entry] = (theirs->n - left)
                      - fenwick_sum (tree, parley_ranking_count_below (ranked->theirs, lacking));
    }
}

static gboolean
all_accept (const ParleyDimension *dimensions, guint n_dimensions, gsize mine, gsize theirs)
{
  for (guint d = 0; d < n_dimensions; d++)
    if (dimensions[d].mine->scores[mine] + dimensions[d].theirs->scores[theirs]
        < dimensions[d].reservation)
      return FALSE;
  return TRUE;
}

static void
sweep_many (const ParleyDimension *dimensions, guint n_dimensions, guint64 *counts)
{
  for (gsize i = 0; i < dimensions[0].mine->n; i++)
    {
      counts[i] = 0;
      for (gsize j = 0; j < dimensions[0].theirs->n; j++)
        counts[i] += (guint64) all_accept (dimensions, n_dimensions, i, j);
    }
}

void
parley_sweep (const ParleyDimension *dimensions, guint n_dimensions, guint64 *counts)
{
  g_return_if_fail (n_dimensions > 0);

  if (n_dimensions == 1)
    sweep_one (&dimensions[0], counts);
  else if (n_dimensions == 2)
    sweep_two (&dimensions[0], &dimensions[1], counts);
  else
    sweep_many (dimensions, n_dimensions, counts);
}
