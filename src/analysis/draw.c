/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/draw.h"

#include <math.h>

#include "analysis/draw_scale.h"
#include "analysis/draw_shares.h"
#include "base/random.h"

/* What is not drawn. */
static void
set_fixed (ParleyDraw *self, guint p)
{
  const ParleyParty *model = parley_scenario_party (self->draws->scenario, p);
  const ParleyDrawScale *scale = &self->draws->scales[p];
  ParleyDrawnParty *party = &self->parties[p];

  party->weights = g_new0 (gint64, MAX (1, model->n_issues));
  party->adjustments = g_new0 (gint64, MAX (1, model->adjustments->len));
  party->reservations = g_new0 (gint64, model->changes->len + 1);
  party->red_lines = G_MAXUINT64;
  for (guint i = 0; i < model->n_issues; i++)
    if (model->weights[i] != NULL)
      party->weights[i] = parley_draw_whole (model->weights[i]->value, scale->weight_units);
  for (guint i = 0; i < model->adjustments->len; i++)
    party->adjustments[i] = parley_draw_whole (
        ((const ParleyAdjustment *) g_ptr_array_index (model->adjustments, i))->points->value,
        scale->steps);
  if (model->reservation != NULL)
    party->reservations[0] = parley_draw_whole (model->reservation->value, scale->steps);
  for (guint i = 0; i < model->changes->len; i++)
    party->reservations[i + 1] = parley_draw_whole (
        ((const ParleyReservationChange *) g_ptr_array_index (model->changes, i))
            ->reservation->value,
        scale->steps);
}

/* Inputs whose values are drawn point at the next such. */
static void
link_moved (ParleyDraw *self)
{
  const ParleyVariation *next = NULL;

  for (guint i = self->draws->inputs->len; i-- > 0;)
    {
      const ParleyDrawnInput *input = g_ptr_array_index (self->draws->inputs, i);
      mpq_ptr value = NULL;

      if (!parley_input_moves_values (&input->input))
        continue;
      self->parties[input->input.party].moves_values = TRUE;
      value = g_new (__mpq_struct, 1);
      mpq_init (value);
      self->moved[i]
          = (ParleyVariation){ .number = input->input.number, .value = value, .next = next };
      next = &self->moved[i];
    }
}

ParleyDraw *
parley_draw_new (const ParleyDraws *draws)
{
  ParleyDraw *self = g_new0 (ParleyDraw, 1);

  self->draws = draws;
  self->n_parties = draws->scenario->parties->len;
  self->parties = g_new0 (ParleyDrawnParty, MAX (1, self->n_parties));
  self->randoms = g_new0 (guint32, draws->n_randoms + 1);
  self->quanta = g_new0 (gint64, MAX (1, draws->inputs->len));
  self->moved = g_new0 (ParleyVariation, MAX (1, draws->inputs->len));
  self->shares = g_new0 (double *, MAX (1, self->n_parties));
  for (guint p = 0; p < self->n_parties; p++)
    {
      guint n = parley_draw_n_shares (parley_scenario_party (draws->scenario, p));

      set_fixed (self, p);
      if (draws->shares[p] != NULL)
        self->shares[p] = g_new (double, (gsize) PARLEY_CHUNK *n);
      else if (parley_draws_by_shares (draws, p))
        self->shares[p] = g_new (double, n);
    }
  link_moved (self);
  return self;
}

void
parley_draw_free (ParleyDraw *self)
{
  if (self == NULL)
    return;
  for (guint p = 0; p < self->n_parties; p++)
    {
      g_free (self->parties[p].weights);
      g_free (self->parties[p].adjustments);
      g_free (self->parties[p].reservations);
      g_free (self->shares[p]);
    }
  for (guint i = 0; i < self->draws->inputs->len; i++)
    if (self->moved[i].value != NULL)
      parley_exact_free ((mpq_ptr) self->moved[i].value);
  g_free (self->parties);
  g_free (self->randoms);
  g_free (self->quanta);
  g_free (self->moved);
  g_free (self->shares);
  g_free (self);
}

const ParleyVariation *
parley_draw_variation (const ParleyDraw *self)
{
  for (guint i = 0; i < self->draws->inputs->len; i++)
    if (self->moved[i].number != NULL)
      return &self->moved[i];
  return NULL;
}

