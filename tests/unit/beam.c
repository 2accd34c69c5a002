/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Searches that cannot be exact, against all deals worked out by hand. */
#include "space/beam.h"

#include "analysis/gap.h"
#include "effort.h"
#include "sample.h"
#include "small.h"
#include "space/plan.h"
#include "space/search.h"
#include "suites.h"

#define N_SCENARIOS parley_effort (600)
#define ENOUGH 100000

/* What the samples contain, so that no comparison is one of nothing with nothing. */
typedef struct
{
  guint n_deals;   /* acceptable */
  guint n_found;   /* points */
  guint n_missed;  /* searches that found nothing though there is a deal */
  guint n_refuted; /* searches that know that there is none */
  guint n_gaps;    /* searches whose cover is better than what there is */
  guint n_open;    /* solutions that could be better */
  guint n_closed;  /* searches that found something as good as their cover */
} Seen;

static ParleyAcceptance
acceptance_within (const ParleySample *sample, const ParleyBudget *budget)
{
  ParleyAcceptance acceptance = parley_acceptance (sample->space, sample->utilities, NULL);

  acceptance.budget = budget;
  return acceptance;
}

static ParleyFrontier *
search (const ParleySample *sample, const ParleyBudget *budget)
{
  ParleyAcceptance acceptance = acceptance_within (sample, budget);
  g_autofree guint *slots = g_new (guint, sample->utilities->len);
  guint n = parley_negotiating_slots (sample->space, sample->utilities, slots);

  return parley_frontier_new (&acceptance, slots, n, NULL);
}

static const ParleyNaiveDeal *
find_deal (const ParleySample *sample, const guint *options)
{
  for (guint i = 0; i < sample->deals->len; i++)
    if (parley_options_compare (parley_sample_deal (sample, i)->options, options,
                                sample->space->domain->n_axes)
        == 0)
      return parley_sample_deal (sample, i);
  return NULL;
}

static gboolean
is_acceptable (const ParleySample *sample, const ParleyNaiveDeal *deal)
{
  return deal->feasible && parley_naive_all_accept (sample->scenario, deal, TRUE);
}

/* Every deal that is found can be had, at the scores that are said. */
static void
expect_true (const ParleySample *sample, const ParleyFrontier *frontier)
{
  for (guint i = 0; i < frontier->points->len; i++)
    {
      const ParleyPoint *point = g_ptr_array_index (frontier->points, i);
      g_autoptr(GPtrArray) deals = parley_frontier_list (frontier, point, 3);

      CU_ASSERT (deals->len > 0);
      CU_ASSERT (mpz_cmp_ui (point->n_deals, deals->len) >= 0);
      for (guint k = 0; k < deals->len; k++)
        {
          const ParleyNaiveDeal *deal = find_deal (sample, g_ptr_array_index (deals, k));

          CU_ASSERT_TRUE (is_acceptable (sample, deal));
          for (guint s = 0; s < frontier->n_slots; s++)
            CU_ASSERT_TRUE (
                parley_sample_steps (sample, frontier->slots[s], deal->scores[frontier->slots[s]])
                == point->scores[frontier->slots[s]]);
        }
    }
}

/* Whether the cover of some group has no less than @scores. */
static gboolean
is_covered (const ParleyFrontier *frontier, const ParleyScore *scores)
{
  for (guint g = 0; g < frontier->groups->len; g++)
    {
      const ParleyGroup *group = g_ptr_array_index (frontier->groups, g);
      const ParleyFront *cover = parley_group_cover (group);

      for (gsize i = 0; i < cover->n; i++)
        {
          guint s = 0;

          while (s < frontier->n_slots && parley_front_point (cover, i)[s] >= scores[s])
            s++;
          if (s == frontier->n_slots)
            return TRUE;
        }
    }
  return FALSE;
}

