/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <expat.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

#include "report/chart_layout.h"
#include "report/lettering.h"
#include "report/paint.h"
#include "report/svg.h"

#include "expect.h"
#include "suites.h"

#define HOSTILE "<script>alert(1)</script> & \"quoted\" ]]> \uffff"

/* A name that may be long, foreign or hostile. */
static char *
random_name (GRand *rand)
{
  static const char *const names[] = { "US share", "Україна", HOSTILE, "議題", "" };
  const char *name = names[g_rand_int_range (rand, 0, G_N_ELEMENTS (names))];

  if (g_rand_int_range (rand, 0, 6) == 0)
    return g_strnfill ((gsize) g_rand_int_range (rand, 1, 300), 'W');
  return g_strdup (name);
}

static void
add_random_cell (ParleySeries *series, guint index, const char *label)
{
  guint row = index / 7;

  parley_series_cell (series, index % 7, row, index % 5 == 0 ? NAN : index / 30.0, label);
}

static void
add_random_data (ParleyChart *chart, ParleySeries *series, GRand *rand)
{
  double size = g_rand_int_range (rand, 0, 4) == 0 ? 1e9 : 100;
  guint n = (guint) g_rand_int_range (rand, 0, 30);

  for (guint d = 0; d < n; d++)
    {
      double x = g_rand_double (rand) * size;
      double y = chart->form == PARLEY_CHART_XY ? g_rand_double (rand) * 100 : d;
      g_autofree char *label = g_rand_boolean (rand) ? random_name (rand) : NULL;

      if (series->kind == PARLEY_SERIES_RULE)
        parley_series_point (series, x, NAN, label);
      else if (series->kind == PARLEY_SERIES_CELLS && chart->form == PARLEY_CHART_XY)
        parley_series_patch (series, x, y, x + 1, y + 1, g_rand_double (rand));
      else if (series->kind == PARLEY_SERIES_CELLS)
        add_random_cell (series, d, label);
      else if (g_rand_boolean (rand))
        parley_series_point (series, x, y, label);
      else
        parley_series_box (series, x, y, x * g_rand_double (rand), y, label);
    }
}

static ParleyChart *
random_chart (GRand *rand)
{
  ParleyChartForm form = (ParleyChartForm) g_rand_int_range (rand, 0, PARLEY_CHART_MATRIX + 1);
  g_autofree char *title = random_name (rand);
  ParleyChart *chart = parley_chart_new (form, title);
  guint n_categories = (guint) g_rand_int_range (rand, 1, 40);
  guint n_series = (guint) g_rand_int_range (rand, 0, 8);

  parley_chart_describe (chart, "%s", HOSTILE);
  parley_scale_title (&chart->x, "%s", title);
  parley_scale_title (&chart->y, "%s", title);
  for (guint c = 0; c < n_categories && form != PARLEY_CHART_XY; c++)
    {
      g_autofree char *row = random_name (rand);

      parley_scale_category (&chart->y, row);
      if (form == PARLEY_CHART_MATRIX)
        parley_scale_category (&chart->x, row);
    }
  for (guint s = 0; s < n_series; s++)
    {
      guint kind
          = form == PARLEY_CHART_MATRIX ? PARLEY_SERIES_CELLS
            : form == PARLEY_CHART_XY
                ? (guint) g_rand_int_range (rand, PARLEY_SERIES_POINTS, PARLEY_SERIES_CELLS + 1)
                : (guint) g_rand_int_range (rand, 0, PARLEY_SERIES_WHISKERS + 1);
      g_autofree char *name = random_name (rand);
      ParleySeries *series
          = parley_chart_series (chart, (ParleySeriesKind) kind,
                                 (ParleyInk) g_rand_int_range (rand, 0, PARLEY_INK_ACCENT + 1),
                                 name);

      series->shape = (ParleyMarkShape) g_rand_int_range (rand, 0, PARLEY_SHAPE_STAR + 1);
      series->fill = (ParleyFill) g_rand_int_range (rand, 0, PARLEY_FILL_HOLLOW + 1);
      add_random_data (chart, series, rand);
    }
  return chart;
}

/* Nothing that is drawn goes over the edge. */
static void
check_bounds (const ParleyPicture *picture)
{
  for (guint f = 0; f < picture->figures->len; f++)
    {
      const ParleyFigure *figure = parley_picture_get (picture, f);
      double length = figure->text == NULL
                          ? 0
                          : parley_lettering_width (figure->text, figure->size, figure->bold);
      double before = figure->anchor == PARLEY_ANCHOR_START  ? 0
                      : figure->anchor == PARLEY_ANCHOR_END ? length
                                                            : length / 2;

      for (guint c = 0; c < figure->corners->len; c++)
        {
          const ParleyPathCorner *corner = parley_figure_corner (figure, c);
          double along = figure->upright ? picture->height - corner->y : corner->x;
          double room = figure->upright ? picture->height : picture->width;

          CU_ASSERT (corner->x >= -0.01 && corner->x <= picture->width + 0.01);
          CU_ASSERT (corner->y >= -0.01 && corner->y <= picture->height + 0.01);
          CU_ASSERT (along - before >= -0.01 && along - before + length <= room + 0.01);
        }
    }
}

