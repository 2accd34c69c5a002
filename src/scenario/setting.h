/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scenario/node.h"

/**
 * parley_node_from_path:
 * @path: "parties.us.reservation"
 * @offset: where @path stands in @text
 * @end: where it ends; when this is not as far as @path is long (because of
 *   escapes, say), every part counts as standing at @offset
 *
 * The overlay that puts @value at @path: one object inside the other.
 *
 * Returns: (transfer full): NULL when a part of the path is empty or there are
 * too many of them; a problem was added.
 */
ParleyNode *parley_node_from_path (const char     *path,
                                   ParleyText     *text,
                                   gsize           offset,
                                   gsize           end,
                                   ParleyNode     *value,
                                   ParleyProblems *problems);

/* The same from the parts of a path. */
ParleyNode *parley_node_from_parts (const char *const *parts,
                                    ParleyText        *text,
                                    gsize              offset,
                                    gsize              end,
                                    ParleyNode        *value);

/**
 * parley_node_from_setting:
 * @setting: "parties.us.reservation=40"
 *
 * The overlay that a setting stands for: nested objects with the value at the
 * end. The value is JSON when it reads as JSON, else a string. Nodes made from
 * the path point at their part of it in a text named @name (such as "--set
 * parties.us.reservation=40"), whose folder is the current one.
 *
 * Returns: (transfer full): NULL when there is no "=" or a part of the path is
 * empty; a problem was added.
 */
ParleyNode *parley_node_from_setting (const char     *setting,
                                      const char     *name,
                                      ParleyProblems *problems);
