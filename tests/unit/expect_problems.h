/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <CUnit/CUnit.h>

#include "scenario/problem.h"

/* Passes when @passed. A failure shows @label and the first of @problems. */
#define PARLEY_EXPECT_PROBLEMS(label, passed, problems) \
  parley_expect_problems (__FILE__, __LINE__, (label), (passed), (problems))

static inline void
parley_expect_problems (const char           *file,
                        unsigned              line,
                        const char           *label,
                        gboolean              passed,
                        const ParleyProblems *problems)
{
  g_autoptr(GString) message = g_string_new (label);

  for (guint i = 0; !passed && i < MIN (problems->items->len, 6); i++)
    {
      g_autofree char *one = parley_problem_to_string (parley_problems_get (problems, i));

      g_string_append_printf (message, "\n      %s", one);
    }
  CU_assertImplementation (passed, line, message->str, file, "", CU_FALSE);
}

/* Passes when each of @codes has @fired: a problem that no row brings about is not tested. */
#define PARLEY_EXPECT_FIRED(codes, n, fired) \
  parley_expect_fired (__FILE__, __LINE__, (codes), (n), (fired))

static inline void
parley_expect_fired (const char              *file,
                     unsigned                 line,
                     const ParleyProblemCode *codes,
                     gsize                    n,
                     const gboolean          *fired)
{
  for (gsize i = 0; i < n; i++)
    CU_assertImplementation (fired[codes[i]], line, parley_problem_code_id (codes[i]), file, "",
                             CU_FALSE);
}
