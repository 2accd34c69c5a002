/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/chain.h"
#include "analysis/posterior.h"

/**
 * ParleyPosteriorDraws:
 *
 * Draws of what is believed, and of what the record leaves of it. As long as enough of the former
 * fit, the latter are such as fit: draws that have nothing to do with each other, and cost next to
 * nothing. Of a record that leaves little they come from chains (chain.h), clue by clue.
 */
typedef struct
{
  double *before;  /* [draw * numbers + number] */
  double *after;   /* likewise */
  double *chances; /* [clue of the specification]: how likely it was by the earlier ones */
  double  left;       /* all chances together */
  double  left_error; /* its standard error at most; where no draw fitted, what it is at most */
} ParleyPosteriorDraws;

/* The same for any number of threads. Returns: FALSE with PARLEY_ERROR_LIMIT when no draw fits. */
gboolean parley_posterior_draws_make (ParleyPosteriorDraws         *self,
                                      const ParleyChainSpec        *spec,
                                      const ParleyPosteriorRequest *request,
                                      GError                      **error);

void parley_posterior_draws_clear (ParleyPosteriorDraws *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ParleyPosteriorDraws, parley_posterior_draws_clear)
