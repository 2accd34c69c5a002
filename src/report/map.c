/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/deal_list.h"
#include "report/term_words.h"
#include "report/words.h"

static const char *
issue_title (const ParleyDeals *deals, guint which)
{
  return parley_scenario_issue (deals->scenario, deals->request.map_issues[which])->title;
}

/* A table with a row for each option of the first issue and a column for each of the other. */
static ParleyTable *
add_grid (ParleyDocument *document, const ParleyDeals *deals, const char *caption)
{
  const ParleyMap *map = deals->map;
  ParleyTable *table = parley_document_table (document, PARLEY_TABLE_RULED);

  parley_table_caption (table, "%s", caption);
  parley_table_column (table, issue_title (deals, 0), PARLEY_COLUMN_TEXT);
  parley_table_group (table, issue_title (deals, 1), map->n_options[1]);
  for (guint o = 0; o < map->n_options[1]; o++)
    {
      g_autofree char *title = parley_words_option (deals->landscape->space, map->axes[1], o);

      parley_table_column (table, title, PARLEY_COLUMN_NUMBER);
    }
  return table;
}

static void
add_row (ParleyTable *table, const ParleyDeals *deals, guint option)
{
  parley_table_row (table);
  parley_table_take_cell (table, parley_words_option (deals->landscape->space, deals->map->axes[0],
                                                      option));
}

static void
add_shares (ParleyDocument *document, const ParleyDeals *deals)
{
  const ParleyMap *map = deals->map;
  ParleyTable *table
      = add_grid (document, deals, "Share of the acceptable deals that have both terms");
  mpz_t all;

  mpz_init (all);
  parley_map_count_deals (map, all);
  for (guint a = 0; a < map->n_options[0]; a++)
    {
      add_row (table, deals, a);
      for (guint b = 0; b < map->n_options[1]; b++)
        parley_table_take_cell (table,
                                parley_words_share (parley_map_cell (map, a, b)->n_deals, all));
    }
  mpz_clear (all);
}

/* What the worst-off party has above its reservation in the best deal of a cell. */
static char *
smallest_surplus (const ParleyDeals *deals, const ParleyMapCell *cell)
{
  char *text = NULL;
  mpq_t least;

  if (cell->best == NULL)
    return g_strdup ("none");
  mpq_init (least);
  parley_deals_smallest_surplus (deals, cell->best, least);
  text = parley_words_points (least);
  mpq_clear (least);
  return text;
}

static void
add_best (ParleyDocument *document, const ParleyDeals *deals)
{
  ParleyTable *table
      = add_grid (document, deals, "The best of these for the worst-off: its surplus in points");

  for (guint a = 0; a < deals->map->n_options[0]; a++)
    {
      add_row (table, deals, a);
      for (guint b = 0; b < deals->map->n_options[1]; b++)
        parley_table_take_cell (table,
                                smallest_surplus (deals, parley_map_cell (deals->map, a, b)));
    }
}

void
parley_map_add (ParleyDocument *document, const ParleyDeals *deals)
{
  if (deals->map == NULL || !parley_findings_has_deal (deals->landscape->findings))
    return;
  parley_document_heading (document, 2, "Map of the acceptable deals: %s and %s",
                           issue_title (deals, 0), issue_title (deals, 1));
  add_shares (document, deals);
  add_best (document, deals);
}
