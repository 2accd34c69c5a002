/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/posterior_draws.h"

#include <math.h>
#include <string.h>

#include "base/error.h"

/* What is drawn at once; of a chain, with so many rounds from one draw to the next that they hardly
 * hang together. */
#define CHUNK 500
#define THIN  5

/* Draws tell of one clue after the other as long as this share of them counts. */
#define LEAST_SIFTED 0.1

/* Of more draws of a chain than these it is not asked what more clues were like. Draws of chains
 * are worth a third as many that have nothing to do with each other. */
#define MOST_TRIED 5000
#define WORTH      (1.0 / 3)

/* Draws that agree with the first @n_taken clues, or come from what is believed where that is 0. */
typedef struct
{
  const ParleyChainSpec        *spec;
  const ParleyPosteriorRequest *request;
  ParleyPosteriorDraws         *draws;
  guint                         n_taken;
  guint                         n_chunks;
  double                       *counts; /* [chunk * (n_clues + 1) + clue]: by how much draws count
                   * by the clues from the first that is not taken to before this; 0 where no draw
                   * was found */
} Stage;

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

static double *
counts_of (const Stage *self, guint chunk)
{
  return self->counts + (gsize) chunk * (self->spec->n_clues + 1);
}

static void
count_draw (const Stage *self, const ParleyChain *chain, guint chunk)
{
  double *counts = counts_of (self, chunk);
  double count = 1;

  for (guint c = self->n_taken; count > 0 && c <= self->spec->n_clues; c++)
    {
      counts[c] += count;
      count *= c < self->spec->n_clues ? factor_of (chain, c) : 1;
    }
}

static void
believe_chunk (gsize index, gpointer data)
{
  const Stage *self = data;
  guint chunk = (guint) index;
  g_autoptr(ParleyChain) chain
      = parley_chain_new_believed (self->spec, self->request->seed, index_of (0, chunk));

  for (guint d = 0; d < CHUNK; d++)
    {
      if (d > 0)
        parley_chain_start_over (chain);
      keep_draw (chain, self->draws->before, chunk, d);
      count_draw (self, chain, chunk);
    }
}

static void
follow_chunk (gsize index, gpointer data)
{
  const Stage *self = data;
  guint chunk = (guint) index;
  g_autoptr(ParleyChain) chain = parley_chain_new (self->spec, self->n_taken, self->request->seed,
                                                    index_of (self->n_taken, chunk));

  for (guint d = 0; chain != NULL && d < CHUNK; d++)
    {
      parley_chain_go (chain, self->n_taken, THIN);
      if (self->n_taken == self->spec->n_clues)
        keep_draw (chain, self->draws->after, chunk, d);
      count_draw (self, chain, chunk);
    }
}

/* What share of all draws counts by the first @n clues. */
static double
count_of (const Stage *self, guint n)
{
  double sum = 0;

  for (guint chunk = 0; chunk < self->n_chunks; chunk++)
    sum += counts_of (self, chunk)[n];
  return sum / ((double) self->n_chunks * CHUNK);
}

/* Draws that are kept as often as they count. */
static void
keep_chunk (gsize index, gpointer data)
{
  const Stage *self = data;
  const ParleyChainSpec *spec = self->spec;
  guint chunk = (guint) index;
  g_autoptr(ParleyChain) chain
      = parley_chain_new_believed (spec, self->request->seed, index_of (spec->n_clues + 1, chunk));

  for (guint d = 0; d < CHUNK;)
    {
      double count = 1;

      for (guint c = 0; count > 0 && c < spec->n_clues; c++)
        count *= factor_of (chain, c);
      if (count >= 1 || (count > 0 && parley_chain_unit (chain) < count))
        keep_draw (chain, self->draws->after, chunk, d++);
      parley_chain_start_over (chain);
    }
}

/* What draws tell */

/* Lets @chance count, times @sure, as @n draws tell it. Counts of draws are at most 1, so that
 * their variance is no larger than if each counted in full or not at all. */
