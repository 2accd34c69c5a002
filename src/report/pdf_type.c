/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/pdf_part.h"

#include <string.h>

/* The condensed face where it is there: tables are what pages are short of. */
#define FAMILIES "DejaVu Sans, sans-serif"

#define LEADING 0.07 /* more than what the font says */
#define LONGEST_WORD 300
#define ZERO_WIDTH_SPACE "\u200b"

typedef struct
{
  double size; /* as a part of the body's; in points when it is above 3 */
  PangoWeight weight;
} Face;

static const Face faces[] = {
  [PARLEY_TYPE_BODY] = { 1, PANGO_WEIGHT_NORMAL },
  [PARLEY_TYPE_BOLD] = { 1, PANGO_WEIGHT_BOLD },
  [PARLEY_TYPE_LEAD] = { 1.12, PANGO_WEIGHT_NORMAL },
  [PARLEY_TYPE_HEADING_1] = { 1.6, PANGO_WEIGHT_BOLD },
  [PARLEY_TYPE_HEADING_2] = { 1.22, PANGO_WEIGHT_BOLD },
  [PARLEY_TYPE_HEADING_3] = { 1.04, PANGO_WEIGHT_BOLD },
  [PARLEY_TYPE_CELL] = { 0.92, PANGO_WEIGHT_NORMAL },
  [PARLEY_TYPE_CELL_BOLD] = { 0.92, PANGO_WEIGHT_BOLD },
  [PARLEY_TYPE_BELOW] = { 0.86, PANGO_WEIGHT_NORMAL },
  [PARLEY_TYPE_MARGIN] = { 6.5, PANGO_WEIGHT_NORMAL },
  [PARLEY_TYPE_MARKING] = { 8, PANGO_WEIGHT_BOLD },
};

/* Lengths are the same on every machine: not rounded to pixels, whatever fontconfig says. */
PangoContext *
parley_type_context_new (const ParleyImprint *imprint)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();
  const char *language = imprint->language != NULL ? imprint->language : "en";

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string (language));
  return context;
}

double
parley_type_size (const ParleyType *self, ParleyTypeStyle style)
{
  switch (style)
    {
    case PARLEY_TYPE_MARGIN:
    case PARLEY_TYPE_MARKING:
      return faces[style].size;
    case PARLEY_TYPE_CELL:
    case PARLEY_TYPE_CELL_BOLD:
      return faces[style].size * self->body * self->cell;
    default:
      return faces[style].size * self->body;
    }
}

double
parley_type_space (const ParleyType *self, double part)
{
  return part * self->body * self->air;
}

double
parley_type_leading (const ParleyType *self)
{
  return 1 + LEADING * self->air;
}

static void
add_attribute (PangoLayout *layout, PangoAttribute *attribute, guint end)
{
  PangoAttrList *old = pango_layout_get_attributes (layout);
  PangoAttrList *attributes = old != NULL ? pango_attr_list_copy (old) : pango_attr_list_new ();

  attribute->end_index = end;
  pango_attr_list_insert (attributes, attribute);
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
}

/* @text with places to break in words that are longer than any: pango's time grows with the square
 * of their length. Returns: (transfer full) (nullable): NULL when there are none. */
static char *
break_words (const char *text)
{
  GString *broken = g_string_new (NULL);
  gboolean is_broken = FALSE;
  guint length = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      length = *p == ' ' ? 0 : length + 1;
      if (length > LONGEST_WORD)
        {
          g_string_append (broken, ZERO_WIDTH_SPACE);
          is_broken = TRUE;
          length = 1;
        }
      g_string_append_unichar (broken, g_utf8_get_char (p));
    }
  return g_string_free (broken, !is_broken);
}

PangoLayout *
parley_type_set (const ParleyType *self, ParleyTypeStyle style, const char *text, double width)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_new ();
  g_autofree char *broken = NULL;

  pango_font_description_set_family_static (font, FAMILIES);
  pango_font_description_set_stretch (font, PANGO_STRETCH_CONDENSED);
  pango_font_description_set_weight (font, faces[style].weight);
  pango_font_description_set_size (font, pango_units_from_double (parley_type_size (self, style)));
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  if (strlen (text) > LONGEST_WORD)
    broken = break_words (text);
  pango_layout_set_text (layout, broken != NULL ? broken : text, -1);
  /* Letters that are joined are found by few who search for them. */
  add_attribute (layout, pango_attr_font_features_new ("liga=0"), G_MAXUINT);
  if (width >= 0)
    {
      /* A word that is broken for want of room would read as another one. */
      add_attribute (layout, pango_attr_insert_hyphens_new (FALSE), G_MAXUINT);
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_width (layout, pango_units_from_double (width));
    }
  return layout;
}

void
parley_type_embolden (PangoLayout *layout, gsize length)
{
  add_attribute (layout, pango_attr_weight_new (PANGO_WEIGHT_BOLD), (guint) length);
}

PangoLayout *
parley_type_set_number (const ParleyType *self, ParleyTypeStyle style, const char *text)
{
  PangoLayout *layout = parley_type_set (self, style, text, -1);

  add_attribute (layout, pango_attr_font_features_new ("kern=0, tnum=1, liga=0"), G_MAXUINT);
  return layout;
}

double
parley_type_width (const ParleyType *self, ParleyTypeStyle style, const char *text)
{
  g_autoptr(PangoLayout) layout = parley_type_set (self, style, text, -1);
  int width = 0;

  pango_layout_get_size (layout, &width, NULL);
  return pango_units_to_double (width);
}

/* Lines that have no room break wherever they can. */
double
parley_type_longest_word (const ParleyType *self, ParleyTypeStyle style, const char *text)
{
  g_autoptr(PangoLayout) layout = parley_type_set (self, style, text, 0);
  int width = 0;

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  pango_layout_get_size (layout, &width, NULL);
  return pango_units_to_double (width);
}
