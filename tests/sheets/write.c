/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "report/language.h"
#include "report/xlsx.h"

/*
 * Writes a workbook with everything that documents can hold, from texts that would do harm, for
 * tests/sheets/check.py to read back.
 *
 * Usage: write FILE [LANGUAGE]
 */

#define LONG_TABLE 200

static void
add_texts (ParleyDocument *document)
{
  parley_document_heading (document, 1, "=1+1");
  parley_document_lead (document, "+SUM(A1:A9)");
  parley_document_paragraph (document, "@import");
  parley_document_note (document, "-2+3");
  parley_document_bullet (document, "_x0041_ is no A");
  parley_document_bullet (document, "see the page");
  parley_document_link (document, "https://example.org/a?b=c&d=e#f");
  parley_document_entry (document, "=label", "\ufffe and 🤝");
}

/* Of each kind of number, with what a spreadsheet is to make of it in check.py. */
static void
add_numbers (ParleyDocument *document)
{
  static const char *const english[]
      = { "45",        "+15.7",     "-0.2",   "1,968,933,729",     "52.3 %",
          "0.0",       "47.6-48.2", "=2+2",   "over 99 %",         "1,234.50",
          "-4.5..0.0", "190/662",   "+1,000", "12345678901234567", "-12.5 %" };
  ParleyTable *table = parley_document_table (document, PARLEY_TABLE_RULED);

  parley_table_caption (table, "=caption");
  parley_table_column (table, "=text", PARLEY_COLUMN_TEXT);
  parley_table_group (table, "=group", 2);
  parley_table_column (table, "number", PARLEY_COLUMN_NUMBER);
  parley_table_column (table, "right", PARLEY_COLUMN_RIGHT);
  parley_table_section (table, "=section");
  for (guint i = 0; i < G_N_ELEMENTS (english); i++)
    {
      parley_table_row (table);
      parley_table_cell_text (table, english[i]);
      parley_table_cell_text (table, english[i]);
      parley_table_take_number (table, g_strdup ("63.3"), 63.25 + i);
    }
  parley_table_rule (table);
  parley_table_total (table);
  parley_table_cell_text (table, "+total");
  parley_table_take_number (table, g_strdup ("thin"), 0.2);
  parley_table_take_number (table, g_strdup ("7.5"), NAN);
  parley_table_note (table, "=note");
}

static void
add_long_table (ParleyDocument *document)
{
  ParleyTable *table = NULL;

  parley_document_page (document, PARLEY_PAGE_FLOWS, "A name: [of] more/than\\31 *characters?");
  table = parley_document_table (document, PARLEY_TABLE_RULED);
  parley_table_column (table, "Назва", PARLEY_COLUMN_TEXT);
  parley_table_column (table, "number", PARLEY_COLUMN_NUMBER);
  for (guint i = 0; i < LONG_TABLE; i++)
    {
      parley_table_row (table);
      parley_table_cell (table, "рядок %u", i);
      parley_table_cell (table, "%u", i);
    }
}

static ParleyChart *
chart_new (ParleyChartForm form, const char *title)
{
  ParleyChart *chart = parley_chart_new (form, title);

  parley_chart_describe (chart, "%s", "=described \uffff");
  parley_scale_title (&chart->x, "=across");
  parley_scale_title (&chart->y, "=upright");
  for (guint i = 0; form != PARLEY_CHART_XY && i < 3; i++)
    parley_scale_category (&chart->y, i == 0 ? "=first" : "next");
  return chart;
}

static void
add_bars (ParleyDocument *document, ParleyChartForm form)
{
  ParleyChart *chart = chart_new (form, "=bars");
  ParleySeries *series = parley_chart_series (chart, PARLEY_SERIES_BARS, PARLEY_INK_FIRST, "=one");

  for (guint i = 0; i < 3; i++)
    parley_series_point (series, 1.5 * i, i, NULL);
  series = parley_chart_series (chart, PARLEY_SERIES_BARS, PARLEY_INK_SECOND, NULL);
  for (guint i = 0; i < 3; i++)
    if (form == PARLEY_CHART_SWINGS)
      parley_series_box (series, -2, i, 4, i, "=label");
    else
      parley_series_point (series, 2, i, "=label");
  parley_document_take_chart (document, chart);
}

