/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/deal_list.h"
#include "report/language.h"
#include "report/term_words.h"
#include "report/terms.h"
#include "report/words.h"

/* Of the usual page of 100 cells, what names and scores of two parties leave. */
#define TERM_WIDTH 52

const char *
parley_solution_title (ParleySolution solution)
{
  static const char *const titles[PARLEY_N_SOLUTIONS] = {
    [PARLEY_NASH] = N_ ("Nash"),
    [PARLEY_KALAI_SMORODINSKY] = N_ ("Kalai-Smorodinsky"),
    [PARLEY_EGALITARIAN] = N_ ("egalitarian"),
    [PARLEY_UTILITARIAN] = N_ ("utilitarian"),
  };

  return _ (titles[solution]);
}

char *
parley_solution_titles (const ParleyLandscape *landscape, const ParleyPoint *point)
{
  g_autoptr(GString) titles = g_string_new (NULL);

  for (guint i = 0; i < PARLEY_N_SOLUTIONS; i++)
    if (parley_landscape_picks (landscape, i, point))
      g_string_append_printf (titles, "%s%s", titles->len == 0 ? "" : ", ",
                              parley_solution_title (i));
  return g_string_free (g_steal_pointer (&titles), FALSE);
}

/* A solution point as one row of the table: which solutions it is, and of which landscape. */
typedef struct
{
  const ParleyLandscape *landscape;
  const ParleyLandmark  *landmark;
} Row;

/* The points of all solutions, each once; of many that tie, the first @n_ties, but at
 * least one of each solution. */
static GArray *
collect (const ParleyLandscape *landscape, guint n_ties)
{
  g_autoptr(GHashTable) collected = g_hash_table_new (NULL, NULL);
  GArray *landmarks = g_array_new (FALSE, FALSE, sizeof (Row));

  for (guint i = 0; i < PARLEY_N_SOLUTIONS; i++)
    for (guint k = 0; k < MIN (landscape->solutions[i]->len, MAX (1, n_ties)); k++)
      {
        Row row = { landscape, g_ptr_array_index (landscape->solutions[i], k) };

        if (g_hash_table_add (collected, (gpointer) row.landmark->point))
          g_array_append_val (landmarks, row);
      }
  return landmarks;
}

/* Says how many points tie for a solution beyond those shown. */
static void
note_ties (ParleyTable *table, const ParleyLandscape *landscape, guint n_ties)
{
  for (guint i = 0; i < PARLEY_N_SOLUTIONS; i++)
    if (landscape->n_tied[i] > MAX (1, n_ties))
      {
        g_autofree char *points
            = parley_words_counted (landscape->n_tied[i], NP_ ("point", "points"));

        parley_table_note (table, _ ("%s tie for %s; --ties shows more of them."), points,
                           parley_solution_title (i));
      }
}

static void
add_row (ParleyTable *table, const Row *row, ParleyTermTable *terms, guint index)
{
  const ParleyLandscape *landscape = row->landscape;
  const ParleyPoint *point = row->landmark->point;
  const ParleyFrontier *frontier = landscape->findings->frontier;

  parley_table_row (table);
  parley_table_take_cell (table, parley_solution_titles (landscape, point));
  for (guint i = 0; i < frontier->n_slots; i++)
    {
      const ParleyUtility *utility = g_ptr_array_index (landscape->utilities, frontier->slots[i]);
      ParleyScore score = point->scores[frontier->slots[i]];

      parley_table_take_cell (table, parley_words_score (utility, score));
      parley_table_take_cell (table, parley_words_score (utility, score - utility->reservation));
    }
  parley_table_take_cell (table, parley_words_count (point->n_deals));
  parley_term_table_cells (terms, table, index);
}

static void
add_columns (ParleyTable *table, const ParleyDeals *deals)
{
  const ParleyFrontier *frontier = deals->landscape->findings->frontier;

  parley_table_column (table, _ ("Solution"), PARLEY_COLUMN_TEXT);
  for (guint i = 0; i < frontier->n_slots; i++)
    {
      const ParleyUtility *utility
          = g_ptr_array_index (deals->landscape->utilities, frontier->slots[i]);

      parley_table_group (table, parley_scenario_party (deals->scenario, utility->party)->title, 2);
      parley_table_column (table, _ ("score"), PARLEY_COLUMN_NUMBER);
      parley_table_column (table, _ ("surplus"), PARLEY_COLUMN_NUMBER);
    }
  parley_table_column (table, _ ("deals"), PARLEY_COLUMN_NUMBER);
}

