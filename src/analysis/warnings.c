/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/warnings.h"

#include "space/plan.h"
#include "space/reach.h"

/* How many rules a message names. */
#define NAMED 5

static void
warning_free (ParleyWarning *self)
{
  g_free (self->message);
  g_free (self);
}

/* Takes @message. */
static void
add_warning (GPtrArray *warnings, ParleyWarningKind kind, ParleyOrigin origin, char *message)
{
  ParleyWarning *self = g_new (ParleyWarning, 1);

  self->kind = kind;
  self->origin = origin;
  self->message = message;
  g_ptr_array_add (warnings, self);
}

/* Whether there is a deal under the rules in @in_force alone; TRUE when one cannot say. */
static gboolean
leaves_deals (const ParleySpace *space, const gboolean *in_force)
{
  g_autoptr(ParleyView) view = parley_view_new (space, NULL);
  g_autoptr(ParleyDiagram) diagram = NULL;

  for (guint c = 0; c < space->couplings->len; c++)
    {
      const ParleyCoupling *coupling = g_ptr_array_index (space->couplings, c);

      if (coupling->effect == PARLEY_EFFECT_FORBID && !in_force[coupling->item])
        view->demands[c] = PARLEY_DEMAND_NONE;
    }
  diagram = parley_plan_narrow_diagram (view, NULL);
  return diagram == NULL || !diagram->empty;
}

/* Flags rules of which none can be spared, if no deal is to be left. */
static gboolean *
find_conflict (const ParleySpace *space)
{
  guint n = space->scenario->rules->len;
  gboolean *in_force = g_new (gboolean, n);

  for (guint i = 0; i < n; i++)
    in_force[i] = TRUE;
  for (guint i = n; i-- > 0;)
    {
      in_force[i] = FALSE;
      in_force[i] = leaves_deals (space, in_force);
    }
  return in_force;
}

static char *
conflict_to_text (const ParleyScenario *scenario, const gboolean *in_force, guint n)
{
  g_autoptr(GString) text = g_string_new (n == 1 ? "the rule" : "the rules");
  guint n_named = 0;

  for (guint i = 0; i < scenario->rules->len && n_named < NAMED; i++)
    {
      if (!in_force[i])
        continue;
      g_string_append_printf (text, "%s \"%s\"",
                              n_named == 0       ? ""
                              : n_named + 1 == n ? " and"
                                                 : ",",
                              ((const ParleyRule *) g_ptr_array_index (scenario->rules, i))->id);
      n_named++;
    }
  if (n > n_named)
    g_string_append_printf (text, " and %u more", n - n_named);
  g_string_append (text, n == 1 ? " leaves no feasible deal" : " together leave no feasible deal");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_conflict (GPtrArray *warnings, const ParleySpace *space)
{
  const ParleyScenario *scenario = space->scenario;
  g_autofree gboolean *in_force = find_conflict (space);
  ParleyOrigin origin = 0;
  guint n = 0;

  for (guint i = 0; i < scenario->rules->len; i++)
    if (in_force[i])
      {
        origin = ((const ParleyRule *) g_ptr_array_index (scenario->rules, i))->origin;
        n++;
      }
  add_warning (warnings, PARLEY_WARNING_NO_FEASIBLE_DEAL, origin,
               conflict_to_text (scenario, in_force, n));
}

static void
add_idle (GPtrArray *warnings, const ParleyScenario *scenario, const ParleyCoupling *coupling)
{
  const ParleyParty *party = parley_scenario_party (scenario, coupling->party);

  if (coupling->effect == PARLEY_EFFECT_ADJUST)
    {
      const ParleyAdjustment *one = g_ptr_array_index (party->adjustments, coupling->item);

      add_warning (warnings, PARLEY_WARNING_UNREACHABLE_ADJUSTMENT, one->origin,
                   g_strdup_printf ("no feasible deal meets the condition of the adjustment \"%s\"",
                                    one->id));
    }
  if (coupling->effect == PARLEY_EFFECT_RED_LINE)
    {
      const ParleyRedLine *one = g_ptr_array_index (party->red_lines, coupling->item);

      add_warning (warnings, PARLEY_WARNING_RED_LINE_NEVER_CROSSED, one->origin,
                   g_strdup_printf ("no feasible deal crosses the red line \"%s\"", one->id));
    }
}

GPtrArray *
parley_warnings_new (const ParleyScenario *scenario)
{
  GPtrArray *warnings = g_ptr_array_new_with_free_func ((GDestroyNotify) warning_free);
  g_autoptr(ParleySpace) space
      = parley_space_new (scenario, parley_domain_new (scenario), NULL, NULL, NULL);
  g_autoptr(ParleyReach) reach = space == NULL ? NULL : parley_reach_new (space, NULL);

  if (reach == NULL)
    return warnings;
  if (!reach->feasible)
    add_conflict (warnings, space);
  for (guint c = 0; reach->feasible && c < space->couplings->len; c++)
    if (reach->couplings[c] == PARLEY_NONE)
      add_idle (warnings, scenario, g_ptr_array_index (space->couplings, c));
  return warnings;
}
