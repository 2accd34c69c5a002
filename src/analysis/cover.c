/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/cover.h"

void
parley_cover_add (GArray *kept, guint choice, ParleyCovers covers, gconstpointer data)
{
  guint n = 0;

  for (guint i = 0; i < kept->len; i++)
    if (covers (g_array_index (kept, guint, i), choice, data))
      return;
  for (guint i = 0; i < kept->len; i++)
    {
      guint other = g_array_index (kept, guint, i);

      if (!covers (choice, other, data))
        g_array_index (kept, guint, n++) = other;
    }
  g_array_set_size (kept, n);
  g_array_append_val (kept, choice);
}
