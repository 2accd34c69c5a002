/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What charts are built of. */
#include "report/charts.h"

#include <expat.h>
#include <math.h>
#include <string.h>

#include "expect.h"
#include "report/svg.h"
#include "sample.h"
#include "small.h"
#include "suites.h"

static const ParleySeries *
find_series (const ParleyChart *chart, ParleySeriesKind kind, ParleyInk ink, ParleyFill fill)
{
  for (guint s = 0; s < chart->series->len; s++)
    {
      const ParleySeries *series = parley_chart_get_series (chart, s);

      if (series->kind == kind && series->ink == ink && series->fill == fill)
        return series;
    }
  return NULL;
}

/* "1.5,0 2.25,1": a bar's end and its row. */
static void
expect_bars (const char *label, const ParleySeries *series, const char *want)
{
  GString *got = g_string_new (NULL);

  for (guint d = 0; series != NULL && d < series->data->len; d++)
    {
      const ParleyDatum *datum = parley_series_get (series, d);

      if (datum->x != datum->x2)
        g_string_append_printf (got, "%s%g-%g,%g", d > 0 ? " " : "", datum->x, datum->x2, datum->y);
      else
        g_string_append_printf (got, "%s%g,%g", d > 0 ? " " : "", datum->x, datum->y);
    }
  PARLEY_EXPECT_TEXT (label, got->str, want);
  g_string_free (got, TRUE);
}

#define ISSUES                                                                                    \
  "{'id':'fee','title':'Fee','kind':'range','unit':'%','min':0,'max':4,'step':1},"               \
  "{'id':'term','title':'Term','kind':'choice','options':[{'id':'s','title':'Short'},{'id':'l',"  \
  "'title':'Long'}]}"
#define PARTIES                                                                                   \
  "{'id':'a','title':'A','reservation':{'value':50,'low':40,'high':60},"                         \
  "'weights':{'fee':{'value':1,'low':0,'high':2},'term':3},"                                     \
  "'values':{'fee':{'points':[[0,0],[4,100]]},'term':{'s':100,'l':0}}},"                         \
  "{'id':'b','title':'B','reservation':25,'weights':{'fee':1,'term':1},"                         \
  "'values':{'fee':{'points':[[0,100],[4,0]]},'term':{'s':0,'l':100}}}"
#define DRAFTS                                                                                    \
  "'drafts':[{'id':'x','title':'X','terms':{'fee':{'min':1,'max':2},'term':'s'}},"               \
  "{'id':'y','title':'Y','terms':{'fee':4,'term':'l'}}]"

static ParleyScores *
score_all (const ParleyScenario *scenario)
{
  g_autofree guint *drafts = g_new (guint, scenario->drafts->len + 1);

  for (guint d = 0; d < scenario->drafts->len; d++)
    drafts[d] = d;
  return parley_scores_new (scenario, drafts, scenario->drafts->len, PARLEY_SCORE_VERDICTS, NULL);
}

/* A: 1 of 4 and 3 of 4; with 2 the fee has 2 of 5, with 0 nothing. B: half and half. */
static void
test_weights (void)
{
  g_autoptr(ParleyLoaded) loaded = parley_small_load (ISSUES, PARTIES, "");
  g_autoptr(ParleyChart) chart = parley_plot_weights (loaded->scenario);

  PARLEY_EXPECT_TEXT ("the weightiest first", parley_scale_name (&chart->y, 0), "Term");
  expect_bars ("A", find_series (chart, PARLEY_SERIES_BARS, PARLEY_INK_FIRST, 0), "75,0 25,1");
  expect_bars ("A's range", find_series (chart, PARLEY_SERIES_WHISKERS, PARLEY_INK_FIRST, 0),
               "0-40,1");
  expect_bars ("B", find_series (chart, PARLEY_SERIES_BARS, PARLEY_INK_SECOND, 0), "50,0 50,1");
  expect_bars ("B has none", find_series (chart, PARLEY_SERIES_WHISKERS, PARLEY_INK_SECOND, 0), "");
}

