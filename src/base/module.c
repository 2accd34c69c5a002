/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/module.h"

#include <dlfcn.h>

#include "base/error.h"

/* Not g_module_open (): a name without a folder is looked for where the object says that calls
 * dlopen (), and that has to be this one. */
gconstpointer
parley_module_open (const char *name, const char *task, GError **error)
{
  g_autofree char *file = g_strdup_printf ("parley-%s.so", name);
  void *module = dlopen (file, RTLD_NOW | RTLD_LOCAL);
  gconstpointer table = module == NULL ? NULL : dlsym (module, "parley_module");

  if (table == NULL)
    g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_IO, "cannot load the part of Parley that %s: %s",
                 task, dlerror ());
  return table;
}
