/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/inference.h"

#include "analysis/misfit.h"
#include "analysis/score.h"
#include "base/error.h"

/* Red lines */

static gboolean
is_about_lines (const ParleyClue *clue)
{
  return clue->kind == PARLEY_CLUE_RED_LINE || clue->kind == PARLEY_CLUE_CROSSES;
}

static gboolean
has_line (const GArray *lines, guint line)
{
  for (guint i = 0; i < lines->len; i++)
    if (g_array_index (lines, guint, i) == line)
      return TRUE;
  return FALSE;
}

/* Adds what every completion of a draft crosses, or else what some do. */
static void
add_lines (GArray *lines, const ParleyStanding *standing)
{
  guint n_before = lines->len;

  for (int all = 1; all >= 0 && lines->len == n_before; all--)
    for (guint i = 0; i < standing->red_lines->len; i++)
      {
        const ParleyAction *action = &g_array_index (standing->red_lines, ParleyAction, i);

        if ((!all || action->applies == PARLEY_ALL) && !has_line (lines, action->item))
          g_array_append_val (lines, action->item);
      }
}

static gboolean
find_lines (ParleyInference *self, GError **error)
{
  self->red_lines = g_new0 (GArray *, self->revealed->clues->len + 1);
  for (guint c = 0; c < self->revealed->clues->len; c++)
    {
      const ParleyClue *clue = parley_revealed_clue (self->revealed, c);
      const guint *drafts = clue->preference != NULL ? clue->preference->drafts : &clue->move.draft;
      guint n_drafts = clue->preference != NULL ? 2 : 1;
      g_autoptr(ParleyScores) scores = NULL;

      if (!is_about_lines (clue))
        continue;
      scores = parley_scores_new (self->scenario, drafts, n_drafts, PARLEY_SCORE_PLAIN, error);
      if (scores == NULL)
        return FALSE;
      self->red_lines[c] = g_array_new (FALSE, FALSE, sizeof (guint));
      for (guint d = 0; d < n_drafts; d++)
        {
          const ParleyDraftScore *score = g_ptr_array_index (scores->drafts, d);

          add_lines (self->red_lines[c], g_ptr_array_index (score->standings, self->party));
        }
    }
  return TRUE;
}

gboolean
parley_inference_breaks_line (const ParleyInference *self, guint clue)
{
  const ParleyParty *party = parley_scenario_party (self->scenario, self->party);
  const GArray *lines = self->red_lines[clue];

  for (guint i = 0;
       parley_revealed_clue (self->revealed, clue)->kind == PARLEY_CLUE_CROSSES && i < lines->len;
       i++)
    {
      const ParleyRedLine *line
          = g_ptr_array_index (party->red_lines, g_array_index (lines, guint, i));

      if (line->holds == NULL || mpq_cmp_ui (line->holds->low, 1, 1) >= 0)
        return TRUE;
    }
  return FALSE;
}

gboolean
parley_inference_holds (const ParleyInference *self)
{
  for (guint c = 0; c < self->revealed->clues->len; c++)
    if (parley_inference_breaks_line (self, c))
      return FALSE;
  return self->revealed->fits;
}

/* What teaches nothing */

static void
count_silent (ParleyInference *self)
{
  g_autoptr(GArray) record = parley_record_new (self->scenario, self->party);

  for (guint i = 0; i < record->len; i++)
    self->n_again += g_array_index (record, ParleyDeed, i).again != FALSE;
  for (guint d = 0; d < self->scenario->drafts->len; d++)
    {
      const ParleyDraft *draft = parley_scenario_draft (self->scenario, d);

      for (guint i = 0; i < draft->events->len; i++)
        {
          const ParleyEvent *event = g_ptr_array_index (draft->events, i);

          self->n_withheld
              += event->party == self->party && parley_act_says (event->act) == PARLEY_SAYS_NOTHING;
        }
    }
}

static gboolean
is_varied (const ParleyRevealed *revealed)
{
  for (guint i = 0; i < revealed->n_shares + revealed->reservations->len; i++)
    if (!mpq_equal (revealed->believed[i].low, revealed->believed[i].high))
      return TRUE;
  return FALSE;
}

/* That no draw fits is no error: what is exact stands. */
static gboolean
draw (ParleyInference *self, GError **error)
{
  GError *problem = NULL;

  if (!self->revealed->fits && self->likely_request.slip <= 0)
    return TRUE;
  self->likely = parley_posterior_new (self->revealed, &self->likely_request, &problem);
  return parley_error_forgive_limit (problem, NULL, error);
}

ParleyInference *
parley_inference_new (const ParleyScenario *scenario,
                      guint party,
                      const ParleyRevealedRequest *revealed,
                      const ParleyPosteriorRequest *likely,
                      GError **error)
{
  g_autoptr(ParleyInference) self = g_new0 (ParleyInference, 1);

  mpq_init (self->misfit);
  self->scenario = scenario;
  self->party = party;
  self->revealed_request = *revealed;
  self->likely_request = *likely;
  self->revealed = parley_revealed_new (scenario, party, revealed, error);
  if (self->revealed == NULL || !find_lines (self, error) || !draw (self, error))
    return NULL;
  self->varies = is_varied (self->revealed);
  count_silent (self);
  if (!self->revealed->fits)
    self->has_misfit = parley_misfit (self->revealed, revealed->belief, self->misfit);
  return g_steal_pointer (&self);
}

void
parley_inference_free (ParleyInference *self)
{
  if (self == NULL)
    return;
  for (guint c = 0; self->red_lines != NULL && c < self->revealed->clues->len; c++)
    g_clear_pointer (&self->red_lines[c], g_array_unref);
  g_free (self->red_lines);
  g_clear_pointer (&self->likely, parley_posterior_free);
  g_clear_pointer (&self->revealed, parley_revealed_free);
  mpq_clear (self->misfit);
  g_free (self);
}
