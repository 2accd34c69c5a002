/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/polytope_rows.h"

/**
 * ParleyShareFrame:
 *
 * The shares that equations leave, as functions of those that they leave free. Exact.
 */
typedef struct
{
  guint  n_shares;
  guint  dimension;
  guint *free;   /* [coordinate]: the share that it is */
  mpq_t *base;   /* [share] when all coordinates are 0 */
  mpq_t *slopes; /* [share][coordinate] */
} ParleyShareFrame;

/* What is left when shares sum to 1 and those of @rows that are @tight hold with equality. There
 * must be such shares. Cost: O(rows · shares^2). */
ParleyShareFrame *parley_share_frame_new  (const GPtrArray *rows, const gboolean *tight);
void              parley_share_frame_free (ParleyShareFrame *self);

/* Sets @slope, initialised, to how much @row's sum changes with @coordinate. */
void parley_share_frame_slope (const ParleyShareFrame *self,
                               const ParleyShareRow   *row,
                               guint                   coordinate,
                               mpq_ptr                 slope);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyShareFrame, parley_share_frame_free)
