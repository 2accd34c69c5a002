/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/share_rule.h"

#include <string.h>

#include "base/error.h"
#include "base/exact.h"
#include "base/suggest.h"

/* What is read so far: the sum of the left side less that of the right. */
typedef struct
{
  const ParleyScenario *scenario;
  const char           *text;
  guint                 party;
  mpq_t                *factors; /* [issue] */
  mpq_t                 constant;
} Reading;

static ParleyShareRule *
rule_new (const Reading *reading, gboolean negated)
{
  ParleyShareRule *self = g_new0 (ParleyShareRule, 1);

  self->party = reading->party;
  self->n_issues = reading->scenario->issues->len;
  self->factors = g_new (mpq_t, MAX (1, self->n_issues));
  self->title = g_strdup (reading->text);
  mpq_init (self->most);
  mpq_neg (self->most, reading->constant);
  if (negated)
    mpq_neg (self->most, self->most);
  for (guint i = 0; i < self->n_issues; i++)
    {
      mpq_init (self->factors[i]);
      mpq_set (self->factors[i], reading->factors[i]);
      if (negated)
        mpq_neg (self->factors[i], self->factors[i]);
    }
  return self;
}

void
parley_share_rule_free (ParleyShareRule *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n_issues; i++)
    mpq_clear (self->factors[i]);
  mpq_clear (self->most);
  g_free (self->factors);
  g_free (self->title);
  g_free (self);
}

GPtrArray *
parley_share_rules_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) parley_share_rule_free);
}

static gboolean refuse (const Reading *self, GError **error, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

static gboolean
refuse (const Reading *self, GError **error, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list arguments;

  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_INPUT, "\"%s\": %s", self->text, what);
  return FALSE;
}

/* The issue that is called @word, which the party weights. */
static gboolean
find_issue (const Reading *self, const char *word, guint *issue, GError **error)
{
  const ParleyParty *party = parley_scenario_party (self->scenario, self->party);
  g_autoptr(GPtrArray) known = g_ptr_array_new ();
  g_autofree char *hint = NULL;

  for (guint i = 0; i < self->scenario->issues->len; i++)
    {
      const char *id = parley_scenario_issue (self->scenario, i)->id;

      if (party->weights[i] == NULL)
        continue;
      if (g_str_equal (id, word))
        {
          *issue = i;
          return TRUE;
        }
      g_ptr_array_add (known, (gpointer) id);
    }
  g_ptr_array_add (known, NULL);
  hint = parley_suggest_phrase (word, (const char *const *) known->pdata);
  return refuse (self, error, "\"%s\" is no issue that \"%s\" weights, and no number%s", word,
                 party->id, hint);
}

static gboolean
is_comparison (const char *word)
{
  return strpbrk (word, "<>=") != NULL;
}

/* Whether a number before @word (nullable) stands by itself, and is a percentage. */
static gboolean
ends_term (const char *word)
{
  return word == NULL || is_comparison (word) || g_str_equal (word, "+") || g_str_equal (word, "-")
         || g_str_equal (word, "%");
}

/* Adds the term at @at, a percentage or an issue with a factor or without, times @sign; @at becomes
 * its last word. @number: initialised, for use here. */
static gboolean
read_term (Reading *self, char *const *words, guint *at, int sign, mpq_ptr number, GError **error)
{
  gboolean has_number = parley_exact_parse (words[*at], number);
  guint issue = 0;

  if (!has_number)
    mpq_set_ui (number, 1, 1);
  if (sign < 0)
    mpq_neg (number, number);
  if (has_number && ends_term (words[*at + 1]))
    {
      mpz_mul_ui (mpq_denref (number), mpq_denref (number), 100);
      mpq_canonicalize (number);
      mpq_add (self->constant, self->constant, number);
      *at += words[*at + 1] != NULL && g_str_equal (words[*at + 1], "%");
      return TRUE;
    }
  *at += has_number;
  if (!find_issue (self, words[*at], &issue, error))
    return FALSE;
  mpq_add (self->factors[issue], self->factors[issue], number);
  return TRUE;
}

