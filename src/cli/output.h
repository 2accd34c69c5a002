/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * parley_output_write:
 * @path: (nullable): where to; NULL is stdout
 *
 * Writes a whole result. A file is replaced at once or not at all, and keeps its
 * permissions; what is no regular file, such as a pipe, is written to. A link stays
 * a link, and is refused when it leads to no file. A reader that has had enough
 * (`parley deals … | head`) is no error.
 */
gboolean parley_output_write (const char *path, const char *text, gsize length, GError **error);

/* Whether writing to @path would replace the file @input, by whichever name. */
gboolean parley_output_replaces (const char *path, const char *input);

/* Writes a file that must not exist yet. */
gboolean parley_output_create (const char *path, const char *text, gsize length, GError **error);

/* The columns that text may fill: those of the terminal, 60 to 160; 100 when
 * the result goes elsewhere. */
guint parley_output_width (const char *path);
