/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Proposals, against all deals of small scenarios worked out by hand. */
#include "analysis/proposal.h"

#include "effort.h"
#include "naive.h"
#include "naive_solutions.h"
#include "random_scenario.h"
#include "small.h"
#include "suites.h"

#define N_SCENARIOS parley_effort (1200)

/* A scenario, all its deals, and those of them that proposals are chosen from. */
typedef struct
{
  const ParleyScenario  *scenario;
  const ParleyProposals *proposals;
  GPtrArray             *deals;
  GPtrArray             *choice; /* borrowed: efficient, and safe where some are */
  gboolean               safe;
} Case;

/* What the samples contain. */
typedef struct
{
  guint n_safe;
  guint n_unsafe;
  guint n_none;
  guint n_three;
  guint n_rules[PARLEY_PROPOSAL_OTHERS + 1];
} Seen;

static gboolean
negotiates (const Case *self, guint party)
{
  return parley_scenario_party (self->scenario, party)->role == PARLEY_ROLE_PARTY;
}

static void
set_surplus (const Case *self, const ParleyNaiveDeal *deal, guint party, mpq_ptr surplus)
{
  const ParleyNumber *reservation = parley_scenario_party (self->scenario, party)->reservation;

  mpq_set (surplus, deal->scores[party]);
  if (reservation != NULL)
    mpq_sub (surplus, surplus, reservation->value);
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  return mpq_cmp (*(mpq_srcptr const *) a, *(mpq_srcptr const *) b);
}

/* The surpluses of all that negotiate and have a score, but for @left_out, the smallest first. */
static GPtrArray *
surpluses_of (const Case *self, const ParleyNaiveDeal *deal, int left_out)
{
  GPtrArray *surpluses = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_exact_free);

  for (guint p = 0; p < deal->n_parties; p++)
    if (negotiates (self, p) && (int) p != left_out
        && parley_party_is_scored (parley_scenario_party (self->scenario, p)))
      {
        g_ptr_array_add (surpluses, parley_small_exact ("0"));
        set_surplus (self, deal, p, g_ptr_array_index (surpluses, surpluses->len - 1));
      }
  g_ptr_array_sort (surpluses, compare_numbers);
  return surpluses;
}

static int
compare_worst (const Case *self, const ParleyNaiveDeal *a, const ParleyNaiveDeal *b, int left_out)
{
  g_autoptr(GPtrArray) x = surpluses_of (self, a, left_out);
  g_autoptr(GPtrArray) y = surpluses_of (self, b, left_out);

  for (guint i = 0; i < x->len; i++)
    {
      int order = mpq_cmp (g_ptr_array_index (x, i), g_ptr_array_index (y, i));

      if (order != 0)
        return order;
    }
  return 0;
}

static int
compare_sum (const Case *self, const ParleyNaiveDeal *a, const ParleyNaiveDeal *b)
{
  g_autoptr(GPtrArray) x = surpluses_of (self, a, -1);
  g_autoptr(GPtrArray) y = surpluses_of (self, b, -1);
  mpq_ptr sum = parley_small_exact ("0");
  int order = 0;

  for (guint i = 0; i < x->len; i++)
    {
      mpq_add (sum, sum, g_ptr_array_index (x, i));
      mpq_sub (sum, sum, g_ptr_array_index (y, i));
    }
  order = mpq_sgn (sum);
  parley_exact_free (sum);
  return order;
}

/* Above 0 when @a is the better one by @rule; Nash is asked elsewhere. */
static int
compare (const Case *self,
         ParleyProposalRule rule,
         const ParleyNaiveDeal *a,
         const ParleyNaiveDeal *b)
{
  int party = self->proposals->party;
  int own = party < 0 ? 0 : mpq_cmp (a->scores[party], b->scores[party]);
  int first = 0;

  if (rule == PARLEY_PROPOSAL_OWN)
    return own != 0 ? own : compare_worst (self, a, b, party);
  if (rule == PARLEY_PROPOSAL_UTILITARIAN)
    first = compare_sum (self, a, b);
  else
    first = compare_worst (self, a, b, rule == PARLEY_PROPOSAL_OTHERS ? party : -1);
  return first != 0 ? first : own;
}