/* No deal beats the cover. Returns: how many are acceptable. */
static guint
expect_covered (const ParleySample *sample, const ParleyFrontier *frontier)
{
  ParleyScore scores[8];
  guint n = 0;

  for (guint i = 0; i < sample->deals->len; i++)
    {
      const ParleyNaiveDeal *deal = parley_sample_deal (sample, i);

      if (!is_acceptable (sample, deal))
        continue;
      n++;
      for (guint s = 0; s < frontier->n_slots; s++)
        scores[s]
            = parley_sample_steps (sample, frontier->slots[s], deal->scores[frontier->slots[s]]);
      PARLEY_EXPECT (is_covered (frontier, scores), "deal %u", i);
    }
  return n;
}

/* Whether what @surpluses come to is within the bound. */
static gboolean
is_within (const ParleySolutionGap *gap, mpq_t *surpluses, guint n)
{
  gboolean within = FALSE;
  mpq_t worth;

  mpq_init (worth);
  if (gap->kind == PARLEY_GAIN_PRODUCT)
    within = parley_surpluses_multiply (surpluses, n, worth) < (int) n
             || mpq_cmp (worth, gap->most) <= 0;
  else if (gap->kind == PARLEY_GAIN_POSITIVE)
    within = mpq_cmp_si (gap->most, parley_surpluses_multiply (surpluses, n, worth), 1) >= 0;
  else if (gap->kind == PARLEY_GAIN_SUM)
    {
      parley_surpluses_add (surpluses, n, worth);
      within = mpq_cmp (worth, gap->most) <= 0;
    }
  else
    for (guint i = 0; i < n && !within; i++)
      within = mpq_cmp (surpluses[i], gap->most) <= 0;
  mpq_clear (worth);
  return within;
}

/* What is said of each solution holds for every deal. Returns: how many solutions could be
 * better than what was found. */
static guint
expect_gap (const ParleySample *sample, const ParleyFrontier *frontier)
{
  static const ParleyOrderKind kinds[]
      = { PARLEY_ORDER_NASH, PARLEY_ORDER_EGALITARIAN, PARLEY_ORDER_UTILITARIAN };
  g_autoptr(ParleyGap) gap = parley_frontier_inexact (frontier) == NULL
                                  ? NULL
                                  : parley_gap_new (frontier, sample->utilities);
  ParleyScore scores[8] = { 0 };
  guint n_open = 0;

  for (guint k = 0; gap != NULL && k < G_N_ELEMENTS (kinds); k++)
    {
      g_autoptr(ParleyOrder) order
          = parley_order_new (kinds[k], sample->utilities, frontier->slots, frontier->n_slots);
      const ParleySolutionGap *one = parley_gap_of (gap, kinds[k]);

      CU_ASSERT_EQUAL (one != NULL, frontier->points->len > 0);
      n_open += one != NULL && mpq_cmp (one->found, one->most) < 0;
      for (guint i = 0; one != NULL && i < sample->deals->len; i++)
        {
          const ParleyNaiveDeal *deal = parley_sample_deal (sample, i);
          mpq_t *surpluses = NULL;

          if (!is_acceptable (sample, deal))
            continue;
          for (guint s = 0; s < sample->utilities->len; s++)
            scores[s] = parley_sample_steps (sample, s, deal->scores[s]);
          surpluses = parley_order_exact (order, scores);
          CU_ASSERT_TRUE (is_within (one, surpluses, parley_order_n_slots (order)));
          parley_surpluses_free (surpluses, parley_order_n_slots (order));
          for (guint s = 0; s < frontier->n_slots; s++)
            CU_ASSERT_TRUE (scores[frontier->slots[s]] <= gap->most[frontier->slots[s]]);
        }
    }
  return n_open;
}

static gboolean
same_frontiers (const ParleyFrontier *a, const ParleyFrontier *b)
{
  if (a->points->len != b->points->len)
    return FALSE;
  for (guint i = 0; i < a->points->len; i++)
    {
      const ParleyPoint *x = g_ptr_array_index (a->points, i);
      const ParleyPoint *y = g_ptr_array_index (b->points, i);

      if (mpz_cmp (x->n_deals, y->n_deals) != 0)
        return FALSE;
      for (guint s = 0; s < a->n_slots; s++)
        if (x->scores[a->slots[s]] != y->scores[a->slots[s]])
          return FALSE;
    }
  return TRUE;
}

