/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/scenario.h"

/**
 * ParleyMatch:
 *
 * Where the issues and parties of one scenario are in another with the same ids.
 */
typedef struct
{
  guint *issues;  /* [issue of the one]: of the other */
  guint *parties; /* [party of the one]: likewise */
} ParleyMatch;

/* Errors: PARLEY_ERROR_INPUT when they have not the same issues and parties, by id. */
ParleyMatch *parley_match_new  (const ParleyScenario *one,
                               const ParleyScenario *other,
                               GError **error);
void         parley_match_free (ParleyMatch *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyMatch, parley_match_free)
