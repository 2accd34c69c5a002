/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which terms of any two issues go together: in text, and as a table of all pairs. */
#include "analysis/association.h"
#include "report/deal_list.h"
#include "report/term_words.h"
#include "report/words.h"

/* Rows of a table, unless more deals are asked for (--top). */
#define ROWS_SHOWN 12

static guint
rows_shown (const ParleyDeals *deals)
{
  return MAX (ROWS_SHOWN, deals->request.n_top);
}

static const ParleyIssue *
issue_of (const ParleyDeals *deals, const ParleyMap *map, guint which)
{
  guint issue = deals->landscape->space->domain->axes[map->axes[which]].issue;

  return parley_scenario_issue (deals->scenario, issue);
}

/* Sets @all to the acceptable deals. */
static void
count_all (const ParleyDeals *deals, mpz_ptr all)
{
  mpz_set_ui (all, 0);
  if (deals->maps->len > 0)
    parley_map_count_deals (g_ptr_array_index (deals->maps, 0), all);
}

static void
add_term (ParleyTable *table, const ParleyDeals *deals, const ParleyExclusion *pair, guint which)
{
  g_autofree char *option
      = parley_words_option (deals->landscape->space, pair->map->axes[which], pair->options[which]);

  parley_table_cell (table, "%s: %s", issue_of (deals, pair->map, which)->title, option);
}

static void
add_exclusion (ParleyTable *table,
               const ParleyDeals *deals,
               const ParleyExclusion *pair,
               mpz_srcptr all)
{
  parley_table_row (table);
  for (guint which = 0; which < 2; which++)
    {
      add_term (table, deals, pair, which);
      parley_table_take_cell (table, parley_words_share (pair->n_deals[which], all));
    }
}

static void
add_exclusions (ParleyDocument *document, const ParleyDeals *deals)
{
  g_autoptr(GPtrArray) pairs = parley_exclusions_new (deals->maps);
  guint n_shown = MIN (pairs->len, rows_shown (deals));
  ParleyTable *table = NULL;
  mpz_t all;

  if (pairs->len == 0)
    {
      parley_document_paragraph (document, "Terms that no acceptable deal has together, although "
                                           "each is in some: none.");
      return;
    }
  mpz_init (all);
  count_all (deals, all);
  table = parley_document_table (document, PARLEY_TABLE_RULED);
  parley_table_caption (table, "Terms that no acceptable deal has together, although each is in "
                               "some (share)");
  parley_table_column (table, "Term", PARLEY_COLUMN_TEXT);
  parley_table_column (table, "deals", PARLEY_COLUMN_NUMBER);
  parley_table_column (table, "Never with", PARLEY_COLUMN_TEXT);
  parley_table_column (table, "deals", PARLEY_COLUMN_NUMBER);
  for (guint i = 0; i < n_shown; i++)
    add_exclusion (table, deals, g_ptr_array_index (pairs, i), all);
  if (n_shown < pairs->len)
    parley_table_note (table, "%u more; --top %u shows all.", pairs->len - n_shown, pairs->len);
  mpz_clear (all);
}

/* "0.31"; "none" of what is 0. */
static char *
words_of_v (const ParleyAssociation *association)
{
  char *text = NULL;
  mpq_t v;

  if (mpq_sgn (association->v_squared) == 0)
    return g_strdup ("none");
  mpq_init (v);
  mpq_set_d (v, parley_association_v (association));
  text = parley_exact_format (v, 2);
  mpq_clear (v);
  return text;
}

static void
add_association (ParleyTable *table, const ParleyDeals *deals, const ParleyAssociation *association)
{
  parley_table_row (table);
  for (guint which = 0; which < 2; which++)
    parley_table_cell_text (table, issue_of (deals, association->map, which)->title);
  parley_table_cell (table, "%" G_GSIZE_FORMAT " of %" G_GSIZE_FORMAT, association->n_possible,
                     association->n_pairs);
  parley_table_take_cell (table, words_of_v (association));
}

/* How many of them have a V: these come first. */
static guint
count_with_v (GPtrArray *associations)
{
  guint n = 0;

  while (n < associations->len
         && ((const ParleyAssociation *) g_ptr_array_index (associations, n))->has_v)
    n++;
  return n;
}

