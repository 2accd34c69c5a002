/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/terms.h"

typedef struct
{
  double low;
  double high;
} ParleyStretch;

/* Closed intervals of numbers, in doubles: what a range may be. */
typedef struct
{
  guint          n;
  ParleyStretch *each;
} ParleyStretches;

ParleyStretches *parley_stretches_new  (const ParleyTerms *numbers);
void             parley_stretches_free (ParleyStretches *self);

/* How far @x is from the nearest of them: 0 inside. */
double parley_stretches_distance (const ParleyStretches *self, double x);

/* Sets the ends of the whole; there is at least one. */
void parley_stretches_span (const ParleyStretches *self, double *low, double *high);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyStretches, parley_stretches_free)
