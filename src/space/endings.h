/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/extent.h"

/**
 * ParleyEndings:
 *
 * What the last choice of an outline does: how low and how high scores go with each of its options,
 * and what one option brings instead of another when all else is the same.
 */
typedef struct
{
  const ParleyGains *gains; /* borrowed */
  guint              layer; /* the last */
  ParleyExtent      *before; /* [node of that layer]: of the choices that lead there */
} ParleyEndings;

/* @gains: of an outline that has a deal (outline.h). Cost: O(arcs). */
ParleyEndings *parley_endings_new  (const ParleyGains *gains);
void           parley_endings_free (ParleyEndings *self);

/* The extent of the deals that end with @option. Returns: FALSE when there is none. */
gboolean parley_endings_extent (const ParleyEndings *self, guint option, ParleyExtent *extent);

/* What @to brings instead of @from, at least and at most, in deals that are the same but for the
 * last choice. Returns: FALSE when no two such deals are feasible. */
gboolean parley_endings_gain (const ParleyEndings *self,
                              guint                from,
                              guint                to,
                              ParleyScore         *low,
                              ParleyScore         *high);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyEndings, parley_endings_free)
