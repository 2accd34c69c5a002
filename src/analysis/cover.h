/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Beyond so many choices none is left out: finding out which could be takes too long. */
#define PARLEY_COVER_MOST 4000

/* Whether choice @b is not needed beside choice @a. */
typedef gboolean (*ParleyCovers) (guint a, guint b, gconstpointer data);

/* Adds @choice to @kept (element-type guint), unless one of these covers it, without those that it
 * covers. Cost: O(kept). */
void parley_cover_add (GArray *kept, guint choice, ParleyCovers covers, gconstpointer data);
