/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/problem_json.h"
#include "report/deals.h"
#include "report/score.h"
#include "space/budget.h"
#include "web/api_part.h"
#include "web/frontier_json.h"

#define FORMAT "parley-evaluate/1"
#define N_TOP 10
#define N_TIES 1

static ParleyScores *
score_drafts (const ParleyScenario *scenario, GError **error)
{
  g_autofree guint *drafts = g_new (guint, scenario->drafts->len);

  for (guint d = 0; d < scenario->drafts->len; d++)
    drafts[d] = d;
  return parley_scores_new (scenario, drafts, scenario->drafts->len, PARLEY_SCORE_VERDICTS, error);
}

/* Counts take longer and are asked for by themselves. */
static ParleyDeals *
find_deals (const ParleyScenario *scenario, GError **error)
{
  ParleyBudget budget = parley_budget_usual (PARLEY_BUDGET_DEFAULT);
  ParleyDealsRequest request
      = { .n_top = N_TOP, .n_ties = N_TIES, .memory = PARLEY_BUDGET_DEFAULT, .budget = &budget };

  return parley_deals_find (scenario, &request, error);
}

/* What is too much for one question leaves the other its answer. */
static ParleyJson *
why_not (const GError *error)
{
  ParleyJson *object = json_object_new_object ();

  json_object_object_add (object, "error", parley_json_string (error->message));
  return object;
}

static ParleyJson *
score_to_json (const ParleyScenario *scenario)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ParleyScores) scores = score_drafts (scenario, &error);

  return scores != NULL ? parley_score_to_json (scores, FALSE) : why_not (error);
}

/* Adds what is found among the deals, and the frontier by itself, with terms. */
static void
add_deals (ParleyJson *object, const ParleyScenario *scenario)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ParleyDeals) deals = find_deals (scenario, &error);

  json_object_object_add (object, "deals",
                          deals != NULL ? parley_deals_to_json (deals, FALSE) : why_not (error));
  json_object_object_add (object, "frontier",
                          deals != NULL ? parley_frontier_to_json (scenario, deals->landscape)
                                        : NULL);
}

void
parley_api_evaluate (const ParleyApiCall *call, ParleyReply *reply)
{
  g_autoptr(ParleyLoaded) loaded = parley_api_load (call, reply);
  ParleyJson *object = NULL;

  if (loaded == NULL)
    return;
  object = json_object_new_object ();
  json_object_object_add (object, "format", parley_json_string (FORMAT));
  json_object_object_add (object, "version", parley_json_string (call->version));
  json_object_object_add (object, "problems", parley_problems_to_json (loaded->problems, FALSE));
  json_object_object_add (object, "score", score_to_json (loaded->scenario));
  add_deals (object, loaded->scenario);
  parley_reply_take_json (reply, object);
}
