/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/predicate.h"

struct _ParleyPredicate
{
  ParleyConditionKind  kind;
  const ParleyFactor  *factor;  /* TERMS of a derived issue */
  guint                axis;    /* TERMS of a negotiated issue */
  gboolean            *accepts; /* TERMS: one flag an option or distinct value */
  GPtrArray           *children;
};

static ParleyPredicate *
predicate_alloc (ParleyConditionKind kind)
{
  ParleyPredicate *self = g_new0 (ParleyPredicate, 1);

  self->kind = kind;
  self->children = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_predicate_free);
  return self;
}

static gboolean *
flag_axis (const ParleyAxis *axis, const ParleyTerms *terms)
{
  gboolean *accepts = g_new (gboolean, axis->n_options);

  for (guint o = 0; o < axis->n_options; o++)
    accepts[o] = axis->options != NULL ? parley_terms_has_option (terms, axis->options[o])
                                       : parley_terms_has_number (terms, axis->numbers[o]);
  return accepts;
}

static gboolean *
flag_factor (const ParleyFactor *factor, const ParleyTerms *terms)
{
  gboolean *accepts = g_new (gboolean, factor->values->len);

  for (guint v = 0; v < factor->values->len; v++)
    accepts[v] = parley_terms_has_number (terms, g_ptr_array_index (factor->values, v));
  return accepts;
}

static ParleyPredicate *
leaf_new (const ParleyDomain *domain, GPtrArray *factors, const ParleyCondition *condition)
{
  ParleyPredicate *self = predicate_alloc (PARLEY_CONDITION_TERMS);
  int axis = domain->axis_of_issue[condition->issue];

  if (axis >= 0)
    {
      self->axis = (guint) axis;
      self->accepts = flag_axis (&domain->axes[axis], condition->terms);
      return self;
    }
  for (guint i = 0; i < factors->len && self->factor == NULL; i++)
    {
      const ParleyFactor *factor = g_ptr_array_index (factors, i);

      if (factor->issue == condition->issue)
        self->factor = factor;
    }
  g_assert (self->factor != NULL);
  self->accepts = flag_factor (self->factor, condition->terms);
  return self;
}

ParleyPredicate *
parley_predicate_new (const ParleyDomain    *domain,
                      GPtrArray             *factors,
                      const ParleyCondition *condition)
{
  ParleyPredicate *self = NULL;

  if (condition->kind == PARLEY_CONDITION_TERMS)
    return leaf_new (domain, factors, condition);

  self = predicate_alloc (condition->kind);
  for (guint i = 0; i < condition->children->len; i++)
    {
      const ParleyCondition *child = g_ptr_array_index (condition->children, i);

      g_ptr_array_add (self->children, parley_predicate_new (domain, factors, child));
    }
  return self;
}

ParleyPredicate *
parley_predicate_new_not (ParleyPredicate *inner)
{
  ParleyPredicate *self = predicate_alloc (PARLEY_CONDITION_NOT);

  g_ptr_array_add (self->children, inner);
  return self;
}

ParleyPredicate *
parley_predicate_new_breach (ParleyPredicate *condition, ParleyPredicate *consequence)
{
  ParleyPredicate *self = predicate_alloc (PARLEY_CONDITION_ALL);

  g_ptr_array_add (self->children, condition);
  g_ptr_array_add (self->children, parley_predicate_new_not (consequence));
  return self;
}

void
parley_predicate_free (ParleyPredicate *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->children);
  g_free (self->accepts);
  g_free (self);
}

/* TRUE when a child matches as @wanted. */
static gboolean
some_child (const ParleyPredicate *self, const guint *options, gboolean wanted)
{
  for (guint i = 0; i < self->children->len; i++)
    if (parley_predicate_matches (g_ptr_array_index (self->children, i), options) == wanted)
      return TRUE;
  return FALSE;
}

gboolean
parley_predicate_matches (const ParleyPredicate *self, const guint *options)
{
  switch (self->kind)
    {
    case PARLEY_CONDITION_TERMS:
      return self->accepts[self->factor != NULL ? parley_factor_value (self->factor, options)
                                                : options[self->axis]];
    case PARLEY_CONDITION_ALL:
      return !some_child (self, options, FALSE);
    case PARLEY_CONDITION_ANY:
      return some_child (self, options, TRUE);
    case PARLEY_CONDITION_NOT:
      return !some_child (self, options, TRUE);
    default:
      g_assert_not_reached ();
    }
}

void
parley_predicate_mark_axes (const ParleyPredicate *self, gboolean *flags)
{
  for (guint i = 0; i < self->children->len; i++)
    parley_predicate_mark_axes (g_ptr_array_index (self->children, i), flags);

  if (self->kind != PARLEY_CONDITION_TERMS)
    return;
  if (self->factor == NULL)
    flags[self->axis] = TRUE;
  for (guint i = 0; self->factor != NULL && i < self->factor->n_axes; i++)
    flags[self->factor->axes[i]] = TRUE;
}

static ParleyAutomaton *
leaf_to_automaton (const ParleyPredicate *self,
                   const ParleyDomain *domain,
                   const guint *place_of_axis)
{
  if (self->factor != NULL)
    return parley_automaton_new_factor (self->factor, domain, place_of_axis, self->accepts);
  if (domain->axes[self->axis].n_options == 1) /* as in most drafts */
    return parley_automaton_new_constant ((guint) self->accepts[0]);
  return parley_automaton_new_leaf (place_of_axis[self->axis], domain->axes[self->axis].n_options,
                                    self->accepts);
}

ParleyAutomaton *
parley_predicate_to_automaton (const ParleyPredicate *self,
                               const ParleyDomain    *domain,
                               const guint           *place_of_axis)
{
  gboolean any = self->kind != PARLEY_CONDITION_ALL;
  ParleyAutomaton *automaton = NULL;

  if (self->kind == PARLEY_CONDITION_TERMS)
    return leaf_to_automaton (self, domain, place_of_axis);

  automaton = parley_automaton_new_constant (any ? 0 : 1);
  for (guint i = 0; i < self->children->len; i++)
    automaton = parley_automaton_take_join (
        automaton,
        parley_predicate_to_automaton (g_ptr_array_index (self->children, i), domain,
                                       place_of_axis),
        any);
  return self->kind == PARLEY_CONDITION_NOT ? parley_automaton_take_not (automaton) : automaton;
}
