/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plans of concessions, against what each step could have been. */
#include "analysis/concede.h"

#include <string.h>

#include "effort.h"
#include "naive.h"
#include "random_scenario.h"
#include "small.h"
#include "suites.h"

#define N_SCENARIOS parley_effort (4000)

/* What the samples contain. */
typedef struct
{
  guint n_refused;
  guint n_accepted; /* drafts that need no concession */
  guint n_possible;
  guint n_impossible;
  guint n_stops;  /* before the end */
  guint n_passed; /* steps that all accept, but worth less to the party than the end */
  guint n_kinds[PARLEY_STEP_GIVE + 1];
} Seen;

/* A plan beside all deals of its space, worked out by hand. */
typedef struct
{
  const ParleyScenario    *scenario;
  const ParleyConcessions *plan;
  const ParleyDomain      *domain;
  GPtrArray               *deals; /* of ParleyNaiveDeal */
} Case;

/* What a change would be: the kind of step, its cost, and what the worst-off of the others gains.
 */
typedef struct
{
  ParleyStepKind kind;
  mpq_t          cost;
  mpq_t          gain;
} Weighed;

static const ParleyNaiveDeal *
deal_of (const Case *self, const guint *options)
{
  gsize index = 0;

  for (guint a = 0; a < self->domain->n_axes; a++)
    index = index * self->domain->axes[a].n_options + options[a];
  return g_ptr_array_index (self->deals, index);
}

static gboolean
is_other (const Case *self, guint party)
{
  return party != self->plan->party
         && parley_scenario_party (self->scenario, party)->role == PARLEY_ROLE_PARTY;
}

static void
set_surplus (const Case *self, const ParleyNaiveDeal *deal, guint party, mpq_ptr surplus)
{
  const ParleyNumber *reservation = parley_scenario_party (self->scenario, party)->reservation;

  mpq_set (surplus, deal->scores[party]);
  if (reservation != NULL)
    mpq_sub (surplus, surplus, reservation->value);
}

/* The surpluses of the others, the smallest first, of which there are at most three. Returns: how
 * many. */
static guint
set_surpluses (const Case *self, const ParleyNaiveDeal *deal, mpq_t *surpluses)
{
  guint n = 0;

  for (guint p = 0; p < deal->n_parties; p++)
    if (is_other (self, p))
      set_surplus (self, deal, p, surpluses[n++]);
  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      if (mpq_cmp (surpluses[j], surpluses[i]) < 0)
        mpq_swap (surpluses[i], surpluses[j]);
  return n;
}

static int
compare_for_others (const Case *self, const ParleyNaiveDeal *a, const ParleyNaiveDeal *b)
{
  mpq_t left[3], right[3];
  guint n = 0;
  int order = 0;

  for (guint i = 0; i < 3; i++)
    mpq_inits (left[i], right[i], NULL);
  n = set_surpluses (self, a, left);
  set_surpluses (self, b, right);
  for (guint i = 0; i < n && order == 0; i++)
    order = mpq_cmp (left[i], right[i]);
  for (guint i = 0; i < 3; i++)
    mpq_clears (left[i], right[i], NULL);
  return order;
}

/* How many terms are not those of the start. */
static guint
n_changes (const Case *self, const ParleyNaiveDeal *deal)
{
  guint n = 0;

  for (guint a = 0; a < self->domain->n_axes; a++)
    n += deal->options[a] != self->plan->start->options[a];
  return n;
}

/* The best of some deals: for the party, then the others, or the other way round. */
static int
compare (const Case *self, const ParleyNaiveDeal *a, const ParleyNaiveDeal *b, gboolean own_first)
{
  int own = mpq_cmp (a->scores[self->plan->party], b->scores[self->plan->party]);
  int others = compare_for_others (self, a, b);

  if (own_first)
    return own != 0 ? own : others;
  return others != 0 ? others : own;
}

static gboolean
crosses_no_red_line (const Case *self, const ParleyNaiveDeal *deal)
{
  for (guint p = 0; p < deal->n_parties; p++)
    if (parley_scenario_party (self->scenario, p)->role != PARLEY_ROLE_AFFECTED && deal->crossed[p]
        && !deal->waived[p])
      return FALSE;
  return TRUE;
}

/* Whether the deal may be the end: one that all accept, or (@limit) that leaves the party its
 * reservation. */
