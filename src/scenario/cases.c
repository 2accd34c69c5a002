/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/load.h"

/* Whether @problems has @problem already: a model may be the reason, and not a case. */
static gboolean
is_known (const ParleyProblems *problems, const ParleyProblem *problem)
{
  for (guint i = 0; i < problems->items->len; i++)
    {
      const ParleyProblem *known = parley_problems_get (problems, i);

      if (known->code == problem->code && known->line == problem->line
          && known->column == problem->column && g_str_equal (known->file, problem->file))
        return TRUE;
    }
  return FALSE;
}

/* Errors, and of the warnings the one that is about the case itself. */
static gboolean
is_of_case (const ParleyProblems *without, const ParleyProblem *problem)
{
  return parley_problem_code_severity (problem->code) == PARLEY_SEVERITY_ERROR
         || (problem->code == PARLEY_PROBLEM_REMOVES_NOTHING && !is_known (without, problem));
}

/* Moves what only a case shows from @from to @to. */
static void
take_problems (ParleyProblems *to, ParleyProblems *from)
{
  for (guint i = 0; i < from->items->len;)
    {
      if (is_of_case (to, g_ptr_array_index (from->items, i)))
        parley_problems_take (to, g_ptr_array_steal_index (from->items, i));
      else
        i++;
    }
}

static void
say_which_case (ParleyProblems *problems, const char *id)
{
  for (guint i = 0; i < problems->items->len; i++)
    {
      ParleyProblem *problem = g_ptr_array_index (problems->items, i);
      char *message = g_strdup_printf ("with the case \"%s\": %s", id, problem->message);

      g_free (problem->message);
      problem->message = message;
    }
}

ParleyLoaded *
parley_loaded_with_case (const ParleyLoaded *self, const char *id)
{
  g_autoptr(GPtrArray) changes
      = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_change_free);
  ParleyLoaded *loaded = NULL;

  g_ptr_array_add (changes, parley_change_new (PARLEY_CHANGE_CASE, id));
  loaded = parley_loaded_with (self, changes);
  say_which_case (loaded->problems, id);
  return loaded;
}

void
parley_loaded_check_cases (ParleyLoaded *self)
{
  for (guint i = 0; self->scenario != NULL && i < self->scenario->cases->len; i++)
    {
      const ParleyCase *what_if = g_ptr_array_index (self->scenario->cases, i);
      g_autoptr(ParleyLoaded) loaded = parley_loaded_with_case (self, what_if->id);

      g_ptr_array_extend_and_steal (self->files, g_steal_pointer (&loaded->files));
      take_problems (self->problems, loaded->problems);
    }
  parley_problems_sort (self->problems);
}