/* X: a fee of 1 to 2 of 4 brings A 6.25 to 12.5 of 25 points, and the term all 75. */
static void
test_contributions (void)
{
  g_autoptr(ParleyLoaded) loaded = parley_small_load (ISSUES, PARTIES, DRAFTS);
  g_autoptr(ParleyScores) scores = score_all (loaded->scenario);
  g_autoptr(ParleyChart) chart
      = parley_plot_contributions (loaded->scenario, g_ptr_array_index (scores->drafts, 0));
  ParleyInk a = PARLEY_INK_FIRST;

  expect_bars ("best", find_series (chart, PARLEY_SERIES_BARS, a, PARLEY_FILL_HOLLOW), "25,0");
  expect_bars ("open", find_series (chart, PARLEY_SERIES_BARS, a, PARLEY_FILL_LIGHT),
               "6.25-12.5,0");
  expect_bars ("sure", find_series (chart, PARLEY_SERIES_BARS, a, PARLEY_FILL_SOLID),
               "6.25,0 75,1");
  CU_ASSERT_PTR_NOT_NULL (strstr (chart->description, "A gets 81.3-87.5 points in all."));
}

/* A's surplus from Y is 25 - 50; the fee's weight makes it 0 - 50 or 40 - 50; the reservation moves
 * it by 10 either way. */
static void
test_tornado (void)
{
  g_autoptr(ParleyLoaded) loaded = parley_small_load (ISSUES, PARTIES, DRAFTS);
  g_autoptr(ParleyScores) scores = score_all (loaded->scenario);
  const ParleyDraftScore *score = g_ptr_array_index (scores->drafts, 1);
  g_autoptr(ParleyTornado) tornado = parley_tornado_new (score, 0, NULL);
  g_autoptr(ParleyChart) chart = parley_plot_tornado (loaded->scenario, score, tornado, 10);

  PARLEY_EXPECT_TEXT ("rows", parley_scale_name (&chart->y, 0), "Weight of Fee: 0-2");
  expect_bars ("low", find_series (chart, PARLEY_SERIES_BARS, PARLEY_INK_FIRST, 0),
               "-25--50,0 -25--15,1");
  expect_bars ("high", find_series (chart, PARLEY_SERIES_BARS, PARLEY_INK_SECOND, 0),
               "-25--10,0 -25--35,1");
}

/* A long term leaves A 25 points at most of the 50 that it needs; a short one leaves B 25 up to a
 * fee of 2. */
static void
test_map (void)
{
  g_autoptr(ParleyLoaded) loaded = parley_small_load (ISSUES, PARTIES, "");
  ParleyDealsRequest request
      = { .map = PARLEY_MAP_PAIR, .map_issues = { 0, 1 }, .memory = PARLEY_BUDGET_DEFAULT };
  g_autoptr(ParleyDeals) deals = parley_deals_find (loaded->scenario, &request, NULL);
  g_autoptr(ParleyChart) chart = parley_plot_map (deals);
  const ParleySeries *cells = parley_chart_get_series (chart, 0);
  guint n = 0;

  PARLEY_EXPECT_TEXT ("rows", parley_scale_name (&chart->y, 4), "4 %");
  PARLEY_EXPECT_TEXT ("columns", parley_scale_name (&chart->x, 1), "Long");
  for (guint d = 0; d < cells->data->len; d++)
    {
      const ParleyDatum *cell = parley_series_get (cells, d);
      gboolean acceptable = cell->x == 0 && cell->y <= 2;

      CU_ASSERT_EQUAL (isnan (cell->value), !acceptable);
      n += acceptable && cell->value == 1 ? 1 : 0;
    }
  CU_ASSERT_EQUAL (n, 3);
}

static gboolean
is_xml (const char *text)
{
  XML_Parser parser = XML_ParserCreate (NULL);
  enum XML_Status status = XML_Parse (parser, text, (int) strlen (text), TRUE);

  XML_ParserFree (parser);
  return status == XML_STATUS_OK;
}

static void
check_drawn (ParleyChart *chart)
{
  g_autofree char *svg = parley_chart_to_svg (chart, PARLEY_SVG_INLINE);

  CU_ASSERT_TRUE (is_xml (svg));
  CU_ASSERT_PTR_NOT_NULL (chart->description);
  parley_chart_free (chart);
}

/* The first two parties that have scores. */
static gboolean
find_pair (const ParleyScenario *scenario, guint *pair)
{
  guint n = 0;

  for (guint p = 0; p < scenario->parties->len && n < 2; p++)
    if (parley_party_is_scored (parley_scenario_party (scenario, p)))
      pair[n++] = p;
  return n == 2;
}

