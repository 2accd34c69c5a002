/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/number.h"

/**
 * ParleyVariation:
 *
 * One input moved to another value, and maybe more: what an analysis asks "what if" with, so
 * that the scenario itself never changes.
 */
typedef struct _ParleyVariation ParleyVariation;
struct _ParleyVariation
{
  const ParleyNumber    *number;
  mpq_srcptr             value;
  const ParleyVariation *next; /* (nullable): another input that is moved */
};

/* What @number counts as under @variation (NULL: as written).
 * Returns: (transfer none). */
static inline mpq_srcptr
parley_number_under (const ParleyNumber *number, const ParleyVariation *variation)
{
  for (; variation != NULL; variation = variation->next)
    if (variation->number == number)
      return variation->value;
  return number->value;
}
