/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/reweigh.h"

/*
 * What the parts of the search for other weights share (reweigh.h).
 */

/* Raises what is to become 0 or more, or lowers what is to fall below 0. */
typedef enum
{
  PARLEY_REWEIGH_RAISE,
  PARLEY_REWEIGH_LOWER
} ParleyReweighWay;

typedef struct
{
  const ParleyParty *party;
  mpq_srcptr         reservation;
  guint              n;      /* issues that can have weight */
  const guint       *issues; /* [n] */
  mpq_t             *shares; /* [issue]: as written */
} ParleyReweighTask;

/* What the completion of @corner has above the reservation, under @shares. */
void parley_reweigh_margin (const ParleyReweighTask *task,
                            const ParleyCorner      *corner,
                            mpq_t                   *shares,
                            mpq_ptr                  margin);

/* Sets @after and @moved to the least that turns the completion of @corner, which is not turned
 * yet. Returns: FALSE when nothing does. */
gboolean parley_reweigh_one (const ParleyReweighTask *task,
                             const ParleyCorner      *corner,
                             ParleyReweighWay         way,
                             mpq_t                   *after,
                             mpq_ptr                  moved);

/* The same for all @corners at once. */
gboolean parley_reweigh_all (const ParleyReweighTask *task,
                             const ParleyCorners     *corners,
                             ParleyReweighWay         way,
                             mpq_t                   *after,
                             mpq_ptr                  moved);

/* Whether other weights, of issues in the same order, turn the completion of @corner. */
gboolean parley_reweigh_order (const ParleyReweighTask *task,
                               const ParleyCorner      *corner,
                               ParleyReweighWay         way);

/* Sets @stretch to how far weights have to go in their ranges for the completion of @corner to
 * turn. Returns: FALSE when nothing does. */
gboolean parley_reweigh_stretch (const ParleyReweighTask *task,
                                 const ParleyCorner      *corner,
                                 ParleyReweighWay         way,
                                 mpq_ptr                  stretch);
