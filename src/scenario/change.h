/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scenario/node.h"

typedef enum
{
  PARLEY_CHANGE_OVERLAY, /* argument: the path of an overlay file */
  PARLEY_CHANGE_SET,     /* "PATH=VALUE" */
  PARLEY_CHANGE_USE,     /* "PARTY=MODEL FILE" */
  PARLEY_CHANGE_CASE,    /* the id of one of the scenario's cases */
  PARLEY_CHANGE_VARY,    /* the same as SET, and called --vary in messages */
  PARLEY_CHANGE_PATCH    /* the text of an overlay */
} ParleyChangeKind;

/* Something the user changes about a scenario, in command-line order. */
typedef struct
{
  ParleyChangeKind  kind;
  char             *argument;
  char             *name; /* what messages call the text of a PATCH; else NULL */
} ParleyChange;

ParleyChange *parley_change_new       (ParleyChangeKind kind, const char *argument);
ParleyChange *parley_change_new_patch (const char *name, const char *text);
ParleyChange *parley_change_copy      (const ParleyChange *self);
void          parley_change_free      (ParleyChange *self);

/* The overlays that @changes stand for, in their order; what cannot be read adds
 * a problem and is left out. The cases are those of @scenario. @files (of char*) gets the
 * paths of what is read.
 * Returns: (transfer full): of ParleyNode, all of them objects. */
GPtrArray *parley_changes_read (GPtrArray        *changes,
                                const ParleyNode *scenario,
                                GPtrArray        *files,
                                ParleyProblems   *problems);
