/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/deal_list.h"
#include "report/figures.h"
#include "report/language.h"
#include "report/space_json.h"
#include "report/words.h"

static const ParleyOrderKind order_of_solution[PARLEY_N_SOLUTIONS] = {
  [PARLEY_NASH] = PARLEY_ORDER_NASH,
  [PARLEY_KALAI_SMORODINSKY] = PARLEY_ORDER_KALAI_SMORODINSKY,
  [PARLEY_EGALITARIAN] = PARLEY_ORDER_EGALITARIAN,
  [PARLEY_UTILITARIAN] = PARLEY_ORDER_UTILITARIAN,
};

void
parley_gap_add_note (ParleyDocument *document, const ParleyDeals *deals)
{
  const ParleyGap *gap = deals->landscape->gap;
  const ParleyBudget *budget = deals->request.budget;
  gboolean exists = parley_findings_has_deal (deals->landscape->findings);
  g_autofree char *options = NULL;
  g_autofree char *points = NULL;
  g_autofree char *cases = NULL;

  if (gap == NULL)
    return;
  options = parley_words_counted (budget->most_arcs, NP_ ("option in all", "options in all"));
  points = parley_words_counted (budget->most_points, NP_ ("point of fronts", "points of fronts"));
  cases = parley_words_counted (gap->width, NP_ ("most promising case", "most promising cases"));
  parley_document_note (document, _ ("The search is not exact, since %s."), gap->why);
  parley_document_note (
      document,
      _ ("It was given up beyond its budget of %s and %s, and then kept to the %s after each "
         "issue. %s"),
      options, points, cases,
      exists
          ? _ ("The deals shown can be had and are the best found; they are not proven best, and "
               "what is said of the frontier and of best deals is said of these.")
          : _ ("That there is no deal is certain all the same."));
  parley_document_note (document, "%s",
                        _ ("Not known, since that needs an exact search: counts, what "
                           "acceptable deals have in common, how much room there is, the "
                           "nearest miss, maps, and what is between the grid values."));
}

/* "4.1 %" of @whole; NULL when that is nothing. */
static char *
words_of_part (mpq_srcptr part, mpq_srcptr whole)
{
  g_autofree char *percent = NULL;
  mpq_t share;

  if (mpq_sgn (whole) <= 0)
    return NULL;
  mpq_init (share);
  mpq_set_ui (share, 100, 1);
  mpq_mul (share, share, part);
  mpq_div (share, share, whole);
  percent = parley_words_points (share);
  mpq_clear (share);
  return g_strdup_printf ("%s %%", percent);
}

static void
add_row (ParleyTable *table, const char *what, mpq_srcptr found, mpq_srcptr most)
{
  mpq_t gap;

  mpq_init (gap);
  mpq_sub (gap, most, found);
  parley_table_row (table);
  parley_table_cell_text (table, what);
  parley_table_take_cell (table, parley_words_points (found));
  parley_table_take_cell (table, parley_words_points (most));
  parley_table_take_cell (table, parley_words_points (gap));
  parley_table_take_cell (table, words_of_part (gap, found));
  mpq_clear (gap);
}

static void
add_solutions (ParleyTable *table, const ParleyGap *gap)
{
  static const char *const measures[] = {
    [PARLEY_GAIN_POSITIVE] = "number of surpluses above 0",
    [PARLEY_GAIN_PRODUCT] = "product of surpluses",
    [PARLEY_GAIN_SMALLEST] = "smallest surplus",
    [PARLEY_GAIN_SUM] = "sum of surpluses",
  };

  for (guint i = 0; i < PARLEY_N_SOLUTIONS; i++)
    {
      const ParleySolutionGap *one = parley_gap_of (gap, order_of_solution[i]);
      g_autofree char *what = NULL;

      if (one == NULL)
        continue;
      what = g_strdup_printf ("%s: %s", parley_solution_title (i), measures[one->kind]);
      add_row (table, what, one->found, one->most);
    }
}

