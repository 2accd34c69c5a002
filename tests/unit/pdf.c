/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "report/glyphs.h"
#include "report/pdf.h"
#include "report/pdf_part.h"

#include "expect.h"
#include "suites.h"

static ParleyType
set_up (void)
{
  const ParleyImprint imprint = { .language = NULL };

  return (ParleyType){ parley_type_context_new (&imprint), PARLEY_PDF_USUAL, 1, 1 };
}

static GPtrArray *
sheets_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
}

static ParleyBox *
add_box (ParleyFlow *flow, double space, double height, gboolean keep)
{
  ParleyBox *box = parley_box_new (space, height);

  box->keep = keep;
  g_ptr_array_add (flow->boxes, box);
  return box;
}

/* Which boxes of @flow a sheet has, and where: "0@0 1@12". */
static char *
describe (const ParleyFlow *flow, GPtrArray *sheets)
{
  GString *text = g_string_new (NULL);

  for (guint s = 0; s < sheets->len; s++)
    {
      GArray *sheet = g_ptr_array_index (sheets, s);

      g_string_append (text, s > 0 ? " / " : "");
      for (guint i = 0; i < sheet->len; i++)
        {
          const ParleyPlaced *placed = &g_array_index (sheet, ParleyPlaced, i);
          guint index = 0;

          (void) g_ptr_array_find (flow->boxes, placed->box, &index);
          g_string_append_printf (text, "%s%u@%g", i > 0 ? " " : "", index, placed->y);
        }
    }
  return g_string_free (text, FALSE);
}

static void
expect_sheets (const char *label, const ParleyFlow *flow, const char *want)
{
  g_autoptr(GPtrArray) sheets = sheets_new ();
  g_autofree char *got = NULL;

  parley_pdf_place (flow, sheets);
  got = describe (flow, sheets);
  PARLEY_EXPECT_TEXT (label, got, want);
}

static void
test_place (void)
{
  ParleyType type = { NULL, 8, 1, 1 };
  g_autoptr(ParleyFlow) flow = parley_flow_new (&type);

  expect_sheets ("nothing", flow, "");
  add_box (flow, 5, 300, FALSE);
  add_box (flow, 5, 300, FALSE);
  expect_sheets ("no space at the top", flow, "0@0 1@305");
  add_box (flow, 5, 100, TRUE);
  add_box (flow, 5, 100, FALSE);
  expect_sheets ("kept together", flow, "0@0 1@305 / 2@0 3@105");
  for (guint i = 0; i < 3; i++)
    add_box (flow, 0, 400, TRUE);
  expect_sheets ("higher than a sheet", flow, "0@0 1@305 / 2@0 3@105 / 4@0 / 5@0 / 6@0");
}

static void
test_head (void)
{
  ParleyType type = { NULL, 8, 1, 1 };
  g_autoptr(ParleyFlow) flow = parley_flow_new (&type);
  g_autoptr(GPtrArray) head = g_ptr_array_new ();

  g_ptr_array_add (head, add_box (flow, 0, 20, TRUE));
  for (guint i = 0; i < 4; i++)
    add_box (flow, 1, 300, FALSE)->head = g_ptr_array_ref (head);
  expect_sheets ("repeated", flow, "0@0 1@21 2@322 / 0@0 3@21 4@322");
  ((ParleyBox *) g_ptr_array_index (flow->boxes, 0))->height = 400;
  expect_sheets ("too high to be repeated", flow, "0@0 1@401 / 2@0 3@301 / 4@0");
}

static ParleyTable *
make_table (guint n_columns, guint n_rows)
{
  static const ParleyColumnKind kinds[]
      = { PARLEY_COLUMN_TEXT, PARLEY_COLUMN_NUMBER, PARLEY_COLUMN_LABEL, PARLEY_COLUMN_RIGHT };
  ParleyTable *table = parley_table_new (PARLEY_TABLE_RULED);

  for (guint i = 0; i < n_columns; i++)
    parley_table_column (table, "a title of some words", kinds[i % G_N_ELEMENTS (kinds)]);
  for (guint row = 0; row < n_rows; row++)
    {
      parley_table_row (table);
      for (guint i = 0; i < n_columns; i++)
        if (i % 4 == 1)
          parley_table_cell (table, "%u.%u-%u", row * i, row, row * 100);
        else
          parley_table_cell (table, "text %u of these %s", row, i % 4 == 0 ? "many words" : "");
    }
  return table;
}

