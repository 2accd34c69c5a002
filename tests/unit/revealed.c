/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a record leaves of weights: worked out by hand, and by trying many weights. */
#include "analysis/revealed.h"

#include <math.h>

#include "analysis/posterior.h"
#include "base/error.h"
#include "effort.h"
#include "recorded.h"
#include "small.h"
#include "suites.h"

#define N_TRIED   20 /* weights, of each random party */
#define N_RECORDS parley_effort (60)
#define STEPS     4 /* into which ranges are cut */

/* By hand */

/* One party of two issues with 0 or 100 on each, so that its score of "yes, no" is the share of the
 * first issue. It accepts from 40, or from @reservation. */
static ParleyLoaded *
load_from (const char *reservation, const char *weights, const char *drafts)
{
  g_autofree char *issues = parley_small_choices (2, 2);
  g_autofree char *party = g_strdup_printf (
      "{ 'id': 'p', 'title': 'P', 'reservation': %s, 'weights': %s,"
      "'values': { 'i0': { 'o0': 100, 'o1': 0 }, 'i1': { 'o0': 100, 'o1': 0 } } }",
      reservation, weights);
  g_autofree char *more = g_strdup_printf ("'as_of': '2025-06-01', 'drafts': [%s]", drafts);

  return parley_small_load (issues, party, more);
}

static ParleyLoaded *
load (const char *weights, const char *drafts)
{
  return load_from ("40", weights, drafts);
}

#define RANGES                                                                                     \
  "{ 'i0': { 'value': 2, 'low': 1, 'high': 3 }, 'i1': { 'value': 2, 'low': 1, 'high': 3 } }"
#define FIRST_ONLY(id, act, day)                                                                   \
  "{ 'id': '" id "', 'title': 'D', 'terms': { 'i0': 'o0', 'i1': 'o1' }, 'events': ["               \
  "{ 'date': '2025-0" day "-01', 'party': 'p', 'act': '" act "' } ] }"
#define OPEN(id, act)                                                                              \
  "{ 'id': '" id "', 'title': 'D', 'terms': { 'i1': 'o1' }, 'events': ["                           \
  "{ 'date': '2025-02-01', 'party': 'p', 'act': '" act "' } ] }"

static ParleyRevealed *
reveal (const ParleyLoaded *loaded, ParleyOpen open, ParleyBelief belief)
{
  const ParleyRevealedRequest request = { { open, FALSE }, belief, NULL, NULL, NULL };
  ParleyRevealed *revealed = parley_revealed_new (loaded->scenario, 0, &request, NULL);

  CU_ASSERT_PTR_NOT_NULL_FATAL (revealed);
  return revealed;
}

/* Weights from 1 to 3 each are shares from a quarter to three quarters; a score below 40 makes it
 * less than two fifths. */
static void
test_rejection (void)
{
  g_autoptr(ParleyLoaded) loaded = load (RANGES, FIRST_ONLY ("d", "rejected", "1"));
  g_autoptr(ParleyRevealed) revealed = reveal (loaded, PARLEY_OPEN_ANY, PARLEY_BELIEF_RANGES);

  CU_ASSERT_TRUE (revealed->fits);
  PARLEY_EXPECT_EXACT ("believed", revealed->believed[0].low, "1/4");
  PARLEY_EXPECT_EXACT ("believed", revealed->believed[0].high, "3/4");
  PARLEY_EXPECT_EXACT ("left", revealed->left[0].low, "1/4");
  PARLEY_EXPECT_EXACT ("left", revealed->left[0].high, "2/5");
  PARLEY_EXPECT_EXACT ("left", revealed->left[1].low, "3/5");
  PARLEY_EXPECT_EXACT ("floor", revealed->left[2].low, "40");
  CU_ASSERT_EQUAL (revealed->orders[0 * 2 + 1], PARLEY_ORDER_NEVER);
  CU_ASSERT_EQUAL (revealed->orders[1 * 2 + 0], PARLEY_ORDER_ALWAYS);
  CU_ASSERT_EQUAL (revealed->believed_orders[0 * 2 + 1], PARLEY_ORDER_OPEN);
  CU_ASSERT_EQUAL (revealed->believed_orders[1 * 2 + 0], PARLEY_ORDER_OPEN);
}

