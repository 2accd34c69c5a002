/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * ParleyError:
 *
 * Few codes for callers; the message is for people. They map onto the exit
 * statuses of the program: the first two are the user's to mend (2), the
 * others are the machine's (3).
 */
typedef enum
{
  PARLEY_ERROR_INPUT, /* a scenario, an overlay or a setting is wrong */
  PARLEY_ERROR_LIMIT, /* right, but more than can be computed */
  PARLEY_ERROR_IO,    /* a file cannot be read or written */
  PARLEY_ERROR_MEMORY
} ParleyError;

#define PARLEY_ERROR (parley_error_quark ())

GQuark parley_error_quark (void);

/**
 * parley_error_forgive_limit:
 * @why: (nullable): taken
 * @message: (out) (optional) (transfer full): what it says, where it is forgiven; else left as it
 * is
 *
 * Of what can be left out where it is too much. Returns: TRUE when @why is PARLEY_ERROR_LIMIT, or
 * there is none; FALSE with @error set to it when it is any other.
 */
gboolean parley_error_forgive_limit (GError *why, char **message, GError **error);
