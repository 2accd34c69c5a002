/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/*
 * Text measured in the cells of a terminal, never in bytes: a combining mark takes none, an
 * East Asian wide character two. Texts are clean (report/clean.h).
 */

/* The cells of the first @length bytes of @text, of all of it when @length is -1. */
guint parley_width (const char *text, gssize length);

/* The lines of @text, each at most @width cells: broken at spaces and beside wide characters,
 * which are written without spaces. A longer word stands alone and exceeds. At least one line.
 * Returns: (transfer full) (element-type utf8). */
GPtrArray *parley_width_wrap (const char *text, guint width);

/* The cells of the longest part of @text that a line cannot break. */
guint parley_width_longest_word (const char *text);

/* Appends @text with spaces behind or before it, up to @width cells. */
void parley_width_append_left  (GString *out, const char *text, guint width);
void parley_width_append_right (GString *out, const char *text, guint width);

void parley_width_append_spaces (GString *out, guint count);

/* Appends the lines of @text behind @prefix, under which the second and later ones are
 * indented; @width includes it. Each line is ended. */
void parley_width_append_lines (GString *out, const char *prefix, const char *text, guint width);

/* Removes the spaces that @out ends with and appends a newline. */
void parley_width_end_line (GString *out);
