/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/place.h"

#include "space/frontier.h"
#include "space/search.h"

static const ParleyUtility *
utility_at (const ParleyGround *self, guint i)
{
  return g_ptr_array_index (self->utilities, self->slots[i]);
}

static ParleyAcceptance
acceptance_of (const ParleyGround *self, const GArray *bounds)
{
  ParleyAcceptance acceptance = parley_acceptance (self->space, self->utilities, bounds);

  acceptance.memory = self->memory;
  acceptance.crew = self->crew;
  return acceptance;
}

/* Sets @sum to the surpluses of all negotiating sides that have a reservation, from their scores.
 */
static void
add_surpluses (const ParleyGround *self, const ParleyScore *scores, mpq_ptr sum)
{
  mpq_t part;

  mpq_init (part);
  mpq_set_ui (sum, 0, 1);
  for (guint i = 0; i < self->n_slots; i++)
    {
      const ParleyUtility *utility = utility_at (self, i);

      if (!utility->has_reservation)
        continue;
      parley_score_to_exact (scores[self->slots[i]] - utility->reservation, utility->denominator,
                             part);
      mpq_add (sum, sum, part);
    }
  mpq_clear (part);
}

static gboolean
find_most (ParleyGround *self, GError **error)
{
  ParleyAcceptance acceptance = acceptance_of (self, NULL);
  g_autoptr(ParleyFrontier) frontier = NULL;
  mpq_t sum;

  acceptance.one_deal = TRUE;
  frontier = parley_frontier_new (&acceptance, self->slots, self->n_slots, error);
  if (frontier == NULL)
    return FALSE;
  self->has_deal = frontier->points->len > 0;
  mpq_init (sum);
  for (guint i = 0; i < frontier->points->len; i++)
    {
      const ParleyPoint *point = g_ptr_array_index (frontier->points, i);

      add_surpluses (self, point->scores, sum);
      if (i == 0 || mpq_cmp (sum, self->most) > 0)
        mpq_set (self->most, sum);
    }
  mpq_clear (sum);
  return TRUE;
}

/* Sets @count to the acceptable deals within @bounds. Returns: FALSE when that is too much. */
static gboolean
count_within (const ParleyGround *self, const GArray *bounds, mpz_ptr count)
{
  ParleyAcceptance acceptance = acceptance_of (self, bounds);
  g_autoptr(ParleyCounts) counts = parley_count (&acceptance, PARLEY_COUNT_TOTALS, NULL);

  if (counts != NULL)
    mpz_set (count, counts->total.all);
  return counts != NULL;
}

ParleyGround *
parley_ground_new (const ParleyScenario *scenario,
                   gboolean              count,
                   gsize                 memory,
                   const ParleyCrew     *crew,
                   GError              **error)
{
  g_autoptr(ParleyGround) self = g_new0 (ParleyGround, 1);

  mpq_init (self->most);
  mpz_init (self->acceptable);
  self->scenario = scenario;
  self->memory = memory;
  self->crew = crew;
  self->slots = g_new (guint, scenario->parties->len);
  self->space = parley_space_new (scenario, parley_domain_new (scenario), NULL, NULL, error);
  if (self->space == NULL)
    return NULL;
  self->utilities = parley_utilities_new (self->space, scenario->as_of);
  self->n_slots = parley_negotiating_slots (self->space, self->utilities, self->slots);
  if (!find_most (self, error))
    return NULL;
  self->counted = count && count_within (self, NULL, self->acceptable);
  return g_steal_pointer (&self);
}

void
parley_ground_free (ParleyGround *self)
{
  if (self == NULL)
    return;
  parley_space_free (self->space);
  if (self->utilities != NULL)
    g_ptr_array_unref (self->utilities);
  g_free (self->slots);
  mpq_clear (self->most);
  mpz_clear (self->acceptable);
  g_free (self);
}

/* One end of what a draft brings the negotiating sides. */
static mpq_srcptr
end_of (const ParleyGround *ground, const ParleyDraftScore *score, guint i, gboolean high)
{
  const ParleyStanding *standing
      = g_ptr_array_index (score->standings, utility_at (ground, i)->party);

  return high ? standing->high : standing->low;
}

/* Every negotiating side gets at least what that end of the draft brings it, or with @beyond more.
 * Returns: (transfer full) (element-type ParleyScoreBound). */
static GArray *
bounds_from (const ParleyGround     *ground,
             const ParleyDraftScore *score,
             gboolean                high,
             gboolean                beyond)
{
  GArray *bounds = g_array_new (FALSE, FALSE, sizeof (ParleyScoreBound));

  for (guint i = 0; i < ground->n_slots; i++)
    {
      ParleyScoreBound bound = { ground->slots[i], 0, PARLEY_SCORE_LIMIT };

      bound.low = parley_utility_at_least (utility_at (ground, i), end_of (ground, score, i, high),
                                           beyond);
      g_array_append_val (bounds, bound);
    }
  return bounds;
}

