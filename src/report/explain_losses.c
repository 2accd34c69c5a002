/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/explain.h"
#include "report/term_words.h"

/* A row of what must stay. */
typedef struct
{
  const ParleyExplanation *explanation;
  guint                    axis;
  guint                    party;
} Row;

static ParleyVerdict
verdict_before (const Row *row)
{
  return ((const ParleyStanding *) g_ptr_array_index (row->explanation->score->standings,
                                                      row->party))
      ->verdict;
}

/* The terms with which the party would come to @verdict, or NULL. */
static char *
terms_with (const Row *row, ParleyVerdict verdict)
{
  const ParleyClauses *clauses = row->explanation->clauses;
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < clauses->clauses->len; i++)
    {
      const ParleyClause *clause = g_ptr_array_index (clauses->clauses, i);
      g_autofree char *words = NULL;

      if (clause->axis != row->axis || !clause->feasible
          || clause->after[row->party].verdict != verdict)
        continue;
      words = parley_words_option (clauses->space, clause->axis, clause->option);
      g_string_append_printf (text, "%s%s", text->len == 0 ? "" : "; ", words);
    }
  return text->len == 0 ? NULL : g_string_free (g_steal_pointer (&text), FALSE);
}

/* Whether the party can be lost: it must consent to the draft, and does. */
static gboolean
can_be_lost (const Row *row)
{
  const ParleyStanding *standing
      = g_ptr_array_index (row->explanation->score->standings, row->party);

  return parley_party_decides (parley_scenario_party (row->explanation->scenario, row->party))
         && standing->needed != PARLEY_NONE && verdict_before (row) == PARLEY_VERDICT_ACCEPTS;
}

/* Whether some side may reject the draft after some change, and may not. */
static gboolean
some_may_reject (const ParleyExplanation *explanation)
{
  for (guint a = 0; a < explanation->clauses->space->domain->n_axes; a++)
    for (guint p = 0; p < explanation->scenario->parties->len; p++)
      {
        Row row = { explanation, a, p };
        g_autofree char *terms = terms_with (&row, PARLEY_VERDICT_DEPENDS);

        if (terms != NULL && can_be_lost (&row))
          return TRUE;
      }
  return FALSE;
}

/* The first row begins the table. */
static void
begin (ParleyDocument *document, ParleyTable **table, gboolean may_reject)
{
  if (*table != NULL)
    return;
  *table = parley_document_table (document, PARLEY_TABLE_RULED);
  parley_table_caption (*table, "Terms that would put a side's consent at risk, each by itself");
  parley_table_column (*table, "Issue", PARLEY_COLUMN_TEXT);
  parley_table_column (*table, "Now", PARLEY_COLUMN_TEXT);
  parley_table_column (*table, "Side", PARLEY_COLUMN_TEXT);
  parley_table_column (*table, "Would reject with", PARLEY_COLUMN_TEXT);
  if (may_reject)
    parley_table_column (*table, "May reject with", PARLEY_COLUMN_TEXT);
}

static void
add_row (ParleyDocument *document, ParleyTable **table, const Row *row, gboolean may_reject)
{
  guint issue = row->explanation->clauses->space->domain->axes[row->axis].issue;
  g_autofree char *rejects = terms_with (row, PARLEY_VERDICT_REJECTS);
  g_autofree char *depends = terms_with (row, PARLEY_VERDICT_DEPENDS);

  if (!can_be_lost (row) || (rejects == NULL && depends == NULL))
    return;
  begin (document, table, may_reject);
  parley_table_row (*table);
  parley_table_cell_text (*table, parley_scenario_issue (row->explanation->scenario, issue)->title);
  parley_table_take_cell (*table, parley_words_draft_term (row->explanation->score, issue));
  parley_table_cell_text (*table,
                          parley_scenario_party (row->explanation->scenario, row->party)->title);
  parley_table_cell_text (*table, rejects);
  if (may_reject)
    parley_table_cell_text (*table, depends);
}

void
parley_explain_add_losses (ParleyDocument *document, const ParleyExplanation *explanation)
{
  gboolean may_reject = some_may_reject (explanation);
  ParleyTable *table = NULL;

  parley_document_heading (document, 2, "What must stay");
  for (guint a = 0; a < explanation->clauses->space->domain->n_axes; a++)
    for (guint p = 0; p < explanation->scenario->parties->len; p++)
      {
        Row row = { explanation, a, p };

        add_row (document, &table, &row, may_reject);
      }
  if (table == NULL)
    parley_document_paragraph (document, "No change of a single term would lose a side.");
  else if (may_reject)
    parley_table_note (table, "May reject: as terms turn out that the draft leaves open.");
}
