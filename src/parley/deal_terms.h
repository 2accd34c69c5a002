/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "parley/arena.h"
#include "space/space.h"

/* A number as terms have it: a decimal, or a fraction where that would be long. Returns: (transfer
 * full). */
char *parley_term_number (mpq_srcptr number);

/* "ISSUE=OPTION" of each axis, then NULL. Returns: (transfer none): of @arena. */
const char *const *parley_deal_terms_new (ParleyArena       *arena,
                                          const ParleySpace *space,
                                          const guint       *options);

/* The draft that has these terms, and no others. Errors: PARLEY_ERROR_INPUT. Returns: (transfer
 * full). */
ParleyDraft *parley_deal_terms_read (const ParleyScenario *scenario,
                                     const char *const    *terms,
                                     GError              **error);
