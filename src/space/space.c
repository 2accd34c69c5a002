/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/space.h"

static void
coupling_free (ParleyCoupling *self)
{
  parley_predicate_free (self->predicate);
  g_free (self->axes);
  g_free (self);
}

static void
block_free (ParleyIssueBlock *self)
{
  g_free (self->axes);
  g_free (self);
}

static ParleyPredicate *
compile (ParleySpace *self, const ParleyCondition *condition)
{
  return parley_predicate_new (self->domain, self->factors, condition);
}

/* Takes @predicate. */
static void
add_coupling (ParleySpace *self,
              ParleyEffect effect,
              guint party,
              guint item,
              ParleyPredicate *predicate)
{
  ParleyCoupling *coupling = g_new0 (ParleyCoupling, 1);
  g_autofree gboolean *reads = g_new0 (gboolean, self->domain->n_axes);

  coupling->effect = effect;
  coupling->party = party;
  coupling->item = item;
  coupling->predicate = predicate;
  coupling->axes = g_new (guint, self->domain->n_axes);
  parley_predicate_mark_axes (predicate, reads);
  for (guint a = 0; a < self->domain->n_axes; a++)
    if (reads[a])
      coupling->axes[coupling->n_axes++] = a;
  g_ptr_array_add (self->couplings, coupling);
}

static void
add_party_couplings (ParleySpace *self, guint index)
{
  const ParleyParty *party = parley_scenario_party (self->scenario, index);

  for (guint i = 0; i < party->red_lines->len; i++)
    {
      const ParleyRedLine *line = g_ptr_array_index (party->red_lines, i);

      add_coupling (self, PARLEY_EFFECT_RED_LINE, index, i, compile (self, line->never));
    }
  for (guint i = 0; i < party->adjustments->len; i++)
    {
      const ParleyAdjustment *adjustment = g_ptr_array_index (party->adjustments, i);

      add_coupling (self, PARLEY_EFFECT_ADJUST, index, i, compile (self, adjustment->when));
    }
  if (party->needed_when != NULL)
    add_coupling (self, PARLEY_EFFECT_WAIVE, index, 0,
                  parley_predicate_new_not (compile (self, party->needed_when)));
}

static void
add_couplings (ParleySpace *self, const ParleyDraft *draft, GPtrArray *where)
{
  for (guint i = 0; i < self->scenario->rules->len; i++)
    {
      const ParleyRule *rule = g_ptr_array_index (self->scenario->rules, i);

      add_coupling (self, PARLEY_EFFECT_FORBID, 0, i, compile (self, rule->forbid));
    }
  for (guint i = 0; draft != NULL && i < draft->given->len; i++)
    {
      const ParleyGiven *given = g_ptr_array_index (draft->given, i);

      add_coupling (self, PARLEY_EFFECT_FORBID, 0, PARLEY_FORBID_GIVEN,
                    parley_predicate_new_breach (compile (self, given->condition),
                                                 compile (self, given->consequence)));
    }
  for (guint i = 0; where != NULL && i < where->len; i++)
    add_coupling (self, PARLEY_EFFECT_FORBID, 0, PARLEY_FORBID_FILTER,
                  parley_predicate_new_not (compile (self, g_ptr_array_index (where, i))));
  for (guint p = 0; p < self->scenario->parties->len; p++)
    add_party_couplings (self, p);
}

static gboolean
add_factors (ParleySpace *self, GError **error)
{
  for (guint i = 0; i < self->scenario->issues->len; i++)
    {
      ParleyFactor *factor = NULL;

      if (!parley_issue_is_derived (parley_scenario_issue (self->scenario, i)))
        continue;
      factor = parley_factor_new (self->scenario, self->domain, i, error);
      if (factor == NULL)
        return FALSE;
      g_ptr_array_add (self->factors, factor);
    }
  return TRUE;
}

/* Union-find over axes: the smallest axis stands for its block. */
static guint
find_root (guint *parent, guint axis)
{
  while (parent[axis] != axis)
    axis = parent[axis] = parent[parent[axis]];
  return axis;
}

static void
join_axes (guint *parent, const guint *axes, guint n_axes)
{
  for (guint i = 1; i < n_axes; i++)
    {
      guint a = find_root (parent, axes[0]);
      guint b = find_root (parent, axes[i]);

      parent[MAX (a, b)] = MIN (a, b);
    }
}

static void
find_blocks (ParleySpace *self)
{
  guint n_axes = self->domain->n_axes;
  g_autofree guint *parent = g_new (guint, n_axes);
  g_autofree ParleyIssueBlock **block_of_root = g_new0 (ParleyIssueBlock *, n_axes);

  for (guint a = 0; a < n_axes; a++)
    parent[a] = a;
  for (guint i = 0; i < self->factors->len; i++)
    {
      const ParleyFactor *factor = g_ptr_array_index (self->factors, i);

      join_axes (parent, factor->axes, factor->n_axes);
    }
  for (guint i = 0; i < self->couplings->len; i++)
    {
      const ParleyCoupling *coupling = g_ptr_array_index (self->couplings, i);

      join_axes (parent, coupling->axes, coupling->n_axes);
    }
  for (guint a = 0; a < n_axes; a++)
    {
      ParleyIssueBlock **block = &block_of_root[find_root (parent, a)];

      if (*block == NULL)
        {
          *block = g_new0 (ParleyIssueBlock, 1);
          (*block)->axes = g_new (guint, n_axes);
          g_ptr_array_add (self->blocks, *block);
        }
      (*block)->axes[(*block)->n_axes++] = a;
    }
}

ParleySpace *
parley_space_new (const ParleyScenario *scenario,
                  ParleyDomain         *domain,
                  const ParleyDraft    *draft,
                  GPtrArray            *where,
                  GError              **error)
{
  g_autoptr(ParleySpace) self = g_new0 (ParleySpace, 1);

  self->scenario = scenario;
  self->domain = domain;
  self->factors = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_factor_free);
  self->couplings = g_ptr_array_new_with_free_func ((GDestroyNotify) coupling_free);
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) block_free);
  if (!add_factors (self, error))
    return NULL;
  add_couplings (self, draft, where);
  find_blocks (self);
  return g_steal_pointer (&self);
}

void
parley_space_free (ParleySpace *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->blocks);
  g_ptr_array_unref (self->couplings);
  g_ptr_array_unref (self->factors);
  parley_domain_free (self->domain);
  g_free (self);
}

gboolean
parley_space_has_red_lines (const ParleySpace *self)
{
  for (guint c = 0; c < self->couplings->len; c++)
    if (((const ParleyCoupling *) g_ptr_array_index (self->couplings, c))->effect
        == PARLEY_EFFECT_RED_LINE)
      return TRUE;
  return FALSE;
}
