/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/*
 * Numbers as reports write them: a sign, digits with commas between thousands, a decimal
 * point. Nothing here looks at the locale.
 */

/* The bytes of the number that @text starts with, 0 when there is none; sets @whole to those
 * before its decimal point, or to all when it has none. */
gsize parley_number_scan (const char *text, gsize *whole);

/* Pads the numbers and ranges among @cells so that their decimal points, and those of the low
 * ends of ranges, stand under each other. A number without a range stands under the high ends.
 * What follows a number ("52.3 %") stays with it. The padded ones become equally wide; other
 * texts are copied as they are.
 * Returns: (transfer full) (element-type utf8). */
GPtrArray *parley_number_align (GPtrArray *cells);
