/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first page: what to do, and why. */
#include <math.h>

#include "report/brief_part.h"
#include "report/deal_list.h"
#include "report/likelihood.h"
#include "report/words.h"

/* So many terms are named in the first sentence, which says how many more there are. */
#define TERMS_NAMED 4

/* The bottom line */

/* "Ukraine 61.5 (needs 50)" for each of the others. */
static char *
others_words (const ParleyBrief *self, guint proposal)
{
  g_autofree guint *parties = g_new (guint, self->scenario->parties->len);
  guint n = parley_brief_parties (self, parties);
  guint first = self->briefing->request.party >= 0 ? 1 : 0;
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = first; i < n; i++)
    {
      const ParleyStanding *standing = parley_brief_standing (self, proposal, parties[i]);
      g_autofree char *score = parley_words_points (standing->low);
      g_autofree char *needs
          = standing->has_reservation ? parley_words_input (standing->reservation) : NULL;
      g_autofree char *one
          = needs == NULL
                ? g_strdup_printf (_ ("%s gets %s points"),
                                   parley_brief_party_title (self, parties[i]), score)
                : g_strdup_printf (_ ("%s gets %s points and needs %s"),
                                   parley_brief_party_title (self, parties[i]), score, needs);

      g_string_append_printf (text, "%s%s", i == first ? "" : "; ", one);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Which deals the proposals were chosen from. */
static char *
choice_words (const ParleyBrief *self)
{
  gboolean safe = parley_brief_is_safe (self);
  g_autofree char *ground = parley_brief_ground (self);

  if (self->briefing->among == PARLEY_AMONG_ALL)
    return g_strdup (safe ? _ ("all deals that hold at the highest reservations believed")
                          : _ ("all acceptable deals"));
  return g_strdup_printf (
      safe ? _ ("the deals that hold at the highest reservations believed and take only %s")
           : _ ("the acceptable deals that take only %s"),
      ground);
}

/* The offer, and why it is that. */
static void
add_offer (ParleyBrief *self)
{
  int own = self->briefing->request.party;
  g_autofree char *terms = parley_brief_terms (self, 0, TERMS_NAMED);
  g_autofree char *others = others_words (self, 0);
  g_autofree char *choice = choice_words (self);
  g_autofree char *rule = parley_brief_rule (self, 0);
  g_autofree char *score = NULL;

  if (own < 0)
    {
      parley_document_lead (self->document, _ ("Propose %s: it %s of %s; %s."), terms, rule, choice,
                            others);
      return;
    }
  score = parley_words_points (parley_brief_standing (self, 0, (guint) own)->low);
  parley_document_lead (self->document, _ ("Offer %s: at %s points it %s of %s; %s."), terms, score,
                        rule, choice, others);
}

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

static void
add_floor (ParleyBrief *self)
{
  g_autofree guint *parties = g_new (guint, self->scenario->parties->len);
  guint n = self->briefing->request.party >= 0 ? 1 : parley_brief_parties (self, parties);
  g_autoptr(GString) text = g_string_new (NULL);

  if (self->briefing->request.party >= 0)
    parties[0] = (guint) self->briefing->request.party;
  for (guint i = 0; i < n; i++)
    {
      const ParleyNumber *reservation = parley_party_reservation_at (
          parley_scenario_party (self->scenario, parties[i]), self->scenario->as_of);
      g_autofree char *value = reservation == NULL ? NULL : parley_words_input (reservation->value);
      g_autofree char *belief = reservation == NULL ? NULL : parley_words_belief (reservation);

      if (reservation != NULL)
        g_string_append_printf (text, _ ("%sbelow %s points%s %s does better without a deal"),
                                text->len == 0 ? "" : "; ", value, belief,
                                parley_brief_party_title (self, parties[i]));
    }
  if (text->len > 0)
    parley_document_entry (self->document, _ ("Floor"), "%s.", text->str);
  else
    parley_document_entry (self->document, _ ("Floor"), "%s",
                           _ ("the file states none: whatever crosses no red line counts as better "
                              "than no deal."));
}

/* The last draft that the party has tabled. Returns: (nullable). */
static const ParleyDraft *
last_draft (const ParleyScenario *scenario, guint party)
{
  const ParleyDraft *last = NULL;

  for (guint d = 0; d < scenario->drafts->len; d++)
    {
      const ParleyDraft *draft = parley_scenario_draft (scenario, d);
      gboolean own = FALSE;

      for (guint i = 0; i < draft->tabled_by->len; i++)
        own = own || g_array_index (draft->tabled_by, guint, i) == party;
      if (own && (last == NULL || g_strcmp0 (draft->date, last->date) >= 0))
        last = draft;
    }
  return last;
}

/* Whether some acceptable deal has an option of the issue that @terms (nullable) allow; TRUE where
 * that is not known. */
static gboolean
can_stay (const ParleyBrief *self, guint issue, const ParleyTerms *terms)
{
  const ParleyLandscape *landscape = self->briefing->deals->landscape;
  const ParleyCounts *counts = landscape->findings->counts;
  int axis = landscape->space->domain->axis_of_issue[issue];
  gboolean known = FALSE;

  if (counts == NULL || counts->by_option == NULL || axis < 0 || terms == NULL)
    return TRUE;
  for (guint o = 0; o < landscape->space->domain->axes[axis].n_options; o++)
    {
      const ParleyAxis *on = &landscape->space->domain->axes[axis];
      gboolean allowed = on->options != NULL ? parley_terms_has_option (terms, on->options[o])
                                             : parley_terms_has_number (terms, on->numbers[o]);

      known = known || allowed;
      if (allowed && mpz_sgn (counts->by_option[axis][o].all) > 0)
        return TRUE;
    }
  return !known;
}

/* "Past aid: Debt, Law: New York courts": what @draft asks for that no acceptable deal has. */
static char *
hopeless_terms (const ParleyBrief *self, const ParleyDraft *draft)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->scenario->issues->len; i++)
    {
      const ParleyIssue *issue = parley_scenario_issue (self->scenario, i);
      const ParleyTerms *terms = draft->terms[i] == NULL ? NULL : draft->terms[i]->is;
      g_autofree char *full = NULL;
      g_autofree char *words = NULL;
      g_autofree char *title = NULL;

      if (can_stay (self, i, terms))
        continue;
      full = parley_words_terms (issue, terms);
      words = parley_brief_short (full);
      title = parley_brief_issue (self, i);
      g_string_append_printf (text, "%s%s: %s", text->len == 0 ? "" : "; ", title, words);
    }
  return text->len == 0 ? NULL : g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_decision (ParleyBrief *self)
{
  int own = self->briefing->request.party;
  guint n = parley_briefing_n_proposals (self->briefing);
  const ParleyDraft *draft = own < 0 ? NULL : last_draft (self->scenario, (guint) own);
  g_autofree char *hopeless = draft == NULL ? NULL : hopeless_terms (self, draft);
  g_autofree char *name = NULL;
  g_autofree char *score = NULL;

  if (hopeless != NULL)
    {
      name = parley_words_draft (draft, self->scenario->as_of);
      parley_document_entry (
          self->document, _ ("Decide"),
          _ ("whether to give up what \"%s\" asks for and no acceptable deal has: %s."), name,
          hopeless);
    }
  else if (own >= 0 && n > 1)
    {
      score = parley_words_points (parley_brief_standing (self, n - 1, (guint) own)->low);
      parley_document_entry (self->document, _ ("Decide"),
                             _ ("how far the team may go: fallback %u leaves %s %s points."), n - 1,
                             parley_brief_party_title (self, (guint) own), score);
    }
}

