/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/text.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>

#include "base/error.h"
#include "scenario/place.h"

/* A mark stands every so many bytes, so that finding a place never counts further than that. */
#define MARK_DISTANCE 1024

typedef struct
{
  gsize offset;
  guint line;
  guint column;
} Mark;

/* Bytes that do not start a character have the form 10xxxxxx. */
static gboolean
starts_character (char byte)
{
  return ((guchar) byte & 0xc0) != 0x80;
}

/* To behind the next byte, which is @byte. */
static void
go_on (Mark *here, char byte)
{
  here->offset++;
  if (byte == '\n')
    {
      here->line++;
      here->column = 1;
    }
  else if (starts_character (byte))
    here->column++;
}

static GArray *
mark_text (const char *data, gsize length)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  Mark here = { 0, 1, 1 };

  while (here.offset <= length)
    {
      if (here.offset % MARK_DISTANCE == 0)
        g_array_append_val (marks, here);
      go_on (&here, data[here.offset]);
    }
  return marks;
}

ParleyText *
parley_text_new_take (const char *name, const char *folder, char *data, gsize length)
{
  ParleyText *self = g_new0 (ParleyText, 1);

  self->name = g_strdup (name);
  self->folder = g_strdup (folder);
  self->data = data;
  self->length = length;
  self->marks = mark_text (data, length);
  g_ref_count_init (&self->refs);
  return self;
}

/* Not g_file_get_contents (): that would read a device or a pipe without end. */
static GByteArray *
read_stream (FILE *stream, const char *path, GError **error)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  guint8 chunk[65536];
  gsize n;

  while ((n = fread (chunk, 1, sizeof chunk, stream)) > 0)
    {
      g_byte_array_append (bytes, chunk, (guint) n);
      if (bytes->len > PARLEY_TEXT_MAX_LENGTH)
        {
          g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_INPUT,
                       "cannot read \"%s\": it is larger than 16 MiB", path);
          return NULL;
        }
    }
  if (ferror (stream))
    {
      g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_IO, "cannot read \"%s\": %s", path,
                   g_strerror (errno));
      return NULL;
    }
  return g_steal_pointer (&bytes);
}

ParleyText *
parley_text_read (const char *path, GError **error)
{
  g_autoptr(GByteArray) bytes = NULL;
  g_autofree char *folder = NULL;
  FILE *stream;
  char *data;
  gsize length;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  stream = g_fopen (path, "rb");
  if (stream == NULL)
    {
      g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_IO, "cannot read \"%s\": %s", path,
                   g_strerror (errno));
      return NULL;
    }
  bytes = read_stream (stream, path, error);
  fclose (stream);
  if (bytes == NULL)
    return NULL;

  length = bytes->len;
  g_byte_array_append (bytes, (const guint8 *) "", 1);
  folder = g_path_get_dirname (path);
  data = (char *) g_byte_array_free (g_steal_pointer (&bytes), FALSE);
  return parley_text_new_take (path, folder, data, length);
}

gboolean
parley_text_is_stream (const char *path)
{
  GStatBuf is;

  return g_stat (path, &is) == 0 && !S_ISREG (is.st_mode) && !S_ISDIR (is.st_mode);
}

ParleyText *
parley_text_ref (ParleyText *self)
{
  g_ref_count_inc (&self->refs);
  return self;
}

void
parley_text_unref (ParleyText *self)
{
  if (self == NULL || !g_ref_count_dec (&self->refs))
    return;
  g_free (self->name);
  g_free (self->folder);
  g_free (self->data);
  g_array_unref (self->marks);
  if (self->places != NULL)
    g_array_unref (self->places);
  g_free (self);
}

void
parley_text_locate (const ParleyText *self, gsize offset, guint *line, guint *column)
{
  Mark here;

  offset = MIN (offset, self->length);
  here = g_array_index (self->marks, Mark, offset / MARK_DISTANCE);
  while (here.offset < offset)
    go_on (&here, self->data[here.offset]);
  *line = here.line;
  *column = here.column;
}

char *
parley_text_pointer (const ParleyText *self, gsize offset)
{
  if (self->places == NULL)
    return g_strdup ("");
  return parley_places_pointer (self->places, self->data,
                                parley_places_find (self->places, offset));
}
