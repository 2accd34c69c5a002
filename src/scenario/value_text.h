/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gmp.h>

#include "scenario/node.h"

/* What stands at @self as --set takes it: "45", "binding", "[\"none\",\"vague\"]".
 * Returns: (transfer full). */
char *parley_node_to_setting (const ParleyNode *self);

/* The same for people: "45 (believed 41-50)", "none or vague", the title of what has one; long
 * texts are cut. Returns: (transfer full). */
char *parley_node_to_words (const ParleyNode *self);

/* Whether @self is a number, as such or as a fraction in a string. Sets @number, initialised. */
gboolean parley_node_get_number (const ParleyNode *self, mpq_ptr number);
gboolean parley_node_is_number  (const ParleyNode *self);

/* Whether @self is an input: a number, or an object with a "value" that is one. */
gboolean parley_node_is_input (const ParleyNode *self);

/* The part @key of an input, "value", "low" or "high": an end that is not said is the value.
 * Sets @number, initialised. */
void parley_node_get_input (const ParleyNode *self, const char *key, mpq_ptr number);
