/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/stake.h"

/**
 * ParleyMiddle:
 *
 * An option of an opposed issue that gives the two sides more together than sharing out what is
 * at stake: of that, parts that come to more than 1.
 */
typedef struct
{
  const ParleyStake *stake; /* borrowed */
  guint              option;
  mpq_t              part[2]; /* of what is at stake: 1 is a side's own wish, 0 that of the other */
} ParleyMiddle;

/* The options of @stakes that do most so, one an issue, in file order. Returns: (transfer full)
 * (element-type ParleyMiddle). */
GPtrArray *parley_middles_new (const ParleySpace          *space,
                               const ParleyUtility *const *sides,
                               GPtrArray                  *stakes);

/* Sets @parts (array fixed-size=2) to what @option gives each side of an issue that has points for
 * both, 1 being its own wish and 0 that of the other. */
void parley_stake_parts (const ParleyStake          *stake,
                         const ParleyUtility *const *sides,
                         guint                       option,
                         mpq_t                      *parts);
