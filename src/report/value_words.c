/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/value_words.h"

#include <math.h>

#include "report/input_words.h"
#include "report/words.h"

/* More changes of mind than this along one number are noise, or too much to be told in a cell. */
#define MOST_STRETCHES 3

char *
parley_words_double (double number, guint digits)
{
  char format[8];
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_snprintf (format, sizeof format, "%%.%uf", digits);
  /* What rounds to zero has no sign. */
  if (fabs (number) < 0.5 * pow (10, -(double) digits))
    number = 0;
  return g_strdup (g_ascii_formatd (text, sizeof text, format, number));
}

char *
parley_words_chance (double chance)
{
  g_autofree char *percent = parley_words_double (100 * chance, 0);

  if (chance > 0 && chance < 0.01)
    return g_strdup ("under 1 %");
  if (chance < 1 && chance > 0.99)
    return g_strdup ("over 99 %");
  return g_strconcat (percent, " %", NULL);
}

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

/* What is chosen then */

/* Where one stretch of a number's values ends and the next begins. */
static char *
between (const ParleyDoubt *doubt, guint state)
{
  double middle = (doubt->values[state] + doubt->values[state + 1]) / 2;

  return parley_words_double (middle, fabs (middle) >= 10 ? 1 : 2);
}

static guint
n_stretches (const ParleyLesson *lesson)
{
  guint n = 1;

  for (guint s = 1; s < lesson->doubt->n_states; s++)
    n += lesson->best[s] != lesson->best[s - 1];
  return n;
}

static char *
then_of_number (const ParleyValueReport *report, const ParleyLesson *lesson)
{
  GString *text = g_string_new (NULL);
  guint n_states = lesson->doubt->n_states;

  if (n_stretches (lesson) > MOST_STRETCHES)
    g_string_append (text, "changes several times");
  else
    for (guint s = 0; s < n_states; s++)
      {
        g_autofree char *choice = NULL;
        g_autofree char *end = NULL;

        if (s + 1 < n_states && lesson->best[s] == lesson->best[s + 1])
          continue;
        choice = parley_value_choice (report, lesson->best[s]);
        end = s + 1 < n_states ? between (lesson->doubt, s) : NULL;
        g_string_append_printf (text, "%s%s%s: %s", text->len > 0 ? "; " : "",
                                end != NULL ? "up to " : "above", end != NULL ? end : "", choice);
      }
  return g_string_free (text, FALSE);
}

/* "none or statement": the options of an axis that make one state. */
static char *
options_words (const ParleyValueReport *report, const ParleyDoubt *doubt, guint state)
{
  const ParleySpace *space = parley_value_space (report, doubt);
  GString *text = g_string_new (NULL);
  guint first = 0;
  guint last = 0;
  g_autofree char *from = NULL;

  while (parley_doubt_state_of (doubt, first) < state)
    first++;
  for (last = first;
       last + 1 < doubt->n_options && parley_doubt_state_of (doubt, last + 1) == state;)
    last++;
  from = parley_words_option (space, doubt->item, first);
  g_string_append (text, from);
  if (last > first)
    {
      g_autofree char *to = parley_words_option (space, doubt->item, last);

      g_string_append_printf (text, " to %s", to);
    }
  return g_string_free (text, FALSE);
}

/* "none or statement", "it holds": a state that is no number. */
static char *
state_words (const ParleyValueReport *report, const ParleyDoubt *doubt, guint state)
{
  const ParleyLotteryOutcome *outcome = NULL;

  if (doubt->kind == PARLEY_DOUBT_RED_LINE)
    return g_strdup (state == 1 ? "it holds" : "it does not");
  if (doubt->kind == PARLEY_DOUBT_ANSWER)
    return g_strdup (state == 1 ? "it does" : "it does not");
  if (doubt->kind == PARLEY_DOUBT_TERM)
    return options_words (report, doubt, state);
  outcome = g_ptr_array_index (party_of (report, doubt->party)->batna->lottery, state);
  return outcome->title != NULL ? g_strdup_printf ("\"%s\"", outcome->title)
                                : parley_words_points (outcome->score->value);
}

/* The states that lead to @choice, "A or B"; NULL when none does. */
static char *
states_for (const ParleyValueReport *report, const ParleyLesson *lesson, guint choice)
{
  GString *text = NULL;

  for (guint s = 0; s < lesson->doubt->n_states; s++)
    {
      g_autofree char *state = NULL;

      if (lesson->best[s] != choice || lesson->chances[s] <= 0)
        continue;
      state = state_words (report, lesson->doubt, s);
      if (text == NULL)
        text = g_string_new (state);
      else
        g_string_append_printf (text, " or %s", state);
    }
  return text == NULL ? NULL : g_string_free (text, FALSE);
}

static char *
then_of_states (const ParleyValueReport *report, const ParleyLesson *lesson)
{
  GString *text = g_string_new (NULL);

  for (guint c = 0; c < report->decision->choices->len; c++)
    {
      g_autofree char *states = c == lesson->usual ? NULL : states_for (report, lesson, c);
      g_autofree char *choice = parley_value_choice (report, c);

      if (states != NULL)
        g_string_append_printf (text, "if %s: %s; ", states, choice);
    }
  if (text->len > 0)
    {
      g_autofree char *usual = parley_value_choice (report, lesson->usual);

      g_string_append_printf (text, "else: %s", usual);
    }
  return g_string_free (text, FALSE);
}

char *
parley_value_then (const ParleyValueReport *report, const ParleyLesson *lesson)
{
  g_autofree char *same = NULL;

  if (!parley_lesson_matters (lesson))
    {
      same = parley_value_choice (report, lesson->usual);
      return g_strdup_printf ("always: %s", same);
    }
  return lesson->doubt->kind == PARLEY_DOUBT_NUMBER ? then_of_number (report, lesson)
                                                    : then_of_states (report, lesson);
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
