/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far scores go, and what occurs at all, against looking at every deal. */
#include "space/extent.h"

#include "analysis/verdict.h"
#include "base/error.h"
#include "expect.h"
#include "sample.h"
#include "small.h"
#include "suites.h"
#include "wide.h"

/* Extents */

/* "accepts" and so on, as the feasible deals say. */
static ParleyVerdict
naive_verdict (const ParleySample *sample, guint party, gboolean red_lines)
{
  guint n_feasible = 0;
  guint n_accepted = 0;

  for (guint i = 0; i < sample->deals->len; i++)
    {
      const ParleyNaiveDeal *deal = parley_sample_deal (sample, i);

      n_feasible += (guint) deal->feasible;
      n_accepted += (guint) (deal->feasible
                             && parley_naive_accepts (sample->scenario, deal, party, red_lines));
    }
  return n_accepted == n_feasible ? PARLEY_VERDICT_ACCEPTS
         : n_accepted == 0        ? PARLEY_VERDICT_REJECTS
                                  : PARLEY_VERDICT_DEPENDS;
}

/* Sets @extent as it follows from looking at each deal. Returns: whether one is feasible. */
static gboolean
naive_extent (const ParleySample *sample, guint party, ParleyExtent *extent)
{
  gboolean found = FALSE;

  *extent = (ParleyExtent){ 0 };
  for (guint i = 0; i < sample->deals->len; i++)
    {
      const ParleyNaiveDeal *deal = parley_sample_deal (sample, i);
      ParleyScore score = parley_sample_steps (sample, party, deal->scores[party]);
      ParleyScore verdict = score - (deal->crossed[party] ? PARLEY_SCORE_CROSSED : 0);

      if (!deal->feasible)
        continue;
      extent->low = found ? MIN (extent->low, score) : score;
      extent->high = found ? MAX (extent->high, score) : score;
      extent->verdict_low = found ? MIN (extent->verdict_low, verdict) : verdict;
      extent->verdict_high = found ? MAX (extent->verdict_high, verdict) : verdict;
      found = TRUE;
    }
  return found;
}

static gboolean
same_extent (const ParleyExtent *a, const ParleyExtent *b)
{
  return a->low == b->low && a->high == b->high && a->verdict_low == b->verdict_low
         && a->verdict_high == b->verdict_high;
}

static void
test_extent (void)
{
  guint n_verdicts[PARLEY_VERDICT_UNKNOWN] = { 0 };
  guint n_infeasible = 0;

  for (guint32 seed = 0; seed < PARLEY_N_SAMPLES; seed++)
    {
      g_autoptr(ParleySample) sample = parley_sample_new (seed);

      for (guint p = 0; p < sample->utilities->len; p++)
        {
          const ParleyUtility *utility = parley_sample_utility (sample, p);
          g_autoptr(ParleyOutline) outline = parley_outline_new (sample->space, p, NULL);
          ParleyExtent got = parley_extent (outline, utility);
          ParleyExtent want = { 0 };
          gboolean feasible = naive_extent (sample, p, &want);

          PARLEY_EXPECT (parley_outline_is_feasible (outline) == feasible, "seed %u", seed);
          PARLEY_EXPECT (same_extent (&got, &want), "seed %u, party %u", seed, p);
          n_infeasible += !feasible;
          for (guint red_lines = 0; feasible && red_lines < 2; red_lines++)
            {
              ParleyVerdict verdict = naive_verdict (sample, p, red_lines == 1);

              n_verdicts[verdict]++;
              PARLEY_EXPECT (parley_verdict_of (utility, &got, red_lines == 1) == verdict,
                             "seed %u, party %u", seed, p);
            }
        }
    }
  CU_ASSERT (n_verdicts[PARLEY_VERDICT_ACCEPTS] > parley_effort (80));
  CU_ASSERT (n_verdicts[PARLEY_VERDICT_REJECTS] > parley_effort (80));
  CU_ASSERT (n_verdicts[PARLEY_VERDICT_DEPENDS] > parley_effort (80));
  CU_ASSERT (n_infeasible > parley_effort (8));
}

