/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/form.h"

/*
 * What the parts of a form share (form.h).
 */

/* All zeros. */
ParleyFormBlock *parley_form_block_new (guint n, guint n_issues, guint n_items);

/* Without blocks. */
ParleyForm *parley_form_new_empty (const ParleyDraws *draws, guint party);
