/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/fit.h"

typedef enum
{
  PARLEY_ORDER_OPEN,     /* some weights that fit have the one heavier, some the other */
  PARLEY_ORDER_NEVER,    /* the first is never heavier */
  PARLEY_ORDER_ALWAYS    /* the first is never lighter */
} ParleyRevealedOrder;

/**
 * ParleyRevealed:
 *
 * Which weights and reservations of a party fit its record and what it is judged to prefer:
 * exactly, by linear programmes in fractions (fit.h). Where an answer may have been to any of
 * several completions, what fits is what fits one of several programmes, one for each choice of
 * completions.
 */
typedef struct
{
  const ParleyScenario *scenario; /* borrowed */
  guint                 party;
  GPtrArray            *clues;  /* of ParleyClue: one a move or a preference, the oldest first; those
                     * without a date last */
  gboolean              fits;     /* whether anything does */
  GArray               *blame;    /* of guint: where nothing does, a smallest set of clues that
                     * contradict each other under what is believed */
  guint                 n_shares;
  guint                *issues;   /* [share] */
  GPtrArray            *reservations; /* of ParleyNumber, borrowed: each that counted or is asked
                                         * for, once */
  ParleySpan           *believed; /* [share], then [reservation]: before the record. Ends
                                         * count that are only come near */
  ParleySpan           *left;     /* likewise, that fit it; as believed where nothing does */
  ParleyRevealedOrder  *orders;   /* [first share * n_shares + second]: of what is left */
  ParleyRevealedOrder  *believed_orders; /* likewise, before the record. Ends
                                         * count that are only come near */
} ParleyRevealed;

typedef struct
{
  ParleyClueRequest   clues;
  ParleyBelief        belief;
  const char         *before; /* (nullable): only what was done or said on earlier days; "": nothing */
  const ParleyNumber
      *asked; /* (nullable): a reservation that is wanted although it never counted */
  const ParleyDraft *apart; /* (nullable): what was done about this draft does not count */
} ParleyRevealedRequest;

/* More ways to choose completions than these are refused, and so is what takes too many questions
 * of what fits to tell. */
#define PARLEY_MOST_READINGS 4096

/**
 * parley_revealed_new:
 *
 * Errors: PARLEY_ERROR_INPUT when the party has no weights, PARLEY_ERROR_LIMIT when more
 * completions matter than can be told apart. Cost: some programmes for each share and reservation,
 * and each two shares, times readings.
 */
ParleyRevealed *parley_revealed_new (const ParleyScenario        *scenario,
                                     guint                        party,
                                     const ParleyRevealedRequest *request,
                                     GError                     **error);

/* The same without blame, spans and orders, which are NULL and take most of the time. */
ParleyRevealed *parley_revealed_new_brief (const ParleyScenario        *scenario,
                                           guint                        party,
                                           const ParleyRevealedRequest *request,
                                           GError                     **error);

void parley_revealed_free (ParleyRevealed *self);

static inline const ParleyClue *
parley_revealed_clue (const ParleyRevealed *self, guint index)
{
  return (const ParleyClue *) g_ptr_array_index (self->clues, index);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyRevealed, parley_revealed_free)
