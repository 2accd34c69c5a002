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

/* The same without the changes, for commands that compare. */
ParleyLoaded *parley_input_load_unchanged (const ParleyOptions *options,
                                           const char *path,
                                           ParleyExit *status);

/* Reports the errors among @problems, found while @path was loaded. Returns: the exit status that
 * they mean. */
ParleyExit parley_input_refuse (const ParleyProblems *problems, const char *path);

/* Whether @output (nullable: stdout), which @option names, is the name of a file, and writing to it
 * leaves the file @input as it is; sets @error. */
gboolean parley_input_is_spared (const char *option,
                                 const char *output,
                                 const char *input,
                                 GError    **error);

/* The same of all files that @path and its changes took to load. */
gboolean parley_input_all_spared (const char         *option,
                                  const char         *output,
                                  const char         *path,
                                  const ParleyLoaded *loaded,
                                  GError            **error);

/* Reports @error on stderr. One of GOption, as all about options and arguments are, is told as that
 * of the command, which g_get_prgname () names, and with how to get its help; where that is NULL,
 * the one who asks has typed no command. Returns: the exit status that it means. */
ParleyExit parley_input_fail (const GError *error);

/* Reports @problems on stderr, without the warnings with --quiet. Sorts them. */
void parley_input_report (const ParleyOptions *options, ParleyProblems *problems);

/* "2 errors, 1 warning", "no problems". Returns: (transfer full). */
char *parley_input_summary (guint n_errors, guint n_warnings);
