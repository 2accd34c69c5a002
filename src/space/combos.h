/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/space.h"

/**
 * ParleyCombos:
 *
 * The feasible choices for one block, in file order, and what comes with each: which values derived
 * issues take and which conditions hold. What holds whatever is chosen belongs to the first block.
 */
typedef struct
{
  const ParleySpace      *space; /* borrowed */
  const ParleyIssueBlock *block; /* borrowed */
  guint   n;
  GArray *factors;   /* of guint: those of the block */
  GArray *couplings; /* likewise, but for those that forbid */
  GArray *options;   /* of guint: [combo * n_axes + axis of the block] */
  GArray *values;    /* of guint: [combo * n_factors + factor]: which of its distinct values */
  GArray *holds;     /* of guint8: [combo * n_couplings + coupling] */
} ParleyCombos;

/* Which choices are looked at. */
typedef struct
{
  gboolean *const *kept; /* (nullable): [axis][option], what is no change */
  guint most_changes;    /* other choices have more; of no concern without @kept */
} ParleyComboLimits;

/**
 * parley_combos_new:
 * @limits: (nullable): NULL looks at all
 * @work: how many may be looked at; less those that were
 *
 * Returns: (transfer full) (nullable): NULL when they are more.
 */
ParleyCombos *parley_combos_new (const ParleySpace       *space,
                                 guint                    block,
                                 const ParleyComboLimits *limits,
                                 gsize                   *work);

/* All choices for every block of @space, that are no more than @work together, which becomes less
 * by them. Returns: (transfer full) (element-type ParleyCombos): one a block. Errors:
 * PARLEY_ERROR_LIMIT when they are more. */
GPtrArray *parley_combos_new_all (const ParleySpace *space, gsize *work, GError **error);

void parley_combos_free (ParleyCombos *self);

static inline const guint *
parley_combo_options (const ParleyCombos *self, guint combo)
{
  return &g_array_index (self->options, guint, (gsize) combo * self->block->n_axes);
}

/* The coupling number @index of the block. */
static inline const ParleyCoupling *
parley_combos_coupling (const ParleyCombos *self, guint index)
{
  return (const ParleyCoupling *) g_ptr_array_index (self->space->couplings,
                                                     g_array_index (self->couplings, guint, index));
}

static inline gboolean
parley_combo_holds (const ParleyCombos *self, guint combo, guint index)
{
  return g_array_index (self->holds, guint8, (gsize) combo * self->couplings->len + index);
}

/* Which value factor number @index of the block takes. */
static inline guint
parley_combo_value (const ParleyCombos *self, guint combo, guint index)
{
  return g_array_index (self->values, guint, (gsize) combo * self->factors->len + index);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyCombos, parley_combos_free)
