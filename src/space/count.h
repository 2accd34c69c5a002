/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/halves.h"

/* How many deals of some set are feasible, how many each party accepts, and how
 * many all deciding parties accept. */
typedef struct
{
  guint64  feasible;
  guint64 *by_party; /* one a utility */
  guint64  all;
} ParleyTally;

/**
 * ParleyCounts:
 *
 * Tallies over a whole space and, for each option of each axis, over the deals
 * that contain it.
 */
typedef struct
{
  guint         n_axes;
  ParleyTally   total;
  guint        *n_options;
  ParleyTally **by_option; /* [axis][option] */
} ParleyCounts;

/**
 * parley_count:
 * @red_lines: FALSE counts as if there were none
 *
 * Counts exactly without looking at every deal. With H entries a half, cost is
 * O(H log H) for up to two deciding parties with scores, O(H²) beyond.
 * Errors: PARLEY_ERROR_LIMIT when three or more deciding parties would need more
 * than 10^9 steps.
 */
ParleyCounts *parley_count (const ParleySpace  *space,
                            GPtrArray          *utilities,
                            const ParleyHalves *halves,
                            gboolean            red_lines,
                            GError            **error);

void parley_counts_free (ParleyCounts *self);

/* Whether the terms on @axis alone can turn the verdict of @slot: whether two
 * feasible deals differ only there and one is accepted, the other not. */
gboolean parley_verdict_depends (const ParleySpace  *space,
                                 GPtrArray          *utilities,
                                 const ParleyHalves *halves,
                                 guint               slot,
                                 guint               axis);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyCounts, parley_counts_free)
