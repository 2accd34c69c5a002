/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/sweep_points.h"

#include "base/error.h"
#include "cli/input.h"

static void
set_problem (const ParleyProblems *problems, GError **error)
{
  for (guint i = 0; i < problems->items->len; i++)
    {
      const ParleyProblem *problem = parley_problems_get (problems, i);
      g_autofree char *text = parley_problem_to_string (problem);

      if (parley_problem_code_severity (problem->code) != PARLEY_SEVERITY_ERROR)
        continue;
      g_set_error (error, PARLEY_ERROR,
                   problem->code == PARLEY_PROBLEM_UNREADABLE ? PARLEY_ERROR_IO
                                                              : PARLEY_ERROR_INPUT,
                   "%s", text);
      return;
    }
}

static ParleyLoaded *
load (const ParleySweepPoints *self, const char *const *values)
{
  g_autoptr(GPtrArray) changes = g_ptr_array_new ();
  g_autoptr(GPtrArray) varied
      = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_change_free);

  g_ptr_array_extend (changes, self->options->changes, NULL, NULL);
  for (guint i = 0; i < self->grid->inputs->len; i++)
    {
      g_autofree char *setting
          = g_strconcat (parley_sweep_grid_input (self->grid, i)->path, "=", values[i], NULL);

      g_ptr_array_add (varied, parley_change_new (PARLEY_CHANGE_VARY, setting));
    }
  g_ptr_array_extend (changes, varied, NULL, NULL);
  return parley_loaded_with (self->base, changes);
}

ParleyLoaded *
parley_sweep_points_load (const ParleySweepPoints *self, const char *const *values, GError **error)
{
  g_autoptr(ParleyLoaded) loaded = load (self, values);

  if (loaded->scenario == NULL)
    {
      set_problem (loaded->problems, error);
      return NULL;
    }
  if (!parley_input_all_spared ("--output", self->options->output, self->path, loaded, error))
    return NULL;
  return g_steal_pointer (&loaded);
}

gpointer
parley_sweep_points_open (const char *const *values,
                          const ParleyScenario **scenario,
                          gpointer points,
                          GError **error)
{
  ParleyLoaded *loaded = parley_sweep_points_load (points, values, error);

  if (loaded != NULL)
    *scenario = loaded->scenario;
  return loaded;
}

void
parley_sweep_points_close (gpointer opened)
{
  parley_loaded_free (opened);
}
