/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/resource.h"

const ParleyResource *
parley_resource_find (const char *name)
{
  const ParleyResource *resource = parley_resources;

  while (resource->name != NULL && !g_str_equal (resource->name, name))
    resource++;
  /* Its absence is a mistake in the build, which the tests would see. */
  g_assert (resource->name != NULL);
  return resource;
}