/* Whether @text is well-formed. */
static gboolean
is_xml (const char *text)
{
  XML_Parser parser = XML_ParserCreate (NULL);
  enum XML_Status status = XML_Parse (parser, text, (int) strlen (text), TRUE);

  XML_ParserFree (parser);
  return status == XML_STATUS_OK;
}

static void
test_any_chart (void)
{
  GRand *rand = g_rand_new_with_seed (1950);

  for (guint n = 0; n < 120; n++)
    {
      g_autoptr(ParleyChart) chart = random_chart (rand);
      g_autoptr(ParleyPicture) picture = parley_chart_lay_out (chart, 300 + n % 5 * 100);
      g_autofree char *alone = parley_chart_to_svg (chart, PARLEY_SVG_ALONE);
      g_autofree char *within = parley_chart_to_svg (chart, PARLEY_SVG_INLINE);

      check_bounds (picture);
      CU_ASSERT_TRUE (is_xml (alone));
      CU_ASSERT_TRUE (is_xml (within));
      CU_ASSERT_PTR_NULL (strstr (alone, "<script"));
      CU_ASSERT_PTR_NULL (strstr (within, "\uffff"));
    }
  g_rand_free (rand);
}

static ParleyChart *
small_chart (void)
{
  ParleyChart *chart = parley_chart_new (PARLEY_CHART_XY, "Drafts & deals");
  ParleySeries *drafts
      = parley_chart_series (chart, PARLEY_SERIES_POINTS, PARLEY_INK_FIRST, "Draft");

  parley_chart_describe (chart, "One draft at 40, 60.");
  parley_scale_fix (&chart->x, 0, 100);
  parley_scale_fix (&chart->y, 0, 100);
  parley_series_point (drafts, 40, 60, "Перша <1>");
  return chart;
}

