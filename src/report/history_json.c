/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/events.h"
#include "report/figures.h"
#include "report/history_words.h"
#include "report/term_words.h"

static const char *
party_id (const ParleyHistory *self, guint side)
{
  return parley_scenario_party (self->scenario, self->pair[side])->id;
}

static ParleyJson *
draft_id (const ParleyHistory *self, guint draft)
{
  return parley_json_string (parley_history_draft (self, draft)->draft->id);
}

/* Drafts */

static ParleyJson *
standing_to_json (const ParleyStanding *standing, gboolean feasible, gboolean exact)
{
  ParleyJson *object = json_object_new_object ();

  json_object_object_add (
      object, "score", feasible ? parley_figure_span (standing->low, standing->high, exact) : NULL);
  parley_figure_add (object, "reservation",
                     standing->has_reservation ? standing->reservation : NULL, exact);
  json_object_object_add (object, "verdict",
                          parley_json_string (parley_verdict_to_string (standing->verdict)));
  return object;
}

static ParleyJson *
draft_to_json (const ParleyHistory *self, guint index, gboolean exact)
{
  const ParleyDraft *draft = parley_history_draft (self, index)->draft;
  ParleyJson *object = json_object_new_object ();
  ParleyJson *parties = json_object_new_object ();

  json_object_object_add (object, "id", parley_json_string (draft->id));
  json_object_object_add (object, "date", parley_json_string (draft->date));
  json_object_object_add (object, "tabled_by", parley_tabled_by_to_json (self->scenario, draft));
  json_object_object_add (object, "events", parley_events_to_json (self->scenario, draft));
  for (guint side = 0; side < 2; side++)
    json_object_object_add (parties, party_id (self, side),
                            standing_to_json (parley_history_standing (self, index, side),
                                              parley_history_is_feasible (self, index), exact));
  json_object_object_add (object, "parties", parties);
  return object;
}

/* Steps */

static ParleyJson *
shifts_to_json (const ParleyHistory *self, const ParleyShift *const shifts[2], gboolean exact)
{
  ParleyJson *object = json_object_new_object ();

  for (guint side = 0; side < 2; side++)
    json_object_object_add (object, party_id (self, side),
                            parley_figure_span (shifts[side]->low, shifts[side]->high, exact));
  return object;
}

static ParleyJson *
totals_to_json (const ParleyHistory *self, const ParleyShift *totals, gboolean exact)
{
  const ParleyShift *shifts[2] = { &totals[self->pair[0]], &totals[self->pair[1]] };

  return shifts_to_json (self, shifts, exact);
}

static ParleyJson *
issues_to_json (const ParleyHistory *self, const ParleyHistoryStep *step, gboolean exact)
{
  const ParleyRedraft *redraft = step->redraft;
  g_autoptr(GArray) issues = parley_history_moved (self, step);
  ParleyJson *list = json_object_new_array ();

  for (guint i = 0; i < issues->len; i++)
    {
      guint issue = g_array_index (issues, guint, i);
      const ParleyShift *shifts[2]
          = { &redraft->by_issue[self->pair[0]][issue], &redraft->by_issue[self->pair[1]][issue] };
      g_autofree char *before = parley_words_draft_term (redraft->from.score, issue);
      g_autofree char *after = parley_words_draft_term (redraft->to.score, issue);
      ParleyJson *object = json_object_new_object ();

      json_object_object_add (
          object, "issue", parley_json_string (parley_scenario_issue (self->scenario, issue)->id));
      json_object_object_add (object, "from", parley_json_string (before));
      json_object_object_add (object, "to", parley_json_string (after));
      json_object_object_add (object, "points", shifts_to_json (self, shifts, exact));
      json_object_array_add (list, object);
    }
  return list;
}

static ParleyJson *
shares_to_json (const ParleyHistoryStep *step)
{
  ParleyJson *object = json_object_new_object ();

  for (guint k = 1; k < PARLEY_N_REDRAFT_KINDS; k++)
    json_object_object_add (object, parley_redraft_kind_to_string (k),
                            parley_json_double (step->kinds.shares[k]));
  return object;
}

