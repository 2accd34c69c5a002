/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/problem.h"

#include <string.h>

#include "base/error.h"
#include "base/escape.h"
#include "base/shorten.h"

/* Nobody reads more errors, or more warnings. */
#define MAX_PROBLEMS 10000

/* Of a message or a pointer, in bytes: keys can be as long as the file. */
#define MAX_LENGTH 1000

/* To look for what was meant costs up to 50 µs for each candidate. */
#define MAX_CANDIDATES 10000

static const struct
{
  const char *id;
  ParleySeverity severity;
} codes[] = {
#define PARLEY_PROBLEM(name, id, severity, meaning) { id, PARLEY_SEVERITY_##severity },
#include "scenario/problems.def"
#undef PARLEY_PROBLEM
};

ParleyProblemCode
parley_problem_code_of (const GError *error)
{
  return g_error_matches (error, PARLEY_ERROR, PARLEY_ERROR_INPUT) ? PARLEY_PROBLEM_TEXT_TOO_LONG
                                                                   : PARLEY_PROBLEM_UNREADABLE;
}

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
  g_clear_pointer (&self->passed_over, problem_free);
  g_free (self);
}

void
parley_problems_take (ParleyProblems *self, ParleyProblem *problem)
{
  gboolean is_error = codes[problem->code].severity == PARLEY_SEVERITY_ERROR;
  guint n = is_error ? ++self->n_errors : ++self->n_warnings;

  if (n <= MAX_PROBLEMS)
    {
      g_ptr_array_add (self->items, problem);
      return;
    }
  /* Whoever added it may still complete it. */
  g_clear_pointer (&self->passed_over, problem_free);
  self->passed_over = problem;
}

static char *
shorten_take (char *text)
{
  return parley_shorten_take (text, MAX_LENGTH / 2, MAX_LENGTH / 2);
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
  problem->pointer = shorten_take (g_strdup (pointer));
  problem->message = shorten_take (g_strdup_vprintf (message, arguments));

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

ParleyProblem *
parley_problems_add_to_file (ParleyProblems    *self,
                             ParleyProblemCode  code,
                             const ParleyText  *text,
                             guint              line,
                             const char        *message,
                             ...)
{
  ParleyProblem *problem;
  va_list arguments;

  va_start (arguments, message);
  problem = parley_problems_add_va (self, code, text, 0, "", message, arguments);
  va_end (arguments);
  problem->line = line;
  problem->column = 0;
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

/* Behind the last problem, at its place. */
static void
add_closing (ParleyProblems *self)
{
  const ParleyProblem *last = parley_problems_get (self, self->items->len - 1);
  ParleyProblem *closing = g_new0 (ParleyProblem, 1);

  closing->code = PARLEY_PROBLEM_MORE_PROBLEMS;
  closing->file = g_strdup (last->file);
  closing->line = last->line;
  closing->column = last->column;
  closing->pointer = g_strdup ("");
  closing->message = g_strdup_printf ("there are more problems than these; of errors and of "
                                      "warnings %d each are listed",
                                      MAX_PROBLEMS);
  g_ptr_array_add (self->items, closing);
  g_clear_pointer (&self->passed_over, problem_free);
  self->closing = closing;
}

void
parley_problems_sort (ParleyProblems *self)
{
  g_autoptr(GHashTable) ranks = NULL;
  gboolean closes = self->passed_over != NULL || self->closing != NULL;

  /* More may have come behind it. */
  if (self->closing != NULL)
    g_ptr_array_remove (self->items, g_steal_pointer (&self->closing));
  ranks = rank_files (self);
  /* GLib sorts in a stable way, so several at one place stay as they were found. */
  g_ptr_array_sort_with_data (self->items, compare_problems, ranks);
  if (closes)
    add_closing (self);
}

gboolean
parley_problems_may_suggest (ParleyProblems *self, guint n_candidates)
{
  if (n_candidates > MAX_CANDIDATES - self->n_candidates)
    return FALSE;
  self->n_candidates += n_candidates;
  return TRUE;
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

char *
parley_problem_to_string (const ParleyProblem *self)
{
  gboolean is_error = codes[self->code].severity == PARLEY_SEVERITY_ERROR;
  g_autoptr(GString) line = g_string_new (self->file);

  if (self->line > 0)
    g_string_append_printf (line, ":%u", self->line);
  if (self->line > 0 && self->column > 0)
    g_string_append_printf (line, ":%u", self->column);
  g_string_append_printf (line, ": %s: %s", is_error ? "error" : "warning", self->message);
  append_details (line, self);
  g_string_append_printf (line, " [%s]", codes[self->code].id);
  if (*self->pointer != '\0')
    g_string_append_printf (line, " at %s", self->pointer);
  return parley_escape_controls (line->str);
}
