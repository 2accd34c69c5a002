/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/agreement.h"

#include <string.h>

#include "base/error.h"
#include "space/evaluate.h"

const char *
parley_existence_to_string (ParleyExistence exists)
{
  static const char *const names[] = {
    [PARLEY_EXISTS_NO] = "no", [PARLEY_EXISTS_YES] = "yes", [PARLEY_EXISTS_UNKNOWN] = "unknown"
  };

  return names[exists];
}

static void
fill_pick (ParleyPick            *pick,
           const ParleyAgreement *self,
           const ParleyFrontier  *frontier,
           const GPtrArray       *points)
{
  g_autoptr(GPtrArray) landmarks = parley_landmarks_new (frontier, points, 1);
  const ParleyLandmark *first = NULL;

  if (landmarks->len == 0)
    return;
  first = g_ptr_array_index (landmarks, 0);
  pick->options
      = g_memdup2 (g_ptr_array_index (first->deals, 0), frontier->n_axes * sizeof *pick->options);
  pick->scores = g_new0 (ParleyScore, self->utilities->len);
  parley_evaluate (self->space, self->utilities, pick->options, pick->scores);
  pick->n_tied = points->len;
  pick->tied = g_new (ParleyScore, (gsize) points->len * self->n_slots);
  for (guint i = 0; i < points->len; i++)
    for (guint s = 0; s < self->n_slots; s++)
      pick->tied[(gsize) i * self->n_slots + s]
          = ((const ParleyPoint *) g_ptr_array_index (points, i))->scores[self->slots[s]];
}

static void
fill_picks (ParleyAgreement *self, const ParleyFrontier *frontier)
{
  g_autofree ParleyScore *ideal = g_new0 (ParleyScore, self->utilities->len);

  if (frontier->points->len > 0)
    parley_frontier_ideal (frontier, ideal);
  for (guint i = 0; i < PARLEY_N_SOLUTIONS; i++)
    {
      g_autoptr(GPtrArray) points = parley_solution_points (i, frontier, self->utilities, ideal);

      fill_pick (&self->picks[i], self, frontier, points);
    }
}

static ParleyExistence
existence (const ParleyFrontier *frontier)
{
  g_autoptr(ParleyFront) cover = NULL;

  if (frontier->points->len > 0)
    return PARLEY_EXISTS_YES;
  if (parley_frontier_inexact (frontier) == NULL)
    return PARLEY_EXISTS_NO;
  cover = parley_frontier_cover (frontier);
  return cover->n > 0 ? PARLEY_EXISTS_UNKNOWN : PARLEY_EXISTS_NO;
}

/* What is too much to count stays uncounted. Returns: FALSE on another error. */
static gboolean
count (ParleyAgreement *self, const ParleyAcceptance *acceptance, GError **error)
{
  GError *why = NULL;

  self->counts = parley_count (acceptance, PARLEY_COUNT_TOTALS, &why);
  return parley_error_forgive_limit (why, NULL, error);
}

static gboolean
search (ParleyAgreement *self, const ParleyAgreementRequest *request, GError **error)
{
  ParleyAcceptance acceptance = parley_acceptance (self->space, self->utilities, NULL);
  g_autoptr(ParleyFrontier) frontier = NULL;
  g_autofree guint *order = NULL;

  acceptance.crew = request->crew;
  acceptance.memory = request->memory;
  acceptance.budget = request->budget;
  if (request->count)
    acceptance.order = order = parley_count_plan_in_brief (&acceptance);
  frontier = parley_frontier_new (&acceptance, self->slots, self->n_slots, error);
  if (frontier == NULL)
    return FALSE;
  self->exists = existence (frontier);
  self->exact = parley_frontier_inexact (frontier) == NULL;
  fill_picks (self, frontier);
  return !request->count || !self->exact || count (self, &acceptance, error);
}

ParleyAgreement *
parley_agreement_new (const ParleyScenario *scenario,
                      const ParleyAgreementRequest *request,
                      GError **error)
{
  g_autoptr(ParleyAgreement) self = g_new0 (ParleyAgreement, 1);

  self->space = parley_space_new (scenario, parley_domain_new (scenario), NULL, NULL, error);
  if (self->space == NULL)
    return NULL;
  self->utilities = parley_utilities_new_under (self->space, scenario->as_of, request->variation);
  self->rounded = parley_utilities_rounded (self->utilities);
  self->slots = g_new (guint, self->utilities->len);
  self->n_slots = parley_negotiating_slots (self->space, self->utilities, self->slots);
  return search (self, request, error) ? g_steal_pointer (&self) : NULL;
}

