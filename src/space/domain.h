/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/scenario.h"

/**
 * ParleyAxis:
 *
 * One negotiated issue with the options that a search may choose from, in file
 * order: option indices of a choice, numbers of a range.
 */
typedef struct
{
  guint      issue;
  guint      n_options;
  guint     *options; /* choice */
  mpq_ptr   *numbers; /* range: ascending, owned */
} ParleyAxis;

/**
 * ParleyDomain:
 *
 * The deals that are looked at: one option from every axis. Axes stand in the
 * order of the issues; derived issues have none.
 */
typedef struct
{
  guint       n_axes;
  ParleyAxis *axes;
  int        *axis_of_issue; /* -1 for derived issues */
} ParleyDomain;

typedef enum
{
  PARLEY_AMONG_ALL,    /* every option and grid value */
  PARLEY_AMONG_TABLED, /* what some draft has tabled */
  PARLEY_AMONG_PARTY   /* what one party has tabled or accepted */
} ParleyAmong;

/* Every deal on the grid. */
ParleyDomain *parley_domain_new (const ParleyScenario *scenario);

/* What @draft says of each issue; NULL for one that it leaves open. Returns: (transfer container)
 * (array): one an issue. */
const ParleyTerms **parley_draft_terms (const ParleyScenario *scenario, const ParleyDraft *draft);

/* Every reading of @draft: what it fixes is fixed, on the grid or not; what it
 * leaves open runs over the grid, a partly known number also over its two ends. */
ParleyDomain *parley_domain_new_draft (const ParleyScenario *scenario, const ParleyDraft *draft);

/* The deals of @terms (array, nullable, one an issue; NULL entries: anything): options, the
 * grid values within intervals, and the ends of these. */
ParleyDomain *parley_domain_new_terms (const ParleyScenario     *scenario,
                                       const ParleyTerms *const *terms);

/* What each issue may be among the terms that have been on the table, as below.
 * Returns: (transfer full) (element-type ParleyTerms): one an issue, NULL for anything. */
GPtrArray *parley_terms_among (const ParleyScenario *scenario, ParleyAmong among, guint party);

/* Only terms that have been on the table (@party counts for PARLEY_AMONG_PARTY);
 * an issue that no such draft names keeps all its options. */
ParleyDomain *parley_domain_new_among (const ParleyScenario *scenario,
                                       ParleyAmong           among,
                                       guint                 party);

void parley_domain_free (ParleyDomain *self);

/* The option of an axis that says what @option of @from does, which is of the same issue; there is
 * one. */
guint parley_axis_find (const ParleyAxis *self, const ParleyAxis *from, guint option);

/* The number of deals. */
void parley_domain_count (const ParleyDomain *self, mpz_ptr count);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyDomain, parley_domain_free)
