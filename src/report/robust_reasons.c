/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/input_words.h"
#include "report/robust_parts.h"
#include "report/words.h"

/* So many are named. */
#define MOST_REASONS 3

/* "92 % where it is 12.4 or less, 31 % where it is 18.1 or more" */
static char *
reason_words (const ParleyRobust *self, const ParleyReason *reason)
{
  const ParleyDrawnInput *input = g_ptr_array_index (self->draws->inputs, reason->input);
  g_autofree char *at_low = parley_likelihood_share ((ParleyFrequency){ reason->low, 0 });
  g_autofree char *at_high = parley_likelihood_share ((ParleyFrequency){ reason->high, 0 });
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;
  mpq_t value;

  if (input->input.kind == PARLEY_INPUT_RED_LINE)
    return g_strdup_printf ("%s where it does not hold, %s where it does", at_low, at_high);
  mpq_init (value);
  parley_robust_third_end (self, reason->input, FALSE, value);
  low = parley_words_input (value);
  parley_robust_third_end (self, reason->input, TRUE, value);
  high = parley_words_input (value);
  mpq_clear (value);
  return g_strdup_printf ("%s where it is %s or less, %s where it is %s or more", at_low, low,
                          at_high, high);
}

static void
add_rows (ParleyTable *table, const ParleyRobust *self, const GArray *reasons)
{
  for (guint i = 0; i < MIN (reasons->len, MOST_REASONS); i++)
    {
      const ParleyReason *reason = &g_array_index (reasons, ParleyReason, i);
      const ParleyDrawnInput *input = g_ptr_array_index (self->draws->inputs, reason->input);
      const ParleyParty *party = parley_scenario_party (self->scenario, input->input.party);

      parley_table_row (table);
      parley_table_cell_text (table, party->title);
      parley_table_take_cell (table, parley_words_input_name (self->scenario, &input->input));
      parley_table_take_cell (table, reason_words (self, reason));
    }
  if (reasons->len == 0)
    {
      parley_table_row (table);
      parley_table_cell_text (table, NULL);
      parley_table_cell_text (table, "no single number: several together");
    }
}

static ParleyTable *
table_new (ParleyDocument *document)
{
  ParleyTable *table = NULL;

  parley_document_heading (document, 2, "What the doubtful answers hang on");
  table = parley_document_table (document, PARLEY_TABLE_RULED);
  parley_table_column (table, "Party", PARLEY_COLUMN_LABEL);
  parley_table_column (table, "Number", PARLEY_COLUMN_TEXT);
  parley_table_column (table, "The answer is yes in", PARLEY_COLUMN_TEXT);
  parley_table_note (table, "The lowest and the highest third of what was drawn of a number.");
  return table;
}

void
parley_robust_add_reasons (ParleyDocument *document, const ParleyRobust *self)
{
  ParleyTable *table = NULL;
  ParleyFrequency exists = parley_frequency (*self->sums->exists, *self->sums->n_draws);

  for (guint d = 0; d < self->shape.n_drafts; d++)
    for (guint p = 0; p < self->shape.n_parties; p++)
      {
        ParleyFrequency accepts = parley_robust_accepts (self, d, p);
        g_autofree char *name = parley_robust_draft_name (self, d);
        g_autofree char *share = parley_likelihood_share (accepts);
        g_autoptr(GArray) reasons = NULL;

        if (!parley_frequency_is_doubtful (accepts))
          continue;
        table = table != NULL ? table : table_new (document);
        reasons = parley_robust_reasons (self, PARLEY_ASK_VERDICT, d, p);
        parley_table_section (table, "%s: accepts \"%s\" in %s of draws",
                              parley_scenario_party (self->scenario, p)->title, name, share);
        add_rows (table, self, reasons);
      }
  if (self->request.deals && parley_frequency_is_doubtful (exists))
    {
      g_autoptr(GArray) reasons = parley_robust_reasons (self, PARLEY_ASK_DEALS, 0, 0);
      g_autofree char *share = parley_likelihood_share (exists);

      table = table != NULL ? table : table_new (document);
      parley_table_section (table, "There is a deal in %s of draws", share);
      add_rows (table, self, reasons);
    }
}
