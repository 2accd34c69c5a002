/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/robust_worker.h"

#include "base/random.h"

static guint
n_blocks (const ParleyRobust *self, guint draft)
{
  return ((const GPtrArray *) g_ptr_array_index (self->combos, draft))->len;
}

/* How many choices block @block of @draft has. */
static guint
n_choices_of (const ParleyRobust *self, guint draft, guint block)
{
  const GPtrArray *combos = g_ptr_array_index (self->combos, draft);

  return ((const ParleyCombos *) g_ptr_array_index (combos, block))->n;
}

void
parley_robust_worker_init (ParleyRobustWorker *self, const ParleyRobust *robust)
{
  guint most_shares = 0;
  gboolean own = robust->readings == NULL;

  *self = (ParleyRobustWorker){ .robust = robust, .draw = parley_draw_new (robust->draws) };
  self->readings = own ? parley_robust_readings_new (robust) : g_ptr_array_ref (robust->readings);
  self->resolver = own ? parley_robust_resolver_new (robust) : robust->resolver;
  self->trail = parley_trail_new ();
  self->sums = parley_robust_sums_new (&robust->shape);
  self->thirds = g_new0 (guint8, MAX (1, robust->shape.n_inputs));
  self->chosen = g_new0 (guint *, MAX (1, robust->shape.n_drafts));
  self->scores = g_new0 (ParleyScore, MAX (1, robust->shape.n_drafts));
  for (guint d = 0; d < robust->shape.n_drafts; d++)
    self->chosen[d] = g_new0 (guint, MAX (1, n_blocks (robust, d)));
  for (guint p = 0; p < robust->shape.n_parties; p++)
    most_shares = MAX (most_shares, robust->shape.n_shares[p]);
  self->shares = g_new0 (double, MAX (1, most_shares));
}

void
parley_robust_worker_clear (ParleyRobustWorker *self)
{
  if (self->robust->readings == NULL)
    parley_resolver_free (self->resolver);
  g_ptr_array_unref (self->readings);
  for (guint d = 0; d < self->robust->shape.n_drafts; d++)
    g_free (self->chosen[d]);
  parley_trail_free (self->trail);
  parley_draw_free (self->draw);
  parley_robust_sums_free (self->sums);
  g_free (self->thirds);
  g_free (self->chosen);
  g_free (self->scores);
  g_free (self->shares);
}

/* Into which third each input fell. */
static void
find_thirds (ParleyRobustWorker *self)
{
  for (guint i = 0; i < self->robust->shape.n_inputs; i++)
    {
      const ParleyDrawnInput *input = g_ptr_array_index (self->robust->draws->inputs, i);

      if (input->input.kind == PARLEY_INPUT_RED_LINE)
        self->thirds[i] = self->draw->quanta[i] != 0 ? PARLEY_THIRDS - 1 : 0;
      else
        self->thirds[i]
            = (guint8) ((guint64) self->draw->randoms[input->random] * PARLEY_THIRDS >> 32);
    }
}

/* What becomes of open terms: any feasible choice of a block alike. */
static void
choose_completions (ParleyRobustWorker *self, guint64 index)
{
  guint32 numbers[4] = { 0 };
  guint n = 0;

  for (guint d = 0; d < self->robust->shape.n_drafts; d++)
    for (guint b = 0; b < n_blocks (self->robust, d); b++)
      {
        guint n_choices = n_choices_of (self->robust, d, b);

        if (n_choices <= 1)
          continue;
        if (n % 4 == 0)
          parley_random_block (self->robust->request.draws.seed, index, PARLEY_RANDOM_COMPLETIONS,
                               n / 4, numbers);
        self->chosen[d][b] = (guint) ((guint64) numbers[n % 4] * n_choices >> 32);
        n++;
      }
}

/* @score of a draw, in points. */
static double
points_of (const ParleyRobustWorker *self, guint party, gint64 score)
{
  return (double) score / (double) self->draw->parties[party].weight_sum
         / (double) self->robust->draws->scales[party].steps;
}

static gboolean
take_verdict (ParleyRobustWorker *self, guint draft, guint party)
{
  const ParleyReading *reading = parley_robust_reading (self, draft, party);
  const ParleyDrawnParty *drawn = &self->draw->parties[party];
  double *part = parley_robust_part (self->sums, draft, party);
  ParleyVerdict verdict = parley_reading_judge (reading, drawn, TRUE);

  part[PARLEY_SUM_ACCEPTS] += verdict == PARLEY_VERDICT_ACCEPTS;
  part[PARLEY_SUM_DEPENDS] += verdict == PARLEY_VERDICT_DEPENDS;
  part[PARLEY_SUM_REJECTS] += verdict == PARLEY_VERDICT_REJECTS;
  if (verdict == PARLEY_VERDICT_ACCEPTS || reading->crossed == 0)
    part[PARLEY_SUM_BARE] += verdict == PARLEY_VERDICT_ACCEPTS;
  else
    part[PARLEY_SUM_BARE] += parley_reading_judge (reading, drawn, FALSE) == PARLEY_VERDICT_ACCEPTS;
  return verdict == PARLEY_VERDICT_ACCEPTS;
}

