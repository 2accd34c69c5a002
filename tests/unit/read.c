/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is right: every key of the format arrives where it belongs. */
#include <string.h>

#include "base_scenario.h"
#include "expect.h"
#include "scenario/load.h"
#include "small.h"
#include "suites.h"

static ParleyLoaded *
load (const char *text)
{
  char *data = g_strdelimit (g_strdup (text), "'", '"');
  g_autoptr(ParleyText) file = parley_text_new_take ("test.json", NULL, data, strlen (data));

  return parley_load_text (file, NULL);
}

static void
expect_exact (const char *label, mpq_srcptr got, const char *want)
{
  g_autofree char *text = parley_exact_to_text (got, 12);

  PARLEY_EXPECT_TEXT (label, text, want);
}

/* "value low high basis confidence source note", "-" for what is absent. */
static void
expect_input (const char *label, const ParleyNumber *got, const char *want)
{
  static const char *const basis_names[] = { "-", "fact", "inferred", "judgement" };
  g_autofree char *value = parley_exact_to_text (got->value, 12);
  g_autofree char *low = parley_exact_to_text (got->low, 12);
  g_autofree char *high = parley_exact_to_text (got->high, 12);
  g_autofree char *text
      = g_strdup_printf ("%s %s %s %s %s %s %s", value, low, high, basis_names[got->basis],
                         got->confidence != NULL ? got->confidence : "-",
                         got->sources != NULL ? got->sources[0] : "-",
                         got->note != NULL ? got->note : "-");

  PARLEY_EXPECT_TEXT (label, text, want);
  CU_ASSERT_EQUAL (got->has_range, !mpq_equal (got->low, got->high));
  CU_ASSERT_NOT_EQUAL (got->origin, 0);
}

/* "+-+" for options, "1..2 5..5" for numbers. */
static void
expect_terms (const char *label, const ParleyTerms *got, const char *want)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < got->n_options; i++)
    g_string_append_c (text, got->options[i] ? '+' : '-');
  for (guint i = 0; got->intervals != NULL && i < got->intervals->len; i++)
    {
      const ParleyInterval *interval = &g_array_index (got->intervals, ParleyInterval, i);
      g_autofree char *low = parley_exact_to_text (interval->low, 12);
      g_autofree char *high = parley_exact_to_text (interval->high, 12);

      g_string_append_printf (text, "%s%s..%s", i > 0 ? " " : "", low, high);
    }
  PARLEY_EXPECT_TEXT (label, text->str, want);
}

/* "all(0:90..100 any(3:+-))": issues by index. */
static void
append_condition (GString *text, const ParleyCondition *condition)
{
  static const char *const names[] = { "", "all", "any", "not" };

  if (condition->kind == PARLEY_CONDITION_TERMS)
    {
      g_string_append_printf (text, "%u", condition->issue);
      return;
    }
  g_string_append_printf (text, "%s(", names[condition->kind]);
  for (guint i = 0; i < condition->children->len; i++)
    {
      g_string_append (text, i > 0 ? " " : "");
      append_condition (text, g_ptr_array_index (condition->children, i));
    }
  g_string_append_c (text, ')');
}

static void
expect_condition (const char *label, const ParleyCondition *got, const char *want)
{
  g_autoptr(GString) text = g_string_new (NULL);

  append_condition (text, got);
  PARLEY_EXPECT_TEXT (label, text->str, want);
}

