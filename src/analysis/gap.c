/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/gap.h"

/* The best of the cover's points, as scores by slot, in @scores. They are whole deals at best,
 * so what is best of them no deal can exceed. */
static void
best_of_cover (const ParleyFrontier *frontier,
               const ParleyFront *cover,
               const ParleyOrder *order,
               ParleyScore *scores,
               guint n_utilities)
{
  g_autofree ParleyScore *one = g_new0 (ParleyScore, n_utilities);

  for (gsize i = 0; i < cover->n; i++)
    {
      for (guint s = 0; s < frontier->n_slots; s++)
        one[frontier->slots[s]] = parley_front_point (cover, i)[s];
      if (i == 0 || parley_order_compare (order, one, scores) > 0)
        memcpy (scores, one, n_utilities * sizeof *one);
    }
}

/* Sets @worth to what @surpluses come to in the sense of @kind. Returns: how many are above
 * 0, for NASH. */
static int
measure (ParleyOrderKind kind, mpq_t *surpluses, guint n, mpq_ptr worth)
{
  if (kind == PARLEY_ORDER_NASH)
    return parley_surpluses_multiply (surpluses, n, worth);
  if (kind == PARLEY_ORDER_UTILITARIAN)
    parley_surpluses_add (surpluses, n, worth);
  else
    for (guint i = 0; i < n; i++)
      if (i == 0 || mpq_cmp (surpluses[i], worth) < 0)
        mpq_set (worth, surpluses[i]);
  return 0;
}

static void
compare_best (ParleySolutionGap *self,
              const ParleyOrder *order,
              const ParleyScore *found,
              const ParleyScore *most)
{
  ParleyOrderKind kind = parley_order_kind (order);
  guint n = parley_order_n_slots (order);
  mpq_t *left = parley_order_exact (order, found);
  mpq_t *right = parley_order_exact (order, most);
  int n_found = measure (kind, left, n, self->found);
  int n_most = measure (kind, right, n, self->most);

  self->known = TRUE;
  self->kind = kind == PARLEY_ORDER_NASH          ? PARLEY_GAIN_PRODUCT
               : kind == PARLEY_ORDER_EGALITARIAN ? PARLEY_GAIN_SMALLEST
                                                  : PARLEY_GAIN_SUM;
  if (n_found != n_most)
    {
      self->kind = PARLEY_GAIN_POSITIVE;
      mpq_set_si (self->found, n_found, 1);
      mpq_set_si (self->most, n_most, 1);
    }
  parley_surpluses_free (left, n);
  parley_surpluses_free (right, n);
}

static void
find_gap (ParleySolutionGap *self,
          ParleyOrderKind kind,
          const ParleyFrontier *frontier,
          const ParleyFront *cover,
          GPtrArray *utilities)
{
  g_autoptr(ParleyOrder) order
      = parley_order_new (kind, utilities, frontier->slots, frontier->n_slots);
  g_autofree ParleyScore *most = g_new0 (ParleyScore, utilities->len);
  g_autoptr(GPtrArray) found = parley_frontier_best (frontier, order);

  mpq_inits (self->found, self->most, NULL);
  if (found->len == 0 || cover->n == 0)
    return;
  best_of_cover (frontier, cover, order, most, utilities->len);
  compare_best (self, order, ((const ParleyPoint *) g_ptr_array_index (found, 0))->scores, most);
}

/* [slot]: the most of each over all points. */
static ParleyScore *
most_of_cover (const ParleyFrontier *frontier, const ParleyFront *cover, guint n_utilities)
{
  ParleyScore *most = g_new0 (ParleyScore, n_utilities);

  for (guint s = 0; s < frontier->n_slots; s++)
    for (gsize i = 0; i < cover->n; i++)
      {
        ParleyScore one = parley_front_point (cover, i)[s];

        most[frontier->slots[s]] = i == 0 ? one : MAX (most[frontier->slots[s]], one);
      }
  return most;
}

ParleyGap *
parley_gap_new (const ParleyFrontier *frontier, GPtrArray *utilities)
{
  ParleyGap *self = g_new0 (ParleyGap, 1);
  const ParleyGroup *inexact = parley_frontier_inexact (frontier);
  g_autoptr(ParleyFront) cover = parley_frontier_cover (frontier);

  self->why = g_strdup (inexact->why);
  self->width = inexact->width;
  self->most = cover->n == 0 ? NULL : most_of_cover (frontier, cover, utilities->len);
  find_gap (&self->nash, PARLEY_ORDER_NASH, frontier, cover, utilities);
  find_gap (&self->egalitarian, PARLEY_ORDER_EGALITARIAN, frontier, cover, utilities);
  find_gap (&self->utilitarian, PARLEY_ORDER_UTILITARIAN, frontier, cover, utilities);
  return self;
}

static void
solution_gap_clear (ParleySolutionGap *self)
{
  mpq_clears (self->found, self->most, NULL);
}

void
parley_gap_free (ParleyGap *self)
{
  if (self == NULL)
    return;
  solution_gap_clear (&self->nash);
  solution_gap_clear (&self->egalitarian);
  solution_gap_clear (&self->utilitarian);
  g_free (self->why);
  g_free (self->most);
  g_free (self);
}

const ParleySolutionGap *
parley_gap_of (const ParleyGap *self, ParleyOrderKind kind)
{
  const ParleySolutionGap *gap = kind == PARLEY_ORDER_NASH          ? &self->nash
                                 : kind == PARLEY_ORDER_EGALITARIAN ? &self->egalitarian
                                 : kind == PARLEY_ORDER_UTILITARIAN ? &self->utilitarian
                                                                    : NULL;

  return gap != NULL && gap->known ? gap : NULL;
}
