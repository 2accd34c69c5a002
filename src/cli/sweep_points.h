/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/sweep.h"
#include "cli/options.h"
#include "scenario/load.h"

/* The scenarios that a sweep works out: that of the command line, with values in place of inputs.
 */
typedef struct
{
  const ParleyOptions   *options;
  const char            *path; /* of the scenario */
  const ParleyLoaded    *base;
  const ParleySweepGrid *grid;
} ParleySweepPoints;

/* The scenario with @values (array, one an input) behind what else was asked for. Returns:
 * (transfer full): NULL with @error set when that is no scenario, or would be written over. */
ParleyLoaded *parley_sweep_points_load (const ParleySweepPoints *self,
                                        const char *const       *values,
                                        GError                 **error);

/* The same as a ParleySweepSource opens and closes a point; @points: a ParleySweepPoints. */
gpointer parley_sweep_points_open  (const char *const     *values,
                                   const ParleyScenario **scenario,
                                   gpointer points,
                                   GError **error);
void     parley_sweep_points_close (gpointer opened);
