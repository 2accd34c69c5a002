/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "report/deal_list.h"
#include "report/language.h"
#include "report/plot_part.h"
#include "report/words.h"

/* Of points that tie for a solution so many are shown. */
#define MOST_TIED 5

/* What is being drawn. */
typedef struct
{
  const ParleyPortrait *portrait;
  const ParleyScenario *scenario;
  const ParleyUtility  *utilities[2];
  const char           *names[2];
  ParleyChart          *chart;
  GString              *about; /* the description */
  double                low[2]; /* as far as anything goes */
  double                high[2];
} Plot;

static void
reach (Plot *self, guint side, double value)
{
  self->low[side] = fmin (self->low[side], value);
  self->high[side] = fmax (self->high[side], value);
}

static void
reach_point (Plot *self, double x, double y)
{
  reach (self, 0, x);
  reach (self, 1, y);
}

static const ParleyNumber *
reservation_of (const Plot *self, guint side)
{
  const ParleyParty *party = parley_utility_party (self->utilities[side], self->scenario);

  return parley_party_reservation_at (party, self->scenario->as_of);
}

/* Shades of where feasible deals lie. */
static void
add_density (Plot *self)
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
        reach_point (self, x, y);
        reach_point (self, x + density->size[0], y + density->size[1]);
      }
}

/* The band in which a reservation is believed to lie. */
static void
add_belief (Plot *self, guint side)
{
  const ParleyNumber *number = reservation_of (self, side);
  g_autofree char *name = NULL;
  ParleySeries *series = NULL;
  double low = 0;
  double high = 0;

  if (number == NULL || !number->has_range || mpq_equal (number->low, number->high))
    return;
  low = parley_plot_points (number->low);
  high = parley_plot_points (number->high);
  name = g_strdup_printf (_ ("Reservation, as believed: %s"), self->names[side]);
  series = parley_chart_series (self->chart, PARLEY_SERIES_AREA,
                                parley_plot_ink (self->portrait->pair[side]), name);
  if (side == 0)
    parley_series_box (series, low, self->low[1], high, self->high[1], NULL);
  else
    parley_series_box (series, self->low[0], low, self->high[0], high, NULL);
}

static void
add_reservation (Plot *self, guint side)
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
  value = parley_plot_points (number->value);
  series = parley_chart_series (self->chart, PARLEY_SERIES_RULE,
                                parley_plot_ink (self->portrait->pair[side]), NULL);
  parley_series_point (series, side == 0 ? value : NAN, side == 0 ? NAN : value, label);
  g_string_append_printf (self->about, " %s.", label);
}

/* Where both have what they ask for. */
static void
add_zone (Plot *self)
{
  const ParleyNumber *x = reservation_of (self, 0);
  const ParleyNumber *y = reservation_of (self, 1);

  if (x == NULL || y == NULL)
    return;
  parley_series_box (parley_chart_series (self->chart, PARLEY_SERIES_AREA, PARLEY_INK_GOOD,
                                          _ ("Enough points for both")),
                     parley_plot_points (x->value), parley_plot_points (y->value), self->high[0],
                     self->high[1], NULL);
}

static double
score_at (const Plot *self, const ParleyPoint *point, guint side)
{
  return parley_plot_score (self->utilities[side], point->scores[self->portrait->pair[side]]);
}

/* "64.3 and 67.4": what the two get. */
static char *
point_words (const Plot *self, const ParleyPoint *point)
{
  g_autofree char *x
      = parley_words_score (self->utilities[0], point->scores[self->portrait->pair[0]]);
  g_autofree char *y
      = parley_words_score (self->utilities[1], point->scores[self->portrait->pair[1]]);

  return g_strdup_printf (_ ("%s and %s"), x, y);
}

static void
describe_frontier (Plot *self, const GPtrArray *points)
{
  g_autofree char *first = point_words (self, g_ptr_array_index (points, 0));
  g_autofree char *last = point_words (self, g_ptr_array_index (points, points->len - 1));

  g_string_append_printf (
      self->about,
      /* Translators: the points of either side at both ends */
      _ (" The efficient deals, which leave no side more without leaving the other less, run from "
         "%s to %s."),
      first, last);
}

