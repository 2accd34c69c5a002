/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/automaton.h"

/**
 * ParleyPredicate:
 *
 * A condition compiled against a domain: its leaves look an option up in a table
 * of flags instead of comparing numbers.
 */
typedef struct _ParleyPredicate ParleyPredicate;

/* @factors: (element-type ParleyFactor): the derived issues that @condition may
 * name; must outlive the predicate. */
ParleyPredicate *parley_predicate_new (const ParleyDomain    *domain,
                                       GPtrArray             *factors,
                                       const ParleyCondition *condition);

/* "not @inner", and "@condition without @consequence". Take their arguments. */
ParleyPredicate *parley_predicate_new_not    (ParleyPredicate *inner);
ParleyPredicate *parley_predicate_new_breach (ParleyPredicate *condition,
                                              ParleyPredicate *consequence);

void parley_predicate_free (ParleyPredicate *self);

/* Whether a deal, given as one option an axis, matches. Only the axes that the
 * predicate marks are read. */
gboolean parley_predicate_matches (const ParleyPredicate *self, const guint *options);

/* Sets flags[a] for every axis a that the predicate reads. */
void parley_predicate_mark_axes (const ParleyPredicate *self, gboolean *flags);

/* The predicate as an automaton, axes being read at @place_of_axis. Returns: (transfer
 * full) (nullable): NULL when it would be too wide. */
ParleyAutomaton *parley_predicate_to_automaton (const ParleyPredicate *self,
                                                const ParleyDomain    *domain,
                                                const guint           *place_of_axis);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyPredicate, parley_predicate_free)
