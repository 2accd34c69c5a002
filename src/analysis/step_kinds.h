/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/redraft.h"

/* Where two drafts have more pairs of completions, so many are drawn. */
#define PARLEY_STEP_PAIRS 5000

/**
 * parley_step_kinds:
 * @parties: whose step it is, and towards whom; both have scores
 * @shares: (out caller-allocates): [kind]
 * @drawn: (out): whether pairs were drawn at random, always the same ones; else all are counted
 *
 * Of which kind the step between two drafts of one scenario is in how many pairs of a completion of
 * each. A negotiated issue that both leave open in the same way (row.h) is the same in both.
 *
 * Returns: FALSE where there is no such pair, or so much hangs together that none can be drawn.
 * Cost: that of two diagrams.
 */
gboolean parley_step_kinds (const ParleyDraftScore *from,
                            const ParleyDraftScore *to,
                            const guint             parties[2],
                            double                  shares[PARLEY_N_REDRAFT_KINDS],
                            gboolean               *drawn);
