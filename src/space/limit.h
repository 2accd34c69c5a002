/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/acceptance.h"

typedef enum
{
  PARLEY_LIMIT_NONE,  /* no deal, however little the party asks */
  PARLEY_LIMIT_SCORE, /* a deal as long as it asks no more than this */
  PARLEY_LIMIT_ANY    /* some deal does not need its consent */
} ParleyLimitKind;

/* What a party can ask so that there is a deal, all else as it is. */
typedef struct
{
  ParleyLimitKind kind;
  ParleyScore     score; /* SCORE */
} ParleyLimit;

/* Finds the limit of the reservation of @slot. Cost: that of a frontier (fronts.h) over
 * its score and the reservations of the others. Errors: PARLEY_ERROR_LIMIT. */
gboolean parley_limit_find (const ParleyAcceptance *acceptance,
                            guint                   slot,
                            ParleyLimit            *limit,
                            GError                **error);
