/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/scenario.h"

#define PARLEY_N_BASES (PARLEY_BASIS_JUDGEMENT + 1)

/**
 * ParleyEvidence:
 *
 * What the numbers of a scenario's parties rest on: reservations, weights, values, points of
 * adjustments, chances of red lines and of what no deal may bring.
 */
typedef struct
{
  guint n_numbers;
  guint by_basis[PARLEY_N_BASES]; /* [ParleyBasis]: NONE where it is not said */
  guint n_ranged;  /* that carry a range */
  guint n_sourced; /* for which a source is named, with the number itself or for its party */
} ParleyEvidence;

ParleyEvidence parley_evidence_of (const ParleyScenario *scenario);
