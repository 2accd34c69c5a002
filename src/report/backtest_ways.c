/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "report/backtest_part.h"
#include "report/backtest_words.h"
#include "report/words.h"

char *
parley_backtest_interval (const ParleyTrack *track)
{
  double low = 0;
  double high = 0;

  parley_track_interval (track->n_right, track->n, &low, &high);
  return g_strdup_printf ("%.0f-%.0f %%", floor (100 * low), ceil (100 * high));
}

static void
add_right (ParleyTable *table, const ParleyTrack *track)
{
  parley_table_cell (table, "%u of %u", track->n_right, track->n);
}

static void
add_way (ParleyTable *table, const ParleyBacktest *backtest, guint way)
{
  ParleyTrack all = parley_backtest_track (backtest, way, PARLEY_RECORD_OF_ALL);

  parley_table_row (table);
  parley_table_take_cell (table, parley_backtest_way_title (backtest, way));
  add_right (table, &all);
  parley_table_cell (table, "%u", all.n_neither);
  parley_table_take_cell (table, parley_backtest_interval (&all));
  parley_table_take_cell (table, parley_words_double (all.brier, 3));
  parley_table_take_cell (table, isfinite (all.log_score) ? parley_words_double (all.log_score, 3)
                                                          : g_strdup ("infinite"));
  for (guint p = 0; p < backtest->scenario->parties->len; p++)
    {
      ParleyTrack track = parley_backtest_track (backtest, way, p);

      if (track.n > 0 && track.n < all.n)
        add_right (table, &track);
    }
}

static void
add_way_columns (ParleyTable *table, const ParleyBacktest *backtest)
{
  parley_table_column (table, NULL, PARLEY_COLUMN_TEXT);
  parley_table_column (table, "Right", PARLEY_COLUMN_RIGHT);
  parley_table_column (table, "Neither", PARLEY_COLUMN_RIGHT);
  parley_table_column (table, "Long run", PARLEY_COLUMN_RIGHT);
  parley_table_column (table, "Brier", PARLEY_COLUMN_NUMBER);
  parley_table_column (table, "Log", PARLEY_COLUMN_NUMBER);
  for (guint p = 0; p < backtest->scenario->parties->len; p++)
    {
      guint n = parley_backtest_track (backtest, PARLEY_WAY_WRITTEN, p).n;

      if (n > 0 && n < backtest->trials->len)
        parley_table_column (table, parley_scenario_party (backtest->scenario, p)->title,
                             PARLEY_COLUMN_RIGHT);
    }
}

static void
add_way_notes (ParleyTable *table)
{
  parley_table_note (table, "Right: more than an even chance for what happened. Neither: an even "
                            "chance, or it hangs on open terms.");
  parley_table_note (table,
                     "Long run: which share would be right of many decisions like these (95 %% "
                     "interval).");
  parley_table_note (table, "Brier: the mean square by which chances missed: 0 is perfect, an even "
                            "chance gets 0.25, always sure and wrong 1.");
  parley_table_note (table, "Log: bits of surprise for each decision: 0 is perfect, an even chance "
                            "gets 1; infinite: something happened that was ruled out.");
}

void
parley_backtest_add_ways (ParleyDocument *document, const ParleyBacktest *backtest)
{
  ParleyTable *table = NULL;

  parley_document_heading (document, 2, "How well each way of saying it did");
  table = parley_document_table (document, PARLEY_TABLE_RULED);
  add_way_columns (table, backtest);
  for (guint way = 0; way < backtest->n_ways; way++)
    add_way (table, backtest, way);
  add_way_notes (table);
}
