/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/posterior_draws.h"

#include <math.h>

#include "base/error.h"

/* What is drawn at once; of a chain, with so many rounds from one draw to the next that they hardly
 * hang together. */
#define CHUNK 500
#define THIN  5

/* Draws are sifted as long as this share of them counts. */
#define LEAST_SIFTED 0.1

/* Of more draws than these it is not asked what one clue more was like. Draws of chains are worth a
 * third as many that have nothing to do with each other. */
#define MOST_TRIED 5000
#define WORTH      (1.0 / 3)

typedef struct
{
  const ParleyChainSpec        *spec;
  const ParleyPosteriorRequest *request;
  ParleyPosteriorDraws         *draws;
  guint                         n_chunks;
  double                       *counts; /* [chunk * (n_clues + 1) + clue]: by how much draws count
                    * by the clues before */
  guint                         n_sifted; /* clues whose chances sifting tells */
  guint                         n_tried;  /* chunks of each stage of chains but the last */
  guint    *fits;  /* [stage of chains * n_chunks + chunk]: draws that fit the next clue */
  gboolean *found; /* likewise: whether there were any draws */
} Work;

static void
work_clear (Work *self)
{
  g_free (self->counts);
  g_free (self->fits);
  g_free (self->found);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, work_clear)

/* Random numbers of a chain: stages do not share any. */
static guint64
index_of (guint stage, guint chunk)
{
  return (guint64) stage << 32 | chunk;
}

static void
keep_draw (const ParleyChain *chain, double *draws, guint chunk, guint d)
{
  guint n = chain->spec->n_numbers;
  double *draw = draws + ((gsize) chunk * CHUNK + d) * n;

  for (guint i = 0; i < n; i++)
    draw[i] = parley_chain_number (chain, i);
}

/* Sifting */

/* How much a draw counts with one clue more: as likely as a slip, against none. */
static double
factor_of (const ParleyChain *chain, guint clue)
{
  return parley_chain_fits (chain, clue) ? 1 : chain->spec->slip / (1 - chain->spec->slip);
}

static void
sift_chunk (gsize index, gpointer data)
{
  const Work *work = data;
  const ParleyChainSpec *spec = work->spec;
  guint chunk = (guint) index;
  double *counts = work->counts + index * (spec->n_clues + 1);
  g_autoptr(ParleyChain) chain
      = parley_chain_new_believed (spec, work->request->seed, index_of (0, chunk));

  for (guint d = 0; d < CHUNK; d++)
    {
      double count = 1;

      if (d > 0)
        parley_chain_start_over (chain);
      keep_draw (chain, work->draws->before, chunk, d);
      for (guint c = 0; count > 0 && c <= spec->n_clues; c++)
        {
          counts[c] += count;
          count *= c < spec->n_clues ? factor_of (chain, c) : 1;
        }
    }
}

/* What share of all draws counts by the first @n clues. */
static double
count_of (const Work *work, guint n)
{
  guint n_cells = work->spec->n_clues + 1;
  double sum = 0;

  for (guint chunk = 0; chunk < work->n_chunks; chunk++)
    sum += work->counts[chunk * n_cells + n];
  return sum / ((double) work->n_chunks * CHUNK);
}

/* Draws that are kept as often as they count. */
static void
keep_chunk (gsize index, gpointer data)
{
  const Work *work = data;
  const ParleyChainSpec *spec = work->spec;
  guint chunk = (guint) index;
  g_autoptr(ParleyChain) chain
      = parley_chain_new_believed (spec, work->request->seed, index_of (spec->n_clues + 1, chunk));

  for (guint d = 0; d < CHUNK;)
    {
      double count = 1;

      for (guint c = 0; count > 0 && c < spec->n_clues; c++)
        count *= factor_of (chain, c);
      if (count >= 1 || (count > 0 && parley_chain_unit (chain) < count))
        keep_draw (chain, work->draws->after, chunk, d++);
      parley_chain_start_over (chain);
    }
}

/* Chains */

static void
follow_chunk (gsize index, gpointer data)
{
  const Work *work = data;
  const ParleyChainSpec *spec = work->spec;
  guint stage = work->n_sifted + (guint) (index / work->n_chunks);
  guint chunk = (guint) (index % work->n_chunks);
  g_autoptr(ParleyChain) chain = NULL;

  if (stage == spec->n_clues || chunk < work->n_tried)
    chain = parley_chain_new (spec, stage, work->request->seed, index_of (stage, chunk));
  work->found[index] = chain != NULL;
  for (guint d = 0; chain != NULL && d < CHUNK; d++)
    {
      parley_chain_go (chain, stage, THIN);
      if (stage < spec->n_clues)
        work->fits[index] += parley_chain_fits (chain, stage) != FALSE;
      else
        keep_draw (chain, work->draws->after, chunk, d);
    }
}