/* No column gets less than its longest word, and all together no more than the measure. */
static void
test_columns (void)
{
  ParleyType type = set_up ();

  for (guint n = 1; n <= 10; n++)
    {
      g_autoptr(ParleyTable) table = make_table (n, 9);

      for (guint i_measure = 0; i_measure < 8; i_measure++)
        {
          double measure = 40 + 110 * i_measure;
          ParleyPdfColumns *columns = parley_pdf_columns_new (&type, table, 6, measure);
          double least = (n - 1) * 6;

          for (guint i = 0; i < n; i++)
            {
              CU_ASSERT_TRUE (columns->widths[i] >= columns->least[i] - 1e-9);
              CU_ASSERT_TRUE (columns->widths[i] <= columns->most[i] + 1e-9);
              least += columns->least[i];
            }
          CU_ASSERT_TRUE (parley_pdf_columns_total (columns) <= MAX (least, measure) + 1e-9);
          parley_pdf_columns_free (columns);
        }
    }
  g_object_unref (type.context);
}

/* The widest give way alone. */
static void
test_squeeze (void)
{
  ParleyType type = set_up ();

  for (guint n_long = 1; n_long <= 3; n_long++)
    {
      g_autoptr(ParleyTable) table = parley_table_new (PARLEY_TABLE_RULED);
      g_autofree char *word = g_strnfill (400, 'w');
      ParleyPdfColumns *columns = NULL;

      for (guint i = 0; i < 4; i++)
        parley_table_column (table, i < n_long ? word : "narrow", PARLEY_COLUMN_TEXT);
      parley_table_row (table);
      columns = parley_pdf_columns_new (&type, table, 6, PARLEY_PDF_MEASURE);
      parley_pdf_columns_squeeze (columns, PARLEY_PDF_MEASURE);
      CU_ASSERT_DOUBLE_EQUAL (parley_pdf_columns_total (columns), PARLEY_PDF_MEASURE, 1e-6);
      CU_ASSERT_DOUBLE_EQUAL (columns->widths[0], columns->widths[n_long - 1], 1e-6);
      CU_ASSERT_TRUE (columns->widths[3] >= columns->least[3] - 1e-9);
      parley_pdf_columns_squeeze (columns, 60);
      CU_ASSERT_DOUBLE_EQUAL (parley_pdf_columns_total (columns), 60, 1e-6);
      parley_pdf_columns_free (columns);
    }
  g_object_unref (type.context);
}

/* The right edge of the last text in @box. */
static double
right_of (const ParleyBox *box)
{
  double right = 0;

  for (guint i = 0; i < box->marks->len; i++)
    {
      const ParleyMark *mark = &g_array_index (box->marks, ParleyMark, i);

      right = mark->kind == PARLEY_MARK_LINE ? mark->x + mark->width : right;
    }
  return right;
}

/* Nothing in the flow reaches over an edge. */
static void
expect_inside (const char *label, const ParleyFlow *flow)
{
  for (guint i = 0; i < flow->boxes->len; i++)
    {
      const ParleyBox *box = g_ptr_array_index (flow->boxes, i);

      for (guint m = 0; m < box->marks->len; m++)
        {
          const ParleyMark *mark = &g_array_index (box->marks, ParleyMark, m);

          if (mark->x < -0.01 || mark->x + mark->width > PARLEY_PDF_MEASURE + 0.5
              || mark->y > box->height + 0.01)
            PARLEY_EXPECT_TEXT (label, "outside", "inside");
        }
      CU_ASSERT_TRUE (box->height < PARLEY_PDF_DEPTH);
    }
}

