/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "report/backtest.h"
#include "report/backtest_words.h"

static void
add_number (ParleyTable *table, double number)
{
  parley_table_take_cell (table, isfinite (number) ? parley_double_to_text (number) : NULL);
}

/* Why nothing is said, or whether it was right. */
static const char *
outcome (const ParleyTrial *trial, guint way)
{
  const char *silence = parley_silence_to_string (trial->predictions[way].silence);

  if (silence != NULL)
    return silence;
  switch (parley_backtest_hit (trial, way))
    {
    case PARLEY_HIT_RIGHT:
      return "right";
    case PARLEY_HIT_WRONG:
      return "wrong";
    case PARLEY_HIT_NEITHER:
    default:
      return "neither";
    }
}

static void
add_row (ParleyTable *table, const ParleyBacktest *backtest, const ParleyTrial *trial, guint way)
{
  const ParleyDeed *move = &trial->answer.move;
  const ParleyPrediction *prediction = &trial->predictions[way];

  parley_table_row (table);
  parley_table_cell_text (table, move->date);
  parley_table_cell_text (table, parley_scenario_party (backtest->scenario, move->party)->id);
  parley_table_cell_text (table, parley_scenario_draft (backtest->scenario, move->draft)->id);
  parley_table_cell_text (table, parley_act_to_string (move->act));
  parley_table_cell_text (table, trial->answer.yes ? "yes" : "no");
  parley_table_cell_text (table, parley_backtest_way_id (way));
  parley_table_cell_text (table, parley_backtest_way_rule (backtest, way));
  add_number (table, prediction->chance);
  add_number (table, prediction->low);
  add_number (table, prediction->high);
  add_number (table, prediction->error);
  parley_table_cell_text (table, outcome (trial, way));
}

ParleyTable *
parley_backtest_to_table (const ParleyBacktest *backtest)
{
  static const char *const columns[] = { "date", "party",  "draft", "act",  "accepts", "way",
                                         "rule", "chance", "low",   "high", "error",   "outcome" };
  ParleyTable *table = parley_table_new (PARLEY_TABLE_RULED);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    parley_table_column (table, columns[i], PARLEY_COLUMN_LABEL);
  for (guint i = 0; i < backtest->trials->len; i++)
    for (guint way = 0; way < backtest->n_ways; way++)
      add_row (table, backtest, parley_backtest_trial (backtest, i), way);
  return table;
}
