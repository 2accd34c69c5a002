/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A whole scenario, with all that can be said of it. What is sound can be written for GENIUS, or is
 * told why not. */
#include "fuzz.h"
#include "scenario/export.h"

void
parley_fuzz_scenario (const guint8 *data, gsize size)
{
  g_autoptr(ParleyLoaded) loaded = parley_fuzz_load ((const char *) data, size);
  g_autoptr(GPtrArray) files = NULL;

  parley_fuzz_look_at (loaded);
  if (loaded->scenario == NULL || loaded->is_model || loaded->problems->n_errors > 0)
    return;
  files = parley_export_genius (loaded);
  PARLEY_FUZZ_REQUIRE ((files == NULL) == (loaded->problems->n_errors > 0));
  parley_fuzz_check_problems (loaded->problems);
}
