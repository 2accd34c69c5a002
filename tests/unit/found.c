/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "found.h"

#include <string.h>

#include "small.h"

#define N_TIES 2

typedef struct
{
  const ParleySample   *sample;
  const ParleyQuery    *query;
  const ParleyFindings *findings;
  GPtrArray            *feasible;   /* of ParleyNaiveDeal, borrowed: within rules and bounds */
  GPtrArray            *acceptable; /* likewise */
} Case;

static const ParleyNaiveDeal *
deal_at (GPtrArray *deals, guint index)
{
  return g_ptr_array_index (deals, index);
}

static gboolean
is_within (const Case *self, const ParleyNaiveDeal *deal)
{
  for (guint i = 0; self->query->bounds != NULL && i < self->query->bounds->len; i++)
    {
      const ParleyScoreBound *bound = &g_array_index (self->query->bounds, ParleyScoreBound, i);
      ParleyScore score
          = parley_sample_steps (self->sample, bound->slot, deal->scores[bound->slot]);

      if (score < bound->low || bound->high < score)
        return FALSE;
    }
  return TRUE;
}

static void
sort_out (const Case *self, ParleyFoundSeen *seen)
{
  for (guint i = 0; i < self->sample->deals->len; i++)
    {
      const ParleyNaiveDeal *deal = parley_sample_deal (self->sample, i);

      if (!deal->feasible)
        continue;
      if (!is_within (self, deal))
        {
          seen->n_bounded++;
          continue;
        }
      g_ptr_array_add (self->feasible, (gpointer) deal);
      if (parley_naive_all_accept (self->sample->scenario, deal, TRUE))
        g_ptr_array_add (self->acceptable, (gpointer) deal);
    }
  seen->n_acceptable += self->acceptable->len;
  seen->n_none += self->acceptable->len == 0 && self->feasible->len > 0;
}

/* Counts */

static gboolean
counts_to (mpz_srcptr count, guint64 want)
{
  return mpz_cmp_ui (count, want) == 0;
}

static void
expect_counts (const Case *self)
{
  const ParleyScenario *scenario = self->sample->scenario;
  const ParleyTally *with = &self->findings->counts->total;
  const ParleyTally *without = parley_findings_bare (self->findings);
  guint64 n_bare = 0;

  CU_ASSERT_TRUE (counts_to (with->feasible, self->feasible->len));
  CU_ASSERT_TRUE (counts_to (without->feasible, self->feasible->len));
  CU_ASSERT_TRUE (counts_to (with->all, self->acceptable->len));
  for (guint p = 0; p < scenario->parties->len; p++)
    {
      guint64 n_accepts[2] = { 0, 0 };

      for (guint i = 0; i < self->feasible->len; i++)
        for (guint red_lines = 0; red_lines < 2; red_lines++)
          n_accepts[red_lines] += (guint64) parley_naive_accepts (
              scenario, deal_at (self->feasible, i), p, red_lines == 1);
      CU_ASSERT_TRUE (counts_to (with->by_party[p], n_accepts[1]));
      CU_ASSERT_TRUE (counts_to (without->by_party[p], n_accepts[0]));
    }
  for (guint i = 0; i < self->feasible->len; i++)
    n_bare += (guint64) parley_naive_all_accept (scenario, deal_at (self->feasible, i), FALSE);
  CU_ASSERT_TRUE (counts_to (without->all, n_bare));
}

/* Frontier */

/* Returns: 1 when every negotiating party has at least as much in @a and one has more,
 * 0 when all have the same, else -1. */
static int
compare_gains (const ParleyScenario *scenario, const ParleyNaiveDeal *a, const ParleyNaiveDeal *b)
{
  gboolean more = FALSE;

  for (guint p = 0; p < a->n_parties; p++)
    {
      int order = mpq_cmp (a->scores[p], b->scores[p]);

      if (parley_scenario_party (scenario, p)->role != PARLEY_ROLE_PARTY)
        continue;
      if (order < 0)
        return -1;
      more |= order > 0;
    }
  return more ? 1 : 0;
}

