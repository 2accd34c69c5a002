/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What makes a record readable, worked out by hand; and records that leave next to nothing. */
#include "analysis/inference.h"

#include <math.h>

#include "analysis/misfit.h"
#include "small.h"
#include "suites.h"

/* One party with 0 or 100 on each of three issues; its score of "o0" on one issue alone is the
 * share of that. @party: its reservation, weights and what else it has. */
static ParleyLoaded *
load (const char *party, const char *drafts)
{
  g_autofree char *issues = parley_small_choices (3, 2);
  g_autofree char *whole
      = g_strdup_printf ("{ 'id': 'p', 'title': 'P', 'values': { 'i0': { 'o0': 100, 'o1': 0 },"
                         "'i1': { 'o0': 100, 'o1': 0 }, 'i2': { 'o0': 100, 'o1': 0 } }, %s }",
                         party);
  g_autofree char *more = g_strdup_printf ("'as_of': '2025-06-01', 'drafts': [%s]", drafts);

  return parley_small_load (issues, whole, more);
}

#define DRAFT(id, first, second, third, act)                                                       \
  "{ 'id': '" id "', 'title': 'D', 'terms': { 'i0': '" first "', 'i1': '" second \
  "', 'i2': '" third "' }, 'events': [ { 'date': '2025-01-01', 'party': 'p', 'act': '" act \
  "' } ] }"
#define JOIN ", "
#define WIDE "{ 'value': 2, 'low': 1, 'high': 3 }"
#define THREE(first, second, third)                                                                \
  "'weights': { 'i0': " first ", 'i1': " second ", 'i2': " third " }"

static ParleyInference *
infer (const ParleyLoaded *loaded, ParleyOpen open, ParleyBelief belief)
{
  const ParleyRevealedRequest revealed = { { open, FALSE }, belief, NULL, NULL, NULL };
  const ParleyPosteriorRequest likely = { belief, PARLEY_SPREAD_UNIFORM, 1000, 1, 0, NULL, FALSE };
  GError *error = NULL;
  ParleyInference *self = parley_inference_new (loaded->scenario, 0, &revealed, &likely, &error);

  if (error != NULL)
    CU_FAIL_FATAL ("refused");
  return self;
}

/* By how much scores would have to be off */

/* Its share is 3/5 at most (3 of 5), and would have to be 90 %. */
static void
test_misfit_of_one (void)
{
  g_autoptr(ParleyLoaded) loaded = load ("'reservation': 90, " THREE (WIDE, WIDE, WIDE),
                                          DRAFT ("a", "o0", "o1", "o1", "signed"));
  g_autoptr(ParleyInference) self = infer (loaded, PARLEY_OPEN_ANY, PARLEY_BELIEF_RANGES);

  CU_ASSERT_FALSE (parley_inference_holds (self));
  CU_ASSERT_PTR_NULL (self->likely);
  CU_ASSERT_EQUAL (self->revealed->blame->len, 1);
  CU_ASSERT_TRUE (self->has_misfit);
  PARLEY_EXPECT_EXACT ("misfit", self->misfit, "30");
}

/* Any two issues together are worth less than 60, so that each has more than 40: of any weights.
 * Scores of 66 2/3 would do. */
static void
test_misfit_of_three (void)
{
  g_autoptr(ParleyLoaded) loaded
      = load ("'reservation': 60, " THREE ("1", "1", "1"),
              DRAFT ("a", "o0", "o0", "o1", "rejected") JOIN DRAFT ("b", "o0", "o0", "o0", "signed")
                  JOIN DRAFT ("c", "o0", "o1", "o0", "rejected")
                      JOIN DRAFT ("d", "o1", "o0", "o0", "rejected"));
  g_autoptr(ParleyInference) self = infer (loaded, PARLEY_OPEN_ANY, PARLEY_BELIEF_NOTHING);

  CU_ASSERT_EQUAL_FATAL (self->revealed->blame->len, 3);
  CU_ASSERT_EQUAL (g_array_index (self->revealed->blame, guint, 1), 2);
  PARLEY_EXPECT_EXACT ("misfit", self->misfit, "20/3");
}

/* Refused and signed at once: the least would do. */
static void
test_misfit_of_none (void)
{
  g_autoptr(ParleyLoaded) loaded = load ("'reservation': 40, " THREE (WIDE, WIDE, WIDE),
                                          DRAFT ("a", "o0", "o1", "o1", "rejected")
                                              JOIN DRAFT ("b", "o0", "o1", "o1", "signed"));
  g_autoptr(ParleyInference) self = infer (loaded, PARLEY_OPEN_ANY, PARLEY_BELIEF_RANGES);

  CU_ASSERT_EQUAL (self->revealed->blame->len, 2);
  PARLEY_EXPECT_EXACT ("misfit", self->misfit, "0");
}

/* Of an open term the better option does for a signature; where all options must do, the worse one
 * is 30 points short at least: its share is 3/5 at most where the other's is 0. */
