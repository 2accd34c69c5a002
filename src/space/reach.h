/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/space.h"

/* In how many feasible deals something happens. */
typedef enum
{
  PARLEY_NONE,
  PARLEY_SOME,
  PARLEY_ALL
} ParleyShare;

/**
 * ParleyReach:
 *
 * What the feasible deals of a space contain: which options and derived values
 * occur at all, and whether each coupling matches in all, some or none of them.
 */
typedef struct
{
  gboolean      feasible; /* FALSE: there is no feasible deal, and nothing is reached */
  guint         n_axes;
  guint         n_factors;
  gboolean    **options;   /* [axis][option] */
  gboolean    **values;    /* [factor][distinct value] */
  ParleyShare  *couplings; /* [coupling] */
} ParleyReach;

/* Cost: O(sum of block sizes). */
ParleyReach *parley_reach_new  (const ParleySpace *space);
void         parley_reach_free (ParleyReach *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyReach, parley_reach_free)
