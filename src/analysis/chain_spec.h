/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/chain.h"
#include "analysis/posterior.h"

/* Fills in @self, which must be cleared, with what is believed of the numbers of @revealed, the
 * same as fit.c believes, and with those of its clues that teach something. */
void parley_chain_spec_init (ParleyChainSpec              *self,
                             const ParleyRevealed         *revealed,
                             const ParleyPosteriorRequest *request);

void parley_chain_spec_clear (ParleyChainSpec *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ParleyChainSpec, parley_chain_spec_clear)
