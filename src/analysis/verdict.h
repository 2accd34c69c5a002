/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/score.h"
#include "space/extent.h"

/* The verdict of a party over the completions that @extent spans, with its red
 * lines or as if it had none. */
ParleyVerdict parley_verdict_of (const ParleyUtility *utility,
                                 const ParleyExtent  *extent,
                                 gboolean             red_lines);

/**
 * parley_on_the_line:
 *
 * Whether @verdict hangs by little: the deciding score is within a point of the
 * reservation, or moving one single input of the party (reservation, weight, value,
 * adjustment) to an end of its stated range gives another verdict. A score is
 * monotone in every single input but an ideal, so for these the ends of the range
 * stand for all of it. @outline: of the party, over the draft's completions.
 */
gboolean parley_on_the_line (const ParleyOutline *outline,
                             const ParleyUtility *utility,
                             const ParleyExtent  *extent,
                             const char          *date,
                             ParleyVerdict        verdict);
