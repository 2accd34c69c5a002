/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/halves.h"

#include "base/error.h"

/* Of a half, and of scores in it: half a gigabyte or so. */
#define MAX_ENTRIES 4000000
#define MAX_SCORES  8000000

typedef struct
{
  ParleyHalf   *half;
  GPtrArray    *utilities;
  ParleyScore **scores;  /* [utility][entry] */
  guint64      *crossed; /* [entry] */
} Filling;

/* What a block is and how many combinations it has, for sharing out. */
typedef struct
{
  const ParleyIssueBlock *block;
  guint64            size;
} Share;

static gint
larger_first (gconstpointer a, gconstpointer b)
{
  guint64 x = ((const Share *) a)->size;
  guint64 y = ((const Share *) b)->size;

  return x < y ? 1 : x > y ? -1 : 0;
}

static int
compare_axes (const void *a, const void *b)
{
  guint x = *(const guint *) a;
  guint y = *(const guint *) b;

  return x < y ? -1 : x > y;
}

static void
add_block (ParleyHalf *half, const ParleyIssueBlock *block)
{
  memcpy (half->axes + half->n_axes, block->axes, block->n_axes * sizeof *block->axes);
  half->n_axes += block->n_axes;
}

/* Gives each block, the largest first, to the half that has fewer combinations.
 * Returns: the size of the larger half. */
static guint64
share_blocks (ParleyHalves *self, const ParleySpace *space)
{
  g_autoptr(GArray) shares = g_array_new (FALSE, FALSE, sizeof (Share));
  guint64 sizes[2] = { 1, 1 };

  for (guint b = 0; b < space->blocks->len; b++)
    {
      const ParleyIssueBlock *block = g_ptr_array_index (space->blocks, b);
      Share share = { block, parley_space_block_size (space, block) };

      g_array_append_val (shares, share);
    }
  g_array_sort (shares, larger_first);
  for (guint i = 0; i < shares->len; i++)
    {
      const Share *share = &g_array_index (shares, Share, i);
      guint smaller = sizes[1] < sizes[0];

      add_block (&self->halves[smaller], share->block);
      if (__builtin_mul_overflow (sizes[smaller], share->size, &sizes[smaller]))
        return G_MAXUINT64;
    }
  return MAX (sizes[0], sizes[1]);
}

static gboolean
keep_tuple (const ParleyTuple *tuple, gpointer data)
{
  const Filling *filling = data;
  ParleyHalf *half = filling->half;
  gsize entry = half->n_entries++;

  for (guint i = 0; i < half->n_axes; i++)
    half->options[entry * half->n_axes + i] = tuple->options[half->axes[i]];
  half->waived[entry] = tuple->waived;
  filling->crossed[entry] = tuple->crossed;
  for (guint s = 0; s < half->n_rankings; s++)
    filling->scores[s][entry] = tuple->scores[s];
  return TRUE;
}

/* @scores less what crossing a red line costs. Returns: NULL when none is crossed. */
static ParleyScore *
mark_crossings (const Filling *filling, const ParleyScore *scores, guint party)
{
  gsize n = filling->half->n_entries;
  ParleyScore *marked = NULL;

  for (gsize e = 0; e < n; e++)
    {
      if ((filling->crossed[e] >> party & 1) == 0)
        continue;
      if (marked == NULL)
        marked = g_memdup2 (scores, n * sizeof *scores);
      marked[e] -= PARLEY_SCORE_CROSSED;
    }
  return marked;
}

static void
make_rankings (ParleyHalf *half, const Filling *filling)
{
  half->rankings = g_new (ParleyRanking *, half->n_rankings);
  half->bare = g_new (ParleyRanking *, half->n_rankings);
  for (guint s = 0; s < half->n_rankings; s++)
    {
      const ParleyUtility *utility = g_ptr_array_index (filling->utilities, s);
      ParleyScore *marked = mark_crossings (filling, filling->scores[s], utility->party);

      half->bare[s] = parley_ranking_new_take (filling->scores[s], half->n_entries);
      half->rankings[s]
          = marked == NULL ? half->bare[s] : parley_ranking_new_take (marked, half->n_entries);
    }
}

static void
fill (ParleyHalf *half, const ParleySpace *space, GPtrArray *utilities, gsize size)
{
  g_autofree ParleyScore **scores = g_new (ParleyScore *, utilities->len);
  g_autofree guint64 *crossed = g_new (guint64, size);
  Filling filling = { half, utilities, scores, crossed };

  qsort (half->axes, half->n_axes, sizeof *half->axes, compare_axes);
  half->options = g_new (guint, size * half->n_axes);
  half->waived = g_new (guint64, size);
  half->n_rankings = utilities->len;
  for (guint s = 0; s < utilities->len; s++)
    scores[s] = g_new (ParleyScore, size);
  parley_walk (space, half->axes, half->n_axes, utilities, keep_tuple, &filling);
  make_rankings (half, &filling);
}

ParleyHalves *
parley_halves_new (const ParleySpace *space, GPtrArray *utilities, GError **error)
{
  g_autoptr(ParleyHalves) self = g_new0 (ParleyHalves, 1);

  for (guint h = 0; h < 2; h++)
    self->halves[h].axes = g_new (guint, space->domain->n_axes);
  if (share_blocks (self, space) > MIN (MAX_ENTRIES, MAX_SCORES / MAX (1, utilities->len)))
    {
      g_set_error (
          error, PARLEY_ERROR, PARLEY_ERROR_LIMIT,
          "more deals than can be counted: a half of the issues has too many combinations");
      return NULL;
    }
  for (guint h = 0; h < 2; h++)
    {
      ParleyHalf *half = &self->halves[h];
      gsize size = 1;

      for (guint i = 0; i < half->n_axes; i++)
        size *= space->domain->axes[half->axes[i]].n_options;
      fill (half, space, utilities, size);
    }
  return g_steal_pointer (&self);
}

void
parley_halves_free (ParleyHalves *self)
{
  if (self == NULL)
    return;
  for (guint h = 0; h < 2; h++)
    {
      ParleyHalf *half = &self->halves[h];

      for (guint s = 0; s < half->n_rankings; s++)
        {
          if (half->rankings[s] != half->bare[s])
            parley_ranking_free (half->rankings[s]);
          parley_ranking_free (half->bare[s]);
        }
      g_free (half->rankings);
      g_free (half->bare);
      g_free (half->waived);
      g_free (half->options);
      g_free (half->axes);
    }
  g_free (self);
}
