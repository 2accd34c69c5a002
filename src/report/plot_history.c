/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "report/history_words.h"
#include "report/plot_part.h"
#include "report/words.h"

/* Who tabled a draft. */
typedef enum
{
  BY_FIRST,
  BY_SECOND,
  BY_OTHERS, /* by both, by others, or nobody says */
  N_AUTHORS
} Author;

typedef struct
{
  const ParleyHistory *history;
  ParleyChart         *chart;
  GString             *about; /* the description */
  double               low[2];
  double               high[2];
} Plot;

static void
reach (Plot *self, guint side, double value)
{
  self->low[side] = fmin (self->low[side], value);
  self->high[side] = fmax (self->high[side], value);
}

static double
middle_of (const Plot *self, guint draft, guint side)
{
  const ParleyStanding *standing = parley_history_standing (self->history, draft, side);

  return (parley_exact_to_double (standing->low) + parley_exact_to_double (standing->high)) / 2;
}

/* Drafts */

static Author
author_of (const ParleyHistory *history, guint draft)
{
  const GArray *by = parley_history_draft (history, draft)->draft->tabled_by;

  if (by->len != 1)
    return BY_OTHERS;
  return g_array_index (by, guint, 0) == history->pair[0]   ? BY_FIRST
         : g_array_index (by, guint, 0) == history->pair[1] ? BY_SECOND
                                                            : BY_OTHERS;
}

static gboolean
is_open (const ParleyHistory *history, guint draft)
{
  for (guint side = 0; side < 2; side++)
    {
      const ParleyStanding *standing = parley_history_standing (history, draft, side);

      if (!mpq_equal (standing->low, standing->high))
        return TRUE;
    }
  return FALSE;
}

static void
add_draft (Plot *self, ParleySeries *series, guint draft)
{
  g_autofree char *name = parley_history_name (self->history, draft);
  char *words[2] = { NULL, NULL };
  double ends[2][2];

  for (guint side = 0; side < 2; side++)
    {
      const ParleyStanding *standing = parley_history_standing (self->history, draft, side);

      ends[side][0] = parley_exact_to_double (standing->low);
      ends[side][1] = parley_exact_to_double (standing->high);
      words[side] = parley_words_span (standing->low, standing->high);
      reach (self, side, ends[side][0]);
      reach (self, side, ends[side][1]);
    }
  parley_series_box (series, ends[0][0], ends[1][0], ends[0][1], ends[1][1], name);
  parley_plot_say (self->about, "%s: %s and %s.", name, words[0], words[1]);
  g_free (words[0]);
  g_free (words[1]);
}

static char *
series_name (const ParleyHistory *history, Author author, gboolean open)
{
  const char *terms = open ? ", within the box" : "";

  if (author == BY_OTHERS)
    return g_strdup_printf ("Draft of neither alone%s", terms);
  return g_strdup_printf ("Draft of %s%s", parley_history_side (history, (guint) author), terms);
}

static ParleySeries *
series_new (Plot *self, Author author, gboolean open)
{
  static const ParleyMarkShape shapes[N_AUTHORS]
      = { PARLEY_SHAPE_DISC, PARLEY_SHAPE_SQUARE, PARLEY_SHAPE_DIAMOND };
  g_autofree char *name = series_name (self->history, author, open);
  ParleyInk ink
      = author == BY_OTHERS ? PARLEY_INK_PLAIN : parley_plot_ink (self->history->pair[author]);
  ParleySeries *series = parley_chart_series (
      self->chart, open ? PARLEY_SERIES_BOXES : PARLEY_SERIES_POINTS, ink, name);

  series->shape = shapes[author];
  return series;
}

static void
add_drafts (Plot *self)
{
  ParleySeries *series[N_AUTHORS][2];

  for (Author author = BY_FIRST; author < N_AUTHORS; author++)
    for (guint open = 0; open < 2; open++)
      series[author][open] = series_new (self, author, open != 0);
  for (guint d = 0; d < self->history->scores->drafts->len; d++)
    if (parley_history_is_feasible (self->history, d))
      add_draft (self, series[author_of (self->history, d)][is_open (self->history, d) ? 1 : 0], d);
}

/* Ways */

