/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/place.h"

#include "scenario/unescape.h"

static const ParleyPlace *
get (const GArray *places, guint index)
{
  return &g_array_index (places, ParleyPlace, index);
}

guint
parley_places_find (const GArray *places, gsize offset)
{
  guint low = 0;
  guint high = places->len;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (get (places, middle)->start <= offset)
        low = middle;
      else
        high = middle;
    }
  while (low != 0 && offset >= get (places, low)->end)
    low = get (places, low)->parent;
  return low;
}

/* RFC 6901: "~" and "/" inside a key are written "~0" and "~1". */
static void
append_key (GString *pointer, const char *data, const ParleyPlace *place)
{
  g_autofree char *key = parley_unescape (data + place->start + 1, data + place->key_end - 1);

  for (const char *c = key; *c != '\0'; c++)
    if (*c == '~')
      g_string_append (pointer, "~0");
    else if (*c == '/')
      g_string_append (pointer, "~1");
    else
      g_string_append_c (pointer, *c);
}

static void
append_part (GString *pointer, const GArray *places, const char *data, guint index)
{
  const ParleyPlace *place = get (places, index);

  if (place->parent == index)
    return;
  append_part (pointer, places, data, place->parent);
  g_string_append_c (pointer, '/');
  if (place->key_end > place->start)
    append_key (pointer, data, place);
  else
    g_string_append_printf (pointer, "%u", place->index);
}

char *
parley_places_pointer (const GArray *places, const char *data, guint index)
{
  GString *pointer = g_string_new (NULL);

  append_part (pointer, places, data, index);
  return g_string_free (pointer, FALSE);
}
