/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/issue.h"

#include "model/condition.h"

static void
add_arrays (ParleyIssue *self)
{
  switch (self->kind)
    {
    case PARLEY_ISSUE_CHOICE:
      self->options = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_option_free);
      break;
    case PARLEY_ISSUE_RANGE:
      self->grid = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_exact_free);
      break;
    case PARLEY_ISSUE_PRODUCT:
      self->factors = g_array_new (FALSE, FALSE, sizeof (guint));
      break;
    case PARLEY_ISSUE_TABLE:
      self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_table_row_free);
      break;
    default:
      g_assert_not_reached ();
    }
}

ParleyIssue *
parley_issue_new (const char *id, const char *title, ParleyIssueKind kind)
{
  ParleyIssue *self = g_new0 (ParleyIssue, 1);

  self->id = g_strdup (id);
  self->title = g_strdup (title);
  self->kind = kind;
  mpq_init (self->min);
  mpq_init (self->max);
  mpq_init (self->scale);
  mpq_init (self->otherwise);
  add_arrays (self);
  return self;
}

void
parley_issue_free (ParleyIssue *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->title);
  g_free (self->unit);
  g_free (self->note);
  g_clear_pointer (&self->options, g_ptr_array_unref);
  g_clear_pointer (&self->grid, g_ptr_array_unref);
  g_clear_pointer (&self->factors, g_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  mpq_clear (self->min);
  mpq_clear (self->max);
  mpq_clear (self->scale);
  mpq_clear (self->otherwise);
  g_free (self);
}

ParleyOption *
parley_option_new (const char *id, const char *title)
{
  ParleyOption *self = g_new0 (ParleyOption, 1);

  self->id = g_strdup (id);
  self->title = g_strdup (title);
  return self;
}

void
parley_option_free (ParleyOption *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->title);
  g_free (self->note);
  g_free (self);
}

ParleyTableRow *
parley_table_row_new (void)
{
  ParleyTableRow *self = g_new0 (ParleyTableRow, 1);

  mpq_init (self->value);
  return self;
}

void
parley_table_row_free (ParleyTableRow *self)
{
  if (self == NULL)
    return;
  parley_condition_free (self->when);
  mpq_clear (self->value);
  g_free (self);
}

gboolean
parley_issue_is_derived (const ParleyIssue *self)
{
  return self->kind == PARLEY_ISSUE_PRODUCT || self->kind == PARLEY_ISSUE_TABLE;
}

void
parley_issue_mark_sources (const ParleyIssue *self, gboolean *flags)
{
  for (guint i = 0; self->kind == PARLEY_ISSUE_PRODUCT && i < self->factors->len; i++)
    flags[g_array_index (self->factors, guint, i)] = TRUE;
  for (guint i = 0; self->kind == PARLEY_ISSUE_TABLE && i < self->rows->len; i++)
    {
      const ParleyTableRow *row = g_ptr_array_index (self->rows, i);

      /* A row that was refused has none. */
      if (row->when != NULL)
        parley_condition_mark_issues (row->when, flags);
    }
}

gboolean
parley_issue_is_numeric (const ParleyIssue *self)
{
  return self->kind != PARLEY_ISSUE_CHOICE;
}

const ParleyOption *
parley_issue_option (const ParleyIssue *self, guint index)
{
  return g_ptr_array_index (self->options, index);
}

int
parley_issue_find_option (const ParleyIssue *self, const char *id)
{
  for (guint i = 0; self->options != NULL && i < self->options->len; i++)
    if (g_strcmp0 (parley_issue_option (self, i)->id, id) == 0)
      return (int) i;
  return -1;
}

gboolean
parley_issue_step (const ParleyIssue *self, mpq_ptr step)
{
  guint n = self->grid->len;
  gboolean even = n >= 2 && mpq_equal (self->min, g_ptr_array_index (self->grid, 0))
                  && mpq_equal (self->max, g_ptr_array_index (self->grid, n - 1));
  mpq_t gap;

  mpq_init (gap);
  if (even)
    mpq_sub (step, g_ptr_array_index (self->grid, 1), g_ptr_array_index (self->grid, 0));
  for (guint i = 1; even && i < n; i++)
    {
      mpq_sub (gap, g_ptr_array_index (self->grid, i), g_ptr_array_index (self->grid, i - 1));
      even = mpq_equal (gap, step);
    }
  mpq_clear (gap);
  return even;
}
