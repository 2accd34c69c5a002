/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/continuum.h"
#include "space/order.h"

/**
 * ParleyMerit:
 *
 * How good a deal of a continuum is by an order (space/order.h), as one number: what a
 * search climbs. Deals that are not acceptable are below all others, the lower the further
 * they are from it, so that a search finds its way back.
 */
typedef struct _ParleyMerit ParleyMerit;

/* @continuum: borrowed. @slots: (array length=n_slots): whose surpluses count, parties.
 * @gains: (array) (nullable): what each of them could gain, for KALAI_SMORODINSKY; whoever
 * cannot is left out. */
ParleyMerit *parley_merit_new  (const ParleyContinuum *continuum,
                               ParleyOrderKind kind,
                               const guint *slots,
                               guint n_slots,
                               guint n_parties,
                               const double *gains);
void         parley_merit_free (ParleyMerit *self);

const ParleyContinuum *parley_merit_continuum (const ParleyMerit *self);

double   parley_merit_at            (const ParleyMerit *self, const double *x);
gboolean parley_merit_is_acceptable (double merit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyMerit, parley_merit_free)