static void
test_heading (void)
{
  g_autoptr(ParleyLoaded) loaded = load (base_scenario);
  const ParleyScenario *scenario = loaded->scenario;
  const ParleySource *source = g_ptr_array_index (scenario->sources, 0);
  const ParleyRule *rule = g_ptr_array_index (scenario->rules, 0);
  const ParleyCase *one = g_ptr_array_index (scenario->cases, 0);

  CU_ASSERT_FALSE (loaded->is_model);
  PARLEY_EXPECT_TEXT ("title", scenario->title, "Base");
  PARLEY_EXPECT_TEXT ("as_of", scenario->as_of, "2025-02-16");
  PARLEY_EXPECT_TEXT ("summary", scenario->summary, "All keys");
  PARLEY_EXPECT_TEXT ("note", scenario->note, "For tests");
  PARLEY_EXPECT_TEXT ("source", source->id, "press");
  PARLEY_EXPECT_TEXT ("source title", source->title, "Press");
  PARLEY_EXPECT_TEXT ("publisher", source->publisher, "P");
  PARLEY_EXPECT_TEXT ("source date", source->date, "2024-02-29");
  PARLEY_EXPECT_TEXT ("url", source->url, "https://example.org");
  CU_ASSERT_TRUE (source->used);
  PARLEY_EXPECT_TEXT ("rule", rule->id, "r");
  PARLEY_EXPECT_TEXT ("rule title", rule->title, "t");
  PARLEY_EXPECT_TEXT ("because", rule->because, "b");
  PARLEY_EXPECT_TEXT ("rule source", rule->sources[0], "press");
  expect_condition ("forbid", rule->forbid, "all(3 0)");
  PARLEY_EXPECT_TEXT ("case", one->id, "c");
  PARLEY_EXPECT_TEXT ("case title", one->title, "C");
  PARLEY_EXPECT_TEXT ("question", one->question, "q");
  PARLEY_EXPECT_TEXT ("case note", one->note, "n");
}

static void
test_issues (void)
{
  g_autoptr(ParleyLoaded) loaded = load (base_scenario);
  const ParleyIssue *share = parley_scenario_issue (loaded->scenario, 0);
  const ParleyIssue *years = parley_scenario_issue (loaded->scenario, 1);
  const ParleyIssue *security = parley_scenario_issue (loaded->scenario, 2);
  const ParleyIssue *take = parley_scenario_issue (loaded->scenario, 4);
  const ParleyIssue *tone = parley_scenario_issue (loaded->scenario, 5);
  const ParleyTableRow *row = g_ptr_array_index (tone->rows, 0);

  PARLEY_EXPECT_TEXT ("unit", share->unit, "%");
  PARLEY_EXPECT_TEXT ("issue note", share->note, "n");
  CU_ASSERT_EQUAL (share->grid->len, 21);
  expect_exact ("step", g_ptr_array_index (share->grid, 20), "100");
  expect_exact ("min", years->min, "-2");
  CU_ASSERT_EQUAL (years->grid->len, 4);
  expect_exact ("grid", g_ptr_array_index (years->grid, 2), "20.5");
  CU_ASSERT_TRUE (security->ordered);
  CU_ASSERT_EQUAL (security->options->len, 3);
  PARLEY_EXPECT_TEXT ("option", parley_issue_option (security, 2)->title, "Binding");
  PARLEY_EXPECT_TEXT ("option note", parley_issue_option (security, 0)->note, "n");
  CU_ASSERT_FALSE (parley_scenario_issue (loaded->scenario, 3)->ordered);
  CU_ASSERT_EQUAL (take->kind, PARLEY_ISSUE_PRODUCT);
  CU_ASSERT_EQUAL (take->factors->len, 2);
  expect_exact ("scale", take->scale, "0.01");
  expect_exact ("least product", take->min, "-2");
  expect_exact ("greatest product", take->max, "30");
  CU_ASSERT_EQUAL (tone->kind, PARLEY_ISSUE_TABLE);
  expect_condition ("when", row->when, "2");
  expect_exact ("least in the table", tone->min, "1");
  expect_exact ("greatest in the table", tone->max, "2.5");
  expect_exact ("otherwise", tone->otherwise, "2.5");
}

