/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parley/judgement.h"

#include "analysis/deal_draft.h"
#include "analysis/score.h"
#include "parley/arena.h"
#include "parley/deal_terms.h"
#include "parley/talks_part.h"
#include "base/error.h"
#include "base/suggest.h"

typedef struct
{
  ParleyJudgement judgement; /* first, so that one is the other */
  ParleyArena *arena;
} Judgement;

static const char *
when_of (ParleyShare share)
{
  static const char *const words[]
      = { [PARLEY_NONE] = "none", [PARLEY_SOME] = "some", [PARLEY_ALL] = "all" };

  return words[share];
}

/* @points: (nullable). */
static const ParleyOpinionMatch *
match_new (ParleyArena *arena, const char *id, mpq_srcptr points, ParleyShare when)
{
  ParleyOpinionMatch *self = parley_arena_add (arena, ParleyOpinionMatch, 1);

  self->id = parley_arena_text (arena, id);
  self->points = parley_arena_amount (arena, points);
  self->when = when_of (when);
  return self;
}

static const ParleyOpinionMatch *const *
red_lines_of (ParleyArena *arena, const ParleyParty *party, const GArray *actions)
{
  const ParleyOpinionMatch **list
      = parley_arena_add (arena, const ParleyOpinionMatch *, actions->len);

  for (guint i = 0; i < actions->len; i++)
    {
      const ParleyAction *action = &g_array_index (actions, ParleyAction, i);
      const ParleyRedLine *line = g_ptr_array_index (party->red_lines, action->item);

      list[i] = match_new (arena, line->id, NULL, action->applies);
    }
  return list;
}

static const ParleyOpinionMatch *const *
adjustments_of (ParleyArena *arena, const ParleyParty *party, const GArray *actions)
{
  const ParleyOpinionMatch **list
      = parley_arena_add (arena, const ParleyOpinionMatch *, actions->len);

  for (guint i = 0; i < actions->len; i++)
    {
      const ParleyAction *action = &g_array_index (actions, ParleyAction, i);
      const ParleyAdjustment *adjustment = g_ptr_array_index (party->adjustments, action->item);

      list[i] = match_new (arena, adjustment->id, adjustment->points->value, action->applies);
    }
  return list;
}

static const ParleyOpinionPart *
part_new (ParleyArena              *arena,
          const ParleyScenario     *scenario,
          const ParleyContribution *contribution,
          gboolean                  feasible)
{
  ParleyOpinionPart *self = parley_arena_add (arena, ParleyOpinionPart, 1);
  mpq_t percent;

  mpq_init (percent);
  mpq_set_ui (percent, 100, 1);
  mpq_mul (percent, percent, contribution->share);
  self->issue
      = parley_arena_text (arena, parley_scenario_issue (scenario, contribution->issue)->id);
  self->weight = parley_arena_amount (arena, percent);
  self->won_low = parley_arena_amount (arena, feasible ? contribution->won_low : NULL);
  self->won_high = parley_arena_amount (arena, feasible ? contribution->won_high : NULL);
  self->given_up_low = parley_arena_amount (arena, feasible ? contribution->given_up_low : NULL);
  self->given_up_high = parley_arena_amount (arena, feasible ? contribution->given_up_high : NULL);
  mpq_clear (percent);
  return self;
}

static const char *const *
issues_of (ParleyArena *arena, const ParleyScenario *scenario, const GArray *issues)
{
  const char **list = parley_arena_add (arena, const char *, issues->len + 1);

  for (guint i = 0; i < issues->len; i++)
    list[i] = parley_arena_text (
        arena, parley_scenario_issue (scenario, g_array_index (issues, guint, i))->id);
  return list;
}

/* Scores and verdicts; the lists are added by others. */
static ParleyOpinion *
opinion_new (ParleyArena          *arena,
             const ParleyParty    *party,
             const ParleyStanding *standing,
             gboolean              feasible)
{
  ParleyOpinion *self = parley_arena_add (arena, ParleyOpinion, 1);
  gboolean known = feasible && standing->scored;

  self->party = parley_arena_text (arena, party->id);
  self->low = parley_arena_amount (arena, known ? standing->low : NULL);
  self->high = parley_arena_amount (arena, known ? standing->high : NULL);
  self->reservation
      = parley_arena_amount (arena, standing->has_reservation ? standing->reservation : NULL);
  self->verdict = parley_verdict_to_string (standing->verdict);
  self->verdict_without_red_lines = parley_verdict_to_string (standing->bare_verdict);
  self->on_the_line = standing->on_the_line;
  self->falls_short = standing->short_of_reservation;
  return self;
}

