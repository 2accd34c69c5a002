/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/ranges.h"

ParleyRanges *
parley_ranges_new (void)
{
  ParleyRanges *self = g_new (ParleyRanges, 1);

  self->ranges = g_array_new (FALSE, FALSE, sizeof (ParleyRange));
  self->first = g_array_new (FALSE, FALSE, sizeof (guint));
  self->spare = g_array_new (FALSE, FALSE, sizeof (ParleyRange));
  self->n_added = 0;
  return self;
}

void
parley_ranges_free (ParleyRanges *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->ranges);
  g_array_unref (self->first);
  g_array_unref (self->spare);
  g_free (self);
}

/* Appends @range to the @n ranges at @to, of which none begins after it. Returns: how many
 * these are then. */
static inline guint
append (ParleyRange *to, guint n, ParleyRange range)
{
  if (n == 0 || to[n - 1].to < range.from)
    {
      to[n] = range;
      return n + 1;
    }
  to[n - 1].to = MAX (to[n - 1].to, range.to);
  return n;
}

/* What is written never overtakes what is still to be read of the later set. */
static void
join_last_two (ParleyRanges *self)
{
  guint first = g_array_index (self->first, guint, self->first->len - 2);
  guint middle = g_array_index (self->first, guint, self->first->len - 1);
  guint n_early = middle - first;
  guint n_late = self->ranges->len - middle;
  ParleyRange *joined = &g_array_index (self->ranges, ParleyRange, first);
  const ParleyRange *late = joined + n_early;
  const ParleyRange *early = NULL;
  guint n = 0;

  g_array_set_size (self->spare, 0);
  g_array_append_vals (self->spare, joined, n_early);
  early = (const ParleyRange *) (gconstpointer) self->spare->data;
  for (guint i = 0, k = 0; i < n_early || k < n_late;)
    if (k == n_late || (i < n_early && early[i].from <= late[k].from))
      n = append (joined, n, early[i++]);
    else
      n = append (joined, n, late[k++]);
  g_array_set_size (self->ranges, first + n);
  g_array_set_size (self->first, self->first->len - 1);
}

void
parley_ranges_add (ParleyRanges *self, const ParleyRange *ranges, guint n, ParleyScore by)
{
  guint first = self->ranges->len;
  ParleyRange *added = NULL;

  if (n == 0)
    return;
  g_array_append_val (self->first, first);
  g_array_append_vals (self->ranges, ranges, n);
  added = &g_array_index (self->ranges, ParleyRange, first);
  for (guint i = 0; i < n; i++)
    added[i] = (ParleyRange){ added[i].from + by, added[i].to + by };
  self->n_added++;
  for (guint k = self->n_added; k % 2 == 0; k /= 2)
    join_last_two (self);
}

void
parley_ranges_take (ParleyRanges *self, GArray *to)
{
  while (self->first->len > 1)
    join_last_two (self);
  g_array_append_vals (to, self->ranges->data, self->ranges->len);
  g_array_set_size (self->ranges, 0);
  g_array_set_size (self->first, 0);
  self->n_added = 0;
}
