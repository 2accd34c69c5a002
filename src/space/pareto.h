/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/score.h"

/**
 * ParleyFront:
 *
 * The points that some set of paths reaches and that matter: none is dominated by another.
 * Points stand in descending lexicographic order of their scores, each once.
 *
 * A point is dominated when another has no lower score in any dimension and not the same
 * objectives. Points that differ in mere constraints only are all kept, so that none of
 * the deals on a point is lost.
 */
typedef struct
{
  gsize        n;
  guint        n_dims;
  ParleyScore *scores;  /* [point * n_dims + dim] */
  double      *n_paths; /* [point] that reach it: exact below 2^53, else near */
} ParleyFront;

/* A front moved by what a step brings. */
typedef struct
{
  const ParleyFront *front;
  const ParleyScore *gain; /* [dim] */
} ParleyShifted;

/**
 * ParleyNeeds:
 *
 * What the rest of the deal can do for a point, by dimension: one below @least can reach
 * no floor any more and is dropped; a constraint that has come to @enough is met whatever
 * follows, so more of it is worth nothing.
 */
typedef struct
{
  guint              n_dims;
  guint              n_objectives;
  const ParleyScore *least;
  const ParleyScore *enough;
  const ParleyScore *cut;       /* (nullable) [objective]: weights of a sum, */
  ParleyScore        cut_least; /* of which a point with less is dropped as well */
  gboolean           one_deal; /* one deal on a point of objectives will do: then constraints count
                           * like objectives, and fewer points matter */
} ParleyNeeds;

/* What stands for a front that has more points than it may. */
typedef enum
{
  PARLEY_THIN_TO_SOME, /* some of its points, spread evenly over it: the rest is lost */
  PARLEY_THIN_TO_COVER /* points of which one has no less in any dimension, for each of its */
} ParleyThinning;

/* One point of zeros, reached once. */
ParleyFront *parley_front_new_origin (guint n_dims);
void         parley_front_free       (ParleyFront *self);

/* Leaves at most @most points, at least 2. Cost: O(points * log). */
void parley_front_thin (ParleyFront *self, ParleyThinning thinning, gsize most);

/* The first @n_objectives dimensions alone. Returns: (transfer full). */
ParleyFront *parley_front_new_objectives (const ParleyFront *front, guint n_objectives);

/**
 * parley_front_join:
 * @steps: (array length=n_steps)
 *
 * The front of all points of the shifted fronts. Cost with n points in all: O(n log steps)
 * for two objectives; with a third dimension O(n log n) where the staircase of the other
 * two stays short; beyond, O(n * points kept).
 *
 * Sources: k sorted fronts are merged as in G. Nemhauser and Z. Ullmann, "Discrete dynamic
 * programming and capital allocation", Management Science 15, 1969; three dimensions
 * follow H. Kung, F. Luccio and F. Preparata, "On finding the maxima of a set of vectors",
 * Journal of the ACM 22, 1975.
 */
ParleyFront *parley_front_join (const ParleyShifted *steps,
                                guint n_steps,
                                const ParleyNeeds *needs);

/* The points whose first @n_dims scores are @scores: [first, end). Cost: O(log n). */
void parley_front_find (const ParleyFront *self,
                        const ParleyScore *scores,
                        guint              n_dims,
                        gsize             *first,
                        gsize             *end);

/* Lexicographic: below 0 when @a is less. */
static inline int
parley_front_compare (const ParleyScore *a, const ParleyScore *b, guint n)
{
  for (guint d = 0; d < n; d++)
    if (a[d] != b[d])
      return a[d] < b[d] ? -1 : 1;
  return 0;
}

static inline const ParleyScore *
parley_front_point (const ParleyFront *self, gsize point)
{
  return self->scores + point * self->n_dims;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyFront, parley_front_free)
