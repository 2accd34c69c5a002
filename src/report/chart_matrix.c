/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "report/chart_look.h"
#include "report/chart_part.h"
#include "report/lettering.h"

#define MOST_CELL  90.0 /* how wide a cell is at most, and how high */
#define LEAST_ROW  10.0
#define MOST_ROW   20.0
#define NAME_SHARE 0.35 /* of the width, for names at the left */

/* Where cells go. */
typedef struct
{
  ParleyEasel *easel;
  double       left;
  double       top;
  double       width; /* of a cell */
  double       height;
  double       size; /* of letters in cells; 0: there is no room for them */
} Cells;

static double
row_name_width (const ParleyAxisScale *scale, double most)
{
  double widest = 0;

  for (guint c = 0; c < scale->categories->len; c++)
    widest = fmax (widest,
                   parley_lettering_width (parley_scale_name (scale, c), PARLEY_CHART_TEXT, FALSE));
  return fmin (widest, most);
}

/* Labels in cells have one size, or there are none. */
static double
label_size (const ParleyChart *chart, double width, double height)
{
  double size = fmin (PARLEY_CHART_TICK, height * 0.75);

  for (guint s = 0; s < chart->series->len; s++)
    {
      const ParleySeries *series = parley_chart_get_series (chart, s);

      for (guint d = 0; d < series->data->len; d++)
        {
          const char *label = parley_series_get (series, d)->label;
          double units = label == NULL ? 0 : parley_lettering_width (label, 1, FALSE);

          if (units > 0)
            size = fmin (size, (width - 2) / units);
        }
    }
  return size >= 5 ? size : 0;
}

/* Draws a cell that has a column and a row. */
static void
draw_cell (const Cells *self, const ParleySeries *series, const ParleyDatum *datum)
{
  const ParleyChart *chart = self->easel->chart;
  ParleyPicture *picture = self->easel->picture;
  ParleyRectangle at = { self->left + datum->x * self->width, self->top + datum->y * self->height,
                         self->width, self->height };
  ParleyLook look = { series->ink, parley_look_of_cell (datum->value), 0, PARLEY_DASH_NONE };

  if (datum->x >= chart->x.categories->len || datum->y >= chart->y.categories->len)
    return;
  if (!isnan (datum->value))
    parley_picture_rectangle (picture, look, &at);
  if (datum->label != NULL && self->size > 0)
    parley_picture_text (picture, PARLEY_INK_PLAIN, self->size, PARLEY_ANCHOR_MIDDLE,
                         at.x + at.width / 2,
                         at.y + at.height / 2 + self->size * PARLEY_LETTERING_MIDDLE, datum->label);
}

static void
draw_grid (const Cells *self, guint n_columns, guint n_rows)
{
  ParleyLook look = { PARLEY_TONE_GRID, 0, 0.6, PARLEY_DASH_NONE };
  double right = self->left + n_columns * self->width;
  double bottom = self->top + n_rows * self->height;

  for (guint c = 0; c <= n_columns; c++)
    parley_picture_line (self->easel->picture, look, self->left + c * self->width, self->top,
                         self->left + c * self->width, bottom);
  for (guint r = 0; r <= n_rows; r++)
    parley_picture_line (self->easel->picture, look, self->left, self->top + r * self->height,
                         right, self->top + r * self->height);
}

static void
draw_row_names (const Cells *self, double width)
{
  const ParleyAxisScale *scale = &self->easel->chart->y;
  double size = fmin (PARLEY_CHART_TEXT, self->height * 0.85);
  double line = size * PARLEY_LETTERING_LINE;

  for (guint r = 0; r < scale->categories->len; r++)
    {
      g_autoptr(GPtrArray) lines
          = parley_lettering_wrap (parley_scale_name (scale, r), size, FALSE, width,
                                   (guint) fmax (1, floor (self->height / line)), NULL);

      parley_draw_lines (self->easel->picture, PARLEY_INK_PLAIN, size, PARLEY_ANCHOR_END,
                         self->left - 4,
                         self->top + (r + 0.5) * self->height - lines->len * line / 2, lines);
    }
}

/* The titles of both scales: that of the columns above them, that of the rows at the left. */
static double
draw_titles (ParleyEasel *self, double names, double y)
{
  double room = self->picture->width - 2 * PARLEY_CHART_MARGIN - names - 4;
  double bottom = y;

  if (self->chart->x.title != NULL)
    {
      g_autoptr(GPtrArray) lines
          = parley_lettering_wrap (self->chart->x.title, PARLEY_CHART_TEXT, FALSE, room, 3, NULL);

      bottom = parley_draw_lines (self->picture, PARLEY_INK_MUTED, PARLEY_CHART_TEXT,
                                  PARLEY_ANCHOR_START, PARLEY_CHART_MARGIN + names + 4, y, lines);
    }
  return bottom + 2;
}

static void
draw_row_title (const Cells *self, double names)
{
  const char *title = self->easel->chart->y.title;
  g_autoptr(GPtrArray) lines = NULL;

  if (title == NULL)
    return;
  lines = parley_lettering_wrap (title, PARLEY_CHART_TEXT, FALSE, names, 3, NULL);
  parley_draw_lines (self->easel->picture, PARLEY_INK_MUTED, PARLEY_CHART_TEXT, PARLEY_ANCHOR_END,
                     self->left - 4,
                     self->top - 3 - lines->len * PARLEY_CHART_TEXT * PARLEY_LETTERING_LINE, lines);
}

void
parley_easel_matrix (ParleyEasel *self)
{
  const ParleyChart *chart = self->chart;
  guint n_columns = MAX (chart->x.categories->len, 1);
  guint n_rows = MAX (chart->y.categories->len, 1);
  double room = self->picture->width - 2 * PARLEY_CHART_MARGIN;
  double title = chart->y.title == NULL
                     ? 0
                     : parley_lettering_width (chart->y.title, PARLEY_CHART_TEXT, FALSE);
  double names
      = fmax (row_name_width (&chart->y, room * NAME_SHARE), fmin (title, room * NAME_SHARE / 2));
  Cells cells = { .easel = self, .left = PARLEY_CHART_MARGIN + names + 4 };

  cells.width
      = fmin ((self->picture->width - PARLEY_CHART_MARGIN - cells.left) / n_columns, MOST_CELL);
  cells.height = parley_within (cells.width, LEAST_ROW, MOST_ROW);
  cells.size = label_size (chart, cells.width, cells.height);
  cells.top = draw_titles (self, names, self->y) + parley_columns_height (&chart->x, cells.width);
  parley_draw_columns (self->picture, &chart->x, cells.left + cells.width / 2, cells.width,
                       cells.top, TRUE);
  draw_row_title (&cells, names);
  draw_row_names (&cells, names);
  for (guint s = 0; s < chart->series->len; s++)
    for (guint d = 0; d < parley_chart_get_series (chart, s)->data->len; d++)
      draw_cell (&cells, parley_chart_get_series (chart, s),
                 parley_series_get (parley_chart_get_series (chart, s), d));
  draw_grid (&cells, n_columns, n_rows);
  self->y = cells.top + n_rows * cells.height;
}
