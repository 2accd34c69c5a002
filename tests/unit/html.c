/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "report/docx.h"
#include "report/html.h"
#include "report/html_part.h"
#include "report/html_style.h"
#include "report/number.h"

#include "expect.h"
#include "suites.h"

#define HOSTILE "</style><script>a & b</script> \"c\" 'd'"
#define SAFE "&lt;/style&gt;&lt;script&gt;a &amp; b&lt;/script&gt; &quot;c&quot; &#39;d&#39;"

/* What stands between the first @from and the next @to in @text, NULL where one is missing. */
static char *
between (const char *text, const char *from, const char *to)
{
  const char *start = strstr (text, from);
  const char *end = start != NULL ? strstr (start + strlen (from), to) : NULL;

  if (end == NULL)
    return NULL;
  return g_strndup (start + strlen (from), (gsize) (end - start) - strlen (from));
}

static char *
main_of (const ParleyDocument *document)
{
  g_autofree char *html = parley_document_to_html (document);

  return between (html, "<main>\n", "</main>");
}

static void
expect_main (const char *label, const ParleyDocument *document, const char *want)
{
  g_autofree char *got = main_of (document);

  PARLEY_EXPECT_TEXT (label, got, want);
}

static guint
count (const char *text, const char *part)
{
  guint n = 0;

  for (const char *p = text; (p = strstr (p, part)) != NULL; p++)
    n++;
  return n;
}

static void
test_blocks (void)
{
  g_autoptr(ParleyDocument) document = parley_document_new ();

  expect_main ("empty", document, "");
  parley_document_heading (document, 1, "A %s", HOSTILE);
  parley_document_lead (document, "B");
  parley_document_lead (document, "C");
  parley_document_heading (document, 4, "D");
  parley_document_note (document, "E");
  parley_document_bullet (document, "F");
  parley_document_entry (document, "G", "H");
  expect_main ("blocks", document,
               "<section id=\"page-1\">\n<h1>A " SAFE "</h1>\n"
               "<div class=\"lead\">\n<p>B</p>\n<p>C</p>\n</div>\n"
               "<h2>D</h2>\n"
               "<p class=\"note\"><strong>Note:</strong> E</p>\n"
               "<ul>\n<li>F</li>\n</ul>\n"
               "<dl>\n<div><dt>G</dt><dd>H</dd></div>\n</dl>\n"
               "</section>\n");
}

static void
test_links (void)
{
  g_autoptr(ParleyDocument) document = parley_document_new ();

  parley_document_bullet (document, "a");
  parley_document_link (document, "https://example.org/\"x'<y>");
  parley_document_bullet (document, "b");
  parley_document_link (document, "javascript:alert(1)");
  expect_main ("links", document,
               "<section id=\"page-1\">\n<ul>\n"
               "<li><a rel=\"external noopener noreferrer\" "
               "href=\"https://example.org/&quot;x&#39;&lt;y&gt;\">a</a></li>\n"
               "<li>b</li>\n</ul>\n</section>\n");
}

static void
test_pages (void)
{
  g_autoptr(ParleyDocument) document = parley_document_new ();
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;

  parley_document_paragraph (document, "before");
  parley_document_page (document, PARLEY_PAGE_FITS, "First " HOSTILE);
  parley_document_paragraph (document, "on it");
  one = parley_document_to_html (document);
  CU_ASSERT_PTR_NULL (strstr (one, "<nav"));
  parley_document_page (document, PARLEY_PAGE_FLOWS, "Second");
  expect_main ("pages", document,
               "<section id=\"page-1\">\n<p>before</p>\n</section>\n"
               "<section id=\"page-2\" class=\"fits\">\n<p>on it</p>\n</section>\n"
               "<section id=\"page-3\">\n</section>\n");
  {
    g_autofree char *html = parley_document_to_html (document);

    two = between (html, "<nav aria-label=\"Contents\">\n", "</nav>");
  }
  PARLEY_EXPECT_TEXT ("contents", two,
                      "<ol>\n<li><a href=\"#page-2\">First " SAFE "</a></li>\n"
                      "<li><a href=\"#page-3\">Second</a></li>\n</ol>\n");
}

static void
add_rows (ParleyTable *table)
{
  parley_table_row (table);
  parley_table_cell_text (table, HOSTILE);
  parley_table_cell_text (table, "9.25");
  parley_table_cell_text (table, "1");
  parley_table_section (table, "S");
  parley_table_row (table);
  parley_table_cell_text (table, NULL);
  parley_table_cell_text (table, "10");
  parley_table_rule (table);
  parley_table_row (table);
  parley_table_total (table);
  parley_table_cell_text (table, "T");
}

