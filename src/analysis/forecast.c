/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/forecast.h"

#include "analysis/completions.h"
#include "analysis/corners.h"
#include "base/error.h"
#include "space/plan.h"

/* A score is on the reservation when it is nearer than that, in points. */
#define NEAR 1e-9

/* What a forecast goes by. */
typedef struct
{
  const ParleyPosterior   *posterior;
  const ParleyParty       *party;
  const ParleyClueRequest *request;
  ParleyCompletions        draft;
  gboolean                 scored;
  guint                    reservation; /* its number in draws, if so */
  GArray                  *doubtful;    /* of guint: couplings that may or may not hold */
  gboolean                *holds;       /* [coupling] */
} Work;

static void
work_clear (Work *self)
{
  parley_completions_clear (&self->draft);
  g_clear_pointer (&self->doubtful, g_array_unref);
  g_free (self->holds);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, work_clear)

/* Of the completions that @holds bars none of. */
static ParleyOutline *
outline_without (const Work *self, const gboolean *holds, GError **error)
{
  return parley_outline_new_without (self->draft.space, self->posterior->revealed->party, holds,
                                     error);
}

static const ParleyNumber *
chance_of (const Work *self, const ParleyCoupling *coupling)
{
  return ((const ParleyRedLine *) g_ptr_array_index (self->party->red_lines, coupling->item))
      ->holds;
}

/* Whether some completion crosses a red line, all else aside. */
static gboolean
is_crossed (const Work *self, guint coupling, gboolean *crossed, GError **error)
{
  g_autoptr(ParleyView) view = parley_view_new (self->draft.space, NULL);
  g_autoptr(ParleyDiagram) diagram = NULL;

  view->demands[coupling] = PARLEY_DEMAND_MATCH;
  diagram = parley_plan_narrow_diagram (view, error);
  *crossed = diagram != NULL && !diagram->empty;
  return diagram != NULL;
}

/* Which red lines matter, and whether they hold. */
static gboolean
sort_lines (Work *self, GError **error)
{
  const GPtrArray *couplings = self->draft.space->couplings;

  for (guint c = 0; c < couplings->len; c++)
    {
      const ParleyCoupling *coupling = g_ptr_array_index (couplings, c);
      const ParleyNumber *chance = NULL;

      if (coupling->effect != PARLEY_EFFECT_RED_LINE
          || coupling->party != self->posterior->revealed->party || self->request->no_red_lines)
        continue;
      if (!is_crossed (self, c, &self->holds[c], error))
        return FALSE;
      chance = chance_of (self, coupling);
      if (self->holds[c] && chance != NULL)
        {
          self->holds[c] = FALSE;
          g_array_append_val (self->doubtful, c);
        }
    }
  if (self->doubtful->len <= PARLEY_MOST_DOUBTFUL_LINES)
    return TRUE;
  g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_LIMIT,
               "the draft may cross more than %d red lines that may or may not hold",
               PARLEY_MOST_DOUBTFUL_LINES);
  return FALSE;
}

/* Scoring draws */

/* The score of @corner, values and then points, in a draw, less the reservation. */
static double
margin_of (const Work *self, const double *corner, const double *draw)
{
  guint n = self->posterior->revealed->n_shares;
  double margin = corner[n] - draw[self->reservation];

  for (guint i = 0; i < n; i++)
    margin += draw[i] * corner[i];
  return margin;
}

/* Whether the corner that counts, the best of the highest or the worst of the lowest, reaches the
 * reservation. */
static gboolean
accepts (const Work *self, const GPtrArray *corners, const double *draw)
{
  gboolean any = self->request->open == PARLEY_OPEN_ANY;

  for (guint c = 0; c < corners->len; c++)
    if ((margin_of (self, g_ptr_array_index (corners, c), draw) >= -NEAR) == any)
      return any;
  return !any;
}

static gboolean
holds_any (const Work *self)
{
  for (guint c = 0; c < self->draft.space->couplings->len; c++)
    if (self->holds[c])
      return TRUE;
  return FALSE;
}

/* As doubles: those of a case in which the party looks at scores. */
static GPtrArray *
find_corners (const Work *self, const ParleyOutline *outline, GError **error)
{
  const ParleyRevealed *revealed = self->posterior->revealed;
  g_autoptr(ParleyCorners) corners = parley_corners_new (
      outline, self->draft.values, self->draft.utility, self->request->open == PARLEY_OPEN_ANY);

  if (corners != NULL)
    return parley_corners_to_doubles (corners, revealed->issues, revealed->n_shares);
  g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_LIMIT,
               "more completions of the draft matter than are looked at (%d)", PARLEY_MOST_CORNERS);
  return NULL;
}