static void
test_nothing_believed (void)
{
  g_autoptr(ParleyLoaded) loaded = load (RANGES, FIRST_ONLY ("d", "signed", "1"));
  g_autoptr(ParleyRevealed) revealed = reveal (loaded, PARLEY_OPEN_ANY, PARLEY_BELIEF_NOTHING);

  PARLEY_EXPECT_EXACT ("believed", revealed->believed[0].high, "1");
  PARLEY_EXPECT_EXACT ("left", revealed->left[0].low, "2/5");
  PARLEY_EXPECT_EXACT ("left", revealed->left[0].high, "1");
  CU_ASSERT_EQUAL (revealed->orders[0 * 2 + 1], PARLEY_ORDER_OPEN);
}

/* The ranking says that the first issue has half of all weight or more. */
static void
test_ranking (void)
{
  g_autofree char *issues = parley_small_choices (2, 2);
  g_autoptr(ParleyLoaded) loaded = parley_small_load (
      issues,
      "{ 'id': 'p', 'title': 'P', 'reservation': 60, 'ranking': ['i0', 'i1'],"
      "'values': { 'i0': { 'o0': 100, 'o1': 0 }, 'i1': { 'o0': 100, 'o1': 0 } } }",
      "'as_of': '2025-06-01', 'drafts': [" FIRST_ONLY ("d", "rejected", "1") "]");
  g_autoptr(ParleyRevealed) revealed = reveal (loaded, PARLEY_OPEN_ANY, PARLEY_BELIEF_RANGES);

  PARLEY_EXPECT_EXACT ("believed", revealed->believed[0].low, "1/2");
  PARLEY_EXPECT_EXACT ("left", revealed->left[0].high, "3/5");
  CU_ASSERT_EQUAL (revealed->believed_orders[0 * 2 + 1], PARLEY_ORDER_ALWAYS);
}

/* The same text rejected and accepted: nothing fits, and these two are why, not a third. */
static void
test_contradiction (void)
{
  g_autoptr(ParleyLoaded) loaded = load (
      RANGES,
      FIRST_ONLY ("a", "rejected", "1") ", " FIRST_ONLY ("b", "withheld", "3") ", " FIRST_ONLY (
          "c", "signed",
          "4") ", "
               "{ 'id': 'e', 'title': 'D', 'terms': { 'i0': 'o1', 'i1': 'o0' }, 'events': ["
               "{ 'date': '2025-02-01', 'party': 'p', 'act': 'accepted_text' } ] }");
  g_autoptr(ParleyRevealed) revealed = reveal (loaded, PARLEY_OPEN_ANY, PARLEY_BELIEF_RANGES);

  CU_ASSERT_FALSE (revealed->fits);
  CU_ASSERT_EQUAL (revealed->clues->len, 3);
  CU_ASSERT_EQUAL_FATAL (revealed->blame->len, 2);
  CU_ASSERT_EQUAL (g_array_index (revealed->blame, guint, 0), 0);
  CU_ASSERT_EQUAL (g_array_index (revealed->blame, guint, 1), 2);
  PARLEY_EXPECT_EXACT ("left", revealed->left[0].high, "3/4");
}

/* With the first issue open, acceptance may have been of its better option, which takes a share of
 * two fifths, and of every option cannot have been; a rejection may have been of the worse one. */
static void
test_open (void)
{
  g_autoptr(ParleyLoaded) accepted = load (RANGES, OPEN ("d", "signed"));
  g_autoptr(ParleyLoaded) rejected = load (RANGES, OPEN ("d", "rejected"));
  g_autoptr(ParleyRevealed) any = reveal (accepted, PARLEY_OPEN_ANY, PARLEY_BELIEF_RANGES);
  g_autoptr(ParleyRevealed) all = reveal (accepted, PARLEY_OPEN_ALL, PARLEY_BELIEF_RANGES);
  g_autoptr(ParleyRevealed) no = reveal (rejected, PARLEY_OPEN_ANY, PARLEY_BELIEF_RANGES);
  g_autoptr(ParleyRevealed) none = reveal (rejected, PARLEY_OPEN_ALL, PARLEY_BELIEF_RANGES);

  PARLEY_EXPECT_EXACT ("any", any->left[0].low, "2/5");
  CU_ASSERT_FALSE (all->fits);
  PARLEY_EXPECT_EXACT ("no", no->left[0].high, "3/4");
  PARLEY_EXPECT_EXACT ("none", none->left[0].high, "2/5");
}

/* A score on the reservation is acceptable, so a rejection says that it is below: with a share of
 * two fifths exactly nothing fits. */
