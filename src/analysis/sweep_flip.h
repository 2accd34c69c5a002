/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/sweep.h"

/* Finds where cells of @self, whose rows are all there, differ between neighbours, and where
 * between them exactly (sweep.h). Errors: those of computing a point. */
gboolean parley_sweep_find_flips (ParleySweep                  *self,
                                  const ParleySweepSource      *source,
                                  const ParleyAgreementRequest *request,
                                  const ParleyCrew             *crew,
                                  GError                      **error);

/**
 * parley_sweep_candidates:
 * @path: of the input that moves
 * @from, @to: two neighbouring values
 *
 * Values between the two at which a cell may turn, as exact solutions in @scenario, where the input
 * is at @from: none where nothing can be solved. Returns: (transfer full) (element-type mpq_ptr).
 */
GPtrArray *parley_sweep_candidates (const ParleySweepColumn      *column,
                                    const ParleyScenario         *scenario,
                                    const char                   *path,
                                    mpq_srcptr                    from,
                                    mpq_srcptr                    to,
                                    const ParleyAgreementRequest *request);
