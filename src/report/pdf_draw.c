/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/pdf_part.h"

#include <cairo-pdf.h>

#include "report/language.h"
#include "report/paint_cairo.h"

#define MARKING_ABOVE 24.0 /* from the upper edge to the middle of the marking */
#define FOOT_ABOVE 38.0    /* from the lower edge to the top of what stands at the foot */
#define MARKING_BELOW 18.0 /* from the lower edge to the middle of the marking */
#define HAIR 0.35
#define OUTLINE_ABOVE 6 /* what it leads to shows as much of what is above */

typedef struct
{
  double red, green, blue;
} Colour;

/* Dark enough on white, and far enough apart in grey. */
static const Colour colours[] = {
  [PARLEY_TONE_INK] = { 0.106, 0.122, 0.141 },   [PARLEY_TONE_SOFT] = { 0.341, 0.376, 0.416 },
  [PARLEY_TONE_RULE] = { 0.62, 0.65, 0.69 },     [PARLEY_TONE_FAINT] = { 0.85, 0.87, 0.89 },
  [PARLEY_TONE_TINT] = { 0.945, 0.957, 0.969 },  [PARLEY_TONE_HEAD] = { 0.043, 0.31, 0.541 },
  [PARLEY_TONE_WARN] = { 0.541, 0.275, 0 },      [PARLEY_TONE_WARN_TINT] = { 0.992, 0.965, 0.925 },
};

typedef struct
{
  cairo_t *cr;
  cairo_surface_t *surface;
  const ParleyDocument *document;
  const ParleyType *type;
  guint page;
  guint n_pages;
  int parents[8]; /* in the outline, by level */
  const char *above; /* the name of the entry above */
} Drawing;

static void
set_tone (cairo_t *cr, ParleyPdfTone tone)
{
  cairo_set_source_rgb (cr, colours[tone].red, colours[tone].green, colours[tone].blue);
}

static gboolean
stands_for_itself (char character)
{
  return g_ascii_isalnum (character)
         || g_strrstr_len ("-._~:/?#[]@!$&*+,;=%", -1, (char[]){ character, 0 }) != NULL;
}

/* What could end a string of cairo's tags, or of the file, is written as %27. */
static char *
escape_link (const char *link)
{
  GString *out = g_string_new ("uri='");

  for (const char *p = link; *p != '\0'; p++)
    if (stands_for_itself (*p))
      g_string_append_c (out, *p);
    else
      g_string_append_printf (out, "%%%02X", (guint) (guchar) *p);
  g_string_append_c (out, '\'');
  return g_string_free (out, FALSE);
}

static void
draw_line (cairo_t *cr, const ParleyMark *mark, double x, double y)
{
  g_autofree char *link = mark->link != NULL ? escape_link (mark->link) : NULL;

  if (link != NULL)
    cairo_tag_begin (cr, CAIRO_TAG_LINK, link);
  set_tone (cr, mark->tone);
  cairo_move_to (cr, x + mark->x, y + mark->y);
  pango_cairo_show_layout_line (cr, mark->line);
  if (link != NULL)
    cairo_tag_end (cr, CAIRO_TAG_LINK);
}

static void
draw_chart (cairo_t *cr, const ParleyMark *mark, double x, double y)
{
  cairo_save (cr);
  cairo_translate (cr, x + mark->x, y + mark->y);
  cairo_scale (cr, mark->scale, mark->scale);
  parley_chart_paint (mark->chart, cr, mark->width / mark->scale, mark->height / mark->scale);
  cairo_restore (cr);
}

static void
draw_mark (cairo_t *cr, const ParleyMark *mark, double x, double y)
{
  switch (mark->kind)
    {
    case PARLEY_MARK_FILL:
      set_tone (cr, mark->tone);
      cairo_rectangle (cr, x + mark->x, y + mark->y, mark->width, mark->height);
      cairo_fill (cr);
      break;
    case PARLEY_MARK_LINE:
      draw_line (cr, mark, x, y);
      break;
    case PARLEY_MARK_CHART:
      draw_chart (cr, mark, x, y);
      break;
    }
}

static void
draw_boxes (Drawing *drawing, GArray *sheet, gboolean fills)
{
  for (guint i = 0; i < sheet->len; i++)
    {
      const ParleyPlaced *placed = &g_array_index (sheet, ParleyPlaced, i);
      GArray *marks = placed->box->marks;

      for (guint m = 0; m < marks->len; m++)
        {
          const ParleyMark *mark = &g_array_index (marks, ParleyMark, m);

          if ((mark->kind == PARLEY_MARK_FILL) == fills)
            draw_mark (drawing->cr, mark, PARLEY_PDF_SIDE, PARLEY_PDF_TOP + placed->y);
        }
    }
}

