/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/brief.h"
#include "report/concede.h"
#include "report/figures.h"
#include "report/robust_parts.h"
#include "report/words.h"

static const char *
party_id (const ParleyBriefing *self, guint party)
{
  return parley_scenario_party (self->scenario, party)->id;
}

/* The scores of all parties that have one. */
static void
add_scores (ParleyJson *object,
            const char *key,
            const ParleyBriefing *self,
            GPtrArray *utilities,
            const ParleyScore *scores,
            ParleyFigure figure,
            gboolean exact)
{
  g_autofree guint *slots = g_new (guint, utilities->len);

  for (guint s = 0; s < utilities->len; s++)
    slots[s] = s;
  parley_figure_add_map (object, key, self->scenario, utilities, slots, utilities->len, scores,
                         figure, exact);
}

/* { "share": 0.83, "standard_error": 0.004 } */
static ParleyJson *
frequency_to_json (ParleyFrequency frequency)
{
  ParleyJson *object = json_object_new_object ();

  json_object_object_add (object, "share", parley_json_double (frequency.p));
  json_object_object_add (object, "standard_error", parley_json_double (frequency.se));
  return object;
}

/* How often each party and all accept what is scored at @index; null without draws. */
static ParleyJson *
likelihoods_to_json (const ParleyBriefing *self, guint index)
{
  ParleyJson *object = NULL;

  if (self->robust == NULL)
    return NULL;
  object = json_object_new_object ();
  for (guint p = 0; p < self->scenario->parties->len; p++)
    if (parley_party_gives_verdict (parley_scenario_party (self->scenario, p)))
      json_object_object_add (object, party_id (self, p),
                              frequency_to_json (parley_robust_accepts (self->robust, index, p)));
  json_object_object_add (object, "all",
                          frequency_to_json (parley_robust_all_accept (self->robust, index)));
  return object;
}

static const char *
rule_name (ParleyProposalRule rule)
{
  static const char *const names[] = {
    [PARLEY_PROPOSAL_OWN] = "own",
    [PARLEY_PROPOSAL_NASH] = "nash",
    [PARLEY_PROPOSAL_EGALITARIAN] = "egalitarian",
    [PARLEY_PROPOSAL_UTILITARIAN] = "utilitarian",
    [PARLEY_PROPOSAL_OTHERS] = "others",
  };

  return names[rule];
}

static ParleyJson *
proposal_to_json (const ParleyBriefing *self, guint index, gboolean exact)
{
  const ParleyProposal *proposal = parley_proposals_get (self->proposals, index);
  ParleyJson *object = json_object_new_object ();
  int nearest = parley_briefing_nearest (self, index);

  json_object_object_add (object, "rule", parley_json_string (rule_name (proposal->rule)));
  json_object_object_add (
      object, "nearest_draft",
      nearest < 0
          ? NULL
          : parley_json_string (parley_scenario_draft (self->scenario, (guint) nearest)->id));
  json_object_object_add (object, "terms",
                          parley_figure_terms (self->ground->space, proposal->deal->options));
  add_scores (object, "scores", self, self->ground->utilities, proposal->deal->scores,
              parley_figure_score, exact);
  add_scores (object, "surpluses", self, self->ground->utilities, proposal->deal->scores,
              parley_figure_surplus, exact);
  json_object_object_add (object, "accepted_in_draws",
                          likelihoods_to_json (self, self->request.n_drafts + index));
  return object;
}

static ParleyJson *
proposals_to_json (const ParleyBriefing *self, gboolean exact)
{
  ParleyJson *array = json_object_new_array ();

  for (guint i = 0; i < parley_briefing_n_proposals (self); i++)
    json_object_array_add (array, proposal_to_json (self, i, exact));
  return array;
}

static ParleyJson *
plan_to_json (const ParleyBriefing *self, gboolean exact)
{
  ParleyJson *array = NULL;

  if (self->plan == NULL)
    return NULL;
  array = json_object_new_array ();
  for (guint i = 0; i < self->plan->steps->len; i++)
    {
      const ParleyConcession *step = g_ptr_array_index (self->plan->steps, i);
      ParleyJson *object = json_object_new_object ();

      json_object_object_add (object, "changes", parley_moves_to_json (self->plan, step));
      add_scores (object, "scores", self, self->plan->utilities, step->after->scores,
                  parley_figure_score, exact);
      json_object_array_add (array, object);
    }
  return array;
}

