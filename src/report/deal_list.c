/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/deal_list.h"

#include "report/language.h"
#include "report/terms.h"
#include "report/words.h"

/* Of the usual page of 100 cells, what rank and scores of two parties leave. */
#define TERM_WIDTH 64

/* Returns: (transfer full). */
static char *
order_title (const ParleyDeals *deals)
{
  switch (deals->request.by)
    {
    case PARLEY_ORDER_NASH:
      return g_strdup (_ ("product of surpluses"));
    case PARLEY_ORDER_EGALITARIAN:
      return g_strdup (_ ("smallest surplus"));
    case PARLEY_ORDER_UTILITARIAN:
      return g_strdup (_ ("sum of surpluses"));
    case PARLEY_ORDER_PARTY:
      return g_strdup_printf (
          _ ("score of %s"),
          parley_scenario_party (deals->scenario, deals->request.by_party)->title);
    case PARLEY_ORDER_KALAI_SMORODINSKY:
    default:
      g_return_val_if_reached (NULL);
    }
}

const char *
parley_deals_order_name (const ParleyDeals *deals)
{
  switch (deals->request.by)
    {
    case PARLEY_ORDER_NASH:
      return "nash";
    case PARLEY_ORDER_EGALITARIAN:
      return "egalitarian";
    case PARLEY_ORDER_UTILITARIAN:
      return "utilitarian";
    case PARLEY_ORDER_PARTY:
      return parley_scenario_party (deals->scenario, deals->request.by_party)->id;
    case PARLEY_ORDER_KALAI_SMORODINSKY:
    default:
      g_return_val_if_reached (NULL);
    }
}

static void
add_gains (ParleyTable *table, const ParleyDeals *deals, const ParleyDeal *deal)
{
  for (guint s = 0; s < deals->landscape->utilities->len; s++)
    {
      const ParleyUtility *utility = g_ptr_array_index (deals->landscape->utilities, s);
      ParleyScore score = deal->scores[s];

      if (!utility->scored)
        continue;
      parley_table_take_cell (table, parley_words_score (utility, score));
      if (utility->has_reservation)
        parley_table_take_cell (table, parley_words_score (utility, score - utility->reservation));
    }
}

static void
add_columns (ParleyTable *table, const ParleyDeals *deals)
{
  parley_table_column (table, NULL, PARLEY_COLUMN_RIGHT);
  for (guint s = 0; s < deals->landscape->utilities->len; s++)
    {
      const ParleyUtility *utility = g_ptr_array_index (deals->landscape->utilities, s);

      if (!utility->scored)
        continue;
      parley_table_group (table, parley_scenario_party (deals->scenario, utility->party)->title,
                          utility->has_reservation ? 2 : 1);
      parley_table_column (table, _ ("score"), PARLEY_COLUMN_NUMBER);
      if (utility->has_reservation)
        parley_table_column (table, _ ("surplus"), PARLEY_COLUMN_NUMBER);
    }
}

/* What the list shows: what was drawn, else the best. */
static GPtrArray *
list_of (const ParleyDeals *deals)
{
  return deals->sample != NULL ? deals->sample : deals->landscape->findings->top;
}

static ParleyTermTable *
collect_terms (const ParleyDeals *deals)
{
  GPtrArray *list = list_of (deals);
  ParleyTermTable *terms = parley_term_table_new (deals->landscape->space, TERM_WIDTH);

  for (guint d = 0; d < list->len; d++)
    parley_term_table_add_deal (terms, deals->landscape->space,
                                ((const ParleyDeal *) g_ptr_array_index (list, d))->options);
  return terms;
}

static void
add_heading_of_best (ParleyDocument *document, const ParleyDeals *deals)
{
  const ParleyFindings *findings = deals->landscape->findings;
  gboolean efficient = deals->request.efficient || deals->landscape->gap != NULL;
  gboolean is_all = !efficient && findings->counts != NULL
                    && mpz_cmp_ui (findings->counts->total.all, findings->top->len) == 0;
  g_autofree char *order = order_title (deals);
  g_autofree char *count
      = efficient
            ? parley_words_counted (findings->top->len, NP_ ("efficient deal", "efficient deals"))
            : parley_words_counted (findings->top->len, NP_ ("deal", "deals"));

  if (is_all)
    parley_document_heading (document, 2, _ ("All acceptable deals, by %s"), order);
  else
    parley_document_heading (document, 2,
                             deals->landscape->gap == NULL ? _ ("The best %s, by %s")
                                                           : _ ("The best %s found, by %s"),
                             count, order);
}

static void
add_heading (ParleyDocument *document, const ParleyDeals *deals)
{
  g_autofree char *count = NULL;

  if (deals->sample == NULL)
    {
      add_heading_of_best (document, deals);
      return;
    }
  count = parley_words_counted (deals->sample->len, NP_ ("acceptable deal", "acceptable deals"));
  parley_document_heading (
      document, 2, "%s drawn at random, each as likely as any other (seed %" G_GUINT64_FORMAT ")",
      count, deals->request.seed);
}

void
parley_deal_list_add (ParleyDocument *document, const ParleyDeals *deals)
{
  GPtrArray *list = list_of (deals);
  g_autoptr(ParleyTermTable) terms = collect_terms (deals);
  g_autofree char *common = NULL;
  ParleyTable *table = NULL;

  if (list->len == 0)
    return;
  add_heading (document, deals);
  common = parley_term_table_common (terms);
  if (common != NULL)
    parley_document_paragraph (document, _ ("The same in all of them: %s."), common);
  table = parley_document_table (document, PARLEY_TABLE_RULED);
  add_columns (table, deals);
  parley_term_table_columns (terms, table);
  for (guint d = 0; d < list->len; d++)
    {
      parley_table_row (table);
      parley_table_cell (table, "%u", d + 1);
      add_gains (table, deals, g_ptr_array_index (list, d));
      parley_term_table_cells (terms, table, d);
    }
}