static void
add_way (Plot *self, guint side)
{
  const ParleyPath *path = &self->history->paths[side];
  g_autofree char *name = g_strdup_printf ("Way of %s", parley_history_side (self->history, side));
  ParleySeries *series = NULL;

  if (path->stops->len < 2)
    return;
  series = parley_chart_series (self->chart, PARLEY_SERIES_LINE,
                                parley_plot_ink (self->history->pair[side]), name);
  series->leads = TRUE;
  for (guint s = 0; s < path->stops->len; s++)
    {
      guint draft = parley_path_stop (path, s)->draft;

      if (parley_history_is_feasible (self->history, draft))
        parley_series_point (series, middle_of (self, draft, 0), middle_of (self, draft, 1), NULL);
    }
}

/* Reservations */

/* Whether the draft at @draft is the first that is judged by its reservation. */
static gboolean
is_new (const ParleyHistory *history, guint draft, guint side)
{
  const ParleyStanding *standing = parley_history_standing (history, draft, side);

  for (guint d = 0; d < draft; d++)
    if (mpq_equal (parley_history_standing (history, d, side)->reservation, standing->reservation))
      return FALSE;
  return standing->has_reservation;
}

static guint
n_reservations (const ParleyHistory *history, guint side)
{
  guint n = 0;

  for (guint d = 0; d < history->scores->drafts->len; d++)
    n += (guint) is_new (history, d, side);
  return n;
}

/* Where both have what they ask for, always the same. */
static void
add_zone (Plot *self)
{
  const ParleyHistory *history = self->history;

  if (n_reservations (history, 0) != 1 || n_reservations (history, 1) != 1)
    return;
  parley_series_box (parley_chart_series (self->chart, PARLEY_SERIES_AREA, PARLEY_INK_GOOD,
                                          "Enough points for both"),
                     parley_exact_to_double (parley_history_standing (history, 0, 0)->reservation),
                     parley_exact_to_double (parley_history_standing (history, 0, 1)->reservation),
                     self->high[0], self->high[1], NULL);
}

static void
add_reservations (Plot *self, guint side)
{
  const ParleyHistory *history = self->history;
  ParleySeries *series = parley_chart_series (self->chart, PARLEY_SERIES_RULE,
                                              parley_plot_ink (history->pair[side]), NULL);
  guint n = n_reservations (history, side);

  for (guint d = 0; d < history->scores->drafts->len; d++)
    {
      const ParleyStanding *standing = parley_history_standing (history, d, side);
      const char *date = parley_history_draft (history, d)->draft->date;
      g_autofree char *points = parley_words_input (standing->reservation);
      g_autofree char *day = parley_words_day (n > 1 ? date : NULL, history->scenario->as_of);
      g_autofree char *label
          = g_strdup_printf ("%s accepts from %s%s%s%s", parley_history_side (history, side),
                             points, *day == '\0' ? "" : " (", day, *day == '\0' ? "" : ")");
      double value = parley_exact_to_double (standing->reservation);

      if (!is_new (history, d, side))
        continue;
      parley_series_point (series, side == 0 ? value : NAN, side == 0 ? NAN : value, label);
      parley_plot_say (self->about, "%s.", label);
      reach (self, side, value);
    }
}

/* From 0, or what is lower, in tens. */
static void
set_scales (Plot *self)
{
  ParleyAxisScale *scales[2] = { &self->chart->x, &self->chart->y };

  for (guint side = 0; side < 2; side++)
    {
      self->low[side] = floor (self->low[side] / 10) * 10;
      self->high[side] = fmax (ceil (self->high[side] / 10) * 10, self->low[side] + 10);
      parley_scale_title (scales[side], "%s, points", parley_history_side (self->history, side));
      parley_scale_fix (scales[side], self->low[side], self->high[side]);
    }
}

ParleyChart *
parley_plot_history (const ParleyHistory *history)
{
  g_autofree char *title
      = g_strdup_printf ("Drafts in time: %s and %s", parley_history_side (history, 0),
                         parley_history_side (history, 1));
  Plot self = { .history = history,
                .chart = parley_chart_new (PARLEY_CHART_XY, title),
                .about = g_string_new (NULL) };

  parley_plot_say (self.about, "Points of drafts, from left to right: %s; upwards: %s.",
                   parley_history_side (history, 0), parley_history_side (history, 1));
  add_drafts (&self);
  for (guint side = 0; side < 2; side++)
    {
      add_way (&self, side);
      add_reservations (&self, side);
    }
  set_scales (&self);
  add_zone (&self);
  parley_plot_describe (self.chart, self.about);
  return self.chart;
}
