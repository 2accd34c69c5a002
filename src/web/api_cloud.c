/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/portrait.h"
#include "cli/choose.h"
#include "space/budget.h"
#include "web/api_part.h"
#include "web/reply.h"

#define FORMAT "parley-cloud/1"
#define SEED 1

static ParleyDeals *
find_deals (const ParleyScenario *scenario, GError **error)
{
  ParleyBudget budget = parley_budget_usual (PARLEY_BUDGET_DEFAULT);
  ParleyDealsRequest request = { .n_ties = 1, .memory = PARLEY_BUDGET_DEFAULT, .budget = &budget };

  return parley_deals_find (scenario, &request, error);
}

static ParleyJson *
pair_of (ParleyJson *first, ParleyJson *second)
{
  ParleyJson *list = json_object_new_array ();

  json_object_array_add (list, first);
  json_object_array_add (list, second);
  return list;
}

static ParleyJson *
doubles_to_json (const double numbers[2])
{
  return pair_of (parley_json_double (numbers[0]), parley_json_double (numbers[1]));
}

/* [along the first, along the second, deals] of each cell that has any. */
static ParleyJson *
counts_to_json (const ParleyDensity *density)
{
  ParleyJson *list = json_object_new_array ();

  for (guint x = 0; x < density->n_cells[0]; x++)
    for (guint y = 0; y < density->n_cells[1]; y++)
      {
        guint count = density->counts[x * density->n_cells[1] + y];
        ParleyJson *cell = NULL;

        if (count == 0)
          continue;
        cell = pair_of (json_object_new_int64 (x), json_object_new_int64 (y));
        json_object_array_add (cell, json_object_new_int64 (count));
        json_object_array_add (list, cell);
      }
  return list;
}

static ParleyJson *
density_to_json (const ParleyDensity *density)
{
  ParleyJson *object = NULL;

  if (density == NULL)
    return NULL;
  object = json_object_new_object ();
  json_object_object_add (object, "sampled", json_object_new_boolean (density->is_sampled));
  json_object_object_add (object, "deals", json_object_new_int64 (density->n_deals));
  json_object_object_add (object, "low", doubles_to_json (density->low));
  json_object_object_add (object, "size", doubles_to_json (density->size));
  json_object_object_add (object, "most", json_object_new_int64 (density->most));
  json_object_object_add (object, "counts", counts_to_json (density));
  return object;
}

/* In points, the worst of the first party first. */
static ParleyJson *
frontier_to_json (const ParleyPortrait *portrait)
{
  const ParleyFrontier *frontier = portrait->frontier;
  ParleyJson *list = json_object_new_array ();

  for (guint i = 0; i < frontier->points->len; i++)
    {
      const ParleyPoint *point = g_ptr_array_index (frontier->points, i);
      ParleyJson *sides[2];

      for (guint side = 0; side < 2; side++)
        {
          const ParleyUtility *utility
              = g_ptr_array_index (portrait->deals->landscape->utilities, portrait->pair[side]);

          sides[side] = parley_json_double (
              parley_score_to_double (point->scores[portrait->pair[side]], utility->denominator));
        }
      json_object_array_add (list, pair_of (sides[0], sides[1]));
    }
  return list;
}

static ParleyJson *
portrait_to_json (const ParleyScenario *scenario, const ParleyPortrait *portrait)
{
  ParleyJson *object = json_object_new_object ();
  ParleyJson *names[2];

  for (guint side = 0; side < 2; side++)
    names[side] = parley_json_string (parley_scenario_party (scenario, portrait->pair[side])->id);
  json_object_object_add (object, "format", parley_json_string (FORMAT));
  json_object_object_add (object, "between", pair_of (names[0], names[1]));
  json_object_object_add (object, "exact", json_object_new_boolean (portrait->is_exact));
  json_object_object_add (object, "frontier", frontier_to_json (portrait));
  json_object_object_add (object, "density", density_to_json (portrait->density));
  return object;
}

/* ["us", "ukraine"], as --between takes them; NULL when the body has none.
 * Returns: FALSE with @reply set when it is not the ids of two parties. */
static gboolean
read_between (const ParleyNode *body, char **between, ParleyReply *reply)
{
  const ParleyNode *list = parley_node_get (body, "between");
  gboolean is_pair
      = list == NULL || (list->kind == PARLEY_NODE_ARRAY && parley_node_size (list) == 2);

  for (guint i = 0; is_pair && list != NULL && i < 2; i++)
    is_pair = parley_node_child (list, i)->kind == PARLEY_NODE_STRING;
  if (!is_pair)
    parley_reply_refuse (reply, 400, "\"between\" is no list of the ids of two parties.");
  else if (list != NULL)
    *between = g_strjoin (",", parley_node_child (list, 0)->string,
                          parley_node_child (list, 1)->string, NULL);
  return is_pair;
}

static ParleyPortrait *
paint (const ParleyScenario *scenario, const char *between, ParleyDeals **deals, GError **error)
{
  guint pair[2] = { 0, 0 };

  if (!parley_choose_pair (scenario, "\"between\"", between, pair, error))
    return NULL;
  *deals = find_deals (scenario, error);
  return *deals == NULL ? NULL : parley_portrait_new (*deals, pair, SEED, error);
}

void
parley_api_cloud (const ParleyApiCall *call, ParleyReply *reply)
{
  g_autofree char *between = NULL;
  g_autoptr(ParleyLoaded) loaded = NULL;
  g_autoptr(ParleyDeals) deals = NULL;
  g_autoptr(ParleyPortrait) portrait = NULL;
  g_autoptr(GError) error = NULL;

  if (read_between (call->body, &between, reply))
    loaded = parley_api_load (call, reply);
  if (loaded == NULL)
    return;
  portrait = paint (loaded->scenario, between, &deals, &error);
  if (portrait == NULL)
    parley_reply_refuse (reply, 422, "%s", error->message);
  else
    parley_reply_take_json (reply, portrait_to_json (loaded->scenario, portrait));
}
