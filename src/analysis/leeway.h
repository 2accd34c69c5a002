/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/acceptance.h"

/* What may change in a draft. */
typedef struct
{
  ParleyAmong     among;       /* terms that may be put in place of the draft's */
  guint           among_party;
  const gboolean *fixed; /* (nullable) [issue]: keeps the draft's own terms */
} ParleyLeewayLimits;

/**
 * ParleyLeeway:
 *
 * What a draft can become. On each axis of the space there are the terms that the draft allows, and
 * those that may be put in their place: a change. Where the draft allows several, choosing among
 * them is no change: it settles what was open. Numbers are those of the grid, and those that some
 * draft has tabled. What the draft says of how its open terms hang together (`given`) holds as long
 * as none of the issues that it speaks of is changed.
 */
typedef struct
{
  const ParleyDraft *draft; /* borrowed */
  ParleySpace       *space;
  GPtrArray         *where;     /* of ParleyCondition: what its `given` comes to */
  GPtrArray         *utilities; /* one a party, on the draft's date, and behind them the distance */
  guint              distance;  /* its slot (space/distance.h) */
  gboolean         **kept;      /* [axis][option]: whether the draft allows it */
} ParleyLeeway;

/* Errors: PARLEY_ERROR_LIMIT, see space.h. */
ParleyLeeway *parley_leeway_new (const ParleyScenario     *scenario,
                                 const ParleyDraft        *draft,
                                 const ParleyLeewayLimits *limits,
                                 GError                  **error);

void parley_leeway_free (ParleyLeeway *self);

/* The part of the space in which axes have only some of their options. @allowed:
 * ([axis][option]). Errors: PARLEY_ERROR_LIMIT. Returns: (transfer full). */
ParleySpace *parley_leeway_part (const ParleyLeeway *self,
                                 gboolean *const    *allowed,
                                 GError            **error);

/* Flags [axis][option] of the space, all FALSE. */
gboolean **parley_flags_new  (const ParleyDomain *domain);
void       parley_flags_free (gboolean **flags, const ParleyDomain *domain);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyLeeway, parley_leeway_free)
