/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What it takes for all to accept a draft, against trying everything by hand. */
#include "analysis/amend.h"

#include <string.h>

#include "analysis/amend_whole.h"
#include "expect.h"
#include "naive.h"
#include "random_scenario.h"
#include "small.h"
#include "space/distance.h"
#include "suites.h"

#define N_SCENARIOS 1000
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

/* Something that can be done: an option or PARLEY_LEFT_OPEN for each axis. */
typedef struct
{
  guint   *options;
  guint    changed; /* bit a: axis a changes */
  guint    n_changed;
  guint    n_settled;
  gboolean works;
  guint    n_completions;
  mpq_t   *low; /* [party] */
  mpq_t   *high;
} Try;

typedef struct
{
  ParleyLoaded         *loaded;
  const ParleyScenario *scenario;
  const ParleyDraft    *draft;
  ParleyLeeway         *leeway;
  const ParleyDomain   *domain; /* of the leeway */
  GPtrArray            *deals; /* of ParleyNaiveDeal: all of it */
  gboolean             *feasible; /* [deal]: by rules, and by what is given as long as it holds */
  guint                *distance; /* [deal]: bits of the axes that are changed */
  GPtrArray            *tries; /* of Try */
  int                   party;
} Case;

static const ParleyNaiveDeal *
deal_at (const Case *self, guint index)
{
  return g_ptr_array_index (self->deals, index);
}

static const Try *
try_at (const Case *self, guint index)
{
  return g_ptr_array_index (self->tries, index);
}

/* By hand */

static guint
changes_of (const Case *self, const guint *options)
{
  guint bits = 0;

  for (guint a = 0; a < self->domain->n_axes; a++)
    if (options[a] != PARLEY_LEFT_OPEN && !self->leeway->kept[a][options[a]])
      bits |= 1u << a;
  return bits;
}

static guint
count_bits (guint bits)
{
  return (guint) __builtin_popcount (bits);
}

/* The axes of all that is given. The random drafts have at most one relation. */
static guint
axes_of_given (const Case *self)
{
  g_autofree gboolean *issues = g_new0 (gboolean, self->scenario->issues->len);
  guint bits = 0;

  for (guint i = 0; i < self->draft->given->len; i++)
    {
      const ParleyGiven *given = g_ptr_array_index (self->draft->given, i);

      parley_condition_mark_issues (given->condition, issues);
      parley_condition_mark_issues (given->consequence, issues);
    }
  for (guint i = 0; i < self->scenario->issues->len; i++)
    if (issues[i])
      parley_issue_mark_sources (parley_scenario_issue (self->scenario, i), issues);
  for (guint a = 0; a < self->domain->n_axes; a++)
    bits |= issues[self->domain->axes[a].issue] ? 1u << a : 0;
  return bits;
}

static void
find_deals (Case *self)
{
  g_autoptr(GPtrArray) given
      = parley_naive_deals (self->scenario, self->domain, self->draft, NULL);
  guint axes = axes_of_given (self);

  self->deals = parley_naive_deals (self->scenario, self->domain, NULL, NULL);
  self->feasible = g_new (gboolean, self->deals->len);
  self->distance = g_new (guint, self->deals->len);
  for (guint i = 0; i < self->deals->len; i++)
    {
      const ParleyNaiveDeal *with = g_ptr_array_index (given, i);

      self->distance[i] = changes_of (self, with->options);
      self->feasible[i]
          = with->feasible || (deal_at (self, i)->feasible && (self->distance[i] & axes) != 0);
    }
}

static gboolean
is_completion (const Case *self, const guint *options, guint deal)
{
  for (guint a = 0; a < self->domain->n_axes; a++)
    if (options[a] == PARLEY_LEFT_OPEN ? !self->leeway->kept[a][deal_at (self, deal)->options[a]]
                                       : options[a] != deal_at (self, deal)->options[a])
      return FALSE;
  return self->feasible[deal];
}

