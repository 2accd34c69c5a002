/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "value_functions.h"

#include "analysis/programme.h"

/* The numbers of the programme: increments, then by how much each alternative is worth less than
 * they say, then by how much it is worth more. */
typedef struct
{
  const ParleyPreorder *order;
  guint                 n_increments;
  guint                 n_numbers;
  mpq_t               **parts; /* [alternative][increment] */
} Setup;

static guint
count_increments (const ParleyPreorder *order)
{
  guint n = 0;

  for (guint c = 0; c < order->n_criteria; c++)
    n += order->n_breaks[c] - 1;
  return n;
}

/* How far @grade is on the way from @from to @to. */
static void
set_part (mpq_ptr part, mpq_srcptr grade, mpq_srcptr from, mpq_srcptr to)
{
  mpq_t length;

  mpq_init (length);
  mpq_sub (length, to, from);
  mpq_sub (part, grade, from);
  mpq_div (part, part, length);
  if (mpq_sgn (part) < 0)
    mpq_set_ui (part, 0, 1);
  if (mpq_cmp_ui (part, 1, 1) > 0)
    mpq_set_ui (part, 1, 1);
  mpq_clear (length);
}

/* How much of each increment alternative @index has. */
static void
set_parts (const ParleyPreorder *self, guint index, mpq_t *parts)
{
  guint i = 0;

  for (guint c = 0; c < self->n_criteria; c++)
    for (guint b = 0; b + 1 < self->n_breaks[c]; b++)
      set_part (parts[i++], self->grades[index][c], self->breaks[c][b], self->breaks[c][b + 1]);
}

static void
setup_init (Setup *self, const ParleyPreorder *order)
{
  self->order = order;
  self->n_increments = count_increments (order);
  self->n_numbers = self->n_increments + 2 * order->n_alternatives;
  self->parts = g_new0 (mpq_t *, order->n_alternatives);
  for (guint a = 0; a < order->n_alternatives; a++)
    {
      self->parts[a] = parley_exact_array_new (self->n_increments);
      set_parts (order, a, self->parts[a]);
    }
}

