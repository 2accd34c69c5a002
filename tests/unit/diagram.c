/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deals as paths through layers, in any order of the issues, against all deals. */
#include "space/diagram.h"

#include "base/error.h"
#include "expect.h"
#include "sample.h"
#include "small.h"
#include "space/fronts.h"
#include "space/meeting.h"
#include "space/plan.h"
#include "space/trace.h"
#include "suites.h"

static void
draw_outcomes (ParleyView *view, GRand *rand)
{
  const guint n[] = { [PARLEY_OUTCOME_COUPLING] = view->space->couplings->len,
                      [PARLEY_OUTCOME_FACTOR] = view->space->factors->len,
                      [PARLEY_OUTCOME_CROSSING] = view->space->scenario->parties->len };

  for (guint kind = 0; kind < G_N_ELEMENTS (n); kind++)
    for (guint i = 0; i < n[kind]; i++)
      if (g_rand_boolean (rand))
        parley_view_add_outcome (view, (ParleyOutcome){ kind, i });
}

/* A view that looks at everything: all parties' scores, some demands, some outcomes. */
static ParleyView *
draw_view (const ParleySample *sample, GRand *rand)
{
  ParleyView *view = parley_view_new (sample->space, sample->utilities);

  for (guint s = 0; s < sample->utilities->len; s++)
    {
      const ParleyUtility *utility = g_ptr_array_index (sample->utilities, s);

      if (g_rand_boolean (rand))
        parley_view_demand (view, PARLEY_EFFECT_RED_LINE, utility->party, PARLEY_DEMAND_NOT);
      if (g_rand_boolean (rand))
        parley_view_demand (view, PARLEY_EFFECT_WAIVE, utility->party,
                            g_rand_boolean (rand) ? PARLEY_DEMAND_MATCH : PARLEY_DEMAND_NOT);
      parley_view_add_constraint (view, s, g_rand_boolean (rand),
                                  utility->has_reservation ? utility->reservation : 0);
    }
  draw_outcomes (view, rand);
  return view;
}

static gboolean
meets_demands (const ParleyView *view, const guint *options)
{
  for (guint c = 0; c < view->space->couplings->len; c++)
    {
      const ParleyCoupling *coupling = g_ptr_array_index (view->space->couplings, c);
      gboolean matches = parley_predicate_matches (coupling->predicate, options);

      if (view->demands[c] == (matches ? PARLEY_DEMAND_NOT : PARLEY_DEMAND_MATCH))
        return FALSE;
    }
  return TRUE;
}

/* The scores of a view that a path brings. Returns: FALSE when there is no such path. */
static gboolean
follow (const ParleyDiagram *diagram, const guint *options, ParleyScore *scores)
{
  guint32 node = 0;

  memset (scores, 0, diagram->n_dims * sizeof *scores);
  for (guint l = 0; l < diagram->n_layers && !diagram->empty; l++)
    {
      const ParleyLayer *layer = &diagram->layers[l];
      guint option = options[layer->axis];
      guint32 child = parley_layer_child (layer, node, option);

      if (child == PARLEY_NO_NODE)
        return FALSE;
      for (guint d = 0; d < diagram->n_dims; d++)
        scores[d] += parley_layer_gain (layer, diagram->n_dims, node, option)[d];
      node = child;
    }
  return !diagram->empty;
}

/* Counts how often the path of @options makes each outcome certain, and takes down what it
 * comes to. */
static void
follow_outcomes (const ParleyDiagram *diagram, const guint *options, guint *n_settled, guint *got)
{
  guint32 node = 0;

  for (guint l = 0; l < diagram->n_layers; l++)
    {
      const ParleyLayer *layer = &diagram->layers[l];
      guint option = options[layer->axis];

      for (guint i = 0; i < layer->n_outcomes; i++)
        {
          guint32 settled = parley_layer_settlement (layer, node, option)[i];

          if (settled == 0)
            continue;
          n_settled[layer->outcomes[i]]++;
          got[layer->outcomes[i]] = settled - 1;
        }
      node = parley_layer_child (layer, node, option);
    }
}

