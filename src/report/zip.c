/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/zip.h"

#include <string.h>

#define FILE_SIGNATURE 0x04034b50
#define ENTRY_SIGNATURE 0x02014b50
#define END_SIGNATURE 0x06054b50
#define VERSION 20
#define FIRST_DAY 0x21 /* 1 January 1980: the format has no earlier day, and none for no day */
#define CRC_POLYNOMIAL 0xedb88320U

static void
append_16 (GString *out, guint value)
{
  g_string_append_c (out, (char) (value & 0xff));
  g_string_append_c (out, (char) (value >> 8 & 0xff));
}

static void
append_32 (GString *out, guint32 value)
{
  append_16 (out, value & 0xffff);
  append_16 (out, value >> 16);
}

static guint32
crc_of (const char *data, gsize length)
{
  guint32 crc = G_MAXUINT32;

  for (gsize i = 0; i < length; i++)
    {
      crc ^= (guint8) data[i];
      for (guint bit = 0; bit < 8; bit++)
        crc = crc >> 1 ^ ((crc & 1) != 0 ? CRC_POLYNOMIAL : 0);
    }
  return ~crc;
}

/* What a file and its entry in the directory both say. */
static void
append_about (GString *out, const char *name, guint32 crc, gsize length)
{
  append_16 (out, 0); /* no flags, */
  append_16 (out, 0); /* stored, */
  append_16 (out, 0); /* at midnight */
  append_16 (out, FIRST_DAY);
  append_32 (out, crc);
  append_32 (out, (guint32) length);
  append_32 (out, (guint32) length);
  append_16 (out, (guint) strlen (name));
  append_16 (out, 0); /* nothing more */
}

ParleyZip *
parley_zip_new (void)
{
  ParleyZip *self = g_new0 (ParleyZip, 1);

  self->files = g_string_new (NULL);
  self->directory = g_string_new (NULL);
  return self;
}

void
parley_zip_add (ParleyZip *self, const char *name, const char *data, gsize length)
{
  guint32 crc = crc_of (data, length);
  guint32 place = (guint32) self->files->len;

  append_32 (self->files, FILE_SIGNATURE);
  append_16 (self->files, VERSION);
  append_about (self->files, name, crc, length);
  g_string_append (self->files, name);
  g_string_append_len (self->files, data, (gssize) length);

  append_32 (self->directory, ENTRY_SIGNATURE);
  append_16 (self->directory, VERSION);
  append_16 (self->directory, VERSION);
  append_about (self->directory, name, crc, length);
  append_16 (self->directory, 0); /* no comment, */
  append_16 (self->directory, 0); /* on the first disk, */
  append_16 (self->directory, 0); /* no attributes, */
  append_32 (self->directory, 0); /* inside or outside */
  append_32 (self->directory, place);
  g_string_append (self->directory, name);
  self->n_files++;
}

GBytes *
parley_zip_finish (ParleyZip *self)
{
  GString *out = self->files;
  guint32 place = (guint32) out->len;
  guint32 length = (guint32) self->directory->len;

  g_string_append_len (out, self->directory->str, (gssize) self->directory->len);
  append_32 (out, END_SIGNATURE);
  append_32 (out, 0); /* one disk, the first */
  append_16 (out, self->n_files);
  append_16 (out, self->n_files);
  append_32 (out, length);
  append_32 (out, place);
  append_16 (out, 0); /* no comment */
  g_string_free (self->directory, TRUE);
  g_free (self);
  return g_string_free_to_bytes (out);
}
