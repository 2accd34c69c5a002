/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/filter.h"
#include "analysis/gap.h"
#include "space/search.h"

typedef enum
{
  PARLEY_NASH,
  PARLEY_KALAI_SMORODINSKY,
  PARLEY_EGALITARIAN,
  PARLEY_UTILITARIAN,
  PARLEY_N_SOLUTIONS
} ParleySolution;

typedef enum
{
  PARLEY_MAP_NONE,
  PARLEY_MAP_PAIR, /* of two issues */
  PARLEY_MAP_ALL   /* of every two issues */
} ParleyMapWanted;

/* What to look for; see docs/manual.md for the meaning of each. */
typedef struct
{
  ParleyAmong         among;
  guint               among_party;
  const ParleyFilter *filter; /* (nullable) */
  ParleyOrderKind     by;
  guint               by_party;  /* for PARLEY_ORDER_PARTY */
  gboolean            efficient; /* list efficient deals only */
  gboolean            frontier;  /* show every point of it; for whoever writes the report */
  gboolean            count;     /* FALSE: leave the counts out */
  guint               n_top;
  guint               n_ties;
  const ParleyCrew   *crew;     /* (nullable): does what comes in tasks */
  gsize               memory;   /* for each table, in bytes (space/budget.h) */
  const ParleyBudget *budget;   /* (nullable): NULL refuses what cannot be exact */
  guint               n_sample; /* deals to draw at random; 0: none */
  guint64             seed;
  ParleyMapWanted     map;
  guint               map_issues[2]; /* for PARLEY_MAP_PAIR */
  gboolean            best_of_maps; /* with the best deal of each pair of options; for
                          * PARLEY_MAP_ALL, where it takes most of the time */
  gboolean            refine;   /* look between the grid values of range issues */
} ParleyDealsRequest;

/* Of how many points that tie for a solution the deals are looked up. Where what one party gains
 * the other always loses, all points of a frontier tie. */
#define PARLEY_MOST_TIED 1000

/* An efficient point that a solution picks, and the first n_ties of its deals. */
typedef struct
{
  const ParleyPoint *point; /* borrowed from the frontier */
  GPtrArray         *deals; /* of guint *: one option an axis, in file order */
} ParleyLandmark;

/**
 * ParleyLandscape:
 *
 * The deals of one domain: how many there are, who accepts how many, and what
 * stands out among those that all accept.
 */
typedef struct
{
  ParleySpace     *space;
  GPtrArray       *utilities; /* of ParleyUtility, one a party */
  mpz_t            n_deals;   /* written down: rules and filters aside */
  ParleyFindings  *findings;
  guint            n_tied[PARLEY_N_SOLUTIONS];    /* points that tie */
  GHashTable      *picked; /* ParleyPoint to a bit for each solution that it is */
  GPtrArray       *solutions[PARLEY_N_SOLUTIONS]; /* of ParleyLandmark: those that tie; of more
                                             * than PARLEY_MOST_TIED and n_ties the first */
  ParleyScore     *ideal;     /* one a utility; meaningless when nothing is acceptable */
  ParleyScore     *nadir;
  ParleyGap       *gap;       /* what may be better than what was found; NULL: nothing */
} ParleyLandscape;

/* What makes one point better than another for @solution. */
ParleyOrderKind parley_solution_order (ParleySolution solution);

/* The points of @frontier that @solution picks; none of an empty one. @ideal: (array): the best
 * score of each slot's party on it, for PARLEY_KALAI_SMORODINSKY.
 * Returns: (transfer container) (element-type ParleyPoint). */
GPtrArray *parley_solution_points (ParleySolution        solution,
                                   const ParleyFrontier *frontier,
                                   GPtrArray            *utilities,
                                   const ParleyScore    *ideal);

/* The first of @points with their first deals, in file order.
 * Returns: (transfer full) (element-type ParleyLandmark). */
GPtrArray *parley_landmarks_new (const ParleyFrontier *frontier,
                                 const GPtrArray      *points,
                                 guint                 n_ties);

/**
 * parley_landscape_new:
 *
 * Searches the deals of @among for what @request asks of all of them: the frontier, solutions,
 * counts and the best deals. Errors: PARLEY_ERROR_LIMIT, see space/search.h.
 */
ParleyLandscape *parley_landscape_new (const ParleyScenario     *scenario,
                                       const ParleyDealsRequest *request,
                                       ParleyAmong               among,
                                       GError                  **error);

void parley_landscape_free (ParleyLandscape *self);

/* Whether @point, of the frontier, is one of those that a solution picks. */
gboolean parley_landscape_picks (const ParleyLandscape *self,
                                 ParleySolution         solution,
                                 const ParleyPoint     *point);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyLandscape, parley_landscape_free)
