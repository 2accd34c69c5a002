/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of weight shares in words. */
#include "analysis/share_rule.h"

#include <string.h>

#include "expect.h"
#include "small.h"
#include "suites.h"

static ParleyLoaded *
load (void)
{
  return parley_small_load (
      "{ 'id': 'a', 'title': 'A', 'kind': 'choice', 'options': [ { 'id': 'x', 'title': 'X' }, "
      "{ 'id': 'y', 'title': 'Y' } ] }, { 'id': 'b-c', 'title': 'B', 'kind': 'choice', 'options': "
      "[ { 'id': 'x', 'title': 'X' }, { 'id': 'y', 'title': 'Y' } ] }, { 'id': 'd', 'title': 'D', "
      "'kind': 'choice', 'options': [ { 'id': 'x', 'title': 'X' } ] }",
      "{ 'id': 'p', 'title': 'P', 'reservation': 0, 'weights': { 'a': 1, 'b-c': 1 }, 'values': "
      "{ 'a': { 'x': 0, 'y': 1 }, 'b-c': { 'x': 0, 'y': 1 } } }",
      "");
}

/* "1 a + -1/2 b-c <= 3/10" for each rule. */
static char *
words_of (const GPtrArray *rules)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rules->len; i++)
    {
      const ParleyShareRule *rule = g_ptr_array_index (rules, i);
      g_autofree char *most = NULL;

      if (i > 0)
        g_string_append (text, " and ");
      for (guint k = 0; k < 2; k++)
        {
          g_autofree char *factor = parley_exact_to_text (rule->factors[k], 0);

          g_string_append_printf (text, "%s%s", k == 0 ? "" : ", ", factor);
        }
      most = parley_exact_to_text (rule->most, 0);
      g_string_append_printf (text, " <= %s", most);
    }
  return g_string_free (text, FALSE);
}

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    const char *want; /* the rules, or what the refusal says */
  } rows[] = {
    { "p: a >= b-c", "-1, 1 <= 0" },
    { "p: a <= b-c", "1, -1 <= 0" },
    { " p :  a  <=  30 %", "1, 0 <= 3/10" },
    { "p: a <= 30%", "1, 0 <= 3/10" },
    { "p: a >= 30", "-1, 0 <= -3/10" },
    { "p: 2 a + 1/2 b-c <= 40", "2, 1/2 <= 2/5" },
    { "p: 40 >= a - b-c", "1, -1 <= 2/5" },
    { "p: a = b-c", "1, -1 <= 0 and -1, 1 <= 0" },
    { "p: a + a - 3 a <= 10 - 5", "-1, 0 <= 1/20" },
    { "p: 0.5 a <= 2 b-c + 10 %", "1/2, -2 <= 1/10" },
    { "a >= b-c", "it must begin with a party and a colon" },
    { "q: a >= b-c", "there is no party \"q\"" },
    { "p: d >= a", "\"d\" is no issue that \"p\" weights, and no number" },
    { "p: a > b-c", "was expected, not \">\"" },
    { "p: a => b-c", "an issue or a percentage is missing" },
    { "p:a>=b-c", "-1, 1 <= 0" },
    { "p:2 a=3%", "2, 0 <= 3/100 and -2, 0 <= -3/100" },
    { "p: a", "\"<=\", \">=\" or \"=\" is missing" },
    { "p: >= a", "an issue or a percentage is missing" },
    { "p: a >= b-c >= 3", "one comparison is enough" },
    { "p: a b-c >= 3", "\"+\", \"-\" or a comparison was expected, not \"b-c\"" },
    { "p: a + >= 3", "an issue or a percentage is missing" },
    { "p: 3 4 >= a", "\"4\" is no issue that \"p\" weights" },
    { "p: 1e999 a >= 3", "\"1e999\" is no issue that \"p\" weights" },
    { "p:", "an issue or a percentage is missing" },
    { ":", "there is no party \"\"" },
    { "", "it must begin with a party and a colon" },
  };
  g_autoptr(ParleyLoaded) loaded = load ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GPtrArray) rules = parley_share_rules_new ();
      g_autoptr(GError) error = NULL;
      gboolean fine = parley_share_rules_parse (loaded->scenario, rows[i].text, rules, &error);
      g_autofree char *words = words_of (rules);

      if (fine)
        PARLEY_EXPECT_TEXT (rows[i].text, words, rows[i].want);
      else
        PARLEY_EXPECT (strstr (error->message, rows[i].want) != NULL, "%s: %s", rows[i].text,
                       error->message);
    }
}

void
parley_test_share_rule (void)
{
  CU_pSuite suite = CU_add_suite ("share_rule", NULL, NULL);

  CU_add_test (suite, "sums and comparisons", test_parse);
}
