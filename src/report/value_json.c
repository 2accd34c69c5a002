/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/figures.h"
#include "report/turning_json.h"
#include "report/value_words.h"

static ParleyJson *
choice_id (const ParleyValueReport *report, guint choice)
{
  int draft = parley_decision_choice (report->decision, choice)->draft;

  return parley_json_string (
      draft < 0 ? NULL : parley_scenario_draft (report->scenario, (guint) draft)->id);
}

static void
add (ParleyJson *object, const char *key, double number)
{
  json_object_object_add (object, key, parley_json_double (number));
}

/* The choice */

static ParleyJson *
choice_to_json (const ParleyValueReport *report, guint choice)
{
  const ParleyPaying *paying = parley_decision_choice (report->decision, choice);
  ParleyJson *object = json_object_new_object ();

  json_object_object_add (object, "draft", choice_id (report, choice));
  add (object, "expected", paying->expected);
  add (object, "error", paying->error);
  if (paying->draft >= 0)
    add (object, "works", paying->accepted);
  return object;
}

/* The options of a term that make one state. */
static ParleyJson *
options_to_json (const ParleyValueReport *report, const ParleyDoubt *doubt, guint state)
{
  ParleyJson *list = json_object_new_array ();

  for (guint o = 0; o < doubt->n_options; o++)
    if (parley_doubt_state_of (doubt, o) == state)
      json_object_array_add (list, parley_figure_option (parley_value_space (report, doubt),
                                                         doubt->item, o));
  return list;
}

/* States from @first to @last, that are one but for numbers. */
static void
add_states (ParleyJson              *object,
            const ParleyValueReport *report,
            const ParleyDoubt       *doubt,
            guint                    first,
            guint                    last)
{
  switch (doubt->kind)
    {
    case PARLEY_DOUBT_NUMBER:
      add (object, "from", doubt->values[first]);
      add (object, "to", doubt->values[last]);
      break;
    case PARLEY_DOUBT_RED_LINE:
      json_object_object_add (object, "holds", json_object_new_boolean (first == 1));
      break;
    case PARLEY_DOUBT_TERM:
      json_object_object_add (object, "options", options_to_json (report, doubt, first));
      break;
    case PARLEY_DOUBT_ANSWER:
      json_object_object_add (object, "accepts", json_object_new_boolean (first == 1));
      break;
    case PARLEY_DOUBT_NO_DEAL:
    default:
      add (object, "score", doubt->values[first]);
    }
}

/* With their chance and the choice that is best in them. */
static ParleyJson *
states_to_json (const ParleyValueReport *report,
                const ParleyLesson      *lesson,
                guint                    first,
                guint                    last)
{
  ParleyJson *object = json_object_new_object ();
  double chance = 0;

  for (guint s = first; s <= last; s++)
    chance += lesson->chances[s];
  add_states (object, report, lesson->doubt, first, last);
  add (object, "chance", chance);
  json_object_object_add (object, "best", choice_id (report, lesson->best[first]));
  return object;
}

/* The last of the states from @first on that are told as one: values of a number with the same
 * choice. */
static guint
last_alike (const ParleyLesson *lesson, guint first)
{
  guint last = first;

  while (lesson->doubt->kind == PARLEY_DOUBT_NUMBER && last + 1 < lesson->doubt->n_states
         && lesson->best[last + 1] == lesson->best[first])
    last++;
  return last;
}

static void
add_path (ParleyJson              *object,
          const ParleyValueReport *report,
          const ParleyDoubt       *doubt,
          gboolean                 exact)
{
  g_autofree char *path = parley_value_path (report, doubt);

  if (doubt->kind == PARLEY_DOUBT_NUMBER)
    parley_input_add_path (object, report->scenario, &doubt->input, exact);
  else
    json_object_object_add (object, "path", parley_json_string (path));
}

static ParleyJson *
lesson_to_json (const ParleyValueReport *report, const ParleyLesson *lesson, gboolean exact)
{
  const ParleyNumber *number = lesson->doubt->input.number;
  ParleyJson *object = json_object_new_object ();
  ParleyJson *states = json_object_new_array ();

  add_path (object, report, lesson->doubt, exact);
  json_object_object_add (object, "kind", parley_json_string (parley_value_kind (lesson->doubt)));
  if (lesson->doubt->kind == PARLEY_DOUBT_NUMBER)
    {
      parley_figure_add (object, "low", number->low, exact);
      parley_figure_add (object, "base", number->value, exact);
      parley_figure_add (object, "high", number->high, exact);
    }
  add (object, "evpi", lesson->perfect);
  add (object, "error", lesson->error);
  add (object, "evsi", lesson->sample);
  json_object_object_add (object, "changes_choice",
                          json_object_new_boolean (parley_lesson_matters (lesson)));
  for (guint first = 0; first < lesson->doubt->n_states; first = last_alike (lesson, first) + 1)
    json_object_array_add (states,
                           states_to_json (report, lesson, first, last_alike (lesson, first)));
  json_object_object_add (object, "states", states);
  return object;
}

