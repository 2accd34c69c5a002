/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/events.h"
#include "report/history_part.h"
#include "report/score.h"
#include "report/words.h"

/* The drafts */

static gboolean
some_tabled (const ParleyHistory *self)
{
  for (guint d = 0; d < self->scores->drafts->len; d++)
    if (parley_history_draft (self, d)->draft->tabled_by->len > 0)
      return TRUE;
  return FALSE;
}

static gboolean
some_event (const ParleyHistory *self)
{
  for (guint d = 0; d < self->scores->drafts->len; d++)
    if (parley_history_draft (self, d)->draft->events->len > 0)
      return TRUE;
  return FALSE;
}

static void
add_draft_columns (ParleyTable *table, const ParleyHistory *self)
{
  parley_table_column (table, "Draft", PARLEY_COLUMN_TEXT);
  if (some_tabled (self))
    parley_table_column (table, "Tabled by", PARLEY_COLUMN_TEXT);
  for (guint side = 0; side < 2; side++)
    {
      parley_table_group (table, parley_history_side (self, side), 2);
      parley_table_column (table, "score", PARLEY_COLUMN_NUMBER);
      parley_table_column (table, "margin", PARLEY_COLUMN_NUMBER);
    }
  if (some_event (self))
    parley_table_column (table, "What came of it", PARLEY_COLUMN_TEXT);
}

static char *
margin_cell (const ParleyStanding *standing)
{
  char *text = NULL;
  mpq_t low, high;

  if (!standing->has_reservation)
    return NULL;
  mpq_inits (low, high, NULL);
  mpq_sub (low, standing->low, standing->reservation);
  mpq_sub (high, standing->high, standing->reservation);
  text = parley_words_shift (low, high);
  mpq_clears (low, high, NULL);
  return text;
}

static void
add_draft_row (ParleyTable *table, const ParleyHistory *self, guint draft)
{
  const ParleyDraft *model = parley_history_draft (self, draft)->draft;

  parley_table_row (table);
  parley_table_take_cell (table, parley_history_name (self, draft));
  if (some_tabled (self))
    parley_table_take_cell (table, parley_words_tabled_by (self->scenario, model));
  for (guint side = 0; side < 2; side++)
    {
      const ParleyStanding *standing = parley_history_standing (self, draft, side);
      gboolean feasible = parley_history_is_feasible (self, draft);

      parley_table_take_cell (table,
                              feasible ? parley_words_span (standing->low, standing->high) : NULL);
      parley_table_take_cell (table, feasible ? margin_cell (standing) : NULL);
    }
  if (some_event (self))
    parley_table_take_cell (table, parley_words_events (self->scenario, model));
}

