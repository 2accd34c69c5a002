/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/form.h"
#include "space/fronts.h"

/**
 * ParleyResolver:
 *
 * Solves the deals of a scenario again and again, draw by draw: whether there is one that all
 * accept, and which is the Nash deal. What does not hang on what is drawn is worked out once: the
 * choices of each block, without those that another is at least as good as for everybody. Where
 * values are drawn it changes with each draw: then each thread needs its own.
 */
typedef struct _ParleyResolver ParleyResolver;

/**
 * ParleyTrail:
 *
 * The Nash deals of some earlier draws. The best of them is still a good deal in the next one, and
 * bounds what a better one must bring: it makes solving faster, and changes nothing that is found.
 * Each thread has its own.
 */
typedef struct
{
  GPtrArray *deals; /* of guint*: [block] which choice; the last one found first */
} ParleyTrail;

ParleyTrail *parley_trail_new  (void);
void         parley_trail_free (ParleyTrail *self);

/* What is found in a draw. */
typedef struct
{
  gboolean exists;
  guint   *options;  /* [axis]: the Nash deal; one of those that tie */
  guint   *choices;  /* [block]: the same */
  gint64  *scores;   /* [party]: in steps times the weight sum; of parties that negotiate */
} ParleySolved;

/**
 * parley_resolver_new:
 * @combos: (element-type ParleyCombos): one a block of all deals
 *
 * Cost: O(choices^2) for each block. Deals are judged at the scenario's date.
 */
ParleyResolver *parley_resolver_new  (const ParleyDraws *draws, GPtrArray *combos);
void            parley_resolver_free (ParleyResolver *self);

/**
 * parley_resolver_solve:
 * @trail: (nullable): of the same resolver
 * @solved: (out): parley_solved_clear () frees what it holds
 *
 * Exact. Cost: that of a frontier (fronts.h) on a diagram of one node between two blocks.
 * Errors: PARLEY_ERROR_LIMIT.
 */
gboolean parley_resolver_solve (ParleyResolver   *self,
                                const ParleyDraw *draw,
                                ParleyTrail      *trail,
                                ParleySolved     *solved,
                                GError          **error);

void parley_solved_clear (ParleySolved *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyTrail, parley_trail_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyResolver, parley_resolver_free)
