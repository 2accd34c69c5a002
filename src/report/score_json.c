/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/events.h"
#include "report/figures.h"
#include "report/score.h"

static const char *
share_to_string (ParleyShare share)
{
  static const char *const words[]
      = { [PARLEY_NONE] = "none", [PARLEY_SOME] = "some", [PARLEY_ALL] = "all" };

  return words[share];
}

static ParleyJson *
parties_to_json (const ParleyScenario *scenario)
{
  ParleyJson *list = json_object_new_array ();

  for (guint p = 0; p < scenario->parties->len; p++)
    {
      const ParleyParty *party = parley_scenario_party (scenario, p);
      ParleyJson *object = json_object_new_object ();

      json_object_object_add (object, "id", parley_json_string (party->id));
      json_object_object_add (object, "title", parley_json_string (party->title));
      json_object_object_add (object, "role", parley_json_string (parley_role_words[party->role]));
      json_object_array_add (list, object);
    }
  return list;
}

/* Deciding parties, and all of them together. */
static ParleyJson *
tally_to_json (const ParleyScenario *scenario, const ParleyTally *tally)
{
  ParleyJson *object = json_object_new_object ();

  for (guint p = 0; p < scenario->parties->len; p++)
    if (parley_party_decides (parley_scenario_party (scenario, p)))
      json_object_object_add (object, parley_scenario_party (scenario, p)->id,
                              parley_json_count (tally->by_party[p]));
  json_object_object_add (object, "all", parley_json_count (tally->all));
  return object;
}

static ParleyJson *
by_term_to_json (const ParleyDraftScore *score)
{
  const ParleySpace *space = score->space;
  g_autofree guint *axes = g_new (guint, space->domain->n_axes);
  guint n_open = parley_open_axes (space, axes);
  ParleyJson *list = json_object_new_array ();

  for (guint i = 0; i < n_open; i++)
    for (guint o = 0; o < space->domain->axes[axes[i]].n_options; o++)
      {
        guint issue = space->domain->axes[axes[i]].issue;
        const ParleyTally *tally = &score->counts->by_option[axes[i]][o];
        ParleyJson *object = json_object_new_object ();

        json_object_object_add (
            object, "issue",
            parley_json_string (parley_scenario_issue (space->scenario, issue)->id));
        json_object_object_add (object, "option", parley_figure_option (space, axes[i], o));
        json_object_object_add (object, "completions", parley_json_count (tally->feasible));
        json_object_object_add (object, "accepted", tally_to_json (space->scenario, tally));
        json_object_array_add (list, object);
      }
  return list;
}

/* What stands in the way of a party that does not accept every completion. */
static ParleyJson *
blocked_by_to_json (const ParleyParty *party, const ParleyStanding *standing, gboolean exact)
{
  ParleyJson *list = json_object_new_array ();
  gboolean asks
      = standing->verdict == PARLEY_VERDICT_REJECTS || standing->verdict == PARLEY_VERDICT_DEPENDS;

  for (guint i = 0; asks && i < standing->red_lines->len; i++)
    {
      const ParleyAction *action = &g_array_index (standing->red_lines, ParleyAction, i);
      const ParleyRedLine *line = g_ptr_array_index (party->red_lines, action->item);
      ParleyJson *object = json_object_new_object ();

      json_object_object_add (object, "red_line", parley_json_string (line->id));
      json_object_object_add (object, "crossed",
                              parley_json_string (share_to_string (action->applies)));
      json_object_array_add (list, object);
    }
  if (asks && standing->short_of_reservation)
    {
      ParleyJson *object = json_object_new_object ();
      mpq_t low, high;

      mpq_inits (low, high, NULL);
      mpq_sub (low, standing->reservation, standing->high);
      mpq_sub (high, standing->reservation, standing->low);
      json_object_object_add (object, "reservation", json_object_new_boolean (TRUE));
      json_object_object_add (object, "short", parley_figure_span (low, high, exact));
      json_object_array_add (list, object);
      mpq_clears (low, high, NULL);
    }
  return list;
}

static ParleyJson *
depends_on_to_json (const ParleyScenario *scenario, const ParleyStanding *standing)
{
  ParleyJson *list = NULL; /* null */

  if (standing->depends_on == NULL)
    return list;
  list = json_object_new_array ();
  for (guint i = 0; i < standing->depends_on->len; i++)
    json_object_array_add (
        list,
        parley_json_string (
            parley_scenario_issue (scenario, g_array_index (standing->depends_on, guint, i))->id));
  return list;
}

static ParleyJson *
contributions_to_json (const ParleyScenario *scenario,
                       const ParleyStanding *standing,
                       gboolean              feasible,
                       gboolean              exact)
{
  ParleyJson *list = json_object_new_array ();
  mpq_t weight;

  mpq_init (weight);
  for (guint i = 0; i < standing->contributions->len; i++)
    {
      const ParleyContribution *part = g_ptr_array_index (standing->contributions, i);
      ParleyJson *object = json_object_new_object ();

      mpq_set_ui (weight, 100, 1);
      mpq_mul (weight, weight, part->share);
      json_object_object_add (
          object, "issue", parley_json_string (parley_scenario_issue (scenario, part->issue)->id));
      parley_figure_add (object, "weight", weight, exact);
      json_object_object_add (object, "won",
                              parley_figure_span (feasible ? part->won_low : NULL,
                                                  feasible ? part->won_high : NULL, exact));
      json_object_object_add (object, "given_up",
                              parley_figure_span (feasible ? part->given_up_low : NULL,
                                                  feasible ? part->given_up_high : NULL, exact));
      json_object_array_add (list, object);
    }
  mpq_clear (weight);
  return list;
}

