/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Steps in time, against figures worked out by hand and against looking at every two deals. */
#include "analysis/history.h"

#include <math.h>
#include <string.h>

#include "analysis/deal_draft.h"
#include "expect.h"
#include "report/charts.h"
#include "report/history_words.h"
#include "sample.h"
#include "small.h"
#include "suites.h"

/* By hand */

#define ISSUES \
  "{ 'id': 'fee', 'title': 'Fee', 'kind': 'range', 'min': 0, 'max': 20, 'step': 10 }," \
  "{ 'id': 'term', 'title': 'Term', 'kind': 'choice', 'options': [" \
  "{ 'id': 'five', 'title': 'Five' }, { 'id': 'ten', 'title': 'Ten' } ] }"

#define PARTIES \
  "{ 'id': 'owner', 'title': 'Owner', 'reservation': { 'value': 30, 'changes': [ { 'from': " \
  "'2020-04-15', 'value': 20 } ] }, 'weights': { 'fee': 60, 'term': 40 }, " \
  "'values': { 'fee': { 'points': [[0, 0], [20, 100]] }, 'term': { 'five': 100, 'ten': 0 } }, " \
  "'adjustments': [{ 'id': 'dear', 'when': { 'fee': { 'min': 20 } }, 'points': -5 }] }," \
  "{ 'id': 'maker', 'title': 'Maker', 'reservation': 30, 'weights': { 'fee': 50, 'term': 50 }, " \
  "'values': { 'fee': { 'points': [[0, 100], [20, 0]] }, 'term': { 'five': 0, 'ten': 100 } } }"

#define DRAFT(id, more) "{ 'id': '" id "', 'title': '" id "', " more " }"

/* Deals (owner, maker): fee 0: five 40, 50; ten 0, 100. Fee 10: five 70, 25; ten 30, 75. Fee 20:
 * five 95, 0; ten 55, 50. */
#define DRAFTS \
  "'as_of': '2020-06-01', 'drafts': [" DRAFT ("undated", "'tabled_by': 'owner', 'terms': { 'fee': 10, 'term': 'ten' }") "," DRAFT ("third", "'date': '2020-03-01', 'tabled_by': 'owner', 'terms': { 'fee': 10, 'term': 'five' }") "," DRAFT ( \
      "first", \
      "'date': '2020-01-01', 'tabled_by': 'owner', 'terms': { 'fee': 20, 'term': 'five' }") "," DRAFT ("second", \
                                                                                                       "'date': '2020-02-01', 'tabled_by': 'maker', 'terms': { 'fee': 0, 'term': 'ten' }") "," DRAFT ("fourth", \
                                                                                                                                                                                                      "'date': '2020-04-01', 'tabled_by': 'maker', 'terms': { 'fee': 20, 'term': 'ten' }," \
                                                                                                                                                                                                      "'events': [ { 'date': '2020-05-01', 'party': 'owner', 'act': 'accepted_text' }," \
                                                                                                                                                                                                      "{ 'date': '2020-06-01', 'party': 'owner', 'act': 'rejected' } ]") " ]"

static const guint both[2] = { 0, 1 };

static void
expect_stop (const ParleyHistory *history,
             guint side,
             guint index,
             const char *draft,
             const char *own,
             const char *table)
{
  const ParleyStop *stop = NULL;
  g_autofree char *own_kind = NULL;
  g_autofree char *table_kind = NULL;

  CU_ASSERT_TRUE_FATAL (index < history->paths[side].stops->len);
  stop = parley_path_stop (&history->paths[side], index);
  own_kind = parley_history_kind (stop->from_own);
  table_kind = parley_history_kind (stop->from_table);
  PARLEY_EXPECT_TEXT ("draft", parley_history_draft (history, stop->draft)->draft->id, draft);
  PARLEY_EXPECT_TEXT (draft, own_kind, own);
  PARLEY_EXPECT_TEXT (draft, table_kind, table);
}

static void
expect_shift (const ParleyHistoryStep *step, guint party, const char *low, const char *high)
{
  PARLEY_EXPECT_EXACT ("low", step->redraft->total[party].low, low);
  PARLEY_EXPECT_EXACT ("high", step->redraft->total[party].high, high);
}

