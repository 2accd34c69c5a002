/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/command.h"

/* All that `parley` does, and with @fleet (nullable) its part of what `parley-mpi` does: of several
 * processes the first alone writes results; each says what goes wrong with it. */
ParleyExit parley_program_run (int argc, char **argv, const ParleyFleet *fleet);
