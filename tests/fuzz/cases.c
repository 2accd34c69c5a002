/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of cases of a scenario that is sound otherwise. */
#include "fuzz.h"

void
parley_fuzz_cases (const guint8 *data, gsize size)
{
  g_autoptr(GString) text = parley_fuzz_open_base ();
  g_autoptr(ParleyLoaded) loaded = NULL;

  g_string_append (text, ", \"cases\": ");
  g_string_append_len (text, (const char *) data, (gssize) size);
  g_string_append (text, "}");
  loaded = parley_fuzz_load (text->str, text->len);
  parley_fuzz_look_at (loaded);
}
