/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/*
 * The one list of fuzz targets. A line "X (name)" stands for tests/fuzz/name.c, which defines
 *
 *   void parley_fuzz_name (const guint8 *data, gsize size);
 *
 * That looks at one input, and ends the program on what must never be. Meson reads this list as
 * well: with -Dfuzz=true each line becomes a fuzzer, else all go into one program that replays
 * what was once found (tests/fuzz/found).
 */
#define PARLEY_FUZZ_TARGETS(X) \
  X (date) \
  X (exact) \
  X (scan) \
  X (merge) \
  X (scenario) \
  X (overlay) \
  X (setting) \
  X (cases) \
  X (genius) \
  X (geniusweb) \
  X (where) \
  X (share_rule) \
  X (command_line) \
  X (api) \
  X (deals)

#define PARLEY_FUZZ_DECLARE(name) void parley_fuzz_##name (const guint8 *data, gsize size);
PARLEY_FUZZ_TARGETS (PARLEY_FUZZ_DECLARE)
#undef PARLEY_FUZZ_DECLARE
