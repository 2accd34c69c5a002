/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/figures.h"
#include "report/offers.h"
#include "report/term_words.h"

static const ParleyUtility *
utility_at (const ParleyOffers *self, guint slot)
{
  return g_ptr_array_index (self->utilities, slot);
}

static void
add_columns (ParleyTable *table, const ParleyOffers *self)
{
  parley_table_column (table, "offer", PARLEY_COLUMN_LABEL);
  parley_table_column (table, "acceptable", PARLEY_COLUMN_LABEL);
  parley_table_column (table, "differs", PARLEY_COLUMN_LABEL);
  for (guint p = 0; p < self->scenario->parties->len; p++)
    {
      const char *id = parley_scenario_party (self->scenario, p)->id;
      g_autofree char *score = g_strconcat ("score.", id, NULL);

      if (utility_at (self, p)->scored)
        parley_table_column (table, score, PARLEY_COLUMN_LABEL);
    }
  for (guint a = 0; a < self->space->domain->n_axes; a++)
    parley_table_column (
        table, parley_scenario_issue (self->scenario, self->space->domain->axes[a].issue)->id,
        PARLEY_COLUMN_LABEL);
}

/* The smallest number of terms in which it differs from one before; empty for the first. */
static char *
least_difference (const ParleyOffer *offer)
{
  guint least = G_MAXUINT;

  for (guint i = 0; i < offer->differs->len; i++)
    least = MIN (least, g_array_index (offer->differs, guint, i));
  return offer->differs->len == 0 ? NULL : g_strdup_printf ("%u", least);
}

static void
add_row (ParleyTable *table, const ParleyOffers *self, guint index)
{
  const ParleyOffer *offer = g_ptr_array_index (self->offers, index);

  parley_table_row (table);
  parley_table_cell (table, "%u", index + 1);
  parley_table_cell_text (table, offer->acceptable ? "yes" : "no");
  parley_table_take_cell (table, least_difference (offer));
  for (guint p = 0; p < self->scenario->parties->len; p++)
    if (utility_at (self, p)->scored)
      parley_table_take_cell (table,
                              parley_figure_text (utility_at (self, p), offer->deal->scores[p]));
  for (guint a = 0; a < self->space->domain->n_axes; a++)
    parley_table_take_cell (table, parley_option_id (self->space, a, offer->deal->options[a]));
}

ParleyTable *
parley_offers_to_table (const ParleyOffers *self)
{
  ParleyTable *table = parley_table_new (PARLEY_TABLE_RULED);

  add_columns (table, self);
  for (guint i = 0; i < self->offers->len; i++)
    add_row (table, self, i);
  return table;
}
