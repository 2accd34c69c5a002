/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first page. */
#include "report/brief_part.h"
#include "report/words.h"

/* What the page was made from, and with. */
static void
add_origin (ParleyBrief *self)
{
  const ParleyBriefSettings *settings = self->settings;
  g_autofree char *seed = g_strdup_printf ("%" G_GUINT64_FORMAT, self->briefing->request.seed);

  if (settings->n_files > 0)
    parley_document_paragraph (self->document, _ ("From %s, SHA-256 %s; Parley %s, seed %s."),
                               settings->files[0].name, settings->files[0].sha256,
                               settings->version, seed);
  if (settings->changes != NULL)
    parley_document_note (self->document, _ ("The scenario is changed: %s."), settings->changes);
}

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
  add_origin (self);
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
