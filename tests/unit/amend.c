/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What it takes for all to accept a draft, against trying everything by hand. */
#include "analysis/amend.h"

#include "effort.h"
#include "expect.h"
#include "small.h"
#include "suites.h"
#include "tried.h"

#define N_SCENARIOS parley_effort (1000)
#define ALL_SETS    10000

/* What the samples contain, so that no comparison is one of nothing with nothing. */
typedef struct
{
  guint n_impossible;
  guint n_untouched; /* no change will do */
  guint n_settled;
  guint n_left_open;
  guint n_many_sets;
  guint n_dearer; /* one more change is no better */
  guint n_cheaper;
  guint n_others;
} Seen;

/* What is best by hand */

static gboolean
is_better (const ParleyTried *self, const ParleyTry *a, const ParleyTry *b, gboolean most_kept)
{
  int kept = parley_tried_compare (self, a, b);
  int settled = (int) b->n_settled - (int) a->n_settled;

  return most_kept ? kept > 0 || (kept == 0 && settled > 0)
                   : settled > 0 || (settled == 0 && kept > 0);
}

/* The best of exactly the changes @bits, or of @n changes. Returns: (nullable). */
static const ParleyTry *
best_try (const ParleyTried *self, const guint *bits, guint n, gboolean most_kept)
{
  const ParleyTry *best = NULL;

  for (guint i = 0; i < self->tries->len; i++)
    {
      const ParleyTry *try = parley_tried_at (self, i);

      if (try->works && (bits != NULL ? try->changed == *bits : try->n_changed == n)
          && (best == NULL || is_better (self, try, best, most_kept)))
        best = try;
    }
  return best;
}

/* Returns: G_MAXUINT when nothing works. */
static guint
fewest_changes (const ParleyTried *self)
{
  guint fewest = G_MAXUINT;

  for (guint i = 0; i < self->tries->len; i++)
    if (parley_tried_at (self, i)->works)
      fewest = MIN (fewest, parley_tried_at (self, i)->n_changed);
  return fewest;
}

static guint
count_sets (const ParleyTried *self, guint n_changes)
{
  g_autoptr(GHashTable) sets = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->tries->len; i++)
    if (parley_tried_at (self, i)->works && parley_tried_at (self, i)->n_changed == n_changes)
      g_hash_table_add (sets, GUINT_TO_POINTER (parley_tried_at (self, i)->changed));
  return g_hash_table_size (sets);
}

/* Comparing */

static gboolean
same_scores (const ParleyAmendment *got, const ParleyTry *want)
{
  for (guint p = 0; p < got->n_scores; p++)
    if (!mpq_equal (got->scores[p].low, want->low[p])
        || !mpq_equal (got->scores[p].high, want->high[p]))
      return FALSE;
  return TRUE;
}

static gboolean
same_flags (const ParleyTried *self, const ParleyAmendment *got, const ParleyTry *want)
{
  guint n_settled = 0;

  for (guint a = 0; a < self->domain->n_axes; a++)
    {
      if (got->changed[a] != (gboolean) (want->changed >> a & 1))
        return FALSE;
      n_settled += (guint) got->settled[a];
    }
  return got->n_changed == want->n_changed && got->n_settled == want->n_settled
         && n_settled == want->n_settled;
}

/* What is listed works, is what it says, and is as good as the best of its kind. */
static const ParleyTry *
expect_amendment (const ParleyTried *self,
                  const ParleyAmendment *got,
                  gboolean most_kept,
                  guint32 seed)
{
  const ParleyTry *own = parley_tried_find (self, got->options);
  const ParleyTry *best = own == NULL ? NULL
                          : most_kept ? best_try (self, NULL, own->n_changed, TRUE)
                                      : best_try (self, &own->changed, 0, FALSE);

  PARLEY_EXPECT (own != NULL && own->works, "seed %u", seed);
  if (own == NULL || best == NULL)
    return NULL;
  PARLEY_EXPECT (same_scores (got, own) && same_flags (self, got, own), "seed %u", seed);
  PARLEY_EXPECT (parley_tried_compare (self, own, best) == 0 && own->n_settled == best->n_settled,
                 "seed %u", seed);
  return own;
}

/* Nothing with the same changes and as much settled is certainly better for one side that must
 * always consent and no worse for another. */