/* A step to a draft from the one at @from; null for none. */
static ParleyJson *
step_to_json (const ParleyHistory *self, const ParleyHistoryStep *step, guint from, gboolean exact)
{
  ParleyJson *object = NULL;
  gboolean varies = FALSE;

  if (step == NULL)
    return NULL;
  varies = parley_history_step_varies (step);
  object = json_object_new_object ();
  json_object_object_add (object, "from", draft_id (self, from));
  json_object_object_add (object, "kind",
                          parley_json_string (parley_redraft_kind_to_string (step->kind)));
  json_object_object_add (object, "kinds", varies ? shares_to_json (step) : NULL);
  json_object_object_add (object, "kinds_drawn",
                          varies ? json_object_new_boolean (step->kinds.drawn) : NULL);
  json_object_object_add (object, "score",
                          step->redraft->known ? totals_to_json (self, step->redraft->total, exact)
                                               : NULL);
  json_object_object_add (
      object, "adjustments",
      step->redraft->known ? totals_to_json (self, step->redraft->linkage, exact) : NULL);
  json_object_object_add (object, "issues", issues_to_json (self, step, exact));
  return object;
}

/* Sides */

static ParleyJson *
stop_to_json (const ParleyHistory *self, const ParleyPath *path, guint index, gboolean exact)
{
  const ParleyStop *stop = parley_path_stop (path, index);
  ParleyJson *object = json_object_new_object ();

  json_object_object_add (object, "draft", draft_id (self, stop->draft));
  json_object_object_add (object, "since", parley_json_string (stop->date));
  json_object_object_add (object, "from_own",
                          step_to_json (self, stop->from_own,
                                        index == 0 ? 0 : parley_path_stop (path, index - 1)->draft,
                                        exact));
  json_object_object_add (object, "from_table",
                          step_to_json (self, stop->from_table,
                                        stop->draft == 0 ? 0 : stop->draft - 1, exact));
  return object;
}

static ParleyJson *
side_to_json (const ParleyHistory *self, guint side, gboolean exact)
{
  const ParleyPath *path = &self->paths[side];
  ParleyJson *object = json_object_new_object ();
  ParleyJson *stops = json_object_new_array ();

  for (guint s = 0; s < path->stops->len; s++)
    json_object_array_add (stops, stop_to_json (self, path, s, exact));
  json_object_object_add (object, "drafts", stops);
  json_object_object_add (
      object, "whole",
      step_to_json (self, path->whole,
                    path->stops->len == 0 ? 0 : parley_path_stop (path, 0)->draft, exact));
  json_object_object_add (
      object, "part",
      path->has_part ? parley_figure_span (path->part_low, path->part_high, exact) : NULL);
  return object;
}

ParleyJson *
parley_history_to_json (const ParleyHistory *self, gboolean exact)
{
  ParleyJson *root = json_object_new_object ();
  ParleyJson *drafts = json_object_new_array ();
  ParleyJson *sides = json_object_new_object ();

  json_object_object_add (root, "format", parley_json_string ("parley-history/1"));
  json_object_object_add (root, "title", parley_json_string (self->scenario->title));
  json_object_object_add (root, "rounded", json_object_new_boolean (self->scores->rounded));
  for (guint d = 0; d < self->scores->drafts->len; d++)
    json_object_array_add (drafts, draft_to_json (self, d, exact));
  json_object_object_add (root, "drafts", drafts);
  for (guint side = 0; side < 2; side++)
    json_object_object_add (sides, party_id (self, side), side_to_json (self, side, exact));
  json_object_object_add (root, "sides", sides);
  json_object_object_add (
      root, "moved_further",
      self->further < 0 ? NULL : parley_json_string (party_id (self, (guint) self->further)));
  return root;
}