/* The owner comes to the fourth draft after its own third, by accepting it; what has no date is
 * last. Its reservation is 30 until the middle of April. */
static void
test_by_hand (void)
{
  g_autoptr(ParleyLoaded) loaded = parley_small_load (ISSUES, PARTIES, DRAFTS);
  g_autoptr(ParleyHistory) history = parley_history_new (loaded->scenario, both, NULL);
  const ParleyStop *stop = NULL;

  CU_ASSERT_PTR_NOT_NULL_FATAL (history);
  CU_ASSERT_EQUAL (history->paths[0].stops->len, 4);
  CU_ASSERT_EQUAL (history->paths[1].stops->len, 2);
  expect_stop (history, 0, 0, "first", NULL, NULL);
  expect_stop (history, 0, 1, "third", "concession", "selfish");
  expect_stop (history, 0, 2, "fourth", "concession", "concession");
  expect_stop (history, 0, 3, "undated", "concession", "concession");
  expect_stop (history, 1, 0, "second", NULL, "selfish");
  expect_stop (history, 1, 1, "fourth", "concession", "selfish");
  stop = parley_path_stop (&history->paths[0], 2);
  PARLEY_EXPECT_TEXT ("since", stop->date, "2020-05-01");
  expect_shift (stop->from_own, 0, "-15", "-15");
  expect_shift (stop->from_own, 1, "25", "25");
  expect_shift (history->paths[0].whole, 0, "-65", "-65");

  /* From 95 to 30, of a way to the 20 that count as of June; from 100 to 50 of 70. */
  CU_ASSERT_TRUE (history->paths[0].has_part);
  PARLEY_EXPECT_EXACT ("owner", history->paths[0].part_low, "13/15");
  PARLEY_EXPECT_EXACT ("owner", history->paths[0].part_high, "13/15");
  PARLEY_EXPECT_EXACT ("maker", history->paths[1].part_low, "5/7");
  CU_ASSERT_EQUAL (history->further, 0);
}

/* The other way round nothing changes but whose is whose. */
static void
test_other_order (void)
{
  g_autoptr(ParleyLoaded) loaded = parley_small_load (ISSUES, PARTIES, DRAFTS);
  const guint pair[2] = { 1, 0 };
  g_autoptr(ParleyHistory) history = parley_history_new (loaded->scenario, pair, NULL);

  CU_ASSERT_PTR_NOT_NULL_FATAL (history);
  CU_ASSERT_EQUAL (history->further, 1);
  expect_stop (history, 1, 1, "third", "concession", "selfish");
  expect_stop (history, 0, 1, "fourth", "concession", "selfish");
}

#define OPEN_DRAFTS \
  "'as_of': '2020-06-01', 'drafts': [" DRAFT ("closed", "'date': '2020-01-01', 'tabled_by': 'owner', 'terms': { 'fee': 10, 'term': 'five' }") "," DRAFT ( \
      "open", \
      "'date': '2020-02-01', 'tabled_by': 'owner', 'terms': { 'fee': 10 }") "," DRAFT ("dear", \
                                                                                       "'date': '2020-03-01', 'tabled_by': 'owner', 'terms': { 'fee': 20 }") "," DRAFT ("cheap", \
                                                                                                                                                                        "'date': '2020-04-01', 'tabled_by': 'maker', 'terms': { 'term': 'ten' }") " ]"

/* With the term open: the same as before with "five", and with "ten" 40 points less for 50 more.
 * Both drafts with an open term: it is the same in both, so that each fee is worth what it is. */
