/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/*
 * How large the tables may become that answer a question, from the memory that those of
 * a search, or of the counts beside it, may take, in bytes. Rounded figures of what was measured,
 * all their columns included. The same memory gives the same answers everywhere: what is too much
 * does not hang on what a machine has.
 */

#define PARLEY_BUDGET_DEFAULT 512000000
#define PARLEY_BUDGET_LEAST   16000000
#define PARLEY_BUDGET_MOST    64000000000

/* Arcs of a diagram (diagram.h), and what each may take while it is built. */
#define PARLEY_BUDGET_ARC 25

static inline gsize
parley_budget_arcs (gsize memory)
{
  return memory / PARLEY_BUDGET_ARC;
}

/* Points of all fronts of a diagram (fronts.h). */
static inline gsize
parley_budget_points (gsize memory)
{
  return memory / 100;
}

/* Points where as many deals are counted from each (tally.h): numbers of any length. */
static inline gsize
parley_budget_counted_points (gsize memory)
{
  return memory / 250;
}

/* Of the memory: a part so small that what fits into it need not share with others. */
#define PARLEY_BUDGET_SMALL 16

/* Ways of one list (meeting.h). */
static inline gsize
parley_budget_ways (gsize memory)
{
  return memory / 128;
}

/* Ways of all lists of a count together, one after the other. */
static inline gsize
parley_budget_all_ways (gsize memory)
{
  return memory / 5;
}

/* What a way takes of either of the two lists that are counted against each other, in so many
 * dimensions: some columns, and what they are sorted in. Wide columns (meeting.c) come on top. */
static inline gsize
parley_budget_way (guint n_dims)
{
  return 48 + 4 * (gsize) MAX (4, n_dims);
}

/* How many times as long a point of more than three dimensions takes as one of fewer, about, when
 * some hundred thousand are compared; 0 for these. */
static inline gsize
parley_budget_burden (guint n_dims)
{
  return n_dims > 3 ? 5 * (gsize) (n_dims - 3) * (n_dims - 2) : 0;
}

/**
 * ParleyBudget:
 *
 * How much a search for deals may cost before it is no longer exact, and what is done then.
 */
typedef struct
{
  gsize most_arcs;   /* of an exact diagram (diagram.h) */
  gsize most_points; /* of the fronts on it, in all (fronts.h) */
  guint beam;        /* beyond either: nodes of a layer of a restricted and of a relaxed diagram
                      * (beam.h); 0: refuse */
  gsize part_arcs;   /* of these, in one group: what makes them narrower still */
  gsize part_points; /* that fronts on them are joined from, in all groups: what makes these
                      * thinner */
} ParleyBudget;

/* Of a budget, in this unit: its numbers are far from overflowing with PARLEY_BUDGET_MOST. */
#define PARLEY_BUDGET_PARTS 1000000

/**
 * parley_budget_beside:
 *
 * What @whole leaves for more of both beside diagrams with @n_arcs and fronts with @n_points that
 * stay: an arc that is not under way any more takes half of what it took then.
 */
static inline ParleyBudget
parley_budget_beside (const ParleyBudget *whole, gsize n_arcs, gsize n_points)
{
  ParleyBudget rest = *whole;
  gsize taken = PARLEY_BUDGET_PARTS * n_points / MAX (1, whole->most_points)
                + PARLEY_BUDGET_PARTS * n_arcs / MAX (1, 2 * whole->most_arcs);

  taken = MIN (taken, PARLEY_BUDGET_PARTS);
  rest.most_arcs -= rest.most_arcs * taken / PARLEY_BUDGET_PARTS;
  rest.most_points -= rest.most_points * taken / PARLEY_BUDGET_PARTS;
  return rest;
}

/* For what is left out when it cannot be exact. */
static inline ParleyBudget
parley_budget_exact (gsize memory)
{
  return (ParleyBudget){ parley_budget_arcs (memory), parley_budget_points (memory), 0, 0, 0 };
}

/* For what may be the best found, in some seconds beyond the exact search. */
static inline ParleyBudget
parley_budget_usual (gsize memory)
{
  return (ParleyBudget){ parley_budget_arcs (memory), parley_budget_points (memory), 1000, 100000,
                         parley_budget_points (memory) };
}
