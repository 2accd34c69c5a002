/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verdicts that hang by little. */
#include "analysis/verdict.h"

#include "expect.h"
#include "sample.h"
#include "small.h"
#include "suites.h"

/* By hand */

#define ISSUES \
  "{ 'id': 'a', 'title': 'A', 'kind': 'choice', 'options': [{ 'id': 'x', 'title': 'X' }, " \
  "{ 'id': 'y', 'title': 'Y' }] }, " \
  "{ 'id': 'r', 'title': 'R', 'kind': 'range', 'min': 0, 'max': 10, 'step': 5 }"

/* Reads the party of @json and says of the draft with @terms "accepts", and "line" when
 * this is on the line. */
static char *
stand (const char *json, const char *terms, const char *date)
{
  g_autofree char *party = g_strdup_printf ("{ 'id': 'p', 'title': 'P', %s }", json);
  g_autofree char *draft = g_strdup_printf (
      "'as_of': '2025-01-01', 'drafts': [{ 'id': 'd', 'title': 'D', 'terms': { %s } }]", terms);
  g_autoptr(ParleyLoaded) loaded = parley_small_load (ISSUES, party, draft);
  const ParleyDraft *only = parley_scenario_draft (loaded->scenario, 0);
  g_autoptr(ParleySpace) space = parley_space_new (
      loaded->scenario, parley_domain_new_draft (loaded->scenario, only), only, NULL, NULL);
  g_autoptr(GPtrArray) utilities = parley_utilities_new (space, date);
  const ParleyUtility *utility = g_ptr_array_index (utilities, 0);
  g_autoptr(ParleyOutline) outline = parley_outline_new (space, 0, NULL);
  ParleyExtent extent = parley_extent (outline, utility);
  ParleyVerdict verdict = parley_verdict_of (utility, &extent, TRUE);

  CU_ASSERT_TRUE (parley_outline_is_feasible (outline));
  return g_strconcat (parley_verdict_to_string (verdict),
                      parley_on_the_line (outline, utility, &extent, date, verdict) ? " line" : "",
                      NULL);
}

/* Scores of x and y: 40 and 80; of r: 0, 50 and 100. */
#define A        "'values': { 'a': { 'x': 40, 'y': 80 } }"
#define ONLY_A   "'weights': { 'a': 1 }, " A
#define R(curve) "'weights': { 'r': 1 }, 'values': { 'r': " curve " }"
#define NEVER_X  ", 'red_lines': [{ 'id': 'l', 'never': { 'a': 'x' } }]"

