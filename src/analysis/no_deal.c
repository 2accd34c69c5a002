/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/no_deal.h"

#include <math.h>

static void
against_free (gpointer data)
{
  ParleyAgainst *self = data;

  mpq_clears (self->low, self->high, self->even_low, self->even_high, self->above_low,
              self->above_high, NULL);
  g_free (self);
}

static void
no_deal_free (gpointer data)
{
  ParleyNoDeal *self = data;

  parley_lottery_free (self->lottery);
  g_ptr_array_unref (self->drafts);
  g_free (self);
}

static void
add_draft (ParleyNoDeal *self, guint draft, const ParleyStanding *standing)
{
  ParleyAgainst *against = g_new0 (ParleyAgainst, 1);

  against->draft = draft;
  mpq_inits (against->low, against->high, against->even_low, against->even_high, against->above_low,
             against->above_high, NULL);
  mpq_set (against->low, standing->low);
  mpq_set (against->high, standing->high);
  if (!self->certain)
    {
      parley_lottery_break_even (self->lottery, standing->low, against->even_low);
      parley_lottery_break_even (self->lottery, standing->high, against->even_high);
    }
  parley_lottery_chance_above (self->lottery, standing->high, against->above_low);
  parley_lottery_chance_above (self->lottery, standing->low, against->above_high);
  g_ptr_array_add (self->drafts, against);
}

static ParleyNoDeal *
no_deal_new (const ParleyScenario *scenario, guint index)
{
  const ParleyParty *party = parley_scenario_party (scenario, index);
  ParleyNoDeal *self = g_new0 (ParleyNoDeal, 1);

  self->party = index;
  self->reservation = parley_party_reservation_at (party, scenario->as_of);
  self->lottery = parley_lottery_new (party);
  self->certain = self->lottery != NULL && mpq_equal (self->lottery->worst, self->lottery->best);
  self->drafts = g_ptr_array_new_with_free_func (against_free);
  return self;
}

static void
add_drafts (ParleyNoDeal *self, const ParleyScores *scores, const guint *drafts)
{
  for (guint d = 0; self->lottery != NULL && d < scores->drafts->len; d++)
    {
      const ParleyDraftScore *score = g_ptr_array_index (scores->drafts, d);
      const ParleyStanding *standing = g_ptr_array_index (score->standings, self->party);

      if (standing->verdict != PARLEY_VERDICT_INFEASIBLE)
        add_draft (self, drafts[d], standing);
    }
}

GPtrArray *
parley_no_deals_new (const ParleyScenario *scenario,
                     const guint          *drafts,
                     guint                 n_drafts,
                     GError              **error)
{
  g_autoptr(ParleyScores) scores
      = parley_scores_new (scenario, drafts, n_drafts, PARLEY_SCORE_PLAIN, error);
  GPtrArray *no_deals = NULL;

  if (scores == NULL)
    return NULL;
  no_deals = g_ptr_array_new_with_free_func (no_deal_free);
  for (guint p = 0; p < scenario->parties->len; p++)
    {
      ParleyNoDeal *no_deal = NULL;

      if (!parley_party_is_scored (parley_scenario_party (scenario, p)))
        continue;
      no_deal = no_deal_new (scenario, p);
      g_ptr_array_add (no_deals, no_deal);
      add_drafts (no_deal, scores, drafts);
      if (no_deal->lottery == NULL && no_deal->reservation == NULL)
        g_ptr_array_set_size (no_deals, (gint) no_deals->len - 1);
    }
  return no_deals;
}

gboolean
parley_no_deal_is_far (const ParleyNoDeal *self, double worth)
{
  const ParleyNumber *asked = self->reservation;

  if (asked == NULL)
    return FALSE;
  if (asked->has_range)
    return worth < parley_exact_to_double (asked->low)
           || worth > parley_exact_to_double (asked->high);
  return fabs (worth - parley_exact_to_double (asked->value)) > PARLEY_NO_DEAL_FAR;
}