static gboolean
may_end (const Case *self, const ParleyNaiveDeal *deal, gboolean limit)
{
  const ParleyNumber *own = parley_scenario_party (self->scenario, self->plan->party)->reservation;

  if (!deal->feasible)
    return FALSE;
  if (!limit)
    return parley_naive_all_accept (self->scenario, deal, TRUE);
  return crosses_no_red_line (self, deal)
         && mpq_cmp (deal->scores[self->plan->party], own->value) >= 0;
}

static gboolean
is_better_end (const Case *self, const ParleyNaiveDeal *a, const ParleyNaiveDeal *b, gboolean limit)
{
  int order = compare (self, a, b, !limit);

  return order > 0 || (order == 0 && n_changes (self, a) < n_changes (self, b));
}

static const ParleyNaiveDeal *
best_end (const Case *self, gboolean limit)
{
  const ParleyNaiveDeal *best = NULL;

  for (guint i = 0; i < self->deals->len; i++)
    {
      const ParleyNaiveDeal *deal = g_ptr_array_index (self->deals, i);

      if (may_end (self, deal, limit) && (best == NULL || is_better_end (self, deal, best, limit)))
        best = deal;
    }
  return best;
}

static void
expect_end (const Case *self, guint seed, Seen *seen)
{
  const ParleyNaiveDeal *end = best_end (self, FALSE);
  gboolean accepted
      = parley_naive_all_accept (self->scenario, deal_of (self, self->plan->start->options), TRUE);

  seen->n_accepted += accepted;
  seen->n_possible += !accepted && end != NULL;
  seen->n_impossible += end == NULL;
  PARLEY_EXPECT (self->plan->start_accepted == accepted, "seed %u: start", seed);
  PARLEY_EXPECT (self->plan->possible == (end != NULL), "seed %u: possible", seed);
  if (end == NULL)
    end = best_end (self, TRUE);
  PARLEY_EXPECT ((self->plan->end != NULL) == (!accepted && end != NULL), "seed %u: end", seed);
  if (self->plan->end != NULL && end != NULL)
    PARLEY_EXPECT (memcmp (self->plan->end->options, end->options,
                           self->domain->n_axes * sizeof *end->options)
                       == 0,
                   "seed %u: best end", seed);
}

/* The start is a reading of the draft that no other is better than. */
static void
expect_start (const Case *self, guint seed)
{
  g_autoptr(ParleyDomain) drafted = parley_domain_new_draft (self->scenario, self->plan->draft);
  g_autoptr(GPtrArray) readings
      = parley_naive_deals (self->scenario, drafted, self->plan->draft, NULL);
  const ParleyNaiveDeal *start = deal_of (self, self->plan->start->options);

  PARLEY_EXPECT (start->feasible, "seed %u: start is feasible", seed);
  for (guint i = 0; i < readings->len; i++)
    {
      const ParleyNaiveDeal *reading = g_ptr_array_index (readings, i);

      PARLEY_EXPECT (!reading->feasible || compare (self, reading, start, TRUE) <= 0,
                     "seed %u: best reading", seed);
    }
}

/* Steps */

static void
weigh (const Case *self,
       const ParleyNaiveDeal *before,
       const ParleyNaiveDeal *after,
       Weighed *weighed)
{
  mpq_t from[3], to[3];

  for (guint i = 0; i < 3; i++)
    mpq_inits (from[i], to[i], NULL);
  mpq_inits (weighed->cost, weighed->gain, NULL);
  set_surpluses (self, before, from);
  set_surpluses (self, after, to);
  mpq_sub (weighed->gain, to[0], from[0]);
  mpq_sub (weighed->cost, before->scores[self->plan->party], after->scores[self->plan->party]);
  if (mpq_sgn (weighed->cost) > 0)
    weighed->kind = PARLEY_STEP_GIVE;
  else
    weighed->kind = mpq_sgn (weighed->gain) < 0 ? PARLEY_STEP_ASK : PARLEY_STEP_FREE;
  for (guint i = 0; i < 3; i++)
    mpq_clears (from[i], to[i], NULL);
}

static void
weighed_clear (Weighed *self)
{
  mpq_clears (self->cost, self->gain, NULL);
}

/* Above 0 when the step of @a comes before that of @b: by kind; of gifts the larger; else by the
 * others' gain for each point of the party. */
