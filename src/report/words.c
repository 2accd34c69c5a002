/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/words.h"

#include <string.h>

#include "analysis/issue_row.h"
#include "report/language.h"
#include "report/number.h"

/* Of a count that is written out. */
#define MOST_DIGITS 21

/* Translators: as it stands in a day, "30 Apr" */
static const char *const months[]
    = { N_ ("Jan"), N_ ("Feb"), N_ ("Mar"), N_ ("Apr"), N_ ("May"), N_ ("Jun"),
        N_ ("Jul"), N_ ("Aug"), N_ ("Sep"), N_ ("Oct"), N_ ("Nov"), N_ ("Dec") };

char *
parley_words_points (mpq_srcptr points)
{
  return parley_number_take (parley_exact_format (points, 1));
}

char *
parley_words_figure (mpq_srcptr number)
{
  return parley_double_to_text (parley_exact_to_double (number));
}

char *
parley_words_score (const ParleyUtility *utility, ParleyScore score)
{
  char *text = NULL;
  mpq_t points;

  mpq_init (points);
  parley_score_to_exact (score, utility->denominator, points);
  text = parley_words_points (points);
  mpq_clear (points);
  return text;
}

char *
parley_words_span (mpq_srcptr low, mpq_srcptr high)
{
  g_autofree char *from = parley_words_points (low);
  g_autofree char *to = parley_words_points (high);

  if (g_str_equal (from, to))
    return g_steal_pointer (&from);
  return g_strconcat (from, mpq_sgn (low) < 0 ? ".." : "-", to, NULL);
}

/* With a sign, unless it is shown as nothing. */
static char *
signed_points (mpq_srcptr points)
{
  g_autofree char *number = parley_exact_format (points, 1);
  gboolean plus = mpq_sgn (points) > 0 && !g_str_equal (number, "0.0");

  return parley_number_take (g_strconcat (plus ? "+" : "", number, NULL));
}

char *
parley_words_shift (mpq_srcptr low, mpq_srcptr high)
{
  g_autofree char *from = signed_points (low);
  g_autofree char *to = signed_points (high);

  return g_str_equal (from, to) ? g_steal_pointer (&from) : g_strconcat (from, "..", to, NULL);
}

char *
parley_words_input (mpq_srcptr number)
{
  return parley_number_take (parley_exact_to_text (number, 4));
}

char *
parley_words_range (mpq_srcptr low, mpq_srcptr high)
{
  g_autofree char *from = parley_words_input (low);
  g_autofree char *to = parley_words_input (high);

  return g_strconcat (from, mpq_sgn (low) < 0 ? ".." : "-", to, NULL);
}

char *
parley_words_belief (const ParleyNumber *number)
{
  g_autofree char *range = NULL;

  if (number == NULL || !number->has_range)
    return g_strdup ("");
  range = parley_words_range (number->low, number->high);
  return g_strdup_printf (_ (" (believed %s)"), range);
}

/* Of a share above nothing and below all. */
static char *
words_of_percentage (mpq_srcptr percentage)
{
  g_autofree char *digits = NULL;
  gboolean fine = mpq_cmp_ui (percentage, 10, 1) < 0 || mpq_cmp_ui (percentage, 99, 1) > 0;

  if (mpq_cmp_ui (percentage, 1, 10) < 0)
    return g_strdup (_ ("under 0.1 %"));
  digits = parley_exact_format (percentage, fine);
  /* Nearly all is not all. */
  if (g_str_equal (digits, "100.0"))
    return g_strdup (_ ("over 99.9 %"));
  return parley_number_take (g_strconcat (digits, " %", NULL));
}

char *
parley_words_share (mpz_srcptr part, mpz_srcptr whole)
{
  char *text = NULL;
  mpq_t percentage;

  if (mpz_sgn (part) == 0 || mpz_sgn (whole) == 0)
    return g_strdup (C_ ("share", "none"));
  if (mpz_cmp (part, whole) == 0)
    return g_strdup (C_ ("share", "all"));

  mpq_init (percentage);
  mpz_mul_ui (mpq_numref (percentage), part, 100);
  mpz_set (mpq_denref (percentage), whole);
  mpq_canonicalize (percentage);
  text = words_of_percentage (percentage);
  mpq_clear (percentage);
  return text;
}

char *
parley_words_count (mpz_srcptr count)
{
  g_autofree char *digits = parley_count_to_text (count);
  gsize n = strlen (digits);

  if (n > MOST_DIGITS)
    return parley_number_take (
        g_strdup_printf ("%c.%.3s x 10^%" G_GSIZE_FORMAT, digits[0], digits + 1, n - 1));
  return parley_number_take (parley_count_format (count));
}

