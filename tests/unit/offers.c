/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Offers to be made at the same time, against choosing among all deals by hand. */
#include "analysis/offers.h"

#include <stdlib.h>

#include "effort.h"
#include "expect.h"
#include "sample.h"
#include "small.h"
#include "suites.h"

#define N_SCENARIOS parley_effort (1500)
#define N_OFFERS 4

/* What the samples contain. */
typedef struct
{
  guint n_none;   /* no deal is worth that */
  guint n_few;    /* fewer offers than asked for */
  guint n_full;
  guint n_others; /* with more than one other party */
  guint n_refused;
} Seen;

/* Everything that the next offer is chosen by. */
typedef struct
{
  const ParleySample *sample;
  guint               party;
  GArray             *others;     /* of guint: parties */
  gboolean           *counts;     /* [axis]: whether terms that differ there count */
  GPtrArray          *candidates; /* of ParleyNaiveDeal, borrowed: worth the price */
  GPtrArray          *chosen;     /* likewise */
} Case;

static void
mark_derived (const ParleyScenario *scenario, gboolean *flags)
{
  for (guint i = scenario->issues->len; i-- > 0;)
    {
      const ParleyIssue *issue = parley_scenario_issue (scenario, i);

      for (guint f = 0; issue->kind == PARLEY_ISSUE_PRODUCT && f < issue->factors->len; f++)
        flags[g_array_index (issue->factors, guint, f)] = TRUE;
      for (guint r = 0; issue->kind == PARLEY_ISSUE_TABLE && r < issue->rows->len; r++)
        parley_condition_mark_issues (
            ((const ParleyTableRow *) g_ptr_array_index (issue->rows, r))->when, flags);
    }
}

static void
mark_party (const ParleyParty *party, gboolean *flags)
{
  for (guint i = 0; i < party->red_lines->len; i++)
    parley_condition_mark_issues (
        ((const ParleyRedLine *) g_ptr_array_index (party->red_lines, i))->never, flags);
  for (guint i = 0; i < party->adjustments->len; i++)
    parley_condition_mark_issues (
        ((const ParleyAdjustment *) g_ptr_array_index (party->adjustments, i))->when, flags);
  if (party->needed_when != NULL)
    parley_condition_mark_issues (party->needed_when, flags);
}

/* Whether some score is another for two deals that differ on @axis alone. */
static gboolean
moves_a_score (const ParleySample *sample, guint axis)
{
  guint n_axes = sample->space->domain->n_axes;

  for (guint i = 0; i < sample->deals->len; i++)
    for (guint j = i + 1; j < sample->deals->len; j++)
      {
        const ParleyNaiveDeal *a = parley_sample_deal (sample, i);
        const ParleyNaiveDeal *b = parley_sample_deal (sample, j);
        guint n = 0;

        for (guint k = 0; k < n_axes; k++)
          n += k != axis && a->options[k] != b->options[k];
        for (guint p = 0; n == 0 && p < a->n_parties; p++)
          if (!mpq_equal (a->scores[p], b->scores[p]))
            return TRUE;
      }
  return FALSE;
}

static void
find_what_counts (Case *self)
{
  const ParleyScenario *scenario = self->sample->scenario;
  const ParleyDomain *domain = self->sample->space->domain;
  g_autofree gboolean *flags = g_new0 (gboolean, scenario->issues->len);

  mark_derived (scenario, flags);
  for (guint i = 0; i < scenario->rules->len; i++)
    parley_condition_mark_issues (
        ((const ParleyRule *) g_ptr_array_index (scenario->rules, i))->forbid, flags);
  for (guint p = 0; p < scenario->parties->len; p++)
    mark_party (parley_scenario_party (scenario, p), flags);
  self->counts = g_new (gboolean, domain->n_axes);
  for (guint a = 0; a < domain->n_axes; a++)
    self->counts[a] = flags[domain->axes[a].issue] || moves_a_score (self->sample, a);
}

