/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/score.h"

/* One half's entries seen from a deciding party. */
typedef struct
{
  const ParleyScore *mine;   /* of the half that asks */
  const ParleyScore *theirs; /* of the half that is asked */
  ParleyScore        reservation;
} ParleyDimension;

/**
 * parley_sweep_one:
 * @counts: (array length=n_mine) (out caller-allocates)
 *
 * For each of my entries, how many of theirs take the sum to the reservation.
 * Cost: O((n_mine + n_theirs) log n_theirs).
 */
void parley_sweep_one (const ParleyDimension *dimension, gsize n_mine, gsize n_theirs, guint64 *counts);

/* The same for two parties at once: one is swept in order of score while a Fenwick
 * tree over the ranks of the other answers (P. Fenwick, "A new data structure for
 * cumulative frequency tables", Software: Practice and Experience 24, 1994). */
void parley_sweep_two (const ParleyDimension *dimensions, gsize n_mine, gsize n_theirs, guint64 *counts);

/* Any number of parties, pair by pair: O(n_mine n_theirs). */
void parley_sweep_many (const ParleyDimension *dimensions,
                        guint                  n_dimensions,
                        gsize                  n_mine,
                        gsize                  n_theirs,
                        guint64               *counts);

/* The first index of ascending @sorted that is not below @score; @n when all are. */
gsize parley_lower_bound (const ParleyScore *sorted, gsize n, ParleyScore score);

/* Returns: (transfer full): a sorted copy, ascending. */
ParleyScore *parley_scores_sorted (const ParleyScore *scores, gsize n);
