/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "web/assets.h"

#include <string.h>

/* glib-compile-resources makes it of page/page.gresource.xml. */
#include "web/page_resource.h"

#define FOLDER "/parley/page"
#define PAGE "/index.html"

static const struct
{
  const char *ending;
  const char *type;
} types[] = {
  { ".css", "text/css; charset=utf-8" },
  { ".js", "text/javascript; charset=utf-8" },
  { ".svg", "image/svg+xml" },
};

static GBytes *
look_up (const char *path)
{
  g_autofree char *name = g_strconcat (FOLDER, path, NULL);

  return g_resource_lookup_data (parley_page_get_resource (), name, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                 NULL);
}

GBytes *
parley_assets_page (void)
{
  GBytes *page = look_up (PAGE);

  g_assert (page != NULL);
  return page;
}

/* A slash and a plain name. */
static gboolean
is_plain (const char *path)
{
  static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789_.-";

  return path[0] == '/' && path[1] != '\0' && path[1 + strspn (path + 1, letters)] == '\0';
}

GBytes *
parley_assets_find (const char *path, const char **type)
{
  if (!is_plain (path))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_str_has_suffix (path, types[i].ending))
      {
        *type = types[i].type;
        return look_up (path);
      }
  return NULL;
}