static void
test_party_basis (void)
{
  g_autoptr(GString) text = g_string_new (base_scenario);
  g_autoptr(ParleyLoaded) loaded = NULL;
  const ParleyParty *us = NULL;
  const ParleyParty *ukraine = NULL;

  g_string_replace (text, "'role': 'party',", "'basis': 'inferred',", 1);
  g_string_replace (text, "'title': 'Ukraine',", "'title': 'Ukraine', 'basis': 'judgement',", 1);
  loaded = load (text->str);
  us = parley_scenario_party (loaded->scenario, 0);
  ukraine = parley_scenario_party (loaded->scenario, 1);
  expect_input ("its own basis", us->reservation, "40 30 50 judgement low press n");
  expect_input ("none", parley_party_reservation_at (us, "2025-03-01"), "35 30 35 inferred - - -");
  expect_input ("bare", ukraine->reservation, "45 45 45 judgement - - -");
  CU_ASSERT_EQUAL (ukraine->weights[4]->basis, PARLEY_BASIS_JUDGEMENT);
  CU_ASSERT_EQUAL (parley_scenario_party (loaded->scenario, 2)->weights[5]->basis,
                   PARLEY_BASIS_NONE);
}

/* One that is wrong is no more than that: nothing is said of the numbers that it was meant for. */
static void
test_wrong_party_basis (void)
{
  g_autoptr(GString) text = g_string_new (base_scenario);
  g_autoptr(ParleyLoaded) loaded = NULL;
  guint n_bare = 0;

  g_string_replace (text, "'title': 'Ukraine',", "'title': 'Ukraine', 'basis': 'guess',", 1);
  loaded = load (text->str);
  CU_ASSERT_EQUAL (loaded->problems->n_errors, 1);
  for (guint i = 0; i < loaded->problems->items->len; i++)
    {
      const ParleyProblem *problem = parley_problems_get (loaded->problems, i);

      n_bare += problem->code == PARLEY_PROBLEM_NO_BASIS
                && strstr (problem->message, "\"ukraine\"") != NULL;
    }
  CU_ASSERT_EQUAL (n_bare, 0);
}

static void
test_reservation (void)
{
  g_autoptr(ParleyLoaded) loaded = load (base_scenario);
  const ParleyParty *us = parley_scenario_party (loaded->scenario, 0);
  const ParleyReservationChange *change = g_ptr_array_index (us->changes, 0);
  const ParleyLotteryOutcome *outcome = g_ptr_array_index (us->batna->lottery, 0);

  expect_input ("reservation", us->reservation, "40 30 50 judgement low press n");
  PARLEY_EXPECT_TEXT ("change", change->from, "2025-03-01");
  PARLEY_EXPECT_TEXT ("change because", change->because, "b");
  expect_input ("no date", parley_party_reservation_at (us, NULL),
                "40 30 50 judgement low press n");
  expect_input ("before", parley_party_reservation_at (us, "2025-02-28"),
                "40 30 50 judgement low press n");
  expect_input ("on the day", parley_party_reservation_at (us, "2025-03-01"), "35 30 35 - - - -");
  expect_input ("after both", parley_party_reservation_at (us, "2026-01-01"),
                "38 38 38 fact - - -");
  PARLEY_EXPECT_TEXT ("batna", us->batna->title, "No deal");
  PARLEY_EXPECT_TEXT ("batna note", us->batna->note, "n");
  PARLEY_EXPECT_TEXT ("batna source", us->batna->sources[0], "press");
  CU_ASSERT_EQUAL (us->batna->lottery->len, 2);
  expect_input ("p", outcome->p, "1/3 1/3 1/3 - - - -");
  expect_input ("score", outcome->score, "40 40 40 - - - -");
  PARLEY_EXPECT_TEXT ("outcome", outcome->title, "t");
}

