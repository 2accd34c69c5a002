/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/deal_list.h"
#include "report/words.h"

/* Figures have as many decimals as it takes to tell them apart, up to so many. */
#define MOST_DIGITS 8

/* Decimals of a number found: units are powers of ten (analysis/variable.h). */
#define NUMBER_DIGITS 20

static gboolean
has_ranges (const ParleyScenario *scenario)
{
  for (guint i = 0; i < scenario->issues->len; i++)
    if (parley_scenario_issue (scenario, i)->kind == PARLEY_ISSUE_RANGE)
      return TRUE;
  return FALSE;
}

/* "US share 33.334 %; …": the terms that moved, as @deal has them. */
static char *
words_of_moved (const ParleyRefined *refined, const ParleyDeal *deal)
{
  const ParleyDomain *domain = refined->space->domain;
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint a = 0; a < domain->n_axes; a++)
    {
      const ParleyIssue *issue
          = parley_scenario_issue (refined->space->scenario, domain->axes[a].issue);
      g_autofree char *number = NULL;

      if (!parley_refined_moved (refined, a))
        continue;
      number = parley_exact_to_text (domain->axes[a].numbers[deal->options[a]], NUMBER_DIGITS);
      g_string_append_printf (text, "%s%s: %s%s%s", text->len == 0 ? "" : "; ", issue->title,
                              number, issue->unit == NULL ? "" : " ",
                              issue->unit == NULL ? "" : issue->unit);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_row (ParleyTable *table,
         const ParleyDeals *deals,
         const ParleyRefined *refined,
         const char *label,
         const ParleyDeal *deal)
{
  const ParleyFrontier *frontier = deals->landscape->findings->frontier;

  parley_table_row (table);
  parley_table_cell_text (table, label);
  for (guint i = 0; i < frontier->n_slots; i++)
    {
      const ParleyUtility *utility = g_ptr_array_index (refined->utilities, frontier->slots[i]);
      ParleyScore score = deal->scores[frontier->slots[i]];

      parley_table_take_cell (table, parley_words_score (utility, score));
      parley_table_take_cell (table, parley_words_score (utility, score - utility->reservation));
    }
  parley_table_take_cell (table, words_of_moved (refined, deal));
}

static void
add_columns (ParleyTable *table, const ParleyDeals *deals)
{
  const ParleyFrontier *frontier = deals->landscape->findings->frontier;

  parley_table_column (table, "Solution", PARLEY_COLUMN_TEXT);
  for (guint i = 0; i < frontier->n_slots; i++)
    {
      parley_table_group (table, parley_scenario_party (deals->scenario, frontier->slots[i])->title,
                          2);
      parley_table_column (table, "score", PARLEY_COLUMN_NUMBER);
      parley_table_column (table, "surplus", PARLEY_COLUMN_NUMBER);
    }
  parley_table_column (table, "Numbers that moved", PARLEY_COLUMN_TEXT);
}

/* "the second smallest surplus" */
static char *
words_of_measure (const ParleyRefined *refined)
{
  static const char *const ranks[] = { "smallest", "second smallest", "third smallest" };
  const char *what = parley_order_kind (refined->order) == PARLEY_ORDER_KALAI_SMORODINSKY
                         ? "surplus as a share of what the party could gain"
                         : "surplus";

  switch (refined->kind)
    {
    case PARLEY_GAIN_POSITIVE:
      return g_strdup ("number of surpluses above 0");
    case PARLEY_GAIN_PRODUCT:
      return g_strdup ("product of surpluses");
    case PARLEY_GAIN_SUM:
      return g_strdup ("sum of surpluses");
    case PARLEY_GAIN_SMALLEST:
    default:
      if (refined->place < G_N_ELEMENTS (ranks))
        return g_strdup_printf ("%s %s", ranks[refined->place], what);
      return g_strdup_printf ("%uth smallest %s", refined->place + 1, what);
    }
}

/* Both with the same decimals: one more than it takes to tell them apart. */
static void
format_gain (const ParleyRefined *refined, char **before, char **after)
{
  guint digits = 0;
  gboolean differ = FALSE;

  do
    {
      g_autofree char *low = parley_exact_format (refined->before, digits);
      g_autofree char *high = parley_exact_format (refined->after, digits);

      differ = !g_str_equal (low, high);
      digits++;
    }
  while (!differ && digits < MOST_DIGITS);
  if (refined->kind == PARLEY_GAIN_POSITIVE)
    digits = 0;
  *before = parley_exact_format (refined->before, digits);
  *after = parley_exact_format (refined->after, digits);
}

static void
add_gain (ParleyDocument *document, const char *title, const ParleyRefined *refined)
{
  g_autofree char *measure = words_of_measure (refined);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  format_gain (refined, &before, &after);
  parley_document_entry (document, title, "the %s rises from %s to %s", measure, before, after);
}

/* The solutions that stay, by name. Returns: (transfer full): "" when none does. */
static char *
titles_of_unmoved (const ParleyDeals *deals)
{
  g_autoptr(GString) titles = g_string_new (NULL);

  for (guint i = 0; i < PARLEY_N_SOLUTIONS; i++)
    if (!deals->refined[i]->improves)
      g_string_append_printf (titles, "%s%s", titles->len == 0 ? "" : ", ",
                              parley_solution_title (i));
  return g_string_free (g_steal_pointer (&titles), FALSE);
}

static gboolean
some_improve (const ParleyDeals *deals)
{
  for (guint i = 0; i < PARLEY_N_SOLUTIONS; i++)
    if (deals->refined[i]->improves)
      return TRUE;
  return FALSE;
}

static void
add_improved (ParleyDocument *document, const ParleyDeals *deals)
{
  ParleyTable *table = parley_document_table (document, PARLEY_TABLE_RULED);

  add_columns (table, deals);
  for (guint i = 0; i < PARLEY_N_SOLUTIONS; i++)
    {
      const ParleyRefined *refined = deals->refined[i];

      if (!refined->improves)
        continue;
      add_row (table, deals, refined, parley_solution_title (i), refined->best);
      add_row (table, deals, refined, "- on the grid", refined->grid);
    }
  for (guint i = 0; i < PARLEY_N_SOLUTIONS; i++)
    if (deals->refined[i]->improves)
      add_gain (document, parley_solution_title (i), deals->refined[i]);
}

void
parley_refined_add (ParleyDocument *document, const ParleyDeals *deals)
{
  g_autofree char *unmoved = NULL;

  if (!deals->request.refine || deals->landscape->gap != NULL)
    return;
  parley_document_heading (document, 2, "Between the grid values");
  if (!has_ranges (deals->scenario))
    {
      parley_document_paragraph (document, "No issue is a range, so there is nothing between grid "
                                           "values: the solutions above stand.");
      return;
    }
  parley_document_paragraph (
      document, "From each solution the numbers of range issues were moved off the grid, all other "
                "terms kept. The deals found are scored and judged as all others are; that nothing "
                "between the grid values is better still is not certain.");
  if (some_improve (deals))
    add_improved (document, deals);
  unmoved = titles_of_unmoved (deals);
  if (unmoved[0] != '\0')
    parley_document_entry (document, unmoved, "nothing better was found; the grid stands");
}
