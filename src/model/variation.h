/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/number.h"

/**
 * ParleyVariation:
 *
 * One input moved to another value: what an analysis asks "what if" with, so
 * that the scenario itself never changes.
 */
typedef struct
{
  const ParleyNumber *number;
  mpq_srcptr          value;
} ParleyVariation;

/* What @number counts as under @variation (NULL: as written).
 * Returns: (transfer none). */
static inline mpq_srcptr
parley_number_under (const ParleyNumber *number, const ParleyVariation *variation)
{
  return variation != NULL && variation->number == number ? variation->value : number->value;
}
