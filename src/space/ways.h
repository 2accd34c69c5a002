/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/diagram.h"

/*
 * Ways through a diagram: paths from one node to another. They are listed in the order of
 * their options, layer by layer.
 */

/* How many ways there are, for each node: [layer][node], at most G_MAXSIZE. */
typedef gsize **ParleyWays;

/* From the start to each node. */
ParleyWays parley_ways_in (const ParleyDiagram *diagram);

/* From each node to @node of layer @layer; layers behind that have none. */
ParleyWays parley_ways_to (const ParleyDiagram *diagram, guint layer, guint node);

/* From each node to the end. */
ParleyWays parley_ways_on (const ParleyDiagram *diagram);

void parley_ways_free (const ParleyDiagram *diagram, ParleyWays ways);

/* Sums that stop at G_MAXSIZE. */
gsize parley_ways_add (gsize a, gsize b);

/**
 * parley_ways_sum:
 * @next: [node of layer @to]: where in @column its next way stands; moved on
 *
 * Writes down what each way from @node of layer @from to layer @to brings in dimension
 * @dim.
 */
void parley_ways_sum (const ParleyDiagram *diagram,
                      guint                from,
                      guint                node,
                      guint                to,
                      guint                dim,
                      gsize               *next,
                      ParleyScore         *column);

/* The same modulo 2^32, which is as much as is needed to compare where extremes say that sums are
 * less than that apart. Quicker, and a quarter of the memory. */
void parley_ways_sum_narrow (const ParleyDiagram *diagram,
                             guint                from,
                             guint                node,
                             guint                to,
                             guint                dim,
                             gsize               *next,
                             guint32             *column);

/* The lowest and the highest sum of some ways. */
typedef struct
{
  ParleyScore low;
  ParleyScore high;
} ParleyExtremes;

/* Those of the ways from the start to each node of @layer, and of those on from there:
 * [node * n_dims + dim]. Cost: O(arcs). Returns: (transfer full). */
ParleyExtremes *parley_ways_extremes_in (const ParleyDiagram *diagram, guint layer);
ParleyExtremes *parley_ways_extremes_on (const ParleyDiagram *diagram, guint layer);

/* A choice on the way: @path has the options of the layers from @first to @layer, each at the
 * number of its layer; @found is what all ways with these choices found. */
typedef void (
    *ParleyWaysStep) (guint first, guint layer, const guint *path, guint64 found, gpointer data);

/**
 * parley_ways_add_up:
 * @next: [node of layer @to]: where in @counts its next way stands; moved on
 * @counts: what each way found
 * @step: (nullable): told of every choice behind which something was found
 *
 * Walks through the ways from @node of layer @from to layer @to in their order.
 * Returns: what they found together.
 */
guint64 parley_ways_add_up (const ParleyDiagram *diagram,
                            guint                from,
                            guint                node,
                            guint                to,
                            gsize               *next,
                            const guint64       *counts,
                            ParleyWaysStep       step,
                            gpointer             data);

/* Sets the entries of @options (by axis) that way number @way from @node of layer @from to
 * layer @to chooses; @ways: to the goal. */
void parley_ways_options (const ParleyDiagram *diagram,
                          ParleyWays           ways,
                          guint                from,
                          guint                node,
                          guint                to,
                          gsize                way,
                          guint               *options);
