/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/write.h"

#include <string.h>

#include "scenario/format.h"

#define MAX_PLACES 40

typedef struct json_object Json;

static void
add (Json *object, const char *key, Json *value)
{
  json_object_object_add (object, key, value);
}

static void
add_text (Json *object, const char *key, const char *text)
{
  if (text != NULL)
    add (object, key, json_object_new_string (text));
}

/* json-c keeps the text that a number was written with. */
static Json *
number_to_json (mpq_srcptr number)
{
  g_autofree char *text = parley_exact_to_text (number, MAX_PLACES);

  return strchr (text, '/') != NULL
             ? json_object_new_string (text)
             : json_object_new_double_s (parley_exact_to_double (number), text);
}

/* Sources */

static Json *
sources_to_json (const ParleyScenario *scenario)
{
  Json *map = json_object_new_object ();

  for (guint i = 0; i < scenario->sources->len; i++)
    {
      const ParleySource *source = g_ptr_array_index (scenario->sources, i);
      Json *object = json_object_new_object ();

      add_text (object, "title", source->title);
      add_text (object, "note", source->note);
      add (map, source->id, object);
    }
  return map;
}

/* One id, or a list of them. */
static void
add_cited (Json *object, char **sources)
{
  guint n = sources != NULL ? g_strv_length (sources) : 0;
  Json *list = NULL;

  if (n == 1)
    add_text (object, "source", sources[0]);
  if (n < 2)
    return;
  list = json_object_new_array ();
  for (guint i = 0; i < n; i++)
    json_object_array_add (list, json_object_new_string (sources[i]));
  add (object, "source", list);
}

/* Issues */

static Json *
options_to_json (const ParleyIssue *issue)
{
  Json *list = json_object_new_array ();

  for (guint i = 0; i < issue->options->len; i++)
    {
      const ParleyOption *option = parley_issue_option (issue, i);
      Json *object = json_object_new_object ();

      add_text (object, "id", option->id);
      add_text (object, "title", option->title);
      json_object_array_add (list, object);
    }
  return list;
}

static void
add_grid (Json *object, const ParleyIssue *issue)
{
  Json *list = NULL;
  mpq_t step;

  mpq_init (step);
  if (parley_issue_step (issue, step))
    add (object, "step", number_to_json (step));
  else
    {
      list = json_object_new_array ();
      for (guint i = 0; i < issue->grid->len; i++)
        json_object_array_add (list, number_to_json (g_ptr_array_index (issue->grid, i)));
      add (object, "grid", list);
    }
  mpq_clear (step);
}

static Json *
issue_to_json (const ParleyIssue *issue)
{
  Json *object = json_object_new_object ();

  add_text (object, "id", issue->id);
  add_text (object, "title", issue->title);
  add_text (object, "kind", issue->kind == PARLEY_ISSUE_CHOICE ? "choice" : "range");
  if (issue->kind == PARLEY_ISSUE_CHOICE)
    add (object, "options", options_to_json (issue));
  else
    {
      add (object, "min", number_to_json (issue->min));
      add (object, "max", number_to_json (issue->max));
      add_grid (object, issue);
    }
  return object;
}

/* Conditions: terms of different issues, all of them or not all */

static Json *
some_options (const ParleyIssue *issue, const ParleyTerms *terms)
{
  Json *list = json_object_new_array ();

  for (guint i = 0; i < terms->n_options; i++)
    if (terms->options[i])
      json_object_array_add (list, json_object_new_string (parley_issue_option (issue, i)->id));
  return list;
}

/* An end that is that of the issue says nothing, unless it is all that there is to say. */
static Json *
some_numbers (const ParleyIssue *issue, const ParleyTerms *terms)
{
  const ParleyInterval *interval = &g_array_index (terms->intervals, ParleyInterval, 0);
  gboolean to_max = mpq_equal (interval->high, issue->max);
  Json *object = NULL;

  if (mpq_equal (interval->low, interval->high))
    return number_to_json (interval->low);
  object = json_object_new_object ();
  if (to_max || !mpq_equal (interval->low, issue->min))
    add (object, "min", number_to_json (interval->low));
  if (!to_max)
    add (object, "max", number_to_json (interval->high));
  return object;
}

