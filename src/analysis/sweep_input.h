/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/sweep_grid.h"

/*
 * One input of a grid, as --vary asks for it.
 */

/* What @spec says (sweep_grid.h). Returns: (transfer full): NULL with @error set. */
ParleySweepInput *parley_sweep_input_parse (const char *spec, GError **error);

void parley_sweep_input_free (ParleySweepInput *self);

/* Sets PARLEY_ERROR_LIMIT: with @spec there are too many points. Returns: FALSE. */
gboolean parley_sweep_refuse_size (const char *spec, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleySweepInput, parley_sweep_input_free)
