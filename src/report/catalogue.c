/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/catalogue.h"

#include <string.h>

#define MAGIC 0x950412deu

/* Where the numbers of the header stand, and how long it is. */
#define AT_MAGIC        0
#define AT_REVISION     4
#define AT_N            8
#define AT_ORIGINALS    12
#define AT_TRANSLATIONS 16
#define HEADER_LENGTH   28

/* A length and a place. */
#define ENTRY_LENGTH 8

static guint32
number_at (const guchar *data, gsize at)
{
  guint32 number = 0;

  memcpy (&number, data + at, sizeof number);
  return GUINT32_FROM_LE (number);
}

/* The @index-th text of @table, which holds NULs where there are several forms. */
static const char *
text_at (const ParleyCatalogue *self, guint32 table, guint32 index, gsize *length)
{
  gsize entry = table + (gsize) index * ENTRY_LENGTH;

  *length = number_at (self->data, entry);
  return (const char *) self->data + number_at (self->data, entry + 4);
}

static gboolean
table_is_sound (const ParleyCatalogue *self, guint32 table, gsize length)
{
  gsize end = table + (gsize) self->n * ENTRY_LENGTH;

  if (end > length)
    return FALSE;
  for (gsize entry = table; entry < end; entry += ENTRY_LENGTH)
    {
      gsize behind
          = (gsize) number_at (self->data, entry) + (gsize) number_at (self->data, entry + 4);

      if (behind >= length || self->data[behind] != '\0')
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_sorted (const ParleyCatalogue *self)
{
  gsize length = 0;

  for (guint32 i = 1; i < self->n; i++)
    if (strcmp (text_at (self, self->originals, i - 1, &length),
                text_at (self, self->originals, i, &length))
        >= 0)
      return FALSE;
  return TRUE;
}

gboolean
parley_catalogue_open (ParleyCatalogue *self, const guchar *data, gsize length)
{
  *self = (ParleyCatalogue){ 0 };
  if (length < HEADER_LENGTH || number_at (data, AT_MAGIC) != MAGIC
      || number_at (data, AT_REVISION) >> 16 != 0)
    return FALSE;
  self->data = data;
  self->n = number_at (data, AT_N);
  self->originals = number_at (data, AT_ORIGINALS);
  self->translations = number_at (data, AT_TRANSLATIONS);
  if (table_is_sound (self, self->originals, length)
      && table_is_sound (self, self->translations, length) && is_sorted (self))
    return TRUE;
  *self = (ParleyCatalogue){ 0 };
  return FALSE;
}

static const char *
form_of (const char *text, gsize length, guint form)
{
  const char *end = text + length;

  while (form > 0 && text < end)
    {
      text += strlen (text) + 1;
      form--;
    }
  return text < end ? text : NULL;
}

const char *
parley_catalogue_find (const ParleyCatalogue *self, const char *text, guint form)
{
  guint32 first = 0;
  guint32 end = self->n;

  while (first < end)
    {
      guint32 middle = first + (end - first) / 2;
      gsize length = 0;
      int order = strcmp (text, text_at (self, self->originals, middle, &length));

      if (order == 0)
        {
          const char *found = text_at (self, self->translations, middle, &length);

          return form_of (found, length, form);
        }
      if (order < 0)
        end = middle;
      else
        first = middle + 1;
    }
  return NULL;
}
