/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/deals.h"
#include "report/figures.h"
#include "report/whatif.h"

static ParleyJson *
changed_to_json (const GPtrArray *changed)
{
  ParleyJson *list = json_object_new_array ();

  for (guint i = 0; i < changed->len; i++)
    {
      const ParleyDifference *one = g_ptr_array_index (changed, i);
      ParleyJson *object = json_object_new_object ();

      json_object_object_add (object, "path", parley_json_string (one->path));
      json_object_object_add (object, "before", parley_json_string (one->before));
      json_object_object_add (object, "after", parley_json_string (one->after));
      json_object_array_add (list, object);
    }
  return list;
}

static ParleyJson *
standing_to_json (const ParleyDraftScore *score, const ParleyStanding *standing, gboolean exact)
{
  gboolean known = standing->scored && score->verdict != PARLEY_VERDICT_INFEASIBLE;
  ParleyJson *object
      = parley_figure_span (known ? standing->low : NULL, known ? standing->high : NULL, exact);

  parley_figure_add (object, "reservation",
                     standing->has_reservation ? standing->reservation : NULL, exact);
  json_object_object_add (object, "verdict",
                          parley_json_string (parley_verdict_to_string (standing->verdict)));
  json_object_object_add (object, "on_the_line", json_object_new_boolean (standing->on_the_line));
  return object;
}

/* How a draft fares; null for NULL. */
static ParleyJson *
score_to_json (const ParleyDraftScore *score, gboolean exact)
{
  ParleyJson *object = NULL;
  ParleyJson *parties = NULL;

  if (score == NULL)
    return NULL;
  object = json_object_new_object ();
  parties = json_object_new_object ();
  json_object_object_add (object, "verdict",
                          parley_json_string (parley_verdict_to_string (score->verdict)));
  json_object_object_add (
      object, "completions",
      score->counts == NULL ? NULL : parley_json_count (score->counts->total.feasible));
  json_object_object_add (object, "accepted",
                          score->counts == NULL ? NULL
                                                : parley_json_count (score->counts->total.all));
  for (guint p = 0; p < score->standings->len; p++)
    json_object_object_add (parties, parley_scenario_party (score->space->scenario, p)->id,
                            standing_to_json (score, g_ptr_array_index (score->standings, p),
                                              exact));
  json_object_object_add (object, "parties", parties);
  return object;
}

static ParleyJson *
draft_to_json (const ParleyDraft *draft)
{
  ParleyJson *object = json_object_new_object ();

  json_object_object_add (object, "id", parley_json_string (draft->id));
  json_object_object_add (object, "title", parley_json_string (draft->title));
  json_object_object_add (object, "date", parley_json_string (draft->date));
  return object;
}

static ParleyJson *
drafts_to_json (const ParleyCaseOutcome *outcome, gboolean exact)
{
  g_autoptr(GArray) pairs = parley_case_outcome_drafts (outcome);
  ParleyJson *list = json_object_new_array ();

  for (guint i = 0; i < pairs->len; i++)
    {
      const ParleyDraftPair *pair = &g_array_index (pairs, ParleyDraftPair, i);
      ParleyJson *object
          = draft_to_json (pair->after != NULL ? pair->after->draft : pair->before->draft);

      json_object_object_add (object, "turns",
                              json_object_new_boolean (parley_draft_pair_turns (pair)));
      json_object_object_add (object, "changes",
                              json_object_new_boolean (parley_draft_pair_changes (pair)));
      json_object_object_add (object, "before", score_to_json (pair->before, exact));
      json_object_object_add (object, "after", score_to_json (pair->after, exact));
      json_object_array_add (list, object);
    }
  return list;
}

/* What was not counted is null. */
static ParleyJson *
acceptable_to_json (const ParleyAgreement *agreement)
{
  const ParleyScenario *scenario = agreement->space->scenario;
  ParleyJson *object = NULL;
  ParleyJson *parties = NULL;

  if (agreement->counts == NULL)
    return NULL;
  object = json_object_new_object ();
  parties = json_object_new_object ();
  json_object_object_add (object, "count", parley_json_count (agreement->counts->total.all));
  json_object_object_add (object, "feasible",
                          parley_json_count (agreement->counts->total.feasible));
  for (guint p = 0; p < scenario->parties->len; p++)
    if (parley_party_decides (parley_scenario_party (scenario, p)))
      json_object_object_add (parties, parley_scenario_party (scenario, p)->id,
                              parley_json_count (agreement->counts->total.by_party[p]));
  json_object_object_add (object, "by_party", parties);
  return object;
}

/* A deal that a solution picks; null for NULL. */
static ParleyJson *
deal_to_json (const ParleyAgreement *agreement,
              const guint           *options,
              const ParleyScore     *scores,
              gboolean               exact)
{
  guint n = agreement->utilities->len;
  g_autofree guint *everyone = g_new (guint, n);
  ParleyJson *object = NULL;

  if (options == NULL)
    return NULL;
  object = json_object_new_object ();
  for (guint s = 0; s < n; s++)
    everyone[s] = s;
  json_object_object_add (object, "terms", parley_figure_terms (agreement->space, options));
  parley_figure_add_map (object, "scores", agreement->space->scenario, agreement->utilities,
                         everyone, n, scores, parley_figure_score, exact);
  return object;
}

