/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/exact.h"
#include "report/robust_parts.h"

static void
add_column (ParleyTable *table, const char *what, const char *party)
{
  g_autofree char *title = party == NULL ? g_strdup (what) : g_strconcat (what, ".", party, NULL);

  parley_table_column (table, title, PARLEY_COLUMN_LABEL);
}

static void
add_columns (ParleyTable *table, const ParleyRobust *self)
{
  static const char *const parts[]
      = { "accepts", "accepts_se", "depends", "rejects", "without_red_lines", "score_mean" };

  add_column (table, "draft", NULL);
  add_column (table, "all", NULL);
  add_column (table, "all_se", NULL);
  add_column (table, "all_read", NULL);
  for (guint p = 0; p < self->shape.n_parties; p++)
    for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
      add_column (table, parts[i], parley_scenario_party (self->scenario, p)->id);
}

static void
take_number (ParleyTable *table, double number)
{
  parley_table_take_cell (table, parley_double_to_text (number));
}

static void
add_party (ParleyTable *table, const ParleyRobust *self, guint draft, guint party)
{
  const double *part = parley_robust_part (self->sums, draft, party);
  double n = *self->sums->n_draws;

  if (!parley_party_gives_verdict (parley_scenario_party (self->scenario, party)))
    for (guint i = 0; i < 5; i++)
      parley_table_cell_text (table, NULL);
  else
    {
      ParleyFrequency accepts = parley_robust_accepts (self, draft, party);

      take_number (table, accepts.p);
      take_number (table, accepts.se);
      take_number (table, part[PARLEY_SUM_DEPENDS] / n);
      take_number (table, part[PARLEY_SUM_REJECTS] / n);
      take_number (table, part[PARLEY_SUM_BARE] / n);
    }
  if (self->shape.scored[party] && parley_robust_is_feasible (self, draft))
    take_number (table, part[PARLEY_SUM_SCORE] / n);
  else
    parley_table_cell_text (table, NULL);
}

ParleyTable *
parley_robust_to_table (const ParleyRobust *self)
{
  ParleyTable *table = parley_table_new (PARLEY_TABLE_RULED);

  add_columns (table, self);
  for (guint d = 0; d < self->shape.n_drafts; d++)
    {
      ParleyFrequency all = parley_robust_all_accept (self, d);

      parley_table_row (table);
      parley_table_cell_text (table, parley_robust_draft (self, d)->id);
      take_number (table, all.p);
      take_number (table, all.se);
      take_number (table, self->sums->all[2 * (gsize) d + 1] / *self->sums->n_draws);
      for (guint p = 0; p < self->shape.n_parties; p++)
        add_party (table, self, d, p);
    }
  return table;
}
