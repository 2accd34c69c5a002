/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/*
 * What a picture shows, before it is drawn: numbers, names and words. Reports build charts
 * (report/charts.h); report/svg.h and report/paint.h draw them, and spreadsheets make charts of
 * their own of the same numbers.
 */

typedef enum
{
  PARLEY_CHART_BARS,   /* categories from top to bottom, for each one bar a series */
  PARLEY_CHART_STACKS, /* likewise; the bars of a category stand end to end */
  PARLEY_CHART_SWINGS, /* for each category bars from a low to a high value, about a base */
  PARLEY_CHART_XY,     /* points, lines, boxes and areas on two scales */
  PARLEY_CHART_MATRIX  /* a cell for each pair of categories */
} ParleyChartForm;

/* What a series stands for; how it looks follows from it, in colour and in grey alike. */
typedef enum
{
  PARLEY_INK_PLAIN,
  PARLEY_INK_MUTED,
  PARLEY_INK_FIRST,  /* the first party; */
  PARLEY_INK_SECOND, /* the second; */
  PARLEY_INK_THIRD,
  PARLEY_INK_FOURTH,
  PARLEY_INK_GOOD,   /* acceptable, the zone of agreement */
  PARLEY_INK_BAD,    /* refused, below a reservation */
  PARLEY_INK_ACCENT  /* what is recommended */
} ParleyInk;

typedef enum
{
  PARLEY_SERIES_BARS,   /* at most one datum a category, at index y; from 0 to x, or from x to x2.
                           * Series of one ink share their place within a category */
  PARLEY_SERIES_WHISKERS, /* likewise: how far the bar of the same ink may reach, from x to x2 */
  PARLEY_SERIES_POINTS, /* at x, y */
  PARLEY_SERIES_LINE,   /* through its data */
  PARLEY_SERIES_BOXES,  /* from x, y to x2, y2 */
  PARLEY_SERIES_AREA,   /* likewise, behind all else */
  PARLEY_SERIES_RULE,   /* across the chart: where x (y is NAN) or where y (x is NAN) is that */
  PARLEY_SERIES_CELLS   /* of a matrix: column x, row y, with a value from 0 to 1; also the density
                       * of an XY chart, from x, y to x2, y2 */
} ParleySeriesKind;

typedef enum
{
  PARLEY_SHAPE_DISC,
  PARLEY_SHAPE_RING,
  PARLEY_SHAPE_SQUARE,
  PARLEY_SHAPE_DIAMOND,
  PARLEY_SHAPE_TRIANGLE,
  PARLEY_SHAPE_STAR
} ParleyMarkShape;

typedef enum
{
  PARLEY_FILL_SOLID,
  PARLEY_FILL_LIGHT, /* what is not certain */
  PARLEY_FILL_HOLLOW /* what there could be */
} ParleyFill;

typedef struct
{
  double x;
  double y;
  double x2; /* the other end or corner; the same as x and y where there is none */
  double y2;
  double value; /* of a cell; NAN elsewhere, and where there is nothing */
  char  *label; /* beside it, or in the cell; NULL for none */
} ParleyDatum;

typedef struct
{
  ParleySeriesKind kind;
  char            *name; /* in the key; NULL: it is not there */
  ParleyInk        ink;
  ParleyMarkShape  shape; /* of points */
  ParleyFill       fill;  /* of bars */
  gboolean         leads; /* of a line: arrows show which way it goes */
  GPtrArray       *data;  /* of ParleyDatum */
} ParleySeries;

typedef struct
{
  char      *title;      /* with the unit; NULL for none */
  gboolean   is_fixed;   /* the scale goes from low to high; else as far as the data do */
  double     low;
  double     high;
  GPtrArray *categories; /* of char *: names along it; empty of a scale */
} ParleyAxisScale;

/**
 * ParleyChart:
 *
 * All text is made safe to print on its way in (report/clean.h).
 */
typedef struct
{
  ParleyChartForm form;
  char           *title;
  char           *description; /* what can be seen, in whole sentences, for who cannot see it */
  ParleyAxisScale x;
  ParleyAxisScale y;
  GPtrArray
      *series; /* of ParleySeries, in the order of the key; of those alike the rearmost first */
} ParleyChart;

ParleyChart *parley_chart_new  (ParleyChartForm form, const char *title);
void         parley_chart_free (ParleyChart *self);

void parley_chart_describe (ParleyChart *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

void parley_scale_title    (ParleyAxisScale *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
void parley_scale_fix      (ParleyAxisScale *self, double low, double high);
void parley_scale_category (ParleyAxisScale *self, const char *name);

/* Adds a series, @name: (nullable). Returns: (transfer none): owned by the chart. */
ParleySeries *parley_chart_series (ParleyChart      *self,
                                   ParleySeriesKind  kind,
                                   ParleyInk         ink,
                                   const char       *name);

/* Adds a datum, finite but for the NAN of rules; @label: (nullable). */
void parley_series_point (ParleySeries *self, double x, double y, const char *label);
void parley_series_box (ParleySeries *self,
                        double x,
                        double y,
                        double x2,
                        double y2,
                        const char *label);
void parley_series_cell (ParleySeries *self, double x, double y, double value, const char *label);

/* A cell of an XY chart, without a label. */
void parley_series_patch (ParleySeries *self,
                          double x,
                          double y,
                          double x2,
                          double y2,
                          double value);

/* Typed access; all (transfer none). */
const ParleySeries *parley_chart_get_series (const ParleyChart *self, guint index);
const ParleyDatum  *parley_series_get       (const ParleySeries *self, guint index);
const char         *parley_scale_name       (const ParleyAxisScale *self, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyChart, parley_chart_free)
