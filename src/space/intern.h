/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

typedef struct
{
  guint32 hash;
  guint32 number; /* + 1; 0 is empty */
} ParleyInternSlot;

/**
 * ParleyIntern:
 *
 * Numbers for records of one size: equal records get the same number, new ones the
 * next. An open-addressed hash table over records that lie side by side, with the hash of each in
 * its slot: large tables do not fit into caches, and few other records are looked at then.
 */
typedef struct
{
  gsize    size; /* of a record, in bytes */
  guint    n;
  guint    n_allocated;
  guint8  *records;
  guint32  mask; /* slots less one */
  ParleyInternSlot *slots;
} ParleyIntern;

ParleyIntern *parley_intern_new  (gsize size);
void          parley_intern_free (ParleyIntern *self);

/* What it takes in memory, in bytes. */
static inline gsize
parley_intern_bytes (const ParleyIntern *self)
{
  return (gsize) self->n_allocated * self->size + ((gsize) self->mask + 1) * sizeof *self->slots;
}

/* The number of @record, which is copied when it is new. Padding in records counts, so
 * clear it. Cost: O(size). */
guint parley_intern_number (ParleyIntern *self, const void *record);

/* Sets @number to that of @record. Returns: FALSE when it has none. */
gboolean parley_intern_find (const ParleyIntern *self, const void *record, guint *number);

/* Valid until the next new record. */
static inline const void *
parley_intern_record (const ParleyIntern *self, guint number)
{
  return self->records + (gsize) number * self->size;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyIntern, parley_intern_free)
