/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/resolver_bound.h"

#include <math.h>
#include <string.h>

/* Deals of earlier draws that are looked at again. */
#define MOST_REMEMBERED 8

/* How often all blocks are gone through for something better. */
#define MOST_ROUNDS 20

/* The smallest weight of a cut, which makes rounding it to a whole number small; and the error of
 * the bound, in long double, by far. */
#define CUT_UNITS 1048576.0L
#define CUT_SLACK 1e-12L

/* Scores have less than 2^62 steps, so that with weights below this sums of a cut have room. */
#define MOST_WEIGHT 1e16L

/* Deals of earlier draws */

ParleyTrail *
parley_trail_new (void)
{
  ParleyTrail *self = g_new0 (ParleyTrail, 1);

  self->deals = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
parley_trail_free (ParleyTrail *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->deals);
  g_free (self);
}

void
parley_trail_add (ParleyTrail *self, const guint *choices, guint n_blocks)
{
  gsize size = n_blocks * sizeof *choices;

  for (guint i = 0; i < self->deals->len; i++)
    if (memcmp (g_ptr_array_index (self->deals, i), choices, size) == 0)
      return;
  if (self->deals->len == MOST_REMEMBERED)
    g_ptr_array_remove_index (self->deals, MOST_REMEMBERED - 1);
  g_ptr_array_insert (self->deals, 0, g_memdup2 (choices, size));
}

/* A good deal */

/* A deal, and what it comes to. */
typedef struct
{
  guint       *options; /* [layer] */
  ParleyScore *sums;    /* [dim] */
} Climber;

static const ParleyScore *
gains_at (const ParleyDiagram *diagram, guint layer, guint option)
{
  return diagram->layers[layer].gain_scores + (gsize) option * diagram->n_dims;
}

/* Sets @option to the one that choice @number is. Returns: FALSE when the draw does not allow it.
 */
static gboolean
find_option (const GArray *numbers, guint number, guint *option)
{
  guint high = numbers->len;

  *option = 0;
  while (*option < high)
    {
      guint middle = *option + (high - *option) / 2;

      if (g_array_index (numbers, guint, middle) < number)
        *option = middle + 1;
      else
        high = middle;
    }
  return *option < numbers->len && g_array_index (numbers, guint, *option) == number;
}

/* Puts the climber on a deal of @choices ([block]). Returns: FALSE when the draw does not allow it.
 */
static gboolean
place (const ParleyPosed *posed, const guint *choices, Climber *climber)
{
  guint n_dims = posed->diagram->n_dims;

  for (guint d = 0; d < n_dims; d++)
    climber->sums[d] = 0;
  for (guint l = 0; l < posed->diagram->n_layers; l++)
    {
      if (!find_option (g_ptr_array_index (posed->numbers, l), choices[posed->blocks[l]],
                        &climber->options[l]))
        return FALSE;
      for (guint d = 0; d < n_dims; d++)
        climber->sums[d] += gains_at (posed->diagram, l, climber->options[l])[d];
    }
  return TRUE;
}

/* The product of surpluses with option @option in the place of that of @layer; 0 or less when
 * somebody would not accept it, or gain nothing. */
static long double
product_with (const ParleyView    *view,
              const ParleyDiagram *diagram,
              const Climber       *climber,
              guint                layer,
              guint                option)
{
  const ParleyScore *gains = gains_at (diagram, layer, option);
  const ParleyScore *now = gains_at (diagram, layer, climber->options[layer]);
  long double product = 1;

  for (guint d = 0; d < diagram->n_dims; d++)
    {
      ParleyScore surplus = climber->sums[d] + gains[d] - now[d] - parley_view_dim (view, d)->floor;

      if (surplus < 0 || (surplus == 0 && d < view->n_objectives))
        return 0;
      if (d < view->n_objectives)
        product *= (long double) surplus;
    }
  return product;
}

static void
step (const ParleyDiagram *diagram, Climber *climber, guint layer, guint option)
{
  for (guint d = 0; d < diagram->n_dims; d++)
    climber->sums[d] += gains_at (diagram, layer, option)[d]
                        - gains_at (diagram, layer, climber->options[layer])[d];
  climber->options[layer] = option;
}

/* Takes the best option of one block after the other until none is better. Where it ends is not
 * always the Nash deal, but mostly, and never worse than where it began. */
static void
climb (const ParleyView *view, const ParleyDiagram *diagram, Climber *climber)
{
  gboolean better = TRUE;

  for (guint round = 0; round < MOST_ROUNDS && better; round++)
    {
      better = FALSE;
      for (guint l = 0; l < diagram->n_layers; l++)
        {
          long double most = product_with (view, diagram, climber, l, climber->options[l]);
          guint best = climber->options[l];

          for (guint o = 0; o < diagram->layers[l].n_options; o++)
            {
              long double product = product_with (view, diagram, climber, l, o);

              if (product > most)
                {
                  most = product;
                  best = o;
                }
            }
          better = better || best != climber->options[l];
          step (diagram, climber, l, best);
        }
    }
}

/* Puts the climber on the best deal of the trail. Returns: FALSE when none is good for all. */
static gboolean
place_on_best (const ParleyPosed *posed, const ParleyTrail *trail, Climber *climber)
{
  const guint *best = NULL;
  long double most = 0;

  for (guint i = 0; i < trail->deals->len; i++)
    {
      const guint *choices = g_ptr_array_index (trail->deals, i);
      long double product = 0;

      if (!place (posed, choices, climber))
        continue;
      product = product_with (posed->view, posed->diagram, climber, 0, climber->options[0]);
      if (product <= most)
        continue;
      most = product;
      best = choices;
    }
  return best != NULL && place (posed, best, climber);
}

