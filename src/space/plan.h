/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/budget.h"
#include "space/diagram.h"

/**
 * parley_plan_narrow_order:
 *
 * Sets @order to the axes such that few conditions are open at a time: blocks one after
 * the other, and in each the axis next that leaves the fewest conditions begun and not
 * ended, the one of the fewest options where that is a tie.
 * Cost: O(axes² + axes that conditions read).
 */
void parley_plan_narrow_order (const ParleyView *view, guint *order);

/* The same, beginning with the axes of @first. */
void parley_plan_order_from (const ParleyView *view,
                             const guint      *first,
                             guint             n_first,
                             guint            *order);

/* The narrow order but for @axis, which comes last, and the rest of its block, which comes
 * before it: so what waits for @axis is open for as short as can be. */
void parley_plan_order_ending_with (const ParleyView *view, guint axis, guint *order);

/* A diagram in the narrow order. Errors: PARLEY_ERROR_LIMIT when its arcs are more than the
 * view's memory is for. */
ParleyDiagram *parley_plan_narrow_diagram (const ParleyView *view, GError **error);

/* In @order, within the view's memory. One that is not small takes all that memory of the view's
 * room first, in @lease, which holds nothing yet. Errors: likewise. */
ParleyDiagram *parley_plan_shared_diagram (const ParleyView *view,
                                           const guint      *order,
                                           ParleyLease      *lease,
                                           GError          **error);

/**
 * parley_plan_diagram:
 * @in_file_order: (out): whether its layers stand in file order
 *
 * A diagram in file order where that is not much larger than need be, else in the narrow
 * order, or in that of the view where the diagram is small then and smaller than that.
 * Errors: PARLEY_ERROR_LIMIT, see diagram.h.
 */
ParleyDiagram *parley_plan_diagram (const ParleyView *view,
                                    gboolean         *in_file_order,
                                    GError          **error);

/* The same above @most_arcs; tells @crew (nullable) how far it is. */
ParleyDiagram *parley_plan_diagram_within (const ParleyView *view,
                                           gsize             most_arcs,
                                           const ParleyCrew *crew,
                                           gboolean         *in_file_order,
                                           GError          **error);
