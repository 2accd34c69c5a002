/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/briefing.h"

#include "analysis/deal_draft.h"
#include "base/error.h"

static void
trial_free (gpointer data)
{
  ParleyCaseTrial *self = data;

  parley_scores_free (self->scores);
  parley_scenario_with_drafts_free (self->scenario);
  g_ptr_array_unref (self->drafts);
  g_free (self);
}

void
parley_briefing_free (ParleyBriefing *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->trials, g_ptr_array_unref);
  parley_what_if_free (self->what_if);
  parley_portrait_free (self->portrait);
  g_clear_pointer (&self->stakes, g_ptr_array_unref);
  parley_concessions_free (self->plan);
  g_clear_pointer (&self->doubts, g_ptr_array_unref);
  parley_robust_free (self->robust);
  g_free (self->no_robust);
  parley_comparison_free (self->comparison);
  parley_scores_free (self->scores);
  parley_scenario_with_drafts_free (self->extended);
  g_clear_pointer (&self->drafts, g_ptr_array_unref);
  parley_proposals_free (self->proposals);
  parley_landscape_free (self->own_ground);
  parley_deals_free (self->deals);
  g_free (self->draft_indices);
  g_free (self);
}

/* The deals */

static gboolean
find_deals (ParleyBriefing *self, const ParleyDealsRequest *request, GError **error)
{
  self->deals = parley_deals_find (self->scenario, request, error);
  return self->deals != NULL;
}

/* Takes the deals of @among for the ground. Returns: whether some of them is acceptable; FALSE too
 * when they are too much. */
static gboolean
stand_on (ParleyBriefing *self, const ParleyDealsRequest *request, ParleyAmong among, guint party)
{
  ParleyDealsRequest narrow = *request;

  narrow.count = FALSE;
  narrow.among_party = party;
  g_clear_pointer (&self->own_ground, parley_landscape_free);
  self->among = among;
  self->among_party = party;
  if (among == PARLEY_AMONG_ALL)
    self->ground = self->deals->landscape;
  else if (among == PARLEY_AMONG_TABLED && self->deals->tabled != NULL)
    self->ground = self->deals->tabled;
  else
    {
      self->own_ground = parley_landscape_new (self->scenario, &narrow, among, NULL);
      self->ground = self->own_ground;
    }
  return self->ground != NULL && parley_findings_has_deal (self->ground->findings);
}

static gboolean
has_tabled (const ParleyScenario *scenario, guint party)
{
  for (guint d = 0; d < scenario->drafts->len; d++)
    if (parley_draft_has_consent (parley_scenario_draft (scenario, d), party))
      return TRUE;
  return FALSE;
}

static void
find_ground (ParleyBriefing *self, const ParleyDealsRequest *request)
{
  const ParleyBriefingRequest *asked = &self->request;

  if (asked->is_among)
    {
      if (!stand_on (self, request, asked->among, asked->among_party) && self->ground == NULL)
        stand_on (self, request, PARLEY_AMONG_ALL, 0);
      return;
    }
  if (self->rival >= 0 && has_tabled (self->scenario, (guint) self->rival)
      && stand_on (self, request, PARLEY_AMONG_PARTY, (guint) self->rival))
    return;
  if (self->deals->tabled != NULL && stand_on (self, request, PARLEY_AMONG_TABLED, 0))
    return;
  stand_on (self, request, PARLEY_AMONG_ALL, 0);
}

static void
find_rival (ParleyBriefing *self)
{
  const ParleyLandscape *landscape = self->deals->landscape;
  g_autofree guint *slots = g_new (guint, landscape->utilities->len);

  self->rival = -1;
  if (self->request.party >= 0
      && parley_rival_slots (landscape->space, landscape->utilities, self->request.party, slots)
             == 1)
    self->rival = (int) slots[0];
}

/* The proposals */