static int
compare_steps (const Weighed *a, const Weighed *b)
{
  mpq_t left, right;
  int order = 0;

  if (a->kind != b->kind)
    return a->kind < b->kind ? 1 : -1;
  if (a->kind == PARLEY_STEP_FREE)
    return mpq_cmp (a->gain, b->gain);
  if (mpq_sgn (a->cost) == 0 || mpq_sgn (b->cost) == 0)
    return (mpq_sgn (a->cost) != 0) - (mpq_sgn (b->cost) != 0);
  mpq_inits (left, right, NULL);
  mpq_abs (left, a->cost);
  mpq_div (left, a->gain, left);
  mpq_abs (right, b->cost);
  mpq_div (right, b->gain, right);
  order = mpq_cmp (left, right);
  mpq_clears (left, right, NULL);
  return order;
}

static gboolean
is_allowed (const Case *self, const ParleyNaiveDeal *before, const ParleyNaiveDeal *after)
{
  for (guint p = 0; p < after->n_parties; p++)
    if (parley_scenario_party (self->scenario, p)->role != PARLEY_ROLE_AFFECTED
        && (after->lines[p] & ~before->lines[p]) != 0)
      return FALSE;
  return after->feasible;
}

/* No other term could have changed alone and come before the step; of a step of several, none at
 * all. */
static void
expect_best_step (const Case *self, const ParleyConcession *step, guint seed, Seen *seen)
{
  const ParleyNaiveDeal *before = deal_of (self, step->before->options);
  const ParleyNaiveDeal *after = deal_of (self, step->after->options);
  g_autofree guint *options = g_new (guint, self->domain->n_axes);
  Weighed taken;

  weigh (self, before, after, &taken);
  PARLEY_EXPECT (step->kind == taken.kind, "seed %u: kind", seed);
  seen->n_kinds[taken.kind]++;
  for (guint a = 0; a < self->domain->n_axes; a++)
    {
      Weighed other;

      memcpy (options, before->options, self->domain->n_axes * sizeof *options);
      if (options[a] == self->plan->end->options[a])
        continue;
      options[a] = self->plan->end->options[a];
      if (!is_allowed (self, before, deal_of (self, options)))
        continue;
      weigh (self, before, deal_of (self, options), &other);
      PARLEY_EXPECT (step->moves->len == 1, "seed %u: alone", seed);
      PARLEY_EXPECT (compare_steps (&other, &taken) <= 0, "seed %u: best step", seed);
      weighed_clear (&other);
    }
  weighed_clear (&taken);
}

/* All accept the deal to stop at, none that all accept is worth more to the party, and no step
 * before it would do. */
static void
expect_stop (const Case *self, guint seed, Seen *seen)
{
  guint party = self->plan->party;
  const ParleyNaiveDeal *end = best_end (self, FALSE);
  guint stop = 0;

  for (guint i = 0; end != NULL && i < self->plan->steps->len && stop == 0; i++)
    {
      const ParleyConcession *step = g_ptr_array_index (self->plan->steps, i);
      const ParleyNaiveDeal *after = deal_of (self, step->after->options);

      if (parley_naive_all_accept (self->scenario, after, TRUE)
          && mpq_cmp (after->scores[party], end->scores[party]) >= 0)
        stop = i + 1;
      else
        seen->n_passed += parley_naive_all_accept (self->scenario, after, TRUE);
    }
  seen->n_stops += stop > 0 && stop < self->plan->steps->len;
  PARLEY_EXPECT (self->plan->stop == (end == NULL ? self->plan->steps->len : stop),
                 "seed %u: where to stop", seed);
  PARLEY_EXPECT (end == NULL || self->plan->start_accepted || stop > 0, "seed %u: a stop", seed);
}

static void
expect_steps (const Case *self, guint seed, Seen *seen)
{
  const ParleyDeal *here = self->plan->start;

  for (guint i = 0; i < self->plan->steps->len; i++)
    {
      const ParleyConcession *step = g_ptr_array_index (self->plan->steps, i);
      const ParleyNaiveDeal *after = deal_of (self, step->after->options);
      guint n_changed = 0;

      PARLEY_EXPECT (step->before == here, "seed %u: one after the other", seed);
      PARLEY_EXPECT (after->feasible, "seed %u: feasible", seed);
      PARLEY_EXPECT (step->accepted == parley_naive_all_accept (self->scenario, after, TRUE),
                     "seed %u: accepted", seed);
      for (guint a = 0; a < self->domain->n_axes; a++)
        n_changed += here->options[a] != step->after->options[a];
      PARLEY_EXPECT (n_changed == step->moves->len && n_changed > 0, "seed %u: moves", seed);
      expect_best_step (self, step, seed, seen);
      here = step->after;
    }
  if (self->plan->end != NULL)
    PARLEY_EXPECT (memcmp (here->options, self->plan->end->options,
                           self->domain->n_axes * sizeof *here->options)
                       == 0,
                   "seed %u: comes to the end", seed);
}

