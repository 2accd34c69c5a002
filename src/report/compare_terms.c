/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/compare.h"
#include "report/words.h"

#define ROWS_SHOWN   9
#define SHARED_SHOWN 3

/* Terms and points share a table of no more columns than this. */
#define MOST_COLUMNS 6

/* So many columns of points share a table. */
#define MOST_POINTS 7

/* What is shown: the issues on which the drafts differ, those that move most first. */
typedef struct
{
  const ParleyComparison *comparison;
  const ParleyScenario   *scenario; /* of the first draft */
  GArray                 *parties;  /* of guint: those with a score */
  GArray                 *issues;   /* of guint */
  guint                   n_shown;
  guint                   first; /* of the steps whose points are shown, by the draft that each leads to */
  guint                   last;
} Rows;

char *
parley_compare_term (const ParleyComparison *comparison, guint draft, guint issue)
{
  const ParleyCompared *compared = parley_comparison_draft (comparison, draft);

  return parley_words_draft_term (compared->score, compared->match->issues[issue]);
}

static gboolean
is_still (const ParleyShift *shift)
{
  return mpq_sgn (shift->low) == 0 && mpq_sgn (shift->high) == 0;
}

/* Whether any two drafts differ on the issue, in terms or in what these are worth. */
static gboolean
differs (const Rows *rows, guint issue)
{
  g_autofree char *first = parley_compare_term (rows->comparison, 0, issue);

  for (guint d = 1; d < rows->comparison->drafts->len; d++)
    {
      const ParleyRedraft *redraft = parley_comparison_redraft (rows->comparison, d, TRUE);
      g_autofree char *term = parley_compare_term (rows->comparison, d, issue);

      if (!g_str_equal (first, term))
        return TRUE;
      for (guint i = 0; redraft->known && i < rows->parties->len; i++)
        {
          const ParleyShift *shift
              = &redraft->by_issue[g_array_index (rows->parties, guint, i)][issue];

          /* What is unknown in the same way in both is no difference. */
          if (!is_still (shift) && (mpq_sgn (shift->low) > 0 || mpq_sgn (shift->high) < 0))
            return TRUE;
        }
    }
  return FALSE;
}

/* Sets @size to the most that any step moves any party on the issue. */
static void
set_size (const Rows *rows, guint issue, mpq_ptr size)
{
  mpq_t part;

  mpq_init (part);
  mpq_set_ui (size, 0, 1);
  for (guint s = 0; s < rows->comparison->redrafts->len; s++)
    for (guint i = 0; i < rows->parties->len; i++)
      {
        const ParleyRedraft *redraft = g_ptr_array_index (rows->comparison->redrafts, s);
        const ParleyShift *shift
            = &redraft->by_issue[g_array_index (rows->parties, guint, i)][issue];

        mpq_abs (part, shift->low);
        if (mpq_cmp (part, size) > 0)
          mpq_set (size, part);
        mpq_abs (part, shift->high);
        if (mpq_cmp (part, size) > 0)
          mpq_set (size, part);
      }
  mpq_clear (part);
}

static gint
larger_first (gconstpointer a, gconstpointer b, gpointer data)
{
  guint x = *(const guint *) a;
  guint y = *(const guint *) b;
  int order = 0;
  mpq_t of_x, of_y;

  mpq_inits (of_x, of_y, NULL);
  set_size (data, x, of_x);
  set_size (data, y, of_y);
  order = mpq_cmp (of_y, of_x);
  mpq_clears (of_x, of_y, NULL);
  return order != 0 ? order : x < y ? -1 : 1;
}

static gboolean
has_weight (const Rows *rows, guint issue)
{
  for (guint d = 0; d < rows->comparison->drafts->len; d++)
    {
      const ParleyCompared *draft = parley_comparison_draft (rows->comparison, d);

      for (guint p = 0; p < draft->candidate.scenario->parties->len; p++)
        {
          const ParleyParty *party = parley_scenario_party (draft->candidate.scenario, p);
          const ParleyNumber *weight = party->weights[draft->match->issues[issue]];

          if (weight != NULL && mpq_sgn (weight->value) > 0)
            return TRUE;
        }
    }
  return FALSE;
}

