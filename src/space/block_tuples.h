/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/concerns.h"

/* The options of one block, and what they come to for each concern. */
typedef struct
{
  guint       *options; /* [axis of the block] */
  ParleyScore *gains;   /* [concern] */
  gboolean     refused; /* it crosses a red line of a party that must always consent */
} ParleyTuplePart;

/**
 * ParleyBlockTuples:
 *
 * The feasible choices for one block, in file order.
 */
typedef struct
{
  const ParleyIssueBlock *block; /* borrowed */
  GPtrArray              *tuples; /* of ParleyTuplePart */
} ParleyBlockTuples;

/* Those of at most @most_changes. @work: how many may be looked at; less those that were.
 * Errors: PARLEY_ERROR_LIMIT when they are more. */
ParleyBlockTuples *parley_block_tuples_new (const ParleyConcerns *concerns,
                                            guint               block,
                                            guint               most_changes,
                                            gsize              *work,
                                            GError            **error);

void parley_block_tuples_free (ParleyBlockTuples *self);

/* Sets @error for a block that takes more work than there may be. */
void parley_block_set_error (const ParleySpace *space, guint block, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyBlockTuples, parley_block_tuples_free)
