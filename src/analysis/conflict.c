/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/conflict.h"

#include "space/group.h"

typedef struct
{
  const ParleyScenario     *scenario;
  const ParleyDraft        *draft;
  const ParleyLeewayLimits *limits;
  const guint              *most_changes;
  GArray                   *clashes; /* of ParleyClash: all there are */
  gboolean                 *counts;  /* [clash]: not left out */
} Filter;

static const ParleyClash *
clash_at (const Filter *self, guint index)
{
  return &g_array_index (self->clashes, ParleyClash, index);
}

static void
add (Filter *self, ParleyClashKind kind, guint party, guint item)
{
  ParleyClash clash = { kind, party, item };

  g_array_append_val (self->clashes, clash);
}

static void
add_limits (Filter *self)
{
  if (self->most_changes != NULL)
    add (self, PARLEY_CLASH_MOST_CHANGES, 0, 0);
  if (self->limits->among != PARLEY_AMONG_ALL)
    add (self, PARLEY_CLASH_AMONG, 0, 0);
  for (guint i = 0; self->limits->fixed != NULL && i < self->scenario->issues->len; i++)
    if (self->limits->fixed[i] && self->draft->terms[i] != NULL)
      add (self, PARLEY_CLASH_FIXED, 0, i);
}

static void
add_demands (Filter *self)
{
  for (guint i = 0; i < self->draft->given->len; i++)
    add (self, PARLEY_CLASH_GIVEN, 0, i);
  for (guint i = 0; i < self->scenario->rules->len; i++)
    add (self, PARLEY_CLASH_RULE, 0, i);
  for (guint p = 0; p < self->scenario->parties->len; p++)
    {
      const ParleyParty *party = parley_scenario_party (self->scenario, p);

      for (guint i = 0; parley_party_decides (party) && i < party->red_lines->len; i++)
        add (self, PARLEY_CLASH_RED_LINE, p, i);
    }
  for (guint p = 0; p < self->scenario->parties->len; p++)
    if (parley_party_decides (parley_scenario_party (self->scenario, p))
        && parley_scenario_party (self->scenario, p)->reservation != NULL)
      add (self, PARLEY_CLASH_RESERVATION, p, 0);
}

/* Whether a demand of the kind counts; one that is not there does. */
static gboolean
counts (const Filter *self, ParleyClashKind kind, guint party, guint item)
{
  for (guint i = 0; i < self->clashes->len; i++)
    {
      const ParleyClash *clash = clash_at (self, i);

      if (clash->kind == kind && clash->party == party && clash->item == item)
        return self->counts[i];
    }
  return TRUE;
}

/* What can become of the draft within the limits that count. */
static ParleyLeeway *
leeway_of (const Filter *self, GError **error)
{
  g_autofree gboolean *fixed = g_new0 (gboolean, self->scenario->issues->len);
  ParleyLeewayLimits limits = *self->limits;

  for (guint i = 0; limits.fixed != NULL && i < self->scenario->issues->len; i++)
    fixed[i] = limits.fixed[i] && counts (self, PARLEY_CLASH_FIXED, 0, i);
  limits.fixed = fixed;
  if (!counts (self, PARLEY_CLASH_AMONG, 0, 0))
    limits.among = PARLEY_AMONG_ALL;
  return parley_leeway_new (self->scenario, self->draft, &limits, error);
}

/* Rules come first among the couplings, then what is given. */
static gboolean
coupling_counts (const Filter *self, const ParleySpace *space, guint index)
{
  const ParleyCoupling *coupling = g_ptr_array_index (space->couplings, index);
  guint n_rules = self->scenario->rules->len;

  if (coupling->effect == PARLEY_EFFECT_FORBID)
    return index < n_rules ? counts (self, PARLEY_CLASH_RULE, 0, index)
                           : counts (self, PARLEY_CLASH_GIVEN, 0, index - n_rules);
  if (coupling->effect == PARLEY_EFFECT_RED_LINE)
    return counts (self, PARLEY_CLASH_RED_LINE, coupling->party, coupling->item);
  return TRUE;
}

static void
drop_reservations (const Filter *self, GPtrArray *utilities)
{
  for (guint s = 0; s < utilities->len; s++)
    {
      ParleyUtility *utility = g_ptr_array_index (utilities, s);

      if (!counts (self, PARLEY_CLASH_RESERVATION, utility->party, 0))
        utility->has_reservation = FALSE;
    }
}

/* Sets @exists to whether some deal of a group meets all that counts. */
static gboolean
look (const Filter *self,
      const ParleyAcceptance *acceptance,
      guint group,
      gboolean *exists,
      GError **error)
{
  ParleyView *view = parley_acceptance_view (acceptance, group, NULL, 0);
  g_autoptr(ParleyGroup) found = NULL;

  for (guint c = 0; c < acceptance->space->couplings->len; c++)
    if (!coupling_counts (self, acceptance->space, c))
      view->demands[c] = PARLEY_DEMAND_NONE;
  found = parley_group_new_take (view, error);
  *exists = found != NULL && parley_fronts_whole (found->fronts)->n > 0;
  return found != NULL;
}

static gboolean
find_deal (const Filter *self, gboolean *exists, GError **error)
{
  g_autoptr(ParleyLeeway) leeway = leeway_of (self, error);
  g_autoptr(GArray) bounds = g_array_new (FALSE, FALSE, sizeof (ParleyScoreBound));
  ParleyAcceptance acceptance = { 0 };
  guint n_groups = 0;

  *exists = FALSE;
  if (leeway == NULL)
    return FALSE;
  if (self->most_changes != NULL && counts (self, PARLEY_CLASH_MOST_CHANGES, 0, 0))
    {
      ParleyScoreBound bound
          = { leeway->distance, -(ParleyScore) *self->most_changes, PARLEY_SCORE_LIMIT };

      g_array_append_val (bounds, bound);
    }
  drop_reservations (self, leeway->utilities);
  acceptance = parley_acceptance (leeway->space, leeway->utilities, bounds);
  acceptance.one_deal = TRUE;
  n_groups = parley_acceptance_n_groups (&acceptance, error);
  for (guint g = 0; g < n_groups && !*exists; g++)
    if (!look (self, &acceptance, g, exists, error))
      return FALSE;
  return n_groups > 0;
}

ParleyConflict *
parley_conflict_find (const ParleyScenario     *scenario,
                      const ParleyDraft        *draft,
                      const ParleyLeewayLimits *limits,
                      const guint              *most_changes,
                      GError                  **error)
{
  g_autoptr(ParleyConflict) self = g_new0 (ParleyConflict, 1);
  g_autoptr(GArray) clashes = g_array_new (FALSE, FALSE, sizeof (ParleyClash));
  g_autofree gboolean *counted = NULL;
  Filter filter = { scenario, draft, limits, most_changes, clashes, NULL };

  self->clashes = g_array_new (FALSE, FALSE, sizeof (ParleyClash));
  add_limits (&filter);
  add_demands (&filter);
  filter.counts = counted = g_new (gboolean, MAX (1, clashes->len));
  for (guint i = 0; i < clashes->len; i++)
    counted[i] = TRUE;
  for (guint i = 0; i < clashes->len; i++)
    {
      counted[i] = FALSE;
      if (!find_deal (&filter, &counted[i], error))
        return NULL;
    }
  for (guint i = 0; i < clashes->len; i++)
    if (counted[i])
      g_array_append_val (self->clashes, g_array_index (clashes, ParleyClash, i));
  return g_steal_pointer (&self);
}

void
parley_conflict_free (ParleyConflict *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->clashes);
  g_free (self);
}
