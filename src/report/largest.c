/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/largest.h"

typedef struct
{
  ParleySize    size;
  gconstpointer data;
} Measure;

static gint
larger_first (gconstpointer a, gconstpointer b, gpointer data)
{
  const Measure *measure = data;
  guint x = *(const guint *) a;
  guint y = *(const guint *) b;
  int order = 0;
  mpq_t of_x, of_y;

  mpq_inits (of_x, of_y, NULL);
  measure->size (measure->data, x, of_x);
  measure->size (measure->data, y, of_y);
  order = mpq_cmp (of_y, of_x);
  mpq_clears (of_x, of_y, NULL);
  return order != 0 ? order : x < y ? -1 : x > y;
}

void
parley_sort_largest (GArray *indices, ParleySize size, gconstpointer data)
{
  Measure measure = { size, data };

  g_array_sort_with_data (indices, larger_first, &measure);
}
