/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Amendments where ways are too many to list, or too much hangs together to leave terms open. */
#include "analysis/amend_whole.h"

#include "effort.h"
#include "expect.h"
#include "small.h"
#include "suites.h"
#include "tried.h"

#define N_SCENARIOS parley_effort (1000)

static gboolean
is_whole (const ParleyTried *self, const ParleyTry *try)
{
  for (guint a = 0; a < self->domain->n_axes; a++)
    if (try->options[a] == PARLEY_LEFT_OPEN)
      return FALSE;
  return TRUE;
}

/* The most that a whole deal of @n changes leaves to the party. */
static const ParleyTry *
best_whole (const ParleyTried *self, guint n)
{
  const ParleyTry *best = NULL;

  for (guint i = 0; i < self->tries->len; i++)
    {
      const ParleyTry *try = parley_tried_at (self, i);

      if (try->works && try->n_changed == n && is_whole (self, try)
          && (best == NULL || parley_tried_compare (self, try, best) > 0))
        best = try;
    }
  return best;
}

static void
expect_whole_costs (const ParleyTried *self, const ParleyAmend *got, guint32 seed, guint *n_more)
{
  const ParleyTry *before = NULL;

  for (guint i = 0; i < got->costs->len; i++)
    {
      const ParleyAmendCost *cost = g_ptr_array_index (got->costs, i);
      const ParleyTry *best = best_whole (self, cost->n_changes);
      gboolean more
          = best != NULL && (before == NULL || parley_tried_compare (self, best, before) > 0);
      const ParleyTry *own
          = cost->amendment == NULL ? NULL : parley_tried_find (self, cost->amendment->options);

      PARLEY_EXPECT ((own != NULL) == more, "seed %u, row %u", seed, i);
      if (own != NULL)
        PARLEY_EXPECT (own->works && is_whole (self, own) && own->n_changed == cost->n_changes
                           && parley_tried_compare (self, own, best) == 0,
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
      ParleyTried self;

      parley_tried_init (&self, seed, &request.limits);
      got = parley_amend_find (self.scenario, self.draft, &request, NULL);
      if (got->possible)
        {
          g_ptr_array_set_size (got->costs, 0);
          CU_ASSERT_TRUE (parley_amend_whole_costs (got, self.domain->n_axes, NULL));
          expect_whole_costs (&self, got, seed, &n_more);
        }
      parley_tried_clear (&self);
    }
  CU_ASSERT (n_more > parley_effort (100));
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

void
parley_test_amend_part (void)
{
  CU_pSuite suite = CU_add_suite ("amend_part", NULL, NULL);

  CU_add_test (suite, "whole deals", test_whole_costs);
  CU_add_test (suite, "too many ways", test_too_many);
  CU_add_test (suite, "too much hangs together", test_too_wide);
}