/* What comes before the block without a deal leaves nothing behind. */
static void
test_extent_infeasible (void)
{
  g_autoptr(ParleyLoaded) loaded = parley_small_load (
      "{ 'id': 'a', 'title': 'A', 'kind': 'range', 'min': 1, 'max': 3, 'step': 1 }, "
      "{ 'id': 'b', 'title': 'B', 'kind': 'range', 'min': 1, 'max': 3, 'step': 1 }",
      "{ 'id': 'p', 'title': 'P', 'reservation': 50, 'weights': { 'a': 1 }, "
      "'values': { 'a': { 'points': [[1, 60], [3, 100]] } } }",
      "'rules': [{ 'id': 'r', 'forbid': { 'b': { 'max': 3 } } }]");
  g_autoptr(ParleySpace) space
      = parley_space_new (loaded->scenario, parley_domain_new (loaded->scenario), NULL, NULL, NULL);
  g_autoptr(GPtrArray) utilities = parley_utilities_new (space, NULL);
  g_autoptr(ParleyOutline) outline = parley_outline_new (space, 0, NULL);
  ParleyExtent extent = parley_extent (outline, g_ptr_array_index (utilities, 0));

  CU_ASSERT_FALSE (parley_outline_is_feasible (outline));
  CU_ASSERT_TRUE (same_extent (&extent, &(ParleyExtent){ 0 }));
}

/* Wide blocks */

/* Steps are thirds of a point. */
static void
test_extent_wide (void)
{
  static const struct
  {
    const char *label;
    const char *party;
    int         low;
    int         high;
    int         clean_high; /* -1: every deal crosses a red line */
    gboolean    crosses;
    const char *verdict;
  } rows[] = {
    { "plain", "", 0, 150, 150, FALSE, "depends" },
    { "a red line across", ", 'red_lines': [{ 'id': 'a', 'never': { 'i0': 'x', 'i58': 'x' } }]", 0,
      150, 150, TRUE, "depends" },
    { "two red lines",
      ", 'red_lines': [{ 'id': 'a', 'never': { 'i0': 'x', 'i59': 'y' } }, "
      "{ 'id': 'b', 'never': { 'i1': 'x', 'i59': 'x' } }]",
      0, 150, 150, TRUE, "depends" },
    { "few left",
      ", 'red_lines': [{ 'id': 'a', 'never': { 'not': { 'i0': 'x', 'i1': 'y', 'i2': 'y', "
      "'i3': 'y', 'i59': 'y' } } }]",
      0, 150, 5 + 27 * 5 + 5, TRUE, "depends" },
    { "a stretch without x",
      ", 'red_lines': [{ 'id': 'a', 'never': { 'any': [{ 'i10': 'x' }, { 'i11': 'x' }, "
      "{ 'i12': 'x' }, { 'i13': 'x' }, { 'i14': 'x' }, { 'i15': 'x' }, { 'i16': 'x' }] } }]",
      0, 150, 135, TRUE, "depends" },
    { "all crossed",
      ", 'red_lines': [{ 'id': 'a', 'never': { 'any': [{ 'i0': 'y' }, "
      "{ 'i1': 'y' }] } }]",
      0, 150, -1, TRUE, "rejects" },
    { "an adjustment over all",
      ", 'adjustments': [{ 'id': 'a', 'when': { 'i0': 'x', 'i30': 'y', 'i59': 'y' }, "
      "'points': -2 }, { 'id': 'b', 'when': { 'i1': 'x', 'i31': 'y' }, 'points': 4 }]",
      -6 + 5, 157, 157, FALSE, "depends" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(ParleyLoaded) loaded = parley_wide_load ("", "45", rows[i].party);
      g_autoptr(ParleySpace) space = parley_space_new (
          loaded->scenario, parley_domain_new (loaded->scenario), NULL, NULL, NULL);
      g_autoptr(GPtrArray) utilities = parley_utilities_new (space, NULL);
      const ParleyUtility *utility = g_ptr_array_index (utilities, 0);
      g_autoptr(ParleyOutline) outline = parley_outline_new (space, 0, NULL);
      ParleyExtent extent = parley_extent (outline, utility);
      gboolean is_clean = rows[i].clean_high >= 0;

      CU_ASSERT_EQUAL (mpz_get_ui (utility->denominator), 3);
      PARLEY_EXPECT (extent.low == rows[i].low && extent.high == rows[i].high, "%s: %d to %d",
                     rows[i].label, (int) extent.low, (int) extent.high);
      PARLEY_EXPECT ((extent.verdict_low < -PARLEY_SCORE_LIMIT) == rows[i].crosses, "%s",
                     rows[i].label);
      PARLEY_EXPECT (is_clean ? extent.verdict_high == rows[i].clean_high
                              : extent.verdict_high < -PARLEY_SCORE_LIMIT,
                     "%s: at most %d", rows[i].label, (int) extent.verdict_high);
      PARLEY_EXPECT_TEXT (rows[i].label,
                          parley_verdict_to_string (parley_verdict_of (utility, &extent, TRUE)),
                          rows[i].verdict);
    }
}

/* Red lines that leave too much open are refused, and named. In the order that is found,
 * a issues come before b issues, as they have fewer options. */
static void
test_extent_limit (void)
{
  g_autoptr(GString) issues = g_string_new (NULL);
  g_autoptr(GString) party = g_string_new ("{ 'id': 'p', 'title': 'P', 'red_lines': [");
  g_autoptr(ParleyLoaded) loaded = NULL;
  g_autoptr(ParleySpace) space = NULL;
  g_autoptr(ParleyOutline) outline = NULL;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < 17; i++)
    {
      g_string_append_printf (
          issues,
          "%s{ 'id': 'a%u', 'title': 'A', 'kind': 'range', 'min': 0, 'max': 1, 'step': 1 }, "
          "{ 'id': 'b%u', 'title': 'B', 'kind': 'range', 'min': 0, 'max': 2, 'step': 1 }",
          i > 0 ? ", " : "", i, i);
      g_string_append_printf (party, "%s{ 'a%u': 1, 'b%u': 1 }",
                              i > 0 ? ", " : "{ 'id': 'l', 'never': { 'any': [", i, i);
    }
  g_string_append (party, "] } }], 'reservation': 0, 'weights': { 'a0': 1 }, 'values': { 'a0': { "
                          "'points': [[0, 0], [1, 100]] } } }");
  loaded = parley_small_load (issues->str, party->str, "");
  space
      = parley_space_new (loaded->scenario, parley_domain_new (loaded->scenario), NULL, NULL, NULL);
  outline = parley_outline_new (space, 0, &error);
  CU_ASSERT_PTR_NULL (outline);
  CU_ASSERT_TRUE (g_error_matches (error, PARLEY_ERROR, PARLEY_ERROR_LIMIT));
  PARLEY_EXPECT_TEXT ("message", error == NULL ? NULL : error->message,
                      "the condition of p's red lines leaves too much open while the issues are "
                      "gone through; split it into several simpler ones");
}

