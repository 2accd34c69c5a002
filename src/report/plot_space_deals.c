/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/deal_list.h"
#include "report/language.h"
#include "report/plot_space_part.h"
#include "report/words.h"

/* Of points that tie for a solution so many are shown. */
#define MOST_TIED 5

static double
score_at (const ParleySpacePlot *self, const ParleyPoint *point, guint side)
{
  return parley_score_to_double (point->scores[self->portrait->pair[side]],
                                 self->utilities[side]->denominator);
}

/* "64.3 and 67.4": what the two get. */
static char *
point_words (const ParleySpacePlot *self, const ParleyPoint *point)
{
  g_autofree char *x
      = parley_words_score (self->utilities[0], point->scores[self->portrait->pair[0]]);
  g_autofree char *y
      = parley_words_score (self->utilities[1], point->scores[self->portrait->pair[1]]);

  return g_strdup_printf (_ ("%s and %s"), x, y);
}

static void
describe_frontier (ParleySpacePlot *self, const GPtrArray *points)
{
  g_autofree char *first = point_words (self, g_ptr_array_index (points, 0));
  g_autofree char *last = point_words (self, g_ptr_array_index (points, points->len - 1));

  parley_plot_say (
      self->about, /* Translators: the points of either side at both ends */
      _ ("The efficient deals, which leave no side more without leaving the other less, run from "
         "%s to %s."),
      first, last);
}

void
parley_space_plot_frontier (ParleySpacePlot *self)
{
  const GPtrArray *points = self->portrait->frontier->points;
  ParleySeries *series = NULL;

  if (points->len == 0)
    {
      parley_plot_say (self->about, "%s",
                       self->portrait->is_exact
                           ? _ ("No deal is acceptable to all.")
                           : _ ("No deal that is acceptable to all was found."));
      return;
    }
  series = parley_chart_series (self->chart, PARLEY_SERIES_LINE, PARLEY_INK_GOOD,
                                self->portrait->is_exact ? _ ("Efficient deals that all accept")
                                                         : _ ("Best deals found that all accept"));
  for (guint p = 0; p < points->len; p++)
    {
      const ParleyPoint *point = g_ptr_array_index (points, p);

      parley_series_point (series, score_at (self, point, 0), score_at (self, point, 1), NULL);
      parley_space_plot_reach (self, score_at (self, point, 0), score_at (self, point, 1));
    }
  describe_frontier (self, points);
}

void
parley_space_plot_solutions (ParleySpacePlot *self)
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
        g_autofree char *names = parley_solution_titles (landscape, landmark->point);
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
        parley_plot_say (self->about, "%s: %s.", label, points);
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
add_draft (ParleySpacePlot      *self,
           ParleySeries         *series,
           const ParleyDraft    *draft,
           const ParleyStanding *x,
           const ParleyStanding *y)
{
  g_autofree char *name = parley_words_draft (draft, self->scenario->as_of);
  g_autofree char *x_words = parley_words_span (x->low, x->high);
  g_autofree char *y_words = parley_words_span (y->low, y->high);

  parley_series_box (series, parley_exact_to_double (x->low), parley_exact_to_double (y->low),
                     parley_exact_to_double (x->high), parley_exact_to_double (y->high), name);
  parley_space_plot_reach (self, parley_exact_to_double (x->low), parley_exact_to_double (y->low));
  parley_space_plot_reach (self, parley_exact_to_double (x->high),
                           parley_exact_to_double (y->high));
  parley_plot_say (self->about, _ ("%s: %s and %s."), name, x_words, y_words);
}

/* Those without a completion have no scores. */
void
parley_space_plot_drafts (ParleySpacePlot *self, const ParleyScores *scores)
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

void
parley_space_plot_marked (ParleySpacePlot *self, const ParleyMarkedDeal *marked, guint n_marked)
{
  ParleySeries *series = parley_chart_series (self->chart, PARLEY_SERIES_POINTS, PARLEY_INK_ACCENT,
                                              _ ("Recommended"));

  series->shape = PARLEY_SHAPE_STAR;
  for (guint m = 0; m < n_marked; m++)
    {
      double x = parley_exact_to_double (marked[m].scores[0]);
      double y = parley_exact_to_double (marked[m].scores[1]);
      g_autofree char *x_words = parley_words_points (marked[m].scores[0]);
      g_autofree char *y_words = parley_words_points (marked[m].scores[1]);

      parley_series_point (series, x, y, marked[m].label);
      parley_space_plot_reach (self, x, y);
      parley_plot_say (self->about, _ ("%s: %s and %s."), marked[m].label, x_words, y_words);
    }
}
