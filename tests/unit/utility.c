/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scores as whole numbers: exact as long as they can be, rounded once beyond. */
#include "space/utility.h"

#include "expect.h"
#include "naive.h"
#include "small.h"
#include "space/evaluate.h"
#include "suites.h"

#define CHOICE(id) \
  "{ 'id': '" id "', 'title': 'T', 'kind': 'choice', 'options': [{ 'id': 'x', 'title': 'X' }, " \
  "{ 'id': 'y', 'title': 'Y' }, { 'id': 'z', 'title': 'Z' }] }"
#define RANGE "{ 'id': 'r', 'title': 'R', 'kind': 'range', 'min': 0, 'max': 3, 'step': 1 }"
#define PARTY(rest) "{ 'id': 'p', 'title': 'P', " rest " }"
#define VALUES(id, x, y, z) "'" id "': { 'x': " x ", 'y': " y ", 'z': " z " }"

/* One party's view of a scenario. */
typedef struct
{
  ParleyLoaded  *loaded;
  ParleySpace   *space;
  ParleyValues  *values;
  ParleyUtility *utility;
} View;

static View *
view_new (const char *issues, const char *party, const char *date)
{
  View *self = g_new0 (View, 1);

  self->loaded = parley_small_load (issues, party, "'as_of': '2025-01-01'");
  self->space = parley_space_new (self->loaded->scenario,
                                  parley_domain_new (self->loaded->scenario), NULL, NULL, NULL);
  self->values = parley_values_new (self->space, 0, NULL);
  self->utility = parley_utility_new (self->space, self->values, date, NULL);
  return self;
}

