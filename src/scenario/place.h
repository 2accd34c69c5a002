/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * ParleyPlace:
 *
 * Where a value and its key stand in a text, as byte offsets. A text
 * may have 150,000 of them, so they are small.
 */
typedef struct
{
  guint32 start;   /* of the key; of the value itself when it has none */
  guint32 key_end; /* behind the key's closing quote; @start when there is no key */
  guint32 offset;  /* of the value */
  guint32 end;     /* behind the value; G_MAXUINT32 while it is being read */
  guint32 parent;  /* index of the place around it; the first one's is its own */
  guint32 index;   /* among its siblings */
} ParleyPlace;

/* The index of the innermost place around @offset. @places are in the order of
 * their starts and not empty; the first is around everything. */
guint parley_places_find (const GArray *places, gsize offset);

/* The JSON pointer (RFC 6901) of the place at @index. @data is the text.
 * Returns: (transfer full). */
char *parley_places_pointer (const GArray *places, const char *data, guint index);
