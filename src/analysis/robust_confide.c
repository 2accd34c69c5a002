/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "analysis/robust_worker.h"

/* The drafts of one party that are ever first, and under which weights. */
typedef struct
{
  guint    party;
  guint    draft;
  double  *shares; /* the central weights */
} Claim;

typedef struct
{
  const ParleyRobust *robust;
  GPtrArray          *claims;
  guint               first; /* chunk of the wave */
} Work;

static void
claim_free (gpointer data)
{
  Claim *self = data;

  g_free (self->shares);
  g_free (self);
}

static GPtrArray *
claims_new (const ParleyRobust *self)
{
  GPtrArray *claims = g_ptr_array_new_with_free_func (claim_free);

  for (guint p = 0; p < self->shape.n_parties; p++)
    for (guint d = 0; d < self->shape.n_drafts; d++)
      {
        const ParleySmaa *smaa = g_ptr_array_index (self->sums->smaa, p);
        g_autofree double *shares = g_new (double, MAX (1, self->shape.n_shares[p]));
        Claim *claim = NULL;

        if (smaa == NULL || !parley_smaa_central (smaa, d, shares))
          continue;
        claim = g_new0 (Claim, 1);
        claim->party = p;
        claim->draft = d;
        claim->shares = g_steal_pointer (&shares);
        g_ptr_array_add (claims, claim);
      }
  return claims;
}

/* Puts the weights of a claim in the place of those of the draw. */
static void
set_weights (ParleyRobustWorker *self, const Claim *claim)
{
  const ParleyParty *model = parley_scenario_party (self->robust->scenario, claim->party);
  ParleyDrawnParty *drawn = &self->draw->parties[claim->party];
  gint64 sum = drawn->weight_sum;
  guint n = 0;

  drawn->weight_sum = 0;
  for (guint i = 0; i < model->n_issues; i++)
    if (model->weights[i] != NULL)
      {
        drawn->weights[i] = (gint64) round (claim->shares[n++] * (double) sum);
        drawn->weight_sum += drawn->weights[i];
      }
  if (!model->normalize || drawn->weight_sum == 0)
    drawn->weight_sum = sum;
}

static double
first_of_draw (ParleyRobustWorker *self, const Claim *claim)
{
  guint n_drafts = self->robust->shape.n_drafts;

  for (guint d = 0; d < n_drafts; d++)
    {
      const ParleyReading *reading = parley_robust_reading (self, d, claim->party);

      self->scores[d] = reading->feasible
                            ? parley_reading_score (reading, &self->draw->parties[claim->party],
                                                    self->chosen[d])
                            : PARLEY_ROBUST_LOWEST;
    }
  return parley_smaa_first (self->scores, n_drafts, claim->draft);
}

/* How often each claim holds in a chunk, as doubles. The weights of the draw itself are of no
 * concern any more. */
static GBytes *
produce_chunk (gsize chunk, gpointer data, G_GNUC_UNUSED GError **error)
{
  const Work *work = data;
  double *sums = g_new0 (double, MAX (1, work->claims->len));
  ParleyRobustWorker worker;

  parley_robust_worker_init (&worker, work->robust);
  parley_draw_begin (worker.draw, (guint) chunk + work->first);
  for (guint i = 0; i < parley_robust_n_in_chunk (work->robust, (guint) chunk + work->first); i++)
    {
      parley_robust_worker_take (&worker, (guint) chunk + work->first, i);
      for (guint c = 0; c < work->claims->len; c++)
        {
          const Claim *claim = g_ptr_array_index (work->claims, c);

          set_weights (&worker, claim);
          sums[c] += first_of_draw (&worker, claim);
        }
    }
  parley_robust_worker_clear (&worker);
  return g_bytes_new_take (sums, work->claims->len * sizeof *sums);
}

static void
add_chunk (ParleyRobust *self, const GPtrArray *claims, GBytes *part)
{
  const double *sums = g_bytes_get_data (part, NULL);

  for (guint c = 0; c < claims->len; c++)
    {
      const Claim *claim = g_ptr_array_index (claims, c);

      ((double *) g_ptr_array_index (self->confidence, claim->party))[claim->draft] += sums[c];
    }
}

static gboolean
run_wave (ParleyRobust *self, Work *work, guint n, const ParleyCrew *crew, GError **error)
{
  g_autofree GBytes **parts = g_new0 (GBytes *, n);
  gboolean fine = parley_crew_collect (crew, "looking at central weights, chunks", n, produce_chunk,
                                       work, parts, error);

  for (guint i = 0; i < n && fine; i++)
    add_chunk (self, work->claims, parts[i]);
  for (guint i = 0; i < n; i++)
    g_clear_pointer (&parts[i], g_bytes_unref);
  return fine;
}

gboolean
parley_robust_confide (ParleyRobust *self, const ParleyCrew *crew, GError **error)
{
  guint n_chunks = parley_robust_n_chunks (self);
  guint wave = parley_robust_wave (crew);
  g_autoptr(GPtrArray) claims = claims_new (self);
  Work work = { self, claims, 0 };
  gboolean fine = TRUE;

  g_ptr_array_set_size (self->confidence, 0);
  for (guint p = 0; p < self->shape.n_parties; p++)
    g_ptr_array_add (self->confidence, g_new0 (double, MAX (1, self->shape.n_drafts)));
  for (; work.first < n_chunks && fine && claims->len > 0; work.first += wave)
    fine = run_wave (self, &work, MIN (wave, n_chunks - work.first), crew, error);
  for (guint p = 0; p < self->shape.n_parties; p++)
    for (guint d = 0; d < self->shape.n_drafts; d++)
      ((double *) g_ptr_array_index (self->confidence, p))[d] /= *self->sums->n_draws;
  return fine;
}
