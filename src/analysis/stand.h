/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/backing.h"

/* One draw of a backing. */
typedef struct
{
  const ParleyBacking *backing; /* borrowed */
  double              *drawn; /* [doubt]; of terms 0 */
  ParleyBackedReading **readings; /* [draft] */
} ParleyBackingDraw;

/**
 * ParleyStand:
 *
 * How one voice takes one draft in a draw: what its score and its verdict follow from.
 */
typedef struct
{
  double   sum;    /* of weights times values */
  double   weight; /* that it is divided by */
  double   points; /* of adjustments */
  double   reservation;
  int      n_crossed; /* red lines that hold */
  gboolean excused;   /* its consent is not needed */
} ParleyStand;

ParleyStand parley_stand (const ParleyBackingDraw *draw, guint voice, guint draft);

static inline double
parley_stand_score (const ParleyStand *self)
{
  return (self->weight > 0 ? self->sum / self->weight : 0) + self->points;
}

/* Whether the voice accepts. Nearer than 1e-9 to its reservation a score is on it (backing.h). */
static inline gboolean
parley_stand_accepts (const ParleyStand *self, const ParleyVoice *voice)
{
  return self->excused
         || (self->n_crossed == 0
             && (!voice->has_reservation || parley_stand_score (self) >= self->reservation - 1e-9));
}

/**
 * parley_stand_slope:
 * @doubt: a number or a red line of the voice
 *
 * How much each part of a stand moves for each point by which @doubt does: all are linear in it,
 * but for what bends.
 */
ParleyStand parley_stand_slope (ParleyBackingDraw *draw, guint voice, guint draft, guint doubt);

/* Whether @doubt bends, so that slopes do not hold: a smooth curve, an ideal or a tolerance. */
gboolean parley_doubt_bends (const ParleyDoubt *doubt);

/* @self with @doubt moved by @by, by its slope. */
static inline ParleyStand
parley_stand_move (const ParleyStand *self, const ParleyStand *slope, double by)
{
  return (ParleyStand){ self->sum + slope->sum * by,
                        self->weight + slope->weight * by,
                        self->points + slope->points * by,
                        self->reservation + slope->reservation * by,
                        self->n_crossed + slope->n_crossed * (int) by,
                        self->excused };
}

/* @self with @doubt, which bends, at @to. */
ParleyStand parley_stand_bend (const ParleyStand *self,
                               ParleyBackingDraw *draw,
                               guint              voice,
                               guint              draft,
                               guint              doubt,
                               double             to);
