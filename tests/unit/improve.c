/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deals that are better for all than a draft, against going through all by hand. */
#include "analysis/improve.h"

#include <string.h>

#include "effort.h"
#include "expect.h"
#include "small.h"
#include "suites.h"
#include "tried.h"

#define N_SCENARIOS parley_effort (1000)
#define ALL_DEALS   10000

/* Whether nobody that negotiates gets less from @deal than the draft can give, and somebody gets
 * more. @highs: [party]. */
static gboolean
is_improvement (const ParleyTried *self, guint deal, mpq_t *highs)
{
  gboolean more = FALSE;

  for (guint p = 0; p < self->scenario->parties->len; p++)
    {
      const ParleyParty *party = parley_scenario_party (self->scenario, p);
      int order = mpq_cmp (parley_tried_deal (self, deal)->scores[p], highs[p]);

      if (party->role != PARLEY_ROLE_PARTY || !parley_party_is_scored (party))
        continue;
      if (order < 0)
        return FALSE;
      more |= order > 0;
    }
  return more && self->feasible[deal]
         && parley_naive_all_accept (self->scenario, parley_tried_deal (self, deal), TRUE);
}

/* The draft as it is: nothing changed, nothing settled. */
static const ParleyTry *
find_draft (const ParleyTried *self)
{
  for (guint i = 0; i < self->tries->len; i++)
    if (parley_tried_at (self, i)->n_changed == 0 && parley_tried_at (self, i)->n_settled == 0)
      return parley_tried_at (self, i);
  return NULL;
}

/* Returns: the deal's index. */
static guint
find_deal (const ParleyTried *self, const guint *options)
{
  for (guint i = 0; i < self->deals->len; i++)
    if (memcmp (parley_tried_deal (self, i)->options, options,
                self->domain->n_axes * sizeof *options)
        == 0)
      return i;
  return G_MAXUINT;
}

/* The product of surpluses, 0 where some party has none. */
static void
multiply_surpluses (const ParleyTried *self, const ParleyAmendment *amendment, mpq_ptr product)
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
in_order (const ParleyTried *self, const ParleyAmendment *a, const ParleyAmendment *b)
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
count_improvements (const ParleyTried *self, const ParleyTry *draft)
{
  guint n = 0;

  for (guint i = 0; i < self->deals->len; i++)
    n += (guint) is_improvement (self, i, draft->high);
  return n;
}

static void
expect_improvements (const ParleyTried *self, const ParleyAmend *got, guint32 seed, guint *n_found)
{
  const ParleyTry *draft = find_draft (self);
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
                         && one->n_changed == parley_count_bits (self->distance[deal]),
                     "seed %u", seed);
      PARLEY_EXPECT (i == 0 ? one->n_changed == got->n_changes
                            : in_order (self, amendment_at (got, i - 1), one),
                     "seed %u", seed);
    }
  *n_found += n;
}

/* A shorter list is the beginning of the whole. */
static void
expect_beginning (const ParleyTried *self,
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
                                     .n_top = ALL_DEALS,
                                     .memory = PARLEY_BUDGET_DEFAULT };
      g_autoptr(ParleyAmend) got = NULL;
      ParleyTried self;

      parley_tried_init (&self, seed, &request.limits);
      got = parley_amend_find (self.scenario, self.draft, &request, NULL);
      PARLEY_EXPECT (got != NULL, "seed %u", seed);
      if (got != NULL)
        {
          expect_improvements (&self, got, seed, &n_found);
          expect_beginning (&self, &request, got, seed);
          n_efficient += got->improve == PARLEY_IMPROVE_EFFICIENT;
        }
      parley_tried_clear (&self);
    }
  CU_ASSERT (n_found > parley_effort (400));
  CU_ASSERT (n_efficient > parley_effort (80));
}

void
parley_test_improve (void)
{
  CU_pSuite suite = CU_add_suite ("improve", NULL, NULL);

  CU_add_test (suite, "better deals", test_improve);
}