static void
add_parties (ParleyTable *table, const ParleyDeals *deals)
{
  const ParleyLandscape *landscape = deals->landscape;
  const ParleyFrontier *frontier = landscape->findings->frontier;
  mpq_t found, most;

  mpq_inits (found, most, NULL);
  for (guint i = 0; i < frontier->n_slots; i++)
    {
      guint slot = frontier->slots[i];
      const ParleyUtility *utility = g_ptr_array_index (landscape->utilities, slot);
      g_autofree char *what = g_strdup_printf (
          "Most for %s", parley_scenario_party (deals->scenario, utility->party)->title);

      parley_score_to_exact (landscape->ideal[slot], utility->denominator, found);
      parley_score_to_exact (landscape->gap->most[slot], utility->denominator, most);
      add_row (table, what, found, most);
    }
  mpq_clears (found, most, NULL);
}

void
parley_gap_add (ParleyDocument *document, const ParleyDeals *deals)
{
  const ParleyGap *gap = deals->landscape->gap;
  ParleyTable *table = NULL;

  if (gap == NULL || gap->most == NULL)
    return;
  parley_document_heading (document, 2, "How much better deals could be");
  table = parley_document_table (document, PARLEY_TABLE_RULED);
  parley_table_column (table, NULL, PARLEY_COLUMN_TEXT);
  parley_table_column (table, "found", PARLEY_COLUMN_NUMBER);
  parley_table_column (table, "no deal exceeds", PARLEY_COLUMN_NUMBER);
  parley_table_column (table, "gap", PARLEY_COLUMN_NUMBER);
  parley_table_column (table, "of found", PARLEY_COLUMN_NUMBER);
  add_solutions (table, gap);
  add_parties (table, deals);
  parley_table_note (table, "No deal exceeds: certain, with every condition that could not be "
                            "followed at its best for everyone at once.");
  parley_table_note (table, "Kalai-Smorodinsky measures surpluses by the most that each side could "
                            "have. That is not certain here, and so there is no bound for it.");
}

static ParleyJson *
solution_to_json (const ParleySolutionGap *gap, gboolean exact)
{
  static const char *const measures[] = {
    [PARLEY_GAIN_POSITIVE] = "positive_surpluses",
    [PARLEY_GAIN_PRODUCT] = "product",
    [PARLEY_GAIN_SMALLEST] = "smallest",
    [PARLEY_GAIN_SUM] = "sum",
  };
  ParleyJson *object = NULL;

  if (gap == NULL)
    return NULL;
  object = json_object_new_object ();
  json_object_object_add (object, "measure", parley_json_string (measures[gap->kind]));
  parley_figure_add (object, "found", gap->found, exact);
  parley_figure_add (object, "at_most", gap->most, exact);
  return object;
}

static ParleyJson *
budget_to_json (const ParleyDeals *deals, const ParleyGap *gap)
{
  const ParleyBudget *budget = deals->request.budget;
  ParleyJson *object = json_object_new_object ();

  json_object_object_add (object, "arcs", parley_json_size (budget->most_arcs));
  json_object_object_add (object, "points", parley_json_size (budget->most_points));
  json_object_object_add (object, "nodes_a_layer", parley_json_size (gap->width));
  return object;
}

void
parley_gap_add_json (ParleyJson            *object,
                     const ParleyDeals     *deals,
                     const ParleyLandscape *landscape,
                     gboolean               exact)
{
  const ParleyGap *gap = landscape->gap;
  const ParleyFrontier *frontier = landscape->findings->frontier;
  ParleyJson *bounds = NULL;

  if (gap == NULL)
    return;
  bounds = json_object_new_object ();
  json_object_object_add (object, "exact_search", json_object_new_boolean (FALSE));
  json_object_object_add (object, "budget", budget_to_json (deals, gap));
  json_object_object_add (bounds, "reason", parley_json_string (gap->why));
  if (gap->most != NULL)
    parley_figure_add_map (bounds, "scores_at_most", deals->scenario, landscape->utilities,
                           frontier->slots, frontier->n_slots, gap->most, parley_figure_score,
                           exact);
  for (guint i = 0; i < PARLEY_N_SOLUTIONS; i++)
    json_object_object_add (bounds, parley_solution_key (i),
                            solution_to_json (parley_gap_of (gap, order_of_solution[i]), exact));
  json_object_object_add (object, "gap", bounds);
}
