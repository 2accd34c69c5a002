/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scores from and to exact numbers. */
#include "space/score.h"

#include "expect.h"
#include "small.h"
#include "suites.h"

static char *
integer_of (ParleyScore score)
{
  mpz_t integer;
  char *text = NULL;

  mpz_init (integer);
  parley_score_to_integer (score, integer);
  text = g_malloc (mpz_sizeinbase (integer, 10) + 2);
  mpz_get_str (text, 10, integer);
  mpz_clear (integer);
  return text;
}

/* 2^120 is 1329227995784915872903807060280344576. */
static void
test_from_exact (void)
{
  static const struct
  {
    const char *number;
    gboolean    fits;
  } rows[] = {
    { "0", TRUE },
    { "1", TRUE },
    { "-1", TRUE },
    { "18446744073709551615", TRUE },
    { "18446744073709551616", TRUE },
    { "-18446744073709551616", TRUE },
    { "340282366920938463463", TRUE },
    { "1329227995784915872903807060280344575", TRUE },
    { "-1329227995784915872903807060280344575", TRUE },
    { "1329227995784915872903807060280344576", FALSE },
    { "-1329227995784915872903807060280344576", FALSE },
    { "340282366920938463463374607431768211456", FALSE },
    { "1/2", FALSE },
    { "-1/1000000000000", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      mpq_ptr number = parley_small_exact (rows[i].number);
      ParleyScore score = 42;
      gboolean fits = parley_score_from_exact (number, &score);
      g_autofree char *text = integer_of (score);

      PARLEY_EXPECT (fits == rows[i].fits, "%s", rows[i].number);
      PARLEY_EXPECT_TEXT (rows[i].number, text, rows[i].fits ? rows[i].number : "42");
      parley_exact_free (number);
    }
}

/* Also what stands for crossed red lines and waivers, in both halves of the issues. */
static void
test_to_integer (void)
{
  const struct
  {
    ParleyScore score;
    const char *want;
  } rows[] = {
    { PARLEY_SCORE_LIMIT, "1329227995784915872903807060280344576" },
    { -PARLEY_SCORE_LIMIT, "-1329227995784915872903807060280344576" },
    { -2 * PARLEY_SCORE_CROSSED - 1, "-10633823966279326983230456482242756609" },
    { PARLEY_SCORE_WAIVED, "21267647932558653966460912964485513216" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = integer_of (rows[i].score);

      PARLEY_EXPECT_TEXT (rows[i].want, text, rows[i].want);
    }
}

/* A crossing outweighs all scores, and a waiver a crossing in each half, whatever the
 * reservation; none of it comes near the end of the type. */
static void
test_marks (void)
{
  ParleyScore worst = -PARLEY_SCORE_LIMIT - 2 * PARLEY_SCORE_CROSSED;

  CU_ASSERT_TRUE (PARLEY_SCORE_LIMIT - PARLEY_SCORE_CROSSED < -PARLEY_SCORE_LIMIT);
  CU_ASSERT_TRUE (worst + PARLEY_SCORE_WAIVED >= PARLEY_SCORE_LIMIT);
  CU_ASSERT_TRUE (PARLEY_SCORE_LIMIT + PARLEY_SCORE_WAIVED <= (ParleyScore) 1 << 125);
}

static void
test_to_exact (void)
{
  static const struct
  {
    int         score;
    const char *denominator;
    const char *want;
  } rows[] = {
    { 0, "7", "0" },
    { 190, "662", "95/331" },
    { -190, "662", "-95/331" },
    { -6, "3", "-2" },
    { 1, "1267650600228229401496703205376", "1/1267650600228229401496703205376" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      mpz_t denominator;
      mpq_t number;

      mpz_init_set_str (denominator, rows[i].denominator, 10);
      mpq_init (number);
      parley_score_to_exact (rows[i].score, denominator, number);
      PARLEY_EXPECT_EXACT (rows[i].want, number, rows[i].want);
      mpq_clear (number);
      mpz_clear (denominator);
    }
}

static void
test_round_trip (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (5);

  for (guint i = 0; i < 2000; i++)
    {
      ParleyScore score = (ParleyScore) g_rand_int (rand) << 88
                          | (ParleyScore) g_rand_int (rand) << 56
                          | (ParleyScore) g_rand_int (rand) << 28 | g_rand_int (rand);
      ParleyScore back = 0;
      mpq_t number;

      score >>= g_rand_int_range (rand, 0, 120);
      score = g_rand_boolean (rand) ? score : -score;
      mpq_init (number);
      parley_score_to_integer (score, mpq_numref (number));
      CU_ASSERT_TRUE (parley_score_from_exact (number, &back));
      CU_ASSERT_TRUE (back == score);
      mpq_clear (number);
    }
}

void
parley_test_score_type (void)
{
  CU_pSuite suite = CU_add_suite ("score type", NULL, NULL);

  CU_add_test (suite, "from exact numbers", test_from_exact);
  CU_add_test (suite, "to integers", test_to_integer);
  CU_add_test (suite, "marks", test_marks);
  CU_add_test (suite, "to exact numbers", test_to_exact);
  CU_add_test (suite, "there and back", test_round_trip);
}
