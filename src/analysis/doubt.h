/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/guess.h"
#include "analysis/input.h"

/* Something that is not known when a choice is made. */
typedef enum
{
  PARLEY_DOUBT_NUMBER,   /* a number with a range */
  PARLEY_DOUBT_RED_LINE, /* whether it holds */
  PARLEY_DOUBT_NO_DEAL,  /* how no deal turns out for who chooses */
  PARLEY_DOUBT_TERM,     /* what an open term of a draft is */
  PARLEY_DOUBT_ANSWER    /* whether a party accepts a draft */
} ParleyDoubtKind;

/* In how many equally likely values a number with a range is told apart. */
#define PARLEY_DOUBT_STRATA 32

/* Options of an open term beyond this many are told apart in groups of neighbours. */
#define PARLEY_DOUBT_MOST_TERMS 12

/**
 * ParleyDoubt:
 *
 * One uncertain thing with what it may turn out to be: its states.
 */
typedef struct
{
  ParleyDoubtKind kind;
  guint           party;    /* all but TERM: whose */
  ParleyInput     input;    /* NUMBER */
  ParleyGuess    *guess;    /* NUMBER */
  double          quantum;  /* NUMBER: of the guess */
  guint           item;     /* RED_LINE: which of the party's; TERM: the axis */
  guint           draft;    /* TERM, ANSWER: of the scenario */
  guint           n_options; /* TERM: that the states are groups of */
  guint           n_states;
  double         *values;   /* [state], ascending for NUMBER: its values; RED_LINE: 0 and 1, where it
                   * holds; NO_DEAL: scores */
  mpq_t          *chances;  /* [state]; zeros where it is observed */
} ParleyDoubt;

/* @input has a range that is no point. */
ParleyDoubt *parley_doubt_new_number (const ParleyInput *input);

/* Red line @item of @party, that may hold or not. */
ParleyDoubt *parley_doubt_new_red_line (const ParleyParty *party, guint index, guint item);

/* How no deal turns out for @party, of which that is written. */
ParleyDoubt *parley_doubt_new_no_deal (const ParleyParty *party, guint index);

ParleyDoubt *parley_doubt_new_term (guint draft, guint axis, guint n_options);

/* What @party, one that must accept, says to @draft. */
ParleyDoubt *parley_doubt_new_answer (guint party, guint draft);

void parley_doubt_free (ParleyDoubt *self);

/* Whether its states follow from draws of other things: TERM and ANSWER. */
gboolean parley_doubt_is_observed (const ParleyDoubt *self);

/* The value that the share @random / 2^32 of all draws stays below, where it is not observed. That
 * of NUMBER is drawn from all quanta of its guess, which are more than its states. */
double parley_doubt_draw (const ParleyDoubt *self, guint32 random);

/* The state of TERM for @option of its axis. */
guint parley_doubt_state_of (const ParleyDoubt *self, guint option);

/* The first state of NUMBER that is in the upper half of its range, or n_states. */
guint parley_doubt_middle (const ParleyDoubt *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyDoubt, parley_doubt_free)
