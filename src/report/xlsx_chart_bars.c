/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "report/language.h"
#include "report/tone.h"
#include "report/xlsx_bars.h"
#include "report/xlsx_chart.h"

/* How opaque what is not certain is. */
#define LIGHT 0.35

/* Around bars, in points. */
#define LINE 0.75

/* Between bars, in per cent of one. */
#define GAP         60
#define STACKED_GAP 30

/* The columns of data. */
enum
{
  AT_CATEGORY,
  AT_GROUP, /* which of the bars of a category */
  AT_LENGTHS
};

static const ParleySeries *
series_of (const ParleyDrawnChart *self, const ParleyBarColumn *column)
{
  return column->series < 0 ? NULL : parley_chart_get_series (self->chart, (guint) column->series);
}

/* What bars of @ink are called: by the first series that has a name. */
static const char *
name_of_ink (const ParleyChart *chart, ParleyInk ink)
{
  for (guint s = 0; s < chart->series->len; s++)
    {
      const ParleySeries *series = parley_chart_get_series (chart, s);

      if (series->kind == PARLEY_SERIES_BARS && series->ink == ink && series->name != NULL)
        return series->name;
    }
  return "";
}

/* Of the @group-th bar of each category. */
static const char *
name_of_group (const ParleyDrawnChart *self, const ParleyBars *bars, guint group)
{
  for (guint c = 0; c < bars->columns->len; c++)
    {
      const ParleyBarColumn *column = parley_bars_column (bars, c);

      for (guint r = group; column->series >= 0 && r < bars->n_rows; r += bars->n_groups)
        if (isfinite (column->lengths[r]))
          return name_of_ink (self->chart, series_of (self, column)->ink);
    }
  return "";
}

/* One without a name is not in the key, but not every program has it so. */
static const char *
name_of_column (const ParleyDrawnChart *self, const ParleySeries *series)
{
  if (series == NULL)
    return _ ("(not drawn)");
  return series->name != NULL ? series->name : name_of_ink (self->chart, series->ink);
}

static void
write_header (ParleyDrawnChart *self, const ParleyBars *bars)
{
  const ParleyCellLook look = { .style = PARLEY_STYLE_HEADER, .right = TRUE };
  const ParleyCellLook left = { .style = PARLEY_STYLE_HEADER };
  ParleySheet *sheet = self->data->sheet;

  parley_sheet_write (sheet, AT_CATEGORY, "", &left);
  parley_sheet_write (sheet, AT_GROUP, "", &left);
  for (guint c = 0; c < bars->columns->len; c++)
    {
      const ParleySeries *series = series_of (self, parley_bars_column (bars, c));

      parley_sheet_write (sheet, AT_LENGTHS + c, name_of_column (self, series), &look);
    }
  sheet->row++;
}

static void
write_row (ParleyDrawnChart *self, const ParleyBars *bars, guint row)
{
  const ParleyCellLook look
      = { .style = PARLEY_STYLE_CELL, .right = TRUE, .number = PARLEY_DRAWN_NUMBER };
  const ParleyCellLook left = { .style = PARLEY_STYLE_CELL };
  ParleySheet *sheet = self->data->sheet;
  guint group = row % bars->n_groups;

  if (group == 0)
    parley_sheet_write (sheet, AT_CATEGORY,
                        parley_scale_name (&self->chart->y, row / bars->n_groups), &left);
  if (bars->n_groups > 1)
    parley_sheet_write (sheet, AT_GROUP, name_of_group (self, bars, group), &left);
  for (guint c = 0; c < bars->columns->len; c++)
    {
      double length = parley_bars_column (bars, c)->lengths[row];

      if (isfinite (length))
        parley_sheet_write_number (sheet, AT_LENGTHS + c, length, &look);
    }
  sheet->row++;
  /* An empty bar keeps categories apart. */
  if (bars->n_groups > 1 && group + 1 == bars->n_groups && row + 1 < bars->n_rows)
    sheet->row++;
}

/* Whether @index is the first column of its series: a name stands in the key once. */
static gboolean
is_first (const ParleyBars *bars, guint index)
{
  for (guint c = 0; c < index; c++)
    if (parley_bars_column (bars, c)->series == parley_bars_column (bars, index)->series)
      return FALSE;
  return TRUE;
}

/* @color on white, as opaque as @part of it. */
static lxw_color_t
mix (guint32 color, double part)
{
  guint32 mixed = 0;

  for (guint shift = 0; shift < 24; shift += 8)
    {
      double channel = 255 - part * (255 - (double) ((color >> shift) & 0xff));

      mixed |= (guint32) channel << shift;
    }
  return mixed;
}

/* NULL: not to be seen. */
static void
set_look (lxw_chart_series *drawn, const ParleySeries *series)
{
  lxw_chart_fill fill = { 0 };
  lxw_chart_line line = { 0 };

  if (series == NULL || series->fill == PARLEY_FILL_HOLLOW)
    fill.none = LXW_TRUE;
  if (series != NULL)
    {
      line.width = LINE;
      line.color = parley_tone_light (series->ink);
      fill.color = series->fill == PARLEY_FILL_LIGHT ? mix (line.color, LIGHT) : line.color;
      chart_series_set_line (drawn, &line);
    }
  chart_series_set_fill (drawn, &fill);
}

void
parley_drawn_bars (ParleyDrawnChart *self)
{
  g_autoptr(ParleyBars) bars = parley_bars_new (self->chart);
  lxw_row_t first = self->data->sheet->row + 1;

  write_header (self, bars);
  for (guint r = 0; r < bars->n_rows; r++)
    write_row (self, bars, r);
  chart_set_series_gap (self->native, bars->stacked ? STACKED_GAP : GAP);
  for (guint c = 0; c < bars->columns->len && bars->n_rows > 0; c++)
    {
      const ParleySeries *series = series_of (self, parley_bars_column (bars, c));
      gboolean in_key = series != NULL && series->name != NULL && is_first (bars, c);

      set_look (parley_drawn_series (self, first, AT_LENGTHS + c, in_key), series);
    }
}
