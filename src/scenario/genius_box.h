/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scenario/genius.h"

/**
 * ParleyGeniusBox:
 *
 * The deals within bounds on some issues. Bounds are cut to the values of their issue and joined:
 * what is left of one on an issue is all of it, nothing, or an interval.
 */
typedef struct
{
  const ParleyGenius *genius; /* (borrowed) */
  gboolean           *bounded; /* [issue] */
  mpq_t              *low;     /* [issue], of those that are bounded */
  mpq_t              *high;
  gboolean            empty; /* no deal is inside */
} ParleyGeniusBox;

/* Of all deals of the domain that @genius has read. */
ParleyGeniusBox *parley_genius_box_new  (const ParleyGenius *genius);
void             parley_genius_box_free (ParleyGeniusBox *self);

/* Of all deals again. */
void parley_genius_box_clear (ParleyGeniusBox *self);

/* Takes in one bound more on an issue of numbers: from @low to @high, both included. */
void parley_genius_box_narrow (ParleyGeniusBox *self, guint issue, mpq_srcptr low, mpq_srcptr high);

/* To be called when all bounds are in, before what follows: a bound on all values of an issue is
 * none, and on none of them leaves no deal. */
void parley_genius_box_settle (ParleyGeniusBox *self);

/* Whether some deals are inside and others are not. */
gboolean parley_genius_box_divides (const ParleyGeniusBox *self);

/* The deals inside, or outside. Returns: (transfer full) (nullable): NULL when there are none. */
ParleyCondition *parley_genius_box_inside  (const ParleyGeniusBox *self);
ParleyCondition *parley_genius_box_outside (const ParleyGeniusBox *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyGeniusBox, parley_genius_box_free)