static void
test_edge (void)
{
  const char *weights = "{ 'i0': 2, 'i1': 3 }";
  g_autoptr(ParleyLoaded) rejected = load (weights, FIRST_ONLY ("d", "rejected", "1"));
  g_autoptr(ParleyLoaded) accepted = load (weights, FIRST_ONLY ("d", "ratified", "1"));
  g_autoptr(ParleyRevealed) no = reveal (rejected, PARLEY_OPEN_ANY, PARLEY_BELIEF_RANGES);
  g_autoptr(ParleyRevealed) yes = reveal (accepted, PARLEY_OPEN_ANY, PARLEY_BELIEF_RANGES);

  CU_ASSERT_FALSE (no->fits);
  CU_ASSERT_EQUAL (no->blame->len, 1);
  CU_ASSERT_TRUE (yes->fits);
}

#define N_READ 20

/* Of each text either the share of the first issue or an adjustment is enough, and every text asks
 * for a little more of both than the one before: no choice settles another. */
static ParleyLoaded *
load_many (const char *last)
{
  g_autofree char *issues = parley_small_choices (2, N_READ);
  g_autoptr(GString) first = g_string_new ("'o0': 100");
  g_autoptr(GString) values = g_string_new (NULL);
  g_autoptr(GString) adjustments = g_string_new (NULL);
  g_autoptr(GString) drafts = g_string_new (NULL);
  g_autofree char *party = NULL;
  g_autofree char *more = NULL;

  for (guint k = 0; k < N_READ; k++)
    {
      g_string_append_printf (values, "%s'o%u': %u", k == 0 ? "" : ",", k, N_READ - k);
      if (k > 0)
        g_string_append_printf (first, ", 'o%u': 0", k);
      g_string_append_printf (adjustments,
                              "%s{ 'id': 'a%u', 'title': 'A', 'points': %g,"
                              "'when': { 'i0': 'o1', 'i1': 'o%u' } }",
                              k == 0 ? "" : ",", k, 35 - 0.25 * k, k);
      g_string_append_printf (drafts,
                              "{ 'id': 'd%u', 'title': 'D', 'terms': { 'i0': ['o0', 'o1'],"
                              "'i1': 'o%u' }, 'events': [ { 'date': '2025-01-01', 'party': 'p',"
                              "'act': 'accepted_text' } ] },",
                              k, k);
    }
  g_string_append (adjustments, ", { 'id': 'b', 'title': 'B', 'points': 14,"
                                "'when': { 'i0': 'o2', 'i1': 'o19' } }");
  party
      = g_strdup_printf ("{ 'id': 'p', 'title': 'P',"
                         "'reservation': { 'value': 45, 'low': 35, 'high': 50 }, 'weights': " RANGES
                         ", 'adjustments': [%s], 'values': { 'i0': { %s },"
                         "'i1': { %s } } }",
                         adjustments->str, first->str, values->str);
  more = g_strdup_printf ("'as_of': '2025-06-01', 'drafts': [%s %s]", drafts->str, last);
  return parley_small_load (issues, party, more);
}

#define ANSWERED(id, terms, act) \
  "{ 'id': '" id "', 'title': 'E', 'terms': { " terms \
  " }, 'events': [ { 'date': '2025-02-01', 'party': 'p', 'act': '" act "' } ] }"

/* Two answers to one deal contradict each other whatever is chosen, which must not take all the
 * ways to choose. */
static void
test_many_ways (void)
{
  g_autoptr(ParleyLoaded) loaded
      = load_many (ANSWERED ("e0", "'i0': 'o0', 'i1': 'o0'", "rejected") ", " ANSWERED (
          "e1", "'i0': 'o0', 'i1': 'o0'", "accepted_text"));
  g_autoptr(ParleyRevealed) revealed = reveal (loaded, PARLEY_OPEN_ANY, PARLEY_BELIEF_RANGES);

  CU_ASSERT_FALSE (revealed->fits);
  CU_ASSERT_EQUAL (revealed->blame->len, 2);
}

/* Neither completion of the last text, which has 15 at most, can have been accepted; but that shows
 * only at the end of each way to choose, and none is ever gone to its end. */
static void
test_too_many_asked (void)
{
  g_autoptr(ParleyLoaded) loaded
      = load_many (ANSWERED ("e", "'i0': 'o2', 'i1': ['o0', 'o19']", "accepted_text"));
  const ParleyRevealedRequest request = { .belief = PARLEY_BELIEF_RANGES };
  g_autoptr(GError) error = NULL;
  g_autoptr(ParleyRevealed) revealed
      = parley_revealed_new_brief (loaded->scenario, 0, &request, &error);

  CU_ASSERT_PTR_NULL (revealed);
  CU_ASSERT_TRUE (g_error_matches (error, PARLEY_ERROR, PARLEY_ERROR_LIMIT));
}

