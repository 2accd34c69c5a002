/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/conflict.h"
#include "analysis/leeway.h"
#include "analysis/score.h"
#include "space/package.h"

/* No limit of one's own to the number of changes. */
#define PARLEY_ANY_CHANGES G_MAXUINT

/* How many numbers of changes are held against what they cost: the fewest, and one and two more. */
#define PARLEY_N_COSTS 3

typedef struct
{
  ParleyLeewayLimits limits;
  int                party;        /* that is to keep most; -1: whoever tabled the draft */
  guint              most_changes; /* or PARLEY_ANY_CHANGES */
  guint              n_top;        /* amendments to list */
  gboolean           improve; /* look for deals that are better for all than a draft that all accept */
  gsize              memory;       /* for each table, in bytes */
} ParleyAmendRequest;

/**
 * ParleyAmendment:
 *
 * Changes after which all accept, whatever becomes of the terms that it leaves open.
 */
typedef struct
{
  guint            n_changed;
  guint            n_settled;
  guint           *options; /* [axis]: or PARLEY_LEFT_OPEN */
  gboolean        *changed; /* [axis] */
  gboolean        *settled; /* [axis] the draft leaves the term open, and this does not */
  guint            n_scores;
  ParleySpan      *scores;  /* [party]: in points, over all that open terms may turn out to be */
  gboolean        *on_the_line; /* [party] it accepts, and that hangs by little (verdict.h) */
  gboolean         counted;
  mpz_t            n_others; /* acceptable deals that change the same issues, and are not of this
                   * amendment; when counted */
} ParleyAmendment;

/* What so many changes cost. */
typedef struct
{
  guint            n_changes;
  ParleyAmendment *amendment; /* that leaves most to the party, whatever it settles; NULL: with so
                               * many changes it keeps no more than with fewer */
} ParleyAmendCost;

/* Why the party is the one that is to keep most. */
typedef enum
{
  PARLEY_PARTY_ASKED_FOR,
  PARLEY_PARTY_TABLED, /* the draft */
  PARLEY_PARTY_FIRST   /* of those with a score, as nobody with one tabled the draft */
} ParleyPartyReason;

/* Whether every way is known. */
typedef enum
{
  PARLEY_WAYS_KNOWN,
  PARLEY_WAYS_TOO_MANY, /* more than PARLEY_MOST_WAYS */
  PARLEY_WAYS_TOO_WIDE  /* too much hangs together; then costs settle all that the draft leaves open
                         */
} ParleyWays;

#define PARLEY_MOST_WAYS 20000

/* What came of looking for better deals. */
typedef enum
{
  PARLEY_IMPROVE_NOT_ASKED,
  PARLEY_IMPROVE_FOUND,
  PARLEY_IMPROVE_EFFICIENT, /* no deal within the limits is better for one side and worse for none
                             */
  PARLEY_IMPROVE_NOT_ACCEPTABLE /* the draft is not acceptable to all, whatever is left open */
} ParleyImproveAnswer;

/**
 * ParleyAmend:
 *
 * What it takes for all to accept a draft. Filling a term that the draft leaves open is no change:
 * it is settled, and the fewest are settled after the fewest have been changed.
 */
typedef struct
{
  const ParleyScenario *scenario; /* borrowed */
  const ParleyDraft    *draft;    /* borrowed */
  ParleyAmendRequest    request;
  ParleyScores         *scores;   /* of the draft as it is */
  ParleyLeeway         *leeway;
  int                   party;    /* that is to keep most; -1: nobody has a score */
  ParleyPartyReason     reason;
  ParleyImproveAnswer   improve; /* when asked for, possible is whether deals were found, and the
                                * rest is left out but for amendments */
  gboolean              possible;
  guint                 n_changes; /* the fewest; the rest when possible */
  ParleyWays            ways;      /* when not KNOWN, sets and amendments are left out */
  char                 *why_wide;  /* TOO_WIDE: what is too much */
  guint                 n_sets;    /* of so many issues, whose change will do */
  guint                 n_settled; /* the fewest open terms that must be settled then */
  guint                *n_sets_with; /* [axis]: of these */
  GPtrArray            *amendments; /* of ParleyAmendment: one a set, the fewest settled first, then
                             * the best for the party; the first n_top. Or the better deals
                             * (improve.h) */
  GPtrArray            *costs; /* of ParleyAmendCost: of more and more changes */
  ParleyConflict       *conflict; /* when impossible: why */
  gboolean              rounded;
} ParleyAmend;

/**
 * parley_amend_find:
 *
 * Exact. Cost: a frontier without objectives (fronts.h), packages (package.h), and what change
 * sets take (change_sets.h); for each amendment listed some small diagrams.
 * Errors: PARLEY_ERROR_LIMIT when too much hangs together, or there are too many ways.
 */
ParleyAmend *parley_amend_find (const ParleyScenario     *scenario,
                                const ParleyDraft        *draft,
                                const ParleyAmendRequest *request,
                                GError                  **error);

void parley_amend_free (ParleyAmend *self);

/* How the draft as it is stands with all. */
static inline const ParleyDraftScore *
parley_amend_standing (const ParleyAmend *self)
{
  return (const ParleyDraftScore *) g_ptr_array_index (self->scores->drafts, 0);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyAmend, parley_amend_free)