static gboolean
is_efficient (const Case *self, const ParleyNaiveDeal *deal)
{
  for (guint i = 0; i < self->acceptable->len; i++)
    if (compare_gains (self->sample->scenario, deal_at (self->acceptable, i), deal) == 1)
      return FALSE;
  return TRUE;
}

static gboolean
is_first_of_its_kind (const Case *self, guint index)
{
  for (guint i = 0; i < index; i++)
    if (compare_gains (self->sample->scenario, deal_at (self->acceptable, i),
                       deal_at (self->acceptable, index))
        == 0)
      return FALSE;
  return TRUE;
}

/* The point lists its deals in file order. */
static void
expect_point (const Case *self, const ParleyPoint *point)
{
  g_autoptr(GPtrArray) deals = parley_frontier_list (self->findings->frontier, point, N_TIES);
  guint n_axes = self->sample->space->domain->n_axes;
  guint n = 0;

  for (guint i = 0; i < self->acceptable->len; i++)
    {
      const ParleyNaiveDeal *deal = deal_at (self->acceptable, i);
      gboolean on_point = TRUE;

      for (guint k = 0; k < self->findings->frontier->n_slots; k++)
        {
          guint slot = self->findings->frontier->slots[k];

          on_point &= point->scores[slot]
                      == parley_sample_steps (self->sample, slot, deal->scores[slot]);
        }
      if (!on_point)
        continue;
      if (n < deals->len)
        CU_ASSERT_EQUAL (
            parley_options_compare (g_ptr_array_index (deals, n), deal->options, n_axes), 0);
      n++;
    }
  CU_ASSERT_TRUE (counts_to (point->n_deals, n));
  CU_ASSERT_EQUAL (deals->len, MIN (n, N_TIES));
}

static void
expect_frontier (const Case *self, ParleyFoundSeen *seen)
{
  guint n_points = 0;
  guint n_deals = 0;
  mpz_t count;

  for (guint i = 0; i < self->acceptable->len; i++)
    {
      gboolean efficient = is_efficient (self, deal_at (self->acceptable, i));

      n_deals += (guint) efficient;
      n_points += efficient && is_first_of_its_kind (self, i);
    }
  seen->n_tied_points += n_deals > n_points;
  CU_ASSERT_EQUAL (self->findings->frontier->points->len, n_points);
  mpz_init (count);
  parley_frontier_count_deals (self->findings->frontier, count);
  CU_ASSERT_TRUE (counts_to (count, n_deals));
  mpz_clear (count);
  for (guint i = 0; i < self->findings->frontier->points->len; i++)
    expect_point (self, g_ptr_array_index (self->findings->frontier->points, i));
}

/* The list of deals */

/* Best first, ties in file order. Deals in GPtrArrays are sorted by way of pointers. */
static gint
compare_deals (gconstpointer a, gconstpointer b, gpointer data)
{
  const ParleyNaiveDeal *x = *(const ParleyNaiveDeal *const *) a;
  const ParleyNaiveDeal *y = *(const ParleyNaiveDeal *const *) b;
  const Case *self = data;
  guint n = self->sample->utilities->len;
  g_autofree ParleyScore *x_scores = g_new (ParleyScore, n);
  g_autofree ParleyScore *y_scores = g_new (ParleyScore, n);
  int order = 0;

  for (guint p = 0; p < n; p++)
    {
      x_scores[p] = parley_sample_steps (self->sample, p, x->scores[p]);
      y_scores[p] = parley_sample_steps (self->sample, p, y->scores[p]);
    }
  order = parley_order_compare (self->query->order, y_scores, x_scores);
  for (guint a_axis = 0; order == 0 && a_axis < self->sample->space->domain->n_axes; a_axis++)
    order = (int) x->options[a_axis] - (int) y->options[a_axis];
  return order;
}

