/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/pandoc.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/error.h"
#include "base/escape.h"
#include "report/docx.h"

#define PATIENCE ((gint64) 60 * G_USEC_PER_SEC)
#define PAUSE 4000 /* microseconds between two looks at it */

/* ZIP has no earlier day. */
#define FIRST_SECOND 315532800

/* Where pandoc finds the file with the styles. */
#define REFERENCE_FD 3
#define REFERENCE_OPTION "--reference-doc=/dev/fd/3"

/* Files without a name, so that none is left behind however the program ends. */
typedef struct
{
  int input;
  int output;
  int messages;
  int reference;
} Files;

static gboolean
fail (GError **error, const char *what)
{
  g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_IO, "cannot make the DOCX: %s", what);
  return FALSE;
}

/* Returns: -1 with an error. */
static int
open_file (const char *data, gsize length, GError **error)
{
  g_autofree char *name = NULL;
  g_autoptr(GError) cause = NULL;
  int file = g_file_open_tmp ("parley-XXXXXX", &name, &cause);

  if (file < 0)
    {
      fail (error, cause->message);
      return -1;
    }
  g_unlink (name);
  (void) fcntl (file, F_SETFD, FD_CLOEXEC);
  while (length > 0)
    {
      gssize written = write (file, data, length);

      if (written < 0)
        {
          fail (error, g_strerror (errno));
          close (file);
          return -1;
        }
      data += written;
      length -= (gsize) written;
    }
  (void) lseek (file, 0, SEEK_SET);
  return file;
}

static gboolean
read_file (int file, GString *out, GError **error)
{
  char buffer[65536];
  gssize length = 0;

  (void) lseek (file, 0, SEEK_SET);
  while ((length = read (file, buffer, sizeof buffer)) > 0)
    g_string_append_len (out, buffer, length);
  return length == 0 || fail (error, g_strerror (errno));
}

static void
close_files (const Files *files)
{
  const int all[] = { files->input, files->output, files->messages, files->reference };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (all[i] >= 0)
      close (all[i]);
}

static gboolean
open_files (const ParleyDocument *document, Files *files, GError **error)
{
  g_autofree char *html = parley_document_to_pandoc (document, error);
  g_autoptr(GBytes) reference = NULL;

  if (html == NULL)
    return FALSE;
  reference = parley_docx_reference (&document->imprint);
  files->input = open_file (html, strlen (html), error);
  if (files->input >= 0)
    files->output = open_file ("", 0, error);
  if (files->output >= 0)
    files->messages = open_file ("", 0, error);
  if (files->messages >= 0)
    files->reference
        = open_file (g_bytes_get_data (reference, NULL), g_bytes_get_size (reference), error);
  return files->reference >= 0;
}

static char **
make_environment (const ParleyImprint *imprint)
{
  gint64 time = MAX (imprint->time, FIRST_SECOND);
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, time);
  char **environment = g_get_environ ();

  environment = g_environ_setenv (environment, "SOURCE_DATE_EPOCH", text, TRUE);
  environment = g_environ_setenv (environment, "LC_ALL", "C.UTF-8", TRUE);
  return environment;
}

static gboolean
start (const char *program,
       const ParleyImprint *imprint,
       const Files *files,
       GPid *pid,
       GError **error)
{
  const char *const arguments[]
      = { program,          "--from=html", "--to=docx", "--standalone", "--data-dir=/dev/null",
          REFERENCE_OPTION, "--output=-",  NULL };
  g_auto(GStrv) environment = make_environment (imprint);
  const int source = files->reference;
  const int target = REFERENCE_FD;
  g_autoptr(GError) cause = NULL;

  return g_spawn_async_with_pipes_and_fds (NULL, arguments, (const char *const *) environment,
                                           G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, files->input,
                                           files->output, files->messages, &source, &target, 1, pid,
                                           NULL, NULL, NULL, &cause)
         || fail (error, cause->message);
}

/* Returns: FALSE when it had to be stopped. */
static gboolean
wait_for (GPid pid, int *status)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;

  while (waitpid (pid, status, WNOHANG) == 0)
    {
      if (g_get_monotonic_time () > end)
        {
          kill (pid, SIGKILL);
          (void) waitpid (pid, status, 0);
          return FALSE;
        }
      g_usleep (PAUSE);
    }
  return TRUE;
}

/* With what pandoc said, in one line. */
static gboolean
fail_with_messages (const Files *files, GError **error)
{
  GString *said = g_string_new (NULL);
  g_autofree char *shown = NULL;
  g_autofree char *what = NULL;

  if (read_file (files->messages, said, NULL))
    g_strdelimit (g_strstrip (said->str), "\n\r\t", ' ');
  shown = parley_escape_controls (said->str);
  what = g_strdup_printf ("pandoc failed%s%s", *shown != '\0' ? ": " : "", shown);
  g_string_free (said, TRUE);
  return fail (error, what);
}

static gboolean
convert (const char *program, const ParleyDocument *document, const Files *files, GError **error)
{
  GPid pid = 0;
  int status = 0;

  if (!start (program, &document->imprint, files, &pid, error))
    return FALSE;
  if (!wait_for (pid, &status))
    return fail (error, "pandoc did not come to an end within a minute");
  return (WIFEXITED (status) && WEXITSTATUS (status) == 0) || fail_with_messages (files, error);
}

gboolean
parley_pandoc_to_docx (const ParleyDocument *document, GString *out, GError **error)
{
  g_autofree char *program = g_find_program_in_path ("pandoc");
  Files files = { -1, -1, -1, -1 };
  gsize before = out->len;
  gboolean is_done = FALSE;

  if (program == NULL)
    return fail (error, "it takes the program pandoc, which is not there; on Debian and Ubuntu: "
                        "apt install pandoc");
  is_done = open_files (document, &files, error) && convert (program, document, &files, error)
            && read_file (files.output, out, error);
  close_files (&files);
  if (!is_done)
    g_string_truncate (out, before);
  return is_done;
}