static void
test_open (void)
{
  g_autoptr(ParleyLoaded) loaded = parley_small_load (ISSUES, PARTIES, OPEN_DRAFTS);
  g_autoptr(ParleyHistory) history = parley_history_new (loaded->scenario, both, NULL);
  const ParleyHistoryStep *step = NULL;

  CU_ASSERT_PTR_NOT_NULL_FATAL (history);
  expect_stop (history, 0, 1, "open", "silent 50 %, concession 50 %",
               "silent 50 %, concession 50 %");
  step = parley_path_stop (&history->paths[0], 1)->from_own;
  CU_ASSERT_TRUE (parley_history_step_varies (step) && !step->kinds.drawn);
  expect_shift (step, 0, "-40", "0");
  expect_shift (step, 1, "0", "50");
  expect_stop (history, 0, 2, "dear", "selfish", "selfish");
  expect_shift (parley_path_stop (&history->paths[0], 2)->from_own, 0, "25", "25");

  /* Of the maker one draft: no way. The owner's part: from 70 to 95 or 55, of 40. */
  CU_ASSERT_FALSE (history->paths[1].has_part);
  PARLEY_EXPECT_EXACT ("at least", history->paths[0].part_low, "-5/8");
  PARLEY_EXPECT_EXACT ("at most", history->paths[0].part_high, "3/8");
  CU_ASSERT_EQUAL (history->further, -1);
}

/* Where what is given leaves an open term one option, it is not the same as where both are open. */
static void
test_given (void)
{
  g_autoptr(ParleyLoaded) loaded = parley_small_load (
      ISSUES, PARTIES,
      "'as_of': '2020-06-01', 'drafts': [" DRAFT (
          "given",
          "'date': '2020-01-01', 'tabled_by': 'owner', 'terms': { 'fee': 10 },"
          "'given': [ { 'if': { 'term': 'five' }, 'then': { 'fee': 20 } } ]") "," DRAFT ("open",
                                                                                         "'date': '2020-02-01', 'tabled_by': 'owner', 'terms': { 'fee': 10 }") "]");
  g_autoptr(ParleyHistory) history = parley_history_new (loaded->scenario, both, NULL);

  CU_ASSERT_PTR_NOT_NULL_FATAL (history);
  expect_stop (history, 0, 1, "open", "silent 50 %, selfish 50 %", "silent 50 %, selfish 50 %");
}

/* So many completions that pairs are drawn. With "y" the owner has 40 after 50, with "x" 40 after
 * 30; but before, "x" went with no other "a" than 0. So of 102 pairs one is fortunate. */
static void
test_drawn (void)
{
  static const char issues[]
      = "{ 'id': 'a', 'title': 'A', 'kind': 'range', 'min': 0, 'max': 100, 'step': 1 },"
        "{ 'id': 'b', 'title': 'B', 'kind': 'choice', 'options': [ { 'id': 'x', 'title': 'X' },"
        "{ 'id': 'y', 'title': 'Y' } ] },"
        "{ 'id': 'c', 'title': 'C', 'kind': 'choice', 'options': [ { 'id': 'o', 'title': 'O' },"
        "{ 'id': 'n', 'title': 'N' } ] }";
  static const char parties[]
      = "{ 'id': 'owner', 'title': 'Owner', 'reservation': 0, 'weights': { 'c': 1 },"
        "'values': { 'c': { 'o': 50, 'n': 40 } },"
        "'adjustments': [ { 'id': 'j', 'when': { 'b': 'x', 'c': 'o' }, 'points': -20 } ] },"
        "{ 'id': 'maker', 'title': 'Maker', 'reservation': 0, 'weights': { 'c': 1 },"
        "'values': { 'c': { 'o': 0, 'n': 100 } } }";
  g_autoptr(ParleyLoaded) loaded = parley_small_load (
      issues, parties,
      "'drafts': [" DRAFT (
          "old",
          "'date': '2020-01-01', 'tabled_by': 'owner', 'terms': { 'c': 'o' },"
          "'given': [ { 'if': { 'b': 'x' }, 'then': { 'a': { 'max': 0 } } } ]") "," DRAFT ("new",
                                                                                           "'date': '2020-02-01', 'tabled_by': 'owner', 'terms': { 'c': 'n' }") "]");
  g_autoptr(ParleyHistory) history = parley_history_new (loaded->scenario, both, NULL);
  const ParleyHistoryStep *step = NULL;

  CU_ASSERT_PTR_NOT_NULL_FATAL (history);
  step = history->paths[0].whole;
  CU_ASSERT_PTR_NOT_NULL_FATAL (step);
  CU_ASSERT_TRUE (parley_history_step_varies (step) && step->kinds.drawn);
  CU_ASSERT (step->kinds.shares[PARLEY_REDRAFT_FORTUNATE] < 0.02);
  CU_ASSERT_DOUBLE_EQUAL (step->kinds.shares[PARLEY_REDRAFT_FORTUNATE]
                              + step->kinds.shares[PARLEY_REDRAFT_CONCESSION],
                          1, 1e-12);
}

