/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/resolver_bound.h"

/*
 * What the parts of a resolver share (resolver.h).
 */

/* One score that deals are judged by. */
typedef struct
{
  guint    party;
  gboolean floored; /* it must reach the reservation */
  gboolean marked;  /* crossings and waivers count in it */
} ParleyResolverDemand;

struct _ParleyResolver
{
  const ParleyDraws *draws;
  const ParleySpace *space;
  GPtrArray         *combos;
  GPtrArray         *forms;   /* [party] of ParleyForm: NULL for those that decide nothing */
  GArray            *demands; /* of ParleyResolverDemand: objectives first */
  guint              n_objectives;
  guint64            plain;  /* bit p: party p must always accept */
  GPtrArray         *kept;   /* [block] of GArray of guint: the choices that are worth a look */
  guint             *blocks; /* [layer]: which block; the widest last */
};

static inline const ParleyResolverDemand *
parley_resolver_demand (const ParleyResolver *self, guint index)
{
  return &g_array_index (self->demands, ParleyResolverDemand, index);
}

/* Block @block as @party sees it. Returns: (nullable): NULL of one that decides nothing. */
static inline const ParleyFormBlock *
parley_resolver_block (const ParleyResolver *self, guint party, guint block)
{
  const ParleyForm *form = (const ParleyForm *) g_ptr_array_index (self->forms, party);

  return form == NULL ? NULL : (const ParleyFormBlock *) g_ptr_array_index (form->blocks, block);
}

/* Whether the party has a reservation, so that it judges by its score. */
gboolean parley_resolver_is_scored_by (const ParleyResolver *self, guint party);

/* What @party needs in a draw, as its scores are counted; 0 without a reservation. */
gint64 parley_resolver_floor (const ParleyResolver *self, const ParleyDraw *draw, guint party);

/* What is asked of deals in a draw, and the deals that there are then. @numbers (element-type
 * GArray): [layer] gets which choices its options are. Returns: (transfer full). */
ParleyView    *parley_resolver_view    (const ParleyResolver *self, const ParleyDraw *draw);
ParleyDiagram *parley_resolver_diagram (const ParleyResolver *self,
                                        const ParleyDraw     *draw,
                                        GPtrArray            *numbers);

/* Fills in the Nash deal of those on @fronts, of which there is one; of several that tie the first
 * in file order. */
void parley_resolver_pick (const ParleyResolver *self,
                           const ParleyDraw     *draw,
                           const ParleyFronts   *fronts,
                           GPtrArray            *numbers,
                           ParleySolved         *solved);
