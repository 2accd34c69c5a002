/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * ParleyWalk:
 *
 * Steps within a set of points: those whose distances from all walls are not negative. A step moves
 * one coordinate to anywhere within the walls, all places being as likely; so after many steps all
 * points are as likely.
 */
typedef struct
{
  guint    dimension;
  guint    n_walls;
  double  *slopes;    /* [coordinate][wall]: how much nearer the wall comes */
  double  *distances; /* [wall], at the point where all coordinates are 0 */
} ParleyWalk;

/* Where the numbers come from that a walk goes by. */
typedef struct
{
  guint64 seed;
  guint64 index;
  guint32 n_blocks; /* that have been taken */
  guint32 numbers[4];
  guint   n_left;
} ParleyWalkNumbers;

/* All slopes and distances 0. */
ParleyWalk *parley_walk_new  (guint dimension, guint n_walls);
void        parley_walk_free (ParleyWalk *self);

/**
 * parley_walk_go:
 * @point: (inout): [coordinate]
 * @distances: (out caller-allocates): [wall]
 *
 * @n_rounds rounds of a step in each direction. Cost: O(dimension · walls) a round.
 */
void parley_walk_go (const ParleyWalk  *self,
                     ParleyWalkNumbers *numbers,
                     guint              n_rounds,
                     double            *point,
                     double            *distances);

/* @self in coordinates of which those of @self are sums: the point @origin and, for each new
 * coordinate, the old ones times @axes[old][new]. Returns: (transfer full). */
ParleyWalk *parley_walk_turn (const ParleyWalk *self, const double *origin, const double *axes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyWalk, parley_walk_free)
