/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/frontier.h"

typedef enum
{
  EQUAL,
  DOMINATES,
  DOMINATED,
  INCOMPARABLE
} Relation;

static void
point_free (ParleyPoint *self)
{
  g_free (self->scores);
  g_ptr_array_unref (self->deals);
  g_free (self);
}

ParleyFrontier *
parley_frontier_new (guint n_utilities,
                     const guint *slots,
                     guint n_slots,
                     guint n_axes,
                     guint n_kept)
{
  ParleyFrontier *self = g_new0 (ParleyFrontier, 1);

  self->n_utilities = n_utilities;
  self->n_slots = n_slots;
  self->slots = g_memdup2 (slots, n_slots * sizeof *slots);
  self->n_axes = n_axes;
  self->n_kept = n_kept;
  self->points = g_ptr_array_new_with_free_func ((GDestroyNotify) point_free);
  return self;
}

void
parley_frontier_free (ParleyFrontier *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->points);
  g_free (self->slots);
  g_free (self);
}

static const ParleyPoint *
point_at (const ParleyFrontier *self, guint index)
{
  return g_ptr_array_index (self->points, index);
}

static void
add_deal (const ParleyFrontier *self, ParleyPoint *point, const guint *options)
{
  point->n_deals++;
  if (point->deals->len < self->n_kept)
    g_ptr_array_add (point->deals, g_memdup2 (options, self->n_axes * sizeof *options));
}

static ParleyPoint *
point_new (const ParleyFrontier *self, const ParleyScore *scores, const guint *options)
{
  ParleyPoint *point = g_new0 (ParleyPoint, 1);

  point->scores = g_memdup2 (scores, self->n_utilities * sizeof *scores);
  point->deals = g_ptr_array_new_with_free_func (g_free);
  add_deal (self, point, options);
  return point;
}

/* How @a stands to @b. */
static Relation
relate (const ParleyFrontier *self, const ParleyScore *a, const ParleyScore *b)
{
  gboolean better = FALSE;
  gboolean worse = FALSE;

  for (guint i = 0; i < self->n_slots; i++)
    {
      better |= a[self->slots[i]] > b[self->slots[i]];
      worse |= a[self->slots[i]] < b[self->slots[i]];
      if (better && worse)
        return INCOMPARABLE;
    }
  return better ? DOMINATES : worse ? DOMINATED : EQUAL;
}

/* The first point that the first party likes at least as well as @score. */
static guint
find_step (const ParleyFrontier *self, ParleyScore score)
{
  guint low = 0;
  guint high = self->points->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (point_at (self, middle)->scores[self->slots[0]] < score)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Two parties: the first one's scores rise along the points, the second's fall, so
 * what a new point dominates stands just before its place, or at it. */
static void
add_to_staircase (ParleyFrontier *self, const ParleyScore *scores, const guint *options)
{
  guint at = find_step (self, scores[self->slots[0]]);
  guint from = at;

  if (at < self->points->len)
    switch (relate (self, scores, point_at (self, at)->scores))
      {
      case EQUAL:
        add_deal (self, g_ptr_array_index (self->points, at), options);
        return;
      case DOMINATED:
        return;
      case DOMINATES:
        at++;
        break;
      case INCOMPARABLE:
        break;
      default:
        g_assert_not_reached ();
      }
  while (from > 0 && relate (self, scores, point_at (self, from - 1)->scores) == DOMINATES)
    from--;
  if (at > from)
    g_ptr_array_remove_range (self->points, from, at - from);
  g_ptr_array_insert (self->points, (int) from, point_new (self, scores, options));
}

/* Any number of parties. */
static void
add_to_list (ParleyFrontier *self, const ParleyScore *scores, const guint *options)
{
  guint kept = 0;

  self->n_steps += self->points->len;
  while (kept < self->points->len)
    switch (relate (self, scores, point_at (self, kept)->scores))
      {
      case EQUAL:
        add_deal (self, g_ptr_array_index (self->points, kept), options);
        return;
      case DOMINATED:
        return;
      case DOMINATES:
        g_ptr_array_remove_index_fast (self->points, kept);
        break;
      case INCOMPARABLE:
        kept++;
        break;
      default:
        g_assert_not_reached ();
      }
  g_ptr_array_add (self->points, point_new (self, scores, options));
}

void
parley_frontier_add (ParleyFrontier *self, const ParleyScore *scores, const guint *options)
{
  if (self->n_slots == 2)
    add_to_staircase (self, scores, options);
  else
    add_to_list (self, scores, options);
}

gboolean
parley_frontier_has (const ParleyFrontier *self, const ParleyScore *scores)
{
  guint at = self->n_slots == 2 ? find_step (self, scores[self->slots[0]]) : 0;
  guint end = self->n_slots == 2 ? MIN (at + 1, self->points->len) : self->points->len;

  for (; at < end; at++)
    if (relate (self, scores, point_at (self, at)->scores) == EQUAL)
      return TRUE;
  return FALSE;
}

guint64
parley_frontier_count_deals (const ParleyFrontier *self)
{
  guint64 n_deals = 0;

  for (guint i = 0; i < self->points->len; i++)
    n_deals += point_at (self, i)->n_deals;
  return n_deals;
}

void
parley_frontier_ideal (const ParleyFrontier *self, ParleyScore *ideal)
{
  for (guint i = 0; i < self->n_slots; i++)
    {
      guint slot = self->slots[i];

      ideal[slot] = point_at (self, 0)->scores[slot];
      for (guint k = 1; k < self->points->len; k++)
        ideal[slot] = MAX (ideal[slot], point_at (self, k)->scores[slot]);
    }
}

void
parley_frontier_nadir (const ParleyFrontier *self, ParleyScore *nadir)
{
  for (guint i = 0; i < self->n_slots; i++)
    {
      guint slot = self->slots[i];

      nadir[slot] = point_at (self, 0)->scores[slot];
      for (guint k = 1; k < self->points->len; k++)
        nadir[slot] = MIN (nadir[slot], point_at (self, k)->scores[slot]);
    }
}
