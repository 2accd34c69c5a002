/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parley/zopa.h"

#include "analysis/landscape.h"
#include "parley/arena.h"
#include "parley/deal_terms.h"
#include "parley/talks_part.h"

#define MOST_LISTED 1000000

typedef struct
{
  ParleyZopa zopa; /* first, so that one is the other */
  ParleyArena *arena;
  const ParleyLandscape *landscape; /* while it is filled */
} Zopa;

/* @n_alike: (nullable). */
static const ParleyZopaDeal *
deal_new (const Zopa *zopa, const ParleyDeal *deal, mpz_srcptr n_alike)
{
  const ParleyLandscape *landscape = zopa->landscape;
  ParleyZopaDeal *self = parley_arena_add (zopa->arena, ParleyZopaDeal, 1);
  ParleyAmount *scores = parley_arena_add (zopa->arena, ParleyAmount, landscape->utilities->len);
  mpq_t score;

  mpq_init (score);
  for (guint p = 0; p < landscape->utilities->len; p++)
    {
      const ParleyUtility *utility = g_ptr_array_index (landscape->utilities, p);

      parley_score_to_exact (deal->scores[p], utility->denominator, score);
      scores[p] = parley_arena_amount (zopa->arena, utility->scored ? score : NULL);
    }
  mpq_clear (score);
  self->terms = parley_deal_terms_new (zopa->arena, landscape->space, deal->options);
  self->scores = scores;
  self->n_alike = n_alike == NULL ? NULL : parley_arena_count (zopa->arena, n_alike);
  return self;
}

/* The first deal on @point. */
static const ParleyZopaDeal *
deal_of_point (const Zopa *zopa, const ParleyPoint *point)
{
  const ParleyLandscape *landscape = zopa->landscape;
  g_autoptr(GPtrArray) first = parley_frontier_list (landscape->findings->frontier, point, 1);
  g_autoptr(ParleyDeal) deal
      = parley_deal_new (landscape->space, landscape->utilities, g_ptr_array_index (first, 0));

  return deal_new (zopa, deal, point->n_deals);
}

static void
add_counts (Zopa *self, const ParleyScenario *scenario)
{
  const ParleyCounts *counts = self->landscape->findings->counts;
  const char **accepted = NULL;

  self->zopa.n_deals = parley_arena_count (self->arena, self->landscape->n_deals);
  if (counts == NULL)
    return;
  accepted = parley_arena_add (self->arena, const char *, scenario->parties->len);
  for (guint p = 0; p < scenario->parties->len; p++)
    if (parley_party_decides (parley_scenario_party (scenario, p)))
      accepted[p] = parley_arena_count (self->arena, counts->total.by_party[p]);
  self->zopa.n_feasible = parley_arena_count (self->arena, counts->total.feasible);
  self->zopa.n_acceptable = parley_arena_count (self->arena, counts->total.all);
  self->zopa.n_accepted = accepted;
}

static void
add_frontier (Zopa *self)
{
  const GPtrArray *points = self->landscape->findings->frontier->points;
  const ParleyZopaDeal **list = parley_arena_add (self->arena, const ParleyZopaDeal *, points->len);

  for (guint i = 0; i < points->len; i++)
    list[i] = deal_of_point (self, g_ptr_array_index (points, i));
  self->zopa.n_frontier = points->len;
  self->zopa.frontier = list;
}

static const ParleyZopaSolution *
solution_new (const Zopa *zopa, ParleySolution solution)
{
  static const char *const names[] = { [PARLEY_NASH] = "nash",
                                       [PARLEY_KALAI_SMORODINSKY] = "kalai_smorodinsky",
                                       [PARLEY_EGALITARIAN] = "egalitarian",
                                       [PARLEY_UTILITARIAN] = "utilitarian" };
  const GPtrArray *landmarks = zopa->landscape->solutions[solution];
  ParleyZopaSolution *self = parley_arena_add (zopa->arena, ParleyZopaSolution, 1);

  self->name = names[solution];
  self->n_tied = zopa->landscape->n_tied[solution];
  if (landmarks->len > 0)
    {
      const ParleyLandmark *first = g_ptr_array_index (landmarks, 0);

      self->deal = deal_of_point (zopa, first->point);
    }
  return self;
}

static void
add_solutions (Zopa *self)
{
  const ParleyZopaSolution **list
      = parley_arena_add (self->arena, const ParleyZopaSolution *, PARLEY_N_SOLUTIONS);

  for (guint i = 0; i < PARLEY_N_SOLUTIONS; i++)
    list[i] = solution_new (self, i);
  self->zopa.n_solutions = PARLEY_N_SOLUTIONS;
  self->zopa.solutions = list;
}

static void
add_best (Zopa *self)
{
  const ParleyFindings *findings = self->landscape->findings;
  guint n = findings->top->len;
  const ParleyZopaDeal **list = parley_arena_add (self->arena, const ParleyZopaDeal *, n);

  for (guint i = 0; i < n; i++)
    list[i] = deal_new (self, g_ptr_array_index (findings->top, i), NULL);
  self->zopa.n_best = n;
  self->zopa.best = list;
  if (findings->nearest != NULL)
    self->zopa.nearest = deal_new (self, findings->nearest, NULL);
}

static void
fill (Zopa *self, const ParleyScenario *scenario)
{
  const ParleyFindings *findings = self->landscape->findings;

  self->zopa.status = parley_findings_has_deal (findings) ? PARLEY_STATUS_DONE : PARLEY_STATUS_NO;
  self->zopa.rounded = parley_utilities_rounded (self->landscape->utilities);
  add_counts (self, scenario);
  add_frontier (self);
  add_solutions (self);
  add_best (self);
}

ParleyZopa *
parley_talks_find_zopa (const ParleyTalks *talks, size_t n_most, bool count)
{
  g_autoptr(GError) error = NULL;
  const ParleyScenario *scenario = parley_talks_scenario (talks, &error);
  ParleyDealsRequest request = { .by = PARLEY_ORDER_NASH,
                                 .count = count,
                                 .n_top = (guint) MIN (n_most, MOST_LISTED),
                                 .n_ties = 1,
                                 .memory = PARLEY_BUDGET_DEFAULT };
  g_autoptr(ParleyLandscape) landscape
      = scenario == NULL ? NULL
                         : parley_landscape_new (scenario, &request, PARLEY_AMONG_ALL, &error);
  Zopa *self = g_new0 (Zopa, 1);

  self->arena = parley_arena_new ();
  self->landscape = landscape;
  if (landscape != NULL)
    fill (self, scenario);
  else
    {
      self->zopa.status = parley_status_of (error);
      self->zopa.message = parley_arena_text (self->arena, error->message);
    }
  return &self->zopa;
}

void
parley_zopa_free (ParleyZopa *zopa)
{
  Zopa *self = (Zopa *) zopa;

  if (self == NULL)
    return;
  g_ptr_array_unref (self->arena);
  g_free (self);
}
