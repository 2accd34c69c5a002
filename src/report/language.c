/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/language.h"

#include "base/error.h"
#include "base/resource.h"
#include "base/suggest.h"

#include "report/catalogue.h"

typedef struct
{
  const char *name;
  const char *catalogue; /* NULL: the words as they are in the code */
  const char *decimal_mark;
  const char *thousands_mark;
  guint (*form) (guint64 n); /* which plural goes with a number */
} Language;

extern const ParleyResource parley_catalogues[];

static guint
english_form (guint64 n)
{
  return n == 1 ? 0 : 1;
}

/* One (1, 21, 31), few (2 to 4, 22), many (0, 5 to 20, 25), as the header of uk.po says. */
static guint
ukrainian_form (guint64 n)
{
  guint unit = (guint) (n % 10);
  gboolean teen = n % 100 >= 11 && n % 100 <= 14;

  if (unit == 1 && !teen)
    return 0;
  return unit >= 2 && unit <= 4 && !teen ? 1 : 2;
}

static const Language languages[] = {
  { "en", NULL, ".", ",", english_form },
  { "uk", "uk.mo", ",", "\u00a0", ukrainian_form },
};

static _Thread_local const Language *current = &languages[0];
static _Thread_local ParleyCatalogue words;

const char *const *
parley_language_names (void)
{
  static const char *const names[] = { "en", "uk", NULL };

  G_STATIC_ASSERT (G_N_ELEMENTS (names) == G_N_ELEMENTS (languages) + 1);
  return names;
}

static const Language *
find_language (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (g_str_equal (languages[i].name, name))
      return &languages[i];
  return NULL;
}

static void
open_catalogue (const char *name)
{
  const ParleyResource *file = NULL;
  gboolean is_sound = FALSE;

  words = (ParleyCatalogue){ 0 };
  if (name == NULL)
    return;
  file = parley_resource_find (parley_catalogues, name);
  is_sound = parley_catalogue_open (&words, file->data, file->length);
  /* Anything else is a mistake in the build, which the tests would see. */
  g_assert (is_sound);
}

gboolean
parley_language_use (const char *name, GError **error)
{
  const Language *language = find_language (name);

  if (language == NULL)
    {
      const char *const *names = parley_language_names ();
      g_autofree char *hint = parley_suggest_phrase (name, names);
      g_autofree char *list = g_strjoinv (", ", (char **) names);

      g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_INPUT,
                   "there is no language \"%s\" (expected one of %s)%s", name, list, hint);
      return FALSE;
    }
  current = language;
  open_catalogue (language->catalogue);
  return TRUE;
}

const char *
parley_language_get (void)
{
  return current->name;
}

const char *
parley_language_decimal_mark (void)
{
  return current->decimal_mark;
}

const char *
parley_language_thousands_mark (void)
{
  return current->thousands_mark;
}

const char *
parley_translate (const char *text)
{
  const char *found = parley_catalogue_find (&words, text, 0);

  return found != NULL ? found : text;
}

const char *
parley_translate_count (const char *one, const char *many, guint64 n)
{
  const char *found = parley_catalogue_find (&words, one, current->form (n));

  if (found != NULL)
    return found;
  return english_form (n) == 0 ? one : many;
}

const char *
parley_translate_context (const char *key, const char *text)
{
  const char *found = parley_catalogue_find (&words, key, 0);

  return found != NULL ? found : text;
}