static void
add_frontier (Plot *self)
{
  const GPtrArray *points = self->portrait->frontier->points;
  ParleySeries *series = NULL;

  if (points->len == 0)
    {
      g_string_append (self->about, self->portrait->is_exact
                                        ? _ (" No deal is acceptable to all.")
                                        : _ (" No deal that is acceptable to all was found."));
      return;
    }
  series = parley_chart_series (self->chart, PARLEY_SERIES_LINE, PARLEY_INK_GOOD,
                                self->portrait->is_exact ? _ ("Efficient deals that all accept")
                                                         : _ ("Best deals found that all accept"));
  for (guint p = 0; p < points->len; p++)
    {
      const ParleyPoint *point = g_ptr_array_index (points, p);

      parley_series_point (series, score_at (self, point, 0), score_at (self, point, 1), NULL);
      reach_point (self, score_at (self, point, 0), score_at (self, point, 1));
    }
  describe_frontier (self, points);
}

/* "Nash, egalitarian" */
static char *
solutions_at (const ParleyLandscape *landscape, const ParleyPoint *point)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < PARLEY_N_SOLUTIONS; i++)
    if (parley_landscape_picks (landscape, i, point))
      g_string_append_printf (names, "%s%s", names->len == 0 ? "" : ", ",
                              parley_solution_title (i));
  return g_string_free (names, FALSE);
}

static void
add_solutions (Plot *self)
{
  const ParleyLandscape *landscape = self->portrait->deals->landscape;
  g_autoptr(GHashTable) shown = g_hash_table_new (NULL, NULL);
  ParleySeries *series
      = parley_chart_series (self->chart, PARLEY_SERIES_POINTS, PARLEY_INK_GOOD, _ ("Solution"));

  series->shape = PARLEY_SHAPE_DIAMOND;
  for (guint i = 0; i < PARLEY_N_SOLUTIONS; i++)
    for (guint k = 0; k < MIN (landscape->solutions[i]->len, MOST_TIED); k++)
      {
        const ParleyLandmark *landmark = g_ptr_array_index (landscape->solutions[i], k);
        g_autofree char *names = solutions_at (landscape, landmark->point);
        g_autofree char *label
            = k == 0 && landscape->n_tied[i] > 1
                  /* Translators: names of solutions, and how many points tie */
                  ? g_strdup_printf (_ ("%s (one of %u)"), names, landscape->n_tied[i])
                  : g_strdup (names);
        g_autofree char *points = NULL;

        if (!g_hash_table_add (shown, (gpointer) landmark->point))
          continue;
        points = point_words (self, landmark->point);
        parley_series_point (series, score_at (self, landmark->point, 0),
                             score_at (self, landmark->point, 1), k == 0 ? label : NULL);
        g_string_append_printf (self->about, " %s: %s.", label, points);
      }
}

/* The series that a draft belongs to: what is known of it, and what all sides say to it. */
typedef enum
{
  DRAFT_ACCEPTED,
  DRAFT_OTHER,
  DRAFT_OPEN,
  N_DRAFT_KINDS
} DraftKind;

static DraftKind
kind_of (const ParleyDraftScore *score, const ParleyStanding *x, const ParleyStanding *y)
{
  if (!mpq_equal (x->low, x->high) || !mpq_equal (y->low, y->high))
    return DRAFT_OPEN;
  return score->verdict == PARLEY_VERDICT_ACCEPTS ? DRAFT_ACCEPTED : DRAFT_OTHER;
}

