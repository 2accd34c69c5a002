/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/draws.h"

#include "analysis/draw_scale.h"
#include "analysis/draw_shares.h"

/* Which inputs are drawn */

static void
input_free (ParleyDrawnInput *self)
{
  parley_guess_free (self->guess);
  g_free (self);
}

static gboolean
is_open (const ParleyNumber *number)
{
  return number->has_range && mpq_cmp (number->low, number->high) < 0;
}

static void
add_input (ParleyDraws *self, const ParleyInput *input, guint n_randoms)
{
  ParleyDrawnInput *drawn = g_new0 (ParleyDrawnInput, 1);

  drawn->input = *input;
  if (is_open (input->number))
    drawn->guess = parley_guess_new (input->number, self->request.spread);
  drawn->random = self->n_randoms;
  self->n_randoms += n_randoms;
  g_ptr_array_add (self->inputs, drawn);
}

/* Weights that are drawn as shares are none by themselves. */
static void
add_inputs (ParleyDraws *self, guint party, GArray *inputs, gboolean reservations)
{
  gboolean by_shares = parley_draws_by_shares (self, party);

  for (guint i = 0; i < inputs->len; i++)
    {
      const ParleyInput *input = &g_array_index (inputs, ParleyInput, i);

      if (is_open (input->number) && (input->kind == PARLEY_INPUT_RESERVATION) == reservations
          && !(by_shares && input->kind == PARLEY_INPUT_WEIGHT))
        add_input (self, input, 1);
    }
}

static void
add_reservations (ParleyDraws *self, guint party)
{
  const ParleyParty *model = parley_scenario_party (self->scenario, party);
  ParleyInput input = { PARLEY_INPUT_RESERVATION, party, model->reservation, 0, 0 };

  if (model->reservation != NULL && is_open (model->reservation))
    add_input (self, &input, 1);
  for (guint i = 0; i < model->changes->len; i++)
    {
      const ParleyReservationChange *change = g_ptr_array_index (model->changes, i);

      input.number = change->reservation;
      input.item = i + 1;
      if (is_open (change->reservation))
        add_input (self, &input, 1);
    }
}

/* A red line takes two random numbers: how likely it is, and whether it holds. */
static void
add_red_lines (ParleyDraws *self, guint party)
{
  const ParleyParty *model = parley_scenario_party (self->scenario, party);

  for (guint i = 0; i < model->red_lines->len; i++)
    {
      const ParleyRedLine *red_line = g_ptr_array_index (model->red_lines, i);
      ParleyInput input = { PARLEY_INPUT_RED_LINE, party, red_line->holds, i, 0 };

      if (red_line->holds != NULL
          && (is_open (red_line->holds) || mpq_cmp_ui (red_line->holds->value, 1, 1) < 0))
        add_input (self, &input, 2);
    }
}

static void
find_inputs (ParleyDraws *self)
{
  for (guint p = 0; p < self->scenario->parties->len; p++)
    {
      g_autoptr(GArray) inputs = parley_inputs_new (self->scenario, p, NULL);

      add_reservations (self, p);
      add_inputs (self, p, inputs, FALSE);
      add_red_lines (self, p);
      self->share_randoms[p] = self->n_randoms;
      if (parley_draws_by_shares (self, p) && self->request.weights == PARLEY_WEIGHTS_DIRICHLET)
        self->n_randoms += PARLEY_DIRICHLET_RANDOMS
                           * parley_draw_n_shares (parley_scenario_party (self->scenario, p));
    }
}

/* Units and steps */

