/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/value.h"
#include "model/variation.h"

/**
 * parley_value_of_numbers:
 * @x: (array length=n): points on the scale, within the function's points
 * @value: (array length=n) (out caller-allocates): 0 to 100 each, initialised
 * @variation: (nullable): one input moved
 *
 * What a party makes of numbers. Straight curves are exact; a smooth one comes
 * from GSL in doubles and is rounded to 1e-10 of a point, so that its values
 * have a common denominator. Smooth curves are monotone between their points
 * (M. Steffen, "A simple method for monotonic interpolation in one dimension",
 * Astronomy and Astrophysics 239, 1990). Cost: O(n · points).
 *
 * Returns: TRUE when the values are exact, FALSE when they are rounded.
 */
gboolean parley_value_of_numbers (const ParleyValueFunction *self,
                                  mpq_srcptr const          *x,
                                  guint                      n,
                                  const ParleyVariation     *variation,
                                  mpq_t                     *value);

/* What a party makes of the option @option of a choice. Returns: (transfer none). */
mpq_srcptr parley_value_of_option (const ParleyValueFunction *self,
                                   guint                      option,
                                   const ParleyVariation     *variation);
