/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/polytope_rows.h"

/**
 * parley_share_rows_solve:
 * @left_out: (nullable): [row] those that do not count
 * @inside: (out caller-allocates): [share] shares for which no row holds with equality that need
 * not
 * @tight: (out caller-allocates): [row] whether it holds with equality for all shares there are
 * @exists: (out): whether there are any; if not, nothing else is set
 *
 * Shares, 0 or more or not, that sum to 1 and agree with @rows. One linear programme: of the cone
 * of all multiples of such shares, a point with as many rows as possible that are apart by 1 (R.
 * Freund, R. Roundy and M. Todd, "Identifying the set of always-active constraints in a system of
 * linear inequalities by a single linear program", MIT 1985). It is solved in fractions: rows are
 * scaled to whole numbers first, that doubles hold without rounding.
 *
 * Returns: FALSE with @error set to PARLEY_ERROR_LIMIT when they would be too large.
 */
gboolean parley_share_rows_solve (const GPtrArray *rows,
                                  const gboolean  *left_out,
                                  double          *inside,
                                  gboolean        *tight,
                                  gboolean        *exists,
                                  GError         **error);

/* Says in @error which of @rows, that no shares agree with, contradict each other: without any one
 * of these, the others would not. */
void parley_share_rows_blame (const GPtrArray *rows, GError **error);
