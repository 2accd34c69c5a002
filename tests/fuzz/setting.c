/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Settings as --set takes them, one on top of the other. */
#include "fuzz.h"

void
parley_fuzz_setting (const guint8 *data, gsize size)
{
  g_auto(GStrv) settings = parley_fuzz_strings (data, size);
  g_autoptr(GPtrArray) changes
      = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_change_free);
  g_autoptr(ParleyLoaded) loaded = NULL;

  for (guint i = 0; settings[i] != NULL; i++)
    g_ptr_array_add (changes, parley_change_new (PARLEY_CHANGE_SET, settings[i]));
  loaded = parley_loaded_with (parley_fuzz_base (), changes);
  parley_fuzz_look_at (loaded);
}
