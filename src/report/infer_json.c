/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/figures.h"
#include "report/infer_part.h"

static void
add (ParleyJson *object, const char *key, double number)
{
  json_object_object_add (object, key, parley_json_double (number));
}

static void
add_text (ParleyJson *object, const char *key, const char *text)
{
  json_object_object_add (object, key, parley_json_string (text));
}

/* Decisions */

static ParleyJson *
red_lines_to_json (const ParleyInference *self, guint clue)
{
  const GArray *lines = self->red_lines[clue];
  ParleyJson *list = json_object_new_array ();

  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      const ParleyRedLine *line = g_ptr_array_index (parley_infer_party (self)->red_lines,
                                                     g_array_index (lines, guint, i));

      json_object_array_add (list, parley_json_string (line->id));
    }
  return list;
}

static const char *
draft_id (const ParleyInference *self, guint draft)
{
  return parley_scenario_draft (self->scenario, draft)->id;
}

static void
fill_preference (ParleyJson                  *object,
                 const ParleyInference       *self,
                 const ParleyDraftPreference *preference,
                 gboolean                     exact)
{
  ParleyJson *drafts = NULL;

  add_text (object, "preference", preference->id);
  if (!preference->alike)
    {
      add_text (object, "prefers", draft_id (self, preference->drafts[0]));
      add_text (object, "to", draft_id (self, preference->drafts[1]));
      parley_figure_add (object, "by", preference->by_some ? NULL : preference->points, exact);
      return;
    }
  drafts = json_object_new_array ();
  for (guint d = 0; d < 2; d++)
    json_object_array_add (drafts, parley_json_string (draft_id (self, preference->drafts[d])));
  json_object_object_add (object, "alike", drafts);
  parley_figure_add (object, "within", preference->points, exact);
}

static ParleyJson *
decision_to_json (const ParleyInference *self, guint index, gboolean exact)
{
  const ParleyClue *clue = parley_infer_clue (self, index);
  ParleyJson *object = json_object_new_object ();
  gboolean is_told = self->likely != NULL && clue->kind == PARLEY_CLUE_TEACHES;

  add_text (object, "date", clue->move.date);
  if (clue->preference != NULL)
    fill_preference (object, self, clue->preference, exact);
  else
    {
      add_text (object, "draft", draft_id (self, clue->move.draft));
      add_text (object, "act", parley_act_to_string (clue->move.act));
      json_object_object_add (object, "own", json_object_new_boolean (clue->move.own));
    }
  add_text (object, "kind", parley_infer_kind (clue));
  json_object_object_add (object, "red_lines", red_lines_to_json (self, index));
  json_object_object_add (object, "chance",
                          is_told ? parley_json_double (self->likely->chances[index]) : NULL);
  return object;
}

static ParleyJson *
decisions_to_json (const ParleyInference *self, gboolean exact)
{
  ParleyJson *list = json_object_new_array ();

  for (guint c = 0; c < self->revealed->clues->len; c++)
    json_object_array_add (list, decision_to_json (self, c, exact));
  return list;
}

/* Those to blame, as places among the decisions. */
static ParleyJson *
contradiction_to_json (const ParleyInference *self, gboolean exact)
{
  const GArray *blame = self->revealed->blame;
  ParleyJson *object = NULL;
  ParleyJson *list = NULL;

  if (self->revealed->fits)
    return NULL;
  object = json_object_new_object ();
  list = json_object_new_array ();
  for (guint i = 0; i < blame->len; i++)
    json_object_array_add (list, json_object_new_int64 ((gint64) g_array_index (blame, guint, i)));
  json_object_object_add (object, "decisions", list);
  parley_figure_add (object, "points", self->has_misfit ? self->misfit : NULL, exact);
  return object;
}

/* Numbers */

static ParleyJson *
state_to_json (const ParleyLikely *likely, guint number, const ParleySpan *limits, gboolean exact)
{
  ParleyJson *object = json_object_new_object ();

  if (likely == NULL)
    for (guint i = 0; i < 3; i++)
      json_object_object_add (object, ((const char *[]){ "mean", "low", "high" })[i], NULL);
  else
    {
      add (object, "mean", likely[number].mean);
      add (object, "low", likely[number].low);
      add (object, "high", likely[number].high);
    }
  json_object_object_add (object, "limits",
                          limits == NULL ? NULL
                                         : parley_figure_span (limits->low, limits->high, exact));
  return object;
}

static void
fill_number (ParleyJson *object, const ParleyInference *self, guint number, gboolean exact)
{
  const ParleyRevealed *revealed = self->revealed;
  const ParleyPosterior *likely = self->likely;
  mpq_t written;

  mpq_init (written);
  parley_infer_written (self, number, written);
  parley_figure_add (object, "written", written, exact);
  json_object_object_add (object, "believed",
                          state_to_json (likely == NULL ? NULL : likely->before, number,
                                         &revealed->believed[number], exact));
  json_object_object_add (object, "fits",
                          state_to_json (likely == NULL ? NULL : likely->after, number,
                                         revealed->fits ? &revealed->left[number] : NULL, exact));
  mpq_clear (written);
}

