/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/intern.h"

#include <string.h>

#define FIRST_SLOTS 16

ParleyIntern *
parley_intern_new (gsize size)
{
  ParleyIntern *self = g_new0 (ParleyIntern, 1);

  self->size = size;
  self->mask = FIRST_SLOTS - 1;
  self->slots = g_new0 (ParleyInternSlot, FIRST_SLOTS);
  return self;
}

void
parley_intern_free (ParleyIntern *self)
{
  if (self == NULL)
    return;
  g_free (self->records);
  g_free (self->slots);
  g_free (self);
}

/* The multiplier is 2^64 divided by the golden ratio (D. Knuth, "The Art of Computer
 * Programming", volume 3, section 6.4). */
static guint32
hash (const void *record, gsize size)
{
  const guint8 *bytes = record;
  guint64 sum = size;

  for (; size >= 8; bytes += 8, size -= 8)
    {
      guint64 word = 0;

      memcpy (&word, bytes, 8);
      sum = (sum ^ word) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
      sum ^= sum >> 29;
    }
  for (; size > 0; bytes++, size--)
    sum = (sum ^ *bytes) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return (guint32) ((sum ^ sum >> 32) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) >> 32);
}

/* Where @record stands, or the empty slot where it belongs. */
static ParleyInternSlot *
find_slot (const ParleyIntern *self, const void *record, guint32 sum)
{
  guint32 at = sum & self->mask;

  while (self->slots[at].number != 0
         && (self->slots[at].hash != sum
             || memcmp (parley_intern_record (self, self->slots[at].number - 1), record, self->size)
                    != 0))
    at = (at + 1) & self->mask;
  return &self->slots[at];
}

static void
enlarge (ParleyIntern *self)
{
  ParleyInternSlot *old = self->slots;
  guint32 n_old = self->mask + 1;

  self->mask = 2 * self->mask + 1;
  self->slots = g_new0 (ParleyInternSlot, (gsize) self->mask + 1);
  for (guint32 i = 0; i < n_old; i++)
    {
      guint32 at = old[i].hash & self->mask;

      if (old[i].number == 0)
        continue;
      while (self->slots[at].number != 0)
        at = (at + 1) & self->mask;
      self->slots[at] = old[i];
    }
  g_free (old);
}

guint
parley_intern_number (ParleyIntern *self, const void *record)
{
  guint32 sum = hash (record, self->size);
  ParleyInternSlot *slot = find_slot (self, record, sum);

  if (slot->number != 0)
    return slot->number - 1;
  if (self->n == self->n_allocated)
    {
      self->n_allocated = MAX (FIRST_SLOTS, 2 * self->n_allocated);
      self->records = g_realloc_n (self->records, self->n_allocated, MAX (1, self->size));
    }
  memcpy (self->records + self->n * self->size, record, self->size);
  *slot = (ParleyInternSlot){ sum, ++self->n };
  if (self->n > self->mask / 4 * 3)
    enlarge (self);
  return self->n - 1;
}

gboolean
parley_intern_find (const ParleyIntern *self, const void *record, guint *number)
{
  guint32 found = find_slot (self, record, hash (record, self->size))->number;

  *number = found - 1;
  return found != 0;
}
