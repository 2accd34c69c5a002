/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

/* A file that was built into the program (see parley.gresource.xml).
 * Returns: (transfer full). */
GBytes *parley_resource_read (const char *name);
