/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/ranking.h"

/* A score that remembers its entry, so that sorting needs no look-ups. */
typedef struct
{
  ParleyScore score;
  guint       entry;
} Item;

static int
compare_items (const void *a, const void *b)
{
  const Item *x = a;
  const Item *y = b;

  if (x->score != y->score)
    return x->score < y->score ? -1 : 1;
  return x->entry < y->entry ? -1 : x->entry > y->entry;
}

ParleyRanking *
parley_ranking_new_take (ParleyScore *scores, gsize n)
{
  ParleyRanking *self = g_new (ParleyRanking, 1);
  g_autofree Item *items = g_new (Item, n);

  for (gsize i = 0; i < n; i++)
    items[i] = (Item){ scores[i], (guint) i };
  if (n > 1)
    qsort (items, n, sizeof *items, compare_items);

  self->n = n;
  self->scores = scores;
  self->sorted = g_new (ParleyScore, n);
  self->order = g_new (guint, n);
  for (gsize i = 0; i < n; i++)
    {
      self->sorted[i] = items[i].score;
      self->order[i] = items[i].entry;
    }
  return self;
}

void
parley_ranking_free (ParleyRanking *self)
{
  if (self == NULL)
    return;
  g_free (self->scores);
  g_free (self->sorted);
  g_free (self->order);
  g_free (self);
}

gsize
parley_ranking_count_below (const ParleyRanking *self, ParleyScore score)
{
  const ParleyScore *from = self->sorted;
  gsize n = self->n;

  while (n > 0)
    {
      gsize half = n / 2;

      if (from[half] < score)
        {
          from += half + 1;
          n -= half + 1;
        }
      else
        n = half;
    }
  return (gsize) (from - self->sorted);
}