static ParleyJson *
evidence_to_json (const ParleyEvidence *evidence)
{
  ParleyJson *object = json_object_new_object ();

  json_object_object_add (object, "numbers", parley_json_size (evidence->n_numbers));
  json_object_object_add (object, "judgement",
                          parley_json_size (evidence->by_basis[PARLEY_BASIS_JUDGEMENT]));
  json_object_object_add (object, "inferred",
                          parley_json_size (evidence->by_basis[PARLEY_BASIS_INFERRED]));
  json_object_object_add (object, "fact", parley_json_size (evidence->by_basis[PARLEY_BASIS_FACT]));
  json_object_object_add (object, "unstated",
                          parley_json_size (evidence->by_basis[PARLEY_BASIS_NONE]));
  json_object_object_add (object, "with_range", parley_json_size (evidence->n_ranged));
  json_object_object_add (object, "with_source", parley_json_size (evidence->n_sourced));
  return object;
}

static ParleyJson *
cases_to_json (const ParleyBriefing *self)
{
  ParleyJson *array = json_object_new_array ();

  for (guint i = 0; i < self->trials->len; i++)
    {
      const ParleyCaseTrial *trial = g_ptr_array_index (self->trials, i);
      ParleyJson *object = json_object_new_object ();
      ParleyJson *verdicts = json_object_new_array ();

      for (guint k = 0; trial->scores != NULL && k < trial->scores->drafts->len; k++)
        json_object_array_add (
            verdicts, parley_json_string (parley_verdict_to_string (
                          ((const ParleyDraftScore *) trial->scores->drafts->pdata[k])->verdict)));
      json_object_object_add (object, "id", parley_json_string (trial->given->id));
      json_object_object_add (object, "verdicts", verdicts);
      json_object_array_add (array, object);
    }
  return array;
}

static ParleyJson *
drafts_to_json (const ParleyBriefing *self)
{
  ParleyJson *array = json_object_new_array ();

  for (guint i = 0; i < self->request.n_drafts; i++)
    {
      const ParleyDraftScore *score = parley_briefing_draft (self, i);
      ParleyJson *object = json_object_new_object ();

      json_object_object_add (object, "id", parley_json_string (score->draft->id));
      json_object_object_add (object, "verdict",
                              parley_json_string (parley_verdict_to_string (score->verdict)));
      json_object_object_add (object, "accepted_in_draws", likelihoods_to_json (self, i));
      json_object_array_add (array, object);
    }
  return array;
}

static ParleyJson *
files_to_json (const ParleyBriefSettings *settings)
{
  ParleyJson *array = json_object_new_array ();

  for (guint i = 0; i < settings->n_files; i++)
    {
      ParleyJson *object = json_object_new_object ();

      json_object_object_add (object, "name", parley_json_string (settings->files[i].name));
      json_object_object_add (object, "sha256", parley_json_string (settings->files[i].sha256));
      json_object_array_add (array, object);
    }
  return array;
}

static void
add_head (ParleyJson *object, const ParleyBriefing *self, const ParleyBriefSettings *settings)
{
  int party = self->request.party;

  json_object_object_add (object, "format", parley_json_string ("parley-brief/1"));
  json_object_object_add (object, "version", parley_json_string (settings->version));
  json_object_object_add (object, "title", parley_json_string (self->scenario->title));
  json_object_object_add (object, "as_of", parley_json_string (self->scenario->as_of));
  json_object_object_add (object, "date", parley_json_string (settings->date));
  json_object_object_add (object, "classification", parley_json_string (settings->classification));
  json_object_object_add (object, "drafter", parley_json_string (settings->drafter));
  json_object_object_add (object, "files", files_to_json (settings));
  json_object_object_add (object, "changes", parley_json_string (settings->changes));
  json_object_object_add (object, "for",
                          party < 0 ? NULL : parley_json_string (party_id (self, (guint) party)));
  json_object_object_add (object, "rounded", json_object_new_boolean (self->rounded));
  json_object_object_add (object, "seed", parley_json_size (self->request.seed));
  json_object_object_add (
      object, "draws", parley_json_size (self->robust == NULL ? 0 : self->robust->request.n_draws));
}

ParleyJson *
parley_brief_to_json (const ParleyBriefing      *briefing,
                      const ParleyBriefSettings *settings,
                      gboolean                   exact)
{
  ParleyJson *object = json_object_new_object ();

  add_head (object, briefing, settings);
  json_object_object_add (object, "among",
                          parley_json_string (parley_words_among (
                              briefing->scenario, briefing->among, briefing->among_party)));
  json_object_object_add (object, "safe", json_object_new_boolean (briefing->proposals->safe));
  json_object_object_add (object, "proposals", proposals_to_json (briefing, exact));
  json_object_object_add (object, "plan", plan_to_json (briefing, exact));
  json_object_object_add (object, "drafts", drafts_to_json (briefing));
  json_object_object_add (object, "cases", cases_to_json (briefing));
  json_object_object_add (object, "evidence", evidence_to_json (&briefing->evidence));
  return object;
}
