/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "everything.h"

#define HOSTILE "<script>alert(1)</script> & \"quotes\" 'and' </style> \\ % %s {x} ` ]]> =1+1"
#define LONG_TITLE \
  "The contribution of revenue from new licences, special permits and production-sharing " \
  "agreements to a jointly managed reconstruction investment fund, and the share of it that " \
  "may be drawn by either side before the reinvestment period ends"
#define CYRILLIC \
  "Україна: частка у фонді відбудови, гарантії безпеки та ґрунт для їхнього укладання"

static void
add_issue (ParleyTable *table,
           const char  *issue,
           const char  *score,
           const char  *range,
           const char  *verdict)
{
  parley_table_row (table);
  parley_table_cell_text (table, issue);
  parley_table_cell_text (table, score);
  parley_table_cell_text (table, range);
  parley_table_cell_text (table, verdict);
  parley_table_cell_text (table, range);
  parley_table_cell_text (table, *verdict == 'a' ? "1,968,933,729" : "407");
}

static void
add_groups (ParleyDocument *document)
{
  ParleyTable *table = parley_document_table (document, PARLEY_TABLE_RULED);

  parley_table_caption (table, "Drafts, by what each side makes of them");
  parley_table_column (table, "Draft", PARLEY_COLUMN_TEXT);
  parley_table_group (table, "United States", 3);
  parley_table_column (table, "weight", PARLEY_COLUMN_NUMBER);
  parley_table_column (table, "score", PARLEY_COLUMN_NUMBER);
  parley_table_column (table, "verdict", PARLEY_COLUMN_LABEL);
  parley_table_group (table, "Україна", 1);
  parley_table_column (table, "score", PARLEY_COLUMN_NUMBER);
  parley_table_column (table, "deals", PARLEY_COLUMN_NUMBER);
  add_issue (table, "12 Feb, US draft", "16", "82.9-87.7", "accepts");
  add_issue (table, "14 Feb, Ukrainian counter-draft", "9.25", "12.0-64.8", "depends");
  add_issue (table, LONG_TITLE, "", "4.3", "rejects");
  parley_table_section (table, "Signed");
  add_issue (table, CYRILLIC, "100", "-0.5..5", "accepts");
  parley_table_rule (table);
  add_issue (table, "30 Apr", "7 %", "over 99 %", "accepts");
  parley_table_total (table);
  parley_table_cell_text (table, "All");
  parley_table_cell_text (table, "132.25");
  parley_table_note (table, "A score range means that some terms are not known.");
  parley_table_note (table, "%s", HOSTILE);
}

static void
add_wide (ParleyDocument *document)
{
  ParleyTable *table = parley_document_table (document, PARLEY_TABLE_RULED);

  parley_table_column (table, "Issue", PARLEY_COLUMN_TEXT);
  for (guint i = 0; i < 4; i++)
    {
      parley_table_column (table, "what this side says about it", PARLEY_COLUMN_TEXT);
      parley_table_column (table, "points", PARLEY_COLUMN_NUMBER);
    }
  for (guint row = 0; row < 12; row++)
    {
      parley_table_row (table);
      parley_table_cell (table, "Issue %u, %s", row + 1, row % 3 == 0 ? CYRILLIC : "short");
      for (guint i = 0; i < 4; i++)
        {
          parley_table_cell (table, "term %u of a few words, tabled on 12 February", row * i);
          parley_table_cell (table, "%u.%u", row * i * 3, i);
        }
    }
}

static void
add_plain (ParleyDocument *document)
{
  ParleyTable *table = parley_document_table (document, PARLEY_TABLE_PLAIN);

  parley_table_caption (table, "What would change this");
  parley_table_column (table, NULL, PARLEY_COLUMN_TEXT);
  parley_table_column (table, NULL, PARLEY_COLUMN_RIGHT);
  for (guint i = 0; i < 3; i++)
    {
      parley_table_row (table);
      parley_table_cell (table, "Kyiv's walk-away above %u.%u", 50 + i, i);
      parley_table_cell (table, "%u of 4,000 draws", i * 997);
    }
}

static void
add_long (ParleyDocument *document, guint n_rows)
{
  ParleyTable *table = parley_document_table (document, PARLEY_TABLE_RULED);

  parley_table_caption (table, "Every deal");
  parley_table_column (table, "Deal", PARLEY_COLUMN_TEXT);
  parley_table_group (table, "Both sides", 2);
  parley_table_column (table, "us", PARLEY_COLUMN_NUMBER);
  parley_table_column (table, "them", PARLEY_COLUMN_NUMBER);
  for (guint i = 0; i < n_rows; i++)
    {
      if (i % 50 == 0)
        parley_table_section (table, "From deal %u", i + 1);
      parley_table_row (table);
      parley_table_cell (table, "deal number %u, %s", i + 1,
                         i % 17 == 0 ? LONG_TITLE : "as tabled");
      parley_table_cell (table, "%u.%u", i, i % 10);
      parley_table_cell (table, "%u.%u", 200 - i, 9 - i % 10);
    }
}