static const struct
{
  const char *label;
  const char *party;
  const char *terms;
  const char *want;
} worked[] = {
  { "far above", "'reservation': 20, " ONLY_A, "'a': 'x'", "accepts" },
  { "on it", "'reservation': 40, " ONLY_A, "'a': 'x'", "accepts line" },
  { "a point above", "'reservation': 39, " ONLY_A, "'a': 'x'", "accepts line" },
  { "just more than a point above", "'reservation': 38.999999999999999999, " ONLY_A, "'a': 'x'",
    "accepts" },
  { "just below", "'reservation': '40000000000000000001/1000000000000000000', " ONLY_A, "'a': 'x'",
    "rejects line" },
  { "a point below", "'reservation': 41, " ONLY_A, "'a': 'x'", "rejects line" },
  { "just more than a point below", "'reservation': 41.000000000000000001, " ONLY_A, "'a': 'x'",
    "rejects" },
  { "far below", "'reservation': 70, " ONLY_A, "'a': 'x'", "rejects" },
  { "the lowest counts", "'reservation': 39.5, " ONLY_A, "", "accepts line" },
  { "not the highest", "'reservation': 38.5, " ONLY_A, "", "accepts" },
  { "the highest counts", "'reservation': 80.5, " ONLY_A, "", "rejects line" },
  { "not the lowest", "'reservation': 81.5, " ONLY_A, "", "rejects" },
  { "what depends is no line", "'reservation': 79.5, " ONLY_A, "", "depends" },
  { "nor this", "'reservation': 40.5, " ONLY_A, "", "depends" },
  { "a red line is not near", "'reservation': 39.5, " ONLY_A NEVER_X, "'a': 'x'", "rejects" },
  { "the best across no red line", "'reservation': 80.5, " ONLY_A NEVER_X, "", "rejects line" },
  { "and no other",
    "'reservation': 41, 'weights': { 'a': 1 }, "
    "'values': { 'a': { 'x': 40.5, 'y': 10 } }" NEVER_X,
    "", "rejects" },

  { "reservation to the value", "'reservation': { 'value': 30, 'high': 40 }, " ONLY_A, "'a': 'x'",
    "accepts" },
  { "reservation just over it",
    "'reservation': { 'value': 30, 'high': 40.0000000000000001 }, " ONLY_A, "'a': 'x'",
    "accepts line" },
  { "reservation down to it", "'reservation': { 'value': 50, 'low': 40 }, " ONLY_A, "'a': 'x'",
    "rejects line" },
  { "reservation not down to it",
    "'reservation': { 'value': 50, 'low': 40.0000000000000001 }, " ONLY_A, "'a': 'x'", "rejects" },
  { "depends, reservation at the low end", "'reservation': { 'value': 60, 'low': 40 }, " ONLY_A, "",
    "depends line" },
  { "depends, reservation within", "'reservation': { 'value': 60, 'low': 41, 'high': 80 }, " ONLY_A,
    "", "depends" },
  { "depends, reservation at the high end", "'reservation': { 'value': 60, 'high': 80.1 }, " ONLY_A,
    "", "depends line" },
  { "reservation across a red line", "'reservation': { 'value': 90, 'low': 0 }, " ONLY_A NEVER_X,
    "'a': 'x'", "rejects" },

  { "the only points to 0",
    "'reservation': 0, 'adjustments': [{ 'id': 'm', 'when': { 'a': 'x' }, "
    "'points': { 'value': -9, 'high': 0 } }]",
    "'a': 'x'", "rejects line" },
  { "and that is not enough",
    "'reservation': 1, 'adjustments': [{ 'id': 'm', 'when': { 'a': 'x' }, "
    "'points': { 'value': -9, 'high': 0 } }]",
    "'a': 'x'", "rejects" },
  { "the only weight to 0", "'reservation': 30, 'weights': { 'a': { 'value': 1, 'low': 0 } }, " A,
    "'a': 'x'", "accepts line" },
  { "and 0 is enough", "'reservation': 0, 'weights': { 'a': { 'value': 1, 'low': 0 } }, " A,
    "'a': 'x'", "accepts" },

  { "an option",
    "'reservation': 30, 'weights': { 'a': 1 }, "
    "'values': { 'a': { 'x': { 'value': 40, 'low': 29 }, 'y': 80 } }",
    "'a': 'x'", "accepts line" },
  { "another option",
    "'reservation': 30, 'weights': { 'a': 1 }, "
    "'values': { 'a': { 'x': 40, 'y': { 'value': 80, 'low': 29 } } }",
    "'a': 'x'", "accepts" },
  { "an open option",
    "'reservation': 30, 'weights': { 'a': 1 }, "
    "'values': { 'a': { 'x': 40, 'y': { 'value': 80, 'low': 29 } } }",
    "", "accepts line" },
  { "an option of no weight",
    "'reservation': 30, 'weights': { 'a': 0, 'r': 1 }, 'values': "
    "{ 'a': { 'x': { 'value': 40, 'low': 0 }, 'y': 80 }, 'r': { 'points': [[0, 0], [10, 100]] } }",
    "'a': 'x', 'r': 5", "accepts" },
  { "a point of a curve",
    "'reservation': 30, " R ("{ 'points': [[0, 0], [5, { 'value': 50, 'low': 20 }], [10, 100]] }"),
    "'r': 5", "accepts line" },
  { "a point beside it",
    "'reservation': 30, " R ("{ 'points': [[0, 0], [5, { 'value': 50, 'low': 20 }], [10, 100]] }"),
    "'r': 10", "accepts" },
  { "a point of a smooth curve",
    "'reservation': 30, " R (
        "{ 'shape': 'smooth', 'points': [[0, 0], [5, { 'value': 50, 'low': 20 }], [10, 100]] }"),
    "'r': 5", "accepts line" },
  { "an ideal", "'reservation': 30, " R ("{ 'ideal': { 'value': 5, 'high': 9 }, 'tolerance': 5 }"),
    "'r': 5", "accepts line" },
  { "an ideal nearby",
    "'reservation': 30, " R ("{ 'ideal': { 'value': 5, 'high': 8 }, 'tolerance': 5 }"), "'r': 5",
    "accepts" },
  { "a tolerance",
    "'reservation': 30, " R ("{ 'ideal': 0, 'tolerance': { 'value': 10, 'low': 6 } }"), "'r': 5",
    "accepts line" },
  { "a tolerance that does",
    "'reservation': 30, " R ("{ 'ideal': 0, 'tolerance': { 'value': 10, 'low': 8 } }"), "'r': 5",
    "accepts" },

  { "a weight",
    "'reservation': 30, 'weights': { 'a': { 'value': 10, 'low': 1 }, 'r': 1 }, "
    "'values': { 'a': { 'x': 40, 'y': 80 }, 'r': { 'points': [[0, 0], [10, 100]] } }",
    "'a': 'x', 'r': 0", "accepts line" },
  { "a weight that does",
    "'reservation': 30, 'weights': { 'a': { 'value': 10, 'low': 3 }, "
    "'r': 1 }, 'values': { 'a': { 'x': 40, 'y': 80 }, 'r': { 'points': [[0, 0], [10, 100]] } }",
    "'a': 'x', 'r': 0", "accepts" },
  { "a weight of nothing",
    "'reservation': 30, 'weights': { 'a': 1, "
    "'r': { 'value': 0, 'high': 1 } }, "
    "'values': { 'a': { 'x': 40, 'y': 80 }, 'r': { 'points': [[0, 0], [10, 100]] } }",
    "'a': 'x', 'r': 0", "accepts line" },
  { "the only weight", "'reservation': 30, 'weights': { 'a': { 'value': 10, 'low': 1 } }, " A,
    "'a': 'x'", "accepts" },
  { "the only weight to nothing",
    "'reservation': 30, 'weights': { 'a': { 'value': 10, 'low': 0 } "
    "}, " A,
    "'a': 'x'", "accepts line" },
  { "the only weight, a share, to nothing",
    "'reservation': 30, "
    "'weights': { 'a': { 'value': 0.5, 'low': 0 } }, " A,
    "'a': 'y'", "accepts line" },
  { "a small weight to nothing",
    "'reservation': 30, "
    "'weights': { 'a': { 'value': 0.001, 'low': 0 } }, " A,
    "'a': 'y'", "accepts line" },
  { "a weight as written",
    "'reservation': 30, 'normalize': false, "
    "'weights': { 'a': { 'value': 0.75, 'low': 0.37 } }, " A,
    "'a': 'y'", "accepts line" },
  { "a weight as written that does",
    "'reservation': 30, 'normalize': false, "
    "'weights': { 'a': { 'value': 0.75, 'low': 0.375 } }, " A,
    "'a': 'y'", "accepts" },

  { "points",
    "'reservation': 30, " ONLY_A ", 'adjustments': [{ 'id': 'j', 'when': { 'a': 'x' }, "
    "'points': { 'value': 5, 'low': -11 } }]",
    "'a': 'x'", "accepts line" },
  { "points that do",
    "'reservation': 30, " ONLY_A ", 'adjustments': [{ 'id': 'j', "
    "'when': { 'a': 'x' }, 'points': { 'value': 5, 'low': -10 } }]",
    "'a': 'x'", "accepts" },
  { "points that do not apply",
    "'reservation': 30, " ONLY_A ", 'adjustments': [{ 'id': 'j', "
    "'when': { 'a': 'y' }, 'points': { 'value': 5, 'low': -99 } }]",
    "'a': 'x'", "accepts" },
  { "a range that is none", "'reservation': { 'value': 30, 'low': 30, 'high': 30 }, " ONLY_A,
    "'a': 'x'", "accepts" },
};

