/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/program.h"

int
main (int argc, char **argv)
{
  return parley_program_run (argc, argv, NULL);
}
