/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/search.h"

#include "base/error.h"
#include "space/nearest.h"
#include "space/ranked.h"

static gboolean
negotiates (const ParleySpace *space, const ParleyUtility *utility)
{
  const ParleyParty *party = parley_utility_party (utility, space->scenario);

  return party != NULL && party->role == PARLEY_ROLE_PARTY;
}

guint
parley_negotiating_slots (const ParleySpace *space, GPtrArray *utilities, guint *slots)
{
  guint n = 0;

  for (guint s = 0; s < utilities->len; s++)
    if (negotiates (space, g_ptr_array_index (utilities, s)))
      slots[n++] = s;
  return n;
}

guint
parley_rival_slots (const ParleySpace *space, GPtrArray *utilities, int party, guint *slots)
{
  guint n = 0;

  for (guint s = 0; s < utilities->len; s++)
    {
      const ParleyUtility *utility = g_ptr_array_index (utilities, s);

      if (negotiates (space, utility) && utility->scored && (int) utility->party != party)
        slots[n++] = s;
    }
  return n;
}

static gboolean
find_frontier (ParleyFindings *self, const ParleyAcceptance *acceptance, GError **error)
{
  g_autofree guint *slots = g_new (guint, acceptance->utilities->len);
  guint n_slots = parley_negotiating_slots (acceptance->space, acceptance->utilities, slots);

  self->frontier = parley_frontier_new (acceptance, slots, n_slots, error);
  return self->frontier != NULL;
}

static gboolean
find_deals (ParleyFindings *self,
            const ParleyAcceptance *acceptance,
            const ParleyQuery *query,
            GError **error)
{
  if (query->efficient || !parley_findings_is_exact (self))
    self->top
        = parley_ranked_efficient (acceptance, self->frontier, query->order, query->n_top, error);
  else
    self->top = parley_ranked_deals (acceptance, self->frontier, query->order, query->n_top, error);
  return self->top != NULL;
}

static gboolean
find_nearest (ParleyFindings *self, const ParleyAcceptance *acceptance, GError **error)
{
  GError *why = NULL;

  if (parley_findings_has_deal (self) || !parley_findings_is_exact (self))
    return TRUE;
  self->nearest = parley_nearest_miss (acceptance, &why);
  if (why == NULL)
    return TRUE;
  g_propagate_error (error, why);
  return FALSE;
}

/* What is too much to count stays uncounted; everything else stands. Returns: FALSE on
 * another error. */
static gboolean
count (ParleyFindings *self, const ParleyAcceptance *acceptance, GError **error)
{
  ParleyAcceptance with = *acceptance;
  ParleyAcceptance bare = *acceptance;
  GError *why = NULL;

  if (self->order == NULL)
    self->order = parley_count_plan (acceptance);
  with.order = bare.order = self->order;
  bare.red_lines = FALSE;
  self->counts = parley_count (&with, PARLEY_COUNT_ALL_BY_OPTION, &why);
  if (self->counts != NULL && parley_space_has_red_lines (acceptance->space))
    self->bare_counts = parley_count (&bare, PARLEY_COUNT_TOTALS, &why);
  if (why == NULL)
    return TRUE;
  g_clear_pointer (&self->counts, parley_counts_free);
  self->too_many = g_error_matches (why, PARLEY_ERROR, PARLEY_ERROR_LIMIT);
  if (self->too_many)
    g_error_free (why);
  else
    g_propagate_error (error, why);
  return self->too_many;
}

ParleyFindings *
parley_search (const ParleySpace *space,
               GPtrArray         *utilities,
               const ParleyQuery *query,
               GError           **error)
{
  g_autoptr(ParleyFindings) self = g_new0 (ParleyFindings, 1);
  ParleyAcceptance acceptance = parley_acceptance (space, utilities, query->bounds);

  acceptance.crew = query->crew;
  acceptance.memory = query->memory;
  acceptance.budget = query->budget;
  if (query->count)
    acceptance.order = self->order = parley_count_plan_in_brief (&acceptance);
  if (!find_frontier (self, &acceptance, error) || !find_deals (self, &acceptance, query, error)
      || !find_nearest (self, &acceptance, error)
      || (query->count && parley_findings_is_exact (self) && !count (self, &acceptance, error)))
    return NULL;
  return g_steal_pointer (&self);
}

const ParleyTally *
parley_findings_bare (const ParleyFindings *self)
{
  if (self->bare_counts != NULL)
    return &self->bare_counts->total;
  return self->counts == NULL ? NULL : &self->counts->total;
}

gboolean
parley_findings_is_exact (const ParleyFindings *self)
{
  return parley_frontier_inexact (self->frontier) == NULL;
}

gboolean
parley_findings_is_open (const ParleyFindings *self)
{
  g_autoptr(ParleyFront) cover = NULL;

  if (parley_findings_has_deal (self) || parley_findings_is_exact (self))
    return FALSE;
  cover = parley_frontier_cover (self->frontier);
  return cover->n > 0;
}

gboolean
parley_findings_has_deal (const ParleyFindings *self)
{
  return self->frontier->points->len > 0;
}

void
parley_findings_free (ParleyFindings *self)
{
  if (self == NULL)
    return;
  g_free (self->order);
  parley_counts_free (self->counts);
  parley_counts_free (self->bare_counts);
  parley_frontier_free (self->frontier);
  if (self->top != NULL)
    g_ptr_array_unref (self->top);
  parley_deal_free (self->nearest);
  g_free (self);
}
