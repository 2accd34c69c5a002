/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/revealed.h"

/**
 * parley_misfit:
 * @revealed: of which nothing fits
 * @belief: what it was made with
 * @points: (out): 0 where two decisions contradict each other on the spot
 *
 * By how many points the scores that the decisions to blame are about would all have to be off, at
 * least, for them to agree under what is believed. Exact. Returns: FALSE when there are more ways
 * to read them than PARLEY_MOST_READINGS, or it takes too much (fit.h). Cost: a programme
 * (programme.h) for each.
 */
gboolean parley_misfit (const ParleyRevealed *revealed, ParleyBelief belief, mpq_ptr points);
