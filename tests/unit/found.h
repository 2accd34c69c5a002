/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sample.h"
#include "space/search.h"

/* What was compared, so that no comparison is one of nothing with nothing. */
typedef struct
{
  guint n_acceptable;
  guint n_none; /* samples without an acceptable deal */
  guint n_misses;
  guint n_waived_misses;
  guint n_bounded;
  guint n_tied_points;
} ParleyFoundSeen;

/* Passes when what was found in @sample by @query is what one finds by going through all of its
 * deals by hand: counts, the frontier and its deals, the list of the best, and the nearest miss.
 * Adds to @seen. */
void parley_found_expect (const ParleySample *sample,
                          const ParleyQuery *query,
                          const ParleyFindings *findings,
                          ParleyFoundSeen *seen);
