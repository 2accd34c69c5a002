/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/placement.h"

#include <math.h>
#include <string.h>

/* What a label pays for its place, in points of distance. */
#define COST_OF_DIRECTION 1.5
#define COST_OF_LINE      14
#define COST_OF_LEADER    20 /* that crosses a label or a point */
#define COST_OF_DOUBT     10 /* whether it names something else */
#define IMPOSSIBLE        1e9

/* From here on a label has a line to what it stands at. */
#define FAR 7

/* What else is at most so much further off than what a label names could be meant as well. */
#define DOUBTFUL 5

#define MOST_ROUNDS 4

ParleyPlacement *
parley_placement_new (const ParleyRectangle *frame)
{
  ParleyPlacement *self = g_new0 (ParleyPlacement, 1);

  self->frame = *frame;
  self->blocks = g_array_new (FALSE, FALSE, sizeof (ParleyRectangle));
  self->lines = g_array_new (FALSE, FALSE, sizeof (ParleySegment));
  self->areas = g_array_new (FALSE, FALSE, sizeof (ParleyRectangle));
  self->places = g_array_new (FALSE, FALSE, sizeof (ParleyLabelPlace));
  return self;
}

void
parley_placement_free (ParleyPlacement *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->blocks);
  g_array_unref (self->lines);
  g_array_unref (self->areas);
  g_array_unref (self->places);
  g_free (self);
}

void
parley_placement_block (ParleyPlacement *self, const ParleyRectangle *at)
{
  g_array_append_val (self->blocks, *at);
}

void
parley_placement_line (ParleyPlacement *self, double x, double y, double x2, double y2)
{
  ParleySegment line = { x, y, x2, y2 };

  g_array_append_val (self->lines, line);
}

void
parley_placement_area (ParleyPlacement *self, const ParleyRectangle *at)
{
  g_array_append_val (self->areas, *at);
}

void
parley_placement_add (ParleyPlacement       *self,
                      ParleyPlaceKind        kind,
                      const ParleyRectangle *target,
                      double                 width,
                      double                 height)
{
  ParleyLabelPlace place = { kind, *target, { 0, 0, width, height }, FALSE, IMPOSSIBLE };

  g_array_append_val (self->places, place);
}

static ParleyLabelPlace *
get_place (const ParleyPlacement *self, guint index)
{
  return &g_array_index (self->places, ParleyLabelPlace, index);
}

const ParleyLabelPlace *
parley_placement_get (const ParleyPlacement *self, guint index)
{
  return get_place (self, index);
}

gboolean
parley_place_leader (const ParleyLabelPlace *self, ParleySegment *leader)
{
  const ParleyRectangle *at = &self->at;
  const ParleyRectangle *target = &self->target;
  double middle_x = target->x + target->width / 2;
  double middle_y = target->y + target->height / 2;
  double x = parley_within (middle_x, at->x, at->x + at->width);
  double y = parley_within (middle_y, at->y, at->y + at->height);

  if (self->kind == PARLEY_PLACE_UPRIGHT || self->kind == PARLEY_PLACE_LEVEL)
    return FALSE;
  *leader = (ParleySegment){ x, y, parley_within (x, target->x, target->x + target->width),
                             parley_within (y, target->y, target->y + target->height) };
  return fabs (leader->x2 - leader->x) > FAR || fabs (leader->y2 - leader->y) > FAR;
}

/* What a label at @place pays for points; IMPOSSIBLE when it would cover one. */
static double
cost_of_blocks (const ParleyPlacement *self,
                const ParleyLabelPlace *place,
                const ParleySegment *leader)
{
  double cost = 0;

  for (guint b = 0; b < self->blocks->len; b++)
    {
      const ParleyRectangle *block = &g_array_index (self->blocks, ParleyRectangle, b);

      if (parley_rectangles_overlap (&place->at, block))
        return IMPOSSIBLE;
      if (leader != NULL && !parley_rectangles_overlap (&place->target, block)
          && parley_segment_crosses (leader, block))
        cost += COST_OF_LEADER;
    }
  return cost;
}

