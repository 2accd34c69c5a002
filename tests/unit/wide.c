/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wide.h"

#include "small.h"

static char *
write_issues (const char *more)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < PARLEY_WIDE_ISSUES; i++)
    g_string_append_printf (text,
                            "%s{ 'id': 'i%u', 'title': 'I', 'kind': 'choice', 'options': [{ 'id': "
                            "'x', 'title': 'X' }, { 'id': 'y', 'title': 'Y' }] }",
                            i > 0 ? ", " : "", i);
  g_string_append (text, more);
  return g_string_free (text, FALSE);
}

static char *
write_party (const char *reservation, const char *more)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "{ 'id': 'p', 'title': 'P', 'reservation': %s, 'weights': {",
                          reservation);
  for (guint i = 0; i < PARLEY_WIDE_ISSUES; i++)
    g_string_append_printf (text, "%s'i%u': 1", i > 0 ? ", " : "", i);
  g_string_append (text, "}, 'values': {");
  for (guint i = 0; i < PARLEY_WIDE_ISSUES; i++)
    g_string_append_printf (text, "%s'i%u': { 'x': 100, 'y': 0 }", i > 0 ? ", " : "", i);
  g_string_append_printf (text, "}%s }", more);
  return g_string_free (text, FALSE);
}

static char *
write_rules (void)
{
  GString *text = g_string_new ("'rules': [");

  for (guint i = 0; i + 1 < PARLEY_WIDE_ISSUES; i++)
    g_string_append_printf (text, "%s{ 'id': 'r%u', 'forbid': { 'i%u': 'x', 'i%u': 'x' } }",
                            i > 0 ? ", " : "", i, i, i + 1);
  g_string_append (text, "]");
  return g_string_free (text, FALSE);
}

ParleyLoaded *
parley_wide_load (const char *issues, const char *reservation, const char *more)
{
  g_autofree char *all_issues = write_issues (issues);
  g_autofree char *party = write_party (reservation, more);
  g_autofree char *rules = write_rules ();

  return parley_small_load (all_issues, party, rules);
}
