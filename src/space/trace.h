/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/fronts.h"

/* From a place to one of the next layer, by number. */
typedef struct
{
  guint from;
  guint option;
  guint to;
} ParleyStep;

/**
 * ParleyTrace:
 *
 * Deals that are alike, such as those on one point of the whole, as the paths that lead
 * there: for each layer the places passed on the way, and the options between them. There can
 * be astronomically many such deals; the places that they pass are few.
 */
typedef struct
{
  const ParleyFronts *fronts; /* borrowed */
  GPtrArray          *places; /* [layer] of ParleyIntern: places passed */
  GPtrArray          *steps;  /* [layer] of GArray of ParleyStep to the next */
} ParleyTrace;

/* Without any place. @size: of what tells places apart, in bytes. */
ParleyTrace *parley_trace_new_empty (const ParleyFronts *fronts, gsize size);

/* The deals on one point of the whole. @objectives: those of the point; when no deal has them the
 * trace has no paths. Cost: O(points passed * options * log points). */
ParleyTrace *parley_trace_new  (const ParleyFronts *fronts, const ParleyScore *objectives);
void         parley_trace_free (ParleyTrace *self);

/* Sets @count to the number of deals. */
void parley_trace_count (const ParleyTrace *self, mpz_ptr count);

/* The first @n_most deals in file order, in whichever order the layers stand. Cost:
 * O(n_most * options * steps), of which with every option chosen fewer are left. Returns: (transfer
 * full) (element-type guint*). */
GPtrArray *parley_trace_list (const ParleyTrace *self, guint n_most);

/**
 * parley_count_deals_by_point:
 * @counts: [point of the whole] (out): initialised by the caller
 *
 * Sets the number of deals on every point of the whole: what the points say, where doubles
 * can say it, else counted exactly for all points of all nodes together. Cost then:
 * O(points * options * log points).
 */
void parley_count_deals_by_point (const ParleyFronts *fronts, mpz_t *counts);

/* Adds to @by_option ([axis][option]) how many of the deals on all points of the whole have
 * each option; the diagram is not empty. Cost: the same. */
void parley_count_deals_by_option (const ParleyFronts *fronts, mpz_t **by_option);

/* Sets @count to the number of deals on all points of the whole together. */
void parley_count_deals (const ParleyFronts *fronts, mpz_ptr count);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyTrace, parley_trace_free)
