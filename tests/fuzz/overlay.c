/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An overlay on a scenario that is sound. */
#include "fuzz.h"

void
parley_fuzz_overlay (const guint8 *data, gsize size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr(ParleyLoaded) loaded = parley_fuzz_change (parley_change_new_patch ("overlay", text));

  parley_fuzz_look_at (loaded);
}
