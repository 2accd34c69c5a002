/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/history.h"

#include "base/date.h"

/* Steps */

static void
step_free (ParleyHistoryStep *self)
{
  if (self == NULL)
    return;
  parley_redraft_free (self->redraft);
  g_free (self);
}

/* The kind that all pairs of completions make the step. */
static ParleyRedraftKind
only_kind (const ParleyStepKinds *kinds)
{
  for (guint k = 1; kinds->known && !kinds->drawn && k < PARLEY_N_REDRAFT_KINDS; k++)
    if (kinds->shares[k] >= 1)
      return (ParleyRedraftKind) k;
  return PARLEY_REDRAFT_UNKNOWN;
}

/* The step of @side between two drafts. */
static ParleyHistoryStep *
step_new (const ParleyHistory *history, guint from, guint to, guint side)
{
  guint parties[2] = { history->pair[side], history->pair[1 - side] };
  ParleyHistoryStep *step = g_new0 (ParleyHistoryStep, 1);
  ParleyDraftAt before = { parley_history_draft (history, from), history->match };
  ParleyDraftAt after = { parley_history_draft (history, to), history->match };

  step->redraft = parley_redraft_new_alike (history->scenario, &before, &after);
  if (!step->redraft->known)
    return step;
  parley_step_look (step->redraft, parties, &step->kinds);
  step->kind = only_kind (&step->kinds);
  if (step->kind == PARLEY_REDRAFT_UNKNOWN)
    step->kind = parley_redraft_kind (&step->redraft->total[parties[0]],
                                      &step->redraft->total[parties[1]]);
  return step;
}

/* Paths */

static void
stop_free (ParleyStop *self)
{
  step_free (self->from_own);
  step_free (self->from_table);
  g_free (self);
}

/* Of one day in the order of the drafts. */
static gint
compare_stops (gconstpointer a, gconstpointer b)
{
  const ParleyStop *x = *(ParleyStop *const *) a;
  const ParleyStop *y = *(ParleyStop *const *) b;
  gint order = parley_date_compare (x->date, y->date);

  return order != 0 ? order : x->draft < y->draft ? -1 : 1;
}

static void
collect_stops (const ParleyHistory *history, ParleyPath *path)
{
  for (guint d = 0; d < history->scores->drafts->len; d++)
    {
      const ParleyDraft *draft = parley_history_draft (history, d)->draft;
      const char *date = parley_draft_consent_date (draft, path->party);
      ParleyStop *stop = NULL;

      if (!parley_draft_has_consent (draft, path->party))
        continue;
      stop = g_new0 (ParleyStop, 1);
      stop->draft = d;
      stop->date = date != NULL ? date : draft->date;
      g_ptr_array_add (path->stops, stop);
    }
  g_ptr_array_sort (path->stops, compare_stops);
}

static void
follow (ParleyHistory *self, guint side)
{
  ParleyPath *path = &self->paths[side];

  for (guint s = 0; s < path->stops->len; s++)
    {
      ParleyStop *stop = g_ptr_array_index (path->stops, s);

      if (s > 0)
        stop->from_own = step_new (self, parley_path_stop (path, s - 1)->draft, stop->draft, side);
      if (stop->draft > 0)
        stop->from_table = step_new (self, stop->draft - 1, stop->draft, side);
    }
  if (path->stops->len > 1)
    path->whole = step_new (self, parley_path_stop (path, 0)->draft,
                            parley_path_stop (path, path->stops->len - 1)->draft, side);
}

/* (first - last) / (first - reservation). */
static void
set_ratio (mpq_ptr ratio, mpq_srcptr first, mpq_srcptr last, mpq_srcptr reservation)
{
  mpq_t way;

  mpq_init (way);
  mpq_sub (way, first, reservation);
  mpq_sub (ratio, first, last);
  mpq_div (ratio, ratio, way);
  mpq_clear (way);
}

/* The part falls as the last score rises, and goes one way only as the first does: so its ends are
 * where both are at theirs. */
