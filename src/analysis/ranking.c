/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/ranking.h"

#include <math.h>
#include <stdlib.h>

static gint
compare_weights (gconstpointer a, gconstpointer b, gpointer data)
{
  const ParleyParty *party = data;
  guint x = *(const guint *) a;
  guint y = *(const guint *) b;
  int order = mpq_cmp (party->weights[y]->value, party->weights[x]->value);

  return order != 0 ? order : (x < y ? -1 : 1);
}

ParleyRanking *
parley_ranking_new (const ParleyParty *party)
{
  ParleyRanking *self = g_new0 (ParleyRanking, 1);

  self->issues = g_new (guint, party->n_issues);
  self->ranks = g_new (guint, party->n_issues + 1);
  for (guint i = 0; i < party->n_issues; i++)
    if (party->weights[i] != NULL && mpq_sgn (party->weights[i]->value) > 0)
      self->issues[self->n++] = i;
  g_qsort_with_data (self->issues, (gint) self->n, sizeof *self->issues, compare_weights,
                     (gpointer) party);
  for (guint i = 0; i < self->n; i++)
    if (i == 0
        || !mpq_equal (party->weights[self->issues[i]]->value,
                       party->weights[self->issues[i - 1]]->value))
      self->ranks[self->n_ranks++] = i;
  self->ranks[self->n_ranks] = self->n;
  return self;
}

void
parley_ranking_free (ParleyRanking *self)
{
  if (self == NULL)
    return;
  g_free (self->issues);
  g_free (self->ranks);
  g_free (self);
}

static int
compare_falling (const void *a, const void *b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x < y) - (x > y);
}

/* How many issues of the rank from @first to below @end weigh more than that at @i in @numbers. */
static guint
count_heavier (const double *numbers, guint first, guint end, guint i)
{
  guint n = 0;

  for (guint k = first; k < end; k++)
    n += (guint) (k < i ? numbers[k] >= numbers[i] : numbers[k] > numbers[i]);
  return n;
}

/* Exponential numbers, divided by their sum, are even over all weights (L. Devroye, "Non-uniform
 * random variate generation", 1986, V.2). The largest go to the first rank. */
void
parley_ranking_draw (const ParleyRanking *self, double *numbers)
{
  g_autofree double *sorted = g_new (double, self->n + 1);
  g_autofree double *drawn = g_new (double, self->n + 1);
  double sum = 0;

  for (guint i = 0; i < self->n; i++)
    {
      sorted[i] = drawn[i] = -log1p (-numbers[i]);
      sum += drawn[i];
    }
  qsort (sorted, self->n, sizeof *sorted, compare_falling);
  for (guint r = 0; r < self->n_ranks; r++)
    for (guint i = self->ranks[r]; i < self->ranks[r + 1]; i++)
      numbers[i]
          = sorted[self->ranks[r] + count_heavier (drawn, self->ranks[r], self->ranks[r + 1], i)]
            / (sum > 0 ? sum : 1);
}