/* Likewise for the other labels. */
static double
cost_of_labels (const ParleyPlacement  *self,
                const ParleyLabelPlace *place,
                const ParleySegment    *leader,
                guint                   index)
{
  double cost = 0;

  for (guint p = 0; p < self->places->len; p++)
    {
      const ParleyLabelPlace *other = get_place (self, p);
      ParleySegment its;

      if (p == index || !other->placed)
        continue;
      if (parley_rectangles_overlap (&place->at, &other->at))
        return IMPOSSIBLE;
      if (leader != NULL && parley_segment_crosses (leader, &other->at))
        cost += COST_OF_LEADER;
      if (parley_place_leader (other, &its) && parley_segment_crosses (&its, &place->at))
        cost += COST_OF_LEADER;
    }
  return cost;
}

/* Whether a label off the corner of what it names could be that of @area. */
static gboolean
is_doubtful (const ParleyLabelPlace *place, const ParleyRectangle *area)
{
  return parley_rectangle_gap_across (&place->at, &place->target) > 0
         && parley_rectangle_gap_down (&place->at, &place->target) > 0
         && parley_rectangle_gap (&place->at, area)
                < parley_rectangle_gap (&place->at, &place->target) + DOUBTFUL;
}

/* And for lines and for what is not its own, be it covered or so near as to be taken for that. */
static double
cost_of_covering (const ParleyPlacement *self, const ParleyLabelPlace *place)
{
  double cost = 0;

  for (guint l = 0; l < self->lines->len; l++)
    if (parley_segment_crosses (&g_array_index (self->lines, ParleySegment, l), &place->at))
      cost += COST_OF_LINE;
  for (guint a = 0; a < self->areas->len; a++)
    {
      const ParleyRectangle *area = &g_array_index (self->areas, ParleyRectangle, a);

      if (memcmp (area, &place->target, sizeof *area) == 0)
        continue;
      if (parley_rectangles_overlap (&place->at, area))
        cost += COST_OF_LINE;
      else if (is_doubtful (place, area))
        cost += COST_OF_DOUBT;
    }
  return cost;
}

static double
cost_of_place (const ParleyPlacement *self, const ParleyLabelPlace *place, guint index)
{
  ParleySegment leader;
  const ParleySegment *leads = parley_place_leader (place, &leader) ? &leader : NULL;
  double cost = 0;

  if (!parley_rectangle_is_inside (&place->at, &self->frame))
    return IMPOSSIBLE;
  cost = cost_of_blocks (self, place, leads);
  if (cost < IMPOSSIBLE)
    cost += cost_of_labels (self, place, leads, index);
  return cost < IMPOSSIBLE ? cost + cost_of_covering (self, place) : IMPOSSIBLE;
}

/* Moves @best to where @trial is if that is better. */
static void
consider (const ParleyPlacement *self,
          guint                  index,
          ParleyLabelPlace      *best,
          double                 x,
          double                 y,
          double                 cost)
{
  ParleyLabelPlace trial = *best;

  if (cost >= best->cost)
    return;
  trial.at.x = x;
  trial.at.y = y;
  cost += cost_of_place (self, &trial, index);
  if (cost < best->cost && cost < IMPOSSIBLE)
    {
      best->at = trial.at;
      best->cost = cost;
      best->placed = TRUE;
    }
}

/* Where labels stand about what they name, as parts of the way from before it to behind it, and
 * from above to below: to the right first, then above and below, then to the left. */
static const double directions[][2] = {
  { 1, 0.5 },  { 1, 0.2 },  { 1, 0.8 },  { 0.5, 0 },  { 0.5, 1 }, { 0, 0.5 },
  { 0, 0.2 },  { 0, 0.8 },  { 1, 0 },    { 1, 1 },    { 0, 0 },   { 0, 1 },
  { 0.75, 0 }, { 0.75, 1 }, { 0.25, 0 }, { 0.25, 1 },
};

