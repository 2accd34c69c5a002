/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/sensitivity.h"

static void
part_free (gpointer data)
{
  ParleySensitivityPart *self = data;

  parley_tornado_free (self->tornado);
  parley_reweighing_free (self->reweighing);
  parley_importance_free (self->importance);
  g_free (self);
}

/* What other weights would do, where the party weights anything against a reservation. */
static ParleyReweighing *
reweigh (const ParleySensitivity *self, const ParleyTornado *tornado, const char *date)
{
  const ParleyParty *party = parley_scenario_party (self->scenario, tornado->party);
  const ParleyUtility *utility = g_ptr_array_index (self->score->utilities, tornado->party);
  g_autoptr(ParleyValues) values = NULL;
  g_autoptr(ParleyCorners) lowest = NULL;
  g_autoptr(ParleyCorners) highest = NULL;

  if (!tornado->has_verdict || !tornado->has_reservation || !parley_party_is_weighted (party))
    return NULL;
  values = parley_values_new (self->score->space, tornado->party, NULL);
  lowest = parley_corners_new (tornado->counted, values, utility, FALSE);
  highest = parley_corners_new (tornado->counted, values, utility, TRUE);
  return parley_reweigh (party, lowest, highest, parley_party_reservation_at (party, date)->value,
                         tornado->verdict, tornado->mixed);
}

static gboolean
add_part (ParleySensitivity             *self,
          guint                          party,
          const ParleyImportanceRequest *request,
          GError                       **error)
{
  const char *date = parley_scenario_date_of (self->scenario, self->score->draft);
  ParleySensitivityPart *part = g_new0 (ParleySensitivityPart, 1);

  part->party = party;
  g_ptr_array_add (self->parts, part);
  part->tornado = parley_tornado_new (self->score, party, error);
  if (part->tornado == NULL)
    return FALSE;
  part->reweighing = reweigh (self, part->tornado, date);
  part->importance = parley_importance_new (part->tornado, date, request);
  if (part->importance->doubts->len == 0)
    g_clear_pointer (&part->importance, parley_importance_free);
  self->rounded |= part->tornado->rounded;
  return TRUE;
}

ParleySensitivity *
parley_sensitivity_new (const ParleyScenario          *scenario,
                        guint                          draft,
                        int                            party,
                        const ParleyImportanceRequest *request,
                        GError                       **error)
{
  g_autoptr(ParleySensitivity) self = g_new0 (ParleySensitivity, 1);

  self->scenario = scenario;
  self->party = party;
  self->spread = request->spread;
  self->seed = request->seed;
  self->parts = g_ptr_array_new_with_free_func (part_free);
  self->scores = parley_scores_new (scenario, &draft, 1, PARLEY_SCORE_PLAIN, error);
  if (self->scores == NULL)
    return NULL;
  self->score = g_ptr_array_index (self->scores->drafts, 0);
  self->rounded = self->score->rounded;
  for (guint p = 0; p < scenario->parties->len && self->score->reach->feasible; p++)
    if ((party < 0 || (guint) party == p)
        && parley_party_is_scored (parley_scenario_party (scenario, p))
        && !add_part (self, p, request, error))
      return NULL;
  return g_steal_pointer (&self);
}

void
parley_sensitivity_free (ParleySensitivity *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->parts);
  parley_scores_free (self->scores);
  g_free (self);
}

const ParleySensitivityPart *
parley_sensitivity_part (const ParleySensitivity *self, guint index)
{
  return g_ptr_array_index (self->parts, index);
}
