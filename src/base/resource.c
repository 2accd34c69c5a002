/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/resource.h"

const ParleyResource *
parley_resource_find (const ParleyResource *files, const char *name)
{
  while (files->name != NULL && !g_str_equal (files->name, name))
    files++;
  /* Its absence is a mistake in the build, which the tests would see. */
  g_assert (files->name != NULL);
  return files;
}

const char *
parley_resource_text (const ParleyResource *files, const char *name)
{
  return (const char *) parley_resource_find (files, name)->data;
}
