/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "report/language.h"
#include "report/plot_space_part.h"
#include "report/words.h"

static void
reach (ParleySpacePlot *self, guint side, double value)
{
  self->low[side] = fmin (self->low[side], value);
  self->high[side] = fmax (self->high[side], value);
}

void
parley_space_plot_reach (ParleySpacePlot *self, double x, double y)
{
  reach (self, 0, x);
  reach (self, 1, y);
}

static const ParleyNumber *
reservation_of (const ParleySpacePlot *self, guint side)
{
  const ParleyParty *party = parley_utility_party (self->utilities[side], self->scenario);

  return parley_party_reservation_at (party, self->scenario->as_of);
}

/* Shades of where feasible deals lie. */
static void
add_density (ParleySpacePlot *self)
{
  const ParleyDensity *density = self->portrait->density;
  ParleySeries *series = NULL;
  g_autofree char *total = NULL;
  g_autofree char *name = NULL;

  if (density == NULL)
    return;
  total = parley_plot_count (density->n_deals);
  name = g_strdup_printf (density->is_sampled
                              ? _ ("Possible deals, shaded by how many (%s drawn at random)")
                              : _ ("Possible deals, shaded by how many (all %s)"),
                          total);
  series = parley_chart_series (self->chart, PARLEY_SERIES_CELLS, PARLEY_INK_MUTED, name);
  for (guint i = 0; i < density->n_cells[0]; i++)
    for (guint j = 0; j < density->n_cells[1]; j++)
      {
        guint count = density->counts[(gsize) i * density->n_cells[1] + j];
        double x = density->low[0] + i * density->size[0];
        double y = density->low[1] + j * density->size[1];

        if (count == 0)
          continue;
        parley_series_patch (series, x, y, x + density->size[0], y + density->size[1],
                             (double) count / density->most);
        parley_space_plot_reach (self, x, y);
        parley_space_plot_reach (self, x + density->size[0], y + density->size[1]);
      }
}

/* The band in which a reservation is believed to lie. */
static void
add_belief (ParleySpacePlot *self, guint side)
{
  const ParleyNumber *number = reservation_of (self, side);
  g_autofree char *name = NULL;
  ParleySeries *series = NULL;
  double low = 0;
  double high = 0;

  if (number == NULL || !number->has_range || mpq_equal (number->low, number->high))
    return;
  low = parley_exact_to_double (number->low);
  high = parley_exact_to_double (number->high);
  name = g_strdup_printf (_ ("Reservation, as believed: %s"), self->names[side]);
  series = parley_chart_series (self->chart, PARLEY_SERIES_AREA,
                                parley_plot_ink (self->portrait->pair[side]), name);
  if (side == 0)
    parley_series_box (series, low, self->low[1], high, self->high[1], NULL);
  else
    parley_series_box (series, self->low[0], low, self->high[0], high, NULL);
}

static void
add_reservation (ParleySpacePlot *self, guint side)
{
  const ParleyNumber *number = reservation_of (self, side);
  g_autofree char *points = NULL;
  g_autofree char *label = NULL;
  ParleySeries *series = NULL;
  double value = 0;

  if (number == NULL)
    return;
  points = parley_words_input (number->value);
  label = g_strdup_printf (_ ("%s accepts from %s"), self->names[side], points);
  value = parley_exact_to_double (number->value);
  series = parley_chart_series (self->chart, PARLEY_SERIES_RULE,
                                parley_plot_ink (self->portrait->pair[side]), NULL);
  parley_series_point (series, side == 0 ? value : NAN, side == 0 ? NAN : value, label);
  parley_plot_say (self->about, "%s.", label);
}

/* Where both have what they ask for. */
static void
add_zone (ParleySpacePlot *self)
{
  const ParleyNumber *x = reservation_of (self, 0);
  const ParleyNumber *y = reservation_of (self, 1);

  if (x == NULL || y == NULL)
    return;
  parley_series_box (parley_chart_series (self->chart, PARLEY_SERIES_AREA, PARLEY_INK_GOOD,
                                          _ ("Enough points for both")),
                     parley_exact_to_double (x->value), parley_exact_to_double (y->value),
                     self->high[0], self->high[1], NULL);
}

/* From 0, or where adjustments lead below that, as far as anything goes, in tens; at least ten
 * points, where nothing brings a party any. */
static void
set_scales (ParleySpacePlot *self)
{
  ParleyAxisScale *scales[2] = { &self->chart->x, &self->chart->y };

  for (guint side = 0; side < 2; side++)
    {
      const ParleyNumber *number = reservation_of (self, side);

      if (number != NULL)
        reach (self, side, parley_exact_to_double (number->low));
      if (number != NULL)
        reach (self, side, parley_exact_to_double (number->high));
      self->low[side] = floor (self->low[side] / 10) * 10;
      self->high[side] = fmax (ceil (self->high[side] / 10) * 10, self->low[side] + 10);
      parley_scale_title (scales[side], _ ("%s, points"), self->names[side]);
      parley_scale_fix (scales[side], self->low[side], self->high[side]);
    }
}

ParleyChart *
parley_plot_space (const ParleyPortrait   *portrait,
                   const ParleyScores     *scores,
                   const ParleyMarkedDeal *marked,
                   guint                   n_marked)
{
  ParleySpacePlot self = { .portrait = portrait,
                           .scenario = portrait->deals->scenario,
                           .about = g_string_new (NULL) };
  g_autofree char *title = NULL;

  for (guint side = 0; side < 2; side++)
    {
      self.utilities[side]
          = g_ptr_array_index (portrait->deals->landscape->utilities, portrait->pair[side]);
      self.names[side] = parley_plot_party (self.scenario, portrait->pair[side]);
    }
  title
      = g_strdup_printf (_ ("Drafts and possible deals: %s and %s"), self.names[0], self.names[1]);
  self.chart = parley_chart_new (PARLEY_CHART_XY, title);
  parley_plot_say (self.about, _ ("Points of deals, from left to right: %s; upwards: %s."),
                   self.names[0], self.names[1]);
  parley_space_plot_solutions (&self);
  parley_space_plot_drafts (&self, scores);
  parley_space_plot_marked (&self, marked, n_marked);
  parley_space_plot_frontier (&self);
  add_density (&self);
  set_scales (&self);
  add_zone (&self);
  for (guint side = 0; side < 2; side++)
    {
      add_belief (&self, side);
      add_reservation (&self, side);
    }
  parley_plot_describe (self.chart, self.about);
  return self.chart;
}
