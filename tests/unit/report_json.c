/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/json.h"

#include "expect.h"
#include "suites.h"

static void
test_json_exact (void)
{
  static const struct
  {
    const char *number;
    const char *nearest;
    const char *fraction;
  } rows[] = {
    { "0", "0\n", "\"0\"\n" },
    { "81", "81\n", "\"81\"\n" },
    { "163/2", "81.5\n", "\"163/2\"\n" },
    { "-1/10", "-0.1\n", "\"-1/10\"\n" },
    { "1/3", "0.3333333333333333\n", "\"1/3\"\n" },
    { "1/1000000000", "1e-09\n", "\"1/1000000000\"\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(ParleyJson) nearest = NULL;
      g_autoptr(ParleyJson) fraction = NULL;
      g_autofree char *nearest_text = NULL;
      g_autofree char *fraction_text = NULL;
      mpq_t number;

      mpq_init (number);
      mpq_set_str (number, rows[i].number, 10);
      nearest = parley_json_exact (number);
      fraction = parley_json_fraction (number);
      mpq_clear (number);
      nearest_text = parley_json_to_text (nearest);
      fraction_text = parley_json_to_text (fraction);
      PARLEY_EXPECT_TEXT (rows[i].number, nearest_text, rows[i].nearest);
      PARLEY_EXPECT_TEXT (rows[i].number, fraction_text, rows[i].fraction);
    }
}

static void
test_json_text (void)
{
  g_autoptr(ParleyJson) root = json_object_new_object ();
  ParleyJson *list = json_object_new_array ();
  g_autofree char *text = NULL;
  mpz_t count;

  mpz_init_set_str (count, "65028096000000000000000000", 10);
  json_object_array_add (list, parley_json_count (count));
  mpz_clear (count);
  json_object_object_add (root, "format", parley_json_string ("parley-score/1"));
  json_object_object_add (root, "as_of", parley_json_string (NULL));
  json_object_object_add (root, "counts", list);
  json_object_object_add (root, "none", json_object_new_array ());
  json_object_object_add (root, "a/b\n", json_object_new_object ());
  json_object_object_add (root, "title", parley_json_string ("\x1b\"\302\233\x7f й"));
  text = parley_json_to_text (root);
  PARLEY_EXPECT_TEXT ("object", text,
                      "{\n"
                      "  \"format\": \"parley-score/1\",\n"
                      "  \"as_of\": null,\n"
                      "  \"counts\": [\n"
                      "    \"65028096000000000000000000\"\n"
                      "  ],\n"
                      "  \"none\": [],\n"
                      "  \"a/b\\n\": {},\n"
                      "  \"title\": \"\\u001b\\\"\\u009b\\u007f й\"\n"
                      "}\n");
}

/* What fits stands in one line, with room for a comma; letters count, not bytes. */
static void
test_json_lines (void)
{
  static const struct
  {
    guint width;
    const char *text;
  } rows[] = {
    { 40, "{\n  \"a\": { \"é\": [1, 2], \"none\": {} },\n  \"b\": []\n}\n" },
    { 35, "{\n  \"a\": { \"é\": [1, 2], \"none\": {} },\n  \"b\": []\n}\n" },
    { 33, "{\n  \"a\": {\n    \"é\": [1, 2],\n    \"none\": {}\n  },\n  \"b\": []\n}\n" },
    { 15, "{\n  \"a\": {\n    \"é\": [\n      1,\n      2\n    ],\n    \"none\": {}\n  },\n"
          "  \"b\": []\n}\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(ParleyJson) root
          = json_tokener_parse ("{\"a\":{\"é\":[1,2],\"none\":{}},\"b\":[]}");
      g_autofree char *text = parley_json_to_lines (root, rows[i].width);

      PARLEY_EXPECT_TEXT ("lines", text, rows[i].text);
    }
}

void
parley_test_report_json (void)
{
  CU_pSuite suite = CU_add_suite ("report JSON", NULL, NULL);

  CU_add_test (suite, "JSON exact", test_json_exact);
  CU_add_test (suite, "JSON text", test_json_text);
  CU_add_test (suite, "JSON lines", test_json_lines);
}