static ParleyJson *
weights_to_json (const ParleyInference *self, gboolean exact)
{
  ParleyJson *object = json_object_new_object ();

  for (guint i = 0; i < self->revealed->n_shares; i++)
    {
      ParleyJson *weight = json_object_new_object ();

      fill_number (weight, self, i, exact);
      json_object_object_add (
          object, parley_scenario_issue (self->scenario, self->revealed->issues[i])->id, weight);
    }
  return object;
}

static ParleyJson *
reservations_to_json (const ParleyInference *self, gboolean exact)
{
  ParleyJson *list = json_object_new_array ();

  for (guint r = 0; r < self->revealed->reservations->len; r++)
    {
      ParleyJson *reservation = json_object_new_object ();

      add_text (reservation, "from", parley_infer_reservation_from (self, r));
      fill_number (reservation, self, self->revealed->n_shares + r, exact);
      json_object_array_add (list, reservation);
    }
  return list;
}

/* Orders */

static const char *
issue_id (const ParleyInference *self, guint share)
{
  return parley_scenario_issue (self->scenario, self->revealed->issues[share])->id;
}

static const char *
order_id (ParleyRevealedOrder order)
{
  return order == PARLEY_ORDER_ALWAYS ? "never-lighter"
         : order == PARLEY_ORDER_NEVER ? "never-heavier"
                                       : "open";
}

/* Each two issues once, in the order of the file. */
static ParleyJson *
orders_to_json (const ParleyInference *self)
{
  const ParleyRevealed *revealed = self->revealed;
  guint n = revealed->n_shares;
  ParleyJson *list = json_object_new_array ();

  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      {
        ParleyJson *object = json_object_new_object ();

        add_text (object, "first", issue_id (self, i));
        add_text (object, "second", issue_id (self, j));
        add_text (object, "believed", order_id (revealed->believed_orders[i * n + j]));
        json_object_object_add (
            object, "fits",
            revealed->fits ? parley_json_string (order_id (revealed->orders[i * n + j])) : NULL);
        json_object_object_add (
            object, "first_heavier",
            self->likely == NULL ? NULL : parley_json_double (self->likely->heavier[i * n + j]));
        json_object_object_add (
            object, "second_heavier",
            self->likely == NULL ? NULL : parley_json_double (self->likely->heavier[j * n + i]));
        json_object_array_add (list, object);
      }
  return list;
}

static ParleyJson *
party_to_json (const ParleyInference *self, gboolean exact)
{
  ParleyJson *object = json_object_new_object ();

  json_object_object_add (object, "fits", json_object_new_boolean (self->revealed->fits));
  json_object_object_add (object, "holds", json_object_new_boolean (parley_inference_holds (self)));
  json_object_object_add (object, "varies", json_object_new_boolean (self->varies));
  json_object_object_add (object, "left",
                          self->likely == NULL ? NULL : parley_json_double (self->likely->left));
  json_object_object_add (object, "left_error",
                          self->likely == NULL ? NULL
                                               : parley_json_double (self->likely->left_error));
  json_object_object_add (object, "decisions", decisions_to_json (self, exact));
  json_object_object_add (object, "contradiction", contradiction_to_json (self, exact));
  json_object_object_add (object, "weights", weights_to_json (self, exact));
  json_object_object_add (object, "reservations", reservations_to_json (self, exact));
  json_object_object_add (object, "orders", orders_to_json (self));
  return object;
}

ParleyJson *
parley_infer_to_json (const ParleyInferReport *report, gboolean exact)
{
  const ParleyClueRequest *clues = &report->revealed.clues;
  ParleyJson *root = json_object_new_object ();
  ParleyJson *parties = json_object_new_object ();

  add_text (root, "format", "parley-infer/1");
  add_text (root, "title", report->scenario->title);
  add_text (root, "as_of", report->scenario->as_of);
  add_text (root, "prior", report->revealed.belief == PARLEY_BELIEF_NOTHING ? "nothing" : "ranges");
  add_text (root, "open", clues->open == PARLEY_OPEN_ALL ? "all" : "any");
  json_object_object_add (root, "red_lines", json_object_new_boolean (!clues->no_red_lines));
  add (root, "slip", report->likely.slip);
  json_object_object_add (root, "draws", json_object_new_uint64 (report->likely.n_draws));
  json_object_object_add (root, "seed", json_object_new_uint64 (report->likely.seed));
  add_text (root, "distribution", parley_spread_to_string (report->likely.spread));
  for (guint p = 0; p < report->parties->len; p++)
    {
      const ParleyInference *self = g_ptr_array_index (report->parties, p);

      json_object_object_add (parties, parley_infer_party (self)->id, party_to_json (self, exact));
    }
  json_object_object_add (root, "parties", parties);
  return root;
}
