/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/outline.h"

/* Of more corners than this nothing is said. */
#define PARLEY_MOST_CORNERS 1000

/* What a deal is to a party before anything is weighted. */
typedef struct
{
  mpq_t *values; /* [issue]: 0 to 100; 0 where the party has none */
  mpq_t  points; /* of the adjustments that apply */
} ParleyCorner;

/**
 * ParleyCorners:
 *
 * Those deals of an outline of which one is a party's lowest, or highest, whatever its weights are:
 * no other is at least as low (or high) on every issue and by its adjustments. Equal ones are told
 * once.
 */
typedef struct
{
  guint      n_issues;
  GPtrArray *corners; /* of ParleyCorner */
} ParleyCorners;

/**
 * parley_corners_new:
 * @values: the party's, as written
 * @utility: likewise
 * @highest: the highest, or the lowest
 *
 * Returns: (transfer full) (nullable): NULL when some part of the way has more than
 * PARLEY_MOST_CORNERS; none of an outline without deals. Where issues do not hang together there is
 * one. Cost: O(arcs * corners^2).
 */
ParleyCorners *parley_corners_new (const ParleyOutline *outline,
                                   const ParleyValues  *values,
                                   const ParleyUtility *utility,
                                   gboolean             highest);

/* All deals that are not the same to the party, whatever its weights are. */
ParleyCorners *parley_corners_new_every (const ParleyOutline *outline,
                                         const ParleyValues  *values,
                                         const ParleyUtility *utility);

ParleyCorners *parley_corners_new_empty (guint n_issues);

/* Adds what @more has that @less has not, on each issue and by adjustments, and @points. */
void parley_corners_add_gap (ParleyCorners      *self,
                             const ParleyCorner *more,
                             const ParleyCorner *less,
                             mpq_srcptr          points);

void parley_corners_free (ParleyCorners *self);

const ParleyCorner *parley_corners_get (const ParleyCorners *self, guint index);

/* The values of @issues and then the points, one row a corner. Returns: (transfer full)
 * (element-type double *). */
GPtrArray *parley_corners_to_doubles (const ParleyCorners *self, const guint *issues, guint n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyCorners, parley_corners_free)