static void
set_factor (const ParleyDraws *self, ParleyDrawnInput *input)
{
  const ParleyDrawScale *scale = &self->scales[input->input.party];
  mpq_t factor;

  mpq_init (factor);
  mpq_set_ui (factor, 1, 1);
  if (input->input.kind == PARLEY_INPUT_WEIGHT)
    mpq_set_si (factor, scale->weight_units, 1);
  else if (input->input.kind != PARLEY_INPUT_RED_LINE)
    mpq_set_si (factor, scale->steps, 1);
  mpq_mul (factor, factor,
           input->guess == NULL ? input->input.number->value : input->guess->quantum);
  input->near_factor = parley_exact_to_double (factor);
  if (mpz_cmp_ui (mpq_denref (factor), 1) == 0 && mpz_fits_slong_p (mpq_numref (factor)))
    input->factor = mpz_get_si (mpq_numref (factor));
  mpq_clear (factor);
}

gint64
parley_draw_whole (mpq_srcptr number, gint64 units)
{
  gint64 whole = 0;
  mpz_t scaled, denominator;

  mpz_inits (scaled, denominator, NULL);
  mpz_mul_si (scaled, mpq_numref (number), units);
  mpz_mul_2exp (scaled, scaled, 1);
  mpz_add (scaled, scaled, mpq_denref (number));
  mpz_mul_2exp (denominator, mpq_denref (number), 1);
  mpz_fdiv_q (scaled, scaled, denominator);
  whole = mpz_get_si (scaled);
  mpz_clears (scaled, denominator, NULL);
  return whole;
}

static gboolean
make_shares (ParleyDraws *self, GError **error)
{
  for (guint p = 0; p < self->scenario->parties->len; p++)
    if (parley_draws_by_shares (self, p) && self->request.weights != PARLEY_WEIGHTS_DIRICHLET)
      {
        self->shares[p] = parley_draw_polytope_new (self->scenario, p, self->request.rules, error);
        if (self->shares[p] == NULL)
          return FALSE;
      }
  return TRUE;
}

ParleyDraws *
parley_draws_new (const ParleyScenario    *scenario,
                  GPtrArray               *spaces,
                  const ParleyDrawRequest *request,
                  GError                 **error)
{
  g_autoptr(ParleyDraws) self = g_new0 (ParleyDraws, 1);
  guint n_parties = scenario->parties->len;

  self->scenario = scenario;
  self->request = *request;
  self->inputs = g_ptr_array_new_with_free_func ((GDestroyNotify) input_free);
  self->scales = g_new0 (ParleyDrawScale, MAX (1, n_parties));
  self->shares = g_new0 (ParleyPolytope *, MAX (1, n_parties));
  self->share_randoms = g_new0 (guint, MAX (1, n_parties));
  find_inputs (self);
  for (guint p = 0; p < n_parties; p++)
    if (!parley_draw_scale (self, p, spaces, &self->scales[p], error))
      return NULL;
  for (guint i = 0; i < self->inputs->len; i++)
    set_factor (self, g_ptr_array_index (self->inputs, i));
  if (!make_shares (self, error))
    return NULL;
  self->request.rules = NULL; /* no longer needed, and not ours */
  return g_steal_pointer (&self);
}

void
parley_draws_free (ParleyDraws *self)
{
  if (self == NULL)
    return;
  for (guint p = 0; p < self->scenario->parties->len; p++)
    parley_polytope_free (self->shares[p]);
  g_free (self->shares);
  g_free (self->share_randoms);
  g_free (self->scales);
  g_ptr_array_unref (self->inputs);
  g_free (self);
}

gboolean
parley_draws_move_values (const ParleyDraws *self)
{
  for (guint i = 0; i < self->inputs->len; i++)
    if (parley_input_moves_values (
            &((const ParleyDrawnInput *) g_ptr_array_index (self->inputs, i))->input))
      return TRUE;
  return FALSE;
}

int
parley_draws_reservation_at (const ParleyDraws *self, guint party, const char *date)
{
  const ParleyParty *model = parley_scenario_party (self->scenario, party);
  const ParleyNumber *number = parley_party_reservation_at (model, date);

  if (number == NULL)
    return -1;
  for (guint i = 0; i < model->changes->len; i++)
    if (((const ParleyReservationChange *) g_ptr_array_index (model->changes, i))->reservation
        == number)
      return (int) i + 1;
  return 0;
}
