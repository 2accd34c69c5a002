/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/exact.h"

/* Sets @size to the size of what @index stands for. */
typedef void (*ParleySize) (gconstpointer data, guint index, mpq_ptr size);

/* Sorts @indices, of guint: what is largest comes first, and of what is equally large the lowest
 * index. Cost: @size is asked for O(n log n) times. */
void parley_sort_largest (GArray *indices, ParleySize size, gconstpointer data);