static void
test_values (void)
{
  g_autoptr(ParleyLoaded) loaded = load (base_scenario);
  const ParleyParty *us = parley_scenario_party (loaded->scenario, 0);
  const ParleyParty *ukraine = parley_scenario_party (loaded->scenario, 1);
  const ParleyParty *rada = parley_scenario_party (loaded->scenario, 2);

  expect_input ("weight", us->weights[0], "60 50 70 - - - -");
  expect_input ("bare weight", us->weights[2], "40 40 40 - - - -");
  CU_ASSERT_PTR_NULL (us->weights[1]);
  CU_ASSERT_TRUE (us->normalize && !us->ranked);
  CU_ASSERT_EQUAL (us->values[0]->kind, PARLEY_VALUE_SMOOTH);
  expect_exact ("x", g_ptr_array_index (us->values[0]->x, 1), "50");
  expect_input ("y", g_ptr_array_index (us->values[0]->y, 1), "60 60 60 - - - -");
  CU_ASSERT_EQUAL (us->values[2]->kind, PARLEY_VALUE_TABLE);
  expect_input ("table", g_ptr_array_index (us->values[2]->table, 1), "30 30 30 - - - -");
  CU_ASSERT_EQUAL (ukraine->values[4]->kind, PARLEY_VALUE_IDEAL);
  expect_input ("ideal", ukraine->values[4]->ideal, "5 5 5 - - - -");
  expect_input ("tolerance", ukraine->values[4]->tolerance, "12 12 12 - - - -");
  CU_ASSERT_EQUAL (rada->values[0]->kind, PARLEY_VALUE_LINEAR);
  CU_ASSERT_EQUAL (rada->values[5]->kind, PARLEY_VALUE_LINEAR);
  expect_input ("swing", rada->weights[0], "50/3 50/3 50/3 - - - -");
  CU_ASSERT_TRUE (parley_party_is_scored (rada));
  CU_ASSERT_FALSE (parley_party_is_scored (parley_scenario_party (loaded->scenario, 3)));
}

static void
test_party (void)
{
  g_autoptr(ParleyLoaded) loaded = load (base_scenario);
  const ParleyParty *us = parley_scenario_party (loaded->scenario, 0);
  const ParleyParty *rada = parley_scenario_party (loaded->scenario, 2);
  const ParleyRedLine *line = g_ptr_array_index (us->red_lines, 0);
  const ParleyAdjustment *adjustment = g_ptr_array_index (us->adjustments, 0);
  const ParleyPosition *position = us->positions[2];

  PARLEY_EXPECT_TEXT ("title", us->title, "United States");
  PARLEY_EXPECT_TEXT ("note", us->note, "n");
  CU_ASSERT_EQUAL (rada->role, PARLEY_ROLE_RATIFIER);
  CU_ASSERT_EQUAL (parley_scenario_party (loaded->scenario, 3)->role, PARLEY_ROLE_AFFECTED);
  expect_condition ("needed_when", rada->needed_when, "2");
  expect_terms ("opening", position->opening, "+--");
  expect_terms ("target", position->target, "++-");
  expect_terms ("limit", position->limit, "++-");
  PARLEY_EXPECT_TEXT ("interest", position->interest, "i");
  PARLEY_EXPECT_TEXT ("position source", position->sources[0], "press");
  expect_terms ("position on a derived issue", us->positions[4]->opening, "10..10");
  PARLEY_EXPECT_TEXT ("red line", line->id, "no-binding");
  CU_ASSERT_EQUAL (line->stance, PARLEY_STANCE_DECLARED);
  expect_input ("holds", line->holds, "0.9 0.5 1 - - - -");
  expect_condition ("never", line->never, "2");
  PARLEY_EXPECT_TEXT ("adjustment", adjustment->id, "greed");
  expect_condition ("when", adjustment->when, "all(0 any(3 not(4)))");
  expect_input ("points", adjustment->points, "-3 -3 -3 - - - -");
}

static void
test_preferences (void)
{
  g_autoptr(ParleyLoaded) loaded = load (base_scenario);
  const ParleyParty *ukraine = parley_scenario_party (loaded->scenario, 1);
  const ParleyDraftPreference *likes = g_ptr_array_index (ukraine->preferences, 0);
  const ParleyDraftPreference *same = g_ptr_array_index (ukraine->preferences, 1);

  CU_ASSERT_EQUAL (ukraine->preferences->len, 2);
  CU_ASSERT_EQUAL (parley_scenario_party (loaded->scenario, 0)->preferences->len, 0);
  PARLEY_EXPECT_TEXT ("preference", likes->id, "likes");
  CU_ASSERT_FALSE (likes->alike || likes->by_some);
  CU_ASSERT_EQUAL (likes->drafts[0], 1);
  CU_ASSERT_EQUAL (likes->drafts[1], 0);
  expect_exact ("by", likes->points, "2.5");
  PARLEY_EXPECT_TEXT ("date", likes->date, "2025-02-14");
  PARLEY_EXPECT_TEXT ("confidence", likes->confidence, "low");
  PARLEY_EXPECT_TEXT ("source", likes->sources[0], "press");
  PARLEY_EXPECT_TEXT ("note", likes->note, "n");
  CU_ASSERT_TRUE (same->alike);
  CU_ASSERT_EQUAL (same->drafts[0], 0);
  CU_ASSERT_EQUAL (same->drafts[1], 1);
  expect_exact ("within", same->points, "5");
  CU_ASSERT_PTR_NULL (same->date);
}