/* Reach */

/* In how many feasible deals @predicate matches. */
static ParleyShare
naive_share (const ParleySample *sample, const ParleyPredicate *predicate)
{
  guint n_feasible = 0;
  guint n_matches = 0;

  for (guint i = 0; i < sample->deals->len; i++)
    {
      const ParleyNaiveDeal *deal = parley_sample_deal (sample, i);

      n_feasible += (guint) deal->feasible;
      n_matches += (guint) (deal->feasible && parley_predicate_matches (predicate, deal->options));
    }
  return n_matches == 0 ? PARLEY_NONE : n_matches == n_feasible ? PARLEY_ALL : PARLEY_SOME;
}

static void
expect_options (const ParleySample *sample, const ParleyReach *reach)
{
  for (guint a = 0; a < reach->n_axes; a++)
    for (guint o = 0; o < sample->space->domain->axes[a].n_options; o++)
      {
        gboolean occurs = FALSE;

        for (guint i = 0; i < sample->deals->len && !occurs; i++)
          {
            const ParleyNaiveDeal *deal = parley_sample_deal (sample, i);

            occurs = deal->feasible && deal->options[a] == o;
          }
        PARLEY_EXPECT (reach->options[a][o] == occurs, "axis %u, option %u", a, o);
      }
}

static void
expect_values (const ParleySample *sample, const ParleyReach *reach)
{
  for (guint f = 0; f < reach->n_factors; f++)
    {
      const ParleyFactor *factor = g_ptr_array_index (sample->space->factors, f);

      for (guint v = 0; v < factor->values->len; v++)
        {
          gboolean occurs = FALSE;

          for (guint i = 0; i < sample->deals->len && !occurs; i++)
            {
              const ParleyNaiveDeal *deal = parley_sample_deal (sample, i);

              occurs = deal->feasible && parley_factor_value (factor, deal->options) == v;
            }
          PARLEY_EXPECT (reach->values[f][v] == occurs, "factor %u, value %u", f, v);
        }
    }
}

static void
test_reach (void)
{
  guint n_shares[3] = { 0 };
  guint n_infeasible = 0;

  for (guint32 seed = 0; seed < PARLEY_N_SAMPLES; seed++)
    {
      g_autoptr(ParleySample) sample = parley_sample_new (seed);
      g_autoptr(ParleyReach) reach = parley_reach_new (sample->space, NULL);
      guint n_failures = CU_get_number_of_failures ();
      gboolean feasible = FALSE;

      for (guint i = 0; i < sample->deals->len; i++)
        feasible |= parley_sample_deal (sample, i)->feasible;
      n_infeasible += !feasible;
      CU_ASSERT_EQUAL (reach->feasible, feasible);
      expect_options (sample, reach);
      expect_values (sample, reach);
      for (guint c = 0; c < sample->space->couplings->len; c++)
        {
          const ParleyCoupling *coupling = g_ptr_array_index (sample->space->couplings, c);
          ParleyShare want = naive_share (sample, coupling->predicate);

          n_shares[want]++;
          PARLEY_EXPECT (reach->couplings[c] == want, "coupling %u", c);
        }
      PARLEY_EXPECT (CU_get_number_of_failures () == n_failures, "seed %u", seed);
    }
  for (guint share = 0; share < 3; share++)
    PARLEY_EXPECT (n_shares[share] > parley_effort (80), "share %u", share);
  CU_ASSERT (n_infeasible > parley_effort (8));
}

