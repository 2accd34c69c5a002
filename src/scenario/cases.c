/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/load.h"

/* Moves the errors of @from to @to, saying which case shows them. */
static void
take_errors (ParleyProblems *to, ParleyProblems *from, const char *id)
{
  for (guint i = 0; i < from->items->len;)
    {
      ParleyProblem *problem = g_ptr_array_index (from->items, i);
      char *message = NULL;

      if (parley_problem_code_severity (problem->code) != PARLEY_SEVERITY_ERROR)
        {
          i++;
          continue;
        }
      message = g_strdup_printf ("with the case \"%s\": %s", id, problem->message);
      g_free (problem->message);
      problem->message = message;
      parley_problems_take (to, g_ptr_array_steal_index (from->items, i));
    }
}

void
parley_loaded_check_cases (ParleyLoaded *self, const char *path)
{
  for (guint i = 0; self->scenario != NULL && i < self->scenario->cases->len; i++)
    {
      const ParleyCase *what_if = g_ptr_array_index (self->scenario->cases, i);
      g_autoptr(GPtrArray) changes
          = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_change_free);
      g_autoptr(ParleyLoaded) loaded = NULL;

      g_ptr_array_add (changes, parley_change_new (PARLEY_CHANGE_CASE, what_if->id));
      loaded = parley_load (path, changes, NULL);
      if (loaded != NULL)
        take_errors (self->problems, loaded->problems, what_if->id);
    }
  parley_problems_sort (self->problems);
}
