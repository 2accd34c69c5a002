/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/distance.h"

ParleyUtility *
parley_distance_new (const ParleySpace *space, gboolean *const *kept)
{
  ParleyUtility *self = parley_utility_new_of_nobody (space);

  for (guint a = 0; a < self->n_axes; a++)
    {
      guint n_options = space->domain->axes[a].n_options;

      if (kept[a] == NULL)
        continue;
      self->axes[a] = g_new (ParleyScore, n_options);
      for (guint o = 0; o < n_options; o++)
        self->axes[a][o] = kept[a][o] ? 0 : -1;
    }
  return self;
}

static gboolean *
kept_of_axis (const ParleyAxis *axis, const ParleyTerms *terms)
{
  gboolean *kept = g_new (gboolean, axis->n_options);

  for (guint o = 0; o < axis->n_options; o++)
    kept[o] = axis->options != NULL ? parley_terms_has_option (terms, axis->options[o])
                                    : parley_terms_has_number (terms, axis->numbers[o]);
  return kept;
}

GPtrArray *
parley_kept_options (const ParleySpace *space, const ParleyTerms *const *terms)
{
  GPtrArray *kept = g_ptr_array_new_with_free_func (g_free);

  for (guint a = 0; a < space->domain->n_axes; a++)
    {
      const ParleyAxis *axis = &space->domain->axes[a];
      const ParleyTerms *own = terms == NULL ? NULL : terms[axis->issue];

      g_ptr_array_add (kept, own == NULL ? NULL : kept_of_axis (axis, own));
    }
  return kept;
}

gboolean
parley_kept_is_open (const ParleyDomain *domain, gboolean *const *kept, guint axis)
{
  guint n = 0;

  for (guint o = 0; o < domain->axes[axis].n_options; o++)
    n += (guint) kept[axis][o];
  return n > 1;
}

guint
parley_distance_count (const ParleyUtility *distance, const guint *options)
{
  guint n = 0;

  for (guint a = 0; a < distance->n_axes; a++)
    n += distance->axes[a] != NULL && distance->axes[a][options[a]] < 0;
  return n;
}
