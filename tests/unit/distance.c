/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many terms of a deal are changes, as a score beside those of the parties. */
#include "space/distance.h"

#include "expect.h"
#include "sample.h"
#include "small.h"
#include "space/search.h"
#include "suites.h"

#define N_TOP 12

/* What the samples contain, so that no comparison is one of nothing with nothing. */
typedef struct
{
  guint n_acceptable;
  guint n_too_far;
  guint n_free_axes;
} Seen;

typedef struct
{
  ParleySample *sample;
  GPtrArray    *kept; /* of gboolean*: one an axis */
  guint         slot; /* of the distance */
} Case;

static void
case_init (Case *self, guint32 seed, Seen *seen)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
  const ParleyDomain *domain = NULL;

  self->sample = parley_sample_new (seed);
  self->kept = g_ptr_array_new_with_free_func (g_free);
  domain = self->sample->space->domain;
  for (guint a = 0; a < domain->n_axes; a++)
    {
      gboolean *kept
          = g_rand_int_range (rand, 0, 4) > 0 ? g_new (gboolean, domain->axes[a].n_options) : NULL;

      for (guint o = 0; kept != NULL && o < domain->axes[a].n_options; o++)
        kept[o] = g_rand_boolean (rand);
      seen->n_free_axes += kept == NULL;
      g_ptr_array_add (self->kept, kept);
    }
  self->slot = self->sample->utilities->len;
  g_ptr_array_add (self->sample->utilities,
                   parley_distance_new (self->sample->space, (gboolean **) self->kept->pdata));
}

static void
case_clear (Case *self)
{
  g_ptr_array_unref (self->kept);
  parley_sample_free (self->sample);
}

static guint
changes_of (const Case *self, const ParleyNaiveDeal *deal)
{
  guint n = 0;

  for (guint a = 0; a < self->kept->len; a++)
    {
      const gboolean *kept = g_ptr_array_index (self->kept, a);

      n += kept != NULL && !kept[deal->options[a]];
    }
  return n;
}

/* The acceptable deals of at most @most changes, those of the fewest first.
 * Returns: (element-type ParleyNaiveDeal, borrowed). */
static GPtrArray *
near_deals (const Case *self, guint most)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint n = 0; n <= most; n++)
    for (guint i = 0; i < self->sample->deals->len; i++)
      {
        const ParleyNaiveDeal *deal = parley_sample_deal (self->sample, i);

        if (deal->feasible && changes_of (self, deal) == n
            && parley_naive_all_accept (self->sample->scenario, deal, TRUE))
          g_ptr_array_add (found, (gpointer) deal);
      }
  return found;
}

static gboolean
same_first (GPtrArray *got, GPtrArray *want, guint n_axes)
{
  gboolean same = got->len == MIN (want->len, N_TOP);

  for (guint i = 0; i < got->len && same; i++)
    same = parley_options_compare (((const ParleyDeal *) g_ptr_array_index (got, i))->options,
                                   ((const ParleyNaiveDeal *) g_ptr_array_index (want, i))->options,
                                   n_axes)
           == 0;
  return same;
}

/* Distance as an objective puts the nearest first, and as a bound keeps to near ones. */
static void
expect_search (const Case *self, guint32 seed, guint most, Seen *seen)
{
  const ParleySample *sample = self->sample;
  g_autoptr(GPtrArray) want = near_deals (self, most);
  g_autoptr(GPtrArray) all = near_deals (self, self->kept->len);
  g_autoptr(GArray) bounds = g_array_new (FALSE, FALSE, sizeof (ParleyScoreBound));
  g_autoptr(ParleyOrder) order
      = parley_order_new (PARLEY_ORDER_PARTY, sample->utilities, &self->slot, 1);
  ParleyScoreBound bound = { self->slot, -(ParleyScore) most, PARLEY_SCORE_LIMIT };
  ParleyQuery query = {
    .order = order, .n_top = N_TOP, .count = TRUE, .bounds = bounds, .memory = PARLEY_BUDGET_DEFAULT
  };
  g_autoptr(ParleyFindings) found = NULL;

  g_array_append_val (bounds, bound);
  found = parley_search (sample->space, sample->utilities, &query, NULL);
  PARLEY_EXPECT (found != NULL && mpz_cmp_ui (found->counts->total.all, want->len) == 0,
                 "seed %u, %u changes", seed, most);
  PARLEY_EXPECT (found != NULL
                     && mpz_cmp (found->counts->total.by_party[self->slot],
                                 found->counts->total.feasible)
                            == 0,
                 "seed %u, %u changes", seed, most);
  PARLEY_EXPECT (found != NULL && same_first (found->top, want, self->kept->len),
                 "seed %u, %u changes", seed, most);
  seen->n_acceptable += want->len;
  seen->n_too_far += all->len - want->len;
}