gboolean
parley_agreement_exists (const ParleyScenario *scenario,
                         const ParleyAgreementRequest *request,
                         ParleyExistence *exists,
                         GError **error)
{
  g_autoptr(ParleySpace) space
      = parley_space_new (scenario, parley_domain_new (scenario), NULL, NULL, error);
  g_autoptr(GPtrArray) utilities = NULL;
  g_autoptr(ParleyFrontier) frontier = NULL;
  ParleyAcceptance acceptance;

  if (space == NULL)
    return FALSE;
  utilities = parley_utilities_new_under (space, scenario->as_of, request->variation);
  acceptance = parley_acceptance (space, utilities, NULL);
  acceptance.one_deal = TRUE;
  acceptance.memory = request->memory;
  acceptance.budget = request->budget;
  frontier = parley_frontier_new (&acceptance, NULL, 0, error);
  if (frontier == NULL)
    return FALSE;
  *exists = existence (frontier);
  return TRUE;
}

void
parley_agreement_free (ParleyAgreement *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < PARLEY_N_SOLUTIONS; i++)
    {
      g_free (self->picks[i].options);
      g_free (self->picks[i].scores);
      g_free (self->picks[i].tied);
    }
  parley_counts_free (self->counts);
  if (self->utilities != NULL)
    g_ptr_array_unref (self->utilities);
  parley_space_free (self->space);
  g_free (self->slots);
  g_free (self);
}

/* The axis of @space that is the same issue. Returns: (nullable). */
static const ParleyAxis *
find_axis (const ParleySpace *space, const char *id)
{
  int issue = parley_scenario_find_issue (space->scenario, id);
  int axis = issue < 0 ? -1 : space->domain->axis_of_issue[issue];

  return axis < 0 ? NULL : &space->domain->axes[axis];
}

/* The option of @to that is option @option of @from. Returns: whether there is one. */
static gboolean
find_option (const ParleySpace *before,
             const ParleyAxis  *from,
             guint              option,
             const ParleySpace *after,
             const ParleyAxis  *to,
             guint             *found)
{
  const ParleyIssue *old = parley_scenario_issue (before->scenario, from->issue);
  const ParleyIssue *new = parley_scenario_issue (after->scenario, to->issue);

  if ((from->numbers == NULL) != (to->numbers == NULL))
    return FALSE;
  for (guint o = 0; o < to->n_options; o++)
    if (from->numbers != NULL ? mpq_equal (from->numbers[option], to->numbers[o])
                              : g_str_equal (parley_issue_option (old, from->options[option])->id,
                                             parley_issue_option (new, to->options[o])->id))
      {
        *found = o;
        return TRUE;
      }
  return FALSE;
}

/* The deal of @options in the space of @after. Returns: (nullable): NULL where it has no place. */
static guint *
translate (const ParleySpace *before, const guint *options, const ParleySpace *after)
{
  g_autofree guint *translated = g_new0 (guint, after->domain->n_axes);

  if (before->domain->n_axes != after->domain->n_axes)
    return NULL;
  for (guint a = 0; a < before->domain->n_axes; a++)
    {
      const ParleyAxis *from = &before->domain->axes[a];
      const ParleyAxis *to
          = find_axis (after, parley_scenario_issue (before->scenario, from->issue)->id);

      if (to == NULL
          || !find_option (before, from, options[a], after, to,
                           &translated[to - after->domain->axes]))
        return NULL;
    }
  return g_steal_pointer (&translated);
}

static gboolean
is_forbidden (const ParleySpace *space, const guint *options)
{
  for (guint c = 0; c < space->couplings->len; c++)
    {
      const ParleyCoupling *coupling = g_ptr_array_index (space->couplings, c);

      if (coupling->effect == PARLEY_EFFECT_FORBID
          && parley_predicate_matches (coupling->predicate, options))
        return TRUE;
    }
  return FALSE;
}

/* Whether all accept the deal of @options; fills @scores. */
static gboolean
is_acceptable (const ParleyAgreement *self, const guint *options, ParleyScore *scores)
{
  ParleyTuple tuple = parley_evaluate (self->space, self->utilities, options, scores);
  gboolean acceptable = !is_forbidden (self->space, options);

  for (guint s = 0; s < self->utilities->len && acceptable; s++)
    acceptable = !parley_tuple_blocks (self->space, self->utilities, &tuple, s);
  return acceptable;
}

static gboolean
is_picked (const ParleyAgreement *self, const ParleyPick *pick, const ParleyScore *scores)
{
  for (guint i = 0; i < pick->n_tied; i++)
    {
      gboolean same = TRUE;

      for (guint s = 0; s < self->n_slots && same; s++)
        same = pick->tied[(gsize) i * self->n_slots + s] == scores[self->slots[s]];
      if (same)
        return TRUE;
    }
  return FALSE;
}

guint *
parley_agreement_follow (const ParleyAgreement *before,
                         const ParleyAgreement *after,
                         ParleySolution solution)
{
  g_autofree guint *options = NULL;
  g_autofree ParleyScore *scores = g_new (ParleyScore, after->utilities->len);

  if (before->picks[solution].options == NULL)
    return NULL;
  options = translate (before->space, before->picks[solution].options, after->space);
  if (options == NULL || !is_acceptable (after, options, scores)
      || !is_picked (after, &after->picks[solution], scores))
    return NULL;
  return g_steal_pointer (&options);
}
