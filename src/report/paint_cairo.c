/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/paint_cairo.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include "base/error.h"
#include "report/chart_layout.h"
#include "report/chart_part.h"
#include "report/tone.h"

/* The largest PNG is some 30,000 pixels wide and high: beyond it cairo has no coordinates. */
#define MOST_PIXELS 30000

static void
set_tone (cairo_t *cr, guint tone, double opacity)
{
  guint32 colour = parley_tone_light (tone);

  cairo_set_source_rgba (cr, (colour >> 16) / 255.0, (colour >> 8 & 0xff) / 255.0,
                         (colour & 0xff) / 255.0, opacity);
}

static void
paint_outline (cairo_t *cr, const ParleyLook *look)
{
  const double *lengths = NULL;
  guint n = parley_dash_lengths (look->dash, &lengths);

  if (look->fill > 0)
    {
      set_tone (cr, look->tone, look->fill);
      cairo_fill_preserve (cr);
    }
  if (look->line > 0)
    {
      set_tone (cr, look->tone, 1);
      cairo_set_line_width (cr, look->line);
      cairo_set_dash (cr, lengths, (int) n, 0);
      cairo_stroke_preserve (cr);
    }
  cairo_new_path (cr);
}

static void
paint_path (cairo_t *cr, const ParleyFigure *figure)
{
  for (guint c = 0; c < figure->corners->len; c++)
    {
      const ParleyPathCorner *corner = parley_figure_corner (figure, c);

      if (corner->begins && c > 0 && figure->closed)
        cairo_close_path (cr);
      if (corner->begins)
        cairo_move_to (cr, corner->x, corner->y);
      else
        cairo_line_to (cr, corner->x, corner->y);
    }
  if (figure->closed)
    cairo_close_path (cr);
  paint_outline (cr, &figure->look);
}

static void
paint_disc (cairo_t *cr, const ParleyFigure *figure)
{
  const ParleyPathCorner *middle = parley_figure_corner (figure, 0);

  cairo_arc (cr, middle->x, middle->y, figure->size, 0, 2 * G_PI);
  paint_outline (cr, &figure->look);
}

/* A line of text as it is painted; sizes are not rounded to pixels. */
static PangoLayout *
lay_out_text (PangoContext *context, const char *text, double size, gboolean bold)
{
  PangoLayout *layout = pango_layout_new (context);
  PangoFontDescription *font = pango_font_description_from_string ("DejaVu Sans");

  pango_context_set_round_glyph_positions (context, FALSE);
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, text, -1);
  pango_font_description_free (font);
  return layout;
}

static PangoContext *
new_context (cairo_t *cr)
{
  PangoContext *context = pango_cairo_create_context (cr);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 72);
  cairo_font_options_destroy (options);
  return context;
}

static void
paint_text (cairo_t *cr, PangoContext *context, const ParleyFigure *figure)
{
  const ParleyPathCorner *at = parley_figure_corner (figure, 0);
  g_autoptr(PangoLayout) layout = lay_out_text (context, figure->text, figure->size, figure->bold);
  double before = 0;
  int width = 0;

  pango_layout_get_size (layout, &width, NULL);
  if (figure->anchor != PARLEY_ANCHOR_START)
    before = (double) width / PANGO_SCALE / (figure->anchor == PARLEY_ANCHOR_MIDDLE ? 2 : 1);
  cairo_save (cr);
  cairo_translate (cr, at->x, at->y);
  if (figure->upright)
    cairo_rotate (cr, -G_PI / 2);
  cairo_move_to (cr, -before, -(double) pango_layout_get_baseline (layout) / PANGO_SCALE);
  set_tone (cr, figure->look.tone, 1);
  pango_cairo_show_layout (cr, layout);
  cairo_new_path (cr);
  cairo_restore (cr);
}