static void
try_about (const ParleyPlacement *self, guint index, ParleyLabelPlace *best)
{
  static const double distances[] = { 2, 5, 9, 14, 20, 28, 38, 50, 65, 85, 110, 140, 180, 230 };
  const ParleyRectangle *target = &best->target;

  for (guint r = 0; r < G_N_ELEMENTS (distances); r++)
    for (guint d = 0; d < G_N_ELEMENTS (directions); d++)
      {
        double before_x = target->x - best->at.width - distances[r];
        double before_y = target->y - best->at.height - distances[r];
        double behind_x = target->x + target->width + distances[r];
        double behind_y = target->y + target->height + distances[r];

        consider (self, index, best, before_x + directions[d][0] * (behind_x - before_x),
                  before_y + directions[d][1] * (behind_y - before_y),
                  distances[r] + (d < 8 ? d : 8) * COST_OF_DIRECTION);
      }
}

/* At the corners of a box first, then along its edges, then in its middle. */
static void
try_within (const ParleyPlacement *self, guint index, ParleyLabelPlace *best)
{
  static const double parts[][2] = {
    { 0, 0 },   { 1, 0 },   { 0, 1 }, { 1, 1 },   { 0.5, 0 },
    { 0.5, 1 }, { 0, 0.5 }, { 1, 0.5 }, { 0.5, 0.5 },
  };
  const double inset = 2.5;
  double room_x = best->target.width - best->at.width - 2 * inset;
  double room_y = best->target.height - best->at.height - 2 * inset;

  for (guint p = 0; p < G_N_ELEMENTS (parts) && room_x >= 0 && room_y >= 0; p++)
    consider (self, index, best, best->target.x + inset + parts[p][0] * room_x,
              best->target.y + inset + parts[p][1] * room_y, p * COST_OF_DIRECTION);
}

/* Beside a line: near its upper, or right, end, or else near the other. */
static void
try_along (const ParleyPlacement *self, guint index, ParleyLabelPlace *best)
{
  const guint n_steps = 40;
  const double gap = 2;
  gboolean upright = best->kind == PARLEY_PLACE_UPRIGHT;
  const ParleyRectangle *target = &best->target;

  for (guint s = 0; s <= n_steps; s++)
    for (guint side = 0; side < 2; side++)
      {
        double part = (double) s / n_steps;
        double cost = fmin (s, n_steps - s + 2 * COST_OF_DIRECTION) + side * COST_OF_DIRECTION;

        if (upright)
          consider (self, index, best,
                    side == 0 ? target->x + target->width + gap : target->x - best->at.width - gap,
                    target->y + gap + part * (target->height - best->at.height - 2 * gap), cost);
        else
          consider (self, index, best,
                    target->x + gap + (1 - part) * (target->width - best->at.width - 2 * gap),
                    side == 0 ? target->y - best->at.height - gap
                              : target->y + target->height + gap,
                    cost);
      }
}

/* Returns: whether the label is better off than before. */
static gboolean
find_place (ParleyPlacement *self, guint index)
{
  ParleyLabelPlace *place = get_place (self, index);
  ParleyLabelPlace best = *place;

  best.placed = FALSE;
  best.cost = IMPOSSIBLE;
  if (best.kind == PARLEY_PLACE_WITHIN)
    try_within (self, index, &best);
  if (best.kind == PARLEY_PLACE_WITHIN || best.kind == PARLEY_PLACE_ABOUT)
    try_about (self, index, &best);
  else
    try_along (self, index, &best);
  if (!best.placed || (place->placed && best.cost >= place->cost))
    return FALSE;
  *place = best;
  return TRUE;
}

gboolean
parley_placement_solve (ParleyPlacement *self)
{
  gboolean moved = TRUE;
  gboolean all = TRUE;

  for (guint round = 0; round < MOST_ROUNDS && moved; round++)
    {
      moved = FALSE;
      for (guint p = 0; p < self->places->len; p++)
        moved |= find_place (self, p);
    }
  for (guint p = 0; p < self->places->len; p++)
    all &= get_place (self, p)->placed;
  return all;
}
