/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/deals.h"
#include "report/term_words.h"
#include "report/whatif.h"
#include "report/words.h"

#include <string.h>

/* The words of the term on the issue @id in a deal. Returns: (nullable): NULL when there is no such
 * issue. */
static char *
term_of (const ParleyAgreement *agreement, const guint *options, const char *id)
{
  const ParleyDomain *domain = agreement->space->domain;
  int issue = parley_scenario_find_issue (agreement->space->scenario, id);

  if (issue < 0 || domain->axis_of_issue[issue] < 0)
    return NULL;
  return parley_words_option (agreement->space, (guint) domain->axis_of_issue[issue],
                              options[domain->axis_of_issue[issue]]);
}

static void
append_change (GString *text, const char *title, const char *before, const char *after)
{
  if (g_strcmp0 (before, after) == 0)
    return;
  g_string_append_printf (text, "%s%s: %s -> %s", text->len == 0 ? "" : "; ", title,
                          before != NULL ? before : "(no such issue)",
                          after != NULL ? after : "(no such issue)");
}

/* "Security assurance: None -> Pledge; …" */
static void
append_changes (GString *text, const ParleyCaseOutcome *outcome, const ParleySolutionMove *move)
{
  const ParleyAgreement *old = outcome->before->agreement;
  const ParleyAgreement *new = outcome->agreement;

  for (guint a = 0; a < new->space->domain->n_axes; a++)
    {
      const ParleyIssue *issue
          = parley_scenario_issue (new->space->scenario, new->space->domain->axes[a].issue);
      g_autofree char *before = term_of (old, move->before, issue->id);
      g_autofree char *after = parley_words_option (new->space, a, move->after[a]);

      append_change (text, issue->title, before, after);
    }
  for (guint a = 0; a < old->space->domain->n_axes; a++)
    {
      const ParleyIssue *issue
          = parley_scenario_issue (old->space->scenario, old->space->domain->axes[a].issue);
      g_autofree char *before = parley_words_option (old->space, a, move->before[a]);
      g_autofree char *after = term_of (new, move->after, issue->id);

      if (after == NULL)
        append_change (text, issue->title, before, NULL);
    }
}

/* All of a deal that there was no deal before. */
static void
append_terms (GString *text, const ParleyAgreement *agreement, const guint *options)
{
  for (guint a = 0; a < agreement->space->domain->n_axes; a++)
    {
      const ParleyIssue *issue = parley_scenario_issue (agreement->space->scenario,
                                                        agreement->space->domain->axes[a].issue);
      g_autofree char *term = parley_words_option (agreement->space, a, options[a]);

      g_string_append_printf (text, "%s%s: %s", text->len == 0 ? "" : "; ", issue->title, term);
    }
}

static char *
terms_cell (const ParleyCaseOutcome *outcome, const ParleySolutionMove *move)
{
  g_autoptr(GString) text = g_string_new (NULL);

  if (!move->moved)
    return g_strdup ("the same deal");
  if (move->before == NULL)
    append_terms (text, outcome->agreement, move->after);
  else
    append_changes (text, outcome, move);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The score of the party @id in a deal that scores @scores. Returns: (nullable). */
static char *
score_cell (const ParleyAgreement *agreement, const ParleyScore *scores, const char *id)
{
  int party = parley_scenario_find_party (agreement->space->scenario, id);
  const ParleyUtility *utility
      = party < 0 ? NULL : g_ptr_array_index (agreement->utilities, (guint) party);

  if (utility == NULL || scores == NULL || !utility->scored)
    return NULL;
  return parley_words_score (utility, scores[party]);
}

static gboolean
same_deals (const ParleyCaseOutcome *outcome,
            const ParleySolutionMove *a,
            const ParleySolutionMove *b)
{
  gsize size = outcome->agreement->space->domain->n_axes * sizeof *a->after;
  gsize old_size = outcome->before->agreement->space->domain->n_axes * sizeof *a->before;

  if (a->moved != b->moved || (a->after == NULL) != (b->after == NULL)
      || (a->before == NULL) != (b->before == NULL))
    return FALSE;
  return (a->after == NULL || memcmp (a->after, b->after, size) == 0)
         && (a->before == NULL || memcmp (a->before, b->before, old_size) == 0);
}

/* "Nash, Kalai-Smorodinsky": those that go the same way as @first, unless an earlier one does. */
static char *
titles_of (const ParleyCaseOutcome *outcome, guint first)
{
  g_autoptr(GString) titles = g_string_new (NULL);

  for (guint i = 0; i < PARLEY_N_SOLUTIONS; i++)
    {
      if (!same_deals (outcome, &outcome->moves[first], &outcome->moves[i]))
        continue;
      if (i < first)
        return NULL;
      g_string_append_printf (titles, "%s%s", titles->len == 0 ? "" : ", ",
                              parley_solution_title (i));
    }
  return g_string_free (g_steal_pointer (&titles), FALSE);
}

static void
add_row (ParleyTable *table, const ParleyCaseOutcome *outcome, guint solution)
{
  const ParleySolutionMove *move = &outcome->moves[solution];
  const ParleyAgreement *after = outcome->agreement;
  const ParleyAgreement *before = outcome->before->agreement;
  char *titles = titles_of (outcome, solution);

  if (titles == NULL)
    return;
  parley_table_row (table);
  parley_table_take_cell (table, titles);
  for (guint s = 0; s < after->n_slots; s++)
    {
      const char *id = parley_scenario_party (after->space->scenario, after->slots[s])->id;

      parley_table_take_cell (table, score_cell (before, before->picks[solution].scores, id));
      parley_table_take_cell (table, score_cell (after, move->scores, id));
    }
  parley_table_take_cell (table, terms_cell (outcome, move));
}

static void
add_columns (ParleyTable *table, const ParleyAgreement *agreement)
{
  parley_table_column (table, "Solution", PARLEY_COLUMN_TEXT);
  for (guint s = 0; s < agreement->n_slots; s++)
    {
      parley_table_group (
          table, parley_scenario_party (agreement->space->scenario, agreement->slots[s])->title, 2);
      parley_table_column (table, "before", PARLEY_COLUMN_NUMBER);
      parley_table_column (table, "after", PARLEY_COLUMN_NUMBER);
    }
  parley_table_column (table, "Terms that change", PARLEY_COLUMN_TEXT);
}

void
parley_what_if_add_solutions (ParleyDocument *document, const ParleyCaseOutcome *outcome)
{
  ParleyTable *table = NULL;

  if (outcome->agreement == outcome->before->agreement
      || outcome->agreement->exists != PARLEY_EXISTS_YES)
    return;
  table = parley_document_table (document, PARLEY_TABLE_RULED);
  add_columns (table, outcome->agreement);
  for (guint i = 0; i < PARLEY_N_SOLUTIONS; i++)
    add_row (table, outcome, i);
  if (!outcome->agreement->exact || !outcome->before->agreement->exact)
    parley_table_note (table, "The search was not exact: these are the best deals found.");
}
