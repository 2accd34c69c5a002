/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/amend.h"

#include "analysis/amend_whole.h"
#include "analysis/amendment.h"
#include "analysis/improve.h"
#include "base/error.h"
#include "space/change_sets.h"
#include "space/frontier.h"

/* Tuples of blocks that are looked at: a second's work. */
#define MOST_TUPLES 2000000

typedef struct
{
  ParleyAmend    *result;
  ParleyConcerns   *concerns;
  GPtrArray      *packages; /* of ParleyPackages: one a block, the widest last */
  ParleyAssembly *assembly;
} Work;

static void
cost_free (ParleyAmendCost *self)
{
  parley_amendment_free (self->amendment);
  g_free (self);
}

/* Who is to keep most. */

static gboolean
is_scored (const ParleyAmend *self, guint party)
{
  return parley_party_is_scored (parley_scenario_party (self->scenario, party));
}

static void
choose_party (ParleyAmend *self)
{
  self->party = self->request.party;
  self->reason = PARLEY_PARTY_ASKED_FOR;
  for (guint i = 0; i < self->draft->tabled_by->len && self->party < 0; i++)
    {
      guint party = g_array_index (self->draft->tabled_by, guint, i);

      self->reason = PARLEY_PARTY_TABLED;
      if (is_scored (self, party))
        self->party = (int) party;
    }
  for (guint p = 0; p < self->scenario->parties->len && self->party < 0; p++)
    {
      self->reason = PARLEY_PARTY_FIRST;
      if (is_scored (self, p)
          && parley_scenario_party (self->scenario, p)->role == PARLEY_ROLE_PARTY)
        self->party = (int) p;
    }
}

/* How many changes */

/* The fewest changes of an acceptable deal: of a frontier of the distance alone. */
static gboolean
find_fewest (ParleyAmend *self, GError **error)
{
  const ParleyLeeway *leeway = self->leeway;
  g_autoptr(GArray) bounds = g_array_new (FALSE, FALSE, sizeof (ParleyScoreBound));
  ParleyAcceptance acceptance = parley_acceptance (leeway->space, leeway->utilities, bounds);
  ParleyScoreBound bound
      = { leeway->distance, -(ParleyScore) self->request.most_changes, PARLEY_SCORE_LIMIT };
  g_autoptr(ParleyFrontier) frontier = NULL;

  g_array_append_val (bounds, bound);
  acceptance.one_deal = TRUE;
  acceptance.memory = self->request.memory;
  frontier = parley_frontier_new (&acceptance, &leeway->distance, 1, error);
  if (frontier == NULL)
    return FALSE;
  self->possible = frontier->points->len > 0;
  if (self->possible)
    self->n_changes = (guint) -parley_frontier_most (frontier, leeway->distance);
  return TRUE;
}

/* The most changes whose cost is shown. */
static guint
most_costed (const ParleyAmend *self)
{
  guint most = MIN (self->request.most_changes, self->n_changes + PARLEY_N_COSTS - 1);

  return MIN (most, self->leeway->space->domain->n_axes);
}

/* Putting together */

static void
work_clear (Work *self)
{
  parley_assembly_free (self->assembly);
  g_clear_pointer (&self->packages, g_ptr_array_unref);
  parley_concerns_free (self->concerns);
}

static gint
compare_widths (gconstpointer a, gconstpointer b)
{
  guint one = (*(const ParleyPackages *const *) a)->packages->len;
  guint other = (*(const ParleyPackages *const *) b)->packages->len;

  return one < other ? -1 : one > other;
}

/* Joining begins behind the last block, when there is little to join: there stands the widest. */
static gboolean
make_packages (Work *self, GError **error)
{
  const ParleyLeeway *leeway = self->result->leeway;
  guint slot = self->result->party < 0 ? PARLEY_FOR_NOBODY : (guint) self->result->party;
  gsize work = MOST_TUPLES;

  self->concerns
      = parley_concerns_new (leeway->space, leeway->utilities, leeway->kept, slot, error);
  self->packages = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_packages_free);
  for (guint b = 0; self->concerns != NULL && b < leeway->space->blocks->len; b++)
    {
      ParleyPackages *packages
          = parley_packages_new (self->concerns, b, most_costed (self->result), &work, error);

      if (packages == NULL)
        return FALSE;
      g_ptr_array_add (self->packages, packages);
    }
  g_ptr_array_sort (self->packages, compare_widths);
  return self->concerns != NULL;
}

static gboolean
assemble (Work *self, GError **error)
{
  if (!make_packages (self, error))
    return FALSE;
  self->assembly = parley_assembly_new (self->concerns, self->packages, most_costed (self->result),
                                        parley_budget_points (self->result->request.memory), error);
  return self->assembly != NULL;
}

/* What comes of it */

static void
count_set (ParleyAmend *self, const Work *work, const ParleyChangeSet *set)
{
  for (guint b = 0; b < work->packages->len; b++)
    {
      const ParleyPackages *packages = g_ptr_array_index (work->packages, b);
      const ParleyPackage *package
          = parley_package_at (packages, packages->first[set->patterns[b]]);

      for (guint i = 0; i < packages->block->n_axes; i++)
        {
          guint axis = packages->block->axes[i];
          guint option = package->options[i];

          if (option != PARLEY_LEFT_OPEN && !self->leeway->kept[axis][option])
            self->n_sets_with[axis]++;
        }
    }
}

