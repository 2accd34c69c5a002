/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/merit.h"

/**
 * ParleyPeaks:
 *
 * The best places that a search has come across, best first: at most a few, and of those
 * that lie close together the best alone.
 */
typedef struct
{
  guint      n_most;
  guint      n_variables;
  double    *close;  /* one a variable: less than this apart is close */
  GPtrArray *places; /* of double *: coordinates, then the merit */
} ParleyPeaks;

ParleyPeaks *parley_peaks_new  (const ParleyContinuum *continuum, guint n_most);
void         parley_peaks_free (ParleyPeaks *self);

void   parley_peaks_add   (ParleyPeaks *self, const double *x, double merit);
double parley_peaks_merit (const ParleyPeaks *self, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyPeaks, parley_peaks_free)
