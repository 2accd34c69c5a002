/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of the drafts: how often each party accepts each of them, and all do. */
#include "report/robust_parts.h"
#include "report/words.h"

static gboolean
gives_verdict (const ParleyRobust *self, guint party)
{
  return parley_party_gives_verdict (parley_scenario_party (self->scenario, party));
}

/* Whether the party's verdict on some draft hangs on open terms in some draw. */
static gboolean
depends_ever (const ParleyRobust *self, guint party)
{
  for (guint d = 0; d < self->shape.n_drafts; d++)
    if (parley_robust_part (self->sums, d, party)[PARLEY_SUM_DEPENDS] > 0)
      return TRUE;
  return FALSE;
}

static void
add_columns (ParleyTable *table, const ParleyRobust *self)
{
  g_autofree char *everyone = parley_words_everyone (self->scenario);

  everyone[0] = g_ascii_toupper (everyone[0]);
  parley_table_column (table, "Draft", PARLEY_COLUMN_TEXT);
  for (guint p = 0; p < self->shape.n_parties; p++)
    if (gives_verdict (self, p))
      {
        parley_table_group (table, parley_scenario_party (self->scenario, p)->title,
                            depends_ever (self, p) ? 2 : 1);
        parley_table_column (table, "accepts", PARLEY_COLUMN_NUMBER);
        if (depends_ever (self, p))
          parley_table_column (table, "depends", PARLEY_COLUMN_NUMBER);
      }
  parley_table_group (table, everyone, 3);
  parley_table_column (table, "accept", PARLEY_COLUMN_NUMBER);
  parley_table_column (table, "+/-", PARLEY_COLUMN_NUMBER);
  parley_table_column (table, "in words", PARLEY_COLUMN_LABEL);
}

static void
add_row (ParleyTable *table, const ParleyRobust *self, guint draft)
{
  ParleyFrequency all = parley_robust_all_accept (self, draft);
  gboolean feasible = parley_robust_is_feasible (self, draft);

  parley_table_row (table);
  parley_table_take_cell (table, parley_robust_draft_name (self, draft));
  for (guint p = 0; p < self->shape.n_parties; p++)
    {
      const double *part = parley_robust_part (self->sums, draft, p);
      ParleyFrequency depends = parley_frequency (part[PARLEY_SUM_DEPENDS], *self->sums->n_draws);

      if (!gives_verdict (self, p))
        continue;
      parley_table_take_cell (
          table,
          feasible ? parley_likelihood_share (parley_robust_accepts (self, draft, p)) : NULL);
      if (depends_ever (self, p))
        parley_table_take_cell (table, depends.p > 0 ? parley_likelihood_share (depends) : NULL);
    }
  parley_table_take_cell (table, feasible ? parley_likelihood_share (all) : NULL);
  parley_table_take_cell (table, parley_likelihood_error (all));
  parley_table_cell_text (table, parley_robust_word (self, draft));
}

/* Open drafts, their open terms being drawn as well: "14 Feb, UA counter 5.8 %". */
static void
add_read (ParleyTable *table, const ParleyRobust *self)
{
  g_autofree char *everyone = parley_words_everyone (self->scenario);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint d = 0; d < self->shape.n_drafts; d++)
    {
      ParleyFrequency read
          = parley_frequency (self->sums->all[2 * (gsize) d + 1], *self->sums->n_draws);
      g_autofree char *name = parley_robust_draft_name (self, d);
      g_autofree char *share = parley_likelihood_share (read);

      if (parley_robust_is_open (self, d) && read.p != parley_robust_all_accept (self, d).p)
        g_string_append_printf (text, "%s%s %s", text->len == 0 ? "" : "; ", name, share);
    }
  if (text->len > 0)
    parley_table_note (
        table, "Where open terms are drawn too, each completion alike, acceptable to %s in: %s.",
        everyone, text->str);
}

/* Drafts that a party would accept more often without its red lines: "12 Feb, US draft all". */
static char *
freed_drafts (const ParleyRobust *self, guint party)
{
  GString *text = g_string_new (NULL);

  for (guint d = 0; d < self->shape.n_drafts; d++)
    {
      const double *part = parley_robust_part (self->sums, d, party);
      ParleyFrequency bare = parley_frequency (part[PARLEY_SUM_BARE], *self->sums->n_draws);
      g_autofree char *name = parley_robust_draft_name (self, d);
      g_autofree char *share = parley_likelihood_share (bare);

      if (part[PARLEY_SUM_BARE] > part[PARLEY_SUM_ACCEPTS])
        g_string_append_printf (text, "%s%s %s", text->len == 0 ? "" : "; ", name, share);
    }
  return g_string_free (text, FALSE);
}

static void
add_red_lines (ParleyTable *table, const ParleyRobust *self)
{
  gboolean some = FALSE;

  for (guint p = 0; p < self->shape.n_parties; p++)
    {
      g_autofree char *drafts = freed_drafts (self, p);

      if (*drafts == '\0')
        continue;
      some = TRUE;
      parley_table_note (table, "Without its red lines %s would accept: %s.",
                         parley_scenario_party (self->scenario, p)->title, drafts);
    }
  if (!some)
    parley_table_note (table, "Red lines turn no acceptance in any draw.");
}

/* Whether some draft has no completion. */
static gboolean
some_are_infeasible (const ParleyRobust *self)
{
  for (guint d = 0; d < self->shape.n_drafts; d++)
    if (!parley_robust_is_feasible (self, d))
      return TRUE;
  return FALSE;
}

void
parley_robust_add_drafts (ParleyDocument *document, const ParleyRobust *self)
{
  ParleyTable *table = NULL;

  if (self->shape.n_drafts == 0)
    return;
  parley_document_heading (document, 2, "The drafts");
  table = parley_document_table (document, PARLEY_TABLE_RULED);
  add_columns (table, self);
  for (guint d = 0; d < self->shape.n_drafts; d++)
    add_row (table, self, d);
  parley_table_note (table, "accepts: every completion of what the draft leaves open; depends: "
                            "some; in the other draws the party rejects all");
  if (some_are_infeasible (self))
    parley_table_note (table, "infeasible: the rules leave no completion");
  parley_table_note (table, "+/-: the standard error, in points of a percent");
  add_read (table, self);
  add_red_lines (table, self);
  parley_table_note (table, "%s", parley_likelihood_rule ());
}
