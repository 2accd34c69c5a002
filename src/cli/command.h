/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/options.h"

/* Exit statuses; docs and manual promise them. */
typedef enum
{
  PARLEY_EXIT_DONE = 0,
  PARLEY_EXIT_NO = 1,    /* done, and the answer is no */
  PARLEY_EXIT_USAGE = 2, /* the input or the usage is wrong */
  PARLEY_EXIT_FAILED = 3 /* the machine failed: a file, memory */
} ParleyExit;

/**
 * ParleyCommand:
 *
 * One subcommand. Help, completion and the checks that the documentation is
 * complete all derive from the table of these.
 */
struct _ParleyCommand
{
  const char *name;
  const char *arguments; /* as the usage line shows them: "FILE..." */
  const char *summary;   /* one line, in lower case, without a full stop */
  const char *details;   /* what else its help says, below the options; NULL: nothing */

  /* For completion: what the first argument may be (NULL: it is a file), what a PART is among the
   * values of options, and whether its files are another program's, of any name. */
  const char *const *words;
  const char *const *parts;
  gboolean           foreign;

  guint min_arguments;
  guint max_arguments;

  ParleyTakes         takes;
  const GOptionEntry *entries; /* its own options; NULL when it has none */
  const GOptionEntry *shared;  /* those that it has with a few others; NULL when it has none */

  gboolean divides; /* several processes can share its work (parley-mpi) */

  /* (nullable): whether the command itself writes to the file that --output names, so that its
   * result goes to stdout. */
  gboolean (*writes_output) (const char *output);

  /* Appends to @result what is to be written to stdout or --output. What went
   * wrong has been said on stderr when the status is USAGE or FAILED. */
  ParleyExit (*run) (const ParleyOptions *options, GString *result);
};

/* Every command, NULL-terminated, in the order in which the help shows them. */
extern const ParleyCommand *const parley_commands[];

extern const ParleyCommand parley_cmd_amend;
extern const ParleyCommand parley_cmd_backtest;
extern const ParleyCommand parley_cmd_brief;
extern const ParleyCommand parley_cmd_check;
extern const ParleyCommand parley_cmd_compare;
extern const ParleyCommand parley_cmd_concede;
extern const ParleyCommand parley_cmd_deals;
extern const ParleyCommand parley_cmd_divide;
extern const ParleyCommand parley_cmd_explain;
extern const ParleyCommand parley_cmd_export;
extern const ParleyCommand parley_cmd_history;
extern const ParleyCommand parley_cmd_import;
extern const ParleyCommand parley_cmd_infer;
extern const ParleyCommand parley_cmd_init;
extern const ParleyCommand parley_cmd_offers;
extern const ParleyCommand parley_cmd_plot;
extern const ParleyCommand parley_cmd_predict;
extern const ParleyCommand parley_cmd_robust;
extern const ParleyCommand parley_cmd_schema;
extern const ParleyCommand parley_cmd_score;
extern const ParleyCommand parley_cmd_sensitivity;
extern const ParleyCommand parley_cmd_serve;
extern const ParleyCommand parley_cmd_sweep;
extern const ParleyCommand parley_cmd_trades;
extern const ParleyCommand parley_cmd_value;
extern const ParleyCommand parley_cmd_whatif;

/* Returns: (transfer none) (nullable). */
const ParleyCommand *parley_command_find (const char *name);

/* What goes behind the refusal of @name: "; did you mean \"check\"?", or "".
 * Returns: (transfer full). */
char *parley_command_suggest (const char *name);
