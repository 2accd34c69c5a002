/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/divide.h"
#include "report/figures.h"
#include "report/stakes.h"

static const char *
id_of (const ParleyDivision *self, guint side)
{
  return parley_scenario_party (self->scenario, self->parties[side])->id;
}

static ParleyJson *
issue_to_json (const ParleyDivision *self, const ParleyStake *stake)
{
  return parley_json_string (parley_scenario_issue (self->scenario, stake->issue)->id);
}

static ParleyJson *
pair_new (const ParleyDivision *self, const mpq_t *numbers, gboolean fractions)
{
  ParleyJson *object = json_object_new_object ();

  for (guint s = 0; s < 2; s++)
    json_object_object_add (object, id_of (self, s),
                            fractions ? parley_json_fraction (numbers[s])
                                      : parley_json_exact (numbers[s]));
  return object;
}

/* Adds the map @key from party to figure, and with @exact "KEY_exact" behind it. */
static void
add_pair (ParleyJson           *object,
          const char           *key,
          const ParleyDivision *self,
          const mpq_t          *numbers,
          gboolean              exact)
{
  g_autofree char *exact_key = g_strconcat (key, "_exact", NULL);

  json_object_object_add (object, key, pair_new (self, numbers, FALSE));
  if (exact)
    json_object_object_add (object, exact_key, pair_new (self, numbers, TRUE));
}

static ParleyJson *
lot_to_json (const ParleyDivision *self, const ParleyLot *lot, gboolean exact)
{
  ParleyJson *object = json_object_new_object ();
  ParleyJson *wishes = json_object_new_object ();
  int winner = parley_lot_winner (lot);

  json_object_object_add (object, "issue", issue_to_json (self, lot->stake));
  add_pair (object, "points", self, lot->points, exact);
  for (guint s = 0; s < 2; s++)
    json_object_object_add (wishes, id_of (self, s),
                            parley_stake_to_json (lot->stake, self->space, lot->stake->wish[s]));
  json_object_object_add (object, "wishes", wishes);
  json_object_object_add (object, "first",
                          parley_json_string (lot->first < 0 ? NULL
                                                             : id_of (self, (guint) lot->first)));
  json_object_object_add (object, "winner",
                          parley_json_string (winner < 0 ? NULL : id_of (self, (guint) winner)));
  add_pair (object, "part", self, lot->part, exact);
  return object;
}

/* What of the file gives each side its part: an option, a number, or null. */
static ParleyJson *
split_to_json (const ParleyDivision *self)
{
  const ParleyLot *lot = self->split < 0 ? NULL : g_ptr_array_index (self->lots, self->split);
  ParleyJson *object = NULL;
  ParleyJson *term = NULL;
  guint option = 0;
  mpq_t number;

  if (lot == NULL)
    return NULL;
  mpq_init (number);
  object = json_object_new_object ();
  json_object_object_add (object, "issue", issue_to_json (self, lot->stake));
  if (parley_division_split_option (self, &option))
    term = parley_stake_to_json (lot->stake, self->space, option);
  else if (parley_division_split_number (self, number))
    term = parley_json_exact (number);
  json_object_object_add (object, "term", term);
  mpq_clear (number);
  return object;
}

static ParleyJson *
stakes_to_json (const ParleyDivision *self, ParleyStakeKind kind)
{
  ParleyJson *list = json_object_new_array ();

  for (guint i = 0; i < self->stakes->len; i++)
    {
      const ParleyStake *stake = g_ptr_array_index (self->stakes, i);

      if (stake->kind == kind)
        json_object_array_add (list, issue_to_json (self, stake));
    }
  return list;
}

static ParleyJson *
middles_to_json (const ParleyDivision *self, gboolean exact)
{
  ParleyJson *list = json_object_new_array ();

  for (guint i = 0; i < self->middles->len; i++)
    {
      const ParleyMiddle *middle = g_ptr_array_index (self->middles, i);
      ParleyJson *object = json_object_new_object ();

      json_object_object_add (object, "issue", issue_to_json (self, middle->stake));
      json_object_object_add (object, "option",
                              parley_stake_to_json (middle->stake, self->space, middle->option));
      add_pair (object, "part", self, middle->part, exact);
      json_object_array_add (list, object);
    }
  return list;
}

static ParleyJson *
checks_to_json (const ParleyDivision *self)
{
  ParleyJson *object = json_object_new_object ();

  json_object_object_add (object, "envy_free", json_object_new_boolean (self->envy_free));
  json_object_object_add (object, "equitable", json_object_new_boolean (self->equitable));
  json_object_object_add (object, "efficient", json_object_new_boolean (self->efficient));
  json_object_object_add (object, "efficient_among_mixtures",
                          json_object_new_boolean (self->efficient_among_mixtures));
  return object;
}

/* null when there are too many to count. */
static ParleyJson *
deals_to_json (const ParleyDivision *self)
{
  ParleyJson *object = NULL;
  ParleyJson *accepted = NULL;

  if (self->deals == NULL)
    return NULL;
  object = json_object_new_object ();
  accepted = json_object_new_object ();
  json_object_object_add (object, "feasible", parley_json_count (self->deals->total.feasible));
  for (guint s = 0; s < 2; s++)
    json_object_object_add (accepted, id_of (self, s),
                            parley_json_count (self->deals->total.by_party[self->parties[s]]));
  json_object_object_add (accepted, "all", parley_json_count (self->deals->total.all));
  json_object_object_add (object, "accepted", accepted);
  return object;
}

ParleyJson *
parley_divide_to_json (const ParleyDivision *self, gboolean exact)
{
  ParleyJson *root = json_object_new_object ();
  ParleyJson *parties = json_object_new_array ();
  ParleyJson *issues = json_object_new_array ();

  for (guint s = 0; s < 2; s++)
    json_object_array_add (parties, parley_json_string (id_of (self, s)));
  for (guint i = 0; i < self->lots->len; i++)
    json_object_array_add (issues, lot_to_json (self, g_ptr_array_index (self->lots, i), exact));
  json_object_object_add (root, "format", parley_json_string ("parley-divide/1"));
  json_object_object_add (root, "title", parley_json_string (self->scenario->title));
  json_object_object_add (root, "as_of", parley_json_string (self->scenario->as_of));
  json_object_object_add (root, "rounded", json_object_new_boolean (self->rounded));
  json_object_object_add (root, "parties", parties);
  add_pair (root, "first", self, self->first, exact);
  add_pair (root, "points", self, self->total, exact);
  json_object_object_add (root, "issues", issues);
  json_object_object_add (root, "split", split_to_json (self));
  json_object_object_add (root, "not_in_dispute", stakes_to_json (self, PARLEY_STAKE_SHARED));
  json_object_object_add (root, "worthless", stakes_to_json (self, PARLEY_STAKE_IDLE));
  json_object_object_add (root, "left_out", stakes_to_json (self, PARLEY_STAKE_TANGLED));
  json_object_object_add (root, "checks", checks_to_json (self));
  json_object_object_add (root, "middles", middles_to_json (self, exact));
  json_object_object_add (root, "deals", deals_to_json (self));
  return root;
}
