/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/clue.h"

#include "analysis/completions.h"
#include "space/extent.h"

/* Which of what is known is enough to say that there is no clue; TEACHES when nothing is. */
static ParleyClueKind
kind_of (const ParleyClue          *self,
         const ParleyParty         *party,
         const ParleyOutline       *outline,
         const ParleyUtility       *utility,
         gboolean                   no_red_lines)
{
  ParleyExtent extent;

  if (self->move.reservation == NULL || !parley_party_is_weighted (party))
    return PARLEY_CLUE_UNSCORED;
  if (!parley_outline_is_feasible (outline))
    return PARLEY_CLUE_INFEASIBLE;
  if (no_red_lines)
    return PARLEY_CLUE_TEACHES;
  extent = parley_extent (outline, utility);
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

/* Of the completions that @outline is of: those that cross no red line, where there are such lines.
 */
static void
find_corners (ParleyClue *self, const ParleyCompletions *draft, const ParleyOutline *outline)
{
  self->corners = parley_corners_new (outline, draft->values, draft->utility, is_of_highest (self));
  if (self->corners == NULL)
    self->kind = PARLEY_CLUE_TOO_MUCH;
}

/* All that depends on the completions of its draft. */
static gboolean
read_draft (ParleyClue              *self,
            const ParleyScenario    *scenario,
            const ParleyClueRequest *request,
            GError                 **error)
{
  guint party = self->move.party;
  g_auto(ParleyCompletions) draft = { 0 };
  g_autoptr(ParleyOutline) all = NULL;
  g_autoptr(ParleyOutline) clean = NULL;

  if (!parley_completions_init (&draft, scenario, self->move.draft, party, self->move.date, error))
    return FALSE;
  all = parley_outline_new (draft.space, party, error);
  if (all == NULL)
    return FALSE;
  self->kind = kind_of (self, parley_scenario_party (scenario, party), all, draft.utility,
                        request->no_red_lines);
  if (self->kind == PARLEY_CLUE_TEACHES && !request->no_red_lines)
    {
      clean = parley_outline_new_clean (draft.space, party, PARLEY_NONE_SPARED, error);
      if (clean == NULL)
        return FALSE;
    }
  if (self->kind == PARLEY_CLUE_TEACHES)
    find_corners (self, &draft, clean != NULL ? clean : all);
  return TRUE;
}

ParleyClue *
parley_clue_new (const ParleyScenario *scenario,
                 const ParleyDeed *move,
                 const ParleyClueRequest *request,
                 GError **error)
{
  g_autoptr(ParleyClue) self = g_new0 (ParleyClue, 1);

  self->move = *move;
  self->open = request->open;
  self->n_together = 1;
  self->reaches = parley_act_says (move->act) == PARLEY_SAYS_YES;
  return read_draft (self, scenario, request, error) ? g_steal_pointer (&self) : NULL;
}

void
parley_clue_free (ParleyClue *self)
{
  if (self == NULL)
    return;
  parley_corners_free (self->corners);
  g_free (self);
}
