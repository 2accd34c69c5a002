/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <float.h>
#include <math.h>

#include "report/gauge.h"
#include "report/lettering.h"
#include "report/placement.h"

#include "expect.h"
#include "suites.h"

/* "0|20|40", and behind it the ends of the scale where no tick stands there. */
static char *
ticks_of (const ParleyGauge *gauge)
{
  GString *out = g_string_new (NULL);

  for (guint t = 0; t < gauge->n_ticks; t++)
    {
      g_autofree char *text = parley_gauge_text (gauge, t);

      g_string_append_printf (out, "%s%s", t > 0 ? "|" : "", text);
    }
  return g_string_free (out, FALSE);
}

static void
test_ticks (void)
{
  static const struct
  {
    const char *label;
    double low;
    double high;
    gboolean fixed;
    guint most;
    const char *ticks;
    const char *title; /* of "Deals" */
  } rows[] = {
    { "points", 0, 100, TRUE, 6, "0|20|40|60|80|100", "Deals" },
    { "ends between ticks", 11.4, 87.7, FALSE, 5, "0|20|40|60|80|100", "Deals" },
    { "fixed ends between ticks", 11.4, 87.7, TRUE, 5, "20|40|60|80", "Deals" },
    { "about zero", -7, 12, FALSE, 5, "-10|-5|0|5|10|15", "Deals" },
    { "small", 0, 0.3, FALSE, 4, "0.0|0.1|0.2|0.3", "Deals" },
    { "smaller", -0.0021, 0.004, FALSE, 4, "-0.004|-0.002|0.000|0.002|0.004", "Deals" },
    { "halves", 45, 47, FALSE, 4, "45.0|45.5|46.0|46.5|47.0", "Deals" },
    { "equal", 50, 50, FALSE, 5, "44|46|48|50|52|54|56", "Deals" },
    { "nothing", 0, 0, FALSE, 2, "-1|0|1", "Deals" },
    { "thousands", 0, 9000, FALSE, 3, "0|5,000|10,000", "Deals" },
    { "just not large", 0, 9.9e6, TRUE, 2, "0|5,000,000", "Deals" },
    { "millions", 0, 2.5e8, FALSE, 3, "0|100|200|300", "Deals, in millions" },
    { "billions", 0, 1.2e10, FALSE, 4, "0|5|10|15", "Deals, in billions" },
    { "from 0 to 1e9", 0, 1e9, FALSE, 2, "0.0|0.5|1.0", "Deals, in billions" },
    { "beyond words", 0, 3e52, FALSE, 3, "0|10|20|30", "Deals, in 10^51" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      ParleyGauge gauge = parley_gauge (rows[i].low, rows[i].high, rows[i].fixed, rows[i].most);
      g_autofree char *ticks = ticks_of (&gauge);
      g_autofree char *title = parley_gauge_title (&gauge, "Deals");

      PARLEY_EXPECT_TEXT (rows[i].label, ticks, rows[i].ticks);
      PARLEY_EXPECT_TEXT (rows[i].label, title, rows[i].title);
    }
}

/* The largest numbers and the least still give a scale. */
static void
test_far_ends (void)
{
  static const double ends[][2] = {
    { -DBL_MAX, DBL_MAX },  { DBL_MAX, DBL_MAX }, { 0, DBL_MAX },
    { -DBL_MAX, -DBL_MAX }, { 0, DBL_MIN },       { 1, 1 },
    { 0, 4.9406565e-324 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    for (guint fixed = 0; fixed < 2; fixed++)
      {
        ParleyGauge gauge = parley_gauge (ends[i][0], ends[i][1], fixed != 0, 5);

        CU_ASSERT_TRUE (gauge.n_ticks >= 1 && gauge.n_ticks <= 7);
        CU_ASSERT_TRUE (isfinite (gauge.high - gauge.low) && gauge.low < gauge.high);
      }
}

/* Whatever the numbers, ticks are few, within the scale, and a round number apart. */
static void
test_any_ticks (void)
{
  GRand *rand = g_rand_new_with_seed (6);

  for (guint n = 0; n < 2000; n++)
    {
      double size = pow (10, g_rand_double_range (rand, -6, 18));
      double low = g_rand_double_range (rand, -1, 1) * size;
      double high = low + g_rand_double (rand) * size;
      guint most = (guint) g_rand_int_range (rand, 2, 12);
      gboolean fixed = g_rand_boolean (rand);
      ParleyGauge gauge = parley_gauge (low, high, fixed, most);
      double digit = gauge.step;

      while (digit > 7)
        digit /= 10;
      while (digit < 0.7)
        digit *= 10;
      CU_ASSERT (fabs (digit - 1) < 1e-6 || fabs (digit - 2) < 1e-6 || fabs (digit - 5) < 1e-6);
      CU_ASSERT (gauge.n_ticks <= most + 2);
      CU_ASSERT (gauge.low <= low && gauge.high >= high);
      CU_ASSERT (!fixed || (gauge.low == low && gauge.high == high));
      for (guint t = 0; t < gauge.n_ticks; t++)
        CU_ASSERT (parley_gauge_tick (&gauge, t) >= gauge.low - gauge.step * 1e-6
                   && parley_gauge_tick (&gauge, t) <= gauge.high + gauge.step * 1e-6);
    }
  g_rand_free (rand);
}

static void
test_lettering (void)
{
  static const struct
  {
    const char *text;
    double width;
    guint most;
    const char *want; /* lines */
  } rows[] = {
    { "US share of the fund", 60, 3, "US share of|the fund" },
    { "US share of the fund", 60, 1, "US share…" },
    { "US share of the fund", 1000, 1, "US share of the fund" },
    { "Landeskreditgarantie", 50, 9, "Landeskr|editgaran|tie" },
    { "", 50, 2, "" },
    { "Україна й надра", 45, 2, "Україна|й надра" },
    { "e\u0301e\u0301e\u0301", 7, 9, "e\u0301|e\u0301|e\u0301" },
    { "x", 0, 9, "x" },
  };

  CU_ASSERT_DOUBLE_EQUAL (parley_lettering_width ("Hello", 1000, FALSE), 2535, 1);
  CU_ASSERT_DOUBLE_EQUAL (parley_lettering_width ("", 10, FALSE), 0, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GPtrArray) lines
          = parley_lettering_wrap (rows[i].text, 10, FALSE, rows[i].width, rows[i].most, NULL);
      g_autofree char *got = NULL;

      g_ptr_array_add (lines, NULL);
      got = g_strjoinv ("|", (char **) lines->pdata);
      PARLEY_EXPECT_TEXT (rows[i].text, got, rows[i].want);
    }
}

static gboolean
is_inside (const ParleyRectangle *inner, const ParleyRectangle *outer)
{
  return inner->x >= outer->x && inner->y >= outer->y
         && inner->x + inner->width <= outer->x + outer->width
         && inner->y + inner->height <= outer->y + outer->height;
}

/* Labels of points anywhere, and of lines and boxes. */
static ParleyPlacement *
random_placement (GRand *rand, guint n)
{
  ParleyRectangle frame = { 40, 30, 400, 260 };
  ParleyPlacement *placement = parley_placement_new (&frame);

  for (guint i = 0; i < n; i++)
    {
      ParleyPlaceKind kind = (ParleyPlaceKind) g_rand_int_range (rand, 0, 4);
      ParleyRectangle target
          = { g_rand_double_range (rand, 44, 430), g_rand_double_range (rand, 34, 280), 6, 6 };

      if (kind == PARLEY_PLACE_WITHIN)
        target.width = target.height = g_rand_double_range (rand, 1, 120);
      if (kind == PARLEY_PLACE_UPRIGHT)
        target = (ParleyRectangle){ target.x, frame.y, 0, frame.height };
      if (kind == PARLEY_PLACE_LEVEL)
        target = (ParleyRectangle){ frame.x, target.y, frame.width, 0 };
      if (kind == PARLEY_PLACE_ABOUT)
        parley_placement_block (placement, &target);
      parley_placement_add (placement, kind, &target, g_rand_double_range (rand, 8, 110),
                            g_rand_double_range (rand, 9, 20));
    }
  return placement;
}

/* No label covers another, a point or the edge, however many there are. */
static void
test_placement (void)
{
  GRand *rand = g_rand_new_with_seed (30);
  guint n_whole = 0;

  for (guint round = 0; round < 40; round++)
    {
      guint n = (guint) g_rand_int_range (rand, 1, 40);
      g_autoptr(ParleyPlacement) placement = random_placement (rand, n);
      gboolean all = TRUE;
      gboolean whole = parley_placement_solve (placement);

      for (guint a = 0; a < n; a++)
        {
          const ParleyLabelPlace *place = parley_placement_get (placement, a);

          all &= place->placed;
          CU_ASSERT (!place->placed || is_inside (&place->at, &placement->frame));
          for (guint b = 0; b < placement->blocks->len && place->placed; b++)
            CU_ASSERT_FALSE (parley_rectangles_overlap (
                &place->at, &g_array_index (placement->blocks, ParleyRectangle, b)));
          for (guint b = 0; b < a && place->placed; b++)
            CU_ASSERT_FALSE (parley_placement_get (placement, b)->placed
                             && parley_rectangles_overlap (
                                 &place->at, &parley_placement_get (placement, b)->at));
        }
      CU_ASSERT_EQUAL (whole, all);
      n_whole += whole ? 1 : 0;
    }
  CU_ASSERT (n_whole >= 30);
  g_rand_free (rand);
}

/* One label goes beside its point; where a line is in the way, it goes elsewhere. */
static void
test_best_place (void)
{
  ParleyRectangle frame = { 0, 0, 200, 100 };
  ParleyRectangle point = { 97, 47, 6, 6 };
  ParleySegment leader;
  g_autoptr(ParleyPlacement) alone = parley_placement_new (&frame);
  g_autoptr(ParleyPlacement) beside = parley_placement_new (&frame);

  parley_placement_add (alone, PARLEY_PLACE_ABOUT, &point, 40, 10);
  CU_ASSERT_TRUE (parley_placement_solve (alone));
  CU_ASSERT_DOUBLE_EQUAL (parley_placement_get (alone, 0)->at.x, 105, 1e-9);
  CU_ASSERT_DOUBLE_EQUAL (parley_placement_get (alone, 0)->at.y, 45, 1e-9);
  CU_ASSERT_FALSE (parley_place_leader (parley_placement_get (alone, 0), &leader));
  parley_placement_line (beside, 120, 0, 120, 100);
  parley_placement_add (beside, PARLEY_PLACE_ABOUT, &point, 40, 10);
  CU_ASSERT_TRUE (parley_placement_solve (beside));
  CU_ASSERT (parley_placement_get (beside, 0)->at.x + 40 <= 120);
}

/* Off the corner of its box a label could be that of another box there: then it goes below its
 * own. */
static void
test_doubtful_place (void)
{
  ParleyRectangle frame = { 0, 0, 130, 100 };
  ParleyRectangle box = { 97, 40, 20, 20 };
  ParleyRectangle below = { 92, 74, 20, 8 };

  for (guint others = 0; others < 2; others++)
    {
      g_autoptr(ParleyPlacement) placement = parley_placement_new (&frame);
      const ParleyLabelPlace *place = NULL;

      parley_placement_area (placement, &box);
      if (others > 0)
        parley_placement_area (placement, &below);
      parley_placement_line (placement, 60, 30, 94, 58);
      parley_placement_add (placement, PARLEY_PLACE_ABOUT, &box, 80, 10);
      CU_ASSERT_TRUE (parley_placement_solve (placement));
      place = parley_placement_get (placement, 0);
      CU_ASSERT_TRUE (place->at.y > box.y + box.height);
      CU_ASSERT_EQUAL (others > 0, place->at.x + place->at.width > box.x);
    }
}

static void
test_no_room (void)
{
  ParleyRectangle frame = { 0, 0, 30, 30 };
  ParleyRectangle point = { 12, 12, 6, 6 };
  g_autoptr(ParleyPlacement) placement = parley_placement_new (&frame);

  parley_placement_add (placement, PARLEY_PLACE_ABOUT, &point, 40, 10);
  CU_ASSERT_FALSE (parley_placement_solve (placement));
  CU_ASSERT_FALSE (parley_placement_get (placement, 0)->placed);
}

void
parley_test_chart (void)
{
  CU_pSuite suite = CU_add_suite ("chart", NULL, NULL);
  CU_add_test (suite, "far ends", test_far_ends);

  CU_add_test (suite, "ticks", test_ticks);
  CU_add_test (suite, "doubtful place", test_doubtful_place);
  CU_add_test (suite, "any ticks", test_any_ticks);
  CU_add_test (suite, "lettering", test_lettering);
  CU_add_test (suite, "placement", test_placement);
  CU_add_test (suite, "best place", test_best_place);
  CU_add_test (suite, "no room", test_no_room);
}
