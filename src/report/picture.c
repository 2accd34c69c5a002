/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/picture.h"

static void
figure_free (gpointer data)
{
  ParleyFigure *self = data;

  g_free (self->text);
  g_array_unref (self->corners);
  g_free (self);
}

ParleyPicture *
parley_picture_new (double width)
{
  ParleyPicture *self = g_new0 (ParleyPicture, 1);

  self->width = width;
  self->figures = g_ptr_array_new_with_free_func (figure_free);
  return self;
}

void
parley_picture_free (ParleyPicture *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->figures);
  g_free (self);
}

static ParleyFigure *
add_figure (ParleyPicture *self, ParleyFigureKind kind, ParleyLook look)
{
  ParleyFigure *figure = g_new0 (ParleyFigure, 1);

  figure->kind = kind;
  figure->look = look;
  figure->corners = g_array_new (FALSE, FALSE, sizeof (ParleyPathCorner));
  g_ptr_array_add (self->figures, figure);
  return figure;
}

ParleyFigure *
parley_picture_path (ParleyPicture *self, ParleyLook look, gboolean closed)
{
  ParleyFigure *figure = add_figure (self, PARLEY_FIGURE_PATH, look);

  figure->closed = closed;
  return figure;
}

static void
add_corner (ParleyFigure *self, double x, double y, gboolean begins)
{
  ParleyPathCorner corner = { x, y, begins };

  g_array_append_val (self->corners, corner);
}

void
parley_figure_begin (ParleyFigure *self, double x, double y)
{
  add_corner (self, x, y, TRUE);
}

void
parley_figure_go_on (ParleyFigure *self, double x, double y)
{
  add_corner (self, x, y, FALSE);
}

void
parley_figure_rectangle (ParleyFigure *self, const ParleyRectangle *at)
{
  parley_figure_begin (self, at->x, at->y);
  parley_figure_go_on (self, at->x + at->width, at->y);
  parley_figure_go_on (self, at->x + at->width, at->y + at->height);
  parley_figure_go_on (self, at->x, at->y + at->height);
}

void
parley_picture_line (ParleyPicture *self, ParleyLook look, double x, double y, double x2, double y2)
{
  ParleyFigure *path = parley_picture_path (self, look, FALSE);

  parley_figure_begin (path, x, y);
  parley_figure_go_on (path, x2, y2);
}

void
parley_picture_rectangle (ParleyPicture *self, ParleyLook look, const ParleyRectangle *at)
{
  parley_figure_rectangle (parley_picture_path (self, look, TRUE), at);
}

void
parley_picture_disc (ParleyPicture *self, ParleyLook look, double x, double y, double radius)
{
  ParleyFigure *disc = add_figure (self, PARLEY_FIGURE_DISC, look);

  disc->size = radius;
  add_corner (disc, x, y, TRUE);
}

ParleyFigure *
parley_picture_text (ParleyPicture *self,
                     guint          tone,
                     double         size,
                     ParleyAnchor   anchor,
                     double         x,
                     double         y,
                     const char    *text)
{
  ParleyFigure *figure = add_figure (self, PARLEY_FIGURE_TEXT, (ParleyLook){ .tone = tone });

  figure->size = size;
  figure->anchor = anchor;
  figure->text = g_strdup (text);
  add_corner (figure, x, y, TRUE);
  return figure;
}

const ParleyFigure *
parley_picture_get (const ParleyPicture *self, guint index)
{
  return g_ptr_array_index (self->figures, index);
}

const ParleyPathCorner *
parley_figure_corner (const ParleyFigure *self, guint index)
{
  return &g_array_index (self->corners, ParleyPathCorner, index);
}

guint
parley_dash_lengths (ParleyDash dash, const double **lengths)
{
  static const double table[PARLEY_N_DASHES][4] = {
    [PARLEY_DASH_LONG] = { 5, 3 },
    [PARLEY_DASH_DOTS] = { 1.5, 2.5 },
    [PARLEY_DASH_MIXED] = { 6, 2, 1.5, 2 },
  };
  static const guint counts[PARLEY_N_DASHES] = {
    [PARLEY_DASH_LONG] = 2,
    [PARLEY_DASH_DOTS] = 2,
    [PARLEY_DASH_MIXED] = 4,
  };

  *lengths = table[dash];
  return counts[dash];
}
