/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/verdicts.h"
#include "report/whatif.h"
#include "report/words.h"

/* "accepts (was REJECTS*)", or with @same only "accepts~"; what is NULL is not there. Takes both.
 */
static char *
take_turn (char *before, char *after, gboolean same)
{
  g_autofree char *old = before;
  g_autofree char *new = after;

  if (new == NULL)
    return old == NULL ? NULL : g_strdup_printf ("gone (was %s)", old);
  if (old == NULL)
    return g_strdup_printf ("%s (new)", new);
  return same ? g_strdup (new) : g_strdup_printf ("%s (was %s)", new, old);
}

/* Marks may differ: they lead to notes, and are no verdicts. */
static char *
verdict_cell (const ParleyStanding *before, const ParleyStanding *after)
{
  return take_turn (before == NULL ? NULL : parley_verdict_cell (before),
                    after == NULL ? NULL : parley_verdict_cell (after),
                    before != NULL && after != NULL && before->verdict == after->verdict);
}

/* Of all together; another share of the completions is said too. */
static char *
joint_cell (const ParleyDraftPair *pair)
{
  char *before = pair->before == NULL ? NULL : parley_verdict_joint_cell (pair->before);
  char *after = pair->after == NULL ? NULL : parley_verdict_joint_cell (pair->after);

  return take_turn (before, after, g_strcmp0 (before, after) == 0);
}

static gboolean
is_feasible (const ParleyDraftScore *score)
{
  return score->verdict != PARLEY_VERDICT_INFEASIBLE;
}

static char *
score_cell (const ParleyDraftScore *score, const ParleyStanding *standing)
{
  if (standing == NULL || !standing->scored || !is_feasible (score))
    return NULL;
  return parley_words_span (standing->low, standing->high);
}

/* @before and @after: how the party stands; one of them may be NULL. */
static void
add_party (ParleyTable *table,
           const ParleyDraftPair *pair,
           const char *title,
           const ParleyStanding *before,
           const ParleyStanding *after)
{
  parley_table_cell_text (table, title);
  parley_table_take_cell (table, score_cell (pair->before, before));
  parley_table_take_cell (table, score_cell (pair->after, after));
  parley_table_take_cell (table, verdict_cell (before, after));
}

/* The parties of @score, whether they are in the other score or not; with @gone only those that
 * are not. Each is a row of its own, but the first row is there when @started is FALSE. */
static void
add_parties (ParleyTable *table, const ParleyDraftPair *pair, gboolean gone, gboolean *started)
{
  const ParleyDraftScore *score = gone ? pair->before : pair->after;

  for (guint p = 0; score != NULL && p < score->standings->len; p++)
    {
      const ParleyParty *party = parley_scenario_party (score->space->scenario, p);
      const ParleyStanding *before = parley_draft_score_of (pair->before, party->id);
      const ParleyStanding *after = parley_draft_score_of (pair->after, party->id);

      if (gone && after != NULL)
        continue;
      if (*started)
        {
          parley_table_row (table);
          parley_table_cell_text (table, NULL);
        }
      *started = TRUE;
      add_party (table, pair, party->title, before, after);
    }
}

static void
add_together (ParleyTable *table, const ParleyDraftPair *pair)
{
  const ParleyDraftScore *score = pair->after != NULL ? pair->after : pair->before;

  parley_table_row (table);
  parley_table_cell_text (table, NULL);
  parley_table_cell_text (
      table, parley_words_n_deciding (score->space->scenario) == 2 ? "Both accept" : "All accept");
  parley_table_cell_text (table, NULL);
  parley_table_cell_text (table, NULL);
  parley_table_take_cell (table, joint_cell (pair));
}

static void
add_draft (ParleyTable *table, const ParleyDraftPair *pair)
{
  const ParleyDraftScore *score = pair->after != NULL ? pair->after : pair->before;
  gboolean started = FALSE;

  parley_table_row (table);
  parley_table_take_cell (table, parley_words_draft (score->draft, score->space->scenario->as_of));
  add_parties (table, pair, FALSE, &started);
  add_parties (table, pair, TRUE, &started);
  add_together (table, pair);
}

/* Whether the verdict cell of some party says what it was. */
static gboolean
says_before (const ParleyDraftPair *pair)
{
  for (guint p = 0; p < pair->before->standings->len; p++)
    {
      const ParleyStanding *before = g_ptr_array_index (pair->before->standings, p);
      const ParleyStanding *after = parley_draft_score_of (
          pair->after, parley_scenario_party (pair->before->space->scenario, p)->id);

      if (after == NULL || after->verdict != before->verdict)
        return TRUE;
    }
  return FALSE;
}

static void
find_marks (ParleyMarks *marks, const ParleyDraftPair *pair)
{
  ParleyMarks old = { 0 };

  if (pair->after != NULL)
    parley_marks_find (marks, pair->after);
  if (pair->before == NULL)
    return;
  if (says_before (pair))
    parley_marks_find (marks, pair->before);
  parley_marks_find (&old, pair->before);
  marks->open |= old.open;
  marks->shared |= old.shared;
}

static ParleyTable *
table_new (ParleyDocument *document)
{
  ParleyTable *table = parley_document_table (document, PARLEY_TABLE_RULED);

  parley_table_column (table, "Draft", PARLEY_COLUMN_TEXT);
  parley_table_column (table, NULL, PARLEY_COLUMN_LABEL);
  parley_table_group (table, "Score", 2);
  parley_table_column (table, "before", PARLEY_COLUMN_NUMBER);
  parley_table_column (table, "after", PARLEY_COLUMN_NUMBER);
  parley_table_column (table, "Verdict", PARLEY_COLUMN_LABEL);
  return table;
}

void
parley_what_if_add_drafts (ParleyDocument *document,
                           const ParleyCaseOutcome *outcome,
                           gboolean all,
                           gboolean explain)
{
  g_autoptr(GArray) pairs = parley_case_outcome_drafts (outcome);
  ParleyMarks marks = { 0 };
  ParleyTable *table = NULL;
  guint n_shown = 0;

  for (guint i = 0; i < pairs->len; i++)
    {
      const ParleyDraftPair *pair = &g_array_index (pairs, ParleyDraftPair, i);

      if (!all && !parley_draft_pair_changes (pair))
        continue;
      if (table == NULL)
        table = table_new (document);
      add_draft (table, pair);
      find_marks (&marks, pair);
      n_shown++;
    }
  if (table == NULL)
    {
      if (pairs->len > 0)
        parley_document_paragraph (document, "Every draft fares as before.");
      return;
    }
  parley_table_rule (table);
  if (n_shown < pairs->len)
    parley_table_note (table, "%s as before (--all).",
                       pairs->len - n_shown == 1 ? "The other draft fares"
                                                 : "The other drafts fare");
  if (explain)
    parley_marks_explain (&marks, table);
}
