/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/corners.h"
#include "analysis/record.h"

/* Which completions of a draft with open terms an answer is about. */
typedef enum
{
  PARLEY_OPEN_ANY, /* at least one: nobody knows which text the answer was to */
  PARLEY_OPEN_ALL  /* every one */
} ParleyOpen;

/* How a record is read. */
typedef struct
{
  ParleyOpen open;
  gboolean   no_red_lines; /* as though the party had none, so that scores must explain all answers */
} ParleyClueRequest;

typedef enum
{
  PARLEY_CLUE_TEACHES,
  PARLEY_CLUE_RED_LINE,  /* a red line explains the rejection or preference, so weights need not */
  PARLEY_CLUE_CROSSES,   /* accepted, though every completion crosses a red line: none of the
                          * model's weights explain that */
  PARLEY_CLUE_UNSCORED,  /* the party has no score or no reservation */
  PARLEY_CLUE_TOO_MUCH,  /* more completions matter than are looked at (corners.h) */
  PARLEY_CLUE_INFEASIBLE /* no completion is feasible */
} ParleyClueKind;

/**
 * ParleyClue:
 *
 * What a decision says of its party's weights and reservation, its values and adjustments being as
 * they are: the score of a completion, a sum over issues of weight share times value, and points,
 * reaches the reservation, or stays below it. That is linear in shares and reservation.
 *
 * Of an answer that is about any completion one corner at least must fit, of one about every
 * completion all must. Where issues do not hang together there is one corner.
 *
 * Or what somebody judges it to think of two drafts: corners are then what a completion of one has
 * more than one of the other, by as much as it takes, and there is no reservation. Each draft is
 * completed by itself.
 */
typedef struct
{
  ParleyDeed       move; /* of a preference, party and date alone */
  const ParleyDraftPreference *preference; /* (nullable) borrowed */
  ParleyClueKind kind;
  ParleyOpen       open;
  gboolean         reaches; /* the reservation, or else 0; else stays below */
  ParleyCorners   *corners; /* NULL unless it teaches */
  guint            n_together; /* corners that follow each other fit together or not at all: 1 or 2 */
} ParleyClue;

/* Errors: PARLEY_ERROR_LIMIT. Cost: that of outlines (outline.h) and corners. */
ParleyClue *parley_clue_new (const ParleyScenario    *scenario,
                             const ParleyDeed        *move,
                             const ParleyClueRequest *request,
                             GError                 **error);

/* What @party is judged to think. The same for the rest. */
ParleyClue *parley_clue_new_preference (const ParleyScenario        *scenario,
                                        guint                        party,
                                        const ParleyDraftPreference *preference,
                                        const ParleyClueRequest     *request,
                                        GError                     **error);

void parley_clue_free (ParleyClue *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyClue, parley_clue_free)