static void
test_drafts (void)
{
  g_autoptr(ParleyLoaded) loaded = load (base_scenario);
  const ParleyDraft *first = parley_scenario_draft (loaded->scenario, 0);
  const ParleyDraft *second = parley_scenario_draft (loaded->scenario, 1);
  const ParleyDraftTerm *term = first->terms[2];
  const ParleyReport *report = g_ptr_array_index (term->reports, 0);
  const ParleyGiven *given = g_ptr_array_index (first->given, 0);
  const ParleyEvent *event = g_ptr_array_index (first->events, 0);

  PARLEY_EXPECT_TEXT ("title", first->title, "First");
  PARLEY_EXPECT_TEXT ("date", first->date, "2025-02-12");
  expect_terms ("number", first->terms[0]->is, "52.5..52.5");
  expect_terms ("up to", first->terms[1]->is, "-2..10");
  expect_terms ("is", term->is, "++-");
  CU_ASSERT_EQUAL (term->basis, PARLEY_BASIS_INFERRED);
  PARLEY_EXPECT_TEXT ("confidence", term->confidence, "high");
  PARLEY_EXPECT_TEXT ("term source", term->sources[0], "press");
  expect_terms ("report", report->is, "+--");
  PARLEY_EXPECT_TEXT ("report source", report->sources[0], "press");
  CU_ASSERT_PTR_NULL (first->terms[3]);
  expect_condition ("if", given->condition, "2");
  expect_condition ("then", given->consequence, "3");
  PARLEY_EXPECT_TEXT ("event", event->date, "2025-02-13");
  CU_ASSERT_EQUAL (event->party, 1);
  CU_ASSERT_EQUAL (event->act, PARLEY_ACT_REJECTED);
  CU_ASSERT_TRUE (parley_draft_has_consent (first, 0));
  CU_ASSERT_FALSE (parley_draft_has_consent (first, 1));
  CU_ASSERT_TRUE (parley_draft_has_consent (second, 1));
  CU_ASSERT_PTR_NULL (second->date);
  PARLEY_EXPECT_TEXT ("tabled", parley_draft_consent_date (first, 0), "2025-02-12");
  CU_ASSERT_PTR_NULL (parley_draft_consent_date (first, 1));
}

/* The first day counts, of those of the party alone. */
static void
test_consent_date (void)
{
  static const char party[]
      = "{ 'id': '%s', 'title': 'X', 'reservation': 0, 'weights': { 'i0': 1 },"
        "  'values': { 'i0': { 'o0': 0, 'o1': 100 } } }";
  static const char drafts[]
      = "'drafts': [ { 'id': 'd', 'title': 'D', 'date': '2025-02-12', 'tabled_by': 'a', 'events': ["
        "  { 'date': '2025-02-20', 'party': 'b', 'act': 'signed' },"
        "  { 'date': '2025-02-15', 'party': 'b', 'act': 'accepted_text' },"
        "  { 'date': '2025-02-13', 'party': 'b', 'act': 'rejected' },"
        "  { 'date': '2025-02-14', 'party': 'a', 'act': 'signed' } ], 'terms': { 'i0': 'o1' } } ]";
  g_autofree char *issues = parley_small_choices (1, 2);
  g_autofree char *a = g_strdup_printf (party, "a");
  g_autofree char *b = g_strdup_printf (party, "b");
  g_autofree char *parties = g_strjoin (",", a, b, NULL);
  g_autoptr(ParleyLoaded) loaded = parley_small_load (issues, parties, drafts);
  const ParleyDraft *draft = parley_scenario_draft (loaded->scenario, 0);

  PARLEY_EXPECT_TEXT ("tabled", parley_draft_consent_date (draft, 0), "2025-02-12");
  PARLEY_EXPECT_TEXT ("accepted", parley_draft_consent_date (draft, 1), "2025-02-15");
}

