/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/language.h"

#include <string.h>

#include "base/error.h"

#include "report/catalogue.h"
#include "report/number.h"
#include "report/words.h"

#include "expect.h"
#include "suites.h"

/* With the spaces of the header of po/uk.po, which is compared with it. */
/* clang-format off */
#define UKRAINIAN_PLURAL (n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2)
/* clang-format on */
#define TEXT_OF(expression)  #expression
#define TEXT_OF_(expression) TEXT_OF (expression)

static void
use (const char *name)
{
  g_autoptr(GError) error = NULL;

  CU_ASSERT (parley_language_use (name, &error));
  CU_ASSERT_PTR_NULL (error);
}

/* What is read is a catalogue of three texts, written down byte by byte: "" with a header, "deal"
 * with a plural of two forms, and "yes". */
#define N_TEXTS 3

static GByteArray *
catalogue_new (void)
{
  static const struct
  {
    const char *text;
    guint length;
  } texts[] = {
    { "", 0 },  { "deal\0deals", 10 },       { "yes", 3 },
    { "H", 1 }, { "one deal\0two deals", 18 }, { "so be it", 8 },
  };
  guint32 header[7] = { 0x950412de, 0, N_TEXTS, 28, 28 + 8 * N_TEXTS, 0, 0 };
  guint32 place = 28 + 16 * N_TEXTS;
  GByteArray *bytes = g_byte_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (header); i++)
    header[i] = GUINT32_TO_LE (header[i]);
  g_byte_array_append (bytes, (const guint8 *) header, sizeof header);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      guint32 entry[2] = { GUINT32_TO_LE (texts[i].length), GUINT32_TO_LE (place) };

      g_byte_array_append (bytes, (const guint8 *) entry, sizeof entry);
      place += texts[i].length + 1;
    }
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_byte_array_append (bytes, (const guint8 *) texts[i].text, texts[i].length + 1);
  return bytes;
}

static void
test_find (void)
{
  static const struct
  {
    const char *text;
    guint form;
    const char *want;
  } rows[] = {
    { "", 0, "H" },      { "deal", 0, "one deal" }, { "deal", 1, "two deals" },
    { "deal", 2, NULL }, { "deals", 0, NULL },      { "yes", 0, "so be it" },
    { "yes", 1, NULL },  { "ye", 0, NULL },         { "yes, but", 0, NULL },
    { "zzz", 0, NULL },  { "a", 0, NULL },
  };
  g_autoptr(GByteArray) bytes = catalogue_new ();
  ParleyCatalogue catalogue;

  CU_ASSERT_FATAL (parley_catalogue_open (&catalogue, bytes->data, bytes->len));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    PARLEY_EXPECT_TEXT (
        rows[i].text, parley_catalogue_find (&catalogue, rows[i].text, rows[i].form), rows[i].want);
}

static void
looks_everywhere (const ParleyCatalogue *catalogue)
{
  static const char *const texts[] = { "", "deal", "yes", "no", NULL };

  for (const char *const *text = texts; *text != NULL; text++)
    for (guint form = 0; form < 4; form++)
      parley_catalogue_find (catalogue, *text, form);
}

/* Cut short anywhere, or with any byte changed, it is refused or can still be read: sanitizers
 * would see what is read outside of it. */
static void
test_damage (void)
{
  g_autoptr(GByteArray) bytes = catalogue_new ();
  ParleyCatalogue catalogue;

  for (guint length = 0; length < bytes->len; length++)
    {
      g_autofree guchar *part = g_memdup2 (bytes->data, length);

      CU_ASSERT_FALSE (parley_catalogue_open (&catalogue, part, length));
      CU_ASSERT_PTR_NULL (parley_catalogue_find (&catalogue, "yes", 0));
    }
  for (guint i = 0; i < bytes->len; i++)
    for (guint flip = 1; flip < 256; flip++)
      {
        g_autofree guchar *other = g_memdup2 (bytes->data, bytes->len);

        other[i] ^= (guchar) flip;
        if (parley_catalogue_open (&catalogue, other, bytes->len))
          looks_everywhere (&catalogue);
      }
}

static void
test_use (void)
{
  static const struct
  {
    const char *name;
    const char *message;
  } rows[] = {
    { "ua", "there is no language \"ua\" (expected one of en, uk); did you mean \"uk\"?" },
    { "UK", "there is no language \"UK\" (expected one of en, uk); did you mean \"uk\"?" },
    { "", "there is no language \"\" (expected one of en, uk)" },
  };

  PARLEY_EXPECT_TEXT ("at first", parley_language_get (), "en");
  use ("uk");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GError) error = NULL;

      CU_ASSERT_FALSE (parley_language_use (rows[i].name, &error));
      CU_ASSERT (g_error_matches (error, PARLEY_ERROR, PARLEY_ERROR_INPUT));
      PARLEY_EXPECT_TEXT (rows[i].name, error == NULL ? NULL : error->message, rows[i].message);
      PARLEY_EXPECT_TEXT ("unchanged", parley_language_get (), "uk");
    }
  for (const char *const *name = parley_language_names (); *name != NULL; name++)
    use (*name);
  use ("en");
}

