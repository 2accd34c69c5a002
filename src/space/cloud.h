/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * ParleyCloud:
 *
 * Points or floors in several dimensions: a column of ranks for each, and further columns
 * for what goes with a row. A slice shares the columns of another cloud, so its rows move
 * there too.
 */
typedef struct
{
  gsize     n;
  guint     n_dims;
  guint32 **ranks;   /* [dimension][row]: below 2^31 */
  guint32  *entries; /* [row], or NULL: which one of the caller's it is */
  gpointer  columns; /* of a slice: NULL */
} ParleyCloud;

typedef struct
{
  guint32 lowest;
  guint32 highest;
} ParleyRankRange;

/**
 * parley_cloud_init_sorted:
 * @ranks: (array length=n_dims): columns of @n
 * @entries: (array length=n) (nullable)
 *
 * Copies the rows in ascending order of dimension 0. Cost: O(n) a column. Memory, while
 * it works: 16 n bytes.
 */
void parley_cloud_init_sorted (ParleyCloud          *self,
                               gsize                 n,
                               guint                 n_dims,
                               const guint32 *const *ranks,
                               const guint32        *entries);

void parley_cloud_clear (ParleyCloud *self);

/* @n rows from row @from. */
void parley_cloud_init_slice (ParleyCloud *self, const ParleyCloud *of, gsize from, gsize n);

/* All but the column of @dim. */
void parley_cloud_init_without (ParleyCloud *self, const ParleyCloud *of, guint dim);

/* Forgets a dimension. */
void parley_cloud_drop (ParleyCloud *self, guint dim);

/* Of a cloud that is not empty. Cost: O(n). */
ParleyRankRange parley_cloud_range (const ParleyCloud *self, guint dim);

/* Moves the rows below @rank in @dim before all others, both in the order in which they
 * were. Returns: how many are below. @spare: (array length=n). Cost: O(n) a column. */
gsize parley_cloud_split (ParleyCloud *self, guint dim, guint32 rank, guint32 *spare);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ParleyCloud, parley_cloud_clear)
