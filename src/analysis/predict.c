/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/predict.h"

#include "analysis/score.h"
#include "base/error.h"

typedef struct
{
  const ParleyPredict          *predict;
  const ParleyRevealedRequest  *revealed;
  const ParleyPosteriorRequest *likely;
  const ParleyDraftScore       *score;   /* of the draft */
  ParleyOutlook                *outlook; /* the one that is worked out */
} Work;

/* One party */

/* Draws of what fits some of its record. */
typedef struct
{
  ParleyRevealed  *revealed;
  ParleyPosterior *posterior;
  ParleyPair       pair;
} Knowledge;

static void
knowledge_clear (Knowledge *self)
{
  parley_pair_clear (&self->pair);
  g_clear_pointer (&self->posterior, parley_posterior_free);
  g_clear_pointer (&self->revealed, parley_revealed_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Knowledge, knowledge_clear)

static const ParleyParty *
party_of (const Work *self)
{
  return parley_scenario_party (self->predict->scenario, self->outlook->party);
}

static const ParleyNumber *
reservation_of (const Work *self)
{
  const ParleyPredict *predict = self->predict;

  return parley_party_reservation_at (
      party_of (self), predict->day != NULL ? predict->day : predict->scenario->as_of);
}

/* What was done on days before @before; "" for nothing. */
static gboolean
reveal (const Work *self, const char *before, Knowledge *knowledge, GError **error)
{
  ParleyRevealedRequest request = *self->revealed;

  request.before = before;
  request.asked = reservation_of (self);
  request.apart = parley_scenario_draft (self->predict->scenario, self->predict->draft);
  knowledge->revealed
      = parley_revealed_new_brief (self->predict->scenario, self->outlook->party, &request, error);
  return knowledge->revealed != NULL;
}

static gboolean
draw (const Work *self, Knowledge *knowledge, GError **error)
{
  knowledge->posterior = parley_posterior_new (knowledge->revealed, self->likely, error);
  return knowledge->posterior != NULL
         && parley_pair_init (&knowledge->pair, knowledge->posterior, self->predict->draft,
                              self->predict->day, self->revealed->clues.no_red_lines, error);
}

static ParleyOdds
odds_of (const Work *self, const ParleyPair *pair)
{
  double slip = self->likely->slip;

  return (ParleyOdds){ parley_slip (pair->worst->chance, slip),
                       parley_slip (pair->best->chance, slip), parley_slip (pair->chance, slip) };
}

/* Drafts that were there by the day, and that the party had not answered: of others nobody need
 * ask.
 */
static gboolean *
drafts_to_ask (const Work *self)
{
  const ParleyPredict *predict = self->predict;
  g_autoptr(GArray) record = parley_record_new (predict->scenario, self->outlook->party);
  gboolean *drafts = g_new0 (gboolean, predict->scenario->drafts->len);

  for (guint d = 0; d < predict->scenario->drafts->len; d++)
    {
      const char *date = parley_scenario_draft (predict->scenario, d)->date;

      drafts[d] = d != predict->draft
                  && (date == NULL || predict->day == NULL || g_strcmp0 (date, predict->day) <= 0);
    }
  for (guint i = 0; i < record->len; i++)
    {
      const ParleyDeed *move = &g_array_index (record, ParleyDeed, i);

      if (predict->day == NULL || g_strcmp0 (move->date, predict->day) < 0)
        drafts[move->draft] = FALSE;
    }
  return drafts;
}

static void
ask (const Work *self, const ParleyPosterior *posterior, const ParleyPair *pair)
{
  const ParleyRevealed *revealed = posterior->revealed;
  g_autofree gboolean *drafts = drafts_to_ask (self);
  ParleyQuestionRequest request = { .asked = pair,
                                    .date = self->predict->day,
                                    .no_red_lines = self->revealed->clues.no_red_lines,
                                    .slip = self->likely->slip,
                                    .drafts = drafts };
  guint index = 0;

  if (revealed->reservations != NULL)
    g_ptr_array_find (revealed->reservations, reservation_of (self), &index);
  request.reservation = revealed->n_shares + index;
  self->outlook->questions = parley_questions_new (posterior, &request);
}

/* What is too much, or too little, to be drawn is no mistake: it is said. Takes @why. */
static gboolean
give_up (const Work *self, ParleyOutlookKind kind, GError *why, GError **error)
{
  if (!parley_error_forgive_limit (why, &self->outlook->problem, error))
    return FALSE;
  self->outlook->kind = kind;
  return TRUE;
}

static void
count_clues (ParleyOutlook *outlook, const ParleyRevealed *revealed)
{
  for (guint c = 0; c < revealed->clues->len; c++)
    {
      const ParleyClue *clue = parley_revealed_clue (revealed, c);

      outlook->n_decisions += clue->preference == NULL;
      outlook->n_judged += clue->preference != NULL;
      outlook->n_taught += clue->kind == PARLEY_CLUE_TEACHES;
    }
}

/* Where all draws of what is believed fit, these will do. */
static gboolean
learn (const Work *self, const Knowledge *believed, GError **error)
{
  ParleyOutlook *outlook = self->outlook;
  g_auto(Knowledge) learned = { 0 };
  GError *why = NULL;

  if (!reveal (self, self->predict->day, &learned, &why))
    return give_up (self, PARLEY_OUTLOOK_TOO_LITTLE, why, error);
  count_clues (outlook, learned.revealed);
  if (outlook->n_taught > 0 && !learned.revealed->fits && self->likely->slip <= 0)
    {
      outlook->kind = PARLEY_OUTLOOK_NOTHING;
      return TRUE;
    }
  if (outlook->n_taught > 0 && !draw (self, &learned, &why))
    return give_up (self, PARLEY_OUTLOOK_TOO_LITTLE, why, error);
  if (outlook->n_taught > 0)
    {
      outlook->kind = PARLEY_OUTLOOK_LEARNED;
      outlook->left = learned.posterior->left;
    }
  if (outlook->left < 1)
    outlook->after = odds_of (self, &learned.pair);
  if (outlook->left < 1)
    ask (self, learned.posterior, &learned.pair);
  else
    ask (self, believed->posterior, &believed->pair);
  return TRUE;
}

/* Of a party that has no score: it accepts what crosses no red line that holds. */
static gboolean
look_at_lines (const Work *self, GError **error)
{
  ParleyOutlook *outlook = self->outlook;
  const ParleyRevealed nothing
      = { .scenario = self->predict->scenario, .party = self->outlook->party };
  const ParleyPosterior posterior = { .revealed = &nothing, .n_draws = 1 };
  g_auto(ParleyPair) pair = { 0 };
  GError *why = NULL;

  outlook->kind = PARLEY_OUTLOOK_RED_LINES;
  if (!parley_pair_init (&pair, &posterior, self->predict->draft, self->predict->day,
                         self->revealed->clues.no_red_lines, &why))
    return give_up (self, PARLEY_OUTLOOK_TOO_MUCH, why, error);
  outlook->believed = outlook->after = odds_of (self, &pair);
  outlook->crossed = pair.best->crossed;
  ask (self, &posterior, &pair);
  return TRUE;
}

static gboolean
look_at_numbers (const Work *self, GError **error)
{
  ParleyOutlook *outlook = self->outlook;
  g_auto(Knowledge) believed = { 0 };
  GError *why = NULL;

  if (!reveal (self, "", &believed, &why) || !draw (self, &believed, &why))
    return give_up (self, PARLEY_OUTLOOK_TOO_MUCH, why, error);
  outlook->believed = outlook->after = odds_of (self, &believed.pair);
  outlook->crossed = believed.pair.best->crossed;
  outlook->left = 1;
  return learn (self, &believed, error);
}

static gboolean
look (const Work *self, GError **error)
{
  const ParleyStanding *standing = g_ptr_array_index (self->score->standings, self->outlook->party);

  self->outlook->waived = standing->needed != PARLEY_ALL;
  if (standing->needed == PARLEY_NONE)
    self->outlook->kind = PARLEY_OUTLOOK_WAIVED;
  else if (!parley_party_is_scored (party_of (self)))
    return look_at_lines (self, error);
  else if (parley_party_is_weighted (party_of (self)) && reservation_of (self) != NULL)
    return look_at_numbers (self, error);
  else
    self->outlook->kind = PARLEY_OUTLOOK_UNSCORED;
  return TRUE;
}

static void
outlook_free (ParleyOutlook *self)
{
  if (self->questions != NULL)
    g_array_unref (self->questions);
  g_free (self->problem);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyOutlook, outlook_free)

static ParleyOutlook *
outlook_new (Work *self, guint party, GError **error)
{
  g_autoptr(ParleyOutlook) outlook = g_new0 (ParleyOutlook, 1);

  outlook->party = party;
  outlook->kind = PARLEY_OUTLOOK_SILENT;
  self->outlook = outlook;
  return look (self, error) ? g_steal_pointer (&outlook) : NULL;
}

gboolean
parley_outlook_has_after (const ParleyOutlook *self)
{
  return self->kind == PARLEY_OUTLOOK_LEARNED || self->kind == PARLEY_OUTLOOK_SILENT
         || self->kind == PARLEY_OUTLOOK_RED_LINES;
}

gboolean
parley_outlook_has_believed (const ParleyOutlook *self)
{
  return self->kind < PARLEY_OUTLOOK_WAIVED;
}

/* All */

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
look_at_all (Work *work, ParleyPredict *self, GError **error)
{
  for (guint p = 0; p < self->scenario->parties->len; p++)
    if (parley_party_decides (parley_scenario_party (self->scenario, p)))
      {
        ParleyOutlook *outlook = outlook_new (work, p, error);

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
  Work work = { self, revealed, likely, NULL, NULL };

  if (scores == NULL)
    return NULL;
  work.score = g_ptr_array_index (scores->drafts, 0);

  self->scenario = scenario;
  self->draft = draft;
  self->day = first_day (parley_scenario_draft (scenario, draft));
  self->outlooks = g_ptr_array_new_with_free_func ((GDestroyNotify) outlook_free);
  if (!look_at_all (&work, self, error))
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
