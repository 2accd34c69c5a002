/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/warnings.h"

#include "space/reach.h"

GArray *
parley_unreachable_adjustments (const ParleyScenario *scenario)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (ParleyUnreachable));
  g_autoptr(ParleySpace) space
      = parley_space_new (scenario, parley_domain_new (scenario), NULL, NULL, NULL);
  g_autoptr(ParleyReach) reach = NULL;

  if (space != NULL)
    reach = parley_reach_new (space, NULL);
  if (reach == NULL)
    return found;
  for (guint c = 0; reach->feasible && c < space->couplings->len; c++)
    {
      const ParleyCoupling *coupling = g_ptr_array_index (space->couplings, c);
      const ParleyParty *party = parley_scenario_party (scenario, coupling->party);
      ParleyUnreachable unreachable = { coupling->party, NULL };

      if (coupling->effect != PARLEY_EFFECT_ADJUST || reach->couplings[c] != PARLEY_NONE)
        continue;
      unreachable.adjustment = g_ptr_array_index (party->adjustments, coupling->item);
      g_array_append_val (found, unreachable);
    }
  return found;
}
