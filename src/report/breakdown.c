/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/breakdown.h"

#include "report/words.h"

#define ROWS_SHOWN 6

/* One row: an issue with the contribution of each scored party, NULL without weight. */
typedef struct
{
  guint                      issue;
  const ParleyContribution **parts; /* one a scored party */
} Row;

typedef struct
{
  const ParleyScenario   *scenario;
  const ParleyDraftScore *score;
  GArray                 *parties; /* of guint: those with weights */
  guint                   leader;  /* index into @parties: whose losses come first */
  GPtrArray              *rows;    /* of Row */
} Breakdown;

static void
row_free (Row *self)
{
  g_free (self->parts);
  g_free (self);
}

static const ParleyStanding *
standing_of (const Breakdown *self, guint column)
{
  return g_ptr_array_index (self->score->standings, g_array_index (self->parties, guint, column));
}

/* The first party that does not accept; the first of all when everyone does. */
static guint
find_leader (const Breakdown *self)
{
  for (guint c = 0; c < self->parties->len; c++)
    {
      ParleyVerdict verdict = standing_of (self, c)->verdict;

      if (verdict == PARLEY_VERDICT_REJECTS || verdict == PARLEY_VERDICT_DEPENDS)
        return c;
    }
  return 0;
}

static gint
compare_rows (gconstpointer a, gconstpointer b, gpointer data)
{
  const Breakdown *self = data;
  const ParleyContribution *x = (*(Row *const *) a)->parts[self->leader];
  const ParleyContribution *y = (*(Row *const *) b)->parts[self->leader];

  if (x == NULL || y == NULL)
    return (x == NULL) - (y == NULL);
  return mpq_cmp (y->given_up_high, x->given_up_high);
}

static void
collect_rows (Breakdown *self)
{
  for (guint i = 0; i < self->scenario->issues->len; i++)
    {
      Row *row = g_new0 (Row, 1);
      gboolean weighted = FALSE;

      row->issue = i;
      row->parts = g_new0 (const ParleyContribution *, self->parties->len);
      for (guint c = 0; c < self->parties->len; c++)
        {
          row->parts[c] = parley_standing_part (standing_of (self, c), i);
          weighted |= row->parts[c] != NULL;
        }
      if (weighted)
        g_ptr_array_add (self->rows, row);
      else
        row_free (row);
    }
  g_ptr_array_sort_with_data (self->rows, compare_rows, self);
}

static void
add_row (const Breakdown *self, ParleyTable *table, const Row *row)
{
  parley_table_row (table);
  parley_table_cell_text (table, parley_scenario_issue (self->scenario, row->issue)->title);
  parley_table_take_cell (table, parley_words_draft_term (self->score, row->issue));
  for (guint c = 0; c < self->parties->len; c++)
    {
      const ParleyContribution *part = row->parts[c];

      parley_table_take_cell (
          table, part == NULL ? NULL : parley_words_span (part->won_low, part->won_high));
      parley_table_take_cell (
          table, part == NULL ? NULL : parley_words_span (part->given_up_low, part->given_up_high));
    }
}

/* The rows from @first on, summed up for one party. */
static void
add_sums (const Breakdown *self, ParleyTable *table, guint first, guint column)
{
  mpq_t won_low, won_high, given_low, given_high;

  mpq_inits (won_low, won_high, given_low, given_high, NULL);
  for (guint i = first; i < self->rows->len; i++)
    {
      const ParleyContribution *part
          = ((const Row *) g_ptr_array_index (self->rows, i))->parts[column];

      if (part == NULL)
        continue;
      mpq_add (won_low, won_low, part->won_low);
      mpq_add (won_high, won_high, part->won_high);
      mpq_add (given_low, given_low, part->given_up_low);
      mpq_add (given_high, given_high, part->given_up_high);
    }
  parley_table_take_cell (table, parley_words_span (won_low, won_high));
  parley_table_take_cell (table, parley_words_span (given_low, given_high));
  mpq_clears (won_low, won_high, given_low, given_high, NULL);
}

static void
add_rest (const Breakdown *self, ParleyTable *table, guint first)
{
  if (first >= self->rows->len)
    return;
  parley_table_row (table);
  parley_table_cell (table, "%u more (--all)", self->rows->len - first);
  parley_table_cell_text (table, NULL);
  for (guint c = 0; c < self->parties->len; c++)
    add_sums (self, table, first, c);
}

static gboolean
has_adjustments (const Breakdown *self)
{
  for (guint c = 0; c < self->parties->len; c++)
    {
      const GArray *adjustments = standing_of (self, c)->adjustments;

      for (guint i = 0; i < adjustments->len; i++)
        if (g_array_index (adjustments, ParleyAction, i).applies != PARLEY_NONE)
          return TRUE;
    }
  return FALSE;
}

static void
add_score_row (const Breakdown *self, ParleyTable *table)
{
  parley_table_total (table);
  parley_table_cell_text (table, has_adjustments (self) ? "Score, with adjustments" : "Score");
  parley_table_cell_text (table, NULL);
  for (guint c = 0; c < self->parties->len; c++)
    {
      const ParleyStanding *standing = standing_of (self, c);

      parley_table_take_cell (table, parley_words_span (standing->low, standing->high));
      parley_table_cell_text (table, NULL);
    }
}

static void
add_columns (const Breakdown *self, ParleyTable *table)
{
  parley_table_column (table, "Issue", PARLEY_COLUMN_TEXT);
  parley_table_column (table, "Term on the table", PARLEY_COLUMN_TEXT);
  for (guint c = 0; c < self->parties->len; c++)
    {
      guint party = g_array_index (self->parties, guint, c);

      parley_table_group (table, parley_scenario_party (self->scenario, party)->title, 2);
      parley_table_column (table, "wins", PARLEY_COLUMN_NUMBER);
      parley_table_column (table, "gives up", PARLEY_COLUMN_NUMBER);
    }
}

void
parley_breakdown_add (ParleyDocument         *document,
                      const ParleyScenario   *scenario,
                      const ParleyDraftScore *score,
                      gboolean                all)
{
  g_autoptr(GArray) parties = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  Breakdown self = { scenario, score, parties, 0, rows };
  ParleyTable *table = NULL;
  guint shown = 0;

  for (guint p = 0; p < score->standings->len; p++)
    if (((const ParleyStanding *) g_ptr_array_index (score->standings, p))->contributions->len > 0)
      g_array_append_val (parties, p);
  if (parties->len == 0 || score->verdict == PARLEY_VERDICT_INFEASIBLE)
    return;

  self.leader = find_leader (&self);
  collect_rows (&self);
  shown = all || rows->len <= ROWS_SHOWN + 1 ? rows->len : ROWS_SHOWN;
  table = parley_document_table (document, PARLEY_TABLE_RULED);
  parley_table_caption (table, "Where the points come from");
  add_columns (&self, table);
  for (guint i = 0; i < shown; i++)
    add_row (&self, table, g_ptr_array_index (rows, i));
  add_rest (&self, table, shown);
  add_score_row (&self, table);
}
