/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/scratch.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "base/error.h"

static gboolean
fail (const char *verb, GError **error)
{
  g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_IO, "no temporary file can be %s in %s: %s", verb,
               g_get_tmp_dir (), g_strerror (errno));
  return FALSE;
}

static gboolean
put (int file, const char *data, gsize length)
{
  while (length > 0)
    {
      gssize written = write (file, data, length);

      if (written < 0)
        return FALSE;
      data += written;
      length -= (gsize) written;
    }
  return lseek (file, 0, SEEK_SET) == 0;
}

int
parley_scratch_open (const char *data, gsize length, GError **error)
{
  g_autofree char *name = g_build_filename (g_get_tmp_dir (), "parley-XXXXXX", NULL);
  int file = g_mkstemp_full (name, O_RDWR | O_CLOEXEC, 0600);

  if (file < 0)
    {
      fail ("made", error);
      return -1;
    }
  g_unlink (name);
  if (put (file, data, length))
    return file;
  fail ("written", error);
  close (file);
  return -1;
}

gboolean
parley_scratch_read (int file, GString *out, GError **error)
{
  char buffer[65536];
  gssize length = lseek (file, 0, SEEK_SET);

  while (length >= 0 && (length = read (file, buffer, sizeof buffer)) > 0)
    g_string_append_len (out, buffer, length);
  return length == 0 || fail ("read", error);
}