/* Adds an entry of @level: 0 of a page, from 1 of headings. */
static void
add_outline (Drawing *drawing, const char *name, guint level, double y)
{
  g_autofree char *target = g_strdup_printf ("page=%u pos=[0 %d]", drawing->page,
                                             (int) (PARLEY_PDF_TOP + y - OUTLINE_ABOVE));
  guint row = MIN (level, G_N_ELEMENTS (drawing->parents) - 1);
  int parent = row > 0 ? drawing->parents[row - 1] : CAIRO_PDF_OUTLINE_ROOT;
  int id = 0;

  /* A page that begins with its name says it once. */
  if (g_strcmp0 (drawing->above, name) == 0)
    return;
  drawing->above = name;
  id = cairo_pdf_surface_add_outline (drawing->surface, parent, name, target,
                                      level == 0 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);
  for (guint i = row; i < G_N_ELEMENTS (drawing->parents); i++)
    drawing->parents[i] = id;
}

static void
add_outlines (Drawing *drawing, GArray *sheet)
{
  for (guint i = 0; i < sheet->len; i++)
    {
      const ParleyPlaced *placed = &g_array_index (sheet, ParleyPlaced, i);

      if (placed->box->page != NULL)
        add_outline (drawing, placed->box->page, 0, placed->y);
      if (placed->box->name != NULL)
        add_outline (drawing, placed->box->name, placed->box->level, placed->y);
    }
}

typedef enum
{
  LEFT,
  MIDDLE,
  RIGHT
} Side;

/* One line at the margin, its middle at @y, at most @width wide. */
static void
draw_margin (Drawing *drawing,
             ParleyTypeStyle style,
             const char *text,
             Side side,
             double y,
             double width)
{
  static const ParleyPdfTone tones[] = { PARLEY_TONE_SOFT, PARLEY_TONE_INK, PARLEY_TONE_SOFT };
  g_autoptr(PangoLayout) layout = parley_type_set (drawing->type, style, text, width);
  static const PangoAlignment alignments[]
      = { PANGO_ALIGN_LEFT, PANGO_ALIGN_CENTER, PANGO_ALIGN_RIGHT };
  int height = 0;

  pango_layout_set_height (layout, 0);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (layout, alignments[side]);
  pango_layout_get_size (layout, NULL, &height);
  set_tone (drawing->cr, tones[side]);
  cairo_move_to (drawing->cr,
                 side == RIGHT ? PARLEY_PDF_WIDTH - PARLEY_PDF_SIDE - width : PARLEY_PDF_SIDE,
                 y - pango_units_to_double (height) / 2);
  pango_cairo_show_layout (drawing->cr, layout);
}

static void
draw_margins (Drawing *drawing)
{
  const ParleyImprint *imprint = &drawing->document->imprint;
  char page[16], pages[16];
  g_autofree char *number = NULL;
  double width = 0;

  g_snprintf (page, sizeof page, "%u", drawing->page);
  g_snprintf (pages, sizeof pages, "%u", drawing->n_pages);
  number = g_strdup_printf (_ ("page %s of %s"), page, pages);
  width = parley_type_width (drawing->type, PARLEY_TYPE_MARGIN, number) + 1;
  set_tone (drawing->cr, PARLEY_TONE_RULE);
  cairo_rectangle (drawing->cr, PARLEY_PDF_SIDE, PARLEY_PDF_HEIGHT - FOOT_ABOVE, PARLEY_PDF_MEASURE,
                   HAIR);
  cairo_fill (drawing->cr);
  draw_margin (drawing, PARLEY_TYPE_MARGIN, number, RIGHT, PARLEY_PDF_HEIGHT - FOOT_ABOVE + 7.5,
               width);
  if (imprint->foot != NULL)
    draw_margin (drawing, PARLEY_TYPE_MARGIN, imprint->foot, LEFT,
                 PARLEY_PDF_HEIGHT - FOOT_ABOVE + 7.5, PARLEY_PDF_MEASURE - width - 12);
  if (imprint->marking == NULL)
    return;
  draw_margin (drawing, PARLEY_TYPE_MARKING, imprint->marking, MIDDLE, MARKING_ABOVE,
               PARLEY_PDF_MEASURE);
  draw_margin (drawing, PARLEY_TYPE_MARKING, imprint->marking, MIDDLE,
               PARLEY_PDF_HEIGHT - MARKING_BELOW, PARLEY_PDF_MEASURE);
}

static void
draw_sheet (Drawing *drawing, GArray *sheet)
{
  add_outlines (drawing, sheet);
  draw_boxes (drawing, sheet, TRUE);
  draw_boxes (drawing, sheet, FALSE);
  draw_margins (drawing);
  cairo_show_page (drawing->cr);
}

void
parley_pdf_draw (cairo_t *cr,
                 const ParleyDocument *document,
                 const ParleyType *type,
                 GPtrArray *sheets)
{
  Drawing drawing = { cr, cairo_get_target (cr), document, type, 0, sheets->len, { 0 }, NULL };

  for (guint i = 0; i < sheets->len; i++)
    {
      drawing.page = i + 1;
      draw_sheet (&drawing, g_ptr_array_index (sheets, i));
    }
}
