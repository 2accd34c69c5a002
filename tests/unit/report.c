/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "report/csv.h"
#include "report/markdown.h"
#include "report/text.h"

#include "expect.h"
#include "suites.h"

#define ESCAPE "\x1b"

/*
 * Tables, written down in short. Columns: "t Draft|n score" with the kind in front, and before
 * them "2 United States" for a group over the next two. Rows: one a line, "-" for a rule,
 * "# text" for a section, "= a|b" for a total.
 */

static void
add_columns (ParleyTable *table, const char *columns)
{
  g_auto(GStrv) parts = g_strsplit (columns, "|", -1);

  for (char **part = parts; *part != NULL; part++)
    {
      const char *kinds = "tlrn";
      const char *title = strlen (*part) > 2 ? *part + 2 : NULL;

      if (g_ascii_isdigit (**part))
        parley_table_group (table, title, (guint) g_ascii_digit_value (**part));
      else
        parley_table_column (table, title, (ParleyColumnKind) (strchr (kinds, **part) - kinds));
    }
}

static void
add_cells (ParleyTable *table, const char *row)
{
  g_auto(GStrv) cells = g_strsplit (row, "|", -1);

  for (char **cell = cells; *cell != NULL; cell++)
    parley_table_cell_text (table, **cell != '\0' ? *cell : NULL);
}

static void
add_row (ParleyTable *table, const char *row)
{
  if (g_str_equal (row, "-"))
    parley_table_rule (table);
  else if (g_str_has_prefix (row, "# "))
    parley_table_section (table, "%s", row + 2);
  else if (g_str_has_prefix (row, "= "))
    {
      parley_table_total (table);
      add_cells (table, row + 2);
    }
  else
    {
      parley_table_row (table);
      add_cells (table, row);
    }
}

static ParleyDocument *
make_table (ParleyTableStyle style, const char *columns, const char *rows)
{
  ParleyDocument *document = parley_document_new ();
  ParleyTable *table = parley_document_table (document, style);
  g_auto(GStrv) lines = g_strsplit (rows, "\n", -1);

  if (*columns != '\0')
    add_columns (table, columns);
  for (char **line = lines; *line != NULL; line++)
    add_row (table, *line);
  return document;
}

typedef struct
{
  const char *label;
  ParleyTableStyle style;
  guint width;
  const char *columns;
  const char *rows;
  const char *want;
} TableRow;