static void
expect_efficient (const ParleyTried *self, const ParleyTry *own, guint32 seed)
{
  for (guint i = 0; i < self->tries->len; i++)
    {
      const ParleyTry *other = parley_tried_at (self, i);
      gboolean better = FALSE;
      gboolean worse = !other->works || other->changed != own->changed
                       || other->n_settled != own->n_settled
                       || parley_tried_compare (self, other, own) < 0;

      for (guint p = 0; p < self->scenario->parties->len && !worse; p++)
        {
          const ParleyParty *party = parley_scenario_party (self->scenario, p);
          int order = mpq_cmp (other->low[p], own->low[p]);

          if (!parley_party_decides (party) || party->reservation == NULL)
            continue;
          worse = party->needed_when != NULL || order < 0;
          better |= order > 0;
        }
      PARLEY_EXPECT (worse || !better, "seed %u", seed);
    }
}

static guint
count_others (const ParleyTried *self, const ParleyTry *own)
{
  guint n = 0;

  for (guint i = 0; i < self->deals->len; i++)
    n += self->feasible[i] && self->distance[i] == own->changed
         && parley_naive_all_accept (self->scenario, parley_tried_deal (self, i), TRUE);
  return n - own->n_completions;
}

static void
expect_sets (const ParleyTried *self, const ParleyAmend *got, guint32 seed, Seen *seen)
{
  g_autoptr(GHashTable) sets = g_hash_table_new (NULL, NULL);
  g_autofree guint *with = g_new0 (guint, self->domain->n_axes);
  const ParleyTry *before = NULL;

  for (guint i = 0; i < got->amendments->len; i++)
    {
      const ParleyAmendment *amendment = g_ptr_array_index (got->amendments, i);
      const ParleyTry *own = expect_amendment (self, amendment, FALSE, seed);

      if (own == NULL)
        continue;
      expect_efficient (self, own, seed);
      PARLEY_EXPECT (own->n_changed == got->n_changes, "seed %u", seed);
      PARLEY_EXPECT (before == NULL || !is_better (self, own, before, FALSE), "seed %u", seed);
      PARLEY_EXPECT (amendment->counted
                         && mpz_cmp_ui (amendment->n_others, count_others (self, own)) == 0,
                     "seed %u", seed);
      before = own;
      g_hash_table_add (sets, GUINT_TO_POINTER (own->changed));
      for (guint a = 0; a < self->domain->n_axes; a++)
        with[a] += own->changed >> a & 1;
      seen->n_settled += own->n_settled > 0;
      seen->n_left_open += own->n_completions > 1;
      seen->n_others += mpz_sgn (amendment->n_others) > 0;
    }
  PARLEY_EXPECT (g_hash_table_size (sets) == count_sets (self, got->n_changes)
                     && got->n_sets == g_hash_table_size (sets)
                     && got->amendments->len == got->n_sets,
                 "seed %u", seed);
  for (guint a = 0; a < self->domain->n_axes; a++)
    PARLEY_EXPECT (with[a] == got->n_sets_with[a], "seed %u, axis %u", seed, a);
  seen->n_many_sets += got->n_sets > 1;
}

/* A row is left out exactly when fewer changes leave the party as much. */
static void
expect_costs (const ParleyTried *self, const ParleyAmend *got, guint32 seed, Seen *seen)
{
  const ParleyTry *before = NULL;

  for (guint i = 0; i < got->costs->len; i++)
    {
      const ParleyAmendCost *cost = g_ptr_array_index (got->costs, i);
      const ParleyTry *best = best_try (self, NULL, cost->n_changes, TRUE);
      gboolean more
          = best != NULL && (before == NULL || parley_tried_compare (self, best, before) > 0);

      PARLEY_EXPECT (cost->n_changes == got->n_changes + i, "seed %u", seed);
      PARLEY_EXPECT ((cost->amendment != NULL) == more, "seed %u, row %u", seed, i);
      if (cost->amendment != NULL)
        expect_amendment (self, cost->amendment, TRUE, seed);
      before = more ? best : before;
      seen->n_dearer += !more;
      seen->n_cheaper += more && i > 0;
    }
}

static void
expect_all (const ParleyTried *self, const ParleyAmend *got, guint32 seed, Seen *seen)
{
  guint fewest = fewest_changes (self);

  PARLEY_EXPECT (got->party == self->party, "seed %u", seed);
  PARLEY_EXPECT (got->possible == (fewest != G_MAXUINT), "seed %u", seed);
  seen->n_impossible += !got->possible;
  if (!got->possible || fewest == G_MAXUINT)
    return;
  PARLEY_EXPECT (got->n_changes == fewest, "seed %u: %u, not %u", seed, got->n_changes, fewest);
  seen->n_untouched += fewest == 0;
  expect_sets (self, got, seed, seen);
  expect_costs (self, got, seed, seen);
}

