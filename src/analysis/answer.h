/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/record.h"
#include "analysis/score.h"

/**
 * ParleyAnswer:
 *
 * What a party did about a draft of others, for the first time or otherwise than before, and what
 * the numbers as written say of that. It has a date: all has but what was tabled.
 */
typedef struct
{
  ParleyDeed    move;
  gboolean      yes;
  ParleyVerdict verdict;      /* on the day of the answer */
  ParleyVerdict bare_verdict; /* without the party's red lines */
  ParleyShare   crosses;      /* in how many completions one of them is crossed */
} ParleyAnswer;

/* Whether somebody needs a model to say it beforehand: that a party agrees to what it tables
 * itself, or does again what it did, is no news. */
gboolean parley_move_is_answer (const ParleyDeed *move);

/* Errors: those of outlines (outline.h). Cost: that of an outline. */
gboolean parley_answer_init (ParleyAnswer         *self,
                             const ParleyScenario *scenario,
                             const ParleyDeed     *move,
                             GError              **error);

/**
 * parley_answers_new:
 * @party: whose; or PARLEY_RECORD_OF_ALL
 *
 * All on record, the oldest first. Returns: (transfer full) (element-type ParleyAnswer): NULL with
 * @error set.
 */
GArray *parley_answers_new (const ParleyScenario *scenario, guint party, GError **error);
