/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/cloud.h"

#include <string.h>

#include "space/radix.h"

static void
init (ParleyCloud *self, gsize n, guint n_dims, gboolean entries)
{
  guint32 *column = g_new (guint32, n * (n_dims + (gsize) (entries != FALSE)));

  self->n = n;
  self->n_dims = n_dims;
  self->columns = column;
  self->ranks = g_new (guint32 *, n_dims);
  for (guint d = 0; d < n_dims; d++, column += n)
    self->ranks[d] = column;
  self->entries = entries ? column : NULL;
}

void
parley_cloud_clear (ParleyCloud *self)
{
  g_clear_pointer (&self->ranks, g_free);
  g_clear_pointer (&self->columns, g_free);
}

void
parley_cloud_init_slice (ParleyCloud *self, const ParleyCloud *of, gsize from, gsize n)
{
  self->n = n;
  self->n_dims = of->n_dims;
  self->columns = NULL;
  self->entries = of->entries == NULL ? NULL : of->entries + from;
  self->ranks = g_new (guint32 *, of->n_dims);
  for (guint d = 0; d < of->n_dims; d++)
    self->ranks[d] = of->ranks[d] + from;
}

void
parley_cloud_init_without (ParleyCloud *self, const ParleyCloud *of, guint dim)
{
  init (self, of->n, of->n_dims - 1, of->entries != NULL);
  for (guint d = 0; d < self->n_dims; d++)
    memcpy (self->ranks[d], of->ranks[d < dim ? d : d + 1], of->n * sizeof (guint32));
  if (of->entries != NULL)
    memcpy (self->entries, of->entries, of->n * sizeof (guint32));
}

void
parley_cloud_drop (ParleyCloud *self, guint dim)
{
  self->n_dims--;
  for (guint d = dim; d < self->n_dims; d++)
    self->ranks[d] = self->ranks[d + 1];
}

ParleyRankRange
parley_cloud_range (const ParleyCloud *self, guint dim)
{
  const gint32 *ranks = (const gint32 *) self->ranks[dim];
  gint32 lowest = ranks[0];
  gint32 highest = ranks[0];

  /* Signed, because plain x86-64 compares no unsigned vectors. */
  for (gsize i = 1; i < self->n; i++)
    {
      lowest = MIN (lowest, ranks[i]);
      highest = MAX (highest, ranks[i]);
    }
  return (ParleyRankRange){ (guint32) lowest, (guint32) highest };
}

/* The rows in ascending order of @ranks, as radix items within @block. */
static const guint64 *
sort_rows (const guint32 *ranks, gsize n, guint64 *block)
{
  guint32 used = 0;

  for (gsize i = 0; i < n; i++)
    {
      block[i] = PARLEY_RADIX_ITEM (ranks[i], i);
      used |= ranks[i];
    }
  return parley_radix_sort (block, block + n, n, g_bit_storage (used));
}

void
parley_cloud_init_sorted (ParleyCloud          *self,
                          gsize                 n,
                          guint                 n_dims,
                          const guint32 *const *ranks,
                          const guint32        *entries)
{
  g_autofree guint64 *block = g_new (guint64, 2 * n);
  const guint64 *rows = sort_rows (ranks[0], n, block);

  init (self, n, n_dims, entries != NULL);
  for (guint d = 0; d < n_dims; d++)
    for (gsize i = 0; i < n; i++)
      self->ranks[d][i] = ranks[d][PARLEY_RADIX_ENTRY (rows[i])];
  for (gsize i = 0; entries != NULL && i < n; i++)
    self->entries[i] = entries[PARLEY_RADIX_ENTRY (rows[i])];
}

/* Moves the rows of a column whose ranks are below @rank before the others; @ranks may be
 * the column itself. Returns: how many are below. */
static gsize
split (guint32 *column, const guint32 *ranks, guint32 rank, gsize n, guint32 *spare)
{
  gsize n_below = 0;
  gsize n_others = 0;

  for (gsize i = 0; i < n; i++)
    {
      guint32 cell = column[i];
      gsize is_below = ranks[i] < rank;

      column[n_below] = cell;
      spare[n_others] = cell;
      n_below += is_below;
      n_others += 1 - is_below;
    }
  memcpy (column + n_below, spare, n_others * sizeof *column);
  return n_below;
}

gsize
parley_cloud_split (ParleyCloud *self, guint dim, guint32 rank, guint32 *spare)
{
  guint32 *ranks = self->ranks[dim];

  for (guint d = 0; d < self->n_dims; d++)
    if (d != dim)
      split (self->ranks[d], ranks, rank, self->n, spare);
  if (self->entries != NULL)
    split (self->entries, ranks, rank, self->n, spare);
  return split (ranks, ranks, rank, self->n, spare);
}
