/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scenario/node.h"

/**
 * ParleyModels:
 *
 * The model files that the parties of a scenario use, each read once.
 */
typedef struct
{
  ParleyProblems *problems;
  GPtrArray      *files; /* of char*: gets the paths of what is read */
  GHashTable     *nodes; /* path to ParleyNode; NULL for a file that is no model */
  GHashTable     *known; /* likewise, without those: what others have read before */
  gboolean        is_sealed;
} ParleyModels;

/* @known: (element-type utf8 ParleyNode): models that need not be read; gets those that are.
 * @is_sealed: no others are read: who asks for one must not reach the files of this machine. */
ParleyModels *parley_models_new  (ParleyProblems *problems,
                                 GPtrArray *files,
                                 GHashTable *known,
                                 gboolean is_sealed);
void          parley_models_free (ParleyModels *self);

/* The model at the path that @use is, relative to the folder of its text, without
 * the keys that a file needs and a party does not: "format", "$schema" and "id".
 * Returns: (transfer none) (nullable): NULL when it cannot be had. */
ParleyNode *parley_models_get (ParleyModels *self, const ParleyNode *use);

/* For @known. Returns: (transfer full). */
GHashTable *parley_models_table_new (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyModels, parley_models_free)
