/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* The words of a set, and the bits that it has. */
#define PARLEY_BIT_WORDS 16
#define PARLEY_BITS      ((gsize) 64 * PARLEY_BIT_WORDS)

/* For fewer than 2^32 sets. */
#define PARLEY_BIT_LEVELS 32

/**
 * ParleyBitCounts:
 *
 * In how many of many sets each bit is set. Counters stand upright: level k holds bit k of the
 * counters of all bits, and a set that waits for another of its level. Two sets that meet, and
 * what the level holds, are added in parallel; what is carried goes to the next level, half as
 * often (R. Harley's method of counting bits, in H. Warren, "Hacker's Delight", 2nd edition,
 * 2012, section 5-1).
 *
 * Cost: O(words) for each set.
 */
typedef struct
{
  guint64 held[PARLEY_BIT_LEVELS][PARLEY_BIT_WORDS];
  guint64 waiting[PARLEY_BIT_LEVELS][PARLEY_BIT_WORDS];
  guint64 n_sets;
  guint   n_levels; /* that were in use */
} ParleyBitCounts;

void parley_bit_counts_init (ParleyBitCounts *self);

void parley_bit_counts_add (ParleyBitCounts *self, const guint64 *set);

/* How many of the sets have @bit. */
guint64 parley_bit_counts_of (const ParleyBitCounts *self, gsize bit);
