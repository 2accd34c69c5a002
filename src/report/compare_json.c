/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/compare.h"
#include "report/figures.h"
#include "report/score.h"

static ParleyJson *
count_span (mpz_srcptr low, mpz_srcptr high)
{
  ParleyJson *object = json_object_new_object ();

  json_object_object_add (object, "low", parley_json_count (low));
  json_object_object_add (object, "high", parley_json_count (high));
  return object;
}

static ParleyJson *
place_to_json (const ParleyCompared *draft, gboolean exact)
{
  const ParleyDraftPlace *place = draft->place;
  const ParleyGround *ground = draft->ground;
  ParleyJson *object = NULL; /* null */

  if (place == NULL)
    return object;
  object = json_object_new_object ();
  json_object_object_add (object, "acceptable_deals",
                          ground->counted ? parley_json_count (ground->acceptable) : NULL);
  json_object_object_add (object, "better_for_every_side",
                          place->counted ? count_span (place->better_least, place->better_most)
                                         : NULL);
  json_object_object_add (object, "every_side_could_gain",
                          parley_figure_span (place->room_low, place->room_high, exact));
  json_object_object_add (
      object, "share_of_joint_gain",
      place->has_share ? parley_figure_span (place->share_low, place->share_high, exact) : NULL);
  return object;
}

static ParleyJson *
drafts_to_json (const ParleyComparison *self, gboolean exact)
{
  ParleyJson *list = json_object_new_array ();

  for (guint d = 0; d < self->drafts->len; d++)
    {
      const ParleyCompared *draft = parley_comparison_draft (self, d);
      ParleyJson *object = json_object_new_object ();

      json_object_object_add (object, "of", parley_json_string (draft->candidate.of));
      json_object_object_add (object, "draft",
                              parley_score_draft_to_json (draft->candidate.scenario, draft->score,
                                                          exact));
      json_object_object_add (object, "place", place_to_json (draft, exact));
      json_object_array_add (list, object);
    }
  return list;
}

/* { party: { low, high } } of what @shifts ([party]) or those of an issue. */
static ParleyJson *
shifts_to_json (const ParleyRedraft *redraft, const ParleyShift *shifts, int issue, gboolean exact)
{
  const ParleyScenario *scenario = redraft->scenario;
  ParleyJson *object = json_object_new_object ();

  for (guint p = 0; p < redraft->scenario->parties->len; p++)
    {
      const ParleyShift *shift = issue < 0 ? &shifts[p] : &redraft->by_issue[p][issue];

      if (parley_party_is_scored (parley_scenario_party (scenario, p)))
        json_object_object_add (object, parley_scenario_party (scenario, p)->id,
                                parley_figure_span (redraft->known ? shift->low : NULL,
                                                    redraft->known ? shift->high : NULL, exact));
    }
  return object;
}

static ParleyJson *
kinds_to_json (const ParleyRedraft *redraft)
{
  const ParleyScenario *scenario = redraft->scenario;
  ParleyJson *object = json_object_new_object ();

  for (guint p = 0; redraft->own >= 0 && p < redraft->scenario->parties->len; p++)
    if ((int) p != redraft->own && parley_party_is_scored (parley_scenario_party (scenario, p)))
      json_object_object_add (
          object, parley_scenario_party (scenario, p)->id,
          parley_json_string (parley_redraft_kind_to_string (redraft->kinds[p])));
  return object;
}

static ParleyJson *
terms_to_json (const ParleyComparison *self,
               const ParleyRedraft *redraft,
               guint from,
               guint to,
               gboolean exact)
{
  ParleyJson *list = json_object_new_array ();

  for (guint i = 0; i < redraft->scenario->issues->len; i++)
    {
      g_autofree char *before = parley_compare_term (self, from, i);
      g_autofree char *after = parley_compare_term (self, to, i);
      ParleyJson *object = json_object_new_object ();

      json_object_object_add (
          object, "issue", parley_json_string (parley_scenario_issue (redraft->scenario, i)->id));
      json_object_object_add (object, "from", parley_json_string (before));
      json_object_object_add (object, "to", parley_json_string (after));
      json_object_object_add (object, "points", shifts_to_json (redraft, NULL, (int) i, exact));
      json_object_array_add (list, object);
    }
  return list;
}

static ParleyJson *
step_to_json (const ParleyComparison *self,
              const ParleyRedraft *redraft,
              guint from,
              guint to,
              gboolean exact)
{
  const ParleyScenario *scenario = redraft->scenario;
  ParleyJson *object = json_object_new_object ();

  json_object_object_add (object, "from", json_object_new_int64 (from));
  json_object_object_add (object, "to", json_object_new_int64 (to));
  json_object_object_add (
      object, "by",
      redraft->own < 0
          ? NULL
          : parley_json_string (parley_scenario_party (scenario, (guint) redraft->own)->id));
  json_object_object_add (object, "kinds", kinds_to_json (redraft));
  json_object_object_add (object, "score", shifts_to_json (redraft, redraft->total, -1, exact));
  json_object_object_add (object, "adjustments",
                          shifts_to_json (redraft, redraft->linkage, -1, exact));
  json_object_object_add (object, "terms", terms_to_json (self, redraft, from, to, exact));
  return object;
}

ParleyJson *
parley_compare_to_json (const ParleyComparison *self, gboolean exact)
{
  const ParleyScenario *scenario = parley_comparison_draft (self, 0)->candidate.scenario;
  ParleyJson *root = json_object_new_object ();
  ParleyJson *steps = json_object_new_array ();

  json_object_object_add (root, "format", parley_json_string ("parley-compare/1"));
  json_object_object_add (root, "title", parley_json_string (scenario->title));
  json_object_object_add (root, "rounded", json_object_new_boolean (self->rounded));
  json_object_object_add (root, "drafts", drafts_to_json (self, exact));
  for (guint d = 1; d < self->drafts->len; d++)
    json_object_array_add (steps, step_to_json (self, parley_comparison_redraft (self, d, FALSE),
                                                d - 1, d, exact));
  for (guint d = 2; d < self->drafts->len; d++)
    json_object_array_add (steps, step_to_json (self, parley_comparison_redraft (self, d, TRUE), 0,
                                                d, exact));
  json_object_object_add (root, "steps", steps);
  return root;
}
