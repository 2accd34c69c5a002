/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/* The page itself. Returns: (transfer full). */
GBytes *parley_assets_page (void);

/**
 * parley_assets_find:
 * @path: as it was asked for, not decoded: "/main.js"
 * @type: (out) (transfer none): its content type
 *
 * One of the files that belong to the page; they are inside the program, and nothing else is ever
 * found. Returns: (transfer full) (nullable).
 */
GBytes *parley_assets_find (const char *path, const char **type);