static gboolean
dominates (const Case *self, const ParleyNaiveDeal *a, const ParleyNaiveDeal *b)
{
  gboolean better = FALSE;

  for (guint p = 0; p < a->n_parties; p++)
    {
      int order = negotiates (self, p) ? mpq_cmp (a->scores[p], b->scores[p]) : 0;

      if (order < 0)
        return FALSE;
      better = better || order > 0;
    }
  return better;
}

static gboolean
is_acceptable (const Case *self, const ParleyNaiveDeal *deal)
{
  return deal->feasible && parley_naive_all_accept (self->scenario, deal, TRUE);
}

static gboolean
is_efficient (const Case *self, const ParleyNaiveDeal *deal)
{
  for (guint i = 0; i < self->deals->len; i++)
    {
      const ParleyNaiveDeal *other = g_ptr_array_index (self->deals, i);

      if (is_acceptable (self, other) && dominates (self, other, deal))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_safe (const Case *self, const ParleyNaiveDeal *deal)
{
  for (guint p = 0; p < deal->n_parties; p++)
    {
      const ParleyParty *party = parley_scenario_party (self->scenario, p);

      if (negotiates (self, p) && parley_party_is_scored (party) && party->reservation != NULL
          && mpq_cmp (deal->scores[p], party->reservation->high) < 0)
        return FALSE;
    }
  return TRUE;
}

static void
choose (Case *self)
{
  g_autoptr(GPtrArray) efficient = g_ptr_array_new ();

  self->choice = g_ptr_array_new ();
  for (guint i = 0; i < self->deals->len; i++)
    {
      ParleyNaiveDeal *deal = g_ptr_array_index (self->deals, i);

      if (!is_acceptable (self, deal) || !is_efficient (self, deal))
        continue;
      g_ptr_array_add (efficient, deal);
      if (is_safe (self, deal))
        g_ptr_array_add (self->choice, deal);
    }
  self->safe = self->choice->len > 0;
  if (!self->safe)
    g_ptr_array_extend (self->choice, efficient, NULL, NULL);
}

static int
place_of (const GPtrArray *deals, const guint *options, guint n_axes)
{
  for (guint i = 0; i < deals->len; i++)
    if (parley_options_compare (((const ParleyNaiveDeal *) deals->pdata[i])->options, options,
                                n_axes)
        == 0)
      return (int) i;
  return -1;
}

static gboolean
is_nash (const Case *self, guint place)
{
  g_autoptr(GArray) picked = parley_naive_solution (self->scenario, self->choice, PARLEY_NASH);

  for (guint i = 0; i < picked->len; i++)
    if (g_array_index (picked, guint, i) == place)
      return TRUE;
  return FALSE;
}

static void
check_proposal (const Case *self, const ParleyProposal *proposal, guint n_axes, guint seed)
{
  int place = place_of (self->choice, proposal->deal->options, n_axes);

  PARLEY_EXPECT (place >= 0, "seed %u: not to be chosen", seed);
  if (place < 0)
    return;
  if (proposal->rule == PARLEY_PROPOSAL_NASH)
    {
      PARLEY_EXPECT (is_nash (self, (guint) place), "seed %u: no Nash deal", seed);
      return;
    }
  for (guint i = 0; i < self->choice->len; i++)
    PARLEY_EXPECT (
        compare (self, proposal->rule, self->choice->pdata[i], self->choice->pdata[place]) <= 0,
        "seed %u: rule %d has a better one", seed, (int) proposal->rule);
}

/* A party's proposals begin with its best and end with the others' best. */
static void
check_order (const Case *self, guint seed)
{
  const GPtrArray *list = self->proposals->list;
  int party = self->proposals->party;

  for (guint i = 1; party >= 0 && i < list->len; i++)
    PARLEY_EXPECT (parley_proposals_get (self->proposals, i - 1)->deal->scores[party]
                       >= parley_proposals_get (self->proposals, i)->deal->scores[party],
                   "seed %u: out of order", seed);
  if (list->len > 0)
    PARLEY_EXPECT (parley_proposals_get (self->proposals, 0)->rule
                       == (party >= 0 ? PARLEY_PROPOSAL_OWN : PARLEY_PROPOSAL_NASH),
                   "seed %u: the first is another", seed);
}

static void
check (const ParleyLandscape *landscape, GPtrArray *deals, int party, guint seed, Seen *seen)
{
  g_autoptr(ParleyProposals) proposals = parley_proposals_new (landscape, party);
  Case self = { landscape->space->scenario, proposals, deals, NULL, FALSE };

  choose (&self);
  PARLEY_EXPECT ((proposals->list->len > 0) == (self.choice->len > 0), "seed %u", seed);
  PARLEY_EXPECT (self.choice->len == 0 || proposals->safe == self.safe, "seed %u: safe", seed);
  for (guint i = 0; i < proposals->list->len; i++)
    {
      const ParleyProposal *proposal = parley_proposals_get (proposals, i);

      check_proposal (&self, proposal, landscape->space->domain->n_axes, seed);
      seen->n_rules[proposal->rule]++;
    }
  check_order (&self, seed);
  seen->n_none += (guint) (proposals->list->len == 0);
  seen->n_safe += (guint) (proposals->list->len > 0 && proposals->safe);
  seen->n_unsafe += (guint) (proposals->list->len > 0 && !proposals->safe);
  seen->n_three += (guint) (proposals->list->len == PARLEY_MOST_PROPOSALS);
  g_ptr_array_unref (self.choice);
}

/* Reservations are believed to lie up to 0, 6 or 12 points above what is written. */
static void
doubt_reservations (ParleyScenario *scenario, guint seed)
{
  for (guint p = 0; p < scenario->parties->len; p++)
    {
      ParleyParty *party = g_ptr_array_index (scenario->parties, p);
      mpq_t more;

      if (party->reservation == NULL)
        continue;
      mpq_init (more);
      mpq_set_ui (more, 6UL * ((seed + p) % 3), 1);
      mpq_add (party->reservation->high, party->reservation->value, more);
      mpq_clear (more);
    }
}

static void
test_random (void)
{
  Seen seen = { 0 };
  ParleyBudget budget = parley_budget_usual (PARLEY_BUDGET_DEFAULT);

  for (guint seed = 0; seed < N_SCENARIOS; seed++)
    {
      g_autoptr(ParleyLoaded) loaded = parley_random_scenario (seed);
      ParleyDealsRequest request = { .memory = PARLEY_BUDGET_DEFAULT, .budget = &budget };
      g_autoptr(ParleyLandscape) landscape = NULL;
      g_autoptr(GPtrArray) deals = NULL;

      doubt_reservations (loaded->scenario, seed);
      landscape = parley_landscape_new (loaded->scenario, &request, PARLEY_AMONG_ALL, NULL);
      CU_ASSERT_PTR_NOT_NULL_FATAL (landscape);
      deals = parley_naive_deals (loaded->scenario, landscape->space->domain, NULL, NULL);
      check (landscape, deals, -1, seed, &seen);
      for (guint p = 0; p < loaded->scenario->parties->len; p++)
        if (parley_scenario_party (loaded->scenario, p)->role == PARLEY_ROLE_PARTY
            && parley_party_is_scored (parley_scenario_party (loaded->scenario, p)))
          check (landscape, deals, (int) p, seed, &seen);
    }
  CU_ASSERT_TRUE (seen.n_safe > parley_effort (300) && seen.n_unsafe > parley_effort (50)
                  && seen.n_none > parley_effort (300) && seen.n_three > parley_effort (50));
  for (guint rule = 0; rule <= PARLEY_PROPOSAL_OTHERS; rule++)
    PARLEY_EXPECT (seen.n_rules[rule] > parley_effort (20), "rule %u: %u times", rule,
                   seen.n_rules[rule]);
}

void
parley_test_proposal (void)
{
  CU_pSuite suite = CU_add_suite ("proposal", NULL, NULL);

  CU_add_test (suite, "every rule", test_random);
}
