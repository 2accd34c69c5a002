/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/dominance_bits.h"

#include <string.h>

#define N_WORDS PARLEY_DOMINANCE_N_WORDS

/* More would overflow the bytes in which count_set () sums up. */
G_STATIC_ASSERT (N_WORDS <= 31);

static void
set_bit (guint64 *words, gsize bit)
{
  words[bit / 64] |= (guint64) 1 << bit % 64;
}

static void
clear_bit (guint64 *words, gsize bit)
{
  words[bit / 64] &= ~((guint64) 1 << bit % 64);
}

/* A row is what is set in it and in all above. */
static void
fill_table (guint64 *table, const guint32 *ranks, gsize n)
{
  memset (table, 0, (n + 1) * N_WORDS * sizeof *table);
  for (gsize i = 0; i < n; i++)
    set_bit (table + (gsize) ranks[i] * N_WORDS, i);
  for (guint64 *word = table + n * N_WORDS; word-- > table;)
    *word |= word[N_WORDS];
}

/* Not every processor counts bits. This sums up by bytes, in all words at a time: a byte
 * gets 8 from each word at most. */
static guint
count_set (const guint64 *words)
{
  guint64 bytes = 0;

  for (guint w = 0; w < N_WORDS; w++)
    {
      guint64 word = words[w];

      word -= word >> 1 & 0x5555555555555555;
      word = (word & 0x3333333333333333) + (word >> 2 & 0x3333333333333333);
      bytes += (word + (word >> 4)) & 0x0f0f0f0f0f0f0f0f;
    }
  bytes = (bytes & 0x00ff00ff00ff00ff) + (bytes >> 8 & 0x00ff00ff00ff00ff);
  return (guint) (bytes * 0x0001000100010001 >> 48);
}

static guint64
weigh_set (const guint64 *words, const guint64 *weights)
{
  guint64 sum = 0;

  for (guint w = 0; w < N_WORDS; w++)
    for (guint64 word = words[w]; word != 0; word &= word - 1)
      sum += weights[w * 64 + (guint) __builtin_ctzll (word)];
  return sum;
}

static void
intersect (guint64 *words, const guint64 *others)
{
  for (guint w = 0; w < N_WORDS; w++)
    words[w] &= others[w];
}

void
parley_dominance_count_bits (const ParleyCloud *points,
                             const ParleyCloud *floors,
                             guint64           *tables,
                             guint64           *counts)
{
  gsize table_size = (points->n + 1) * N_WORDS;
  guint64 reaching[N_WORDS] = { 0 }; /* by dimension 0 */
  gsize n_below = 0;

  for (guint d = 1; d < points->n_dims; d++)
    fill_table (tables + (d - 1) * table_size, points->ranks[d], points->n);
  for (gsize i = 0; i < points->n; i++)
    set_bit (reaching, i);

  for (gsize i = 0; i < floors->n; i++)
    {
      guint64 all[N_WORDS];

      while (n_below < points->n && points->ranks[0][n_below] < floors->ranks[0][i])
        clear_bit (reaching, n_below++);
      memcpy (all, reaching, sizeof all);
      for (guint d = 1; d < floors->n_dims; d++)
        intersect (all, tables + (d - 1) * table_size + (gsize) floors->ranks[d][i] * N_WORDS);
      counts[floors->entries[i]]
          += points->weights == NULL ? count_set (all) : weigh_set (all, points->weights);
    }
}
