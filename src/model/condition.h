/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/terms.h"

typedef enum
{
  PARLEY_CONDITION_TERMS, /* an issue is one of these */
  PARLEY_CONDITION_ALL,
  PARLEY_CONDITION_ANY,
  PARLEY_CONDITION_NOT /* exactly one child */
} ParleyConditionKind;

/**
 * ParleyCondition:
 *
 * A statement about a deal: a tree whose leaves say what one issue must be.
 */
struct _ParleyCondition
{
  ParleyConditionKind  kind;
  guint                issue;    /* TERMS */
  ParleyTerms         *terms;    /* TERMS */
  GPtrArray           *children; /* ALL, ANY, NOT: of ParleyCondition */
};

/* Takes @terms. */
ParleyCondition *parley_condition_new_terms (guint issue, ParleyTerms *terms);
ParleyCondition *parley_condition_new       (ParleyConditionKind kind);
ParleyCondition *parley_condition_copy      (const ParleyCondition *self);
void             parley_condition_free      (ParleyCondition *self);

/* Takes @child. */
void parley_condition_take_child (ParleyCondition *self, ParleyCondition *child);

/* Sets flags[i] for every issue i that @self names; others are left alone. */
void parley_condition_mark_issues (const ParleyCondition *self, gboolean *flags);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyCondition, parley_condition_free)
