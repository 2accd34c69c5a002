/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "analysis/resolver_part.h"
#include "space/deal.h"
#include "space/search.h"

/* An order of what is gained in the draw. */
static ParleyOrder *
order_new (const ParleyResolver *self, const ParleyDraw *draw)
{
  g_autoptr(GPtrArray) shells = g_ptr_array_new_with_free_func (g_free);
  g_autofree guint *slots = g_new (guint, MAX (1, self->n_objectives));
  ParleyOrder *order = NULL;

  for (guint d = 0; d < self->n_objectives; d++)
    {
      ParleyUtility *shell = g_new0 (ParleyUtility, 1);
      guint party = parley_resolver_demand (self, d)->party;

      shell->has_reservation = TRUE;
      shell->reservation = parley_resolver_floor (self, draw, party);
      mpz_init_set_si (shell->denominator, self->draws->scales[party].steps);
      mpz_mul_si (shell->denominator, shell->denominator, draw->parties[party].weight_sum);
      g_ptr_array_add (shells, shell);
      slots[d] = d;
    }
  order = parley_order_new (PARLEY_ORDER_NASH, shells, slots, self->n_objectives);
  for (guint d = 0; d < self->n_objectives; d++)
    mpz_clear (((ParleyUtility *) g_ptr_array_index (shells, d))->denominator);
  return order;
}

/* Takes the deal with @objectives over, unless one that ties stands before it in the file. */
static void
take_deal (const ParleyResolver *self,
           const ParleyFronts   *fronts,
           GPtrArray            *numbers,
           const ParleyScore    *objectives,
           gboolean              ties,
           ParleySolved         *solved)
{
  g_autoptr(GPtrArray) found = parley_fronts_list (fronts, objectives, 1);
  const guint *chosen = g_ptr_array_index (found, 0);
  guint n_axes = self->space->domain->n_axes;
  guint *options = g_new0 (guint, MAX (1, n_axes));
  g_autofree guint *choices = g_new0 (guint, self->combos->len);

  for (guint l = 0; l < self->combos->len; l++)
    {
      const ParleyCombos *combos = g_ptr_array_index (self->combos, self->blocks[l]);
      guint choice = g_array_index ((GArray *) g_ptr_array_index (numbers, l), guint, chosen[l]);

      choices[self->blocks[l]] = choice;
      for (guint i = 0; i < combos->block->n_axes; i++)
        options[combos->block->axes[i]] = parley_combo_options (combos, choice)[i];
    }
  if (ties && parley_options_compare (solved->options, options, n_axes) <= 0)
    {
      g_free (options);
      return;
    }
  g_free (solved->options);
  solved->options = options;
  memcpy (solved->choices, choices, self->combos->len * sizeof *choices);
  for (guint d = 0; d < self->n_objectives; d++)
    solved->scores[parley_resolver_demand (self, d)->party] = (gint64) objectives[d];
}

void
parley_resolver_pick (const ParleyResolver *self,
                      const ParleyDraw *draw,
                      const ParleyFronts *fronts,
                      GPtrArray *numbers,
                      ParleySolved *solved)
{
  g_autoptr(ParleyOrder) order = order_new (self, draw);
  const ParleyFront *front = parley_fronts_whole (fronts);
  g_autoptr(GPtrArray) best = g_ptr_array_new ();

  for (gsize i = 0; i < front->n; i++)
    {
      const ParleyScore *point = parley_front_point (front, i);
      int better
          = best->len == 0 ? 1 : parley_order_compare (order, point, g_ptr_array_index (best, 0));

      if (better > 0)
        g_ptr_array_set_size (best, 0);
      if (better >= 0)
        g_ptr_array_add (best, (gpointer) point);
    }
  for (guint i = 0; i < best->len; i++)
    take_deal (self, fronts, numbers, g_ptr_array_index (best, i), i > 0, solved);
}
