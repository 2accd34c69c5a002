/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scenario/compose.h"

/* The overlays that @changes stand for, in their order; what cannot be read adds
 * a problem and is left out. The cases are those of @scenario. @files (of char*) gets the
 * paths of what is read.
 * Returns: (transfer full): of ParleyNode, all of them objects. */
GPtrArray *parley_changes_read (GPtrArray        *changes,
                                const ParleyNode *scenario,
                                GPtrArray        *files,
                                ParleyProblems   *problems);
