/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/decision.h"

#include <math.h>

#include "analysis/information.h"

static const ParleyPayoffs *
batch_at (const GPtrArray *batches, guint index)
{
  return g_ptr_array_index (batches, index);
}

/* Means over batches, and how sure they are */

/* The standard error of a mean, from what it came to in each batch. */
static double
error_of (const double *means)
{
  double mean = 0;
  double squares = 0;

  for (guint b = 0; b < PARLEY_N_BATCHES; b++)
    mean += means[b] / PARLEY_N_BATCHES;
  for (guint b = 0; b < PARLEY_N_BATCHES; b++)
    squares += (means[b] - mean) * (means[b] - mean);
  return sqrt (squares / (PARLEY_N_BATCHES - 1) / PARLEY_N_BATCHES);
}

static void
add_choice (ParleyDecision *self, const GPtrArray *batches, guint choice)
{
  ParleyPaying paying = { .draft = -1 };
  double means[PARLEY_N_BATCHES];

  if (choice > 0)
    paying.draft = (int) parley_backing_draft (self->backing, choice - 1)->draft;
  for (guint b = 0; b < PARLEY_N_BATCHES; b++)
    {
      const ParleyPayoffs *batch = batch_at (batches, b);

      means[b] = batch->paid[choice] / batch->n_draws;
      paying.expected += batch->paid[choice];
      paying.accepted += batch->accepted[choice];
    }
  paying.expected /= self->backing->n_draws;
  paying.accepted /= self->backing->n_draws;
  paying.error = error_of (means);
  g_array_append_val (self->choices, paying);
}

/* The first of several that pay most. */
static void
find_best (ParleyDecision *self)
{
  for (guint c = 1; c < self->choices->len; c++)
    if (parley_decision_choice (self, c)->expected
        > parley_decision_choice (self, self->best)->expected)
      self->best = c;
}

static void
find_everything (ParleyDecision *self, const GPtrArray *batches)
{
  double means[PARLEY_N_BATCHES];

  for (guint b = 0; b < PARLEY_N_BATCHES; b++)
    {
      const ParleyPayoffs *batch = batch_at (batches, b);

      means[b] = (batch->most - batch->paid[self->best]) / batch->n_draws;
      self->everything += batch->most - batch->paid[self->best];
    }
  self->everything /= self->backing->n_draws;
  self->everything_error = error_of (means);
}

/* Lessons */

/* What each choice pays in each state, on average over all draws. States that are observed have the
 * chances with which they occur; one that never does pays nothing, with no chance. */
static ParleyBet *
bet_of (const ParleyDecision *self, const GPtrArray *batches, guint doubt)
{
  const ParleyDoubt *about = parley_backing_doubt (self->backing, doubt);
  guint n_choices = self->choices->len;
  ParleyBet *bet = parley_bet_new (n_choices, about->n_states);

  for (guint s = 0; s < about->n_states; s++)
    {
      gboolean observed = parley_doubt_is_observed (about);
      double n = observed ? 0 : self->backing->n_draws;

      for (guint b = 0; observed && b < batches->len; b++)
        n += batch_at (batches, b)->counts[doubt][s];
      if (observed)
        mpq_set_ui (bet->chances[s], (unsigned long) n, self->backing->n_draws);
      else
        mpq_set (bet->chances[s], about->chances[s]);
      mpq_canonicalize (bet->chances[s]);
      for (guint c = 0; c < n_choices; c++)
        {
          double sum = 0;

          for (guint b = 0; b < batches->len; b++)
            sum += batch_at (batches, b)->moved[doubt][(gsize) s * n_choices + c];
          mpq_set_d (bet->payoffs[(gsize) c * about->n_states + s], n > 0 ? sum / n : 0);
        }
    }
  return bet;
}

/* The two halves of a number's range, as a bet of two states; NULL when one has no chance. */
static ParleyBet *
halves_of (const ParleyBet *bet, guint middle)
{
  ParleyBet *halves = NULL;
  mpq_t part;

  if (middle == 0 || middle == bet->n_states)
    return NULL;
  halves = parley_bet_new (bet->n_choices, 2);
  mpq_init (part);
  for (guint s = 0; s < bet->n_states; s++)
    {
      guint half = s >= middle;

      mpq_add (halves->chances[half], halves->chances[half], bet->chances[s]);
      for (guint c = 0; c < bet->n_choices; c++)
        {
          mpq_ptr sum = halves->payoffs[(gsize) c * 2 + half];

          mpq_mul (part, bet->chances[s], bet->payoffs[(gsize) c * bet->n_states + s]);
          mpq_add (sum, sum, part);
        }
    }
  for (guint c = 0; c < bet->n_choices; c++)
    for (guint half = 0; half < 2; half++)
      mpq_div (halves->payoffs[(gsize) c * 2 + half], halves->payoffs[(gsize) c * 2 + half],
               halves->chances[half]);
  mpq_clear (part);
  return halves;
}

static double
study_worth (const ParleyBet *bet, mpq_srcptr accuracy)
{
  g_autoptr(ParleyStudy) study = parley_study_new_naming (bet->n_states, accuracy);
  double worth = 0;
  mpq_t value;

  mpq_init (value);
  parley_bet_sample (bet, study, value, NULL);
  worth = parley_exact_to_double (value);
  mpq_clear (value);
  return worth;
}

static double
sample_worth (const ParleyDoubt *doubt, const ParleyBet *bet, mpq_srcptr accuracy)
{
  g_autoptr(ParleyBet) halves = NULL;

  if (doubt->kind != PARLEY_DOUBT_NUMBER)
    return study_worth (bet, accuracy);
  halves = halves_of (bet, parley_doubt_middle (doubt));
  return halves == NULL ? 0 : study_worth (halves, accuracy);
}