static gboolean
list_set (ParleyAmend *self, const Work *work, const ParleyChangeSet *set, GError **error)
{
  ParleyAmendment *amendment
      = parley_amendment_new (self->leeway, work->concerns, work->packages, set->patterns,
                              PARLEY_PREFER_FEW_SETTLED, error);

  if (amendment == NULL)
    return FALSE;
  parley_amendment_count (amendment, self->leeway);
  g_ptr_array_add (self->amendments, amendment);
  return TRUE;
}

static gboolean
find_sets (ParleyAmend *self, const Work *work, GError **error)
{
  GError *why = NULL;
  g_autoptr(GPtrArray) sets
      = parley_change_sets_find (work->assembly, self->n_changes, PARLEY_MOST_WAYS, &why);

  if (sets == NULL)
    {
      self->ways = PARLEY_WAYS_TOO_MANY;
      return parley_error_forgive_limit (why, NULL, error);
    }
  self->n_sets = sets->len;
  self->n_settled = ((const ParleyChangeSet *) g_ptr_array_index (sets, 0))->n_settled;
  for (guint i = 0; i < sets->len; i++)
    count_set (self, work, g_ptr_array_index (sets, i));
  for (guint i = 0; i < MIN (sets->len, self->request.n_top); i++)
    if (!list_set (self, work, g_ptr_array_index (sets, i), error))
      return FALSE;
  return TRUE;
}

/* The best of exactly @n_changes changes. Returns: FALSE on an error; @amendment may stay NULL. */
static gboolean
find_best (ParleyAmend *self,
           const Work *work,
           guint n_changes,
           ParleyAmendment **amendment,
           GError **error)
{
  g_autofree guint *chosen
      = parley_assembly_best (work->assembly, n_changes, PARLEY_PREFER_MOST_KEPT);

  if (chosen == NULL)
    return TRUE;
  for (guint b = 0; b < work->packages->len; b++)
    chosen[b] = parley_package_at (g_ptr_array_index (work->packages, b), chosen[b])->pattern;
  *amendment = parley_amendment_new (self->leeway, work->concerns, work->packages, chosen,
                                     PARLEY_PREFER_MOST_KEPT, error);
  return *amendment != NULL;
}

static gboolean
find_costs (ParleyAmend *self, const Work *work, GError **error)
{
  for (guint n = self->n_changes; n <= most_costed (self); n++)
    {
      ParleyAmendCost *cost = g_new0 (ParleyAmendCost, 1);

      cost->n_changes = n;
      g_ptr_array_add (self->costs, cost);
      if (!find_best (self, work, n, &cost->amendment, error))
        return FALSE;
    }
  return TRUE;
}

/* Where that is too much, as whole deals. */
static gboolean
find_amendments (ParleyAmend *self, GError **error)
{
  Work work = { .result = self };
  GError *why = NULL;
  gboolean found = FALSE;

  if (assemble (&work, &why))
    found = find_sets (self, &work, error) && find_costs (self, &work, error);
  else
    {
      self->ways = PARLEY_WAYS_TOO_WIDE;
      found = parley_error_forgive_limit (why, &self->why_wide, error)
              && parley_amend_whole_costs (self, most_costed (self), error);
    }
  work_clear (&work);
  return found;
}

static gboolean
find_conflict (ParleyAmend *self, GError **error)
{
  const guint *most
      = self->request.most_changes == PARLEY_ANY_CHANGES ? NULL : &self->request.most_changes;

  self->conflict
      = parley_conflict_find (self->scenario, self->draft, &self->request.limits, most, error);
  return self->conflict != NULL;
}

static gboolean
find_changes (ParleyAmend *self, GError **error)
{
  return find_fewest (self, error)
         && (self->possible ? find_amendments (self, error) : find_conflict (self, error));
}

static gboolean
find_leeway (ParleyAmend *self, GError **error)
{
  self->leeway = parley_leeway_new (self->scenario, self->draft, &self->request.limits, error);
  if (self->leeway == NULL)
    return FALSE;
  self->n_sets_with = g_new0 (guint, MAX (1, self->leeway->space->domain->n_axes));
  self->rounded = parley_utilities_rounded (self->leeway->utilities);
  return TRUE;
}

static guint
index_of (const ParleyScenario *scenario, const ParleyDraft *draft)
{
  guint index = 0;

  g_ptr_array_find (scenario->drafts, draft, &index);
  return index;
}

ParleyAmend *
parley_amend_find (const ParleyScenario     *scenario,
                   const ParleyDraft        *draft,
                   const ParleyAmendRequest *request,
                   GError                  **error)
{
  g_autoptr(ParleyAmend) self = g_new0 (ParleyAmend, 1);
  guint index = index_of (scenario, draft);

  self->scenario = scenario;
  self->draft = draft;
  self->request = *request;
  self->amendments = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_amendment_free);
  self->costs = g_ptr_array_new_with_free_func ((GDestroyNotify) cost_free);
  choose_party (self);
  self->scores = parley_scores_new (scenario, &index, 1, PARLEY_SCORE_VERDICTS, error);
  if (self->scores == NULL || !find_leeway (self, error)
      || !(request->improve ? parley_improve_find (self, error) : find_changes (self, error)))
    return NULL;
  return g_steal_pointer (&self);
}

void
parley_amend_free (ParleyAmend *self)
{
  if (self == NULL)
    return;
  parley_scores_free (self->scores);
  parley_leeway_free (self->leeway);
  g_free (self->n_sets_with);
  g_free (self->why_wide);
  g_ptr_array_unref (self->amendments);
  g_ptr_array_unref (self->costs);
  parley_conflict_free (self->conflict);
  g_free (self);
}
