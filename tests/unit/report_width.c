/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/clean.h"
#include "report/number.h"
#include "report/width.h"

#include "expect.h"
#include "suites.h"

#define ESCAPE "\x1b"

static char *
join (GPtrArray *lines)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", (char *) g_ptr_array_index (lines, i));
  return g_string_free (text, FALSE);
}

static void
test_clean (void)
{
  static const struct
  {
    const char *label;
    const char *text;
    const char *want;
  } rows[] = {
    { "plain", "US draft", "US draft" },
    { "empty", "", "" },
    { "spaces at the ends", "  a  b ", "a  b" },
    { "line breaks", "a\nb\r\nc\td", "a b  c d" },
    { "Unicode line breaks", "a\u2028b\u2029c\302\205d", "a b c d" },
    { "escape sequence", ESCAPE "[2Jgone", "\ufffd[2Jgone" },
    { "one-byte sequence", "\302\2332J", "\ufffd2J" },
    { "bell and delete", "a\ab\x7f", "a\ufffdb\ufffd" },
    { "direction", "\u202egnp.exe\u2066", "\ufffdgnp.exe\ufffd" },
    { "no characters", "a\ufffe\uffff\ufdd0\ufdef\U0001fffe\U0010ffff",
      "a\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd" },
    { "last and private characters", "\ufffd\U0001fffd\ufdf0\ue000",
      "\ufffd\U0001fffd\ufdf0\ue000" },
    { "not UTF-8", "a\xff\xc3", "a\ufffd\ufffd" },
    { "Cyrillic and joiner", "Україна \u0915\u094d\u200d", "Україна \u0915\u094d\u200d" },
  };

  CU_ASSERT_PTR_NULL (parley_clean_take (NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *clean = parley_clean_take (g_strdup (rows[i].text));

      PARLEY_EXPECT_TEXT (rows[i].label, clean, rows[i].want);
    }
}

static void
test_width (void)
{
  static const struct
  {
    const char *label;
    const char *text;
    guint width;
    guint longest_word;
  } rows[] = {
    { "empty", "", 0, 0 },
    { "ASCII", "best efforts", 12, 7 },
    { "Cyrillic", "Україна", 7, 7 },
    { "CJK breaks anywhere", "資源協定", 8, 2 },
    { "CJK beside Latin", "abc資源", 7, 3 },
    { "combining acute", "e\u0301te\u0301", 3, 3 },
    { "mark on a wide character", "資\u0301源", 4, 2 },
    { "zero width space", "a\u200bb", 2, 2 },
    { "emoji", "🤝 ok", 5, 2 },
    { "no-break space", "15\u00a0%", 4, 4 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *got = g_strdup_printf ("%u %u", parley_width (rows[i].text, -1),
                                              parley_width_longest_word (rows[i].text));
      g_autofree char *want = g_strdup_printf ("%u %u", rows[i].width, rows[i].longest_word);

      PARLEY_EXPECT_TEXT (rows[i].label, got, want);
    }
}

static void
test_wrap (void)
{
  static const struct
  {
    const char *label;
    const char *text;
    guint width;
    const char *want;
  } rows[] = {
    { "empty", "", 10, "" },
    { "fits", "one two", 7, "one two" },
    { "one cell too narrow", "one two", 6, "one\ntwo" },
    { "several spaces stay within a line", "a  b cc", 5, "a  b\ncc" },
    { "long word stands alone", "a unquestionably b", 5, "a\nunquestionably\nb" },
    { "nothing fits", "ab cd", 0, "ab\ncd" },
    { "cells, not bytes", "Україна згодна", 14, "Україна згодна" },
    { "wide characters", "資源協定", 5, "資源\n協定" },
    { "marks stay with their character", "資源\u0301協", 4, "資源\u0301\n協" },
    { "Latin between wide ones", "資ab源", 3, "資\nab\n源" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GPtrArray) lines = parley_width_wrap (rows[i].text, rows[i].width);
      g_autofree char *got = join (lines);

      PARLEY_EXPECT_TEXT (rows[i].label, got, rows[i].want);
    }
}

static void
test_number_align (void)
{
  static const struct
  {
    const char *label;
    const char *cells;
    const char *want;
  } rows[] = {
    { "points", "1.5\n-12.25\n7", "  1.5 \n-12.25\n  7   " },
    { "thousands", "881,102,288\n407", "881,102,288\n        407" },
    { "signs", "+8.1\n+23.6\n0", " +8.1\n+23.6\n  0  " },
    { "ranges", "82.9-87.7\n4.3-8.5", "82.9-87.7\n 4.3- 8.5" },
    { "ranges below zero", "-4.5..0\n0..+4", "-4.5.. 0\n 0  ..+4" },
    { "other separators", "1 to 2\n10–20", " 1 to  2\n10–   20" },
    { "number among ranges", "53.1\n52.8-53.5", "     53.1\n52.8-53.5" },
    { "unit stays", "100 %\n52.3 %", "100 %  \n 52.3 %" },
    { "text is left alone", "yes\n1.25\n", "yes\n1.25\n" },
    { "no number", "-\n.5\n=\n+", "-\n.5\n=\n+" },
    { "sentence point", "12.\n3.5", "12. \n 3.5" },
    { "unfinished range", "1-\n22", " 1-\n22 " },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto(GStrv) cells = g_strsplit (rows[i].cells, "\n", -1);
      g_autoptr(GPtrArray) array = g_ptr_array_new ();
      g_autoptr(GPtrArray) aligned = NULL;
      g_autofree char *got = NULL;

      for (char **cell = cells; *cell != NULL; cell++)
        g_ptr_array_add (array, *cell);
      aligned = parley_number_align (array);
      got = join (aligned);
      PARLEY_EXPECT_TEXT (rows[i].label, got, rows[i].want);
    }
}

void
parley_test_report_width (void)
{
  CU_pSuite suite = CU_add_suite ("report width", NULL, NULL);

  CU_add_test (suite, "clean", test_clean);
  CU_add_test (suite, "width", test_width);
  CU_add_test (suite, "wrap", test_wrap);
  CU_add_test (suite, "number align", test_number_align);
}
