/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/acceptance.h"

/* How many deals of some set are feasible, how many each party accepts, and how
 * many all deciding parties accept. */
typedef struct
{
  guint  n_parties;
  mpz_t  feasible;
  mpz_t *by_party; /* one a utility */
  mpz_t  all;
} ParleyTally;

/* How much to count. */
typedef enum
{
  PARLEY_COUNT_TOTALS,
  PARLEY_COUNT_ALL_BY_OPTION,     /* and, for each option, what all accept */
  PARLEY_COUNT_EVERYONE_BY_OPTION /* and what is feasible and each party accepts */
} ParleyDetail;

/**
 * ParleyCounts:
 *
 * Tallies over a whole space and, when asked for, for each option of each axis over the
 * deals that contain it.
 */
typedef struct
{
  guint         n_axes;
  ParleyTally   total;
  guint        *n_options; /* [axis] */
  ParleyTally **by_option; /* [axis][option]: as far as was asked for; NULL with TOTALS */
} ParleyCounts;

/* The order of axes in which the acceptable deals are counted with little work (tally.h).
 * Returns: (transfer full) (array): for ParleyAcceptance.order. */
guint *parley_count_plan (const ParleyAcceptance *acceptance);

/* The same when it is found with small diagrams, else NULL: always of some sixty axes and more. */
guint *parley_count_plan_in_brief (const ParleyAcceptance *acceptance);

/**
 * parley_count:
 *
 * Counts exactly, without looking at every deal. @acceptance says within which bounds,
 * and whether red lines count; without an order it is planned. Cost: a tally (tally.h) for each
 * party and each group of acceptable deals. Errors: PARLEY_ERROR_LIMIT when there are more deals
 * than can be counted.
 */
ParleyCounts *parley_count (const ParleyAcceptance *acceptance,
                            ParleyDetail detail,
                            GError **error);

void parley_counts_free (ParleyCounts *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyCounts, parley_counts_free)