static void
set_surplus (const Case *self, const ParleyNaiveDeal *deal, guint party, mpq_ptr surplus)
{
  const ParleyNumber *reservation
      = parley_scenario_party (self->sample->scenario, party)->reservation;

  mpq_set (surplus, deal->scores[party]);
  if (reservation != NULL)
    mpq_sub (surplus, surplus, reservation->value);
}

static int
compare_numbers (const void *a, const void *b)
{
  return mpq_cmp (*(const mpq_t *) a, *(const mpq_t *) b);
}

/* The surpluses of the others, the smallest first. */
static void
set_surpluses (const Case *self, const ParleyNaiveDeal *deal, mpq_t *surpluses)
{
  for (guint i = 0; i < self->others->len; i++)
    set_surplus (self, deal, g_array_index (self->others, guint, i), surpluses[i]);
  qsort (surpluses, self->others->len, sizeof *surpluses, compare_numbers);
}

static int
compare_for_others (const Case *self, const ParleyNaiveDeal *a, const ParleyNaiveDeal *b)
{
  mpq_t left[8], right[8];
  int order = 0;

  for (guint i = 0; i < self->others->len; i++)
    mpq_inits (left[i], right[i], NULL);
  set_surpluses (self, a, left);
  set_surpluses (self, b, right);
  for (guint i = 0; i < self->others->len && order == 0; i++)
    order = mpq_cmp (left[i], right[i]);
  for (guint i = 0; i < self->others->len; i++)
    mpq_clears (left[i], right[i], NULL);
  return order;
}

static gboolean
crosses_no_red_line (const Case *self, const ParleyNaiveDeal *deal)
{
  for (guint p = 0; p < deal->n_parties; p++)
    if (parley_scenario_party (self->sample->scenario, p)->role != PARLEY_ROLE_AFFECTED
        && deal->crossed[p] && !deal->waived[p])
      return FALSE;
  return TRUE;
}

/* Worth from @low to @high to the party. */
static void
find_candidates (Case *self, mpq_srcptr low, mpq_srcptr high)
{
  self->candidates = g_ptr_array_new ();
  self->chosen = g_ptr_array_new ();
  for (guint i = 0; i < self->sample->deals->len; i++)
    {
      const ParleyNaiveDeal *deal = parley_sample_deal (self->sample, i);

      if (deal->feasible && crosses_no_red_line (self, deal)
          && mpq_cmp (low, deal->scores[self->party]) <= 0
          && mpq_cmp (deal->scores[self->party], high) <= 0)
        g_ptr_array_add (self->candidates, (gpointer) deal);
    }
}

/* Whether the worst-off of the others has at most @slack less than in the first offer. */
static gboolean
is_near_best (const Case *self, const ParleyNaiveDeal *deal, mpq_srcptr slack)
{
  gboolean near = TRUE;
  mpq_t best[8], own[8];

  for (guint i = 0; i < self->others->len; i++)
    mpq_inits (best[i], own[i], NULL);
  set_surpluses (self, g_ptr_array_index (self->chosen, 0), best);
  set_surpluses (self, deal, own);
  mpq_sub (best[0], best[0], slack);
  near = mpq_cmp (own[0], best[0]) >= 0;
  for (guint i = 0; i < self->others->len; i++)
    mpq_clears (best[i], own[i], NULL);
  return near;
}

static guint
distance (const Case *self, const ParleyNaiveDeal *a, const ParleyNaiveDeal *b)
{
  guint n = 0;

  for (guint k = 0; k < self->sample->space->domain->n_axes; k++)
    n += self->counts[k] && a->options[k] != b->options[k];
  return n;
}

static guint
least_distance (const Case *self, const ParleyNaiveDeal *deal)
{
  guint least = G_MAXUINT;

  for (guint i = 0; i < self->chosen->len; i++)
    least = MIN (least, distance (self, deal, g_ptr_array_index (self->chosen, i)));
  return least;
}