static void
test_svg (void)
{
  g_autoptr(ParleyChart) chart = small_chart ();
  g_autofree char *alone = parley_chart_to_svg (chart, PARLEY_SVG_ALONE);
  g_autofree char *within = parley_chart_to_svg (chart, PARLEY_SVG_INLINE);
  g_autofree char *light = parley_svg_style (FALSE);
  g_autofree char *dark = parley_svg_style (TRUE);

  CU_ASSERT_TRUE (g_str_has_prefix (alone, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg "));
  CU_ASSERT_PTR_NOT_NULL (strstr (alone, "role=\"img\" aria-labelledby=\"chart-"));
  CU_ASSERT_PTR_NOT_NULL (strstr (alone, "-title\">Drafts &amp; deals</title>"));
  CU_ASSERT_PTR_NOT_NULL (strstr (alone, "-desc\">One draft at 40, 60.</desc>"));
  CU_ASSERT_PTR_NOT_NULL (strstr (alone, ">Перша &lt;1&gt;</text>"));
  CU_ASSERT_PTR_NOT_NULL (strstr (alone, "fill=\"#ffffff\""));
  CU_ASSERT_PTR_NULL (strstr (alone, "class="));
  CU_ASSERT_TRUE (g_str_has_prefix (within, "<svg "));
  CU_ASSERT_PTR_NOT_NULL (strstr (within, "class=\"first\" color=\"#0072b2\""));
  CU_ASSERT_PTR_NOT_NULL (strstr (light, ".parley-chart .first { color: #0072b2 }\n"));
  CU_ASSERT_PTR_NOT_NULL (strstr (dark, ".parley-chart .paper { color: #14181c }\n"));
}

/* Where names have no room numbers stand for them, and the names in a list: first those of deals,
 * then of rules as well. */
static void
test_numbers (void)
{
  const char *name = "A name that is far too long to stand beside the point that it belongs to";
  g_autoptr(ParleyChart) chart = small_chart ();
  g_autofree char *before = parley_chart_to_svg_file (chart, 480);
  g_autofree char *wide = NULL;
  g_autofree char *narrow = NULL;

  parley_series_point (parley_chart_series (chart, PARLEY_SERIES_RULE, PARLEY_INK_FIRST, NULL), 50,
                       NAN, "Accepts from 50");
  parley_series_point (g_ptr_array_index (chart->series, 0), 41, 61, name);
  wide = parley_chart_to_svg_file (chart, 480);
  narrow = parley_chart_to_svg_file (chart, 160);
  CU_ASSERT_PTR_NULL (strstr (before, ">1</text>"));
  CU_ASSERT_PTR_NOT_NULL (strstr (wide, ">2</text>"));
  CU_ASSERT_PTR_NULL (strstr (wide, ">3</text>"));
  CU_ASSERT_PTR_NOT_NULL (strstr (wide, ">Accepts from 50</text>"));
  CU_ASSERT_PTR_NOT_NULL (strstr (narrow, ">3</text>"));
  CU_ASSERT_PTR_NOT_NULL (strstr (narrow, ">Accepts from 50</text>"));
}

/* As wide as pango makes it, in points of a size of 100. */
static double
pango_width (PangoContext *context, const char *text, gboolean bold)
{
  PangoFontDescription *font
      = pango_font_description_from_string (bold ? "DejaVu Sans Bold" : "DejaVu Sans");
  g_autoptr(PangoLayout) layout = pango_layout_new (context);
  int width = 0;

  pango_font_description_set_absolute_size (font, 100 * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_size (layout, &width, NULL);
  pango_font_description_free (font);
  return (double) width / PANGO_SCALE;
}

/* The table of widths is that of the font: kerning aside in regular type, and roughly, but never
 * by much too little, in bold. */
static void
test_widths (void)
{
  static const char *const texts[] = { "United States",
                                       "What each issue weighs for each party",
                                       "0123456789.,-% ()\"",
                                       "Україна, проєкт угоди: Ґанок її",
                                       "Ünder Łódź, größe, çok, 12 €",
                                       "“quoted” – … · 5‰" };
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      double regular = parley_lettering_width (texts[i], 100, FALSE);
      double bold = parley_lettering_width (texts[i], 100, TRUE);

      CU_ASSERT (fabs (regular / pango_width (context, texts[i], FALSE) - 1) < 0.03);
      CU_ASSERT (bold / pango_width (context, texts[i], TRUE) > 0.96);
      CU_ASSERT (bold / pango_width (context, texts[i], TRUE) < 1.12);
    }
  g_object_unref (context);
}

/* The same bytes each time, and no time in them. */
static void
test_paint (void)
{
  g_autoptr(ParleyChart) chart = small_chart ();
  GString *png = g_string_new (NULL);
  GString *pdf = g_string_new (NULL);
  GString *again = g_string_new (NULL);
  g_autoptr(GError) error = NULL;

  CU_ASSERT_TRUE (parley_paint_has_font (&error));
  CU_ASSERT_TRUE (parley_chart_to_png (chart, 300, 2, png, &error));
  CU_ASSERT (png->len > 1000 && memcmp (png->str, "\x89PNG", 4) == 0);
  /* The header holds width and height, big end first. */
  CU_ASSERT_EQUAL ((guchar) png->str[18] * 256 + (guchar) png->str[19], 600);
  CU_ASSERT_EQUAL ((guchar) png->str[22] * 256 + (guchar) png->str[23],
                   (int) (2 * parley_chart_height (chart, 300)));
  CU_ASSERT_TRUE (parley_chart_to_pdf (chart, 300, pdf, &error));
  CU_ASSERT_TRUE (parley_chart_to_pdf (chart, 300, again, &error));
  CU_ASSERT_TRUE (g_string_equal (pdf, again));
  CU_ASSERT (pdf->len > 1000 && g_str_has_prefix (pdf->str, "%PDF-"));
  CU_ASSERT_PTR_NULL (g_strstr_len (pdf->str, (gssize) pdf->len, "CreationDate"));
  CU_ASSERT_EQUAL (parley_paint_missing ("Україна, US & 12 %"), 0);
  CU_ASSERT_EQUAL (parley_paint_missing ("a\U0010fffdb"), 0x10fffd);
  g_string_free (png, TRUE);
  g_string_free (pdf, TRUE);
  g_string_free (again, TRUE);
}

static void
test_empty (void)
{
  g_autoptr(ParleyChart) chart = parley_chart_new (PARLEY_CHART_BARS, "Weights");
  g_autofree char *svg = parley_chart_to_svg (chart, PARLEY_SVG_ALONE);

  CU_ASSERT_PTR_NOT_NULL (strstr (svg, "There is nothing to show."));
}

void
parley_test_picture (void)
{
  CU_pSuite suite = CU_add_suite ("picture", NULL, NULL);

  CU_add_test (suite, "any chart", test_any_chart);
  CU_add_test (suite, "SVG", test_svg);
  CU_add_test (suite, "numbers", test_numbers);
  CU_add_test (suite, "widths of letters", test_widths);
  CU_add_test (suite, "paint", test_paint);
  CU_add_test (suite, "empty", test_empty);
}
