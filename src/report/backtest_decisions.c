/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/backtest_part.h"
#include "report/backtest_words.h"
#include "report/words.h"

/* Chances that lie nearer to each other are told as one. */
#define LEAST_WIDTH 0.015

/* "signed, put it in force 23 May". */
static char *
what_was_done (const ParleyBacktest *backtest, const ParleyTrial *trial)
{
  GString *text = g_string_new (parley_words_act (trial->answer.move.act));

  for (guint i = 0; i < trial->repeats->len; i++)
    {
      const ParleyDeed *move = &g_array_index (trial->repeats, ParleyDeed, i);
      g_autofree char *day = parley_words_day (move->date, backtest->scenario->as_of);

      g_string_append_printf (text, ", %s%s%s",
                              move->act == trial->answer.move.act ? "again"
                                                                  : parley_words_act (move->act),
                              day[0] == '\0' ? "" : " ", day);
    }
  return g_string_free (text, FALSE);
}

/* What is wrong is marked. */
static char *
mark (const ParleyTrial *trial, guint way, char *text)
{
  char *marked = NULL;

  if (parley_backtest_hit (trial, way) != PARLEY_HIT_WRONG)
    return text;
  marked = g_strconcat ("x ", text, NULL);
  g_free (text);
  return marked;
}

static char *
verdict_words (const ParleyBacktest *backtest, const ParleyTrial *trial)
{
  const char *verdict = parley_verdict_to_string (
      backtest->request->clues.no_red_lines ? trial->answer.bare_verdict : trial->answer.verdict);

  return mark (trial, PARLEY_WAY_WRITTEN, g_strdup (verdict == NULL ? "-" : verdict));
}

static const char *
silence_words (ParleySilence silence)
{
  static const char *const words[] = { [PARLEY_SILENT_UNSCORED] = "no score",
                                       [PARLEY_SILENT_INFEASIBLE] = "not feasible",
                                       [PARLEY_SILENT_CONTRADICTED] = "nothing fits",
                                       [PARLEY_SILENT_TOO_MUCH] = "too much" };

  return words[silence];
}

/* "98 %", "50 % (0-100)". */
static char *
chance_words (const ParleyTrial *trial, guint way)
{
  const ParleyPrediction *prediction = &trial->predictions[way];
  g_autofree char *chance = parley_words_chance (prediction->chance);
  g_autofree char *low = parley_words_double (100 * prediction->low, 0);
  g_autofree char *high = parley_words_double (100 * prediction->high, 0);

  if (prediction->silence != PARLEY_SILENT_NOT)
    return g_strdup (silence_words (prediction->silence));
  return mark (trial, way,
               prediction->high - prediction->low < LEAST_WIDTH
                   ? g_steal_pointer (&chance)
                   : g_strdup_printf ("%s (%s-%s)", chance, low, high));
}

static void
add_decision (ParleyTable *table, const ParleyBacktest *backtest, const ParleyTrial *trial)
{
  const ParleyDeed *move = &trial->answer.move;
  const char *as_of = backtest->scenario->as_of;

  parley_table_row (table);
  parley_table_take_cell (table, parley_words_day (move->date, as_of));
  parley_table_take_cell (
      table, parley_words_draft (parley_scenario_draft (backtest->scenario, move->draft), as_of));
  parley_table_take_cell (table, what_was_done (backtest, trial));
  parley_table_take_cell (table, verdict_words (backtest, trial));
  parley_table_take_cell (table, chance_words (trial, PARLEY_WAY_BELIEVED));
  parley_table_take_cell (table,
                          trial->n_clues == 0 ? NULL : chance_words (trial, PARLEY_WAY_LEARNED));
  parley_table_take_cell (table, chance_words (trial, PARLEY_WAY_BASE_RATE));
}

static gboolean
has_wrong (const ParleyBacktest *backtest)
{
  for (guint i = 0; i < backtest->trials->len; i++)
    for (guint way = 0; way <= PARLEY_WAY_BASE_RATE; way++)
      if (parley_backtest_hit (parley_backtest_trial (backtest, i), way) == PARLEY_HIT_WRONG)
        return TRUE;
  return FALSE;
}

static gboolean
is_silent (const ParleyBacktest *backtest, ParleySilence why)
{
  for (guint i = 0; i < backtest->trials->len; i++)
    for (guint way = PARLEY_WAY_BELIEVED; way <= PARLEY_WAY_LEARNED; way++)
      if (parley_backtest_trial (backtest, i)->predictions[way].silence == why)
        return TRUE;
  return FALSE;
}

/* Why chances are missing. */
static void
add_silences (ParleyTable *table, const ParleyBacktest *backtest)
{
  if (is_silent (backtest, PARLEY_SILENT_UNSCORED))
    parley_table_note (table, "No score: the side has no weights or no reservation to draw.");
  if (is_silent (backtest, PARLEY_SILENT_INFEASIBLE))
    parley_table_note (table, "Not feasible: the rules allow no completion of the draft.");
  if (is_silent (backtest, PARLEY_SILENT_CONTRADICTED))
    parley_table_note (table, "Nothing fits: what is believed contradicts what was done on earlier "
                              "days; with --slip decisions may be wrong.");
  if (is_silent (backtest, PARLEY_SILENT_TOO_MUCH))
    parley_table_note (table, "Too much: more completions matter than are looked at, or so little "
                              "fits that no draw was found.");
}

static void
add_notes (ParleyTable *table, const ParleyBacktest *backtest)
{
  if (has_wrong (backtest))
    parley_table_note (table, "x: the other happened.");
  parley_table_note (table, "Written: the verdict on that day by the numbers in the file.");
  parley_table_note (table,
                     "Believed: how likely it accepts, with weights and reservation drawn from "
                     "what is believed of them, and red lines that hold as likely as is "
                     "written.");
  parley_table_note (table, "Learned: the same of what fits all that the side did on earlier days, "
                            "what it tabled included; empty where that teaches nothing.");
  parley_table_note (table,
                     "In brackets, with open terms: if all completions had to be acceptable, "
                     "and if one is enough. The middle counts.");
  parley_table_note (table, "Before: the base rate, how often the side said yes on earlier days: "
                            "(yes + 1) of (decisions + 2).");
  add_silences (table, backtest);
}

void
parley_backtest_add_decisions (ParleyDocument *document, const ParleyBacktest *backtest)
{
  ParleyTable *table = NULL;

  parley_document_heading (document, 2, "What was done, and what would have been said of it");
  table = parley_document_table (document, PARLEY_TABLE_RULED);
  parley_table_column (table, "On", PARLEY_COLUMN_LABEL);
  parley_table_column (table, "Draft", PARLEY_COLUMN_TEXT);
  parley_table_column (table, "What was done", PARLEY_COLUMN_TEXT);
  parley_table_column (table, "Written", PARLEY_COLUMN_RIGHT);
  parley_table_column (table, "Believed", PARLEY_COLUMN_RIGHT);
  parley_table_column (table, "Learned", PARLEY_COLUMN_RIGHT);
  parley_table_column (table, "Before", PARLEY_COLUMN_RIGHT);
  for (guint p = 0; p < backtest->scenario->parties->len; p++)
    {
      if (parley_backtest_track (backtest, PARLEY_WAY_WRITTEN, p).n == 0)
        continue;
      parley_table_section (table, "%s", parley_scenario_party (backtest->scenario, p)->title);
      for (guint i = 0; i < backtest->trials->len; i++)
        if (parley_backtest_trial (backtest, i)->answer.move.party == p)
          add_decision (table, backtest, parley_backtest_trial (backtest, i));
    }
  add_notes (table, backtest);
}
