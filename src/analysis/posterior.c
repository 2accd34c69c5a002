/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/posterior.h"

#include <stdlib.h>

#include "analysis/chain_spec.h"
#include "analysis/posterior_draws.h"

static int
compare_doubles (const void *a, const void *b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

static ParleyLikely *
summarize (const ParleyPosterior *self, const double *draws)
{
  guint n = self->n_numbers;
  gsize n_draws = self->n_draws;
  ParleyLikely *likely = g_new0 (ParleyLikely, n);
  g_autofree double *column = g_new (double, n_draws);

  for (guint i = 0; i < n; i++)
    {
      for (gsize d = 0; d < n_draws; d++)
        {
          column[d] = draws[d * n + i];
          likely[i].mean += column[d] / (double) n_draws;
        }
      qsort (column, n_draws, sizeof *column, compare_doubles);
      likely[i].low = column[n_draws / 20];
      likely[i].high = column[n_draws - 1 - n_draws / 20];
    }
  return likely;
}

static void
set_heavier (ParleyPosterior *self)
{
  guint n = self->revealed->n_shares;

  self->heavier = g_new0 (double, (gsize) n *n);
  for (gsize d = 0; d < self->n_draws; d++)
    {
      const double *draw = self->draws + d * self->n_numbers;

      for (guint i = 0; i < n; i++)
        for (guint j = 0; j < n; j++)
          self->heavier[i * n + j] += draw[i] > draw[j] ? 1 / (double) self->n_draws : 0;
    }
}

/* Of clues that teach nothing nothing else was to be expected. */
static void
set_chances (ParleyPosterior *self, const double *chances)
{
  guint n_taught = 0;

  self->chances = g_new (double, self->revealed->clues->len + 1);
  for (guint c = 0; c < self->revealed->clues->len; c++)
    {
      const ParleyClue *clue = parley_revealed_clue (self->revealed, c);

      self->chances[c] = clue->kind == PARLEY_CLUE_TEACHES ? chances[n_taught++] : 1;
    }
}

ParleyPosterior *
parley_posterior_new (const ParleyRevealed *revealed,
                      const ParleyPosteriorRequest *request,
                      GError **error)
{
  g_auto(ParleyChainSpec) spec = { 0 };
  g_auto(ParleyPosteriorDraws) draws = { 0 };
  ParleyPosterior *self = NULL;

  g_return_val_if_fail (request->n_draws > 0, NULL);

  parley_chain_spec_init (&spec, revealed, request);
  if (!parley_posterior_draws_make (&draws, &spec, request, error))
    return NULL;
  self = g_new0 (ParleyPosterior, 1);
  self->revealed = revealed;
  self->n_draws = request->n_draws;
  self->n_numbers = spec.n_numbers;
  self->before = summarize (self, draws.before);
  self->after = summarize (self, draws.after);
  self->draws = g_steal_pointer (&draws.after);
  set_heavier (self);
  if (!request->draws_only)
    set_chances (self, draws.chances);
  self->left = draws.left;
  self->left_error = draws.left_error;
  return self;
}

void
parley_posterior_free (ParleyPosterior *self)
{
  if (self == NULL)
    return;
  g_free (self->before);
  g_free (self->after);
  g_free (self->heavier);
  g_free (self->chances);
  g_free (self->draws);
  g_free (self);
}