static guint
naive_outcome (const ParleySpace *space, const ParleyOutcome *outcome, const ParleyNaiveDeal *deal)
{
  switch (outcome->kind)
    {
    case PARLEY_OUTCOME_COUPLING:
      return (guint) parley_predicate_matches (
          ((const ParleyCoupling *) g_ptr_array_index (space->couplings, outcome->index))
              ->predicate,
          deal->options);
    case PARLEY_OUTCOME_FACTOR:
      return parley_factor_value (g_ptr_array_index (space->factors, outcome->index),
                                  deal->options);
    case PARLEY_OUTCOME_CROSSING:
    default:
      return (guint) deal->crossed[outcome->index];
    }
}

/* On each path every outcome becomes certain once, and is what it is. */
static void
expect_outcomes (const ParleyView *view, const ParleyDiagram *diagram, const ParleyNaiveDeal *deal)
{
  guint n = view->outcomes->len;
  g_autofree guint *n_settled = g_new0 (guint, MAX (1, n));
  g_autofree guint *got = g_new0 (guint, MAX (1, n));

  follow_outcomes (diagram, deal->options, n_settled, got);
  for (guint i = 0; i < n; i++)
    {
      guint want = naive_outcome (view->space, parley_view_outcome (view, i), deal);

      if (diagram->certain[i] == PARLEY_UNDECIDED)
        PARLEY_EXPECT (n_settled[i] == 1 && got[i] == want, "outcome %u", i);
      else
        PARLEY_EXPECT (n_settled[i] == 0 && diagram->certain[i] == (gint32) want, "outcome %u", i);
    }
}

static gboolean
scores_as (const ParleySample *sample,
           const ParleyView *view,
           const ParleyNaiveDeal *deal,
           const ParleyScore *scores)
{
  for (guint d = 0; d < view->dims->len; d++)
    {
      const ParleyDim *dim = parley_view_dim (view, d);
      ParleyScore score = parley_sample_steps (sample, dim->slot, deal->scores[dim->slot]);

      if (scores[d] != (dim->negated ? -score : score))
        return FALSE;
    }
  return TRUE;
}

static gboolean
reaches_floors (const ParleyView *view, const ParleyScore *scores)
{
  for (guint d = 0; d < view->dims->len; d++)
    if (scores[d] < parley_view_dim (view, d)->floor)
      return FALSE;
  return TRUE;
}

/* Returns: how many deals meet the demands and reach the floors. */
static guint
expect_paths (const ParleySample *sample, const ParleyView *view, const ParleyDiagram *diagram)
{
  ParleyScore scores[8];
  guint n = 0;

  for (guint i = 0; i < sample->deals->len; i++)
    {
      const ParleyNaiveDeal *deal = parley_sample_deal (sample, i);
      gboolean found = follow (diagram, deal->options, scores);

      PARLEY_EXPECT (found == meets_demands (view, deal->options), "deal %u", i);
      PARLEY_EXPECT (!found || scores_as (sample, view, deal, scores), "scores of deal %u", i);
      if (found)
        expect_outcomes (view, diagram, deal);
      n += found && reaches_floors (view, scores);
    }
  return n;
}

/* Both ways to count: from halves, and from the scores that occur. */
static void
expect_counts (const ParleyView *view, const ParleyDiagram *diagram, guint want)
{
  g_autoptr(ParleyFronts) fronts = parley_fronts_new (view, diagram, 1000000, NULL);
  mpz_t count;

  mpz_init (count);
  parley_fronts_count (fronts, count);
  CU_ASSERT_EQUAL (mpz_get_ui (count), want);
  if (!diagram->empty)
    {
      g_autoptr(ParleyMeeting) meeting = parley_meeting_new (view, diagram);

      parley_meeting_count (meeting, count, NULL);
      CU_ASSERT_EQUAL (mpz_get_ui (count), want);
    }
  mpz_clear (count);
}