/* Adds the next offer, as offers.h says. Returns: FALSE when there is none. */
static gboolean
choose (Case *self, mpq_srcptr slack)
{
  const ParleyNaiveDeal *best = NULL;
  guint most = 0;

  for (guint i = 0; i < self->candidates->len; i++)
    {
      const ParleyNaiveDeal *deal = g_ptr_array_index (self->candidates, i);
      guint n = least_distance (self, deal);

      if (self->chosen->len > 0 && (n == 0 || !is_near_best (self, deal, slack)))
        continue;
      if (best == NULL || n > most || (n == most && compare_for_others (self, deal, best) > 0))
        {
          best = deal;
          most = n;
        }
    }
  if (best != NULL)
    g_ptr_array_add (self->chosen, (gpointer) best);
  return best != NULL;
}

static void
expect_offers (const Case *self, const ParleyOffers *offers, guint seed)
{
  PARLEY_EXPECT (offers->offers->len == self->chosen->len, "seed %u: %u offers, not %u", seed,
                 offers->offers->len, self->chosen->len);
  for (guint i = 0; i < MIN (offers->offers->len, self->chosen->len); i++)
    {
      const ParleyOffer *offer = g_ptr_array_index (offers->offers, i);
      const ParleyNaiveDeal *deal = g_ptr_array_index (self->chosen, i);

      PARLEY_EXPECT (parley_options_compare (offer->deal->options, deal->options,
                                             self->sample->space->domain->n_axes)
                         == 0,
                     "seed %u: offer %u", seed, i);
      PARLEY_EXPECT (offer->acceptable
                         == parley_naive_all_accept (self->sample->scenario, deal, TRUE),
                     "seed %u: acceptable", seed);
      for (guint j = 0; j < i; j++)
        PARLEY_EXPECT (g_array_index (offer->differs, guint, j)
                           == distance (self, deal, g_ptr_array_index (self->chosen, j)),
                       "seed %u: differs", seed);
    }
}

static void
note_seen (const Case *self, Seen *seen)
{
  seen->n_none += self->chosen->len == 0;
  seen->n_few += self->chosen->len > 1 && self->chosen->len < N_OFFERS;
  seen->n_full += self->chosen->len == N_OFFERS;
  seen->n_others += self->others->len > 1 && self->chosen->len > 1;
}

/* The first party's offers, at @price. */
static void
check (const ParleySample *sample, GRand *rand, guint seed, Seen *seen)
{
  Case one = { sample, 0, g_array_new (FALSE, FALSE, sizeof (guint)), NULL, NULL, NULL };
  mpq_t at, within, slack, high;
  ParleyOffersRequest request;
  g_autoptr(GError) error = NULL;
  g_autoptr(ParleyOffers) offers = NULL;

  mpq_inits (at, within, slack, high, NULL);
  request = (ParleyOffersRequest){ 0, at, within, slack, N_OFFERS, PARLEY_AMONG_ALL, 0 };
  mpq_set_si (at, g_rand_int_range (rand, -10, 90), 1);
  mpq_set_ui (within, (unsigned long) g_rand_int_range (rand, 0, 60), 2);
  mpq_set_ui (slack, (unsigned long) g_rand_int_range (rand, 0, 90), 2);
  mpq_canonicalize (within);
  mpq_canonicalize (slack);
  mpq_add (high, at, within);
  for (guint p = 1; p < sample->scenario->parties->len; p++)
    if (parley_scenario_party (sample->scenario, p)->role == PARLEY_ROLE_PARTY)
      g_array_append_val (one.others, p);
  offers = parley_offers_new (sample->scenario, &request, &error);
  seen->n_refused += offers == NULL;
  if (one.others->len > 0)
    {
      find_what_counts (&one);
      find_candidates (&one, at, high);
      while (one.chosen->len < N_OFFERS && choose (&one, slack))
        ;
      PARLEY_EXPECT (offers != NULL, "seed %u", seed);
      expect_offers (&one, offers, seed);
      note_seen (&one, seen);
      g_ptr_array_unref (one.candidates);
      g_ptr_array_unref (one.chosen);
      g_free (one.counts);
    }
  PARLEY_EXPECT ((offers == NULL) == (one.others->len == 0), "seed %u: another party", seed);
  g_array_unref (one.others);
  mpq_clears (at, within, slack, high, NULL);
}

