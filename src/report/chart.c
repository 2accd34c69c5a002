/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/chart.h"

#include <math.h>

#include "report/clean.h"

static void
datum_free (gpointer data)
{
  ParleyDatum *self = data;

  g_free (self->label);
  g_free (self);
}

static void
series_free (gpointer data)
{
  ParleySeries *self = data;

  g_free (self->name);
  g_ptr_array_unref (self->data);
  g_free (self);
}

ParleyChart *
parley_chart_new (ParleyChartForm form, const char *title)
{
  ParleyChart *self = g_new0 (ParleyChart, 1);

  self->form = form;
  self->title = parley_clean_take (g_strdup (title));
  self->x.categories = g_ptr_array_new_with_free_func (g_free);
  self->y.categories = g_ptr_array_new_with_free_func (g_free);
  self->series = g_ptr_array_new_with_free_func (series_free);
  return self;
}

static void
scale_clear (ParleyAxisScale *self)
{
  g_free (self->title);
  g_ptr_array_unref (self->categories);
}

void
parley_chart_free (ParleyChart *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->description);
  scale_clear (&self->x);
  scale_clear (&self->y);
  g_ptr_array_unref (self->series);
  g_free (self);
}

void
parley_chart_describe (ParleyChart *self, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_free (self->description);
  self->description = parley_clean_take (g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

void
parley_scale_title (ParleyAxisScale *self, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_free (self->title);
  self->title = parley_clean_take (g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

void
parley_scale_fix (ParleyAxisScale *self, double low, double high)
{
  g_return_if_fail (isfinite (low) && isfinite (high) && low < high);

  self->is_fixed = TRUE;
  self->low = low;
  self->high = high;
}

void
parley_scale_category (ParleyAxisScale *self, const char *name)
{
  g_ptr_array_add (self->categories, parley_clean_take (g_strdup (name)));
}

ParleySeries *
parley_chart_series (ParleyChart *self, ParleySeriesKind kind, ParleyInk ink, const char *name)
{
  ParleySeries *series = g_new0 (ParleySeries, 1);

  series->kind = kind;
  series->ink = ink;
  series->name = parley_clean_take (g_strdup (name));
  series->data = g_ptr_array_new_with_free_func (datum_free);
  g_ptr_array_add (self->series, series);
  return series;
}

static void
add_datum (ParleySeries *self,
           double x,
           double y,
           double x2,
           double y2,
           double value,
           const char *label)
{
  ParleyDatum *datum = g_new0 (ParleyDatum, 1);

  *datum = (ParleyDatum){
    x, y, x2, y2, value, parley_clean_take (g_strdup (label)),
  };
  g_ptr_array_add (self->data, datum);
}

void
parley_series_point (ParleySeries *self, double x, double y, const char *label)
{
  add_datum (self, x, y, x, y, NAN, label);
}

void
parley_series_box (ParleySeries *self, double x, double y, double x2, double y2, const char *label)
{
  add_datum (self, x, y, x2, y2, NAN, label);
}

void
parley_series_cell (ParleySeries *self, double x, double y, double value, const char *label)
{
  add_datum (self, x, y, x, y, value, label);
}

void
parley_series_patch (ParleySeries *self, double x, double y, double x2, double y2, double value)
{
  add_datum (self, x, y, x2, y2, value, NULL);
}

const ParleySeries *
parley_chart_get_series (const ParleyChart *self, guint index)
{
  return g_ptr_array_index (self->series, index);
}

const ParleyDatum *
parley_series_get (const ParleySeries *self, guint index)
{
  return g_ptr_array_index (self->data, index);
}

const char *
parley_scale_name (const ParleyAxisScale *self, guint index)
{
  return g_ptr_array_index (self->categories, index);
}
