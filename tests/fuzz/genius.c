/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A domain and its profiles, in GENIUS's XML. */
#include "import.h"

void
parley_fuzz_genius (const guint8 *data, gsize size)
{
  parley_fuzz_import (data, size, parley_import_genius);
}
