/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/score.h"
#include "report/words.h"

static void
add_figures (ParleyTable *table, const ParleyStanding *standing, gboolean known)
{
  mpq_t low, high;

  mpq_inits (low, high, NULL);
  mpq_sub (low, standing->low, standing->reservation);
  mpq_sub (high, standing->high, standing->reservation);
  parley_table_take_cell (table, known ? parley_words_figure (standing->low) : NULL);
  parley_table_take_cell (table, known ? parley_words_figure (standing->high) : NULL);
  parley_table_take_cell (
      table, standing->has_reservation ? parley_words_figure (standing->reservation) : NULL);
  parley_table_take_cell (table,
                          known && standing->has_reservation ? parley_words_figure (low) : NULL);
  parley_table_take_cell (table,
                          known && standing->has_reservation ? parley_words_figure (high) : NULL);
  mpq_clears (low, high, NULL);
}

static void
add_counts (ParleyTable *table, const ParleyDraftScore *score, guint party)
{
  if (score->counts == NULL)
    return;
  parley_table_take_cell (table, parley_count_to_text (score->counts->total.feasible));
  parley_table_take_cell (table, parley_count_to_text (score->counts->total.by_party[party]));
  parley_table_take_cell (table, parley_count_to_text (score->counts->total.all));
}

static void
add_row (ParleyTable *table,
         const ParleyScenario *scenario,
         const ParleyDraftScore *score,
         guint party)
{
  const ParleyStanding *standing = g_ptr_array_index (score->standings, party);
  gboolean feasible = score->verdict != PARLEY_VERDICT_INFEASIBLE;

  parley_table_row (table);
  parley_table_cell_text (table, score->draft->id);
  parley_table_cell_text (table, score->draft->date);
  parley_table_cell_text (table, parley_verdict_to_string (score->verdict));
  parley_table_cell_text (table, parley_scenario_party (scenario, party)->id);
  add_figures (table, standing, feasible && standing->scored);
  parley_table_cell_text (table, parley_verdict_to_string (standing->verdict));
  parley_table_cell_text (table, parley_verdict_to_string (standing->bare_verdict));
  parley_table_cell_text (table, standing->on_the_line ? "yes" : "no");
  add_counts (table, score, party);
}

ParleyTable *
parley_score_to_table (const ParleyScores *scores)
{
  static const char *const titles[] = { "draft",
                                        "date",
                                        "draft_verdict",
                                        "party",
                                        "low",
                                        "high",
                                        "reservation",
                                        "surplus_low",
                                        "surplus_high",
                                        "verdict",
                                        "verdict_without_red_lines",
                                        "on_the_line",
                                        "completions",
                                        "accepted",
                                        "accepted_by_all" };
  ParleyTable *table = parley_table_new (PARLEY_TABLE_RULED);

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    parley_table_column (table, titles[i], PARLEY_COLUMN_LABEL);
  for (guint i = 0; i < scores->drafts->len; i++)
    for (guint p = 0; p < scores->scenario->parties->len; p++)
      add_row (table, scores->scenario, g_ptr_array_index (scores->drafts, i), p);
  return table;
}