static const TableRow table_rows[] = {
  { "no columns", PARLEY_TABLE_RULED, 60, "", "", "" },
  { "no rows", PARLEY_TABLE_RULED, 60, "t Draft|n score", "", "Draft  score\n------------\n" },
  { "no header", PARLEY_TABLE_RULED, 60, "t|n", "a|1.5\nbb|12", "a    1.5\nbb  12\n" },
  { "empty and missing cells", PARLEY_TABLE_RULED, 60, "t Issue|l|n of",
    "Past aid|RED|20\nRate||9\nTerm",
    "Issue          of\n"
    "-----------------\n"
    "Past aid  RED  20\n"
    "Rate            9\n"
    "Term\n" },
  { "kinds", PARLEY_TABLE_RULED, 60, "t text|l label|r right|n number",
    "a|b|c|1.25\naaaaaa|bbbbbb|cccccc|100",
    "text    label    right  number\n"
    "------------------------------\n"
    "a       b            c    1.25\n"
    "aaaaaa  bbbbbb  cccccc  100\n" },
  { "groups", PARLEY_TABLE_RULED, 60,
    "l Draft|2 United States|n score|l verdict|1 Both|l accept|1 All|n share",
    "12 Feb|82.9-87.7|accepts|no|7.0 %",
    "        United States       Both      All\n"
    "Draft       score  verdict  accept  share\n"
    "-----------------------------------------\n"
    "12 Feb  82.9-87.7  accepts  no      7.0 %\n" },
  { "group wider than its columns", PARLEY_TABLE_RULED, 60, "l|2 a spanning title|n US|n UA|l",
    "x|1|2|y",
    "   a spanning title\n"
    "   US            UA\n"
    "----------------------\n"
    "x   1             2  y\n" },
  { "group wraps when narrow", PARLEY_TABLE_RULED, 14, "l|2 a spanning title|n US|n UA|l",
    "x|1|2|y",
    "   a\n"
    "   spanning\n"
    "   title\n"
    "   US    UA\n"
    "--------------\n"
    "x   1     2  y\n" },
  { "rule, section and total", PARLEY_TABLE_RULED, 60, "t Party|n deals",
    "# First\nUS|5\n# Second\nUA|1,000\n-\n= Both|4",
    "Party  deals\n"
    "------------\n"
    "First\n"
    "US         5\n"
    "\n"
    "Second\n"
    "UA     1,000\n"
    "------------\n"
    "Both       4\n" },
  { "total draws its rule", PARLEY_TABLE_RULED, 60, "t Party|n deals", "US|5\n= Both|4",
    "Party  deals\n------------\nUS         5\n------------\nBoth       4\n" },
  { "plain", PARLEY_TABLE_PLAIN, 60, "t Landmarks, all|n US|n UA",
    "Nash|64.0|7.5\n# Among some\nNash|+1|60",
    "Landmarks, all      US    UA\n"
    "  Nash            64.0   7.5\n"
    "\n"
    "Among some\n"
    "  Nash            +1    60\n" },
  { "texts wrap first", PARLEY_TABLE_RULED, 30, "t Issue at stake|n long title|t Term",
    "Past aid of years|1.5|return for past aid\nRate|22|a",
    "Issue at\n"
    "stake     long title  Term\n"
    "------------------------------\n"
    "Past aid         1.5  return\n"
    "of years              for past\n"
    "                      aid\n"
    "Rate            22    a\n" },
  { "then titles", PARLEY_TABLE_RULED, 20, "t Issue|n of all possible|l a b", "Past aid|52.3 %|y z",
    "         of all\n"
    "Issue  possible  a b\n"
    "--------------------\n"
    "Past     52.3 %  y z\n"
    "aid\n" },
  { "numbers are never broken", PARLEY_TABLE_RULED, 10, "l|n deals", "Written down|17,842,176,000",
    "                       deals\n"
    "----------------------------\n"
    "Written down  17,842,176,000\n" },
  { "wide and combining characters", PARLEY_TABLE_RULED, 60, "t 国|t e\u0301|n n",
    "資源|Україна|1\na|b|22",
    "国    e\u0301         n\n"
    "-----------------\n"
    "資源  Україна   1\n"
    "a     b        22\n" },
  { "wide text wraps", PARLEY_TABLE_RULED, 12, "t|n", "資源協定資源|12.5",
    "資源協  12.5\n定資源\n" },
  { "control characters", PARLEY_TABLE_RULED, 60, "t", ESCAPE "[31mred\tx", "\ufffd[31mred x\n" },
};

static void
test_table_text (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (table_rows); i++)
    {
      const TableRow *row = &table_rows[i];
      g_autoptr(ParleyDocument) document = make_table (row->style, row->columns, row->rows);
      g_autofree char *got = parley_document_to_text (document, row->width);

      PARLEY_EXPECT_TEXT (row->label, got, row->want);
    }
}

