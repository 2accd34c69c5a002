/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "report/language.h"
#include "report/number.h"
#include "report/plot_part.h"
#include "report/sweep.h"
#include "report/words.h"

/* Of more turns only those of whether there is a deal are marked. */
#define MOST_TURNS 8

/* What is being drawn, along the one input. */
typedef struct
{
  const ParleySweep      *sweep;
  const ParleyScenario   *scenario;
  const ParleySweepInput *input;
  ParleyChart            *chart;
  GString                *about;
} Plot;

/* Where a point of the grid stands: at its number, or among names. */
static double
place_of (const Plot *self, guint point)
{
  return self->input->numbers == NULL
             ? point
             : parley_exact_to_double (g_ptr_array_index (self->input->numbers, point));
}

static ParleyInk
ink_of (const Plot *self, const ParleySweepColumn *column)
{
  int party
      = column->party == NULL ? -1 : parley_scenario_find_party (self->scenario, column->party);

  return party < 0 ? PARLEY_INK_PLAIN : parley_plot_ink ((guint) party);
}

static const char *
name_of (const Plot *self, const ParleySweepColumn *column)
{
  int party
      = column->party == NULL ? -1 : parley_scenario_find_party (self->scenario, column->party);

  return party < 0 ? _ ("Deals that all accept")
                   : parley_plot_party (self->scenario, (guint) party);
}

/* "United States: from 64.0 to 71.2." */
static void
describe_line (Plot *self, const char *name, double first, double last)
{
  g_autofree char *from = parley_number_decimal (first, 1);
  g_autofree char *to = parley_number_decimal (last, 1);

  parley_plot_say (self->about, _ ("%s: from %s to %s."), name, from, to);
}

/* Where there is nothing to say, as without a deal, the line breaks off, and another goes on. */
static void
add_line (Plot *self, guint column)
{
  const ParleySweepColumn *about = parley_sweep_column (self->sweep->columns, column);
  ParleySeries *series = NULL;
  double first = NAN;
  double last = NAN;

  for (guint point = 0; point < self->sweep->rows->len; point++)
    {
      const char *cell = parley_sweep_get (self->sweep, point, column);

      if (cell == NULL)
        {
          series = NULL;
          continue;
        }
      last = g_ascii_strtod (cell, NULL);
      if (series == NULL)
        series = parley_chart_series (self->chart, PARLEY_SERIES_LINE, ink_of (self, about),
                                      isnan (first) ? name_of (self, about) : NULL);
      first = isnan (first) ? last : first;
      parley_series_point (series, place_of (self, point), last, NULL);
    }
  if (!isnan (first))
    describe_line (self, name_of (self, about), first, last);
}

/* "No deal any more", "12 Feb, US draft, Ukraine: accepts" */
static char *
turn_words (const Plot *self, const ParleyFlip *flip)
{
  const ParleySweepColumn *column = parley_sweep_column (self->sweep->columns, flip->column);
  int draft
      = column->draft == NULL ? -1 : parley_scenario_find_draft (self->scenario, column->draft);
  const char *after = flip->after == NULL ? _ ("unknown") : _ (flip->after);
  g_autofree char *name = NULL;

  if (column->kind == PARLEY_SWEEP_DEAL)
    return g_strdup (g_strcmp0 (flip->after, "no") == 0    ? _ ("No deal any more")
                     : g_strcmp0 (flip->after, "yes") == 0
                         ? _ ("A deal from here on")
                         : _ ("Not known whether there is a deal"));
  name = draft < 0 ? g_strdup (column->draft)
                   : parley_words_draft (parley_scenario_draft (self->scenario, (guint) draft),
                                         self->scenario->as_of);
  if (column->party == NULL)
    return g_strdup_printf ("%s: %s", name, after);
  return g_strdup_printf ("%s, %s: %s", name, name_of (self, column), after);
}

/* Between the two points, where it is not known better. */
static double
place_of_turn (const Plot *self, const ParleyFlip *flip)
{
  guint next = flip->point + parley_sweep_grid_stride (self->sweep->grid, flip->input);

  if (flip->kind == PARLEY_FLIP_POINTS)
    return (place_of (self, flip->point) + place_of (self, next)) / 2;
  return (parley_exact_to_double (flip->low) + parley_exact_to_double (flip->high)) / 2;
}

/* What turns for all sides, and whether there is a deal; each party's own verdicts are too many. */
static gboolean
is_marked (const Plot *self, const ParleyFlip *flip, gboolean many)
{
  const ParleySweepColumn *column = parley_sweep_column (self->sweep->columns, flip->column);

  return column->kind == PARLEY_SWEEP_DEAL || (!many && column->party == NULL);
}

static void
add_turns (Plot *self)
{
  ParleySeries *series = parley_chart_series (self->chart, PARLEY_SERIES_RULE, PARLEY_INK_MUTED,
                                              _ ("Where it turns what all sides accept"));
  guint n = 0;

  for (guint f = 0; f < self->sweep->flips->len; f++)
    n += is_marked (self, g_ptr_array_index (self->sweep->flips, f), FALSE) ? 1 : 0;
  for (guint f = 0; f < self->sweep->flips->len; f++)
    {
      const ParleyFlip *flip = g_ptr_array_index (self->sweep->flips, f);
      g_autofree char *words = NULL;
      g_autofree char *place = NULL;

      if (!is_marked (self, flip, n > MOST_TURNS))
        continue;
      words = turn_words (self, flip);
      place = parley_sweep_place_words (self->sweep, flip);
      parley_series_point (series, place_of_turn (self, flip), NAN, words);
      parley_plot_say (self->about, "%s %s.", words, place);
    }
}

static void
add_values (Plot *self)
{
  for (guint v = 0; v < self->input->values->len && self->input->numbers == NULL; v++)
    {
      g_autofree char *name
          = parley_sweep_value_words (self->input, g_ptr_array_index (self->input->values, v));

      parley_scale_category (&self->chart->x, name);
    }
}

ParleyChart *
parley_plot_sweep (const ParleySweep *sweep, const ParleyScenario *scenario, gboolean counts)
{
  const ParleySweepInput *input = parley_sweep_grid_input (sweep->grid, 0);
  ParleySweepKind kind = counts ? PARLEY_SWEEP_COUNT : PARLEY_SWEEP_SCORE;
  g_autofree char *title = g_strdup_printf (
      counts ? _ ("Acceptable deals along %s") : _ ("The Nash deal along %s"), input->path);
  Plot self = { sweep, scenario, input, parley_chart_new (PARLEY_CHART_XY, title), NULL };

  self.about = g_string_new (counts ? _ ("How many deals all accept as one input is varied.")
                                    : _ ("What each party gets in the Nash deal as one input is "
                                         "varied, in points."));
  add_values (&self);
  for (guint c = 0; c < sweep->columns->len; c++)
    if (parley_sweep_column (sweep->columns, c)->kind == kind)
      add_line (&self, c);
  if (self.chart->series->len == 0)
    parley_plot_say (self.about, "%s", _ ("At none of the points a deal is acceptable to all."));
  add_turns (&self);
  parley_scale_title (&self.chart->x, "%s", input->path);
  parley_scale_title (&self.chart->y, "%s",
                      counts ? _ ("Deals that all accept") : _ ("Score in the Nash deal, points"));
  parley_plot_describe (self.chart, self.about);
  return self.chart;
}
