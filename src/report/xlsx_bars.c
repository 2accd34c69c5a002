/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/xlsx_bars.h"

#include <math.h>

/* A part of a bar on one side of 0, in distances from there. */
typedef struct
{
  gboolean below;
  double   near;
  double   far;
  int      series;
} Piece;

/* Where lengths go: what comes first from 0 on, then what comes next, so that the order of series
 * may differ from bar to bar. */
typedef struct
{
  gboolean below;
  guint    place;
  int      series; /* -1: a gap */
  double  *lengths;
} Column;

typedef struct
{
  const ParleyChart *chart;
  GArray            *inks;    /* of ParleyInk: one a row of each category */
  GPtrArray         *rows;    /* of GArray of Piece */
  GArray            *columns; /* of Column */
} Work;

static gboolean
is_bar (const ParleySeries *series)
{
  return series->kind == PARLEY_SERIES_BARS;
}

/* Which of the rows of a category has bars of @ink; the number of known rows when none has. */
static guint
find_group (const Work *self, ParleyInk ink)
{
  guint group = 0;

  while (group < self->inks->len && g_array_index (self->inks, ParleyInk, group) != ink)
    group++;
  return self->chart->form == PARLEY_CHART_BARS ? group : 0;
}

static void
find_groups (Work *self)
{
  const ParleyInk none = PARLEY_INK_PLAIN;

  for (guint s = 0; s < self->chart->series->len; s++)
    {
      const ParleySeries *series = parley_chart_get_series (self->chart, s);

      if (is_bar (series) && find_group (self, series->ink) >= self->inks->len)
        g_array_append_val (self->inks, series->ink);
    }
  if (self->inks->len == 0)
    g_array_append_val (self->inks, none);
}

/* Pieces */

/* Notes the part of a bar from @from to @to that is above 0, or below it. */
static void
add_piece (GArray *row, double from, double to, guint series, gboolean below)
{
  double low = fmax (0, below ? -fmax (from, to) : fmin (from, to));
  double high = fmax (0, below ? -fmin (from, to) : fmax (from, to));
  Piece piece = { below, low, high, (int) series };

  if (high > low)
    g_array_append_val (row, piece);
}

static void
add_datum (Work *self, guint index, const ParleyDatum *datum, double *sums)
{
  guint group = find_group (self, parley_chart_get_series (self->chart, index)->ink);
  guint row = (guint) datum->y * self->inks->len + group;
  double from = datum->x == datum->x2 ? 0 : datum->x;
  double to = datum->x2;

  if (self->chart->form == PARLEY_CHART_STACKS)
    {
      to = sums[row] + to - from;
      from = sums[row];
      sums[row] = to;
    }
  for (gboolean below = FALSE; below <= TRUE; below++)
    add_piece (g_ptr_array_index (self->rows, row), from, to, index, below);
}

static void
collect_pieces (Work *self)
{
  guint n_categories = self->chart->y.categories->len;
  g_autofree double *sums = g_new0 (double, n_categories * self->inks->len + 1);

  for (guint r = 0; r < n_categories * self->inks->len; r++)
    g_ptr_array_add (self->rows, g_array_new (FALSE, FALSE, sizeof (Piece)));
  for (guint s = 0; s < self->chart->series->len; s++)
    {
      const ParleySeries *series = parley_chart_get_series (self->chart, s);

      for (guint i = 0; is_bar (series) && i < series->data->len; i++)
        {
          const ParleyDatum *datum = parley_series_get (series, i);

          if (datum->y >= 0 && datum->y < n_categories)
            add_datum (self, s, datum, sums);
        }
    }
}

/* Columns */

static double *
lengths_new (guint n_rows)
{
  double *lengths = g_new (double, MAX (n_rows, 1));

  for (guint r = 0; r < n_rows; r++)
    lengths[r] = NAN;
  return lengths;
}

static double *
column_for (Work *self, gboolean below, guint place, int series)
{
  Column column = { below, place, series, NULL };

  for (guint i = 0; i < self->columns->len; i++)
    {
      const Column *known = &g_array_index (self->columns, Column, i);

      if (known->below == below && known->place == place && known->series == series)
        return known->lengths;
    }
  column.lengths = lengths_new (self->rows->len);
  g_array_append_val (self->columns, column);
  return column.lengths;
}

static gint
compare_ends (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return x < y ? -1 : x > y;
}

/* Where the pieces on one side of 0 begin and end, and 0 itself. */
static GArray *
find_ends (const GArray *pieces, gboolean below)
{
  GArray *ends = g_array_new (FALSE, TRUE, sizeof (double));

  g_array_set_size (ends, 1);
  for (guint i = 0; i < pieces->len; i++)
    {
      const Piece *piece = &g_array_index (pieces, Piece, i);

      if (piece->below != below)
        continue;
      g_array_append_val (ends, piece->near);
      g_array_append_val (ends, piece->far);
    }
  g_array_sort (ends, compare_ends);
  return ends;
}

