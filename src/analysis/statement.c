/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/statement.h"

#include "analysis/stretches.h"

struct _ParleyStatement
{
  ParleyConditionKind  kind;
  guint                issue;
  gboolean             is_settled; /* TERMS of a choice */
  ParleyStretches     *stretches;  /* TERMS of a number */
  GPtrArray           *children;   /* of ParleyStatement */
};

ParleyStatement *
parley_statement_new (const ParleyCondition *condition, const guint *choices)
{
  ParleyStatement *self = g_new0 (ParleyStatement, 1);

  self->kind = condition->kind;
  self->issue = condition->issue;
  self->children = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_statement_free);
  if (self->kind != PARLEY_CONDITION_TERMS)
    for (guint i = 0; i < condition->children->len; i++)
      g_ptr_array_add (self->children,
                       parley_statement_new (g_ptr_array_index (condition->children, i), choices));
  else if (condition->terms->intervals != NULL)
    self->stretches = parley_stretches_new (condition->terms);
  else
    self->is_settled = parley_terms_has_option (condition->terms, choices[self->issue]);
  return self;
}

void
parley_statement_free (ParleyStatement *self)
{
  if (self == NULL)
    return;
  parley_stretches_free (self->stretches);
  g_ptr_array_unref (self->children);
  g_free (self);
}

/* Whether some child is as @wanted. */
static gboolean
some_child (const ParleyStatement *self, const double *numbers, gboolean wanted)
{
  for (guint i = 0; i < self->children->len; i++)
    if (parley_statement_holds (g_ptr_array_index (self->children, i), numbers) == wanted)
      return TRUE;
  return FALSE;
}

gboolean
parley_statement_holds (const ParleyStatement *self, const double *numbers)
{
  switch (self->kind)
    {
    case PARLEY_CONDITION_TERMS:
      if (self->stretches == NULL)
        return self->is_settled;
      return parley_stretches_distance (self->stretches, numbers[self->issue]) <= 0;
    case PARLEY_CONDITION_ALL:
      return !some_child (self, numbers, FALSE);
    case PARLEY_CONDITION_ANY:
      return some_child (self, numbers, TRUE);
    case PARLEY_CONDITION_NOT:
      return !some_child (self, numbers, TRUE);
    default:
      g_assert_not_reached ();
    }
}
