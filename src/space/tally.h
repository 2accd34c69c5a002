/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/view.h"

/* Of diagrams with which an order is looked for. */
#define PARLEY_TALLY_PLAN_ARCS 200000

/**
 * parley_tally_plan:
 * @most_arcs: of the diagrams that are tried
 *
 * Sets @order to one of choosing the axes in which deals are counted with little work. Views
 * that differ in a condition or a floor do with the same one (ParleyView.order).
 * Cost: a small diagram for each axis, larger ones while these are too small.
 *
 * Returns: FALSE when no diagram was found, and @order is the narrow one.
 */
gboolean parley_tally_plan (const ParleyView *view, gsize most_arcs, guint *order);

/**
 * parley_tally:
 * @by_option: (nullable) ([axis][option]): to which is added how many deals have each option
 *
 * Sets @total to the number of deals of @view that reach all floors, exactly and without
 * looking at each: from all scores that occur (fronts.h) where these are few, as they are when
 * scores are coarse or no floor is in doubt, else from two halves (meeting.h).
 * Errors: PARLEY_ERROR_LIMIT when there are too many.
 */
gboolean parley_tally (const ParleyView *view, mpz_ptr total, mpz_t **by_option, GError **error);
