/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/events.h"
#include "report/history_words.h"
#include "report/words.h"

static void
add_step_cells (ParleyTable             *table,
                const ParleyHistory     *self,
                const ParleyHistoryStep *step,
                guint                    side)
{
  for (guint s = 0; s < 2; s++)
    {
      const ParleyShift *shift
          = step == NULL ? NULL : &step->redraft->total[self->pair[s == 0 ? side : 1 - side]];
      gboolean known = shift != NULL && step->redraft->known;

      parley_table_take_cell (table, known ? parley_words_figure (shift->low) : NULL);
      parley_table_take_cell (table, known ? parley_words_figure (shift->high) : NULL);
    }
  parley_table_cell_text (table, step == NULL ? NULL : parley_redraft_kind_to_string (step->kind));
}

static void
add_row (ParleyTable *table, const ParleyHistory *self, guint side, guint index)
{
  const ParleyPath *path = &self->paths[side];
  const ParleyStop *stop = parley_path_stop (path, index);
  const ParleyStanding *standing = parley_history_standing (self, stop->draft, side);
  gboolean feasible = parley_history_is_feasible (self, stop->draft);

  parley_table_row (table);
  parley_table_cell_text (table, parley_scenario_party (self->scenario, path->party)->id);
  parley_table_cell_text (table, parley_history_draft (self, stop->draft)->draft->id);
  parley_table_cell_text (table, stop->date);
  parley_table_take_cell (table, feasible ? parley_words_figure (standing->low) : NULL);
  parley_table_take_cell (table, feasible ? parley_words_figure (standing->high) : NULL);
  parley_table_take_cell (
      table, standing->has_reservation ? parley_words_figure (standing->reservation) : NULL);
  parley_table_cell_text (
      table,
      index == 0
          ? NULL
          : parley_history_draft (self, parley_path_stop (path, index - 1)->draft)->draft->id);
  add_step_cells (table, self, stop->from_own, side);
  parley_table_cell_text (
      table, stop->draft == 0 ? NULL : parley_history_draft (self, stop->draft - 1)->draft->id);
  add_step_cells (table, self, stop->from_table, side);
}

ParleyTable *
parley_history_to_table (const ParleyHistory *self)
{
  static const char *const titles[] = { "party",
                                        "draft",
                                        "since",
                                        "score_low",
                                        "score_high",
                                        "reservation",
                                        "own_before",
                                        "own_low",
                                        "own_high",
                                        "other_low",
                                        "other_high",
                                        "kind",
                                        "table_before",
                                        "table_own_low",
                                        "table_own_high",
                                        "table_other_low",
                                        "table_other_high",
                                        "table_kind" };
  ParleyTable *table = parley_table_new (PARLEY_TABLE_RULED);

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    parley_table_column (table, titles[i], PARLEY_COLUMN_LABEL);
  for (guint side = 0; side < 2; side++)
    for (guint s = 0; s < self->paths[side].stops->len; s++)
      add_row (table, self, side, s);
  return table;
}