static void
add_condition (Json *object, const ParleyScenario *scenario, const ParleyCondition *condition)
{
  const ParleyIssue *issue = NULL;
  Json *opposite = NULL;

  if (condition->kind == PARLEY_CONDITION_TERMS)
    {
      issue = parley_scenario_issue (scenario, condition->issue);
      add (object, issue->id,
           issue->kind == PARLEY_ISSUE_CHOICE ? some_options (issue, condition->terms)
                                              : some_numbers (issue, condition->terms));
      return;
    }
  if (condition->kind == PARLEY_CONDITION_NOT)
    {
      opposite = json_object_new_object ();
      add_condition (opposite, scenario, g_ptr_array_index (condition->children, 0));
      add (object, "not", opposite);
      return;
    }
  g_return_if_fail (condition->kind == PARLEY_CONDITION_ALL);
  for (guint i = 0; i < condition->children->len; i++)
    add_condition (object, scenario, g_ptr_array_index (condition->children, i));
}

/* Parties */

static Json *
weights_to_json (const ParleyScenario *scenario, const ParleyParty *party)
{
  Json *object = json_object_new_object ();

  for (guint i = 0; i < party->n_issues; i++)
    if (party->weights[i] != NULL)
      add (object, parley_scenario_issue (scenario, i)->id,
           number_to_json (party->weights[i]->value));
  return object;
}

static Json *
table_to_json (const ParleyIssue *issue, const ParleyValueFunction *function)
{
  Json *object = json_object_new_object ();

  for (guint i = 0; i < issue->options->len; i++)
    {
      const ParleyNumber *value = g_ptr_array_index (function->table, i);

      add (object, parley_issue_option (issue, i)->id, number_to_json (value->value));
    }
  return object;
}

static Json *
points_to_json (const ParleyValueFunction *function)
{
  Json *object = json_object_new_object ();
  Json *points = json_object_new_array ();

  for (guint i = 0; i < function->x->len; i++)
    {
      const ParleyNumber *y = g_ptr_array_index (function->y, i);
      Json *point = json_object_new_array ();

      json_object_array_add (point, number_to_json (g_ptr_array_index (function->x, i)));
      json_object_array_add (point, number_to_json (y->value));
      json_object_array_add (points, point);
    }
  add (object, "points", points);
  return object;
}

static Json *
values_to_json (const ParleyScenario *scenario, const ParleyParty *party)
{
  Json *object = json_object_new_object ();

  for (guint i = 0; i < party->n_issues; i++)
    {
      const ParleyIssue *issue = parley_scenario_issue (scenario, i);
      const ParleyValueFunction *function = party->values[i];

      if (function != NULL)
        add (object, issue->id,
             function->kind == PARLEY_VALUE_TABLE ? table_to_json (issue, function)
                                                  : points_to_json (function));
    }
  return object;
}

static Json *
adjustments_to_json (const ParleyScenario *scenario, const ParleyParty *party)
{
  Json *list = json_object_new_array ();

  for (guint i = 0; i < party->adjustments->len; i++)
    {
      const ParleyAdjustment *adjustment = g_ptr_array_index (party->adjustments, i);
      Json *object = json_object_new_object ();
      Json *when = json_object_new_object ();

      add_condition (when, scenario, adjustment->when);
      add_text (object, "id", adjustment->id);
      add (object, "when", when);
      add (object, "points", number_to_json (adjustment->points->value));
      json_object_array_add (list, object);
    }
  return list;
}

static Json *
party_to_json (const ParleyScenario *scenario, const ParleyParty *party)
{
  Json *object = json_object_new_object ();

  add_text (object, "id", party->id);
  add_text (object, "title", party->title);
  add_text (object, "note", party->note);
  add_cited (object, party->sources);
  add (object, "reservation", number_to_json (party->reservation->value));
  if (parley_party_is_weighted (party))
    {
      if (!party->normalize)
        add (object, "normalize", json_object_new_boolean (FALSE));
      add (object, "weights", weights_to_json (scenario, party));
      add (object, "values", values_to_json (scenario, party));
    }
  if (party->adjustments->len > 0)
    add (object, "adjustments", adjustments_to_json (scenario, party));
  return object;
}

struct json_object *
parley_write_scenario (const ParleyScenario *scenario)
{
  Json *root = json_object_new_object ();
  Json *issues = json_object_new_array ();
  Json *parties = json_object_new_array ();

  add_text (root, "format", PARLEY_FORMAT_SCENARIO);
  add_text (root, "title", scenario->title);
  add_text (root, "note", scenario->note);
  if (scenario->sources->len > 0)
    add (root, "sources", sources_to_json (scenario));
  for (guint i = 0; i < scenario->issues->len; i++)
    json_object_array_add (issues, issue_to_json (parley_scenario_issue (scenario, i)));
  for (guint p = 0; p < scenario->parties->len; p++)
    json_object_array_add (parties, party_to_json (scenario, parley_scenario_party (scenario, p)));
  add (root, "issues", issues);
  add (root, "parties", parties);
  return root;
}
