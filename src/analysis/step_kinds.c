/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/step_kinds.h"

#include "analysis/step_pairs.h"

static ParleyRedraftKind
kind_of (int own, int other)
{
  ParleyShift shifts[2];
  ParleyRedraftKind kind = PARLEY_REDRAFT_UNKNOWN;

  for (guint s = 0; s < 2; s++)
    {
      mpq_inits (shifts[s].low, shifts[s].high, NULL);
      mpq_set_si (shifts[s].low, s == 0 ? own : other, 1);
      mpq_set (shifts[s].high, shifts[s].low);
    }
  kind = parley_redraft_kind (&shifts[0], &shifts[1]);
  for (guint s = 0; s < 2; s++)
    mpq_clears (shifts[s].low, shifts[s].high, NULL);
  return kind;
}

static void
set_shares (const ParleyStepPairs *self, double shares[PARLEY_N_REDRAFT_KINDS])
{
  guint kinds[PARLEY_N_REDRAFT_KINDS] = { 0 };

  for (int own = -1; own <= 1; own++)
    for (int other = -1; other <= 1; other++)
      kinds[kind_of (own, other)] += self->counts[own + 1][other + 1];
  for (guint k = 0; k < PARLEY_N_REDRAFT_KINDS; k++)
    shares[k] = (double) kinds[k] / self->n;
}

static void
look_at_all (ParleyStepPairs *self, ParleyRedraft *redraft)
{
  parley_step_pairs_count_all (self);
  for (guint who = 0; self->n > 0 && who < 2; who++)
    {
      ParleyShift *total = &redraft->total[self->parties[who]];

      mpq_set (total->low, self->moves[who].low);
      mpq_set (total->high, self->moves[who].high);
    }
}

static gboolean
is_kind_known (const ParleyRedraft *redraft, const guint parties[2])
{
  return parley_redraft_kind (&redraft->total[parties[0]], &redraft->total[parties[1]])
         != PARLEY_REDRAFT_UNKNOWN;
}

void
parley_step_look (ParleyRedraft *redraft, const guint parties[2], ParleyStepKinds *kinds)
{
  ParleyStepPairs self;
  gboolean possible
      = parley_step_pairs_init (&self, redraft->from.score, redraft->to.score, parties);

  kinds->drawn = possible && parley_step_pairs_are_many (&self);
  if (possible && !kinds->drawn)
    look_at_all (&self, redraft);
  else if (possible && !is_kind_known (redraft, parties))
    parley_step_pairs_count_drawn (&self);
  kinds->known = self.n > 0;
  if (kinds->known)
    set_shares (&self, kinds->shares);
  parley_step_pairs_clear (&self);
}
