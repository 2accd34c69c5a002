/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/revealed_part.h"

/* Sets of clues that are tried in search of a smaller contradiction. */
#define MOST_SETS 2000

/* Takes out what the contradiction does not need. */
static void
thin (const ParleyRevealed *self, ParleyFit *fit, gboolean *counts)
{
  for (guint i = self->clues->len; i-- > 0;)
    if (counts[i])
      {
        counts[i] = FALSE;
        counts[i] = parley_revealed_fits (self, fit, counts);
      }
}

static guint
count (const gboolean *counts, guint n)
{
  guint sum = 0;

  for (guint i = 0; i < n; i++)
    sum += counts[i] != FALSE;
  return sum;
}

/* Tries the sets of @n_more clues from @from on. Returns: whether one contradicts; it is in
 * @counts then. */
static gboolean
try_sets (const ParleyRevealed *self,
          ParleyFit            *fit,
          gboolean             *counts,
          guint                 from,
          guint                 n_more,
          guint                *n_left)
{
  if (*n_left == 0)
    return FALSE;
  if (n_more == 0)
    {
      (*n_left)--;
      return !parley_revealed_fits (self, fit, counts);
    }
  for (guint i = from; i < self->clues->len; i++)
    {
      if (parley_revealed_clue (self, i)->kind != PARLEY_CLUE_TEACHES)
        continue;
      counts[i] = TRUE;
      if (try_sets (self, fit, counts, i + 1, n_more - 1, n_left))
        return TRUE;
      counts[i] = FALSE;
    }
  return FALSE;
}

void
parley_revealed_find_blame (ParleyRevealed *self, ParleyFit *fit)
{
  guint n = self->clues->len;
  g_autofree gboolean *counts = g_new (gboolean, n);
  g_autofree gboolean *smaller = g_new0 (gboolean, n);
  const gboolean *blamed = counts;
  guint n_left = MOST_SETS;

  for (guint i = 0; i < n; i++)
    counts[i] = parley_revealed_clue (self, i)->kind == PARLEY_CLUE_TEACHES;
  thin (self, fit, counts);
  for (guint size = 1; size < count (counts, n) && blamed == counts; size++)
    if (try_sets (self, fit, smaller, 0, size, &n_left))
      blamed = smaller;
  for (guint i = 0; i < n; i++)
    if (blamed[i])
      g_array_append_val (self->blame, i);
}