char *
parley_words_day (const char *date, const char *as_of)
{
  guint month = 0;
  guint day = 0;

  if (date == NULL)
    return g_strdup ("");
  month = (guint) g_ascii_strtoull (date + 5, NULL, 10);
  day = (guint) g_ascii_strtoull (date + 8, NULL, 10);
  if (as_of != NULL && strncmp (date, as_of, 4) == 0)
    return g_strdup_printf ("%u %s", day, _ (months[month - 1]));
  return g_strdup_printf ("%u %s %.4s", day, _ (months[month - 1]), date);
}

/* "50 %", or "50" when the issue has no unit. Takes @number. */
static char *
with_unit (char *number, const ParleyIssue *issue)
{
  char *text
      = issue->unit == NULL ? g_strdup (number) : g_strconcat (number, " ", issue->unit, NULL);

  g_free (number);
  return text;
}

char *
parley_words_number (const ParleyIssue *issue, mpq_srcptr number)
{
  return with_unit (parley_words_input (number), issue);
}

char *
parley_words_option (const ParleySpace *space, guint axis, guint option)
{
  const ParleyAxis *where = &space->domain->axes[axis];
  const ParleyIssue *issue = parley_scenario_issue (space->scenario, where->issue);

  if (where->options != NULL)
    return g_strdup (parley_issue_option (issue, where->options[option])->title);
  return parley_words_number (issue, where->numbers[option]);
}

gboolean
parley_words_end_of_scale (const ParleySpace *space, guint axis, guint option)
{
  const ParleyAxis *where = &space->domain->axes[axis];
  const ParleyIssue *issue = parley_scenario_issue (space->scenario, where->issue);
  mpq_srcptr number = where->numbers == NULL ? NULL : where->numbers[option];

  return number != NULL && (mpq_equal (number, issue->min) || mpq_equal (number, issue->max));
}

static char *
words_of_intervals (const ParleyIssue *issue, const GArray *intervals)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < intervals->len; i++)
    {
      const ParleyInterval *interval = &g_array_index (intervals, ParleyInterval, i);
      g_autofree char *low = parley_words_input (interval->low);
      g_autofree char *high = parley_words_input (interval->high);

      g_string_append_printf (text, "%s%s", i == 0 ? "" : _ (" or "), low);
      if (!g_str_equal (low, high))
        g_string_append_printf (text, "%s%s", mpq_sgn (interval->low) < 0 ? ".." : "-", high);
    }
  return with_unit (g_strdup (text->str), issue);
}

