/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/value.h"

static GPtrArray *
number_array_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) parley_number_free);
}

ParleyValueFunction *
parley_value_function_new (ParleyValueKind kind)
{
  ParleyValueFunction *self = g_new0 (ParleyValueFunction, 1);

  self->kind = kind;
  if (kind == PARLEY_VALUE_TABLE)
    self->table = number_array_new ();
  if (kind == PARLEY_VALUE_LINEAR || kind == PARLEY_VALUE_SMOOTH)
    {
      self->x = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_exact_free);
      self->y = number_array_new ();
    }
  return self;
}

void
parley_value_function_free (ParleyValueFunction *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->table, g_ptr_array_unref);
  g_clear_pointer (&self->x, g_ptr_array_unref);
  g_clear_pointer (&self->y, g_ptr_array_unref);
  parley_number_free (self->ideal);
  parley_number_free (self->tolerance);
  g_free (self);
}
