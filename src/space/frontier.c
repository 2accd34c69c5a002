/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/frontier.h"

static void
point_free (ParleyPoint *self)
{
  g_free (self->scores);
  mpz_clear (self->n_deals);
  g_free (self);
}

/* As much as so many searches in part: what these take in all groups together. */
#define PARTS_IN_ALL 4

/* What an exact search leaves for one in part when it has taken everything: an eighth. */
#define LEAST_PART 8

/* What groups that are made hold. */
typedef struct
{
  gsize    n_arcs;
  gsize    n_points;
  gboolean exact; /* all of them */
} Held;

/* What the next of @n_groups may take. All stay, and share what there is. Where one was too much
 * the whole is not exact any more, so the others try no more for that than a search in part
 * takes. */
static ParleyBudget
budget_beside (const ParleyBudget *whole, const Held *held, guint n_groups)
{
  ParleyBudget budget = parley_budget_beside (whole, held->n_arcs, held->n_points);
  gsize part_points = whole->part_points;

  if (whole->most_points > 0)
    part_points = MIN (part_points, MAX (budget.most_points, whole->most_points / LEAST_PART));
  budget.part_points = part_points / n_groups;
  budget.part_arcs = MIN (whole->part_arcs, whole->part_arcs / n_groups * PARTS_IN_ALL);
  if (held->exact)
    return budget;
  budget.most_arcs = MIN (budget.most_arcs, budget.part_arcs);
  budget.most_points = MIN (budget.most_points, budget.part_points);
  return budget;
}

static gboolean
add_groups (ParleyFrontier *self, const ParleyAcceptance *acceptance, GError **error)
{
  guint n_groups = parley_acceptance_n_groups (acceptance, error);
  ParleyBudget whole = parley_acceptance_budget (acceptance);
  Held held = { 0, 0, TRUE };

  for (guint g = 0; g < n_groups; g++)
    {
      ParleyBudget budget = budget_beside (&whole, &held, n_groups);
      ParleyGroup *group = parley_group_new_within_take (
          parley_acceptance_view (acceptance, g, self->slots, self->n_slots), &budget,
          acceptance->crew, error);

      if (group == NULL)
        return FALSE;
      held.n_arcs += parley_diagram_n_arcs (group->diagram);
      held.n_points += group->fronts->n_points;
      held.exact &= group->cover == NULL;
      g_ptr_array_add (self->groups, group);
    }
  return n_groups > 0;
}

static const ParleyFront *
points_found (const ParleyGroup *group)
{
  return parley_fronts_whole (group->fronts);
}

/* What no other point dominates, of those that @points_of gives for each group. */
static ParleyFront *
join_groups (const ParleyFrontier *self, const ParleyFront *(*points_of) (const ParleyGroup *group))
{
  guint n = self->n_slots;
  g_autofree ParleyScore *zeros = g_new0 (ParleyScore, MAX (1, n));
  g_autofree ParleyScore *anything = g_new (ParleyScore, MAX (1, n));
  g_autofree ParleyShifted *parts = g_new (ParleyShifted, self->groups->len);
  g_autoptr(GPtrArray) stripped
      = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_front_free);

  for (guint d = 0; d < n; d++)
    anything[d] = -PARLEY_SCORE_LIMIT;
  for (guint g = 0; g < self->groups->len; g++)
    {
      const ParleyGroup *group = g_ptr_array_index (self->groups, g);
      ParleyFront *part = parley_front_new_objectives (points_of (group), n);

      g_ptr_array_add (stripped, part);
      parts[g] = (ParleyShifted){ part, zeros };
    }
  return parley_front_join (parts, self->groups->len,
                            &(ParleyNeeds){ .n_dims = n, .n_objectives = n, .least = anything });
}

static ParleyPoint *
point_new (const ParleyFrontier *self, const ParleyScore *objectives, guint n_utilities)
{
  ParleyPoint *point = g_new0 (ParleyPoint, 1);

  point->scores = g_new0 (ParleyScore, n_utilities);
  for (guint i = 0; i < self->n_slots; i++)
    point->scores[self->slots[i]] = objectives[i];
  mpz_init (point->n_deals);
  return point;
}

/* Adds to the points the deals that @group has on them. Both stand in order, and a point
 * of the group may be dominated from another group. */
static void
add_deals_of_group (ParleyFrontier *self, const ParleyGroup *group, const ParleyFront *joined)
{
  const ParleyFront *whole = parley_fronts_whole (group->fronts);
  mpz_t *counts = parley_exact_wholes_new (whole->n);

  parley_fronts_count_by_point (group->fronts, counts);
  for (gsize i = 0; i < whole->n; i++)
    {
      gsize first = 0, end = 0;

      parley_front_find (joined, parley_front_point (whole, i), self->n_slots, &first, &end);
      if (first < end)
        {
          ParleyPoint *point = g_ptr_array_index (self->points, joined->n - 1 - first);

          mpz_add (point->n_deals, point->n_deals, counts[i]);
        }
    }
  parley_exact_wholes_free (counts, whole->n);
}

