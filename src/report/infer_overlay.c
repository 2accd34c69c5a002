/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "report/infer_part.h"
#include "report/words.h"

/* Two decimals, of percent and points, say more than is known; of shares of 1, four. */
static ParleyJson *
rounded (double number, gboolean of_one)
{
  double unit = of_one ? 10000 : 100;

  return parley_json_double (round (unit * number) / unit);
}

static gboolean
is_varied (const ParleyInference *self, guint number)
{
  const ParleySpan *believed = &self->revealed->believed[number];

  return !mpq_equal (believed->low, believed->high);
}

static const ParleyNumber *
number_at (const ParleyInference *self, guint number)
{
  const ParleyRevealed *revealed = self->revealed;

  return number < revealed->n_shares
             ? parley_infer_party (self)->weights[revealed->issues[number]]
             : g_ptr_array_index (revealed->reservations, number - revealed->n_shares);
}

static void
fill_number (ParleyJson *object, const ParleyInference *self, guint number, const char *note)
{
  const ParleyLikely *likely = &self->likely->after[number];
  gboolean is_share = number < self->revealed->n_shares;
  gboolean of_one = is_share && !parley_infer_party (self)->normalize;
  double unit = is_share && !of_one ? 100 : 1;
  double low = unit * likely->low;
  double high = unit * likely->high;

  json_object_object_add (object, "value",
                          rounded (CLAMP (unit * likely->mean, low, high), of_one));
  json_object_object_add (object, "low", rounded (low, of_one));
  json_object_object_add (object, "high", rounded (high, of_one));
  json_object_object_add (object, "basis", parley_json_string ("inferred"));
  json_object_object_add (object, "note", parley_json_string (note));
}

/* What an overlay leaves out stays, so that what does not go with the new number is taken away. */
static void
clear_number (ParleyJson *object, const ParleyInference *self, guint number)
{
  if (number_at (self, number)->confidence != NULL)
    json_object_object_add (object, "confidence", NULL);
  if (number_at (self, number)->sources != NULL)
    json_object_object_add (object, "source", NULL);
}

static ParleyJson *
weights_to_json (const ParleyInference *self, const char *note)
{
  ParleyJson *object = json_object_new_object ();

  for (guint i = 0; i < self->revealed->n_shares; i++)
    {
      ParleyJson *weight = json_object_new_object ();

      fill_number (weight, self, i, note);
      if (!parley_infer_party (self)->ranked)
        clear_number (weight, self, i);
      json_object_object_add (
          object, parley_scenario_issue (self->scenario, self->revealed->issues[i])->id, weight);
    }
  return object;
}

/* All changes of a reservation, since an overlay replaces them together. */
static ParleyJson *
changes_to_json (const ParleyInference *self, const char *note)
{
  const ParleyParty *party = parley_infer_party (self);
  const ParleyRevealed *revealed = self->revealed;
  ParleyJson *list = json_object_new_array ();

  for (guint i = 0; i < party->changes->len; i++)
    {
      const ParleyReservationChange *change = g_ptr_array_index (party->changes, i);
      ParleyJson *object = json_object_new_object ();
      guint r = 0;

      json_object_object_add (object, "from", parley_json_string (change->from));
      if (g_ptr_array_find (revealed->reservations, change->reservation, &r)
          && is_varied (self, revealed->n_shares + r))
        fill_number (object, self, revealed->n_shares + r, note);
      else
        {
          json_object_object_add (object, "value", parley_json_exact (change->reservation->value));
          if (change->reservation->has_range)
            {
              json_object_object_add (object, "low", parley_json_exact (change->reservation->low));
              json_object_object_add (object, "high",
                                      parley_json_exact (change->reservation->high));
            }
        }
      if (change->because != NULL)
        json_object_object_add (object, "because", parley_json_string (change->because));
      json_object_array_add (list, object);
    }
  return list;
}

static ParleyJson *
reservation_to_json (const ParleyInference *self, const char *note)
{
  const ParleyParty *party = parley_infer_party (self);
  const ParleyRevealed *revealed = self->revealed;
  ParleyJson *object = json_object_new_object ();
  guint r = 0;

  if (g_ptr_array_find (revealed->reservations, party->reservation, &r)
      && is_varied (self, revealed->n_shares + r))
    {
      fill_number (object, self, revealed->n_shares + r, note);
      clear_number (object, self, revealed->n_shares + r);
    }
  if (party->changes->len > 0)
    json_object_object_add (object, "changes", changes_to_json (self, note));
  return object;
}

static gboolean
some_vary (const ParleyInference *self, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    if (is_varied (self, i))
      return TRUE;
  return FALSE;
}

static ParleyJson *
party_to_json (const ParleyInference *self, gboolean has_swings)
{
  const ParleyRevealed *revealed = self->revealed;
  ParleyJson *object = json_object_new_object ();
  g_autofree char *decisions = parley_words_counted (revealed->clues->len, "decision", "decisions");
  g_autofree char *note = g_strdup_printf (
      "What fits %s on record: the mean, and the middle nine of ten draws", decisions);

  if (some_vary (self, 0, revealed->n_shares))
    {
      /* Weights stand instead of what they were made from. */
      if (parley_infer_party (self)->ranked)
        json_object_object_add (object, "ranking", NULL);
      if (has_swings)
        json_object_object_add (object, "swing", NULL);
      json_object_object_add (object, "weights", weights_to_json (self, note));
    }
  if (some_vary (self, revealed->n_shares, revealed->n_shares + revealed->reservations->len))
    json_object_object_add (object, "reservation", reservation_to_json (self, note));
  return object;
}

ParleyJson *
parley_infer_to_overlay (const ParleyInferReport *report)
{
  g_autoptr(ParleyJson) root = json_object_new_object ();
  ParleyJson *parties = json_object_new_object ();

  json_object_object_add (root, "parties", parties);
  for (guint p = 0; p < report->parties->len; p++)
    {
      const ParleyInference *self = g_ptr_array_index (report->parties, p);

      if (self->likely != NULL && self->varies)
        json_object_object_add (parties, parley_infer_party (self)->id,
                                party_to_json (self, report->has_swings[self->party]));
    }
  return json_object_object_length (parties) > 0 ? g_steal_pointer (&root) : NULL;
}
