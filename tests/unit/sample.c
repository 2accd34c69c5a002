/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample.h"

#include "small.h"

ParleySample *
parley_sample_take (ParleyLoaded *loaded, gboolean from_draft)
{
  ParleySample *self = g_new0 (ParleySample, 1);
  ParleyDomain *domain = NULL;
  g_autoptr(GError) error = NULL;

  self->loaded = loaded;
  self->scenario = self->loaded->scenario;
  if (from_draft)
    self->draft = parley_scenario_draft (self->scenario, 0);
  domain = self->draft == NULL ? parley_domain_new (self->scenario)
                               : parley_domain_new_draft (self->scenario, self->draft);
  self->deals = parley_naive_deals (self->scenario, domain, self->draft, NULL);
  self->space = parley_space_new (self->scenario, domain, self->draft, NULL, &error);
  g_assert_no_error (error);
  self->utilities = parley_utilities_new (self->space, NULL);
  return self;
}

ParleySample *
parley_sample_new (guint32 seed)
{
  return parley_sample_take (parley_random_scenario (seed), seed % 2 == 1);
}

void
parley_sample_free (ParleySample *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->deals);
  g_ptr_array_unref (self->utilities);
  parley_space_free (self->space);
  parley_loaded_free (self->loaded);
  g_free (self);
}

const ParleyNaiveDeal *
parley_sample_deal (const ParleySample *self, guint index)
{
  return g_ptr_array_index (self->deals, index);
}

const ParleyUtility *
parley_sample_utility (const ParleySample *self, guint slot)
{
  return g_ptr_array_index (self->utilities, slot);
}

ParleyScore
parley_sample_steps (const ParleySample *self, guint slot, mpq_srcptr points)
{
  ParleyScore steps = 0;
  mpq_t scaled;

  mpq_init (scaled);
  mpq_set_z (scaled, parley_sample_utility (self, slot)->denominator);
  mpq_mul (scaled, scaled, points);
  PARLEY_EXPECT (parley_score_from_exact (scaled, &steps), "points in whole steps");
  mpq_clear (scaled);
  return steps;
}
