/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/simple_rule.h"

#include "analysis/completions.h"
#include "base/error.h"
#include "space/extent.h"
#include "space/plan.h"

ParleySimpleRule *
parley_simple_rule_new (const ParleyScenario *scenario, const char *text, GError **error)
{
  g_autoptr(ParleySimpleRule) self = g_new0 (ParleySimpleRule, 1);

  self->filter = parley_filter_new ();
  if (!parley_filter_add (self->filter, scenario, text, error))
    return NULL;
  if (self->filter->bounds->len > 0)
    {
      const ParleyGainBound *bound = g_ptr_array_index (self->filter->bounds, 0);

      if (bound->has_low && bound->has_high)
        {
          g_set_error (
              error, PARLEY_ERROR, PARLEY_ERROR_INPUT,
              "the rule \"%s\" cannot be used: of a score say from where on it holds, with "
              ">= <= > or <",
              text);
          return NULL;
        }
    }
  return g_steal_pointer (&self);
}

void
parley_simple_rule_free (ParleySimpleRule *self)
{
  if (self == NULL)
    return;
  parley_filter_free (self->filter);
  g_free (self);
}

const char *
parley_simple_rule_text (const ParleySimpleRule *self)
{
  return g_ptr_array_index (self->filter->texts, 0);
}

/* Whether some feasible completion meets @condition, or misses it. */
static gboolean
find (const ParleyScenario *scenario,
      const ParleyDraft    *draft,
      ParleyCondition      *condition,
      gboolean             *found,
      GError              **error)
{
  g_autoptr(GPtrArray) where = g_ptr_array_new ();
  g_autoptr(ParleySpace) space = NULL;
  g_autoptr(ParleyView) view = NULL;
  g_autoptr(ParleyDiagram) diagram = NULL;

  g_ptr_array_add (where, condition);
  space
      = parley_space_new (scenario, parley_domain_new_draft (scenario, draft), draft, where, error);
  if (space == NULL)
    return FALSE;
  view = parley_view_new (space, NULL);
  diagram = parley_plan_narrow_diagram (view, error);
  *found = diagram != NULL && !diagram->empty;
  return diagram != NULL;
}

static gboolean
condition_holds (const ParleyScenario *scenario,
                 const ParleyDraft    *draft,
                 ParleyCondition      *condition,
                 ParleyShare          *holds,
                 GError              **error)
{
  g_autoptr(ParleyCondition) negated = parley_condition_new (PARLEY_CONDITION_NOT);
  gboolean met = FALSE;
  gboolean missed = FALSE;

  parley_condition_take_child (negated, parley_condition_copy (condition));
  if (!find (scenario, draft, condition, &met, error)
      || !find (scenario, draft, negated, &missed, error))
    return FALSE;
  *holds = !met ? PARLEY_NONE : missed ? PARLEY_SOME : PARLEY_ALL;
  return TRUE;
}

/* A bound with one end holds somewhere if it does for one of the extremes. */
static gboolean
bound_holds (const ParleySimpleRule *self,
             const ParleyScenario   *scenario,
             const ParleyDeed       *move,
             ParleyShare            *holds,
             GError                **error)
{
  const ParleyGainBound *gain = g_ptr_array_index (self->filter->bounds, 0);
  g_auto(ParleyCompletions) draft = { 0 };
  g_autoptr(ParleyOutline) outline = NULL;
  g_autoptr(GPtrArray) utilities = NULL;
  g_autoptr(GArray) bounds = NULL;
  const ParleyScoreBound *bound = NULL;
  ParleyExtent extent;
  gboolean low = FALSE;
  gboolean high = FALSE;

  if (!parley_completions_init (&draft, scenario, move->draft, gain->party, move->date, error))
    return FALSE;
  outline = parley_outline_new (draft.space, gain->party, error);
  if (outline == NULL)
    return FALSE;
  utilities = parley_utilities_new (draft.space, move->date);
  bounds = parley_filter_bounds (self->filter, utilities);
  bound = &g_array_index (bounds, ParleyScoreBound, 0);
  extent = parley_extent (outline, draft.utility);
  low = extent.low >= bound->low && extent.low <= bound->high;
  high = extent.high >= bound->low && extent.high <= bound->high;
  if (parley_outline_is_feasible (outline))
    *holds = low && high ? PARLEY_ALL : low || high ? PARLEY_SOME : PARLEY_NONE;
  return TRUE;
}

gboolean
parley_simple_rule_holds (const ParleySimpleRule *self,
                          const ParleyScenario   *scenario,
                          const ParleyDeed       *move,
                          ParleyShare            *holds,
                          GError                **error)
{
  *holds = PARLEY_NONE;
  if (self->filter->bounds->len > 0)
    return bound_holds (self, scenario, move, holds, error);
  return condition_holds (scenario, parley_scenario_draft (scenario, move->draft),
                          g_ptr_array_index (self->filter->conditions, 0), holds, error);
}
