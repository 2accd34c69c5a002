/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/combos.h"

#include "base/error.h"

typedef struct
{
  ParleyCombos            *found;
  const ParleyComboLimits *limits;
  GArray                  *forbidding; /* of guint: couplings of the block */
  guint                   *options;    /* [axis of the space] */
  gsize                   *work;
} Search;

static gboolean
belongs (const guint *axes, guint n_axes, const ParleyIssueBlock *block, gboolean is_first)
{
  if (n_axes == 0)
    return is_first;
  for (guint i = 0; i < block->n_axes; i++)
    if (block->axes[i] == axes[0])
      return TRUE;
  return FALSE;
}

static void
find_members (Search *self, gboolean is_first)
{
  ParleyCombos *found = self->found;

  for (guint c = 0; c < found->space->couplings->len; c++)
    {
      const ParleyCoupling *coupling = g_ptr_array_index (found->space->couplings, c);
      gboolean forbids = coupling->effect == PARLEY_EFFECT_FORBID;

      if (belongs (coupling->axes, coupling->n_axes, found->block, is_first))
        g_array_append_val (forbids ? self->forbidding : found->couplings, c);
    }
  for (guint f = 0; f < found->space->factors->len; f++)
    {
      const ParleyFactor *factor = g_ptr_array_index (found->space->factors, f);

      if (belongs (factor->axes, factor->n_axes, found->block, is_first))
        g_array_append_val (found->factors, f);
    }
}

static gboolean
is_forbidden (const Search *self)
{
  for (guint i = 0; i < self->forbidding->len; i++)
    {
      const ParleyCoupling *coupling = g_ptr_array_index (
          self->found->space->couplings, g_array_index (self->forbidding, guint, i));

      if (parley_predicate_matches (coupling->predicate, self->options))
        return TRUE;
    }
  return FALSE;
}

static void
add_combo (Search *self)
{
  ParleyCombos *found = self->found;

  if (is_forbidden (self))
    return;
  for (guint i = 0; i < found->block->n_axes; i++)
    g_array_append_val (found->options, self->options[found->block->axes[i]]);
  for (guint i = 0; i < found->factors->len; i++)
    {
      guint value = parley_factor_value (
          g_ptr_array_index (found->space->factors, g_array_index (found->factors, guint, i)),
          self->options);

      g_array_append_val (found->values, value);
    }
  for (guint i = 0; i < found->couplings->len; i++)
    {
      guint8 holds
          = parley_predicate_matches (parley_combos_coupling (found, i)->predicate, self->options);

      g_array_append_val (found->holds, holds);
    }
  found->n++;
}

/* Chooses the options from axis @i of the block on. Returns: FALSE when that is too much. */
static gboolean
choose (Search *self, guint i, guint n_changed)
{
  const ParleyIssueBlock *block = self->found->block;
  guint axis = i < block->n_axes ? block->axes[i] : 0;

  if (i == block->n_axes)
    {
      if (*self->work == 0)
        return FALSE;
      --*self->work;
      add_combo (self);
      return TRUE;
    }
  for (guint o = 0; o < self->found->space->domain->axes[axis].n_options; o++)
    {
      guint n = n_changed;

      if (self->limits != NULL)
        n += self->limits->kept[axis][o] ? 0 : 1;
      self->options[axis] = o;
      if ((self->limits == NULL || n <= self->limits->most_changes) && !choose (self, i + 1, n))
        return FALSE;
    }
  return TRUE;
}

ParleyCombos *
parley_combos_new (const ParleySpace       *space,
                   guint                    block,
                   const ParleyComboLimits *limits,
                   gsize *work) /* NOLINT(readability-non-const-parameter): counted down */
{
  g_autoptr(ParleyCombos) self = g_new0 (ParleyCombos, 1);
  g_autoptr(GArray) forbidding = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint *options = g_new0 (guint, MAX (1, space->domain->n_axes));
  Search search = { self, limits, forbidding, options, work };

  self->space = space;
  self->block = g_ptr_array_index (space->blocks, block);
  self->factors = g_array_new (FALSE, FALSE, sizeof (guint));
  self->couplings = g_array_new (FALSE, FALSE, sizeof (guint));
  self->options = g_array_new (FALSE, FALSE, sizeof (guint));
  self->values = g_array_new (FALSE, FALSE, sizeof (guint));
  self->holds = g_array_new (FALSE, FALSE, sizeof (guint8));
  find_members (&search, block == 0);
  return choose (&search, 0, 0) ? g_steal_pointer (&self) : NULL;
}

void
parley_combos_free (ParleyCombos *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->factors);
  g_array_unref (self->couplings);
  g_array_unref (self->options);
  g_array_unref (self->values);
  g_array_unref (self->holds);
  g_free (self);
}

GPtrArray *
parley_combos_new_all (const ParleySpace *space, gsize *work, GError **error)
{
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) parley_combos_free);

  for (guint b = 0; b < space->blocks->len; b++)
    {
      ParleyCombos *combos = parley_combos_new (space, b, NULL, work);
      const ParleyIssueBlock *block = g_ptr_array_index (space->blocks, b);

      if (combos == NULL)
        {
          g_set_error (error, PARLEY_ERROR, PARLEY_ERROR_LIMIT,
                       "the %u issues that hang together with \"%s\" can be chosen in too many "
                       "ways to draw from; drafts with fewer open terms make it less",
                       block->n_axes,
                       parley_scenario_issue (space->scenario,
                                              space->domain->axes[block->axes[0]].issue)
                           ->id);
          return NULL;
        }
      g_ptr_array_add (all, combos);
    }
  return g_steal_pointer (&all);
}
