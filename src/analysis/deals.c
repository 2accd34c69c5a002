/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/deals.h"

#include "base/error.h"

/* For an estimate: standard errors of at most 0.16 %. */
#define N_DRAWS 100000

/* How many points that tie for a solution are refined. */
#define MOST_REFINED 3

/* So many deals are looked at in less time than it takes to start a thread. */
#define FEW_DEALS 100000

static gboolean
something_tabled (const ParleyScenario *scenario)
{
  for (guint d = 0; d < scenario->drafts->len; d++)
    for (guint i = 0; i < scenario->issues->len; i++)
      if (parley_scenario_draft (scenario, d)->terms[i] != NULL)
        return TRUE;
  return FALSE;
}

static gboolean
is_rounded (const ParleyDeals *self)
{
  gboolean rounded = parley_utilities_rounded (self->landscape->utilities);

  for (guint i = 0; i < PARLEY_N_SOLUTIONS && !rounded; i++)
    rounded = self->refined[i] != NULL && parley_utilities_rounded (self->refined[i]->utilities);
  return rounded;
}

static gboolean
find_map (ParleyDeals *self, const ParleyAcceptance *acceptance, GError **error)
{
  const ParleyLandscape *landscape = self->landscape;
  const ParleyFrontier *frontier = landscape->findings->frontier;
  const int *axis_of_issue = landscape->space->domain->axis_of_issue;
  g_autoptr(ParleyOrder) order = parley_order_new (PARLEY_ORDER_EGALITARIAN, landscape->utilities,
                                                    frontier->slots, frontier->n_slots);

  if (self->request.map == PARLEY_MAP_ALL)
    {
      self->maps = parley_pairs_new (acceptance, self->request.best_of_maps ? order : NULL,
                                     frontier->slots, frontier->n_slots, error);
      return self->maps != NULL;
    }
  self->map = parley_map_new (acceptance, order, frontier->slots, frontier->n_slots,
                              (guint) axis_of_issue[self->request.map_issues[0]],
                              (guint) axis_of_issue[self->request.map_issues[1]], error);
  return self->map != NULL;
}

/* How much room there is, unless that is too much to find, and where deals are too many to be
 * counted, about how many are acceptable. Filters on scores leave nothing simple to draw from. */
static gboolean
look_around (ParleyDeals *self, const ParleyAcceptance *acceptance, GError **error)
{
  const ParleyFindings *findings = self->landscape->findings;
  GError *why = NULL;

  self->obstacles
      = parley_obstacles_new (acceptance, findings->frontier, findings->counts != NULL, &why);
  if (!parley_error_forgive_limit (g_steal_pointer (&why), NULL, error))
    return FALSE;
  parley_opposition (acceptance, findings->frontier, &self->opposition, &self->has_opposition,
                     &why);
  if (!parley_error_forgive_limit (g_steal_pointer (&why), NULL, error))
    return FALSE;
  if (findings->too_many && acceptance->bounds->len == 0)
    self->estimate = parley_estimate_new (acceptance, N_DRAWS, self->request.seed, NULL);
  return TRUE;
}

static gboolean
refine (ParleyDeals *self, GError **error)
{
  const ParleyLandscape *landscape = self->landscape;
  const ParleyDealsRequest *request = &self->request;
  g_autoptr(GPtrArray) among
      = parley_terms_among (self->scenario, request->among, request->among_party);
  ParleyGridSearch search
      = { landscape->space, landscape->utilities, landscape->ideal, request->filter, among };

  for (guint i = 0; i < PARLEY_N_SOLUTIONS; i++)
    {
      GPtrArray *landmarks = landscape->solutions[i];
      g_autoptr(GPtrArray) starts = g_ptr_array_new ();

      for (guint k = 0; k < MIN (landmarks->len, MOST_REFINED); k++)
        g_ptr_array_add (starts, ((const ParleyLandmark *) landmarks->pdata[k])->deals->pdata[0]);
      if (starts->len == 0)
        continue;
      self->refined[i] = parley_refine (&search, parley_solution_order (i), starts, error);
      if (self->refined[i] == NULL)
        return FALSE;
    }
  return TRUE;
}

/* Whether draws are asked for where the search was not exact; sets @error. Draws that leave out
 * deals would be none. */
