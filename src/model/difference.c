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
is_within (const char *path, const char *around)
{
  gsize length = strlen (around);

  return strncmp (path, around, length) == 0 && (path[length] == '.' || path[length] == '\0');
}

static const char *
path_of (const GPtrArray *differences, guint index)
{
  return ((const ParleyDifference *) g_ptr_array_index (differences, index))->path;
}

gboolean
parley_differences_within (const GPtrArray *differences, const char *path)
{
  for (guint i = 0; i < differences->len; i++)
    if (!is_within (path_of (differences, i), path))
      return FALSE;
  return TRUE;
}

gboolean
parley_differences_touch (const GPtrArray *differences, const char *path)
{
  for (guint i = 0; i < differences->len; i++)
    if (is_within (path_of (differences, i), path) || is_within (path, path_of (differences, i)))
      return TRUE;
  return FALSE;
}