static ParleyDocument *
make_document (void)
{
  ParleyDocument *document = parley_document_new ();
  ParleyTable *table = NULL;

  parley_document_heading (document, 1, "Minerals fund");
  parley_document_lead (document, "YES: %d deals are acceptable to both sides.", 42);
  parley_document_bullet (document, "first");
  parley_document_bullet (document, "a second one, which is long enough to be wrapped");
  parley_document_entry (document, "Red lines", "crossed: %s", "two of those that it declared");
  parley_document_entry (document, "Points", "11.4 of 50");
  parley_document_entry (document, "A label that is too long", "below");
  parley_document_heading (document, 2, "Why");
  parley_document_paragraph (document, "Unknown terms do not matter here.");
  table = parley_document_table (document, PARLEY_TABLE_PLAIN);
  parley_table_caption (table, "Ukraine rejects 12 Feb: it gets %s and needs %d", "11.4", 50);
  parley_table_note (table, "* crosses a red line");
  parley_table_column (table, "Issue", PARLEY_COLUMN_TEXT);
  parley_table_column (table, "gets", PARLEY_COLUMN_NUMBER);
  parley_table_row (table);
  parley_table_cell (table, "Past %s", "aid");
  parley_table_take_cell (table, g_strdup ("6.0*"));
  parley_document_note (document, "A margin of 0.2 hangs on a judged walk-away.");
  parley_document_note (document, "Two.");
  parley_document_heading (document, 3, "Method");
  parley_document_paragraph (document, "Exact.");
  return document;
}

static void
test_document_text (void)
{
  g_autoptr(ParleyDocument) document = make_document ();
  g_autofree char *got = parley_document_to_text (document, 40);

  PARLEY_EXPECT_TEXT ("document", got,
                      "Minerals fund\n"
                      "=============\n"
                      "YES: 42 deals are acceptable to both\n"
                      "sides.\n"
                      "  - first\n"
                      "  - a second one, which is long enough\n"
                      "    to be wrapped\n"
                      "\n"
                      "  Red lines  crossed: two of those that\n"
                      "             it declared\n"
                      "  Points     11.4 of 50\n"
                      "  A label that is too long\n"
                      "             below\n"
                      "\n"
                      "Why\n"
                      "---\n"
                      "Unknown terms do not matter here.\n"
                      "\n"
                      "Ukraine rejects 12 Feb: it gets 11.4 and\n"
                      "needs 50\n"
                      "  Issue     gets\n"
                      "  Past aid  6.0*\n"
                      "* crosses a red line\n"
                      "\n"
                      "! A margin of 0.2 hangs on a judged\n"
                      "  walk-away.\n"
                      "! Two.\n"
                      "\n"
                      "Method\n"
                      "~~~~~~\n"
                      "Exact.\n");
}

static void
test_document_markdown (void)
{
  g_autoptr(ParleyDocument) document = make_document ();
  g_autofree char *got = parley_document_to_markdown (document);

  PARLEY_EXPECT_TEXT ("document", got,
                      "# Minerals fund\n"
                      "\n"
                      "**YES: 42 deals are acceptable to both sides.**\n"
                      "\n"
                      "- first\n"
                      "- a second one, which is long enough to be wrapped\n"
                      "\n"
                      "* **Red lines**: crossed: two of those that it declared\n"
                      "* **Points**: 11.4 of 50\n"
                      "* **A label that is too long**: below\n"
                      "\n"
                      "## Why\n"
                      "\n"
                      "Unknown terms do not matter here.\n"
                      "\n"
                      "**Ukraine rejects 12 Feb: it gets 11.4 and needs 50**\n"
                      "\n"
                      "| Issue | gets |\n"
                      "| --- | ---: |\n"
                      "| Past aid | 6.0\\* |\n"
                      "\n"
                      "\\* crosses a red line\n"
                      "\n"
                      "> **Note:** A margin of 0.2 hangs on a judged walk-away.\n"
                      "\n"
                      "> **Note:** Two.\n"
                      "\n"
                      "### Method\n"
                      "\n"
                      "Exact.\n");
}

static void
test_empty_document (void)
{
  g_autoptr(ParleyDocument) document = parley_document_new ();
  g_autofree char *text = parley_document_to_text (document, PARLEY_PAGE_USUAL);
  g_autofree char *markdown = parley_document_to_markdown (document);

  PARLEY_EXPECT_TEXT ("text", text, "");
  PARLEY_EXPECT_TEXT ("Markdown", markdown, "");
  parley_document_free (NULL);
  parley_table_free (NULL);
}

