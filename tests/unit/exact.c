/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/exact.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/suggest.h"
#include "expect.h"
#include "small.h"
#include "suites.h"

#define TEN_DIGITS "1234567890"
#define FIFTY_DIGITS TEN_DIGITS TEN_DIGITS TEN_DIGITS TEN_DIGITS TEN_DIGITS
#define HUNDRED_DIGITS FIFTY_DIGITS FIFTY_DIGITS
#define TEN_ZEROS "0000000000"
#define FIFTY_ZEROS TEN_ZEROS TEN_ZEROS TEN_ZEROS TEN_ZEROS TEN_ZEROS

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    const char *want; /* NULL: refused */
  } rows[] = {
    { "0", "0" },
    { "-0", "0" },
    { "-0.0", "0" },
    { "12", "12" },
    { "0.1", "1/10" },
    { "-1.5e3", "-1500" },
    { "1E+2", "100" },
    { "25e-04", "1/400" },
    { "1e0000000000000000000000100", "1" FIFTY_ZEROS FIFTY_ZEROS },
    { "190/662", "95/331" },
    { "-4/2", "-2" },
    { "0/5", "0" },
    { HUNDRED_DIGITS, HUNDRED_DIGITS },
    { "-" HUNDRED_DIGITS, "-" HUNDRED_DIGITS },
    { "", NULL },
    { "-", NULL },
    { "+1", NULL },
    { "01", NULL },
    { "-01", NULL },
    { ".5", NULL },
    { "5.", NULL },
    { "1.e2", NULL },
    { "1e", NULL },
    { "1e+", NULL },
    { "1e+-2", NULL },
    { "1e101", NULL },
    { "1e-101", NULL },
    { "1e99999999999999999999", NULL },
    { " 1", NULL },
    { "1 ", NULL },
    { "1,5", NULL },
    { "1_000", NULL },
    { "0x10", NULL },
    { "NaN", NULL },
    { "inf", NULL },
    { "--1", NULL },
    { "1.2.3", NULL },
    { HUNDRED_DIGITS "1", NULL },
    { "0." HUNDRED_DIGITS, NULL },
    { "1/0", NULL },
    { "1/00", NULL },
    { "1/-2", NULL },
    { "1/+2", NULL },
    { "01/2", NULL },
    { "1/02", NULL },
    { "1/2/3", NULL },
    { "1.5/2", NULL },
    { "1/2.5", NULL },
    { "1/", NULL },
    { "/2", NULL },
    { "1 /2", NULL },
    { "1/2 ", NULL },
    { HUNDRED_DIGITS "1/3", NULL },
    { "3/" HUNDRED_DIGITS "1", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *got = NULL;
      mpq_t number;

      mpq_init (number);
      if (parley_exact_parse (rows[i].text, number))
        got = mpq_get_str (NULL, 10, number);
      mpq_clear (number);
      PARLEY_EXPECT_TEXT (rows[i].text, got, rows[i].want);
    }
}

