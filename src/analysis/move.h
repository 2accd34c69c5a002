/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/score.h"

/**
 * ParleyMoveKind:
 *
 * What a move from one draft to the next is, by what it does to its own side and to another (K.
 * Hindriks, C. Jonker and D. Tykhonov, "Analysis of negotiation dynamics", Cooperative Information
 * Agents XI, 2007).
 */
typedef enum
{
  PARLEY_MOVE_UNKNOWN,     /* it hangs on open terms, or a side has no score */
  PARLEY_MOVE_SILENT,      /* nothing changes for either */
  PARLEY_MOVE_NICE,        /* the other gains, the own side stays */
  PARLEY_MOVE_FORTUNATE,   /* both gain */
  PARLEY_MOVE_SELFISH,     /* the own side gains, the other does not */
  PARLEY_MOVE_CONCESSION,  /* the own side loses, the other does not */
  PARLEY_MOVE_UNFORTUNATE  /* the other loses, and the own side does not gain */
} ParleyMoveKind;

/* "concession" and so on; NULL for UNKNOWN. */
const char *parley_move_kind_to_string (ParleyMoveKind kind);

/* By how much a party's points move, at least and at most: a term that either draft leaves open may
 * be anything in each. */
typedef struct
{
  mpq_t low;
  mpq_t high;
} ParleyShift;

/**
 * ParleyMove:
 *
 * What changes for each party from one draft to another. Issues and parties are those of the first
 * draft's scenario; the other may be of another scenario with the same ids.
 */
typedef struct
{
  const ParleyDraftScore *from;
  const ParleyDraftScore *to;
  guint                   n_issues;
  guint                   n_parties;
  guint                  *party_in_to; /* [party]: its index in the other scenario */
  guint                  *issue_in_to;
  ParleyShift            *total;       /* [party] */
  ParleyShift            *linkage;     /* [party]: what adjustments move; open terms apart */
  ParleyShift           **by_issue;    /* [party][issue] */
  int                     own;         /* whose move it is: the first that tabled the later draft; -1
                           * when that is not said, or both are one draft */
  ParleyMoveKind         *kinds;       /* [party]: the move towards each other; UNKNOWN without an own
                           * side */
} ParleyMove;

/* Errors: PARLEY_ERROR_INPUT when the two scenarios have not the same issues and parties. */
ParleyMove *parley_move_new  (const ParleyDraftScore *from,
                             const ParleyDraftScore *to,
                             GError **error);
void        parley_move_free (ParleyMove *self);

/* The kind of a move that moves the own side by @own and the other by @other. */
ParleyMoveKind parley_move_kind (const ParleyShift *own, const ParleyShift *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyMove, parley_move_free)