/* How many of the deals that reach the floors have each option, from the scores. */
static void
expect_options (const ParleySample *sample, const ParleyView *view, const ParleyDiagram *diagram)
{
  g_autoptr(ParleyFronts) fronts = parley_fronts_new (view, diagram, 1000000, NULL);
  guint n_axes = sample->space->domain->n_axes;
  mpz_t **by_option = g_new (mpz_t *, n_axes);
  ParleyScore scores[8];

  for (guint a = 0; a < n_axes; a++)
    {
      by_option[a] = g_new (mpz_t, sample->space->domain->axes[a].n_options);
      for (guint o = 0; o < sample->space->domain->axes[a].n_options; o++)
        mpz_init (by_option[a][o]);
    }
  parley_fronts_count_by_option (fronts, by_option);
  for (guint i = 0; i < sample->deals->len; i++)
    {
      const guint *options = parley_sample_deal (sample, i)->options;

      for (guint a = 0; a < n_axes; a++)
        if (follow (diagram, options, scores) && reaches_floors (view, scores))
          mpz_sub_ui (by_option[a][options[a]], by_option[a][options[a]], 1);
    }
  for (guint a = 0; a < n_axes; a++)
    {
      for (guint o = 0; o < sample->space->domain->axes[a].n_options; o++)
        {
          CU_ASSERT_EQUAL (mpz_sgn (by_option[a][o]), 0);
          mpz_clear (by_option[a][o]);
        }
      g_free (by_option[a]);
    }
  g_free (by_option);
}

static void
test_paths (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (5);
  guint n_empty = 0, n_many_nodes = 0, n_counted = 0;

  for (guint32 seed = 0; seed < 2 * PARLEY_N_SAMPLES; seed++)
    {
      g_autoptr(ParleySample) sample = parley_sample_new (seed / 2);
      g_autoptr(ParleyView) view = draw_view (sample, rand);
      guint n_axes = sample->space->domain->n_axes;
      g_autofree guint *order = g_new (guint, n_axes);
      g_autoptr(ParleyDiagram) diagram = NULL;
      guint n_failures = CU_get_number_of_failures ();
      guint want = 0;

      if (seed % 2 == 0)
        parley_small_shuffle (rand, order, n_axes);
      else
        parley_plan_narrow_order (view, order);
      diagram = parley_diagram_new (view, order, 1000000, NULL);
      want = expect_paths (sample, view, diagram);
      expect_counts (view, diagram, want);
      if (!diagram->empty)
        expect_options (sample, view, diagram);
      n_counted += want;
      n_empty += (guint) diagram->empty;
      for (guint l = 0; l < n_axes && !diagram->empty; l++)
        n_many_nodes += diagram->layers[l].n_nodes > 1;
      PARLEY_EXPECT (CU_get_number_of_failures () == n_failures, "seed %u", seed);
    }
  CU_ASSERT (n_empty > parley_effort (10));
  CU_ASSERT (n_many_nodes > parley_effort (50));
  CU_ASSERT (n_counted > parley_effort (500));
}

/* Points, their numbers of deals and the first of these in file order, with the issues
 * chosen in another order. */
