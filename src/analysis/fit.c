/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/fit.h"

static void
row_free (gpointer data)
{
  ParleyFitRow *row = data;

  parley_exact_array_free (row->factors, row->n);
  mpq_clear (row->most);
  g_free (row);
}

/* A row of zeros. */
static ParleyFitRow *
add_row (ParleyFit *self)
{
  ParleyFitRow *row = g_new0 (ParleyFitRow, 1);

  row->n = self->n_numbers;
  row->factors = parley_exact_array_new (self->n_numbers);
  mpq_init (row->most);
  g_ptr_array_add (self->rows, row);
  g_clear_pointer (&self->solved, parley_programme_free);
  return row;
}

/* What is believed */

/* A share is at least, or at most, the weight as written times the factor, which is the last
 * number. */
static void
add_range (ParleyFit *self, guint share, mpq_srcptr weight, gboolean is_low)
{
  ParleyFitRow *row = add_row (self);
  mpq_ptr factor = row->factors[self->n_numbers - 1];

  mpq_set_si (row->factors[share], is_low ? -1 : 1, 1);
  mpq_set (factor, weight);
  if (!is_low)
    mpq_neg (factor, factor);
}

/* Of weights that are used as written. */
static void
add_bound (ParleyFit *self, guint share, mpq_srcptr weight, gboolean is_low)
{
  ParleyFitRow *row = add_row (self);

  mpq_set_si (row->factors[share], is_low ? -1 : 1, 1);
  mpq_set (row->most, weight);
  if (is_low)
    mpq_neg (row->most, row->most);
}

static void
add_ranges (ParleyFit *self)
{
  for (guint i = 0; i < self->n_shares; i++)
    {
      const ParleyNumber *weight = self->party->weights[self->issues[i]];

      for (int is_low = 0; is_low < 2; is_low++)
        {
          mpq_srcptr end = is_low ? weight->low : weight->high;

          if (self->party->normalize)
            add_range (self, i, end, is_low);
          else
            add_bound (self, i, end, is_low);
        }
    }
}

/* Of a ranking, whose weights are those of their places. */
static void
add_order (ParleyFit *self)
{
  for (guint i = 0; i < self->n_shares; i++)
    for (guint j = 0; j < self->n_shares; j++)
      {
        const ParleyNumber *heavy = self->party->weights[self->issues[i]];
        const ParleyNumber *light = self->party->weights[self->issues[j]];
        ParleyFitRow *row = NULL;

        if (mpq_cmp (heavy->value, light->value) <= 0)
          continue;
        row = add_row (self);
        mpq_set_si (row->factors[i], -1, 1);
        mpq_set_si (row->factors[j], 1, 1);
      }
}

/* Shares of all weight sum to 1. */
static void
add_sum (ParleyFit *self)
{
  for (int sign = -1; sign <= 1; sign += 2)
    {
      ParleyFitRow *row = add_row (self);

      for (guint i = 0; i < self->n_shares; i++)
        mpq_set_si (row->factors[i], sign, 1);
      mpq_set_si (row->most, sign, 1);
    }
}

static void
add_reservations (ParleyFit *self)
{
  for (guint r = 0; r < self->reservations->len; r++)
    {
      const ParleyNumber *number = g_ptr_array_index (self->reservations, r);
      ParleyFitRow *row = add_row (self);

      mpq_set_si (row->factors[self->n_shares + r], 1, 1);
      mpq_sub (row->most, number->high, number->low);
    }
}

static void
find_issues (ParleyFit *self)
{
  self->issues = g_new (guint, self->party->n_issues);
  for (guint i = 0; i < self->party->n_issues; i++)
    if (self->party->weights[i] != NULL && mpq_sgn (self->party->weights[i]->high) > 0)
      self->issues[self->n_shares++] = i;
}

ParleyFit *
parley_fit_new (const ParleyParty *party, GPtrArray *reservations, ParleyBelief belief)
{
  ParleyFit *self = g_new0 (ParleyFit, 1);
  gboolean has_ranges = belief == PARLEY_BELIEF_RANGES && !party->ranked;

  self->party = party;
  self->budget = PARLEY_FIT_BUDGET;
  self->reservations = g_ptr_array_ref (reservations);
  self->rows = g_ptr_array_new_with_free_func (row_free);
  find_issues (self);
  self->n_numbers = self->n_shares + reservations->len + (has_ranges && party->normalize ? 1 : 0);
  add_reservations (self);
  if (party->normalize)
    add_sum (self);
  if (has_ranges || !party->normalize)
    add_ranges (self);
  else if (party->ranked)
    add_order (self);
  return self;
}

void
parley_fit_free (ParleyFit *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->solved, parley_programme_free);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->reservations);
  g_free (self->issues);
  g_free (self);
}

/* What clues teach */

static guint
find_reservation (const ParleyFit *self, const ParleyNumber *reservation)
{
  guint index = 0;

  g_return_val_if_fail (g_ptr_array_find (self->reservations, reservation, &index), 0);
  return index;
}

/* The score less the reservation, if there is one, which is at most 0, and below where it is
 * strict; or at least 0, and then all signs are turned. */
void
parley_fit_add_corner (ParleyFit *self, const ParleyClue *clue, const ParleyCorner *corner)
{
  const ParleyNumber *reservation = clue->move.reservation;
  ParleyFitRow *row = add_row (self);

  row->strict = !clue->reaches;
  row->taught = TRUE;
  for (guint i = 0; i < self->n_shares; i++)
    mpq_set (row->factors[i], corner->values[self->issues[i]]);
  if (reservation != NULL)
    {
      mpq_set_si (row->factors[self->n_shares + find_reservation (self, reservation)], -1, 1);
      mpq_set (row->most, reservation->low);
    }
  mpq_sub (row->most, row->most, corner->points);
  if (!clue->reaches)
    return;
  for (guint i = 0; i < self->n_numbers; i++)
    mpq_neg (row->factors[i], row->factors[i]);
  mpq_neg (row->most, row->most);
}

void
parley_fit_cut (ParleyFit *self, guint n_rows)
{
  g_ptr_array_set_size (self->rows, (gint) n_rows);
  g_clear_pointer (&self->solved, parley_programme_free);
}