static void
reckon (ParleyPosteriorDraws *self, double sure, double chance, double n, double *variance)
{
  /* Of what none of n draws shows there is less than 3 in n, to 95 %. */
  if (chance <= 0 && self->left > 0)
    self->left_error = sure * 3 / n * self->left;
  self->left *= sure * chance;
  *variance += chance > 0 ? (1 / chance - 1) / n : 0;
  if (self->left > 0)
    self->left_error = self->left * sqrt (*variance);
}

/* How many clues these draws tell the chances of, or were taken before. */
static guint
reach_of (const Stage *self)
{
  guint n = self->n_taken;

  while (n < self->spec->n_clues && count_of (self, n) >= LEAST_SIFTED)
    n++;
  return n;
}

/* The chances of clues up to the first @n. */
static void
tell_chances (const Stage *self, guint n, double *variance)
{
  double n_draws = (double) self->n_chunks * CHUNK * (self->n_taken > 0 ? WORTH : 1);
  double sure = 1 - self->spec->slip;

  for (guint c = self->n_taken; c < n; c++)
    self->draws->chances[c] = sure * count_of (self, c + 1) / count_of (self, c);
  reckon (self->draws, pow (sure, n - self->n_taken), count_of (self, n), n_draws, variance);
}

/* Making them */

/* Draws of the first @n_taken clues. */
static gboolean
run_stage (Stage *self, guint n_taken, GError **error)
{
  self->n_taken = n_taken;
  memset (self->counts, 0,
          (gsize) self->n_chunks * (self->spec->n_clues + 1) * sizeof *self->counts);
  parley_crew_do (self->request->crew, "drawing weights", self->n_chunks,
                  n_taken == 0 ? believe_chunk : follow_chunk, self);
  for (guint chunk = 0; chunk < self->n_chunks; chunk++)
    if (counts_of (self, chunk)[n_taken] <= 0)
      {
        g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_LIMIT,
                     "so small a part of what is believed fits the record that no draw was found "
                     "in it; with a slip, decisions may be wrong");
        return FALSE;
      }
  return TRUE;
}

/* From the first clue that what is believed tells nothing of any more. */
static gboolean
follow (Stage *self, guint n_taken, double *variance, GError **error)
{
  guint n_chunks = self->n_chunks;

  self->n_chunks = MIN (n_chunks, MOST_TRIED / CHUNK);
  for (guint n = n_taken; n < self->spec->n_clues && !self->request->draws_only;)
    {
      guint reach = 0;

      if (!run_stage (self, n, error))
        return FALSE;
      reach = reach_of (self);
      tell_chances (self, reach, variance);
      n = reach;
    }
  self->n_chunks = n_chunks;
  return run_stage (self, self->spec->n_clues, error);
}

static gboolean
make (Stage *self, GError **error)
{
  guint n_clues = self->spec->n_clues;
  guint reach = 0;
  double variance = 0;

  self->draws->left = 1;
  if (!run_stage (self, 0, error))
    return FALSE;
  reach = reach_of (self);
  tell_chances (self, reach, &variance);
  if (reach < n_clues || count_of (self, n_clues) < LEAST_SIFTED)
    return follow (self, reach, &variance, error);
  parley_crew_do (self->request->crew, "drawing weights", self->n_chunks, keep_chunk, self);
  return TRUE;
}

gboolean
parley_posterior_draws_make (ParleyPosteriorDraws *self,
                             const ParleyChainSpec *spec,
                             const ParleyPosteriorRequest *request,
                             GError **error)
{
  guint n_chunks = (guint) ((request->n_draws + CHUNK - 1) / CHUNK);
  gsize n_numbers = (gsize) n_chunks * CHUNK * spec->n_numbers;
  g_autofree double *counts = g_new (double, (gsize) n_chunks *(spec->n_clues + 1));
  Stage stage = { spec, request, self, 0, n_chunks, counts };

  self->before = g_new (double, n_numbers);
  self->after = g_new (double, n_numbers);
  self->chances = g_new0 (double, spec->n_clues + 1);
  return make (&stage, error);
}

void
parley_posterior_draws_clear (ParleyPosteriorDraws *self)
{
  g_free (self->before);
  g_free (self->after);
  g_free (self->chances);
}
