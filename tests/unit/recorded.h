/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sample.h"

/**
 * ParleyRecorded:
 *
 * A random scenario with more drafts than a sample has: beside the one with open terms there are
 * some of one deal each, that a test can put answers to on record.
 */
typedef struct
{
  ParleySample   *sample;
  ParleyScenario *scenario; /* that of the sample with more drafts */
  GPtrArray      *drafts;
  GRand          *rand;
} ParleyRecorded;

void parley_recorded_init  (ParleyRecorded *self, guint32 seed);
void parley_recorded_clear (ParleyRecorded *self);

/* Gives ranges to the weights, unless they are a ranking, and to the reservation of @party. */
void parley_recorded_give_ranges (const ParleyScenario *scenario, guint party, GRand *rand);
