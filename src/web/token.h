/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* 256 random bits as hexadecimal digits. Returns: (transfer full): NULL with @error set
 * (PARLEY_ERROR_IO) when the system has none to give. */
char *parley_token_new (GError **error);

/* Whether @given (nullable) is @token, in a time that does not tell how much of it is. */
gboolean parley_token_is (const char *token, const char *given);
