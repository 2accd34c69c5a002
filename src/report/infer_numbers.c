/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "report/infer_part.h"
#include "report/number.h"
#include "report/words.h"

/* Means that move by more than this show, in percent or points; and these are told. */
#define LEAST_MOVE 0.1
#define MOST_MOVES 4

/* Of an interval that holds 90 %, so many standard deviations are the width; means of draws that
 * move by less than so many standard errors may be chance. */
#define WIDTH_IN_DEVIATIONS 3.29
#define LEAST_ERRORS        4

static guint
count_numbers (const ParleyInference *self)
{
  return self->revealed->n_shares + self->revealed->reservations->len;
}

/* The table */

static char *
interval (const ParleyInference *self, guint number, double low, double high)
{
  g_autofree char *from = parley_infer_number (self, number, low);
  g_autofree char *to = parley_infer_number (self, number, high);

  if (g_str_equal (from, to))
    return g_steal_pointer (&to);
  return g_strconcat (from, low < 0 ? ".." : "-", to, NULL);
}

static char *
span (const ParleyInference *self, guint number, const ParleySpan *limits)
{
  return interval (self, number, parley_exact_to_double (limits->low),
                   parley_exact_to_double (limits->high));
}

static gboolean
is_narrowed (const ParleyInference *self, guint number)
{
  const ParleySpan *believed = &self->revealed->believed[number];
  const ParleySpan *left = &self->revealed->left[number];

  return self->revealed->fits
         && (!mpq_equal (believed->low, left->low) || !mpq_equal (believed->high, left->high));
}

static gboolean
some_are_narrowed (const ParleyInference *self)
{
  for (guint i = 0; i < count_numbers (self); i++)
    if (is_narrowed (self, i))
      return TRUE;
  return FALSE;
}

static void
add_likely (ParleyTable *table,
            const ParleyInference *self,
            guint number,
            const ParleyLikely *likely)
{
  parley_table_take_cell (table, parley_infer_number (self, number, likely[number].mean));
  parley_table_take_cell (table, interval (self, number, likely[number].low, likely[number].high));
}

static void
add_number (ParleyTable *table, const ParleyInference *self, guint number, gboolean narrowed)
{
  mpq_t written;

  mpq_init (written);
  parley_infer_written (self, number, written);
  parley_table_row (table);
  parley_table_take_cell (table, parley_infer_name (self, number));
  parley_table_take_cell (table,
                          parley_infer_number (self, number, parley_exact_to_double (written)));
  if (self->likely != NULL)
    {
      add_likely (table, self, number, self->likely->before);
      add_likely (table, self, number, self->likely->after);
    }
  parley_table_take_cell (table, span (self, number, &self->revealed->believed[number]));
  if (narrowed)
    parley_table_take_cell (table, is_narrowed (self, number)
                                       ? span (self, number, &self->revealed->left[number])
                                       : g_strdup ("the same"));
  mpq_clear (written);
}

static void
add_columns (ParleyTable *table, const ParleyInference *self, gboolean narrowed)
{
  parley_table_column (table, "Weight of", PARLEY_COLUMN_TEXT);
  parley_table_column (table, "As written", PARLEY_COLUMN_NUMBER);
  if (self->likely != NULL)
    {
      parley_table_group (table, "Believed", 2);
      parley_table_column (table, "mean", PARLEY_COLUMN_NUMBER);
      parley_table_column (table, "90 %", PARLEY_COLUMN_NUMBER);
      parley_table_group (table, "Fits the record", 2);
      parley_table_column (table, "mean", PARLEY_COLUMN_NUMBER);
      parley_table_column (table, "90 %", PARLEY_COLUMN_NUMBER);
    }
  parley_table_group (table, "Limits", narrowed ? 2 : 1);
  parley_table_column (table, narrowed ? "believed" : "believed and left", PARLEY_COLUMN_NUMBER);
  if (narrowed)
    parley_table_column (table, "left", PARLEY_COLUMN_NUMBER);
}

/* What moved */

static double
move_of (const ParleyInference *self, guint number)
{
  double unit = number < self->revealed->n_shares ? 100 : 1;

  return unit * (self->likely->after[number].mean - self->likely->before[number].mean);
}

static gboolean
has_moved (const ParleyInference *self, guint number)
{
  const ParleyLikely *before = &self->likely->before[number];
  double unit = number < self->revealed->n_shares ? 100 : 1;
  double deviation = unit * (before->high - before->low) / WIDTH_IN_DEVIATIONS;
  /* Draws of a chain are worth a third as many. */
  double error = deviation * sqrt (4 / (double) self->likely->n_draws);

  return fabs (move_of (self, number)) >= fmax (LEAST_MOVE, LEAST_ERRORS * error);
}

static void
append_move (GString *text, const ParleyInference *self, guint number)
{
  g_autofree char *name = parley_infer_name (self, number);
  g_autofree char *from = parley_infer_number (self, number, self->likely->before[number].mean);
  g_autofree char *to = parley_infer_number (self, number, self->likely->after[number].mean);

  g_string_append_printf (text, "%s%s from %s to %s%s", text->len == 0 ? "" : ", ", name, from, to,
                          number < self->revealed->n_shares ? " %" : "");
}

/* Those whose means have moved most. */
static void
add_moves (ParleyDocument *document, const ParleyInference *self)
{
  g_autofree gboolean *told = g_new0 (gboolean, count_numbers (self));
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint m = 0; m < MOST_MOVES; m++)
    {
      guint most = count_numbers (self);

      for (guint i = 0; i < count_numbers (self); i++)
        if (!told[i] && has_moved (self, i)
            && (most == count_numbers (self)
                || fabs (move_of (self, i)) > fabs (move_of (self, most))))
          most = i;
      if (most == count_numbers (self))
        break;
      told[most] = TRUE;
      append_move (text, self, most);
    }
  if (text->len > 0)
    parley_document_paragraph (document, "Means that the record moves most: %s.", text->str);
  else
    parley_document_paragraph (document, "The record moves no mean by more than chance does.");
}

void
parley_infer_add_numbers (ParleyDocument *document, const ParleyInference *self)
{
  gboolean narrowed = some_are_narrowed (self);
  ParleyTable *table = NULL;

  if (!self->varies || (!self->revealed->fits && self->likely == NULL))
    return;
  parley_document_heading (document, 3, "Weights and reservation");
  if (self->likely != NULL && self->revealed->clues->len > 0)
    add_moves (document, self);
  table = parley_document_table (document, PARLEY_TABLE_RULED);
  add_columns (table, self, narrowed);
  for (guint i = 0; i < count_numbers (self); i++)
    {
      if (i == self->revealed->n_shares)
        parley_table_rule (table);
      add_number (table, self, i, narrowed);
    }
  parley_table_note (table,
                     "Weights in percent%s. Reservations in points. 90 %%: the middle nine "
                     "of ten draws.",
                     parley_infer_party (self)->normalize
                         ? " of all weight"
                         : ", not divided by their sum: at 20 % a value of 100 brings 20 points");
  if (!self->revealed->fits)
    parley_table_note (table, "Limits are those believed: nothing fits without a slip.");
  else if (narrowed)
    parley_table_note (table, "Limits are exact: all that fits lies within them, and comes as near "
                              "to them as you like.");
  else
    parley_table_note (table, "Limits are exact. The record narrows none of them.");
}
