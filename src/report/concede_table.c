/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/concede.h"
#include "report/figures.h"
#include "report/term_words.h"

const char *
parley_step_kind_to_string (ParleyStepKind kind)
{
  static const char *const words[] = {
    [PARLEY_STEP_FREE] = "free",
    [PARLEY_STEP_ASK] = "ask",
    [PARLEY_STEP_GIVE] = "give",
  };

  return words[kind];
}

static void
add_columns (ParleyTable *table, const ParleyConcessions *self)
{
  static const char *const titles[] = { "step", "kind", "issue", "from", "to", "accepted" };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    parley_table_column (table, titles[i], PARLEY_COLUMN_LABEL);
  for (guint s = 0; s < self->utilities->len; s++)
    {
      const char *id = parley_scenario_party (self->scenario, s)->id;
      g_autofree char *gain = g_strconcat ("gain.", id, NULL);
      g_autofree char *score = g_strconcat ("score.", id, NULL);

      if (!parley_concessions_utility (self, s)->scored)
        continue;
      parley_table_column (table, gain, PARLEY_COLUMN_LABEL);
      parley_table_column (table, score, PARLEY_COLUMN_LABEL);
    }
}

/* Gains and scores are those of the whole step, and stand with each of its terms. */
static void
add_row (ParleyTable *table, const ParleyConcessions *self, guint index, const ParleyMove *move)
{
  const ParleyConcession *step = parley_concessions_step (self, index);
  guint issue = self->space->domain->axes[move->axis].issue;

  parley_table_row (table);
  parley_table_cell (table, "%u", index + 1);
  parley_table_cell_text (table, parley_step_kind_to_string (step->kind));
  parley_table_cell_text (table, parley_scenario_issue (self->scenario, issue)->id);
  parley_table_take_cell (table, parley_option_id (self->space, move->axis,
                                                   step->before->options[move->axis]));
  parley_table_take_cell (table, parley_option_id (self->space, move->axis, move->option));
  parley_table_cell_text (table, step->accepted ? "yes" : "no");
  for (guint s = 0; s < self->utilities->len; s++)
    if (parley_concessions_utility (self, s)->scored)
      {
        parley_table_take_cell (table, parley_figure_text (parley_concessions_utility (self, s),
                                                           parley_concession_gain (step, s)));
        parley_table_take_cell (table, parley_figure_text (parley_concessions_utility (self, s),
                                                           step->after->scores[s]));
      }
}

ParleyTable *
parley_concede_to_table (const ParleyConcessions *self)
{
  ParleyTable *table = parley_table_new (PARLEY_TABLE_RULED);

  add_columns (table, self);
  for (guint i = 0; i < self->steps->len; i++)
    {
      const GArray *moves = parley_concessions_step (self, i)->moves;

      for (guint m = 0; m < moves->len; m++)
        add_row (table, self, i, &g_array_index (moves, ParleyMove, m));
    }
  return table;
}
