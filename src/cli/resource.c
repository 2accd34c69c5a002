/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/resource.h"

GBytes *
parley_resource_read (const char *name)
{
  g_autofree char *path = g_strconcat ("/parley/", name, NULL);
  GBytes *bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  /* Its absence is a mistake in the build, which the tests would see. */
  g_assert (bytes != NULL);
  return bytes;
}