/* A rule ties "b", which is the same in both drafts, to "c", which is not: there are "x" with each
 * of three terms and "y" with one. Each of these four is as likely, and two change nothing. */
static void
test_drawn_tied (void)
{
  static const char issues[]
      = "{ 'id': 'a', 'title': 'A', 'kind': 'range', 'min': 0, 'max': 100, 'step': 1 },"
        "{ 'id': 'b', 'title': 'B', 'kind': 'choice', 'options': [ { 'id': 'x', 'title': 'X' },"
        "{ 'id': 'y', 'title': 'Y' } ] },"
        "{ 'id': 'c', 'title': 'C', 'kind': 'choice', 'options': [ { 'id': 'o', 'title': 'O' },"
        "{ 'id': 'n', 'title': 'N' }, { 'id': 'm', 'title': 'M' } ] }";
  static const char parties[]
      = "{ 'id': 'owner', 'title': 'Owner', 'reservation': 0, 'weights': { 'c': 1 },"
        "'values': { 'c': { 'o': 50, 'n': 40, 'm': 40 } } },"
        "{ 'id': 'maker', 'title': 'Maker', 'reservation': 0, 'weights': { 'c': 1 },"
        "'values': { 'c': { 'o': 0, 'n': 100, 'm': 100 } } }";
  g_autoptr(ParleyLoaded) loaded = parley_small_load (
      issues, parties,
      "'rules': [ { 'id': 'r', 'forbid': { 'b': 'y', 'c': ['n', 'm'] } } ], 'drafts': [" DRAFT (
          "old",
          "'date': '2020-01-01', 'tabled_by': 'owner', 'terms': {}") "," DRAFT ("new",
                                                                                "'date': '2020-02-01', 'tabled_by': 'owner', 'terms': { 'c': 'o' }") "]");
  g_autoptr(ParleyHistory) history = parley_history_new (loaded->scenario, both, NULL);
  const ParleyStepKinds *kinds = NULL;

  CU_ASSERT_PTR_NOT_NULL_FATAL (history);
  kinds = &history->paths[0].whole->kinds;
  CU_ASSERT_TRUE (kinds->known && kinds->drawn);
  CU_ASSERT_DOUBLE_EQUAL (kinds->shares[PARLEY_REDRAFT_SILENT], 0.5, 0.03);
  CU_ASSERT_DOUBLE_EQUAL (kinds->shares[PARLEY_REDRAFT_SELFISH], 0.5, 0.03);
}

/* A draft that the rules do not allow has no scores, and steps to and from it no kind. */
static void
test_infeasible (void)
{
  g_autoptr(ParleyLoaded) loaded
      = parley_small_load (ISSUES, PARTIES,
                           DRAFTS
                           ", 'rules': [ { 'id': 'r', 'forbid': { 'fee': 10, 'term': 'five' } } ]");
  g_autoptr(ParleyHistory) history = parley_history_new (loaded->scenario, both, NULL);
  g_autoptr(ParleyDocument) document = NULL;

  CU_ASSERT_PTR_NOT_NULL_FATAL (history);
  expect_stop (history, 0, 1, "third", NULL, NULL);
  expect_stop (history, 0, 2, "fourth", NULL, NULL);
  expect_stop (history, 0, 3, "undated", "concession", "concession");
  document = parley_history_to_document (history, TRUE);
  CU_ASSERT_PTR_NOT_NULL (document);
  parley_chart_free (parley_plot_history (history));
}

/* The picture */

static const ParleySeries *
find_line (const ParleyChart *chart, ParleyInk ink)
{
  for (guint s = 0; s < chart->series->len; s++)
    {
      const ParleySeries *series = parley_chart_get_series (chart, s);

      if (series->kind == PARLEY_SERIES_LINE && series->ink == ink)
        return series;
    }
  return NULL;
}

