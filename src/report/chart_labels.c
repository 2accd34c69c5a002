/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "report/chart_look.h"
#include "report/chart_part.h"
#include "report/lettering.h"
#include "report/placement.h"

#define LABEL       7.5 /* the size of letters */
#define LABEL_WIDTH 118.0
#define LABEL_LINES 2
#define RULE_LINES  5 /* of rules, which have no number that leads to the list */

/* Something that is named within the frame. */
typedef struct
{
  const ParleySeries *series;
  const ParleyDatum  *datum;
  ParleyPlaceKind     kind;
  ParleyRectangle     target;
  gboolean            bold;   /* what is recommended */
  guint               number; /* in the list below; 0 for none */
  GPtrArray          *lines;  /* what stands in the frame */
} Label;

static void
label_clear (gpointer data)
{
  Label *self = data;

  g_clear_pointer (&self->lines, g_ptr_array_unref);
}

static ParleyRectangle
about (double x, double y, double radius)
{
  return (ParleyRectangle){ x - radius, y - radius, 2 * radius, 2 * radius };
}

/* What the label of a datum stands at, and how. */
static void
aim (Label *self, const ParleyRectangle *frame, const ParleyGauge *x, const ParleyGauge *y)
{
  const ParleyDatum *datum = self->datum;
  double left = isnan (datum->x) ? frame->x : parley_gauge_at (x, datum->x);
  double upper = isnan (datum->y) ? frame->y : parley_gauge_at (y, datum->y2);
  double right = parley_gauge_at (x, datum->x2);
  double lower = parley_gauge_at (y, datum->y);

  switch (self->series->kind)
    {
    case PARLEY_SERIES_RULE:
      self->kind = isnan (datum->y) ? PARLEY_PLACE_UPRIGHT : PARLEY_PLACE_LEVEL;
      self->target = isnan (datum->y) ? (ParleyRectangle){ left, frame->y, 0, frame->height }
                                      : (ParleyRectangle){ frame->x, upper, frame->width, 0 };
      break;
    case PARLEY_SERIES_BOXES:
    case PARLEY_SERIES_AREA:
      left = parley_within (left, frame->x, frame->x + frame->width);
      upper = parley_within (upper, frame->y, frame->y + frame->height);
      right = parley_within (right, frame->x, frame->x + frame->width);
      lower = parley_within (lower, frame->y, frame->y + frame->height);
      self->kind = PARLEY_PLACE_WITHIN;
      self->target = (ParleyRectangle){ left, upper, right - left, lower - upper };
      break;
    default:
      self->kind = PARLEY_PLACE_ABOUT;
      self->target = about (
          left, upper, self->series->kind == PARLEY_SERIES_POINTS ? PARLEY_CHART_MARK + 0.8 : 2);
    }
}

/* Those of one kind of series, as labels look for their places in this order: rules, which have the
 * least choice, what is recommended, points, boxes, areas. */
static guint
turn_of (const ParleySeries *series)
{
  if (series->kind == PARLEY_SERIES_RULE)
    return 0;
  if (series->kind == PARLEY_SERIES_BOXES)
    return 3;
  if (series->kind == PARLEY_SERIES_AREA)
    return 4;
  return series->ink == PARLEY_INK_ACCENT ? 1 : 2;
}

static GArray *
collect (const ParleyChart     *chart,
         const ParleyRectangle *frame,
         const ParleyGauge     *x,
         const ParleyGauge     *y)
{
  GArray *labels = g_array_new (FALSE, TRUE, sizeof (Label));

  g_array_set_clear_func (labels, label_clear);
  for (guint turn = 0; turn <= 4; turn++)
    for (guint s = 0; s < chart->series->len; s++)
      {
        const ParleySeries *series = parley_chart_get_series (chart, s);

        for (guint d = 0; d < series->data->len && turn_of (series) == turn; d++)
          {
            Label label = { .series = series, .datum = parley_series_get (series, d) };

            if (label.datum->label == NULL || *label.datum->label == '\0')
              continue;
            label.bold = series->ink == PARLEY_INK_ACCENT;
            aim (&label, frame, x, y);
            g_array_append_val (labels, label);
          }
      }
  return labels;
}

