/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/genius_box.h"

#include "base/exact.h"

ParleyGeniusBox *
parley_genius_box_new (const ParleyGenius *genius)
{
  ParleyGeniusBox *self = g_new0 (ParleyGeniusBox, 1);
  guint n = genius->issues->len;

  self->genius = genius;
  self->bounded = g_new0 (gboolean, n);
  self->low = parley_exact_array_new (n);
  self->high = parley_exact_array_new (n);
  return self;
}

void
parley_genius_box_free (ParleyGeniusBox *self)
{
  if (self == NULL)
    return;
  parley_exact_array_free (self->low, self->genius->issues->len);
  parley_exact_array_free (self->high, self->genius->issues->len);
  g_free (self->bounded);
  g_free (self);
}

void
parley_genius_box_clear (ParleyGeniusBox *self)
{
  for (guint i = 0; i < self->genius->issues->len; i++)
    self->bounded[i] = FALSE;
  self->empty = FALSE;
}

void
parley_genius_box_narrow (ParleyGeniusBox *self, guint issue, mpq_srcptr low, mpq_srcptr high)
{
  const ParleyGeniusIssue *of = parley_genius_issue (self->genius, issue);

  if (!self->bounded[issue])
    {
      mpq_set (self->low[issue], of->lower);
      mpq_set (self->high[issue], of->upper);
    }
  if (mpq_cmp (low, self->low[issue]) > 0)
    mpq_set (self->low[issue], low);
  if (mpq_cmp (high, self->high[issue]) < 0)
    mpq_set (self->high[issue], high);
  self->bounded[issue] = TRUE;
}

/* To the whole numbers inside. */
static void
round_inwards (mpq_ptr low, mpq_ptr high)
{
  mpz_cdiv_q (mpq_numref (low), mpq_numref (low), mpq_denref (low));
  mpz_fdiv_q (mpq_numref (high), mpq_numref (high), mpq_denref (high));
  mpz_set_ui (mpq_denref (low), 1);
  mpz_set_ui (mpq_denref (high), 1);
}

void
parley_genius_box_settle (ParleyGeniusBox *self)
{
  for (guint i = 0; i < self->genius->issues->len; i++)
    {
      const ParleyGeniusIssue *issue = parley_genius_issue (self->genius, i);

      if (!self->bounded[i])
        continue;
      if (issue->kind == PARLEY_GENIUS_INTEGER)
        round_inwards (self->low[i], self->high[i]);
      self->empty |= mpq_cmp (self->low[i], self->high[i]) > 0;
      self->bounded[i]
          = !mpq_equal (self->low[i], issue->lower) || !mpq_equal (self->high[i], issue->upper);
    }
}

gboolean
parley_genius_box_divides (const ParleyGeniusBox *self)
{
  for (guint i = 0; !self->empty && i < self->genius->issues->len; i++)
    if (self->bounded[i])
      return TRUE;
  return FALSE;
}

static ParleyCondition *
interval (guint issue, mpq_srcptr low, mpq_srcptr high)
{
  ParleyTerms *terms = parley_terms_new_numbers ();

  parley_terms_add_interval (terms, low, high);
  return parley_condition_new_terms (issue, terms);
}

/* All bounds together. */
static ParleyCondition *
within (const ParleyGeniusBox *self)
{
  ParleyCondition *all = parley_condition_new (PARLEY_CONDITION_ALL);

  for (guint i = 0; i < self->genius->issues->len; i++)
    if (self->bounded[i])
      parley_condition_take_child (all, interval (i, self->low[i], self->high[i]));
  return all;
}

/* A condition that every deal meets: the first issue is one of its values. */
static ParleyCondition *
always (const ParleyScenario *scenario)
{
  const ParleyIssue *issue = parley_scenario_issue (scenario, 0);
  ParleyTerms *terms = NULL;

  if (issue->kind == PARLEY_ISSUE_RANGE)
    return interval (0, issue->min, issue->max);
  terms = parley_terms_new_options (issue->options->len);
  for (guint o = 0; o < issue->options->len; o++)
    parley_terms_add_option (terms, o);
  return parley_condition_new_terms (0, terms);
}

ParleyCondition *
parley_genius_box_inside (const ParleyGeniusBox *self)
{
  if (parley_genius_box_divides (self))
    return within (self);
  return self->empty ? NULL : always (self->genius->scenario);
}

ParleyCondition *
parley_genius_box_outside (const ParleyGeniusBox *self)
{
  ParleyCondition *outside = NULL;

  if (!parley_genius_box_divides (self))
    return self->empty ? always (self->genius->scenario) : NULL;
  outside = parley_condition_new (PARLEY_CONDITION_NOT);
  parley_condition_take_child (outside, within (self));
  return outside;
}
