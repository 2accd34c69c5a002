/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/whatif.h"
#include "cli/command.h"
#include "scenario/load.h"

/**
 * ParleyCaseSet:
 *
 * A scenario and the cases that are compared with it, each loaded by itself.
 */
typedef struct
{
  gboolean   against_previous; /* each with the one before it, not with the first */
  GPtrArray *loaded;           /* of ParleyLoaded: the base first */
  GPtrArray *changed;          /* of GPtrArray of ParleyDifference */
  GArray    *cases;            /* of ParleyWhatIfCase: the base first */
} ParleyCaseSet;

/**
 * parley_case_set_new:
 * @status: (out): set when NULL is returned; what was wrong has been said
 *
 * Each --case is a case; all --set, --overlay and --use together are one more, "As asked". Without
 * any of them all cases of the scenario are compared.
 *
 * Returns: (transfer full): NULL when one of the scenarios cannot be had, or there is no case.
 */
ParleyCaseSet *parley_case_set_new (const ParleyOptions *options,
                                    gboolean against_previous,
                                    ParleyExit *status);

/* @base (transfer full), loaded with the changes of @options, and each case of it on top of
 * these. Cases that cannot be had so are left out. */
ParleyCaseSet *parley_case_set_around (ParleyLoaded *base, const ParleyOptions *options);

void parley_case_set_free (ParleyCaseSet *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyCaseSet, parley_case_set_free)