static void
test_before (void)
{
  g_autoptr(ParleyLoaded) loaded
      = load (RANGES, FIRST_ONLY ("a", "rejected", "1") ", " FIRST_ONLY ("c", "signed", "4"));
  const ParleyRevealedRequest request = { .before = "2025-04-01" };
  g_autoptr(ParleyRevealed) earlier = parley_revealed_new (loaded->scenario, 0, &request, NULL);

  CU_ASSERT_EQUAL (earlier->clues->len, 1);
  CU_ASSERT_TRUE (earlier->fits);
}

/* In short it says whether something fits, and before anything was done that all does. What was
 * tabled on no day is before none. */
static void
test_brief (void)
{
  g_autoptr(ParleyLoaded) loaded
      = load (RANGES,
              FIRST_ONLY ("a", "rejected", "1") ", " FIRST_ONLY (
                  "c", "signed", "4") ", "
                                      "{ 'id': 'e', 'title': 'E', 'tabled_by': 'p', 'terms': {} }");
  static const struct
  {
    const char *before;
    guint       n_clues;
    gboolean    fits;
  } want[] = {
    { NULL, 3, FALSE }, { "2025-04-01", 1, TRUE }, { "2025-01-01", 0, TRUE }, { "", 0, TRUE }
  };

  for (guint i = 0; i < G_N_ELEMENTS (want); i++)
    {
      const ParleyRevealedRequest request = { .before = want[i].before };
      g_autoptr(ParleyRevealed) brief
          = parley_revealed_new_brief (loaded->scenario, 0, &request, NULL);

      CU_ASSERT_PTR_NOT_NULL_FATAL (brief);
      CU_ASSERT_EQUAL (brief->clues->len, want[i].n_clues);
      CU_ASSERT_EQUAL (brief->fits, want[i].fits);
      CU_ASSERT_PTR_NULL (brief->left);
    }
}

/* How likely: of two shares that are believed to be alike, the first is below two fifths in as many
 * draws as a rejection of it alone leaves; then all are. */
