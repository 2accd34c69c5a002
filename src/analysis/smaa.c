/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/smaa.h"

ParleySmaa *
parley_smaa_new (guint n_alternatives, guint n_shares)
{
  ParleySmaa *self = g_new0 (ParleySmaa, 1);
  gsize n = n_alternatives;

  self->n_alternatives = n_alternatives;
  self->n_shares = n_shares;
  self->n_cells = 1 + 2 * n * n + n * n_shares;
  self->cells = g_new0 (double, self->n_cells);
  self->ranks = self->cells + 1;
  self->wins = self->ranks + n * n;
  self->first = self->wins + n * n;
  return self;
}

void
parley_smaa_free (ParleySmaa *self)
{
  if (self == NULL)
    return;
  g_free (self->cells);
  g_free (self);
}

/* How many of @scores are better than that of @alternative, and how many as good, itself among
 * them. */
static void
place (const ParleyScore *scores, guint n, guint alternative, guint *n_better, guint *n_equal)
{
  *n_better = 0;
  *n_equal = 0;
  for (guint i = 0; i < n; i++)
    {
      *n_better += scores[i] > scores[alternative];
      *n_equal += scores[i] == scores[alternative];
    }
}

static void
add_wins (ParleySmaa *self, const ParleyScore *scores, guint alternative)
{
  double *wins = self->wins + (gsize) alternative * self->n_alternatives;

  for (guint i = 0; i < self->n_alternatives; i++)
    if (scores[alternative] > scores[i])
      wins[i] += 1;
    else if (scores[alternative] == scores[i])
      wins[i] += 0.5;
}

static void
add_alternative (ParleySmaa        *self,
                 const ParleyScore *scores,
                 const double      *shares,
                 guint              alternative)
{
  double *ranks = self->ranks + (gsize) alternative * self->n_alternatives;
  double *first = self->first + (gsize) alternative * self->n_shares;
  guint n_better = 0;
  guint n_equal = 0;

  place (scores, self->n_alternatives, alternative, &n_better, &n_equal);
  for (guint r = n_better; r < n_better + n_equal; r++)
    ranks[r] += 1.0 / n_equal;
  for (guint i = 0; n_better == 0 && i < self->n_shares; i++)
    first[i] += shares[i] / n_equal;
}

void
parley_smaa_add (ParleySmaa *self, const ParleyScore *scores, const double *shares)
{
  self->cells[0] += 1;
  for (guint a = 0; a < self->n_alternatives; a++)
    {
      add_alternative (self, scores, shares, a);
      add_wins (self, scores, a);
    }
}

void
parley_smaa_merge (ParleySmaa *self, const ParleySmaa *more)
{
  g_return_if_fail (self->n_alternatives == more->n_alternatives
                    && self->n_shares == more->n_shares);
  for (gsize i = 0; i < self->n_cells; i++)
    self->cells[i] += more->cells[i];
}

double
parley_smaa_acceptability (const ParleySmaa *self, guint alternative, guint rank)
{
  return self->ranks[(gsize) alternative * self->n_alternatives + rank] / self->cells[0];
}

double
parley_smaa_wins (const ParleySmaa *self, guint alternative, guint other)
{
  return self->wins[(gsize) alternative * self->n_alternatives + other] / self->cells[0];
}

gboolean
parley_smaa_central (const ParleySmaa *self, guint alternative, double *shares)
{
  double n = self->ranks[(gsize) alternative * self->n_alternatives];

  for (guint i = 0; n > 0 && i < self->n_shares; i++)
    shares[i] = self->first[(gsize) alternative * self->n_shares + i] / n;
  return n > 0;
}

double
parley_smaa_first (const ParleyScore *scores, guint n_alternatives, guint alternative)
{
  guint n_better = 0;
  guint n_equal = 0;

  place (scores, n_alternatives, alternative, &n_better, &n_equal);
  return n_better > 0 ? 0 : 1.0 / n_equal;
}