static void
test_table (void)
{
  g_autoptr(ParleyDocument) document = parley_document_new ();
  ParleyTable *table = parley_document_table (document, PARLEY_TABLE_RULED);

  parley_table_caption (table, "Cap & tion");
  parley_table_column (table, "Draft", PARLEY_COLUMN_TEXT);
  parley_table_group (table, "Both", 2);
  parley_table_column (table, NULL, PARLEY_COLUMN_NUMBER);
  parley_table_column (table, "x", PARLEY_COLUMN_LABEL);
  add_rows (table);
  parley_table_note (table, "note");
  expect_main (
      "table", document,
      "<section id=\"page-1\">\n<table>\n<caption>Cap &amp; tion</caption>\n"
      "<colgroup></colgroup><colgroup span=\"2\"></colgroup>\n<thead>\n"
      "<tr><td></td><th scope=\"colgroup\" class=\"group\" colspan=\"2\">Both</th></tr>\n"
      "<tr><th scope=\"col\" class=\"long\">Draft</th><td></td>"
      "<th scope=\"col\" class=\"label\">x</th></tr>\n</thead>\n<tbody>\n"
      "<tr><th scope=\"row\" class=\"long\">" SAFE "</th><td class=\"number\">9.25</td>"
      "<td class=\"label\">1</td></tr>\n</tbody>\n<tbody>\n"
      "<tr class=\"section\"><th scope=\"rowgroup\" colspan=\"3\">S</th></tr>\n"
      "<tr><td class=\"long\"></td><td class=\"number\">10\u2008\u2007\u2007</td>"
      "<td class=\"label\"></td></tr>\n"
      "<tr class=\"ruled\"><td class=\"long\"></td><td class=\"number\"></td>"
      "<td class=\"label\"></td></tr>\n"
      "<tr class=\"total\"><th scope=\"row\" class=\"long\">T</th><td class=\"number\"></td>"
      "<td class=\"label\"></td></tr>\n"
      "</tbody>\n</table>\n<p class=\"below\">note</p>\n</section>\n");
}

/* Only what may be too wide for a small screen has a box to move in. */
/* Words that no paper is wide enough for, and labels that are too long to stay in a line. */
static void
test_long_words (void)
{
  g_autofree char *fits = g_strnfill (30, 'a');
  g_autofree char *word = g_strconcat (fits, "\u0301", fits, "<", NULL);
  g_autofree char *text = g_strdup_printf ("%s %s %s", fits, fits, word);
  g_autofree char *want = g_strdup_printf ("<tr><td>%s %s %s\u0301<wbr>%s<wbr>&lt;</td></tr>\n",
                                           fits, fits, fits, fits);
  g_autoptr(ParleyDocument) document = parley_document_new ();
  ParleyTable *table = parley_document_table (document, PARLEY_TABLE_RULED);
  g_autofree char *html = NULL;
  g_autofree char *got = NULL;

  parley_table_column (table, NULL, PARLEY_COLUMN_LABEL);
  parley_table_row (table);
  parley_table_cell_text (table, text);
  html = parley_document_to_html (document);
  got = between (html, "<tbody>\n", "</tbody>");
  PARLEY_EXPECT_TEXT ("long words", got, want);
}

/* How wide a chart of @n bars is in a word processor's file. */
static guint64
width_of_bars (guint n)
{
  g_autoptr(ParleyDocument) document = parley_document_new ();
  g_autoptr(GPtrArray) pictures = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  ParleyChart *chart = parley_chart_new (PARLEY_CHART_BARS, "bars");
  ParleySeries *series = parley_chart_series (chart, PARLEY_SERIES_BARS, PARLEY_INK_FIRST, "one");
  g_autofree char *html = NULL;
  g_autofree char *width = NULL;

  for (guint i = 0; i < n; i++)
    {
      parley_scale_category (&chart->y, "bar");
      parley_series_point (series, 1 + i, i, NULL);
    }
  parley_document_take_chart (document, chart);
  html = parley_document_to_pandoc (document, 3, pictures, NULL);
  width = between (html, "style=\"width:", "pt\"");
  return width != NULL ? g_ascii_strtoull (width, NULL, 10) : 0;
}

/* Word processors cut off what is higher than a page. */
static void
test_high_chart (void)
{
  guint64 usual = width_of_bars (5);
  guint64 high = width_of_bars (100);

  CU_ASSERT_EQUAL (width_of_bars (10), usual);
  CU_ASSERT_TRUE (high > 0 && high < usual);
  CU_ASSERT_TRUE (width_of_bars (200) < high);
}

static void
test_box (void)
{
  g_autoptr(ParleyDocument) document = parley_document_new ();
  g_autofree char *html = NULL;

  for (guint n = 2; n <= 12; n += 10)
    {
      ParleyTable *table = parley_document_table (document, PARLEY_TABLE_RULED);

      for (guint i = 0; i < n; i++)
        parley_table_column (table, "title", PARLEY_COLUMN_LABEL);
    }
  html = main_of (document);
  CU_ASSERT_EQUAL (count (html, "class=\"box\""), 1);
  CU_ASSERT_PTR_NOT_NULL (strstr (html, "tabindex=\"0\" aria-label=\"Table 2\""));
}