static void
test_misfit_of_open (void)
{
  static const char draft[]
      = "{ 'id': 'a', 'title': 'D', 'terms': { 'i1': 'o1', 'i2': ['o0', 'o1'] }, 'events': ["
        "{ 'date': '2025-01-01', 'party': 'p', 'act': 'signed' } ] }";
  g_autoptr(ParleyLoaded) loaded = load ("'reservation': 30, " THREE (WIDE, WIDE, WIDE), draft);
  g_autoptr(ParleyInference) any = infer (loaded, PARLEY_OPEN_ANY, PARLEY_BELIEF_RANGES);
  g_autoptr(ParleyInference) all = infer (loaded, PARLEY_OPEN_ALL, PARLEY_BELIEF_RANGES);

  CU_ASSERT_TRUE (parley_inference_holds (any));
  CU_ASSERT_FALSE (parley_inference_holds (all));
  PARLEY_EXPECT_EXACT ("misfit", all->misfit, "30");
}

/* Red lines */

static void
test_red_lines (void)
{
  static const char *const holds[] = { "", "'holds': 0.9,", "'holds': 1," };

  for (guint i = 0; i < G_N_ELEMENTS (holds); i++)
    {
      g_autofree char *party = g_strdup_printf (
          "'reservation': 10, " THREE (
              WIDE, WIDE,
              WIDE) ", 'red_lines': ["
                    "{ 'id': 'x', %s 'never': { 'i1': 'o0' } }, { 'id': 'y', 'never': { 'i2': 'o0' } } ]",
          holds[i]);
      g_autoptr(ParleyLoaded) loaded
          = load (party, DRAFT ("a", "o0", "o1", "o0", "rejected")
                             JOIN DRAFT ("b", "o0", "o0", "o1", "signed")
                                 JOIN DRAFT ("c", "o0", "o1", "o1", "withheld"));
      g_autoptr(ParleyInference) self = infer (loaded, PARLEY_OPEN_ANY, PARLEY_BELIEF_RANGES);

      CU_ASSERT_EQUAL_FATAL (self->revealed->clues->len, 2);
      CU_ASSERT_EQUAL_FATAL (self->red_lines[0]->len, 1);
      CU_ASSERT_EQUAL (g_array_index (self->red_lines[0], guint, 0), 1);
      CU_ASSERT_EQUAL_FATAL (self->red_lines[1]->len, 1);
      CU_ASSERT_EQUAL (g_array_index (self->red_lines[1], guint, 0), 0);
      CU_ASSERT_FALSE (parley_inference_breaks_line (self, 0));
      CU_ASSERT_EQUAL (parley_inference_breaks_line (self, 1), i != 1);
      CU_ASSERT_EQUAL (parley_inference_holds (self), i == 1);
      CU_ASSERT_EQUAL (self->n_withheld, 1);
    }
}

/* What leaves next to nothing */

static void
expect_shares (const ParleyInference *self, double first, double second)
{
  const ParleyPosterior *likely = self->likely;

  CU_ASSERT_PTR_NOT_NULL_FATAL (likely);
  for (guint64 d = 0; d < likely->n_draws; d++)
    {
      const double *draw = likely->draws + d * likely->n_numbers;

      PARLEY_EXPECT (fabs (draw[0] - first) < 1e-9 && fabs (draw[1] - second) < 1e-9,
                     "draw %" G_GUINT64_FORMAT ": %g and %g", d, draw[0], draw[1]);
    }
}

/* Nothing has a range: the record agrees with it or not. */
static void
test_fixed (void)
{
  const char *party = "'reservation': 40, " THREE ("2", "2", "1");
  g_autoptr(ParleyLoaded) fits = load (party, DRAFT ("a", "o0", "o1", "o1", "signed"));
  g_autoptr(ParleyLoaded) does_not = load (party, DRAFT ("a", "o0", "o1", "o1", "rejected"));
  g_autoptr(ParleyInference) yes = infer (fits, PARLEY_OPEN_ANY, PARLEY_BELIEF_RANGES);
  g_autoptr(ParleyInference) no = infer (does_not, PARLEY_OPEN_ANY, PARLEY_BELIEF_RANGES);
  g_autoptr(ParleyInference) any = infer (does_not, PARLEY_OPEN_ANY, PARLEY_BELIEF_NOTHING);

  CU_ASSERT_FALSE (yes->varies);
  CU_ASSERT_DOUBLE_EQUAL (yes->likely->left, 1, 1e-12);
  expect_shares (yes, 0.4, 0.4);
  CU_ASSERT_FALSE (parley_inference_holds (no));
  PARLEY_EXPECT_EXACT ("misfit", no->misfit, "0");
  CU_ASSERT_TRUE (any->varies && parley_inference_holds (any));
}

