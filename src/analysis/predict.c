/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/predict.h"

static void
multiply (ParleyOdds *odds, const ParleyOdds *more)
{
  odds->low *= more->low;
  odds->high *= more->high;
  odds->chance *= more->chance;
}

static void
put_together (ParleyPredict *self)
{
  self->believed = self->after = (ParleyOdds){ 1, 1, 1 };
  self->believed_whole = self->after_whole = TRUE;
  for (guint i = 0; i < self->outlooks->len; i++)
    {
      const ParleyOutlook *outlook = parley_predict_outlook (self, i);

      if (outlook->kind == PARLEY_OUTLOOK_WAIVED)
        continue;
      self->believed_whole &= parley_outlook_has_believed (outlook);
      self->after_whole
          &= parley_outlook_has_after (outlook) || !parley_outlook_has_believed (outlook);
      if (parley_outlook_has_believed (outlook))
        multiply (&self->believed, &outlook->believed);
      if (parley_outlook_has_after (outlook))
        multiply (&self->after, &outlook->after);
      self->open |= outlook->believed.low < outlook->believed.high
                    || outlook->after.low < outlook->after.high;
    }
}

/* How likely all parties accept but the one at @but. */
static double
others_accept (const ParleyPredict *self, guint but)
{
  double chance = 1;

  for (guint i = 0; i < self->outlooks->len; i++)
    if (i != but && parley_outlook_has_after (parley_predict_outlook (self, i)))
      chance *= parley_predict_outlook (self, i)->after.chance;
  return chance;
}

static void
find_best (ParleyPredict *self)
{
  self->best_outlook = -1;
  for (guint i = 0; i < self->outlooks->len; i++)
    {
      const ParleyOutlook *outlook = parley_predict_outlook (self, i);
      double others = others_accept (self, i);

      for (guint q = 0; outlook->questions != NULL && q < outlook->questions->len; q++)
        {
          const ParleyQuestion *question = &g_array_index (outlook->questions, ParleyQuestion, q);
          double bits = parley_bits_told (question->yes, question->if_yes * others,
                                          question->if_no * others);

          if (bits <= self->best_bits)
            continue;
          self->best_outlook = (int) i;
          self->best = q;
          self->best_bits = bits;
        }
    }
}

/* That of the draft, or else on which somebody first did something about it. */
static const char *
first_day (const ParleyDraft *draft)
{
  const char *first = draft->date;

  for (guint i = 0; draft->date == NULL && i < draft->events->len; i++)
    {
      const ParleyEvent *event = g_ptr_array_index (draft->events, i);

      if (event->date != NULL && (first == NULL || g_strcmp0 (event->date, first) < 0))
        first = event->date;
    }
  return first;
}

static gboolean
look_at_all (ParleyPredict *self, const ParleyOutlookRequest *request, GError **error)
{
  for (guint p = 0; p < self->scenario->parties->len; p++)
    if (parley_party_decides (parley_scenario_party (self->scenario, p)))
      {
        ParleyOutlook *outlook = parley_outlook_new (request, p, error);

        if (outlook == NULL)
          return FALSE;
        g_ptr_array_add (self->outlooks, outlook);
      }
  return TRUE;
}

ParleyPredict *
parley_predict_new (const ParleyScenario         *scenario,
                    guint                         draft,
                    const ParleyRevealedRequest  *revealed,
                    const ParleyPosteriorRequest *likely,
                    GError                      **error)
{
  g_autoptr(ParleyPredict) self = g_new0 (ParleyPredict, 1);
  g_autoptr(ParleyScores) scores
      = parley_scores_new (scenario, &draft, 1, PARLEY_SCORE_PLAIN, error);
  ParleyOutlookRequest request
      = { .scenario = scenario, .draft = draft, .revealed = revealed, .likely = likely };

  if (scores == NULL)
    return NULL;
  self->scenario = scenario;
  self->draft = draft;
  self->day = first_day (parley_scenario_draft (scenario, draft));
  self->outlooks = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_outlook_free);
  request.score = g_ptr_array_index (scores->drafts, 0);
  request.day = self->day;
  if (!look_at_all (self, &request, error))
    return NULL;
  put_together (self);
  find_best (self);
  return g_steal_pointer (&self);
}

void
parley_predict_free (ParleyPredict *self)
{
  if (self == NULL)
    return;
  if (self->outlooks != NULL)
    g_ptr_array_unref (self->outlooks);
  g_free (self);
}