static void
add_completion (const Case *self, Try *try, const ParleyNaiveDeal *deal)
{
  for (guint p = 0; p < deal->n_parties; p++)
    {
      if (try->n_completions == 0 || mpq_cmp (deal->scores[p], try->low[p]) < 0)
        mpq_set (try->low[p], deal->scores[p]);
      if (try->n_completions == 0 || mpq_cmp (deal->scores[p], try->high[p]) > 0)
        mpq_set (try->high[p], deal->scores[p]);
    }
  try->works &= parley_naive_all_accept (self->scenario, deal, TRUE);
  try->n_completions++;
}

static void
add_try (Case *self, const guint *options)
{
  guint n_parties = self->scenario->parties->len;
  Try *try = g_new0 (Try, 1);

  try->options = g_memdup2 (options, self->domain->n_axes * sizeof *options);
  try->changed = changes_of (self, options);
  try->n_changed = count_bits (try->changed);
  for (guint a = 0; a < self->domain->n_axes; a++)
    try->n_settled += options[a] != PARLEY_LEFT_OPEN && (try->changed >> a & 1) == 0
                      && parley_kept_is_open (self->domain, self->leeway->kept, a);
  try->low = g_new (mpq_t, n_parties);
  try->high = g_new (mpq_t, n_parties);
  for (guint p = 0; p < n_parties; p++)
    mpq_inits (try->low[p], try->high[p], NULL);
  try->works = TRUE;
  for (guint i = 0; i < self->deals->len; i++)
    if (is_completion (self, options, i))
      add_completion (self, try, deal_at (self, i));
  try->works &= try->n_completions > 0;
  g_ptr_array_add (self->tries, try);
}

static void
try_all (Case *self, guint axis, guint *options)
{
  if (axis == self->domain->n_axes)
    {
      add_try (self, options);
      return;
    }
  for (guint o = 0; o < self->domain->axes[axis].n_options; o++)
    {
      options[axis] = o;
      try_all (self, axis + 1, options);
    }
  options[axis] = PARLEY_LEFT_OPEN;
  if (parley_kept_is_open (self->domain, self->leeway->kept, axis))
    try_all (self, axis + 1, options);
}

static void
try_free (gpointer data)
{
  Try *try = data;

  g_free (try->options);
  g_free (try->low);
  g_free (try->high);
  g_free (try);
}

static void
clear_numbers (Case *self)
{
  for (guint i = 0; i < self->tries->len; i++)
    for (guint p = 0; p < self->scenario->parties->len; p++)
      mpq_clears (try_at (self, i)->low[p], try_at (self, i)->high[p], NULL);
}

/* Says a term of every issue: nothing stays open, and most drafts are far from acceptable. */
static void
close_draft (ParleyDraft *draft, const ParleyScenario *scenario, guint32 seed)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed);

  for (guint i = 0; i < scenario->issues->len; i++)
    {
      const ParleyIssue *issue = parley_scenario_issue (scenario, i);
      gboolean is_choice = issue->kind == PARLEY_ISSUE_CHOICE;
      GPtrArray *all = is_choice ? issue->options : issue->grid;
      guint pick = 0;

      if (parley_issue_is_derived (issue))
        continue;
      pick = (guint) g_rand_int_range (rand, 0, (gint32) all->len);
      parley_draft_term_free (draft->terms[i]);
      draft->terms[i] = parley_draft_term_new ();
      draft->terms[i]->is
          = is_choice ? parley_terms_new_options (all->len) : parley_terms_new_numbers ();
      if (is_choice)
        parley_terms_add_option (draft->terms[i]->is, pick);
      else
        parley_terms_add_interval (draft->terms[i]->is, g_ptr_array_index (all, pick),
                                   g_ptr_array_index (all, pick));
    }
}

static void
case_init (Case *self, guint32 seed, const ParleyLeewayLimits *limits)
{
  guint options[8] = { 0 };

  *self = (Case){ .loaded = parley_random_scenario (seed), .party = -1 };
  self->scenario = self->loaded->scenario;
  self->draft = parley_scenario_draft (self->scenario, 0);
  if (seed % 2 == 1)
    close_draft (g_ptr_array_index (self->loaded->scenario->drafts, 0), self->scenario, seed);
  self->leeway = parley_leeway_new (self->scenario, self->draft, limits, NULL);
  self->domain = self->leeway->space->domain;
  self->tries = g_ptr_array_new_with_free_func (try_free);
  find_deals (self);
  try_all (self, 0, options);
  for (guint p = self->scenario->parties->len; p-- > 0;)
    if (parley_party_is_scored (parley_scenario_party (self->scenario, p))
        && parley_scenario_party (self->scenario, p)->role == PARLEY_ROLE_PARTY)
      self->party = (int) p;
}

