/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/terms.h"

static void
interval_clear (gpointer data)
{
  ParleyInterval *interval = data;

  mpq_clear (interval->low);
  mpq_clear (interval->high);
}

ParleyTerms *
parley_terms_new_options (guint n_options)
{
  ParleyTerms *self = g_new0 (ParleyTerms, 1);

  self->options = g_new0 (gboolean, n_options);
  self->n_options = n_options;
  return self;
}

ParleyTerms *
parley_terms_new_numbers (void)
{
  ParleyTerms *self = g_new0 (ParleyTerms, 1);

  self->intervals = g_array_new (FALSE, FALSE, sizeof (ParleyInterval));
  g_array_set_clear_func (self->intervals, interval_clear);
  return self;
}

ParleyTerms *
parley_terms_copy (const ParleyTerms *self)
{
  ParleyTerms *copy = self->intervals == NULL ? parley_terms_new_options (self->n_options)
                                              : parley_terms_new_numbers ();

  parley_terms_add (copy, self);
  return copy;
}

void
parley_terms_free (ParleyTerms *self)
{
  if (self == NULL)
    return;
  g_free (self->options);
  g_clear_pointer (&self->intervals, g_array_unref);
  g_free (self);
}

void
parley_terms_add_option (ParleyTerms *self, guint option)
{
  g_return_if_fail (option < self->n_options);

  self->options[option] = TRUE;
}

void
parley_terms_add_interval (ParleyTerms *self, mpq_srcptr low, mpq_srcptr high)
{
  ParleyInterval interval;

  g_return_if_fail (self->intervals != NULL);

  mpq_init (interval.low);
  mpq_init (interval.high);
  mpq_set (interval.low, low);
  mpq_set (interval.high, high);
  g_array_append_val (self->intervals, interval);
}

void
parley_terms_add (ParleyTerms *self, const ParleyTerms *more)
{
  for (guint i = 0; more->options != NULL && i < more->n_options; i++)
    if (more->options[i])
      parley_terms_add_option (self, i);
  for (guint i = 0; more->intervals != NULL && i < more->intervals->len; i++)
    {
      const ParleyInterval *interval = &g_array_index (more->intervals, ParleyInterval, i);

      parley_terms_add_interval (self, interval->low, interval->high);
    }
}

gboolean
parley_terms_has_option (const ParleyTerms *self, guint option)
{
  return option < self->n_options && self->options[option];
}

gboolean
parley_terms_has_number (const ParleyTerms *self, mpq_srcptr number)
{
  for (guint i = 0; self->intervals != NULL && i < self->intervals->len; i++)
    {
      const ParleyInterval *interval = &g_array_index (self->intervals, ParleyInterval, i);

      if (mpq_cmp (interval->low, number) <= 0 && mpq_cmp (number, interval->high) <= 0)
        return TRUE;
    }
  return FALSE;
}
