/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/match.h"
#include "analysis/score.h"

/**
 * ParleyRedraftKind:
 *
 * What the step from one draft to the next is, by what it does to its own side and to another (K.
 * Hindriks, C. Jonker and D. Tykhonov, "Analysis of negotiation dynamics", Cooperative Information
 * Agents XI, 2007).
 */
typedef enum
{
  PARLEY_REDRAFT_UNKNOWN,     /* it hangs on open terms, or a side has no score */
  PARLEY_REDRAFT_SILENT,      /* nothing changes for either */
  PARLEY_REDRAFT_NICE,        /* the other gains, the own side stays */
  PARLEY_REDRAFT_FORTUNATE,   /* both gain */
  PARLEY_REDRAFT_SELFISH,     /* the own side gains, the other does not */
  PARLEY_REDRAFT_CONCESSION,  /* the own side loses, the other does not */
  PARLEY_REDRAFT_UNFORTUNATE  /* the other loses, and the own side does not gain */
} ParleyRedraftKind;

#define PARLEY_N_REDRAFT_KINDS (PARLEY_REDRAFT_UNFORTUNATE + 1)

/* "concession" and so on; NULL for UNKNOWN. */
const char *parley_redraft_kind_to_string (ParleyRedraftKind kind);

/* By how much a party's points move, at least and at most: a term that either draft leaves open may
 * be anything in each. */
typedef ParleySpan ParleyShift;

/* Whether nothing moves. */
static inline gboolean
parley_shift_is_still (const ParleyShift *shift)
{
  return mpq_sgn (shift->low) == 0 && mpq_sgn (shift->high) == 0;
}

/* A draft, and where the issues and parties of the scenario that all drafts are told by are in its
 * own. */
typedef struct
{
  const ParleyDraftScore *score; /* borrowed, both */
  const ParleyMatch      *match;
} ParleyDraftAt;

/**
 * ParleyRedraft:
 *
 * What changes for each party from one draft to another. Issues and parties are those of one
 * scenario; the drafts may be of others with the same ids.
 */
typedef struct
{
  const ParleyScenario *scenario; /* borrowed: that of the issues and parties */
  ParleyDraftAt         from;
  ParleyDraftAt         to;
  gboolean              alike; /* see parley_redraft_new_alike() */
  gboolean              known; /* FALSE: a draft has no completion, and the rest is not set */
  ParleyShift          *total;    /* [party] */
  ParleyShift          *linkage;  /* [party]: what adjustments move; open terms apart */
  ParleyShift         **by_issue; /* [party][issue] */
  int                   own; /* whose step it is: the first that tabled the later draft; -1 when
                             * that is not said, or both are one draft */
  ParleyRedraftKind    *kinds; /* [party]: the step towards each other; UNKNOWN without an own side */
} ParleyRedraft;

ParleyRedraft *parley_redraft_new  (const ParleyScenario *scenario,
                                   const ParleyDraftAt *from,
                                   const ParleyDraftAt *to);

/* The same of two drafts of one scenario where a term that both leave open in the same way is taken
 * to be the same in both: then nobody has moved on it. */
ParleyRedraft *parley_redraft_new_alike (const ParleyScenario *scenario,
                                         const ParleyDraftAt  *from,
                                         const ParleyDraftAt  *to);
void           parley_redraft_free (ParleyRedraft *self);

/* The kind of a step that moves the own side by @own and the other by @other, each by anything
 * between its ends: known where all of that is of one kind. */
ParleyRedraftKind parley_redraft_kind (const ParleyShift *own, const ParleyShift *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyRedraft, parley_redraft_free)
