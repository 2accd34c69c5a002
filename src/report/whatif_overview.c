/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/language.h"
#include "report/verdicts.h"
#include "report/whatif.h"
#include "report/words.h"

/* So many drafts that turn are named. */
#define TURNS_NAMED 3

char *
parley_what_if_deals (const ParleyAgreement *agreement)
{
  if (agreement->exists == PARLEY_EXISTS_NO)
    return g_strdup (C_ ("deals", "none"));
  if (agreement->exists == PARLEY_EXISTS_UNKNOWN)
    return g_strdup (_ ("not known"));
  if (agreement->counts == NULL)
    return g_strdup (C_ ("deals", "some"));
  return parley_words_count (agreement->counts->total.all);
}

/* "no -> yes", or where the result stays, "Ukraine depends", of a draft that turns. */
static char *
turn_of (const ParleyDraftPair *pair)
{
  g_autofree char *old = NULL;
  g_autofree char *new = NULL;
  int p = -1;

  if (pair->before == NULL)
    return g_strdup (C_ ("draft", "new"));
  if (pair->after == NULL)
    return g_strdup (C_ ("draft", "gone"));
  old = parley_verdict_joint_cell (pair->before);
  new = parley_verdict_joint_cell (pair->after);
  p = parley_draft_pair_turned_party (pair);
  if (pair->before->verdict != pair->after->verdict || p < 0)
    return g_strdup_printf ("%s -> %s", old, new);
  return g_strdup_printf (C_ ("party, verdict", "%s %s"),
                          parley_scenario_party (pair->after->space->scenario, (guint) p)->title,
                          parley_verdict_word (((const ParleyStanding *) g_ptr_array_index (
                                                    pair->after->standings, (guint) p))
                                                   ->verdict));
}

char *
parley_what_if_turns (const ParleyCaseOutcome *outcome)
{
  g_autoptr(GArray) pairs = parley_case_outcome_drafts (outcome);
  g_autoptr(GString) text = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < pairs->len; i++)
    {
      const ParleyDraftPair *pair = &g_array_index (pairs, ParleyDraftPair, i);
      const ParleyDraftScore *score = pair->after != NULL ? pair->after : pair->before;
      g_autofree char *name = parley_words_draft (score->draft, outcome->given.scenario->as_of);
      g_autofree char *turn = NULL;

      if (!parley_draft_pair_turns (pair) || ++n > TURNS_NAMED)
        continue;
      turn = turn_of (pair);
      g_string_append_printf (text, "%s%s: %s", n == 1 ? "" : "; ", name, turn);
    }
  if (n > TURNS_NAMED)
    g_string_append_printf (text, _ ("; %u more"), n - TURNS_NAMED);
  return n == 0 ? NULL : g_string_free (g_steal_pointer (&text), FALSE);
}

static const char *
nash_words (const ParleyCaseOutcome *outcome)
{
  if (outcome->agreement->picks[PARLEY_NASH].options == NULL)
    return C_ ("deals", "none");
  return outcome->moves[PARLEY_NASH].moved ? C_ ("deal", "another") : C_ ("deal", "the same");
}

static void
add_nash_scores (ParleyTable *table,
                 const ParleyAgreement *base,
                 const ParleyAgreement *agreement,
                 const ParleyScore *scores)
{
  for (guint s = 0; s < base->n_slots; s++)
    {
      const char *id = parley_scenario_party (base->space->scenario, base->slots[s])->id;
      int party = parley_scenario_find_party (agreement->space->scenario, id);

      if (scores == NULL || party < 0)
        parley_table_cell_text (table, NULL);
      else
        parley_table_take_cell (table,
                                parley_words_score (g_ptr_array_index (agreement->utilities, party),
                                                    scores[party]));
    }
}

static void
add_columns (ParleyTable *table, const ParleyAgreement *base)
{
  parley_table_column (table, _ ("Case"), PARLEY_COLUMN_TEXT);
  parley_table_column (table,
                       parley_words_n_deciding (base->space->scenario) == 2
                           ? _ ("Drafts whose verdict turns (both accept)")
                           : _ ("Drafts whose verdict turns (all accept)"),
                       PARLEY_COLUMN_TEXT);
  parley_table_column (table, _ ("Acceptable deals"), PARLEY_COLUMN_NUMBER);
  parley_table_group (table, _ ("Nash deal"), base->n_slots + 1);
  parley_table_column (table, NULL, PARLEY_COLUMN_LABEL);
  for (guint s = 0; s < base->n_slots; s++)
    parley_table_column (table,
                         parley_scenario_party (base->space->scenario, base->slots[s])->title,
                         PARLEY_COLUMN_NUMBER);
}

/* Those of all cases, once. */
static void
explain_marks (ParleyTable *table, const ParleyWhatIf *what_if)
{
  ParleyMarks marks = { 0 };

  for (guint i = 0; i < what_if->outcomes->len; i++)
    for (guint d = 0; d < parley_what_if_outcome (what_if, i)->drafts->len; d++)
      parley_marks_find (&marks,
                         g_ptr_array_index (parley_what_if_outcome (what_if, i)->drafts, d));
  parley_marks_explain (&marks, table);
}

static void
add_row (ParleyTable *table, const ParleyCaseOutcome *base, const ParleyCaseOutcome *outcome)
{
  const ParleyAgreement *agreement = outcome->agreement;

  parley_table_row (table);
  parley_table_cell_text (table, outcome->given.title);
  parley_table_take_cell (table, outcome == base ? NULL : parley_what_if_turns (outcome));
  parley_table_take_cell (table, parley_what_if_deals (agreement));
  parley_table_cell_text (table, outcome == base ? NULL : nash_words (outcome));
  add_nash_scores (table, base->agreement, agreement,
                   outcome == base ? agreement->picks[PARLEY_NASH].scores
                                   : outcome->moves[PARLEY_NASH].scores);
}

void
parley_what_if_add_overview (ParleyDocument *document, const ParleyWhatIf *what_if)
{
  const ParleyCaseOutcome *base = parley_what_if_outcome (what_if, 0);
  ParleyTable *table = parley_document_table (document, PARLEY_TABLE_RULED);

  add_columns (table, base->agreement);
  for (guint i = 0; i < what_if->outcomes->len; i++)
    add_row (table, base, parley_what_if_outcome (what_if, i));
  parley_table_rule (table);
  parley_table_note (table, "%s",
                     what_if->against_previous
                         ? _ ("Each case is compared with the one in the line above.")
                         : _ ("Each case is compared with the scenario as it stands."));
  explain_marks (table, what_if);
}
