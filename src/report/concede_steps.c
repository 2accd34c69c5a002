/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The steps from a draft to a deal: what each changes and brings, and where to stop. */
#include "report/concede_part.h"
#include "report/term_words.h"
#include "report/words.h"

char *
parley_words_moves (const ParleyConcessions *self, const ParleyConcession *step)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < step->moves->len; i++)
    {
      const ParleyMove *move = &g_array_index (step->moves, ParleyMove, i);
      g_autofree char *from
          = parley_words_option (self->space, move->axis, step->before->options[move->axis]);
      g_autofree char *to = parley_words_option (self->space, move->axis, move->option);

      g_string_append_printf (text, "%s%s: %s -> %s", i == 0 ? "" : "; ",
                              parley_scenario_issue (self->scenario,
                                                     self->space->domain->axes[move->axis].issue)
                                  ->title,
                              from, to);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_gain (ParleyTable *table,
          const ParleyConcessions *self,
          const ParleyConcession *step,
          guint slot)
{
  ParleyScore gain = parley_concession_gain (step, slot);
  g_autofree char *points = parley_words_score (parley_concessions_utility (self, slot), gain);

  parley_table_cell (table, "%s%s", gain > 0 ? "+" : "", points);
  parley_table_take_cell (table, parley_words_score (parley_concessions_utility (self, slot),
                                                     step->after->scores[slot]));
}

/* Who of those that must accept a deal does, in short: "all", or their names. */
static char *
accepting (const ParleyConcessions *self, const ParleyDeal *deal)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree ParleyScore *scores = g_new (ParleyScore, self->utilities->len);
  ParleyTuple tuple = parley_evaluate (self->space, self->utilities, deal->options, scores);
  gboolean all = TRUE;

  for (guint s = 0; s < self->utilities->len; s++)
    {
      gboolean blocks = parley_tuple_blocks (self->space, self->utilities, &tuple, s);

      all &= !blocks;
      if (!blocks && parley_party_decides (parley_scenario_party (self->scenario, s)))
        g_string_append_printf (text, "%s%s", text->len == 0 ? "" : ", ",
                                parley_concessions_title (self, s));
    }
  if (all)
    return g_strdup (parley_words_n_deciding (self->scenario) == 2 ? "both" : "all");
  return text->len == 0 ? g_strdup ("none") : g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_columns (ParleyTable *table, const ParleyConcessions *self)
{
  parley_table_column (table, NULL, PARLEY_COLUMN_RIGHT);
  parley_table_column (table, NULL, PARLEY_COLUMN_LABEL);
  parley_table_column (table, "Change", PARLEY_COLUMN_TEXT);
  for (guint s = 0; s < self->utilities->len; s++)
    if (parley_concessions_utility (self, s)->scored)
      {
        parley_table_group (table, parley_concessions_title (self, s), 2);
        parley_table_column (table, "gains", PARLEY_COLUMN_NUMBER);
        parley_table_column (table, "score", PARLEY_COLUMN_NUMBER);
      }
  parley_table_column (table, "Accepted by", PARLEY_COLUMN_TEXT);
}

static void
add_start_row (ParleyTable *table, const ParleyConcessions *self)
{
  parley_table_row (table);
  parley_table_cell_text (table, NULL);
  parley_table_cell_text (table, NULL);
  parley_table_cell_text (table, "The draft");
  for (guint s = 0; s < self->utilities->len; s++)
    if (parley_concessions_utility (self, s)->scored)
      {
        parley_table_cell_text (table, NULL);
        parley_table_take_cell (table, parley_words_score (parley_concessions_utility (self, s),
                                                           self->start->scores[s]));
      }
  parley_table_take_cell (table, accepting (self, self->start));
}

static void
add_step_row (ParleyTable *table, const ParleyConcessions *self, guint index)
{
  const ParleyConcession *step = parley_concessions_step (self, index);

  parley_table_row (table);
  parley_table_cell (table, "%u", index + 1);
  parley_table_cell_text (table, parley_step_kind_to_string (step->kind));
  parley_table_take_cell (table, parley_words_moves (self, step));
  for (guint s = 0; s < self->utilities->len; s++)
    if (parley_concessions_utility (self, s)->scored)
      add_gain (table, self, step, s);
  parley_table_take_cell (table, accepting (self, step->after));
}

/* "Ukraine", "the worst-off of Ukraine and Poland". */
static char *
worst_off_words (const ParleyConcessions *self)
{
  g_autofree char *others = parley_words_parties (self->scenario, self->others, self->n_others);

  return g_strconcat (self->n_others > 1 ? "the worst-off of " : "", others, NULL);
}

static void
add_steps (ParleyDocument *document, const ParleyConcessions *self)
{
  ParleyTable *table = parley_document_table (document, PARLEY_TABLE_RULED);
  const char *party = parley_concessions_title (self, self->party);
  g_autofree char *others = worst_off_words (self);

  add_columns (table, self);
  add_start_row (table, self);
  for (guint i = 0; i < self->steps->len; i++)
    add_step_row (table, self, i);
  if (self->steps->len > 0)
    parley_table_note (table,
                       "free: costs neither %s nor %s anything; ask: costs %s something, %s "
                       "nothing; give: costs %s something, most gain of %s for it first.",
                       party, others, others, party, party, others);
}

/* Where to stop, and why the steps after it are there. */
static void
add_stop (ParleyDocument *document, const ParleyConcessions *self)
{
  const char *party = parley_concessions_title (self, self->party);
  g_autofree char *others = worst_off_words (self);

  if (self->stop < self->steps->len)
    parley_document_paragraph (
        document,
        "Stop after step %u: all accept, and no deal that all accept is worth more to %s. What "
        "follows costs %s nothing in all: of such deals the last is the best for %s.",
        self->stop, party, party, others);
  else
    parley_document_paragraph (
        document,
        "Stop after step %u: all accept, and no deal that all accept is worth more to %s.",
        self->stop, party);
}

/* Why the plan goes no further, where it does not come to a deal. */
static void
add_limit (ParleyDocument *document, const ParleyConcessions *self)
{
  g_autofree char *others = worst_off_words (self);
  g_autofree char *stop
      = self->stop == 0 ? NULL : g_strdup_printf ("Stop after step %u: of", self->stop);

  parley_document_paragraph (document,
                             "%s the deals that cross no red line of a party that is needed and "
                             "leave %s its reservation none is better for %s, and it does not "
                             "suffice.",
                             stop == NULL ? "Of" : stop,
                             parley_concessions_title (self, self->party), others);
}

void
parley_concede_add_steps (ParleyDocument *document, const ParleyConcessions *self)
{
  if (self->end != NULL || self->start_accepted)
    add_steps (document, self);
  if (self->end != NULL && self->possible)
    add_stop (document, self);
  else if (self->end != NULL)
    add_limit (document, self);
}