static gsize
n_cover (const ParleyFrontier *frontier)
{
  gsize n = 0;

  for (guint g = 0; g < frontier->groups->len; g++)
    n += parley_group_cover (g_ptr_array_index (frontier->groups, g))->n;
  return n;
}

/* Whether all that the cover promises has been found. */
static gboolean
is_closed (const ParleyFrontier *frontier)
{
  for (guint g = 0; g < frontier->groups->len; g++)
    {
      const ParleyFront *cover = parley_group_cover (g_ptr_array_index (frontier->groups, g));

      for (gsize i = 0; i < cover->n; i++)
        {
          gboolean found = FALSE;

          for (guint p = 0; p < frontier->points->len && !found; p++)
            {
              const ParleyPoint *point = g_ptr_array_index (frontier->points, p);
              guint s = 0;

              while (s < frontier->n_slots
                     && point->scores[frontier->slots[s]] >= parley_front_point (cover, i)[s])
                s++;
              found = s == frontier->n_slots;
            }
          if (!found)
            return FALSE;
        }
    }
  return TRUE;
}

static void
look_at (const ParleySample *sample, const ParleyBudget *budget, Seen *seen)
{
  g_autoptr(ParleyFrontier) exact = search (sample, NULL);
  g_autoptr(ParleyFrontier) frontier = search (sample, budget);
  guint n = 0;

  CU_ASSERT_PTR_NOT_NULL_FATAL (frontier);
  expect_true (sample, frontier);
  n = expect_covered (sample, frontier);
  seen->n_open += expect_gap (sample, frontier);
  seen->n_deals += n;
  seen->n_found += frontier->points->len;
  seen->n_missed += n > 0 && frontier->points->len == 0;
  seen->n_refuted += n_cover (frontier) == 0;
  seen->n_gaps += !is_closed (exact) || !is_closed (frontier);
  seen->n_closed += n > 0 && is_closed (frontier);
  if (budget->beam == ENOUGH)
    CU_ASSERT_TRUE (same_frontiers (frontier, exact));
}

static void
test_bounds (void)
{
  static const guint widths[] = { 1, 2, 4, ENOUGH };
  Seen seen[G_N_ELEMENTS (widths)] = { 0 };

  for (guint32 seed = 0; seed < N_SCENARIOS; seed++)
    {
      g_autoptr(ParleySample) sample = parley_sample_new (seed);
      guint n_failures = CU_get_number_of_failures ();

      for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
        {
          ParleyBudget budget = { 0, 1000000, widths[i], G_MAXUINT, 100000000 };

          look_at (sample, &budget, &seen[i]);
        }
      PARLEY_EXPECT (CU_get_number_of_failures () == n_failures, "seed %u", seed);
    }
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      CU_ASSERT (seen[i].n_deals > parley_effort (1000));
      CU_ASSERT (seen[i].n_found > parley_effort (200));
      CU_ASSERT (seen[i].n_refuted > parley_effort (10));
      CU_ASSERT (seen[i].n_closed > parley_effort (20));
    }
  CU_ASSERT (seen[0].n_missed >= parley_effort_rare (1));
  CU_ASSERT (seen[0].n_gaps > seen[1].n_gaps && seen[1].n_gaps > seen[2].n_gaps);
  CU_ASSERT (seen[0].n_open > parley_effort (20) && seen[1].n_open > parley_effort (5));
  CU_ASSERT_EQUAL (seen[3].n_open, 0);
  CU_ASSERT_EQUAL (seen[3].n_missed, 0);
  CU_ASSERT_EQUAL (seen[3].n_gaps, 0);
}

