/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/radix.h"

#include <string.h>

/* How many items are worth the counters of a wide digit. */
#define MANY       4096
#define WIDE_DIGIT 12
#define SLIM_DIGIT 8

/* Puts the items in order of one digit. FALSE, and moves nothing, when all agree in it. */
static gboolean
sort_digit (const guint64 *items, guint64 *sorted, gsize n, guint shift, guint n_bits)
{
  gsize starts[1 << WIDE_DIGIT];
  guint64 mask = ((guint64) 1 << n_bits) - 1;
  gsize start = 0;

  memset (starts, 0, sizeof *starts << n_bits);
  for (gsize i = 0; i < n; i++)
    starts[items[i] >> shift & mask]++;
  if (starts[items[0] >> shift & mask] == n)
    return FALSE;
  for (guint64 digit = 0; digit <= mask; digit++)
    {
      gsize size = starts[digit];

      starts[digit] = start;
      start += size;
    }
  for (gsize i = 0; i < n; i++)
    sorted[starts[items[i] >> shift & mask]++] = items[i];
  return TRUE;
}

guint64 *
parley_radix_sort (guint64 *items, guint64 *spare, gsize n, guint n_bits)
{
  guint widest = n < MANY ? SLIM_DIGIT : WIDE_DIGIT;
  guint n_digits = (n_bits + widest - 1) / widest;

  g_return_val_if_fail (n_bits <= 32, items);

  for (guint digit = 0; n > 1 && digit < n_digits; digit++)
    {
      guint from = n_bits * digit / n_digits;
      guint to = n_bits * (digit + 1) / n_digits;

      if (sort_digit (items, spare, n, 32 + from, to - from))
        {
          guint64 *sorted = spare;

          spare = items;
          items = sorted;
        }
    }
  return items;
}
