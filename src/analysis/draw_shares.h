/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/draws.h"

/* The weight shares that @party may have, by its ranges or ranking and by those of @rules
 * (nullable) (element-type ParleyShareRule) that are about it. Errors: PARLEY_ERROR_INPUT when
 * there are none. */
ParleyPolytope *parley_draw_polytope_new (const ParleyScenario *scenario,
                                          guint                 party,
                                          const GPtrArray      *rules,
                                          GError              **error);

/* How many weights @party has. */
guint parley_draw_n_shares (const ParleyParty *party);

/* How many random numbers each share takes. */
#define PARLEY_DIRICHLET_RANDOMS 2

/* Shares around those that are written: each issue's part of gamma variates (L. Devroye,
 * "Non-uniform random variate generation", 1986, XI.4). @shares: (out) [weight].
 */
void parley_draw_dirichlet (const ParleyParty *party,
                            double             concentration,
                            const guint32     *randoms,
                            double            *shares);