static void
add_reasons (ParleyOpinion        *self,
             ParleyArena          *arena,
             const ParleyScenario *scenario,
             const ParleyStanding *standing,
             gboolean              feasible)
{
  const ParleyParty *party = parley_scenario_party (scenario, standing->party);
  guint n = standing->contributions->len;
  const ParleyOpinionPart **parts = parley_arena_add (arena, const ParleyOpinionPart *, n);

  for (guint i = 0; i < n; i++)
    parts[i] = part_new (arena, scenario, g_ptr_array_index (standing->contributions, i), feasible);
  self->n_parts = n;
  self->parts = parts;
  self->n_red_lines = standing->red_lines->len;
  self->red_lines = red_lines_of (arena, party, standing->red_lines);
  self->n_adjustments = standing->adjustments->len;
  self->adjustments = adjustments_of (arena, party, standing->adjustments);
  if (standing->depends_on == NULL)
    return;
  self->n_depends_on = standing->depends_on->len;
  self->depends_on = issues_of (arena, scenario, standing->depends_on);
}

static void
fill (Judgement *self, const ParleyScenario *scenario, const ParleyDraftScore *score)
{
  gboolean feasible = score->verdict != PARLEY_VERDICT_INFEASIBLE;
  guint n = score->standings->len;
  const ParleyOpinion **opinions = parley_arena_add (self->arena, const ParleyOpinion *, n);

  for (guint p = 0; p < n; p++)
    {
      const ParleyStanding *standing = g_ptr_array_index (score->standings, p);
      ParleyOpinion *opinion
          = opinion_new (self->arena, parley_scenario_party (scenario, p), standing, feasible);

      add_reasons (opinion, self->arena, scenario, standing, feasible);
      opinions[p] = opinion;
    }
  self->judgement.verdict = parley_verdict_to_string (score->verdict);
  self->judgement.verdict_without_red_lines = parley_verdict_to_string (score->bare_verdict);
  self->judgement.rounded = score->rounded;
  self->judgement.n_opinions = n;
  self->judgement.opinions = opinions;
}

static Judgement *
judgement_new (void)
{
  Judgement *self = g_new0 (Judgement, 1);

  self->arena = parley_arena_new ();
  return self;
}

static ParleyJudgement *
refuse (const GError *error)
{
  Judgement *self = judgement_new ();

  self->judgement.status = parley_status_of (error);
  self->judgement.message = parley_arena_text (self->arena, error->message);
  return &self->judgement;
}

/* Judges the draft @index of @scenario. */
static ParleyJudgement *
judge (const ParleyScenario *scenario, guint index)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ParleyScores) scores
      = parley_scores_new (scenario, &index, 1, PARLEY_SCORE_VERDICTS, &error);
  Judgement *self = NULL;

  if (scores == NULL)
    return refuse (error);
  self = judgement_new ();
  fill (self, scenario, g_ptr_array_index (scores->drafts, 0));
  return &self->judgement;
}

ParleyJudgement *
parley_talks_judge_draft (const ParleyTalks *talks, const char *id)
{
  g_autoptr(GError) error = NULL;
  const ParleyScenario *scenario = parley_talks_scenario (talks, &error);
  int index = scenario == NULL ? -1 : parley_scenario_find_draft (scenario, id);
  g_autofree char *quoted = NULL;
  g_autofree char *hint = NULL;

  if (scenario == NULL)
    return refuse (error);
  if (index >= 0)
    return judge (scenario, (guint) index);
  quoted = parley_quote (id);
  hint = parley_suggest_among (id, scenario->drafts);
  g_set_error (&error, PARLEY_ERROR, PARLEY_ERROR_INPUT, "there is no draft \"%s\"%s", quoted,
               hint);
  return refuse (error);
}

ParleyJudgement *
parley_talks_judge_deal (const ParleyTalks *talks, const char *const *terms)
{
  g_autoptr(GError) error = NULL;
  const ParleyScenario *scenario = parley_talks_scenario (talks, &error);
  g_autoptr(ParleyDraft) draft
      = scenario == NULL ? NULL : parley_deal_terms_read (scenario, terms, &error);
  g_autoptr(GPtrArray) drafts = g_ptr_array_new ();
  ParleyScenario *with = NULL;
  ParleyJudgement *judgement = NULL;

  if (draft == NULL)
    return refuse (error);
  g_ptr_array_add (drafts, draft);
  with = parley_scenario_with_drafts (scenario, drafts);
  judgement = judge (with, scenario->drafts->len);
  parley_scenario_with_drafts_free (with);
  return judgement;
}

void
parley_judgement_free (ParleyJudgement *judgement)
{
  Judgement *self = (Judgement *) judgement;

  if (self == NULL)
    return;
  g_ptr_array_unref (self->arena);
  g_free (self);
}