/* Sets @gain to what the side of @point gains least over an end of the draft. */
static void
set_least_gain (const ParleyGround     *ground,
                const ParleyDraftScore *score,
                gboolean                high,
                const ParleyPoint      *point,
                mpq_ptr                 gain)
{
  mpq_t part;

  mpq_init (part);
  for (guint i = 0; i < ground->n_slots; i++)
    {
      parley_score_to_exact (point->scores[ground->slots[i]], utility_at (ground, i)->denominator,
                             part);
      mpq_sub (part, part, end_of (ground, score, i, high));
      if (i == 0 || mpq_cmp (part, gain) < 0)
        mpq_set (gain, part);
    }
  mpq_clear (part);
}

/* Sets @room to how much every side could gain at once over an end of the draft. */
static gboolean
find_room (const ParleyGround     *ground,
           const ParleyDraftScore *score,
           gboolean                high,
           mpq_ptr                 room,
           GError                **error)
{
  g_autoptr(GArray) bounds = bounds_from (ground, score, high, FALSE);
  ParleyAcceptance acceptance = acceptance_of (ground, bounds);
  g_autoptr(ParleyFrontier) frontier = NULL;
  mpq_t gain;

  acceptance.one_deal = TRUE;
  frontier = parley_frontier_new (&acceptance, ground->slots, ground->n_slots, error);
  if (frontier == NULL)
    return FALSE;
  mpq_init (gain);
  mpq_set_ui (room, 0, 1);
  for (guint i = 0; i < frontier->points->len; i++)
    {
      set_least_gain (ground, score, high, g_ptr_array_index (frontier->points, i), gain);
      if (mpq_cmp (gain, room) > 0)
        mpq_set (room, gain);
    }
  mpq_clear (gain);
  return TRUE;
}

/* Sets @share to the surpluses at an end of the draft, as a part of the greatest sum. They are over
 * the reservations by which that was found, not those of the draft's own day. */
static void
set_share (const ParleyGround *ground, const ParleyDraftScore *score, gboolean high, mpq_ptr share)
{
  mpq_t reservation;

  mpq_init (reservation);
  mpq_set_ui (share, 0, 1);
  for (guint i = 0; i < ground->n_slots; i++)
    {
      const ParleyUtility *utility = utility_at (ground, i);

      if (!utility->has_reservation)
        continue;
      parley_score_to_exact (utility->reservation, utility->denominator, reservation);
      mpq_add (share, share, end_of (ground, score, i, high));
      mpq_sub (share, share, reservation);
    }
  mpq_div (share, share, ground->most);
  mpq_clear (reservation);
}

static gboolean
count_better (const ParleyGround *ground, const ParleyDraftScore *score, ParleyDraftPlace *place)
{
  g_autoptr(GArray) above_low = bounds_from (ground, score, FALSE, TRUE);
  g_autoptr(GArray) above_high = bounds_from (ground, score, TRUE, TRUE);

  return ground->counted && count_within (ground, above_low, place->better_most)
         && count_within (ground, above_high, place->better_least);
}

static gboolean
is_scored_by_all (const ParleyGround *ground)
{
  for (guint i = 0; i < ground->n_slots; i++)
    if (!utility_at (ground, i)->scored)
      return FALSE;
  return ground->n_slots > 0;
}

ParleyDraftPlace *
parley_draft_place_new (const ParleyGround *ground, const ParleyDraftScore *score, GError **error)
{
  g_autoptr(ParleyDraftPlace) self = NULL;

  if (score->verdict == PARLEY_VERDICT_INFEASIBLE || !is_scored_by_all (ground))
    return NULL;
  self = g_new0 (ParleyDraftPlace, 1);
  mpz_inits (self->better_least, self->better_most, NULL);
  mpq_inits (self->room_low, self->room_high, self->share_low, self->share_high, NULL);
  if (!find_room (ground, score, TRUE, self->room_low, error)
      || !find_room (ground, score, FALSE, self->room_high, error))
    return NULL;
  self->has_share = ground->has_deal && mpq_sgn (ground->most) > 0;
  if (self->has_share)
    {
      set_share (ground, score, FALSE, self->share_low);
      set_share (ground, score, TRUE, self->share_high);
    }
  self->counted = count_better (ground, score, self);
  return g_steal_pointer (&self);
}

void
parley_draft_place_free (ParleyDraftPlace *self)
{
  if (self == NULL)
    return;
  mpz_clears (self->better_least, self->better_most, NULL);
  mpq_clears (self->room_low, self->room_high, self->share_low, self->share_high, NULL);
  g_free (self);
}
