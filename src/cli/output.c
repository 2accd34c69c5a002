/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/output.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/error.h"
#include "report/text.h"

static gboolean
fail (const char *path, int code, GError **error)
{
  g_autofree char *name = g_filename_display_name (path != NULL ? path : "stdout");

  g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_IO, "cannot write the result to %s: %s", name,
               g_strerror (code));
  return FALSE;
}

/* Buffered output reports a full disk only when it is flushed. */
static gboolean
put (FILE *file, const char *text, gsize length)
{
  return fwrite (text, 1, length, file) == length && fflush (file) == 0;
}

/* Returns: 0, or the errno of what failed. */
static int
put_and_close (FILE *file, const char *text, gsize length, gboolean durable)
{
  int code = put (file, text, length) && (!durable || fsync (fileno (file)) == 0) ? 0 : errno;

  if (fclose (file) != 0 && code == 0)
    code = errno;
  return code;
}

static gboolean
write_stdout (const char *text, gsize length, GError **error)
{
  if (put (stdout, text, length) || errno == EPIPE)
    return TRUE;
  return fail (NULL, errno, error);
}

/* A rename would put a plain file in the place of a pipe or a device. */
static gboolean
write_special (const char *path, const char *text, gsize length, GError **error)
{
  FILE *file = g_fopen (path, "we");
  int code = file != NULL ? put_and_close (file, text, length, FALSE) : errno;

  return code == 0 || code == EPIPE || fail (path, code, error);
}

/* Holds back signals that would end the program, so that no part of a file is left. */
static void
hold_signals (sigset_t *before)
{
  sigset_t held;

  sigemptyset (&held);
  sigaddset (&held, SIGINT);
  sigaddset (&held, SIGTERM);
  sigaddset (&held, SIGHUP);
  (void) pthread_sigmask (SIG_BLOCK, &held, before);
}

/* Puts a new file, with the permissions of the old one if there is one, in its place. */
static gboolean
replace (const char *path, const char *text, gsize length, GError **error)
{
  GStatBuf old;
  gboolean exists = g_stat (path, &old) == 0;
  int mode = exists ? (int) (old.st_mode & 0777) : 0666;
  g_autoptr(GError) cause = NULL;

  if (!g_file_set_contents_full (path, text, (gssize) length,
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, mode,
                                 &cause))
    {
      g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_IO, "cannot write the result: %s",
                   cause->message);
      return FALSE;
    }

  /* The umask has narrowed them. */
  return !exists || g_chmod (path, mode) == 0 || fail (path, errno, error);
}

/* A link stays, and what it leads to is replaced. One that leads to no file is refused: to
 * replace it would lose the link, and to write through it could leave a part. */
static gboolean
write_file (const char *path, const char *text, gsize length, GError **error)
{
  g_autofree char *target = realpath (path, NULL);
  gboolean written = FALSE;
  sigset_t before;

  if (target == NULL && g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    {
      g_autofree char *name = g_filename_display_name (path);

      g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_IO,
                   "cannot write the result to %s: it is a link that leads to no file", name);
      return FALSE;
    }
  hold_signals (&before);
  written = replace (target != NULL ? target : path, text, length, error);
  (void) pthread_sigmask (SIG_SETMASK, &before, NULL);
  return written;
}

gboolean
parley_output_write (const char *path, const char *text, gsize length, GError **error)
{
  if (path == NULL)
    return write_stdout (text, length, error);
  if (g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return write_special (path, text, length, error);
  return write_file (path, text, length, error);
}

gboolean
parley_output_replaces (const char *path, const char *input)
{
  GStatBuf a, b;

  return g_stat (path, &a) == 0 && g_stat (input, &b) == 0 && S_ISREG (a.st_mode)
         && a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

/* Gives the file @from the name @path as well, or instead, if nothing has it. Returns: 0, or the
 * errno of what failed. */
static int
name_new (const char *from, const char *path)
{
  if (link (from, path) == 0)
    return 0;
  /* Some file systems, as of memory sticks, have no second names. */
  if (errno == EEXIST || g_file_test (path, G_FILE_TEST_EXISTS))
    return EEXIST;
  return rename (from, path) == 0 ? 0 : errno;
}

/* Writes a file of a new name beside it first, so that none of its own is ever there in part.
 * Returns: 0, or the errno of what failed. */
static int
create (const char *path, const char *text, gsize length)
{
  g_autofree char *beside = g_strconcat (path, ".XXXXXX", NULL);
  int number = -1;
  int code = EEXIST;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return code;
  number = g_mkstemp_full (beside, O_WRONLY | O_CLOEXEC, 0666);
  if (number < 0)
    return errno;
  code = put_and_close (fdopen (number, "w"), text, length, TRUE);
  if (code == 0)
    code = name_new (beside, path);
  g_unlink (beside);
  return code;
}

gboolean
parley_output_create (const char *path, const char *text, gsize length, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);
  sigset_t before;
  int code = 0;

  hold_signals (&before);
  code = create (path, text, length);
  (void) pthread_sigmask (SIG_SETMASK, &before, NULL);
  if (code == EEXIST)
    {
      g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_INPUT,
                   "%s exists already and is left as it is", name);
      return FALSE;
    }

  return code == 0 || fail (path, code, error);
}

static guint
terminal_width (void)
{
  const char *columns = g_getenv ("COLUMNS");
  struct winsize size;
  guint64 width;

  if (columns != NULL && g_ascii_string_to_unsigned (columns, 10, 1, G_MAXUINT, &width, NULL))
    return (guint) width;
  if (ioctl (STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
    return size.ws_col;
  return PARLEY_PAGE_USUAL;
}

guint
parley_output_width (const char *path)
{
  if (path != NULL || !isatty (STDOUT_FILENO))
    return PARLEY_PAGE_USUAL;
  return CLAMP (terminal_width (), PARLEY_PAGE_NARROWEST, PARLEY_PAGE_WIDEST);
}
