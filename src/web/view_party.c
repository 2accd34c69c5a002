/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "web/view_json.h"

static void
add_reservation (ParleyJson *object, const ParleyScenario *scenario, const ParleyParty *party)
{
  const ParleyNumber *number = parley_party_reservation_at (party, scenario->as_of);
  const char *from = NULL;

  for (guint i = 0; i < party->changes->len; i++)
    {
      const ParleyReservationChange *change = g_ptr_array_index (party->changes, i);

      if (change->reservation == number)
        from = change->from;
    }
  json_object_object_add (object, "reservation", parley_view_number (number));
  parley_view_text (object, "reservation_from", from);
}

/* In percent; weights that are used as written are shares of 1. */
static ParleyJson *
share_to_json (const ParleyParty *party, guint issue, mpq_srcptr sum)
{
  ParleyJson *value = NULL;
  mpq_t share;

  if (party->weights[issue] == NULL || mpq_sgn (sum) == 0)
    return json_object_new_int (0);
  mpq_init (share);
  mpq_set_ui (share, 100, 1);
  mpq_mul (share, share, party->weights[issue]->value);
  if (party->normalize)
    mpq_div (share, share, sum);
  value = parley_json_exact (share);
  mpq_clear (share);
  return value;
}

/* Of all issues that can have one: those that it values, or weights already. */
static ParleyJson *
weights_to_json (const ParleyScenario *scenario, const ParleyParty *party)
{
  ParleyJson *list = json_object_new_array ();
  mpq_t sum;

  mpq_init (sum);
  parley_party_sum_weights (party, sum);
  for (guint i = 0; i < party->n_issues; i++)
    {
      ParleyJson *object = NULL;

      if (party->weights[i] == NULL && party->values[i] == NULL)
        continue;
      object = json_object_new_object ();
      parley_view_text (object, "issue", parley_scenario_issue (scenario, i)->id);
      json_object_object_add (object, "weight", parley_view_number (party->weights[i]));
      json_object_object_add (object, "share", share_to_json (party, i, sum));
      json_object_array_add (list, object);
    }
  mpq_clear (sum);
  return list;
}

static ParleyJson *
table_to_json (const ParleyIssue *issue, const ParleyValueFunction *value)
{
  ParleyJson *list = json_object_new_array ();

  for (guint o = 0; o < value->table->len; o++)
    {
      ParleyJson *object = json_object_new_object ();

      parley_view_text (object, "id", parley_issue_option (issue, o)->id);
      json_object_object_add (object, "value",
                              parley_view_number (g_ptr_array_index (value->table, o)));
      json_object_array_add (list, object);
    }
  return list;
}

static ParleyJson *
points_to_json (const ParleyValueFunction *value)
{
  ParleyJson *list = json_object_new_array ();

  for (guint i = 0; i < value->x->len; i++)
    {
      ParleyJson *object = json_object_new_object ();

      json_object_object_add (object, "x", parley_json_exact (g_ptr_array_index (value->x, i)));
      json_object_object_add (object, "value",
                              parley_view_number (g_ptr_array_index (value->y, i)));
      json_object_array_add (list, object);
    }
  return list;
}

static ParleyJson *
value_to_json (const ParleyIssue *issue, const ParleyValueFunction *value)
{
  ParleyJson *object = json_object_new_object ();

  parley_view_text (object, "issue", issue->id);
  if (value->kind == PARLEY_VALUE_TABLE)
    {
      parley_view_text (object, "kind", "options");
      json_object_object_add (object, "options", table_to_json (issue, value));
    }
  else if (value->kind == PARLEY_VALUE_IDEAL)
    {
      parley_view_text (object, "kind", "ideal");
      json_object_object_add (object, "ideal", parley_view_number (value->ideal));
      json_object_object_add (object, "tolerance", parley_view_number (value->tolerance));
    }
  else
    {
      parley_view_text (object, "kind", "curve");
      parley_view_text (object, "shape", value->kind == PARLEY_VALUE_SMOOTH ? "smooth" : "linear");
      json_object_object_add (object, "points", points_to_json (value));
    }
  return object;
}

static ParleyJson *
values_to_json (const ParleyScenario *scenario, const ParleyParty *party)
{
  ParleyJson *list = json_object_new_array ();

  for (guint i = 0; i < party->n_issues; i++)
    if (party->values[i] != NULL)
      json_object_array_add (list,
                             value_to_json (parley_scenario_issue (scenario, i), party->values[i]));
  return list;
}

static ParleyJson *
adjustments_to_json (const ParleyParty *party)
{
  ParleyJson *list = json_object_new_array ();

  for (guint i = 0; i < party->adjustments->len; i++)
    {
      const ParleyAdjustment *adjustment = g_ptr_array_index (party->adjustments, i);
      ParleyJson *object = json_object_new_object ();

      parley_view_text (object, "id", adjustment->id);
      parley_view_text (object, "title", adjustment->title);
      parley_view_text (object, "because", adjustment->because);
      json_object_object_add (object, "points", parley_view_number (adjustment->points));
      json_object_array_add (list, object);
    }
  return list;
}

static ParleyJson *
red_lines_to_json (const ParleyParty *party)
{
  ParleyJson *list = json_object_new_array ();

  for (guint i = 0; i < party->red_lines->len; i++)
    {
      const ParleyRedLine *line = g_ptr_array_index (party->red_lines, i);
      ParleyJson *object = json_object_new_object ();

      parley_view_text (object, "id", line->id);
      parley_view_text (object, "title", line->title);
      parley_view_text (object, "stance", parley_stance_words[line->stance]);
      parley_view_text (object, "because", line->because);
      json_object_object_add (object, "holds", parley_view_number (line->holds));
      json_object_array_add (list, object);
    }
  return list;
}

ParleyJson *
parley_view_party (const ParleyScenario *scenario, const ParleyParty *party)
{
  ParleyJson *object = json_object_new_object ();

  parley_view_text (object, "id", party->id);
  parley_view_text (object, "title", party->title);
  parley_view_text (object, "note", party->note);
  parley_view_text (object, "role", parley_role_words[party->role]);
  json_object_object_add (object, "negotiates",
                          json_object_new_boolean (party->role == PARLEY_ROLE_PARTY));
  json_object_object_add (object, "scored",
                          json_object_new_boolean (parley_party_is_scored (party)));
  add_reservation (object, scenario, party);
  json_object_object_add (object, "normalize", json_object_new_boolean (party->normalize));
  json_object_object_add (object, "weights", weights_to_json (scenario, party));
  json_object_object_add (object, "values", values_to_json (scenario, party));
  json_object_object_add (object, "adjustments", adjustments_to_json (party));
  json_object_object_add (object, "red_lines", red_lines_to_json (party));
  return object;
}
