/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/amend.h"
#include "report/words.h"

static void
add_answer (ParleyDocument *document, const ParleyAmend *amend)
{
  g_autofree char *everyone = parley_words_everyone (amend->scenario);

  switch (amend->improve)
    {
    case PARLEY_IMPROVE_FOUND:
      parley_document_lead (document,
                            "YES: there are deals that are certainly better than the draft for one "
                            "side and worse for none, from %u %s on.",
                            amend->n_changes, amend->n_changes == 1 ? "change" : "changes");
      break;
    case PARLEY_IMPROVE_EFFICIENT:
      parley_document_lead (document,
                            "NO: no deal is certainly better than the draft for one side without "
                            "loss to another.");
      break;
    case PARLEY_IMPROVE_NOT_ACCEPTABLE:
    case PARLEY_IMPROVE_NOT_ASKED:
    default:
      parley_document_lead (
          document,
          "NO: first the draft itself has to be acceptable to %s, whatever its open "
          "terms turn out to be, and it is not. What would have to change for that "
          "is said without --improve.",
          everyone);
    }
}

void
parley_amend_add_improvements (ParleyDocument *document, const ParleyAmend *amend)
{
  ParleyTable *table = NULL;

  add_answer (document, amend);
  if (amend->amendments->len == 0)
    return;
  parley_document_heading (document, 2, "Better deals");
  parley_document_paragraph (
      document, "No side gets less than the draft gives it at best. The fewest changes "
                "first, then by product of surpluses; what is open in the draft is "
                "settled. Terms that are not named stay as the draft has them.");
  table = parley_document_table (document, PARLEY_TABLE_RULED);
  parley_table_column (table, NULL, PARLEY_COLUMN_RIGHT);
  parley_table_column (table, "changes", PARLEY_COLUMN_RIGHT);
  parley_amend_add_score_columns (table, amend);
  parley_table_column (table, "New terms", PARLEY_COLUMN_TEXT);
  for (guint i = 0; i < amend->amendments->len; i++)
    {
      const ParleyAmendment *amendment = g_ptr_array_index (amend->amendments, i);

      parley_table_row (table);
      parley_table_cell (table, "%u", i + 1);
      parley_table_cell (table, "%u", amendment->n_changed);
      parley_amend_add_score_cells (table, amend, amendment);
      parley_table_take_cell (table, parley_amend_words_of_terms (amend, amendment));
    }
  parley_amend_add_notes (table, amend->amendments);
}
