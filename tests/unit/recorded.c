/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "recorded.h"

#include "analysis/deal_draft.h"

#define N_DEALS 3

static void
give_range (ParleyNumber *number, GRand *rand)
{
  mpq_t factor;

  mpq_init (factor);
  mpq_set_ui (factor, (unsigned long) g_rand_int_range (rand, 0, 3), 2);
  mpq_mul (number->low, number->value, factor);
  if (mpq_cmp (number->low, number->value) > 0)
    mpq_set (number->low, number->value);
  mpq_set_ui (factor, (unsigned long) g_rand_int_range (rand, 2, 6), 2);
  mpq_mul (number->high, number->value, factor);
  number->has_range = TRUE;
  mpq_clear (factor);
}

void
parley_recorded_give_ranges (const ParleyScenario *scenario, guint party, GRand *rand)
{
  const ParleyParty *model = parley_scenario_party (scenario, party);

  for (guint i = 0; i < model->n_issues; i++)
    if (model->weights[i] != NULL && !model->ranked)
      give_range (model->weights[i], rand);
  if (model->reservation != NULL)
    give_range (model->reservation, rand);
}

void
parley_recorded_init (ParleyRecorded *self, guint32 seed)
{
  self->sample = parley_sample_new (2 * seed);
  self->rand = g_rand_new_with_seed (seed);
  self->drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_draft_free);
  for (guint d = 0; d < N_DEALS; d++)
    {
      guint deal = (guint) g_rand_int_range (self->rand, 0, (gint32) self->sample->deals->len);

      g_ptr_array_add (self->drafts,
                       parley_deal_draft_new (self->sample->space,
                                              parley_sample_deal (self->sample, deal)->options,
                                              self->sample->scenario, "x", "X"));
    }
  self->scenario = parley_scenario_with_drafts (self->sample->scenario, self->drafts);
}

void
parley_recorded_clear (ParleyRecorded *self)
{
  parley_scenario_with_drafts_free (self->scenario);
  g_ptr_array_unref (self->drafts);
  g_rand_free (self->rand);
  parley_sample_free (self->sample);
}
