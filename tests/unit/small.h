/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <CUnit/CUnit.h>

#include "scenario/load.h"

/* Small scenarios and exact numbers, for the tests of what is computed from them. */

/* A scenario of these issues, parties and other keys (@more: "" or "'rules': [ … ]"),
 * in which single quotes stand for double ones. One with errors ends the program: the
 * test is wrong then, and has nothing to test. Returns: (transfer full). */
ParleyLoaded *parley_small_load (const char *issues, const char *parties, const char *more);

/* Issues "i0", "i1" … with options "o0", "o1" …, for parley_small_load (). Returns:
 * (transfer full). */
char *parley_small_choices (guint n_issues, guint n_options);

/* A scenario with one party, which values one range issue, from -100 to 100, by the function @json.
 */
ParleyLoaded *parley_small_valued (const char *json);

/* Sets @order to the @n issues as they stand in the file. */
void parley_small_file_order (guint *order, guint n);

/* The same in any order. */
void parley_small_shuffle (GRand *rand, guint *order, guint n);

/* The number that @text spells. Returns: (transfer full): free with parley_exact_free (). */
mpq_ptr parley_small_exact (const char *text);

/* Passes when @got is exactly the number that @want spells. */
#define PARLEY_EXPECT_EXACT(label, got, want) \
  parley_small_expect (__FILE__, __LINE__, (label), (got), (want))

void parley_small_expect (const char *file,
                          unsigned    line,
                          const char *label,
                          mpq_srcptr  got,
                          const char *want);

/* Passes when @condition holds; a failure shows @label, printed by @format. */
#define PARLEY_EXPECT(condition, ...) \
  parley_small_check (__FILE__, __LINE__, (condition), #condition, __VA_ARGS__)

void parley_small_check (const char *file,
                         unsigned    line,
                         gboolean    holds,
                         const char *condition,
                         const char *format,
                         ...) G_GNUC_PRINTF (5, 6);
