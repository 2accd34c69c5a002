/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/acceptance.h"

/**
 * ParleyDensity:
 *
 * Where the feasible deals lie by the scores of two parties: how many of them in each cell of a
 * grid. Of few deals all are counted, of more those of a sample, each as likely as any other.
 */
typedef struct
{
  gboolean is_sampled; /* else all are counted */
  guint    n_deals;    /* that are counted */
  guint64  seed;
  double   low[2];     /* points, along each side, where the first cell begins */
  double   size[2];    /* of a cell */
  guint    n_cells[2];
  guint   *counts;     /* [cell along the first * n_cells[1] + cell along the second] */
  guint    most;       /* in one cell */
} ParleyDensity;

/* Of up to so many combinations of options all feasible deals are counted; of more a sample of so
 * many. */
#define PARLEY_DENSITY_ALL    50000
#define PARLEY_DENSITY_SAMPLE 20000

/**
 * parley_density_new:
 * @acceptance: whose reservations and red lines do not matter, only rules
 * @slots: whose scores
 *
 * The same @seed gives the same figures. Errors: PARLEY_ERROR_LIMIT (diagram.h).
 * Returns: (transfer full): NULL without an error when no deal is feasible.
 */
ParleyDensity *parley_density_new (const ParleyAcceptance *acceptance,
                                   const guint             slots[2],
                                   guint64                 seed,
                                   GError                **error);

void parley_density_free (ParleyDensity *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyDensity, parley_density_free)
