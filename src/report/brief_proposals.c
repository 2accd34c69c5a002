/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The offer and the fallbacks beside each other. */
#include "report/brief_part.h"
#include "report/words.h"

/* How far the proposals were chosen with care. */
static const char *
safety_words (const ParleyBrief *self)
{
  if (parley_brief_is_safe (self))
    return _ ("Every side that negotiates accepts these even with the highest reservation that is "
              "believed.");
  if (self->briefing->proposals->safe)
    return _ ("Acceptable as the reservations are written; the file does not say how far off these "
              "may be.");
  return self->briefing->ground->gap == NULL
             ? _ (
                 "Acceptable only as the reservations are written: none of the deals chosen from is "
                 "if every side needs as much as is believed at most.")
             : _ (
                 "Acceptable only as the reservations are written: none was found that is if every "
                 "side needs as much as is believed at most.");
}

/* Whose acceptance the column of likelihoods is about: the rival's, or that of all (-1), where
 * others must accept too. */
static int
asked_party (const ParleyBrief *self)
{
  const ParleyBriefing *briefing = self->briefing;

  for (guint p = 0; p < self->scenario->parties->len; p++)
    if (parley_party_decides (parley_scenario_party (self->scenario, p))
        && (int) p != briefing->request.party && (int) p != briefing->rival)
      return -1;
  return briefing->rival;
}

/* The deals that are proposed from are acceptable to all: also to those that are not in the table.
 */
static void
add_ratifiers (ParleyBrief *self, ParleyTable *table)
{
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint p = 0; p < self->scenario->parties->len; p++)
    if (parley_scenario_party (self->scenario, p)->role == PARLEY_ROLE_RATIFIER)
      g_string_append_printf (names, "%s%s", names->len == 0 ? "" : "; ",
                              parley_brief_party_title (self, p));
  if (names->len > 0)
    parley_table_note (table,
                       _ ("Where they are needed, those who must ratify accept these too: %s."),
                       names->str);
}

static void
add_proposal_columns (ParleyBrief *self, ParleyTable *table, const guint *parties, guint n)
{
  parley_table_column (table, NULL, PARLEY_COLUMN_LABEL);
  for (guint i = 0; i < n; i++)
    {
      parley_table_group (table, parley_brief_party_title (self, parties[i]), 2);
      parley_table_column (table, _ ("score"), PARLEY_COLUMN_NUMBER);
      parley_table_column (table, _ ("surplus"), PARLEY_COLUMN_NUMBER);
    }
  if (self->briefing->robust == NULL)
    return;
  if (asked_party (self) >= 0)
    {
      g_autofree char *title = g_strdup_printf (
          _ ("%s accepts"), parley_brief_party_title (self, (guint) asked_party (self)));

      parley_table_group (table, title, 2);
    }
  else
    parley_table_group (table, _ ("All accept"), 2);
  parley_table_column (table, _ ("share of draws"), PARLEY_COLUMN_NUMBER);
  parley_table_column (table, _ ("in words"), PARLEY_COLUMN_LABEL);
}

/* @index: of what is scored. */
static void
add_proposal_cells (ParleyBrief *self,
                    ParleyTable *table,
                    guint index,
                    const guint *parties,
                    guint n)
{
  const ParleyDraftScore *score = g_ptr_array_index (self->briefing->scores->drafts, index);
  ParleyFrequency frequency;

  for (guint i = 0; i < n; i++)
    {
      const ParleyStanding *standing = g_ptr_array_index (score->standings, parties[i]);

      parley_brief_add_score (table, standing);
      parley_brief_add_margin (table, standing);
    }
  if (!parley_brief_frequency (self, index, asked_party (self), &frequency))
    return;
  parley_table_take_number (table, parley_likelihood_share (frequency), frequency.p);
  parley_table_cell_text (table, parley_likelihood_word (frequency));
}

