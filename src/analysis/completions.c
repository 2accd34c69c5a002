/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/completions.h"

gboolean
parley_completions_init (ParleyCompletions *self,
                         const ParleyScenario *scenario,
                         guint draft,
                         guint party,
                         const char *date,
                         GError **error)
{
  const ParleyDraft *model = parley_scenario_draft (scenario, draft);

  *self = (ParleyCompletions){ 0 };
  self->space
      = parley_space_new (scenario, parley_domain_new_draft (scenario, model), model, NULL, error);
  if (self->space == NULL)
    return FALSE;
  self->values = parley_values_new (self->space, party, NULL);
  self->utility = parley_utility_new (self->space, self->values, date, NULL);
  return TRUE;
}

void
parley_completions_clear (ParleyCompletions *self)
{
  g_clear_pointer (&self->utility, parley_utility_free);
  g_clear_pointer (&self->values, parley_values_free);
  g_clear_pointer (&self->space, parley_space_free);
}
