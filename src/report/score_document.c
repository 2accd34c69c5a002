/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/answer.h"
#include "report/breakdown.h"
#include "report/events.h"
#include "report/verdicts.h"
#include "report/words.h"

static void
add_title (ParleyDocument *document, const ParleyScores *scores)
{
  const ParleyScenario *scenario = scores->scenario;
  g_autofree char *parties = parley_words_counted (scenario->parties->len, "party", "parties");
  g_autofree char *issues = parley_words_issues (scenario);
  g_autofree char *drafts = parley_words_counted (scores->drafts->len, "draft", "drafts");

  parley_document_heading (document, 1, "%s", scenario->title);
  parley_document_paragraph (document, "%s, %s, %s. %s", parties, issues, drafts,
                             parley_words_exactness (scores->rounded));
}

/* "12 Feb, US draft; 14 Feb, UA counter": the drafts with @verdict. Returns NULL when none. */
static char *
drafts_with (const ParleyScores *scores, ParleyVerdict verdict, guint *n)
{
  g_autoptr(GString) names = g_string_new (NULL);

  *n = 0;
  for (guint i = 0; i < scores->drafts->len; i++)
    {
      const ParleyDraftScore *score = g_ptr_array_index (scores->drafts, i);
      g_autofree char *name = parley_words_draft (score->draft, scores->scenario->as_of);

      if (score->verdict != verdict)
        continue;
      g_string_append_printf (names, "%s%s", *n == 0 ? "" : "; ", name);
      (*n)++;
    }
  return *n == 0 ? NULL : g_string_free (g_steal_pointer (&names), FALSE);
}

/* "Depends on open terms: 1 of 7 (14 Feb, …)." or nothing when no draft has @verdict. */
static void
append_answer (GString *answer,
               const ParleyScores *scores,
               ParleyVerdict verdict,
               const char *words)
{
  guint n = 0;
  g_autofree char *names = drafts_with (scores, verdict, &n);

  if (n > 0)
    g_string_append_printf (answer, "%s%s: %u of %u (%s).", answer->len == 0 ? "" : " ", words, n,
                            scores->drafts->len, names);
}

static void
add_answer (ParleyDocument *document, const ParleyScores *scores)
{
  g_autoptr(GString) answer = g_string_new (NULL);
  g_autofree char *everyone = parley_words_everyone (scores->scenario);
  g_autofree char *accepted = g_strdup_printf ("Accepted by %s", everyone);

  append_answer (answer, scores, PARLEY_VERDICT_ACCEPTS, accepted);
  append_answer (answer, scores, PARLEY_VERDICT_DEPENDS, "Depends on open terms");
  append_answer (answer, scores, PARLEY_VERDICT_REJECTS, "Not acceptable");
  append_answer (answer, scores, PARLEY_VERDICT_INFEASIBLE, "Not feasible");
  append_answer (answer, scores, PARLEY_VERDICT_UNKNOWN, "Too many completions to count");
  parley_document_lead (document, "%s", answer->str);
}

void
parley_reservations_add (ParleyDocument *document, const ParleyScenario *scenario)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint p = 0; p < scenario->parties->len; p++)
    {
      const ParleyParty *party = parley_scenario_party (scenario, p);
      const ParleyNumber *reservation = parley_party_reservation_at (party, scenario->as_of);
      g_autofree char *score = reservation == NULL ? NULL : parley_words_input (reservation->value);
      g_autofree char *belief = parley_words_belief (reservation);

      if (reservation != NULL)
        g_string_append_printf (text, "%s%s %s%s%s", text->len == 0 ? "" : "; ", party->title,
                                score, belief,
                                party->changes->len > 0 ? ", changing over time" : "");
    }
  if (text->len > 0)
    parley_document_paragraph (document, "A side accepts from this score on: %s.", text->str);
}

static gboolean
some_event (const ParleyScores *scores)
{
  for (guint i = 0; i < scores->drafts->len; i++)
    if (((const ParleyDraftScore *) g_ptr_array_index (scores->drafts, i))->draft->events->len > 0)
      return TRUE;
  return FALSE;
}

