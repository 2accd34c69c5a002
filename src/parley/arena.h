/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <gmp.h>

#include "parley/plain.h"

/**
 * ParleyArena:
 *
 * What a structure of the API points at, to be freed with it.
 */
typedef GPtrArray ParleyArena;

ParleyArena *parley_arena_new (void);

/* All (transfer none), and cleared. */
gpointer parley_arena_take (ParleyArena *self, gpointer memory);
#define parley_arena_add(self, type, n) ((type *) parley_arena_take (self, g_new0 (type, n)))

/* Copies. @text: (nullable). */
const char  *parley_arena_text   (ParleyArena *self, const char *text);
const char  *parley_arena_count  (ParleyArena *self, mpz_srcptr count);
ParleyAmount parley_arena_amount (ParleyArena *self, mpq_srcptr number); /* NULL: none */