/* Whether every stage has come to draws. */
static gboolean
check_found (const Work *work, guint n_stages, GError **error)
{
  for (guint s = 0; s < n_stages; s++)
    for (guint c = 0; c < (s + 1 == n_stages ? work->n_chunks : work->n_tried); c++)
      if (!work->found[s * work->n_chunks + c])
        {
          g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_LIMIT,
                       "so small a part of what is believed fits the record that no draw was found "
                       "in it; with a slip, decisions may be wrong");
          return FALSE;
        }
  return TRUE;
}

/* Stages from the first @n_sifted clues on to all of them. */
static gboolean
follow (Work *work, GError **error)
{
  guint n_stages = work->spec->n_clues + 1 - work->n_sifted;
  gsize n_cells = (gsize) n_stages * work->n_chunks;
  double slip = work->request->slip;

  work->n_tried = work->request->draws_only ? 0 : MIN (work->n_chunks, MOST_TRIED / CHUNK);
  work->fits = g_new0 (guint, n_cells);
  work->found = g_new0 (gboolean, n_cells);
  parley_crew_do (work->request->crew, "drawing weights", n_cells, follow_chunk, work);
  if (!check_found (work, n_stages, error))
    return FALSE;
  for (guint s = 0; work->n_tried > 0 && s + 1 < n_stages; s++)
    {
      double fits = 0;

      for (guint c = 0; c < work->n_tried; c++)
        fits += work->fits[s * work->n_chunks + c];
      fits /= (double) work->n_tried * CHUNK;
      work->draws->chances[work->n_sifted + s] = fits * (1 - slip) + (1 - fits) * slip;
    }
  return TRUE;
}

/* Making them */

/* Lets @chance count, as @n draws tell it. Counts of draws are at most 1, so that their variance is
 * no larger than if each counted in full or not at all. */
static void
reckon (ParleyPosteriorDraws *self, double chance, double n, double *variance)
{
  /* Of what none of n draws shows there is less than 3 in n, to 95 %. */
  if (chance <= 0 && self->left > 0)
    self->left_error = 3 / n * self->left;
  self->left *= chance;
  *variance += chance > 0 ? (1 / chance - 1) / n : 0;
  if (self->left > 0)
    self->left_error = self->left * sqrt (*variance);
}

/* What all chances come to: those that were sifted are told by the same draws, the others each by
 * its own. */
static void
set_left (const Work *work)
{
  ParleyPosteriorDraws *draws = work->draws;
  guint n_sifted = MIN (work->n_sifted, work->spec->n_clues);
  double sure = pow (1 - work->request->slip, n_sifted);
  double variance = 0;

  draws->left = 1;
  reckon (draws, count_of (work, n_sifted), (double) work->n_chunks * CHUNK, &variance);
  for (guint c = n_sifted; c < work->spec->n_clues; c++)
    reckon (draws, draws->chances[c], (double) work->n_tried * CHUNK * WORTH, &variance);
  draws->left *= sure;
  draws->left_error *= sure;
}

static void
sift (Work *work)
{
  const ParleyChainSpec *spec = work->spec;

  work->counts = g_new0 (double, (gsize) work->n_chunks *(spec->n_clues + 1));
  parley_crew_do (work->request->crew, "drawing weights", work->n_chunks, sift_chunk, work);
  while (work->n_sifted <= spec->n_clues && count_of (work, work->n_sifted) >= LEAST_SIFTED)
    work->n_sifted++;
  for (guint c = 0; c < MIN (work->n_sifted, spec->n_clues); c++)
    work->draws->chances[c]
        = (1 - work->request->slip) * count_of (work, c + 1) / count_of (work, c);
}

gboolean
parley_posterior_draws_make (ParleyPosteriorDraws *self,
                             const ParleyChainSpec *spec,
                             const ParleyPosteriorRequest *request,
                             GError **error)
{
  guint n_chunks = (guint) ((request->n_draws + CHUNK - 1) / CHUNK);
  gsize n_numbers = (gsize) n_chunks * CHUNK * spec->n_numbers;
  g_auto(Work) work = { .spec = spec, .request = request, .draws = self, .n_chunks = n_chunks };

  self->before = g_new (double, n_numbers);
  self->after = g_new (double, n_numbers);
  self->chances = g_new0 (double, spec->n_clues + 1);
  sift (&work);
  if (work.n_sifted > spec->n_clues)
    parley_crew_do (request->crew, "drawing weights", n_chunks, keep_chunk, &work);
  else if (!follow (&work, error))
    return FALSE;
  if (!request->draws_only)
    set_left (&work);
  return TRUE;
}

void
parley_posterior_draws_clear (ParleyPosteriorDraws *self)
{
  g_free (self->before);
  g_free (self->after);
  g_free (self->chances);
}