/* Layers stay as narrow as they must, and nothing is lost while they can. */
static void
test_widths (void)
{
  guint n_narrowed = 0;

  for (guint32 seed = 0; seed < N_SCENARIOS; seed++)
    {
      g_autoptr(ParleySample) sample = parley_sample_new (seed);
      ParleyAcceptance acceptance = acceptance_within (sample, NULL);
      guint slot = 0;
      g_autoptr(ParleyView) view = parley_acceptance_view (&acceptance, 0, &slot, 1);
      g_autofree guint *order = g_new (guint, sample->space->domain->n_axes);
      g_autoptr(ParleyDiagram) exact = NULL;

      parley_plan_narrow_order (view, order);
      exact = parley_diagram_new (view, order, 1000000, NULL);
      for (guint width = 1; width < 4; width++)
        {
          g_autoptr(ParleyRelaxation) relaxation
              = parley_relaxation_new (view, order, width, NULL, NULL);
          g_autoptr(ParleyDiagram) beam = parley_beam_new (relaxation, width, NULL, NULL);

          CU_ASSERT (exact->empty || !relaxation->diagram->empty);
          for (guint l = 0; l < exact->n_layers && !exact->empty; l++)
            {
              CU_ASSERT (relaxation->diagram->layers[l].n_nodes <= width);
              CU_ASSERT (beam->empty || beam->layers[l].n_nodes <= width);
              n_narrowed += exact->layers[l].n_nodes > width;
            }
        }
    }
  CU_ASSERT (n_narrowed > parley_effort (100));
}

/* A frontier with too many points is found in part as well. */
static void
test_points (void)
{
  Seen seen = { 0 };
  guint n_refused = 0;

  for (guint32 seed = 0; seed < N_SCENARIOS; seed++)
    {
      g_autoptr(ParleySample) sample = parley_sample_new (seed);
      ParleyBudget budget = { 1000000, 12, 16, 1000000, 60 };
      g_autoptr(ParleyFrontier) frontier = search (sample, &budget);
      guint n_failures = CU_get_number_of_failures ();

      n_refused += frontier == NULL;
      if (frontier == NULL)
        continue;
      expect_true (sample, frontier);
      seen.n_deals += expect_covered (sample, frontier);
      seen.n_found += frontier->points->len;
      seen.n_gaps += !is_closed (frontier);
      PARLEY_EXPECT (CU_get_number_of_failures () == n_failures, "seed %u", seed);
    }
  CU_ASSERT (seen.n_deals > parley_effort (500));
  CU_ASSERT (seen.n_found > parley_effort (100));
  CU_ASSERT (seen.n_gaps > parley_effort (5));
  CU_ASSERT (n_refused < N_SCENARIOS / 2);
}

#define N_ISSUES    8
#define N_OPTIONS   4
#define N_PARTIES   5
#define PART_POINTS 8000

/* Two parties, and three that need not always consent: eight groups of deals. */
static ParleyLoaded *
load_groups (void)
{
  g_autofree char *issues = parley_small_choices (N_ISSUES, N_OPTIONS);
  g_autoptr(GString) parties = g_string_new (NULL);

  for (guint p = 0; p < N_PARTIES; p++)
    {
      g_string_append_printf (parties, "%s{'id': 'p%u', 'title': 'P', 'reservation': 0, ",
                              p == 0 ? "" : ", ", p);
      if (p > 1)
        g_string_append_printf (parties, "'needed_when': {'i%u': 'o0'}, ", p);
      for (guint i = 0; i < N_ISSUES; i++)
        g_string_append_printf (parties, "%s'i%u': %u", i == 0 ? "'weights': {" : ", ", i,
                                1 + (7 * p + 5 * i * i) % 11);
      for (guint i = 0; i < N_ISSUES; i++)
        {
          g_string_append_printf (parties, "%s'i%u': {", i == 0 ? "}, 'values': {" : "}, ", i);
          for (guint o = 0; o < N_OPTIONS; o++)
            g_string_append_printf (parties, "%s'o%u': %u", o == 0 ? "" : ", ", o,
                                    (31 * p + 17 * i * (o + 1) + 43 * o * (p + 1)) % 101);
        }
      g_string_append (parties, "}}}");
    }
  return parley_small_load (issues, parties->str, "");
}

