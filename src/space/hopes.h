/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/watch.h"

/**
 * ParleyHopes:
 *
 * The most that each state of a watch can still bring, in each dimension.
 */
typedef struct
{
  guint         n_levels;
  guint         n_dims;
  ParleyScore **most; /* [level][state * n_dims + dim] */
} ParleyHopes;

/* Cost: O(states * options). Returns: (nullable): NULL when the watch brings no scores. */
ParleyHopes *parley_hopes_new  (const ParleyWatch *watch, guint n_dims);
void         parley_hopes_free (ParleyHopes *self);

/* Adds what may follow from a state, at best. @self: (nullable): nothing may. */
static inline void
parley_hopes_add (const ParleyHopes *self, guint level, guint state, ParleyScore *sums)
{
  if (self != NULL)
    parley_scores_add (sums, self->most[level] + (gsize) state * self->n_dims, self->n_dims);
}
