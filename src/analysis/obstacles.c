/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/obstacles.h"

#include "space/tally.h"

static void
red_line_cost_free (ParleyRedLineCost *self)
{
  mpz_clear (self->n_deals);
  mpq_clear (self->surplus);
  g_free (self);
}

void
parley_smallest_surplus (const ParleyFrontier *frontier,
                         GPtrArray            *utilities,
                         const ParleyScore    *scores,
                         mpq_ptr               surplus)
{
  mpq_t one;

  mpq_init (one);
  for (guint i = 0; i < frontier->n_slots; i++)
    {
      const ParleyUtility *utility = g_ptr_array_index (utilities, frontier->slots[i]);
      ParleyScore reservation = utility->has_reservation ? utility->reservation : 0;

      parley_score_to_exact (scores[i] - reservation, utility->denominator, one);
      if (i == 0 || mpq_cmp (one, surplus) < 0)
        mpq_set (surplus, one);
    }
  mpq_clear (one);
}

gboolean
parley_best_smallest_surplus (const ParleyFrontier *frontier, GPtrArray *utilities, mpq_ptr surplus)
{
  g_autoptr(ParleyOrder) order
      = parley_order_new (PARLEY_ORDER_EGALITARIAN, utilities, frontier->slots, frontier->n_slots);
  g_autofree ParleyScore *scores = g_new (ParleyScore, frontier->n_slots);
  g_autoptr(GPtrArray) best = parley_frontier_best (frontier, order);

  if (best->len == 0)
    return FALSE;
  for (guint i = 0; i < frontier->n_slots; i++)
    scores[i] = ((const ParleyPoint *) g_ptr_array_index (best, 0))->scores[frontier->slots[i]];
  parley_smallest_surplus (frontier, utilities, scores, surplus);
  return TRUE;
}

static gboolean
count_acceptable (const ParleyAcceptance *acceptance, mpz_ptr count, GError **error)
{
  guint n_groups = parley_acceptance_n_groups (acceptance, error);
  gboolean counted = n_groups > 0;
  mpz_t part;

  mpz_init (part);
  mpz_set_ui (count, 0);
  for (guint g = 0; g < n_groups && counted; g++)
    {
      g_autoptr(ParleyView) view = parley_acceptance_view (acceptance, g, NULL, 0);

      counted = parley_tally (view, part, NULL, error);
      mpz_add (count, count, part);
    }
  mpz_clear (part);
  return counted;
}

static gboolean
set_surplus (ParleyRedLineCost *self, const ParleyAcceptance *acceptance, GError **error)
{
  g_autofree guint *slots = g_new (guint, acceptance->utilities->len);
  guint n_slots = parley_negotiating_slots (acceptance->space, acceptance->utilities, slots);
  g_autoptr(ParleyFrontier) frontier = parley_frontier_new (acceptance, slots, n_slots, error);

  if (frontier == NULL)
    return FALSE;
  self->has_surplus = parley_best_smallest_surplus (frontier, acceptance->utilities, self->surplus);
  return TRUE;
}

/* One thing to be found out: about a red line or a reservation. */
typedef struct
{
  const ParleyAcceptance *acceptance;
  int                     coupling; /* of a red line; else PARLEY_NONE_LEFT_OUT */
  ParleyRedLineCost      *cost;
  ParleyReservationLimit  limit;
  guint                   slot;
  gboolean                done;
  GError                 *error;
} Job;

static gboolean
find_limit (const ParleyAcceptance *acceptance, gpointer data, GError **error)
{
  Job *job = data;

  return parley_limit_find (acceptance, job->slot, &job->limit.limit, error);
}

static gboolean
find_surplus (const ParleyAcceptance *acceptance, gpointer data, GError **error)
{
  return set_surplus (((Job *) data)->cost, acceptance, error);
}

static void
do_job (gsize index, gpointer data)
{
  Job *job = &g_array_index ((GArray *) data, Job, index);
  ParleyAcceptance without = *job->acceptance;

  if (job->done)
    return;
  if (job->cost == NULL)
    {
      job->done = parley_acceptance_share (job->acceptance, find_limit, job, &job->error);
      return;
    }
  without.without = job->coupling;
  without.one_deal = TRUE;
  job->done = count_acceptable (&without, job->cost->n_deals, &job->error)
              && parley_acceptance_share (&without, find_surplus, job, &job->error);
}