/* What there is instead of an offer. */
static void
add_no_offer (ParleyBrief *self)
{
  gboolean open = parley_findings_is_open (self->briefing->ground->findings);
  g_autofree char *everyone = parley_words_everyone (self->scenario);
  g_autofree char *ground = parley_brief_ground (self);
  g_autofree char *nearest = parley_nearest_words (self->briefing->deals);
  g_autofree char *limits = parley_obstacles_limits (self->briefing->deals);

  if (open)
    parley_document_lead (
        self->document,
        _ ("There is nothing to recommend: no deal acceptable to %s was found among "
           "%s, which is no proof that there is none."),
        everyone, ground);
  else
    parley_document_lead (self->document,
                          _ ("There is nothing to offer: no deal is acceptable to %s among %s."),
                          everyone, ground);
  if (nearest != NULL)
    parley_document_entry (self->document, _ ("Nearest"), "%s.", nearest);
  if (parley_findings_has_deal (self->briefing->deals->landscape->findings))
    parley_document_entry (self->document, _ ("Way out"),
                           _ ("with all terms there are deals acceptable to %s."), everyone);
  else if (limits != NULL)
    parley_document_entry (self->document, _ ("Way out"),
                           _ ("there would be a deal if, all else as it is, %s."), limits);
}

void
parley_brief_add_bottom_line (ParleyBrief *self)
{
  parley_document_heading (self->document, 2, "%s", _ ("Bottom line"));
  if (parley_brief_has_offer (self))
    add_offer (self);
  else
    add_no_offer (self);
  add_floor (self);
  if (parley_brief_has_offer (self))
    add_decision (self);
}

/* The proposals */

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
      else if (parley_brief_n_differences (self) > TERMS_NAMED + 1)
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

/* The page */

static void
add_header (ParleyBrief *self)
{
  const ParleyBriefSettings *settings = self->settings;
  int own = self->briefing->request.party;
  g_autofree char *as_of = parley_words_day (self->scenario->as_of, NULL);
  g_autofree char *date = parley_words_day (settings->date, NULL);
  g_autoptr(GString) line = g_string_new (NULL);

  parley_document_heading (self->document, 1, "%s", self->scenario->title);
  if (own >= 0)
    g_string_append_printf (line, _ ("Briefing for %s"),
                            parley_brief_party_title (self, (guint) own));
  else
    g_string_append (line, _ ("Briefing for a mediator"));
  if (settings->date != NULL)
    g_string_append_printf (line, _ (", %s"), date);
  if (settings->drafter != NULL)
    g_string_append_printf (line, _ (", drafted by %s"), settings->drafter);
  if (self->scenario->as_of != NULL)
    g_string_append_printf (line, _ (". The scenario stands as of %s"), as_of);
  parley_document_paragraph (self->document,
                             _ ("%s. An analysis of stated guesses, not a forecast."), line->str);
  if (settings->changes != NULL)
    parley_document_note (self->document, _ ("The scenario is changed: %s."), settings->changes);
}

void
parley_brief_add_summary (ParleyBrief *self)
{
  add_header (self);
  parley_brief_add_bottom_line (self);
  parley_brief_add_proposals (self);
  parley_brief_add_issue_table (self);
  parley_brief_add_order (self);
  parley_brief_add_no_deal (self);
  parley_brief_add_changes (self);
  parley_brief_add_grounds (self);
}
