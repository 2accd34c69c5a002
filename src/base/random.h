/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/*
 * Random numbers that are looked up instead of drawn one after the other: number @index of a seed
 * is the same whatever was asked for before it, so that work can be split in any way and comes to
 * the same.
 */

/* What random numbers are for: those of one purpose have nothing to do with those of another. */
typedef enum
{
  PARLEY_RANDOM_INPUTS,      /* values of inputs */
  PARLEY_RANDOM_COMPLETIONS, /* what becomes of open terms */
  PARLEY_RANDOM_SHARES,      /* weight shares in a polytope */
  PARLEY_RANDOM_SHIFTS,      /* of quasi-random points */
  PARLEY_RANDOM_CHAINS       /* weights that fit a record */
} ParleyPurpose;

/**
 * parley_random_block:
 * @index: which draw
 * @block: four numbers each, of that draw
 *
 * Fills @numbers with 32 random bits each: Philox 4x32-10 of J. Salmon, M. Moraes, R. Dror and D.
 * Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011, with the seed as its key.
 */
void parley_random_block (guint64       seed,
                          guint64       index,
                          ParleyPurpose purpose,
                          guint32       block,
                          guint32       numbers[4]);

/* The first @n numbers of draw @index. */
void parley_random_fill (guint64       seed,
                         guint64       index,
                         ParleyPurpose purpose,
                         guint         n,
                         guint32      *numbers);

/* Between 0 and 1, and neither of them. */
static inline double
parley_random_unit (guint32 number)
{
  return (number + 0.5) / 4294967296.0;
}
