/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/picture.h"

/* What a label stands at. */
typedef enum
{
  PARLEY_PLACE_ABOUT,  /* beside a point or a box, or further off */
  PARLEY_PLACE_WITHIN, /* likewise, or within it, at its edges */
  PARLEY_PLACE_UPRIGHT, /* along an upright line, beside it */
  PARLEY_PLACE_LEVEL   /* along a level line, above or below */
} ParleyPlaceKind;

typedef struct
{
  ParleyPlaceKind kind;
  ParleyRectangle target;
  ParleyRectangle at;     /* where the label goes; its size is given */
  gboolean        placed; /* FALSE: there is no room for it */
  double          cost;   /* how little it likes to be there */
} ParleyLabelPlace;

/**
 * ParleyPlacement:
 *
 * Finds places for labels, within a frame, such that none covers another or anything that it must
 * not cover, and few cover lines. Each takes the best place that the ones before it leave, then
 * each in turn looks again, as long as that makes things better.
 */
typedef struct
{
  ParleyRectangle frame;
  GArray         *blocks; /* of ParleyRectangle: what no label may cover */
  GArray         *lines;  /* of ParleySegment: what labels had better not cover */
  GArray         *areas;  /* of ParleyRectangle: where labels of anything else had better not be */
  GArray         *places; /* of ParleyLabelPlace */
} ParleyPlacement;

ParleyPlacement *parley_placement_new  (const ParleyRectangle *frame);
void             parley_placement_free (ParleyPlacement *self);

void parley_placement_block (ParleyPlacement *self, const ParleyRectangle *at);
void parley_placement_line  (ParleyPlacement *self, double x, double y, double x2, double y2);

void parley_placement_area  (ParleyPlacement *self, const ParleyRectangle *at);

/* Asks for a place for a label of @width times @height; the ones asked for first choose first. */
void parley_placement_add (ParleyPlacement       *self,
                           ParleyPlaceKind        kind,
                           const ParleyRectangle *target,
                           double                 width,
                           double                 height);

/* Returns: FALSE when some label has no place. Cost: O(labels * (labels + blocks + lines)), some
 * hundred times. */
gboolean parley_placement_solve (ParleyPlacement *self);

const ParleyLabelPlace *parley_placement_get (const ParleyPlacement *self, guint index);

/* A line from a label to what it stands at, when that is so far off that it takes one. */
gboolean parley_place_leader (const ParleyLabelPlace *self, ParleySegment *leader);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyPlacement, parley_placement_free)
