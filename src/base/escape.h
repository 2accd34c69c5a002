/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* @text as valid UTF-8 in one line that cannot steer a terminal: control characters, and
 * marks that reverse the direction of writing, become "\u001b". Returns: (transfer full). */
char *parley_escape_controls (const char *text);
