/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/difference.h"

#include <string.h>

void
parley_difference_free (ParleyDifference *self)
{
  if (self == NULL)
    return;
  g_free (self->path);
  g_free (self->before);
  g_free (self->after);
  g_free (self->before_words);
  g_free (self->after_words);
  g_free (self);
}

static gboolean
is_within (const ParleyDifference *difference, const char *path)
{
  gsize length = strlen (path);

  return strncmp (difference->path, path, length) == 0
         && (difference->path[length] == '.' || difference->path[length] == '\0');
}

gboolean
parley_differences_within (const GPtrArray *differences, const char *path)
{
  for (guint i = 0; i < differences->len; i++)
    if (!is_within (g_ptr_array_index (differences, i), path))
      return FALSE;
  return TRUE;
}

gboolean
parley_differences_touch (const GPtrArray *differences, const char *path)
{
  for (guint i = 0; i < differences->len; i++)
    if (is_within (g_ptr_array_index (differences, i), path))
      return TRUE;
  return FALSE;
}