static void
test_random (void)
{
  Seen seen = { 0 };

  for (guint32 seed = 0; seed < 2 * N_SCENARIOS; seed += 2)
    {
      g_autoptr(ParleySample) sample = parley_sample_new (seed);
      GRand *rand = g_rand_new_with_seed (seed);

      check (sample, rand, seed, &seen);
      g_rand_free (rand);
    }
  CU_ASSERT (seen.n_none > parley_effort (50));
  CU_ASSERT (seen.n_few > parley_effort (50));
  CU_ASSERT (seen.n_full > parley_effort (50));
  CU_ASSERT (seen.n_others > parley_effort (20));
  CU_ASSERT (seen.n_refused > parley_effort (50));
}

/* Two goods, worth the more to one the less to the other. */
static ParleyLoaded *
barter (void)
{
  return parley_small_load (
      "{'id': 'a', 'title': 'A', 'kind': 'choice', 'options': ["
      "  {'id': 'x', 'title': 'X'}, {'id': 'y', 'title': 'Y'} ]},"
      "{'id': 'b', 'title': 'B', 'kind': 'choice', 'options': ["
      "  {'id': 'x', 'title': 'X'}, {'id': 'y', 'title': 'Y'} ]}",
      "{'id': 'p', 'title': 'P', 'reservation': 0, 'weights': {'a': 4, 'b': 1},"
      " 'values': {'a': {'x': 100, 'y': 0}, 'b': {'x': 100, 'y': 0}}},"
      "{'id': 'q', 'title': 'Q', 'reservation': 0, 'weights': {'a': 1, 'b': 4},"
      " 'values': {'a': {'x': 0, 'y': 100}, 'b': {'x': 0, 'y': 100}}}",
      "");
}

