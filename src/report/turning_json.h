/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/break_even.h"
#include "analysis/influence.h"
#include "report/json.h"

/*
 * What turns a verdict, as docs/output.md describes it.
 */

/* Adds the "path" of @input to @object, and the "x" that a point of a curve is at: all points have
 * the path of their list. */
void parley_input_add_path (ParleyJson           *object,
                            const ParleyScenario *scenario,
                            const ParleyInput    *input,
                            gboolean              exact);

/* { "at": …, "inclusive": …, "verdict": … }; null when it turns nowhere. */
ParleyJson *parley_turning_to_json (const ParleyTurning *turning, gboolean exact);

/* What red lines of @party do, or its adjustments: a list of { "id": …, "crossed" or "applies": …,
 * "verdict_without": … }. @influences: (nullable) (element-type ParleyInfluence). */
ParleyJson *parley_influences_to_json (const ParleyParty *party,
                                       const GArray      *influences,
                                       gboolean           red_lines);
