/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/form.h"
#include "analysis/score.h"

/**
 * ParleyReading:
 *
 * How one party judges one draft, whatever is drawn. Where values are drawn it changes with each
 * draw: then each thread needs its own.
 */
typedef struct
{
  ParleyForm *all;    /* every completion */
  guint      *open;   /* which blocks of the draft those of @all behind the first are */
  ParleyForm *least;
  ParleyForm *most;
  ParleyForm *needed; /* the least of those in which consent is needed; NULL: it always is */
  GPtrArray  *combos; /* borrowed, of ParleyCombos: one a block of the draft's completions */
  int         reservation;    /* which of the party's, or -1 */
  gboolean    has_verdict;
  gboolean    decides;
  gboolean    feasible;
  gboolean    is_waived;      /* no completion needs consent */
  guint64     crossed;        /* red lines that some completion crosses */
  guint64     crossed_needed; /* the same where consent is needed */
} ParleyReading;

/* @date: (nullable): of the draft. Cost: O(choices^2) where values are not drawn. */
ParleyReading *parley_reading_new (const ParleyDraws *draws,
                                   guint              party,
                                   GPtrArray         *combos,
                                   const char        *date);

void parley_reading_free (ParleyReading *self);

/* Takes over the values of @draw, where values are drawn. */
void parley_reading_refresh (ParleyReading *self, const ParleyDraw *draw);

/* What the party says of all completions, asked or not. @red_lines: whether those count that hold
 * in the draw. Exact. Cost: O(choices). */
ParleyVerdict parley_reading_judge (const ParleyReading    *self,
                                    const ParleyDrawnParty *drawn,
                                    gboolean                red_lines);

/* Whether the party stands in the way of no completion: it accepts, or need not. */
gboolean parley_reading_consents (const ParleyReading *self, const ParleyDrawnParty *drawn);

/* The same of the completion with choice @chosen[block]. */
gboolean parley_reading_consents_to (const ParleyReading    *self,
                                     const ParleyDrawnParty *drawn,
                                     const guint            *chosen);

/* What the completion with choice @chosen[block] scores, in steps times the weight sum. */
gint64 parley_reading_score (const ParleyReading    *self,
                             const ParleyDrawnParty *drawn,
                             const guint            *chosen);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyReading, parley_reading_free)