static void
test_format (void)
{
  static const struct
  {
    const char *number;
    guint digits;
    const char *want;
  } rows[] = {
    { "0", 0, "0" },
    { "0", 2, "0.00" },
    { "1/3", 3, "0.333" },
    { "2/3", 3, "0.667" },
    { "5/2", 0, "3" },
    { "-5/2", 0, "-3" },
    { "3/2", 0, "2" },
    { "1/20", 1, "0.1" },
    { "-1/20", 1, "-0.1" },
    { "-1/21", 1, "0.0" },
    { "-1/1000", 2, "0.00" },
    { "999/1000", 2, "1.00" },
    { "-999/1000", 1, "-1.0" },
    { "1234567", 1, "1234567.0" },
    { "7/100", 2, "0.07" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *got = NULL;
      mpq_t number;

      mpq_init (number);
      CU_ASSERT_TRUE (parley_exact_parse (rows[i].number, number));
      got = parley_exact_format (number, rows[i].digits);
      mpq_clear (number);
      PARLEY_EXPECT_TEXT (rows[i].number, got, rows[i].want);
    }
}

static void
test_to_text (void)
{
  static const struct
  {
    const char *number;
    guint max_digits;
    const char *want;
  } rows[] = {
    { "0", 5, "0" },
    { "-12", 0, "-12" },
    { "0.10", 5, "0.1" },
    { "1/8", 3, "0.125" },
    { "1/8", 2, "1/8" },
    { "-1/8", 3, "-0.125" },
    { "190/662", 9, "95/331" },
    { "1e-3", 3, "0.001" },
    { "1e3", 0, "1000" },
    { "-1/3", 20, "-1/3" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *got = NULL;
      mpq_t number;
      mpq_t again;

      mpq_inits (number, again, NULL);
      CU_ASSERT_TRUE (parley_exact_parse (rows[i].number, number));
      got = parley_exact_to_text (number, rows[i].max_digits);
      CU_ASSERT_TRUE (parley_exact_parse (got, again));
      CU_ASSERT_TRUE (mpq_equal (number, again));
      mpq_clears (number, again, NULL);
      PARLEY_EXPECT_TEXT (rows[i].number, got, rows[i].want);
    }
}

static gboolean
is_double (const char *numerator, const char *denominator, double want)
{
  g_autofree char *text = g_strconcat (numerator, "/", denominator, NULL);
  double got;
  mpq_t number;

  mpq_init (number);
  mpq_set_str (number, text, 10);
  mpq_canonicalize (number);
  got = parley_exact_to_double (number);
  mpq_clear (number);
  return memcmp (&got, &want, sizeof got) == 0;
}

static void
test_to_double (void)
{
  static const struct
  {
    const char *numerator;
    const char *denominator;
    double want;
  } rows[] = {
    { "0", "1", 0.0 },
    { "1", "10", 0.1 },
    { "-1", "3", -1.0 / 3.0 },
    { "2", "3", 2.0 / 3.0 },
    /* Halfway between two doubles: to the even one, up as well as down. */
    { "9007199254740993", "1", 9007199254740992.0 },
    { "9007199254740995", "1", 9007199254740996.0 },
    { "-9007199254740993", "1", -9007199254740992.0 },
    /* A hair above halfway. */
    { "90071992547409930000000001", "10000000000", 9007199254740994.0 },
    { "18446744073709551615", "1", 18446744073709551616.0 },
    { "123456789012345678901234567890", "7", 17636684144620811271604938270.0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    CU_ASSERT_TRUE (is_double (rows[i].numerator, rows[i].denominator, rows[i].want));
}

/* Powers of two around the smallest doubles, where fewer bits are left. */
static void
test_to_double_subnormal (void)
{
  static const struct
  {
    guint times; /* this many */
    guint power; /* halves of one, so often */
    double want;
  } rows[] = {
    { 1, 1074, 0x1p-1074 }, { 1, 1075, 0.0 },      { 3, 1076, 0x1p-1074 }, { 3, 1075, 0x1p-1073 },
    { 5, 1075, 0x1p-1073 }, { 1, 2000, 0.0 },      { 1, 1022, DBL_MIN },   { 7, 1024, 7.0 * 0x1p-1024 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      double got;
      mpq_t number;

      mpq_init (number);
      mpq_set_ui (number, rows[i].times, 1);
      mpq_div_2exp (number, number, rows[i].power);
      got = parley_exact_to_double (number);
      mpq_clear (number);
      CU_ASSERT_TRUE (memcmp (&got, &rows[i].want, sizeof got) == 0);
    }
}

/* Every double is a fraction, and has to come back from it. */
static void
test_to_double_there_and_back (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (1);
  guint n_wrong = 0;
  mpq_t number;

  mpq_init (number);
  for (guint i = 0; i < 2000; i++)
    {
      double want = ldexp (g_rand_double (random) - 0.5, g_rand_int_range (random, -1080, 1000));
      double got;

      mpq_set_d (number, want);
      got = parley_exact_to_double (number);
      n_wrong += got < want || got > want;
    }
  mpq_clear (number);
  CU_ASSERT_EQUAL (n_wrong, 0);
}

static void
test_double_to_text (void)
{
  static const struct
  {
    double number;
    const char *want;
  } rows[] = {
    { 0.0, "0" },
    { -0.0, "0" },
    { 0.1, "0.1" },
    { -3.0, "-3" },
    { 1e-9, "1e-09" },
    { 81.5, "81.5" },
    { 1.0 / 3.0, "0.3333333333333333" },
    { 0.1 + 0.2, "0.30000000000000004" },
    { 5e-324, "5e-324" },
    { DBL_MAX, "1.7976931348623157e+308" },
    { 1e22, "1e+22" },
    { 123456789012.0, "123456789012" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *got = parley_double_to_text (rows[i].number);

      PARLEY_EXPECT_TEXT (rows[i].want, got, rows[i].want);
    }
}

static void
test_count (void)
{
  static const struct
  {
    const char *count;
    const char *want;
  } rows[] = {
    { "0", "0" },
    { "999", "999" },
    { "1000", "1,000" },
    { "65028096000", "65,028,096,000" },
    { "123456", "123,456" },
    { "-999", "-999" },
    { "-1000", "-1,000" },
    { "-123456", "-123,456" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *got = NULL;
      mpz_t count;

      mpz_init_set_str (count, rows[i].count, 10);
      got = parley_count_format (count);
      mpz_clear (count);
      PARLEY_EXPECT_TEXT (rows[i].count, got, rows[i].want);
    }
}

static void
test_titled (void)
{
  const char *things[][2] = { { "us", "United States" }, { "x", NULL }, { "kyiv", "Київ" } };
  g_autoptr(GPtrArray) known = g_ptr_array_new ();
  g_autofree char *phrase = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (things); i++)
    g_ptr_array_add (known, things[i]);
  PARLEY_EXPECT_TEXT ("title", parley_suggest_titled ("united states", known), "us");
  PARLEY_EXPECT_TEXT ("another alphabet", parley_suggest_titled ("КИЇВ", known), "kyiv");
  PARLEY_EXPECT_TEXT ("part of a title", parley_suggest_titled ("United", known), "United");
  PARLEY_EXPECT_TEXT ("id", parley_suggest_titled ("x", known), "x");
  phrase = parley_suggest_among ("United States", known);
  PARLEY_EXPECT_TEXT ("phrase", phrase, "; did you mean \"us\"?");
}

/* No title is as long as a file. */
static void
test_long_title (void)
{
  g_autofree char *title = g_strnfill (100000, 'a');
  const char *thing[] = { "long", title };
  g_autoptr(GPtrArray) known = g_ptr_array_new ();

  g_ptr_array_add (known, thing);
  CU_ASSERT_PTR_EQUAL (parley_suggest_titled (title, known), title);
}

/* Nothing is read behind half a character; here that would be of a page that cannot be read. */
static void
test_half_a_character (void)
{
  gsize page = (gsize) sysconf (_SC_PAGESIZE);
  char *pages = aligned_alloc (page, 2 * page);
  char *word = pages + page - 2;
  const char *thing[] = { "us", "United States" };
  g_autoptr(GPtrArray) known = g_ptr_array_new ();

  memcpy (word, "\xf0", 2);
  g_ptr_array_add (known, thing);
  CU_ASSERT_EQUAL (mprotect (pages + page, page, PROT_NONE), 0);
  CU_ASSERT_PTR_EQUAL (parley_suggest_titled (word, known), word);
  CU_ASSERT_EQUAL (mprotect (pages + page, page, PROT_READ | PROT_WRITE), 0);
  free (pages);
}

static void
test_suggest (void)
{
  static const char *const known[]
      = { "share", "security", "us", "ukraine", "red_lines", "rest-a", "rest-b", "x", NULL };
  static const struct
  {
    const char *word;
    const char *want;
  } rows[] = {
    { "share", "share" },
    { "Share", "share" },
    { "sharee", "share" },
    { "shrae", "share" },
    { "hare", "share" },
    { "secruity", "security" },
    { "red-lines", "red_lines" },
    { "RedLines", "red_lines" },
    { "ukrane", "ukraine" },
    { "uss", "us" },
    { "", NULL },
    { "y", NULL },
    { "price", NULL },
    { "weights", NULL },
    { "rest-ab", "rest-a" },
    { "rext-cc", NULL },
    { "securityguarantees", NULL },
  };
  g_autofree char *endless = g_strnfill (100000, 'a');

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    PARLEY_EXPECT_TEXT (rows[i].word, parley_suggest (rows[i].word, known), rows[i].want);
  CU_ASSERT_PTR_NULL (parley_suggest (endless, known));
  CU_ASSERT_PTR_NULL (parley_suggest ("share", known + G_N_ELEMENTS (known) - 1));
}

/* How many edits make @b of @a, by going through all. */
static guint
naive_edits (const char *a, const char *b)
{
  guint least = 0;

  if (*a == '\0' || *b == '\0')
    return (guint) (strlen (a) + strlen (b));
  least = naive_edits (a + 1, b + 1) + (*a != *b);
  least = MIN (least, naive_edits (a + 1, b) + 1);
  least = MIN (least, naive_edits (a, b + 1) + 1);
  if (a[1] != '\0' && a[0] == b[1] && a[1] == b[0])
    least = MIN (least, naive_edits (a + 2, b + 2) + 1);
  return least;
}

static void
draw_word (GRand *rand, char word[7])
{
  gint n = g_rand_int_range (rand, 1, 7);

  for (gint i = 0; i < n; i++)
    word[i] = (char) g_rand_int_range (rand, 'a', 'd');
  word[n] = '\0';
}

/* The nearest of three, unless two are that or it is not near. */
static void
test_nearest (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (5);

  for (guint i = 0; i < 1000; i++)
    {
      char words[4][7];
      const char *known[] = { words[1], words[2], words[3], NULL };
      const char *found = NULL, *nearest = NULL;
      guint least = G_MAXUINT;
      gboolean tied = FALSE;

      for (guint k = 0; k < 4; k++)
        draw_word (rand, words[k]);
      for (guint k = 1; k < 4; k++)
        {
          guint edits = naive_edits (words[0], words[k]);

          tied
              = edits < least ? FALSE : tied || (edits == least && strcmp (words[k], nearest) != 0);
          nearest = edits < least ? words[k] : nearest;
          least = MIN (least, edits);
        }
      if (least > MAX (1, strlen (words[0]) / 3) || least == strlen (words[0])
          || (tied && least > 1))
        nearest = NULL;
      found = parley_suggest (words[0], known);
      PARLEY_EXPECT (g_strcmp0 (found, nearest) == 0, "%s: %s for %s", words[0], found, nearest);
    }
}

void
parley_test_exact (void)
{
  CU_pSuite suite = CU_add_suite ("exact", NULL, NULL);

  CU_ADD_TEST (suite, test_parse);
  CU_ADD_TEST (suite, test_format);
  CU_ADD_TEST (suite, test_to_text);
  CU_ADD_TEST (suite, test_to_double);
  CU_ADD_TEST (suite, test_to_double_subnormal);
  CU_ADD_TEST (suite, test_to_double_there_and_back);
  CU_ADD_TEST (suite, test_double_to_text);
  CU_ADD_TEST (suite, test_count);
  CU_ADD_TEST (suite, test_suggest);
  CU_ADD_TEST (suite, test_nearest);
  CU_ADD_TEST (suite, test_titled);
  CU_ADD_TEST (suite, test_long_title);
  CU_ADD_TEST (suite, test_half_a_character);
}
