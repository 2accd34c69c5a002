/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is chosen once something is known. */
#include "report/value_words.h"

#include <math.h>

#include "report/term_words.h"
#include "report/words.h"

/* More changes of mind than this along one number are noise, or too much to be told in a cell. */
#define MOST_STRETCHES 3

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
  outcome = g_ptr_array_index (
      parley_scenario_party (report->scenario, doubt->party)->batna->lottery, state);
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