static ParleyChart *
make_chart (const char *title)
{
  ParleyChart *chart = parley_chart_new (PARLEY_CHART_XY, title);
  ParleySeries *series = NULL;

  parley_chart_describe (chart,
                         "Three drafts by the scores of both sides; both accept two of them.");
  parley_scale_title (&chart->x, "United States, points");
  parley_scale_title (&chart->y, "Україна, points");
  parley_scale_fix (&chart->x, 0, 100);
  parley_scale_fix (&chart->y, 0, 100);
  series = parley_chart_series (chart, PARLEY_SERIES_POINTS, PARLEY_INK_FIRST, "drafts");
  parley_series_point (series, 85.3, 12.7, "12 Feb");
  parley_series_point (series, 60, 61, "26 Feb");
  parley_series_point (series, 53.1, 73.6, "30 Apr, " CYRILLIC);
  return chart;
}

static void
add_summary (ParleyDocument *document)
{
  parley_document_page (document, PARLEY_PAGE_FITS, "Summary");
  parley_document_heading (document, 1, "Briefing: %s", LONG_TITLE);
  parley_document_lead (document,
                        "Offer the 26 February framework with half of the fund. It is worth "
                        "7.6 points more to us than the text of 30 April.");
  parley_document_lead (document, "Walk away below 45.");
  parley_document_heading (document, 2, "What to offer");
  add_groups (document);
  parley_document_note (document, "All points rest on judgement. %s", HOSTILE);
  parley_document_heading (document, 3, "No deal");
  parley_document_entry (document, "United States", "no payback story, little material loss");
  parley_document_entry (document, CYRILLIC, "loses arms, in part replaced. %s", LONG_TITLE);
  add_plain (document);
  parley_document_take_chart (document, make_chart ("The deal space"));
}

static void
add_annexes (ParleyDocument *document)
{
  parley_document_page (document, PARLEY_PAGE_FLOWS, "Annex A: positions");
  parley_document_heading (document, 2, "Annex A: positions");
  parley_document_paragraph (document, "What each side says. %s", CYRILLIC);
  add_wide (document);
  parley_document_take_chart (document, make_chart (LONG_TITLE));
  parley_document_page (document, PARLEY_PAGE_FLOWS, "Annex B: every deal");
  parley_document_heading (document, 2, "Annex B: every deal");
  add_long (document, 70);
  parley_document_page (document, PARLEY_PAGE_FLOWS, "Annex C: sources");
  parley_document_heading (document, 2, "Annex C: sources %s", HOSTILE);
  parley_document_bullet (document, "A source without a link");
  parley_document_bullet (document, "Reuters, 15 February 2025: %s", LONG_TITLE);
  parley_document_link (document, "https://example.org/a(b)?q='x'&y=\"z\"<\\>");
  parley_document_bullet (document, "One that may not lead anywhere");
  parley_document_link (document, "javascript:alert(1)");
  parley_document_entry (document, "[12]", "Київ, %s", CYRILLIC);
  parley_document_link (document, "http://example.org/новини");
}

static void
set_imprint (ParleyDocument *document)
{
  ParleyImprint *imprint = &document->imprint;

  parley_imprint_set (&imprint->title, "Briefing: everything " HOSTILE);
  parley_imprint_set (&imprint->author, "An analyst & \"others\"");
  parley_imprint_set (&imprint->marking, "OFFICIAL - SENSITIVE <і> \"x\"");
  parley_imprint_set (&imprint->foot,
                      "minerals.json, SHA-256 875e4cbb0123, Parley 1.0.0, seed 1 </style>");
  parley_imprint_set (&imprint->language, "en");
  imprint->time = 1745971200;
}

ParleyDocument *
parley_everything_new (void)
{
  ParleyDocument *document = parley_document_new ();

  set_imprint (document);
  add_summary (document);
  add_annexes (document);
  return document;
}

ParleyDocument *
parley_everything_long (guint n_rows, ParleyPageKind kind)
{
  ParleyDocument *document = parley_document_new ();

  parley_document_page (document, kind, "Deals");
  add_long (document, n_rows);
  return document;
}

ParleyDocument *
parley_everything_wide (guint n_columns)
{
  ParleyDocument *document = parley_document_new ();
  ParleyTable *table = parley_document_table (document, PARLEY_TABLE_RULED);

  parley_table_caption (table, "Drafts side by side");
  parley_table_column (table, "Issue", PARLEY_COLUMN_TEXT);
  for (guint i = 0; i < n_columns; i++)
    {
      if (i % 2 == 0)
        parley_table_group (table, "A draft of some date", 2);
      parley_table_column (table, i % 2 == 0 ? "we get" : "they get", PARLEY_COLUMN_NUMBER);
    }
  for (guint row = 0; row < 20; row++)
    {
      parley_table_row (table);
      parley_table_cell (table, "Issue %u of the many", row + 1);
      for (guint i = 0; i < n_columns; i++)
        parley_table_cell (table, "%u.%u", 1000 + row * 20 + i, row % 10);
    }
  parley_table_note (table, "Points.");
  return document;
}