/* All groups together have the points that are allowed, however many groups there are. */
static void
test_groups_share (void)
{
  g_autoptr(ParleyLoaded) loaded = load_groups ();
  g_autoptr(ParleySpace) space
      = parley_space_new (loaded->scenario, parley_domain_new (loaded->scenario), NULL, NULL, NULL);
  g_autoptr(GPtrArray) utilities = parley_utilities_new (space, NULL);
  ParleyAcceptance acceptance = parley_acceptance (space, utilities, NULL);
  ParleyBudget budget = { 1000000, 12, 16, 1000000, PART_POINTS };
  guint slots[N_PARTIES];
  guint n = parley_negotiating_slots (space, utilities, slots);
  g_autoptr(ParleyFrontier) frontier = NULL;
  gsize n_points = 0;

  acceptance.budget = &budget;
  frontier = parley_frontier_new (&acceptance, slots, n, NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL (frontier);
  CU_ASSERT_EQUAL (frontier->groups->len, 8);
  for (guint g = 0; g < frontier->groups->len; g++)
    n_points += ((const ParleyGroup *) g_ptr_array_index (frontier->groups, g))->fronts->n_points;
  PARLEY_EXPECT (n_points <= PART_POINTS, "%zu points", n_points);
}

/* Of one search: points of all groups, and how many groups are exact. */
typedef struct
{
  gsize    n_points;
  guint    n_exact;
  gboolean exact_behind; /* one behind one that is not */
} Shares;

static Shares
shares_within (const ParleyAcceptance *acceptance, const ParleyBudget *budget)
{
  ParleyAcceptance within = *acceptance;
  guint slots[N_PARTIES];
  guint n = parley_negotiating_slots (within.space, within.utilities, slots);
  g_autoptr(ParleyFrontier) frontier = NULL;
  Shares shares = { 0 };

  within.budget = budget;
  frontier = parley_frontier_new (&within, slots, n, NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL (frontier);
  for (guint g = 0; g < frontier->groups->len; g++)
    {
      const ParleyGroup *group = g_ptr_array_index (frontier->groups, g);

      shares.n_points += group->fronts->n_points;
      shares.n_exact += group->cover == NULL;
      shares.exact_behind |= group->cover == NULL && shares.n_exact <= g;
    }
  return shares;
}

/* Exact groups and others hold together what one search may, and once one was too much the
 * others are tried no more than a search in part takes. */
static void
test_groups_mixed (void)
{
  g_autoptr(ParleyLoaded) loaded = load_groups ();
  g_autoptr(ParleySpace) space
      = parley_space_new (loaded->scenario, parley_domain_new (loaded->scenario), NULL, NULL, NULL);
  g_autoptr(GPtrArray) utilities = parley_utilities_new (space, NULL);
  ParleyAcceptance acceptance = parley_acceptance (space, utilities, NULL);
  guint n_mixed = 0;

  for (gsize most = 2000; most < 1000000; most += most / 2)
    {
      ParleyBudget budget = { 1000000, most, 16, 20, 8 * most };
      Shares tight = shares_within (&acceptance, &budget);

      PARLEY_EXPECT (tight.n_points <= most + most / 8, "%zu of %zu", tight.n_points, most);
      CU_ASSERT_FALSE (tight.exact_behind);
      n_mixed += tight.n_exact > 0 && tight.n_exact < 8;
    }
  CU_ASSERT (n_mixed > 0);
}

void
parley_test_beam (void)
{
  CU_pSuite suite = CU_add_suite ("beam", NULL, NULL);

  CU_add_test (suite, "what is found is true, and nothing beats the bound", test_bounds);
  CU_add_test (suite, "layers are narrow", test_widths);
  CU_add_test (suite, "too many points", test_points);
  CU_add_test (suite, "groups share points", test_groups_share);
  CU_add_test (suite, "groups share what exact searches take", test_groups_mixed);
}
