/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/robust.h"
#include "cli/options.h"
#include "scenario/load.h"

/**
 * ParleyRobustFile:
 *
 * Where `parley robust` keeps chunks of draws that are done, when --output names a database: killed
 * at any moment, the same command goes on from there. Of several processes the first has it.
 */
typedef struct _ParleyRobustFile ParleyRobustFile;

/* Opens the file that --output names, or makes it. @rules: what --constrain said. Errors: those of
 * the store (run_store.h). Returns: (transfer full). */
ParleyRobustFile *parley_robust_file_open (const ParleyOptions *options,
                                           const ParleyLoaded  *loaded,
                                           const ParleyRobust  *robust,
                                           const char          *rules,
                                           GError             **error);

void parley_robust_file_close (ParleyRobustFile *self);

/* For parley_robust_run (). */
ParleyRobustStore parley_robust_file_store (ParleyRobustFile *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyRobustFile, parley_robust_file_close)
