/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/amend.h"
#include "space/assembly.h"

/**
 * parley_amendment_new:
 * @patterns: ([block]): the issues that change
 *
 * The best amendment of exactly these changes by @preference; what ties leaves most to the other
 * parties that decide, one after the other. Returns: (transfer full) (nullable): NULL with
 * PARLEY_ERROR_LIMIT.
 */
ParleyAmendment *parley_amendment_new (const ParleyLeeway *leeway,
                                       const ParleyConcerns *concerns,
                                       GPtrArray          *packages,
                                       const guint        *patterns,
                                       ParleyPreference    preference,
                                       GError            **error);

/* The deal of @options, one an axis, as an amendment that leaves nothing open. Returns: likewise.
 */
ParleyAmendment *parley_amendment_new_deal (const ParleyLeeway *leeway,
                                            const guint        *options,
                                            GError            **error);

void parley_amendment_free (ParleyAmendment *self);

/* Counts how many other acceptable deals change the same issues, unless that is too much. */
void parley_amendment_count (ParleyAmendment *self, const ParleyLeeway *leeway);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyAmendment, parley_amendment_free)
