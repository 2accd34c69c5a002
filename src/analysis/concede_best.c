/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/concede_best.h"

#include "space/frontier.h"

/* So many of the deals that tie are looked at for the nearest. */
#define MOST_TIED 1000

/* Above 0 when @a is the better point. */
static int
compare_points (const ParleyConcessions *self,
                const ParleyOrder *others,
                const ParleyPoint *a,
                const ParleyPoint *b,
                gboolean own_first)
{
  ParleyScore more = a->scores[self->party] - b->scores[self->party];
  int own = (more > 0) - (more < 0);
  int better = parley_order_compare (others, a->scores, b->scores);

  if (own_first)
    return own != 0 ? own : better;
  return better != 0 ? better : own;
}

/* Of the points those that none is better than. Returns: (transfer container). */
static GPtrArray *
best_points (const ParleyConcessions *self,
             GPtrArray *utilities,
             const ParleyFrontier *frontier,
             gboolean own_first)
{
  g_autoptr(ParleyOrder) others
      = parley_order_new (PARLEY_ORDER_EGALITARIAN, utilities, self->others, self->n_others);
  GPtrArray *best = g_ptr_array_new ();

  for (guint i = 0; i < frontier->points->len; i++)
    {
      ParleyPoint *point = g_ptr_array_index (frontier->points, i);
      int better = best->len == 0 ? 0
                                  : compare_points (self, others, point,
                                                    g_ptr_array_index (best, 0), own_first);

      if (better > 0)
        g_ptr_array_set_size (best, 0);
      if (better >= 0)
        g_ptr_array_add (best, point);
    }
  return best;
}

/* How many terms are not those of the start; while there is none, none is. */
static guint
count_changes (const ParleyConcessions *self, const guint *options, guint n_axes)
{
  guint n = 0;

  for (guint a = 0; self->start != NULL && a < n_axes; a++)
    n += options[a] != self->start->options[a];
  return n;
}

/* The nearest to the start of the deals on the points, then the first in file order. */
static guint *
nearest_deal (const ParleyConcessions *self, const ParleyFrontier *frontier, GPtrArray *points)
{
  g_autoptr(GPtrArray) deals = g_ptr_array_new_with_free_func (g_free);
  const guint *nearest = NULL;
  guint n_changes = 0;

  for (guint i = 0; i < points->len; i++)
    g_ptr_array_extend_and_steal (
        deals, parley_frontier_list (frontier, g_ptr_array_index (points, i), MOST_TIED));
  parley_options_sort (deals, frontier->n_axes);
  for (guint i = 0; i < deals->len; i++)
    {
      const guint *options = g_ptr_array_index (deals, i);
      guint n = count_changes (self, options, frontier->n_axes);

      if (nearest == NULL || n < n_changes)
        {
          nearest = options;
          n_changes = n;
        }
    }
  return g_memdup2 (nearest, frontier->n_axes * sizeof *nearest);
}

gboolean
parley_concede_best (const ParleyConcessions *self,
                     const ParleyAcceptance *acceptance,
                     gboolean own_first,
                     guint **options,
                     GError **error)
{
  g_autofree guint *slots = g_new (guint, self->n_others + 1);
  g_autoptr(ParleyFrontier) frontier = NULL;
  g_autoptr(GPtrArray) points = NULL;

  slots[0] = self->party;
  for (guint i = 0; i < self->n_others; i++)
    slots[i + 1] = self->others[i];
  frontier = parley_frontier_new (acceptance, slots, self->n_others + 1, error);
  if (frontier == NULL)
    return FALSE;
  points = best_points (self, acceptance->utilities, frontier, own_first);
  if (points->len > 0)
    *options = nearest_deal (self, frontier, points);
  return TRUE;
}
