/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/score.h"

/**
 * parley_joint_verdict:
 * @counts: (nullable): how many completions all accept, under the same @red_lines
 *
 * The verdict of all deciding parties together on a draft, with the red lines or as if there
 * were none. It follows from the counts; without them from the verdicts of the parties, where
 * at most one of them hesitates, or else from whether there is a completion that all accept.
 * Where some are not always asked, completions are counted after all.
 *
 * Cost: without counts, at most that of a frontier without objectives (fronts.h). Returns:
 * PARLEY_VERDICT_UNKNOWN when that is too much.
 */
ParleyVerdict parley_joint_verdict (const ParleyDraftScore *score,
                                    const ParleyCounts     *counts,
                                    gboolean                red_lines);