#define RANKED(ranking) \
  "{ 'format': 'parley/1', 'title': 't', 'issues': [" \
  "  { 'id': 'a', 'title': 'a', 'kind': 'range', 'min': 0, 'max': 1, 'step': 1 }," \
  "  { 'id': 'b', 'title': 'b', 'kind': 'range', 'min': 0, 'max': 1, 'step': 1 }," \
  "  { 'id': 'c', 'title': 'c', 'kind': 'range', 'min': 0, 'max': 1, 'step': 1 } ]," \
  "  'parties': [ { 'id': 'p', 'title': 'p', 'reservation': 0, 'ranking': " ranking "," \
  "    'values': { 'a': { 'ideal': 1, 'tolerance': 1 }, 'b': { 'ideal': 1, 'tolerance': 1 }," \
  "                'c': { 'ideal': 1, 'tolerance': 1 } } } ] }"

static const struct
{
  const char *label;
  const char *text;
  const char *weights;
} rankings[] = {
  { "three", RANKED ("['a', 'b', 'c']"), "11/18 5/18 1/9" },
  { "two of three", RANKED ("['c', 'a']"), "0.25 - 0.75" },
  { "first two equal", RANKED ("[['a', 'b'], 'c']"), "4/9 4/9 1/9" },
  { "last two equal", RANKED ("['b', ['a', 'c']]"), "7/36 11/18 7/36" },
  { "all equal", RANKED ("[['a', 'b', 'c']]"), "1/3 1/3 1/3" },
  { "one", RANKED ("['b']"), "- 1 -" },
};

static void
test_rankings (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rankings); i++)
    {
      g_autoptr(ParleyLoaded) loaded = load (rankings[i].text);
      const ParleyParty *party = parley_scenario_party (loaded->scenario, 0);
      g_autoptr(GString) weights = g_string_new (NULL);

      for (guint k = 0; k < party->n_issues; k++)
        {
          g_autofree char *weight = party->weights[k] != NULL
                                        ? parley_exact_to_text (party->weights[k]->value, 12)
                                        : g_strdup ("-");

          g_string_append_printf (weights, "%s%s", k > 0 ? " " : "", weight);
        }
      PARLEY_EXPECT_TEXT (rankings[i].label, weights->str, rankings[i].weights);
      CU_ASSERT_TRUE (party->ranked);
    }
}

/* A model file by itself, and what is not complained of in it. */
static void
test_model (void)
{
  g_autoptr(ParleyLoaded) loaded
      = load ("{ 'format': 'parley-model/1', '$schema': '', 'id': 'm', 'title': 'M',"
              "  'reservation': { 'value': 5, 'source': 'elsewhere', 'changes': ["
              "    { 'from': '2025-01-01', 'value': 4, 'basis': 'fact' } ] },"
              "  'positions': { 'other': { 'opening': 'anything', 'target': { 'min': 7 } } },"
              "  'weights': { 'choice': { 'value': 50, 'basis': 'fact' },"
              "               'number': { 'value': 50, 'basis': 'fact' } },"
              "  'values': { 'choice': { 'a': { 'value': 1, 'basis': 'fact' },"
              "                          'b': { 'value': 2, 'basis': 'fact' } },"
              "    'number': { 'points': [[0, { 'value': 0, 'basis': 'fact' }],"
              "                           [9, { 'value': 9, 'basis': 'fact' }]] } },"
              "  'red_lines': [ { 'id': 'l', 'never': { 'choice': { 'min': 'b', 'max': 'a' },"
              "    'third': 5, 'not': { 'number': 10 } } } ] }");

  CU_ASSERT_TRUE (loaded->is_model);
  CU_ASSERT_PTR_NOT_NULL_FATAL (loaded->scenario);
  CU_ASSERT_EQUAL (loaded->problems->items->len, 0);
  PARLEY_EXPECT_TEXT ("title", loaded->scenario->title, "M");
  CU_ASSERT_EQUAL (parley_scenario_find_issue (loaded->scenario, "number"), 1);
}

