/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/plot_part.h"

/*
 * What the two files share that draw the space of deals.
 */

/* What is being drawn. */
typedef struct
{
  const ParleyPortrait *portrait;
  const ParleyScenario *scenario;
  const ParleyUtility  *utilities[2];
  const char           *names[2];
  ParleyChart          *chart;
  GString              *about; /* the description */
  double                low[2]; /* as far as anything goes */
  double                high[2];
} ParleySpacePlot;

/* Lets the scales reach as far as a point. */
void parley_space_plot_reach (ParleySpacePlot *self, double x, double y);

/* The deals that stand out: solutions and the frontier, drafts, and those that the caller marks. */
void parley_space_plot_solutions (ParleySpacePlot *self);
void parley_space_plot_frontier  (ParleySpacePlot *self);
void parley_space_plot_drafts    (ParleySpacePlot *self, const ParleyScores *scores);
void parley_space_plot_marked    (ParleySpacePlot        *self,
                               const ParleyMarkedDeal *marked,
                               guint n_marked);
