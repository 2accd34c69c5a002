/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/condition.h"

ParleyCondition *
parley_condition_new_terms (guint issue, ParleyTerms *terms)
{
  ParleyCondition *self = g_new0 (ParleyCondition, 1);

  self->kind = PARLEY_CONDITION_TERMS;
  self->issue = issue;
  self->terms = terms;
  return self;
}

ParleyCondition *
parley_condition_new (ParleyConditionKind kind)
{
  ParleyCondition *self = g_new0 (ParleyCondition, 1);

  g_return_val_if_fail (kind != PARLEY_CONDITION_TERMS, self);

  self->kind = kind;
  self->children = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_condition_free);
  return self;
}

ParleyCondition *
parley_condition_copy (const ParleyCondition *self)
{
  ParleyCondition *copy = NULL;

  if (self->kind == PARLEY_CONDITION_TERMS)
    return parley_condition_new_terms (self->issue, parley_terms_copy (self->terms));
  copy = parley_condition_new (self->kind);
  for (guint i = 0; i < self->children->len; i++)
    parley_condition_take_child (copy,
                                 parley_condition_copy (g_ptr_array_index (self->children, i)));
  return copy;
}

void
parley_condition_free (ParleyCondition *self)
{
  if (self == NULL)
    return;
  parley_terms_free (self->terms);
  g_clear_pointer (&self->children, g_ptr_array_unref);
  g_free (self);
}

void
parley_condition_take_child (ParleyCondition *self, ParleyCondition *child)
{
  g_ptr_array_add (self->children, child);
}

void
parley_condition_mark_issues (const ParleyCondition *self, gboolean *flags)
{
  if (self->kind == PARLEY_CONDITION_TERMS)
    {
      flags[self->issue] = TRUE;
      return;
    }
  for (guint i = 0; i < self->children->len; i++)
    parley_condition_mark_issues (g_ptr_array_index (self->children, i), flags);
}
