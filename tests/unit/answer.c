/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was done about drafts of others, what the numbers and simple rules say of it: by hand, and
 * deal by deal. */
#include "analysis/answer.h"

#include "analysis/simple_rule.h"
#include "base/error.h"
#include "effort.h"
#include "recorded.h"
#include "small.h"
#include "suites.h"

#define N_SCENARIOS parley_effort (150)

/* By hand */

static ParleyLoaded *
load (const char *drafts)
{
  g_autofree char *issues = parley_small_choices (2, 3);
  g_autofree char *more = g_strdup_printf ("'as_of': '2025-06-01', 'drafts': [%s]", drafts);

  return parley_small_load (
      issues,
      "{ 'id': 'p', 'title': 'P', 'weights': { 'i0': 1 },"
      "  'values': { 'i0': { 'o0': 100, 'o1': 50, 'o2': 0 } }, 'reservation': { 'value': 40,"
      "  'changes': [ { 'from': '2025-03-01', 'value': 60 } ] } },"
      "{ 'id': 'q', 'title': 'Q', 'reservation': 0, 'weights': { 'i0': 1 },"
      "  'values': { 'i0': { 'o0': 0, 'o1': 50, 'o2': 100 } } }",
      more);
}

/* What is one's own, says nothing or says it again is no answer; once the reservation is another it
 * is. The verdict is that of the day. */
static void
test_answers (void)
{
  g_autoptr(ParleyLoaded) loaded
      = load ("{ 'id': 'd', 'title': 'D', 'date': '2025-01-01', 'tabled_by': 'q',"
              "  'terms': { 'i0': 'o1' }, 'events': ["
              "  { 'date': '2025-01-02', 'party': 'p', 'act': 'accepted_text' },"
              "  { 'date': '2025-01-03', 'party': 'p', 'act': 'withheld' },"
              "  { 'date': '2025-01-04', 'party': 'p', 'act': 'signed' },"
              "  { 'date': '2025-01-04', 'party': 'q', 'act': 'signed' },"
              "  { 'date': '2025-03-05', 'party': 'p', 'act': 'ratified' },"
              "  { 'date': '2025-03-06', 'party': 'p', 'act': 'rejected' } ] }");
  g_autoptr(GArray) answers = parley_answers_new (loaded->scenario, PARLEY_RECORD_OF_ALL, NULL);
  static const struct
  {
    ParleyAct     act;
    gboolean      yes;
    ParleyVerdict verdict;
  } want[] = { { PARLEY_ACT_ACCEPTED_TEXT, TRUE, PARLEY_VERDICT_ACCEPTS },
               { PARLEY_ACT_RATIFIED, TRUE, PARLEY_VERDICT_REJECTS },
               { PARLEY_ACT_REJECTED, FALSE, PARLEY_VERDICT_REJECTS } };

  CU_ASSERT_EQUAL_FATAL (answers->len, G_N_ELEMENTS (want));
  for (guint i = 0; i < answers->len; i++)
    {
      const ParleyAnswer *answer = &g_array_index (answers, ParleyAnswer, i);

      CU_ASSERT_EQUAL (answer->move.act, want[i].act);
      CU_ASSERT_EQUAL (answer->yes, want[i].yes);
      CU_ASSERT_EQUAL (answer->verdict, want[i].verdict);
      CU_ASSERT_EQUAL (answer->crosses, PARLEY_NONE);
    }
}

static void
test_refused (void)
{
  g_autoptr(ParleyLoaded) loaded = load ("");
  static const char *const wrong[] = { "i0", "i7=o0", "i0=o7", "score.p=40", "score.r>1" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr(GError) error = NULL;

      CU_ASSERT_PTR_NULL (parley_simple_rule_new (loaded->scenario, wrong[i], &error));
      PARLEY_EXPECT (g_error_matches (error, PARLEY_ERROR, PARLEY_ERROR_INPUT), "%s", wrong[i]);
    }
}

/* A surplus is that of the day. */
static void
test_surplus (void)
{
  g_autoptr(ParleyLoaded) loaded
      = load ("{ 'id': 'd', 'title': 'D', 'terms': { 'i0': 'o1' }, 'events': ["
              "  { 'date': '2025-01-02', 'party': 'q', 'act': 'rejected' },"
              "  { 'date': '2025-03-02', 'party': 'q', 'act': 'signed' } ] }");
  g_autoptr(GArray) record = parley_record_new (loaded->scenario, 1);
  g_autoptr(ParleySimpleRule) rule
      = parley_simple_rule_new (loaded->scenario, "surplus.p>=10", NULL);
  ParleyShare holds = PARLEY_SOME;

  CU_ASSERT_PTR_NOT_NULL_FATAL (rule);
  CU_ASSERT_STRING_EQUAL (parley_simple_rule_text (rule), "surplus.p>=10");
  for (guint i = 0; i < 2; i++)
    {
      CU_ASSERT_TRUE (parley_simple_rule_holds (
          rule, loaded->scenario, &g_array_index (record, ParleyDeed, i), &holds, NULL));
      CU_ASSERT_EQUAL (holds, i == 0 ? PARLEY_ALL : PARLEY_NONE);
    }
}

