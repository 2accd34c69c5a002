/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/draws.h"
#include "model/variation.h"

/* What one party has in a draw. */
typedef struct
{
  gint64  *weights;      /* [issue]: in units */
  gint64   weight_sum;   /* what sums of weight times value are divided by */
  gint64  *adjustments;  /* [item]: in steps */
  gint64  *reservations; /* in steps: the base, then that of each change */
  guint64  red_lines;    /* bit i: its red line i holds */
  gboolean moves_values; /* some value is drawn */
} ParleyDrawnParty;

/**
 * ParleyDraw:
 *
 * One draw after the other. Each thread has its own.
 */
typedef struct
{
  const ParleyDraws *draws; /* borrowed */
  guint              n_parties;
  ParleyDrawnParty  *parties;
  guint32           *randoms; /* all of this draw */
  gint64            *quanta;  /* [input]: what it came to; of a red line: whether it holds */
  ParleyVariation   *moved;   /* [input]: values that are drawn, as a chain */
  double           **shares;  /* [party]: [draw of the chunk][issue with weight] */
  guint              chunk;
} ParleyDraw;

ParleyDraw *parley_draw_new  (const ParleyDraws *draws);
void        parley_draw_free (ParleyDraw *self);

/* Makes ready for the draws of a chunk. */
void parley_draw_begin (ParleyDraw *self, guint chunk);

/* Draw @index of the chunk. */
void parley_draw_take (ParleyDraw *self, guint index);

/* The values that are drawn, for parley_values_new (). Returns: (transfer none) (nullable). */
const ParleyVariation *parley_draw_variation (const ParleyDraw *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyDraw, parley_draw_free)
