/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/middle.h"

static void
middle_free (gpointer data)
{
  ParleyMiddle *self = data;

  mpq_clears (self->part[0], self->part[1], NULL);
  g_free (self);
}

static ParleyMiddle *
middle_new (const ParleyStake *stake)
{
  ParleyMiddle *self = g_new0 (ParleyMiddle, 1);

  self->stake = stake;
  mpq_inits (self->part[0], self->part[1], NULL);
  return self;
}

void
parley_stake_parts (const ParleyStake          *stake,
                    const ParleyUtility *const *sides,
                    guint                       option,
                    mpq_t                      *parts)
{
  for (guint s = 0; s < 2; s++)
    parley_score_ratio (parley_stake_score (stake, sides[s], option)
                            - parley_stake_score (stake, sides[s], stake->wish[1 - s]),
                        stake->points[s], parts[s]);
}

/* Returns: (nullable): NULL when every option is within what a split gives. */
static ParleyMiddle *
find (const ParleySpace *space, const ParleyUtility *const *sides, const ParleyStake *stake)
{
  ParleyMiddle *middle = NULL;
  mpq_t parts[2], sum, best;

  mpq_inits (parts[0], parts[1], sum, best, NULL);
  mpq_set_ui (best, 1, 1);
  for (guint o = 0; o < parley_stake_n_options (stake, space); o++)
    {
      parley_stake_parts (stake, sides, o, parts);
      mpq_add (sum, parts[0], parts[1]);
      if (mpq_cmp (sum, best) <= 0)
        continue;
      middle = middle == NULL ? middle_new (stake) : middle;
      middle->option = o;
      mpq_set (middle->part[0], parts[0]);
      mpq_set (middle->part[1], parts[1]);
      mpq_set (best, sum);
    }
  mpq_clears (parts[0], parts[1], sum, best, NULL);
  return middle;
}

GPtrArray *
parley_middles_new (const ParleySpace *space, const ParleyUtility *const *sides, GPtrArray *stakes)
{
  GPtrArray *middles = g_ptr_array_new_with_free_func (middle_free);

  for (guint i = 0; i < stakes->len; i++)
    {
      const ParleyStake *stake = g_ptr_array_index (stakes, i);
      ParleyMiddle *middle
          = stake->kind == PARLEY_STAKE_OPPOSED ? find (space, sides, stake) : NULL;

      if (middle != NULL)
        g_ptr_array_add (middles, middle);
    }
  return middles;
}
