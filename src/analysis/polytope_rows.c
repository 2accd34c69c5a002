/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/polytope_rows.h"

#include "base/error.h"

static void
row_free (gpointer data)
{
  ParleyShareRow *self = data;

  for (guint i = 0; i < self->n_shares; i++)
    mpq_clear (self->factors[i]);
  g_free (self->factors);
  mpq_clear (self->most);
  g_free (self->text);
  g_free (self);
}

/* Takes @text. */
static ParleyShareRow *
row_new (guint n_shares, char *text)
{
  ParleyShareRow *self = g_new0 (ParleyShareRow, 1);

  self->n_shares = n_shares;
  self->factors = g_new (mpq_t, n_shares);
  for (guint i = 0; i < n_shares; i++)
    mpq_init (self->factors[i]);
  mpq_init (self->most);
  self->text = text;
  return self;
}

/* "41.5 %". Returns: (transfer full). */
static char *
share_text (mpq_srcptr share)
{
  g_autofree char *number = NULL;
  mpq_t percent;

  mpq_init (percent);
  mpq_set_ui (percent, 100, 1);
  mpq_mul (percent, percent, share);
  number = parley_exact_to_text (percent, 2);
  mpq_clear (percent);
  return g_strconcat (number, " %", NULL);
}

static mpq_srcptr
bound_of (mpq_srcptr const *bounds, guint share)
{
  return bounds == NULL ? NULL : bounds[share];
}

static void
add_low (GPtrArray *rows, const ParleyPolytopeSpec *spec, guint share)
{
  mpq_srcptr low = bound_of (spec->low, share);
  ParleyShareRow *row = NULL;

  if (low == NULL)
    row = row_new (spec->n_shares, g_strdup_printf ("%s is not below 0 %%", spec->titles[share]));
  else
    {
      g_autofree char *text = share_text (low);

      row = row_new (spec->n_shares,
                     g_strdup_printf ("%s is at least %s", spec->titles[share], text));
      mpq_neg (row->most, low);
    }
  mpq_set_si (row->factors[share], -1, 1);
  g_ptr_array_add (rows, row);
}

static void
add_high (GPtrArray *rows, const ParleyPolytopeSpec *spec, guint share)
{
  mpq_srcptr high = bound_of (spec->high, share);
  g_autofree char *text = NULL;
  ParleyShareRow *row = NULL;

  if (high == NULL)
    return;
  text = share_text (high);
  row = row_new (spec->n_shares, g_strdup_printf ("%s is at most %s", spec->titles[share], text));
  mpq_set (row->most, high);
  mpq_set_ui (row->factors[share], 1, 1);
  g_ptr_array_add (rows, row);
}

/* The rank that follows @rank, or PARLEY_UNRANKED. */
static guint
next_rank (const ParleyPolytopeSpec *spec, guint rank)
{
  guint next = PARLEY_UNRANKED;

  for (guint i = 0; i < spec->n_shares; i++)
    if (spec->ranks[i] > rank)
      next = MIN (next, spec->ranks[i]);
  return next;
}

static void
add_order (GPtrArray *rows, const ParleyPolytopeSpec *spec, guint heavy, guint light)
{
  ParleyShareRow *row
      = row_new (spec->n_shares, g_strdup_printf ("%s weighs no more than %s", spec->titles[light],
                                                  spec->titles[heavy]));

  mpq_set_si (row->factors[light], 1, 1);
  mpq_set_si (row->factors[heavy], -1, 1);
  g_ptr_array_add (rows, row);
}

/* Each of one rank weighs at least as much as each of the next. */
static void
add_ranking (GPtrArray *rows, const ParleyPolytopeSpec *spec)
{
  for (guint i = 0; i < spec->n_shares; i++)
    {
      guint next
          = spec->ranks[i] == PARLEY_UNRANKED ? PARLEY_UNRANKED : next_rank (spec, spec->ranks[i]);

      for (guint j = 0; next != PARLEY_UNRANKED && j < spec->n_shares; j++)
        if (spec->ranks[j] == next)
          add_order (rows, spec, i, j);
    }
}

static void
add_given (GPtrArray *rows, const ParleyPolytopeSpec *spec, const ParleyPolytopeRow *given)
{
  ParleyShareRow *row = row_new (spec->n_shares, g_strdup (given->title));

  for (guint i = 0; i < spec->n_shares; i++)
    if (given->factors[i] != NULL)
      mpq_set (row->factors[i], given->factors[i]);
  mpq_set (row->most, given->most);
  g_ptr_array_add (rows, row);
}

GPtrArray *
parley_share_rows_new (const ParleyPolytopeSpec *spec)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (row_free);

  for (guint i = 0; i < spec->n_shares; i++)
    {
      add_low (rows, spec, i);
      add_high (rows, spec, i);
    }
  if (spec->ranks != NULL)
    add_ranking (rows, spec);
  for (guint i = 0; i < spec->n_rows; i++)
    add_given (rows, spec, &spec->rows[i]);
  return rows;
}

/* Bounds that contradict each other */

static gboolean
check_bound (const ParleyPolytopeSpec *spec, guint share, GError **error)
{
  mpq_srcptr low = bound_of (spec->low, share);
  mpq_srcptr high = bound_of (spec->high, share);
  g_autofree char *low_text = NULL;
  g_autofree char *high_text = NULL;

  if (low == NULL || high == NULL || mpq_cmp (low, high) <= 0)
    return TRUE;
  low_text = share_text (low);
  high_text = share_text (high);
  g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_INPUT,
               "the lowest share of %s, %s, is above its highest, %s", spec->titles[share],
               low_text, high_text);
  return FALSE;
}

/* Sets @sum to that of @bounds, where those not written count @other. */
static void
sum_bounds (mpq_srcptr const *bounds, guint n, guint other, mpq_ptr sum)
{
  mpq_t none;

  mpq_init (none);
  mpq_set_ui (none, other, 1);
  mpq_set_ui (sum, 0, 1);
  for (guint i = 0; i < n; i++)
    mpq_add (sum, sum, bound_of (bounds, i) == NULL ? none : bounds[i]);
  mpq_clear (none);
}

/* The lowest shares (@least) must not sum to more than 1, the highest not to less. */
static gboolean
check_sum (const ParleyPolytopeSpec *spec, gboolean least, GError **error)
{
  g_autofree char *text = NULL;
  gboolean good = FALSE;
  mpq_t sum;

  mpq_init (sum);
  sum_bounds (least ? spec->low : spec->high, spec->n_shares, least ? 0 : 1, sum);
  good = least ? mpq_cmp_ui (sum, 1, 1) <= 0 : mpq_cmp_ui (sum, 1, 1) >= 0;
  text = share_text (sum);
  mpq_clear (sum);
  if (!good)
    g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_INPUT,
                 "the %s shares %s sum to %s; all shares together are 100 %%",
                 least ? "lowest" : "highest", least ? "already" : "only", text);
  return good;
}

gboolean
parley_share_bounds_check (const ParleyPolytopeSpec *spec, GError **error)
{
  for (guint i = 0; i < spec->n_shares; i++)
    if (!check_bound (spec, i, error))
      return FALSE;
  return check_sum (spec, TRUE, error) && check_sum (spec, FALSE, error);
}