static void
view_free (View *self)
{
  parley_utility_free (self->utility);
  parley_values_free (self->values);
  parley_space_free (self->space);
  parley_loaded_free (self->loaded);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (View, view_free)

static const ParleyParty *
party_of (const View *view)
{
  return parley_scenario_party (view->loaded->scenario, 0);
}

static void
append_score (GString *text, const ParleyUtility *utility, ParleyScore score)
{
  g_autofree char *points = NULL;
  mpq_t number;

  mpq_init (number);
  parley_score_to_exact (score, utility->denominator, number);
  points = parley_exact_to_text (number, 12);
  mpq_clear (number);
  g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", points);
}

/* The scores of all deals in file order, then the reservation: "0 95/331 100 | 50". */
static char *
list_scores (const View *view, ParleyUtility *utility)
{
  g_autoptr(GPtrArray) utilities = g_ptr_array_new ();
  g_autoptr(GPtrArray) deals
      = parley_naive_deals (view->space->scenario, view->space->domain, NULL, NULL);
  GString *text = g_string_new (NULL);

  g_ptr_array_add (utilities, utility);
  for (guint i = 0; i < deals->len; i++)
    {
      const ParleyNaiveDeal *deal = g_ptr_array_index (deals, i);
      ParleyScore score = 0;

      parley_evaluate (view->space, utilities, deal->options, &score);
      append_score (text, utility, score);
    }
  g_string_append (text, " |");
  if (utility->has_reservation)
    append_score (text, utility, utility->reservation);
  return g_string_free (text, FALSE);
}

/* Exact scores */

static void
test_exact (void)
{
  static const struct
  {
    const char *label;
    const char *issues;
    const char *party;
    const char *denominator;
    const char *want;
  } rows[] = {
    { "whole", CHOICE ("a"),
      "'reservation': 50, 'weights': { 'a': 7 }, 'values': { " VALUES ("a", "0", "50", "100") " }",
      "1", "0 50 100 | 50" },
    { "fractions", CHOICE ("a"),
      "'reservation': '1/3', 'weights': { 'a': 1 }, "
      "'values': { " VALUES ("a", "0", "'190/662'", "100") " }",
      "993", "0 95/331 100 | 1/3" },
    { "thirds", CHOICE ("a") ", " RANGE,
      "'reservation': 0.1, 'weights': { 'a': 1, 'r': 2 }, 'values': { " VALUES (
          "a", "0", "100", "50") ", 'r': { 'points': [[0, 0], [3, 100]] } }",
      "90", "0 200/9 400/9 200/3 100/3 500/9 700/9 100 50/3 350/9 550/9 250/3 | 0.1" },
    { "as written", CHOICE ("a"),
      "'reservation': 5, 'normalize': false, 'weights': { 'a': 0.25 }, "
      "'values': { " VALUES ("a", "0", "50", "100") " }",
      "2", "0 12.5 25 | 5" },
    { "more than 100", CHOICE ("a"),
      "'reservation': 5, 'normalize': false, 'weights': { 'a': 3 }, "
      "'values': { " VALUES ("a", "0", "50", "100") " }",
      "1", "0 150 300 | 5" },
    { "an adjustment", CHOICE ("a"),
      "'reservation': -2, 'weights': { 'a': 1 }, 'values': { " VALUES (
          "a", "0", "50",
          "100") " }, "
                 "'adjustments': [{ 'id': 'm', 'when': { 'a': ['x', 'z'] }, 'points': '-1/7' }, "
                 "{ 'id': 'n', 'when': { 'a': 'z' }, 'points': 2 }]",
      "7", "-1/7 50 713/7 | -2" },
    { "no weight", CHOICE ("a") ", " CHOICE ("b"),
      "'reservation': 0, 'weights': { 'a': 1, 'b': 0 }, "
      "'values': { " VALUES ("a", "0", "1", "2") ", " VALUES ("b", "3", "1", "2") " }",
      "1", "0 0 0 1 1 1 2 2 2 | 0" },
    { "a ranking", CHOICE ("a") ", " CHOICE ("b"),
      "'reservation': 25, 'ranking': ['b', 'a'], "
      "'values': { " VALUES ("a", "0", "0", "100") ", " VALUES ("b", "0", "100", "100") " }",
      "1", "0 75 75 0 75 75 25 100 100 | 25" },
    { "swing", CHOICE ("a") ", " CHOICE ("b"),
      "'reservation': 25, 'swing': { 'a': 20, 'b': '20/3' }, "
      "'values': { " VALUES ("a", "0", "0", "100") ", " VALUES ("b", "0", "100", "100") " }",
      "1", "0 25 25 0 25 25 75 100 100 | 25" },
    { "a derived issue",
      RANGE ", { 'id': 'd', 'title': 'D', 'kind': 'derived', 'product': ['r'], "
            "'scale': '1/3' }",
      "'reservation': 0, 'weights': { 'd': 1 }, 'values': { 'd': { 'points': [[0, 0], [1, 100]] } }",
      "3", "0 100/3 200/3 100 | 0" },
    /* Nothing but zeros under almost all of the weight. */
    { "a weight for nothing", CHOICE ("a") ", " CHOICE ("b"),
      "'reservation': 0, 'weights': { 'a': 1e12, 'b': 1e-28 }, "
      "'values': { " VALUES ("a", "0", "0", "0") ", " VALUES ("b", "0", "0", "50") " }",
      "10000000000000000000000000000000000000001",
      "0 0 50/10000000000000000000000000000000000000001 "
      "0 0 50/10000000000000000000000000000000000000001 "
      "0 0 50/10000000000000000000000000000000000000001 | 0" },
    /* Small numbers fit whatever their denominator. */
    { "tiny", CHOICE ("a"),
      "'reservation': 0, 'normalize': false, 'weights': { 'a': 1e-60 }, "
      "'values': { " VALUES ("a", "0", "0", "1") " }",
      "1000000000000000000000000000000000000000000000000000000000000",
      "0 0 1/1000000000000000000000000000000000000000000000000000000000000 | 0" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *party
          = g_strconcat ("{ 'id': 'p', 'title': 'P', ", rows[i].party, " }", NULL);
      g_autoptr(View) view = view_new (rows[i].issues, party, NULL);
      g_autofree char *scores = list_scores (view, view->utility);
      mpq_t denominator;

      mpq_init (denominator);
      mpq_set_z (denominator, view->utility->denominator);
      PARLEY_EXPECT_TEXT (rows[i].label, scores, rows[i].want);
      PARLEY_EXPECT_EXACT (rows[i].label, denominator, rows[i].denominator);
      PARLEY_EXPECT (!view->utility->rounded, "%s", rows[i].label);
      mpq_clear (denominator);
    }
}

/* The unit of a table is the largest that divides its values. */
static void
test_units (void)
{
  static const struct
  {
    const char *values;
    const char *unit;
    int         steps[3];
  } rows[] = {
    { VALUES ("a", "0", "50", "100"), "50", { 0, 1, 2 } },
    { VALUES ("a", "30", "0", "75"), "15", { 2, 0, 5 } },
    { VALUES ("a", "12.5", "25", "0"), "12.5", { 1, 2, 0 } },
    { VALUES ("a", "'1/3'", "'1/2'", "1"), "1/6", { 2, 3, 6 } },
    { VALUES ("a", "'2/3'", "'4/9'", "0"), "2/9", { 3, 2, 0 } },
    { VALUES ("a", "1", "97", "98"), "1", { 1, 97, 98 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *party = g_strdup_printf (
          PARTY ("'reservation': 0, 'weights': { 'a': 1 }, 'values': { %s }"), rows[i].values);
      g_autoptr(View) view = view_new (CHOICE ("a") ", " CHOICE ("b"), party, NULL);
      const ParleyValueTable *table = view->values->of_issue[0];

      CU_ASSERT_PTR_NULL (view->values->of_issue[1]);
      CU_ASSERT_FALSE (view->values->rounded);
      CU_ASSERT_EQUAL (table->n, 3);
      PARLEY_EXPECT_EXACT (rows[i].values, table->unit, rows[i].unit);
      for (guint o = 0; o < 3; o++)
        PARLEY_EXPECT (table->steps[o] == rows[i].steps[o], "%s: %u", rows[i].values, o);
    }
}

/* The reservation is that of the day. */
static void
test_date (void)
{
  static const struct
  {
    const char *date;
    const char *want;
  } rows[] = {
    { NULL, "0 50 100 | 40" },           { "2025-02-28", "0 50 100 | 40" },
    { "2025-03-01", "0 50 100 | 35.5" }, { "2025-03-31", "0 50 100 | 35.5" },
    { "2025-04-01", "0 50 100 | 1/3" },  { "2026-01-01", "0 50 100 | 1/3" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(View) view = view_new (
          CHOICE ("a"),
          PARTY ("'reservation': { 'value': 40, 'changes': [{ 'from': '2025-03-01', "
                 "'value': 35.5 }, { 'from': '2025-04-01', 'value': '1/3' }] }, "
                 "'weights': { 'a': 1 }, 'values': { " VALUES ("a", "0", "50", "100") " }"),
          rows[i].date);
      g_autofree char *scores = list_scores (view, view->utility);

      PARLEY_EXPECT_TEXT (rows[i].want, scores, rows[i].want);
    }
}

/* Variations */

static const ParleyNumber *
reservation_of (const ParleyParty *party)
{
  return party->reservation;
}

static const ParleyNumber *
first_weight (const ParleyParty *party)
{
  return party->weights[0];
}

static const ParleyNumber *
second_weight (const ParleyParty *party)
{
  return party->weights[1];
}

static const ParleyNumber *
first_value (const ParleyParty *party)
{
  return party->values[0]->table->pdata[0];
}

static const ParleyNumber *
points_of (const ParleyParty *party)
{
  return ((const ParleyAdjustment *) party->adjustments->pdata[0])->points;
}

#define VARIED(normalize) \
  PARTY ("'reservation': 40, 'normalize': " normalize ", 'weights': { 'a': 1, 'b': 3 }, " \
         "'values': { " VALUES ("a", "0", "0", "100") ", " VALUES ( \
             "b", "0", "0", \
             "100") " }, " \
                    "'adjustments': [{ 'id': 'm', 'when': { 'a': 'x', 'b': 'x' }, 'points': 4 }]")
#define SINGLE \
  PARTY ("'reservation': 40, 'weights': { 'a': 0.5 }, 'values': { " VALUES ( \
      "a", "0", "0", \
      "100") " }, " \
             "'adjustments': [{ 'id': 'm', 'when': { 'a': 'x', 'b': 'x' }, 'points': 4 }]")

static void
test_variations (void)
{
  static const struct
  {
    const char          *label;
    const char          *party;
    const ParleyNumber *(*number) (const ParleyParty *);
    const char          *to;
    const char          *share; /* of the first issue */
    const char          *want;
  } rows[] = {
    { "reservation", VARIED ("true"), reservation_of, "'1/3'", "1/4",
      "4 0 75 0 0 75 25 25 100 | 1/3" },
    { "a weight", VARIED ("true"), first_weight, "2", "2/5", "4 0 60 0 0 60 40 40 100 | 40" },
    { "a weight to nothing", VARIED ("true"), second_weight, "0", "1",
      "4 0 0 0 0 0 100 100 100 | 40" },
    { "a weight as written", VARIED ("false"), first_weight, "0.5", "1/2",
      "4 0 300 0 0 300 50 50 350 | 40" },
    { "the only weight", SINGLE, first_weight, "7", "1", "4 0 0 0 0 0 100 100 100 | 40" },
    { "the only weight to nothing", SINGLE, first_weight, "0", "0", "4 0 0 0 0 0 0 0 0 | 40" },
    { "a value", VARIED ("true"), first_value, "2", "1/4", "4.5 0.5 75.5 0 0 75 25 25 100 | 40" },
    { "points", VARIED ("true"), points_of, "'-1/3'", "1/4", "-1/3 0 75 0 0 75 25 25 100 | 40" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(View) view = view_new (CHOICE ("a") ", " CHOICE ("b"), rows[i].party, NULL);
      g_autofree char *spelt = g_strdelimit (g_strdup (rows[i].to), "'", ' ');
      mpq_ptr to = parley_small_exact (g_strstrip (spelt));
      ParleyVariation variation = { .number = rows[i].number (party_of (view)), .value = to };
      g_autoptr(ParleyValues) values = parley_values_new (view->space, 0, &variation);
      g_autoptr(ParleyUtility) utility
          = parley_utility_new (view->space, values, NULL, &variation);
      g_autofree char *scores = list_scores (view, utility);
      mpq_t share;

      mpq_init (share);
      parley_weight_share (party_of (view), 0, &variation, share);
      PARLEY_EXPECT_EXACT (rows[i].label, share, rows[i].share);
      PARLEY_EXPECT_TEXT (rows[i].label, scores, rows[i].want);
      mpq_clear (share);
      parley_exact_free (to);
    }
}

/* Rounding */

#define PRIME_B "100000000000000000039"
#define PRIME_C "1000000000000000003"
#define PRIME_D "100000000000000000000000000319"

/* Scores that no common denominator holds: every entry is off by at most 1e-10. */
static void
test_rounded (void)
{
  static const char *const parties[] = {
    /* weights */
    PARTY ("'reservation': 30, 'weights': { 'a': '1/" PRIME_B "', 'b': '1/" PRIME_C "', "
           "'r': '1/" PRIME_D "' }, 'values': { " VALUES ("a", "0", "'1/3'", "100") ", " VALUES (
               "b", "70", "'1/7'", "0") ", 'r': { 'points': [[0, 0], [2, 40], [3, 100]] } }"),
    /* values of different tables */
    PARTY ("'reservation': 30, 'weights': { 'a': 1, 'b': 1, 'r': 1 }, 'values': { " VALUES (
        "a", "0", "'1/" PRIME_B "'",
        "100") ", " VALUES ("b", "70", "'3/" PRIME_C "'",
                            "0") ", 'r': { 'points': [[0, 0], [2, '99/" PRIME_D
                                 "'], [3, 100]] } }"),
    /* values of one table */
    PARTY ("'reservation': 30, 'weights': { 'a': 1, 'b': 1, 'r': 1 }, 'values': { " VALUES (
        "a", "'1/" PRIME_D "'", "'1/" PRIME_B "'",
        "100") ", " VALUES ("b", "70", "30", "0") ", 'r': { 'ideal': 1, 'tolerance': 3 } }"),
    /* a reservation far above all scores */
    PARTY ("'reservation': 50, 'normalize': false, 'weights': { 'a': 1e-36 }, 'values': { " VALUES (
        "a", "0", "1", "0") " }"),
    /* a reservation and points */
    PARTY ("'reservation': '3000000000000000000000000000000/" PRIME_D "', 'weights': { 'a': 1 }, "
           "'values': { " VALUES ("a", "0", "'1/3'",
                                  "100") " }, 'adjustments': [{ 'id': 'm', "
                                         "'when': { 'b': 'y' }, 'points': '-" PRIME_D "/" PRIME_B
                                         "0000000' }]"),
  };

  for (gsize i = 0; i < G_N_ELEMENTS (parties); i++)
    {
      g_autoptr(View) view
          = view_new (CHOICE ("a") ", " CHOICE ("b") ", " RANGE, parties[i], NULL);
      g_autoptr(GPtrArray) deals
          = parley_naive_deals (view->loaded->scenario, view->space->domain, NULL, NULL);
      g_autoptr(GPtrArray) utilities = g_ptr_array_new ();
      mpq_t score, most;

      g_ptr_array_add (utilities, view->utility);
      mpq_inits (score, most, NULL);
      mpq_set_ui (most, 4, 10000000000ul);
      mpq_canonicalize (most);
      PARLEY_EXPECT (view->utility->rounded, "party %zu", i);
      for (guint d = 0; d < deals->len; d++)
        {
          const ParleyNaiveDeal *deal = g_ptr_array_index (deals, d);
          ParleyScore steps = 0;

          parley_evaluate (view->space, utilities, deal->options, &steps);
          parley_score_to_exact (steps, view->utility->denominator, score);
          mpq_sub (score, score, deal->scores[0]);
          mpq_abs (score, score);
          PARLEY_EXPECT (mpq_cmp (score, most) <= 0, "party %zu, deal %u", i, d);
          PARLEY_EXPECT (parley_naive_accepts (view->loaded->scenario, deal, 0, TRUE)
                             == (steps >= view->utility->reservation),
                         "party %zu, deal %u", i, d);
        }
      mpq_clears (score, most, NULL);
    }
}

/* Each entry by itself is rounded to the nearest 1e-10, halves up. */
static void
test_rounded_entries (void)
{
  g_autoptr(View) view = view_new (
      CHOICE ("a"),
      PARTY ("'reservation': 0, 'weights': { 'a': 1 }, 'values': { " VALUES (
          "a", "'2/3'", "'1/" PRIME_D "'",
          "'299999999999999/1000000000000000'") " }, "
                                                "'adjustments': [{ 'id': 'm', 'when': { 'a': 'y' }, 'points': '-1/20000000000' }, "
                                                "{ 'id': 'n', 'when': { 'a': 'y' }, 'points': '-1/" PRIME_D
                                                "' }]"),
      NULL);
  g_autofree char *scores = list_scores (view, view->utility);

  CU_ASSERT_TRUE (view->utility->rounded);
  PARLEY_EXPECT_TEXT ("entries", scores, "0.6666666667 0 0.3 | 0");
}

/* How far exact scores reach: 119 bits in all. */
static void
test_limit (void)
{
  static const struct
  {
    const char *reservation;
    gboolean    rounded;
  } rows[] = {
    /* 2^112, with values of up to 2^7: together 2^119 and one more bit does not fit. */
    { "'1/5192296858534827628530496329220096'", FALSE },
    { "'1/10384593717069655257060992658440192'", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *party = g_strdup_printf (
          PARTY ("'reservation': %s, 'weights': { 'a': 1 }, 'values': { " VALUES ("a", "0", "1",
                                                                                  "64") " }"),
          rows[i].reservation);
      g_autoptr(View) view = view_new (CHOICE ("a"), party, NULL);
      g_autofree char *scores = list_scores (view, view->utility);

      PARLEY_EXPECT (view->utility->rounded == rows[i].rounded, "%s", rows[i].reservation);
      PARLEY_EXPECT (g_str_has_prefix (scores, "0 1 64 | "), "%s: %s", rows[i].reservation, scores);
    }
}

/* Smooth values are rounded, and say so. */
static void
test_smooth (void)
{
  g_autoptr(View) view = view_new (
      RANGE,
      PARTY ("'reservation': 0, 'weights': { 'r': 1 }, 'values': { 'r': { 'shape': 'smooth', "
             "'points': [[0, 0], [1.5, 100], [3, 50]] } }"),
      NULL);

  CU_ASSERT_TRUE (view->utility->rounded);
}

/* Points between steps, on one, and beyond all scores: of a party with quarters of points. */
static void
test_steps (void)
{
  static const struct
  {
    const char *points;
    gint64      least, more, most, less; /* PAST: beyond all scores */
  } rows[] = {
#define PAST G_MAXINT64
    { "1/2", 2, 3, 2, 1 },
    { "1/3", 2, 2, 1, 1 },
    { "-1/3", -1, -1, -2, -2 },
    { "0", 0, 1, 0, -1 },
    { "1e50", PAST, PAST, PAST, PAST },
    { "-1e50", -PAST, -PAST, -PAST, -PAST },
  };
  g_autoptr(View) view
      = view_new (CHOICE ("a"),
                  PARTY ("'reservation': 0, 'weights': { 'a': 1 }, 'values': { " VALUES (
                      "a", "0", "0.25", "1") " }"),
                  NULL);
  mpq_t points;

  mpq_init (points);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const gint64 expected[] = { rows[i].least, rows[i].more, rows[i].most, rows[i].less };
      ParleyScore found[4] = { 0 };

      CU_ASSERT_TRUE_FATAL (parley_exact_parse (rows[i].points, points));
      found[0] = parley_utility_at_least (view->utility, points, FALSE);
      found[1] = parley_utility_at_least (view->utility, points, TRUE);
      found[2] = parley_utility_at_most (view->utility, points, FALSE);
      found[3] = parley_utility_at_most (view->utility, points, TRUE);
      for (guint k = 0; k < G_N_ELEMENTS (found); k++)
        PARLEY_EXPECT (found[k]
                           == (expected[k] == PAST    ? PARLEY_SCORE_LIMIT
                               : expected[k] == -PAST ? -PARLEY_SCORE_LIMIT
                                                      : expected[k]),
                       "%s, %u: %d", rows[i].points, k, (int) found[k]);
    }
  mpq_clear (points);
#undef PAST
}

void
parley_test_utility (void)
{
  CU_pSuite suite = CU_add_suite ("utility", NULL, NULL);

  CU_add_test (suite, "exact scores", test_exact);
  CU_add_test (suite, "units of values", test_units);
  CU_add_test (suite, "reservations by date", test_date);
  CU_add_test (suite, "variations", test_variations);
  CU_add_test (suite, "rounded scores", test_rounded);
  CU_add_test (suite, "rounded entries", test_rounded_entries);
  CU_add_test (suite, "how far exact scores reach", test_limit);
  CU_add_test (suite, "smooth values", test_smooth);
  CU_add_test (suite, "points in steps", test_steps);
}