static void
case_clear (Case *self)
{
  clear_numbers (self);
  g_ptr_array_unref (self->tries);
  g_ptr_array_unref (self->deals);
  g_free (self->feasible);
  g_free (self->distance);
  parley_leeway_free (self->leeway);
  parley_loaded_free (self->loaded);
}

/* What is best by hand */

/* Above 0 when @a leaves the party more. */
static int
compare_kept (const Case *self, const Try *a, const Try *b)
{
  return self->party < 0 ? 0 : mpq_cmp (a->low[self->party], b->low[self->party]);
}

static gboolean
is_better (const Case *self, const Try *a, const Try *b, gboolean most_kept)
{
  int kept = compare_kept (self, a, b);
  int settled = (int) b->n_settled - (int) a->n_settled;

  return most_kept ? kept > 0 || (kept == 0 && settled > 0)
                   : settled > 0 || (settled == 0 && kept > 0);
}

/* The best of exactly the changes @bits, or of @n changes. Returns: (nullable). */
static const Try *
best_try (const Case *self, const guint *bits, guint n, gboolean most_kept)
{
  const Try *best = NULL;

  for (guint i = 0; i < self->tries->len; i++)
    {
      const Try *try = try_at (self, i);

      if (try->works && (bits != NULL ? try->changed == *bits : try->n_changed == n)
          && (best == NULL || is_better (self, try, best, most_kept)))
        best = try;
    }
  return best;
}

/* Returns: G_MAXUINT when nothing works. */
static guint
fewest_changes (const Case *self)
{
  guint fewest = G_MAXUINT;

  for (guint i = 0; i < self->tries->len; i++)
    if (try_at (self, i)->works)
      fewest = MIN (fewest, try_at (self, i)->n_changed);
  return fewest;
}

static guint
count_sets (const Case *self, guint n_changes)
{
  g_autoptr(GHashTable) sets = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->tries->len; i++)
    if (try_at (self, i)->works && try_at (self, i)->n_changed == n_changes)
      g_hash_table_add (sets, GUINT_TO_POINTER (try_at (self, i)->changed));
  return g_hash_table_size (sets);
}

/* Comparing */

static const Try *
find_try (const Case *self, const guint *options)
{
  for (guint i = 0; i < self->tries->len; i++)
    if (memcmp (try_at (self, i)->options, options, self->domain->n_axes * sizeof *options) == 0)
      return try_at (self, i);
  return NULL;
}

static gboolean
same_scores (const ParleyAmendment *got, const Try *want)
{
  for (guint p = 0; p < got->n_scores; p++)
    if (!mpq_equal (got->scores[p].low, want->low[p])
        || !mpq_equal (got->scores[p].high, want->high[p]))
      return FALSE;
  return TRUE;
}

static gboolean
same_flags (const Case *self, const ParleyAmendment *got, const Try *want)
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
static const Try *
expect_amendment (const Case *self, const ParleyAmendment *got, gboolean most_kept, guint32 seed)
{
  const Try *own = find_try (self, got->options);
  const Try *best = own == NULL ? NULL
                    : most_kept ? best_try (self, NULL, own->n_changed, TRUE)
                                : best_try (self, &own->changed, 0, FALSE);

  PARLEY_EXPECT (own != NULL && own->works, "seed %u", seed);
  if (own == NULL || best == NULL)
    return NULL;
  PARLEY_EXPECT (same_scores (got, own) && same_flags (self, got, own), "seed %u", seed);
  PARLEY_EXPECT (compare_kept (self, own, best) == 0 && own->n_settled == best->n_settled,
                 "seed %u", seed);
  return own;
}

/* Nothing with the same changes and as much settled is certainly better for one side that must
 * always consent and no worse for another. */
