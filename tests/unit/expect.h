/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <CUnit/CUnit.h>
#include <glib.h>

/* Passes when the two texts are the same. A failure shows both, and @label, which tells the rows
 * of a table apart (the public macros of CUnit print the same expression for every row). */
#define PARLEY_EXPECT_TEXT(label, got, want) \
  parley_expect_text (__FILE__, __LINE__, (label), (got), (want))

static inline void
parley_expect_text (const char *file,
                    unsigned    line,
                    const char *label,
                    const char *got,
                    const char *want)
{
  g_autofree char *message
      = g_strdup_printf ("%s: got <%s>, want <%s>", label, got != NULL ? got : "(nothing)",
                         want != NULL ? want : "(nothing)");

  CU_assertImplementation (g_strcmp0 (got, want) == 0, line, message, file, "", CU_FALSE);
}