char *
parley_words_terms (const ParleyIssue *issue, const ParleyTerms *terms)
{
  g_autoptr(GString) text = g_string_new (NULL);

  if (terms == NULL)
    return g_strdup (_ ("not known"));
  if (terms->intervals != NULL)
    return words_of_intervals (issue, terms->intervals);
  for (guint o = 0; o < terms->n_options; o++)
    if (terms->options[o])
      g_string_append_printf (text, "%s%s", text->len == 0 ? "" : _ (" or "),
                              parley_issue_option (issue, o)->title);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The numbers that a derived issue takes in the completions. */
static char *
words_of_derived (const ParleyDraftScore *score, guint issue)
{
  g_autoptr(ParleyTerms) terms = parley_terms_new_numbers ();
  mpq_srcptr low = NULL;
  mpq_srcptr high = NULL;
  ParleyIssueRow row;

  for (guint v = 0; parley_issue_row_find (score, issue, &row) && v < row.n_options; v++)
    if (row.reached[v])
      {
        mpq_srcptr value = g_ptr_array_index (row.values, v);

        low = low == NULL || mpq_cmp (value, low) < 0 ? value : low;
        high = high == NULL || mpq_cmp (value, high) > 0 ? value : high;
      }
  if (low != NULL)
    parley_terms_add_interval (terms, low, high);
  return parley_words_terms (parley_scenario_issue (score->space->scenario, issue), terms);
}

char *
parley_words_draft_term (const ParleyDraftScore *score, guint issue)
{
  const ParleyIssue *model = parley_scenario_issue (score->space->scenario, issue);
  const ParleyDraftTerm *term = score->draft->terms[issue];

  if (parley_issue_is_derived (model))
    return words_of_derived (score, issue);
  return parley_words_terms (model, term == NULL ? NULL : term->is);
}

char *
parley_words_draft (const ParleyDraft *draft, const char *as_of)
{
  g_autofree char *day = parley_words_day (draft->date, as_of);

  return draft->date == NULL ? g_strdup (draft->title)
                             : g_strconcat (day, ", ", draft->title, NULL);
}

const char *
parley_words_act (ParleyAct act)
{
  static const char *const words[] = {
    [PARLEY_ACT_TABLED] = N_ ("tabled it"),
    [PARLEY_ACT_ACCEPTED_TEXT] = N_ ("accepted the text"),
    [PARLEY_ACT_REJECTED] = N_ ("rejected"),
    [PARLEY_ACT_WITHHELD] = N_ ("withheld its signature"),
    [PARLEY_ACT_SIGNED] = N_ ("signed"),
    [PARLEY_ACT_RATIFIED] = N_ ("ratified"),
    [PARLEY_ACT_IN_FORCE] = N_ ("put it in force"),
  };

  return _ (words[act]);
}

const char *
parley_words_title (const char *title, const char *id)
{
  return title != NULL ? title : id;
}

guint
parley_words_n_deciding (const ParleyScenario *scenario)
{
  guint n = 0;

  for (guint p = 0; p < scenario->parties->len; p++)
    n += (guint) parley_party_decides (parley_scenario_party (scenario, p));
  return n;
}

char *
parley_words_everyone (const ParleyScenario *scenario)
{
  guint n = parley_words_n_deciding (scenario);

  if (n == 1)
    return g_strdup (_ ("the one side that decides"));
  return n == 2 ? g_strdup (_ ("both sides"))
                : g_strdup_printf (parley_translate_count ("all %u side", "all %u sides", n), n);
}

char *
parley_words_issues (const ParleyScenario *scenario)
{
  g_autofree char *text = NULL;
  guint n_derived = 0;

  for (guint i = 0; i < scenario->issues->len; i++)
    n_derived += (guint) parley_issue_is_derived (parley_scenario_issue (scenario, i));
  text = parley_words_counted (scenario->issues->len - n_derived, NP_ ("issue", "issues"));
  return n_derived == 0 ? g_steal_pointer (&text)
                        : g_strdup_printf (_ ("%s and %u derived from them"), text, n_derived);
}

const char *
parley_words_applies (ParleyShare applies)
{
  switch (applies)
    {
    case PARLEY_ALL:
      return _ ("in every completion");
    case PARLEY_SOME:
      return _ ("in some completions");
    case PARLEY_NONE:
    default:
      return _ ("in no completion");
    }
}

const char *
parley_words_among (const ParleyScenario *scenario, ParleyAmong among, guint party)
{
  switch (among)
    {
    case PARLEY_AMONG_TABLED:
      return "tabled";
    case PARLEY_AMONG_PARTY:
      return parley_scenario_party (scenario, party)->id;
    case PARLEY_AMONG_ALL:
    default:
      return "all";
    }
}

const char *
parley_words_exactness (gboolean rounded)
{
  return rounded ? _ ("Scores are rounded to 1e-10 of a point; shown with one decimal.")
                 : _ ("Exact for the numbers in the file; shown rounded.");
}

char *
parley_words_counted (guint64 count, const char *singular, const char *plural)
{
  char *text = NULL;
  mpz_t number;

  mpz_init_set_ui (number, count);
  text = parley_words_counted_deals (number, singular, plural);
  mpz_clear (number);
  return text;
}

/* What plurals go by, where a count may have any number of digits: they ask for the last ones, and
 * whether there are more. */
static guint64
number_of_plural (mpz_srcptr count)
{
  guint64 last = mpz_fdiv_ui (count, 1000000);

  return mpz_cmp_ui (count, 1000000) < 0 ? last : last + 1000000;
}

char *
parley_words_counted_deals (mpz_srcptr count, const char *singular, const char *plural)
{
  g_autofree char *number = parley_words_count (count);

  return g_strdup_printf ("%s %s", number,
                          parley_translate_count (singular, plural, number_of_plural (count)));
}

void
parley_words_join (GString *list, guint index, guint n, const char *item)
{
  g_string_append_printf (list, "%s%s",
                          index == 0       ? ""
                          : index + 1 == n ? _ (" and ")
                                           : ", ",
                          item);
}

char *
parley_words_parties (const ParleyScenario *scenario, const guint *parties, guint n)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    parley_words_join (text, i, n, parley_scenario_party (scenario, parties[i])->title);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
