/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "report/input_words.h"
#include "report/language.h"
#include "report/plot_part.h"
#include "report/words.h"

/* What is being drawn: from what is as written to either end of each input's range. */
typedef struct
{
  const ParleyScenario *scenario;
  const ParleyTornado  *tornado;
  ParleyChart          *chart;
  GString              *about;
  ParleySeries         *low; /* the inputs' low ends */
  ParleySeries         *high;
} Plot;

/* From @base to @end, or where the other end lies on the same side and is nearer, from there. */
static void
add_end (ParleySeries *series, double base, double end, double other, guint row, const char *label)
{
  gboolean same_side = (end > base && other > base) || (end < base && other < base);
  double from = same_side && fabs (other - base) < fabs (end - base) ? other : base;

  if (from != end)
    parley_series_box (series, from, row, end, row, label);
}

/* "Weight of Past aid (10-20)" */
static char *
name_of (const Plot *self, const ParleyBar *bar)
{
  const ParleyNumber *number = bar->input.number;
  g_autofree char *name = parley_words_input_name (self->scenario, &bar->input);
  g_autofree char *range = parley_words_range (number->low, number->high);

  return g_strdup_printf ("%s: %s", name, range);
}

static void
add_bar (Plot *self, const ParleyBar *bar)
{
  guint row = self->chart->y.categories->len;
  mpq_srcptr low = parley_bar_surplus (self->tornado, bar, PARLEY_BAR_LOW);
  mpq_srcptr high = parley_bar_surplus (self->tornado, bar, PARLEY_BAR_HIGH);
  double base = parley_exact_to_double (parley_bar_surplus (self->tornado, bar, PARLEY_BAR_BASE));
  g_autofree char *name = name_of (self, bar);
  g_autofree char *low_words = parley_words_points (low);
  g_autofree char *high_words = parley_words_points (high);

  parley_scale_category (&self->chart->y, name);
  add_end (self->low, base, parley_exact_to_double (low), parley_exact_to_double (high), row, NULL);
  add_end (self->high, base, parley_exact_to_double (high), parley_exact_to_double (low), row,
           NULL);
  parley_plot_say (self->about, "%s: %s, %s.", name, low_words, high_words);
}

static void
add_rules (Plot *self, mpq_srcptr base)
{
  g_autofree char *words = parley_words_points (base);
  g_autofree char *name = g_strdup_printf (_ ("As written: %s"), words);
  ParleySeries *rule
      = parley_chart_series (self->chart, PARLEY_SERIES_RULE, PARLEY_INK_PLAIN, name);

  parley_series_point (rule, parley_exact_to_double (base), NAN, NULL);
  if (!self->tornado->has_reservation)
    return;
  rule = parley_chart_series (self->chart, PARLEY_SERIES_RULE, PARLEY_INK_BAD,
                              _ ("Below 0 the party rejects"));
  parley_series_point (rule, 0, NAN, NULL);
}

static char *
title_of (const ParleyScenario   *scenario,
          const ParleyDraftScore *score,
          const ParleyTornado    *tornado)
{
  g_autofree char *draft = parley_words_draft (score->draft, scenario->as_of);

  /* Translators: a party, and a draft */
  return g_strdup_printf (tornado->has_reservation ? _ ("What the surplus hangs on: %s, %s")
                                                   : _ ("What the score hangs on: %s, %s"),
                          parley_plot_party (scenario, tornado->party), draft);
}

ParleyChart *
parley_plot_tornado (const ParleyScenario   *scenario,
                     const ParleyDraftScore *score,
                     const ParleyTornado    *tornado,
                     guint                   most)
{
  g_autofree char *title = title_of (scenario, score, tornado);
  Plot self = { .scenario = scenario,
                .tornado = tornado,
                .chart = parley_chart_new (PARLEY_CHART_SWINGS, title),
                .about = g_string_new (_ ("Points when one number is at the low, then at the high "
                                          "end of its range, all else as written.")) };
  mpq_srcptr base = tornado->highest_decides ? tornado->high : tornado->low;

  self.low = parley_chart_series (self.chart, PARLEY_SERIES_BARS, PARLEY_INK_FIRST,
                                  _ ("The number at the low end of its range"));
  self.high = parley_chart_series (self.chart, PARLEY_SERIES_BARS, PARLEY_INK_SECOND,
                                   _ ("At the high end"));
  for (guint b = 0; b < MIN (tornado->n_ranged, most); b++)
    add_bar (&self, parley_tornado_bar (tornado, b));
  if (tornado->n_ranged > 0)
    add_rules (&self, base);
  parley_scale_title (&self.chart->x, "%s",
                      tornado->has_reservation ? _ ("Surplus over the reservation, points")
                                               : _ ("Score, points"));
  parley_plot_describe (self.chart, self.about);
  return self.chart;
}
