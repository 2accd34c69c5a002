/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/backing.h"

/*
 * What the parts of a backing share (backing.h).
 */

/* Adds draft @index of the scenario, with its open terms, or to those left out when it has no
 * reading. @numbers: which are drawn (rating.h). The voices are known. Errors: PARLEY_ERROR_LIMIT.
 */
gboolean parley_backing_add_draft (ParleyBacking *self,
                                   guint          index,
                                   GHashTable    *numbers,
                                   GError       **error);

/* @n_voices: of the backing. */
void parley_backed_draft_free (ParleyBackedDraft *self, guint n_voices);
