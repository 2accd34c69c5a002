/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/picture.h"

/* Lays @chart out, @width points wide and as high as it takes; the same everywhere. Returns:
 * (transfer full). Cost: some milliseconds at most, for labels that look for their places. */
ParleyPicture *parley_chart_lay_out (const ParleyChart *chart, double width);

/* How high that is, in points. */
double parley_chart_height (const ParleyChart *chart, double width);
