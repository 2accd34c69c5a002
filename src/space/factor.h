/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/domain.h"

/**
 * ParleyFactor:
 *
 * A derived issue over a domain: for every choice of options on its axes, which
 * of its distinct values it takes.
 */
typedef struct
{
  guint      issue;
  guint      n_axes;
  guint     *axes;    /* ascending */
  gsize     *strides; /* one an axis: entry = sum of option * stride */
  gsize      n_entries;
  guint32   *value_of_entry;
  GPtrArray *values; /* of mpq_ptr: distinct, in order of first appearance */
} ParleyFactor;

/* Tabulates a derived issue. Cost: one evaluation an entry.
 * Errors: PARLEY_ERROR_LIMIT above a million entries. */
ParleyFactor *parley_factor_new (const ParleyScenario *scenario,
                                 const ParleyDomain   *domain,
                                 guint                 issue,
                                 GError              **error);

void parley_factor_free (ParleyFactor *self);

/* The index in @values for a deal, given as one option an axis of the domain. */
static inline guint
parley_factor_value (const ParleyFactor *self, const guint *options)
{
  gsize entry = 0;

  for (guint i = 0; i < self->n_axes; i++)
    entry += options[self->axes[i]] * self->strides[i];
  return self->value_of_entry[entry];
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyFactor, parley_factor_free)