static void
test_translate (void)
{
  PARLEY_EXPECT_TEXT ("English", _ ("not known"), "not known");
  PARLEY_EXPECT_TEXT ("English", C_ ("share", "none"), "none");
  use ("uk");
  PARLEY_EXPECT_TEXT ("Ukrainian", _ ("not known"), "невідомо");
  PARLEY_EXPECT_TEXT ("of a context", C_ ("share", "none"), "0 %");
  PARLEY_EXPECT_TEXT ("no such words", _ ("no such words"), "no such words");
  PARLEY_EXPECT_TEXT ("no such words", C_ ("share", "no such words"), "no such words");
  PARLEY_EXPECT_TEXT ("no such words", parley_translate_count ("such", "suches", 1), "such");
  PARLEY_EXPECT_TEXT ("no such words", parley_translate_count ("such", "suches", 21), "suches");
  use ("en");
}

/* gettext evaluates an expression in the header of each catalogue; here the compiler does, and the
 * function that stands in its place must come to the same. */
static void
test_plurals (void)
{
  static const char *const forms[] = { "угода", "угоди", "угод" };

  use ("uk");
  CU_ASSERT_PTR_NOT_NULL (
      strstr (parley_translate (""), "nplurals=3; plural=" TEXT_OF_ (UKRAINIAN_PLURAL) ";"));
  for (guint64 n = 0; n <= 1200; n++)
    PARLEY_EXPECT_TEXT ("Ukrainian", parley_translate_count ("deal", "deals", n),
                        forms[UKRAINIAN_PLURAL]);
  use ("en");
  for (guint64 n = 0; n <= 200; n++)
    PARLEY_EXPECT_TEXT ("English", parley_translate_count ("deal", "deals", n),
                        n == 1 ? "deal" : "deals");
}

static gpointer
speak_ukrainian (gpointer data)
{
  GAsyncQueue *turns = data;
  char *said = NULL;

  use ("uk");
  g_async_queue_push (turns, GINT_TO_POINTER (1));
  said = g_strdup (_ ("not known"));
  return said;
}

static void
test_threads (void)
{
  g_autoptr(GAsyncQueue) turns = g_async_queue_new ();
  GThread *thread = g_thread_new ("uk", speak_ukrainian, turns);
  g_autofree char *said = NULL;

  g_async_queue_pop (turns);
  PARLEY_EXPECT_TEXT ("this thread", _ ("not known"), "not known");
  said = g_thread_join (thread);
  PARLEY_EXPECT_TEXT ("that thread", said, "невідомо");
}

