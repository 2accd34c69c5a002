/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/assembly.h"

/* Terms whose change makes a deal that all accept for certain, with the others as they are. */
typedef struct
{
  guint      *patterns;  /* [block]: of its packages */
  guint       n_settled; /* the fewest that must be */
  ParleyScore best;      /* then: the most that the first concern can come to */
} ParleyChangeSet;

/**
 * parley_change_sets_find:
 * @assembly: of at most @n_changes changes
 * @n_changes: the fewest that will do
 * @most: how many sets there may be
 *
 * All sets of so many changes, those with the fewest terms settled first, then those that are best
 * for the first concern. Blocks are gone through one by one, with the points that the changes so
 * far can bring; what the fronts say cannot be completed is not followed up, so no step is in vain.
 * Errors: PARLEY_ERROR_LIMIT when there are more than @most. Returns: (transfer full) (element-type
 * ParleyChangeSet).
 */
GPtrArray *parley_change_sets_find (const ParleyAssembly *assembly,
                                    guint                 n_changes,
                                    guint                 most,
                                    GError              **error);
