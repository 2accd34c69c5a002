/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/scenario.h"
#include "scenario/compose.h"

/**
 * ParleyLoaded:
 *
 * A scenario with what was noticed while reading it.
 */
typedef struct
{
  ParleyScenario *scenario; /* NULL when there are errors */
  ParleyProblems *problems;
  GPtrArray      *origins;  /* of ParleyNode: what a ParleyOrigin is an index into */
  ParleyText     *text;     /* what was read */
  ParleyWritten  *written;  /* the same as a tree; NULL when it cannot be read */
  ParleyNode     *tree;     /* what it comes to with models and changes, each "use" included, for
                           * parley_nodes_differ (); NULL when nothing could be read */
  GPtrArray      *files;    /* of char*: paths of the models and overlays read beside it */
  gboolean        is_model; /* a model file by itself: its issues are only inferred, so
                           * it can be checked but not scored */
} ParleyLoaded;

/**
 * parley_load:
 * @changes: (element-type ParleyChange) (nullable)
 *
 * Reads, composes and checks a scenario; reports every problem it has.
 *
 * Returns: (transfer full): NULL with @error set only when the file itself
 * cannot be read.
 */
ParleyLoaded *parley_load (const char *path, GPtrArray *changes, GError **error);

/* The same from a text in memory: tests, fuzzers and pages need no file. */
ParleyLoaded *parley_load_text (ParleyText *text, GPtrArray *changes);

void parley_loaded_free (ParleyLoaded *self);

/* Adds a problem (in practice a warning) that an analysis found, at the place
 * where the thing it is about was written. @message is a printf format. */
ParleyProblem *parley_loaded_add_problem (ParleyLoaded      *self,
                                          ParleyProblemCode  code,
                                          ParleyOrigin       origin,
                                          const char        *message,
                                          ...) G_GNUC_PRINTF (4, 5);

/* The scenario of @self with other @changes (nullable) instead of its own; files that @self has
 * read are not read again. Of a text that is no JSON the same is said. Returns: (transfer full). */
ParleyLoaded *parley_loaded_with (const ParleyLoaded *self, GPtrArray *changes);

/* The same with the case @id alone. Problems say in which case they are. */
ParleyLoaded *parley_loaded_with_case (const ParleyLoaded *self, const char *id);

/* Applies each case of a scenario that has no errors itself and was loaded without
 * changes, and adds the problems that show only then: errors, and nulls that remove
 * nothing. */
void parley_loaded_check_cases (ParleyLoaded *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyLoaded, parley_loaded_free)
