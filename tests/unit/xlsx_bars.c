/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/xlsx_bars.h"

#include <math.h>
#include <string.h>

#include "expect.h"
#include "suites.h"

/*
 * Charts, written down in short: series after series "1 0:5 1:2>4", of which the first number is
 * the ink, and the others say from where to where there is a bar in a category (one that begins at
 * 0 is given by its length alone). Lengths likewise: "gap 2 . | 0 2 5", one column after the other.
 */

static void
add_series (ParleyChart *chart, const char *text)
{
  g_auto(GStrv) parts = g_strsplit (text, " ", -1);
  ParleySeries *series = parley_chart_series (chart, PARLEY_SERIES_BARS,
                                              (ParleyInk) g_ascii_digit_value (*parts[0]), "name");

  for (char **part = parts + 1; *part != NULL; part++)
    {
      char *rest = NULL;
      double y = g_ascii_strtod (*part, &rest);
      double from = g_ascii_strtod (rest + 1, &rest);

      if (*rest == '>')
        parley_series_box (series, from, y, g_ascii_strtod (rest + 1, NULL), y, NULL);
      else
        parley_series_point (series, from, y, NULL);
    }
}

static ParleyChart *
read_chart (ParleyChartForm form, guint n_categories, const char *text)
{
  ParleyChart *chart = parley_chart_new (form, "title");
  g_auto(GStrv) series = g_strsplit (text, "|", -1);

  for (guint i = 0; i < n_categories; i++)
    parley_scale_category (&chart->y, "category");
  for (char **one = series; *one != NULL; one++)
    add_series (chart, g_strstrip (*one));
  return chart;
}

static char *
words_of (const ParleyBars *bars)
{
  GString *text = g_string_new (bars->stacked ? "stacked" : "beside");

  for (guint c = 0; c < bars->columns->len; c++)
    {
      const ParleyBarColumn *column = parley_bars_column (bars, c);

      if (column->series < 0)
        g_string_append (text, " | gap");
      else
        g_string_append_printf (text, " | %d", column->series);
      for (guint r = 0; r < bars->n_rows; r++)
        if (isfinite (column->lengths[r]))
          g_string_append_printf (text, " %g", column->lengths[r]);
        else
          g_string_append (text, " .");
    }
  return g_string_free (text, FALSE);
}

static void
test_lengths (void)
{
  static const struct
  {
    const char *label;
    ParleyChartForm form;
    guint n_categories;
    const char *chart;
    const char *want;
  } rows[] = {
    { "side by side", PARLEY_CHART_BARS, 2, "2 0:5 1:3 | 3 0:4 1:-1", "beside | 0 5 3 | 1 4 -1" },
    { "one is missing", PARLEY_CHART_BARS, 2, "2 1:3", "beside | 0 . 3" },
    { "no such category", PARLEY_CHART_BARS, 1, "2 0:1 1:3 7:2", "beside | 0 1" },
    { "nothing", PARLEY_CHART_BARS, 0, "2", "beside | 0" },
    { "what is open behind what is certain", PARLEY_CHART_BARS, 2, "2 0:5 1:3 | 2 0:5>7 1:3>4",
      "stacked | 0 5 3 | 1 2 1" },
    { "for two parties", PARLEY_CHART_BARS, 1, "2 0:5 | 2 0:5>7 | 3 0:1 | 3 0:1>4",
      "stacked | 0 5 . | 2 . 1 | 1 2 . | 3 . 3" },
    { "a bar that begins elsewhere", PARLEY_CHART_BARS, 2, "2 0:5>7 1:-3>-1",
      "stacked | gap 5 . | 0 2 . | gap . -1 | 0 . -2" },
    { "end to end", PARLEY_CHART_STACKS, 2, "2 0:5 1:3 | 3 0:4 1:1", "stacked | 0 5 3 | 1 4 1" },
    { "end to end, with a part", PARLEY_CHART_STACKS, 1, "2 0:5 | 3 0:10>12",
      "stacked | 0 5 | 1 2" },
    { "swings above 0", PARLEY_CHART_SWINGS, 2, "7 0:2>4 1:3>4 | 6 0:4>9 1:4>5",
      "stacked | gap 2 3 | 0 2 1 | 1 5 1" },
    { "swings the other way round", PARLEY_CHART_SWINGS, 2, "7 0:2>4 1:4>7 | 6 0:4>9 1:1>4",
      "stacked | gap 2 1 | 0 2 . | 1 . 3 | 0 . 3 | 1 5 ." },
    { "a swing about 0", PARLEY_CHART_SWINGS, 1, "7 0:-3>2 | 6 0:2>5",
      "stacked | 0 2 | 1 3 | 0 -3" },
    { "from high to low", PARLEY_CHART_SWINGS, 1, "7 0:4>-1", "stacked | 0 4 | 0 -1" },
    { "the last is in front", PARLEY_CHART_SWINGS, 1, "7 0:1>6 | 6 0:3>8 | 5 0:2>4",
      "stacked | gap 1 | 0 1 | 2 2 | 1 4" },
    { "contributions", PARLEY_CHART_BARS, 2, "2 0:9 1:4 | 2 0:5>7 | 2 0:5 1:4",
      "stacked | 2 5 4 | 1 2 . | 0 2 ." },
    { "a hole between two", PARLEY_CHART_SWINGS, 1, "7 0:1>2 | 6 0:5>8",
      "stacked | gap 1 | 0 1 | gap 3 | 1 3" },
    { "no width", PARLEY_CHART_SWINGS, 1, "7 0:0", "stacked" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(ParleyChart) chart
          = read_chart (rows[i].form, rows[i].n_categories, rows[i].chart);
      g_autoptr(ParleyBars) bars = parley_bars_new (chart);
      g_autofree char *got = words_of (bars);

      PARLEY_EXPECT_TEXT (rows[i].label, got, rows[i].want);
    }
}

void
parley_test_xlsx_bars (void)
{
  CU_pSuite suite = CU_add_suite ("xlsx bars", NULL, NULL);

  CU_add_test (suite, "lengths", test_lengths);
}
