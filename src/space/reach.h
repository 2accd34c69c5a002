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

/**
 * parley_reach_new:
 *
 * Reads it off a diagram of all deals (diagram.h), or where that would not be small, off
 * one for each coupling and derived issue. Errors: PARLEY_ERROR_LIMIT when a diagram is too
 * wide.
 */
ParleyReach *parley_reach_new  (const ParleySpace *space, GError **error);
void         parley_reach_free (ParleyReach *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyReach, parley_reach_free)