static void
expect_list (const Case *self)
{
  g_autoptr(GPtrArray) want = g_ptr_array_new ();
  guint n_axes = self->sample->space->domain->n_axes;

  for (guint i = 0; i < self->acceptable->len; i++)
    if (!self->query->efficient || is_efficient (self, deal_at (self->acceptable, i)))
      g_ptr_array_add (want, g_ptr_array_index (self->acceptable, i));
  g_ptr_array_sort_with_data (want, compare_deals, (gpointer) self);

  CU_ASSERT_EQUAL (self->findings->top->len, MIN (want->len, self->query->n_top));
  for (guint i = 0; i < MIN (want->len, self->findings->top->len); i++)
    {
      const ParleyDeal *deal = g_ptr_array_index (self->findings->top, i);

      PARLEY_EXPECT (memcmp (deal->options, deal_at (want, i)->options, n_axes * sizeof (guint))
                         == 0,
                     "deal %u of the list", i);
      for (guint p = 0; p < self->sample->utilities->len; p++)
        PARLEY_EXPECT (deal->scores[p]
                           == parley_sample_steps (self->sample, p, deal_at (want, i)->scores[p]),
                       "deal %u of the list, party %u", i, p);
    }
}

/* The nearest miss */

static gint
compare_numbers (gconstpointer a, gconstpointer b)
{
  return mpq_cmp (*(mpq_ptr const *) a, *(mpq_ptr const *) b);
}

/* The surpluses of those who must agree, ascending; NULL across a red line. */
static GPtrArray *
misses_of (const ParleyScenario *scenario, const ParleyNaiveDeal *deal)
{
  g_autoptr(GPtrArray) misses
      = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_exact_free);

  for (guint p = 0; p < deal->n_parties; p++)
    {
      const ParleyParty *party = parley_scenario_party (scenario, p);
      mpq_ptr surplus = NULL;

      if (party->role == PARLEY_ROLE_AFFECTED || deal->waived[p])
        continue;
      if (deal->crossed[p])
        return NULL;
      if (party->reservation == NULL)
        continue;
      surplus = parley_exact_new (deal->scores[p]);
      mpq_sub (surplus, surplus, party->reservation->value);
      g_ptr_array_add (misses, surplus);
    }
  g_ptr_array_sort (misses, compare_numbers);
  return g_steal_pointer (&misses);
}

/* Leximin; what is not needed misses nothing, and so stands behind all that is. */
static int
compare_misses (const GPtrArray *a, const GPtrArray *b)
{
  for (guint i = 0; i < MIN (a->len, b->len); i++)
    {
      int order = mpq_cmp ((mpq_srcptr) a->pdata[i], (mpq_srcptr) b->pdata[i]);

      if (order != 0)
        return order;
    }
  return (int) b->len - (int) a->len;
}

static void
expect_nearest (const Case *self, ParleyFoundSeen *seen)
{
  const ParleyNaiveDeal *want = NULL;
  g_autoptr(GPtrArray) least = NULL;

  for (guint i = 0; self->acceptable->len == 0 && i < self->feasible->len; i++)
    {
      g_autoptr(GPtrArray) misses
          = misses_of (self->sample->scenario, deal_at (self->feasible, i));

      if (misses == NULL || (want != NULL && compare_misses (misses, least) <= 0))
        continue;
      want = deal_at (self->feasible, i);
      g_clear_pointer (&least, g_ptr_array_unref);
      least = g_steal_pointer (&misses);
    }
  CU_ASSERT_EQUAL (self->findings->nearest == NULL, want == NULL);
  if (want == NULL || self->findings->nearest == NULL)
    return;
  seen->n_misses++;
  for (guint p = 0; p < want->n_parties; p++)
    seen->n_waived_misses += (guint) want->waived[p];
  PARLEY_EXPECT (memcmp (self->findings->nearest->options, want->options,
                         self->sample->space->domain->n_axes * sizeof (guint))
                     == 0,
                 "nearest miss");
}

void
parley_found_expect (const ParleySample *sample,
                     const ParleyQuery *query,
                     const ParleyFindings *findings,
                     ParleyFoundSeen *seen)
{
  g_autoptr(GPtrArray) feasible = g_ptr_array_new ();
  g_autoptr(GPtrArray) acceptable = g_ptr_array_new ();
  const Case self = { sample, query, findings, feasible, acceptable };

  sort_out (&self, seen);
  expect_counts (&self);
  expect_frontier (&self, seen);
  expect_list (&self);
  expect_nearest (&self, seen);
}
