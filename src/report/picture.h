/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/chart.h"
#include "report/rectangle.h"

/*
 * A picture: shapes and texts where they stand, for svg.h and paint.h. Sizes are in points (1/72
 * inch), from the upper left corner.
 */

/* What colour something has: a ParleyInk, or one of these. */
enum
{
  PARLEY_TONE_PAPER = PARLEY_INK_ACCENT + 1, /* the ground */
  PARLEY_TONE_GRID,
  PARLEY_N_TONES
};

typedef enum
{
  PARLEY_DASH_NONE,
  PARLEY_DASH_LONG,
  PARLEY_DASH_DOTS,
  PARLEY_DASH_MIXED,
  PARLEY_N_DASHES
} ParleyDash;

typedef enum
{
  PARLEY_ANCHOR_START, /* the text begins at its place, */
  PARLEY_ANCHOR_MIDDLE,
  PARLEY_ANCHOR_END    /* or ends there */
} ParleyAnchor;

typedef enum
{
  PARLEY_FIGURE_PATH,
  PARLEY_FIGURE_DISC,
  PARLEY_FIGURE_TEXT
} ParleyFigureKind;

/* A corner of a path; there may be several parts in one, which are closed alike. */
typedef struct
{
  double   x;
  double   y;
  gboolean begins; /* a part */
} ParleyPathCorner;

/* How lines and surfaces look. */
typedef struct
{
  guint      tone;
  double     fill; /* how opaque, from 0 (not filled) to 1 */
  double     line; /* how wide; 0 for none */
  ParleyDash dash;
} ParleyLook;

typedef struct
{
  ParleyFigureKind kind;
  ParleyLook       look;
  GArray          *corners; /* of ParleyPathCorner: of a path; else one, the middle or the base */
  gboolean         closed;  /* of a path */
  double           size;    /* of a disc the radius, of text that of its letters */
  char            *text;
  ParleyAnchor     anchor;
  gboolean         bold;
  gboolean         upright; /* the text is written from the bottom to the top */
} ParleyFigure;

/**
 * ParleyPicture:
 *
 * Figures, the rearmost first.
 */
typedef struct
{
  double     width;
  double     height;
  GPtrArray *figures; /* of ParleyFigure */
} ParleyPicture;

ParleyPicture *parley_picture_new  (double width);
void           parley_picture_free (ParleyPicture *self);

/* An empty path to be filled with corners. Returns: (transfer none): owned by the picture. */
ParleyFigure *parley_picture_path (ParleyPicture *self, ParleyLook look, gboolean closed);

void parley_figure_begin (ParleyFigure *self, double x, double y);
void parley_figure_go_on (ParleyFigure *self, double x, double y);

/* Adds a part to a closed path. */
void parley_figure_rectangle (ParleyFigure *self, const ParleyRectangle *at);

void parley_picture_line (ParleyPicture *self,
                          ParleyLook     look,
                          double         x,
                          double         y,
                          double         x2,
                          double         y2);
void parley_picture_rectangle (ParleyPicture *self, ParleyLook look, const ParleyRectangle *at);
void parley_picture_disc (ParleyPicture *self, ParleyLook look, double x, double y, double radius);

/* Text with its base at @y. Returns: (transfer none): owned by the picture. */
ParleyFigure *parley_picture_text (ParleyPicture *self,
                                   guint          tone,
                                   double         size,
                                   ParleyAnchor   anchor,
                                   double         x,
                                   double         y,
                                   const char    *text);

const ParleyFigure     *parley_picture_get   (const ParleyPicture *self, guint index);
const ParleyPathCorner *parley_figure_corner (const ParleyFigure *self, guint index);

/* The lengths of the lines and gaps of a dash, in turn. Returns: how many; 0 for a line that has no
 * gaps. */
guint parley_dash_lengths (ParleyDash dash, const double **lengths);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyPicture, parley_picture_free)
