/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/fit.h"

#include "analysis/programme.h"

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
}

/* Programmes, with one number more than there are, which alone costs anything */

static ParleyProgramme *
programme_new (const ParleyFit *self)
{
  guint n = self->n_numbers + 1;
  mpq_t *costs = parley_exact_array_new (n);
  ParleyProgramme *programme = NULL;

  mpq_set_ui (costs[n - 1], 1, 1);
  programme = parley_programme_new (n, costs);
  parley_exact_array_free (costs, n);
  return programme;
}

/* How much rows are as they are. */
typedef enum
{
  EXACT,
  APART, /* strict ones by 1, less the last number */
  OFF    /* what clues teach may be off by the last number */
} Slack;

static void
add_rows (const ParleyFit *self, ParleyProgramme *programme, Slack slack)
{
  guint n = self->n_numbers + 1;
  mpq_t *factors = parley_exact_array_new (n);
  mpq_t limit, one;

  mpq_inits (limit, one, NULL);
  mpq_set_ui (one, 1, 1);
  for (guint r = 0; r < self->rows->len; r++)
    {
      const ParleyFitRow *row = g_ptr_array_index (self->rows, r);
      gboolean apart = slack == APART && row->strict;
      gboolean off = slack == OFF && row->taught;

      for (guint i = 0; i < self->n_numbers; i++)
        mpq_set (factors[i], row->factors[i]);
      mpq_set_si (factors[n - 1], apart || off ? -1 : 0, 1);
      mpq_set (limit, row->most);
      if (apart)
        mpq_sub (limit, limit, one);
      parley_programme_add_row (programme, factors, limit);
    }
  mpq_clears (limit, one, NULL);
  parley_exact_array_free (factors, n);
}

gboolean
parley_fit_exists (ParleyFit *self)
{
  g_autoptr(ParleyProgramme) programme = programme_new (self);
  mpq_t *numbers = parley_exact_array_new (self->n_numbers + 1);
  gboolean exists = FALSE;

  self->n_asked++;
  add_rows (self, programme, APART);
  exists = parley_programme_solve (programme, numbers)
           && mpq_cmp_ui (numbers[self->n_numbers], 1, 1) < 0;
  parley_exact_array_free (numbers, self->n_numbers + 1);
  return exists;
}

void
parley_fit_misfit (const ParleyFit *self, mpq_ptr points)
{
  g_autoptr(ParleyProgramme) programme = programme_new (self);
  mpq_t *numbers = parley_exact_array_new (self->n_numbers + 1);

  add_rows (self, programme, OFF);
  if (!parley_programme_solve (programme, numbers))
    g_warn_if_reached ();
  mpq_set (points, numbers[self->n_numbers]);
  parley_exact_array_free (numbers, self->n_numbers + 1);
}

/* The last number is what the difference is above its lowest, or below its highest, possible
 * value. */
static void
add_aim (const ParleyFit *self,
         ParleyProgramme *programme,
         guint first,
         guint second,
         mpq_srcptr reach,
         gboolean most)
{
  guint n = self->n_numbers + 1;
  mpq_t *factors = parley_exact_array_new (n);
  mpq_t limit;

  mpq_init (limit);
  for (int sign = -1; sign <= 1; sign += 2)
    {
      int slope = most ? sign : -sign;

      mpq_set_si (factors[first], slope, 1);
      if (second != PARLEY_NO_NUMBER)
        mpq_set_si (factors[second], -slope, 1);
      mpq_set_si (factors[n - 1], sign, 1);
      mpq_set (limit, reach);
      if (sign < 0)
        mpq_neg (limit, limit);
      parley_programme_add_row (programme, factors, limit);
    }
  mpq_clear (limit);
  parley_exact_array_free (factors, n);
}

void
parley_fit_extreme (const ParleyFit *self,
                    guint first,
                    guint second,
                    mpq_srcptr reach,
                    gboolean most,
                    mpq_ptr value,
                    mpq_t *numbers)
{
  g_autoptr(ParleyProgramme) programme = programme_new (self);
  mpq_t *found = parley_exact_array_new (self->n_numbers + 1);

  add_aim (self, programme, first, second, reach, most);
  add_rows (self, programme, EXACT);
  if (!parley_programme_solve (programme, found))
    g_warn_if_reached ();
  for (guint i = 0; i < self->n_numbers; i++)
    mpq_set (numbers[i], found[i]);
  mpq_set (value, found[first]);
  if (second != PARLEY_NO_NUMBER)
    mpq_sub (value, value, found[second]);
  parley_exact_array_free (found, self->n_numbers + 1);
}
