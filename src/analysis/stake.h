/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/utility.h"

typedef enum
{
  PARLEY_STAKE_OPPOSED, /* both care, and want different things */
  PARLEY_STAKE_ALONE,   /* only one of them cares */
  PARLEY_STAKE_SHARED,  /* both care, and want the same */
  PARLEY_STAKE_IDLE,    /* neither cares */
  PARLEY_STAKE_TANGLED  /* derived from issues that are worth something beside it, so that it
                         * cannot be had apart from these */
} ParleyStakeKind;

/**
 * ParleyStake:
 *
 * What one issue is worth between two parties, adjustments aside. A side's wish is the option
 * that scores most for it, of equals the one that scores most for the other side. An opposed
 * issue is worth to a side what its own wish brings over the wish of the other; one that it
 * alone cares for, what its best option brings over its worst.
 */
typedef struct
{
  guint           issue;
  ParleyStakeKind kind;
  gboolean        derived;
  guint           place;     /* of its axis in the domain, or derived of its factor in the space */
  guint           wish[2];   /* option of the axis, or value of the factor; unset when tangled */
  ParleyScore     points[2]; /* in the steps of each side; 0 where shared, idle or tangled */
} ParleyStake;

/**
 * parley_stakes_new:
 * @sides: (array fixed-size=2): the utilities of the two, over @space
 *
 * One stake an issue, in file order. A derived issue that has all the worth of the issues that it
 * follows from stands for these, which are left out. Cost: O(options).
 *
 * Returns: (transfer full) (element-type ParleyStake).
 */
GPtrArray *parley_stakes_new (const ParleySpace *space, const ParleyUtility *const *sides);

/* Those of @stakes that are worth points to a side, by how many points the first has for each of
 * the second, the most first; equals in file order. Returns: (transfer full) (element-type
 * ParleyStake): borrowed entries. */
GPtrArray *parley_stakes_by_rate (GPtrArray *stakes);

guint parley_stake_n_options (const ParleyStake *self, const ParleySpace *space);

/* What @option scores for a side, which is a utility over the space; 0 without weight. */
ParleyScore parley_stake_score (const ParleyStake *self, const ParleyUtility *side, guint option);

/* The number that @option stands for. Returns: (transfer none) (nullable): NULL of a choice. */
mpq_srcptr parley_stake_number (const ParleyStake *self, const ParleySpace *space, guint option);
