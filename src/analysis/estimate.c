/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/estimate.h"

#include <math.h>

#include "analysis/brackets.h"
#include "analysis/deal_draw.h"
#include "space/evaluate.h"
#include "space/plan.h"
#include "space/tally.h"

/* Who accepts the deal of @options. */
static void
judge_deal (ParleyEstimate         *self,
            const ParleyAcceptance *acceptance,
            const guint            *options,
            ParleyScore            *scores)
{
  ParleyTuple tuple = parley_evaluate (acceptance->space, acceptance->utilities, options, scores);
  gboolean blocked = FALSE;

  for (guint s = 0; s < self->n_parties; s++)
    {
      const ParleyUtility *utility = g_ptr_array_index (acceptance->utilities, s);

      self->n_accepting[s]
          += (tuple.crossed >> utility->party & 1) == 0 && tuple.scores[s] >= utility->reservation;
      blocked |= parley_tuple_blocks (acceptance->space, acceptance->utilities, &tuple, s);
    }
  if (blocked)
    return;
  self->n_all++;
  for (guint a = 0; a < self->n_axes; a++)
    self->by_option[a][options[a]]++;
}

static void
draw_deals (ParleyEstimate *self, const ParleyAcceptance *acceptance, const ParleyDiagram *diagram)
{
  g_autofree ParleyScore *scores = g_new (ParleyScore, self->n_parties);
  g_autoptr(ParleyDealDraw) draw = parley_deal_draw_new (diagram, self->seed);

  for (guint i = 0; i < self->n_draws; i++)
    judge_deal (self, acceptance, parley_deal_draw_next (draw), scores);
}

static ParleyEstimate *
estimate_alloc (const ParleyAcceptance *acceptance, guint n_draws, guint64 seed)
{
  const ParleyDomain *domain = acceptance->space->domain;
  guint n_parties = acceptance->utilities->len;
  ParleyEstimate *self = g_new0 (ParleyEstimate, 1);

  self->n_draws = n_draws;
  self->seed = seed;
  mpz_init (self->n_feasible);
  self->n_parties = n_parties;
  self->n_accepting = g_new0 (guint, n_parties);
  self->accepting = g_new0 (ParleyBracket, n_parties);
  self->n_axes = domain->n_axes;
  self->by_option = g_new (guint *, self->n_axes);
  for (guint a = 0; a < self->n_axes; a++)
    self->by_option[a] = g_new0 (guint, domain->axes[a].n_options);
  return self;
}

ParleyEstimate *
parley_estimate_new (const ParleyAcceptance *acceptance,
                     guint                   n_draws,
                     guint64                 seed,
                     GError                **error)
{
  g_autoptr(ParleyView) view = parley_view_new (acceptance->space, NULL);
  g_autoptr(ParleyEstimate) self = NULL;
  g_autoptr(ParleyDiagram) diagram = NULL;

  view->memory = acceptance->memory;
  diagram = parley_plan_narrow_diagram (view, error);
  if (diagram == NULL || diagram->empty)
    return NULL;
  self = estimate_alloc (acceptance, n_draws, seed);
  if (!parley_tally (view, self->n_feasible, NULL, error))
    return NULL;
  draw_deals (self, acceptance, diagram);
  parley_brackets (acceptance, self->n_feasible, self->accepting, &self->all);
  return g_steal_pointer (&self);
}

void
parley_estimate_free (ParleyEstimate *self)
{
  if (self == NULL)
    return;
  mpz_clear (self->n_feasible);
  g_free (self->n_accepting);
  g_free (self->accepting);
  for (guint a = 0; a < self->n_axes; a++)
    g_free (self->by_option[a]);
  g_free (self->by_option);
  g_free (self);
}

static double
standard_error (double share, guint n_draws)
{
  return sqrt (share * (1 - share) / n_draws);
}

double
parley_estimate_share (const ParleyEstimate *self, guint n)
{
  return (double) n / self->n_draws;
}

double
parley_estimate_error (const ParleyEstimate *self, guint n)
{
  return standard_error (parley_estimate_share (self, n), self->n_draws);
}

double
parley_estimate_share_of_all (const ParleyEstimate *self, guint n)
{
  return (double) n / self->n_all;
}

double
parley_estimate_error_of_all (const ParleyEstimate *self, guint n)
{
  return standard_error (parley_estimate_share_of_all (self, n), self->n_all);
}
