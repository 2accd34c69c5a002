/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/grid.h"

/**
 * ParleyRounding:
 *
 * The gains of a diagram in whole steps of a grid, rounded down: from what the gains of each layer
 * start from, so that what is left over is never negative and at the largest as small as can be.
 */
typedef struct
{
  const ParleyView    *view;    /* borrowed; all its dimensions have floors */
  const ParleyDiagram *diagram; /* borrowed; not empty */
  ParleyScore         *step;    /* [dim] */
  ParleyScore         *offset;  /* [layer * n_dims + dim]: what the gains of a layer start from */
  ParleyScore         *slack;   /* [dim]: the largest sum of remainders */
  ParleyScore         *left;    /* [dim]: what the floor leaves to be brought beside the offsets */
  ParleyGrid          *grid;    /* whose least and most are enough with all remainders, and without */
} ParleyRounding;

/* The finest that the view's memory allows, and @work additions. Returns: (nullable): NULL when
 * none does. */
ParleyRounding *parley_rounding_new_finest (const ParleyView    *view,
                                            const ParleyDiagram *diagram,
                                            double               work);

void parley_rounding_free (ParleyRounding *self);

/* What is left over of a gain. */
ParleyScore parley_rounding_remainder (const ParleyRounding *self,
                                       guint                 layer,
                                       guint                 gain,
                                       guint                 dim);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyRounding, parley_rounding_free)
