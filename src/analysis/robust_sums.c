/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/robust_sums.h"

#include <string.h>

#include "space/deal.h"

/* A count with its key in one piece, so that the table needs no other. */
typedef struct
{
  ParleyNashCount count;
  guint           n_axes;
} Entry;

static guint
entry_hash (gconstpointer data)
{
  const Entry *self = data;
  guint hash = 5381;

  for (guint a = 0; a < self->n_axes; a++)
    hash = hash * 33 + self->count.options[a];
  return hash;
}

static gboolean
entry_equal (gconstpointer a, gconstpointer b)
{
  const Entry *one = a;
  const Entry *other = b;

  return parley_options_compare (one->count.options, other->count.options, one->n_axes) == 0;
}

static void
entry_free (gpointer data)
{
  Entry *self = data;

  g_free (self->count.options);
  g_free (self);
}

static void
smaa_free (gpointer data)
{
  parley_smaa_free (data);
}

ParleyRobustSums *
parley_robust_sums_new (const ParleyRobustShape *shape)
{
  ParleyRobustSums *self = g_new0 (ParleyRobustSums, 1);
  gsize n_thirds = (gsize) shape->n_inputs * PARLEY_THIRDS * 2;
  gsize n_parts = (gsize) shape->n_drafts * shape->n_parties * PARLEY_N_SUMS;

  self->shape = shape;
  self->n_cells = 2 + n_thirds + (gsize) 2 * shape->n_drafts + n_parts + shape->n_drafts * n_thirds;
  self->cells = g_new0 (double, self->n_cells);
  self->n_draws = self->cells;
  self->exists = self->n_draws + 1;
  self->exists_thirds = self->exists + 1;
  self->all = self->exists_thirds + n_thirds;
  self->parts = self->all + (gsize) 2 * shape->n_drafts;
  self->thirds = self->parts + n_parts;
  self->smaa = g_ptr_array_new_with_free_func (smaa_free);
  for (guint p = 0; p < shape->n_parties; p++)
    g_ptr_array_add (self->smaa, shape->scored[p] && shape->n_drafts > 0
                                     ? parley_smaa_new (shape->n_drafts, shape->n_shares[p])
                                     : NULL);
  self->nash = g_hash_table_new_full (entry_hash, entry_equal, entry_free, NULL);
  return self;
}

void
parley_robust_sums_free (ParleyRobustSums *self)
{
  if (self == NULL)
    return;
  g_free (self->cells);
  g_ptr_array_unref (self->smaa);
  g_hash_table_unref (self->nash);
  g_free (self);
}

void
parley_robust_sums_add_nash (ParleyRobustSums *self, const guint *options, double n)
{
  Entry key = { { (guint *) options, 0 }, self->shape->n_axes };
  Entry *entry = g_hash_table_lookup (self->nash, &key);

  if (entry == NULL)
    {
      entry = g_new0 (Entry, 1);
      entry->count.options = g_memdup2 (options, self->shape->n_axes * sizeof *options);
      entry->n_axes = self->shape->n_axes;
      g_hash_table_add (self->nash, entry);
    }
  entry->count.n += n;
  /* cppcheck-suppress memleak; the table has it */
}

void
parley_robust_sums_add (ParleyRobustSums *self, const ParleyRobustSums *more)
{
  GHashTableIter iter;
  gpointer entry = NULL;

  for (gsize i = 0; i < self->n_cells; i++)
    self->cells[i] += more->cells[i];
  for (guint p = 0; p < self->smaa->len; p++)
    if (g_ptr_array_index (self->smaa, p) != NULL)
      parley_smaa_merge (g_ptr_array_index (self->smaa, p), g_ptr_array_index (more->smaa, p));
  g_hash_table_iter_init (&iter, more->nash);
  while (g_hash_table_iter_next (&iter, &entry, NULL))
    parley_robust_sums_add_nash (self, ((Entry *) entry)->count.options,
                                 ((Entry *) entry)->count.n);
}

static gint
compare_counts (gconstpointer a, gconstpointer b)
{
  const Entry *one = *(Entry *const *) a;
  const Entry *other = *(Entry *const *) b;

  if (one->count.n != other->count.n)
    return one->count.n > other->count.n ? -1 : 1;
  return parley_options_compare (one->count.options, other->count.options, one->n_axes);
}

GPtrArray *
parley_robust_sums_nash (const ParleyRobustSums *self)
{
  GPtrArray *counts = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer entry = NULL;

  g_hash_table_iter_init (&iter, self->nash);
  while (g_hash_table_iter_next (&iter, &entry, NULL))
    g_ptr_array_add (counts, entry);
  g_ptr_array_sort (counts, compare_counts);
  return counts;
}

/* As bytes: cells, those of the ranks, then each Nash deal with its count. */

static gsize
n_fixed (const ParleyRobustSums *self)
{
  gsize n = self->n_cells;

  for (guint p = 0; p < self->smaa->len; p++)
    if (g_ptr_array_index (self->smaa, p) != NULL)
      n += ((const ParleySmaa *) g_ptr_array_index (self->smaa, p))->n_cells;
  return n;
}

GBytes *
parley_robust_sums_to_bytes (const ParleyRobustSums *self)
{
  g_autoptr(GPtrArray) counts = parley_robust_sums_nash (self);
  GByteArray *bytes = g_byte_array_new ();

  g_byte_array_append (bytes, (const guint8 *) self->cells,
                       (guint) (self->n_cells * sizeof (double)));
  for (guint p = 0; p < self->smaa->len; p++)
    {
      const ParleySmaa *smaa = g_ptr_array_index (self->smaa, p);

      if (smaa != NULL)
        g_byte_array_append (bytes, (const guint8 *) smaa->cells,
                             (guint) (smaa->n_cells * sizeof (double)));
    }
  for (guint i = 0; i < counts->len; i++)
    {
      const ParleyNashCount *count = g_ptr_array_index (counts, i);

      g_byte_array_append (bytes, (const guint8 *) &count->n, sizeof count->n);
      g_byte_array_append (bytes, (const guint8 *) count->options,
                           (guint) (self->shape->n_axes * sizeof (guint)));
    }
  return g_byte_array_free_to_bytes (bytes);
}

ParleyRobustSums *
parley_robust_sums_from_bytes (const ParleyRobustShape *shape, GBytes *bytes)
{
  g_autoptr(ParleyRobustSums) self = parley_robust_sums_new (shape);
  gsize size = 0;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  gsize fixed = n_fixed (self) * sizeof (double);
  gsize entry = sizeof (double) + shape->n_axes * sizeof (guint);
  g_autofree guint *options = g_new (guint, MAX (1, shape->n_axes));

  if (size < fixed || (size - fixed) % entry != 0)
    return NULL;
  memcpy (self->cells, data, self->n_cells * sizeof (double));
  data += self->n_cells * sizeof (double);
  for (guint p = 0; p < self->smaa->len; p++)
    {
      ParleySmaa *smaa = g_ptr_array_index (self->smaa, p);

      if (smaa == NULL)
        continue;
      memcpy (smaa->cells, data, smaa->n_cells * sizeof (double));
      data += smaa->n_cells * sizeof (double);
    }
  for (gsize i = 0; i < (size - fixed) / entry; i++, data += entry)
    {
      double n = 0;

      memcpy (&n, data, sizeof n);
      memcpy (options, data + sizeof n, shape->n_axes * sizeof (guint));
      parley_robust_sums_add_nash (self, options, n);
    }
  return g_steal_pointer (&self);
}
