/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/breakdown.h"

#include "report/term_words.h"
#include "report/words.h"

/* So many are shown all; of more, some. */
#define FEW_ROWS   10
#define ROWS_SHOWN 6

/* So many issues are named as those on which a party misses most. */
#define LOSSES_NAMED 3

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

/* The first party that does not accept; the number of parties when everyone does. */
static guint
find_leader (const Breakdown *self)
{
  for (guint c = 0; c < self->parties->len; c++)
    {
      ParleyVerdict verdict = standing_of (self, c)->verdict;

      if (verdict == PARLEY_VERDICT_REJECTS || verdict == PARLEY_VERDICT_DEPENDS)
        return c;
    }
  return self->parties->len;
}

/* Sets @size to what puts @row in its place: what the leader misses, or without one the most that
 * an issue has at stake for any party. */
static void
set_size (const Breakdown *self, const Row *row, mpq_ptr size)
{
  mpq_t stake;

  mpq_set_si (size, -1, 1);
  if (self->leader < self->parties->len)
    {
      if (row->parts[self->leader] != NULL)
        mpq_set (size, row->parts[self->leader]->given_up_high);
      return;
    }
  mpq_init (stake);
  for (guint c = 0; c < self->parties->len; c++)
    {
      if (row->parts[c] == NULL)
        continue;
      mpq_add (stake, row->parts[c]->won_high, row->parts[c]->given_up_low);
      if (mpq_cmp (stake, size) > 0)
        mpq_set (size, stake);
    }
  mpq_clear (stake);
}

static gint
compare_rows (gconstpointer a, gconstpointer b, gpointer data)
{
  int order = 0;
  mpq_t x, y;

  mpq_inits (x, y, NULL);
  set_size (data, *(Row *const *) a, x);
  set_size (data, *(Row *const *) b, y);
  order = mpq_cmp (y, x);
  mpq_clears (x, y, NULL);
  return order;
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
add_adjustments_row (const Breakdown *self, ParleyTable *table)
{
  if (!has_adjustments (self))
    return;
  parley_table_row (table);
  parley_table_cell_text (table, "Adjustments");
  parley_table_cell_text (table, NULL);
  for (guint c = 0; c < self->parties->len; c++)
    {
      const ParleyStanding *standing = standing_of (self, c);

      parley_table_take_cell (table,
                              parley_words_shift (standing->adjusted_low, standing->adjusted_high));
      parley_table_cell_text (table, NULL);
    }
}

static void
add_score_row (const Breakdown *self, ParleyTable *table)
{
  parley_table_total (table);
  parley_table_cell_text (table, "Score");
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
      parley_table_column (table, "gets", PARLEY_COLUMN_NUMBER);
      parley_table_column (table, "below best", PARLEY_COLUMN_NUMBER);
    }
}

void
parley_breakdown_add (ParleyDocument         *document,
                      const ParleyScenario   *scenario,
                      const ParleyDraftScore *score,
                      const char             *caption,
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
  shown = all || rows->len <= FEW_ROWS ? rows->len : ROWS_SHOWN;
  table = parley_document_table (document, PARLEY_TABLE_RULED);
  if (caption != NULL)
    parley_table_caption (table, "%s", caption);
  add_columns (&self, table);
  for (guint i = 0; i < shown; i++)
    add_row (&self, table, g_ptr_array_index (rows, i));
  add_rest (&self, table, shown);
  add_adjustments_row (&self, table);
  add_score_row (&self, table);
}

static gint
larger_loss_first (gconstpointer a, gconstpointer b)
{
  const ParleyContribution *x = *(ParleyContribution *const *) a;
  const ParleyContribution *y = *(ParleyContribution *const *) b;

  return mpq_cmp (y->given_up_high, x->given_up_high);
}

char *
parley_breakdown_losses (const ParleyScenario *scenario, const ParleyStanding *standing)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new ();
  g_autoptr(GString) text = g_string_new (NULL);

  g_ptr_array_extend (parts, standing->contributions, NULL, NULL);
  g_ptr_array_sort (parts, larger_loss_first);
  for (guint i = 0; i < MIN (parts->len, LOSSES_NAMED); i++)
    {
      const ParleyContribution *part = g_ptr_array_index (parts, i);
      g_autofree char *loss = parley_words_span (part->given_up_low, part->given_up_high);

      if (mpq_sgn (part->given_up_high) > 0)
        g_string_append_printf (text, "%s%s (%s)", text->len == 0 ? "" : ", ",
                                parley_scenario_issue (scenario, part->issue)->title, loss);
    }
  return text->len == 0 ? NULL : g_string_free (g_steal_pointer (&text), FALSE);
}
