/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/deal_list.h"
#include "report/words.h"

const char *
parley_solution_title (ParleySolution solution)
{
  static const char *const titles[PARLEY_N_SOLUTIONS] = {
    [PARLEY_NASH] = "Nash",
    [PARLEY_KALAI_SMORODINSKY] = "Kalai-Smorodinsky",
    [PARLEY_EGALITARIAN] = "egalitarian",
    [PARLEY_UTILITARIAN] = "utilitarian",
  };

  return titles[solution];
}

static gboolean
contains (GPtrArray *points, const ParleyPoint *point)
{
  return g_ptr_array_find (points, point, NULL);
}

/* "Nash, egalitarian": every solution that the point is. */
static char *
titles_of (const ParleyLandscape *landscape, const ParleyPoint *point)
{
  g_autoptr(GString) titles = g_string_new (NULL);

  for (guint i = 0; i < PARLEY_N_SOLUTIONS; i++)
    if (contains (landscape->solutions[i], point))
      g_string_append_printf (titles, "%s%s", titles->len == 0 ? "" : ", ", parley_solution_title (i));
  return g_string_free (g_steal_pointer (&titles), FALSE);
}

/* Whether an earlier solution has shown the point already. */
static gboolean
shown_before (const ParleyLandscape *landscape, guint solution, const ParleyPoint *point)
{
  for (guint i = 0; i < solution; i++)
    if (contains (landscape->solutions[i], point))
      return TRUE;
  return FALSE;
}

static void
add_score (ParleyTable *table, const ParleyUtility *utility, ParleyScore score)
{
  mpq_t points;

  mpq_init (points);
  parley_score_to_exact (score, utility->denominator, points);
  parley_table_take_cell (table, parley_words_points (points));
  mpq_clear (points);
}

static void
add_point (ParleyTable *table, const ParleyLandscape *landscape, const ParleyPoint *point)
{
  const ParleyFrontier *frontier = landscape->findings->frontier;

  parley_table_row (table);
  parley_table_take_cell (table, titles_of (landscape, point));
  for (guint i = 0; i < frontier->n_slots; i++)
    {
      const ParleyUtility *utility = g_ptr_array_index (landscape->utilities, frontier->slots[i]);

      add_score (table, utility, point->scores[frontier->slots[i]]);
      add_score (table, utility, point->scores[frontier->slots[i]] - utility->reservation);
    }
  parley_table_take_cell (table, parley_words_count (point->n_deals));
  parley_table_take_cell (table, parley_deal_words (landscape, g_ptr_array_index (point->deals, 0), NULL));
}

static void
add_landscape (ParleyTable *table, const ParleyLandscape *landscape, guint n_ties)
{
  for (guint i = 0; i < PARLEY_N_SOLUTIONS; i++)
    {
      guint n_shown = 0;

      for (guint k = 0; k < landscape->solutions[i]->len && n_shown < n_ties; k++)
        {
          const ParleyPoint *point = g_ptr_array_index (landscape->solutions[i], k);

          if (shown_before (landscape, i, point))
            continue;
          add_point (table, landscape, point);
          n_shown++;
        }
    }
}

/* A range term of a solution that stands at the end of its scale. */
static gboolean
at_end_of_scale (const ParleyLandscape *landscape, guint axis, const ParleyPoint *point)
{
  const ParleyAxis *where = &landscape->space->domain->axes[axis];
  const ParleyIssue *issue = parley_scenario_issue (landscape->space->scenario, where->issue);
  const guint *options = g_ptr_array_index (point->deals, 0);
  mpq_srcptr number = where->numbers == NULL ? NULL : where->numbers[options[axis]];

  return number != NULL && (mpq_equal (number, issue->min) || mpq_equal (number, issue->max));
}

/* Additive scores push numeric terms to the ends of their scales; a reader must not take
 * that for a finding. */
static void
warn_of_ends (ParleyDocument *document, const ParleyLandscape *landscape)
{
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint a = 0; a < landscape->space->domain->n_axes; a++)
    {
      gboolean found = FALSE;

      for (guint i = 0; i < PARLEY_N_SOLUTIONS && !found; i++)
        for (guint k = 0; k < landscape->solutions[i]->len && !found; k++)
          found = at_end_of_scale (landscape, a, g_ptr_array_index (landscape->solutions[i], k));
      if (found)
        g_string_append_printf (
            names, "%s%s", names->len == 0 ? "" : ", ",
            parley_scenario_issue (landscape->space->scenario, landscape->space->domain->axes[a].issue)
                ->title);
    }
  if (names->len > 0)
    parley_document_note (document,
                          "A landmark stands at the end of a scale (%s). Points that add up let one "
                          "side buy another off without limit: read it beside what has been tabled.",
                          names->str);
}

void
parley_landmarks_add (ParleyDocument *document, const ParleyDeals *deals)
{
  const ParleyFrontier *frontier = deals->landscape->findings->frontier;
  ParleyTable *table = NULL;

  parley_document_heading (document, 2, "Landmarks");
  table = parley_document_table (document, PARLEY_TABLE_RULED);
  parley_table_column (table, "Solution", PARLEY_COLUMN_TEXT);
  for (guint i = 0; i < frontier->n_slots; i++)
    {
      const ParleyUtility *utility = g_ptr_array_index (deals->landscape->utilities, frontier->slots[i]);

      parley_table_group (table, parley_scenario_party (deals->scenario, utility->party)->title, 2);
      parley_table_column (table, "score", PARLEY_COLUMN_NUMBER);
      parley_table_column (table, "margin", PARLEY_COLUMN_NUMBER);
    }
  parley_table_column (table, "tied deals", PARLEY_COLUMN_NUMBER);
  parley_table_column (table, "Terms (of the first)", PARLEY_COLUMN_TEXT);
  if (deals->tabled != NULL)
    parley_table_section (table, "All terms");
  add_landscape (table, deals->landscape, deals->request.n_ties);
  if (deals->tabled != NULL)
    {
      g_autofree char *count = parley_words_counted (deals->tabled->findings->n_acceptable,
                                                     "acceptable deal", "acceptable deals");

      parley_table_section (table, "Among terms that some draft has tabled (%s)", count);
      add_landscape (table, deals->tabled, deals->request.n_ties);
    }
  warn_of_ends (document, deals->landscape);
}
