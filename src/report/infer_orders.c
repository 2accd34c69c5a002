/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/infer_part.h"
#include "report/likelihood.h"
#include "report/words.h"

/* From here on an order is likely. */
#define LIKELY 0.9

static const char *
title_of (const ParleyInference *self, guint share)
{
  return parley_scenario_issue (self->scenario, self->revealed->issues[share])->title;
}

static gboolean
is_certain (const ParleyInference *self, guint heavy, guint light)
{
  return heavy != light
         && self->revealed->orders[heavy * self->revealed->n_shares + light] == PARLEY_ORDER_ALWAYS;
}

/* Certain only since the record is known. */
static gboolean
is_new (const ParleyInference *self, guint heavy, guint light)
{
  return is_certain (self, heavy, light)
         && self->revealed->believed_orders[heavy * self->revealed->n_shares + light]
                != PARLEY_ORDER_ALWAYS;
}

static double
chance_of (const ParleyInference *self, guint heavy, guint light)
{
  return self->likely->heavier[heavy * self->revealed->n_shares + light];
}

/* Shares, the one with the largest mean first. */
static guint *
sort_shares (const ParleyInference *self)
{
  guint n = self->revealed->n_shares;
  guint *order = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    {
      guint place = i;

      for (; place > 0 && self->likely->after[i].mean > self->likely->after[order[place - 1]].mean;
           place--)
        order[place] = order[place - 1];
      order[place] = i;
    }
  return order;
}

/* All that are certainly lighter, those marked that are so since the record is known. */
static char *
list_certain (const ParleyInference *self, const guint *order, guint heavy)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->revealed->n_shares; i++)
    if (is_certain (self, heavy, order[i]))
      g_string_append_printf (text, "%s%s%s", text->len == 0 ? "" : ", ", title_of (self, order[i]),
                              is_new (self, heavy, order[i]) ? "*" : "");
  return g_string_free (text, FALSE);
}

static void
count_orders (const ParleyInference *self, guint *n_certain, guint *n_new, guint *n_likely)
{
  guint n = self->revealed->n_shares;

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      {
        *n_certain += is_certain (self, i, j) != FALSE;
        *n_new += is_new (self, i, j) != FALSE;
        *n_likely += i != j && !is_certain (self, i, j) && chance_of (self, i, j) >= LIKELY;
      }
}

static void
add_count (ParleyDocument *document, const ParleyInference *self)
{
  guint n = self->revealed->n_shares;
  guint n_certain = 0;
  guint n_new = 0;
  guint n_likely = 0;
  g_autofree char *since = NULL;

  count_orders (self, &n_certain, &n_new, &n_likely);
  if (n_new > 0)
    since = g_strdup_printf (", in %u of them since the record is known", n_new);
  else if (n_certain > 0)
    since = g_strdup (", as it was before the record");
  parley_document_paragraph (
      document,
      "In %u of %u pairs of issues it is certain which is heavier%s; in %u more it is likely (90 %% or "
      "more).",
      n_certain, n * (n - 1) / 2, since == NULL ? "" : since, n_likely);
}

void
parley_infer_add_orders (ParleyDocument *document, const ParleyInference *self)
{
  guint n = self->revealed->n_shares;
  g_autofree guint *order = NULL;
  ParleyTable *table = NULL;

  if (self->likely == NULL || !self->varies || n < 2)
    return;
  order = sort_shares (self);
  parley_document_heading (document, 3, "Orders");
  add_count (document, self);
  table = parley_document_table (document, PARLEY_TABLE_RULED);
  parley_table_column (table, "Most likely order", PARLEY_COLUMN_TEXT);
  parley_table_column (table, "Over the next", PARLEY_COLUMN_NUMBER);
  parley_table_column (table, "Never lighter than", PARLEY_COLUMN_TEXT);
  for (guint i = 0; i < n; i++)
    {
      parley_table_row (table);
      parley_table_cell_text (table, title_of (self, order[i]));
      parley_table_take_cell (table, i + 1 < n ? parley_likelihood_share ((ParleyFrequency){
                                         chance_of (self, order[i], order[i + 1]), 0 })
                                               : NULL);
      parley_table_take_cell (table, list_certain (self, order, order[i]));
    }
  parley_table_note (
      table, "By mean weight. Over the next: in how many draws that fit it is heavier "
             "than the issue below it. Never lighter than: exact; *: since the record is known.");
}