/* Adds what happens with chance @chance: that those lines hold which do now, those of @set. */
static gboolean
add_case (const Work *self, guint set, double chance, ParleyForecast *forecast, GError **error)
{
  const ParleyPosterior *posterior = self->posterior;
  g_autoptr(ParleyOutline) outline = outline_without (self, self->holds, error);
  g_autoptr(GPtrArray) corners = NULL;

  if (outline == NULL)
    return FALSE;
  if (self->request->open == PARLEY_OPEN_ANY ? !parley_outline_is_feasible (outline)
                                             : holds_any (self))
    {
      forecast->crossed += chance;
      return TRUE;
    }
  if (self->scored)
    {
      corners = find_corners (self, outline, error);
      if (corners == NULL)
        return FALSE;
    }
  for (guint64 d = 0; d < posterior->n_draws; d++)
    if (corners == NULL || accepts (self, corners, posterior->draws + d * posterior->n_numbers))
      {
        forecast->accepts[d] += chance;
        forecast->cases[set * posterior->n_draws + d] = 1;
      }
  return TRUE;
}

static void
set_lines (const Work *self, ParleyForecast *forecast)
{
  forecast->n_lines = self->doubtful->len;
  forecast->lines = g_new (guint, forecast->n_lines + 1);
  for (guint i = 0; i < forecast->n_lines; i++)
    {
      guint c = g_array_index (self->doubtful, guint, i);

      forecast->lines[i]
          = ((const ParleyCoupling *) g_ptr_array_index (self->draft.space->couplings, c))->item;
    }
  forecast->cases = g_new0 (guint8, ((gsize) forecast->n_draws) << forecast->n_lines);
}

/* Each way in which the doubtful lines may hold or not. */
static gboolean
add_cases (Work *self, ParleyForecast *forecast, GError **error)
{
  set_lines (self, forecast);
  for (guint set = 0; set < 1u << self->doubtful->len; set++)
    {
      double chance = 1;

      for (guint i = 0; i < self->doubtful->len; i++)
        {
          guint c = g_array_index (self->doubtful, guint, i);
          double holds = parley_exact_to_double (
              chance_of (self, g_ptr_array_index (self->draft.space->couplings, c))->value);

          self->holds[c] = (set >> i & 1) != 0;
          chance *= self->holds[c] ? holds : 1 - holds;
        }
      if (chance > 0 && !add_case (self, set, chance, forecast, error))
        return FALSE;
    }
  return TRUE;
}

/* Making it */

/* Which number of a draw is the reservation on @date. */
static gboolean
find_reservation (Work *self, const char *date, GError **error)
{
  const ParleyRevealed *revealed = self->posterior->revealed;
  const ParleyNumber *reservation = parley_party_reservation_at (self->party, date);
  guint index = 0;

  if (reservation == NULL)
    {
      g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_INPUT,
                   "\"%s\" has no reservation, so nothing says from which score on it accepts",
                   self->party->id);
      return FALSE;
    }
  g_return_val_if_fail (
      g_ptr_array_find (revealed->reservations, (gconstpointer) reservation, &index), FALSE);
  self->reservation = revealed->n_shares + index;
  return TRUE;
}

/* Whether the draft has any completion at all. */
static gboolean
check_feasible (const Work *self, guint draft, GError **error)
{
  g_autoptr(ParleyOutline) outline = outline_without (self, self->holds, error);

  if (outline == NULL)
    return FALSE;
  if (!parley_outline_is_feasible (outline))
    g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_INPUT, "no completion of \"%s\" is feasible",
                 parley_scenario_draft (self->posterior->revealed->scenario, draft)->id);
  return parley_outline_is_feasible (outline);
}

static gboolean
prepare (Work *self, guint draft, const char *date, GError **error)
{
  const ParleyRevealed *revealed = self->posterior->revealed;

  self->party = parley_scenario_party (revealed->scenario, revealed->party);
  self->doubtful = g_array_new (FALSE, FALSE, sizeof (guint));
  self->scored = parley_party_is_scored (self->party);
  if ((self->scored && !find_reservation (self, date, error))
      || !parley_completions_init (&self->draft, revealed->scenario, draft, revealed->party, date,
                                   error))
    return FALSE;
  self->holds = g_new0 (gboolean, self->draft.space->couplings->len + 1);
  return check_feasible (self, draft, error) && sort_lines (self, error);
}

ParleyForecast *
parley_forecast_new (const ParleyPosterior *posterior,
                     guint draft,
                     const char *date,
                     const ParleyClueRequest *request,
                     GError **error)
{
  const char *day = date != NULL ? date : posterior->revealed->scenario->as_of;
  g_autoptr(ParleyForecast) self = g_new0 (ParleyForecast, 1);
  g_auto(Work) work = { .posterior = posterior, .request = request };

  self->n_draws = posterior->n_draws;
  self->accepts = g_new0 (double, posterior->n_draws);
  if (!prepare (&work, draft, day, error) || !add_cases (&work, self, error))
    return NULL;
  for (guint64 d = 0; d < self->n_draws; d++)
    self->chance += self->accepts[d];
  self->chance /= (double) self->n_draws;
  return g_steal_pointer (&self);
}

void
parley_forecast_free (ParleyForecast *self)
{
  if (self == NULL)
    return;
  g_free (self->accepts);
  g_free (self->lines);
  g_free (self->cases);
  g_free (self);
}