static void
test_bad_model (void)
{
  g_autoptr(ParleyLoaded) loaded = load (
      "{ 'format': 'parley-model/1', 'id': 'm', 'title': 'M', 'reservation': 5,"
      "  'weights': { 'choice': 100, 'other': -3 }, 'values': { 'choice': { 'a': 1, 'b': 2 } },"
      "  'red_lines': [ { 'id': 'l', 'never': { 'choice': 'c' } } ] }");

  CU_ASSERT_PTR_NULL (loaded->scenario);
  CU_ASSERT_EQUAL (loaded->problems->n_errors, 2);
}

#define MODEL_OF(value) \
  "{ 'format': 'parley-model/1', 'id': 'm', 'title': 'M', 'reservation': 5," \
  "  'weights': { 's': 100 }, 'values': { 's': " value " } }"

/* Without the issues too it shows that values have the wrong shape. */
static const struct
{
  const char *value;
  const char *codes;
} shapes[] = {
  { "{ 'points': [[0, 0], [1, 100]] }", "" },
  { "{ 'points': 50, 'other': 30 }", "" },
  { "{ 'ideal': 50, 'tolerance': 0, 'other': 30 }", "" },
  { "{ 'ideal': 50, 'tolerance': 0 }", "tolerance-not-positive" },
  { "{ 'ideal': 50 }", "missing-key" },
  { "7", "wrong-type" },
  { "[]", "wrong-type" },
  { "{}", "value-function" },
  { "{ 'points': 7 }", "wrong-type" },
  { "{ 'points': [] }", "too-few-points" },
  { "{ 'points': [[0, 1]] }", "too-few-points" },
  { "{ 'points': [101] }", "too-few-points bad-point" },
  { "{ 'points': [[0, 1], [2]] }", "bad-point" },
  { "{ 'points': [['x', 1], [2, 3]] }", "bad-fraction" },
  { "{ 'points': [[5, 1], [2, 3]] }", "points-not-ascending" },
};

static char *
list_errors (const ParleyProblems *problems)
{
  GString *codes = g_string_new (NULL);

  for (guint i = 0; i < problems->items->len; i++)
    {
      ParleyProblemCode code = parley_problems_get (problems, i)->code;

      if (parley_problem_code_severity (code) == PARLEY_SEVERITY_ERROR)
        g_string_append_printf (codes, "%s%s", codes->len > 0 ? " " : "",
                                parley_problem_code_id (code));
    }
  return g_string_free (codes, FALSE);
}

static void
test_shapes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      g_autofree char *text = g_strdup_printf (MODEL_OF ("%s"), shapes[i].value);
      g_autoptr(ParleyLoaded) loaded = load (text);
      g_autofree char *codes = list_errors (loaded->problems);

      PARLEY_EXPECT_TEXT (shapes[i].value, codes, shapes[i].codes);
    }
}