/* How sure the worth of a lesson is, the choices that it leads to being given. */
static double
lesson_error (const ParleyLesson *lesson, const GPtrArray *batches, guint doubt)
{
  double means[PARLEY_N_BATCHES];

  for (guint b = 0; b < PARLEY_N_BATCHES; b++)
    {
      const ParleyPayoffs *batch = batch_at (batches, b);

      means[b] = 0;
      for (guint s = 0; s < lesson->doubt->n_states; s++)
        {
          const double *paid = batch->moved[doubt] + (gsize) s * batch->n_choices;
          double chance = parley_doubt_is_observed (lesson->doubt) ? 1 : lesson->chances[s];

          means[b] += chance * (paid[lesson->best[s]] - paid[lesson->usual]) / batch->n_draws;
        }
    }
  return error_of (means);
}

static ParleyLesson *
lesson_new (const ParleyDecision *self, const GPtrArray *batches, guint doubt, mpq_srcptr accuracy)
{
  g_autoptr(ParleyBet) bet = bet_of (self, batches, doubt);
  ParleyLesson *lesson = g_new0 (ParleyLesson, 1);
  mpq_t value;

  lesson->doubt = parley_backing_doubt (self->backing, doubt);
  lesson->best = g_new0 (guint, bet->n_states);
  lesson->chances = g_new (double, bet->n_states);
  for (guint s = 0; s < bet->n_states; s++)
    lesson->chances[s] = parley_exact_to_double (bet->chances[s]);
  mpq_init (value);
  lesson->usual = parley_bet_best (bet, value);
  parley_bet_perfect (bet, value, lesson->best);
  lesson->perfect = parley_exact_to_double (value);
  mpq_clear (value);
  lesson->sample = sample_worth (lesson->doubt, bet, accuracy);
  lesson->error = lesson_error (lesson, batches, doubt);
  return lesson;
}

static void
lesson_free (gpointer data)
{
  ParleyLesson *self = data;

  g_free (self->best);
  g_free (self->chances);
  g_free (self);
}

gboolean
parley_lesson_matters (const ParleyLesson *self)
{
  guint first = 0;

  while (first + 1 < self->doubt->n_states && self->chances[first] <= 0)
    first++;
  for (guint s = first; s < self->doubt->n_states; s++)
    if (self->chances[s] > 0 && self->best[s] != self->best[first])
      return TRUE;
  return FALSE;
}

/* A stable order: sorts places, which stand for lessons in file order. */
static gint
compare_lessons (gconstpointer a, gconstpointer b, gpointer data)
{
  const GPtrArray *lessons = data;
  guint i = *(const guint *) a;
  guint j = *(const guint *) b;
  const ParleyLesson *x = g_ptr_array_index (lessons, i);
  const ParleyLesson *y = g_ptr_array_index (lessons, j);

  if (x->perfect > y->perfect || x->perfect < y->perfect)
    return x->perfect > y->perfect ? -1 : 1;
  return i < j ? -1 : i > j;
}

static void
sort_lessons (ParleyDecision *self)
{
  g_autoptr(GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree gpointer *sorted = g_new (gpointer, self->lessons->len);

  for (guint i = 0; i < self->lessons->len; i++)
    g_array_append_val (places, i);
  g_array_sort_with_data (places, compare_lessons, self->lessons);
  for (guint i = 0; i < places->len; i++)
    sorted[i] = g_ptr_array_index (self->lessons, g_array_index (places, guint, i));
  for (guint i = 0; i < places->len; i++)
    self->lessons->pdata[i] = sorted[i];
}

/* No part can be worth more than the whole: where draws say so, they have been fewer than it takes
 * to see the whole, and the part stands for it. */
static void
bound_lessons (ParleyDecision *self)
{
  const ParleyLesson *first = self->lessons->len > 0 ? parley_decision_lesson (self, 0) : NULL;

  if (first == NULL || first->perfect <= self->everything)
    return;
  self->everything = first->perfect;
  self->everything_error = first->error;
}

ParleyDecision *
parley_decision_new (const ParleyScenario        *scenario,
                     guint                        party,
                     const guint                 *drafts,
                     guint                        n_drafts,
                     const ParleyDecisionRequest *request,
                     gsize                        memory,
                     const ParleyCrew            *crew,
                     GError                     **error)
{
  g_autoptr(ParleyDecision) self = g_new0 (ParleyDecision, 1);
  g_autoptr(GPtrArray) batches = NULL;

  self->choices = g_array_new (FALSE, FALSE, sizeof (ParleyPaying));
  self->lessons = g_ptr_array_new_with_free_func (lesson_free);
  self->backing = parley_backing_new (scenario, party, drafts, n_drafts, request->seed,
                                      request->n_draws, error);
  if (self->backing != NULL)
    batches = parley_payoffs_new (self->backing, memory, crew, error);
  if (batches == NULL)
    return NULL;
  for (guint c = 0; c <= self->backing->drafts->len; c++)
    add_choice (self, batches, c);
  find_best (self);
  find_everything (self, batches);
  for (guint d = 0; d < self->backing->doubts->len; d++)
    g_ptr_array_add (self->lessons, lesson_new (self, batches, d, request->accuracy));
  sort_lessons (self);
  bound_lessons (self);
  return g_steal_pointer (&self);
}

void
parley_decision_free (ParleyDecision *self)
{
  if (self == NULL)
    return;
  parley_backing_free (self->backing);
  g_array_unref (self->choices);
  g_ptr_array_unref (self->lessons);
  g_free (self);
}
