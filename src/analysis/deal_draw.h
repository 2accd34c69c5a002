/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/diagram.h"

/**
 * ParleyDealDraw:
 *
 * Deals drawn from a diagram at random, each as likely as any other, whatever their number: an
 * option as often as deals follow from it. Cost: O(arcs), then O(layers * options) a deal.
 */
typedef struct _ParleyDealDraw ParleyDealDraw;

/* @diagram: not empty, and must outlive it. The same @seed draws the same deals. */
ParleyDealDraw *parley_deal_draw_new  (const ParleyDiagram *diagram, guint64 seed);
void            parley_deal_draw_free (ParleyDealDraw *self);

/* The next deal, one option an axis. Returns: (transfer none): until the next is drawn. */
const guint *parley_deal_draw_next (ParleyDealDraw *self);

/* Calls @visit with every deal of @diagram, once. */
typedef void (*ParleyDealVisit) (const guint *options, gpointer data);

void parley_diagram_visit (const ParleyDiagram *diagram, ParleyDealVisit visit, gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyDealDraw, parley_deal_draw_free)
