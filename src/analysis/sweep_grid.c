/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/sweep_grid.h"

#include "analysis/sweep_input.h"
#include "base/error.h"

/* Whether one of the paths leads to the other, or both to the same: a "*" is any part. */
static gboolean
overlap (const char *a, const char *b)
{
  g_auto(GStrv) parts = g_strsplit (a, ".", -1);
  g_auto(GStrv) others = g_strsplit (b, ".", -1);

  for (guint i = 0; parts[i] != NULL && others[i] != NULL; i++)
    if (!g_str_equal (parts[i], others[i]) && !g_str_equal (parts[i], "*")
        && !g_str_equal (others[i], "*"))
      return FALSE;
  return TRUE;
}

/* What one input sets the next would overwrite. */
static gboolean
check_new (const ParleySweepGrid *self, const char *path, GError **error)
{
  for (guint i = 0; i < self->inputs->len; i++)
    {
      const char *other = parley_sweep_grid_input (self, i)->path;

      if (g_str_equal (other, path))
        g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_INPUT, "--vary: \"%s\" is varied twice",
                     path);
      else if (overlap (other, path))
        g_set_error (
            error, PARLEY_ERROR, PARLEY_ERROR_INPUT,
            "--vary: \"%s\" and \"%s\" set the same value, so that one would overwrite the "
            "other",
            other, path);
      else
        continue;
      return FALSE;
    }
  return TRUE;
}

static gboolean
add_input (ParleySweepGrid *self, const char *spec, GError **error)
{
  g_autoptr(ParleySweepInput) input = parley_sweep_input_parse (spec, error);

  if (input == NULL || !check_new (self, input->path, error))
    return FALSE;
  if ((guint64) self->n_points * input->values->len > PARLEY_SWEEP_MOST_POINTS)
    return parley_sweep_refuse_size (spec, error);
  self->n_points *= input->values->len;
  g_ptr_array_add (self->inputs, g_steal_pointer (&input));
  return TRUE;
}

ParleySweepGrid *
parley_sweep_grid_new (const char *const *specs, GError **error)
{
  g_autoptr(ParleySweepGrid) self = g_new0 (ParleySweepGrid, 1);
  guint n = specs == NULL ? 0 : g_strv_length ((char **) specs);

  self->inputs = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_sweep_input_free);
  self->n_points = 1;
  if (n == 0 || n > PARLEY_SWEEP_MOST_INPUTS)
    {
      g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_INPUT,
                   n == 0 ? "say with --vary PATH=FROM:TO:STEP or PATH=A,B,C what to vary"
                          : "at most three inputs can be varied at once (--vary)");
      return NULL;
    }
  for (guint i = 0; i < n; i++)
    if (!add_input (self, specs[i], error))
      return NULL;
  return g_steal_pointer (&self);
}

void
parley_sweep_grid_free (ParleySweepGrid *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->inputs);
  g_free (self);
}

const ParleySweepInput *
parley_sweep_grid_input (const ParleySweepGrid *self, guint index)
{
  return g_ptr_array_index (self->inputs, index);
}

void
parley_sweep_grid_place (const ParleySweepGrid *self, guint point, guint *places)
{
  for (guint i = self->inputs->len; i-- > 0;)
    {
      guint n = parley_sweep_grid_input (self, i)->values->len;

      places[i] = point % n;
      point /= n;
    }
}

guint
parley_sweep_grid_stride (const ParleySweepGrid *self, guint input)
{
  guint stride = 1;

  for (guint i = input + 1; i < self->inputs->len; i++)
    stride *= parley_sweep_grid_input (self, i)->values->len;
  return stride;
}
