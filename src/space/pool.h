/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/acceptance.h"

/**
 * ParleyPool:
 *
 * All acceptable deals in a fixed order, none of them made before it is asked for.
 */
typedef struct
{
  GPtrArray *parts; /* one a group of acceptable deals */
  guint64    n;     /* deals */
} ParleyPool;

/* Errors: PARLEY_ERROR_LIMIT when deals can only be counted from their scores, or not at
 * all (tally.h). Cost: a count. */
ParleyPool *parley_pool_new (const ParleyAcceptance *acceptance, GError **error);

void parley_pool_free (ParleyPool *self);

/* The deals at @ranks ((array length=n_ranks): ascending, below the number of deals). Cost: see
 * parley_meeting_take(). Returns: (transfer full) (element-type guint*). */
GPtrArray *parley_pool_take (const ParleyPool *self, const guint64 *ranks, gsize n_ranks);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyPool, parley_pool_free)