static gboolean
some_open (const ParleyHistory *self)
{
  for (guint d = 0; d < self->scores->drafts->len; d++)
    {
      const ParleySpace *space = parley_history_draft (self, d)->space;
      g_autofree guint *axes = g_new (guint, space->domain->n_axes + 1);

      if (parley_open_axes (space, axes) > 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
some_infeasible (const ParleyHistory *self)
{
  for (guint d = 0; d < self->scores->drafts->len; d++)
    if (!parley_history_is_feasible (self, d))
      return TRUE;
  return FALSE;
}

static void
add_drafts (ParleyDocument *document, const ParleyHistory *self)
{
  ParleyTable *table = parley_document_table (document, PARLEY_TABLE_RULED);

  parley_table_caption (table, "The drafts in time");
  add_draft_columns (table, self);
  for (guint d = 0; d < self->scores->drafts->len; d++)
    add_draft_row (table, self, d);
  parley_table_note (table, "Margin: by how much the score is above the reservation of that day.%s",
                     some_open (self) ? " A range means that some terms are not known." : "");
  if (some_infeasible (self))
    parley_table_note (table, "Without a score: the rules allow no completion of the draft.");
}

/* The steps */

static void
add_step_row (ParleyTable *table, const ParleyHistory *self, const ParleyStop *stop)
{
  const ParleyHistoryStep *step = stop->from_own;

  parley_table_row (table);
  parley_table_take_cell (table, parley_history_name (self, stop->draft));
  for (guint side = 0; side < 2; side++)
    {
      const ParleyShift *total = step == NULL ? NULL : &step->redraft->total[self->pair[side]];

      parley_table_take_cell (table, step != NULL && step->redraft->known
                                         ? parley_words_shift (total->low, total->high)
                                         : NULL);
    }
  parley_table_take_cell (table,
                          step == NULL ? g_strdup ("its first") : parley_history_kind (step));
  parley_table_take_cell (table, parley_history_kind (stop->from_table));
}

static gboolean
some_shares (const ParleyHistory *self, gboolean drawn)
{
  for (guint side = 0; side < 2; side++)
    for (guint s = 0; s < self->paths[side].stops->len; s++)
      {
        const ParleyStop *stop = parley_path_stop (&self->paths[side], s);
        const ParleyHistoryStep *steps[2] = { stop->from_own, stop->from_table };

        for (guint i = 0; i < 2; i++)
          if (steps[i] != NULL && parley_history_step_varies (steps[i])
              && steps[i]->kinds.drawn == drawn)
            return TRUE;
      }
  return FALSE;
}

static void
add_steps (ParleyDocument *document, const ParleyHistory *self)
{
  ParleyTable *table = parley_document_table (document, PARLEY_TABLE_RULED);

  parley_table_caption (table,
                        "The steps of each side, among the drafts that it tabled or accepted");
  parley_table_column (table, "To", PARLEY_COLUMN_TEXT);
  for (guint side = 0; side < 2; side++)
    parley_table_column (table, parley_history_side (self, side), PARLEY_COLUMN_NUMBER);
  parley_table_column (table, "Kind of step", PARLEY_COLUMN_TEXT);
  parley_table_column (table, "From the draft before it", PARLEY_COLUMN_TEXT);
  for (guint side = 0; side < 2; side++)
    {
      if (self->paths[side].stops->len > 0)
        parley_table_section (table, "%s", parley_history_side (self, side));
      for (guint s = 0; s < self->paths[side].stops->len; s++)
        add_step_row (table, self, parley_path_stop (&self->paths[side], s));
    }
  parley_table_note (table,
                     "Points and kind: from the draft that the side stood behind before. Last "
                     "column: the kind from the draft before it in time, whosever that was.");
  if (some_open (self))
    parley_table_note (table,
                       "Terms that both drafts leave open in the same way are taken to be the "
                       "same in both.");
  if (some_shares (self, FALSE) || some_shares (self, TRUE))
    parley_table_note (table,
                       "A percentage is the share of completions of open terms for which the "
                       "step is of that kind%s.",
                       some_shares (self, TRUE) ? ", where there are many of 5,000 pairs drawn "
                                                  "at random"
                                                : "");
}

static void
add_meanings (ParleyDocument *document, const ParleyHistory *self)
{
  gboolean occurs[PARLEY_N_REDRAFT_KINDS] = { FALSE };

  parley_history_find_kinds (self, occurs);
  for (guint k = 1; k < PARLEY_N_REDRAFT_KINDS; k++)
    if (occurs[k])
      parley_document_entry (document, parley_redraft_kind_to_string (k), "%s.",
                             parley_history_meaning (k));
  for (guint k = 1; k < PARLEY_N_REDRAFT_KINDS; k++)
    if (occurs[k])
      {
        parley_document_paragraph (
            document, "Points are kept when they are exactly the same%s.",
            self->scores->rounded ? ", to the digits to which scores are rounded" : "");
        return;
      }
}

ParleyDocument *
parley_history_to_document (const ParleyHistory *self, gboolean all)
{
  ParleyDocument *document = parley_document_new ();

  parley_document_heading (document, 1, "History of the drafts");
  parley_document_paragraph (document, "%s. %s", self->scenario->title,
                             parley_words_exactness (self->scores->rounded));
  parley_history_add_answer (document, self);
  if (self->scores->drafts->len == 0)
    return document;
  parley_reservations_add (document, self->scenario);
  add_drafts (document, self);
  if (self->paths[0].stops->len + self->paths[1].stops->len == 0)
    return document;
  add_steps (document, self);
  add_meanings (document, self);
  for (guint side = 0; side < 2; side++)
    parley_history_add_moves (document, self, side, all);
  return document;
}
