/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/diagram.h"
#include "space/hopes.h"
#include "space/intern.h"

typedef struct _ParleyExpansion ParleyExpansion;

/* A condition that is followed to the end. */
#define PARLEY_NEVER_FORGOTTEN G_MAXUINT

/**
 * ParleyBuilderLimits:
 *
 * What the nodes of a layer may come to before filling it is given up.
 */
typedef struct
{
  gsize nodes; /* of the next layer */
  gsize bytes; /* of the tables under way: keys of the next layer, gains and settlements */
  gsize work;  /* in all layers so far, in words and conditions looked at (ParleyBuilder.work) */
} ParleyBuilderLimits;

/**
 * ParleyBuilder:
 *
 * Makes the layers of a diagram one after the other, from the keys of the nodes. What is
 * done with a layer that is too wide is up to who calls: an exact diagram is given up, a
 * restricted one goes on with fewer nodes, a relaxed one forgets conditions.
 *
 * A condition that is forgotten after the axis at some place is no longer told apart there:
 * every path through a node where it was open gets, at once and in each dimension, the best
 * that the condition can still bring, and a demand that may still be broken counts as met.
 */
typedef struct
{
  const ParleyView *view;      /* borrowed */
  guint            *order;     /* [place]: the axis */
  GPtrArray        *watches;   /* of ParleyWatch */
  guint            *forgotten; /* [watch]: after which place, or PARLEY_NEVER_FORGOTTEN */
  GArray           *forgets;   /* of guint: the watches that are forgotten somewhere */
  ParleyHopes     **hopes;     /* [watch]: of those; NULL where it has none */
  ParleyScore      *constant;  /* [dim]: what is certain before anything is chosen */
  guint             n_words;   /* of a key */
  guint             n_dims;
  gsize             work;      /* done so far: a few nanoseconds each */
  ParleyExpansion  *under_way; /* the layer that is filled (builder_expand.c) */
} ParleyBuilder;

/* @order: (array): all axes. Errors: PARLEY_ERROR_LIMIT, see watch.h. */
ParleyBuilder *parley_builder_new  (const ParleyView *view, const guint *order, GError **error);
void           parley_builder_free (ParleyBuilder *self);

/* A diagram whose layers are to be filled. Its `empty` says whether a demand is broken
 * already; then there is nothing to fill. Returns: (transfer full). */
ParleyDiagram *parley_builder_start (ParleyBuilder *self);

/* The one key before anything is chosen. Returns: (transfer full). */
ParleyIntern *parley_builder_first_keys (const ParleyBuilder *self);

/* Fills the layer at @place, which is empty, from the keys of its nodes. Returns: (transfer
 * full): those of the next; NULL when it would take more than @limits (nullable), and then the
 * layer is only good to be cleared. Cost: O(arcs * open conditions). */
ParleyIntern *parley_builder_expand (ParleyBuilder             *self,
                                     ParleyLayer               *layer,
                                     guint                      place,
                                     const ParleyIntern        *keys,
                                     const ParleyBuilderLimits *limits);

/* What a node with @n_options makes of work at least. */
gsize parley_builder_least_work (const ParleyBuilder *self, guint n_options);

/* Forgets the watch after the axis at @place; before the layer there is filled. */
void parley_builder_forget_after (ParleyBuilder *self, guint watch, guint place);

/* Whether the watch can be open after the axis at @place, and is not forgotten there. */
gboolean parley_builder_is_open (const ParleyBuilder *self, guint watch, guint place);

/* Takes what is forgotten by @place out of a key of the nodes after it. Adds what this can
 * still bring to @hope (nullable, [dim]). */
void parley_builder_forget (const ParleyBuilder *self,
                            guint                place,
                            guint64             *key,
                            ParleyScore         *hope);

/* The conditions that are open after the axis at @place, some of them, in words. */
char *parley_builder_name_open (const ParleyBuilder *self, guint place);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyBuilder, parley_builder_free)
