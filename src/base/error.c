/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/error.h"

G_DEFINE_QUARK (parley-error-quark, parley_error)

gboolean
parley_error_forgive_limit (GError *why, char **message, GError **error)
{
  if (why == NULL)
    return TRUE;
  if (!g_error_matches (why, PARLEY_ERROR, PARLEY_ERROR_LIMIT))
    {
      g_propagate_error (error, why);
      return FALSE;
    }
  if (message != NULL)
    *message = g_strdup (why->message);
  g_error_free (why);
  return TRUE;
}
