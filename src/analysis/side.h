/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/scenario.h"

/**
 * ParleySide:
 *
 * What one party makes of deals with the same choices and any numbers, in doubles.
 */
typedef struct _ParleySide ParleySide;

/* @choices: (array): the option of each issue that is a choice. @date: (nullable): whose
 * reservation counts. */
ParleySide *parley_side_new  (const ParleyParty *party, const char *date, const guint *choices);
void        parley_side_free (ParleySide *self);

/* The score; a party without has 0. @numbers: (array): one an issue. */
double parley_side_score (const ParleySide *self, const double *numbers);

/* What the score is above the reservation, or above 0 without one. */
double parley_side_surplus (const ParleySide *self, double score);

/* How far the party is from accepting, if it must: 0 when it accepts, else 1 for each red
 * line crossed and a hundredth of the points that are missing. */
double parley_side_breach (const ParleySide *self, const double *numbers, double score);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleySide, parley_side_free)
