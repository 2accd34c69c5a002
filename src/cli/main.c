/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <fcntl.h>
#include <unistd.h>

#include "cli/program.h"

/* Who closes stdin, stdout or stderr would have what is opened first in its place, and messages
 * written into that. What is only read refuses to be written to, as a closed one does. */
static void
occupy_closed (void)
{
  int fd = -1;

  do
    fd = open ("/dev/null", O_RDONLY | O_CLOEXEC);
  while (fd >= 0 && fd <= STDERR_FILENO);
  if (fd >= 0)
    close (fd);
}

int
main (int argc, char **argv)
{
  occupy_closed ();
  return parley_program_run (argc, argv, NULL);
}