static gboolean
cannot_draw (const ParleyDeals *self, GError **error)
{
  if (self->landscape->gap == NULL || self->request.n_sample == 0)
    return FALSE;
  g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_LIMIT, "deals cannot be drawn (--sample): %s",
               self->landscape->gap->why);
  return TRUE;
}

/* What was asked for beyond the landscape. */
static gboolean
look_closer (ParleyDeals *self, GError **error)
{
  const ParleyLandscape *landscape = self->landscape;
  const ParleyDealsRequest *request = &self->request;
  g_autoptr(GArray) bounds = parley_filter_bounds (request->filter, landscape->utilities);
  ParleyAcceptance acceptance = parley_acceptance (landscape->space, landscape->utilities, bounds);

  acceptance.crew = request->crew;
  acceptance.memory = request->memory;
  acceptance.order = landscape->findings->order;
  if (landscape->gap != NULL)
    return !cannot_draw (self, error);
  if (request->count && !look_around (self, &acceptance, error))
    return FALSE;
  if (request->n_sample > 0)
    self->sample = parley_sample (&acceptance, request->n_sample, request->seed, error);
  if (request->n_sample > 0 && self->sample == NULL)
    return FALSE;
  if (request->refine && !refine (self, error))
    return FALSE;
  return request->map == PARLEY_MAP_NONE || find_map (self, &acceptance, error);
}

/* Whether neither a deal was found nor the proof that there is none; sets @error. */
static gboolean
is_open (const ParleyDeals *self, GError **error)
{
  const ParleyGap *gap = self->landscape->gap;

  if (!parley_findings_is_open (self->landscape->findings))
    return FALSE;
  g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_LIMIT,
               "it is not known whether there is an acceptable deal: none is among the most "
               "promising %u cases after each issue, and it cannot be ruled out; %s",
               gap->width, gap->why);
  return TRUE;
}

static gboolean
is_small (const ParleyScenario *scenario, const ParleyDealsRequest *request)
{
  g_autoptr(ParleyDomain) domain
      = parley_domain_new_among (scenario, request->among, request->among_party);
  gboolean small = FALSE;
  mpz_t n_deals;

  mpz_init (n_deals);
  parley_domain_count (domain, n_deals);
  small = mpz_cmp_ui (n_deals, FEW_DEALS) <= 0;
  mpz_clear (n_deals);
  return small;
}

ParleyDeals *
parley_deals_find (const ParleyScenario *scenario,
                   const ParleyDealsRequest *request,
                   GError **error)
{
  g_autoptr(ParleyDeals) self = g_new0 (ParleyDeals, 1);

  self->scenario = scenario;
  self->request = *request;
  if (request->budget != NULL)
    {
      self->budget = *request->budget;
      self->request.budget = &self->budget;
    }
  if (is_small (scenario, request))
    self->request.crew = NULL;
  self->landscape = parley_landscape_new (scenario, &self->request, request->among, error);
  if (self->landscape == NULL || is_open (self, error) || !look_closer (self, error))
    return NULL;
  if (request->among == PARLEY_AMONG_ALL && something_tabled (scenario))
    {
      self->tabled = parley_landscape_new (scenario, &self->request, PARLEY_AMONG_TABLED, error);
      if (self->tabled == NULL)
        return NULL;
    }
  self->rounded = is_rounded (self);
  self->request.crew = NULL; /* nobody works on it any more when the result is read */
  return g_steal_pointer (&self);
}

void
parley_deals_free (ParleyDeals *self)
{
  if (self == NULL)
    return;
  parley_obstacles_free (self->obstacles);
  parley_map_free (self->map);
  if (self->maps != NULL)
    g_ptr_array_unref (self->maps);
  parley_estimate_free (self->estimate);
  for (guint i = 0; i < PARLEY_N_SOLUTIONS; i++)
    parley_refined_free (self->refined[i]);
  if (self->sample != NULL)
    g_ptr_array_unref (self->sample);
  parley_landscape_free (self->tabled);
  parley_landscape_free (self->landscape);
  g_free (self);
}

void
parley_deals_smallest_surplus (const ParleyDeals *self, const ParleyScore *scores, mpq_ptr surplus)
{
  parley_smallest_surplus (self->landscape->findings->frontier, self->landscape->utilities, scores,
                           surplus);
}
