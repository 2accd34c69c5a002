/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scenario/node.h"

/**
 * parley_node_merge:
 *
 * Applies @patch to @target: JSON Merge Patch (RFC 7396), with three additions.
 * An array of objects with ids may be patched by an object keyed by id (null
 * removes one; a new one must carry its own "id", which then is the key). "*"
 * stands for all children of such an array or of an object. An object merged onto
 * a number or a fraction string sees { "value": number }, unless it has "is",
 * "min" or "max", as terms do. Values keep the place where they were written.
 *
 * A problem is added where the RFC would guess: for unknown ids, a "*" without
 * anything to stand for, a changed id, and a setting's path that leads into a
 * value without parts; a warning, for a null that removes nothing. The rest is
 * still merged. What "*" finds somewhere need not be everywhere.
 *
 * Returns: (transfer full): never NULL.
 */
ParleyNode *parley_node_merge (ParleyNode *target, ParleyNode *patch, ParleyProblems *problems);
