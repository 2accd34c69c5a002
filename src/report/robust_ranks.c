/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/robust_parts.h"
#include "report/words.h"

static const ParleySmaa *
smaa_of (const ParleyRobust *self, guint party)
{
  return g_ptr_array_index (self->sums->smaa, party);
}

static char *
share_words (double share)
{
  return share > 0 ? parley_likelihood_share ((ParleyFrequency){ share, 0 }) : NULL;
}

static void
add_rank_rows (ParleyTable *table, const ParleyRobust *self, guint party)
{
  const ParleySmaa *smaa = smaa_of (self, party);
  const double *confidence = g_ptr_array_index (self->confidence, party);

  for (guint d = 0; d < self->shape.n_drafts; d++)
    {
      g_autofree double *shares = g_new (double, MAX (1, self->shape.n_shares[party]));

      parley_table_row (table);
      parley_table_take_cell (table, parley_robust_draft_name (self, d));
      for (guint r = 0; r < self->shape.n_drafts; r++)
        parley_table_take_cell (table, share_words (parley_smaa_acceptability (smaa, d, r)));
      if (parley_smaa_central (smaa, d, shares))
        parley_table_take_cell (table,
                                parley_likelihood_share ((ParleyFrequency){ confidence[d], 0 }));
      else
        parley_table_cell_text (table, NULL);
    }
}

static void
add_ranks (ParleyDocument *document, const ParleyRobust *self, guint party)
{
  ParleyTable *table = parley_document_table (document, PARLEY_TABLE_RULED);

  parley_table_caption (table, "%s", parley_scenario_party (self->scenario, party)->title);
  parley_table_column (table, "Draft", PARLEY_COLUMN_TEXT);
  for (guint r = 0; r < self->shape.n_drafts; r++)
    {
      g_autofree char *title = g_strdup_printf (r == 0 ? "best" : "%u", r + 1);

      parley_table_column (table, title, PARLEY_COLUMN_NUMBER);
    }
  parley_table_column (table, "confidence", PARLEY_COLUMN_NUMBER);
  add_rank_rows (table, self, party);
}

/* The weights of who would put a draft first, beside those written. */
static void
add_central (ParleyDocument *document, const ParleyRobust *self, guint party)
{
  const ParleySmaa *smaa = smaa_of (self, party);
  const ParleyParty *model = parley_scenario_party (self->scenario, party);
  ParleyTable *table = parley_document_table (document, PARLEY_TABLE_RULED);
  g_autofree double *shares = g_new (double, MAX (1, self->shape.n_shares[party]));
  guint n = 0;

  parley_table_caption (
      table, "%s: the mean weights, in percent, of draws in which a draft is best", model->title);
  parley_table_column (table, "Issue", PARLEY_COLUMN_TEXT);
  for (guint d = 0; d < self->shape.n_drafts; d++)
    if (parley_smaa_central (smaa, d, shares))
      parley_table_column (table, parley_robust_draft (self, d)->id, PARLEY_COLUMN_NUMBER);
  for (guint i = 0; i < model->n_issues; i++)
    {
      if (model->weights[i] == NULL)
        continue;
      parley_table_row (table);
      parley_table_cell_text (table, parley_scenario_issue (self->scenario, i)->title);
      for (guint d = 0; d < self->shape.n_drafts; d++)
        {
          char digits[G_ASCII_DTOSTR_BUF_SIZE];

          if (parley_smaa_central (smaa, d, shares))
            parley_table_cell_text (table, g_ascii_formatd (digits, sizeof digits, "%.1f",
                                                            100 * shares[n]));
        }
      n++;
    }
}

/* How often each draft is better than each other. */
static void
add_wins (ParleyDocument *document, const ParleyRobust *self, guint party)
{
  const ParleySmaa *smaa = smaa_of (self, party);
  ParleyTable *table = parley_document_table (document, PARLEY_TABLE_RULED);

  parley_table_caption (table,
                        "%s: in how many draws the draft of the row is better than that of the "
                        "column, ties counted half",
                        parley_scenario_party (self->scenario, party)->title);
  parley_table_column (table, "Draft", PARLEY_COLUMN_TEXT);
  for (guint d = 0; d < self->shape.n_drafts; d++)
    parley_table_column (table, parley_robust_draft (self, d)->id, PARLEY_COLUMN_NUMBER);
  for (guint d = 0; d < self->shape.n_drafts; d++)
    {
      parley_table_row (table);
      parley_table_take_cell (table, parley_robust_draft_name (self, d));
      for (guint other = 0; other < self->shape.n_drafts; other++)
        parley_table_take_cell (table, other == d ? NULL
                                                  : parley_likelihood_share ((ParleyFrequency){
                                                      parley_smaa_wins (smaa, d, other), 0 }));
    }
}

void
parley_robust_add_ranks (ParleyDocument *document, const ParleyRobust *self, gboolean everything)
{
  gboolean any = FALSE;

  for (guint p = 0; p < self->shape.n_parties && self->shape.n_drafts > 1; p++)
    {
      if (smaa_of (self, p) == NULL)
        continue;
      if (!any)
        {
          parley_document_heading (document, 2, "How the drafts rank");
          parley_document_paragraph (
              document,
              "In how many draws a draft is a party's best, second and so on, its open terms being "
              "drawn as well; and confidence: how often it is best for weights that are the mean of "
              "those under which it is.");
        }
      any = TRUE;
      add_ranks (document, self, p);
      if (everything)
        add_wins (document, self, p);
      if (everything && self->shape.n_shares[p] > 0)
        add_central (document, self, p);
    }
}