static void
check (guint seed, Seen *seen)
{
  g_autoptr(ParleyLoaded) loaded = parley_random_scenario (seed);
  g_autoptr(ParleyConcessions) plan = parley_concessions_new (
      loaded->scenario, parley_scenario_draft (loaded->scenario, 0), 0, PARLEY_AMONG_ALL, 0, NULL);
  Case one = { loaded->scenario, plan, NULL, NULL };

  if (plan == NULL)
    {
      seen->n_refused++;
      return;
    }
  one.domain = plan->space->domain;
  one.deals = parley_naive_deals (loaded->scenario, one.domain, NULL, NULL);
  expect_start (&one, seed);
  expect_end (&one, seed, seen);
  expect_steps (&one, seed, seen);
  expect_stop (&one, seed, seen);
  g_ptr_array_unref (one.deals);
}

static void
test_random (void)
{
  Seen seen = { 0 };

  for (guint32 seed = 0; seed < N_SCENARIOS; seed++)
    check (seed, &seen);
  CU_ASSERT (seen.n_refused > parley_effort (100));
  CU_ASSERT (seen.n_accepted > parley_effort (100));
  CU_ASSERT (seen.n_possible > parley_effort (100));
  CU_ASSERT (seen.n_impossible > parley_effort (100));
  CU_ASSERT (seen.n_stops >= parley_effort_rare (5));
  CU_ASSERT (seen.n_passed > parley_effort (20));
  CU_ASSERT (seen.n_kinds[PARLEY_STEP_FREE] > parley_effort (50));
  CU_ASSERT (seen.n_kinds[PARLEY_STEP_ASK] > parley_effort (50));
  CU_ASSERT (seen.n_kinds[PARLEY_STEP_GIVE] > parley_effort (50));
}

/* Two terms that rules tie together change in one step; the third, which helps the others more for
 * its cost, goes first. */
static void
test_together (void)
{
  g_autofree char *issues = parley_small_choices (3, 2);
  g_autoptr(ParleyLoaded) loaded = parley_small_load (
      issues,
      "{'id': 'p', 'title': 'P', 'reservation': 0, 'weights': {'i0': 4, 'i1': 4, 'i2': 2},"
      " 'values': {'i0': {'o0': 100, 'o1': 0}, 'i1': {'o0': 100, 'o1': 0},"
      "            'i2': {'o0': 100, 'o1': 0}}},"
      "{'id': 'q', 'title': 'Q', 'reservation': 100, 'weights': {'i0': 3, 'i1': 3, 'i2': 4},"
      " 'values': {'i0': {'o0': 0, 'o1': 100}, 'i1': {'o0': 0, 'o1': 100},"
      "            'i2': {'o0': 0, 'o1': 100}}}",
      "'rules': [{'id': 'r', 'forbid': {'i0': 'o0', 'i1': 'o1'}},"
      "          {'id': 's', 'forbid': {'i0': 'o1', 'i1': 'o0'}}],"
      "'drafts': [{'id': 'd', 'title': 'D', 'terms': {'i0': 'o0', 'i1': 'o0', 'i2': 'o0'}}]");
  g_autoptr(ParleyConcessions) plan = parley_concessions_new (
      loaded->scenario, parley_scenario_draft (loaded->scenario, 0), 0, PARLEY_AMONG_ALL, 0, NULL);
  const ParleyConcession *steps[2] = { NULL, NULL };

  CU_ASSERT_PTR_NOT_NULL_FATAL (plan);
  CU_ASSERT_EQUAL_FATAL (plan->steps->len, 2);
  for (guint i = 0; i < 2; i++)
    steps[i] = g_ptr_array_index (plan->steps, i);
  CU_ASSERT_EQUAL (steps[0]->moves->len, 1);
  CU_ASSERT_EQUAL (g_array_index (steps[0]->moves, ParleyMove, 0).axis, 2);
  CU_ASSERT_EQUAL (steps[1]->moves->len, 2);
  CU_ASSERT_FALSE (steps[0]->accepted);
  CU_ASSERT_TRUE (steps[1]->accepted);
}

#define TWO_BY_TWO(p, p_a, p_b, q, q_a, q_b, more)                                                 \
  "{'id': 'p', 'title': 'P', 'reservation': 10, 'weights': " p ", 'values': {'i0': " p_a           \
  ", 'i1': " p_b "}},"                                                                             \
  "{'id': 'q', 'title': 'Q', 'reservation': " q ", 'values': {'i0': " q_a ", 'i1': " q_b "}" more  \
  "}"

