/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Annexes that show other results of the same scenario. */
#include "report/brief_part.h"
#include "report/deal_list.h"
#include "report/words.h"

/* So many points of a long frontier are shown. */
#define POINTS_SHOWN 40

/* Deals */

void
parley_brief_add_deals (ParleyBrief *self)
{
  const ParleyDeals *deals = self->briefing->deals;

  parley_document_heading (self->document, 1, "%s", _ ("Acceptable deals"));
  parley_brief_add_space (self);
  parley_deals_add_counts (self->document, deals);
  parley_gap_add_note (self->document, deals);
  if (parley_findings_has_deal (deals->landscape->findings))
    {
      parley_landmarks_add (self->document, deals);
      parley_deal_list_add (self->document, deals);
    }
  else
    parley_nearest_add (self->document, deals);
  parley_obstacles_add (self->document, deals);
}

/* That there is no deal among those of @landscape, as far as that is known. */
static void
add_none (ParleyBrief *self, const ParleyLandscape *landscape)
{
  parley_document_paragraph (self->document, "%s",
                             parley_findings_is_open (landscape->findings)
                                 ? _ ("No deal that is acceptable to all was found.")
                                 : _ ("No deal is acceptable to all."));
}

void
parley_brief_add_common (ParleyBrief *self)
{
  const ParleyLandscape *landscape = self->briefing->deals->landscape;

  if (parley_common_add (self->document, self->briefing->deals))
    return;
  parley_document_heading (self->document, 2, "%s", _ ("What acceptable deals have in common"));
  if (!parley_findings_has_deal (landscape->findings))
    add_none (self, landscape);
  else
    parley_document_paragraph (
        self->document, "%s",
        _ ("Nothing can be said: deals were not counted, or no issue has several options."));
}

/* Frontier */

static void
add_frontier_row (ParleyTable *table, const ParleyLandscape *landscape, const ParleyPoint *point)
{
  const ParleyFrontier *frontier = landscape->findings->frontier;

  parley_table_row (table);
  for (guint i = 0; i < frontier->n_slots; i++)
    {
      const ParleyUtility *utility = g_ptr_array_index (landscape->utilities, frontier->slots[i]);
      ParleyScore score = point->scores[frontier->slots[i]];

      parley_table_take_cell (table, parley_words_score (utility, score));
      parley_table_take_cell (table,
                              utility->has_reservation
                                  ? parley_words_score (utility, score - utility->reservation)
                                  : NULL);
    }
  parley_table_take_cell (table, parley_words_count (point->n_deals));
}

static void
add_frontier_table (ParleyBrief *self, const ParleyLandscape *landscape)
{
  const ParleyFrontier *frontier = landscape->findings->frontier;
  guint n = frontier->points->len;
  guint n_shown = MIN (n, POINTS_SHOWN);
  ParleyTable *table = parley_document_table (self->document, PARLEY_TABLE_RULED);
  for (guint i = 0; i < frontier->n_slots; i++)
    {
      parley_table_group (table, parley_brief_party_title (self, frontier->slots[i]), 2);
      parley_table_column (table, _ ("score"), PARLEY_COLUMN_NUMBER);
      parley_table_column (table, _ ("surplus"), PARLEY_COLUMN_NUMBER);
    }
  parley_table_column (table, _ ("deals"), PARLEY_COLUMN_NUMBER);
  for (guint i = 0; i < n_shown; i++)
    {
      guint at = n_shown < 2 ? 0 : (guint) ((guint64) i * (n - 1) / (n_shown - 1));

      add_frontier_row (table, landscape, g_ptr_array_index (frontier->points, at));
    }
  if (n_shown < n)
    parley_table_note (table, _ ("%u of %u points, from end to end."), n_shown, n);
  if (landscape->gap != NULL)
    parley_table_note (table, _ ("They are the best found, not proven best: %s."),
                       landscape->gap->why);
}

void
parley_brief_add_frontier (ParleyBrief *self)
{
  const ParleyLandscape *landscape = self->briefing->ground;
  g_autofree char *ground = parley_brief_ground (self);

  parley_document_heading (self->document, 1, "%s", _ ("The frontier"));
  if (!parley_findings_has_deal (landscape->findings))
    {
      add_none (self, landscape);
      return;
    }
  parley_document_paragraph (
      self->document,
      _ ("Among %s, %u efficient points: no acceptable deal is better for one side and worse for "
         "none."),
      ground, landscape->findings->frontier->points->len);
  add_frontier_table (self, landscape);
}
