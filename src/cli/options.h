/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/parallel.h"

typedef struct _ParleyCommand ParleyCommand;
typedef struct _ParleyServing ParleyServing;

typedef enum
{
  PARLEY_FORMAT_TEXT,
  PARLEY_FORMAT_MARKDOWN,
  PARLEY_FORMAT_CSV,
  PARLEY_FORMAT_JSON
} ParleyFormat;

/* The common options that a command takes; --help goes with all of them. */
typedef enum
{
  PARLEY_TAKES_FORMAT = 1 << 0, /* --format, all of them */
  PARLEY_TAKES_JSON = 1 << 1,   /* --format, only text and json */
  PARLEY_TAKES_OUTPUT = 1 << 2, /* --output */
  PARLEY_TAKES_CHANGES = 1 << 3, /* --case, --overlay, --set and --use */
  PARLEY_TAKES_QUIET = 1 << 4,
  PARLEY_TAKES_EXACT = 1 << 5,
  PARLEY_TAKES_TIES = 1 << 6,
  PARLEY_TAKES_TOP = 1 << 7,
  PARLEY_TAKES_THREADS = 1 << 8,
  PARLEY_TAKES_MEMORY = 1 << 9,
  PARLEY_TAKES_QUESTIONS = 1 << 10 /* --top, of questions; -n is for draws there */
} ParleyTakes;

/**
 * ParleyOptions:
 *
 * What the user asked of a command, apart from the command's own options.
 */
typedef struct
{
  char       **arguments; /* NULL-terminated, as many as the command wants */
  ParleyFormat format;
  char        *output;    /* the path to write to; NULL: stdout */
  GPtrArray   *changes;   /* of ParleyChange, in command-line order */
  gboolean     quiet;
  gboolean     exact;
  guint        ties;
  guint        top;
  guint        threads;
  gsize        memory; /* in bytes */
  const ParleyFleet *fleet; /* (nullable) borrowed: who else does the same */
  const ParleyServing *serving; /* (nullable) borrowed: who asks, when it is no command line */
  gboolean     help; /* nothing else was looked at */
} ParleyOptions;

/* @argv is NULL-terminated and begins with the command's name. @fleet: (nullable): processes that
 * share a machine share its processors, unless --threads says otherwise. */
ParleyOptions *parley_options_parse (const ParleyCommand *command,
                                     char               **argv,
                                     const ParleyFleet   *fleet,
                                     GError             **error);

void parley_options_free (ParleyOptions *self);

/* What `parley COMMAND --help` says. Returns: (transfer full). */
char *parley_options_help (const ParleyCommand *command);

/* All options of @command, for what lists them: their arg_data is NULL. Returns: (transfer full)
 * (element-type GOptionEntry). */
GArray *parley_options_entries (const ParleyCommand *command);

/* "--format", "--output" …: all long options of @command, for suggestions and
 * completion. Returns: (transfer full): NULL-terminated. */
char **parley_options_names (const ParleyCommand *command);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyOptions, parley_options_free)
