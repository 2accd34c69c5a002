/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/outlook.h"

#include "base/error.h"

typedef struct
{
  const ParleyOutlookRequest *asked;
  ParleyOutlook              *outlook; /* that is worked out */
} Work;

/* Draws of what fits some of its record. */
typedef struct
{
  ParleyRevealed    *revealed;
  ParleyPosterior   *posterior;
  ParleyForecastPair pair;
} Knowledge;

static void
knowledge_clear (Knowledge *self)
{
  parley_forecast_pair_clear (&self->pair);
  g_clear_pointer (&self->posterior, parley_posterior_free);
  g_clear_pointer (&self->revealed, parley_revealed_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Knowledge, knowledge_clear)

static const ParleyParty *
party_of (const Work *self)
{
  return parley_scenario_party (self->asked->scenario, self->outlook->party);
}

static const ParleyNumber *
reservation_of (const Work *self)
{
  const ParleyOutlookRequest *asked = self->asked;

  return parley_party_reservation_at (party_of (self),
                                      asked->day != NULL ? asked->day : asked->scenario->as_of);
}

/* What was done on days before @before; "" for nothing. */
static gboolean
reveal (const Work *self, const char *before, Knowledge *knowledge, GError **error)
{
  ParleyRevealedRequest request = *self->asked->revealed;

  request.before = before;
  request.asked = reservation_of (self);
  request.apart = parley_scenario_draft (self->asked->scenario, self->asked->draft);
  knowledge->revealed
      = parley_revealed_new_brief (self->asked->scenario, self->outlook->party, &request, error);
  return knowledge->revealed != NULL;
}

static gboolean
draw (const Work *self, Knowledge *knowledge, GError **error)
{
  knowledge->posterior = parley_posterior_new (knowledge->revealed, self->asked->likely, error);
  return knowledge->posterior != NULL
         && parley_forecast_pair_init (&knowledge->pair, knowledge->posterior, self->asked->draft,
                                       self->asked->day, self->asked->revealed->clues.no_red_lines,
                                       error);
}

static ParleyOdds
odds_of (const Work *self, const ParleyForecastPair *pair)
{
  double slip = self->asked->likely->slip;

  return (ParleyOdds){ parley_slip (pair->worst->chance, slip),
                       parley_slip (pair->best->chance, slip), parley_slip (pair->chance, slip) };
}

/* Drafts that were there by the day, and that the party had not answered: of others nobody need
 * ask. Nor of one that it answered nobody knows when, though nothing is learnt from that. */
static gboolean *
drafts_to_ask (const Work *self)
{
  const ParleyOutlookRequest *asked = self->asked;
  g_autoptr(GArray) record = parley_record_new (asked->scenario, self->outlook->party);
  gboolean *drafts = g_new0 (gboolean, asked->scenario->drafts->len);

  for (guint d = 0; d < asked->scenario->drafts->len; d++)
    {
      const char *date = parley_scenario_draft (asked->scenario, d)->date;

      drafts[d] = d != asked->draft
                  && (date == NULL || asked->day == NULL || g_strcmp0 (date, asked->day) <= 0);
    }
  for (guint i = 0; i < record->len; i++)
    {
      const ParleyDeed *move = &g_array_index (record, ParleyDeed, i);

      if (asked->day == NULL || g_strcmp0 (move->date, asked->day) < 0)
        drafts[move->draft] = FALSE;
    }
  return drafts;
}

static void
ask (const Work *self, const ParleyPosterior *posterior, const ParleyForecastPair *pair)
{
  const ParleyRevealed *revealed = posterior->revealed;
  g_autofree gboolean *drafts = drafts_to_ask (self);
  ParleyQuestionRequest request = { .asked = pair,
                                    .date = self->asked->day,
                                    .no_red_lines = self->asked->revealed->clues.no_red_lines,
                                    .slip = self->asked->likely->slip,
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

  if (!reveal (self, self->asked->day, &learned, &why))
    return give_up (self, PARLEY_OUTLOOK_TOO_LITTLE, why, error);
  count_clues (outlook, learned.revealed);
  if (outlook->n_taught > 0 && !learned.revealed->fits && self->asked->likely->slip <= 0)
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
      = { .scenario = self->asked->scenario, .party = self->outlook->party };
  const ParleyPosterior posterior = { .revealed = &nothing, .n_draws = 1 };
  g_auto(ParleyForecastPair) pair = { 0 };
  GError *why = NULL;

  outlook->kind = PARLEY_OUTLOOK_RED_LINES;
  if (!parley_forecast_pair_init (&pair, &posterior, self->asked->draft, self->asked->day,
                                  self->asked->revealed->clues.no_red_lines, &why))
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
  const ParleyStanding *standing
      = g_ptr_array_index (self->asked->score->standings, self->outlook->party);

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

ParleyOutlook *
parley_outlook_new (const ParleyOutlookRequest *request, guint party, GError **error)
{
  g_autoptr(ParleyOutlook) self = g_new0 (ParleyOutlook, 1);
  const Work work = { request, self };

  self->party = party;
  self->kind = PARLEY_OUTLOOK_SILENT;
  return look (&work, error) ? g_steal_pointer (&self) : NULL;
}

void
parley_outlook_free (ParleyOutlook *self)
{
  if (self == NULL)
    return;
  if (self->questions != NULL)
    g_array_unref (self->questions);
  g_free (self->problem);
  g_free (self);
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