static void
add_draft (Plot                 *self,
           ParleySeries         *series,
           const ParleyDraft    *draft,
           const ParleyStanding *x,
           const ParleyStanding *y)
{
  g_autofree char *name = parley_words_draft (draft, self->scenario->as_of);
  g_autofree char *x_words = parley_words_span (x->low, x->high);
  g_autofree char *y_words = parley_words_span (y->low, y->high);

  parley_series_box (series, parley_plot_points (x->low), parley_plot_points (y->low),
                     parley_plot_points (x->high), parley_plot_points (y->high), name);
  reach_point (self, parley_plot_points (x->low), parley_plot_points (y->low));
  reach_point (self, parley_plot_points (x->high), parley_plot_points (y->high));
  g_string_append_printf (self->about, _ (" %s: %s and %s."), name, x_words, y_words);
}

/* Those without a completion have no scores. */
static void
add_drafts (Plot *self, const ParleyScores *scores)
{
  static const char *const names[N_DRAFT_KINDS]
      = { N_ ("Draft that all accept"), N_ ("Draft that some side rejects"),
          N_ ("Draft with open terms: within the box") };
  ParleySeries *series[N_DRAFT_KINDS];

  series[DRAFT_OPEN] = parley_chart_series (self->chart, PARLEY_SERIES_BOXES, PARLEY_INK_PLAIN,
                                            _ (names[DRAFT_OPEN]));
  series[DRAFT_OTHER] = parley_chart_series (self->chart, PARLEY_SERIES_POINTS, PARLEY_INK_PLAIN,
                                             _ (names[DRAFT_OTHER]));
  series[DRAFT_OTHER]->shape = PARLEY_SHAPE_RING;
  series[DRAFT_ACCEPTED] = parley_chart_series (self->chart, PARLEY_SERIES_POINTS, PARLEY_INK_PLAIN,
                                                _ (names[DRAFT_ACCEPTED]));
  for (guint d = 0; scores != NULL && d < scores->drafts->len; d++)
    {
      const ParleyDraftScore *score = g_ptr_array_index (scores->drafts, d);
      const ParleyStanding *x = g_ptr_array_index (score->standings, self->portrait->pair[0]);
      const ParleyStanding *y = g_ptr_array_index (score->standings, self->portrait->pair[1]);

      if (score->verdict != PARLEY_VERDICT_INFEASIBLE)
        add_draft (self, series[kind_of (score, x, y)], score->draft, x, y);
    }
}

static void
add_marked (Plot *self, const ParleyMarkedDeal *marked, guint n_marked)
{
  ParleySeries *series = parley_chart_series (self->chart, PARLEY_SERIES_POINTS, PARLEY_INK_ACCENT,
                                              _ ("Recommended"));

  series->shape = PARLEY_SHAPE_STAR;
  for (guint m = 0; m < n_marked; m++)
    {
      double x = parley_plot_points (marked[m].scores[0]);
      double y = parley_plot_points (marked[m].scores[1]);
      g_autofree char *x_words = parley_words_points (marked[m].scores[0]);
      g_autofree char *y_words = parley_words_points (marked[m].scores[1]);

      parley_series_point (series, x, y, marked[m].label);
      reach_point (self, x, y);
      g_string_append_printf (self->about, _ (" %s: %s and %s."), marked[m].label, x_words,
                              y_words);
    }
}

/* From 0, or where adjustments lead below that, as far as anything goes, in tens. */
static void
set_scales (Plot *self)
{
  ParleyScale *scales[2] = { &self->chart->x, &self->chart->y };

  for (guint side = 0; side < 2; side++)
    {
      const ParleyNumber *number = reservation_of (self, side);

      if (number != NULL)
        reach (self, side, parley_plot_points (number->low));
      if (number != NULL)
        reach (self, side, parley_plot_points (number->high));
      self->low[side] = floor (self->low[side] / 10) * 10;
      self->high[side] = ceil (self->high[side] / 10) * 10;
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
  Plot self = { .portrait = portrait,
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
  g_string_printf (self.about, _ ("Points of deals, from left to right: %s; upwards: %s."),
                   self.names[0], self.names[1]);
  add_solutions (&self);
  add_drafts (&self, scores);
  add_marked (&self, marked, n_marked);
  add_frontier (&self);
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
