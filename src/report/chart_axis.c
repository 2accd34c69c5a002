/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "report/chart_part.h"
#include "report/lettering.h"

/* How high upright names of columns may be. */
#define MOST_UPRIGHT 96.0
#define MOST_COLUMN_LINES 6

double
parley_draw_x_axis (ParleyPicture         *picture,
                    const ParleyGauge     *gauge,
                    const char            *title,
                    const ParleyRectangle *frame)
{
  ParleyLook grid = { PARLEY_TONE_GRID, 0, 0.6, PARLEY_DASH_NONE };
  g_autofree char *full = parley_gauge_title (gauge, title);
  double bottom = frame->y + frame->height;

  for (guint t = 0; t < gauge->n_ticks; t++)
    {
      double x = parley_gauge_at (gauge, parley_gauge_tick (gauge, t));
      g_autofree char *text = parley_gauge_text (gauge, t);
      double half = parley_lettering_width (text, PARLEY_CHART_TICK, FALSE) / 2;

      parley_picture_line (picture, grid, x, frame->y, x, bottom);
      parley_picture_text (picture, PARLEY_INK_MUTED, PARLEY_CHART_TICK, PARLEY_ANCHOR_MIDDLE,
                           fmin (x, picture->width - half), bottom + 10, text);
    }
  return parley_draw_x_title (picture, full, frame, bottom + 12);
}

double
parley_draw_x_title (ParleyPicture         *picture,
                     const char            *title,
                     const ParleyRectangle *frame,
                     double                 y)
{
  g_autoptr(GPtrArray) lines = NULL;

  if (title == NULL)
    return y;
  lines = parley_lettering_wrap (title, PARLEY_CHART_TEXT, FALSE, frame->width, 2, NULL);
  return parley_draw_lines (picture, PARLEY_INK_PLAIN, PARLEY_CHART_TEXT, PARLEY_ANCHOR_MIDDLE,
                            frame->x + frame->width / 2, y + 2, lines);
}

/* The size of letters in columns: smaller where they stand closer than lines. */
static double
column_size (double slot)
{
  return fmin (PARLEY_CHART_TICK, slot * 0.85);
}

/* Whether @name can be broken between words alone. */
static gboolean
keeps_words (const char *name, double size, double width)
{
  g_auto(GStrv) words = g_strsplit (name, " ", -1);

  for (guint w = 0; words[w] != NULL; w++)
    if (parley_lettering_width (words[w], size, FALSE) > width)
      return FALSE;
  return TRUE;
}

/* Names stand level where their words have room, and upright elsewhere. */
static gboolean
columns_stand_level (const ParleyAxisScale *scale, double slot)
{
  double size = column_size (slot);

  for (guint c = 0; c < scale->categories->len; c++)
    if (!keeps_words (parley_scale_name (scale, c), size, slot - 3))
      return FALSE;
  return TRUE;
}

/* The lines of a name, and how high they are. */
static GPtrArray *
column_lines (const char *name, double slot, gboolean level, double *height)
{
  double size = column_size (slot);
  guint most
      = level ? MOST_COLUMN_LINES : (guint) fmax (1, floor (slot / (size * PARLEY_LETTERING_LINE)));
  GPtrArray *lines = parley_lettering_wrap (name, size, FALSE, level ? slot - 3 : MOST_UPRIGHT,
                                            MIN (most, MOST_COLUMN_LINES), NULL);

  *height
      = level ? lines->len * size * PARLEY_LETTERING_LINE : parley_lines_width (lines, size, FALSE);
  return lines;
}

double
parley_columns_height (const ParleyAxisScale *scale, double slot)
{
  gboolean level = columns_stand_level (scale, slot);
  double most = 0;

  for (guint c = 0; c < scale->categories->len; c++)
    {
      double height = 0;
      g_autoptr(GPtrArray) lines
          = column_lines (parley_scale_name (scale, c), slot, level, &height);

      (void) lines;
      most = fmax (most, height);
    }
  return most + 3;
}

static void
draw_upright (ParleyPicture   *picture,
              double           size,
              double           x,
              double           y,
              ParleyAnchor     anchor,
              const GPtrArray *lines)
{
  double line = size * PARLEY_LETTERING_LINE;

  x -= (lines->len - 1) * line / 2;
  for (guint l = 0; l < lines->len; l++)
    parley_picture_text (picture, PARLEY_INK_PLAIN, size, anchor,
                         x + l * line + size * PARLEY_LETTERING_MIDDLE, y,
                         g_ptr_array_index (lines, l))
        ->upright
        = TRUE;
}

double
parley_draw_columns (ParleyPicture         *picture,
                     const ParleyAxisScale *scale,
                     double                 x,
                     double                 slot,
                     double                 y,
                     gboolean               above)
{
  gboolean level = columns_stand_level (scale, slot);
  double size = column_size (slot);

  for (guint c = 0; c < scale->categories->len; c++)
    {
      double height = 0;
      double middle = x + c * slot;
      g_autoptr(GPtrArray) lines
          = column_lines (parley_scale_name (scale, c), slot, level, &height);

      if (level)
        parley_draw_lines (picture, PARLEY_INK_PLAIN, size, PARLEY_ANCHOR_MIDDLE, middle,
                           above ? y - height - 2 : y + 2, lines);
      else
        draw_upright (picture, size, middle, above ? y - 3 : y + 3,
                      above ? PARLEY_ANCHOR_START : PARLEY_ANCHOR_END, lines);
    }
  return parley_columns_height (scale, slot);
}