static void
take_score (ParleyRobustWorker *self, guint draft, guint party)
{
  double *part = parley_robust_part (self->sums, draft, party);
  gint64 score = parley_reading_score (parley_robust_reading (self, draft, party),
                                       &self->draw->parties[party], self->chosen[draft]);
  double points = points_of (self, party, score);

  self->scores[draft] = score;
  part[PARLEY_SUM_SCORE] += points;
  part[PARLEY_SUM_SQUARES] += points * points;
}

/* Counts the draw for the third into which each input of @party fell. */
static void
take_thirds (ParleyRobustWorker *self, guint draft, guint party, gboolean accepts)
{
  for (guint i = 0; i < self->robust->shape.n_inputs; i++)
    {
      const ParleyDrawnInput *input = g_ptr_array_index (self->robust->draws->inputs, i);
      double *third = parley_robust_third (self->sums, draft, i, self->thirds[i]);

      if (input->input.party != party)
        continue;
      third[0] += 1;
      third[1] += accepts;
    }
}

static void
take_ranks (ParleyRobustWorker *self, guint party)
{
  ParleySmaa *smaa = g_ptr_array_index (self->sums->smaa, party);
  const ParleyParty *model = parley_scenario_party (self->robust->scenario, party);
  const ParleyDrawnParty *drawn = &self->draw->parties[party];
  guint n = 0;

  for (guint i = 0; i < model->n_issues; i++)
    if (model->weights[i] != NULL)
      self->shares[n++] = (double) drawn->weights[i] / (double) drawn->weight_sum;
  parley_smaa_add (smaa, self->scores, self->shares);
}

static void
take_party (ParleyRobustWorker *self, guint party)
{
  gboolean scored = self->robust->shape.scored[party];

  for (guint d = 0; d < self->robust->shape.n_drafts; d++)
    {
      gboolean accepts = take_verdict (self, d, party);

      self->scores[d] = PARLEY_ROBUST_LOWEST;
      if (!parley_robust_reading (self, d, party)->feasible)
        continue;
      if (scored)
        take_score (self, d, party);
      take_thirds (self, d, party, accepts);
    }
  if (scored && self->robust->shape.n_drafts > 0)
    take_ranks (self, party);
}

/* Whether all accept. */
static void
take_all (ParleyRobustWorker *self, guint draft)
{
  gboolean certain = TRUE;
  gboolean read = TRUE;

  for (guint p = 0; p < self->robust->shape.n_parties; p++)
    {
      const ParleyReading *reading = parley_robust_reading (self, draft, p);
      const ParleyDrawnParty *drawn = &self->draw->parties[p];

      if (!reading->feasible)
        return;
      certain = certain && parley_reading_consents (reading, drawn);
      read = read && parley_reading_consents_to (reading, drawn, self->chosen[draft]);
    }
  self->sums->all[2 * (gsize) draft] += certain;
  self->sums->all[2 * (gsize) draft + 1] += read;
}

static gboolean
take_deals (ParleyRobustWorker *self, GError **error)
{
  ParleySolved solved = { 0 };

  if (self->resolver == NULL)
    return TRUE;
  if (!parley_resolver_solve (self->resolver, self->draw, self->trail, &solved, error))
    {
      parley_solved_clear (&solved);
      parley_robust_blame_deals (error);
      return FALSE;
    }
  *self->sums->exists += solved.exists;
  for (guint i = 0; i < self->robust->shape.n_inputs; i++)
    {
      double *third = self->sums->exists_thirds + ((gsize) i * PARLEY_THIRDS + self->thirds[i]) * 2;

      third[0] += 1;
      third[1] += solved.exists;
    }
  if (solved.exists)
    parley_robust_sums_add_nash (self->sums, solved.options, 1);
  parley_solved_clear (&solved);
  return TRUE;
}

void
parley_robust_worker_take (ParleyRobustWorker *self, guint chunk, guint index)
{
  parley_draw_take (self->draw, index);
  for (guint i = 0; i < self->readings->len; i++)
    parley_reading_refresh (g_ptr_array_index (self->readings, i), self->draw);
  find_thirds (self);
  choose_completions (self, (guint64) chunk * PARLEY_CHUNK + index);
}

guint
parley_robust_n_in_chunk (const ParleyRobust *self, guint chunk)
{
  return (guint) MIN (PARLEY_CHUNK, self->request.n_draws - (guint64) chunk * PARLEY_CHUNK);
}

ParleyRobustSums *
parley_robust_work (const ParleyRobust *self, guint chunk, GError **error)
{
  ParleyRobustWorker worker;
  ParleyRobustSums *sums = NULL;
  gboolean done = TRUE;

  parley_robust_worker_init (&worker, self);
  parley_draw_begin (worker.draw, chunk);
  for (guint i = 0; i < parley_robust_n_in_chunk (self, chunk) && done; i++)
    {
      parley_robust_worker_take (&worker, chunk, i);
      *worker.sums->n_draws += 1;
      for (guint p = 0; p < self->shape.n_parties; p++)
        take_party (&worker, p);
      for (guint d = 0; d < self->shape.n_drafts; d++)
        take_all (&worker, d);
      done = take_deals (&worker, error);
    }
  if (done)
    sums = g_steal_pointer (&worker.sums);
  parley_robust_worker_clear (&worker);
  return sums;
}

void
parley_robust_add (ParleyRobust *self, const ParleyRobustSums *chunk)
{
  parley_robust_sums_add (self->sums, chunk);
}