static void
expect_points (const ParleySeries *series, const char *want)
{
  g_autoptr(GString) got = g_string_new (NULL);

  for (guint d = 0; series != NULL && d < series->data->len; d++)
    g_string_append_printf (got, "%s%g,%g", d > 0 ? " " : "", parley_series_get (series, d)->x,
                            parley_series_get (series, d)->y);
  PARLEY_EXPECT_TEXT ("way", got->str, want);
}

static void
test_picture (void)
{
  g_autoptr(ParleyLoaded) loaded = parley_small_load (ISSUES, PARTIES, DRAFTS);
  g_autoptr(ParleyHistory) history = parley_history_new (loaded->scenario, both, NULL);
  g_autoptr(ParleyChart) chart = parley_plot_history (history);

  expect_points (find_line (chart, PARLEY_INK_FIRST), "95,0 70,25 55,50 30,75");
  expect_points (find_line (chart, PARLEY_INK_SECOND), "0,100 55,50");
  CU_ASSERT_PTR_NOT_NULL (strstr (chart->description, "Maker accepts from 30."));
  CU_ASSERT_EQUAL (chart->x.high, 100);
}

/* Any two drafts, against looking at every two deals */

/* The completions of a draft. */
typedef struct
{
  ParleyDomain *domain;
  GPtrArray    *deals; /* of ParleyNaiveDeal */
} Side;

/* What a deal says of the issue of an axis, as a number that is the same for the same term. */
static double
term_of (const Side *side, const ParleyNaiveDeal *deal, guint axis)
{
  const ParleyAxis *options = &side->domain->axes[axis];
  guint option = deal->options[axis];

  return options->numbers != NULL ? mpq_get_d (options->numbers[option]) : options->options[option];
}

static gboolean
has_term (const Side *side, guint axis, double term)
{
  for (guint i = 0; i < side->deals->len; i++)
    {
      const ParleyNaiveDeal *deal = g_ptr_array_index (side->deals, i);

      if (deal->feasible && term_of (side, deal, axis) == term)
        return TRUE;
    }
  return FALSE;
}

static gboolean
covers (const Side *side, const Side *other, guint axis)
{
  for (guint i = 0; i < other->deals->len; i++)
    {
      const ParleyNaiveDeal *deal = g_ptr_array_index (other->deals, i);

      if (deal->feasible && !has_term (side, axis, term_of (other, deal, axis)))
        return FALSE;
    }
  return TRUE;
}

/* Whether all that the axis can be is the same on both sides, and the engine sees the same options.
 */
static gboolean
is_alike (const Side sides[2], guint axis)
{
  return sides[0].domain->axes[axis].n_options == sides[1].domain->axes[axis].n_options
         && covers (&sides[0], &sides[1], axis) && covers (&sides[1], &sides[0], axis);
}

typedef struct
{
  guint counts[PARLEY_N_REDRAFT_KINDS];
  guint n;
  mpq_t low[2]; /* of the own side, and of the other */
  mpq_t high[2];
} Tally;

/* As the paper has it, from the signs of what both sides gain. */
static ParleyRedraftKind
kind_of_signs (int own, int other)
{
  if (own == 0 && other == 0)
    return PARLEY_REDRAFT_SILENT;
  if (own == 0 && other > 0)
    return PARLEY_REDRAFT_NICE;
  if (own > 0 && other > 0)
    return PARLEY_REDRAFT_FORTUNATE;
  if (own > 0)
    return PARLEY_REDRAFT_SELFISH;
  return own < 0 && other >= 0 ? PARLEY_REDRAFT_CONCESSION : PARLEY_REDRAFT_UNFORTUNATE;
}

