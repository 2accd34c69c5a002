/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/score.h"

/**
 * ParleyRanking:
 *
 * One party's scores of many combinations, with their order: sorted once, asked
 * many times.
 */
typedef struct
{
  gsize        n;
  ParleyScore *scores; /* by entry */
  ParleyScore *sorted; /* ascending */
  guint       *order;  /* the entry of each sorted score */
} ParleyRanking;

/* Takes @scores. Cost: O(n log n). */
ParleyRanking *parley_ranking_new_take (ParleyScore *scores, gsize n);
void          parley_ranking_free     (ParleyRanking *self);

/* How many scores are below @score, which is where it would stand. Cost: O(log n). */
gsize parley_ranking_count_below (const ParleyRanking *self, ParleyScore score);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyRanking, parley_ranking_free)
