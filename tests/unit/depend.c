/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which terms alone can turn a verdict. */
#include "space/depend.h"

#include "sample.h"
#include "small.h"
#include "suites.h"
#include "wide.h"

static gboolean
differ_only_on (const ParleyNaiveDeal *a, const ParleyNaiveDeal *b, guint axis, guint n_axes)
{
  for (guint i = 0; i < n_axes; i++)
    if ((a->options[i] != b->options[i]) != (i == axis))
      return FALSE;
  return TRUE;
}

/* As defined: two completions that differ only there differ in verdict. */
static gboolean
naive_depends (const ParleySample *sample, guint party, guint axis)
{
  for (guint i = 0; i < sample->deals->len; i++)
    for (guint j = i + 1; j < sample->deals->len; j++)
      {
        const ParleyNaiveDeal *a = parley_sample_deal (sample, i);
        const ParleyNaiveDeal *b = parley_sample_deal (sample, j);

        if (a->feasible && b->feasible && differ_only_on (a, b, axis, sample->space->domain->n_axes)
            && parley_naive_accepts (sample->scenario, a, party, TRUE)
                   != parley_naive_accepts (sample->scenario, b, party, TRUE))
          return TRUE;
      }
  return FALSE;
}

static gboolean
depends (const ParleySpace *space, const ParleyUtility *utility, guint axis)
{
  gsize work = PARLEY_DEPEND_MOST_WORK;
  gboolean depends = FALSE;

  CU_ASSERT_TRUE (parley_verdict_depends (space, utility, axis, &work, &depends));
  CU_ASSERT_TRUE (work <= PARLEY_DEPEND_MOST_WORK);
  return depends;
}

static void
test_depends (void)
{
  guint n_found[2] = { 0, 0 };

  for (guint32 seed = 0; seed < 2 * PARLEY_N_SAMPLES; seed++)
    {
      g_autoptr(ParleySample) sample = parley_sample_new (seed);

      /* Comparing every pair of deals takes long. */
      if (sample->deals->len > 200)
        continue;
      for (guint p = 0; p < sample->utilities->len; p++)
        for (guint a = 0; a < sample->space->domain->n_axes; a++)
          {
            gboolean want = naive_depends (sample, p, a);

            n_found[want]++;
            PARLEY_EXPECT (depends (sample->space, parley_sample_utility (sample, p), a) == want,
                           "seed %u, party %u, axis %u", seed, p, a);
          }
    }
  CU_ASSERT (n_found[FALSE] > parley_effort (400));
  CU_ASSERT (n_found[TRUE] > parley_effort (400));
}

