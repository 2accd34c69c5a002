/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawn.h"

/* A number with a range around its value, at least @least. */
static void
open_number (const ParleyNumber *number, gint below, gint above, gint least)
{
  ParleyNumber *mine = (ParleyNumber *) number;
  mpq_t part;

  mpq_init (part);
  mpq_set_si (part, below, 1);
  mpq_sub (mine->low, mine->value, part);
  mpq_set_si (part, least, 1);
  if (mpq_cmp (mine->low, part) < 0)
    mpq_set (mine->low, mpq_cmp (mine->value, part) < 0 ? mine->value : part);
  mpq_set_si (part, above, 1);
  mpq_add (mine->high, mine->value, part);
  mpq_clear (part);
  mine->has_range = TRUE;
}

static ParleyNumber *
probability_new (gint percent)
{
  ParleyNumber *number = NULL;
  mpq_t value;

  mpq_init (value);
  mpq_set_ui (value, (unsigned long) percent, 100);
  mpq_canonicalize (value);
  number = parley_number_new (value);
  mpq_clear (value);
  return number;
}

static void
open_values (const ParleyParty *party, GRand *rand)
{
  for (guint i = 0; i < party->n_issues; i++)
    {
      const ParleyValueFunction *function = party->values[i];

      if (function == NULL || function->kind != PARLEY_VALUE_TABLE || g_rand_int_range (rand, 0, 3))
        continue;
      for (guint o = 0; o < function->table->len; o++)
        {
          ParleyNumber *number = g_ptr_array_index (function->table, o);

          open_number (number, 5, 0, 0);
        }
    }
}

/* Gives ranges to some of the numbers of every party. */
void
parley_drawn_open (const ParleyScenario *scenario, GRand *rand)
{
  for (guint p = 0; p < scenario->parties->len; p++)
    {
      const ParleyParty *party = parley_scenario_party (scenario, p);

      for (guint i = 0; i < party->n_issues; i++)
        if (party->weights[i] != NULL && g_rand_int_range (rand, 0, 3) > 0)
          open_number (party->weights[i], 2, 3, 0);
      if (party->reservation != NULL && g_rand_boolean (rand))
        open_number (party->reservation, 10, 4, -1000);
      for (guint i = 0; i < party->adjustments->len; i++)
        open_number (((ParleyAdjustment *) g_ptr_array_index (party->adjustments, i))->points, 6, 6,
                     -1000);
      for (guint i = 0; i < party->red_lines->len; i++)
        ((ParleyRedLine *) g_ptr_array_index (party->red_lines, i))->holds
            = probability_new (g_rand_int_range (rand, 0, 101));
      open_values (party, rand);
    }
}

/* Writes the drawn numbers into the model, and what was there into @kept, or back. */
void
parley_drawn_exchange (const ParleyDraws *draws, const ParleyDraw *draw, mpq_t *kept)
{
  for (guint i = 0; i < draws->inputs->len; i++)
    {
      const ParleyDrawnInput *input = g_ptr_array_index (draws->inputs, i);
      ParleyNumber *number = (ParleyNumber *) input->input.number;

      if (input->input.kind == PARLEY_INPUT_RED_LINE)
        continue;
      if (draw == NULL)
        {
          mpq_set (number->value, kept[i]);
          continue;
        }
      mpq_set (kept[i], number->value);
      parley_guess_value (input->guess, draw->quanta[i], number->value);
    }
}

/* Whether the party accepts a deal, by those of its red lines that hold. */
gboolean
parley_drawn_accepts (const ParleyScenario  *scenario,
                      const ParleyNaiveDeal *deal,
                      guint party,
                      const ParleyDraw *draw,
                      gboolean red_lines)
{
  ParleyNaiveDeal mine = *deal;
  gboolean crossed[8] = { FALSE };

  crossed[party] = red_lines && (deal->lines[party] & draw->parties[party].red_lines) != 0;
  mine.crossed = crossed;
  return parley_naive_accepts (scenario, &mine, party, TRUE);
}

GPtrArray *
parley_drawn_combos (const ParleySpace *space)
{
  GPtrArray *combos = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_combos_free);
  gsize work = 100000;

  for (guint b = 0; b < space->blocks->len; b++)
    g_ptr_array_add (combos, parley_combos_new (space, b, NULL, &work));
  return combos;
}

void
parley_drawn_samples (ParleyDrawnCheck check)
{
  for (guint32 seed = 0; seed < PARLEY_N_SAMPLES; seed++)
    {
      g_autoptr(ParleySample) sample = parley_sample_new (seed);
      g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr(GPtrArray) spaces = g_ptr_array_new ();
      g_autofree char *label = g_strdup_printf ("seed %u", seed);
      g_autoptr(GError) error = NULL;
      ParleyDrawRequest request = { .spread = seed % 3, .seed = seed };
      g_autoptr(ParleyDraws) draws = NULL;

      parley_drawn_open (sample->scenario, rand);
      g_ptr_array_add (spaces, sample->space);
      draws = parley_draws_new (sample->scenario, spaces, &request, &error);
      g_assert_no_error (error);
      check (sample, draws, label);
    }
}
