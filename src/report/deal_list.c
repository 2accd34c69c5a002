/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/deal_list.h"

#include "report/words.h"

static const char *
order_title (const ParleyDeals *deals)
{
  switch (deals->request.by)
    {
    case PARLEY_ORDER_NASH:
      return "product of margins";
    case PARLEY_ORDER_EGALITARIAN:
      return "smallest margin";
    case PARLEY_ORDER_UTILITARIAN:
      return "sum of margins";
    case PARLEY_ORDER_PARTY:
      return "score of the party asked for";
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

char *
parley_deal_words (const ParleyLandscape *landscape, const guint *options, const gboolean *leave_out)
{
  const ParleyDomain *domain = landscape->space->domain;
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint a = 0; a < domain->n_axes; a++)
    {
      g_autofree char *option = parley_words_option (landscape->space, a, options[a]);
      const char *title
          = parley_scenario_issue (landscape->space->scenario, domain->axes[a].issue)->title;

      if (leave_out != NULL && leave_out[a])
        continue;
      if (domain->axes[a].options != NULL)
        g_string_append_printf (text, "%s%s", text->len == 0 ? "" : "; ", option);
      else
        g_string_append_printf (text, "%s%s %s", text->len == 0 ? "" : "; ", title, option);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The axes on which all listed deals agree; none when only one is listed. */
static gboolean *
find_common (const ParleyDeals *deals)
{
  GPtrArray *top = deals->landscape->findings->top;
  guint n_axes = deals->landscape->space->domain->n_axes;
  gboolean *common = g_new0 (gboolean, n_axes);
  const ParleyDeal *first = g_ptr_array_index (top, 0);

  for (guint a = 0; top->len > 1 && a < n_axes; a++)
    {
      common[a] = TRUE;
      for (guint d = 1; d < top->len; d++)
        common[a] &= ((const ParleyDeal *) g_ptr_array_index (top, d))->options[a] == first->options[a];
    }
  return common;
}

static void
add_common (ParleyDocument *document, const ParleyDeals *deals, const gboolean *common)
{
  const ParleySpace *space = deals->landscape->space;
  const ParleyDeal *first = g_ptr_array_index (deals->landscape->findings->top, 0);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint a = 0; a < space->domain->n_axes; a++)
    if (common[a])
      {
        g_autofree char *option = parley_words_option (space, a, first->options[a]);

        g_string_append_printf (text, "%s%s: %s", text->len == 0 ? "" : "; ",
                                parley_scenario_issue (deals->scenario, space->domain->axes[a].issue)->title,
                                option);
      }
  if (text->len > 0)
    parley_document_paragraph (document, "The same in all of them: %s.", text->str);
}

static void
add_gains (ParleyTable *table, const ParleyDeals *deals, const ParleyDeal *deal)
{
  for (guint s = 0; s < deals->landscape->utilities->len; s++)
    {
      const ParleyUtility *utility = g_ptr_array_index (deals->landscape->utilities, s);
      mpq_t points;

      if (!utility->scored)
        continue;
      mpq_init (points);
      parley_score_to_exact (deal->scores[s], utility->denominator, points);
      parley_table_take_cell (table, parley_words_points (points));
      parley_score_to_exact (deal->scores[s] - utility->reservation, utility->denominator, points);
      if (utility->has_reservation)
        parley_table_take_cell (table, parley_words_points (points));
      mpq_clear (points);
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
      parley_table_column (table, "score", PARLEY_COLUMN_NUMBER);
      if (utility->has_reservation)
        parley_table_column (table, "margin", PARLEY_COLUMN_NUMBER);
    }
}

void
parley_deal_list_add (ParleyDocument *document, const ParleyDeals *deals)
{
  const ParleyFindings *findings = deals->landscape->findings;
  g_autofree gboolean *common = NULL;
  ParleyTable *table = NULL;

  if (findings->top->len == 0)
    return;
  common = find_common (deals);
  if (findings->top->len == 1)
    parley_document_heading (document, 2, "The best %sdeal, by %s",
                             deals->request.efficient ? "efficient " : "", order_title (deals));
  else
    parley_document_heading (document, 2, "The %u best %sdeals, by %s", findings->top->len,
                             deals->request.efficient ? "efficient " : "", order_title (deals));
  add_common (document, deals, common);
  table = parley_document_table (document, PARLEY_TABLE_RULED);
  add_columns (table, deals);
  parley_table_column (table, findings->top->len == 1 ? "Terms" : "Terms in which they differ",
                       PARLEY_COLUMN_TEXT);
  for (guint d = 0; d < findings->top->len; d++)
    {
      const ParleyDeal *deal = g_ptr_array_index (findings->top, d);

      parley_table_row (table);
      parley_table_cell (table, "%u", d + 1);
      add_gains (table, deals, deal);
      parley_table_take_cell (table, parley_deal_words (deals->landscape, deal->options, common));
    }
}
