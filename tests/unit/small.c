/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "small.h"

#include <string.h>

#include "expect.h"
#include "tree.h"

ParleyLoaded *
parley_small_load (const char *issues, const char *parties, const char *more)
{
  char *data
      = g_strdelimit (g_strdup_printf ("{ 'format': 'parley/1', 'title': 'T', 'issues': [ %s ], "
                                       "'parties': [ %s ]%s%s }",
                                       issues, parties, *more == '\0' ? "" : ", ", more),
                      "'", '"');
  g_autoptr(ParleyText) text = parley_text_new_take ("small", NULL, data, strlen (data));
  ParleyLoaded *loaded = parley_load_text (text, NULL);

  if (loaded->scenario == NULL)
    {
      g_autofree char *problems = parley_tree_problems (loaded->problems);

      g_error ("%s\n%s", data, problems);
    }
  return loaded;
}

char *
parley_small_choices (guint n_issues, guint n_options)
{
  g_autoptr(GString) issues = g_string_new (NULL);

  for (guint i = 0; i < n_issues; i++)
    {
      g_string_append_printf (issues,
                              "%s{'id': 'i%u', 'title': 'I', 'kind': 'choice', 'options': [",
                              i == 0 ? "" : ", ", i);
      for (guint o = 0; o < n_options; o++)
        g_string_append_printf (issues, "%s{'id': 'o%u', 'title': 'O'}", o == 0 ? "" : ", ", o);
      g_string_append (issues, "]}");
    }
  return g_string_free (g_steal_pointer (&issues), FALSE);
}

ParleyLoaded *
parley_small_valued (const char *json)
{
  g_autofree char *party
      = g_strdup_printf ("{ 'id': 'p', 'title': 'P', 'reservation': 0, 'weights': { 'a': 1 }, "
                         "'values': { 'a': %s } }",
                         json);

  return parley_small_load ("{ 'id': 'a', 'title': 'A', 'kind': 'range', 'min': -100, "
                            "'max': 100, 'grid': [0, 100] }",
                            party, "");
}

void
parley_small_file_order (guint *order, guint n)
{
  for (guint i = 0; i < n; i++)
    order[i] = i;
}

void
parley_small_shuffle (GRand *rand, guint *order, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      guint k = (guint) g_rand_int_range (rand, 0, (gint32) i + 1);

      order[i] = order[k];
      order[k] = i;
    }
}

mpq_ptr
parley_small_exact (const char *text)
{
  mpq_ptr number = NULL;
  mpq_t parsed;

  mpq_init (parsed);
  if (!parley_exact_parse (text, parsed))
    g_error ("no number: %s", text);
  number = parley_exact_new (parsed);
  mpq_clear (parsed);
  return number;
}

void
parley_small_expect (const char *file,
                     unsigned    line,
                     const char *label,
                     mpq_srcptr  got,
                     const char *want)
{
  mpq_ptr number = parley_small_exact (want);
  g_autofree char *got_text = parley_exact_to_text (got, 0);
  g_autofree char *want_text = parley_exact_to_text (number, 0);

  parley_expect_text (file, line, label, got_text, want_text);
  parley_exact_free (number);
}

void
parley_small_check (const char *file,
                    unsigned    line,
                    gboolean    holds,
                    const char *condition,
                    const char *format,
                    ...)
{
  g_autofree char *label = NULL;
  g_autofree char *message = NULL;
  va_list arguments;

  /* Checked in long loops: a text is made only for a failure. */
  if (!holds)
    {
      va_start (arguments, format);
      label = g_strdup_vprintf (format, arguments);
      va_end (arguments);
      message = g_strdup_printf ("%s: %s", label, condition);
    }
  CU_assertImplementation (holds, line, holds ? condition : message, file, "", CU_FALSE);
}
