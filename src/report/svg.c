/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/svg.h"

#include "report/chart_layout.h"
#include "report/html_part.h"
#include "report/tone.h"

/* DejaVu Sans is what room is made for (lettering.h); the others are narrower. */
#define FONTS "DejaVu Sans, Verdana, Arial, sans-serif"

/* With two decimals at most. */
static void
append_number (GString *out, double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  gsize length = 0;

  g_ascii_formatd (text, sizeof text, "%.2f", number);
  length = strlen (text);
  while (text[length - 1] == '0')
    length--;
  if (text[length - 1] == '.')
    length--;
  text[length] = '\0';
  g_string_append (out, g_str_equal (text, "-0") ? "0" : text);
}

static void
append_attribute (GString *out, const char *name, double number)
{
  g_string_append_printf (out, " %s=\"", name);
  append_number (out, number);
  g_string_append_c (out, '"');
}

/* "#0072b2", or what the element's class says. */
static const char *
colour (guint tone, ParleySvgKind kind, char *text)
{
  if (kind == PARLEY_SVG_INLINE)
    return "currentColor";
  g_snprintf (text, 8, "#%06x", parley_tone_light (tone));
  return text;
}

static void
append_class (GString *out, guint tone, ParleySvgKind kind)
{
  if (kind == PARLEY_SVG_INLINE)
    g_string_append_printf (out, " class=\"%s\" color=\"#%06x\"", parley_tone_name (tone),
                            parley_tone_light (tone));
}

static void
append_dash (GString *out, ParleyDash dash)
{
  const double *lengths = NULL;
  guint n = parley_dash_lengths (dash, &lengths);

  for (guint i = 0; i < n; i++)
    {
      g_string_append (out, i == 0 ? " stroke-dasharray=\"" : " ");
      append_number (out, lengths[i]);
    }
  g_string_append (out, n == 0 ? "" : "\"");
}

static void
append_look (GString *out, const ParleyLook *look, ParleySvgKind kind)
{
  char text[8];

  append_class (out, look->tone, kind);
  g_string_append_printf (out, " fill=\"%s\"",
                          look->fill == 0 ? "none" : colour (look->tone, kind, text));
  if (look->fill > 0 && look->fill < 1)
    append_attribute (out, "fill-opacity", look->fill);
  if (look->line == 0)
    return;
  g_string_append_printf (out, " stroke=\"%s\"", colour (look->tone, kind, text));
  append_attribute (out, "stroke-width", look->line);
  append_dash (out, look->dash);
}

static void
append_path (GString *out, const ParleyFigure *figure, ParleySvgKind kind)
{
  g_string_append (out, "<path");
  append_look (out, &figure->look, kind);
  g_string_append (out, " d=\"");
  for (guint c = 0; c < figure->corners->len; c++)
    {
      const ParleyPathCorner *corner = parley_figure_corner (figure, c);

      if (corner->begins && c > 0 && figure->closed)
        g_string_append_c (out, 'z');
      g_string_append_c (out, corner->begins ? 'M' : 'L');
      append_number (out, corner->x);
      g_string_append_c (out, ' ');
      append_number (out, corner->y);
    }
  g_string_append (out, figure->closed ? "z\"/>\n" : "\"/>\n");
}

static void
append_disc (GString *out, const ParleyFigure *figure, ParleySvgKind kind)
{
  const ParleyPathCorner *middle = parley_figure_corner (figure, 0);

  g_string_append (out, "<circle");
  append_look (out, &figure->look, kind);
  append_attribute (out, "cx", middle->x);
  append_attribute (out, "cy", middle->y);
  append_attribute (out, "r", figure->size);
  g_string_append (out, "/>\n");
}

static void
append_text (GString *out, const ParleyFigure *figure, ParleySvgKind kind)
{
  static const char *const anchors[] = { "", " text-anchor=\"middle\"", " text-anchor=\"end\"" };
  const ParleyPathCorner *at = parley_figure_corner (figure, 0);
  char text[8];

  g_string_append (out, "<text");
  append_class (out, figure->look.tone, kind);
  g_string_append_printf (out, " fill=\"%s\"", colour (figure->look.tone, kind, text));
  append_attribute (out, "font-size", figure->size);
  g_string_append (out, figure->bold ? " font-weight=\"bold\"" : "");
  g_string_append (out, anchors[figure->anchor]);
  append_attribute (out, "x", at->x);
  append_attribute (out, "y", at->y);
  if (figure->upright)
    {
      g_string_append (out, " transform=\"rotate(-90 ");
      append_number (out, at->x);
      g_string_append_c (out, ' ');
      append_number (out, at->y);
      g_string_append (out, ")\"");
    }
  g_string_append_c (out, '>');
  parley_html_append_text (out, figure->text);
  g_string_append (out, "</text>\n");
}

