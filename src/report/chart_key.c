/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "report/chart_look.h"
#include "report/chart_part.h"
#include "report/lettering.h"

#define SAMPLE 18.0 /* how wide a sample of a series is */
#define ROW    11.5

/* Four cells from the least to the most. */
static void
draw_cells (ParleyPicture *picture, guint tone, double x, double y)
{
  const guint n = 4;

  for (guint c = 0; c < n; c++)
    {
      ParleyRectangle cell = { x + c * SAMPLE / n, y - 3.5, SAMPLE / n, 7 };
      ParleyLook look = { tone, parley_look_of_cell ((double) c / (n - 1)), 0, PARLEY_DASH_NONE };

      parley_picture_rectangle (picture, look, &cell);
    }
}

static void
draw_sample (ParleyPicture *picture, const ParleySeries *series, double x, double y)
{
  ParleyRectangle bar = { x, y - 3.5, SAMPLE, 7 };

  switch (series->kind)
    {
    case PARLEY_SERIES_BARS:
      parley_draw_bar (picture, series, &bar);
      break;
    case PARLEY_SERIES_WHISKERS:
      parley_draw_whisker (picture, series->ink, x + 1, x + SAMPLE - 1, y);
      break;
    case PARLEY_SERIES_POINTS:
      parley_draw_mark (picture, series->shape, series->ink, x + SAMPLE / 2, y, PARLEY_CHART_MARK);
      break;
    case PARLEY_SERIES_BOXES:
      parley_draw_box (picture, series, &bar);
      break;
    case PARLEY_SERIES_AREA:
      parley_draw_area (picture, series, &bar);
      break;
    case PARLEY_SERIES_CELLS:
      draw_cells (picture, series->ink, x, y);
      break;
    case PARLEY_SERIES_LINE:
    case PARLEY_SERIES_RULE:
    default:
      parley_picture_line (picture, parley_look_of_line (series), x, y, x + SAMPLE, y);
    }
}

/* Samples with names, from left to right, in as many rows as it takes. */
void
parley_easel_key (ParleyEasel *self)
{
  double right = self->picture->width - PARLEY_CHART_MARGIN;
  double x = PARLEY_CHART_MARGIN;
  double room = right - x - SAMPLE - 5;
  guint n = 0;

  for (guint s = 0; s < self->chart->series->len; s++)
    {
      const ParleySeries *series = parley_chart_get_series (self->chart, s);
      g_autoptr(GPtrArray) lines = NULL;
      double width = 0;

      if (series->name == NULL || series->data->len == 0)
        continue;
      lines = parley_lettering_wrap (series->name, PARLEY_CHART_TEXT, FALSE, room, 2, NULL);
      width = parley_lines_width (lines, PARLEY_CHART_TEXT, FALSE);
      if (n > 0 && x + SAMPLE + 5 + width > right)
        {
          x = PARLEY_CHART_MARGIN;
          self->y += ROW;
        }
      draw_sample (self->picture, series, x, self->y + ROW / 2);
      parley_draw_lines (self->picture, PARLEY_INK_PLAIN, PARLEY_CHART_TEXT, PARLEY_ANCHOR_START,
                         x + SAMPLE + 5, self->y + 0.75, lines);
      self->y += (lines->len - 1) * PARLEY_CHART_TEXT * PARLEY_LETTERING_LINE;
      x += SAMPLE + 5 + width + 14;
      n++;
    }
  self->y += n > 0 ? ROW + 4 : 0;
}