static void
add_party_columns (ParleyTable *table, const ParleyParty *party)
{
  gboolean scored = parley_party_is_scored (party);
  gboolean verdicts = parley_party_gives_verdict (party);

  if (!scored && !verdicts)
    return;
  parley_table_group (table, party->title, (guint) scored + (guint) verdicts);
  if (scored)
    parley_table_column (table, "score", PARLEY_COLUMN_NUMBER);
  if (verdicts)
    parley_table_column (table, "verdict", PARLEY_COLUMN_LABEL);
}

static void
add_overview_columns (ParleyTable *table, const ParleyScores *scores)
{
  const ParleyScenario *scenario = scores->scenario;

  parley_table_column (table, "Draft", PARLEY_COLUMN_TEXT);
  for (guint p = 0; p < scenario->parties->len; p++)
    add_party_columns (table, parley_scenario_party (scenario, p));
  parley_table_column (table,
                       parley_words_n_deciding (scenario) == 2 ? "Both accept" : "All accept",
                       PARLEY_COLUMN_LABEL);
  if (some_event (scores))
    parley_table_column (table, "What happened", PARLEY_COLUMN_TEXT);
}

static void
add_party_cells (ParleyTable *table,
                 const ParleyParty *party,
                 const ParleyStanding *standing,
                 gboolean feasible)
{
  if (parley_party_is_scored (party))
    parley_table_take_cell (table,
                            feasible ? parley_words_span (standing->low, standing->high) : NULL);
  if (parley_party_gives_verdict (party))
    parley_table_take_cell (table, parley_verdict_cell (standing));
}

static void
add_overview_row (ParleyTable *table, const ParleyScores *scores, const ParleyDraftScore *score)
{
  gboolean feasible = score->verdict != PARLEY_VERDICT_INFEASIBLE;

  parley_table_row (table);
  parley_table_take_cell (table, parley_words_draft (score->draft, scores->scenario->as_of));
  for (guint p = 0; p < score->standings->len; p++)
    add_party_cells (table, parley_scenario_party (scores->scenario, p),
                     g_ptr_array_index (score->standings, p), feasible);
  parley_table_take_cell (table, parley_verdict_joint_cell (score));
  if (some_event (scores))
    parley_table_take_cell (table, parley_words_events (scores->scenario, score->draft));
}

static void
add_overview (ParleyDocument *document, const ParleyScores *scores)
{
  ParleyTable *table = parley_document_table (document, PARLEY_TABLE_RULED);
  ParleyMarks marks = { 0 };

  add_overview_columns (table, scores);
  for (guint i = 0; i < scores->drafts->len; i++)
    {
      add_overview_row (table, scores, g_ptr_array_index (scores->drafts, i));
      parley_marks_find (&marks, g_ptr_array_index (scores->drafts, i));
    }
  parley_table_rule (table);
  parley_marks_explain (&marks, table);
}

/* "Ukraine rejects" and so on: single verdicts that red lines change. */
static void
append_changed_parties (GString *text, const ParleyScores *scores, const ParleyDraftScore *score)
{
  g_autofree char *name = parley_words_draft (score->draft, scores->scenario->as_of);

  for (guint p = 0; p < score->standings->len; p++)
    {
      const ParleyStanding *standing = g_ptr_array_index (score->standings, p);

      if (standing->verdict != standing->bare_verdict && standing->needed != PARLEY_NONE)
        g_string_append_printf (text, "%s%s: %s %s", text->len == 0 ? "" : "; ", name,
                                parley_scenario_party (scores->scenario, p)->title,
                                parley_verdict_word (standing->bare_verdict));
    }
}

static gboolean
crosses_some (const ParleyDraftScore *score)
{
  for (guint p = 0; p < score->standings->len; p++)
    if (((const ParleyStanding *) g_ptr_array_index (score->standings, p))->red_lines->len > 0)
      return TRUE;
  return FALSE;
}

