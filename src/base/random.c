/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/random.h"

#include <string.h>

#define ROUNDS 10

/* The multipliers and the steps of the key that the paper gives. */
#define MULTIPLIER_0 0xD2511F53u
#define MULTIPLIER_1 0xCD9E8D57u
#define STEP_0 0x9E3779B9u
#define STEP_1 0xBB67AE85u

static inline void
do_round (guint32 x[4], guint32 key_0, guint32 key_1)
{
  guint64 a = (guint64) MULTIPLIER_0 * x[0];
  guint64 b = (guint64) MULTIPLIER_1 * x[2];

  x[0] = (guint32) (b >> 32) ^ x[1] ^ key_0;
  x[1] = (guint32) b;
  x[2] = (guint32) (a >> 32) ^ x[3] ^ key_1;
  x[3] = (guint32) a;
}

void
parley_random_block (guint64 seed,
                     guint64 index,
                     ParleyPurpose purpose,
                     guint32 block,
                     guint32 numbers[4])
{
  guint32 key_0 = (guint32) seed;
  guint32 key_1 = (guint32) (seed >> 32);

  numbers[0] = (guint32) index;
  numbers[1] = (guint32) (index >> 32);
  numbers[2] = block;
  numbers[3] = (guint32) purpose;
  for (guint i = 0; i < ROUNDS; i++)
    {
      do_round (numbers, key_0, key_1);
      key_0 += STEP_0;
      key_1 += STEP_1;
    }
}

void
parley_random_fill (guint64 seed, guint64 index, ParleyPurpose purpose, guint n, guint32 *numbers)
{
  guint32 last[4];
  guint whole = n / 4;

  for (guint b = 0; b < whole; b++)
    parley_random_block (seed, index, purpose, b, numbers + (gsize) 4 * b);
  if (n % 4 == 0)
    return;
  parley_random_block (seed, index, purpose, whole, last);
  memcpy (numbers + (gsize) 4 * whole, last, (n % 4) * sizeof *last);
}
