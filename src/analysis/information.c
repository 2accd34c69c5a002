/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/information.h"

ParleyBet *
parley_bet_new (guint n_choices, guint n_states)
{
  ParleyBet *self = g_new0 (ParleyBet, 1);

  self->n_choices = n_choices;
  self->n_states = n_states;
  self->chances = parley_exact_array_new (n_states);
  self->payoffs = parley_exact_array_new (n_choices * n_states);
  return self;
}

void
parley_bet_free (ParleyBet *self)
{
  if (self == NULL)
    return;
  parley_exact_array_free (self->chances, self->n_states);
  parley_exact_array_free (self->payoffs, self->n_choices * self->n_states);
  g_free (self);
}

ParleyStudy *
parley_study_new (guint n_signals, guint n_states)
{
  ParleyStudy *self = g_new0 (ParleyStudy, 1);

  self->n_signals = n_signals;
  self->n_states = n_states;
  self->chances = parley_exact_array_new (n_signals * n_states);
  return self;
}

void
parley_study_free (ParleyStudy *self)
{
  if (self == NULL)
    return;
  parley_exact_array_free (self->chances, self->n_signals * self->n_states);
  g_free (self);
}

ParleyStudy *
parley_study_new_naming (guint n_states, mpq_srcptr accuracy)
{
  ParleyStudy *self = parley_study_new (n_states, n_states);
  mpq_t others;

  mpq_init (others);
  mpq_set_ui (others, 1, 1);
  mpq_sub (others, others, accuracy);
  mpz_mul_ui (mpq_denref (others), mpq_denref (others), MAX (n_states, 2) - 1);
  mpq_canonicalize (others);
  for (guint i = 0; i < n_states; i++)
    for (guint s = 0; s < n_states; s++)
      mpq_set (self->chances[(gsize) i * n_states + s], i == s ? accuracy : others);
  if (n_states == 1)
    mpq_set_ui (self->chances[0], 1, 1);
  mpq_clear (others);
  return self;
}

/* Sets @sum to what @choice pays on average, each state counting its chance times its entry in
 * @weights (nullable: 1). */
static void
pay (const ParleyBet *self, guint choice, mpq_t *weights, mpq_ptr sum)
{
  mpq_t part;

  mpq_init (part);
  mpq_set_ui (sum, 0, 1);
  for (guint s = 0; s < self->n_states; s++)
    {
      if (weights != NULL && mpq_sgn (weights[s]) == 0)
        continue;
      mpq_mul (part, self->chances[s], self->payoffs[(gsize) choice * self->n_states + s]);
      if (weights != NULL)
        mpq_mul (part, part, weights[s]);
      mpq_add (sum, sum, part);
    }
  mpq_clear (part);
}

/* Sets @most to the most that a choice pays by @weights. Returns: that choice: @usual if it pays as
 * much, else the first. */
static guint
choose (const ParleyBet *self, mpq_t *weights, guint usual, mpq_ptr most)
{
  guint best = usual;
  mpq_t sum;

  mpq_init (sum);
  pay (self, usual, weights, most);
  for (guint c = 0; c < self->n_choices; c++)
    {
      pay (self, c, weights, sum);
      if (mpq_cmp (sum, most) > 0)
        {
          best = c;
          mpq_set (most, sum);
        }
    }
  mpq_clear (sum);
  return best;
}

guint
parley_bet_best (const ParleyBet *self, mpq_ptr expected)
{
  return choose (self, NULL, 0, expected);
}

void
parley_bet_sample (const ParleyBet *self, const ParleyStudy *study, mpq_ptr value, guint *best)
{
  guint usual = 0;
  mpq_t expected;
  mpq_t most;

  mpq_inits (expected, most, NULL);
  usual = parley_bet_best (self, expected);
  mpq_neg (value, expected);
  for (guint i = 0; i < study->n_signals; i++)
    {
      guint choice = choose (self, study->chances + (gsize) i * study->n_states, usual, most);

      mpq_add (value, value, most);
      if (best != NULL)
        best[i] = choice;
    }
  mpq_clears (expected, most, NULL);
}

/* A study that is always right. */
void
parley_bet_perfect (const ParleyBet *self, mpq_ptr value, guint *best)
{
  g_autoptr(ParleyStudy) study = NULL;
  mpq_t certain;

  mpq_init (certain);
  mpq_set_ui (certain, 1, 1);
  study = parley_study_new_naming (self->n_states, certain);
  mpq_clear (certain);
  parley_bet_sample (self, study, value, best);
}
