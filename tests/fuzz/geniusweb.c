/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Profiles, and maybe a domain, in GeniusWeb's JSON. */
#include "import.h"

void
parley_fuzz_geniusweb (const guint8 *data, gsize size)
{
  parley_fuzz_import (data, size, parley_import_geniusweb);
}