/* Each draft with a completion stands where its scores are. */
static void
check_space (const ParleyScenario *scenario, const ParleyScores *scores, guint32 seed)
{
  ParleyDealsRequest request = { .memory = PARLEY_BUDGET_DEFAULT };
  guint pair[2];
  g_autoptr(ParleyDeals) deals = parley_deals_find (scenario, &request, NULL);
  g_autoptr(ParleyPortrait) portrait = NULL;
  ParleyChart *chart = NULL;
  guint n = 0;

  if (!find_pair (scenario, pair))
    return;
  portrait = parley_portrait_new (deals, pair, 1, NULL);
  chart = parley_plot_space (portrait, scores, NULL, 0);
  for (guint s = 0; s < chart->series->len; s++)
    {
      const ParleySeries *series = parley_chart_get_series (chart, s);

      for (guint d = 0; d < series->data->len && series->ink == PARLEY_INK_PLAIN; d++)
        for (guint i = 0; i < scores->drafts->len; i++)
          {
            const ParleyDraftScore *score = g_ptr_array_index (scores->drafts, i);
            const ParleyStanding *x = g_ptr_array_index (score->standings, pair[0]);
            const ParleyStanding *y = g_ptr_array_index (score->standings, pair[1]);
            const ParleyDatum *datum = parley_series_get (series, d);

            n += score->verdict != PARLEY_VERDICT_INFEASIBLE
                 && datum->x == parley_exact_to_double (x->low)
                 && datum->x2 == parley_exact_to_double (x->high)
                 && datum->y == parley_exact_to_double (y->low)
                 && datum->y2 == parley_exact_to_double (y->high);
          }
    }
  for (guint i = 0; i < scores->drafts->len; i++)
    if (((ParleyDraftScore *) g_ptr_array_index (scores->drafts, i))->verdict
        != PARLEY_VERDICT_INFEASIBLE)
      PARLEY_EXPECT (n > 0, "seed %u", seed);
  check_drawn (chart);
}

static void
test_any_scenario (void)
{
  for (guint32 seed = 0; seed < PARLEY_N_SAMPLES / 2; seed++)
    {
      g_autoptr(ParleyLoaded) loaded = parley_random_scenario (seed);
      g_autoptr(ParleyScores) scores = score_all (loaded->scenario);

      check_drawn (parley_plot_weights (loaded->scenario));
      check_space (loaded->scenario, scores, seed);
      for (guint d = 0; d < scores->drafts->len; d++)
        {
          const ParleyDraftScore *score = g_ptr_array_index (scores->drafts, d);

          if (score->verdict == PARLEY_VERDICT_INFEASIBLE)
            continue;
          check_drawn (parley_plot_contributions (loaded->scenario, score));
          for (guint p = 0; p < loaded->scenario->parties->len; p++)
            if (parley_party_is_scored (parley_scenario_party (loaded->scenario, p)))
              {
                g_autoptr(ParleyTornado) tornado = parley_tornado_new (score, p, NULL);

                check_drawn (parley_plot_tornado (loaded->scenario, score, tornado, 5));
              }
        }
    }
}

/* Where nothing brings anybody points the scales still go from one number to another. */
static void
test_nothing_to_gain (void)
{
  static const char parties[]
      = "{ 'id': 'a', 'title': 'A', 'reservation': 0, 'weights': { 'i0': 1 },"
        "  'values': { 'i0': { 'o0': 0, 'o1': 100 } } },"
        "{ 'id': 'b', 'title': 'B', 'reservation': 0, 'weights': { 'i0': 1 },"
        "  'values': { 'i0': { 'o0': 100, 'o1': 0 } } }";
  const guint pair[2] = { 0, 1 };
  g_autofree char *issues = parley_small_choices (1, 2);
  g_autoptr(ParleyLoaded) loaded = parley_small_load (
      issues, parties, "'rules': [ { 'id': 'r', 'forbid': { 'i0': ['o0', 'o1'] } } ]");
  ParleyDealsRequest request = { .memory = PARLEY_BUDGET_DEFAULT };
  g_autoptr(ParleyDeals) deals = parley_deals_find (loaded->scenario, &request, NULL);
  g_autoptr(ParleyPortrait) portrait = parley_portrait_new (deals, pair, 1, NULL);
  g_autoptr(ParleyScores) scores = score_all (loaded->scenario);
  ParleyChart *chart = parley_plot_space (portrait, scores, NULL, 0);

  CU_ASSERT (chart->x.low < chart->x.high);
  CU_ASSERT (chart->y.low < chart->y.high);
  check_drawn (chart);
}

void
parley_test_plot (void)
{
  CU_pSuite suite = CU_add_suite ("plot", NULL, NULL);

  CU_add_test (suite, "weights", test_weights);
  CU_add_test (suite, "contributions", test_contributions);
  CU_add_test (suite, "tornado", test_tornado);
  CU_add_test (suite, "map", test_map);
  CU_add_test (suite, "nothing to gain", test_nothing_to_gain);
  CU_add_test (suite, "any scenario", test_any_scenario);
}