static void
paint_picture (cairo_t *cr, const ParleyPicture *picture)
{
  PangoContext *context = new_context (cr);

  for (guint f = 0; f < picture->figures->len; f++)
    {
      const ParleyFigure *figure = parley_picture_get (picture, f);

      if (figure->kind == PARLEY_FIGURE_TEXT)
        paint_text (cr, context, figure);
      else if (figure->kind == PARLEY_FIGURE_DISC)
        paint_disc (cr, figure);
      else
        paint_path (cr, figure);
    }
  g_object_unref (context);
}

void
parley_chart_paint (const ParleyChart *chart, cairo_t *cr, double width, double height)
{
  g_autoptr(ParleyPicture) picture = parley_chart_lay_out (chart, width);
  double scale = MIN (1, height / picture->height);

  cairo_save (cr);
  cairo_scale (cr, scale, scale);
  paint_picture (cr, picture);
  cairo_restore (cr);
}

/* Whether the first @length bytes of @text have letters that no font has. */
static gboolean
has_unknown (PangoContext *context, const char *text, gsize length)
{
  g_autofree char *part = g_strndup (text, length);
  g_autoptr(PangoLayout) layout = lay_out_text (context, part, PARLEY_CHART_TEXT, FALSE);

  return pango_layout_get_unknown_glyphs_count (layout) > 0;
}

gunichar
parley_painter_find_missing (const char *text)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  gboolean missing = has_unknown (context, text, strlen (text));
  gunichar found = 0;

  for (const char *at = text; missing && found == 0 && *at != '\0'; at = g_utf8_next_char (at))
    if (has_unknown (context, at, (gsize) (g_utf8_next_char (at) - at)))
      found = g_utf8_get_char (at);
  g_object_unref (context);
  return found;
}

/* Pango has families of fonts even where there are no fonts: only letters tell. */
gboolean
parley_painter_has_font (GError **error)
{
  gboolean has_font = parley_painter_find_missing ("A") == 0;

  if (!has_font)
    g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_IO,
                 "there is no font to write with; install one, such as DejaVu Sans");
  return has_font;
}

static cairo_status_t
append (void *out, const unsigned char *bytes, unsigned int length)
{
  g_string_append_len (out, (const char *) bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
check (cairo_status_t status, GError **error)
{
  if (status != CAIRO_STATUS_SUCCESS)
    g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_MEMORY, "cannot paint the picture: %s",
                 cairo_status_to_string (status));
  return status == CAIRO_STATUS_SUCCESS;
}

gboolean
parley_painter_chart_to_png (const ParleyChart *chart,
                             double             width,
                             double             scale,
                             GString           *out,
                             GError           **error)
{
  g_autoptr(ParleyPicture) picture = parley_chart_lay_out (chart, width);
  double fit = MIN (scale, MOST_PIXELS / MAX (picture->width, picture->height));
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_RGB24, (int) (picture->width * fit), (int) (picture->height * fit));
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status = CAIRO_STATUS_SUCCESS;

  set_tone (cr, PARLEY_TONE_PAPER, 1);
  cairo_paint (cr);
  cairo_scale (cr, fit, fit);
  paint_picture (cr, picture);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, append, out);
  cairo_surface_destroy (surface);
  return check (status, error);
}

/* Without an empty date cairo would write down the present. */
static void
set_metadata (cairo_surface_t *surface, const ParleyChart *chart)
{
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, "");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Parley");
  if (chart->title != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, chart->title);
  if (chart->description != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, chart->description);
}

gboolean
parley_painter_chart_to_pdf (const ParleyChart *chart, double width, GString *out, GError **error)
{
  g_autoptr(ParleyPicture) picture = parley_chart_lay_out (chart, width);
  cairo_surface_t *surface
      = cairo_pdf_surface_create_for_stream (append, out, picture->width, picture->height);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status = CAIRO_STATUS_SUCCESS;

  set_metadata (surface, chart);
  paint_picture (cr, picture);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return check (status, error);
}
