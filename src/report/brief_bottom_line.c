/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What to do, and why, in three sentences. */
#include "report/brief_part.h"
#include "report/deal_list.h"
#include "report/term_words.h"
#include "report/words.h"

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
  g_autofree char *terms = parley_brief_terms (self, 0, PARLEY_BRIEF_TERMS_NAMED);
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

      if (parley_draft_is_tabled_by (draft, party)
          && (last == NULL || g_strcmp0 (draft->date, last->date) >= 0))
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
