/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/terms.h"

#include "report/language.h"
#include "report/term_words.h"
#include "report/width.h"

/* Texts are broken into lines no shorter than this, or their longest word. */
#define READABLE_WIDTH 10

ParleyTermTable *
parley_term_table_new (const ParleySpace *space, guint width)
{
  ParleyTermTable *self = g_new0 (ParleyTermTable, 1);

  self->space = space;
  self->deals = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->width = width;
  return self;
}

void
parley_term_table_free (ParleyTermTable *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->deals);
  g_free (self->common);
  g_free (self);
}

void
parley_term_table_add_deal (ParleyTermTable *self, const ParleySpace *space, const guint *options)
{
  guint n_axes = space->domain->n_axes;
  char **words = g_new0 (char *, n_axes + 1);

  for (guint a = 0; a < n_axes; a++)
    words[a] = parley_words_option (space, a, options[a]);
  g_ptr_array_add (self->deals, words);
}

static const char *
word_at (const ParleyTermTable *self, guint deal, guint axis)
{
  return ((char **) g_ptr_array_index (self->deals, deal))[axis];
}

static const char *
title_of (const ParleyTermTable *self, guint axis)
{
  return parley_scenario_issue (self->space->scenario, self->space->domain->axes[axis].issue)
      ->title;
}

/* One deal shares nothing: all of it is worth showing. */
static gboolean
is_shared (const ParleyTermTable *self, guint axis)
{
  for (guint d = 1; d < self->deals->len; d++)
    if (!g_str_equal (word_at (self, d, axis), word_at (self, 0, axis)))
      return FALSE;
  return self->deals->len > 1;
}

/* The narrowest column in which an issue can be read, and the space before it. */
static guint
column_width (const ParleyTermTable *self, guint axis)
{
  guint width = parley_width_longest_word (title_of (self, axis));

  for (guint d = 0; d < self->deals->len; d++)
    {
      const char *word = word_at (self, d, axis);

      width = MAX (width, parley_width_longest_word (word));
      width = MAX (width, MIN (READABLE_WIDTH, parley_width (word, -1)));
    }
  return width + 2;
}

/* Looks through the deals once, when all of them are there. */
static void
lay_out (ParleyTermTable *self)
{
  guint n_axes = self->space->domain->n_axes;
  guint width = 0;

  if (self->common != NULL)
    return;
  self->common = g_new (gboolean, n_axes);
  for (guint a = 0; a < n_axes; a++)
    {
      self->common[a] = is_shared (self, a);
      width += self->common[a] ? 0 : column_width (self, a);
    }
  self->columns = width <= self->width;
}

static void
append_term (const ParleyTermTable *self, GString *text, guint deal, guint axis)
{
  g_string_append_printf (text, "%s%s: %s", text->len == 0 ? "" : "; ", title_of (self, axis),
                          word_at (self, deal, axis));
}

char *
parley_term_table_common (ParleyTermTable *self)
{
  g_autoptr(GString) text = g_string_new (NULL);

  lay_out (self);
  for (guint a = 0; a < self->space->domain->n_axes; a++)
    if (self->common[a])
      append_term (self, text, 0, a);
  return text->len == 0 ? NULL : g_string_free (g_steal_pointer (&text), FALSE);
}

gboolean
parley_term_table_same_deal (const ParleyTermTable *self, guint a, guint b)
{
  return g_strv_equal (g_ptr_array_index (self->deals, a), g_ptr_array_index (self->deals, b));
}

void
parley_term_table_columns (ParleyTermTable *self, ParleyTable *table)
{
  lay_out (self);
  if (!self->columns)
    {
      parley_table_column (table,
                           self->deals->len > 1 ? _ ("Terms in which they differ") : _ ("Terms"),
                           PARLEY_COLUMN_TEXT);
      return;
    }
  for (guint a = 0; a < self->space->domain->n_axes; a++)
    if (!self->common[a])
      parley_table_column (table, title_of (self, a), PARLEY_COLUMN_TEXT);
}

void
parley_term_table_cells (ParleyTermTable *self, ParleyTable *table, guint index)
{
  g_autoptr(GString) text = g_string_new (NULL);

  lay_out (self);
  for (guint a = 0; a < self->space->domain->n_axes; a++)
    {
      if (self->common[a])
        continue;
      if (self->columns)
        parley_table_cell_text (table, word_at (self, index, a));
      else
        append_term (self, text, index, a);
    }
  if (!self->columns)
    parley_table_cell_text (table, text->str);
}
