/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/evaluate.h"

ParleyTuple
parley_evaluate (const ParleySpace *space,
                 GPtrArray         *utilities,
                 const guint       *options,
                 ParleyScore       *scores)
{
  ParleyTuple tuple = { .options = options, .scores = scores };

  for (guint s = 0; s < utilities->len; s++)
    {
      const ParleyUtility *utility = g_ptr_array_index (utilities, s);

      scores[s] = 0;
      for (guint a = 0; a < utility->n_axes; a++)
        scores[s] += utility->axes[a] == NULL ? 0 : utility->axes[a][options[a]];
      for (guint f = 0; f < utility->n_factors; f++)
        if (utility->factors[f] != NULL)
          scores[s] += utility->factors[f][parley_factor_value (
              g_ptr_array_index (space->factors, f), options)];
    }
  for (guint c = 0; c < space->couplings->len; c++)
    {
      const ParleyCoupling *coupling = g_ptr_array_index (space->couplings, c);

      if (!parley_predicate_matches (coupling->predicate, options))
        continue;
      if (coupling->effect == PARLEY_EFFECT_RED_LINE)
        tuple.crossed |= (guint64) 1 << coupling->party;
      if (coupling->effect == PARLEY_EFFECT_WAIVE)
        tuple.waived |= (guint64) 1 << coupling->party;
      for (guint s = 0; coupling->effect == PARLEY_EFFECT_ADJUST && s < utilities->len; s++)
        scores[s] += ((const ParleyUtility *) g_ptr_array_index (utilities, s))->points[c];
    }
  return tuple;
}

gboolean
parley_tuple_blocks (const ParleySpace *space,
                     GPtrArray         *utilities,
                     const ParleyTuple *tuple,
                     guint              slot)
{
  const ParleyUtility *utility = g_ptr_array_index (utilities, slot);
  const ParleyParty *party = parley_utility_party (utility, space->scenario);

  return party != NULL && parley_party_decides (party) && (tuple->waived >> utility->party & 1) == 0
         && ((tuple->crossed >> utility->party & 1) != 0
             || tuple->scores[slot] < utility->reservation);
}
