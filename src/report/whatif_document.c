/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/title.h"
#include "report/whatif.h"
#include "report/words.h"

/* So many values that are changed are named. */
#define CHANGES_NAMED 4

static const ParleyCaseOutcome *
base_of (const ParleyWhatIf *what_if)
{
  return parley_what_if_outcome (what_if, 0);
}

static guint
n_cases (const ParleyWhatIf *what_if)
{
  return what_if->outcomes->len - 1;
}

static gboolean
some_draft_turns (const ParleyCaseOutcome *outcome)
{
  g_autoptr(GArray) pairs = parley_case_outcome_drafts (outcome);

  for (guint i = 0; i < pairs->len; i++)
    if (parley_draft_pair_turns (&g_array_index (pairs, ParleyDraftPair, i)))
      return TRUE;
  return FALSE;
}

static gboolean
loses_deal (const ParleyCaseOutcome *outcome)
{
  return outcome->agreement->exists == PARLEY_EXISTS_NO
         && outcome->before->agreement->exists == PARLEY_EXISTS_YES;
}

static gboolean
gains_deal (const ParleyCaseOutcome *outcome)
{
  return outcome->agreement->exists == PARLEY_EXISTS_YES
         && outcome->before->agreement->exists == PARLEY_EXISTS_NO;
}

static gboolean
moves_nash (const ParleyCaseOutcome *outcome)
{
  const ParleySolutionMove *move = &outcome->moves[PARLEY_NASH];

  return move->moved && move->before != NULL && move->after != NULL;
}

/* "The verdict on a draft turns in 8 of 14 cases." Where only some do something that is said of
 * few, they are named. */
static void
append_answer (GString *answer,
               const ParleyWhatIf *what_if,
               const char *what,
               gboolean (*does) (const ParleyCaseOutcome *outcome),
               gboolean name_them)
{
  g_autoptr(GString) names = g_string_new (NULL);
  guint n = 0;

  for (guint i = 1; i < what_if->outcomes->len; i++)
    {
      const ParleyCaseOutcome *outcome = parley_what_if_outcome (what_if, i);

      if (!does (outcome))
        continue;
      g_string_append_printf (names, "%s%s", n == 0 ? "" : "; ", outcome->given.title);
      n++;
    }
  if (name_them && n == 0)
    return;
  g_string_append_printf (answer, "%s%s ", answer->len == 0 ? "" : " ", what);
  if (n == 0)
    g_string_append (answer, "in no case.");
  else if (n == n_cases (what_if))
    g_string_append (answer, "in every case.");
  else
    g_string_append_printf (answer, "in %u of %u cases%s%s%s.", n, n_cases (what_if),
                            name_them ? " (" : "", name_them ? names->str : "",
                            name_them ? ")" : "");
}

static const char *
fate_of_nash (const ParleyCaseOutcome *outcome)
{
  if (loses_deal (outcome))
    return "No deal is left.";
  if (gains_deal (outcome))
    return "There is a deal now.";
  if (outcome->agreement->picks[PARLEY_NASH].options == NULL)
    return "There still is no deal.";
  return moves_nash (outcome) ? "The Nash deal moves." : "The Nash deal stays.";
}

static void
add_single_answer (ParleyDocument *document, const ParleyCaseOutcome *outcome)
{
  g_autofree char *turns = parley_what_if_turns (outcome);
  g_autofree char *parties = parley_what_if_parties (outcome);
  g_autoptr(GString) answer = g_string_new (parties);

  if (turns != NULL)
    g_string_append_printf (answer, "Verdicts that turn: %s.", turns);
  else
    g_string_append_printf (answer, "No %sverdict on a draft turns.",
                            parties != NULL ? "other " : "");
  parley_document_lead (document, "%s %s", answer->str, fate_of_nash (outcome));
}

static void
add_answer (ParleyDocument *document, const ParleyWhatIf *what_if)
{
  g_autoptr(GString) answer = g_string_new (NULL);
  g_autofree char *everyone = parley_words_everyone (base_of (what_if)->given.scenario);
  g_autofree char *lost = g_strdup_printf ("No deal is acceptable to %s any more", everyone);
  g_autofree char *gained = g_strdup_printf ("A deal becomes acceptable to %s", everyone);

  if (n_cases (what_if) == 1)
    {
      add_single_answer (document, parley_what_if_outcome (what_if, 1));
      return;
    }
  append_answer (answer, what_if, "The verdict on some draft turns", some_draft_turns, FALSE);
  append_answer (answer, what_if, lost, loses_deal, TRUE);
  append_answer (answer, what_if, gained, gains_deal, TRUE);
  append_answer (answer, what_if, "The Nash deal moves", moves_nash, FALSE);
  parley_document_lead (document, "%s", answer->str);
}