static void
test_markdown_escapes (void)
{
  static const struct
  {
    const char *label;
    const char *text;
    const char *want;
  } rows[] = {
    { "plain", "12 Feb: 82.9-87.7 (52.3 %)", "12 Feb: 82.9-87.7 (52.3 %)\n" },
    { "emphasis", "*a* _b_ ~c~", "\\*a\\* \\_b\\_ \\~c\\~\n" },
    { "inside a word", "us_12feb a_ _b", "us_12feb a\\_ \\_b\n" },
    { "code and backslash", "`a\\b`", "\\`a\\\\b\\`\n" },
    { "HTML and entities", "<b>&lt; a & b", "\\<b>\\&lt; a & b\n" },
    { "links", "![x](y)", "!\\[x\\](y)\n" },
    { "pipe", "a|b", "a\\|b\n" },
    { "heading", "# a # b#", "\\# a \\# b#\n" },
    { "bullet", "- a - b", "\\- a - b\n" },
    { "rule", "---", "\\---\n" },
    { "plus", "+ a", "\\+ a\n" },
    { "quotation", "> a > b", "\\> a > b\n" },
    { "formulas", "$x$ or US$ 5", "\\$x\\$ or US\\$ 5\n" },
    { "numbered", "14. Feb", "14\\. Feb\n" },
    { "numbered with bracket", "1) a", "1\\) a\n" },
    { "number alone", "14", "14\n" },
    { "control characters", ESCAPE "[31m\n# x", "\ufffd\\[31m \\# x\n" },
    { "empty", "", "\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(ParleyDocument) document = parley_document_new ();
      g_autofree char *got = NULL;

      parley_document_paragraph (document, "%s", rows[i].text);
      got = parley_document_to_markdown (document);
      PARLEY_EXPECT_TEXT (rows[i].label, got, rows[i].want);
    }
}

static void
test_charts_without_title (void)
{
  g_autoptr(ParleyDocument) document = parley_document_new ();
  ParleyChart *chart = parley_chart_new (PARLEY_CHART_BARS, NULL);
  g_autofree char *text = NULL;
  g_autofree char *markdown = NULL;

  parley_chart_describe (chart, "what it shows");
  parley_document_take_chart (document, chart);
  text = parley_document_to_text (document, PARLEY_PAGE_USUAL);
  markdown = parley_document_to_markdown (document);
  PARLEY_EXPECT_TEXT ("text", text, "[]\n  what it shows\n");
  PARLEY_EXPECT_TEXT ("Markdown", markdown, "> what it shows\n");
}

/* Addresses cannot end before their end. */
static void
test_links (void)
{
  g_autoptr(ParleyDocument) document = parley_document_new ();
  g_autofree char *text = NULL;
  g_autofree char *markdown = NULL;

  parley_document_entry (document, "[1]", "a *title*");
  parley_document_link (document, "https://example.org/a?b=1&lt;=(2)> <b\\");
  parley_document_entry (document, "[2]", "none");
  parley_document_link (document, "javascript:alert(1)");
  parley_document_page (document, PARLEY_PAGE_FLOWS, "");
  parley_document_bullet (document, "- item");
  parley_document_link (document, "http://example.org");
  text = parley_document_to_text (document, PARLEY_PAGE_USUAL);
  markdown = parley_document_to_markdown (document);
  PARLEY_EXPECT_TEXT ("text", text,
                      "  [1]  a *title* <https://example.org/a?b=1&lt;=(2)> <b\\>\n"
                      "  [2]  none\n\n"
                      "  - - item <http://example.org>\n");
  PARLEY_EXPECT_TEXT (
      "Markdown", markdown,
      "* **\\[1\\]**: [a \\*title\\*](<https://example.org/a?b=1\\&lt;=(2)%3E %3Cb%5C>)\n"
      "* **\\[2\\]**: none\n\n---\n\n"
      "- [- item](<http://example.org>)\n");
}

static void
test_markdown_table (void)
{
  g_autoptr(ParleyDocument) document
      = make_table (PARLEY_TABLE_RULED, "t Draft|t|2 United States|n score|l verdict|r",
                    "12 Feb|a|b*|1,000.5\n# Those of us_\n-\n= Both||2");
  g_autofree char *got = parley_document_to_markdown (document);

  PARLEY_EXPECT_TEXT ("table", got,
                      "| Draft | | United States score | United States verdict | |\n"
                      "| --- | --- | ---: | --- | ---: |\n"
                      "| 12 Feb | a | b\\* | 1,000.5 | |\n"
                      "| **Those of us\\_** | | | | |\n"
                      "| **Both** | | **2** | | |\n");
}

static void
test_csv_cells (void)
{
  static const struct
  {
    const char *label;
    const char *kind;
    const char *cell;
    const char *want;
  } rows[] = {
    { "plain", "t", "US draft", "US draft\r\n" },
    { "empty", "t", "", "\r\n" },
    { "comma", "t", "parity, \"intends\"", "\"parity, \"\"intends\"\"\"\r\n" },
    { "line break", "t", "a\r\nb", "a  b\r\n" },
    { "UTF-8", "t", "Україна", "Україна\r\n" },
    { "thousands", "n", "881,102,288", "881102288\r\n" },
    { "thousands to the right", "r", "-1,000.5", "-1000.5\r\n" },
    { "figures in a text", "t", "1,2", "\"1,2\"\r\n" },
    { "share", "n", "52.3 %", "52.3 %\r\n" },
    { "negative", "n", "-5.6", "-5.6\r\n" },
    { "range below zero", "n", "-4.5..0", "-4.5..0\r\n" },
    { "formula", "t", "=1+1", "'=1+1\r\n" },
    { "formula with quotes", "t", "=cmd|\"/c\"!A0", "\"'=cmd|\"\"/c\"\"!A0\"\r\n" },
    { "formula after a number", "n", "-1+cmd|A", "'-1+cmd|A\r\n" },
    { "plus", "t", "+SUM(A1)", "'+SUM(A1)\r\n" },
    { "at", "t", "@SUM(A1)", "'@SUM(A1)\r\n" },
    { "dash", "t", "-", "-\r\n" },
    { "behind spaces", "t", " \t=1+1", "'=1+1\r\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(ParleyTable) table = parley_table_new (PARLEY_TABLE_RULED);
      g_autofree char *got = NULL;

      add_columns (table, rows[i].kind);
      parley_table_row (table);
      parley_table_cell_text (table, rows[i].cell);
      got = parley_table_to_csv (table);
      PARLEY_EXPECT_TEXT (rows[i].label, got, rows[i].want);
    }
}

static void
test_csv_table (void)
{
  g_autoptr(ParleyDocument) document
      = make_table (PARLEY_TABLE_RULED, "t Draft|2 United States|n score|t a, b",
                    "12 Feb|82.9\n-\n# Later\n= Both|1,000|x");
  const ParleyBlock *block = g_ptr_array_index (document->blocks, 0);
  g_autofree char *got = parley_table_to_csv (block->table);

  PARLEY_EXPECT_TEXT ("table", got,
                      "Draft,United States score,\"United States a, b\"\r\n"
                      "12 Feb,82.9,\r\n"
                      "Later,,\r\n"
                      "Both,1000,x\r\n");
}

void
parley_test_report (void)
{
  CU_pSuite suite = CU_add_suite ("report", NULL, NULL);

  CU_add_test (suite, "table text", test_table_text);
  CU_add_test (suite, "document text", test_document_text);
  CU_add_test (suite, "document Markdown", test_document_markdown);
  CU_add_test (suite, "empty document", test_empty_document);
  CU_add_test (suite, "Markdown escapes", test_markdown_escapes);
  CU_add_test (suite, "links", test_links);
  CU_add_test (suite, "charts without title", test_charts_without_title);
  CU_add_test (suite, "Markdown table", test_markdown_table);
  CU_add_test (suite, "CSV cells", test_csv_cells);
  CU_add_test (suite, "CSV table", test_csv_table);
}
