/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/chain_spec.h"

#include <math.h>

static void
add_clue (ParleyChainSpec *self, const ParleyRevealed *revealed, const ParleyClue *clue)
{
  guint c = self->n_clues++;
  guint reservation = revealed->reservations->len;

  (void) g_ptr_array_find (revealed->reservations, clue->move.reservation, &reservation);
  self->corners[c]
      = parley_corners_to_doubles (clue->corners, revealed->issues, revealed->n_shares);
  self->reaches[c] = clue->reaches;
  self->every[c] = clue->open == PARLEY_OPEN_ALL;
  self->paired[c] = clue->n_together == 2;
  self->reservations[c] = self->n_weights + reservation;
}

/* Of a ranking: how many weights are heavier than each. */
static guint *
find_places (const ParleyRevealed *revealed, const ParleyParty *party)
{
  guint *places = g_new0 (guint, revealed->n_shares);

  for (guint i = 0; i < revealed->n_shares; i++)
    for (guint j = 0; j < revealed->n_shares; j++)
      places[i] += mpq_cmp (party->weights[revealed->issues[j]]->value,
                            party->weights[revealed->issues[i]]->value)
                   > 0;
  return places;
}

/* Shares are the same whatever weights are multiplied by, and chains take what is far below 1 for
 * nothing: so weights come to between 64 and 128 at most. By a power of two, which changes no
 * digit. */
static void
scale_weights (ParleyChainSpec *self)
{
  double most = 0;
  int exponent = 0;

  for (guint i = 0; i < self->n_weights; i++)
    most += parley_quantile_value (&self->quantiles[i], G_MAXUINT32);
  (void) frexp (most, &exponent);
  for (guint i = 0; i < self->n_weights; i++)
    parley_quantile_scale (&self->quantiles[i], ldexp (1, 7 - exponent));
}

static void
read_beliefs (ParleyChainSpec              *self,
              const ParleyRevealed         *revealed,
              const ParleyPosteriorRequest *request)
{
  const ParleyParty *party = parley_scenario_party (revealed->scenario, revealed->party);
  gboolean is_free = request->belief == PARLEY_BELIEF_NOTHING || party->ranked;

  self->as_written = !party->normalize;
  if (party->ranked)
    self->places = find_places (revealed, party);
  for (guint i = 0; i < self->n_weights; i++)
    {
      parley_quantile_init (&self->quantiles[i], party->weights[revealed->issues[i]],
                            request->spread);
      self->quantiles[i].free = is_free && party->normalize;
    }
  if (party->normalize && !is_free)
    scale_weights (self);
  for (guint r = 0; r < revealed->reservations->len; r++)
    parley_quantile_init (&self->quantiles[self->n_weights + r],
                          g_ptr_array_index (revealed->reservations, r), request->spread);
}

void
parley_chain_spec_init (ParleyChainSpec              *self,
                        const ParleyRevealed         *revealed,
                        const ParleyPosteriorRequest *request)
{
  guint n = revealed->clues->len;

  self->slip = request->slip;
  self->n_weights = revealed->n_shares;
  self->n_numbers = revealed->n_shares + revealed->reservations->len;
  self->quantiles = g_new0 (ParleyQuantile, self->n_numbers);
  self->reservations = g_new0 (guint, n);
  self->corners = g_new0 (GPtrArray *, n);
  self->reaches = g_new0 (gboolean, n);
  self->every = g_new0 (gboolean, n);
  self->paired = g_new0 (gboolean, n);
  read_beliefs (self, revealed, request);
  for (guint c = 0; c < n; c++)
    {
      const ParleyClue *clue = parley_revealed_clue (revealed, c);

      if (clue->kind == PARLEY_CLUE_TEACHES)
        add_clue (self, revealed, clue);
    }
}

void
parley_chain_spec_clear (ParleyChainSpec *self)
{
  for (guint i = 0; i < self->n_numbers; i++)
    parley_quantile_clear (&self->quantiles[i]);
  for (guint c = 0; c < self->n_clues; c++)
    g_ptr_array_unref (self->corners[c]);
  g_free (self->places);
  g_free (self->quantiles);
  g_free (self->reservations);
  g_free (self->corners);
  g_free (self->reaches);
  g_free (self->every);
  g_free (self->paired);
}