static char *
unused_id (const ParleyScenario *scenario, guint index)
{
  GString *id = g_string_new (NULL);

  g_string_printf (id, "proposal-%u", index + 1);
  while (parley_scenario_find_draft (scenario, id->str) >= 0)
    g_string_append_c (id, '-');
  return g_string_free (id, FALSE);
}

/* The proposals as drafts of @scenario. Returns: (transfer full): fewer where one is not possible
 * there. */
static GPtrArray *
draw_up (const ParleyBriefing *self, const ParleyScenario *scenario)
{
  GPtrArray *drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_draft_free);

  for (guint i = 0; i < self->proposals->list->len; i++)
    {
      g_autofree char *id = unused_id (scenario, i);
      ParleyDraft *draft
          = parley_deal_draft_new (self->ground->space,
                                   parley_proposals_get (self->proposals, i)->deal->options,
                                   scenario, id, self->request.titles[i]);

      if (draft != NULL)
        g_ptr_array_add (drafts, draft);
    }
  return drafts;
}

static gboolean
score_all (ParleyBriefing *self, GError **error)
{
  guint n_drafts = self->request.n_drafts;
  guint n_proposals = self->drafts->len;
  g_autofree guint *indices = g_new (guint, n_drafts + n_proposals + 1);

  for (guint i = 0; i < n_drafts; i++)
    indices[i] = self->draft_indices[i];
  for (guint i = 0; i < n_proposals; i++)
    indices[n_drafts + i] = self->scenario->drafts->len + i;
  self->scores = parley_scores_new (self->extended, indices, n_drafts + n_proposals,
                                    PARLEY_SCORE_VERDICTS, error);
  return self->scores != NULL;
}

/* What all hangs on */

/* Whether anything is drawn at all. */
static gboolean
draws_something (const ParleyDraws *draws)
{
  for (guint p = 0; p < draws->scenario->parties->len; p++)
    if (draws->shares[p] != NULL)
      return TRUE;
  return draws->inputs->len > 0;
}

static gboolean
draw (ParleyBriefing *self, GError **error)
{
  guint n = self->scores->drafts->len;
  g_autofree guint *indices = g_new (guint, n + 1);
  ParleyRobustRequest request = { .drafts = indices,
                                  .n_drafts = n,
                                  .n_draws = self->request.n_draws,
                                  .draws = { .seed = self->request.seed } };
  GError *cause = NULL;

  for (guint i = 0; i < n; i++)
    indices[i] = i < self->request.n_drafts
                     ? self->draft_indices[i]
                     : self->scenario->drafts->len + i - self->request.n_drafts;
  self->doubts = parley_draft_doubts_new (self->extended, indices, n, -1, &cause);
  if (!parley_error_forgive_limit (cause, NULL, error))
    return FALSE;
  if (n == 0 || request.n_draws == 0)
    return TRUE;
  cause = NULL;
  self->robust = parley_robust_new (self->extended, &request, &cause);
  if (self->robust != NULL && !draws_something (self->robust->draws))
    g_clear_pointer (&self->robust, parley_robust_free);
  if (self->robust != NULL && !parley_robust_run (self->robust, NULL, self->request.crew, &cause))
    g_clear_pointer (&self->robust, parley_robust_free);
  return parley_error_forgive_limit (cause, &self->no_robust, error);
}

static gboolean
compare (ParleyBriefing *self, GError **error)
{
  guint n = self->request.n_drafts;
  g_autofree ParleyCandidate *candidates = g_new0 (ParleyCandidate, n + 1);
  GError *cause = NULL;

  if (n < 2)
    return TRUE;
  for (guint i = 0; i < n; i++)
    candidates[i] = (ParleyCandidate){ self->scenario, self->draft_indices[i], NULL };
  self->comparison
      = parley_compare (candidates, n, FALSE, self->request.memory, self->request.crew, &cause);
  return parley_error_forgive_limit (cause, NULL, error);
}

