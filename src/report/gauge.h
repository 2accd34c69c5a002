/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/chart.h"

/**
 * ParleyGauge:
 *
 * A scale of numbers laid along a side of a picture, with ticks at round numbers: 1, 2 or 5 times
 * a power of ten apart.
 */
typedef struct
{
  double low; /* what stands at from */
  double high;
  double from; /* points of the picture; to may be less */
  double to;
  double step; /* from tick to tick */
  double first;
  guint  n_ticks;
  guint  thousands; /* numbers at ticks are divided by 1000 so many times */
} ParleyGauge;

/* From @low to @high as they are, when @fixed, or else out to the next ticks; some @most_ticks of
 * these. */
ParleyGauge parley_gauge (double low, double high, gboolean fixed, guint most_ticks);

double parley_gauge_at   (const ParleyGauge *self, double value);
double parley_gauge_tick (const ParleyGauge *self, guint tick);

/* "20", "-0.5", "5,000". Returns: (transfer full). */
char *parley_gauge_text (const ParleyGauge *self, guint tick);

/* @title with what numbers are divided by: "Deals, in millions". Returns: (transfer full)
 * (nullable): NULL for no title and no division. */
char *parley_gauge_title (const ParleyGauge *self, const char *title);
