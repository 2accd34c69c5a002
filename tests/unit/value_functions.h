/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/exact.h"

/**
 * ParleyPreorder:
 *
 * Alternatives in the order in which somebody puts them, and what each is on several criteria. What
 * that is worth is not known: it goes up, or stays, from each of a criterion's break points to the
 * next, in a straight line between them, and is 0 at the first. All criteria together are worth 1
 * at their last break points.
 */
typedef struct
{
  guint   n_criteria;
  guint  *n_breaks; /* [criterion]: 2 or more */
  mpq_t **breaks;   /* [criterion][break]: from worst to best, ascending or descending */
  guint   n_alternatives;
  mpq_t **grades; /* [alternative][criterion]: from the first to the last break point */
  guint  *places; /* [alternative]: the best first, never descending; the same when as good */
  mpq_t   apart;  /* by how much one is worth more than the next, at least */
} ParleyPreorder;

/**
 * ParleyUtastar:
 *
 * Value functions that agree with an order as far as any do (Y. Siskos and D. Yannacopoulos,
 * "UTASTAR: An ordinal regression method for building additive value functions", Investigação
 * Operacional 5, 1985). Each alternative may be worth more or less than the functions say; the sum
 * of these errors is least, and 0 where functions have that order.
 *
 * Mostly many do as well. So for each criterion those are found that make the most of it, and their
 * mean, which does as well too, is the answer. Where several make the most of it, it is the one
 * that the programme comes to first.
 */
typedef struct
{
  guint   n_criteria;
  guint   n_alternatives;
  guint   n_increments; /* of all criteria: one less than break points each */
  mpq_t   error;        /* the least sum */
  mpq_t **most;         /* [criterion][increment]: makes the most of the criterion */
  mpq_t  *increments;   /* [increment]: from one break point to the next, the first criterion first */
  mpq_t  *worth;        /* [alternative]: what the increments make of it, 0 to 1 */
} ParleyUtastar;

/* Returns: (transfer full). Cost: that of a programme (programme.h) with a number for each
 * increment and two for each alternative, and of as many more as there are criteria. */
ParleyUtastar *parley_utastar_new  (const ParleyPreorder *order);
void           parley_utastar_free (ParleyUtastar *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyUtastar, parley_utastar_free)
