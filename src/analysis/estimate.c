/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/estimate.h"

#include <gsl/gsl_rng.h>
#include <math.h>

#include "analysis/brackets.h"
#include "space/evaluate.h"
#include "space/plan.h"
#include "space/tally.h"

/* Where deals are drawn from: the feasible ones. */
typedef struct
{
  const ParleyAcceptance *acceptance;
  const ParleyDiagram    *diagram;
  double                **follow; /* [layer][node]: how many deals follow, by the most of its layer */
  gsl_rng                *rng;
  guint                  *options; /* of the deal under way */
  ParleyScore            *scores;
} Draw;

static double
n_following (const Draw *draw, guint layer, guint32 node)
{
  return node == PARLEY_NO_NODE ? 0 : draw->follow[layer][node];
}

/* How many deals follow by way of all options, by the most of the next layer. */
static double
n_leaving (const Draw *draw, guint l, guint node)
{
  const ParleyLayer *layer = &draw->diagram->layers[l];
  double n = 0;

  for (guint o = 0; o < layer->n_options; o++)
    n += n_following (draw, l + 1, parley_layer_child (layer, node, o));
  return n;
}

/* In shares of the most of each layer, as the numbers themselves may be beyond any double. */
static void
count_following (Draw *draw)
{
  const ParleyDiagram *diagram = draw->diagram;

  draw->follow = g_new (double *, (gsize) diagram->n_layers + 1);
  draw->follow[diagram->n_layers] = g_new (double, 1);
  draw->follow[diagram->n_layers][0] = 1;
  for (guint l = diagram->n_layers; l-- > 0;)
    {
      guint n_nodes = diagram->layers[l].n_nodes;
      double most = 0;

      draw->follow[l] = g_new (double, n_nodes);
      for (guint node = 0; node < n_nodes; node++)
        {
          draw->follow[l][node] = n_leaving (draw, l, node);
          most = fmax (most, draw->follow[l][node]);
        }
      for (guint node = 0; node < n_nodes; node++)
        draw->follow[l][node] /= most;
    }
}

/* Each option as often as it has deals. */
static guint
draw_option (const Draw *draw, guint l, guint node)
{
  const ParleyLayer *layer = &draw->diagram->layers[l];
  double left = gsl_rng_uniform (draw->rng) * n_leaving (draw, l, node);
  guint last = 0;

  for (guint o = 0; o < layer->n_options; o++)
    {
      double n = n_following (draw, l + 1, parley_layer_child (layer, node, o));

      if (n <= 0)
        continue;
      last = o;
      if (left < n)
        break;
      left -= n;
    }
  return last; /* also where rounding leaves a little over */
}

static void
draw_deal (const Draw *draw)
{
  guint node = 0;

  for (guint l = 0; l < draw->diagram->n_layers; l++)
    {
      const ParleyLayer *layer = &draw->diagram->layers[l];
      guint option = draw_option (draw, l, node);

      draw->options[layer->axis] = option;
      node = parley_layer_child (layer, node, option);
    }
}

/* Who accepts the deal under way. */
static void
judge_deal (ParleyEstimate *self, const Draw *draw)
{
  const ParleyAcceptance *acceptance = draw->acceptance;
  ParleyTuple tuple
      = parley_evaluate (acceptance->space, acceptance->utilities, draw->options, draw->scores);
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
    self->by_option[a][draw->options[a]]++;
}

static void
draw_deals (ParleyEstimate *self, const ParleyAcceptance *acceptance, const ParleyDiagram *diagram)
{
  g_autofree guint *options = g_new0 (guint, (gsize) diagram->n_layers + 1);
  g_autofree ParleyScore *scores = g_new (ParleyScore, self->n_parties);
  Draw draw = { acceptance, diagram, NULL, gsl_rng_alloc (gsl_rng_taus2), options, scores };

  count_following (&draw);
  gsl_rng_set (draw.rng, (unsigned long) self->seed);
  for (guint i = 0; i < self->n_draws; i++)
    {
      draw_deal (&draw);
      judge_deal (self, &draw);
    }
  gsl_rng_free (draw.rng);
  for (guint l = 0; l <= diagram->n_layers; l++)
    g_free (draw.follow[l]);
  g_free (draw.follow);
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
