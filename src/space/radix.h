/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* A key with what it belongs to. */
#define PARLEY_RADIX_ITEM(key, entry) ((guint64) (key) << 32 | (guint32) (entry))
#define PARLEY_RADIX_KEY(item)        ((guint32) ((item) >> 32))
#define PARLEY_RADIX_ENTRY(item)      ((guint32) (item))

/**
 * parley_radix_sort:
 * @items: (array length=n): keys below 2^@n_bits, each above its entry
 * @spare: (array length=n): as much room again
 *
 * Sorts by key from the lowest digit up; items of one key keep their order.
 *
 * Returns: (transfer none): @items or @spare, whichever holds the result.
 *
 * Cost: O(@n) for each 12 bits of the keys, for each 8 bits of few items.
 */
guint64 *parley_radix_sort (guint64 *items, guint64 *spare, gsize n, guint n_bits);