static ParleyJson *
decision_to_json (const ParleyValueReport *report, gboolean exact)
{
  const ParleyDecision *decision = report->decision;
  ParleyJson *object = NULL;
  ParleyJson *choices = NULL;
  ParleyJson *inputs = NULL;

  if (decision == NULL)
    return NULL;
  object = json_object_new_object ();
  choices = json_object_new_array ();
  inputs = json_object_new_array ();
  for (guint c = 0; c < decision->choices->len; c++)
    json_object_array_add (choices, choice_to_json (report, c));
  for (guint i = 0; i < decision->lessons->len; i++)
    json_object_array_add (inputs,
                           lesson_to_json (report, parley_decision_lesson (decision, i), exact));
  json_object_object_add (
      object, "party",
      parley_json_string (parley_scenario_party (report->scenario, report->party)->id));
  json_object_object_add (object, "seed", json_object_new_uint64 (decision->backing->seed));
  json_object_object_add (object, "draws", json_object_new_int64 (decision->backing->n_draws));
  add (object, "accuracy", report->accuracy);
  json_object_object_add (object, "best", choice_id (report, decision->best));
  json_object_object_add (object, "choices", choices);
  add (object, "evpi", decision->everything);
  add (object, "error", decision->everything_error);
  json_object_object_add (object, "inputs", inputs);
  return object;
}

/* No deal */

static ParleyJson *
against_to_json (const ParleyValueReport *report,
                 const ParleyNoDeal      *no_deal,
                 const ParleyAgainst     *against,
                 gboolean                 exact)
{
  ParleyJson *object = json_object_new_object ();

  json_object_object_add (
      object, "draft",
      parley_json_string (parley_scenario_draft (report->scenario, against->draft)->id));
  json_object_object_add (object, "score", parley_figure_span (against->low, against->high, exact));
  json_object_object_add (
      object, "break_even",
      no_deal->certain ? NULL : parley_figure_span (against->even_low, against->even_high, exact));
  json_object_object_add (object, "no_deal_better",
                          parley_figure_span (against->above_low, against->above_high, exact));
  return object;
}

static ParleyJson *
outcomes_to_json (const ParleyLottery *lottery, gboolean exact)
{
  ParleyJson *list = json_object_new_array ();

  for (guint i = 0; i < lottery->outcomes->len; i++)
    {
      const ParleyLotteryOutcome *outcome = g_ptr_array_index (lottery->outcomes, i);
      ParleyJson *object = json_object_new_object ();

      json_object_object_add (object, "title", parley_json_string (outcome->title));
      parley_figure_add (object, "p", outcome->p->value, exact);
      parley_figure_add (object, "score", outcome->score->value, exact);
      json_object_array_add (list, object);
    }
  return list;
}

static ParleyJson *
lottery_to_json (const ParleyValueReport *report, const ParleyNoDeal *no_deal, gboolean exact)
{
  const ParleyLottery *lottery = no_deal->lottery;
  ParleyJson *object = NULL;
  double tolerance = 0;

  if (lottery == NULL)
    return NULL;
  object = json_object_new_object ();
  json_object_object_add (object, "outcomes", outcomes_to_json (lottery, exact));
  parley_figure_add (object, "expected", lottery->expected, exact);
  add (object, "spread", lottery->spread);
  if (report->risk_tolerance > 0)
    {
      add (object, "risk_tolerance", report->risk_tolerance);
      add (object, "certainty_equivalent",
           parley_lottery_equivalent (lottery, report->risk_tolerance));
    }
  json_object_object_add (object, "risk_tolerance_of_reservation",
                          no_deal->reservation != NULL
                                  && parley_lottery_tolerance (lottery, no_deal->reservation->value,
                                                               &tolerance)
                              ? parley_json_double (tolerance)
                              : NULL);
  return object;
}

static ParleyJson *
no_deal_to_json (const ParleyValueReport *report, const ParleyNoDeal *no_deal, gboolean exact)
{
  const ParleyParty *party = parley_scenario_party (report->scenario, no_deal->party);
  ParleyJson *object = json_object_new_object ();
  ParleyJson *drafts = json_object_new_array ();

  json_object_object_add (object, "title",
                          parley_json_string (party->batna == NULL ? NULL : party->batna->title));
  parley_figure_add (object, "reservation",
                     no_deal->reservation == NULL ? NULL : no_deal->reservation->value, exact);
  json_object_object_add (object, "lottery", lottery_to_json (report, no_deal, exact));
  for (guint d = 0; d < no_deal->drafts->len; d++)
    json_object_array_add (drafts, against_to_json (report, no_deal,
                                                    g_ptr_array_index (no_deal->drafts, d), exact));
  json_object_object_add (object, "drafts", drafts);
  return object;
}

ParleyJson *
parley_value_to_json (const ParleyValueReport *report, gboolean exact)
{
  ParleyJson *root = json_object_new_object ();
  ParleyJson *no_deal = json_object_new_object ();

  for (guint i = 0; i < report->no_deals->len; i++)
    {
      const ParleyNoDeal *one = g_ptr_array_index (report->no_deals, i);

      json_object_object_add (no_deal, parley_scenario_party (report->scenario, one->party)->id,
                              no_deal_to_json (report, one, exact));
    }
  json_object_object_add (root, "format", parley_json_string ("parley-value/1"));
  json_object_object_add (root, "title", parley_json_string (report->scenario->title));
  json_object_object_add (root, "as_of", parley_json_string (report->scenario->as_of));
  json_object_object_add (root, "decision", decision_to_json (report, exact));
  json_object_object_add (root, "no_deal", no_deal);
  return root;
}
