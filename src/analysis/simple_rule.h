/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/filter.h"
#include "analysis/record.h"
#include "space/reach.h"

/**
 * ParleySimpleRule:
 *
 * "Every party accepts unless this holds", with one condition on the deal, or one bound on a score:
 * what a model must do better than to be worth its numbers.
 */
typedef struct
{
  ParleyFilter *filter; /* of one expression */
} ParleySimpleRule;

/* @text: as filters are written (filter.h). Errors: PARLEY_ERROR_INPUT, saying what is wrong; a
 * score cannot be asked to be one number. */
ParleySimpleRule *parley_simple_rule_new (const ParleyScenario *scenario,
                                          const char           *text,
                                          GError              **error);

void parley_simple_rule_free (ParleySimpleRule *self);

/* Returns: (transfer none): as it was written. */
const char *parley_simple_rule_text (const ParleySimpleRule *self);

/**
 * parley_simple_rule_holds:
 * @holds: (out): in how many feasible completions of the draft the condition holds; PARLEY_NONE
 *   when there are none
 *
 * On the day of @move. Errors: those of outlines (outline.h). Cost: that of two.
 */
gboolean parley_simple_rule_holds (const ParleySimpleRule *self,
                                   const ParleyScenario   *scenario,
                                   const ParleyDeed       *move,
                                   ParleyShare            *holds,
                                   GError                **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleySimpleRule, parley_simple_rule_free)
