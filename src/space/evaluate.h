/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/utility.h"

/**
 * ParleyTuple:
 *
 * What a deal is worth to each party.
 */
typedef struct
{
  const guint       *options; /* borrowed; one an axis */
  const ParleyScore *scores;  /* borrowed; one a utility, in its steps */
  guint64            crossed; /* bit p: it crosses a red line of party p */
  guint64            waived;  /* bit p: party p's consent is not needed */
} ParleyTuple;

/* What the deal of @options is worth, feasible or not; fills @scores (one a utility). */
ParleyTuple parley_evaluate (const ParleySpace *space,
                             GPtrArray         *utilities,
                             const guint       *options,
                             ParleyScore       *scores);

/* Whether the party of @slot must accept the deal and does not. */
gboolean parley_tuple_blocks (const ParleySpace *space,
                              GPtrArray         *utilities,
                              const ParleyTuple *tuple,
                              guint              slot);