static void
append_figure (GString *out, const ParleyFigure *figure, ParleySvgKind kind)
{
  if (figure->kind == PARLEY_FIGURE_PATH && figure->corners->len > 0)
    append_path (out, figure, kind);
  else if (figure->kind == PARLEY_FIGURE_DISC)
    append_disc (out, figure, kind);
  else if (figure->kind == PARLEY_FIGURE_TEXT)
    append_text (out, figure, kind);
}

static void
append_figures (GString *out, const ParleyPicture *picture, ParleySvgKind kind)
{
  ParleyRectangle all = { 0, 0, picture->width, picture->height };

  if (kind == PARLEY_SVG_ALONE)
    {
      g_autoptr(ParleyPicture) ground = parley_picture_new (picture->width);

      parley_picture_rectangle (ground, (ParleyLook){ PARLEY_TONE_PAPER, 1, 0, 0 }, &all);
      append_figure (out, parley_picture_get (ground, 0), kind);
    }
  for (guint f = 0; f < picture->figures->len; f++)
    append_figure (out, parley_picture_get (picture, f), kind);
}

/* <title id="chart-…-title">…</title> */
static void
append_about (GString *out, const char *name, const char *id, const char *text)
{
  g_string_append_printf (out, "<%s id=\"chart-%s-%s\">", name, id, name);
  parley_html_append_text (out, text);
  g_string_append_printf (out, "</%s>\n", name);
}

static void
append_start (GString *out, const ParleyPicture *picture, const char *id, ParleySvgKind kind)
{
  if (kind == PARLEY_SVG_ALONE)
    g_string_append (out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  g_string_append (out, "<svg xmlns=\"http://www.w3.org/2000/svg\"");
  if (kind == PARLEY_SVG_INLINE)
    g_string_append (out, " class=\"parley-chart\"");
  append_attribute (out, "width", picture->width * 96 / 72);
  append_attribute (out, "height", picture->height * 96 / 72);
  g_string_append (out, " viewBox=\"0 0 ");
  append_number (out, picture->width);
  g_string_append_c (out, ' ');
  append_number (out, picture->height);
  g_string_append_printf (out,
                          "\" role=\"img\" aria-labelledby=\"chart-%s-title chart-%s-desc\""
                          " font-family=\"" FONTS "\">\n",
                          id, id);
}

/* What tells the chart from others of a page. */
static char *
identity (const ParleyChart *chart, const char *figures)
{
  GChecksum *checksum = g_checksum_new (G_CHECKSUM_SHA256);
  char *id = NULL;

  g_checksum_update (checksum, (const guchar *) (chart->title == NULL ? "" : chart->title), -1);
  g_checksum_update (checksum, (const guchar *) figures, -1);
  id = g_strndup (g_checksum_get_string (checksum), 10);
  g_checksum_free (checksum);
  return id;
}

static char *
to_svg (const ParleyChart *chart, double width, ParleySvgKind kind)
{
  GString *out = g_string_new (NULL);
  GString *figures = g_string_new (NULL);
  g_autoptr(ParleyPicture) picture = parley_chart_lay_out (chart, width);
  g_autofree char *id = NULL;

  append_figures (figures, picture, kind);
  id = identity (chart, figures->str);
  append_start (out, picture, id, kind);
  append_about (out, "title", id, chart->title == NULL ? "" : chart->title);
  append_about (out, "desc", id, chart->description == NULL ? "" : chart->description);
  g_string_append (out, figures->str);
  g_string_append (out, "</svg>\n");
  g_string_free (figures, TRUE);
  return g_string_free (out, FALSE);
}

char *
parley_chart_to_svg (const ParleyChart *chart, ParleySvgKind kind)
{
  return to_svg (chart, PARLEY_CHART_WIDTH, kind);
}

char *
parley_chart_to_svg_file (const ParleyChart *chart, double width)
{
  return to_svg (chart, width, PARLEY_SVG_ALONE);
}

char *
parley_svg_style (gboolean dark)
{
  GString *out = g_string_new (NULL);

  for (guint tone = 0; tone < PARLEY_N_TONES; tone++)
    g_string_append_printf (out, ".parley-chart .%s { color: #%06x }\n", parley_tone_name (tone),
                            dark ? parley_tone_dark (tone) : parley_tone_light (tone));
  return g_string_free (out, FALSE);
}
