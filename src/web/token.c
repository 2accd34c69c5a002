/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "web/token.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/error.h"

#define N_BYTES 32

char *
parley_token_new (GError **error)
{
  unsigned char bytes[N_BYTES] = { 0 };
  int fd = open ("/dev/urandom", O_RDONLY | O_CLOEXEC);
  gssize n_read = fd < 0 ? -1 : read (fd, bytes, sizeof bytes);
  GString *token = NULL;

  if (fd >= 0)
    close (fd);
  if (n_read != sizeof bytes)
    {
      g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_IO,
                   "there are no random numbers to be had: %s",
                   n_read < 0 ? g_strerror (errno) : "too few");
      return NULL;
    }
  token = g_string_sized_new (2 * sizeof bytes);
  for (guint i = 0; i < sizeof bytes; i++)
    g_string_append_printf (token, "%02x", bytes[i]);
  return g_string_free (token, FALSE);
}

gboolean
parley_token_is (const char *token, const char *given)
{
  gsize length = strlen (token);
  volatile unsigned char difference = 0;

  if (given == NULL || strlen (given) != length)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    difference |= (unsigned char) (token[i] ^ given[i]);
  return difference == 0;
}
