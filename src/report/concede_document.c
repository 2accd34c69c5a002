/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/concede_part.h"
#include "report/term_words.h"
#include "report/words.h"

static void
add_title (ParleyDocument *document, const ParleyConcessions *self)
{
  g_autofree char *draft = parley_words_draft (self->draft, self->scenario->as_of);

  parley_document_heading (document, 1, "%s", self->scenario->title);
  parley_document_paragraph (document, "Concessions of %s, from the draft of %s. %s",
                             parley_concessions_title (self, self->party), draft,
                             parley_words_exactness (self->rounded));
}

/* "United States goes from 83.2 to 75.5 points and Ukraine from 18.1 to 50.0". */
static char *
change_words (const ParleyConcessions *self)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i <= self->n_others; i++)
    {
      guint slot = i == 0 ? self->party : self->others[i - 1];
      const ParleyUtility *utility = parley_concessions_utility (self, slot);
      g_autofree char *from = parley_words_score (utility, self->start->scores[slot]);
      g_autofree char *to = parley_words_score (utility, self->end->scores[slot]);
      g_autofree char *words
          = g_strdup_printf ("%s%s from %s to %s%s", parley_concessions_title (self, slot),
                             i == 0 ? " goes" : "", from, to, i == 0 ? " points" : "");

      parley_words_join (text, i, self->n_others + 1, words);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_answer (ParleyDocument *document, const ParleyConcessions *self)
{
  g_autofree char *everyone = parley_words_everyone (self->scenario);
  g_autofree char *steps = parley_words_counted (self->steps->len, "step leads", "steps lead");
  g_autofree char *change = self->end == NULL ? NULL : change_words (self);

  if (self->start_accepted)
    parley_document_lead (document, "Nothing need be conceded: the draft%s is acceptable to %s.",
                          self->is_open ? ", read as below," : "", everyone);
  else if (self->possible)
    parley_document_lead (document, "YES: %s to a deal acceptable to %s; %s.", steps, everyone,
                          change);
  else if (self->end != NULL && self->steps->len == 0)
    parley_document_lead (document,
                          "NO: no deal is acceptable to %s, and the draft is as far as %s can go.",
                          everyone, parley_concessions_title (self, self->party));
  else if (self->end != NULL)
    parley_document_lead (document, "NO: no deal is acceptable to %s. %s as far as %s can go; %s.",
                          everyone, steps, parley_concessions_title (self, self->party), change);
  else
    parley_document_lead (
        document,
        "NO: no deal is acceptable to %s, and none that crosses no red line of a party that is "
        "needed leaves %s its reservation.",
        everyone, parley_concessions_title (self, self->party));
}

/* How little the end is above what the others are believed to need. */
static void
add_margin (ParleyDocument *document, const ParleyConcessions *self, guint slot)
{
  const ParleyUtility *utility = parley_concessions_utility (self, slot);
  const ParleyNumber *reservation
      = parley_party_reservation_at (parley_scenario_party (self->scenario, slot), self->date);
  g_autofree char *needed = NULL;
  g_autofree char *belief = parley_words_belief (reservation);
  ParleyScore margin = 0;
  g_autofree char *points = NULL;

  if (reservation == NULL)
    return;
  margin = self->end->scores[slot] - utility->reservation;
  needed = parley_words_input (reservation->value);
  points = parley_words_score (utility, margin < 0 ? -margin : margin);
  if (margin == 0)
    parley_document_note (
        document,
        "%s then has just the %s that it needs%s: the plan pays the least that the "
        "file allows.",
        parley_concessions_title (self, slot), needed, belief);
  else
    parley_document_note (document, "%s then has %s points %s than the %s that it needs%s.",
                          parley_concessions_title (self, slot), points,
                          margin < 0 ? "less" : "more", needed, belief);
}

/* What the steps start from, when the draft says less than a deal. */
static void
add_reading (ParleyDocument *document, const ParleyConcessions *self)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint a = 0; a < self->space->domain->n_axes; a++)
    {
      guint issue = self->space->domain->axes[a].issue;
      const ParleyDraftTerm *term = self->draft->terms[issue];
      g_autofree char *known = parley_words_terms (parley_scenario_issue (self->scenario, issue),
                                                   term == NULL ? NULL : term->is);
      g_autofree char *read = parley_words_option (self->space, a, self->start->options[a]);

      if (!g_str_equal (known, read))
        g_string_append_printf (text, "%s%s: %s", text->len == 0 ? "" : "; ",
                                parley_scenario_issue (self->scenario, issue)->title, read);
    }
  if (self->is_open && text->len > 0)
    parley_document_note (
        document, "The draft leaves terms open. It is read in the way that is best for %s: %s.",
        parley_concessions_title (self, self->party), text->str);
}

static void
add_restrictions (ParleyDocument *document, const ParleyConcessions *self)
{
  if (self->among == PARLEY_AMONG_TABLED)
    parley_document_note (document,
                          "Beside those of the draft, only terms that some draft has tabled are "
                          "looked at.");
  if (self->among == PARLEY_AMONG_PARTY)
    parley_document_note (
        document,
        "Beside those of the draft, only terms that %s has tabled or accepted are "
        "looked at.",
        parley_concessions_title (self, self->among_party));
}

/* Points that add up let one side buy another off without limit. */
static void
add_warning (ParleyDocument *document, const ParleyConcessions *self)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint a = 0; a < self->space->domain->n_axes; a++)
    if (self->end->options[a] != self->start->options[a]
        && parley_words_end_of_scale (self->space, a, self->end->options[a]))
      g_string_append_printf (
          text, "%s%s", text->len == 0 ? "" : ", ",
          parley_scenario_issue (self->scenario, self->space->domain->axes[a].issue)->title);
  if (text->len > 0 && self->among == PARLEY_AMONG_ALL)
    parley_document_note (
        document,
        "The plan goes to the end of a scale (%s). Points that add up let one side "
        "buy another off without limit: read it beside one among terms that have "
        "been tabled (--among tabled).",
        text->str);
}

ParleyDocument *
parley_concede_to_document (const ParleyConcessions *self)
{
  ParleyDocument *document = parley_document_new ();

  add_title (document, self);
  add_answer (document, self);
  for (guint i = 0; self->end != NULL && i < self->n_others; i++)
    add_margin (document, self, self->others[i]);
  add_reading (document, self);
  add_restrictions (document, self);
  if (self->end != NULL)
    add_warning (document, self);
  parley_concede_add_steps (document, self);
  return document;
}
