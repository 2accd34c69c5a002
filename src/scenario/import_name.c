/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "scenario/import_part.h"

/* Bytes of an id: values may be whole sentences. */
#define MAX_LENGTH 60

/* Accents stand apart from their letters in the decomposed form, and are dropped with all
 * else that is no ASCII; what is none of an id's characters becomes one "-". */
static char *
reduce (const char *title)
{
  g_autofree char *plain = g_utf8_normalize (title, -1, G_NORMALIZE_NFKD);
  GString *id = g_string_new (NULL);

  for (const char *c = plain != NULL ? plain : ""; *c != '\0' && id->len < MAX_LENGTH;
       c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (letter < 128 && (g_ascii_isalnum ((char) letter) || letter == '_'))
        g_string_append_c (id, g_ascii_tolower ((char) letter));
      else if (g_unichar_combining_class (letter) == 0 && id->len > 0
               && id->str[id->len - 1] != '-')
        g_string_append_c (id, '-');
    }
  while (id->len > 0 && id->str[id->len - 1] == '-')
    g_string_truncate (id, id->len - 1);
  return g_string_free (id, FALSE);
}

static gboolean
is_free (const char *id, GHashTable *taken, const char *const *reserved)
{
  return !g_hash_table_contains (taken, id)
         && (reserved == NULL || !g_strv_contains (reserved, id));
}

char *
parley_import_id (const char *title,
                  const char *otherwise,
                  GHashTable *taken,
                  const char *const *reserved)
{
  g_autofree char *base = reduce (title);
  g_autofree char *id = NULL;
  guint last = 1;

  if (*base == '\0')
    {
      g_free (base);
      base = g_strdup (otherwise);
    }
  id = g_strdup (base);
  /* What came before has all numbers up to there. */
  last = MAX (last, GPOINTER_TO_UINT (g_hash_table_lookup (taken, base)));
  while (!is_free (id, taken, reserved))
    {
      g_free (id);
      id = g_strdup_printf ("%s-%u", base, ++last);
    }
  g_hash_table_replace (taken, g_strdup (base), GUINT_TO_POINTER (last));
  if (last > 1)
    g_hash_table_insert (taken, g_strdup (id), GUINT_TO_POINTER (1));
  return g_steal_pointer (&id);
}

char *
parley_import_title (const char *text)
{
  g_autofree char *title = g_utf8_make_valid (text, -1);

  g_strstrip (title);
  return *title != '\0' ? g_steal_pointer (&title) : g_strdup ("(blank)");
}

char *
parley_import_file (const ParleyText *text)
{
  g_autofree char *base = g_path_get_basename (text->name);

  return g_filename_display_name (base);
}

char *
parley_import_stem (const ParleyText *text)
{
  g_autofree char *name = parley_import_file (text);
  char *dot = strrchr (name, '.');

  if (dot != NULL && dot != name)
    *dot = '\0';
  return parley_import_title (name);
}

char
parley_import_first (const ParleyText *text)
{
  gsize i = 0;

  while (i < text->length && g_ascii_isspace (text->data[i]))
    i++;
  return i < text->length ? text->data[i] : '\0';
}

/* The same file given twice, maybe by two paths; copies under other names are let pass. */
gboolean
parley_import_is_repeated (GPtrArray *texts, guint index)
{
  const ParleyText *text = g_ptr_array_index (texts, index);
  g_autofree char *name = parley_import_file (text);

  for (guint i = 0; i < index; i++)
    {
      const ParleyText *other = g_ptr_array_index (texts, i);
      g_autofree char *other_name = parley_import_file (other);

      if (g_str_equal (name, other_name) && text->length == other->length
          && memcmp (text->data, other->data, text->length) == 0)
        return TRUE;
    }
  return FALSE;
}
