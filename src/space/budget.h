/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/*
 * How large the tables may become that answer a question, from the memory that one of them
 * may take, in bytes. Rounded figures of what was measured, all their columns included. The
 * same memory gives the same answers everywhere: what is too much does not hang on what a
 * machine has.
 */

#define PARLEY_BUDGET_DEFAULT 512000000
#define PARLEY_BUDGET_LEAST   16000000
#define PARLEY_BUDGET_MOST    64000000000

/* Arcs of a diagram (diagram.h). */
static inline gsize
parley_budget_arcs (gsize memory)
{
  return memory / 25;
}

/* Points of all fronts of a diagram (fronts.h). */
static inline gsize
parley_budget_points (gsize memory)
{
  return memory / 100;
}

static inline gsize
parley_budget_memory_of_points (gsize n_points)
{
  return n_points * 100;
}

/* Points where as many deals are counted from each (tally.h): numbers of any length. */
static inline gsize
parley_budget_counted_points (gsize memory)
{
  return memory / 250;
}

/* Ways of one list (meeting.h), and of all lists of a count together, one after the other. */
static inline gsize
parley_budget_ways (gsize memory)
{
  return memory / 128;
}

static inline gsize
parley_budget_all_ways (gsize memory)
{
  return memory / 5;
}