static void
add_xy (ParleyDocument *document)
{
  ParleyChart *chart = chart_new (PARLEY_CHART_XY, "=space");
  ParleySeries *series = parley_chart_series (chart, PARLEY_SERIES_AREA, PARLEY_INK_GOOD, "=zone");

  parley_scale_fix (&chart->x, 0, 100);
  parley_series_box (series, 45, 50, 100, 100, NULL);
  series = parley_chart_series (chart, PARLEY_SERIES_RULE, PARLEY_INK_FIRST, "rule");
  parley_series_point (series, 45, NAN, "=rule");
  series = parley_chart_series (chart, PARLEY_SERIES_LINE, PARLEY_INK_PLAIN, NULL);
  parley_series_point (series, 45, 80, NULL);
  parley_series_point (series, 85, 50, NULL);
  series = parley_chart_series (chart, PARLEY_SERIES_POINTS, PARLEY_INK_ACCENT, "points");
  parley_series_point (series, 64, 65, "=offer");
  series = parley_chart_series (chart, PARLEY_SERIES_CELLS, PARLEY_INK_GOOD, "density");
  parley_series_patch (series, 0, 0, 10, 10, 0.5);
  parley_document_take_chart (document, chart);
}

static void
add_matrix (ParleyDocument *document)
{
  ParleyChart *chart = chart_new (PARLEY_CHART_MATRIX, "=matrix");
  ParleySeries *series = parley_chart_series (chart, PARLEY_SERIES_CELLS, PARLEY_INK_GOOD, "share");

  parley_scale_category (&chart->x, "=a");
  parley_scale_category (&chart->x, "b");
  for (guint y = 0; y < 3; y++)
    parley_series_cell (series, 0, y, 0.25 * y, y == 2 ? "50 %" : NULL);
  parley_series_cell (series, 1, 0, NAN, "=none");
  parley_document_take_chart (document, chart);
}

/* Charts of nothing. */
static void
add_empty (ParleyDocument *document)
{
  parley_document_take_chart (document, chart_new (PARLEY_CHART_BARS, "=nothing"));
  parley_document_take_chart (document, chart_new (PARLEY_CHART_SWINGS, NULL));
  parley_document_take_chart (document, chart_new (PARLEY_CHART_XY, NULL));
  parley_document_take_chart (document, parley_chart_new (PARLEY_CHART_MATRIX, NULL));
}

static ParleyDocument *
document_new (void)
{
  ParleyDocument *document = parley_document_new ();
  ParleyImprint *imprint = &document->imprint;

  parley_imprint_set (&imprint->title, "=title");
  parley_imprint_set (&imprint->author, "=author");
  parley_imprint_set (&imprint->marking, "R&D only");
  parley_imprint_set (&imprint->foot, "2025 file & Parley");
  imprint->time = 1745971200;
  add_texts (document);
  add_numbers (document);
  add_long_table (document);
  parley_document_page (document, PARLEY_PAGE_FITS, "a NAME: [of] more/than\\31 *characters?");
  add_bars (document, PARLEY_CHART_BARS);
  add_bars (document, PARLEY_CHART_SWINGS);
  add_xy (document);
  add_matrix (document);
  parley_document_page (document, PARLEY_PAGE_FLOWS, "''");
  add_empty (document);
  parley_document_page (document, PARLEY_PAGE_FLOWS, "History");
  parley_document_page (document, PARLEY_PAGE_FLOWS, "' 'it's' '");
  return document;
}

int
main (int argc, char **argv)
{
  g_autoptr(ParleyDocument) document = NULL;
  g_autoptr(GString) out = g_string_new (NULL);
  g_autoptr(GError) error = NULL;

  if (argc < 2 || !parley_language_use (argc > 2 ? argv[2] : "en", &error))
    return 2;
  document = document_new ();
  if (parley_document_to_xlsx (document, out, &error)
      && g_file_set_contents (argv[1], out->str, (gssize) out->len, &error))
    return 0;
  fprintf (stderr, "%s\n", error->message);
  return 1;
}
