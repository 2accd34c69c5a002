/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/module.h"

#include "base/error.h"
#include "report/painter.h"

#include "expect.h"
#include "suites.h"

static void
test_missing (void)
{
  g_autoptr(GError) error = NULL;

  CU_ASSERT_PTR_NULL (parley_module_open ("nothing", "does nothing", &error));
  CU_ASSERT_TRUE (g_error_matches (error, PARLEY_ERROR, PARLEY_ERROR_IO));
  CU_ASSERT_TRUE (g_str_has_prefix (error->message,
                                    "cannot load the part of Parley that does nothing: "
                                    "parley-nothing.so: "));
  CU_ASSERT_PTR_NULL (parley_module_open ("nothing", "does nothing", NULL));
}

/* Once it is there it stays, with what it keeps. */
static void
test_open (void)
{
  g_autoptr(GError) error = NULL;
  const ParleyPainter *painter = parley_module_open ("painter", "paints", &error);

  CU_ASSERT_PTR_NOT_NULL_FATAL (painter);
  CU_ASSERT_TRUE (painter->has_font (&error));
  CU_ASSERT_PTR_NULL (error);
  CU_ASSERT_PTR_EQUAL (parley_module_open ("painter", "paints", &error), painter);
}

void
parley_test_module (void)
{
  CU_pSuite suite = CU_add_suite ("module", NULL, NULL);

  CU_add_test (suite, "one that is not there", test_missing);
  CU_add_test (suite, "one that is", test_open);
}