/* Adjustments that are open at the same time, so that all together leave too many cases:
 * x<k> applies when i<k> and i<59 - k> are both x. */
static char *
crossing_adjustments (void)
{
  GString *text = g_string_new (NULL);

  for (guint k = 0; k < PARLEY_WIDE_ISSUES / 2; k++)
    g_string_append_printf (text,
                            "{ 'id': 'x%u', 'when': { 'i%u': 'x', 'i%u': 'x' }, 'points': 1 }, ", k,
                            k, PARLEY_WIDE_ISSUES - 1 - k);
  return g_string_free (text, FALSE);
}

static const char *
which (const gboolean *occurs, guint n, GString *text)
{
  for (guint i = 0; i < n; i++)
    g_string_append_c (text, occurs[i] ? '+' : '-');
  return text->str;
}

/* One by one. The two in the middle are neighbours. */
static void
test_reach_wide (void)
{
  g_autofree char *crossing = crossing_adjustments ();
  g_autofree char *more = g_strdup_printf (
      ", 'adjustments': [%s{ 'id': 'a', 'when': { 'not': { 'i8': 'x', 'i9': 'x' } }, 'points': 1 "
      "}], 'red_lines': [{ 'id': 'l', 'never': { 'i3': 'y' } }, "
      "{ 'id': 'm', 'never': { 'i4': ['x', 'y'] } }]",
      crossing);
  g_autoptr(ParleyLoaded) loaded = parley_wide_load (
      ", { 'id': 'd', 'title': 'D', 'kind': 'derived', 'otherwise': 0, 'table': ["
      "{ 'when': { 'i1': 'x', 'i2': 'x' }, 'value': 1 }, "
      "{ 'when': { 'i1': 'x', 'i58': 'x' }, 'value': 2 }, { 'when': { 'i1': 'x' }, 'value': 3 }]}",
      "45", more);
  g_autoptr(ParleySpace) space
      = parley_space_new (loaded->scenario, parley_domain_new (loaded->scenario), NULL, NULL, NULL);
  g_autoptr(ParleyReach) reach = parley_reach_new (space, NULL);
  g_autoptr(GString) values = g_string_new (NULL);
  guint n_others = 0;

  CU_ASSERT_PTR_NOT_NULL_FATAL (reach);
  CU_ASSERT_TRUE (reach->feasible);
  for (guint c = 0; c < space->couplings->len; c++)
    {
      const ParleyCoupling *coupling = g_ptr_array_index (space->couplings, c);
      gboolean adjusts = coupling->effect == PARLEY_EFFECT_ADJUST;
      ParleyShare want = coupling->effect == PARLEY_EFFECT_FORBID    ? PARLEY_NONE
                         : adjusts && coupling->item == 29           ? PARLEY_NONE
                         : (adjusts ? coupling->item == 30 : coupling->item == 1) ? PARLEY_ALL
                                                                                  : PARLEY_SOME;

      n_others += want != PARLEY_NONE;
      PARLEY_EXPECT (reach->couplings[c] == want, "coupling %u", c);
    }
  CU_ASSERT_EQUAL (n_others, 32);
  for (guint a = 0; a < PARLEY_WIDE_ISSUES; a++)
    CU_ASSERT_TRUE (reach->options[a][0] && reach->options[a][1]);
  /* As they first appear: 1, which the neighbours forbid, then 2, 3 and 0. */
  PARLEY_EXPECT_TEXT ("derived", which (reach->values[0], 4, values), "-+++");
}

void
parley_test_extent (void)
{
  CU_pSuite suite = CU_add_suite ("extent and reach", NULL, NULL);

  CU_add_test (suite, "extents", test_extent);
  CU_add_test (suite, "no feasible deal", test_extent_infeasible);
  CU_add_test (suite, "wide blocks", test_extent_wide);
  CU_add_test (suite, "red lines that are too wide", test_extent_limit);
  CU_add_test (suite, "reach", test_reach);
  CU_add_test (suite, "reach in a wide block", test_reach_wide);
}