static ParleyJson *
pick_to_json (const ParleyAgreement *agreement, ParleySolution solution, gboolean exact)
{
  const ParleyPick *pick = &agreement->picks[solution];

  return deal_to_json (agreement, pick->options, pick->scores, exact);
}

static ParleyJson *
moves_to_json (const ParleyCaseOutcome *outcome, gboolean exact)
{
  ParleyJson *object = json_object_new_object ();

  for (guint i = 0; i < PARLEY_N_SOLUTIONS; i++)
    {
      const ParleySolutionMove *move = &outcome->moves[i];
      ParleyJson *one = json_object_new_object ();

      json_object_object_add (one, "moved", json_object_new_boolean (move->moved));
      json_object_object_add (one, "before", pick_to_json (outcome->before->agreement, i, exact));
      json_object_object_add (one, "after",
                              deal_to_json (outcome->agreement, move->after, move->scores, exact));
      json_object_object_add (object, parley_solution_key (i), one);
    }
  return object;
}

/* { "before": …, "after": … }; takes both. */
static ParleyJson *
pair_new (ParleyJson *before, ParleyJson *after)
{
  ParleyJson *object = json_object_new_object ();

  json_object_object_add (object, "before", before);
  json_object_object_add (object, "after", after);
  return object;
}

static ParleyJson *
case_to_json (const ParleyCaseOutcome *outcome, gboolean exact)
{
  const ParleyWhatIfCase *given = &outcome->given;
  const ParleyAgreement *before = outcome->before->agreement;
  const ParleyAgreement *after = outcome->agreement;
  ParleyJson *object = json_object_new_object ();

  json_object_object_add (object, "id", parley_json_string (given->id));
  json_object_object_add (object, "title", parley_json_string (given->title));
  json_object_object_add (object, "question", parley_json_string (given->question));
  json_object_object_add (object, "changed", changed_to_json (given->changed));
  json_object_object_add (object, "drafts", drafts_to_json (outcome, exact));
  json_object_object_add (
      object, "deal",
      pair_new (parley_json_string (parley_existence_to_string (before->exists)),
                parley_json_string (parley_existence_to_string (after->exists))));
  json_object_object_add (object, "acceptable",
                          pair_new (acceptable_to_json (before), acceptable_to_json (after)));
  json_object_object_add (object, "exact_search",
                          json_object_new_boolean (before->exact && after->exact));
  json_object_object_add (object, "solutions", moves_to_json (outcome, exact));
  return object;
}

static ParleyJson *
base_to_json (const ParleyCaseOutcome *outcome, gboolean exact)
{
  ParleyJson *object = json_object_new_object ();
  ParleyJson *drafts = json_object_new_array ();
  ParleyJson *solutions = json_object_new_object ();

  for (guint d = 0; d < outcome->drafts->len; d++)
    {
      const ParleyDraftScore *score = g_ptr_array_index (outcome->drafts, d);
      ParleyJson *draft = draft_to_json (score->draft);

      json_object_object_add (draft, "fares", score_to_json (score, exact));
      json_object_array_add (drafts, draft);
    }
  for (guint i = 0; i < PARLEY_N_SOLUTIONS; i++)
    json_object_object_add (solutions, parley_solution_key (i),
                            pick_to_json (outcome->agreement, i, exact));
  json_object_object_add (object, "drafts", drafts);
  json_object_object_add (
      object, "deal", parley_json_string (parley_existence_to_string (outcome->agreement->exists)));
  json_object_object_add (object, "acceptable", acceptable_to_json (outcome->agreement));
  json_object_object_add (object, "exact_search",
                          json_object_new_boolean (outcome->agreement->exact));
  json_object_object_add (object, "solutions", solutions);
  return object;
}

ParleyJson *
parley_what_if_to_json (const ParleyWhatIf *what_if, gboolean exact)
{
  const ParleyCaseOutcome *base = parley_what_if_outcome (what_if, 0);
  ParleyJson *root = json_object_new_object ();
  ParleyJson *cases = json_object_new_array ();

  json_object_object_add (root, "format", parley_json_string ("parley-whatif/1"));
  json_object_object_add (root, "title", parley_json_string (base->given.scenario->title));
  json_object_object_add (root, "as_of", parley_json_string (base->given.scenario->as_of));
  json_object_object_add (root, "rounded", json_object_new_boolean (what_if->rounded));
  json_object_object_add (root, "against",
                          parley_json_string (what_if->against_previous ? "previous" : "base"));
  json_object_object_add (root, "base", base_to_json (base, exact));
  for (guint i = 1; i < what_if->outcomes->len; i++)
    json_object_array_add (cases, case_to_json (parley_what_if_outcome (what_if, i), exact));
  json_object_object_add (root, "cases", cases);
  return root;
}