static void
expect_trace (const ParleySample *sample,
              const ParleyView *view,
              const ParleyFronts *fronts,
              gsize point)
{
  const ParleyScore *objectives = parley_front_point (parley_fronts_whole (fronts), point);
  g_autoptr(ParleyTrace) trace = parley_trace_new (fronts, objectives);
  g_autoptr(GPtrArray) deals = parley_trace_list (trace, 1000);
  guint n_axes = sample->space->domain->n_axes;
  gsize n_points = parley_fronts_whole (fronts)->n;
  mpz_t *counts = NULL;
  guint n = 0;

  for (guint i = 0; i < sample->deals->len; i++)
    {
      const ParleyNaiveDeal *deal = parley_sample_deal (sample, i);
      gboolean on_point = meets_demands (view, deal->options);

      for (guint d = 0; d < view->dims->len; d++)
        {
          const ParleyDim *dim = parley_view_dim (view, d);
          ParleyScore score = parley_sample_steps (sample, dim->slot, deal->scores[dim->slot]);

          score = dim->negated ? -score : score;
          on_point &= d < view->n_objectives ? score == objectives[d] : score >= dim->floor;
        }
      if (!on_point)
        continue;
      CU_ASSERT_FATAL (n < deals->len);
      CU_ASSERT_EQUAL (
          memcmp (g_ptr_array_index (deals, n), deal->options, n_axes * sizeof (guint)), 0);
      n++;
    }
  CU_ASSERT_EQUAL (deals->len, n);
  counts = parley_exact_wholes_new (n_points);
  parley_fronts_count_by_point (fronts, counts);
  CU_ASSERT_EQUAL (mpz_get_ui (counts[point]), n);
  parley_exact_wholes_free (counts, n_points);
}

static void
test_traces (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (6);
  guint n_points = 0;

  for (guint32 seed = 0; seed < PARLEY_N_SAMPLES; seed++)
    {
      g_autoptr(ParleySample) sample = parley_sample_new (seed);
      g_autoptr(ParleyView) view = parley_view_new (sample->space, sample->utilities);
      g_autofree guint *order = g_new (guint, sample->space->domain->n_axes);
      g_autoptr(ParleyDiagram) diagram = NULL;
      g_autoptr(ParleyFronts) fronts = NULL;
      guint n_failures = CU_get_number_of_failures ();

      parley_view_add_objective (view, 0, NULL);
      for (guint s = 1; s < sample->utilities->len; s++)
        parley_view_add_constraint (view, s, FALSE,
                                    parley_sample_utility (sample, s)->has_reservation
                                        ? parley_sample_utility (sample, s)->reservation
                                        : 0);
      parley_small_shuffle (rand, order, sample->space->domain->n_axes);
      diagram = parley_diagram_new (view, order, 1000000, NULL);
      fronts = parley_fronts_new (view, diagram, 1000000, NULL);
      n_points += (guint) parley_fronts_whole (fronts)->n;
      for (gsize i = 0; i < parley_fronts_whole (fronts)->n; i++)
        expect_trace (sample, view, fronts, i);
      PARLEY_EXPECT (CU_get_number_of_failures () == n_failures, "seed %u", seed);
    }
  CU_ASSERT (n_points > parley_effort (100));
}

/* More ties on a point than doubles can count. */
static void
test_many_ties (void)
{
  g_autoptr(GString) issues = g_string_new (NULL);
  g_autoptr(ParleyLoaded) loaded = NULL;
  g_autoptr(ParleySpace) space = NULL;
  g_autoptr(GPtrArray) utilities = NULL;
  g_autoptr(ParleyView) view = NULL;
  g_autoptr(ParleyDiagram) diagram = NULL;
  g_autoptr(ParleyFronts) fronts = NULL;
  g_autoptr(GPtrArray) deals = NULL;
  gboolean in_file_order = FALSE;
  ParleyScore best = 0;
  g_autofree char *text = NULL;
  mpz_t count;

  for (guint i = 0; i < 20; i++)
    g_string_append_printf (
        issues, "%s{ 'id': 'i%u', 'title': 'I', 'kind': 'range', 'min': 0, 'max': 9, 'step': 1 }",
        i == 0 ? "" : ", ", i);
  loaded = parley_small_load (issues->str,
                              "{ 'id': 'p', 'title': 'P', 'reservation': 0, 'weights': { 'i3': 1 "
                              "}, 'values': { 'i3': { 'points': [[0, 0], [9, 100]] } } }",
                              "");
  space
      = parley_space_new (loaded->scenario, parley_domain_new (loaded->scenario), NULL, NULL, NULL);
  utilities = parley_utilities_new (space, NULL);
  view = parley_view_new (space, utilities);
  parley_view_add_objective (view, 0, NULL);
  diagram = parley_plan_diagram (view, &in_file_order, NULL);
  fronts = parley_fronts_new (view, diagram, 1000, NULL);
  CU_ASSERT_TRUE (in_file_order);
  CU_ASSERT_EQUAL_FATAL (parley_fronts_whole (fronts)->n, 1);
  best = parley_front_point (parley_fronts_whole (fronts), 0)[0];
  mpz_init (count);
  parley_fronts_count (fronts, count);
  text = parley_count_to_text (count);
  PARLEY_EXPECT_TEXT ("ties", text, "10000000000000000000");
  mpz_clear (count);
  deals = parley_fronts_list (fronts, &best, 3);
  CU_ASSERT_EQUAL_FATAL (deals->len, 3);
  for (guint i = 0; i < 3; i++)
    {
      CU_ASSERT_EQUAL (((guint *) deals->pdata[i])[3], 9);
      CU_ASSERT_EQUAL (((guint *) deals->pdata[i])[19], i);
      CU_ASSERT_EQUAL (((guint *) deals->pdata[i])[18], 0);
    }
}

