/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario/xml.h"

ParleyElement *
parley_element_new (const char *name, ParleyText *text, guint line)
{
  ParleyElement *self = g_new0 (ParleyElement, 1);

  self->name = g_strdup (name);
  self->text = parley_text_ref (text);
  self->line = line;
  self->attributes = g_ptr_array_new_with_free_func (g_free);
  self->children = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_element_free);
  return self;
}

void
parley_element_free (ParleyElement *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  parley_text_unref (self->text);
  g_ptr_array_unref (self->attributes);
  g_ptr_array_unref (self->children);
  g_free (self);
}

const ParleyElement *
parley_element_child (const ParleyElement *self, guint index)
{
  return g_ptr_array_index (self->children, index);
}

const ParleyElement *
parley_element_find (const ParleyElement *self, const char *name)
{
  for (guint i = 0; i < self->children->len; i++)
    if (g_str_equal (parley_element_child (self, i)->name, name))
      return parley_element_child (self, i);
  return NULL;
}

const char *
parley_element_get (const ParleyElement *self, const char *attribute)
{
  for (guint i = 0; i + 1 < self->attributes->len; i += 2)
    if (g_str_equal (g_ptr_array_index (self->attributes, i), attribute))
      return g_ptr_array_index (self->attributes, i + 1);
  return NULL;
}

ParleyProblem *
parley_problems_add_at_element (ParleyProblems *self,
                                ParleyProblemCode code,
                                const ParleyElement *element,
                                const char *message,
                                ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, message);
  text = g_strdup_vprintf (message, arguments);
  va_end (arguments);
  return parley_problems_add_to_file (self, code, element->text, element->line, "%s", text);
}