static void
test_tables (void)
{
  ParleyType type = set_up ();

  for (guint n = 1; n <= 40; n += 3)
    {
      g_autoptr(ParleyFlow) flow = parley_flow_new (&type);
      g_autoptr(ParleyTable) table = make_table (n, 4);

      parley_flow_add_table (flow, table);
      CU_ASSERT_TRUE (flow->boxes->len >= 5);
      expect_inside ("table", flow);
    }
  g_object_unref (type.context);
}

/* Tables that lack something. */
static void
test_odd_tables (void)
{
  ParleyType type = set_up ();

  for (guint odd = 0; odd < 64; odd++)
    {
      g_autoptr(ParleyFlow) flow = parley_flow_new (&type);
      g_autoptr(ParleyTable) table
          = parley_table_new ((odd & 1) != 0 ? PARLEY_TABLE_PLAIN : PARLEY_TABLE_RULED);

      if ((odd & 2) != 0)
        parley_table_group (table, "a group of more columns than there are", 3);
      if ((odd & 4) != 0)
        parley_table_column (table, (odd & 2) != 0 ? NULL : "title", PARLEY_COLUMN_NUMBER);
      if ((odd & 8) != 0)
        parley_table_rule (table);
      if ((odd & 16) != 0)
        parley_table_section (table, "section");
      if ((odd & 32) != 0)
        parley_table_total (table);
      parley_table_note (table, "note");
      parley_flow_add_table (flow, table);
      expect_inside ("odd table", flow);
    }
  g_object_unref (type.context);
}

/* Whether the boxes of @document stay with what follows: "y" or "n" for each. */
static void
expect_kept (const char *label, const ParleyDocument *document, const char *want)
{
  ParleyType type = set_up ();
  g_autoptr(ParleyFlow) flow = parley_flow_new (&type);
  g_autoptr(GString) got = g_string_new (NULL);

  parley_flow_add_blocks (flow, document, 0, document->blocks->len);
  for (guint i = 0; i < flow->boxes->len; i++)
    g_string_append_c (got, ((ParleyBox *) g_ptr_array_index (flow->boxes, i))->keep ? 'y' : 'n');
  PARLEY_EXPECT_TEXT (label, got->str, want);
  g_object_unref (type.context);
}

static void
test_lists (void)
{
  g_autoptr(ParleyDocument) document = parley_document_new ();

  parley_document_heading (document, 2, "Files");
  parley_document_bullet (document, "one");
  expect_kept ("one item", document, "yn");
  parley_document_bullet (document, "two");
  parley_document_bullet (document, "three");
  expect_kept ("a short list", document, "yyyn");
  parley_document_bullet (document, "four");
  parley_document_bullet (document, "five");
  expect_kept ("the ends of a list", document, "yynnyn");
}

static void
test_introductions (void)
{
  g_autoptr(ParleyDocument) document = parley_document_new ();

  parley_document_paragraph (document, "before");
  parley_document_entry (document, "a", "list");
  expect_kept ("no heading", document, "nn");
  parley_document_heading (document, 2, "Heading");
  parley_document_paragraph (document, "introduction");
  expect_kept ("nothing to introduce", document, "nnyn");
  parley_document_entry (document, "a", "list");
  expect_kept ("introduction", document, "nnyyn");
}

/* Words of any length, in every kind of block, in pieces that fit a sheet. */
static void
test_long_words (void)
{
  ParleyType type = set_up ();
  g_autoptr(ParleyDocument) document = parley_document_new ();
  g_autoptr(ParleyFlow) flow = parley_flow_new (&type);
  g_autofree char *word = g_strnfill (4000, 'w');
  ParleyTable *table = NULL;

  parley_document_heading (document, 1, "%s", word);
  parley_document_lead (document, "%s", word);
  parley_document_note (document, "%s", word);
  parley_document_bullet (document, "%s", word);
  parley_document_entry (document, word, "%s", word);
  table = parley_document_table (document, PARLEY_TABLE_PLAIN);
  parley_table_caption (table, "%s", word);
  for (guint i = 0; i < 3; i++)
    parley_table_column (table, i == 0 ? word : "b", PARLEY_COLUMN_TEXT);
  parley_table_row (table);
  for (guint i = 0; i < 3; i++)
    parley_table_cell_text (table, word);
  parley_table_note (table, "%s", word);
  parley_flow_add_blocks (flow, document, 0, document->blocks->len);
  expect_inside ("long words", flow);
  g_object_unref (type.context);
}