/* A deal that all accept and that is worth less to the party than the end is no place to stop. */
static void
test_stop (void)
{
  g_autofree char *issues = parley_small_choices (2, 2);
  g_autoptr(ParleyLoaded) loaded = parley_small_load (
      issues,
      TWO_BY_TWO ("{'i0': 50, 'i1': 50}", "{'o0': 0, 'o1': 80}", "{'o0': 100, 'o1': 100}",
                  "40, 'weights': {'i0': 20, 'i1': 80}", "{'o0': 100, 'o1': 0}",
                  "{'o0': 0, 'o1': 100}", ""),
      "'drafts': [{'id': 'd', 'title': 'D', 'terms': {'i0': 'o0', 'i1': 'o0'}}]");
  g_autoptr(ParleyConcessions) plan = parley_concessions_new (
      loaded->scenario, parley_scenario_draft (loaded->scenario, 0), 0, PARLEY_AMONG_ALL, 0, NULL);

  CU_ASSERT_PTR_NOT_NULL_FATAL (plan);
  CU_ASSERT_EQUAL_FATAL (plan->steps->len, 2);
  CU_ASSERT_TRUE (((const ParleyConcession *) g_ptr_array_index (plan->steps, 0))->accepted);
  CU_ASSERT_EQUAL (plan->stop, 2);
}

/* Where no deal is possible and the draft is worth as much as the best limit, it stays. */
static void
test_stay (void)
{
  g_autofree char *issues = parley_small_choices (2, 2);
  g_autoptr(ParleyLoaded) loaded = parley_small_load (
      issues,
      TWO_BY_TWO ("{'i0': 50, 'i1': 50}", "{'o0': 100, 'o1': 60}", "{'o0': 100, 'o1': 60}",
                  "90, 'weights': {'i0': 50, 'i1': 50}", "{'o0': 0, 'o1': 100}",
                  "{'o0': 0, 'o1': 100}",
                  ", 'red_lines': [{'id': 'n', 'never': {'i0': 'o1', 'i1': 'o1'}}]"),
      "'drafts': [{'id': 'e', 'title': 'E', 'terms': {'i0': 'o1', 'i1': 'o0'}}]");
  g_autoptr(ParleyConcessions) plan = parley_concessions_new (
      loaded->scenario, parley_scenario_draft (loaded->scenario, 0), 0, PARLEY_AMONG_ALL, 0, NULL);

  CU_ASSERT_PTR_NOT_NULL_FATAL (plan);
  CU_ASSERT_FALSE (plan->possible);
  CU_ASSERT_PTR_NOT_NULL (plan->end);
  CU_ASSERT_EQUAL (plan->steps->len, 0);
}

/* The draft is judged on its own date, when less was needed. */
static void
test_date (void)
{
  g_autofree char *issues = parley_small_choices (1, 2);
  g_autoptr(ParleyLoaded) loaded = parley_small_load (
      issues,
      "{'id': 'p', 'title': 'P', 'reservation': 10, 'weights': {'i0': 1},"
      " 'values': {'i0': {'o0': 100, 'o1': 60}}},"
      "{'id': 'q', 'title': 'Q', 'reservation': {'value': 10, 'changes': ["
      "  {'from': '2025-05-01', 'value': 50}]}, 'weights': {'i0': 1},"
      " 'values': {'i0': {'o0': 20, 'o1': 100}}}",
      "'as_of': '2025-06-01', 'drafts': ["
      "  {'id': 'd', 'title': 'D', 'date': '2025-01-01', 'terms': {'i0': 'o0'}},"
      "  {'id': 'e', 'title': 'E', 'terms': {'i0': 'o0'}}]");

  for (guint d = 0; d < 2; d++)
    {
      g_autoptr(ParleyConcessions) plan
          = parley_concessions_new (loaded->scenario, parley_scenario_draft (loaded->scenario, d),
                                    0, PARLEY_AMONG_ALL, 0, NULL);

      CU_ASSERT_EQUAL (plan->start_accepted, d == 0);
    }
}

void
parley_test_concede (void)
{
  CU_pSuite suite = CU_add_suite ("concede", NULL, NULL);

  CU_add_test (suite, "every step", test_random);
  CU_add_test (suite, "terms that go together", test_together);
  CU_add_test (suite, "where to stop", test_stop);
  CU_add_test (suite, "the draft's own date", test_date);
  CU_add_test (suite, "no step where none helps", test_stay);
}
