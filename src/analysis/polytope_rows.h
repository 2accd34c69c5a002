/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/polytope.h"

/* One inequality: the shares, each times its factor, come to at most @most. */
typedef struct
{
  guint  n_shares;
  mpq_t *factors;
  mpq_t  most;
  char  *text; /* "security is at least 60 %" */
} ParleyShareRow;

/* What @spec says, as inequalities. That shares sum to 1 is not among them. Returns: (transfer
 * full) (element-type ParleyShareRow). */
GPtrArray *parley_share_rows_new (const ParleyPolytopeSpec *spec);

/* TRUE unless single bounds, or their sums, contradict each other at a glance: then @error says
 * so in figures. */
gboolean parley_share_bounds_check (const ParleyPolytopeSpec *spec, GError **error);
