/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/warnings.h"

#include "space/reach.h"

#define MAX_BLOCK_SIZE 1000000

static gboolean
is_small (const ParleySpace *space)
{
  for (guint b = 0; b < space->blocks->len; b++)
    if (parley_space_block_size (space, g_ptr_array_index (space->blocks, b)) > MAX_BLOCK_SIZE)
      return FALSE;
  return TRUE;
}

GArray *
parley_unreachable_adjustments (const ParleyScenario *scenario)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (ParleyUnreachable));
  g_autoptr(ParleySpace) space
      = parley_space_new (scenario, parley_domain_new (scenario), NULL, NULL, NULL);
  g_autoptr(ParleyReach) reach = NULL;

  if (space == NULL || !is_small (space))
    return found;
  reach = parley_reach_new (space);
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