/* What beats it */

/* Sets @surpluses ([objective]) to those of the deal. */
static void
find_surpluses (const ParleyPosed *posed, const Climber *climber, long double *surpluses)
{
  for (guint d = 0; d < posed->view->n_objectives; d++)
    surpluses[d] = (long double) (climber->sums[d] - parley_view_dim (posed->view, d)->floor);
}

/**
 * A deal of surpluses s with a product of at least that of @known has, for any positive weights w,
 *
 *   sum (w s) >= n (product (w s))^(1/n) >= n (product (w known))^(1/n),
 *
 * as no mean is below the geometric one. With w = 1 / known that sum is least demanding on the deal
 * that is known and cuts off most of the rest. Weights are whole, and the bound is taken a little
 * lower than it comes out, so that what ties is kept. Returns: FALSE when surpluses lie too far
 * apart.
 */
static gboolean
set_cut (const ParleyView *view, const long double *known, ParleyResolverBound *bound)
{
  guint n = view->n_objectives;
  long double largest = 0;
  long double least = 0;

  bound->weights = g_new (ParleyScore, n);
  for (guint d = 0; d < n; d++)
    largest = MAX (largest, known[d]);
  for (guint d = 0; d < n; d++)
    {
      if (CUT_UNITS * largest / known[d] > MOST_WEIGHT)
        return FALSE;
      bound->weights[d] = (ParleyScore) (CUT_UNITS * largest / known[d]) + 1;
      least += logl ((long double) bound->weights[d]) + logl (known[d]);
    }
  least = expl (least / n) * n;
  bound->cut.weights = bound->weights;
  bound->cut.floor = (ParleyScore) (least * (1 - CUT_SLACK)) - 1;
  for (guint d = 0; d < n; d++)
    bound->cut.floor += bound->weights[d] * parley_view_dim (view, d)->floor;
  return TRUE;
}

static ParleyScore
cut_of (const ParleyCut *cut, guint n_objectives, const ParleyScore *gains)
{
  ParleyScore sum = 0;

  for (guint d = 0; d < n_objectives; d++)
    sum += cut->weights[d] * gains[d];
  return sum;
}

static ParleyScore
most_of_layer (const ParleyLayer *layer, const ParleyCut *cut, guint n_objectives, guint n_dims)
{
  ParleyScore most = cut_of (cut, n_objectives, layer->gain_scores);

  for (guint o = 1; o < layer->n_options; o++)
    most = MAX (most, cut_of (cut, n_objectives, layer->gain_scores + (gsize) o * n_dims));
  return most;
}

/* Leaves out the options of a layer with less than @least of the cut. */
static void
thin_layer (ParleyLayer     *layer,
            GArray          *numbers,
            const ParleyCut *cut,
            guint            n_objectives,
            guint            n_dims,
            ParleyScore      least)
{
  guint n = 0;

  for (guint o = 0; o < layer->n_options; o++)
    {
      const ParleyScore *gains = layer->gain_scores + (gsize) o * n_dims;

      if (cut_of (cut, n_objectives, gains) < least)
        continue;
      memmove (layer->gain_scores + (gsize) n * n_dims, gains, n_dims * sizeof *gains);
      g_array_index (numbers, guint, n) = g_array_index (numbers, guint, o);
      n++;
    }
  g_array_set_size (numbers, n);
  layer->n_options = layer->n_gains = n;
}

/* Leaves out what cannot reach the cut with the most of it in all other blocks. */
static void
thin (ParleyPosed *posed, const ParleyCut *cut)
{
  ParleyDiagram *diagram = posed->diagram;
  guint n = posed->view->n_objectives;
  g_autofree ParleyScore *most = g_new (ParleyScore, MAX (1, diagram->n_layers));
  ParleyScore to_spare = -cut->floor;

  for (guint l = 0; l < diagram->n_layers; l++)
    {
      most[l] = most_of_layer (&diagram->layers[l], cut, n, diagram->n_dims);
      to_spare += most[l];
    }
  for (guint l = 0; l < diagram->n_layers; l++)
    thin_layer (&diagram->layers[l], g_ptr_array_index (posed->numbers, l), cut, n, diagram->n_dims,
                most[l] - to_spare);
}

void
parley_resolver_bound (ParleyPosed *posed, const ParleyTrail *trail, ParleyResolverBound *bound)
{
  g_autofree guint *options = g_new0 (guint, MAX (1, posed->diagram->n_layers));
  g_autofree ParleyScore *sums = g_new0 (ParleyScore, MAX (1, posed->diagram->n_dims));
  g_autofree long double *known = g_new0 (long double, MAX (1, posed->view->n_objectives));
  Climber climber = { options, sums };

  if (!place_on_best (posed, trail, &climber))
    return;
  climb (posed->view, posed->diagram, &climber);
  find_surpluses (posed, &climber, known);
  if (!set_cut (posed->view, known, bound))
    return;
  posed->view->cut = &bound->cut;
  thin (posed, &bound->cut);
}

void
parley_resolver_bound_clear (ParleyResolverBound *self)
{
  g_clear_pointer (&self->weights, g_free);
}
