/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/bit_counts.h"

#include <string.h>

void
parley_bit_counts_init (ParleyBitCounts *self)
{
  self->n_sets = 0;
  self->n_levels = 0;
}

/* Whether a set waits at @level: as many have come there as are left when each two become one. */
static gboolean
is_waiting (const ParleyBitCounts *self, guint level)
{
  return self->n_sets >> level & 1;
}

static void
open_level (ParleyBitCounts *self, guint level)
{
  if (level < self->n_levels)
    return;
  memset (self->held[level], 0, sizeof self->held[level]);
  self->n_levels = level + 1;
}

/* Adds @set and the one that waits to what the level holds; what is carried takes the place of
 * @set. */
static void
add_two (guint64 *held, const guint64 *waiting, guint64 *set)
{
  for (guint w = 0; w < PARLEY_BIT_WORDS; w++)
    {
      guint64 differ = held[w] ^ waiting[w];
      guint64 carry = (held[w] & waiting[w]) | (differ & set[w]);

      held[w] = differ ^ set[w];
      set[w] = carry;
    }
}

void
parley_bit_counts_add (ParleyBitCounts *self, const guint64 *set)
{
  guint64 carry[PARLEY_BIT_WORDS];
  guint level = 0;

  memcpy (carry, set, sizeof carry);
  for (; is_waiting (self, level); level++)
    add_two (self->held[level], self->waiting[level], carry);
  open_level (self, level);
  memcpy (self->waiting[level], carry, sizeof carry);
  self->n_sets++;
}

static guint64
bit_of (const guint64 *words, gsize bit)
{
  return words[bit / 64] >> bit % 64 & 1;
}

guint64
parley_bit_counts_of (const ParleyBitCounts *self, gsize bit)
{
  guint64 count = 0;

  for (guint level = 0; level < self->n_levels; level++)
    {
      guint64 here = bit_of (self->held[level], bit);

      if (is_waiting (self, level))
        here += bit_of (self->waiting[level], bit);
      count += here << level;
    }
  return count;
}
