/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/value_words.h"

#include "report/input_words.h"
#include "report/words.h"

static const ParleyParty *
party_of (const ParleyValueReport *report, guint party)
{
  return parley_scenario_party (report->scenario, party);
}

static char *
draft_words (const ParleyValueReport *report, guint draft)
{
  return parley_words_draft (parley_scenario_draft (report->scenario, draft),
                             report->scenario->as_of);
}

char *
parley_value_choice (const ParleyValueReport *report, guint choice)
{
  int draft = parley_decision_choice (report->decision, choice)->draft;

  return draft < 0 ? g_strdup ("no deal") : draft_words (report, (guint) draft);
}

const ParleySpace *
parley_value_space (const ParleyValueReport *report, const ParleyDoubt *doubt)
{
  const ParleyBacking *backing = report->decision->backing;

  for (guint d = 0; d < backing->drafts->len; d++)
    if (parley_backing_draft (backing, d)->draft == doubt->draft)
      return parley_backing_draft (backing, d)->space;
  return NULL;
}

static const char *
issue_of (const ParleyValueReport *report, const ParleyDoubt *doubt)
{
  guint issue = parley_value_space (report, doubt)->domain->axes[doubt->item].issue;

  return parley_scenario_issue (report->scenario, issue)->title;
}

static const char *
red_line_of (const ParleyValueReport *report, const ParleyDoubt *doubt)
{
  const ParleyRedLine *line
      = g_ptr_array_index (party_of (report, doubt->party)->red_lines, doubt->item);

  return parley_words_title (line->title, line->id);
}

/* The name of an input, that does not begin a sentence. */
static char *
input_name (const ParleyValueReport *report, const ParleyDoubt *doubt)
{
  char *name = parley_words_input_name (report->scenario, &doubt->input);

  *name = g_ascii_tolower (*name);
  return name;
}

char *
parley_value_doubt (const ParleyValueReport *report, const ParleyDoubt *doubt)
{
  g_autofree char *name = NULL;

  switch (doubt->kind)
    {
    case PARLEY_DOUBT_NUMBER:
      name = input_name (report, doubt);
      return g_strdup_printf ("%s: %s", party_of (report, doubt->party)->title, name);
    case PARLEY_DOUBT_RED_LINE:
      return g_strdup_printf ("%s: whether \"%s\" holds", party_of (report, doubt->party)->title,
                              red_line_of (report, doubt));
    case PARLEY_DOUBT_TERM:
      name = draft_words (report, doubt->draft);
      return g_strdup_printf ("%s: %s", name, issue_of (report, doubt));
    case PARLEY_DOUBT_ANSWER:
      name = draft_words (report, doubt->draft);
      return g_strdup_printf ("%s: whether it accepts \"%s\"",
                              party_of (report, doubt->party)->title, name);
    case PARLEY_DOUBT_NO_DEAL:
    default:
      return g_strdup_printf ("%s: how no deal turns out", party_of (report, doubt->party)->title);
    }
}

char *
parley_value_doubt_phrase (const ParleyValueReport *report, const ParleyDoubt *doubt)
{
  const char *party = NULL;
  g_autofree char *name = NULL;

  if (doubt->kind == PARLEY_DOUBT_TERM)
    {
      name = draft_words (report, doubt->draft);
      return g_strdup_printf ("what \"%s\" says on %s", name, issue_of (report, doubt));
    }
  party = party_of (report, doubt->party)->title;
  if (doubt->kind == PARLEY_DOUBT_ANSWER)
    {
      name = draft_words (report, doubt->draft);
      return g_strdup_printf ("whether %s accepts \"%s\"", party, name);
    }
  if (doubt->kind == PARLEY_DOUBT_RED_LINE)
    return g_strdup_printf ("whether the red line \"%s\" of %s holds", red_line_of (report, doubt),
                            party);
  if (doubt->kind == PARLEY_DOUBT_NO_DEAL)
    return g_strdup_printf ("how no deal turns out for %s", party);
  name = input_name (report, doubt);
  return g_strdup_printf (doubt->input.kind == PARLEY_INPUT_RESERVATION ? "the %s of %s"
                                                                        : "the %s for %s",
                          name, party);
}

char *
parley_value_belief (const ParleyLesson *lesson)
{
  const ParleyDoubt *doubt = lesson->doubt;
  g_autofree char *value = NULL;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (doubt->kind == PARLEY_DOUBT_RED_LINE || doubt->kind == PARLEY_DOUBT_ANSWER)
    return parley_words_chance (lesson->chances[1]);
  if (doubt->kind == PARLEY_DOUBT_TERM)
    return parley_words_counted (doubt->n_options, "reading", "readings");
  if (doubt->kind == PARLEY_DOUBT_NO_DEAL)
    return parley_words_counted (doubt->n_states, "outcome", "outcomes");
  value = parley_words_input (doubt->input.number->value);
  low = parley_words_input (doubt->input.number->low);
  high = parley_words_input (doubt->input.number->high);
  return g_strdup_printf ("%s (%s%s%s)", value, low,
                          mpq_sgn (doubt->input.number->low) < 0 ? ".." : "-", high);
}

char *
parley_value_path (const ParleyValueReport *report, const ParleyDoubt *doubt)
{
  const ParleyParty *party = party_of (report, doubt->party);
  guint issue = 0;

  switch (doubt->kind)
    {
    case PARLEY_DOUBT_NUMBER:
      return parley_input_path (report->scenario, &doubt->input);
    case PARLEY_DOUBT_RED_LINE:
      return g_strjoin (
          ".", "parties", party->id, "red_lines",
          ((const ParleyRedLine *) g_ptr_array_index (party->red_lines, doubt->item))->id, "holds",
          NULL);
    case PARLEY_DOUBT_TERM:
      issue = parley_value_space (report, doubt)->domain->axes[doubt->item].issue;
      return g_strjoin (".", "drafts", parley_scenario_draft (report->scenario, doubt->draft)->id,
                        "terms", parley_scenario_issue (report->scenario, issue)->id, NULL);
    case PARLEY_DOUBT_ANSWER:
      return g_strjoin (".", "answers", party->id,
                        parley_scenario_draft (report->scenario, doubt->draft)->id, NULL);
    case PARLEY_DOUBT_NO_DEAL:
    default:
      return g_strjoin (".", "parties", party->id, "batna", "lottery", NULL);
    }
}

const char *
parley_value_kind (const ParleyDoubt *doubt)
{
  static const char *const kinds[] = { [PARLEY_DOUBT_NUMBER] = "number",
                                       [PARLEY_DOUBT_RED_LINE] = "red-line",
                                       [PARLEY_DOUBT_NO_DEAL] = "no-deal",
                                       [PARLEY_DOUBT_TERM] = "term",
                                       [PARLEY_DOUBT_ANSWER] = "answer" };

  return kinds[doubt->kind];
}
