/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random_scenario.h"

#include "small.h"

#define MAX_ISSUES 8

/* What a condition, a weight or a term must know of an issue. */
typedef struct
{
  gboolean is_choice;
  gboolean is_derived;
  gboolean is_ordered;
  guint    n_options; /* choice */
  guint    max;       /* range and derived: from 0 */
} Shape;

typedef struct
{
  GRand        *rand;  /* NULL: draws come from @bytes */
  const guint8 *bytes;
  gsize         n_bytes;
  Shape         issues[MAX_ISSUES];
  guint         n_issues;
  guint         n_negotiated;
} Writer;

/* From @low to @high, both included. Bytes are used up one by one; behind the last all are 0. */
static guint
draw (Writer *self, guint low, guint high)
{
  if (self->rand != NULL)
    return (guint) g_rand_int_range (self->rand, (gint32) low, (gint32) high + 1);
  if (self->n_bytes == 0)
    return low;
  self->n_bytes--;
  return low + *self->bytes++ % (high - low + 1);
}

static gboolean
chance (Writer *self, guint percent)
{
  return draw (self, 1, 100) <= percent;
}

/* Issues */

static void
write_choice (Writer *self, GString *text, Shape *shape)
{
  shape->is_choice = TRUE;
  shape->is_ordered = chance (self, 50);
  shape->n_options = self->n_issues == 0 ? draw (self, 2, 4) : draw (self, 1, 4);
  g_string_append_printf (text, "'kind': 'choice', 'ordered': %s, 'options': [",
                          shape->is_ordered ? "true" : "false");
  for (guint o = 0; o < shape->n_options; o++)
    g_string_append_printf (text, "%s{ 'id': 'o%u', 'title': 'O' }", o > 0 ? ", " : "", o);
  g_string_append (text, "]");
}

static void
write_range (Writer *self, GString *text, Shape *shape)
{
  guint step = draw (self, 1, 4);

  shape->max = step * draw (self, 1, 3);
  g_string_append_printf (text, "'kind': 'range', 'min': 0, 'max': %u, ", shape->max);
  if (chance (self, 70))
    g_string_append_printf (text, "'step': %u", step);
  else
    g_string_append_printf (text, "'grid': ['%u/3', %u]", shape->max, shape->max);
}

/* Returns: FALSE when there is no range to make it from. */
static gboolean
write_product (Writer *self, GString *text, Shape *shape)
{
  guint first = MAX_ISSUES;
  guint last = 0;

  for (guint i = 0; i < self->n_negotiated; i++)
    if (!self->issues[i].is_choice)
      {
        first = MIN (first, i);
        last = i;
      }
  if (first == MAX_ISSUES)
    return FALSE;
  shape->max = self->issues[first].max * (first == last ? 1 : self->issues[last].max);
  g_string_append_printf (text, "'kind': 'derived', 'product': ['i%u'", first);
  if (first != last)
    g_string_append_printf (text, ", 'i%u'", last);
  g_string_append (text, "]");
  return TRUE;
}

static void write_condition (Writer *self, GString *text, gboolean negotiated, guint depth);

static void
write_table (Writer *self, GString *text, Shape *shape)
{
  shape->max = 10;
  g_string_append (text, "'kind': 'derived', 'table': [{ 'when': ");
  write_condition (self, text, TRUE, 1);
  g_string_append (text, ", 'value': 10 }, { 'when': ");
  write_condition (self, text, TRUE, 1);
  g_string_append (text, ", 'value': 5 }], 'otherwise': 0");
}

static void
write_issue (Writer *self, GString *text, gboolean is_derived)
{
  Shape *shape = &self->issues[self->n_issues];
  g_autoptr(GString) rest = g_string_new (NULL);

  shape->is_derived = is_derived;
  if (is_derived && (chance (self, 50) || !write_product (self, rest, shape)))
    write_table (self, rest, shape);
  else if (!is_derived && chance (self, 65))
    write_choice (self, rest, shape);
  else if (!is_derived)
    write_range (self, rest, shape);
  g_string_append_printf (text, "%s{ 'id': 'i%u', 'title': 'I', %s }",
                          self->n_issues > 0 ? ", " : "", self->n_issues, rest->str);
  self->n_issues++;
}

