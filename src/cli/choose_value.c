/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/error.h"
#include "base/exact.h"
#include "base/suggest.h"
#include "cli/choose.h"

/* Sets @choice to the place of @word in @words; where it is none of them, @all to their list and
 * @hint to which was meant (transfer full). */
static gboolean
find_word (const char *word, const char *const *words, guint *choice, char **all, char **hint)
{
  for (*choice = 0; words[*choice] != NULL; (*choice)++)
    if (g_str_equal (word, words[*choice]))
      return TRUE;
  *all = g_strjoinv (", ", (char **) words);
  *hint = parley_suggest_phrase (word, words);
  return FALSE;
}

gboolean
parley_choose_word (const char        *option,
                    const char        *word,
                    const char *const *words,
                    guint             *choice,
                    GError           **error)
{
  g_autofree char *all = NULL;
  g_autofree char *hint = NULL;

  if (find_word (word, words, choice, &all, &hint))
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "%s takes one of %s, not \"%s\"%s",
               option, all, word, hint);
  return FALSE;
}

gboolean
parley_choose_first (const char        *what,
                     const char        *name,
                     const char        *word,
                     const char *const *words,
                     guint             *choice,
                     GError           **error)
{
  g_autofree char *all = NULL;
  g_autofree char *hint = NULL;

  if (find_word (word, words, choice, &all, &hint))
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               "there is no %s \"%s\" (the %s goes first: %s)%s", what, word, name, all, hint);
  return FALSE;
}

static char *
whole_to_text (gint64 whole)
{
  char *text = NULL;
  mpz_t number;

  mpz_init_set_si (number, whole);
  text = parley_count_format (number);
  mpz_clear (number);
  return text;
}

gboolean
parley_choose_whole (const char *option, gint64 value, gint64 least, gint64 most, GError **error)
{
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (value >= least && value <= most)
    return TRUE;
  low = whole_to_text (least);
  high = whole_to_text (most);
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               "%s must be from %s to %s, not %" G_GINT64_FORMAT, option, low, high, value);
  return FALSE;
}

gboolean
parley_choose_seed (gint64 seed, GError **error)
{
  return parley_choose_whole ("--seed", seed, 0, G_MAXUINT32, error);
}

gboolean
parley_choose_spread (const char *word, ParleySpread *spread, GError **error)
{
  static const char *const words[] = { "triangular", "uniform", "beta", NULL };
  guint choice = 0;

  if (word != NULL && !parley_choose_word ("--distribution", word, words, &choice, error))
    return FALSE;
  *spread = (ParleySpread) choice;
  return TRUE;
}

gboolean
parley_choose_refuse (GError **error)
{
  if (error != NULL && g_error_matches (*error, PARLEY_ERROR, PARLEY_ERROR_INPUT))
    {
      (*error)->domain = G_OPTION_ERROR;
      (*error)->code = G_OPTION_ERROR_BAD_VALUE;
    }
  return FALSE;
}
