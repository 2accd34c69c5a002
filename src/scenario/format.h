/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* What docs/format.md says of scenario files, for those who read and those who write them. */

#define PARLEY_FORMAT_SCENARIO "parley/1"
#define PARLEY_FORMAT_MODEL    "parley-model/1"

/* How much there may be. */
#define PARLEY_MAX_ISSUES       1000
#define PARLEY_MAX_VALUES       10000   /* values or options of an issue */
#define PARLEY_MAX_ALL_VALUES \
  100000 /* of all issues: each takes some hundred bytes several times */
#define PARLEY_MAX_COMBINATIONS 1000000 /* of what a derived issue follows from */
#define PARLEY_MAX_PARTIES      60
#define PARLEY_MAX_OUTCOMES     1000 /* of a lottery: their exact sum grows with each */
#define PARLEY_MAX_RULES        1000 /* and red lines, and adjustments, of a party */
#define PARLEY_MAX_DRAFTS       1000
#define PARLEY_MAX_CASES        1000

/* Ids that have a meaning on the command line, and in conditions. NULL-terminated. */
extern const char *const parley_reserved_parties[];
extern const char *const parley_reserved_issues[];
