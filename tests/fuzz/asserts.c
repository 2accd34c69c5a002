/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the unit tests compare with, they compare by CUnit's macros. Here whatever fails one of them
 * ends the program, and there is no CUnit. */
#include <CUnit/CUnit.h>

#include "fuzz.h"

CU_BOOL
CU_assertImplementation (CU_BOOL     holds,
                         unsigned    line,
                         const char *condition,
                         const char *file,
                         G_GNUC_UNUSED const char *function,
                         G_GNUC_UNUSED CU_BOOL fatal)
{
  if (!holds)
    parley_fuzz_fail (file, (int) line, condition);
  return CU_TRUE;
}