void
parley_draw_begin (ParleyDraw *self, guint chunk)
{
  self->chunk = chunk;
  for (guint p = 0; p < self->n_parties; p++)
    if (self->draws->shares[p] != NULL)
      parley_polytope_draw (self->draws->shares[p], self->draws->request.seed, p, chunk,
                            PARLEY_CHUNK, self->shares[p]);
}

/* Whether a red line holds that does with a probability. */
static gboolean
draw_red_line (const ParleyDrawnInput *input, const guint32 *randoms)
{
  double p = input->near_factor;

  if (input->guess != NULL)
    p *= (double) parley_guess_at (input->guess, randoms[0]);
  return parley_random_unit (randoms[1]) < p;
}

static void
take_input (ParleyDraw *self, guint index)
{
  const ParleyDrawnInput *input = g_ptr_array_index (self->draws->inputs, index);
  ParleyDrawnParty *party = &self->parties[input->input.party];
  const guint32 *randoms = self->randoms + input->random;
  gint64 quanta = 0;
  gint64 whole = 0;

  if (input->input.kind == PARLEY_INPUT_RED_LINE)
    {
      guint64 bit = (guint64) 1 << input->input.item;

      self->quanta[index] = draw_red_line (input, randoms);
      party->red_lines = self->quanta[index] ? party->red_lines | bit : party->red_lines & ~bit;
      return;
    }
  quanta = self->quanta[index] = parley_guess_at (input->guess, randoms[0]);
  whole = input->factor != 0 ? quanta * input->factor
                             : (gint64) round ((double) quanta * input->near_factor);
  if (input->input.kind == PARLEY_INPUT_WEIGHT)
    party->weights[input->input.item] = whole;
  else if (input->input.kind == PARLEY_INPUT_ADJUSTMENT)
    party->adjustments[input->input.item] = whole;
  else if (input->input.kind == PARLEY_INPUT_RESERVATION)
    party->reservations[input->input.item] = whole;
  else
    parley_guess_value (input->guess, quanta, (mpq_ptr) self->moved[index].value);
}

static void
take_shares (ParleyDraw *self, guint p, const double *shares)
{
  const ParleyParty *model = parley_scenario_party (self->draws->scenario, p);
  guint n = 0;

  for (guint i = 0; i < model->n_issues; i++)
    if (model->weights[i] != NULL)
      self->parties[p].weights[i] = (gint64) round (shares[n++] * PARLEY_SHARE_UNITS);
}

static void
add_weights (ParleyDraw *self, guint p)
{
  const ParleyParty *model = parley_scenario_party (self->draws->scenario, p);
  ParleyDrawnParty *party = &self->parties[p];

  party->weight_sum = 0;
  if (!model->normalize && !parley_draws_by_shares (self->draws, p))
    party->weight_sum = self->draws->scales[p].weight_units;
  else
    for (guint i = 0; i < model->n_issues; i++)
      party->weight_sum += party->weights[i];
  /* Of nothing each has nothing. */
  if (party->weight_sum == 0)
    party->weight_sum = self->draws->scales[p].weight_units;
}

void
parley_draw_take (ParleyDraw *self, guint index)
{
  const ParleyDraws *draws = self->draws;

  parley_random_fill (draws->request.seed, (guint64) self->chunk * PARLEY_CHUNK + index,
                      PARLEY_RANDOM_INPUTS, draws->n_randoms, self->randoms);
  for (guint i = 0; i < draws->inputs->len; i++)
    take_input (self, i);
  for (guint p = 0; p < self->n_parties; p++)
    {
      const ParleyParty *model = parley_scenario_party (draws->scenario, p);
      guint n = self->shares[p] == NULL ? 0 : parley_draw_n_shares (model);

      if (draws->shares[p] != NULL)
        take_shares (self, p, self->shares[p] + (gsize) index * n);
      else if (self->shares[p] != NULL)
        {
          parley_draw_dirichlet (model, draws->request.concentration,
                                 self->randoms + draws->share_randoms[p], self->shares[p]);
          take_shares (self, p, self->shares[p]);
        }
      add_weights (self, p);
    }
}