static void
add_red_line_check (ParleyDocument *document, const ParleyScores *scores)
{
  g_autoptr(GString) results = g_string_new (NULL);
  g_autoptr(GString) parties = g_string_new (NULL);
  gboolean crossed = FALSE;

  for (guint i = 0; i < scores->drafts->len; i++)
    {
      const ParleyDraftScore *score = g_ptr_array_index (scores->drafts, i);
      g_autofree char *name = parley_words_draft (score->draft, scores->scenario->as_of);

      crossed |= crosses_some (score);
      if (score->verdict != score->bare_verdict)
        g_string_append_printf (results, "%s%s", results->len == 0 ? "" : "; ", name);
      append_changed_parties (parties, scores, score);
    }
  if (!crossed)
    return;
  if (results->len > 0)
    parley_document_paragraph (document, "Red lines decide the result for: %s.", results->str);
  else
    parley_document_paragraph (document,
                               "Red lines decide no result: without them each draft fares "
                               "the same.");
  if (parties->len > 0)
    parley_document_paragraph (document, "Without red lines these verdicts change: %s.",
                               parties->str);
}

static gboolean
is_scored (const ParleyScores *scores, guint draft)
{
  for (guint i = 0; i < scores->drafts->len; i++)
    if (((const ParleyDraftScore *) g_ptr_array_index (scores->drafts, i))->draft
        == parley_scenario_draft (scores->scenario, draft))
      return TRUE;
  return FALSE;
}

/* How often the model gives the answer that a party gave. */
static void
add_record (ParleyDocument *document, const ParleyScores *scores, const GArray *answers)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint p = 0; p < scores->scenario->parties->len; p++)
    {
      guint n_answers = 0, n_right = 0, n_open = 0;

      for (guint i = 0; i < answers->len; i++)
        {
          const ParleyAnswer *answer = &g_array_index (answers, ParleyAnswer, i);

          if (answer->move.party != p || !is_scored (scores, answer->move.draft))
            continue;
          n_answers++;
          n_open += answer->verdict == PARLEY_VERDICT_DEPENDS;
          n_right
              += answer->verdict == (answer->yes ? PARLEY_VERDICT_ACCEPTS : PARLEY_VERDICT_REJECTS);
        }
      if (n_answers == 0)
        continue;
      g_string_append_printf (text, "%s%s %u of %u", text->len == 0 ? "" : "; ",
                              parley_scenario_party (scores->scenario, p)->title, n_right,
                              n_answers);
      if (n_open > 0)
        g_string_append_printf (text, " (%u more %s)", n_open, n_open == 1 ? "depends" : "depend");
    }
  if (text->len > 0)
    parley_document_paragraph (
        document,
        "How often the model gives the answer that a side really gave to a draft of "
        "others: %s.",
        text->str);
}

static void
add_draft (ParleyDocument          *document,
           const ParleyScenario    *scenario,
           const ParleyDraftScore  *score,
           const ParleyScoreDetail *detail)
{
  g_autofree char *name = parley_words_draft (score->draft, scenario->as_of);

  if (!detail->details && score->verdict == PARLEY_VERDICT_ACCEPTS)
    return;
  parley_document_heading (document, 2, "%s", name);
  parley_score_add_reasons (document, scenario, score);
  if (score->verdict == PARLEY_VERDICT_INFEASIBLE)
    return;
  if (score->counts == NULL)
    parley_document_note (document, "Open terms have more completions than can be counted.");
  parley_open_terms_add (document, scenario, score, detail->all);
  parley_breakdown_add (document, scenario, score, "Where the points come from", detail->all);
}

ParleyDocument *
parley_score_to_document (const ParleyScores      *scores,
                          const GArray            *answers,
                          const ParleyScoreDetail *detail)
{
  ParleyDocument *document = parley_document_new ();

  add_title (document, scores);
  if (scores->drafts->len == 0)
    {
      parley_document_lead (document, "There are no drafts to score.");
      return document;
    }
  add_answer (document, scores);
  parley_reservations_add (document, scores->scenario);
  add_overview (document, scores);
  add_red_line_check (document, scores);
  add_record (document, scores, answers);
  for (guint i = 0; i < scores->drafts->len; i++)
    add_draft (document, scores->scenario, g_ptr_array_index (scores->drafts, i), detail);
  return document;
}