/* The latest of the drafts that are compared, to set the proposals beside. Returns: -1 without. */
static int
latest_draft (const ParleyBrief *self)
{
  const char *date = NULL;
  int latest = -1;

  for (guint i = 0; i < self->briefing->request.n_drafts; i++)
    {
      const ParleyDraftScore *score = parley_briefing_draft (self->briefing, i);

      if (score->verdict == PARLEY_VERDICT_INFEASIBLE
          || (latest >= 0 && g_strcmp0 (score->draft->date, date) < 0))
        continue;
      latest = (int) i;
      date = score->draft->date;
    }
  return latest;
}

static void
add_proposal_table (ParleyBrief *self)
{
  guint n_proposals = parley_briefing_n_proposals (self->briefing);
  g_autofree guint *parties = g_new (guint, self->scenario->parties->len);
  guint n = parley_brief_parties (self, parties);
  ParleyTable *table = parley_document_table (self->document, PARLEY_TABLE_RULED);
  int latest = latest_draft (self);

  add_proposal_columns (self, table, parties, n);
  for (guint i = 0; i < n_proposals; i++)
    {
      parley_table_row (table);
      parley_table_cell_text (table, parley_brief_name (self, i));
      add_proposal_cells (self, table, self->briefing->request.n_drafts + i, parties, n);
    }
  if (latest >= 0)
    {
      g_autofree char *full = parley_words_draft (
          parley_briefing_draft (self->briefing, (guint) latest)->draft, self->scenario->as_of);
      g_autofree char *name = parley_brief_short (full);

      parley_table_row (table);
      parley_table_cell (table, "(%s)", name);
      add_proposal_cells (self, table, (guint) latest, parties, n);
    }
  parley_table_note (table, "%s", safety_words (self));
  add_ratifiers (self, table);
  if (self->briefing->ground->gap != NULL)
    parley_table_note (table, _ ("They are the best found, not proven best: %s."),
                       self->briefing->ground->gap->why);
  if (self->briefing->robust != NULL)
    parley_table_note (table, "%s",
                       _ ("Draws that agree show that the guesses written in the scenario agree, "
                          "not that they are right."));
  else if (self->briefing->no_robust != NULL)
    parley_table_note (table, _ ("How likely acceptance is could not be drawn: %s."),
                       self->briefing->no_robust);
}

/* Whether the concessions lead to the proposal, so that it need not be spelled out. */
static gboolean
is_end_of_plan (const ParleyBrief *self, guint proposal)
{
  return self->briefing->plan != NULL
         && proposal + 1 == parley_briefing_n_proposals (self->briefing);
}

/* The first line names most terms of the first. */
static void
add_proposal_terms (ParleyBrief *self)
{
  for (guint i = 0; i < parley_briefing_n_proposals (self->briefing); i++)
    {
      g_autofree char *terms = i == 0 ? parley_brief_terms (self, 0, PARLEY_BRIEF_MOST_TERMS)
                                      : parley_brief_differences (self, i);
      g_autofree char *rule = parley_brief_rule (self, i);

      if (i > 0 && is_end_of_plan (self, i))
        parley_document_entry (self->document, parley_brief_name (self, i),
                               _ ("%s; as the first, with all concessions below."), rule);
      else if (i > 0)
        parley_document_entry (self->document, parley_brief_name (self, i),
                               _ ("%s; as the first, but %s."), rule, terms);
      else if (parley_brief_n_differences (self) > PARLEY_BRIEF_TERMS_NAMED + 1)
        parley_document_entry (self->document, parley_brief_name (self, i), "%s.", terms);
    }
}

void
parley_brief_add_proposals (ParleyBrief *self)
{
  if (!parley_brief_has_offer (self))
    return;
  parley_document_heading (self->document, 2, "%s",
                           self->briefing->request.party >= 0 ? _ ("Offer and fallbacks")
                                                              : _ ("Proposal and alternatives"));
  add_proposal_table (self);
  add_proposal_terms (self);
}
