/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/command.h"
#include "scenario/load.h"

/**
 * parley_input_load:
 * @status: (out): set when NULL is returned
 *
 * Reads the scenario @path with the changes of @options. Its errors are
 * reported on stderr, each with its place; of warnings only the number is told,
 * as `parley check` lists them, and that not with --quiet.
 *
 * Returns: (transfer full): NULL when there is no scenario to go on with.
 */
ParleyLoaded *parley_input_load (const ParleyOptions *options,
                                 const char *path,
                                 ParleyExit *status);

/* Reports @error on stderr. Returns: the exit status that it means. */
ParleyExit parley_input_fail (const GError *error);

/* "2 errors, 1 warning", "no problems". Returns: (transfer full). */
char *parley_input_summary (guint n_errors, guint n_warnings);