static void
expect_efficient (const Case *self, const Try *own, guint32 seed)
{
  for (guint i = 0; i < self->tries->len; i++)
    {
      const Try *other = try_at (self, i);
      gboolean better = FALSE;
      gboolean worse = !other->works || other->changed != own->changed
                       || other->n_settled != own->n_settled || compare_kept (self, other, own) < 0;

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
count_others (const Case *self, const Try *own)
{
  guint n = 0;

  for (guint i = 0; i < self->deals->len; i++)
    n += self->feasible[i] && self->distance[i] == own->changed
         && parley_naive_all_accept (self->scenario, deal_at (self, i), TRUE);
  return n - own->n_completions;
}

static void
expect_sets (const Case *self, const ParleyAmend *got, guint32 seed, Seen *seen)
{
  g_autoptr(GHashTable) sets = g_hash_table_new (NULL, NULL);
  g_autofree guint *with = g_new0 (guint, self->domain->n_axes);
  const Try *before = NULL;

  for (guint i = 0; i < got->amendments->len; i++)
    {
      const ParleyAmendment *amendment = g_ptr_array_index (got->amendments, i);
      const Try *own = expect_amendment (self, amendment, FALSE, seed);

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
expect_costs (const Case *self, const ParleyAmend *got, guint32 seed, Seen *seen)
{
  const Try *before = NULL;

  for (guint i = 0; i < got->costs->len; i++)
    {
      const ParleyAmendCost *cost = g_ptr_array_index (got->costs, i);
      const Try *best = best_try (self, NULL, cost->n_changes, TRUE);
      gboolean more = best != NULL && (before == NULL || compare_kept (self, best, before) > 0);

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
expect_all (const Case *self, const ParleyAmend *got, guint32 seed, Seen *seen)
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
      Case self;

      case_init (&self, seed, &request.limits);
      got = parley_amend_find (self.scenario, self.draft, &request, &error);
      PARLEY_EXPECT (got != NULL, "seed %u: %s", seed, error == NULL ? "" : error->message);
      if (got != NULL)
        expect_all (&self, got, seed, &seen);
      case_clear (&self);
    }
  CU_ASSERT (seen.n_impossible > 20);
  CU_ASSERT (seen.n_untouched > 20);
  CU_ASSERT (seen.n_settled > 20);
  CU_ASSERT (seen.n_left_open > 20);
  CU_ASSERT (seen.n_many_sets > 20);
  CU_ASSERT (seen.n_dearer > 20);
  CU_ASSERT (seen.n_cheaper > 20);
  CU_ASSERT (seen.n_others > 20);
}

/* When too much hangs together */

static gboolean
is_whole (const Case *self, const Try *try)
{
  for (guint a = 0; a < self->domain->n_axes; a++)
    if (try->options[a] == PARLEY_LEFT_OPEN)
      return FALSE;
  return TRUE;
}

/* The most that a whole deal of @n changes leaves to the party. */
static const Try *
best_whole (const Case *self, guint n)
{
  const Try *best = NULL;

  for (guint i = 0; i < self->tries->len; i++)
    {
      const Try *try = try_at (self, i);

      if (try->works && try->n_changed == n && is_whole (self, try)
          && (best == NULL || compare_kept (self, try, best) > 0))
        best = try;
    }
  return best;
}

static void
expect_whole_costs (const Case *self, const ParleyAmend *got, guint32 seed, guint *n_more)
{
  const Try *before = NULL;

  for (guint i = 0; i < got->costs->len; i++)
    {
      const ParleyAmendCost *cost = g_ptr_array_index (got->costs, i);
      const Try *best = best_whole (self, cost->n_changes);
      gboolean more = best != NULL && (before == NULL || compare_kept (self, best, before) > 0);
      const Try *own = cost->amendment == NULL ? NULL : find_try (self, cost->amendment->options);

      PARLEY_EXPECT ((own != NULL) == more, "seed %u, row %u", seed, i);
      if (own != NULL)
        PARLEY_EXPECT (own->works && is_whole (self, own) && own->n_changed == cost->n_changes
                           && compare_kept (self, own, best) == 0,
                       "seed %u, row %u", seed, i);
      before = more ? best : before;
      *n_more += more && i > 0;
    }
}

static void
test_whole_costs (void)
{
  guint n_more = 0;

  for (guint32 seed = 0; seed < N_SCENARIOS; seed++)
    {
      ParleyAmendRequest request
          = { .party = -1, .most_changes = PARLEY_ANY_CHANGES, .memory = PARLEY_BUDGET_DEFAULT };
      g_autoptr(ParleyAmend) got = NULL;
      Case self;

      case_init (&self, seed, &request.limits);
      got = parley_amend_find (self.scenario, self.draft, &request, NULL);
      if (got->possible)
        {
          g_ptr_array_set_size (got->costs, 0);
          CU_ASSERT_TRUE (parley_amend_whole_costs (got, self.domain->n_axes, NULL));
          expect_whole_costs (&self, got, seed, &n_more);
        }
      case_clear (&self);
    }
  CU_ASSERT (n_more > 100);
}

/* "'i0': TEXT, 'i1': TEXT, …". */
static char *
for_each_issue (guint n, const char *text)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (all, "%s'i%u': %s", i > 0 ? ", " : "", i, text);
  return g_string_free (all, FALSE);
}

/* @n issues of @n_options equal options; the draft has the first of each, which A likes and B does
 * not; B needs half of what there is. */
static ParleyAmend *
amend_alike (guint n, guint n_options, const char *adjustments, ParleyLoaded **loaded)
{
  g_autofree char *issues = parley_small_choices (n, n_options);
  g_autofree char *weights = for_each_issue (n, "1");
  g_autofree char *terms = for_each_issue (n, "'o0'");
  g_autoptr(GString) likes = g_string_new ("{ 'o0': 100");
  g_autoptr(GString) dislikes = g_string_new ("{ 'o0': 0");
  g_autofree char *own = NULL;
  g_autofree char *parties = NULL;
  g_autofree char *drafts
      = g_strconcat ("'drafts': [{ 'id': 'd', 'title': 'D', 'terms': { ", terms, " } }]", NULL);
  ParleyAmendRequest request = {
    .party = -1, .most_changes = PARLEY_ANY_CHANGES, .n_top = 3, .memory = PARLEY_BUDGET_DEFAULT
  };
  g_autofree char *other = NULL;

  for (guint o = 1; o < n_options; o++)
    {
      g_string_append_printf (likes, ", 'o%u': 0", o);
      g_string_append_printf (dislikes, ", 'o%u': 100", o);
    }
  g_string_append (likes, " }");
  g_string_append (dislikes, " }");
  own = for_each_issue (n, likes->str);
  other = for_each_issue (n, dislikes->str);
  parties = g_strdup_printf (
      "{ 'id': 'a', 'title': 'A', 'reservation': 0, 'weights': { %s }, 'values': { %s } }, "
      "{ 'id': 'b', 'title': 'B', 'reservation': 50, 'weights': { %s }, 'values': { %s }%s }",
      weights, own, weights, other, adjustments);
  *loaded = parley_small_load (issues, parties, drafts);
  return parley_amend_find ((*loaded)->scenario, parley_scenario_draft ((*loaded)->scenario, 0),
                            &request, NULL);
}

/* 9 of 18 issues have to change, in 48,620 ways: too many to list, and the cost is known. */
static void
test_too_many (void)
{
  g_autoptr(ParleyLoaded) loaded = NULL;
  g_autoptr(ParleyAmend) got = amend_alike (18, 2, "", &loaded);

  CU_ASSERT_PTR_NOT_NULL_FATAL (got);
  CU_ASSERT_EQUAL (got->ways, PARLEY_WAYS_TOO_MANY);
  CU_ASSERT_EQUAL (got->n_changes, 9);
  CU_ASSERT_EQUAL (got->amendments->len, 0);
  CU_ASSERT_PTR_NOT_NULL_FATAL (((const ParleyAmendCost *) got->costs->pdata[0])->amendment);
  PARLEY_EXPECT_EXACT (
      "to A", ((const ParleyAmendCost *) got->costs->pdata[0])->amendment->scores[0].low, "50");
}

/* Fourteen issues in one chain of conditions, of which seven have to change in any of five ways
 * each: 2^28 and more combinations. */
static void
test_too_wide (void)
{
  g_autoptr(GString) chain = g_string_new (", 'adjustments': [");
  g_autoptr(ParleyLoaded) loaded = NULL;
  g_autoptr(ParleyAmend) got = NULL;

  for (guint i = 0; i < 13; i++)
    g_string_append_printf (chain,
                            "%s{ 'id': 'a%u', 'when': { 'i%u': 'o1', 'i%u': 'o2' }, 'points': -1 }",
                            i > 0 ? ", " : "", i, i, i + 1);
  g_string_append (chain, "]");
  got = amend_alike (14, 6, chain->str, &loaded);
  CU_ASSERT_PTR_NOT_NULL_FATAL (got);
  CU_ASSERT_EQUAL (got->ways, PARLEY_WAYS_TOO_WIDE);
  CU_ASSERT_PTR_NOT_NULL (got->why_wide);
  CU_ASSERT_EQUAL (got->n_changes, 7);
  CU_ASSERT_EQUAL (got->amendments->len, 0);
  CU_ASSERT_PTR_NOT_NULL_FATAL (((const ParleyAmendCost *) got->costs->pdata[0])->amendment);
  PARLEY_EXPECT_EXACT (
      "to B", ((const ParleyAmendCost *) got->costs->pdata[0])->amendment->scores[1].low, "50");
}

/* Better deals */

/* Whether nobody that negotiates gets less from @deal than the draft can give, and somebody gets
 * more. @highs: [party]. */
static gboolean
is_improvement (const Case *self, guint deal, mpq_t *highs)
{
  gboolean more = FALSE;

  for (guint p = 0; p < self->scenario->parties->len; p++)
    {
      const ParleyParty *party = parley_scenario_party (self->scenario, p);
      int order = mpq_cmp (deal_at (self, deal)->scores[p], highs[p]);

      if (party->role != PARLEY_ROLE_PARTY || !parley_party_is_scored (party))
        continue;
      if (order < 0)
        return FALSE;
      more |= order > 0;
    }
  return more && self->feasible[deal]
         && parley_naive_all_accept (self->scenario, deal_at (self, deal), TRUE);
}

/* The draft as it is: nothing changed, nothing settled. */
static const Try *
find_draft (const Case *self)
{
  for (guint i = 0; i < self->tries->len; i++)
    if (try_at (self, i)->n_changed == 0 && try_at (self, i)->n_settled == 0)
      return try_at (self, i);
  return NULL;
}

/* Returns: the deal's index. */
static guint
find_deal (const Case *self, const guint *options)
{
  for (guint i = 0; i < self->deals->len; i++)
    if (memcmp (deal_at (self, i)->options, options, self->domain->n_axes * sizeof *options) == 0)
      return i;
  return G_MAXUINT;
}

/* The product of surpluses, 0 where some party has none. */
static void
multiply_surpluses (const Case *self, const ParleyAmendment *amendment, mpq_ptr product)
{
  mpq_t surplus;

  mpq_init (surplus);
  mpq_set_ui (product, 1, 1);
  for (guint p = 0; p < amendment->n_scores; p++)
    {
      const ParleyParty *party = parley_scenario_party (self->scenario, p);

      if (party->role != PARLEY_ROLE_PARTY || !parley_party_is_scored (party))
        continue;
      mpq_sub (surplus, amendment->scores[p].low, party->reservation->value);
      if (mpq_sgn (surplus) <= 0)
        mpq_set_ui (product, 0, 1);
      mpq_mul (product, product, surplus);
    }
  mpq_clear (surplus);
}

/* Fewer changes, or as many and no smaller product of surpluses. */
static gboolean
in_order (const Case *self, const ParleyAmendment *a, const ParleyAmendment *b)
{
  gboolean ordered = FALSE;
  mpq_t one, other;

  mpq_inits (one, other, NULL);
  multiply_surpluses (self, a, one);
  multiply_surpluses (self, b, other);
  ordered
      = a->n_changed < b->n_changed || (a->n_changed == b->n_changed && mpq_cmp (one, other) >= 0);
  mpq_clears (one, other, NULL);
  return ordered;
}

static const ParleyAmendment *
amendment_at (const ParleyAmend *amend, guint index)
{
  return g_ptr_array_index (amend->amendments, index);
}

static guint
count_improvements (const Case *self, const Try *draft)
{
  guint n = 0;

  for (guint i = 0; i < self->deals->len; i++)
    n += (guint) is_improvement (self, i, draft->high);
  return n;
}

static void
expect_improvements (const Case *self, const ParleyAmend *got, guint32 seed, guint *n_found)
{
  const Try *draft = find_draft (self);
  guint n = draft->works ? count_improvements (self, draft) : 0;
  ParleyImproveAnswer answer = n > 0 ? PARLEY_IMPROVE_FOUND : PARLEY_IMPROVE_EFFICIENT;

  PARLEY_EXPECT (got->improve == (draft->works ? answer : PARLEY_IMPROVE_NOT_ACCEPTABLE), "seed %u",
                 seed);
  PARLEY_EXPECT (got->possible == (n > 0) && got->amendments->len == n, "seed %u: %u, not %u", seed,
                 got->amendments->len, n);
  for (guint i = 0; i < got->amendments->len; i++)
    {
      const ParleyAmendment *one = amendment_at (got, i);
      guint deal = find_deal (self, one->options);

      PARLEY_EXPECT (deal != G_MAXUINT && is_improvement (self, deal, draft->high)
                         && one->n_changed == count_bits (self->distance[deal]),
                     "seed %u", seed);
      PARLEY_EXPECT (i == 0 ? one->n_changed == got->n_changes
                            : in_order (self, amendment_at (got, i - 1), one),
                     "seed %u", seed);
    }
  *n_found += n;
}

/* A shorter list is the beginning of the whole. */
static void
expect_beginning (const Case *self,
                  const ParleyAmendRequest *request,
                  const ParleyAmend *whole,
                  guint32 seed)
{
  ParleyAmendRequest few = *request;
  g_autoptr(ParleyAmend) got = NULL;

  few.n_top = 2;
  got = parley_amend_find (self->scenario, self->draft, &few, NULL);
  PARLEY_EXPECT (got->amendments->len == MIN (2, whole->amendments->len), "seed %u", seed);
  for (guint i = 0; i < got->amendments->len; i++)
    PARLEY_EXPECT (memcmp (amendment_at (got, i)->options, amendment_at (whole, i)->options,
                           self->domain->n_axes * sizeof (guint))
                       == 0,
                   "seed %u", seed);
}

static void
test_improve (void)
{
  guint n_found = 0;
  guint n_efficient = 0;

  for (guint32 seed = 0; seed < N_SCENARIOS; seed++)
    {
      ParleyAmendRequest request = { .party = -1,
                                     .most_changes = PARLEY_ANY_CHANGES,
                                     .improve = TRUE,
                                     .n_top = ALL_SETS,
                                     .memory = PARLEY_BUDGET_DEFAULT };
      g_autoptr(ParleyAmend) got = NULL;
      Case self;

      case_init (&self, seed, &request.limits);
      got = parley_amend_find (self.scenario, self.draft, &request, NULL);
      PARLEY_EXPECT (got != NULL, "seed %u", seed);
      if (got != NULL)
        {
          expect_improvements (&self, got, seed, &n_found);
          expect_beginning (&self, &request, got, seed);
          n_efficient += got->improve == PARLEY_IMPROVE_EFFICIENT;
        }
      case_clear (&self);
    }
  CU_ASSERT (n_found > 100);
  CU_ASSERT (n_efficient > 20);
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
  } rows[] = { { PARLEY_AMONG_ALL, "0 [1/2] [1] [2] 3 4" },
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

void
parley_test_amend (void)
{
  CU_pSuite suite = CU_add_suite ("amend", NULL, NULL);

  CU_add_test (suite, "brute force", test_brute_force);
  CU_add_test (suite, "better deals", test_improve);
  CU_add_test (suite, "by hand", test_by_hand);
  CU_add_test (suite, "whole deals", test_whole_costs);
  CU_add_test (suite, "too many ways", test_too_many);
  CU_add_test (suite, "too much hangs together", test_too_wide);
  CU_add_test (suite, "readings", test_readings);
}
