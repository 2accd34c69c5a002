/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/amend.h"
#include "report/figures.h"
#include "report/words.h"

static const char *
issue_id (const ParleyAmend *amend, guint axis)
{
  return parley_scenario_issue (amend->scenario, amend->leeway->space->domain->axes[axis].issue)
      ->id;
}

/* { issue: option } of the axes that are flagged. */
static ParleyJson *
terms_to_json (const ParleyAmend *amend, const ParleyAmendment *amendment, const gboolean *flags)
{
  ParleyJson *object = json_object_new_object ();

  for (guint a = 0; a < amend->leeway->space->domain->n_axes; a++)
    if (flags[a])
      json_object_object_add (object, issue_id (amend, a),
                              parley_figure_option (amend->leeway->space, a,
                                                    amendment->options[a]));
  return object;
}

static ParleyJson *
open_to_json (const ParleyAmend *amend, const ParleyAmendment *amendment)
{
  ParleyJson *list = json_object_new_array ();

  for (guint a = 0; a < amend->leeway->space->domain->n_axes; a++)
    if (amendment->options[a] == PARLEY_LEFT_OPEN)
      json_object_array_add (list, parley_json_string (issue_id (amend, a)));
  return list;
}

static ParleyJson *
scores_to_json (const ParleyAmend *amend, const ParleyAmendment *amendment, gboolean exact)
{
  ParleyJson *object = json_object_new_object ();

  for (guint p = 0; p < amendment->n_scores; p++)
    {
      const ParleyParty *party = parley_scenario_party (amend->scenario, p);
      const ParleySpan *score = &amendment->scores[p];

      if (parley_party_is_scored (party))
        json_object_object_add (object, party->id,
                                parley_figure_span (score->low, score->high, exact));
    }
  return object;
}

static ParleyJson *
on_the_line_to_json (const ParleyAmend *amend, const ParleyAmendment *amendment)
{
  ParleyJson *list = json_object_new_array ();

  for (guint p = 0; p < amendment->n_scores; p++)
    if (amendment->on_the_line[p])
      json_object_array_add (list,
                             parley_json_string (parley_scenario_party (amend->scenario, p)->id));
  return list;
}

static ParleyJson *
amendment_to_json (const ParleyAmend *amend, const ParleyAmendment *amendment, gboolean exact)
{
  ParleyJson *object = NULL;

  if (amendment == NULL)
    return NULL;
  object = json_object_new_object ();
  json_object_object_add (object, "changes", terms_to_json (amend, amendment, amendment->changed));
  json_object_object_add (object, "settles", terms_to_json (amend, amendment, amendment->settled));
  json_object_object_add (object, "leaves_open", open_to_json (amend, amendment));
  json_object_object_add (object, "scores", scores_to_json (amend, amendment, exact));
  json_object_object_add (object, "verdict",
                          parley_json_string (parley_verdict_to_string (PARLEY_VERDICT_ACCEPTS)));
  json_object_object_add (object, "on_the_line", on_the_line_to_json (amend, amendment));
  json_object_object_add (object, "other_deals",
                          amendment->counted ? parley_json_count (amendment->n_others) : NULL);
  return object;
}

static ParleyJson *
amendments_to_json (const ParleyAmend *amend, gboolean exact)
{
  ParleyJson *list = json_object_new_array ();

  for (guint i = 0; i < amend->amendments->len; i++)
    json_object_array_add (list, amendment_to_json (amend, g_ptr_array_index (amend->amendments, i),
                                                    exact));
  return list;
}

static ParleyJson *
costs_to_json (const ParleyAmend *amend, gboolean exact)
{
  ParleyJson *list = json_object_new_array ();

  for (guint i = 0; i < amend->costs->len; i++)
    {
      const ParleyAmendCost *cost = g_ptr_array_index (amend->costs, i);
      ParleyJson *object = json_object_new_object ();

      json_object_object_add (object, "changes", json_object_new_int64 (cost->n_changes));
      json_object_object_add (object, "amendment",
                              amendment_to_json (amend, cost->amendment, exact));
      json_object_array_add (list, object);
    }
  return list;
}

/* { issue: number of ways in which it changes }, of those that ever do. */
static ParleyJson *
issues_to_json (const ParleyAmend *amend)
{
  ParleyJson *object = json_object_new_object ();

  for (guint a = 0; a < amend->leeway->space->domain->n_axes; a++)
    if (amend->n_sets_with[a] > 0)
      json_object_object_add (object, issue_id (amend, a),
                              json_object_new_int64 (amend->n_sets_with[a]));
  return object;
}

static void
add_request (ParleyJson *root, const ParleyAmend *amend)
{
  const ParleyLeewayLimits *limits = &amend->request.limits;

  json_object_object_add (root, "format", parley_json_string ("parley-amend/1"));
  json_object_object_add (root, "title", parley_json_string (amend->scenario->title));
  json_object_object_add (root, "draft", parley_json_string (amend->draft->id));
  json_object_object_add (root, "rounded", json_object_new_boolean (amend->rounded));
  json_object_object_add (root, "among",
                          parley_json_string (parley_words_among (amend->scenario, limits->among,
                                                                  limits->among_party)));
  json_object_object_add (
      root, "for",
      parley_json_string (amend->party < 0
                              ? NULL
                              : parley_scenario_party (amend->scenario, (guint) amend->party)->id));
  json_object_object_add (
      root, "verdict",
      parley_json_string (parley_verdict_to_string (parley_amend_standing (amend)->verdict)));
}

static const char *
improve_to_string (ParleyImproveAnswer answer)
{
  static const char *const words[] = { [PARLEY_IMPROVE_NOT_ASKED] = NULL,
                                       [PARLEY_IMPROVE_FOUND] = "found",
                                       [PARLEY_IMPROVE_EFFICIENT] = "efficient",
                                       [PARLEY_IMPROVE_NOT_ACCEPTABLE] = "not acceptable" };

  return words[answer];
}

ParleyJson *
parley_amend_to_json (const ParleyAmend *amend, gboolean exact)
{
  gboolean improves = amend->improve != PARLEY_IMPROVE_NOT_ASKED;
  ParleyJson *root = json_object_new_object ();

  add_request (root, amend);
  json_object_object_add (root, "improve", parley_json_string (improve_to_string (amend->improve)));
  json_object_object_add (root, "fewest_changes",
                          amend->possible ? json_object_new_int64 (amend->n_changes) : NULL);
  json_object_object_add (root, "ways",
                          amend->possible && !improves && amend->ways == PARLEY_WAYS_KNOWN
                              ? json_object_new_int64 (amend->n_sets)
                              : NULL);
  json_object_object_add (root, "ways_by_issue",
                          improves || amend->ways != PARLEY_WAYS_KNOWN ? NULL
                                                                       : issues_to_json (amend));
  json_object_object_add (root, "amendments", amendments_to_json (amend, exact));
  json_object_object_add (root, "costs", improves ? NULL : costs_to_json (amend, exact));
  json_object_object_add (root, "side_payment",
                          improves ? NULL : parley_amend_payment_to_json (amend, exact));
  json_object_object_add (root, "impossible", parley_conflict_to_json (amend));
  return root;
}