static gboolean
at_end_of_scale (const ParleyLandscape *landscape, guint axis, const ParleyLandmark *landmark)
{
  const guint *options = g_ptr_array_index (landmark->deals, 0);

  return parley_words_end_of_scale (landscape->space, axis, options[axis]);
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
        g_string_append_printf (names, "%s%s", names->len == 0 ? "" : ", ",
                                parley_scenario_issue (landscape->space->scenario,
                                                       landscape->space->domain->axes[a].issue)
                                    ->title);
    }
  if (names->len > 0)
    parley_document_note (
        document,
        _ ("A landmark stands at the end of a scale (%s). Points that add up let one "
           "side buy another off without limit: read it beside what has been tabled."),
        names->str);
}

/* Whether the tabled terms lead to the very same landmarks. */
static gboolean
same_landmarks (const GArray *a, const GArray *b, ParleyTermTable *terms)
{
  for (guint i = 0; a->len == b->len && i < a->len; i++)
    if (!parley_term_table_same_deal (terms, i, a->len + i))
      return FALSE;
  return a->len == b->len;
}

static void
add_terms (ParleyTermTable *terms, const GArray *landmarks)
{
  for (guint i = 0; i < landmarks->len; i++)
    {
      const Row *row = &g_array_index (landmarks, Row, i);

      parley_term_table_add_deal (terms, row->landscape->space,
                                  g_ptr_array_index (row->landmark->deals, 0));
    }
}

static void
add_rows (ParleyTable *table, const GArray *landmarks, ParleyTermTable *terms, guint first)
{
  for (guint i = 0; i < landmarks->len; i++)
    add_row (table, &g_array_index (landmarks, Row, i), terms, first + i);
}

/* " (1,024 acceptable deals)", "" when they were not counted. */
static char *
count_of_acceptable (const ParleyLandscape *landscape)
{
  g_autofree char *count = NULL;

  if (landscape->gap != NULL)
    return g_strdup (_ (" (the best found)"));
  if (landscape->findings->counts == NULL)
    return g_strdup ("");
  count = parley_words_counted_deals (landscape->findings->counts->total.all,
                                      NP_ ("acceptable deal", "acceptable deals"));
  return g_strdup_printf (" (%s)", count);
}

/* What the tabled terms lead to: rows of their own, or that they change nothing. */
static void
add_tabled (ParleyTable *table,
            const ParleyDeals *deals,
            const GArray *all,
            const GArray *tabled,
            ParleyTermTable *terms)
{
  g_autofree char *count = count_of_acceptable (deals->tabled);

  if (tabled->len == 0 && parley_findings_is_open (deals->tabled->findings))
    parley_table_section (table, "%s",
                          _ ("Among terms that some draft has tabled: no acceptable deal was "
                             "found, which is not proof that there is none"));
  else if (tabled->len == 0)
    parley_table_section (table, "%s",
                          _ ("Among terms that some draft has tabled: no acceptable deal"));
  else if (same_landmarks (all, tabled, terms))
    parley_table_section (table, _ ("Among terms that some draft has tabled%s: the same"), count);
  else
    {
      parley_table_section (table, _ ("Among terms that some draft has tabled%s"), count);
      add_rows (table, tabled, terms, all->len);
    }
}

void
parley_landmarks_add (ParleyDocument *document, const ParleyDeals *deals)
{
  g_autoptr(GArray) all = collect (deals->landscape, deals->request.n_ties);
  g_autoptr(GArray) tabled
      = deals->tabled == NULL ? NULL : collect (deals->tabled, deals->request.n_ties);
  g_autoptr(ParleyTermTable) terms = parley_term_table_new (deals->landscape->space, TERM_WIDTH);
  g_autofree char *common = NULL;
  ParleyTable *table = NULL;

  add_terms (terms, all);
  if (tabled != NULL)
    add_terms (terms, tabled);
  parley_document_heading (document, 2, "%s", _ ("Landmarks"));
  common = parley_term_table_common (terms);
  if (common != NULL)
    parley_document_paragraph (document, _ ("The same in all of them: %s."), common);
  table = parley_document_table (document, PARLEY_TABLE_RULED);
  add_columns (table, deals);
  parley_term_table_columns (terms, table);
  if (tabled != NULL)
    parley_table_section (table, "%s", _ ("All terms"));
  add_rows (table, all, terms, 0);
  if (tabled != NULL)
    add_tabled (table, deals, all, tabled, terms);
  note_ties (table, deals->landscape, deals->request.n_ties);
  parley_table_note (table, "%s",
                     _ ("Where several deals tie (deals), the terms are those of the first."));
  warn_of_ends (document, deals->landscape);
}