/* The same numbers in both languages. */
static void
test_numbers (void)
{
  static const struct
  {
    const char *english;
    const char *ukrainian;
  } rows[] = {
    { "7", "7" },
    { "-0.5", "-0,5" },
    { "1,968,933,729", "1\u00a0968\u00a0933\u00a0729" },
    { "+12,345.25", "+12\u00a0345,25" },
    { "190/662", "190/662" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *english = parley_number_take (g_strdup (rows[i].english));
      g_autofree char *ukrainian = NULL;

      PARLEY_EXPECT_TEXT ("English", english, rows[i].english);
      use ("uk");
      ukrainian = parley_number_take (g_strdup (rows[i].english));
      use ("en");
      PARLEY_EXPECT_TEXT (rows[i].english, ukrainian, rows[i].ukrainian);
    }
}

static void
test_decimals (void)
{
  static const struct
  {
    double number;
    guint decimals;
    const char *english;
    const char *ukrainian;
  } rows[] = {
    { 0, 1, "0.0", "0,0" },
    { -0.04, 1, "0.0", "0,0" },
    { -0.06, 1, "-0.1", "-0,1" },
    { 1.25, 2, "1.25", "1,25" },
    { 99.6, 0, "100", "100" },
    { -0.4, 0, "0", "0" },
    { 1e6, 1, "1000000.0", "1000000,0" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *english = parley_number_decimal (rows[i].number, rows[i].decimals);
      g_autofree char *ukrainian = NULL;

      use ("uk");
      ukrainian = parley_number_decimal (rows[i].number, rows[i].decimals);
      use ("en");
      PARLEY_EXPECT_TEXT ("English", english, rows[i].english);
      PARLEY_EXPECT_TEXT (english, ukrainian, rows[i].ukrainian);
    }
}

static void
test_scan (void)
{
  static const struct
  {
    const char *language;
    const char *text;
    gsize length;
    gsize whole;
  } rows[] = {
    { "en", "1,234.5 points", 7, 5 },
    { "en", "1.234,5", 5, 1 },
    { "en", "12, 13", 2, 2 },
    { "en", "7.", 1, 1 },
    { "uk", "1\u00a0234,5 бала", 8, 6 },
    { "uk", "1,234.5", 5, 1 },
    { "uk", "15\u00a0%", 2, 2 },
    { "uk", "-2,5..+3", 4, 2 },
    { "uk", "+", 0, 0 },
    { "uk", ",5", 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gsize whole = 0;
      gsize length = 0;
      g_autofree char *label = g_strdup_printf ("%s: %s", rows[i].language, rows[i].text);
      g_autofree char *got = NULL;
      g_autofree char *want
          = g_strdup_printf ("%" G_GSIZE_FORMAT " %" G_GSIZE_FORMAT, rows[i].length, rows[i].whole);

      use (rows[i].language);
      length = parley_number_scan (rows[i].text, &whole);
      use ("en");
      got = g_strdup_printf ("%" G_GSIZE_FORMAT " %" G_GSIZE_FORMAT, length, whole);
      PARLEY_EXPECT_TEXT (label, got, want);
    }
}

/* Numbers that are read from texts; a text that is none, or more, is refused. */
static void
test_read (void)
{
  static const struct
  {
    const char *language;
    const char *text;
    const char *want;
  } rows[] = {
    { "en", "45", "45 0" },
    { "en", "+15.70", "15.7 2 plus" },
    { "en", "-1,234.5", "-1234.5 1 thousands" },
    { "en", "52.3 %", "0.523 1 percent" },
    { "en", "7%", "0.07 0 percent" },
    { "en", "999,999,999,999,999", "999999999999999 0 thousands" },
    { "en", "9,999,999,999,999,999", NULL },
    { "en", "0.000000000000001", "1e-15 15" },
    { "en", "47.6-48.2", NULL },
    { "en", "1 %,", NULL },
    { "en", "1,5", NULL },
    { "en", "1234,567", NULL },
    { "en", "1,2345", NULL },
    { "en", "over 99 %", NULL },
    { "en", "", NULL },
    { "en", "-", NULL },
    { "en", "=1", NULL },
    { "uk", "1,5", "1.5 1" },
    { "uk", "1.5", NULL },
    { "uk", "12\u00a0345,25", "12345.25 2 thousands" },
    { "uk", "12\u00a0345\u00a0%", "123.45 0 thousands percent" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      ParleyNumeral numeral = { 0 };
      g_autofree char *got = NULL;

      use (rows[i].language);
      if (parley_number_read (rows[i].text, &numeral))
        got = g_strdup_printf ("%.15g %u%s%s%s", numeral.value, numeral.decimals,
                               numeral.has_plus ? " plus" : "",
                               numeral.has_thousands ? " thousands" : "",
                               numeral.is_percentage ? " percent" : "");
      use ("en");
      PARLEY_EXPECT_TEXT (rows[i].text, got, rows[i].want);
    }
}

/* What report/words.h says, in Ukrainian. */
static void
test_words (void)
{
  g_autofree char *day = NULL;
  g_autofree char *year = NULL;
  g_autofree char *month = NULL;
  g_autofree char *count = NULL;
  g_autofree char *huge = NULL;
  mpz_t number;

  use ("uk");
  day = parley_words_day ("2025-04-30", "2025-02-15");
  year = parley_words_day ("2025-04-30", NULL);
  month = parley_words_day ("2025-04", "2025-02-15");
  mpz_init_set_ui (number, 1002);
  count = parley_words_counted_deals (number, "deal", "deals");
  mpz_ui_pow_ui (number, 10, 30);
  huge = parley_words_counted_deals (number, "deal", "deals");
  mpz_clear (number);
  use ("en");
  PARLEY_EXPECT_TEXT ("day", day, "30 квітня");
  PARLEY_EXPECT_TEXT ("year", year, "30 квітня 2025");
  PARLEY_EXPECT_TEXT ("month", month, "2025-04");
  PARLEY_EXPECT_TEXT ("count", count, "1\u00a0002 угоди");
  PARLEY_EXPECT_TEXT ("huge", huge, "1,000 x 10^30 угод");
}

void
parley_test_language (void)
{
  CU_pSuite suite = CU_add_suite ("language", NULL, NULL);

  CU_add_test (suite, "find", test_find);
  CU_add_test (suite, "damage", test_damage);
  CU_add_test (suite, "use", test_use);
  CU_add_test (suite, "translate", test_translate);
  CU_add_test (suite, "plurals", test_plurals);
  CU_add_test (suite, "threads", test_threads);
  CU_add_test (suite, "numbers", test_numbers);
  CU_add_test (suite, "decimals", test_decimals);
  CU_add_test (suite, "scan", test_scan);
  CU_add_test (suite, "read", test_read);
  CU_add_test (suite, "words", test_words);
}
