/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/score.h"
#include "space/outline.h"

/* A red line or an adjustment of a party that acts on the draft, and what the party's verdict would
 * be if there were no such thing. */
typedef struct
{
  guint         item;
  ParleyShare   applies;
  ParleyVerdict without; /* NONE where the party gives no verdict */
} ParleyInfluence;

/* Returns: (transfer full) (element-type ParleyInfluence): the red lines that some completion
 * crosses. Errors: PARLEY_ERROR_LIMIT, as for an outline (outline.h). */
GArray *parley_red_line_influences (const ParleyDraftScore *score, guint party, GError **error);

/* The same of the adjustments that apply in some completion. @outline: of the party. */
GArray *parley_adjustment_influences (const ParleyDraftScore *score,
                                      guint                   party,
                                      const ParleyOutline    *outline);

/**
 * parley_mended_score:
 * @mended: (out): the highest score that @party can get across no red line when the issues named
 * by the red lines that the draft crosses may be anything, and the others stay as they are
 *
 * Returns: 1 when there is such a deal, 0 when there is none or no red line is crossed, -1 on
 * error: PARLEY_ERROR_LIMIT.
 */
int parley_mended_score (const ParleyDraftScore *score,
                         guint                   party,
                         mpq_ptr                 mended,
                         GError                **error);
