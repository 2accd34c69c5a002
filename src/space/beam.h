/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/relaxation.h"

/**
 * parley_beam_new:
 * @width: the most nodes of a layer, at least 1
 * @relaxation: of the same view
 * @crew: (nullable): is told how far it is
 *
 * The diagram of @relaxation's view in its order, of which the layers that are too wide keep
 * the most promising nodes alone. So every path in it is a deal of the view, but some deals
 * are missing. With layers wide enough it is the exact diagram.
 *
 * A node is as promising as the best that leads to it with the best that can follow it in
 * the relaxation, by each objective alone and by several mixtures; the nodes kept are in turn
 * the first by each of these, so that the frontier is found in all its length. One that
 * cannot reach a floor even so is dropped. Ties are broken by the order in which nodes were
 * found, and nothing is rounded by the machine, so the diagram is the same everywhere.
 *
 * Cost: O(layers * width * options * (conditions + log width)). Source: restricted decision
 * diagrams, of D. Bergman, A. Cire, W.-J. van Hoeve and J. Hooker, "Decision Diagrams for
 * Optimization", Springer 2016.
 *
 * Errors: PARLEY_ERROR_LIMIT, see watch.h.
 */
ParleyDiagram *parley_beam_new (const ParleyRelaxation *relaxation,
                                guint                   width,
                                const ParleyCrew       *crew,
                                GError                **error);

/* The most that any deal can have in each dimension: no more than the best path of
 * @relaxation, which is not empty. Cost: O(arcs). Returns: (transfer full): [dim]. */
ParleyScore *parley_relaxation_most (const ParleyRelaxation *relaxation);
