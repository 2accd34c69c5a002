/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/deals.h"
#include "report/whatif.h"
#include "report/words.h"

static void
add_case (ParleyTable *table, const ParleyCaseOutcome *outcome)
{
  parley_table_row (table);
  parley_table_cell_text (table, outcome->given.id != NULL ? outcome->given.id : "");
}

static void
add_acceptable (ParleyTable *table, const ParleyAgreement *agreement)
{
  parley_table_take_cell (table, agreement->counts == NULL
                                     ? NULL
                                     : parley_count_to_text (agreement->counts->total.all));
}

static void
add_end (ParleyTable *table, const ParleyCaseOutcome *outcome, gboolean changes)
{
  parley_table_cell_text (table, changes ? "yes" : "no");
  add_acceptable (table, outcome->before->agreement);
  add_acceptable (table, outcome->agreement);
}

/* Low, high, the verdict of the party and of the draft; empty where @standing is NULL. */
static void
add_standing (ParleyTable *table, const ParleyDraftScore *score, const ParleyStanding *standing)
{
  gboolean known
      = standing != NULL && standing->scored && score->verdict != PARLEY_VERDICT_INFEASIBLE;

  parley_table_take_cell (table, known ? parley_words_figure (standing->low) : NULL);
  parley_table_take_cell (table, known ? parley_words_figure (standing->high) : NULL);
  parley_table_cell_text (table,
                          standing == NULL ? NULL : parley_verdict_to_string (standing->verdict));
  parley_table_cell_text (table, score == NULL ? NULL : parley_verdict_to_string (score->verdict));
}

static void
add_party (ParleyTable *table,
           const ParleyCaseOutcome *outcome,
           const ParleyDraftPair *pair,
           const char *party)
{
  const ParleyDraft *draft = pair->after != NULL ? pair->after->draft : pair->before->draft;

  add_case (table, outcome);
  parley_table_cell_text (table, draft->id);
  parley_table_cell_text (table, NULL);
  parley_table_cell_text (table, party);
  add_standing (table, pair->before, parley_draft_score_of (pair->before, party));
  add_standing (table, pair->after, parley_draft_score_of (pair->after, party));
  add_end (table, outcome, parley_draft_pair_changes (pair));
}

/* The parties of the case, then those that are gone. */
static void
add_draft (ParleyTable *table, const ParleyCaseOutcome *outcome, const ParleyDraftPair *pair)
{
  const ParleyScenario *after = outcome->given.scenario;
  const ParleyScenario *before = outcome->before->given.scenario;

  for (guint p = 0; p < after->parties->len; p++)
    add_party (table, outcome, pair, parley_scenario_party (after, p)->id);
  for (guint p = 0; p < before->parties->len; p++)
    if (parley_scenario_find_party (after, parley_scenario_party (before, p)->id) < 0)
      add_party (table, outcome, pair, parley_scenario_party (before, p)->id);
}

/* The score twice, as low and high, and no verdicts. */
static void
add_score (ParleyTable *table,
           const ParleyAgreement *agreement,
           const ParleyScore *scores,
           const char *id)
{
  int party = parley_scenario_find_party (agreement->space->scenario, id);
  const ParleyUtility *utility
      = party < 0 ? NULL : g_ptr_array_index (agreement->utilities, (guint) party);
  gboolean known = scores != NULL && utility != NULL && utility->scored;
  mpq_t score;

  mpq_init (score);
  if (known)
    parley_score_to_exact (scores[party], utility->denominator, score);
  parley_table_take_cell (table, known ? parley_words_figure (score) : NULL);
  parley_table_take_cell (table, known ? parley_words_figure (score) : NULL);
  parley_table_cell_text (table, NULL);
  parley_table_cell_text (table, NULL);
  mpq_clear (score);
}

static void
add_solution (ParleyTable *table, const ParleyCaseOutcome *outcome, ParleySolution solution)
{
  const ParleyAgreement *before = outcome->before->agreement;
  const ParleyAgreement *after = outcome->agreement;

  for (guint s = 0; s < after->n_slots; s++)
    {
      const char *party = parley_scenario_party (after->space->scenario, after->slots[s])->id;

      add_case (table, outcome);
      parley_table_cell_text (table, NULL);
      parley_table_cell_text (table, parley_solution_key (solution));
      parley_table_cell_text (table, party);
      add_score (table, before, before->picks[solution].scores, party);
      add_score (table, after, outcome->moves[solution].scores, party);
      add_end (table, outcome, outcome->moves[solution].moved);
    }
}

ParleyTable *
parley_what_if_to_table (const ParleyWhatIf *what_if)
{
  static const char *const titles[] = { "case",
                                        "draft",
                                        "solution",
                                        "party",
                                        "low_before",
                                        "high_before",
                                        "verdict_before",
                                        "draft_verdict_before",
                                        "low",
                                        "high",
                                        "verdict",
                                        "draft_verdict",
                                        "changes",
                                        "acceptable_before",
                                        "acceptable" };
  ParleyTable *table = parley_table_new (PARLEY_TABLE_RULED);

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    parley_table_column (table, titles[i], PARLEY_COLUMN_LABEL);
  for (guint i = 1; i < what_if->outcomes->len; i++)
    {
      const ParleyCaseOutcome *outcome = parley_what_if_outcome (what_if, i);
      g_autoptr(GArray) pairs = parley_case_outcome_drafts (outcome);

      for (guint d = 0; d < pairs->len; d++)
        add_draft (table, outcome, &g_array_index (pairs, ParleyDraftPair, d));
      for (guint s = 0; s < PARLEY_N_SOLUTIONS; s++)
        add_solution (table, outcome, s);
    }
  return table;
}