static void
tally_pair (Tally *tally,
            const ParleyNaiveDeal *from,
            const ParleyNaiveDeal *to,
            const guint parties[2])
{
  int signs[2];
  mpq_t shift;

  mpq_init (shift);
  for (guint s = 0; s < 2; s++)
    {
      mpq_sub (shift, to->scores[parties[s]], from->scores[parties[s]]);
      signs[s] = mpq_sgn (shift);
      if (tally->n == 0 || mpq_cmp (shift, tally->low[s]) < 0)
        mpq_set (tally->low[s], shift);
      if (tally->n == 0 || mpq_cmp (shift, tally->high[s]) > 0)
        mpq_set (tally->high[s], shift);
    }
  tally->counts[kind_of_signs (signs[0], signs[1])]++;
  tally->n++;
  mpq_clear (shift);
}

static void
tally_all (Tally *tally, const Side sides[2], const guint parties[2])
{
  g_autofree gboolean *alike = g_new (gboolean, sides[0].domain->n_axes + 1);

  for (guint a = 0; a < sides[0].domain->n_axes; a++)
    alike[a] = is_alike (sides, a);
  for (guint i = 0; i < sides[0].deals->len; i++)
    for (guint j = 0; j < sides[1].deals->len; j++)
      {
        const ParleyNaiveDeal *from = g_ptr_array_index (sides[0].deals, i);
        const ParleyNaiveDeal *to = g_ptr_array_index (sides[1].deals, j);
        gboolean fits = from->feasible && to->feasible;

        for (guint a = 0; fits && a < sides[0].domain->n_axes; a++)
          fits = !alike[a] || term_of (&sides[0], from, a) == term_of (&sides[1], to, a);
        if (fits)
          tally_pair (tally, from, to, parties);
      }
}

/* How often each thing was seen, so that a test of nothing is noticed. */
typedef struct
{
  guint n_exact;
  guint n_certain;
} Seen;

static void
expect_step (const Tally *tally,
             const ParleyHistoryStep *step,
             const guint parties[2],
             Seen *seen,
             guint32 seed)
{
  gboolean all = step->kinds.known && !step->kinds.drawn;

  for (guint s = 0; s < 2; s++)
    {
      int low = mpq_cmp (step->redraft->total[parties[s]].low, tally->low[s]);
      int high = mpq_cmp (step->redraft->total[parties[s]].high, tally->high[s]);

      PARLEY_EXPECT (all ? low == 0 && high == 0 : low <= 0 && high >= 0, "seed %u: shifts", seed);
    }
  if (all && tally->counts[step->kind] != tally->n)
    PARLEY_EXPECT (step->kind == PARLEY_REDRAFT_UNKNOWN, "seed %u: a kind", seed);
  if (all && step->kind == PARLEY_REDRAFT_UNKNOWN)
    for (guint k = 0; k < PARLEY_N_REDRAFT_KINDS; k++)
      PARLEY_EXPECT (tally->counts[k] < tally->n, "seed %u: the only kind", seed);
  if (step->kind != PARLEY_REDRAFT_UNKNOWN)
    PARLEY_EXPECT (tally->counts[step->kind] == tally->n, "seed %u: kind", seed);
  seen->n_certain += step->kind != PARLEY_REDRAFT_UNKNOWN;
  for (guint k = 1; parley_history_step_varies (step) && k < PARLEY_N_REDRAFT_KINDS; k++)
    {
      double share = (double) tally->counts[k] / tally->n;

      if (step->kinds.drawn)
        PARLEY_EXPECT (fabs (step->kinds.shares[k] - share) < 0.04, "seed %u: %g instead of %g",
                       seed, step->kinds.shares[k], share);
      else
        PARLEY_EXPECT (fabs (step->kinds.shares[k] - share) < 1e-12, "seed %u: shares", seed);
    }
  seen->n_exact += parley_history_step_varies (step) && !step->kinds.drawn;
}