static gboolean
plan (ParleyBriefing *self, GError **error)
{
  const GPtrArray *list = self->proposals->list;
  GError *cause = NULL;

  if (self->request.party < 0 || list->len < 2)
    return TRUE;
  self->plan = parley_concessions_between (
      self->scenario, (guint) self->request.party, self->among, self->among_party,
      parley_proposals_get (self->proposals, 0)->deal->options,
      parley_proposals_get (self->proposals, list->len - 1)->deal->options, &cause);
  return parley_error_forgive_limit (cause, NULL, error);
}

static gboolean
portray (ParleyBriefing *self, GError **error)
{
  const ParleyLandscape *landscape = self->deals->landscape;
  int own = self->request.party;
  g_autofree guint *slots = g_new (guint, landscape->utilities->len + 1);
  guint n = own >= 0 ? 1 : 0;
  GError *cause = NULL;

  if (own >= 0)
    slots[0] = (guint) own;
  n += parley_rival_slots (landscape->space, landscape->utilities, own, slots + n);
  if (n < 2)
    return TRUE;
  self->portrait = parley_portrait_new (self->deals, slots, self->request.seed, &cause);
  return parley_error_forgive_limit (cause, NULL, error);
}

static void
find_stakes (ParleyBriefing *self)
{
  const ParleyLandscape *landscape = self->deals->landscape;

  if (self->rival >= 0)
    self->stakes = parley_stakes_new (
        landscape->space, (const ParleyUtility *const[]){
                              g_ptr_array_index (landscape->utilities, self->request.party),
                              g_ptr_array_index (landscape->utilities, self->rival) });
}

static void
try_case (ParleyBriefing *self, const ParleyWhatIfCase *given)
{
  ParleyCaseTrial *trial = g_new0 (ParleyCaseTrial, 1);
  guint first = given->scenario->drafts->len;
  g_autofree guint *indices = NULL;

  trial->given = given;
  trial->drafts = draw_up (self, given->scenario);
  trial->scenario = parley_scenario_with_drafts (given->scenario, trial->drafts);
  indices = g_new (guint, trial->drafts->len + 1);
  for (guint i = 0; i < trial->drafts->len; i++)
    indices[i] = first + i;
  if (trial->drafts->len == self->drafts->len
      && given->scenario->parties->len == self->scenario->parties->len)
    trial->scores = parley_scores_new (trial->scenario, indices, trial->drafts->len,
                                       PARLEY_SCORE_PLAIN, NULL);
  g_ptr_array_add (self->trials, trial);
}

static gboolean
try_cases (ParleyBriefing *self, GError **error)
{
  const ParleyBriefingRequest *asked = &self->request;
  ParleyBudget budget = parley_budget_usual (asked->memory);
  ParleyWhatIfRequest request = { .crew = asked->crew, .memory = asked->memory, .budget = &budget };
  GError *cause = NULL;

  for (guint i = 1; i < asked->n_cases; i++)
    try_case (self, &asked->cases[i]);
  if (asked->n_cases < 2)
    return TRUE;
  self->what_if = parley_what_if_new (asked->cases, asked->n_cases, &request, &cause);
  return parley_error_forgive_limit (cause, NULL, error);
}

static gboolean
find_proposals (ParleyBriefing *self, GError **error)
{
  const ParleyBriefingRequest *asked = &self->request;
  ParleyBudget budget = parley_budget_usual (asked->memory);
  ParleyDealsRequest request = { .by = PARLEY_ORDER_NASH,
                                 .count = asked->count,
                                 .n_top = asked->n_top,
                                 .n_ties = 1,
                                 .seed = asked->seed,
                                 .crew = asked->crew,
                                 .memory = asked->memory,
                                 .budget = &budget };

  if (!find_deals (self, &request, error))
    return FALSE;
  find_rival (self);
  find_ground (self, &request);
  self->proposals = parley_proposals_new (self->ground, asked->party);
  self->drafts = draw_up (self, self->scenario);
  self->extended = parley_scenario_with_drafts (self->scenario, self->drafts);
  return TRUE;
}

