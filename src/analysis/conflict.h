/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/leeway.h"

/* What can stand in the way of a deal. */
typedef enum
{
  PARLEY_CLASH_MOST_CHANGES, /* no more changes than so many */
  PARLEY_CLASH_AMONG,        /* terms that have been on the table */
  PARLEY_CLASH_FIXED,        /* an issue keeps the draft's own terms */
  PARLEY_CLASH_GIVEN,        /* what the draft says of how open terms hang together */
  PARLEY_CLASH_RULE,
  PARLEY_CLASH_RED_LINE,
  PARLEY_CLASH_RESERVATION
} ParleyClashKind;

typedef struct
{
  ParleyClashKind kind;
  guint           party; /* RED_LINE, RESERVATION */
  guint           item;  /* the issue (FIXED), or which of the rules, red lines or relations given */
} ParleyClash;

/**
 * ParleyConflict:
 *
 * Why no deal will do: demands that no deal meets together, though some would if any of them were
 * left out. There may be other such sets.
 */
typedef struct
{
  GArray *clashes; /* of ParleyClash */
} ParleyConflict;

/**
 * parley_conflict_find:
 * @most_changes: (nullable): a limit to the number of changes
 *
 * Of a draft that no amendment within @limits makes acceptable. Each demand is left out in turn,
 * and for good when there is no deal even so: the deletion filter (J. Chinneck and E. Dravnieks,
 * "Locating minimal infeasible constraint sets in linear programs", ORSA Journal on Computing 3,
 * 1991). Limits of one's own are tried first and reservations last, so the rest is what the parties
 * ask. Cost: for each demand, whether there is a deal (fronts.h). Errors: PARLEY_ERROR_LIMIT.
 */
ParleyConflict *parley_conflict_find (const ParleyScenario     *scenario,
                                      const ParleyDraft        *draft,
                                      const ParleyLeewayLimits *limits,
                                      const guint              *most_changes,
                                      GError                  **error);

void parley_conflict_free (ParleyConflict *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyConflict, parley_conflict_free)
