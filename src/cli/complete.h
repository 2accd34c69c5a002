/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * parley_complete:
 * @rest: (NULL-terminated): what stands behind --completions
 *
 * Tells shells what can be typed. Without @rest, the commands: a line each with its name, what may
 * go first, and its options. Otherwise @rest is an index and the words behind "parley" as they have
 * been typed, and what can stand at that index is told, a line each:
 *
 *   WORD<tab>description         all of the word; one that ends with "=" or "." goes on
 *   <tab>json|any|folder<tab>X   the names of files, behind X, with which the word begins
 *
 * Whether what has been typed fits is for the shell to see. Drafts, issues, parties, cases and
 * paths are those of the scenario that the words name, before or behind the index, without the
 * changes that they ask for. Of what cannot be read nothing is told, and nothing is complained
 * about.
 */
void parley_complete (char **rest, GString *result);
