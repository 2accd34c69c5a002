/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "web/child.h"

#include <errno.h>
#include <fcntl.h>
#include <glib-unix.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

#include "base/error.h"
#include "cli/heap.h"

/* Where the system does not list descriptors, there are no higher ones. */
#define MOST_DESCRIPTORS 4096

/* All descriptors from 3 on but @kept. */
static GArray *
list_descriptors (int kept)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr(GDir) folder = g_dir_open ("/proc/self/fd", 0, NULL);
  const char *name = NULL;

  if (folder == NULL)
    for (int fd = 3; fd < MOST_DESCRIPTORS; fd++)
      g_array_append_val (list, fd);
  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      int fd = (int) g_ascii_strtoll (name, NULL, 10);

      g_array_append_val (list, fd);
    }
  for (guint i = list->len; i-- > 0;)
    if (g_array_index (list, int, i) < 3 || g_array_index (list, int, i) == kept)
      g_array_remove_index_fast (list, i);
  return list;
}

/* A client learns that its connection is closed only when no process has it open any more. */
static void
let_go (int kept)
{
  g_autoptr(GArray) others = list_descriptors (kept);
  int nothing = -1;

  for (guint i = 0; i < others->len; i++)
    close (g_array_index (others, int, i));
  /* Only now: the list names the descriptor of the folder that it was read from, too. */
  nothing = open ("/dev/null", O_RDWR);
  if (nothing < 0)
    return;
  dup2 (nothing, STDIN_FILENO);
  dup2 (nothing, STDOUT_FILENO);
  if (nothing > STDERR_FILENO)
    close (nothing);
}

static void
write_all (int fd, const GByteArray *bytes)
{
  for (gsize n = 0; n < bytes->len;)
    {
      gssize written = write (fd, bytes->data + n, bytes->len - n);

      if (written < 0 && errno != EINTR)
        return;
      n += written < 0 ? 0 : (gsize) written;
    }
}

/* @parent: the process that it must not outlive. */
static G_GNUC_NORETURN void
be_child (pid_t parent, int fd, ParleyChildWork work, gpointer data)
{
  GByteArray *bytes = g_byte_array_new ();

  setpgid (0, 0);
  signal (SIGINT, SIG_DFL);
  signal (SIGTERM, SIG_DFL);
  signal (SIGHUP, SIG_DFL);
#ifdef __linux__
  prctl (PR_SET_PDEATHSIG, SIGKILL);
#endif
  if (getppid () != parent)
    _exit (1);
  let_go (fd);
  parley_heap_own ();
  work (data, bytes);
  write_all (fd, bytes);
  /* The system would do so only when it has taken back all memory. */
  close (fd);
  _exit (0);
}

pid_t
parley_child_start (ParleyChildWork work, gpointer data, int *fd, GError **error)
{
  int ends[2] = { -1, -1 };
  pid_t parent = getpid ();
  pid_t pid = -1;

  if (g_unix_open_pipe (ends, FD_CLOEXEC, NULL))
    pid = fork ();
  if (pid == 0)
    be_child (parent, ends[1], work, data);
  if (pid < 0)
    g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_MEMORY, "no process can be started: %s",
                 g_strerror (errno));
  if (ends[1] >= 0)
    close (ends[1]);
  if (pid < 0 && ends[0] >= 0)
    close (ends[0]);
  if (pid < 0)
    return -1;
  /* The child does it as well: whoever comes first. */
  setpgid (pid, pid);
  g_unix_set_fd_nonblocking (ends[0], TRUE, NULL);
  *fd = ends[0];
  return pid;
}

void
parley_child_end (pid_t pid)
{
  kill (-pid, SIGKILL);
  kill (pid, SIGKILL);
}

gboolean
parley_child_bury (pid_t pid, gboolean waits)
{
  pid_t buried = 0;

  do
    buried = waitpid (pid, NULL, waits ? 0 : WNOHANG);
  while (buried < 0 && errno == EINTR);
  return buried != 0;
}