static void
test_imprint (void)
{
  g_autoptr(ParleyDocument) document = parley_document_new ();
  g_autofree char *html = NULL;

  parley_imprint_set (&document->imprint.title, "T " HOSTILE);
  parley_imprint_set (&document->imprint.author, HOSTILE);
  parley_imprint_set (&document->imprint.marking, "M " HOSTILE);
  parley_imprint_set (&document->imprint.foot, "F " HOSTILE);
  parley_imprint_set (&document->imprint.language, "uk");
  parley_document_lead (document, "The answer");
  html = parley_document_to_html (document);
  CU_ASSERT_TRUE (g_str_has_prefix (html, "<!DOCTYPE html>\n<html lang=\"uk\">\n"));
  CU_ASSERT_PTR_NOT_NULL (strstr (html, "<title>T " SAFE "</title>"));
  CU_ASSERT_PTR_NOT_NULL (strstr (html, "<meta name=\"author\" content=\"" SAFE "\">"));
  CU_ASSERT_PTR_NOT_NULL (strstr (html, "<meta name=\"description\" content=\"The answer\">"));
  CU_ASSERT_EQUAL (count (html, "<p class=\"marking\">M " SAFE "</p>"), 2);
  CU_ASSERT_PTR_NOT_NULL (strstr (html, "<footer>\n<p>F " SAFE "</p>"));
  CU_ASSERT_EQUAL (count (html, "</style>"), 1);
  CU_ASSERT_PTR_NULL (strstr (html, "<script"));
}

/* What printed pages carry is a string of CSS, in which nothing of it may mean more. */
static void
test_style (void)
{
  g_autoptr(ParleyDocument) document = parley_document_new ();
  g_autofree char *policy = parley_html_policy ("x");
  g_autofree char *style = NULL;

  parley_imprint_set (&document->imprint.marking, "A-\"}b");
  style = parley_html_style (document);
  CU_ASSERT_PTR_NOT_NULL (strstr (style, "@top-center{content:\"A\\2d \\22 \\7d b\"}\n"));
  CU_ASSERT_PTR_NOT_NULL (
      strstr (style, "content:\"page \" counter(page) \" of \" counter(pages)"));
  CU_ASSERT_PTR_NULL (strstr (style, "@bottom-left{"));
  /* printf x | sha256sum | xxd -r -p | base64 */
  CU_ASSERT_PTR_NOT_NULL (
      strstr (policy, "style-src 'sha256-LXEWQrcmsEQBYnyp+6wy9chTD7GQPMTbAiWHF5IaSIE=';"));
}

/* The more there is on a page, the smaller it is, within bounds. */
static void
test_fit (void)
{
  g_autoptr(ParleyDocument) document = parley_document_new ();
  g_autofree char *style = NULL;
  double above = 8.5;

  parley_document_page (document, PARLEY_PAGE_FLOWS, "One");
  parley_document_page (document, PARLEY_PAGE_FITS, "Two");
  for (guint i = 0; i < 100; i++)
    {
      double size = parley_html_fit (document, 2, document->blocks->len);

      CU_ASSERT_TRUE (size <= above);
      above = size;
      parley_document_paragraph (document, "A paragraph of one line");
    }
  CU_ASSERT_EQUAL (above, 6);
  style = parley_html_style (document);
  CU_ASSERT_PTR_NOT_NULL (strstr (style, "@media print { #page-2 { font-size: 6.00pt } }\n"));
  CU_ASSERT_PTR_NULL (strstr (style, "#page-1"));
}

static void
test_numbers (void)
{
  static const char *const texts[] = { "1.25", "100", "82.9-87.7", "4.3-8", "over 99 %", "7 %" };
  static const char *const wants[] = {
    "1.25",     "100\u2008\u2007\u2007", "82.9-87.7\u2007", "4.3-8\u2008\u2007\u2007", "over 99 %",
    "7 %\u2008"
  };
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) aligned = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_ptr_array_add (cells, g_strdup (texts[i]));
  aligned = parley_number_align_type (cells);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    PARLEY_EXPECT_TEXT (texts[i], g_ptr_array_index (aligned, i), wants[i]);
}

void
parley_test_html (void)
{
  CU_pSuite suite = CU_add_suite ("html", NULL, NULL);

  CU_ADD_TEST (suite, test_blocks);
  CU_ADD_TEST (suite, test_links);
  CU_ADD_TEST (suite, test_pages);
  CU_ADD_TEST (suite, test_table);
  CU_ADD_TEST (suite, test_long_words);
  CU_ADD_TEST (suite, test_high_chart);
  CU_ADD_TEST (suite, test_box);
  CU_ADD_TEST (suite, test_imprint);
  CU_ADD_TEST (suite, test_style);
  CU_ADD_TEST (suite, test_fit);
  CU_ADD_TEST (suite, test_numbers);
}
