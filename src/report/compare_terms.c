/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/compare_rows.h"
#include "report/term_words.h"
#include "report/words.h"

#define SHARED_SHOWN 3

/* Terms and points share a table of no more columns than this. */
#define MOST_COLUMNS 6

/* So many columns of points share a table. */
#define MOST_POINTS 7

char *
parley_compare_term (const ParleyComparison *comparison, guint draft, guint issue)
{
  const ParleyCompared *compared = parley_comparison_draft (comparison, draft);

  return parley_words_draft_term (compared->score, compared->match->issues[issue]);
}

/* Whether the points of the step to a draft are shown. */
static gboolean
is_shown (const ParleyCompareRows *rows, guint draft)
{
  return draft >= rows->first && draft <= rows->last;
}

/* Columns */

static void
add_points_columns (const ParleyCompareRows *rows, ParleyTable *table)
{
  for (guint i = 0; i < rows->parties->len; i++)
    parley_table_column (
        table,
        parley_scenario_party (rows->scenario, g_array_index (rows->parties, guint, i))->title,
        PARLEY_COLUMN_NUMBER);
}

static void
add_columns (const ParleyCompareRows *rows, ParleyTable *table, gboolean terms, gboolean points)
{
  parley_table_column (table, "Issue", PARLEY_COLUMN_TEXT);
  for (guint d = 0; d < rows->comparison->drafts->len; d++)
    {
      g_autofree char *name = parley_compare_name (parley_comparison_draft (rows->comparison, d));
      gboolean stepped = points && is_shown (rows, d);
      guint n = (terms ? 1 : 0) + (stepped ? rows->parties->len : 0);

      if (n > 0)
        parley_table_group (table, name, n);
      if (terms)
        parley_table_column (table, d == 0 ? "term" : "changed to", PARLEY_COLUMN_TEXT);
      if (stepped)
        add_points_columns (rows, table);
    }
}

/* Cells */

static void
add_term_cell (const ParleyCompareRows *rows, ParleyTable *table, guint draft, guint issue)
{
  g_autofree char *term = parley_compare_term (rows->comparison, draft, issue);
  g_autofree char *before
      = draft == 0 ? NULL : parley_compare_term (rows->comparison, draft - 1, issue);

  parley_table_cell_text (table, before != NULL && g_str_equal (term, before) ? "=" : term);
}

static void
add_point_cells (const ParleyCompareRows *rows, ParleyTable *table, guint draft, guint issue)
{
  const ParleyRedraft *redraft = parley_comparison_redraft (rows->comparison, draft, FALSE);

  for (guint i = 0; i < rows->parties->len; i++)
    {
      const ParleyShift *shift = &redraft->by_issue[g_array_index (rows->parties, guint, i)][issue];

      parley_table_take_cell (table, parley_shift_is_still (shift)
                                         ? NULL
                                         : parley_words_shift (shift->low, shift->high));
    }
}

static void
add_row (const ParleyCompareRows *rows,
         ParleyTable *table,
         guint issue,
         gboolean terms,
         gboolean points)
{
  parley_table_row (table);
  parley_table_cell_text (table, parley_scenario_issue (rows->scenario, issue)->title);
  for (guint d = 0; d < rows->comparison->drafts->len; d++)
    {
      if (terms)
        add_term_cell (rows, table, d, issue);
      if (points && is_shown (rows, d))
        add_point_cells (rows, table, d, issue);
    }
}

/* One row of shifts that a function finds for each step and party; empty where none moves. */
typedef const ParleyShift *(*ShiftOf) (const ParleyRedraft *redraft, guint party);

static const ParleyShift *
total_of (const ParleyRedraft *redraft, guint party)
{
  return &redraft->total[party];
}

static const ParleyShift *
linkage_of (const ParleyRedraft *redraft, guint party)
{
  return &redraft->linkage[party];
}

static gboolean
some_move (const ParleyCompareRows *rows, ShiftOf shift_of)
{
  for (guint s = 0; s < rows->comparison->redrafts->len; s++)
    for (guint i = 0; i < rows->parties->len; i++)
      if (!parley_shift_is_still (shift_of (g_ptr_array_index (rows->comparison->redrafts, s),
                                            g_array_index (rows->parties, guint, i))))
        return TRUE;
  return FALSE;
}