/* What hangs together in too many ways is named. */
static void
test_too_wide (void)
{
  g_autoptr(GString) issues = g_string_new (NULL);
  g_autoptr(GString) adjustments = g_string_new (NULL);
  g_autofree char *party = NULL;
  g_autoptr(ParleyLoaded) loaded = NULL;
  g_autoptr(ParleySpace) space = NULL;
  g_autoptr(GPtrArray) utilities = NULL;
  g_autoptr(ParleyView) view = NULL;
  g_autoptr(GError) error = NULL;
  guint order[60];

  for (guint i = 0; i < 60; i++)
    g_string_append_printf (
        issues, "%s{ 'id': 'i%u', 'title': 'I', 'kind': 'range', 'min': 0, 'max': 9, 'step': 1 }",
        i == 0 ? "" : ", ", i);
  for (guint i = 0; i < 300; i++)
    g_string_append_printf (adjustments,
                            "%s{ 'id': 'a%u', 'when': { 'i%u': { 'min': %u }, 'i%u': { 'max': %u } "
                            "}, 'points': %u }",
                            i == 0 ? "" : ", ", i, i % 60, i % 7 + 1, (i * i + i / 60 * 7 + 1) % 60,
                            i % 5 + 3, i + 1);
  party = g_strdup_printf ("{ 'id': 'p', 'title': 'P', 'reservation': 0, 'weights': { 'i3': 1 }, "
                           "'values': { 'i3': { 'points': [[0, 0], [9, 100]] } }, "
                           "'adjustments': [%s] }",
                           adjustments->str);
  loaded = parley_small_load (issues->str, party, "");
  space
      = parley_space_new (loaded->scenario, parley_domain_new (loaded->scenario), NULL, NULL, NULL);
  utilities = parley_utilities_new (space, NULL);
  view = parley_view_new (space, utilities);
  parley_view_add_objective (view, 0, NULL);
  parley_plan_narrow_order (view, order);
  CU_ASSERT_PTR_NULL (parley_diagram_new (view, order, 100000, &error));
  CU_ASSERT_TRUE_FATAL (g_error_matches (error, PARLEY_ERROR, PARLEY_ERROR_LIMIT));
  CU_ASSERT_PTR_NOT_NULL (strstr (error->message, "p's adjustment \"a"));
}

