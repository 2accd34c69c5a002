/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/picture.h"

/*
 * How series look: by colour, and so that they can be told apart without it, by hatching, dashes
 * and shapes.
 */

/* Of a line or a rule. */
ParleyLook parley_look_of_line (const ParleySeries *series);

/* A bar, filled and hatched. */
void parley_draw_bar (ParleyPicture *picture,
                      const ParleySeries *series,
                      const ParleyRectangle *at);

/* From one end to the other of what a bar may reach. */
void parley_draw_whisker (ParleyPicture *picture, guint tone, double x, double x2, double y);

/* A box with an outline; an area, which has but a thin edge. */
void parley_draw_box (ParleyPicture *picture,
                      const ParleySeries *series,
                      const ParleyRectangle *at);
void parley_draw_area (ParleyPicture *picture,
                       const ParleySeries *series,
                       const ParleyRectangle *at);

/* A point, @radius about its middle. */
void parley_draw_mark (ParleyPicture  *picture,
                       ParleyMarkShape shape,
                       guint           tone,
                       double          x,
                       double          y,
                       double          radius);

/* How opaque a cell of @value, from 0 to 1, is. */
double parley_look_of_cell (double value);
