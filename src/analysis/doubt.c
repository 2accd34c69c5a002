/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/doubt.h"

static ParleyDoubt *
doubt_new (ParleyDoubtKind kind, guint party, guint n_states)
{
  ParleyDoubt *self = g_new0 (ParleyDoubt, 1);

  self->kind = kind;
  self->party = party;
  self->n_states = n_states;
  self->values = g_new0 (double, n_states);
  self->chances = parley_exact_array_new (n_states);
  return self;
}

void
parley_doubt_free (ParleyDoubt *self)
{
  if (self == NULL)
    return;
  parley_exact_array_free (self->chances, self->n_states);
  g_free (self->values);
  parley_guess_free (self->guess);
  g_free (self);
}

/* The value in the middle of each of as many equally likely parts. */
ParleyDoubt *
parley_doubt_new_number (const ParleyInput *input)
{
  ParleyDoubt *self = doubt_new (PARLEY_DOUBT_NUMBER, input->party, PARLEY_DOUBT_STRATA);

  self->input = *input;
  self->guess = parley_guess_new (input->number, PARLEY_SPREAD_TRIANGULAR);
  self->quantum = parley_exact_to_double (self->guess->quantum);
  for (guint s = 0; s < self->n_states; s++)
    {
      guint64 middle = (((guint64) 2 * s + 1) << 31) / PARLEY_DOUBT_STRATA;

      self->values[s] = parley_doubt_draw (self, (guint32) middle);
      mpq_set_ui (self->chances[s], 1, PARLEY_DOUBT_STRATA);
    }
  return self;
}

ParleyDoubt *
parley_doubt_new_red_line (const ParleyParty *party, guint index, guint item)
{
  const ParleyRedLine *line = g_ptr_array_index (party->red_lines, item);
  ParleyDoubt *self = doubt_new (PARLEY_DOUBT_RED_LINE, index, 2);

  self->item = item;
  self->values[1] = 1;
  mpq_set (self->chances[1], line->holds->value);
  mpq_set_ui (self->chances[0], 1, 1);
  mpq_sub (self->chances[0], self->chances[0], self->chances[1]);
  return self;
}

ParleyDoubt *
parley_doubt_new_no_deal (const ParleyParty *party, guint index)
{
  const GPtrArray *lottery = party->batna->lottery;
  ParleyDoubt *self = doubt_new (PARLEY_DOUBT_NO_DEAL, index, lottery->len);

  for (guint s = 0; s < lottery->len; s++)
    {
      const ParleyLotteryOutcome *outcome = g_ptr_array_index (lottery, s);

      self->values[s] = parley_exact_to_double (outcome->score->value);
      mpq_set (self->chances[s], outcome->p->value);
    }
  return self;
}

ParleyDoubt *
parley_doubt_new_term (guint draft, guint axis, guint n_options)
{
  ParleyDoubt *self = doubt_new (PARLEY_DOUBT_TERM, 0, MIN (n_options, PARLEY_DOUBT_MOST_TERMS));

  self->draft = draft;
  self->item = axis;
  self->n_options = n_options;
  return self;
}

ParleyDoubt *
parley_doubt_new_answer (guint party, guint draft)
{
  ParleyDoubt *self = doubt_new (PARLEY_DOUBT_ANSWER, party, 2);

  self->draft = draft;
  self->values[1] = 1;
  return self;
}

gboolean
parley_doubt_is_observed (const ParleyDoubt *self)
{
  return self->kind == PARLEY_DOUBT_TERM || self->kind == PARLEY_DOUBT_ANSWER;
}

double
parley_doubt_draw (const ParleyDoubt *self, guint32 random)
{
  double share = random / 4294967296.0;
  double below = 0;
  guint s = 0;

  if (self->kind == PARLEY_DOUBT_NUMBER)
    return (double) parley_guess_at (self->guess, random) * self->quantum;
  for (s = 0; s + 1 < self->n_states; s++)
    {
      below += parley_exact_to_double (self->chances[s]);
      if (share < below)
        break;
    }
  return self->values[s];
}

guint
parley_doubt_state_of (const ParleyDoubt *self, guint option)
{
  return (guint) ((guint64) option * self->n_states / self->n_options);
}

guint
parley_doubt_middle (const ParleyDoubt *self)
{
  double low = parley_exact_to_double (self->input.number->low);
  double high = parley_exact_to_double (self->input.number->high);
  guint s = 0;

  while (s < self->n_states && self->values[s] < (low + high) / 2)
    s++;
  return s;
}