/* Where nobody asks why, what is too much is seen earlier, and is the same. */
static void
test_given_up (void)
{
  guint n_given_up = 0, n_built = 0;

  for (guint32 seed = 0; seed < PARLEY_N_SAMPLES; seed++)
    {
      g_autoptr(ParleySample) sample = parley_sample_new (seed);
      g_autoptr(ParleyView) view = parley_view_new (sample->space, sample->utilities);
      g_autofree guint *order = g_new (guint, sample->space->domain->n_axes);

      parley_small_file_order (order, view->space->domain->n_axes);
      for (gsize most = 1; most < 100; most += 1 + most / 4)
        {
          g_autoptr(GError) error = NULL;
          g_autoptr(ParleyDiagram) asked = parley_diagram_new (view, order, most, &error);
          g_autoptr(ParleyDiagram) quiet = parley_diagram_new (view, order, most, NULL);

          PARLEY_EXPECT ((asked == NULL) == (quiet == NULL), "seed %u, %" G_GSIZE_FORMAT " arcs",
                         seed, most);
          n_given_up += quiet == NULL;
          n_built += quiet != NULL;
        }
    }
  CU_ASSERT (n_given_up > parley_effort (100));
  CU_ASSERT (n_built > parley_effort (100));
}

/* Ten issues, of which each of the first five hangs together with one of the others. */
static ParleyLoaded *
load_crossed (void)
{
  g_autoptr(GString) issues = g_string_new (NULL);
  g_autoptr(GString) adjustments = g_string_new (NULL);
  g_autofree char *party = NULL;

  for (guint i = 0; i < 10; i++)
    g_string_append_printf (
        issues, "%s{ 'id': 'i%u', 'title': 'I', 'kind': 'range', 'min': 0, 'max': 9, 'step': 1 }",
        i == 0 ? "" : ", ", i);
  for (guint i = 0; i < 50; i++)
    g_string_append_printf (adjustments,
                            "%s{ 'id': 'a%u', 'when': { 'i%u': %u, 'i%u': %u }, 'points': 1 }",
                            i == 0 ? "" : ", ", i, i / 10, i % 10, i / 10 + 5, i % 10);
  party = g_strdup_printf ("{ 'id': 'p', 'title': 'P', 'reservation': 0, 'weights': { 'i3': 1 }, "
                           "'values': { 'i3': { 'points': [[0, 0], [9, 100]] } }, "
                           "'adjustments': [%s] }",
                           adjustments->str);
  return parley_small_load (issues->str, party, "");
}

/* Where the order of the file makes a large diagram, that of the view is as good as any. */
static void
test_order_of_view (void)
{
  static const guint order[] = { 9, 4, 8, 3, 7, 2, 6, 1, 5, 0 };
  static const guint crossed[] = { 9, 8, 7, 6, 5, 4, 3, 2, 1, 0 };
  g_autoptr(ParleyLoaded) loaded = load_crossed ();
  g_autoptr(ParleySpace) space
      = parley_space_new (loaded->scenario, parley_domain_new (loaded->scenario), NULL, NULL, NULL);
  g_autoptr(GPtrArray) utilities = parley_utilities_new (space, NULL);
  g_autoptr(ParleyView) view = parley_view_new (space, utilities);
  const guint *orders[] = { NULL, order, crossed };
  static const guint first[] = { 0, 9, 0 };

  parley_view_add_objective (view, 0, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      gboolean in_file_order = TRUE;
      g_autoptr(ParleyDiagram) diagram = NULL;

      view->order = orders[i];
      diagram = parley_plan_diagram (view, &in_file_order, NULL);
      CU_ASSERT_PTR_NOT_NULL_FATAL (diagram);
      CU_ASSERT_FALSE (in_file_order);
      CU_ASSERT_EQUAL (diagram->layers[0].axis, first[i]);
    }
}

void
parley_test_diagram (void)
{
  CU_pSuite suite = CU_add_suite ("diagram", NULL, NULL);

  CU_add_test (suite, "paths are deals", test_paths);
  CU_add_test (suite, "deals on a point", test_traces);
  CU_add_test (suite, "more ties than doubles count", test_many_ties);
  CU_add_test (suite, "too wide", test_too_wide);
  CU_add_test (suite, "given up", test_given_up);
  CU_add_test (suite, "order of the view", test_order_of_view);
}