/* Both steps between two drafts of @scenario, for each two parties with scores. */
static void
check_steps (const ParleyScenario *scenario, Seen *seen, guint32 seed)
{
  guint last = scenario->drafts->len - 1;
  Side sides[2];

  for (guint s = 0; s < 2; s++)
    {
      const ParleyDraft *draft = parley_scenario_draft (scenario, last - 1 + s);

      sides[s].domain = parley_domain_new_draft (scenario, draft);
      sides[s].deals = parley_naive_deals (scenario, sides[s].domain, draft, NULL);
    }
  for (guint p = 0; p < scenario->parties->len; p++)
    for (guint q = 0; q < scenario->parties->len; q++)
      {
        const guint pair[2] = { p, q };
        g_autoptr(ParleyHistory) history = NULL;
        Tally tally = { .n = 0 };

        if (p == q || !parley_party_is_scored (parley_scenario_party (scenario, p))
            || !parley_party_is_scored (parley_scenario_party (scenario, q)))
          continue;
        mpq_inits (tally.low[0], tally.low[1], tally.high[0], tally.high[1], NULL);
        history = parley_history_new (scenario, pair, NULL);
        tally_all (&tally, sides, pair);
        if (tally.n > 0)
          expect_step (&tally, history->paths[0].whole, pair, seen, seed);
        mpq_clears (tally.low[0], tally.low[1], tally.high[0], tally.high[1], NULL);
      }
  for (guint s = 0; s < 2; s++)
    {
      g_ptr_array_unref (sides[s].deals);
      parley_domain_free (sides[s].domain);
    }
}

/* Makes all parties stand behind a draft on a day. */
static void
date_draft (const ParleyScenario *scenario, ParleyDraft *draft, const char *day)
{
  g_free (draft->date);
  draft->date = g_strdup (day);
  g_array_set_size (draft->tabled_by, 0);
  for (guint p = 0; p < scenario->parties->len; p++)
    g_array_append_val (draft->tabled_by, p);
  g_ptr_array_set_size (draft->events, 0);
}

/* Opens about half of the terms. */
static void
open_terms (ParleyDraft *draft, guint32 seed)
{
  for (guint i = 0; i < draft->n_issues; i++)
    if (((seed >> i) & 1) != 0)
      g_clear_pointer (&draft->terms[i], parley_draft_term_free);
}

/* The draft of a random scenario, then another: the first with fewer terms known, or some deal. */
static void
test_any_drafts (void)
{
  Seen seen = { 0, 0 };

  for (guint32 seed = 1; seed < 2 * PARLEY_N_SAMPLES; seed += 2)
    {
      g_autoptr(ParleySample) sample = parley_sample_new (seed);
      g_autoptr(ParleyLoaded) again = parley_random_scenario (seed);
      g_autoptr(GPtrArray) more
          = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_draft_free);
      ParleyDraft *first = g_ptr_array_index (sample->loaded->scenario->drafts, 0);
      ParleyDraft *second = NULL;
      ParleyScenario *scenario = NULL;

      if (seed % 4 == 1)
        {
          second = g_ptr_array_steal_index (again->scenario->drafts, 0);
          open_terms (second, seed / 4);
        }
      else
        second = parley_deal_draft_new (
            sample->space, parley_sample_deal (sample, seed % sample->deals->len)->options,
            sample->scenario, "deal", "Deal");
      date_draft (sample->scenario, first, "2020-01-01");
      date_draft (sample->scenario, second, "2020-02-01");
      g_free (second->id);
      second->id = g_strdup ("second");
      g_ptr_array_add (more, second);
      scenario = parley_scenario_with_drafts (sample->scenario, more);
      check_steps (scenario, &seen, seed);
      parley_scenario_with_drafts_free (scenario);
    }
  PARLEY_EXPECT (seen.n_exact > parley_effort_rare (40), "%u exact", seen.n_exact);
  PARLEY_EXPECT (seen.n_certain > parley_effort_rare (20), "%u certain", seen.n_certain);
}

void
parley_test_history (void)
{
  CU_pSuite suite = CU_add_suite ("history", NULL, NULL);

  CU_ADD_TEST (suite, test_by_hand);
  CU_ADD_TEST (suite, test_other_order);
  CU_ADD_TEST (suite, test_open);
  CU_ADD_TEST (suite, test_given);
  CU_ADD_TEST (suite, test_drawn);
  CU_ADD_TEST (suite, test_drawn_tied);
  CU_ADD_TEST (suite, test_infeasible);
  CU_ADD_TEST (suite, test_picture);
  CU_ADD_TEST (suite, test_any_drafts);
}
