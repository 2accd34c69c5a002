/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/factor.h"

/* A state from which several outputs can still follow. */
#define PARLEY_UNDECIDED (-1)

/**
 * ParleyAutomaton:
 *
 * A function of a few axes that are read one after the other: whether a condition holds,
 * or which value a derived issue takes. A state of level k stands for all that the first k
 * axes leave open, so choices that leave the same open share a state and the automaton is
 * as small as it can be (R. E. Bryant, "Graph-based algorithms for Boolean function
 * manipulation", IEEE Transactions on Computers 35, 1986, for options instead of bits).
 */
typedef struct
{
  guint     n_levels;
  guint    *places;    /* [level] of the axis in the order of reading: ascending */
  guint    *n_options; /* [level] */
  guint    *n_states;  /* [level], and at n_levels the number of outputs */
  guint   **next;      /* [level][state * n_options + option]: a state of the next level */
  gint32  **decided;   /* [level][state]: the output that is certain, or PARLEY_UNDECIDED */
} ParleyAutomaton;

/* TRUE (1) when the option on @place is one of those that @accepts flags. */
ParleyAutomaton *parley_automaton_new_leaf (guint place, guint n_options, const gboolean *accepts);

/* The value index of @factor, or where @accepts is not NULL whether that flags it.
 * @place_of_axis: where each axis of the domain is read. */
ParleyAutomaton *parley_automaton_new_factor (const ParleyFactor *factor,
                                              const ParleyDomain *domain,
                                              const guint        *place_of_axis,
                                              const gboolean     *accepts);

/* The same with its outputs 0 and 1 swapped. Takes @self; NULL gives NULL. */
ParleyAutomaton *parley_automaton_take_not (ParleyAutomaton *self);

/* Both hold, or with @any one of the two. Takes its arguments, of which @a may be NULL.
 * Cost: O(product of their states). Returns: NULL when @a is, and when a level would have
 * more than a hundred thousand states. */
ParleyAutomaton *parley_automaton_take_join (ParleyAutomaton *a, ParleyAutomaton *b, gboolean any);

/* Has no axes and always gives @output of 0 and 1. */
ParleyAutomaton *parley_automaton_new_constant (guint output);

void parley_automaton_free (ParleyAutomaton *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyAutomaton, parley_automaton_free)
