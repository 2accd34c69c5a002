/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/draw.h"
#include "naive.h"
#include "sample.h"
#include "space/combos.h"

/* Scenarios whose numbers are drawn, as they are worked out by hand. */

/* Gives ranges to some of the numbers of every party, and probabilities to its red lines. */
void parley_drawn_open (const ParleyScenario *scenario, GRand *rand);

/* Writes the numbers of @draw into the model, and what was there into @kept ([input], initialised);
 * with NULL writes @kept back. */
void parley_drawn_exchange (const ParleyDraws *draws, const ParleyDraw *draw, mpq_t *kept);

/* Whether the party accepts a deal, with @red_lines by those of its own that hold in the draw. */
gboolean parley_drawn_accepts (const ParleyScenario  *scenario,
                               const ParleyNaiveDeal *deal,
                               guint                  party,
                               const ParleyDraw      *draw,
                               gboolean               red_lines);

/* Returns: (transfer full) (element-type ParleyCombos): one a block. */
GPtrArray *parley_drawn_combos (const ParleySpace *space);

/* What a test looks at in a random scenario and the draws of its open numbers. */
typedef void (*ParleyDrawnCheck) (const ParleySample *sample,
                                  const ParleyDraws  *draws,
                                  const char         *label);

/* Calls @check for each random scenario (sample.h), its numbers opened. */
void parley_drawn_samples (ParleyDrawnCheck check);
