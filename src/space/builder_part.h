/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/builder.h"

/*
 * What the files of the builder share.
 */

/* Room for what a layer is filled with. */
ParleyExpansion *parley_expansion_new  (const ParleyBuilder *builder);
void             parley_expansion_free (ParleyExpansion *self);