static void
set_part (ParleyPath *path, const ParleyStanding *first, const ParleyStanding *last)
{
  mpq_srcptr starts[2] = { first->low, first->high };
  mpq_t ratio;

  mpq_init (ratio);
  for (guint s = 0; s < 2; s++)
    {
      set_ratio (ratio, starts[s], last->high, last->reservation);
      if (s == 0 || mpq_cmp (ratio, path->part_low) < 0)
        mpq_set (path->part_low, ratio);
      set_ratio (ratio, starts[s], last->low, last->reservation);
      if (s == 0 || mpq_cmp (ratio, path->part_high) > 0)
        mpq_set (path->part_high, ratio);
    }
  mpq_clear (ratio);
}

/* There is a way only from above the reservation, which is that of the last draft's day. */
static void
measure (const ParleyHistory *history, ParleyPath *path, guint side)
{
  const ParleyStanding *first = NULL;
  const ParleyStanding *last = NULL;

  if (path->whole == NULL || !path->whole->redraft->known)
    return;
  first = parley_history_standing (history, parley_path_stop (path, 0)->draft, side);
  last = parley_history_standing (history, parley_path_stop (path, path->stops->len - 1)->draft,
                                  side);
  path->has_part = last->has_reservation && mpq_cmp (first->low, last->reservation) > 0;
  if (path->has_part)
    set_part (path, first, last);
}

static int
further_of (const ParleyPath *paths)
{
  if (!paths[0].has_part || !paths[1].has_part)
    return -1;
  if (mpq_cmp (paths[0].part_low, paths[1].part_high) > 0)
    return 0;
  return mpq_cmp (paths[1].part_low, paths[0].part_high) > 0 ? 1 : -1;
}

/* All */

static gint
compare_drafts (gconstpointer a, gconstpointer b, gpointer data)
{
  const ParleyScenario *scenario = data;
  guint x = *(const guint *) a;
  guint y = *(const guint *) b;
  gint order = parley_date_compare (parley_scenario_draft (scenario, x)->date,
                                    parley_scenario_draft (scenario, y)->date);

  return order != 0 ? order : x < y ? -1 : 1;
}

static ParleyScores *
score_in_time (const ParleyScenario *scenario, GError **error)
{
  guint n = scenario->drafts->len;
  g_autofree guint *order = g_new (guint, n + 1);

  for (guint d = 0; d < n; d++)
    order[d] = d;
  g_qsort_with_data (order, (gint) n, sizeof *order, compare_drafts, (gpointer) scenario);
  return parley_scores_new (scenario, order, n, PARLEY_SCORE_VERDICTS, error);
}

static void
follow_both (ParleyHistory *self)
{
  for (guint side = 0; side < 2; side++)
    {
      collect_stops (self, &self->paths[side]);
      follow (self, side);
      measure (self, &self->paths[side], side);
    }
  self->further = further_of (self->paths);
}

ParleyHistory *
parley_history_new (const ParleyScenario *scenario, const guint pair[2], GError **error)
{
  ParleyScores *scores = score_in_time (scenario, error);
  ParleyHistory *self = NULL;

  if (scores == NULL)
    return NULL;
  self = g_new0 (ParleyHistory, 1);
  self->scenario = scenario;
  self->scores = scores;
  self->match = parley_match_new (scenario, scenario, NULL);
  for (guint side = 0; side < 2; side++)
    {
      self->pair[side] = pair[side];
      self->paths[side].party = pair[side];
      self->paths[side].stops = g_ptr_array_new_with_free_func ((GDestroyNotify) stop_free);
      mpq_inits (self->paths[side].part_low, self->paths[side].part_high, NULL);
    }
  follow_both (self);
  return self;
}

void
parley_history_free (ParleyHistory *self)
{
  if (self == NULL)
    return;
  for (guint side = 0; side < 2; side++)
    {
      g_ptr_array_unref (self->paths[side].stops);
      step_free (self->paths[side].whole);
      mpq_clears (self->paths[side].part_low, self->paths[side].part_high, NULL);
    }
  parley_scores_free (self->scores);
  parley_match_free (self->match);
  g_free (self);
}
