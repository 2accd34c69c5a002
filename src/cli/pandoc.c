/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/pandoc.h"

#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/error.h"
#include "base/escape.h"
#include "base/scratch.h"
#include "report/docx.h"

#define PATIENCE ((gint64) 60 * G_USEC_PER_SEC)
#define PAUSE 4000 /* microseconds between two looks at it */

/* ZIP has no earlier day. */
#define FIRST_SECOND 315532800

/* Where pandoc finds the file with the styles, then the filter, and then pictures. */
#define OTHERS_FD 3
#define PICTURES_FD 5
#define FILTER_OPTION "--lua-filter=/dev/fd/4"
#define REFERENCE_OPTION "--reference-doc=/dev/fd/3"

/* Tells pandoc what pictures are, which it knows by the endings of their names alone. */
static const char filter[] = "function Image (image)\n"
                             "  local name = image.src:gsub ('.*/', 'chart-', 1)\n"
                             "  local file = assert (io.open (image.src, 'rb'))\n"
                             "  pandoc.mediabag.insert (name, 'image/png', file:read ('a'))\n"
                             "  file:close ()\n"
                             "  image.src = name\n"
                             "  return image\n"
                             "end\n";

/* Of base/scratch.h. */
typedef struct
{
  int input;
  int output;
  int messages;
  GArray *others; /* of int: what pandoc finds from OTHERS_FD on */
} Files;

static gboolean
fail (GError **error, const char *what)
{
  g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_IO, "cannot make the DOCX: %s", what);
  return FALSE;
}

static void
close_file (int file)
{
  if (file >= 0)
    close (file);
}

static void
close_files (const Files *files)
{
  close_file (files->input);
  close_file (files->output);
  close_file (files->messages);
  for (guint i = 0; i < files->others->len; i++)
    close_file (g_array_index (files->others, int, i));
  g_array_unref (files->others);
}

static gboolean
add_other (Files *files, GBytes *bytes, GError **error)
{
  gsize length = 0;
  const char *data = g_bytes_get_data (bytes, &length);
  int file = parley_scratch_open (data, length, error);

  g_array_append_val (files->others, file);
  return file >= 0;
}

static gboolean
open_others (const ParleyDocument *document, GPtrArray *pictures, Files *files, GError **error)
{
  g_autoptr(GBytes) reference = parley_docx_reference (&document->imprint);
  g_autoptr(GBytes) script = g_bytes_new_static (filter, strlen (filter));
  gboolean is_done = add_other (files, reference, error) && add_other (files, script, error);

  for (guint i = 0; i < pictures->len && is_done; i++)
    is_done = add_other (files, g_ptr_array_index (pictures, i), error);
  return is_done;
}

static gboolean
open_files (const ParleyDocument *document, Files *files, GError **error)
{
  g_autoptr(GPtrArray) pictures = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autofree char *html = parley_document_to_pandoc (document, PICTURES_FD, pictures, error);

  if (html == NULL)
    return FALSE;
  files->input = parley_scratch_open (html, strlen (html), error);
  if (files->input >= 0)
    files->output = parley_scratch_open ("", 0, error);
  if (files->output >= 0)
    files->messages = parley_scratch_open ("", 0, error);
  return files->messages >= 0 && open_others (document, pictures, files, error);
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
  const char *const arguments[] = { program,        "--from=html",          "--to=docx",
                                    "--standalone", "--data-dir=/dev/null", REFERENCE_OPTION,
                                    FILTER_OPTION,  "--output=-",           NULL };
  g_auto(GStrv) environment = make_environment (imprint);
  g_autofree int *targets = g_new (int, files->others->len);
  g_autoptr(GError) cause = NULL;

  for (guint i = 0; i < files->others->len; i++)
    targets[i] = OTHERS_FD + (int) i;
  /* Who started Parley may ignore how children end, which is handed on, and then nobody is told. */
  (void) signal (SIGCHLD, SIG_DFL);
  return g_spawn_async_with_pipes_and_fds (NULL, arguments, (const char *const *) environment,
                                           G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, files->input,
                                           files->output, files->messages,
                                           (const int *) (gpointer) files->others->data, targets,
                                           files->others->len, pid, NULL, NULL, NULL, &cause)
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

  if (parley_scratch_read (files->messages, said, NULL))
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

static gboolean
read_result (const Files *files, GString *out, GError **error)
{
  gsize before = out->len;

  return parley_scratch_read (files->output, out, error)
         && (out->len > before || fail (error, "pandoc wrote nothing"));
}

gboolean
parley_pandoc_to_docx (const ParleyDocument *document, GString *out, GError **error)
{
  g_autofree char *program = g_find_program_in_path ("pandoc");
  Files files = { -1, -1, -1, NULL };
  gsize before = out->len;
  gboolean is_done = FALSE;

  if (program == NULL)
    return fail (error, "it takes the program pandoc, which is not there; on Debian and Ubuntu: "
                        "apt install pandoc");
  files.others = g_array_new (FALSE, FALSE, sizeof (int));
  is_done = open_files (document, &files, error) && convert (program, document, &files, error)
            && read_result (&files, out, error);
  close_files (&files);
  if (!is_done)
    g_string_truncate (out, before);
  return is_done;
}