static void
test_search (void)
{
  Seen seen = { 0 };

  for (guint32 seed = 0; seed < PARLEY_N_SAMPLES; seed++)
    {
      Case self;

      case_init (&self, seed, &seen);
      for (guint most = 0; most <= self.kept->len; most++)
        expect_search (&self, seed, most, &seen);
      case_clear (&self);
    }
  CU_ASSERT (seen.n_acceptable > parley_effort (4000));
  CU_ASSERT (seen.n_too_far > parley_effort (2000));
  CU_ASSERT (seen.n_free_axes > parley_effort (80));
}

/* It is worth its number of changes, blocks no deal, and negotiates nothing. */
static void
test_nobody (void)
{
  Seen seen = { 0 };

  for (guint32 seed = 0; seed < PARLEY_N_SAMPLES; seed++)
    {
      Case self;
      g_autofree guint *slots = NULL;
      g_autofree ParleyScore *scores = NULL;
      guint n_wrong = 0;
      guint n_slots = 0;

      case_init (&self, seed, &seen);
      slots = g_new (guint, self.slot + 1);
      scores = g_new (ParleyScore, self.slot + 1);
      n_slots = parley_negotiating_slots (self.sample->space, self.sample->utilities, slots);
      for (guint i = 0; i < n_slots; i++)
        n_wrong += slots[i] == self.slot;
      for (guint i = 0; i < self.sample->deals->len; i++)
        {
          const ParleyNaiveDeal *deal = parley_sample_deal (self.sample, i);
          ParleyTuple tuple
              = parley_evaluate (self.sample->space, self.sample->utilities, deal->options, scores);

          n_wrong += scores[self.slot] != -(ParleyScore) changes_of (&self, deal);
          n_wrong += parley_distance_count (g_ptr_array_index (self.sample->utilities, self.slot),
                                            deal->options)
                     != changes_of (&self, deal);
          n_wrong += parley_tuple_blocks (self.sample->space, self.sample->utilities, &tuple,
                                          self.slot);
        }
      PARLEY_EXPECT (n_wrong == 0, "seed %u", seed);
      case_clear (&self);
    }
}

/* What terms allow is kept: a list of options, an interval, and all where nothing is said. */
static void
test_kept_options (void)
{
  g_autoptr(ParleyLoaded) loaded = parley_small_load (
      "{ 'id': 'a', 'title': 'A', 'kind': 'choice', 'options': [{ 'id': 'x', 'title': 'X' }, "
      "{ 'id': 'y', 'title': 'Y' }, { 'id': 'z', 'title': 'Z' }] }, "
      "{ 'id': 'b', 'title': 'B', 'kind': 'range', 'min': 0, 'max': 4, 'step': 1 }, "
      "{ 'id': 'c', 'title': 'C', 'kind': 'range', 'min': 0, 'max': 4, 'step': 1 }",
      "{ 'id': 'p', 'title': 'P', 'reservation': 0, 'weights': { 'b': 1 }, "
      "'values': { 'b': { 'points': [[0, 0], [4, 100]] } } }",
      "'drafts': [{ 'id': 'd', 'title': 'D', 'terms': { 'a': ['x', 'z'], "
      "'b': { 'min': 1, 'max': 2 } } }]");
  const ParleyDraft *draft = parley_scenario_draft (loaded->scenario, 0);
  const ParleyTerms *terms[] = { draft->terms[0]->is, draft->terms[1]->is, NULL };
  g_autoptr(ParleySpace) space
      = parley_space_new (loaded->scenario, parley_domain_new (loaded->scenario), NULL, NULL, NULL);
  g_autoptr(GPtrArray) kept = parley_kept_options (space, terms);
  g_autoptr(ParleyUtility) distance = parley_distance_new (space, (gboolean **) kept->pdata);
  static const guint deals[][4] = { { 0, 1, 4, 0 }, { 2, 2, 0, 0 }, { 1, 2, 0, 1 },
                                    { 0, 3, 0, 1 }, { 0, 0, 1, 1 }, { 1, 4, 1, 2 } };

  CU_ASSERT_PTR_NULL (g_ptr_array_index (kept, 2));
  for (gsize i = 0; i < G_N_ELEMENTS (deals); i++)
    PARLEY_EXPECT (parley_distance_count (distance, deals[i]) == deals[i][3], "deal %zu", i);
}

void
parley_test_distance (void)
{
  CU_pSuite suite = CU_add_suite ("distance", NULL, NULL);

  CU_add_test (suite, "as an objective and a bound", test_search);
  CU_add_test (suite, "nobody's score", test_nobody);
  CU_add_test (suite, "what terms keep", test_kept_options);
}
