/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/acceptance.h"

/* One score that an amendment is judged by. */
typedef struct
{
  guint       slot;
  gboolean    scored;    /* FALSE: only the marks below count */
  gboolean    has_floor;
  ParleyScore floor;
  ParleyScore crossed;   /* taken off where the party's red line is crossed */
  ParleyScore waived;    /* added where its consent is not needed: more than all crossings */
} ParleyConcern;

/**
 * ParleyConcerns:
 *
 * What is at concern when deals are put together of what is done about each block: the score that
 * one party keeps, first, and what it takes for everybody else to accept. Scores add up across
 * blocks; so does the least that they come to, whatever becomes of what is left open. That all
 * accept for certain is therefore a floor under each.
 *
 * A party that must always consent and whose red line can be crossed refuses, whatever it scores.
 * Where consent is not always needed, marks on the score say by themselves whether the party stands
 * in the way.
 */
typedef struct
{
  const ParleySpace *space;     /* borrowed */
  GPtrArray         *utilities; /* borrowed */
  gboolean *const   *kept;      /* borrowed: [axis][option], what is no change */
  guint              n;
  ParleyConcern     *all;
  guint64            refusing; /* bit p: party p always decides, so that it accepts nothing across
                     * its red lines */
} ParleyConcerns;

#define PARLEY_FOR_NOBODY G_MAXUINT

/* @slot: of the party that is to keep most, or PARLEY_FOR_NOBODY.
 * Errors: PARLEY_ERROR_LIMIT when the scores of a party leave no room for marks. */
ParleyConcerns *parley_concerns_new (const ParleySpace *space,
                                     GPtrArray         *utilities,
                                     gboolean *const   *kept,
                                     guint              slot,
                                     GError           **error);

void parley_concerns_free (ParleyConcerns *self);

static inline const ParleyUtility *
parley_concerns_utility (const ParleyConcerns *self, guint concern)
{
  return (const ParleyUtility *) g_ptr_array_index (self->utilities, self->all[concern].slot);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyConcerns, parley_concerns_free)