ParleyBriefing *
parley_briefing_new (const ParleyScenario        *scenario,
                     const ParleyBriefingRequest *request,
                     GError                     **error)
{
  g_autoptr(ParleyBriefing) self = g_new0 (ParleyBriefing, 1);

  self->scenario = scenario;
  self->request = *request;
  self->draft_indices = g_memdup2 (request->drafts, request->n_drafts * sizeof *request->drafts);
  self->request.drafts = self->draft_indices;
  self->trials = g_ptr_array_new_with_free_func (trial_free);
  self->evidence = parley_evidence_of (scenario);
  if (!find_proposals (self, error) || !score_all (self, error) || !draw (self, error)
      || !compare (self, error) || !plan (self, error) || !portray (self, error)
      || !try_cases (self, error))
    return NULL;
  find_stakes (self);
  self->rounded = self->deals->rounded || self->scores->rounded;
  self->request.titles = NULL;
  self->request.crew = NULL;
  return g_steal_pointer (&self);
}

guint
parley_briefing_n_proposals (const ParleyBriefing *self)
{
  return self->proposals->list->len;
}

const ParleyDraftScore *
parley_briefing_proposal (const ParleyBriefing *self, guint index)
{
  return g_ptr_array_index (self->scores->drafts, self->request.n_drafts + index);
}

const ParleyDraftScore *
parley_briefing_draft (const ParleyBriefing *self, guint index)
{
  return g_ptr_array_index (self->scores->drafts, index);
}

int
parley_briefing_agrees (const ParleyBriefing *self,
                        guint                 index,
                        const ParleyDraft    *draft,
                        guint                 issue)
{
  const ParleyDraft *proposal = g_ptr_array_index (self->drafts, index);
  const ParleyTerms *said = draft->terms[issue] == NULL ? NULL : draft->terms[issue]->is;
  const ParleyTerms *meant = proposal->terms[issue] == NULL ? NULL : proposal->terms[issue]->is;
  guint n = 0;

  if (said == NULL || meant == NULL)
    return 0;
  if (meant->options == NULL)
    {
      const ParleyInterval *only = &g_array_index (said->intervals, ParleyInterval, 0);

      if (!parley_terms_has_number (said, g_array_index (meant->intervals, ParleyInterval, 0).low))
        return -1;
      return said->intervals->len == 1 && mpq_equal (only->low, only->high);
    }
  for (guint o = 0; o < said->n_options; o++)
    {
      n += (guint) said->options[o];
      if (meant->options[o] && !said->options[o])
        return -1;
    }
  return n == 1;
}

int
parley_briefing_nearest (const ParleyBriefing *self, guint index)
{
  int nearest = -1;
  guint least = 0;
  const char *date = NULL;

  for (guint d = 0; d < self->scenario->drafts->len; d++)
    {
      const ParleyDraft *draft = parley_scenario_draft (self->scenario, d);
      guint halves = 0;

      for (guint i = 0; i < self->scenario->issues->len; i++)
        if (((const ParleyDraft *) g_ptr_array_index (self->drafts, index))->terms[i] != NULL)
          halves += (guint) (1 - parley_briefing_agrees (self, index, draft, i));
      if (nearest >= 0
          && (halves > least || (halves == least && g_strcmp0 (draft->date, date) <= 0)))
        continue;
      nearest = (int) d;
      least = halves;
      date = draft->date;
    }
  return nearest;
}

guint
parley_briefing_step (const ParleyBriefing *self, guint issue)
{
  int axis = self->ground->space->domain->axis_of_issue[issue];

  for (guint s = 0; self->plan != NULL && s < self->plan->steps->len; s++)
    {
      const ParleyConcession *step = g_ptr_array_index (self->plan->steps, s);

      for (guint m = 0; m < step->moves->len; m++)
        if ((int) g_array_index (step->moves, ParleyMove, m).axis == axis)
          return s + 1;
    }
  return 0;
}
