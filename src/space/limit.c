/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/limit.h"

#include "space/group.h"

static void
add_group (ParleyLimit *limit, const ParleyGroup *group, gboolean needed)
{
  const ParleyFront *front = parley_fronts_whole (group->fronts);
  ParleyScore most = 0;

  if (front->n == 0 || limit->kind == PARLEY_LIMIT_ANY)
    return;
  if (!needed)
    {
      limit->kind = PARLEY_LIMIT_ANY;
      return;
    }
  most = parley_front_point (front, 0)[0];
  limit->score = limit->kind == PARLEY_LIMIT_SCORE ? MAX (limit->score, most) : most;
  limit->kind = PARLEY_LIMIT_SCORE;
}

gboolean
parley_limit_find (const ParleyAcceptance *acceptance,
                   guint                   slot,
                   ParleyLimit            *limit,
                   GError                **error)
{
  ParleyAcceptance others = *acceptance;
  guint n_groups = parley_acceptance_n_groups (acceptance, error);

  *limit = (ParleyLimit){ PARLEY_LIMIT_NONE, 0 };
  others.asks_nothing = (int) slot;
  others.one_deal = TRUE;
  for (guint g = 0; g < n_groups; g++)
    {
      g_autoptr(ParleyGroup) group
          = parley_group_new_take (parley_acceptance_view (&others, g, &slot, 1), error);

      if (group == NULL)
        return FALSE;
      add_group (limit, group, parley_acceptance_needs (acceptance, g, slot));
    }
  return n_groups > 0;
}
