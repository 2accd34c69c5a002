/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/chart.h"

/*
 * Bars as spreadsheets draw them: a table of lengths, one row a bar. Spreadsheets know bars that
 * begin at 0 and such as stand end to end, but none from one value to another: there, an invisible
 * bar leads to where the first one begins. Of what several series cover the last is to be seen.
 */

typedef struct
{
  int     series; /* -1: leads to another, and is not to be seen */
  double *lengths; /* one a row; NAN where there is none */
} ParleyBarColumn;

typedef struct
{
  gboolean   stacked;  /* end to end; else side by side */
  guint      n_groups; /* rows of each category: series of one ink share a row */
  guint      n_rows;
  GPtrArray *columns; /* of ParleyBarColumn, from 0 outwards */
} ParleyBars;

/* Of a chart of bars, stacks or swings. */
ParleyBars *parley_bars_new  (const ParleyChart *chart);
void        parley_bars_free (ParleyBars *self);

const ParleyBarColumn *parley_bars_column (const ParleyBars *self, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyBars, parley_bars_free)
