/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/load.h"

#include "scenario/read.h"

static ParleyLoaded *
loaded_new (ParleyText *text)
{
  ParleyLoaded *self = g_new0 (ParleyLoaded, 1);

  self->text = parley_text_ref (text);
  self->problems = parley_problems_new ();
  self->origins = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_node_unref);
  self->files = g_ptr_array_new_with_free_func (g_free);
  return self;
}

static void
compose_and_read (ParleyLoaded *self, GPtrArray *changes)
{
  g_autoptr(ParleyNode) root = NULL;

  if (self->written != NULL)
    {
      root = parley_compose (self->written, changes, self->files, self->problems, &self->tree);
      self->is_model = parley_read_is_model (root);
      self->scenario = parley_read (root, self->problems, self->origins);
    }
  parley_problems_sort (self->problems);
}

ParleyLoaded *
parley_load_text (ParleyText *text, GPtrArray *changes)
{
  ParleyLoaded *self = loaded_new (text);

  self->written = parley_written_new (text, self->problems);
  compose_and_read (self, changes);
  return self;
}

ParleyLoaded *
parley_loaded_with (const ParleyLoaded *self, GPtrArray *changes)
{
  ParleyLoaded *changed = loaded_new (self->text);

  changed->written = self->written != NULL ? parley_written_ref (self->written)
                                           : parley_written_new (self->text, changed->problems);
  compose_and_read (changed, changes);
  return changed;
}

ParleyLoaded *
parley_load (const char *path, GPtrArray *changes, GError **error)
{
  g_autoptr(ParleyText) text = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  text = parley_text_read (path, error);
  return text == NULL ? NULL : parley_load_text (text, changes);
}

void
parley_loaded_free (ParleyLoaded *self)
{
  if (self == NULL)
    return;
  parley_scenario_free (self->scenario);
  g_clear_pointer (&self->tree, parley_node_unref);
  g_clear_pointer (&self->written, parley_written_unref);
  g_clear_pointer (&self->problems, parley_problems_free);
  g_clear_pointer (&self->origins, g_ptr_array_unref);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_clear_pointer (&self->text, parley_text_unref);
  g_free (self);
}

ParleyProblem *
parley_loaded_add_problem (ParleyLoaded *self,
                           ParleyProblemCode code,
                           ParleyOrigin origin,
                           const char *message,
                           ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  g_return_val_if_fail (origin < self->origins->len, NULL);

  va_start (arguments, message);
  text = g_strdup_vprintf (message, arguments);
  va_end (arguments);
  return parley_problems_add_at (self->problems, code, g_ptr_array_index (self->origins, origin),
                                 "%s", text);
}