/* What labels look out for. */
typedef struct
{
  ParleyPlacement       *placement;
  const ParleyRectangle *frame;
  const ParleyGauge     *x;
  const ParleyGauge     *y;
} Obstacles;

static void
add_box (const Obstacles *self, const ParleyDatum *datum)
{
  ParleyPlacement *placement = self->placement;
  double left = parley_gauge_at (self->x, datum->x);
  double right = parley_gauge_at (self->x, datum->x2);
  double lower = parley_gauge_at (self->y, datum->y);
  double upper = parley_gauge_at (self->y, datum->y2);
  ParleyRectangle area = { left, upper, right - left, lower - upper };

  parley_placement_line (placement, left, lower, right, lower);
  parley_placement_line (placement, right, lower, right, upper);
  parley_placement_line (placement, right, upper, left, upper);
  parley_placement_line (placement, left, upper, left, lower);
  /* What stands within a large box is not taken for its name. */
  if (area.width < LABEL_WIDTH && area.height < LABEL_WIDTH)
    parley_placement_area (placement, &area);
}

static void
add_obstacle (const Obstacles *self, const ParleySeries *series, guint index)
{
  const ParleyDatum *datum = parley_series_get (series, index);
  const ParleyDatum *before = index == 0 ? datum : parley_series_get (series, index - 1);
  double x = parley_gauge_at (self->x, datum->x);
  double y = parley_gauge_at (self->y, datum->y);
  ParleyRectangle mark = about (x, y, PARLEY_CHART_MARK + 0.8);

  if (series->kind == PARLEY_SERIES_POINTS)
    parley_placement_block (self->placement, &mark);
  else if (series->kind == PARLEY_SERIES_BOXES)
    add_box (self, datum);
  else if (series->kind == PARLEY_SERIES_RULE && isnan (datum->y))
    parley_placement_line (self->placement, x, self->frame->y, x,
                           self->frame->y + self->frame->height);
  else if (series->kind == PARLEY_SERIES_RULE)
    parley_placement_line (self->placement, self->frame->x, y, self->frame->x + self->frame->width,
                           y);
  else if (series->kind == PARLEY_SERIES_LINE)
    parley_placement_line (self->placement, parley_gauge_at (self->x, before->x),
                           parley_gauge_at (self->y, before->y), x, y);
}

/* What stands as a number in the frame, and by its name in the list below. */
typedef enum
{
  NUMBER_NONE,
  NUMBER_DEALS, /* all but rules and areas */
  NUMBER_ALL
} Numbering;

static gboolean
is_numbered (const Label *label, Numbering numbering)
{
  if (label->series->kind == PARLEY_SERIES_RULE || label->series->kind == PARLEY_SERIES_AREA)
    return numbering == NUMBER_ALL;
  return numbering != NUMBER_NONE;
}

/* Sets what stands in the frame. Returns: FALSE when something had to be cut. */
static gboolean
write_labels (GArray *labels, Numbering numbering)
{
  gboolean whole = TRUE;
  guint n = 0;

  for (guint l = 0; l < labels->len; l++)
    {
      Label *label = &g_array_index (labels, Label, l);
      guint most_lines = label->series->kind == PARLEY_SERIES_RULE ? RULE_LINES : LABEL_LINES;
      g_autofree char *number = NULL;
      gboolean is_cut = FALSE;

      label->number = is_numbered (label, numbering) ? ++n : 0;
      number = g_strdup_printf ("%u", n);
      g_clear_pointer (&label->lines, g_ptr_array_unref);
      label->lines = parley_lettering_wrap (label->number > 0 ? number : label->datum->label, LABEL,
                                            label->bold, LABEL_WIDTH, most_lines, &is_cut);
      whole &= !is_cut;
    }
  return whole;
}