static void
test_likely (void)
{
  g_autoptr(ParleyLoaded) loaded
      = load (RANGES, FIRST_ONLY ("d", "rejected", "1") ", " OPEN ("e", "rejected"));
  g_autoptr(ParleyRevealed) revealed = reveal (loaded, PARLEY_OPEN_ANY, PARLEY_BELIEF_RANGES);
  ParleyCrew crew = { .n_threads = 3 };
  ParleyPosteriorRequest request
      = { PARLEY_BELIEF_RANGES, PARLEY_SPREAD_TRIANGULAR, 4000, 5, 0, NULL, FALSE };
  g_autoptr(ParleyPosterior) one = parley_posterior_new (revealed, &request, NULL);
  g_autoptr(ParleyPosterior) same = NULL;
  guint n_below = 0;

  request.crew = &crew;
  same = parley_posterior_new (revealed, &request, NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL (one);
  for (guint64 d = 0; d < one->n_draws; d++)
    n_below += one->draws[d * one->n_numbers] < 0.4;
  CU_ASSERT_EQUAL (n_below, one->n_draws);
  CU_ASSERT_DOUBLE_EQUAL (one->before[0].mean, 0.5, 0.01);
  CU_ASSERT_DOUBLE_EQUAL (one->after[0].mean + one->after[1].mean, 1, 1e-9);
  CU_ASSERT_TRUE (one->after[0].high <= 0.4 && one->after[0].low >= 0.25);
  /* Of two weights with the triangular density on 1 to 3, the first is less than two thirds of the
   * second with a probability of 79/864 (its density and distribution integrated); rounding to
   * steps moves it a little. */
  CU_ASSERT_DOUBLE_EQUAL (one->chances[0], 79.0 / 864, 0.02);
  CU_ASSERT_EQUAL (one->chances[1], 1);
  CU_ASSERT_DOUBLE_EQUAL (one->left, one->chances[0], 1e-12);
  CU_ASSERT_EQUAL (one->heavier[0 * 2 + 1], 0);
  CU_ASSERT_DOUBLE_EQUAL (one->heavier[1 * 2 + 0], 1, 1e-9);
  for (guint64 i = 0; i < one->n_draws * one->n_numbers; i++)
    if (one->draws[i] != same->draws[i])
      {
        CU_FAIL ("draws hang on the number of threads");
        break;
      }
}

static ParleyPosterior *
draw_weights (const ParleyRevealed *revealed)
{
  const ParleyPosteriorRequest request
      = { PARLEY_BELIEF_RANGES, PARLEY_SPREAD_UNIFORM, 20000, 1, 0, NULL, FALSE };
  ParleyPosterior *posterior = parley_posterior_new (revealed, &request, NULL);

  CU_ASSERT_PTR_NOT_NULL_FATAL (posterior);
  return posterior;
}

/* What all weights are multiplied by changes nothing, however little they come to. */
static void
test_likely_tiny (void)
{
  g_autoptr(ParleyLoaded) loaded = load (RANGES, FIRST_ONLY ("d", "rejected", "1"));
  g_autoptr(ParleyLoaded) tiny = load ("{ 'i0': { 'value': 2e-10, 'low': 1e-10, 'high': 3e-10 },"
                                        "'i1': { 'value': 2e-10, 'low': 1e-10, 'high': 3e-10 } }",
                                        FIRST_ONLY ("d", "rejected", "1"));
  g_autoptr(ParleyRevealed) revealed = reveal (loaded, PARLEY_OPEN_ANY, PARLEY_BELIEF_RANGES);
  g_autoptr(ParleyRevealed) same = reveal (tiny, PARLEY_OPEN_ANY, PARLEY_BELIEF_RANGES);
  g_autoptr(ParleyPosterior) likely = draw_weights (revealed);
  g_autoptr(ParleyPosterior) like = draw_weights (same);

  CU_ASSERT_DOUBLE_EQUAL (like->left, likely->left, 1e-9);
  CU_ASSERT_DOUBLE_EQUAL (like->after[0].mean, likely->after[0].mean, 1e-3);
  CU_ASSERT_DOUBLE_EQUAL (like->after[0].low, likely->after[0].low, 1e-3);
}

/* Draws are the same without what takes the most time, also where they come from chains. */
static void
test_draws_only (void)
{
  g_autoptr(ParleyLoaded) loaded
      = load (RANGES, FIRST_ONLY ("d", "rejected", "1") ", " OPEN ("e", "rejected"));
  g_autoptr(ParleyRevealed) revealed = reveal (loaded, PARLEY_OPEN_ALL, PARLEY_BELIEF_RANGES);
  ParleyPosteriorRequest request = { .n_draws = 700, .seed = 5 };
  g_autoptr(ParleyPosterior) all = parley_posterior_new (revealed, &request, NULL);
  g_autoptr(ParleyPosterior) only = NULL;

  request.draws_only = TRUE;
  only = parley_posterior_new (revealed, &request, NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL (only);
  CU_ASSERT_PTR_NULL (only->chances);
  CU_ASSERT_TRUE (all->left < 0.1);
  CU_ASSERT_EQUAL (
      memcmp (all->draws, only->draws, sizeof *all->draws * all->n_draws * all->n_numbers), 0);
}

/* Of a ranking all weights in its order are alike: their means are its own weights. Two that are
 * tied may be in any order. */
static void
test_likely_ranking (void)
{
  g_autofree char *issues = parley_small_choices (4, 2);
  g_autoptr(ParleyLoaded) loaded = parley_small_load (
      issues,
      "{ 'id': 'p', 'title': 'P', 'reservation': 60, 'ranking': ['i0', ['i1', 'i2'], 'i3'],"
      "'values': { 'i0': { 'o0': 100, 'o1': 0 }, 'i1': { 'o0': 100, 'o1': 0 },"
      "'i2': { 'o0': 100, 'o1': 0 }, 'i3': { 'o0': 100, 'o1': 0 } } }",
      "'as_of': '2025-06-01'");
  g_autoptr(ParleyRevealed) revealed = reveal (loaded, PARLEY_OPEN_ANY, PARLEY_BELIEF_RANGES);
  g_autoptr(ParleyPosterior) posterior = draw_weights (revealed);
  static const double means[] = { 25.0 / 48, 10.0 / 48, 10.0 / 48, 3.0 / 48 };

  for (guint i = 0; i < 4; i++)
    PARLEY_EXPECT (fabs (posterior->before[i].mean - means[i]) < 0.006, "share %u: %g, not %g", i,
                   posterior->before[i].mean, means[i]);
  CU_ASSERT_EQUAL (posterior->heavier[1 * 4 + 0], 0);
  CU_ASSERT_DOUBLE_EQUAL (posterior->heavier[1 * 4 + 2], 0.5, 0.03);
}

/* More and more of what is believed is ruled out, so that draws are made anew on the way: of the
 * first share, which is anything from 0 to 1 when nothing is believed, half is left, and then 8 %
 * each time. */
static void
test_likely_step_by_step (void)
{
  g_autoptr(ParleyLoaded) loaded = load_from (
      "{ 'value': 50, 'changes': [ { 'from': '2025-02-01', 'value': 4 },"
      "{ 'from': '2025-03-01', 'value': 0.32 }, { 'from': '2025-04-01', 'value': 0.0256 } ] }",
      "{ 'i0': 1, 'i1': 1 }",
      FIRST_ONLY ("a", "rejected", "1") ", " FIRST_ONLY ("b", "rejected", "2") ", " FIRST_ONLY (
          "c", "rejected", "3") ", " FIRST_ONLY ("d", "rejected", "4"));
  g_autoptr(ParleyRevealed) revealed = reveal (loaded, PARLEY_OPEN_ANY, PARLEY_BELIEF_NOTHING);
  const ParleyPosteriorRequest request
      = { PARLEY_BELIEF_NOTHING, PARLEY_SPREAD_UNIFORM, 4000, 5, 0, NULL, FALSE };
  g_autoptr(ParleyPosterior) posterior = parley_posterior_new (revealed, &request, NULL);

  CU_ASSERT_PTR_NOT_NULL_FATAL (posterior);
  CU_ASSERT_DOUBLE_EQUAL (posterior->chances[0], 0.5, 0.03);
  for (guint l = 1; l < 4; l++)
    CU_ASSERT_DOUBLE_EQUAL (posterior->chances[l], 0.08, 0.02);
  CU_ASSERT_DOUBLE_EQUAL (posterior->left, 0.000256, 4 * posterior->left_error);
  CU_ASSERT_TRUE (posterior->left_error > 0 && posterior->left_error < 0.00005);
  CU_ASSERT_DOUBLE_EQUAL (posterior->after[0].mean, 0.000128, 0.00001);
}

/* What no draw fits is said to be rare, and how rare at least; the draws that fit it are found all
 * the same. */
static void
test_likely_rare (void)
{
  g_autoptr(ParleyLoaded) loaded
      = load_from ("0.0001", "{ 'i0': 1, 'i1': 1 }", FIRST_ONLY ("a", "rejected", "1"));
  g_autoptr(ParleyRevealed) revealed = reveal (loaded, PARLEY_OPEN_ANY, PARLEY_BELIEF_NOTHING);
  const ParleyPosteriorRequest request
      = { PARLEY_BELIEF_NOTHING, PARLEY_SPREAD_UNIFORM, 500, 5, 0, NULL, FALSE };
  g_autoptr(ParleyPosterior) posterior = parley_posterior_new (revealed, &request, NULL);

  CU_ASSERT_PTR_NOT_NULL_FATAL (posterior);
  CU_ASSERT_EQUAL (posterior->left, 0);
  CU_ASSERT_DOUBLE_EQUAL (posterior->left_error, 3.0 / 500, 1e-12);
  CU_ASSERT_TRUE (posterior->after[0].high <= 0.000001);
}

/* A weight that is a share as it is, from a fifth to three fifths, all alike; its draft was
 * rejected. With a slip, that need not mean that it is below the reservation. */
static void
expect_likely (int reservation, double slip)
{
  g_autofree char *issues = parley_small_choices (2, 2);
  g_autofree char *party = g_strdup_printf (
      "{ 'id': 'p', 'title': 'P', 'reservation': %d, 'normalize': false, 'weights': {"
      "'i0': { 'value': 0.4, 'low': 0.2, 'high': 0.6 }, 'i1': { 'value': 0.3, 'low': 0.1, "
      "'high': 0.5 } },"
      "'values': { 'i0': { 'o0': 100, 'o1': 0 }, 'i1': { 'o0': 100, 'o1': 0 } } }",
      reservation);
  g_autoptr(ParleyLoaded) loaded = parley_small_load (
      issues, party, "'as_of': '2025-06-01', 'drafts': [" FIRST_ONLY ("d", "rejected", "1") "]");
  g_autoptr(ParleyRevealed) revealed = reveal (loaded, PARLEY_OPEN_ANY, PARLEY_BELIEF_RANGES);
  const ParleyPosteriorRequest request
      = { PARLEY_BELIEF_RANGES, PARLEY_SPREAD_UNIFORM, 20000, 1, slip, NULL, FALSE };
  g_autoptr(ParleyPosterior) posterior = parley_posterior_new (revealed, &request, NULL);
  double edge = reservation / 100.0;
  double before = (edge - 0.2) / 0.4;
  double chance = before * (1 - slip) + (1 - before) * slip;
  double after = before * (1 - slip) / chance;
  double mean = after * (0.2 + edge) / 2 + (1 - after) * (edge + 0.6) / 2;

  CU_ASSERT_PTR_NOT_NULL_FATAL (posterior);
  PARLEY_EXPECT_EXACT ("believed", revealed->believed[0].high, "3/5");
  CU_ASSERT_DOUBLE_EQUAL (mpq_get_d (revealed->left[0].high), edge, 1e-12);
  CU_ASSERT_DOUBLE_EQUAL (posterior->before[0].mean, 0.4, 0.003);
  PARLEY_EXPECT (fabs (posterior->after[0].mean - mean) < 0.003, "%d, slip %g: %g, not %g",
                 reservation, slip, posterior->after[0].mean, mean);
  CU_ASSERT_DOUBLE_EQUAL (posterior->after[1].mean, 0.3, 0.003);
  PARLEY_EXPECT (fabs (posterior->chances[0] - chance) < 0.01, "%d, slip %g: %g, not %g",
                 reservation, slip, posterior->chances[0], chance);
}

/* Half of what is believed fits, or so little that it takes chains. */
static void
test_likely_as_written (void)
{
  expect_likely (40, 0);
  expect_likely (40, 0.2);
  expect_likely (22, 0);
  expect_likely (22, 0.02);
}

/* By trying */

static void
add_event (ParleyDraft *draft, guint party, gboolean accepts)
{
  ParleyEvent *event = g_new0 (ParleyEvent, 1);

  event->date = g_strdup ("2025-01-01");
  event->party = party;
  event->act = accepts ? PARLEY_ACT_ACCEPTED_TEXT : PARLEY_ACT_REJECTED;
  g_ptr_array_add (draft->events, event);
}

/* Some number of the range, also its ends. */
static void
draw (const ParleyNumber *number, GRand *rand, mpq_ptr value)
{
  mpq_t part;

  mpq_init (part);
  mpq_set_ui (part, (unsigned long) g_rand_int_range (rand, 0, STEPS + 1), STEPS);
  mpq_canonicalize (part);
  mpq_sub (value, number->high, number->low);
  mpq_mul (value, value, part);
  mpq_add (value, value, number->low);
  mpq_clear (part);
}

/* What a clue is, and whether the numbers that the model has now fit it, deal by deal. */
static gboolean
fits_by_hand (const ParleyScenario *scenario, const ParleyClue *clue, gboolean no_red_lines)
{
  guint party = clue->move.party;
  const ParleyDraft *draft = parley_scenario_draft (scenario, clue->move.draft);
  g_autoptr(ParleyDomain) domain = parley_domain_new_draft (scenario, draft);
  g_autoptr(GPtrArray) deals = parley_naive_deals (scenario, domain, draft, NULL);
  guint n_clean = 0;
  guint n_crossed = 0;
  guint n_fit = 0;
  ParleyClueKind kind = PARLEY_CLUE_TEACHES;

  for (guint i = 0; i < deals->len; i++)
    {
      const ParleyNaiveDeal *deal = g_ptr_array_index (deals, i);

      if (!deal->feasible)
        continue;
      if (deal->crossed[party] && !no_red_lines)
        {
          n_crossed++;
          continue;
        }
      n_clean++;
      n_fit += (mpq_cmp (deal->scores[party], clue->move.reservation->value) >= 0)
               == (clue->reaches != FALSE);
    }
  if (n_clean + n_crossed == 0)
    kind = PARLEY_CLUE_INFEASIBLE;
  else if (n_clean == 0)
    kind = clue->reaches ? PARLEY_CLUE_CROSSES : PARLEY_CLUE_RED_LINE;
  else if (n_crossed > 0 && !clue->reaches && clue->open == PARLEY_OPEN_ANY)
    kind = PARLEY_CLUE_RED_LINE;
  CU_ASSERT_EQUAL (clue->kind, kind);
  if (kind != PARLEY_CLUE_TEACHES)
    return TRUE;
  return clue->open == PARLEY_OPEN_ANY ? n_fit > 0 : n_fit == n_clean;
}

static void
expect_within (const ParleyRevealed *revealed, const ParleyParty *party, guint32 seed)
{
  mpq_t share, other;

  mpq_inits (share, other, NULL);
  PARLEY_EXPECT (revealed->fits, "record %u", seed);
  for (guint i = 0; i < revealed->n_shares; i++)
    {
      parley_weight_share (party, revealed->issues[i], NULL, share);
      PARLEY_EXPECT (mpq_cmp (share, revealed->left[i].low) >= 0
                         && mpq_cmp (share, revealed->left[i].high) <= 0,
                     "record %u, share %u", seed, i);
      for (guint j = 0; j < revealed->n_shares; j++)
        {
          parley_weight_share (party, revealed->issues[j], NULL, other);
          PARLEY_EXPECT (mpq_cmp (share, other) <= 0
                             || revealed->orders[i * revealed->n_shares + j] != PARLEY_ORDER_NEVER,
                         "record %u, order of %u and %u", seed, i, j);
        }
    }
  mpq_clears (share, other, NULL);
}

/* Weights and reservation as drawn, instead of the values. Returns: FALSE when they are no weights:
 * all are 0. */
static gboolean
redraw (const ParleyParty *party, GRand *rand)
{
  for (guint i = 0; i < party->n_issues; i++)
    if (party->weights[i] != NULL && !party->ranked)
      draw (party->weights[i], rand, party->weights[i]->value);
  if (party->reservation != NULL)
    draw (party->reservation, rand, party->reservation->value);
  return parley_party_is_weighted (party);
}

/* Returns: how many of the weights that are tried fit. */
static guint
try_party (ParleyRecorded *tried, guint party, const ParleyClueRequest *request, guint32 seed)
{
  const ParleyParty *model = parley_scenario_party (tried->scenario, party);
  const ParleyRevealedRequest all = { .clues = *request };
  g_autoptr(ParleyRevealed) revealed = NULL;
  guint n_fit = 0;

  if (!parley_party_is_weighted (model) || model->reservation == NULL || model->changes->len > 0)
    return 0;
  parley_recorded_give_ranges (tried->scenario, party, tried->rand);
  for (guint d = 0; d < tried->scenario->drafts->len; d++)
    add_event (g_ptr_array_index (tried->scenario->drafts, d), party, g_rand_boolean (tried->rand));
  revealed = parley_revealed_new (tried->scenario, party, &all, NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL (revealed);
  for (guint t = 0; t < N_TRIED; t++)
    {
      gboolean fits = redraw (model, tried->rand);

      for (guint l = 0; fits && l < revealed->clues->len; l++)
        fits = fits_by_hand (tried->scenario, g_ptr_array_index (revealed->clues, l),
                             request->no_red_lines);
      if (fits)
        expect_within (revealed, model, seed);
      n_fit += fits != FALSE;
    }
  return n_fit;
}

static void
test_random (void)
{
  guint n_fit = 0;

  for (guint32 seed = 1; seed <= N_RECORDS; seed++)
    {
      const ParleyClueRequest request
          = { seed % 2 == 0 ? PARLEY_OPEN_ANY : PARLEY_OPEN_ALL, seed % 3 == 0 };
      ParleyRecorded tried = { 0 };

      parley_recorded_init (&tried, seed);
      for (guint p = 0; p < tried.scenario->parties->len; p++)
        n_fit += try_party (&tried, p, &request, seed);
      parley_recorded_clear (&tried);
    }
  /* Or nothing was tried. */
  CU_ASSERT_TRUE (n_fit > parley_effort (100));
}

void
parley_test_revealed (void)
{
  CU_pSuite suite = CU_add_suite ("revealed", NULL, NULL);

  CU_ADD_TEST (suite, test_rejection);
  CU_ADD_TEST (suite, test_nothing_believed);
  CU_ADD_TEST (suite, test_ranking);
  CU_ADD_TEST (suite, test_contradiction);
  CU_ADD_TEST (suite, test_open);
  CU_ADD_TEST (suite, test_edge);
  CU_ADD_TEST (suite, test_many_ways);
  if (parley_effort (4) >= 4) /* seconds under sanitizers */
    CU_ADD_TEST (suite, test_too_many_asked);
  CU_ADD_TEST (suite, test_before);
  CU_ADD_TEST (suite, test_brief);
  CU_ADD_TEST (suite, test_likely);
  CU_ADD_TEST (suite, test_likely_tiny);
  CU_ADD_TEST (suite, test_draws_only);
  CU_ADD_TEST (suite, test_likely_ranking);
  CU_ADD_TEST (suite, test_likely_step_by_step);
  CU_ADD_TEST (suite, test_likely_rare);
  CU_ADD_TEST (suite, test_likely_as_written);
  CU_ADD_TEST (suite, test_random);
}