static char *
write_issues (Writer *self)
{
  g_autoptr(GString) text = g_string_new (NULL);
  guint n_derived = draw (self, 0, 2);

  for (guint n = draw (self, 1, 5); n > 0; n--)
    write_issue (self, text, FALSE);
  self->n_negotiated = self->n_issues;
  while (n_derived-- > 0)
    write_issue (self, text, TRUE);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Conditions */

static void
write_options (Writer *self, GString *text, const Shape *shape)
{
  guint option = draw (self, 0, shape->n_options - 1);

  if (shape->is_ordered && chance (self, 50))
    g_string_append_printf (text, "{ '%s': 'o%u' }", chance (self, 50) ? "min" : "max", option);
  else if (option > 0 && chance (self, 40))
    g_string_append_printf (text, "['o%u', 'o0']", option);
  else
    g_string_append_printf (text, "'o%u'", option);
}

static void
write_numbers (Writer *self, GString *text, const Shape *shape)
{
  guint number = draw (self, 0, shape->max);

  if (chance (self, 40))
    g_string_append_printf (text, "%u", number);
  else
    g_string_append_printf (text, "{ '%s': %u }", chance (self, 50) ? "min" : "max", number);
}

/* What an issue must be, or is in a draft. */
static void
write_terms (Writer *self, GString *text, guint issue)
{
  const Shape *shape = &self->issues[issue];

  g_string_append_printf (text, "'i%u': ", issue);
  if (shape->is_choice)
    write_options (self, text, shape);
  else
    write_numbers (self, text, shape);
}

static void
write_condition (Writer *self, GString *text, gboolean negotiated, guint depth)
{
  guint n = negotiated ? self->n_negotiated : self->n_issues;
  guint first = draw (self, 0, n - 1);
  guint second = draw (self, 0, n - 1);

  g_string_append (text, "{ ");
  if (depth == 0 || chance (self, 70))
    {
      write_terms (self, text, first);
      if (second != first && chance (self, 50))
        {
          g_string_append (text, ", ");
          write_terms (self, text, second);
        }
    }
  else if (chance (self, 50))
    {
      g_string_append (text, "'not': ");
      write_condition (self, text, negotiated, depth - 1);
    }
  else
    {
      g_string_append (text, "'any': [");
      write_condition (self, text, negotiated, depth - 1);
      g_string_append (text, ", ");
      write_condition (self, text, negotiated, depth - 1);
      g_string_append (text, "]");
    }
  g_string_append (text, " }");
}

/* Parties */

/* The first issue tells its ends apart, so that no party is indifferent to all. */
static guint
draw_value (Writer *self, guint issue, guint option)
{
  return issue == 0 && option < 2 ? 100 * option : 20 * draw (self, 0, 5);
}

static void
write_values (Writer *self, GString *text, guint issue)
{
  const Shape *shape = &self->issues[issue];

  g_string_append_printf (text, "%s'i%u': { ", issue > 0 ? ", " : "", issue);
  for (guint o = 0; shape->is_choice && o < shape->n_options; o++)
    g_string_append_printf (text, "%s'o%u': %u", o > 0 ? ", " : "", o, draw_value (self, issue, o));
  if (!shape->is_choice && issue > 0 && chance (self, 30))
    g_string_append_printf (text, "'ideal': '%u/2', 'tolerance': %u",
                            draw (self, 0, 2 * shape->max), draw (self, 1, 8));
  else if (!shape->is_choice)
    g_string_append_printf (text, "'points': [[0, %u], ['%u/3', %u], [%u, 100]]",
                            draw_value (self, issue, 0), 2 * shape->max, 20 * draw (self, 0, 5),
                            shape->max);
  g_string_append (text, " }");
}

/* The reservation is a multiple of what the scores of choices are multiples of. */
static void
write_preferences (Writer *self, GString *text)
{
  static const guint weights[] = { 0, 1, 1, 2, 4 };
  g_autoptr(GString) values = g_string_new (NULL);
  guint sum = 0;

  g_string_append (text, ", 'weights': {");
  for (guint i = 0; i < self->n_issues; i++)
    {
      guint weight = weights[draw (self, i == 0 ? 1 : 0, G_N_ELEMENTS (weights) - 1)];

      g_string_append_printf (text, "%s'i%u': %u", i > 0 ? ", " : " ", i, weight);
      write_values (self, values, i);
      sum += weight;
    }
  g_string_append_printf (text, " }, 'values': { %s }, 'reservation': '%u/%u'", values->str,
                          20 * draw (self, 0, 4 * sum), sum);
  if (chance (self, 10))
    g_string_append (text, ", 'normalize': false");
}

static void
write_list (Writer *self, GString *text, const char *key, const char *condition, guint n_most)
{
  gboolean adjusts = g_str_equal (key, "adjustments");

  g_string_append_printf (text, ", '%s': [", key);
  for (guint i = 0; i < n_most && chance (self, 40); i++)
    {
      g_string_append_printf (text, "%s{ 'id': 'x%u', '%s': ", i > 0 ? ", " : "", i, condition);
      write_condition (self, text, FALSE, 2);
      if (adjusts)
        g_string_append_printf (text, ", 'points': %d", 10 - (int) draw (self, 0, 20));
      g_string_append (text, " }");
    }
  g_string_append (text, "]");
}

static void
write_party (Writer *self, GString *text, guint party)
{
  static const char *const roles[] = { "party", "party", "party", "ratifier", "affected" };
  const char *role = roles[party == 0 ? 0 : draw (self, 0, G_N_ELEMENTS (roles) - 1)];

  g_string_append_printf (text, "%s{ 'id': 'p%u', 'title': 'P', 'role': '%s'",
                          party > 0 ? ", " : "", party, role);
  if (g_str_equal (role, "party") || chance (self, 60))
    {
      write_preferences (self, text);
      write_list (self, text, "adjustments", "when", 3);
    }
  write_list (self, text, "red_lines", "never", 2);
  if (chance (self, 25))
    {
      g_string_append (text, ", 'needed_when': ");
      write_condition (self, text, FALSE, 1);
    }
  g_string_append (text, " }");
}

static char *
write_parties (Writer *self)
{
  g_autoptr(GString) text = g_string_new (NULL);
  guint n = draw (self, 1, 4);

  for (guint p = 0; p < n; p++)
    write_party (self, text, p);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The rest */

static void
write_draft (Writer *self, GString *text)
{
  const char *comma = "";

  g_string_append (text, ", 'drafts': [{ 'id': 'd', 'title': 'D', 'terms': {");
  for (guint i = 0; i < self->n_negotiated; i++)
    if (chance (self, 50))
      {
        g_string_append (text, comma);
        write_terms (self, text, i);
        comma = ", ";
      }
  g_string_append (text, " }, 'given': [");
  if (chance (self, 50))
    {
      g_string_append (text, "{ 'if': ");
      write_condition (self, text, FALSE, 1);
      g_string_append (text, ", 'then': ");
      write_condition (self, text, FALSE, 1);
      g_string_append (text, " }");
    }
  g_string_append (text, "] }]");
}

static ParleyLoaded *
write_scenario (Writer *self)
{
  g_autofree char *issues = write_issues (self);
  g_autofree char *parties = write_parties (self);
  g_autoptr(GString) more = g_string_new (NULL);

  write_list (self, more, "rules", "forbid", 3);
  write_draft (self, more);
  return parley_small_load (issues, parties, more->str + 2);
}

ParleyLoaded *
parley_random_scenario (guint32 seed)
{
  Writer writer = { .rand = g_rand_new_with_seed (seed) };
  ParleyLoaded *loaded = write_scenario (&writer);

  g_rand_free (writer.rand);
  return loaded;
}

ParleyLoaded *
parley_random_scenario_of (const guint8 *bytes, gsize n_bytes)
{
  Writer writer = { .bytes = bytes, .n_bytes = n_bytes };

  return write_scenario (&writer);
}
