/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/score.h"

/* Scores: from <= score < to. */
typedef struct
{
  ParleyScore from;
  ParleyScore to;
} ParleyRange;

/**
 * ParleyRanges:
 *
 * Makes one set of scores from several, each given as ranges that ascend and are apart. Sets
 * are joined two by two, equally often each, as in merge sort: O(n log m) for m sets of n
 * ranges together.
 */
typedef struct
{
  GArray *ranges; /* of ParleyRange: those of one set after those of another */
  GArray *first;  /* of guint: where each set begins */
  GArray *spare;
  guint   n_added;
} ParleyRanges;

ParleyRanges *parley_ranges_new  (void);
void          parley_ranges_free (ParleyRanges *self);

/* Adds the @n @ranges, moved by @by. */
void parley_ranges_add (ParleyRanges *self, const ParleyRange *ranges, guint n, ParleyScore by);

/* Appends what is in any of the sets to @to, as ranges that ascend and are apart, and forgets
 * the sets. @to: of ParleyRange. */
void parley_ranges_take (ParleyRanges *self, GArray *to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyRanges, parley_ranges_free)
