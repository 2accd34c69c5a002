/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scenario/change.h"

/**
 * ParleyWritten:
 *
 * A scenario as it is written in its file, and the models that were read for it so far: what loads
 * of it with other changes share.
 */
typedef struct
{
  ParleyNode *scenario; /* an object */
  GHashTable *models;   /* models.h */
  gboolean    is_sealed; /* no other model is read */
  grefcount   refs;
} ParleyWritten;

/* Returns: (transfer full): NULL when nothing can be read (a syntax error, or no object at the top
 * of @text); then a problem was added. */
ParleyWritten *parley_written_new (ParleyText *text, ParleyProblems *problems);

ParleyWritten *parley_written_ref   (ParleyWritten *self);
void           parley_written_unref (ParleyWritten *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyWritten, parley_written_unref)

/**
 * parley_compose:
 * @changes: (element-type ParleyChange) (nullable): in the order in which they apply
 * @files: (element-type char*): gets the paths of the models and overlays that it takes
 * @with_uses: (out) (nullable): gets the same tree in which each "use" is left, for those who
 *   compare
 *
 * Joins a scenario, the models that its parties use, and the changes into one
 * tree, in the order that docs/format.md gives: what changes say of "use" first,
 * then the models, then what stands beside "use", then the rest. Paths are
 * relative to the file that says them (those of --use, --set and --overlay to
 * the current folder). In the result no party has a "use", but for one whose model
 * cannot be had: that is reported at the "use", and the rest can still be read.
 *
 * Returns: (transfer full).
 */
ParleyNode *parley_compose (const ParleyWritten *written,
                            GPtrArray           *changes,
                            GPtrArray           *files,
                            ParleyProblems      *problems,
                            ParleyNode         **with_uses);