static void
test_brute_force (void)
{
  Seen seen = { 0 };

  for (guint32 seed = 0; seed < N_SCENARIOS; seed++)
    {
      gboolean fixed[8] = { seed % 3 == 0, FALSE, seed % 5 == 0 };
      ParleyAmendRequest request = { .limits = { .fixed = fixed },
                                     .party = -1,
                                     .most_changes = PARLEY_ANY_CHANGES,
                                     .n_top = ALL_SETS,
                                     .memory = PARLEY_BUDGET_DEFAULT };
      g_autoptr(ParleyAmend) got = NULL;
      g_autoptr(GError) error = NULL;
      ParleyTried self;

      parley_tried_init (&self, seed, &request.limits);
      got = parley_amend_find (self.scenario, self.draft, &request, &error);
      PARLEY_EXPECT (got != NULL, "seed %u: %s", seed, error == NULL ? "" : error->message);
      if (got != NULL)
        expect_all (&self, got, seed, &seen);
      parley_tried_clear (&self);
    }
  CU_ASSERT (seen.n_impossible > parley_effort (20));
  CU_ASSERT (seen.n_untouched > parley_effort (20));
  CU_ASSERT (seen.n_settled > parley_effort (20));
  CU_ASSERT (seen.n_left_open > parley_effort (20));
  CU_ASSERT (seen.n_many_sets >= parley_effort_rare (20));
  CU_ASSERT (seen.n_dearer > parley_effort (20));
  CU_ASSERT (seen.n_cheaper > parley_effort (20));
  CU_ASSERT (seen.n_others > parley_effort (20));
}

static const ParleyAmendment *
amendment_at (const ParleyAmend *amend, guint index)
{
  return g_ptr_array_index (amend->amendments, index);
}

/* By hand */

/* A gets 60 points from the share and 40 from its law, B the rest of the share and 40 from the
 * other law. The draft, a share of 75 and A's law, gives A 85 and B 15. B needs 50: with the share
 * alone it gets that from 16.66... for A down, so 10 on the grid; with the law alone 55; with both,
 * A can keep 80 %, for B then has 52. */
static void
test_by_hand (void)
{
  g_autoptr(ParleyLoaded) loaded = parley_small_load (
      "{ 'id': 'share', 'title': 'S', 'kind': 'range', 'min': 0, 'max': 100, 'step': 10 }, "
      "{ 'id': 'law', 'title': 'L', 'kind': 'choice', 'options': [{ 'id': 'a', 'title': 'A' }, "
      "{ 'id': 'b', 'title': 'B' }] }",
      "{ 'id': 'a', 'title': 'A', 'reservation': 40, 'weights': { 'share': 60, 'law': 40 }, "
      "'values': { 'share': { 'points': [[0, 0], [100, 100]] }, 'law': { 'a': 100, 'b': 0 } } }, "
      "{ 'id': 'b', 'title': 'B', 'reservation': 50, 'weights': { 'share': 60, 'law': 40 }, "
      "'values': { 'share': { 'points': [[0, 100], [100, 0]] }, 'law': { 'a': 0, 'b': 100 } } }",
      "'drafts': [{ 'id': 'd', 'title': 'D', 'tabled_by': 'a', "
      "'terms': { 'share': 75, 'law': 'a' } }]");
  ParleyAmendRequest request = {
    .party = -1, .most_changes = PARLEY_ANY_CHANGES, .n_top = 10, .memory = PARLEY_BUDGET_DEFAULT
  };
  g_autoptr(ParleyAmend) got = parley_amend_find (
      loaded->scenario, parley_scenario_draft (loaded->scenario, 0), &request, NULL);
  const ParleyAmendCost *both = NULL;

  CU_ASSERT_PTR_NOT_NULL_FATAL (got);
  CU_ASSERT_EQUAL (got->n_changes, 1);
  CU_ASSERT_EQUAL (got->reason, PARLEY_PARTY_TABLED);
  CU_ASSERT_EQUAL_FATAL (got->amendments->len, 2);
  PARLEY_EXPECT_EXACT ("the share, A", amendment_at (got, 0)->scores[0].low, "46");
  PARLEY_EXPECT_EXACT ("the share, B", amendment_at (got, 0)->scores[1].low, "54");
  PARLEY_EXPECT_EXACT ("the law, A", amendment_at (got, 1)->scores[0].low, "45");
  PARLEY_EXPECT_EXACT ("the law, B", amendment_at (got, 1)->scores[1].low, "55");
  CU_ASSERT_EQUAL_FATAL (got->costs->len, 2);
  both = g_ptr_array_index (got->costs, 1);
  CU_ASSERT_PTR_NOT_NULL_FATAL (both->amendment);
  PARLEY_EXPECT_EXACT ("both, A", both->amendment->scores[0].low, "48");
}