/* Adds what @words say from @at on up to a sign of comparison, or the end; @sign: of this side. */
static gboolean
read_sum (Reading *self, char *const *words, guint *at, int sign, GError **error)
{
  gboolean wanted = TRUE; /* a term, and not what joins two */
  int term_sign = sign;
  mpq_t number;
  gboolean fine = TRUE;

  mpq_init (number);
  for (; fine && words[*at] != NULL && !is_comparison (words[*at]); (*at)++)
    {
      const char *word = words[*at];

      if (wanted)
        fine = read_term (self, words, at, term_sign, number, error);
      else
        {
          fine = g_str_equal (word, "+") || g_str_equal (word, "-")
                 || refuse (self, error, "\"+\", \"-\" or a comparison was expected, not \"%s\"",
                            word);
          term_sign = *word == '-' ? -sign : sign;
        }
      wanted = !wanted;
    }
  mpq_clear (number);
  return fine && (!wanted || refuse (self, error, "an issue or a percentage is missing"));
}

static gboolean
read_comparison (Reading *self, char *const *words, GPtrArray *rules, GError **error)
{
  const char *comparison = NULL;
  guint at = 0;

  if (!read_sum (self, words, &at, 1, error))
    return FALSE;
  comparison = words[at];
  if (comparison == NULL)
    return refuse (self, error, "\"<=\", \">=\" or \"=\" is missing");
  if (!g_str_equal (comparison, "<=") && !g_str_equal (comparison, ">=")
      && !g_str_equal (comparison, "="))
    return refuse (self, error, "\"<=\", \">=\" or \"=\" was expected, not \"%s\"", comparison);
  at++;
  if (!read_sum (self, words, &at, -1, error))
    return FALSE;
  if (words[at] != NULL)
    return refuse (self, error, "one comparison is enough: \"%s\"", words[at]);
  if (!g_str_equal (comparison, ">="))
    g_ptr_array_add (rules, rule_new (self, FALSE));
  if (!g_str_equal (comparison, "<="))
    g_ptr_array_add (rules, rule_new (self, TRUE));
  return TRUE;
}

/* The words of @text, without empty ones; signs that no id has stand by themselves. Returns:
 * (transfer full). */
static char **
words_of (const char *text)
{
  g_autoptr(GString) spaced = g_string_new (NULL);
  GPtrArray *words = g_ptr_array_new ();
  g_auto(GStrv) all = NULL;

  for (const char *at = text; *at != '\0'; at++)
    {
      gboolean joins = *at == '=' && at > text && strchr ("<>", at[-1]) != NULL;

      if (strchr ("<>=%", *at) != NULL && !joins)
        g_string_append_c (spaced, ' ');
      g_string_append_c (spaced, *at);
      if (strchr ("=%", *at) != NULL || (strchr ("<>", *at) != NULL && at[1] != '='))
        g_string_append_c (spaced, ' ');
    }
  all = g_strsplit_set (spaced->str, " \t", -1);
  for (guint i = 0; all[i] != NULL; i++)
    if (*all[i] != '\0')
      g_ptr_array_add (words, g_strdup (all[i]));
  g_ptr_array_add (words, NULL);
  return (char **) g_ptr_array_free (words, FALSE);
}

/* Sets the party that stands before the colon. */
static gboolean
read_party (Reading *self, const char *id, GError **error)
{
  int party = parley_scenario_find_party (self->scenario, id);
  g_autofree char *hint = NULL;

  if (party >= 0)
    {
      self->party = (guint) party;
      return TRUE;
    }
  hint = parley_suggest_among (id, self->scenario->parties);
  return refuse (self, error, "there is no party \"%s\"%s", id, hint);
}

gboolean
parley_share_rules_parse (const ParleyScenario *scenario,
                          const char           *text,
                          GPtrArray            *rules,
                          GError              **error)
{
  Reading reading = { .scenario = scenario, .text = text };
  const char *colon = strchr (text, ':');
  g_autofree char *id = g_strstrip (g_strndup (text, colon == NULL ? 0 : (gsize) (colon - text)));
  g_auto(GStrv) words = colon == NULL ? NULL : words_of (colon + 1);
  gboolean fine = FALSE;

  if (colon == NULL)
    return refuse (&reading, error,
                   "it must begin with a party and a colon: "
                   "\"PARTY: ISSUE >= ISSUE\"");
  mpq_init (reading.constant);
  reading.factors = g_new (mpq_t, MAX (1, scenario->issues->len));
  for (guint i = 0; i < scenario->issues->len; i++)
    mpq_init (reading.factors[i]);
  fine = read_party (&reading, id, error) && read_comparison (&reading, words, rules, error);
  for (guint i = 0; i < scenario->issues->len; i++)
    mpq_clear (reading.factors[i]);
  g_free (reading.factors);
  mpq_clear (reading.constant);
  return fine;
}
