/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/shorten.h"

#include "expect.h"
#include "suites.h"

static void
test_texts (void)
{
  static const struct
  {
    const char *text;
    gsize start;
    gsize end;
    const char *want;
  } rows[] = {
    { "", 0, 0, "" },           { "abcde", 3, 2, "abcde" }, { "abcdef", 3, 2, "abc…ef" },
    { "abcdef", 3, 0, "abc…" }, { "abcdef", 0, 2, "…ef" },  { "éééé", 4, 4, "éééé" },
    { "ééééé", 4, 4, "éé…éé" }, { "ééééé", 3, 3, "é…é" },   { "ééééé", 1, 1, "…" },
    { "a😀😀b", 4, 4, "a…b" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *got
          = parley_shorten_take (g_strdup (rows[i].text), rows[i].start, rows[i].end);

      PARLEY_EXPECT_TEXT (rows[i].text, got, rows[i].want);
    }
}

void
parley_test_shorten (void)
{
  CU_pSuite suite = CU_add_suite ("shorten", NULL, NULL);

  CU_ADD_TEST (suite, test_texts);
}