static ParleyPlacement *
place_labels (const GArray          *labels,
              const ParleyChart     *chart,
              const ParleyRectangle *frame,
              const ParleyGauge     *x,
              const ParleyGauge     *y,
              gboolean              *all)
{
  ParleyPlacement *placement = parley_placement_new (frame);
  Obstacles obstacles = { placement, frame, x, y };

  for (guint s = 0; s < chart->series->len; s++)
    for (guint d = 0; d < parley_chart_get_series (chart, s)->data->len; d++)
      add_obstacle (&obstacles, parley_chart_get_series (chart, s), d);
  for (guint l = 0; l < labels->len; l++)
    {
      const Label *label = &g_array_index (labels, Label, l);

      parley_placement_add (placement, label->kind, &label->target,
                            parley_lines_width (label->lines, LABEL, label->bold) + 3,
                            label->lines->len * LABEL * PARLEY_LETTERING_LINE);
    }
  *all = parley_placement_solve (placement);
  return placement;
}

static void
draw_label (ParleyPicture *picture, const Label *label, const ParleyLabelPlace *place)
{
  const ParleyRectangle *at = &place->at;
  gboolean before = at->x + at->width / 2 < place->target.x;
  guint first = picture->figures->len;

  parley_picture_rectangle (picture, (ParleyLook){ PARLEY_TONE_PAPER, 0.75, 0, 0 }, at);
  parley_draw_lines (picture, PARLEY_INK_PLAIN, LABEL,
                     before ? PARLEY_ANCHOR_END : PARLEY_ANCHOR_START,
                     before ? at->x + at->width - 1.5 : at->x + 1.5, at->y, label->lines);
  for (guint f = first; f < picture->figures->len; f++)
    ((ParleyFigure *) g_ptr_array_index (picture->figures, f))->bold = label->bold;
}

static void
draw_labels (ParleyPicture *picture, const GArray *labels, const ParleyPlacement *placement)
{
  ParleyLook leader_look = { PARLEY_INK_MUTED, 0, 0.5, PARLEY_DASH_NONE };

  for (guint l = 0; l < labels->len; l++)
    {
      const ParleyLabelPlace *place = parley_placement_get (placement, l);
      ParleySegment leader;

      if (place->placed && parley_place_leader (place, &leader))
        parley_picture_line (picture, leader_look, leader.x, leader.y, leader.x2, leader.y2);
    }
  for (guint l = 0; l < labels->len; l++)
    if (parley_placement_get (placement, l)->placed)
      draw_label (picture, &g_array_index (labels, Label, l), parley_placement_get (placement, l));
}

/* What is numbered, with its name. */
static void
list_labels (ParleyEasel *self, const GArray *labels)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new ();

  for (guint l = 0; l < labels->len; l++)
    {
      const Label *label = &g_array_index (labels, Label, l);

      if (label->number > 0)
        g_ptr_array_add (names, label->datum->label);
    }
  parley_easel_list (self, names);
}

void
parley_easel_labels (ParleyEasel           *self,
                     const ParleyRectangle *frame,
                     const ParleyGauge     *x,
                     const ParleyGauge     *y)
{
  g_autoptr(GArray) labels = collect (self->chart, frame, x, y);
  g_autoptr(ParleyPlacement) placement = NULL;
  gboolean all = FALSE;

  for (Numbering numbering = NUMBER_NONE; numbering <= NUMBER_ALL && !all; numbering++)
    {
      gboolean whole = write_labels (labels, numbering);

      g_clear_pointer (&placement, parley_placement_free);
      placement = place_labels (labels, self->chart, frame, x, y, &all);
      all &= whole;
    }
  draw_labels (self->picture, labels, placement);
  list_labels (self, labels);
}
