/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/limit.h"
#include "space/search.h"

/* What there would be without one red line. */
typedef struct
{
  guint    party;
  guint    item;        /* which of the party's red lines */
  mpz_t    n_deals;     /* acceptable without it */
  gboolean has_surplus; /* some deal would be acceptable */
  mpq_t    surplus;     /* then: the most that the worst-off party could have, in points */
} ParleyRedLineCost;

/* How far a party's reservation could rise, or would have to fall. */
typedef struct
{
  guint       party;
  ParleyLimit limit;
} ParleyReservationLimit;

/**
 * ParleyObstacles:
 *
 * What stands between the parties: what each red line costs, and how much each side can
 * ask, all else as it is, before no deal is left.
 */
typedef struct
{
  GPtrArray *red_lines;    /* of ParleyRedLineCost: of all parties that decide */
  GArray    *reservations; /* of ParleyReservationLimit: of those with a reservation */
} ParleyObstacles;

/* @frontier: of the acceptable deals; it says how far reservations could rise, but where there is
 * no deal, or consent is not always needed.
 * @with_counts: FALSE leaves out red lines.
 * Cost: a frontier and a count for each red line, a frontier for each reservation of which the
 * frontier does not say it. Errors: PARLEY_ERROR_LIMIT. */
ParleyObstacles *parley_obstacles_new (const ParleyAcceptance *acceptance,
                                       const ParleyFrontier   *frontier,
                                       gboolean                with_counts,
                                       GError                **error);

void parley_obstacles_free (ParleyObstacles *self);

/* Sets @surplus, in points, to that of the worst-off party. @scores: (array): of the slots of
 * @frontier, in their order, as a map has them. */
void parley_smallest_surplus (const ParleyFrontier *frontier,
                              GPtrArray            *utilities,
                              const ParleyScore    *scores,
                              mpq_ptr               surplus);

/* Sets @surplus to that of the worst-off party where it is best off, over the points of
 * @frontier. Returns: FALSE when there are none. */
gboolean parley_best_smallest_surplus (const ParleyFrontier *frontier,
                                       GPtrArray            *utilities,
                                       mpq_ptr               surplus);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyObstacles, parley_obstacles_free)
