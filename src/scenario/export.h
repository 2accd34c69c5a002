/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scenario/load.h"

/* A file that an export is made of. */
typedef struct
{
  char *name; /* without a folder */
  char *text;
} ParleyExportFile;

/**
 * parley_export_genius:
 *
 * The scenario as GENIUS's XML: domain.xml, and a profile for each party, called by its id.
 * What GENIUS cannot express is reported in the problems of @loaded, each at its place:
 * rules, red lines, derived issues, roles but "party", and adjustments that are no
 * hyper-rectangles of numbers, or stand beside weights. What does not bear on scores is
 * left out with a warning. A range is an integer issue when its values are whole, one apart,
 * and each party values them along a line; else a real one, when they are evenly apart and
 * each party values all numbers along a line or a triangle; else a list of values. Decimals
 * are exact where there is a finite one, and else rounded, with a warning.
 *
 * Cost: that of the text that is written.
 *
 * Returns: (transfer full) (element-type ParleyExportFile): NULL if and only if an error
 * was added.
 */
GPtrArray *parley_export_genius (ParleyLoaded *loaded);