/* What a draft allows is read as when it is scored: the grid within its interval, and the ends of
 * this. What others have tabled within it is neither a reading nor a change. */
static void
test_readings (void)
{
  g_autoptr(ParleyLoaded) loaded = parley_small_load (
      "{ 'id': 'a', 'title': 'A', 'kind': 'range', 'min': 0, 'max': 4, 'step': 1 }",
      "{ 'id': 'p', 'title': 'P', 'reservation': 0, 'weights': { 'a': 1 }, "
      "'values': { 'a': { 'points': [[0, 0], [4, 100]] } } }",
      "'drafts': [{ 'id': 'd', 'title': 'D', 'terms': { 'a': { 'min': 0.5, 'max': 2 } } }, "
      "{ 'id': 'e', 'title': 'E', 'terms': { 'a': [1.5, 2.5, 4] } }]");
  static const struct
  {
    ParleyAmong among;
    const char *want; /* numbers, those kept in brackets */
  } rows[] = { { PARLEY_AMONG_ALL, "0 [1/2] [1] [2] 5/2 3 4" },
               { PARLEY_AMONG_TABLED, "[1/2] [1] [2] 5/2 4" } };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      ParleyLeewayLimits limits = { .among = rows[i].among };
      g_autoptr(ParleyLeeway) leeway = parley_leeway_new (
          loaded->scenario, parley_scenario_draft (loaded->scenario, 0), &limits, NULL);
      const ParleyAxis *axis = &leeway->space->domain->axes[0];
      g_autoptr(GString) got = g_string_new (NULL);

      for (guint o = 0; o < axis->n_options; o++)
        {
          g_autofree char *number = parley_exact_to_text (axis->numbers[o], 0);

          g_string_append_printf (got, leeway->kept[0][o] ? "%s[%s]" : "%s%s", o > 0 ? " " : "",
                                  number);
        }
      PARLEY_EXPECT_TEXT (rows[i].want, got->str, rows[i].want);
    }
}

/* A payment may help where one reading of the draft crosses a red line and another is just short.
 */
static void
test_crossed (void)
{
  static const struct
  {
    const char *term;
    gboolean    always;
  } rows[] = {
    { "'o0'", FALSE }, { "['o0', 'o1']", FALSE }, { "'o1'", TRUE }, { "['o1', 'o2']", TRUE }
  };
  g_autofree char *issues = parley_small_choices (1, 4);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *drafts = g_strdup_printf (
          "'drafts': [{'id': 'd', 'title': 'D', 'terms': {'i0': %s}}]", rows[i].term);
      g_autoptr(ParleyLoaded) loaded = parley_small_load (
          issues,
          "{'id': 'p', 'title': 'P', 'reservation': 60, 'weights': {'i0': 1},"
          " 'values': {'i0': {'o0': 40, 'o1': 70, 'o2': 80, 'o3': 100}},"
          " 'red_lines': [{'id': 'l', 'never': {'i0': 'o1'}}, {'id': 'm', 'never': {'i0': 'o2'}}]}",
          drafts);
      const guint draft = 0;
      g_autoptr(ParleyScores) scores
          = parley_scores_new (loaded->scenario, &draft, 1, PARLEY_SCORE_PLAIN, NULL);
      const ParleyDraftScore *score = g_ptr_array_index (scores->drafts, 0);

      PARLEY_EXPECT (parley_standing_always_crosses (g_ptr_array_index (score->standings, 0))
                         == rows[i].always,
                     "%s: always crosses", rows[i].term);
    }
}

void
parley_test_amend (void)
{
  CU_pSuite suite = CU_add_suite ("amend", NULL, NULL);

  CU_add_test (suite, "brute force", test_brute_force);
  CU_add_test (suite, "by hand", test_by_hand);
  CU_add_test (suite, "readings", test_readings);
  CU_add_test (suite, "red lines crossed in some readings", test_crossed);
}