/* Each gets what it wants more in the Nash deal, 80 points, so that this is the price. */
static void
test_price (void)
{
  g_autoptr(ParleyLoaded) loaded = barter ();
  mpq_t zero, price;
  ParleyOffersRequest request;
  g_autoptr(ParleyOffers) offers = NULL;

  mpq_inits (zero, price, NULL);
  request = (ParleyOffersRequest){ 0, NULL, zero, zero, 3, PARLEY_AMONG_ALL, 0 };
  offers = parley_offers_new (loaded->scenario, &request, NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL (offers);
  parley_offers_price (offers, price);
  PARLEY_EXPECT_EXACT ("what it has in the Nash deal", price, "80");
  CU_ASSERT_EQUAL (offers->offers->len, 1);
  mpq_clears (zero, price, NULL);
}

/* A slack beyond all scores asks nothing, however large it is. */
static void
test_slack (void)
{
  g_autoptr(ParleyLoaded) loaded = barter ();
  mpq_t at, within, slack;
  ParleyOffersRequest request;

  mpq_inits (at, within, slack, NULL);
  request = (ParleyOffersRequest){ 0, at, within, slack, 4, PARLEY_AMONG_ALL, 0 };
  mpq_set_ui (within, 100, 1);
  mpq_set_ui (slack, 7, 3);
  for (guint digits = 0; digits < 60; digits++)
    {
      g_autoptr(ParleyOffers) offers = parley_offers_new (loaded->scenario, &request, NULL);

      CU_ASSERT_PTR_NOT_NULL_FATAL (offers);
      PARLEY_EXPECT (digits < 3 || offers->offers->len == 4, "slack of %u digits", digits);
      mpz_mul_ui (mpq_numref (slack), mpq_numref (slack), 10);
      mpq_canonicalize (slack);
    }
  mpq_clears (at, within, slack, NULL);
}

/* With a red line that every deal crosses there is no most. */
static void
test_none (void)
{
  g_autofree char *issues = parley_small_choices (1, 2);
  g_autoptr(ParleyLoaded) loaded = parley_small_load (
      issues,
      "{'id': 'p', 'title': 'P', 'reservation': 0, 'weights': {'i0': 1},"
      " 'values': {'i0': {'o0': 0, 'o1': 100}}},"
      "{'id': 'q', 'title': 'Q', 'reservation': 0, 'weights': {'i0': 1},"
      " 'values': {'i0': {'o0': 100, 'o1': 0}},"
      " 'red_lines': [{'id': 'l', 'never': {'i0': 'o0'}}, {'id': 'm', 'never': {'i0': 'o1'}}]}",
      "");
  mpq_t at, within, slack;
  ParleyOffersRequest request;
  g_autoptr(ParleyOffers) offers = NULL;

  mpq_inits (at, within, slack, NULL);
  request = (ParleyOffersRequest){ 0, at, within, slack, 3, PARLEY_AMONG_ALL, 0 };
  offers = parley_offers_new (loaded->scenario, &request, NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL (offers);
  CU_ASSERT_EQUAL (offers->offers->len, 0);
  CU_ASSERT_TRUE (offers->none);
  mpq_clears (at, within, slack, NULL);
}

/* A million million deals with fine scores: the search keeps to those near the frontier. */
static void
test_many (void)
{
  GRand *rand = g_rand_new_with_seed (7);
  g_autofree char *issues = parley_small_choices (12, 10);
  g_autoptr(GString) parties = g_string_new (NULL);
  g_autoptr(ParleyLoaded) loaded = NULL;
  mpq_t within, slack;
  ParleyOffersRequest request;
  g_autoptr(ParleyOffers) offers = NULL;

  for (guint p = 0; p < 2; p++)
    {
      g_string_append_printf (parties,
                              "%s{'id': 'p%u', 'title': 'P', 'reservation': 40, 'weights': {",
                              p == 0 ? "" : ", ", p);
      for (guint i = 0; i < 12; i++)
        g_string_append_printf (parties, "%s'i%u': %d", i == 0 ? "" : ", ", i,
                                g_rand_int_range (rand, 1, 100));
      g_string_append (parties, "}, 'values': {");
      for (guint i = 0; i < 12; i++)
        {
          g_string_append_printf (parties, "%s'i%u': {", i == 0 ? "" : ", ", i);
          for (guint o = 0; o < 10; o++)
            g_string_append_printf (parties, "%s'o%u': %d", o == 0 ? "" : ", ", o,
                                    g_rand_int_range (rand, 0, 101));
          g_string_append (parties, "}");
        }
      g_string_append (parties, "}}");
    }
  g_rand_free (rand);
  loaded = parley_small_load (issues, parties->str, "");
  mpq_inits (within, slack, NULL);
  request = (ParleyOffersRequest){ 0, NULL, within, slack, 2, PARLEY_AMONG_ALL, 0 };
  mpq_set_ui (within, 1, 2);
  mpq_set_ui (slack, 1, 1);
  offers = parley_offers_new (loaded->scenario, &request, NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL (offers);
  CU_ASSERT_EQUAL (offers->offers->len, 2);
  for (guint i = 0; i < offers->offers->len; i++)
    {
      ParleyScore score
          = ((const ParleyOffer *) g_ptr_array_index (offers->offers, i))->deal->scores[0];

      CU_ASSERT (offers->low <= score && score <= offers->high);
    }
  mpq_clears (within, slack, NULL);
}

void
parley_test_offers (void)
{
  CU_pSuite suite = CU_add_suite ("offers", NULL, NULL);

  CU_add_test (suite, "every deal", test_random);
  CU_add_test (suite, "the price", test_price);
  CU_add_test (suite, "slack beyond all scores", test_slack);
  CU_add_test (suite, "no deal without a red line", test_none);
  CU_add_test (suite, "a million million deals", test_many);
}
