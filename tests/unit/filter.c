/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What --where understands, and what it says when it does not. */
#include "analysis/filter.h"

#include "base/error.h"
#include "expect.h"
#include "small.h"
#include "space/reach.h"
#include "suites.h"

#define OPTIONS \
  "'options': [{ 'id': 'none', 'title': 'N' }, { 'id': 'pledge', 'title': 'P' }, " \
  "{ 'id': 'binding', 'title': 'B' }]"
#define ISSUES \
  "{ 'id': 'security', 'title': 'S', 'kind': 'choice', 'ordered': true, " OPTIONS " }, " \
  "{ 'id': 'law', 'title': 'L', 'kind': 'choice', " OPTIONS " }, " \
  "{ 'id': 'share', 'title': 'S', 'kind': 'range', 'min': -10, 'max': 20, 'step': 10 }, " \
  "{ 'id': 'take', 'title': 'T', 'kind': 'derived', 'product': ['share'], 'scale': -0.1 }, " \
  "{ 'id': 'tone', 'title': 'T', 'kind': 'derived', 'table': " \
  "[{ 'when': { 'law': 'none' }, 'value': 5 }], 'otherwise': 2 }"
#define PARTIES \
  "{ 'id': 'us', 'title': 'U', 'reservation': 0, 'weights': { 'share': 1 }, " \
  "'values': { 'share': { 'points': [[-10, 0], [20, 100]] } } }, " \
  "{ 'id': 'ukraine', 'title': 'U', 'reservation': 0, 'weights': { 'share': 1 }, " \
  "'values': { 'share': { 'points': [[-10, 100], [20, 0]] } } }, " \
  "{ 'id': 'eu', 'title': 'E', 'role': 'affected' }"

static ParleyLoaded *
load (void)
{
  return parley_small_load (ISSUES, PARTIES, "");
}

/* Which options, or derived values in the order in which they first appear, of @issue
 * are left: "-++". */
static char *
what_is_left (const ParleyScenario *scenario, const ParleyFilter *filter, const char *issue)
{
  g_autoptr(ParleySpace) space
      = parley_space_new (scenario, parley_domain_new (scenario), NULL, filter->conditions, NULL);
  g_autoptr(ParleyReach) reach = parley_reach_new (space, NULL);
  guint index = (guint) parley_scenario_find_issue (scenario, issue);
  int axis = space->domain->axis_of_issue[index];
  guint factor = g_str_equal (issue, "take") ? 0 : 1;
  guint n = axis >= 0 ? space->domain->axes[axis].n_options
                      : ((const ParleyFactor *) space->factors->pdata[factor])->values->len;
  const gboolean *occurs = axis >= 0 ? reach->options[axis] : reach->values[factor];
  GString *text = g_string_new (NULL);

  for (guint o = 0; o < n; o++)
    g_string_append_c (text, occurs[o] ? '+' : '-');
  return g_string_free (text, FALSE);
}

/* Options none, pledge, binding; shares -10, 0, 10, 20, with takes of 1, 0, -1, -2; tones
 * 5 and 2. */
