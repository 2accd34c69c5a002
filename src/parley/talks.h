/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "parley/plain.h"

PARLEY_API_BEGIN

/* Something that was noticed while a scenario was read. Texts are UTF-8, here as everywhere, but
 * for names of files. */
typedef struct
{
  bool         is_error;   /* else a warning */
  const char  *code;       /* a word for programs: "unknown-option" (docs/refusals.md) */
  const char  *file;       /* as it was given, or the setting in which it is */
  unsigned int line;       /* from 1; 0: the whole file */
  unsigned int column;     /* from 1, in characters; 0: the whole line */
  const char  *pointer;    /* RFC 6901, in that file */
  const char  *message;    /* a sentence without the full stop */
  const char  *found;      /* NULL when it would say nothing */
  const char  *expected;   /* likewise */
  const char  *suggestion; /* what was probably meant, likewise */
  const char  *text;       /* all of this in one line, as the program prints it */
} ParleyTalksProblem;

typedef struct
{
  const char  *id;
  const char  *title;
  const char  *role;        /* "party", "ratifier" or "affected" */
  bool         decides;     /* no deal without it */
  ParleyAmount reservation; /* the score from which on it accepts, as of the scenario's date */
} ParleyTalksParty;

typedef struct
{
  const char        *id;
  const char        *title;
  const char        *unit;      /* NULL when none */
  const char        *kind;      /* "choice", "range" or "derived", which is not negotiated */
  size_t             n_options;
  const char *const *options;   /* ids of a choice, values that a search tries of a range */
} ParleyTalksIssue;

typedef struct
{
  const char *id;
  const char *title;
  const char *date; /* YYYY-MM-DD; NULL when not said */
} ParleyTalksDraft;

/**
 * ParleyTalks:
 *
 * A scenario that was read: who negotiates what. Nothing of it ever changes, so threads may share
 * it. All pointers are valid until it is freed. Structures may get more members at their end in
 * later versions: they are the library's to make, never yours.
 */
typedef struct
{
  ParleyStatus                     status; /* DONE; else there are only problems */
  size_t                           n_problems;
  const ParleyTalksProblem *const *problems; /* by file and line */
  const char                      *title;
  const char                      *as_of; /* YYYY-MM-DD; NULL when not said */
  size_t                           n_parties;
  const ParleyTalksParty *const   *parties; /* in file order, as all lists */
  size_t                           n_issues;
  const ParleyTalksIssue *const   *issues;
  size_t                           n_drafts;
  const ParleyTalksDraft *const   *drafts;
} ParleyTalks;

/**
 * parley_talks_open:
 * @path: of a scenario file
 * @changes: NULL, or a list that ends with NULL of what is changed, in this order, each
 *   as the program takes it: "--set=PATH=VALUE", "--overlay=FILE", "--use=PARTY=FILE",
 *   "--case=ID"; or "--patch=JSON", the text of an overlay
 *
 * Reads a scenario with its models and checks it. All problems are reported, not just the first.
 * Cost: some milliseconds, for 100 kB.
 *
 * Returns: never NULL; look at its status. To be freed with parley_talks_free ().
 */
PARLEY_API ParleyTalks *parley_talks_open (const char *path, const char *const *changes);

/**
 * parley_talks_read:
 * @name: what problems call the text; paths in it start from the current folder
 * @text: @length bytes of JSON
 *
 * The same from memory.
 */
PARLEY_API ParleyTalks *parley_talks_read (const char        *name,
                                           const char        *text,
                                           size_t             length,
                                           const char *const *changes);

/**
 * parley_talks_change:
 *
 * The scenario of @talks as it is in its file, with @changes instead of those that @talks has.
 * Files that were read are not read again, so this is the way to vary a number. Not for several
 * threads at once: each opens talks of its own.
 *
 * Returns: as parley_talks_open (); it may outlive @talks.
 */
PARLEY_API ParleyTalks *parley_talks_change (const ParleyTalks *talks, const char *const *changes);

/* NULL is left alone. */
PARLEY_API void parley_talks_free (ParleyTalks *talks);

PARLEY_API_END
