/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/importance.h"

#include "analysis/ranking.h"
#include "analysis/surplus.h"

/* What draws and evaluations read. */
typedef struct
{
  ParleySurplus *surplus;
  GPtrArray     *guesses; /* of ParleyGuess; NULL for the ranking */
  GArray        *quanta;  /* of double: theirs */
  ParleyRanking *ranking; /* NULL when there is none */
  GArray        *moved;   /* of ParleyInput: the numbers that vary */
  GArray        *sizes;   /* of guint: how many of them are one input */
  gboolean       is_open;
} Study;

static void
study_clear (Study *self)
{
  parley_surplus_free (self->surplus);
  parley_ranking_free (self->ranking);
  for (guint i = 0; i < self->guesses->len; i++)
    parley_guess_free (g_ptr_array_index (self->guesses, i));
  g_ptr_array_unref (self->guesses);
  g_array_unref (self->quanta);
  g_array_unref (self->moved);
  g_array_unref (self->sizes);
}

static void
draw (guint input, double *numbers, gpointer data)
{
  const Study *self = data;
  const ParleyGuess *guess = g_ptr_array_index (self->guesses, input);

  if (guess == NULL)
    parley_ranking_draw (self->ranking, numbers);
  else
    *numbers = (double) parley_guess_at (guess, (guint32) (*numbers * 4294967296.0))
               * g_array_index (self->quanta, double, input);
}

static void
evaluate (const double *numbers, double *outputs, gpointer data)
{
  const Study *self = data;
  double low = 0, high = 0;

  parley_surplus_at (self->surplus, numbers, &low, &high);
  outputs[0] = low;
  if (self->is_open)
    outputs[1] = high;
}

static void
add_input (Study *self, GArray *doubts, const ParleyInput *input, ParleySpread spread)
{
  ParleyVaried doubt = { FALSE, *input };
  ParleyGuess *guess = NULL;
  double quantum = 0;
  guint size = 1;

  if (mpq_equal (input->number->low, input->number->high))
    return;
  guess = parley_guess_new (input->number, spread);
  quantum = parley_exact_to_double (guess->quantum);
  g_array_append_val (doubts, doubt);
  g_array_append_val (self->sizes, size);
  g_array_append_val (self->moved, *input);
  g_ptr_array_add (self->guesses, guess);
  g_array_append_val (self->quanta, quantum);
}

static void
add_ranking (Study *self, GArray *doubts, const ParleyParty *party, guint index)
{
  ParleyVaried doubt = { .is_ranking = TRUE };
  double quantum = 0;

  if (!party->ranked)
    return;
  self->ranking = parley_ranking_new (party);
  g_array_append_val (doubts, doubt);
  g_array_append_val (self->sizes, self->ranking->n);
  g_ptr_array_add (self->guesses, NULL);
  g_array_append_val (self->quanta, quantum);
  for (guint i = 0; i < self->ranking->n; i++)
    {
      guint issue = self->ranking->issues[i];
      ParleyInput weight = { PARLEY_INPUT_WEIGHT, index, party->weights[issue], issue, 0 };

      g_array_append_val (self->moved, weight);
    }
}

static void
study_init (Study               *self,
            GArray              *doubts,
            const ParleyTornado *tornado,
            const char          *date,
            ParleySpread         spread)
{
  const ParleyScenario *scenario = tornado->counted->view->space->scenario;
  g_autoptr(GArray) inputs = parley_inputs_new (scenario, tornado->party, date);

  *self = (Study){ .guesses = g_ptr_array_new (),
                   .quanta = g_array_new (FALSE, FALSE, sizeof (double)),
                   .moved = g_array_new (FALSE, FALSE, sizeof (ParleyInput)),
                   .sizes = g_array_new (FALSE, FALSE, sizeof (guint)),
                   .is_open = tornado->is_open };
  for (guint i = 0; i < inputs->len; i++)
    add_input (self, doubts, &g_array_index (inputs, ParleyInput, i), spread);
  add_ranking (self, doubts, parley_scenario_party (scenario, tornado->party), tornado->party);
  self->surplus = parley_surplus_new (tornado->counted, tornado->party, date, self->moved);
}

ParleyImportance *
parley_importance_new (const ParleyTornado           *tornado,
                       const char                    *date,
                       const ParleyImportanceRequest *request)
{
  ParleyImportance *self = g_new0 (ParleyImportance, 1);
  ParleySobolModel model = { .draw = draw, .evaluate = evaluate };
  Study study;

  self->doubts = g_array_new (FALSE, FALSE, sizeof (ParleyVaried));
  study_init (&study, self->doubts, tornado, date, request->spread);
  model.n_inputs = study.sizes->len;
  model.sizes = (const guint *) (gconstpointer) study.sizes->data;
  model.n_outputs = study.is_open ? 2 : 1;
  model.data = &study;
  self->sobol = parley_sobol_new (&model, request->n_points, request->seed, request->crew);
  study_clear (&study);
  return self;
}

void
parley_importance_free (ParleyImportance *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->doubts);
  parley_sobol_free (self->sobol);
  g_free (self);
}

guint
parley_importance_deciding (const ParleyImportance *self, const ParleyTornado *tornado)
{
  return self->sobol->n_outputs > 1 && tornado->highest_decides ? 1 : 0;
}