/* Where nobody could compare each two deals. */
static void
test_wide (void)
{
  static const struct
  {
    const char *label;
    const char *reservation;
    const char *more;
    guint       axis;
    gboolean    want;
  } rows[] = {
    { "all accepted", "0", "", 7, FALSE },
    { "all rejected", "51", "", 7, FALSE },
    { "the best only", "50", "", 0, TRUE },
    { "the best only, within", "50", "", 31, TRUE },
    { "the best only, last", "50", "", 59, TRUE },
    { "between two scores", "48.5", "", 30, TRUE },
    { "its red line", "0", ", 'red_lines': [{ 'id': 'l', 'never': { 'i9': 'x' } }]", 9, TRUE },
    { "a red line elsewhere", "0", ", 'red_lines': [{ 'id': 'l', 'never': { 'i9': 'x' } }]", 8,
      FALSE },
    { "a red line that hangs on both", "0",
      ", 'red_lines': [{ 'id': 'l', 'never': { 'i9': 'x', 'i55': 'x' } }]", 55, TRUE },
    { "a rule in the way", "0", ", 'red_lines': [{ 'id': 'l', 'never': { 'i0': 'y' } }]", 1,
      FALSE },
    { "past the rule", "50", ", 'red_lines': [{ 'id': 'l', 'never': { 'i0': 'y' } }]", 2, TRUE },
    { "crossed already", "50",
      ", 'red_lines': [{ 'id': 'l', 'never': { 'i3': 'y' } }, "
      "{ 'id': 'm', 'never': { 'i3': 'x', 'i40': 'y' } }, { 'id': 'n', 'never': { 'i4': 'y' } }]",
      40, FALSE },
    { "both sides of a red line", "0",
      ", 'red_lines': [{ 'id': 'l', 'never': { 'i3': 'y' } }, "
      "{ 'id': 'm', 'never': { 'i3': 'x', 'i40': 'y' } }]",
      40, TRUE },
    { "an adjustment", "50.1",
      ", 'adjustments': [{ 'id': 'a', 'when': { 'i1': 'y', 'i50': 'y', "
      "'i51': 'y' }, 'points': 2 }]",
      20, TRUE },
    { "an adjustment that is too little", "50.1",
      ", 'adjustments': [{ 'id': 'a', 'when': { 'i50': 'x', 'i2': 'y' }, 'points': 0.05 }]", 20,
      FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(ParleyLoaded) loaded = parley_wide_load ("", rows[i].reservation, rows[i].more);
      g_autoptr(ParleySpace) space = parley_space_new (
          loaded->scenario, parley_domain_new (loaded->scenario), NULL, NULL, NULL);
      g_autoptr(GPtrArray) utilities = parley_utilities_new (space, NULL);

      PARLEY_EXPECT (depends (space, g_ptr_array_index (utilities, 0), rows[i].axis)
                         == rows[i].want,
                     "%s", rows[i].label);
    }
}

/* Binary digits: the issue d<k> is worth 2^k, of 2^n - 1 in all, where it is 1. (Weights
 * are thousandths of that, as there is a limit on numbers.) */
static ParleyLoaded *
load_digits (guint n, guint64 reservation)
{
  g_autoptr(GString) issues = g_string_new (NULL);
  g_autoptr(GString) weights = g_string_new (NULL);
  g_autoptr(GString) values = g_string_new (NULL);
  g_autofree char *party = NULL;

  for (guint k = 0; k < n; k++)
    {
      const char *comma = k > 0 ? ", " : "";

      g_string_append_printf (
          issues, "%s{ 'id': 'd%u', 'title': 'D', 'kind': 'range', 'min': 0, 'max': 1, 'step': 1 }",
          comma, k);
      g_string_append_printf (weights, "%s'd%u': '%" G_GUINT64_FORMAT "/1000'", comma, k,
                              (guint64) 1 << k);
      g_string_append_printf (values, "%s'd%u': { 'points': [[0, 0], [1, 100]] }", comma, k);
    }
  party = g_strdup_printf ("{ 'id': 'p', 'title': 'P', 'reservation': '%" G_GUINT64_FORMAT
                           "/%" G_GUINT64_FORMAT "', 'weights': { %s }, 'values': { %s } }",
                           100 * reservation, ((guint64) 1 << n) - 1, weights->str, values->str);
  return parley_small_load (issues->str, party, "");
}

/* No two deals score the same, so no sums become one. The last digit turns a verdict if
 * and only if the reservation is odd. */
static void
test_digits (void)
{
  static const struct
  {
    guint    n;
    guint64  reservation;
    guint    digit;
    gboolean want;
  } rows[] = {
    { 30, 715827883, 0, TRUE },   { 30, 715827882, 0, FALSE },
    { 30, 715827882, 1, TRUE },   { 30, 715827884, 1, FALSE },
    { 30, 715827884, 2, TRUE },   { 30, 536870912, 29, TRUE },
    { 30, 1, 0, TRUE },           { 30, 1, 29, TRUE },
    { 30, 1073741823, 13, TRUE }, { 30, 1073741824, 13, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(ParleyLoaded) loaded = load_digits (rows[i].n, rows[i].reservation);
      g_autoptr(ParleySpace) space = parley_space_new (
          loaded->scenario, parley_domain_new (loaded->scenario), NULL, NULL, NULL);
      g_autoptr(GPtrArray) utilities = parley_utilities_new (space, NULL);

      PARLEY_EXPECT (depends (space, g_ptr_array_index (utilities, 0), rows[i].digit)
                         == rows[i].want,
                     "%" G_GUINT64_FORMAT ", digit %u", rows[i].reservation, rows[i].digit);
    }
}

/* What is spent is gone, on arcs as on sums: there are at least 2^19 of these for each half
 * of 39 digits. */
static void
test_work (void)
{
  static const struct
  {
    gsize    work;
    guint    digit;
    gboolean told;
  } rows[] = {
    { 76, 38, FALSE },
    { 1000, 38, TRUE },
    { 500000, 0, FALSE },
    { 5000000, 0, TRUE },
  };
  g_autoptr(ParleyLoaded) loaded = load_digits (39, 274877906943);
  g_autoptr(ParleySpace) space
      = parley_space_new (loaded->scenario, parley_domain_new (loaded->scenario), NULL, NULL, NULL);
  g_autoptr(GPtrArray) utilities = parley_utilities_new (space, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gsize work = rows[i].work;
      gboolean depends = FALSE;

      PARLEY_EXPECT (parley_verdict_depends (space, g_ptr_array_index (utilities, 0), rows[i].digit,
                                             &work, &depends)
                             == rows[i].told
                         && depends == rows[i].told,
                     "%zu", rows[i].work);
      PARLEY_EXPECT (rows[i].told ? work > 0 && work < rows[i].work : work == 0, "%zu",
                     rows[i].work);
    }
}

void
parley_test_depend (void)
{
  CU_pSuite suite = CU_add_suite ("depend", NULL, NULL);

  CU_add_test (suite, "which terms a verdict depends on", test_depends);
  CU_add_test (suite, "wide blocks", test_wide);
  CU_add_test (suite, "scores that never tie", test_digits);
  CU_add_test (suite, "too much work", test_work);
}
