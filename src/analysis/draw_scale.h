/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/draws.h"

/* Weight shares are drawn in so many units. */
#define PARLEY_SHARE_UNITS 10000000

/* Whether the weights of @party are drawn as shares. */
gboolean parley_draws_by_shares (const ParleyDraws *self, guint party);

/* Sets @scale to what @party is to be counted in, given its drawn inputs. Errors:
 * PARLEY_ERROR_LIMIT when its numbers are too large, or its weights too small, to be rounded
 * sensibly. */
gboolean parley_draw_scale (const ParleyDraws *self,
                            guint              party,
                            GPtrArray         *spaces,
                            ParleyDrawScale   *scale,
                            GError           **error);