/* The foremost series between two ends that follow on each other; -1 for none. */
static int
find_foremost (const GArray *pieces, gboolean below, double near, double far)
{
  int foremost = -1;

  for (guint i = 0; i < pieces->len; i++)
    {
      const Piece *piece = &g_array_index (pieces, Piece, i);

      if (piece->below == below && piece->near <= near && piece->far >= far)
        foremost = MAX (foremost, piece->series);
    }
  return foremost;
}

/* What is to be seen of a row on one side of 0, from there outwards. */
static void
lay_out_side (Work *self, guint row, gboolean below)
{
  const GArray *pieces = g_ptr_array_index (self->rows, row);
  g_autoptr(GArray) ends = find_ends (pieces, below);
  double *lengths = NULL;
  int shown = -1;
  guint place = 0;

  for (guint i = 0; i + 1 < ends->len; i++)
    {
      double near = g_array_index (ends, double, i);
      double far = g_array_index (ends, double, i + 1);
      int foremost = find_foremost (pieces, below, near, far);

      if (near == far)
        continue;
      if (lengths == NULL || foremost != shown)
        lengths = column_for (self, below, place++, foremost);
      shown = foremost;
      lengths[row] = (isnan (lengths[row]) ? 0 : lengths[row]) + (below ? near - far : far - near);
    }
}

static gint
in_order_of_stacking (gconstpointer a, gconstpointer b)
{
  const Column *x = a;
  const Column *y = b;

  if (x->below != y->below)
    return x->below ? 1 : -1;
  if (x->place != y->place)
    return x->place < y->place ? -1 : 1;
  return x->series - y->series;
}

/* Whether each bar begins at 0 and has a row of its own: these can stand side by side. */
static gboolean
is_simple (const Work *self)
{
  if (self->chart->form != PARLEY_CHART_BARS)
    return FALSE;
  for (guint r = 0; r < self->rows->len; r++)
    {
      const GArray *row = g_ptr_array_index (self->rows, r);

      if (row->len > 1 || (row->len == 1 && g_array_index (row, Piece, 0).near > 0))
        return FALSE;
    }
  return TRUE;
}

static void
column_free (gpointer data)
{
  ParleyBarColumn *self = data;

  g_free (self->lengths);
  g_free (self);
}

static double *
add_column (ParleyBars *self, int series, double *lengths)
{
  ParleyBarColumn *column = g_new (ParleyBarColumn, 1);

  column->series = series;
  column->lengths = lengths;
  g_ptr_array_add (self->columns, column);
  return lengths;
}

/* A column for each series. */
static void
put_side_by_side (ParleyBars *self, const ParleyChart *chart)
{
  self->n_rows = chart->y.categories->len;
  for (guint s = 0; s < chart->series->len; s++)
    {
      const ParleySeries *series = parley_chart_get_series (chart, s);
      double *lengths = NULL;

      if (!is_bar (series))
        continue;
      lengths = add_column (self, (int) s, lengths_new (self->n_rows));
      for (guint i = 0; i < series->data->len; i++)
        {
          const ParleyDatum *datum = parley_series_get (series, i);

          if (datum->y >= 0 && datum->y < self->n_rows)
            lengths[(guint) datum->y] = datum->x;
        }
    }
}

static void
put_end_to_end (ParleyBars *self, Work *work)
{
  self->stacked = TRUE;
  self->n_groups = work->inks->len;
  self->n_rows = work->rows->len;
  for (guint r = 0; r < work->rows->len; r++)
    for (gboolean below = FALSE; below <= TRUE; below++)
      lay_out_side (work, r, below);
  g_array_sort (work->columns, in_order_of_stacking);
  for (guint i = 0; i < work->columns->len; i++)
    {
      const Column *column = &g_array_index (work->columns, Column, i);

      add_column (self, column->series, column->lengths);
    }
}

ParleyBars *
parley_bars_new (const ParleyChart *chart)
{
  g_autoptr(GArray) inks = g_array_new (FALSE, FALSE, sizeof (ParleyInk));
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr(GArray) columns = g_array_new (FALSE, FALSE, sizeof (Column));
  Work work = { chart, inks, rows, columns };
  ParleyBars *self = g_new0 (ParleyBars, 1);

  self->n_groups = 1;
  self->columns = g_ptr_array_new_with_free_func (column_free);
  find_groups (&work);
  collect_pieces (&work);
  if (is_simple (&work))
    put_side_by_side (self, chart);
  else
    put_end_to_end (self, &work);
  return self;
}

void
parley_bars_free (ParleyBars *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->columns);
  g_free (self);
}

const ParleyBarColumn *
parley_bars_column (const ParleyBars *self, guint index)
{
  return g_ptr_array_index (self->columns, index);
}