static void
test_issues (void)
{
  static const struct
  {
    const char *text;
    const char *issue;
    const char *want;
  } rows[] = {
    { "security=pledge", "security", "-+-" },
    { "security!=pledge", "security", "+-+" },
    { "security>=pledge", "security", "-++" },
    { "security<=pledge", "security", "++-" },
    { "security>pledge", "security", "--+" },
    { "security<pledge", "security", "+--" },
    { "security<none", "security", "---" },
    { "security>=none", "security", "+++" },
    { "security>binding", "security", "---" },
    { "  security  >=  pledge  ", "security", "-++" },
    { "law=pledge", "law", "-+-" },
    { "law!=pledge", "law", "+-+" },
    { "share=10", "share", "--+-" },
    { "share!=10", "share", "++-+" },
    { "share>=10", "share", "--++" },
    { "share<=10", "share", "+++-" },
    { "share>10", "share", "---+" },
    { "share<10", "share", "++--" },
    { "share>=-10", "share", "++++" },
    { "share<-10", "share", "----" },
    { "share<=-10", "share", "+---" },
    { "share>-10", "share", "-+++" },
    { "share>20", "share", "----" },
    { "share>=20", "share", "---+" },
    { "share=5", "share", "----" },
    { "share!=5", "share", "++++" },
    { "share>5", "share", "--++" },
    { "share<5", "share", "++--" },
    { "share>=19/2", "share", "--++" },
    { "share<=1e1", "share", "+++-" },
    { "share>=100", "share", "----" },
    { "share<100", "share", "++++" },
    { "share>100", "share", "----" },
    { "share!=100", "share", "++++" },
    { "share<=-100", "share", "----" },
    { "share>-100", "share", "++++" },
    { "share=-100", "share", "----" },
    { "take>=0", "take", "++--" },
    { "take>0", "take", "+---" },
    { "take=-1", "take", "--+-" },
    { "take!=-1", "take", "++-+" },
    { "take<-1", "take", "---+" },
    { "take<=-1", "share", "--++" },
    { "tone=5", "tone", "+-" },
    { "tone<5", "tone", "-+" },
    { "tone>=2", "tone", "++" },
    { "tone>2", "law", "+--" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(ParleyLoaded) loaded = load ();
      g_autoptr(ParleyFilter) filter = parley_filter_new ();
      g_autofree char *got = NULL;

      CU_ASSERT_TRUE (parley_filter_add (filter, loaded->scenario, rows[i].text, NULL));
      CU_ASSERT_EQUAL (filter->bounds->len, 0);
      got = what_is_left (loaded->scenario, filter, rows[i].issue);
      PARLEY_EXPECT_TEXT (rows[i].text, got, rows[i].want);
    }
}

/* Several hold together, and are kept as they were written. */
static void
test_several (void)
{
  g_autoptr(ParleyLoaded) loaded = load ();
  g_autoptr(ParleyFilter) filter = parley_filter_new ();
  g_autofree char *security = NULL;
  g_autofree char *share = NULL;

  CU_ASSERT_TRUE (parley_filter_add (filter, loaded->scenario, "security>none", NULL));
  CU_ASSERT_FALSE (parley_filter_add (filter, loaded->scenario, "share=none", NULL));
  CU_ASSERT_TRUE (parley_filter_add (filter, loaded->scenario, "security < binding", NULL));
  CU_ASSERT_TRUE (parley_filter_add (filter, loaded->scenario, "take>=0", NULL));
  CU_ASSERT_TRUE (parley_filter_add (filter, loaded->scenario, "score.us>=1", NULL));
  CU_ASSERT_EQUAL_FATAL (filter->texts->len, 4);
  PARLEY_EXPECT_TEXT ("second", filter->texts->pdata[1], "security < binding");
  PARLEY_EXPECT_TEXT ("fourth", filter->texts->pdata[3], "score.us>=1");
  CU_ASSERT_EQUAL (filter->conditions->len, 3);
  CU_ASSERT_EQUAL (filter->bounds->len, 1);
  security = what_is_left (loaded->scenario, filter, "security");
  share = what_is_left (loaded->scenario, filter, "share");
  PARLEY_EXPECT_TEXT ("security", security, "-+-");
  PARLEY_EXPECT_TEXT ("share", share, "++--");
}

/* "[50, 60)": the ends of a bound, "-" where there is none. */
static char *
bound_to_text (const ParleyGainBound *bound)
{
  g_autofree char *low = bound->has_low ? parley_exact_to_text (bound->low, 9) : g_strdup ("-");
  g_autofree char *high = bound->has_high ? parley_exact_to_text (bound->high, 9) : g_strdup ("-");

  return g_strdup_printf ("%s %u %c%s, %s%c", bound->of_surplus ? "surplus" : "score", bound->party,
                          bound->open ? '(' : '[', low, high, bound->open ? ')' : ']');
}

static void
test_gains (void)
{
  static const struct
  {
    const char *text;
    const char *want;
  } rows[] = {
    { "score.us>=60", "score 0 [60, -]" },
    { "score.us>60", "score 0 (60, -)" },
    { "score.ukraine<=60", "score 1 [-, 60]" },
    { "score.ukraine<60", "score 1 (-, 60)" },
    { "score.us=60", "score 0 [60, 60]" },
    { "surplus.ukraine>5", "surplus 1 (5, -)" },
    { " surplus.us <= -1/3 ", "surplus 0 [-, -1/3]" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(ParleyLoaded) loaded = load ();
      g_autoptr(ParleyFilter) filter = parley_filter_new ();
      g_autofree char *got = NULL;

      CU_ASSERT_TRUE (parley_filter_add (filter, loaded->scenario, rows[i].text, NULL));
      CU_ASSERT_EQUAL (filter->conditions->len, 0);
      CU_ASSERT_EQUAL_FATAL (filter->bounds->len, 1);
      got = bound_to_text (filter->bounds->pdata[0]);
      PARLEY_EXPECT_TEXT (rows[i].text, got, rows[i].want);
    }
}

#define THE_ISSUES " (expected one of security, law, share, take, tone)"
#define THE_OPTIONS " (expected one of none, pledge, binding)"
#define THE_PARTIES " (expected one of us, ukraine, eu)"

static void
test_refuses (void)
{
  static const struct
  {
    const char *text;
    const char *want;
  } rows[] = {
    { "share",
      "the filter \"share\" compares nothing; write NAME, one of = != >= <= > <, and a value, for "
      "example share<=30 or score.us>=60" },
    { "", "the filter \"\" compares nothing; write NAME, one of = != >= <= > <, and a value, for "
          "example share<=30 or score.us>=60" },
    { "share!30",
      "the filter \"share!30\" compares nothing; write NAME, one of = != >= <= > <, and a value, "
      "for example share<=30 or score.us>=60" },
    { "shrae=10", "the filter \"shrae=10\" names no issue that there is: \"shrae\"" THE_ISSUES
                  "; did you mean \"share\"?" },
    { "s=10", "the filter \"s=10\" names no issue that there is: \"s\"" THE_ISSUES
              "; did you mean \"security\"?" },
    { "price=10", "the filter \"price=10\" names no issue that there is: \"price\"" THE_ISSUES },
    { "=10", "the filter \"=10\" names no issue that there is: \"\"" THE_ISSUES },
    { "security=pledg",
      "the filter \"security=pledg\" names no option that there is: \"pledg\"" THE_OPTIONS
      "; did you mean \"pledge\"?" },
    { "security>=", "the filter \"security>=\" names no option that there is: \"\"" THE_OPTIONS },
    { "security==pledge",
      "the filter \"security==pledge\" names no option that there is: \"=pledge\"" THE_OPTIONS
      "; did you mean \"pledge\"?" },
    { "law>=pledge", "the filter \"law>=pledge\" cannot be used: the options of this issue have no "
                     "order; use = or !=" },
    { "law<none",
      "the filter \"law<none\" cannot be used: the options of this issue have no order; "
      "use = or !=" },
    { "share=ten", "the filter \"share=ten\" needs a number behind the sign; found \"ten\"" },
    { "share>=", "the filter \"share>=\" needs a number behind the sign; found \"\"" },
    { "share=>10", "the filter \"share=>10\" needs a number behind the sign; found \">10\"" },
    { "share=1,5", "the filter \"share=1,5\" needs a number behind the sign; found \"1,5\"" },
    { "take=1/0", "the filter \"take=1/0\" needs a number behind the sign; found \"1/0\"" },
    { "score.us=NaN", "the filter \"score.us=NaN\" needs a number behind the sign; found \"NaN\"" },
    { "score.us!=60",
      "the filter \"score.us!=60\" cannot be used: scores are compared with = >= <= > or <" },
    { "score.uk>=60", "the filter \"score.uk>=60\" names no party that there is: \"uk\"" THE_PARTIES
                      "; did you mean \"us\"?" },
    { "score.ukrane>=60",
      "the filter \"score.ukrane>=60\" names no party that there is: \"ukrane\"" THE_PARTIES
      "; did you mean \"ukraine\"?" },
    { "surplus.>=6", "the filter \"surplus.>=6\" names no party that there is: \"\"" THE_PARTIES },
    { "surplus.eu>=6",
      "the filter \"surplus.eu>=6\" cannot be used: this party has neither weights "
      "nor adjustments, and so no score" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(ParleyLoaded) loaded = load ();
      g_autoptr(ParleyFilter) filter = parley_filter_new ();
      g_autoptr(GError) error = NULL;

      PARLEY_EXPECT (!parley_filter_add (filter, loaded->scenario, rows[i].text, &error), "%s",
                     rows[i].text);
      PARLEY_EXPECT (g_error_matches (error, PARLEY_ERROR, PARLEY_ERROR_INPUT), "%s", rows[i].text);
      PARLEY_EXPECT_TEXT (rows[i].text, error == NULL ? NULL : error->message, rows[i].want);
      PARLEY_EXPECT (filter->texts->len + filter->conditions->len + filter->bounds->len == 0, "%s",
                     rows[i].text);
    }
}

void
parley_test_filter (void)
{
  CU_pSuite suite = CU_add_suite ("filter", NULL, NULL);

  CU_add_test (suite, "issues", test_issues);
  CU_add_test (suite, "several together", test_several);
  CU_add_test (suite, "scores and surpluses", test_gains);
  CU_add_test (suite, "refusals", test_refuses);
}
