/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/utility.h"

/**
 * parley_distance_new:
 * @kept: ([axis][option]): which options count as no change; a NULL entry: all of the axis
 *
 * How far a deal is from some terms, as a score of nobody's: minus the number of axes whose option
 * is a change. So the nearest deals have most of it, and a bound on it (ParleyScoreBound) keeps to
 * deals of few changes. It goes behind the utilities of the parties.
 * Returns: (transfer full).
 */
ParleyUtility *parley_distance_new (const ParleySpace *space, gboolean *const *kept);

/* Which options of each axis @terms allow (array, nullable, one an issue; NULL entries: anything):
 * for parley_distance_new (). Returns: (transfer full) (element-type gboolean*): one an axis. */
GPtrArray *parley_kept_options (const ParleySpace *space, const ParleyTerms *const *terms);

/* Whether @kept leaves more than one option of an axis: its term is open. */
gboolean parley_kept_is_open (const ParleyDomain *domain, gboolean *const *kept, guint axis);

/* How many changes the deal of @options has. */
guint parley_distance_count (const ParleyUtility *distance, const guint *options);