static void
add_red_lines (ParleyObstacles *self, const ParleyAcceptance *acceptance, GArray *jobs)
{
  for (guint c = 0; c < acceptance->space->couplings->len; c++)
    {
      const ParleyCoupling *coupling = g_ptr_array_index (acceptance->space->couplings, c);
      Job job = { .acceptance = acceptance, .coupling = (int) c };

      if (coupling->effect != PARLEY_EFFECT_RED_LINE
          || !parley_acceptance_decides (acceptance, coupling->party))
        continue;
      job.cost = g_new0 (ParleyRedLineCost, 1);
      mpz_init (job.cost->n_deals);
      mpq_init (job.cost->surplus);
      job.cost->party = coupling->party;
      job.cost->item = coupling->item;
      g_ptr_array_add (self->red_lines, job.cost);
      g_array_append_val (jobs, job);
    }
}

/* Where there are acceptable deals and all of them need its consent, a party can ask as much as the
 * best of them gives it: what gives it more and is acceptable to the others is one of them.
 * Returns: whether the frontier says so. */
static gboolean
read_limit (const ParleyFrontier *frontier, guint slot, ParleyLimit *limit)
{
  gboolean is_objective = FALSE;

  for (guint i = 0; i < frontier->n_slots; i++)
    is_objective |= frontier->slots[i] == slot;
  if (!is_objective || frontier->points->len == 0 || frontier->groups->len > 1
      || parley_frontier_inexact (frontier) != NULL)
    return FALSE;
  limit->kind = PARLEY_LIMIT_SCORE;
  limit->score = parley_frontier_most (frontier, slot);
  return TRUE;
}

static void
add_reservations (const ParleyAcceptance *acceptance, const ParleyFrontier *frontier, GArray *jobs)
{
  for (guint s = 0; s < acceptance->utilities->len; s++)
    {
      const ParleyUtility *utility = g_ptr_array_index (acceptance->utilities, s);
      Job job = { .acceptance = acceptance, .coupling = PARLEY_NONE_LEFT_OUT, .slot = s };

      job.limit.party = utility->party;
      job.done = read_limit (frontier, s, &job.limit.limit);
      if (parley_acceptance_decides (acceptance, s) && utility->has_reservation)
        g_array_append_val (jobs, job);
    }
}

/* Returns: FALSE with @error set when the job was not to be done. */
static gboolean
take_job (ParleyObstacles *self, Job *job, GError **error)
{
  if (job->cost == NULL)
    g_array_append_val (self->reservations, job->limit);
  if (job->done)
    return TRUE;
  if (error != NULL && *error == NULL)
    *error = g_steal_pointer (&job->error);
  g_clear_error (&job->error);
  return FALSE;
}

ParleyObstacles *
parley_obstacles_new (const ParleyAcceptance *acceptance,
                      const ParleyFrontier   *frontier,
                      gboolean                with_counts,
                      GError                **error)
{
  g_autoptr(ParleyObstacles) self = g_new0 (ParleyObstacles, 1);
  g_autoptr(GArray) jobs = g_array_new (FALSE, FALSE, sizeof (Job));
  gboolean found = TRUE;

  self->red_lines = g_ptr_array_new_with_free_func ((GDestroyNotify) red_line_cost_free);
  self->reservations = g_array_new (FALSE, FALSE, sizeof (ParleyReservationLimit));
  if (with_counts)
    add_red_lines (self, acceptance, jobs);
  add_reservations (acceptance, frontier, jobs);
  parley_crew_do (acceptance->crew, "looking for room", jobs->len, do_job, jobs);
  for (guint i = 0; i < jobs->len; i++)
    found &= take_job (self, &g_array_index (jobs, Job, i), error);
  return found ? g_steal_pointer (&self) : NULL;
}

void
parley_obstacles_free (ParleyObstacles *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->red_lines);
  g_array_unref (self->reservations);
  g_free (self);
}
