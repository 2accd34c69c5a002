/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/difference.h"
#include "scenario/node.h"

/**
 * parley_nodes_differ:
 *
 * What @after says otherwise than @before: first which models parties use, then the rest in the
 * order of @before, what is new in a part behind it, and last what no figure follows from. Things
 * in lists are told apart by their ids; lists without ids are one value, as is an input with its
 * range, and what a draft's term is. Left out are notes, sources and whatever else says why and
 * changes no figure. 0.5, "1/2" and { "value": 0.5 } are the same.
 *
 * Cost: O(size) of what the two do not share. Returns: (transfer full) (element-type
 * ParleyDifference).
 */
GPtrArray *parley_nodes_differ (const ParleyNode *before, const ParleyNode *after);