static void
add_shift_cells (const ParleyCompareRows *rows,
                 ParleyTable *table,
                 gboolean terms,
                 ShiftOf shift_of)
{
  for (guint d = 0; d < rows->comparison->drafts->len; d++)
    {
      if (terms)
        parley_table_cell_text (table, NULL);
      for (guint i = 0; is_shown (rows, d) && i < rows->parties->len; i++)
        {
          const ParleyRedraft *redraft = parley_comparison_redraft (rows->comparison, d, FALSE);
          const ParleyShift *shift = shift_of (redraft, g_array_index (rows->parties, guint, i));

          parley_table_take_cell (
              table, redraft->known ? parley_words_shift (shift->low, shift->high) : NULL);
        }
    }
}

static void
add_point_rows (const ParleyCompareRows *rows, ParleyTable *table, gboolean terms)
{
  if (some_move (rows, linkage_of))
    {
      parley_table_row (table);
      parley_table_cell_text (table, "Adjustments");
      add_shift_cells (rows, table, terms, linkage_of);
    }
  parley_table_total (table);
  parley_table_cell_text (table, "Score");
  add_shift_cells (rows, table, terms, total_of);
}

static void
add_table (ParleyDocument *document,
           const ParleyCompareRows     *rows,
           const char     *caption,
           gboolean        terms,
           gboolean        points)
{
  ParleyTable *table = parley_document_table (document, PARLEY_TABLE_RULED);

  parley_table_caption (table, "%s", caption);
  add_columns (rows, table, terms, points);
  for (guint i = 0; i < rows->n_shown; i++)
    add_row (rows, table, g_array_index (rows->issues, guint, i), terms, points);
  if (rows->n_shown < rows->issues->len)
    {
      parley_table_row (table);
      parley_table_cell (table, "%u more (--all)", rows->issues->len - rows->n_shown);
    }
  if (points)
    add_point_rows (rows, table, terms);
  if (terms)
    parley_table_note (table, "= as in the draft to the left");
}

/* "The same in all: Contribution rate 50 %; …", or of many only how many. */
static void
add_shared (ParleyDocument *document, const ParleyCompareRows *rows, gboolean all)
{
  g_autoptr(GString) text = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < rows->scenario->issues->len; i++)
    {
      const ParleyIssue *issue = parley_scenario_issue (rows->scenario, i);
      g_autofree char *term = parley_compare_term (rows->comparison, 0, i);

      if (parley_compare_rows_differ (rows, i) || parley_issue_is_derived (issue))
        continue;
      g_string_append_printf (text, "%s%s: %s", n == 0 ? "" : "; ", issue->title, term);
      n++;
    }
  if (rows->issues->len == 0)
    return;
  if (n > 0 && (all || n <= SHARED_SHOWN))
    parley_document_paragraph (document, "The same in all: %s.", text->str);
  else if (n > 0)
    parley_document_paragraph (document, "%u other issues are the same in all (--all).", n);
}

/* Of all steps together, or where that would be too wide of each by itself. */
static void
add_tables_of_points (ParleyDocument *document, ParleyCompareRows *rows)
{
  guint n = rows->comparison->drafts->len;
  guint at_once = n * rows->parties->len <= MOST_POINTS ? n : 1;

  for (rows->first = 1; rows->first < n; rows->first += at_once)
    {
      rows->last = MIN (rows->first + at_once, n) - 1;
      add_table (document, rows, "Points by which the terms differ from the draft before", FALSE,
                 TRUE);
    }
}

void
parley_compare_add_terms (ParleyDocument         *document,
                          const ParleyComparison *comparison,
                          gboolean                all)
{
  ParleyCompareRows rows;
  guint n_drafts = comparison->drafts->len;

  parley_compare_rows_init (&rows, comparison, all);
  parley_document_heading (document, 2, "What differs");
  if (rows.issues->len == 0)
    parley_document_paragraph (document, "All terms are the same, and worth the same.");
  else if (1 + n_drafts + (n_drafts - 1) * rows.parties->len <= MOST_COLUMNS)
    add_table (document, &rows, "Terms, and the points by which they differ from the draft before",
               TRUE, TRUE);
  else
    {
      add_table (document, &rows, "Terms", TRUE, FALSE);
      add_tables_of_points (document, &rows);
    }
  add_shared (document, &rows, all);
  parley_compare_rows_clear (&rows);
}
