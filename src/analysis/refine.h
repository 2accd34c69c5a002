/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/filter.h"
#include "space/deal.h"

/* What a solution makes as great as it can: what moved from one deal to a better one. */
typedef enum
{
  PARLEY_GAIN_POSITIVE, /* Nash: how many surpluses are above 0 */
  PARLEY_GAIN_PRODUCT,  /* Nash: the product of those above 0 */
  PARLEY_GAIN_SMALLEST, /* leximin: the first of the sorted surpluses that differs */
  PARLEY_GAIN_SUM       /* utilitarian */
} ParleyGainKind;

/**
 * ParleyRefined:
 *
 * A solution of the grid, and the best deal that was found with the same choices and any
 * numbers. Both are deals of @space, a domain of few numbers, and so exact.
 */
typedef struct
{
  ParleySpace    *space;
  GPtrArray      *utilities; /* of ParleyUtility, over @space */
  ParleyOrder    *order;     /* likewise */
  ParleyDeal     *grid;
  ParleyDeal     *best;      /* the same as @grid unless it improves */
  gboolean        improves;
  ParleyGainKind  kind;
  guint           place;     /* SMALLEST: 0 for the smallest surplus, 1 for the next, … */
  mpq_t           before;    /* in points, their power, or shares as the order has them */
  mpq_t           after;
} ParleyRefined;

/* The search over the grid that found the solution. */
typedef struct
{
  const ParleySpace  *space;
  GPtrArray          *utilities;
  const ParleyScore  *ideal;  /* of its frontier, one a utility */
  const ParleyFilter *filter; /* (nullable) */
  GPtrArray          *among;  /* of ParleyTerms: what each issue may be, NULL for anything */
} ParleyGridSearch;

/**
 * parley_refine:
 * @starts: (element-type guint*): deals that tie for the solution, at least one
 *
 * Looks for better numbers between the grid values. The search is one in doubles (climb.h);
 * what it finds is rounded to numbers that people can write (variable.h), and these,
 * together with those of the grid, make a small domain in which the exact search says
 * what is acceptable and best. So what is returned is a fact about a deal; that there is
 * nothing better between the grid values is not known.
 *
 * Returns: (transfer full): of several starts the one that gains most. Errors:
 * PARLEY_ERROR_LIMIT, see space/frontier.h.
 */
ParleyRefined *parley_refine (const ParleyGridSearch *search,
                              ParleyOrderKind         kind,
                              GPtrArray              *starts,
                              GError                **error);

void parley_refined_free (ParleyRefined *self);

/* Whether the term of @axis is another than on the grid. */
gboolean parley_refined_moved (const ParleyRefined *self, guint axis);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyRefined, parley_refined_free)