/* A value, nothing, or of a model that is used the name of its file. */
static char *
value_words (const ParleyDifference *one, const char *words)
{
  if (words == NULL)
    return g_strdup ("not stated");
  return g_str_has_suffix (one->path, ".use") ? g_path_get_basename (words) : g_strdup (words);
}

static void
add_changed (ParleyDocument *document, const ParleyCaseOutcome *outcome, gboolean all)
{
  GPtrArray *changed = outcome->given.changed;
  guint n = all || changed->len <= CHANGES_NAMED + 1 ? changed->len : CHANGES_NAMED;
  ParleyTable *table = NULL;

  if (changed->len == 0)
    {
      parley_document_note (document, "This changes nothing that any figure follows from.");
      return;
    }
  table = parley_document_table (document, PARLEY_TABLE_PLAIN);
  parley_table_column (table, "Changed", PARLEY_COLUMN_TEXT);
  parley_table_column (table, "before", PARLEY_COLUMN_TEXT);
  parley_table_column (table, "after", PARLEY_COLUMN_TEXT);
  for (guint i = 0; i < n; i++)
    {
      const ParleyDifference *one = g_ptr_array_index (changed, i);

      parley_table_row (table);
      parley_table_cell_text (table, one->path);
      parley_table_take_cell (table, value_words (one, one->before_words));
      parley_table_take_cell (table, value_words (one, one->after_words));
    }
  if (n < changed->len)
    parley_table_note (table, "and %u more values (--all)", changed->len - n);
}

/* "there were 17" and so on, of what a case is compared with. */
static char *
deals_before (const ParleyAgreement *agreement)
{
  g_autofree char *count = parley_what_if_deals (agreement);

  if (agreement->exists == PARLEY_EXISTS_NO)
    return g_strdup ("there was none");
  if (agreement->exists == PARLEY_EXISTS_UNKNOWN)
    return g_strdup ("that was not known");
  return g_strdup_printf ("there %s %s", g_str_equal (count, "1") ? "was" : "were", count);
}

static char *
deals_now (const ParleyAgreement *agreement, const char *everyone)
{
  g_autofree char *count = parley_what_if_deals (agreement);

  if (agreement->exists == PARLEY_EXISTS_NO)
    return g_strdup_printf ("NO deal is acceptable to %s", everyone);
  if (agreement->exists == PARLEY_EXISTS_UNKNOWN)
    return g_strdup_printf ("It is not known whether a deal is acceptable to %s", everyone);
  if (agreement->counts == NULL)
    return g_strdup_printf ("There are deals acceptable to %s", everyone);
  return g_strdup_printf ("%s %s acceptable to %s", count,
                          g_str_equal (count, "1") ? "deal is" : "deals are", everyone);
}

static void
add_deals (ParleyDocument *document, const ParleyCaseOutcome *outcome)
{
  const ParleyAgreement *old = outcome->before->agreement;
  const ParleyAgreement *new = outcome->agreement;
  g_autofree char *everyone = parley_words_everyone (outcome->given.scenario);
  g_autofree char *count_before = parley_what_if_deals (old);
  g_autofree char *count = parley_what_if_deals (new);
  g_autofree char *before = deals_before (old);
  g_autofree char *now = deals_now (new, everyone);

  if (g_str_equal (count_before, count))
    parley_document_paragraph (document, "%s, as before.", now);
  else
    parley_document_paragraph (document, "%s; before, %s.", now, before);
}

static void
add_case (ParleyDocument *document,
          const ParleyCaseOutcome *outcome,
          gboolean all,
          gboolean explain)
{
  const ParleyWhatIfCase *given = &outcome->given;

  if (given->id != NULL)
    parley_document_heading (document, 2, "%s (%s)", given->title, given->id);
  else
    parley_document_heading (document, 2, "%s", given->title);
  if (given->question != NULL)
    parley_document_paragraph (document, "%s", given->question);
  add_changed (document, outcome, all);
  add_deals (document, outcome);
  parley_what_if_add_drafts (document, outcome, all, explain);
  parley_what_if_add_solutions (document, outcome);
}

ParleyDocument *
parley_what_if_to_document (const ParleyWhatIf *what_if, gboolean all)
{
  ParleyDocument *document = parley_document_new ();

  parley_title_add (document, base_of (what_if)->given.scenario, what_if->rounded);
  add_answer (document, what_if);
  if (n_cases (what_if) > 1)
    parley_what_if_add_overview (document, what_if);
  for (guint i = 1; i < what_if->outcomes->len; i++)
    add_case (document, parley_what_if_outcome (what_if, i), all, n_cases (what_if) == 1);
  return document;
}