static void
add_associations (ParleyDocument *document, const ParleyDeals *deals)
{
  g_autoptr(GPtrArray) associations = parley_associations_new (deals->maps);
  guint n_with_v = count_with_v (associations);
  guint n_shown = MIN (n_with_v, rows_shown (deals));
  ParleyTable *table = NULL;

  if (n_shown == 0)
    {
      parley_document_paragraph (document, "No two issues depend on each other: all but one have "
                                           "the same term in every acceptable deal.");
      return;
    }
  table = parley_document_table (document, PARLEY_TABLE_RULED);
  parley_table_caption (table, "How much two issues depend on each other in the acceptable deals");
  parley_table_column (table, "Issue", PARLEY_COLUMN_TEXT);
  parley_table_column (table, "and", PARLEY_COLUMN_TEXT);
  parley_table_column (table, "Pairs of terms in a deal", PARLEY_COLUMN_RIGHT);
  parley_table_column (table, "Cramér's V", PARLEY_COLUMN_NUMBER);
  for (guint i = 0; i < n_shown; i++)
    add_association (table, deals, g_ptr_array_index (associations, i));
  parley_table_note (table, "Cramér's V is 0 when the term of one issue says nothing of the other, "
                            "and 1 when it settles it.");
  if (n_shown < n_with_v)
    parley_table_note (table, "%u more pairs of issues depend less; --top %u shows all.",
                       n_with_v - n_shown, n_with_v);
  if (n_with_v < associations->len)
    parley_table_note (table, "%u more have an issue with the same term in every acceptable deal.",
                       associations->len - n_with_v);
}

void
parley_together_add (ParleyDocument *document, const ParleyDeals *deals)
{
  if (deals->maps == NULL || deals->maps->len == 0
      || !parley_findings_has_deal (deals->landscape->findings))
    return;
  parley_document_heading (document, 2, "Which terms go together");
  add_exclusions (document, deals);
  add_associations (document, deals);
}

static void
add_figures (ParleyTable *table,
             const ParleyDeals *deals,
             const ParleyMapCell *cell,
             mpz_srcptr all)
{
  mpq_t number;

  mpq_init (number);
  parley_table_take_cell (table, parley_count_to_text (cell->n_deals));
  if (mpz_sgn (all) > 0)
    {
      mpz_set (mpq_numref (number), cell->n_deals);
      mpz_set (mpq_denref (number), all);
      mpq_canonicalize (number);
      parley_table_take_cell (table, parley_words_figure (number));
    }
  if (cell->best != NULL)
    {
      parley_deals_smallest_surplus (deals, cell->best, number);
      parley_table_take_cell (table, parley_words_figure (number));
    }
  mpq_clear (number);
}

static void
add_map (ParleyTable *table, const ParleyDeals *deals, const ParleyMap *map, mpz_srcptr all)
{
  for (guint a = 0; a < map->n_options[0]; a++)
    for (guint b = 0; b < map->n_options[1]; b++)
      {
        parley_table_row (table);
        parley_table_cell_text (table, issue_of (deals, map, 0)->id);
        parley_table_take_cell (table, parley_option_id (deals->landscape->space, map->axes[0], a));
        parley_table_cell_text (table, issue_of (deals, map, 1)->id);
        parley_table_take_cell (table, parley_option_id (deals->landscape->space, map->axes[1], b));
        add_figures (table, deals, parley_map_cell (map, a, b), all);
      }
}

ParleyTable *
parley_together_to_table (const ParleyDeals *deals)
{
  static const char *const columns[]
      = { "first_issue", "first_option", "second_issue",    "second_option",
          "deals",       "share",        "smallest_surplus" };
  ParleyTable *table = parley_table_new (PARLEY_TABLE_RULED);
  mpz_t all;

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    parley_table_column (table, columns[i], PARLEY_COLUMN_LABEL);
  mpz_init (all);
  count_all (deals, all);
  for (guint i = 0; i < deals->maps->len; i++)
    add_map (table, deals, g_ptr_array_index (deals->maps, i), all);
  mpz_clear (all);
  return table;
}
