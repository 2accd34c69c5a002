/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Files without a name, for programs and libraries that work in files: none is left behind, however
 * the program ends. "/dev/fd/N" names one of number N while it is open. */

/* A new file of @length bytes @data, in the folder for temporary files; programs that are started
 * do not get it. Returns: its number, to be closed; -1 with PARLEY_ERROR_IO when it cannot be made.
 */
int parley_scratch_open (const char *data, gsize length, GError **error);

/* Appends all that is in @file to @out. */
gboolean parley_scratch_read (int file, GString *out, GError **error);
