/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/rounding.h"

/**
 * ParleyRemainders:
 *
 * What rounding leaves over in one dimension, over all deals: which share of them, in parts of the
 * grid's scale, has remainders that come to how much. Sums are counted in cells, rounded up and
 * down, so these are bounds.
 */
typedef struct
{
  ParleyScore cell;
  gint32      n;
  double     *above; /* [i]: the remainders can come to i cells or more */
  double     *below; /* [i]: they can come to less than i cells */
} ParleyRemainders;

/* Returns: (nullable): NULL when it takes more than @most_work additions, or than the view's
 * memory. */
ParleyRemainders *parley_remainders_new (const ParleyRounding *rounding,
                                         guint                 dim,
                                         double                most_work);

void parley_remainders_free (ParleyRemainders *self);

/* At most so much of the deals has remainders of @sum or more, or of less than that. */
double parley_remainders_above (const ParleyRemainders *self, ParleyScore sum);
double parley_remainders_below (const ParleyRemainders *self, ParleyScore sum);
