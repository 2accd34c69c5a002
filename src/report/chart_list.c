/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "report/chart_part.h"
#include "report/lettering.h"

#define ENTRY       7.5 /* the size of letters */
#define ENTRY_WIDTH 150.0
#define ENTRY_LINES 3
#define NUMBER      12.0 /* the room that numbers have, */
#define INDENT      16.0 /* and where names begin */

/* Returns: where the next entry begins. */
static double
draw_entry (ParleyEasel *self, guint index, const char *name, double x, double y, double width)
{
  g_autofree char *number = g_strdup_printf ("%u", index + 1);
  g_autoptr(GPtrArray) lines
      = parley_lettering_wrap (name, ENTRY, FALSE, width - INDENT - 8, ENTRY_LINES, NULL);

  parley_picture_text (self->picture, PARLEY_INK_MUTED, ENTRY, PARLEY_ANCHOR_END, x + NUMBER,
                       y + ENTRY * (PARLEY_LETTERING_LINE / 2 + PARLEY_LETTERING_MIDDLE), number);
  return 1.5
         + parley_draw_lines (self->picture, PARLEY_INK_PLAIN, ENTRY, PARLEY_ANCHOR_START,
                              x + INDENT, y, lines);
}

/* In columns, each from top to bottom. */
void
parley_easel_list (ParleyEasel *self, const GPtrArray *names)
{
  double room = self->picture->width - 2 * PARLEY_CHART_MARGIN;
  guint n_columns = (guint) fmax (1, floor (room / ENTRY_WIDTH));
  guint per_column = (names->len + n_columns - 1) / n_columns;
  double width = room / n_columns;
  double top = self->y + 5;
  double y = top;

  for (guint n = 0; n < names->len; n++)
    {
      guint column = n / per_column;

      if (n % per_column == 0)
        y = top;
      y = draw_entry (self, n, g_ptr_array_index (names, n), PARLEY_CHART_MARGIN + column * width,
                      y, width);
      self->y = fmax (self->y, y);
    }
}
