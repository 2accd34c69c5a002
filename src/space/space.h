/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/predicate.h"

typedef enum
{
  PARLEY_EFFECT_FORBID,   /* the deal is not feasible */
  PARLEY_EFFECT_RED_LINE, /* the party never accepts it */
  PARLEY_EFFECT_WAIVE,    /* the party's consent is not needed */
  PARLEY_EFFECT_ADJUST    /* the party's score moves */
} ParleyEffect;

/* In place of a rule: what a draft gives of its open terms, and what deals are asked to be. */
#define PARLEY_FORBID_GIVEN  (G_MAXUINT - 1)
#define PARLEY_FORBID_FILTER G_MAXUINT

/* Something that happens when a deal matches. */
typedef struct
{
  ParleyEffect     effect;
  guint            party; /* RED_LINE, WAIVE, ADJUST */
  guint            item;  /* which of the party's red lines or adjustments; FORBID: which of the
                * scenario's rules, or one of the above */
  ParleyPredicate *predicate;
  guint            n_axes;
  guint           *axes; /* ascending: what the predicate reads */
} ParleyCoupling;

/* Axes that hang together: scores and conditions add up across blocks. */
typedef struct
{
  guint  n_axes;
  guint *axes; /* ascending */
} ParleyIssueBlock;

/**
 * ParleySpace:
 *
 * The structure of the deals over a domain: what follows from which options,
 * without any party's numbers (see utility.h). Issues that share a rule, a red
 * line, an adjustment or a derived issue fall into one block; across blocks
 * everything adds. Immutable.
 */
typedef struct
{
  const ParleyScenario *scenario; /* borrowed: must outlive the space */
  ParleyDomain         *domain;
  GPtrArray            *factors;   /* of ParleyFactor: one a derived issue */
  GPtrArray            *couplings; /* of ParleyCoupling */
  GPtrArray            *blocks;    /* of ParleyIssueBlock: every axis is in exactly one */
} ParleySpace;

/**
 * parley_space_new:
 * @domain: (transfer full)
 * @draft: (nullable): whose `given` relations hold for its open terms
 * @where: (element-type ParleyCondition) (nullable): what deals must be
 *
 * Errors: PARLEY_ERROR_LIMIT when a derived issue is too large.
 */
ParleySpace *parley_space_new (const ParleyScenario *scenario,
                               ParleyDomain         *domain,
                               const ParleyDraft    *draft,
                               GPtrArray            *where,
                               GError              **error);

void parley_space_free (ParleySpace *self);

/* Whether some party has a red line; else what holds without red lines holds with them. */
gboolean parley_space_has_red_lines (const ParleySpace *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleySpace, parley_space_free)
