/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What programmes say of a fit. */
#include "analysis/fit.h"

#define NO_NUMBER G_MAXUINT

/* With one number more than there are, which alone costs anything */

/* @cost: of the last number. */
static ParleyProgramme *
programme_new (ParleyFit *self, guint cost)
{
  guint n = self->n_numbers + 1;
  mpq_t *costs = parley_exact_array_new (n);
  ParleyProgramme *programme = NULL;

  mpq_set_ui (costs[n - 1], cost, 1);
  programme = parley_programme_new (n, costs, &self->budget);
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
  g_autoptr(ParleyProgramme) programme = programme_new (self, 1);
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
parley_fit_misfit (ParleyFit *self, mpq_ptr points)
{
  g_autoptr(ParleyProgramme) programme = programme_new (self, 1);
  mpq_t *numbers = parley_exact_array_new (self->n_numbers + 1);

  add_rows (self, programme, OFF);
  if (!parley_programme_solve (programme, numbers) && self->budget > 0)
    g_warn_if_reached ();
  mpq_set (points, numbers[self->n_numbers]);
  parley_exact_array_free (numbers, self->n_numbers + 1);
}

/* What agrees with all rows, which is solved once for all that is asked of it. */
static ParleyProgramme *
solved (ParleyFit *self, mpq_t *numbers)
{
  if (self->solved != NULL)
    return self->solved;
  self->solved = programme_new (self, 0);
  add_rows (self, self->solved, EXACT);
  if (!parley_programme_solve (self->solved, numbers) && self->budget > 0)
    g_warn_if_reached ();
  return self->solved;
}

static void
lift (ParleyFit *self, guint up, guint down, gboolean above_0, mpq_t *numbers)
{
  guint n = self->n_numbers + 1;
  mpq_t *factors = parley_exact_array_new (n);
  mpq_t *found = parley_exact_array_new (n);

  if (up != NO_NUMBER)
    mpq_set_si (factors[up], 1, 1);
  if (down != NO_NUMBER)
    mpq_set_si (factors[down], -1, 1);
  if (!parley_programme_raise (solved (self, found), factors, above_0, found) && self->budget > 0)
    g_warn_if_reached ();
  for (guint i = 0; i < self->n_numbers; i++)
    mpq_set (numbers[i], found[i]);
  parley_exact_array_free (found, n);
  parley_exact_array_free (factors, n);
}

void
parley_fit_extreme (ParleyFit *self, guint number, gboolean most, mpq_t *numbers)
{
  lift (self, most ? number : NO_NUMBER, most ? NO_NUMBER : number, FALSE, numbers);
}

gboolean
parley_fit_exceeds (ParleyFit *self, guint first, guint second, mpq_t *numbers)
{
  lift (self, first, second, TRUE, numbers);
  return mpq_cmp (numbers[first], numbers[second]) > 0;
}
