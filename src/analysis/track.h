/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * ParleyTrack:
 *
 * How well a way of predicting did over some answers. The mean of squared errors is that of G. W.
 * Brier, "Verification of forecasts expressed in terms of probability", Monthly Weather Review 78,
 * 1950; the logarithmic score that of I. J. Good, "Rational decisions", Journal of the Royal
 * Statistical Society B 14, 1952, here in bits and the less the better.
 */
typedef struct
{
  guint  n;         /* answers */
  guint  n_right;   /* of which it gave more than an even chance to what happened */
  guint  n_neither; /* of which it gave neither yes nor no more than that */
  double brier;     /* from 0, always certain and right, to 1; always an even chance: 1/4 */
  double log_score; /* from 0 to INFINITY, once it was certain and wrong; an even chance: 1 */
} ParleyTrack;

/* Adds an answer, to which a chance from @low to @high to be a yes was given; the middle counts,
 * but where an even chance lies between them it is said neither. */
void parley_track_add (ParleyTrack *self, double low, double high, gboolean yes);

/**
 * parley_track_interval:
 * @low, @high: (out)
 *
 * Between which shares the one lies that would be right in the long run, were answers like these
 * drawn again and again: in at least 95 % of all cases (C. J. Clopper and E. S. Pearson, "The use
 * of confidence or fiducial limits illustrated in the case of the binomial", Biometrika 26, 1934).
 * Of no answers: from 0 to 1.
 */
void parley_track_interval (guint n_right, guint n, double *low, double *high);

/* How many answers it takes, all of them right, for that interval to lie above @share. Returns: 0
 * when no number does, at a share of 1. */
guint parley_track_needed (double share);
