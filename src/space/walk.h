/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/utility.h"

/**
 * ParleyTuple:
 *
 * One feasible combination met on a walk, with what it is worth. When the walk
 * covers all axes it is a deal. Valid during the visit only.
 */
typedef struct
{
  const guint       *options; /* one an axis of the space; only walked axes are set */
  const ParleyScore *scores;  /* one a utility of the walk, in its steps */
  guint64            crossed; /* bit p: it crosses a red line of party p */
  guint64            waived;  /* bit p: party p's consent is not needed */
} ParleyTuple;

/* Returns: FALSE to end the walk. */
typedef gboolean (*ParleyVisit) (const ParleyTuple *tuple, gpointer data);

/**
 * parley_walk:
 * @axes: (array length=n_axes): ascending; a union of whole blocks
 * @utilities: (element-type ParleyUtility): whose scores are wanted
 *
 * Visits every feasible combination of @axes in file order: the first axis varies
 * slowest. A condition is looked at as soon as its last axis is set, so what a
 * rule forbids early is never entered. Cost: O(combinations), no memory for them.
 *
 * Returns: FALSE when a visit ended the walk.
 */
gboolean parley_walk (const ParleySpace *space,
                      const guint       *axes,
                      guint              n_axes,
                      GPtrArray         *utilities,
                      ParleyVisit        visit,
                      gpointer           data);

/* What a whole deal is worth, feasible or not: fills @scores (one a utility) and
 * returns the tuple that a walk would show for it. */
ParleyTuple parley_evaluate (const ParleySpace *space,
                             GPtrArray         *utilities,
                             const guint       *options,
                             ParleyScore       *scores);

/* A score that says by itself whether the party likes the deal: it reaches the
 * reservation if and only if no red line is crossed and the score proper reaches it.
 * Adds up over blocks like a score. */
static inline ParleyScore
parley_tuple_verdict_score (const ParleyTuple *self, guint slot, guint party, gboolean red_lines)
{
  gboolean crossed = red_lines && (self->crossed >> party & 1) != 0;

  return self->scores[slot] - (crossed ? PARLEY_SCORE_CROSSED : 0);
}

static inline gboolean
parley_tuple_is_waived (const ParleyTuple *self, guint party)
{
  return (self->waived >> party & 1) != 0;
}

/* Whether the party of @slot must accept the deal and does not. */
gboolean parley_tuple_blocks (const ParleySpace *space,
                              GPtrArray         *utilities,
                              const ParleyTuple *tuple,
                              guint              slot);
