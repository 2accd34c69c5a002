/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/*
 * How much room text takes in pictures, in points of 1/72 inch. Widths are those of DejaVu Sans,
 * from a table: pictures are laid out alike whatever fonts there are. Other usual fonts are
 * narrower.
 */

/* From one line to the next, and from the middle of capitals down to their base, of the size. */
#define PARLEY_LETTERING_LINE   1.25
#define PARLEY_LETTERING_MIDDLE 0.365

double parley_lettering_width (const char *text, double size, gboolean bold);

/* The lines of @text, each at most @width: broken at spaces, and within words that are longer.
 * There are @most_lines at most, the last of which ends with "…" when something is left out, which
 * @is_cut (out) (nullable) says. At least one line. Returns: (transfer full) (element-type utf8).
 */
GPtrArray *parley_lettering_wrap (const char *text,
                                  double      size,
                                  gboolean    bold,
                                  double      width,
                                  guint       most_lines,
                                  gboolean   *is_cut);