/* What is wrong only with a case, found without the file, which may be a pipe. */
static void
test_cases (void)
{
  g_autoptr(ParleyLoaded) loaded
      = load ("{ 'format': 'parley/1', 'title': 't', 'issues': [ { 'id': 'i', 'title': 'i',"
              "    'kind': 'range', 'min': 0, 'max': 1, 'step': 1 } ],"
              "  'parties': [ { 'id': 'p', 'title': 'p', 'reservation': 0, 'weights': { 'i': 1 },"
              "    'values': { 'i': { 'ideal': 1, 'tolerance': 1 } } } ],\n"
              "  'cases': [ { 'id': 'a', 'title': 'a', 'set': { 'parties.p.note': null } },"
              "    { 'id': 'b', 'title': 'b', 'set': { 'parties.p.title': 'q' } },\n"
              "    { 'id': 'c', 'title': 'c', 'set': { 'issues.i.max': -1 } } ] }");
  guint n_warnings = loaded->problems->n_warnings;
  const ParleyProblem *last = NULL;

  CU_ASSERT_PTR_NOT_NULL_FATAL (loaded->scenario);
  parley_loaded_check_cases (loaded);
  CU_ASSERT_EQUAL (loaded->problems->n_errors, 1);
  CU_ASSERT_EQUAL (loaded->problems->n_warnings, n_warnings + 1);
  CU_ASSERT_EQUAL_FATAL (loaded->problems->items->len, n_warnings + 2);
  last = parley_problems_get (loaded->problems, n_warnings);
  CU_ASSERT_EQUAL (last->code, PARLEY_PROBLEM_REMOVES_NOTHING);
  CU_ASSERT_EQUAL (last->line, 2);
  PARLEY_EXPECT_TEXT ("a", last->message, "with the case \"a\": there is no \"note\" to remove");
  last = parley_problems_get (loaded->problems, n_warnings + 1);
  CU_ASSERT_EQUAL (last->code, PARLEY_PROBLEM_EMPTY_RANGE);
  CU_ASSERT_EQUAL (last->line, 3);
}

/* A key may be as long as the file, a message not. */
static void
test_long_key (void)
{
  g_autofree char *key = g_strnfill (100000, 'k');
  g_autofree char *text = g_strdup_printf ("{ 'format': 'parley/1', '%s': [] }", key);
  g_autoptr(ParleyLoaded) loaded = load (text);

  CU_ASSERT_TRUE (loaded->problems->n_errors > 0);
  for (guint i = 0; i < loaded->problems->items->len; i++)
    {
      g_autofree char *line = parley_problem_to_string (parley_problems_get (loaded->problems, i));

      CU_ASSERT_TRUE (strlen (line) < 3000);
    }
}

static void
test_free_nothing (void)
{
  parley_issue_free (NULL);
  parley_option_free (NULL);
  parley_table_row_free (NULL);
  parley_terms_free (NULL);
  parley_condition_free (NULL);
  parley_value_function_free (NULL);
  parley_party_free (NULL);
  parley_red_line_free (NULL);
  parley_adjustment_free (NULL);
  parley_position_free (NULL);
  parley_reservation_change_free (NULL);
  parley_lottery_outcome_free (NULL);
  parley_batna_free (NULL);
  parley_draft_free (NULL);
  parley_draft_term_free (NULL);
  parley_report_free (NULL);
  parley_given_free (NULL);
  parley_event_free (NULL);
  parley_scenario_free (NULL);
  parley_rule_free (NULL);
  parley_source_free (NULL);
  parley_case_free (NULL);
  parley_loaded_free (NULL);
  CU_PASS ("nothing was freed");
}

void
parley_test_read (void)
{
  CU_pSuite suite = CU_add_suite ("read", NULL, NULL);

  CU_ADD_TEST (suite, test_heading);
  CU_ADD_TEST (suite, test_issues);
  CU_ADD_TEST (suite, test_party_basis);
  CU_ADD_TEST (suite, test_wrong_party_basis);
  CU_ADD_TEST (suite, test_reservation);
  CU_ADD_TEST (suite, test_values);
  CU_ADD_TEST (suite, test_party);
  CU_ADD_TEST (suite, test_preferences);
  CU_ADD_TEST (suite, test_drafts);
  CU_ADD_TEST (suite, test_consent_date);
  CU_ADD_TEST (suite, test_rankings);
  CU_ADD_TEST (suite, test_model);
  CU_ADD_TEST (suite, test_bad_model);
  CU_ADD_TEST (suite, test_shapes);
  CU_ADD_TEST (suite, test_cases);
  CU_ADD_TEST (suite, test_long_key);
  CU_ADD_TEST (suite, test_free_nothing);
}
