/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/rank.h"

#include "space/radix.h"

/* Floors and points in one row, floors first. */
typedef struct
{
  const ParleyScore *floors;
  const ParleyScore *points;
  gsize              n_floors;
  gsize              n;
  ParleyScore        lowest;
  ParleyScoreGap           range;
} Row;

static ParleyScore
score_of (const Row *row, gsize entry)
{
  return entry < row->n_floors ? row->floors[entry] : row->points[entry - row->n_floors];
}

static void
find_range (Row *row)
{
  ParleyScore lowest = score_of (row, 0);
  ParleyScore highest = lowest;

  for (gsize i = 1; i < row->n; i++)
    {
      ParleyScore score = score_of (row, i);

      lowest = MIN (lowest, score);
      highest = MAX (highest, score);
    }
  row->lowest = lowest;
  row->range = (ParleyScoreGap) highest - (ParleyScoreGap) lowest;
}

/* Gives every item 32 bits of its score's distance from the lowest as its key. */
static void
set_keys (const Row *row, guint64 *items, guint shift)
{
  for (gsize i = 0; i < row->n; i++)
    {
      guint32 entry = PARLEY_RADIX_ENTRY (items[i]);
      ParleyScoreGap distance
          = (ParleyScoreGap) score_of (row, entry) - (ParleyScoreGap) row->lowest;

      items[i] = PARLEY_RADIX_ITEM ((guint32) (distance >> shift), entry);
    }
}

/* By score, word by word from the lowest; among equals floors come first, as in the row. */
static guint64 *
sort (const Row *row, guint64 *items, guint64 *spare)
{
  for (gsize i = 0; i < row->n; i++)
    items[i] = i;
  for (guint shift = 0; shift < 128 && row->range >> shift != 0; shift += 32)
    {
      guint64 left = (guint64) MIN (row->range >> shift, (ParleyScoreGap) G_MAXUINT32);
      guint64 *sorted = NULL;

      set_keys (row, items, shift);
      sorted = parley_radix_sort (items, spare, row->n, g_bit_storage (left));
      spare = sorted == items ? spare : items;
      items = sorted;
    }
  return items;
}

/* A floor that follows a point starts the next rank. */
static void
number (const guint64 *sorted, const Row *row, guint32 *floor_ranks, guint32 *point_ranks)
{
  guint32 rank = 0;
  gboolean after_point = FALSE;

  for (gsize i = 0; i < row->n; i++)
    {
      gsize entry = PARLEY_RADIX_ENTRY (sorted[i]);
      gboolean is_point = entry >= row->n_floors;
      guint32 *ranks = is_point ? point_ranks : floor_ranks;

      rank += (guint32) (after_point & !is_point);
      ranks[is_point ? entry - row->n_floors : entry] = rank;
      after_point = is_point;
    }
}

void
parley_rank (const ParleyScore *points,
             gsize              n_points,
             const ParleyScore *floors,
             gsize              n_floors,
             guint32           *point_ranks,
             guint32           *floor_ranks)
{
  Row row = { .floors = floors, .points = points, .n_floors = n_floors, .n = n_points + n_floors };
  g_autofree guint64 *items = NULL;

  g_return_if_fail (row.n <= G_MAXUINT32);

  if (row.n == 0)
    return;
  items = g_new (guint64, 2 * row.n);
  find_range (&row);
  number (sort (&row, items, items + row.n), &row, floor_ranks, point_ranks);
}