/* Decimal points stand below each other. */
static void
test_points (void)
{
  static const char *const texts[] = { "1.25", "100", "82.9-87.7", "7.5 %" };
  ParleyType type = set_up ();
  g_autoptr(ParleyFlow) flow = parley_flow_new (&type);
  g_autoptr(ParleyTable) table = parley_table_new (PARLEY_TABLE_RULED);
  double points[G_N_ELEMENTS (texts)] = { 0 };

  parley_table_column (table, NULL, PARLEY_COLUMN_NUMBER);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      parley_table_row (table);
      parley_table_cell_text (table, texts[i]);
    }
  parley_flow_add_table (flow, table);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const char *tail = strrchr (texts[i], '.');
      g_autoptr(PangoLayout) layout
          = parley_type_set_number (&type, PARLEY_TYPE_CELL, tail != NULL ? tail : "");
      int width = 0;

      pango_layout_get_size (layout, &width, NULL);
      points[i] = right_of (parley_flow_last (flow, G_N_ELEMENTS (texts) - 1 - i))
                  - pango_units_to_double (width);
    }
  for (guint i = 1; i < G_N_ELEMENTS (texts); i++)
    CU_ASSERT_DOUBLE_EQUAL (points[i], points[0], 0.1);
  g_object_unref (type.context);
}

static void
test_bytes (void)
{
  g_autoptr(ParleyDocument) document = parley_document_new ();
  GString *one = g_string_new ("before");
  GString *two = g_string_new ("before");

  CU_ASSERT_TRUE (parley_document_to_pdf (document, one, NULL)); /* an empty page */
  g_string_truncate (one, 6);
  parley_document_page (document, PARLEY_PAGE_FITS, "A (page)");
  parley_document_heading (document, 1, "A heading");
  CU_ASSERT_TRUE (parley_document_to_pdf (document, one, NULL));
  CU_ASSERT_TRUE (parley_document_to_pdf (document, two, NULL));
  CU_ASSERT_TRUE (g_str_has_prefix (one->str, "before%PDF-1."));
  CU_ASSERT_TRUE (g_string_equal (one, two));
  g_string_free (one, TRUE);
  g_string_free (two, TRUE);
}

static void
test_glyphs (void)
{
  g_autoptr(ParleyDocument) document = parley_document_new ();
  ParleyTable *table = NULL;
  g_autofree char *none = NULL;
  g_autofree char *some = NULL;

  parley_document_lead (document, "Україна – “quoted” 7 %%");
  none = parley_glyphs_missing (document);
  PARLEY_EXPECT_TEXT ("all there", none, NULL);
  table = parley_document_table (document, PARLEY_TABLE_RULED);
  parley_table_column (table, "\U00012000", PARLEY_COLUMN_TEXT);
  parley_table_row (table);
  parley_table_cell_text (table, "\U00012001\U00012000");
  some = parley_glyphs_missing (document);
  PARLEY_EXPECT_TEXT ("cuneiform", some, "\U00012000 (U+12000), \U00012001 (U+12001)");
}

void
parley_test_pdf (void)
{
  CU_pSuite suite = CU_add_suite ("pdf", NULL, NULL);

  CU_ADD_TEST (suite, test_place);
  CU_ADD_TEST (suite, test_head);
  CU_ADD_TEST (suite, test_columns);
  CU_ADD_TEST (suite, test_squeeze);
  CU_ADD_TEST (suite, test_tables);
  CU_ADD_TEST (suite, test_odd_tables);
  CU_ADD_TEST (suite, test_lists);
  CU_ADD_TEST (suite, test_introductions);
  CU_ADD_TEST (suite, test_long_words);
  CU_ADD_TEST (suite, test_points);
  CU_ADD_TEST (suite, test_bytes);
  CU_ADD_TEST (suite, test_glyphs);
}