/* Deal by deal */

static ParleyShare
share_of (guint n, guint all)
{
  return n == 0 ? PARLEY_NONE : n == all ? PARLEY_ALL : PARLEY_SOME;
}

static ParleyVerdict
verdict_of (guint n_accepted, guint n)
{
  if (n == 0)
    return PARLEY_VERDICT_INFEASIBLE;
  return n_accepted == n   ? PARLEY_VERDICT_ACCEPTS
         : n_accepted == 0 ? PARLEY_VERDICT_REJECTS
                           : PARLEY_VERDICT_DEPENDS;
}

/* All deals that a draft can come to. */
static GPtrArray *
deals_of (const ParleyScenario *scenario, guint draft, ParleyDomain **domain)
{
  const ParleyDraft *model = parley_scenario_draft (scenario, draft);

  *domain = parley_domain_new_draft (scenario, model);
  return parley_naive_deals (scenario, *domain, model, NULL);
}

static ParleyDeed
move_of (const ParleyScenario *scenario, guint party, guint draft)
{
  return (ParleyDeed){ party,
                       draft,
                       PARLEY_ACT_REJECTED,
                       "2025-01-01",
                       FALSE,
                       FALSE,
                       parley_scenario_party (scenario, party)->reservation };
}

static void
try_answer (const ParleyScenario *scenario, guint party, guint draft, guint32 seed)
{
  const ParleyDeed move = move_of (scenario, party, draft);
  g_autoptr(ParleyDomain) domain = NULL;
  g_autoptr(GPtrArray) deals = deals_of (scenario, draft, &domain);
  gboolean judges = parley_party_gives_verdict (parley_scenario_party (scenario, party));
  guint n = 0, n_accepted = 0, n_bare = 0, n_crossed = 0;
  ParleyAnswer answer;

  for (guint i = 0; i < deals->len; i++)
    {
      const ParleyNaiveDeal *deal = g_ptr_array_index (deals, i);

      if (!deal->feasible)
        continue;
      n++;
      n_accepted += parley_naive_accepts (scenario, deal, party, TRUE) != FALSE;
      n_bare += parley_naive_accepts (scenario, deal, party, FALSE) != FALSE;
      n_crossed += deal->crossed[party] != FALSE;
    }
  CU_ASSERT_TRUE_FATAL (parley_answer_init (&answer, scenario, &move, NULL));
  PARLEY_EXPECT (answer.verdict == (judges ? verdict_of (n_accepted, n) : PARLEY_VERDICT_NONE),
                 "scenario %u, party %u, draft %u: %u of %u", seed, party, draft, n_accepted, n);
  PARLEY_EXPECT (answer.bare_verdict == (judges ? verdict_of (n_bare, n) : PARLEY_VERDICT_NONE),
                 "scenario %u, party %u, draft %u: %u of %u", seed, party, draft, n_bare, n);
  PARLEY_EXPECT (!judges || answer.crosses == share_of (n_crossed, n),
                 "scenario %u, party %u, draft %u: %u of %u cross", seed, party, draft, n_crossed,
                 n);
}

/* A condition on one issue, and whether deals meet it. */
typedef struct
{
  const ParleyAxis *axis;
  guint             option;
  const char       *sign;
} Wanted;

static char *
wanted_text (const ParleyScenario *scenario, const Wanted *self)
{
  const ParleyIssue *issue = parley_scenario_issue (scenario, self->axis->issue);
  g_autofree char *number = NULL;

  if (!parley_issue_is_numeric (issue))
    return g_strconcat (issue->id, self->sign,
                        parley_issue_option (issue, self->axis->options[self->option])->id, NULL);
  number = mpq_get_str (NULL, 10, self->axis->numbers[self->option]);
  return g_strconcat (issue->id, self->sign, number, NULL);
}

static gboolean
meets (const Wanted *self, const ParleyAxis *axis, guint option)
{
  int sign = axis->options != NULL
                 ? (axis->options[option] > self->axis->options[self->option])
                       - (axis->options[option] < self->axis->options[self->option])
                 : mpq_cmp (axis->numbers[option], self->axis->numbers[self->option]);

  if (g_str_equal (self->sign, "="))
    return sign == 0;
  return g_str_equal (self->sign, "!=") ? sign != 0 : sign >= 0;
}

