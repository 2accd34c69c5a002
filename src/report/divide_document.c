/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/divide.h"
#include "report/divide_checks.h"
#include "report/stakes.h"
#include "report/words.h"

static void
add_title (ParleyDocument *document, const ParleyDivision *self)
{
  parley_document_heading (document, 1, "%s", self->scenario->title);
  parley_document_paragraph (document, "%s and %s, by adjusted winner. %s",
                             parley_division_side (self, 0), parley_division_side (self, 1),
                             parley_words_exactness (self->rounded));
}

static void
add_answer (ParleyDocument *document, const ParleyDivision *self)
{
  g_autofree char *points = parley_words_points (self->total[0]);

  if (self->lots->len == 0)
    parley_document_lead (document, "There is nothing to divide: no issue is in dispute.");
  else if (self->split < 0)
    parley_document_lead (
        document, "Each side gets %s of its 100 points, and no issue need be split.", points);
  else
    {
      const ParleyLot *lot = parley_division_lot (self, (guint) self->split);
      g_autofree char *first = parley_words_part (lot->part[0]);
      g_autofree char *second = parley_words_part (lot->part[1]);

      parley_document_lead (
          document,
          "Each side gets %s of its 100 points when one issue is split: of \"%s\" "
          "%s gets %s and %s gets %s.",
          points, parley_division_issue (self, lot->stake), parley_division_side (self, 0), first,
          parley_division_side (self, 1), second);
    }
}

/* The table */

static void
add_columns (ParleyTable *table, const ParleyDivision *self)
{
  parley_table_column (table, "Issue", PARLEY_COLUMN_TEXT);
  parley_table_group (table, "Points", 2);
  for (guint s = 0; s < 2; s++)
    parley_table_column (table, parley_division_side (self, s), PARLEY_COLUMN_NUMBER);
  parley_table_column (table, "Goes to", PARLEY_COLUMN_TEXT);
  parley_table_column (table, "Term", PARLEY_COLUMN_TEXT);
  parley_table_group (table, "Gets", 2);
  for (guint s = 0; s < 2; s++)
    parley_table_column (table, parley_division_side (self, s), PARLEY_COLUMN_NUMBER);
}

static void
add_outcome (ParleyTable *table, const ParleyDivision *self, const ParleyLot *lot)
{
  int winner = parley_lot_winner (lot);
  g_autofree char *first = parley_words_part (lot->part[0]);
  g_autofree char *second = parley_words_part (lot->part[1]);

  if (winner >= 0)
    {
      parley_table_cell_text (table, parley_division_side (self, (guint) winner));
      parley_table_take_cell (table, parley_stake_words (lot->stake, self->space,
                                                         lot->stake->wish[winner]));
      return;
    }
  parley_table_cell_text (table, "both");
  parley_table_cell (table, "split %s : %s", first, second);
}

static void
add_lot (ParleyTable *table, const ParleyDivision *self, const ParleyLot *lot)
{
  mpq_t points;

  mpq_init (points);
  parley_table_row (table);
  parley_table_cell_text (table, parley_division_issue (self, lot->stake));
  for (guint s = 0; s < 2; s++)
    parley_table_take_cell (table, parley_words_points (lot->points[s]));
  add_outcome (table, self, lot);
  for (guint s = 0; s < 2; s++)
    {
      parley_lot_gain (lot, s, points);
      parley_table_take_cell (table, mpq_sgn (points) == 0 ? NULL : parley_words_points (points));
    }
  mpq_clear (points);
}

static void
add_table (ParleyDocument *document, const ParleyDivision *self)
{
  ParleyTable *table = parley_document_table (document, PARLEY_TABLE_RULED);

  add_columns (table, self);
  for (guint i = 0; i < self->lots->len; i++)
    add_lot (table, self, parley_division_lot (self, i));
  parley_table_total (table);
  parley_table_cell_text (table, "Together");
  for (guint s = 0; s < 2; s++)
    parley_table_cell_text (table, "100.0");
  parley_table_cell_text (table, NULL);
  parley_table_cell_text (table, NULL);
  for (guint s = 0; s < 2; s++)
    parley_table_take_cell (table, parley_words_points (self->total[s]));
  parley_table_note (table,
                     "Points: what a side's own wish on the issue brings it over the wish of "
                     "the other, of 100 for all issues in dispute.");
  parley_table_note (table,
                     "Sorted by how many points an issue is to %s for each that it is to %s.",
                     parley_division_side (self, 0), parley_division_side (self, 1));
}

ParleyDocument *
parley_divide_to_document (const ParleyDivision *self)
{
  ParleyDocument *document = parley_document_new ();

  add_title (document, self);
  add_answer (document, self);
  parley_stakes_add_notes (document, self->scenario, self->stakes);
  if (self->lots->len > 0)
    {
      add_table (document, self);
      parley_divide_add_steps (document, self);
      parley_divide_add_checks (document, self);
    }
  parley_divide_add_deals (document, self);
  return document;
}
