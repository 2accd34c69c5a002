/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/exact.h"

/**
 * ParleyBet:
 *
 * A choice to be made before it is known which of several states holds: the chance of each, and
 * what each choice pays in each. Exact. (H. Raiffa, "Decision Analysis", Addison-Wesley 1968.)
 */
typedef struct
{
  guint  n_choices;
  guint  n_states;
  mpq_t *chances; /* [state]: sum to 1 */
  mpq_t *payoffs; /* [choice][state] */
} ParleyBet;

/**
 * ParleyStudy:
 *
 * Something that tells more about the state: how likely it is to say what in each.
 */
typedef struct
{
  guint  n_signals;
  guint  n_states;
  mpq_t *chances; /* [signal][state]: sum to 1 over the signals */
} ParleyStudy;

/* All zeros. */
ParleyBet *parley_bet_new  (guint n_choices, guint n_states);
void       parley_bet_free (ParleyBet *self);

ParleyStudy *parley_study_new  (guint n_signals, guint n_states);
void         parley_study_free (ParleyStudy *self);

/* A study that names a state, and with chance @accuracy the right one; else any other, all alike.
 * Of a single state it names that. Returns: (transfer full). */
ParleyStudy *parley_study_new_naming (guint n_states, mpq_srcptr accuracy);

/* Sets @expected to what the best choice pays on average when nothing more is known. Returns: that
 * choice; of several the first. */
guint parley_bet_best (const ParleyBet *self, mpq_ptr expected);

/* Sets @value to the expected value of perfect information: what it adds on average to know the
 * state before choosing. @best: (out caller-allocates) (nullable): [state]: what to choose then; of
 * several choices the first, but that of parley_bet_best() where it is among them. */
void parley_bet_perfect (const ParleyBet *self, mpq_ptr value, guint *best);

/* Sets @value to the expected value of sample information: what it adds on average to know what
 * @study says before choosing. @best: (out caller-allocates) (nullable): [signal]: likewise. */
void parley_bet_sample (const ParleyBet   *self,
                        const ParleyStudy *study,
                        mpq_ptr            value,
                        guint             *best);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyBet, parley_bet_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyStudy, parley_study_free)