/* Returns: whether the condition holds in some completions alone. */
static gboolean
try_rule (const ParleyScenario *scenario, const Wanted *wanted, guint draft, guint32 seed)
{
  const ParleyDeed move = move_of (scenario, 0, draft);
  g_autofree char *text = wanted_text (scenario, wanted);
  g_autoptr(ParleySimpleRule) rule = parley_simple_rule_new (scenario, text, NULL);
  g_autoptr(ParleyDomain) domain = NULL;
  g_autoptr(GPtrArray) deals = deals_of (scenario, draft, &domain);
  guint axis = (guint) domain->axis_of_issue[wanted->axis->issue];
  ParleyShare holds = PARLEY_NONE;
  guint n = 0, n_met = 0;

  CU_ASSERT_PTR_NOT_NULL_FATAL (rule);
  for (guint i = 0; i < deals->len; i++)
    {
      const ParleyNaiveDeal *deal = g_ptr_array_index (deals, i);

      n += deal->feasible != FALSE;
      n_met += deal->feasible && meets (wanted, &domain->axes[axis], deal->options[axis]);
    }
  CU_ASSERT_TRUE (parley_simple_rule_holds (rule, scenario, &move, &holds, NULL));
  PARLEY_EXPECT (holds == share_of (n_met, n), "scenario %u, draft %u, %s: %u of %u", seed, draft,
                 text, n_met, n);
  return holds == PARLEY_SOME;
}

/* A score that some deal has, or half a point beside it. */
static gboolean
try_bound (const ParleyScenario *scenario, guint party, guint draft, GRand *rand, guint32 seed)
{
  static const char *const signs[] = { ">=", "<=", ">", "<" };
  const ParleyDeed move = move_of (scenario, 0, draft);
  guint sign = (guint) g_rand_int_range (rand, 0, G_N_ELEMENTS (signs));
  g_autoptr(ParleyDomain) domain = NULL;
  g_autoptr(GPtrArray) deals = deals_of (scenario, draft, &domain);
  const ParleyNaiveDeal *chosen
      = g_ptr_array_index (deals, (guint) g_rand_int_range (rand, 0, (gint32) deals->len));
  g_autofree char *number = mpq_get_str (NULL, 10, chosen->scores[party]);
  g_autofree char *text = g_strdup_printf (
      "score.%s%s%s", parley_scenario_party (scenario, party)->id, signs[sign], number);
  g_autoptr(ParleySimpleRule) rule = parley_simple_rule_new (scenario, text, NULL);
  ParleyShare holds = PARLEY_NONE;
  guint n = 0, n_met = 0;

  CU_ASSERT_PTR_NOT_NULL_FATAL (rule);
  for (guint i = 0; i < deals->len; i++)
    {
      const ParleyNaiveDeal *deal = g_ptr_array_index (deals, i);
      int side = mpq_cmp (deal->scores[party], chosen->scores[party]);

      n += deal->feasible != FALSE;
      n_met += deal->feasible
               && (sign == 0   ? side >= 0
                   : sign == 1 ? side <= 0
                   : sign == 2 ? side > 0
                               : side < 0);
    }
  CU_ASSERT_TRUE (parley_simple_rule_holds (rule, scenario, &move, &holds, NULL));
  PARLEY_EXPECT (holds == share_of (n_met, n), "scenario %u, draft %u, %s: %u of %u", seed, draft,
                 text, n_met, n);
  return holds == PARLEY_SOME;
}

static guint
try_rules (const ParleyRecorded *tried, guint draft, guint32 seed)
{
  static const char *const signs[] = { "=", "!=", ">=" };
  g_autoptr(ParleyDomain) whole = parley_domain_new (tried->scenario);
  guint n_some = 0;

  for (guint a = 0; a < whole->n_axes; a++)
    {
      const ParleyIssue *issue = parley_scenario_issue (tried->scenario, whole->axes[a].issue);
      gboolean ordered = parley_issue_is_numeric (issue) || issue->ordered;
      Wanted wanted
          = { &whole->axes[a],
              (guint) g_rand_int_range (tried->rand, 0, (gint32) whole->axes[a].n_options),
              signs[g_rand_int_range (tried->rand, 0, ordered ? 3 : 2)] };

      n_some += try_rule (tried->scenario, &wanted, draft, seed) != FALSE;
    }
  for (guint p = 0; p < tried->scenario->parties->len; p++)
    if (parley_party_is_scored (parley_scenario_party (tried->scenario, p)))
      n_some += try_bound (tried->scenario, p, draft, tried->rand, seed) != FALSE;
  return n_some;
}

static void
test_random (void)
{
  guint n_some = 0;

  for (guint32 seed = 1; seed <= N_SCENARIOS; seed++)
    {
      ParleyRecorded tried = { 0 };

      parley_recorded_init (&tried, seed);
      for (guint d = 0; d < tried.scenario->drafts->len; d++)
        {
          for (guint p = 0; p < tried.scenario->parties->len; p++)
            try_answer (tried.scenario, p, d, seed);
          n_some += try_rules (&tried, d, seed);
        }
      parley_recorded_clear (&tried);
    }
  /* Or open terms made no difference. */
  CU_ASSERT_TRUE (n_some > parley_effort_rare (50));
}

void
parley_test_answer (void)
{
  CU_pSuite suite = CU_add_suite ("answer", NULL, NULL);

  CU_ADD_TEST (suite, test_answers);
  CU_ADD_TEST (suite, test_refused);
  CU_ADD_TEST (suite, test_surplus);
  CU_ADD_TEST (suite, test_random);
}