/* One weight has all of it, whatever it is; even if that could be nothing. */
static void
test_one_weight (void)
{
  g_autoptr(ParleyLoaded) loaded
      = load ("'reservation': { 'value': 50, 'low': 0, 'high': 100 },"
              "'weights': { 'i0': { 'value': 1, 'low': 0, 'high': 2 } }",
              DRAFT ("a", "o0", "o0", "o0", "signed"));

  for (int belief = PARLEY_BELIEF_RANGES; belief <= PARLEY_BELIEF_NOTHING; belief++)
    {
      g_autoptr(ParleyInference) self = infer (loaded, PARLEY_OPEN_ANY, (ParleyBelief) belief);
      const ParleyPosterior *likely = self->likely;

      CU_ASSERT_TRUE (self->varies);
      PARLEY_EXPECT_EXACT ("share", self->revealed->left[0].low, "1");
      CU_ASSERT_PTR_NOT_NULL_FATAL (likely);
      for (guint64 d = 0; d < likely->n_draws; d++)
        PARLEY_EXPECT (fabs (likely->draws[d * likely->n_numbers] - 1) < 1e-12, "draw %u: %g",
                       (guint) d, likely->draws[d * likely->n_numbers]);
      CU_ASSERT_DOUBLE_EQUAL (likely->before[0].mean, 1, 1e-12);
      CU_ASSERT_DOUBLE_EQUAL (likely->left, 1, 1e-12);
    }
}

/* Two signatures leave one point: both issues have half of the weight. Of weights in steps, as they
 * are drawn, some fit; of any weights no draw does, and what is exact stands. */
static void
test_point (void)
{
  g_autoptr(ParleyLoaded) loaded
      = load ("'reservation': 50, 'weights': { 'i0': " WIDE ", 'i1': " WIDE " }",
              DRAFT ("a", "o0", "o1", "o0", "signed") JOIN DRAFT ("b", "o1", "o0", "o0", "signed"));
  g_autoptr(ParleyInference) ranges = infer (loaded, PARLEY_OPEN_ANY, PARLEY_BELIEF_RANGES);
  g_autoptr(ParleyInference) any = infer (loaded, PARLEY_OPEN_ANY, PARLEY_BELIEF_NOTHING);

  CU_ASSERT_TRUE (parley_inference_holds (ranges) && parley_inference_holds (any));
  PARLEY_EXPECT_EXACT ("low", ranges->revealed->left[0].low, "1/2");
  PARLEY_EXPECT_EXACT ("high", ranges->revealed->left[0].high, "1/2");
  PARLEY_EXPECT_EXACT ("any", any->revealed->left[0].high, "1/2");
  expect_shares (ranges, 0.5, 0.5);
}

/* Likewise of three issues, so that the other two share the other half as they like: a segment; and
 * with a rejection on top, its part in which the second is the lighter one. */
static void
test_segment (void)
{
  g_autoptr(ParleyLoaded) loaded
      = load ("'reservation': 50, " THREE (WIDE, WIDE, WIDE),
              DRAFT ("a", "o0", "o1", "o1", "signed") JOIN DRAFT ("b", "o1", "o0", "o0", "signed"));
  g_autoptr(ParleyInference) self = infer (loaded, PARLEY_OPEN_ANY, PARLEY_BELIEF_RANGES);
  g_autoptr(ParleyInference) any = infer (loaded, PARLEY_OPEN_ANY, PARLEY_BELIEF_NOTHING);

  CU_ASSERT_TRUE (parley_inference_holds (self) && parley_inference_holds (any));
  PARLEY_EXPECT_EXACT ("first", self->revealed->left[0].low, "1/2");
  PARLEY_EXPECT_EXACT ("first", self->revealed->left[0].high, "1/2");
  PARLEY_EXPECT_EXACT ("second", self->revealed->left[1].low, "1/6");
  PARLEY_EXPECT_EXACT ("second", self->revealed->left[1].high, "1/3");
  PARLEY_EXPECT_EXACT ("second of any", any->revealed->left[1].high, "1/2");
  if (self->likely != NULL)
    for (guint64 d = 0; d < self->likely->n_draws; d++)
      PARLEY_EXPECT (fabs (self->likely->draws[d * self->likely->n_numbers] - 0.5) < 1e-9,
                     "draw %u", (guint) d);
}

/* Without a record nothing is learnt, and nothing contradicts. */
static void
test_no_record (void)
{
  g_autoptr(ParleyLoaded) loaded = load ("'reservation': 50, " THREE (WIDE, WIDE, WIDE), "");
  g_autoptr(ParleyInference) self = infer (loaded, PARLEY_OPEN_ANY, PARLEY_BELIEF_RANGES);

  CU_ASSERT_TRUE (parley_inference_holds (self));
  CU_ASSERT_EQUAL (self->revealed->clues->len, 0);
  CU_ASSERT_EQUAL (self->revealed->reservations->len, 0);
  CU_ASSERT_DOUBLE_EQUAL (self->likely->left, 1, 1e-12);
}

void
parley_test_inference (void)
{
  CU_pSuite suite = CU_add_suite ("inference", NULL, NULL);

  CU_ADD_TEST (suite, test_misfit_of_one);
  CU_ADD_TEST (suite, test_misfit_of_three);
  CU_ADD_TEST (suite, test_misfit_of_none);
  CU_ADD_TEST (suite, test_misfit_of_open);
  CU_ADD_TEST (suite, test_red_lines);
  CU_ADD_TEST (suite, test_fixed);
  CU_ADD_TEST (suite, test_one_weight);
  CU_ADD_TEST (suite, test_point);
  CU_ADD_TEST (suite, test_segment);
  CU_ADD_TEST (suite, test_no_record);
}