ParleyFrontier *
parley_frontier_new (const ParleyAcceptance *acceptance,
                     const guint            *slots,
                     guint                   n_slots,
                     GError                **error)
{
  g_autoptr(ParleyFrontier) self = g_new0 (ParleyFrontier, 1);
  g_autoptr(ParleyFront) joined = NULL;

  self->n_slots = n_slots;
  self->slots = g_memdup2 (slots, n_slots * sizeof *slots);
  self->n_axes = acceptance->space->domain->n_axes;
  self->points = g_ptr_array_new_with_free_func ((GDestroyNotify) point_free);
  self->groups = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_group_free);
  if (!add_groups (self, acceptance, error))
    return NULL;
  joined = join_groups (self, points_found);
  for (gsize i = joined->n; i-- > 0;)
    g_ptr_array_add (self->points,
                     point_new (self, parley_front_point (joined, i), acceptance->utilities->len));
  for (guint g = 0; g < self->groups->len; g++)
    add_deals_of_group (self, g_ptr_array_index (self->groups, g), joined);
  return g_steal_pointer (&self);
}

void
parley_frontier_free (ParleyFrontier *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->points);
  g_ptr_array_unref (self->groups);
  g_free (self->slots);
  g_free (self);
}

const ParleyGroup *
parley_frontier_inexact (const ParleyFrontier *self)
{
  for (guint g = 0; g < self->groups->len; g++)
    if (((const ParleyGroup *) g_ptr_array_index (self->groups, g))->cover != NULL)
      return g_ptr_array_index (self->groups, g);
  return NULL;
}

ParleyFront *
parley_frontier_cover (const ParleyFrontier *self)
{
  return join_groups (self, parley_group_cover);
}

static const ParleyPoint *
point_at (const ParleyFrontier *self, guint index)
{
  return g_ptr_array_index (self->points, index);
}

void
parley_frontier_count_deals (const ParleyFrontier *self, mpz_ptr count)
{
  mpz_set_ui (count, 0);
  for (guint i = 0; i < self->points->len; i++)
    mpz_add (count, count, point_at (self, i)->n_deals);
}

GPtrArray *
parley_frontier_list (const ParleyFrontier *self, const ParleyPoint *point, guint n_most)
{
  GPtrArray *deals = g_ptr_array_new_with_free_func (g_free);
  g_autofree ParleyScore *objectives = g_new (ParleyScore, MAX (1, self->n_slots));

  for (guint i = 0; i < self->n_slots; i++)
    objectives[i] = point->scores[self->slots[i]];
  for (guint g = 0; g < self->groups->len; g++)
    {
      GPtrArray *part = parley_group_list (g_ptr_array_index (self->groups, g), objectives, n_most);

      g_ptr_array_extend_and_steal (deals, part);
    }
  if (self->groups->len > 1)
    parley_options_sort (deals, self->n_axes);
  if (deals->len > n_most)
    g_ptr_array_set_size (deals, (int) n_most);
  return deals;
}

GPtrArray *
parley_frontier_best (const ParleyFrontier *self, const ParleyOrder *order)
{
  GPtrArray *best = g_ptr_array_new ();

  for (guint i = 0; i < self->points->len; i++)
    {
      ParleyPoint *point = g_ptr_array_index (self->points, i);
      int better = 1;

      if (best->len > 0)
        better = parley_order_compare (order, point->scores,
                                       ((ParleyPoint *) g_ptr_array_index (best, 0))->scores);
      if (better > 0)
        g_ptr_array_set_size (best, 0);
      if (better >= 0)
        g_ptr_array_add (best, point);
    }
  return best;
}

ParleyScore
parley_frontier_most (const ParleyFrontier *self, guint slot)
{
  ParleyScore most = point_at (self, 0)->scores[slot];

  for (guint k = 1; k < self->points->len; k++)
    most = MAX (most, point_at (self, k)->scores[slot]);
  return most;
}

void
parley_frontier_ideal (const ParleyFrontier *self, ParleyScore *ideal)
{
  for (guint i = 0; i < self->n_slots; i++)
    ideal[self->slots[i]] = parley_frontier_most (self, self->slots[i]);
}

void
parley_frontier_nadir (const ParleyFrontier *self, ParleyScore *nadir)
{
  for (guint i = 0; i < self->n_slots; i++)
    {
      guint slot = self->slots[i];

      nadir[slot] = point_at (self, 0)->scores[slot];
      for (guint k = 1; k < self->points->len; k++)
        nadir[slot] = MIN (nadir[slot], point_at (self, k)->scores[slot]);
    }
}
