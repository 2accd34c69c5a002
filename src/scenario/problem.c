/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/problem.h"

#include <string.h>

static const struct
{
  const char *id;
  ParleySeverity severity;
} codes[] = {
#define PARLEY_PROBLEM(name, id, severity, meaning) { id, PARLEY_SEVERITY_##severity },
#include "scenario/problems.def"
#undef PARLEY_PROBLEM
};

const char *
parley_problem_code_id (ParleyProblemCode code)
{
  return codes[code].id;
}

ParleySeverity
parley_problem_code_severity (ParleyProblemCode code)
{
  return codes[code].severity;
}

static void
problem_free (gpointer data)
{
  ParleyProblem *self = data;

  g_free (self->file);
  g_free (self->pointer);
  g_free (self->message);
  g_free (self->found);
  g_free (self->expected);
  g_free (self->suggestion);
  g_free (self);
}

ParleyProblems *
parley_problems_new (void)
{
  ParleyProblems *self = g_new0 (ParleyProblems, 1);

  self->items = g_ptr_array_new_with_free_func (problem_free);
  return self;
}

void
parley_problems_free (ParleyProblems *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->items);
  g_free (self);
}

void
parley_problems_take (ParleyProblems *self, ParleyProblem *problem)
{
  g_ptr_array_add (self->items, problem);
  if (codes[problem->code].severity == PARLEY_SEVERITY_ERROR)
    self->n_errors++;
  else
    self->n_warnings++;
}

ParleyProblem *
parley_problems_add_va (ParleyProblems    *self,
                        ParleyProblemCode  code,
                        const ParleyText  *text,
                        gsize              offset,
                        const char        *pointer,
                        const char        *message,
                        va_list            arguments)
{
  ParleyProblem *problem = g_new0 (ParleyProblem, 1);

  problem->code = code;
  problem->file = g_strdup (text->name);
  parley_text_locate (text, offset, &problem->line, &problem->column);
  problem->pointer = g_strdup (pointer);
  problem->message = g_strdup_vprintf (message, arguments);

  parley_problems_take (self, problem);
  return problem;
}

ParleyProblem *
parley_problems_add (ParleyProblems    *self,
                     ParleyProblemCode  code,
                     const ParleyText  *text,
                     gsize              offset,
                     const char        *pointer,
                     const char        *message,
                     ...)
{
  ParleyProblem *problem;
  va_list arguments;

  va_start (arguments, message);
  problem = parley_problems_add_va (self, code, text, offset, pointer, message, arguments);
  va_end (arguments);
  return problem;
}

/* Numbers the files in the order in which problems name them first. */
static GHashTable *
rank_files (const ParleyProblems *self)
{
  GHashTable *ranks = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->items->len; i++)
    {
      const ParleyProblem *problem = g_ptr_array_index (self->items, i);

      if (!g_hash_table_contains (ranks, problem->file))
        g_hash_table_insert (ranks, problem->file, GUINT_TO_POINTER (g_hash_table_size (ranks)));
    }
  return ranks;
}

static gint
compare (guint a, guint b)
{
  return (a > b) - (a < b);
}

static gint
compare_problems (gconstpointer a, gconstpointer b, gpointer ranks)
{
  const ParleyProblem *first = *(ParleyProblem *const *) a;
  const ParleyProblem *second = *(ParleyProblem *const *) b;
  gint order = compare (GPOINTER_TO_UINT (g_hash_table_lookup (ranks, first->file)),
                        GPOINTER_TO_UINT (g_hash_table_lookup (ranks, second->file)));

  if (order == 0)
    order = compare (first->line, second->line);
  return order != 0 ? order : compare (first->column, second->column);
}

void
parley_problems_sort (ParleyProblems *self)
{
  g_autoptr(GHashTable) ranks = rank_files (self);

  /* GLib sorts in a stable way, so several at one place stay as they were found. */
  g_ptr_array_sort_with_data (self->items, compare_problems, ranks);
}

const ParleyProblem *
parley_problems_get (const ParleyProblems *self, guint index)
{
  return g_ptr_array_index (self->items, index);
}

static void
append_details (GString *line, const ParleyProblem *self)
{
  if (self->found != NULL && self->expected != NULL)
    g_string_append_printf (line, " (found %s; expected %s)", self->found, self->expected);
  else if (self->found != NULL)
    g_string_append_printf (line, " (found %s)", self->found);
  else if (self->expected != NULL)
    g_string_append_printf (line, " (expected %s)", self->expected);
  if (self->suggestion != NULL)
    g_string_append_printf (line, "; did you mean \"%s\"?", self->suggestion);
}

/* What a file says must not be able to steer the terminal, nor break the line. */
static char *
escape_controls (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *escaped = g_string_new (NULL);

  for (const char *c = valid; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (g_unichar_iscntrl (character) || g_unichar_type (character) == G_UNICODE_FORMAT)
        g_string_append_printf (escaped, "\\u%04x", character);
      else
        g_string_append_unichar (escaped, character);
    }
  return g_string_free (escaped, FALSE);
}

char *
parley_problem_to_string (const ParleyProblem *self)
{
  gboolean is_error = codes[self->code].severity == PARLEY_SEVERITY_ERROR;
  g_autoptr(GString) line = g_string_new (self->file);

  if (self->line > 0)
    g_string_append_printf (line, ":%u:%u", self->line, self->column);
  g_string_append_printf (line, ": %s: %s", is_error ? "error" : "warning", self->message);
  append_details (line, self);
  g_string_append_printf (line, " [%s]", codes[self->code].id);
  if (*self->pointer != '\0')
    g_string_append_printf (line, " at %s", self->pointer);
  return escape_controls (line->str);
}
