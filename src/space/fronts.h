/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/node_needs.h"

/**
 * ParleyFronts:
 *
 * For every node of a diagram the front of what can follow: the points of all paths from
 * there to the end, as far as they can still matter to a deal of the view. At the first
 * node these are the points of whole deals that reach all floors.
 *
 * Nothing else is kept: which deals make a point is found by looking up, step by step, what
 * the points of the next layer become.
 */
typedef struct
{
  const ParleyView    *view;     /* borrowed */
  const ParleyDiagram *diagram;  /* borrowed */
  ParleyFront       ***fronts;   /* [layer][node]; layer n_layers is the end */
  gsize                n_points; /* of all */
  ParleyNodeNeeds     *needs;    /* NULL where the diagram is empty */
} ParleyFronts;

/**
 * parley_fronts_new:
 *
 * Cost: that of joining the fronts of all arcs (pareto.h). Errors: PARLEY_ERROR_LIMIT when
 * fronts hold more than @max_points in all, or one would be joined from more.
 */
ParleyFronts *parley_fronts_new (const ParleyView    *view,
                                 const ParleyDiagram *diagram,
                                 gsize                max_points,
                                 GError             **error);

/* The same without those of the first @n_layers layers, which cost the most. */
ParleyFronts *parley_fronts_new_behind (const ParleyView    *view,
                                        const ParleyDiagram *diagram,
                                        guint                n_layers,
                                        gsize                max_points,
                                        GError             **error);

/* The same, and tells @crew (nullable) how far it is. */
ParleyFronts *parley_fronts_new_told (const ParleyView    *view,
                                      const ParleyDiagram *diagram,
                                      gsize                max_points,
                                      const ParleyCrew    *crew,
                                      GError             **error);

/* Fronts of at most @most points each: of a diagram that has some of the deals, or more than
 * there are. By TO_SOME each point is still that of a path, but points are missing; by TO_COVER
 * only the points themselves mean something. */
ParleyFronts *parley_fronts_new_thin (const ParleyView    *view,
                                      const ParleyDiagram *diagram,
                                      ParleyThinning       thinning,
                                      gsize                most,
                                      const ParleyCrew    *crew);

void parley_fronts_free (ParleyFronts *self);

static inline const ParleyFront *
parley_fronts_at (const ParleyFronts *self, guint layer, guint node)
{
  return self->fronts[layer][node];
}

/* The points of whole deals; without a deal it has none. */
static inline const ParleyFront *
parley_fronts_whole (const ParleyFronts *self)
{
  return parley_fronts_at (self, 0, 0);
}

/* Sets @point to the one of @node that @from, a point of its child by way of @option,
 * becomes. Cost: O(log points). Returns: FALSE when none does, as it cannot matter there. */
gboolean parley_fronts_come_from (const ParleyFronts *self,
                                  guint               layer,
                                  guint               node,
                                  guint               option,
                                  gsize               from,
                                  gsize              *point);

/* The points of the child by way of @option that have what @point of @node lacks in
 * objectives without it: [first, end). Those alone can become that point. */
void parley_fronts_candidates (const ParleyFronts *self,
                               guint               layer,
                               guint               node,
                               guint               option,
                               gsize               point,
                               gsize              *first,
                               gsize              *end);

/**
 * parley_fronts_list:
 * @objectives: of a point of the whole
 *
 * The first @n_most deals with @objectives that reach all floors, in the order of the
 * diagram's layers. Cost: O(n_most * layers * options * log points), as no step leads astray,
 * and where there are constraints in place of the logarithm the points of equal objectives.
 *
 * Returns: (transfer full) (element-type guint*): one option an axis, to be freed with
 * g_free.
 */
GPtrArray *parley_fronts_list (const ParleyFronts *self,
                               const ParleyScore  *objectives,
                               guint               n_most);

/**
 * parley_fronts_count_by_point:
 * @counts: [point of the whole] (out): initialised by the caller
 *
 * Sets the number of deals on every point of the whole: what the points say, where doubles
 * can say it, else counted exactly for all points of all nodes together. Cost then:
 * O(points * options * log points).
 */
void parley_fronts_count_by_point (const ParleyFronts *self, mpz_t *counts);

/* Adds to @by_option ([axis][option]) how many of the deals on all points of the whole have
 * each option; the diagram is not empty. Cost: the same. */
void parley_fronts_count_by_option (const ParleyFronts *self, mpz_t **by_option);

/* Sets @count to the number of deals on all points of the whole together. */
void parley_fronts_count (const ParleyFronts *self, mpz_ptr count);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyFronts, parley_fronts_free)
