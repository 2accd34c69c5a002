/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "space/reach.h"

#include "space/walk.h"

typedef struct
{
  const ParleySpace *space;
  const ParleyIssueBlock *block;
  ParleyReach       *reach;
  guint64            n_tuples;
  guint64           *n_matches; /* [coupling] */
} Search;

/* Conditions and derived issues never cross blocks, so one axis tells. */
static gboolean
in_block (const ParleyIssueBlock *block, const guint *axes, guint n_axes)
{
  for (guint i = 0; n_axes > 0 && i < block->n_axes; i++)
    if (block->axes[i] == axes[0])
      return TRUE;
  return FALSE;
}

static gboolean
visit (const ParleyTuple *tuple, gpointer data)
{
  Search *search = data;

  search->n_tuples++;
  for (guint i = 0; i < search->block->n_axes; i++)
    search->reach->options[search->block->axes[i]][tuple->options[search->block->axes[i]]] = TRUE;
  for (guint f = 0; f < search->space->factors->len; f++)
    {
      const ParleyFactor *factor = g_ptr_array_index (search->space->factors, f);

      if (in_block (search->block, factor->axes, factor->n_axes))
        search->reach->values[f][parley_factor_value (factor, tuple->options)] = TRUE;
    }
  for (guint c = 0; c < search->space->couplings->len; c++)
    {
      const ParleyCoupling *coupling = g_ptr_array_index (search->space->couplings, c);

      if (in_block (search->block, coupling->axes, coupling->n_axes))
        search->n_matches[c]
            += (guint64) parley_predicate_matches (coupling->predicate, tuple->options);
    }
  return TRUE;
}

static void
reach_block (ParleyReach *self, const ParleySpace *space, const ParleyIssueBlock *block)
{
  g_autofree guint64 *n_matches = g_new0 (guint64, space->couplings->len);
  g_autoptr(GPtrArray) nobody = g_ptr_array_new ();
  Search search = { space, block, self, 0, n_matches };

  parley_walk (space, block->axes, block->n_axes, nobody, visit, &search);
  self->feasible &= search.n_tuples > 0;
  for (guint c = 0; c < space->couplings->len; c++)
    {
      const ParleyCoupling *coupling = g_ptr_array_index (space->couplings, c);

      if (in_block (block, coupling->axes, coupling->n_axes))
        self->couplings[c] = n_matches[c] == 0                 ? PARLEY_NONE
                             : n_matches[c] == search.n_tuples ? PARLEY_ALL
                                                               : PARLEY_SOME;
    }
}

static guint
n_values (const ParleySpace *space, guint factor)
{
  return ((const ParleyFactor *) g_ptr_array_index (space->factors, factor))->values->len;
}

/* Where no deal is feasible, what single blocks contain is in none. */
static void
clear (ParleyReach *self, const ParleySpace *space)
{
  for (guint a = 0; a < self->n_axes; a++)
    memset (self->options[a], 0, space->domain->axes[a].n_options * sizeof **self->options);
  for (guint f = 0; f < self->n_factors; f++)
    memset (self->values[f], 0, n_values (space, f) * sizeof **self->values);
  for (guint c = 0; c < space->couplings->len; c++)
    self->couplings[c] = PARLEY_NONE;
}

ParleyReach *
parley_reach_new (const ParleySpace *space)
{
  ParleyReach *self = g_new0 (ParleyReach, 1);

  self->feasible = TRUE;
  self->n_axes = space->domain->n_axes;
  self->n_factors = space->factors->len;
  self->options = g_new (gboolean *, self->n_axes);
  self->values = g_new (gboolean *, self->n_factors);
  self->couplings = g_new0 (ParleyShare, space->couplings->len);
  for (guint a = 0; a < self->n_axes; a++)
    self->options[a] = g_new0 (gboolean, space->domain->axes[a].n_options);
  for (guint f = 0; f < self->n_factors; f++)
    self->values[f] = g_new0 (gboolean, n_values (space, f));
  for (guint b = 0; b < space->blocks->len; b++)
    reach_block (self, space, g_ptr_array_index (space->blocks, b));
  if (!self->feasible)
    clear (self, space);
  return self;
}

void
parley_reach_free (ParleyReach *self)
{
  if (self == NULL)
    return;
  for (guint a = 0; a < self->n_axes; a++)
    g_free (self->options[a]);
  for (guint f = 0; f < self->n_factors; f++)
    g_free (self->values[f]);
  g_free (self->options);
  g_free (self->values);
  g_free (self->couplings);
  g_free (self);
}
