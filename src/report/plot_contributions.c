/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/language.h"
#include "report/plot_part.h"
#include "report/words.h"

/* The rows: issues with weight for some party, in file order, then adjustments. */
typedef struct
{
  const ParleyScenario   *scenario;
  const ParleyDraftScore *score;
  ParleyChart            *chart;
  GString                *about;
  int                    *rows;        /* [issue]: -1 for none */
  int                     adjustments; /* likewise */
} Plot;

static const ParleyStanding *
standing_of (const Plot *self, guint party)
{
  return g_ptr_array_index (self->score->standings, party);
}

static gboolean
is_shown (const Plot *self, guint party)
{
  return standing_of (self, party)->scored && standing_of (self, party)->contributions != NULL;
}

static void
find_rows (Plot *self)
{
  gboolean adjusted = FALSE;

  for (guint i = 0; i < self->scenario->issues->len; i++)
    {
      gboolean weighted = FALSE;

      for (guint p = 0; p < self->scenario->parties->len; p++)
        weighted |= is_shown (self, p) && parley_standing_part (standing_of (self, p), i) != NULL;
      self->rows[i] = weighted ? (int) self->chart->y.categories->len : -1;
      if (weighted)
        parley_scale_category (&self->chart->y, parley_scenario_issue (self->scenario, i)->title);
    }
  for (guint p = 0; p < self->scenario->parties->len; p++)
    adjusted |= is_shown (self, p)
                && (mpq_sgn (standing_of (self, p)->adjusted_low) != 0
                    || mpq_sgn (standing_of (self, p)->adjusted_high) != 0);
  self->adjustments = adjusted ? (int) self->chart->y.categories->len : -1;
  if (adjusted)
    parley_scale_category (&self->chart->y, _ ("Adjustments"));
}

/* What one party gets: for sure, at most, and what there could be. */
typedef struct
{
  ParleySeries *most;
  ParleySeries *open;
  ParleySeries *won;
} PartySeries;

static void
add_row (Plot *self, PartySeries *series, int row, mpq_srcptr low, mpq_srcptr high, double best)
{
  g_autofree char *words = parley_words_span (low, high);
  double sure = parley_exact_to_double (low);
  double possible = parley_exact_to_double (high);

  if (row < 0)
    return;
  if (best > possible)
    parley_series_point (series->most, best, row, NULL);
  if (possible != sure)
    parley_series_box (series->open, sure, row, possible, row, NULL);
  parley_series_point (series->won, sure, row, words);
  parley_plot_say (self->about, "%s: %s.", parley_scale_name (&self->chart->y, (guint) row), words);
}

static void
add_party (Plot *self, guint party)
{
  const ParleyStanding *standing = standing_of (self, party);
  ParleyInk ink = parley_plot_ink (party);
  PartySeries series = { parley_chart_series (self->chart, PARLEY_SERIES_BARS, ink, NULL),
                         parley_chart_series (self->chart, PARLEY_SERIES_BARS, ink, NULL),
                         parley_chart_series (self->chart, PARLEY_SERIES_BARS, ink,
                                              parley_plot_party (self->scenario, party)) };
  g_autofree char *total = parley_words_span (standing->low, standing->high);

  /* Translators: a party, and its score */
  parley_plot_say (self->about, _ ("%s gets %s points in all."),
                   parley_plot_party (self->scenario, party), total);
  series.most->fill = PARLEY_FILL_HOLLOW;
  series.open->fill = PARLEY_FILL_LIGHT;
  for (guint i = 0; i < self->scenario->issues->len; i++)
    {
      const ParleyContribution *part = parley_standing_part (standing, i);
      mpq_t best;

      if (part == NULL)
        continue;
      mpq_init (best);
      mpq_add (best, part->won_high, part->given_up_low);
      add_row (self, &series, self->rows[i], part->won_low, part->won_high,
               parley_exact_to_double (best));
      mpq_clear (best);
    }
  if (self->adjustments >= 0)
    add_row (self, &series, self->adjustments, standing->adjusted_low, standing->adjusted_high, 0);
}

ParleyChart *
parley_plot_contributions (const ParleyScenario *scenario, const ParleyDraftScore *score)
{
  g_autofree char *name = parley_words_draft (score->draft, scenario->as_of);
  g_autofree char *title = g_strdup_printf (_ ("Where the points come from: %s"), name);
  g_autofree int *rows = g_new (int, scenario->issues->len + 1);
  Plot self = { scenario, score, parley_chart_new (PARLEY_CHART_BARS, title), NULL, rows, -1 };

  self.about = g_string_new (_ ("What each issue brings each party, in points, and what its best "
                                "option would bring."));
  find_rows (&self);
  for (guint p = 0; p < scenario->parties->len; p++)
    if (is_shown (&self, p))
      add_party (&self, p);
  parley_scale_title (
      &self.chart->x, "%s",
      _ ("Points (light: if open terms turn out well; outline: with the best option)"));
  parley_plot_describe (self.chart, self.about);
  return self.chart;
}
