/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/clue.h"

#include "space/extent.h"

/* What a clue is drawn from. */
typedef struct
{
  ParleySpace   *space;
  ParleyValues  *values;
  ParleyUtility *utility;
  ParleyOutline *outline; /* of all completions */
} Draft;

static void
draft_clear (Draft *self)
{
  g_clear_pointer (&self->outline, parley_outline_free);
  g_clear_pointer (&self->utility, parley_utility_free);
  g_clear_pointer (&self->values, parley_values_free);
  g_clear_pointer (&self->space, parley_space_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Draft, draft_clear)

static gboolean
draft_read (Draft *self, const ParleyScenario *scenario, const ParleyMove *move, GError **error)
{
  const ParleyDraft *draft = parley_scenario_draft (scenario, move->draft);

  self->space
      = parley_space_new (scenario, parley_domain_new_draft (scenario, draft), draft, NULL, error);
  if (self->space == NULL)
    return FALSE;
  self->values = parley_values_new (self->space, move->party, NULL);
  self->utility = parley_utility_new (self->space, self->values, move->date, NULL);
  self->outline = parley_outline_new (self->space, move->party, error);
  return self->outline != NULL;
}

/* Which of what is known is enough to say that there is no clue; TEACHES when nothing is. */
static ParleyClueKind
kind_of (const ParleyClue  *self,
         const ParleyParty *party,
         const Draft       *draft,
         gboolean           no_red_lines)
{
  ParleyExtent extent;

  if (self->move.reservation == NULL || !parley_party_is_weighted (party))
    return PARLEY_CLUE_UNSCORED;
  if (!parley_outline_is_feasible (draft->outline))
    return PARLEY_CLUE_INFEASIBLE;
  if (no_red_lines)
    return PARLEY_CLUE_TEACHES;
  extent = parley_extent (draft->outline, draft->utility);
  if (extent.verdict_high < -PARLEY_SCORE_LIMIT)
    return self->reaches ? PARLEY_CLUE_CROSSES : PARLEY_CLUE_RED_LINE;
  /* That it was a completion across a red line cannot be ruled out. */
  if (extent.verdict_low < -PARLEY_SCORE_LIMIT && !self->reaches && self->open == PARLEY_OPEN_ANY)
    return PARLEY_CLUE_RED_LINE;
  return PARLEY_CLUE_TEACHES;
}

/* Whether one of the highest corners, and not of the lowest, tells whether the answer fits. */
static gboolean
is_of_highest (const ParleyClue *self)
{
  return self->reaches == (self->open == PARLEY_OPEN_ANY);
}

/* Of the completions that cross no red line, where there are such lines. */
static gboolean
find_corners (ParleyClue *self, const Draft *draft, gboolean no_red_lines, GError **error)
{
  g_autoptr(ParleyOutline) clean = NULL;

  if (!no_red_lines)
    {
      clean = parley_outline_new_clean (draft->space, self->move.party, PARLEY_NONE_SPARED, error);
      if (clean == NULL)
        return FALSE;
    }
  self->corners = parley_corners_new (no_red_lines ? draft->outline : clean, draft->values,
                                      draft->utility, is_of_highest (self));
  if (self->corners == NULL)
    self->kind = PARLEY_CLUE_TOO_MUCH;
  return TRUE;
}

ParleyClue *
parley_clue_new (const ParleyScenario *scenario,
                 const ParleyMove *move,
                 const ParleyClueRequest *request,
                 GError **error)
{
  g_autoptr(ParleyClue) self = g_new0 (ParleyClue, 1);
  g_auto(Draft) draft = { 0 };

  self->move = *move;
  self->open = request->open;
  self->reaches = parley_act_says (move->act) == PARLEY_SAYS_YES;
  if (!draft_read (&draft, scenario, move, error))
    return NULL;
  self->kind = kind_of (self, parley_scenario_party (scenario, move->party), &draft,
                        request->no_red_lines);
  if (self->kind == PARLEY_CLUE_TEACHES
      && !find_corners (self, &draft, request->no_red_lines, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
parley_clue_free (ParleyClue *self)
{
  if (self == NULL)
    return;
  parley_corners_free (self->corners);
  g_free (self);
}
