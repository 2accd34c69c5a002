/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/merit.h"

/* How many places parley_climb () returns at most. */
#define PARLEY_MOST_PEAKS 8

/**
 * parley_climb:
 * @start: (array): one a variable, an acceptable deal
 *
 * Looks for numbers of greater merit: along each variable, piece by piece between its breaks
 * (R. Brent, "Algorithms for Minimization without Derivatives", 1973, by GSL), and over all
 * together with simplexes of several sizes and directions (J. Nelder and R. Mead, "A simplex
 * method for function minimization", Computer Journal 7, 1965, by GSL), in turns until
 * nothing is gained. With several variables some simplexes also start elsewhere; with more
 * than 40 each is searched alone. Scores have kinks and jumps, so this finds good places and
 * proves nothing about others. Deterministic: no clock, no chance, fixed limits. Cost:
 * O(pieces · variables) merits a turn and some hundred for each simplex.
 *
 * Returns: (transfer full) (element-type double*): distinct acceptable places, best first.
 */
GPtrArray *parley_climb (const ParleyMerit *merit, const double *start);