static void
setup_clear (Setup *self)
{
  for (guint a = 0; a < self->order->n_alternatives; a++)
    parley_exact_array_free (self->parts[a], self->n_increments);
  g_free (self->parts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Setup, setup_clear)

/* Rows */

/* Adds @sign times what alternative @index is worth, errors and all, to @row. */
static void
add_worth (const Setup *self, guint index, int sign, mpq_t *row)
{
  mpq_ptr less = row[self->n_increments + index];
  mpq_ptr more = row[self->n_increments + self->order->n_alternatives + index];

  for (guint i = 0; i < self->n_increments; i++)
    if (sign > 0)
      mpq_add (row[i], row[i], self->parts[index][i]);
    else
      mpq_sub (row[i], row[i], self->parts[index][i]);
  mpq_set_si (less, -sign, 1);
  mpq_set_si (more, sign, 1);
}

/* @lower is worth at most @higher, less @apart. */
static void
add_order (const Setup *self,
           ParleyProgramme *programme,
           guint higher,
           guint lower,
           mpq_srcptr apart)
{
  mpq_t *row = parley_exact_array_new (self->n_numbers);
  mpq_t limit;

  mpq_init (limit);
  mpq_neg (limit, apart);
  add_worth (self, lower, 1, row);
  add_worth (self, higher, -1, row);
  parley_programme_add_row (programme, row, limit);
  mpq_clear (limit);
  parley_exact_array_free (row, self->n_numbers);
}

/* The numbers from @from to before @to come to at most @limit, or with @least to that or more. */
static void
add_sum (const Setup *self,
         ParleyProgramme *programme,
         guint from,
         guint to,
         mpq_srcptr limit,
         gboolean least)
{
  mpq_t *row = parley_exact_array_new (self->n_numbers);
  mpq_t most;

  mpq_init (most);
  mpq_set (most, limit);
  for (guint i = from; i < to; i++)
    mpq_set_si (row[i], least ? -1 : 1, 1);
  if (least)
    mpq_neg (most, most);
  parley_programme_add_row (programme, row, most);
  mpq_clear (most);
  parley_exact_array_free (row, self->n_numbers);
}

static void
add_rows (const Setup *self, ParleyProgramme *programme)
{
  const ParleyPreorder *order = self->order;
  mpq_t one, nothing;

  mpq_inits (one, nothing, NULL);
  mpq_set_ui (one, 1, 1);
  add_sum (self, programme, 0, self->n_increments, one, TRUE);
  add_sum (self, programme, 0, self->n_increments, one, FALSE);
  for (guint a = 0; a + 1 < order->n_alternatives; a++)
    {
      gboolean alike = order->places[a] == order->places[a + 1];

      add_order (self, programme, a, a + 1, alike ? nothing : order->apart);
      if (alike)
        add_order (self, programme, a + 1, a, nothing);
    }
  mpq_clears (one, nothing, NULL);
}

/* Solving */

/* Costs of 1 for numbers from @from to before @to, but not those from @but to before @but_to.
 * @error: (nullable): what all errors come to at most. */
static void
solve (const Setup *self,
       guint from,
       guint to,
       guint but,
       guint but_to,
       mpq_srcptr error,
       mpq_t *numbers)
{
  mpq_t *costs = parley_exact_array_new (self->n_numbers);
  g_autoptr(ParleyProgramme) programme = NULL;

  for (guint i = from; i < to; i++)
    if (i < but || i >= but_to)
      mpq_set_ui (costs[i], 1, 1);
  programme = parley_programme_new (self->n_numbers, costs, NULL);
  parley_exact_array_free (costs, self->n_numbers);
  add_rows (self, programme);
  if (error != NULL)
    add_sum (self, programme, self->n_increments, self->n_numbers, error, FALSE);
  /* With errors that are large enough there is any order. */
  if (!parley_programme_solve (programme, numbers))
    g_warn_if_reached ();
}

static void
find_error (ParleyUtastar *self, const Setup *setup, mpq_t *numbers)
{
  solve (setup, setup->n_increments, setup->n_numbers, 0, 0, NULL, numbers);
  for (guint i = setup->n_increments; i < setup->n_numbers; i++)
    mpq_add (self->error, self->error, numbers[i]);
}

/* All increments come to 1, so the most of some is the least of the others. */
static void
find_most (ParleyUtastar *self, const Setup *setup, mpq_t *numbers)
{
  guint first = 0;

  for (guint c = 0; c < self->n_criteria; c++)
    {
      guint next = first + setup->order->n_breaks[c] - 1;

      solve (setup, 0, setup->n_increments, first, next, self->error, numbers);
      self->most[c] = parley_exact_array_new (self->n_increments);
      for (guint i = 0; i < self->n_increments; i++)
        {
          mpq_set (self->most[c][i], numbers[i]);
          mpq_add (self->increments[i], self->increments[i], numbers[i]);
        }
      first = next;
    }
}

static void
find_worth (ParleyUtastar *self, const Setup *setup)
{
  mpq_t number;

  mpq_init (number);
  mpq_set_ui (number, self->n_criteria, 1);
  for (guint i = 0; i < self->n_increments; i++)
    mpq_div (self->increments[i], self->increments[i], number);
  for (guint a = 0; a < self->n_alternatives; a++)
    for (guint i = 0; i < self->n_increments; i++)
      {
        mpq_mul (number, self->increments[i], setup->parts[a][i]);
        mpq_add (self->worth[a], self->worth[a], number);
      }
  mpq_clear (number);
}

ParleyUtastar *
parley_utastar_new (const ParleyPreorder *order)
{
  g_auto(Setup) setup = { 0 };
  ParleyUtastar *self = g_new0 (ParleyUtastar, 1);
  mpq_t *numbers = NULL;

  setup_init (&setup, order);
  numbers = parley_exact_array_new (setup.n_numbers);
  self->n_criteria = order->n_criteria;
  self->n_alternatives = order->n_alternatives;
  self->n_increments = setup.n_increments;
  mpq_init (self->error);
  self->most = g_new0 (mpq_t *, self->n_criteria);
  self->increments = parley_exact_array_new (self->n_increments);
  self->worth = parley_exact_array_new (self->n_alternatives);
  find_error (self, &setup, numbers);
  find_most (self, &setup, numbers);
  find_worth (self, &setup);
  parley_exact_array_free (numbers, setup.n_numbers);
  return self;
}

void
parley_utastar_free (ParleyUtastar *self)
{
  if (self == NULL)
    return;
  for (guint c = 0; c < self->n_criteria; c++)
    parley_exact_array_free (self->most[c], self->n_increments);
  g_free (self->most);
  parley_exact_array_free (self->increments, self->n_increments);
  parley_exact_array_free (self->worth, self->n_alternatives);
  mpq_clear (self->error);
  g_free (self);
}
