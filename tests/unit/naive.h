/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/domain.h"

/**
 * ParleyNaiveDeal:
 *
 * A deal as one works it out by hand, from the model and nothing else: no tables, no
 * integers, no blocks. What the engine in src/space is compared with.
 */
typedef struct
{
  guint    *options;   /* one an axis of the domain */
  gboolean  feasible;
  gboolean *crossed;   /* [party] one of its red lines */
  guint    *lines;     /* [party] which: bit i for its i-th */
  gboolean *waived;    /* [party] its consent is not needed */
  mpq_t    *scores;    /* [party] */
  guint     n_parties;
} ParleyNaiveDeal;

/* Every deal of @domain, feasible or not, in file order. @draft (nullable): whose
 * `given` holds; @where (nullable) (element-type ParleyCondition): what deals must be.
 * Value functions must not be smooth. Returns: (transfer full) (element-type
 * ParleyNaiveDeal). */
GPtrArray *parley_naive_deals (const ParleyScenario *scenario,
                               const ParleyDomain   *domain,
                               const ParleyDraft    *draft,
                               GPtrArray            *where);

/* Whether @party accepts. No reservation has changes. */
gboolean parley_naive_accepts (const ParleyScenario  *scenario,
                               const ParleyNaiveDeal *deal,
                               guint                  party,
                               gboolean               red_lines);

/* Whether all parties accept that must. */
gboolean parley_naive_all_accept (const ParleyScenario  *scenario,
                                  const ParleyNaiveDeal *deal,
                                  gboolean               red_lines);
