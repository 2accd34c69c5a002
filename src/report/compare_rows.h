/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/compare.h"

/* What is shown: the issues on which the drafts differ, those that move most first. */
typedef struct
{
  const ParleyComparison *comparison;
  const ParleyScenario   *scenario; /* of the first draft */
  GArray                 *parties;  /* of guint: those with a score */
  GArray                 *issues;   /* of guint */
  guint                   n_shown;
  guint                   first; /* of the steps whose points are shown, by the draft that each leads to */
  guint                   last;
} ParleyCompareRows;

/* All steps are shown to begin with. */
void parley_compare_rows_init  (ParleyCompareRows      *self,
                               const ParleyComparison *comparison,
                               gboolean all);
void parley_compare_rows_clear (ParleyCompareRows *self);

/* Whether any two drafts differ on the issue, in terms or in what these are worth. */
gboolean parley_compare_rows_differ (const ParleyCompareRows *self, guint issue);