static void
rows_init (Rows *self, const ParleyComparison *comparison, gboolean all)
{
  const ParleyCompared *first = parley_comparison_draft (comparison, 0);

  self->comparison = comparison;
  self->scenario = first->candidate.scenario;
  self->parties = g_array_new (FALSE, FALSE, sizeof (guint));
  self->issues = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint p = 0; p < self->scenario->parties->len; p++)
    if (((const ParleyStanding *) g_ptr_array_index (first->score->standings, p))->scored)
      g_array_append_val (self->parties, p);
  for (guint i = 0; i < self->scenario->issues->len; i++)
    if (differs (self, i)
        && (!parley_issue_is_derived (parley_scenario_issue (self->scenario, i))
            || has_weight (self, i)))
      g_array_append_val (self->issues, i);
  g_array_sort_with_data (self->issues, larger_first, self);
  self->n_shown = all || self->issues->len <= ROWS_SHOWN + 1 ? self->issues->len : ROWS_SHOWN;
}

static void
rows_clear (Rows *self)
{
  g_array_unref (self->parties);
  g_array_unref (self->issues);
}

/* Whether the points of the step to a draft are shown. */
static gboolean
is_shown (const Rows *rows, guint draft)
{
  return draft >= rows->first && draft <= rows->last;
}

/* Columns */

static void
add_points_columns (const Rows *rows, ParleyTable *table)
{
  for (guint i = 0; i < rows->parties->len; i++)
    parley_table_column (
        table,
        parley_scenario_party (rows->scenario, g_array_index (rows->parties, guint, i))->title,
        PARLEY_COLUMN_NUMBER);
}

static void
add_columns (const Rows *rows, ParleyTable *table, gboolean terms, gboolean points)
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
add_term_cell (const Rows *rows, ParleyTable *table, guint draft, guint issue)
{
  g_autofree char *term = parley_compare_term (rows->comparison, draft, issue);
  g_autofree char *before
      = draft == 0 ? NULL : parley_compare_term (rows->comparison, draft - 1, issue);

  parley_table_cell_text (table, before != NULL && g_str_equal (term, before) ? "=" : term);
}

static void
add_point_cells (const Rows *rows, ParleyTable *table, guint draft, guint issue)
{
  const ParleyRedraft *redraft = parley_comparison_redraft (rows->comparison, draft, FALSE);

  for (guint i = 0; i < rows->parties->len; i++)
    {
      const ParleyShift *shift = &redraft->by_issue[g_array_index (rows->parties, guint, i)][issue];

      parley_table_take_cell (
          table, is_still (shift) ? NULL : parley_words_shift (shift->low, shift->high));
    }
}

static void
add_row (const Rows *rows, ParleyTable *table, guint issue, gboolean terms, gboolean points)
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
some_move (const Rows *rows, ShiftOf shift_of)
{
  for (guint s = 0; s < rows->comparison->redrafts->len; s++)
    for (guint i = 0; i < rows->parties->len; i++)
      if (!is_still (shift_of (g_ptr_array_index (rows->comparison->redrafts, s),
                               g_array_index (rows->parties, guint, i))))
        return TRUE;
  return FALSE;
}

static void
add_shift_cells (const Rows *rows, ParleyTable *table, gboolean terms, ShiftOf shift_of)
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
add_point_rows (const Rows *rows, ParleyTable *table, gboolean terms)
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
           const Rows     *rows,
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
add_shared (ParleyDocument *document, const Rows *rows, gboolean all)
{
  g_autoptr(GString) text = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < rows->scenario->issues->len; i++)
    {
      const ParleyIssue *issue = parley_scenario_issue (rows->scenario, i);
      g_autofree char *term = parley_compare_term (rows->comparison, 0, i);

      if (differs (rows, i) || parley_issue_is_derived (issue))
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
add_tables_of_points (ParleyDocument *document, Rows *rows)
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
  Rows rows;
  guint n_drafts = comparison->drafts->len;

  rows_init (&rows, comparison, all);
  rows.first = 1;
  rows.last = n_drafts - 1;
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
  rows_clear (&rows);
}