static ParleyJson *
adjustments_to_json (const ParleyParty *party, const ParleyStanding *standing, gboolean exact)
{
  ParleyJson *list = json_object_new_array ();

  for (guint i = 0; i < standing->adjustments->len; i++)
    {
      const ParleyAction *action = &g_array_index (standing->adjustments, ParleyAction, i);
      const ParleyAdjustment *adjustment = g_ptr_array_index (party->adjustments, action->item);
      ParleyJson *object = json_object_new_object ();

      json_object_object_add (object, "id", parley_json_string (adjustment->id));
      parley_figure_add (object, "points", adjustment->points->value, exact);
      json_object_object_add (object, "applies",
                              parley_json_string (share_to_string (action->applies)));
      json_object_array_add (list, object);
    }
  return list;
}

static void
add_surplus (ParleyJson *object, const ParleyStanding *standing, gboolean known, gboolean exact)
{
  mpq_t low, high;

  if (!known || !standing->has_reservation)
    {
      json_object_object_add (object, "surplus", NULL);
      return;
    }
  mpq_inits (low, high, NULL);
  mpq_sub (low, standing->low, standing->reservation);
  mpq_sub (high, standing->high, standing->reservation);
  json_object_object_add (object, "surplus", parley_figure_span (low, high, exact));
  mpq_clears (low, high, NULL);
}

static ParleyJson *
standing_to_json (const ParleyScenario *scenario,
                  const ParleyStanding *standing,
                  gboolean feasible,
                  gboolean exact)
{
  const ParleyParty *party = parley_scenario_party (scenario, standing->party);
  gboolean known = feasible && standing->scored;
  ParleyJson *object = json_object_new_object ();

  parley_figure_add (object, "low", known ? standing->low : NULL, exact);
  parley_figure_add (object, "high", known ? standing->high : NULL, exact);
  parley_figure_add (object, "reservation",
                     standing->has_reservation ? standing->reservation : NULL, exact);
  add_surplus (object, standing, known, exact);
  json_object_object_add (object, "verdict",
                          parley_json_string (parley_verdict_to_string (standing->verdict)));
  json_object_object_add (object, "verdict_without_red_lines",
                          parley_json_string (parley_verdict_to_string (standing->bare_verdict)));
  json_object_object_add (object, "on_the_line", json_object_new_boolean (standing->on_the_line));
  json_object_object_add (object, "blocked_by", blocked_by_to_json (party, standing, exact));
  json_object_object_add (object, "depends_on", depends_on_to_json (scenario, standing));
  json_object_object_add (object, "contributions",
                          contributions_to_json (scenario, standing, feasible, exact));
  json_object_object_add (object, "adjustments", adjustments_to_json (party, standing, exact));
  return object;
}

static void
add_counts (ParleyJson *object, const ParleyScenario *scenario, const ParleyDraftScore *score)
{
  json_object_object_add (
      object, "completions",
      score->counts == NULL ? NULL : parley_json_count (score->counts->total.feasible));
  json_object_object_add (object, "accepted",
                          score->counts == NULL ? NULL
                                                : tally_to_json (scenario, &score->counts->total));
  json_object_object_add (object, "accepted_without_red_lines",
                          parley_draft_bare_counts (score) == NULL
                              ? NULL
                              : tally_to_json (scenario, &parley_draft_bare_counts (score)->total));
  json_object_object_add (object, "by_term",
                          score->counts == NULL ? NULL : by_term_to_json (score));
}

ParleyJson *
parley_score_draft_to_json (const ParleyScenario *scenario,
                            const ParleyDraftScore *score,
                            gboolean exact)
{
  const ParleyDraft *draft = score->draft;
  gboolean feasible = score->verdict != PARLEY_VERDICT_INFEASIBLE;
  ParleyJson *object = json_object_new_object ();
  ParleyJson *parties = json_object_new_object ();

  json_object_object_add (object, "id", parley_json_string (draft->id));
  json_object_object_add (object, "title", parley_json_string (draft->title));
  json_object_object_add (object, "date", parley_json_string (draft->date));
  json_object_object_add (object, "verdict",
                          parley_json_string (parley_verdict_to_string (score->verdict)));
  json_object_object_add (object, "verdict_without_red_lines",
                          parley_json_string (parley_verdict_to_string (score->bare_verdict)));
  add_counts (object, scenario, score);
  for (guint p = 0; p < score->standings->len; p++)
    json_object_object_add (parties, parley_scenario_party (scenario, p)->id,
                            standing_to_json (scenario, g_ptr_array_index (score->standings, p),
                                              feasible, exact));
  json_object_object_add (object, "parties", parties);
  json_object_object_add (object, "events", parley_events_to_json (scenario, draft));
  return object;
}

ParleyJson *
parley_score_to_json (const ParleyScores *scores, gboolean exact)
{
  const ParleyScenario *scenario = scores->scenario;
  ParleyJson *root = json_object_new_object ();
  ParleyJson *drafts = json_object_new_array ();

  for (guint i = 0; i < scores->drafts->len; i++)
    json_object_array_add (drafts, parley_score_draft_to_json (
                                       scenario, g_ptr_array_index (scores->drafts, i), exact));
  json_object_object_add (root, "format", parley_json_string ("parley-score/1"));
  json_object_object_add (root, "title", parley_json_string (scenario->title));
  json_object_object_add (root, "as_of", parley_json_string (scenario->as_of));
  json_object_object_add (root, "rounded", json_object_new_boolean (scores->rounded));
  json_object_object_add (root, "parties", parties_to_json (scenario));
  json_object_object_add (root, "drafts", drafts);
  return root;
}