static void
test_worked (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (worked); i++)
    {
      g_autofree char *got = stand (worked[i].party, worked[i].terms, NULL);

      PARLEY_EXPECT_TEXT (worked[i].label, got, worked[i].want);
    }
}

/* The reservation of the day is the one that moves. */
static void
test_date (void)
{
  static const char party[]
      = "'reservation': { 'value': 10, 'changes': [{ 'from': '2025-03-01', 'value': 20, "
        "'high': 45 }, { 'from': '2025-04-01', 'value': 15, 'high': 20 }] }, " ONLY_A;
  static const struct
  {
    const char *date;
    const char *want;
  } rows[] = {
    { NULL, "accepts" },
    { "2025-02-01", "accepts" },
    { "2025-03-02", "accepts line" },
    { "2025-04-01", "accepts" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *got = stand (party, "'a': 'x'", rows[i].date);

      PARLEY_EXPECT_TEXT (rows[i].want, got, rows[i].want);
    }
}

/* By going through everything */

/* How all feasible deals together stand with a party. */
typedef struct
{
  ParleyVerdict verdict;
  gboolean      near; /* within a point */
} Stand;

static Stand
naive_stand (const ParleySample *sample, guint party)
{
  const ParleyNumber *reservation = parley_scenario_party (sample->scenario, party)->reservation;
  guint n_feasible = 0;
  guint n_accepted = 0;
  guint n_near_above = 0;
  guint n_near_below = 0;
  g_autoptr(GPtrArray) deals
      = parley_naive_deals (sample->scenario, sample->space->domain, sample->draft, NULL);
  mpq_t surplus;

  mpq_init (surplus);
  for (guint i = 0; i < deals->len; i++)
    {
      const ParleyNaiveDeal *deal = g_ptr_array_index (deals, i);

      if (!deal->feasible)
        continue;
      mpq_sub (surplus, deal->scores[party], reservation->value);
      n_feasible++;
      n_accepted += (guint) parley_naive_accepts (sample->scenario, deal, party, TRUE);
      n_near_above += mpq_cmp_si (surplus, 1, 1) <= 0;
      n_near_below += !deal->crossed[party] && mpq_cmp_si (surplus, -1, 1) >= 0;
    }
  mpq_clear (surplus);
  if (n_accepted == n_feasible)
    return (Stand){ PARLEY_VERDICT_ACCEPTS, n_near_above > 0 };
  if (n_accepted == 0)
    return (Stand){ PARLEY_VERDICT_REJECTS, n_near_below > 0 };
  return (Stand){ PARLEY_VERDICT_DEPENDS, FALSE };
}

/* The verdict when @number is @value. */
static ParleyVerdict
naive_verdict_with (const ParleySample *sample, guint party, ParleyNumber *number, mpq_ptr value)
{
  Stand stand;

  mpq_swap (number->value, value);
  stand = naive_stand (sample, party);
  mpq_swap (number->value, value);
  return stand.verdict;
}

/* All inputs of a party that its scores or verdicts follow from. */
static GPtrArray *
inputs_of (const ParleyParty *party)
{
  GPtrArray *inputs = g_ptr_array_new ();

  g_ptr_array_add (inputs, party->reservation);
  for (guint i = 0; i < party->n_issues; i++)
    {
      const ParleyValueFunction *function = party->values[i];

      g_ptr_array_add (inputs, party->weights[i]);
      if (function != NULL && function->table != NULL)
        g_ptr_array_extend (inputs, function->table, NULL, NULL);
      if (function != NULL && function->y != NULL)
        g_ptr_array_extend (inputs, function->y, NULL, NULL);
    }
  for (guint i = 0; i < party->adjustments->len; i++)
    g_ptr_array_add (inputs, ((const ParleyAdjustment *) party->adjustments->pdata[i])->points);
  return inputs;
}

/* Gives @number a range of up to @most about it, not below 0 if @number is not. */
static void
draw_range (GRand *rand, ParleyNumber *number, guint most)
{
  mpq_t width;

  mpq_init (width);
  mpq_set_si (width, g_rand_int_range (rand, 0, (gint32) most), 4);
  mpq_canonicalize (width);
  mpq_sub (number->low, number->value, width);
  if (mpq_sgn (number->low) < 0 && mpq_sgn (number->value) >= 0)
    mpq_set_ui (number->low, 0, 1);
  mpq_set_si (width, g_rand_int_range (rand, 0, (gint32) most), 4);
  mpq_canonicalize (width);
  mpq_add (number->high, number->value, width);
  if (mpq_cmp_ui (number->high, 100, 1) > 0 && mpq_cmp_ui (number->value, 100, 1) <= 0)
    mpq_set_ui (number->high, 100, 1);
  number->has_range = TRUE;
  mpq_clear (width);
}

static void
forget_range (ParleyNumber *number)
{
  mpq_set (number->low, number->value);
  mpq_set (number->high, number->value);
  number->has_range = FALSE;
}

static void
expect_line (const ParleySample *sample,
             const ParleyOutline *outline,
             guint               party,
             GRand              *rand,
             guint              *n_turned)
{
  g_autoptr(GPtrArray) inputs = inputs_of (parley_scenario_party (sample->scenario, party));
  Stand stand = naive_stand (sample, party);
  const ParleyUtility *utility = parley_sample_utility (sample, party);
  ParleyExtent extent = parley_extent (outline, utility);

  for (guint i = 0; i < inputs->len; i++)
    {
      ParleyNumber *number = g_ptr_array_index (inputs, i);
      gboolean turns = FALSE;

      if (number == NULL)
        continue;
      draw_range (rand, number, i % 3 == 0 ? 20 : 200);
      turns = naive_verdict_with (sample, party, number, number->low) != stand.verdict
              || naive_verdict_with (sample, party, number, number->high) != stand.verdict;
      *n_turned += turns && !stand.near;
      PARLEY_EXPECT (parley_on_the_line (outline, utility, &extent, NULL, stand.verdict)
                         == (stand.near || turns),
                     "party %u, input %u", party, i);
      forget_range (number);
    }
}

static void
test_random (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (4);
  guint n_turned = 0;
  guint n_near[2] = { 0, 0 };

  for (guint32 seed = 0; seed < PARLEY_N_SAMPLES; seed++)
    {
      g_autoptr(ParleySample) sample = parley_sample_new (seed);
      guint n_failures = CU_get_number_of_failures ();

      /* Every input takes three looks at all deals. */
      if (sample->deals->len > 24)
        continue;
      for (guint p = 0; p < sample->utilities->len; p++)
        {
          g_autoptr(ParleyOutline) outline = parley_outline_new (sample->space, p, NULL);

          if (parley_scenario_party (sample->scenario, p)->reservation == NULL
              || !parley_outline_is_feasible (outline))
            continue;
          n_near[naive_stand (sample, p).near]++;
          expect_line (sample, outline, p, rand, &n_turned);
        }
      PARLEY_EXPECT (CU_get_number_of_failures () == n_failures, "seed %u", seed);
    }
  CU_ASSERT (n_turned > parley_effort (50));
  CU_ASSERT (n_near[TRUE] > parley_effort (5));
  CU_ASSERT (n_near[FALSE] > parley_effort (50));
}

void
parley_test_line (void)
{
  CU_pSuite suite = CU_add_suite ("on the line", NULL, NULL);

  CU_add_test (suite, "worked by hand", test_worked);
  CU_add_test (suite, "reservations by date", test_date);
  CU_add_test (suite, "random scenarios", test_random);
}
