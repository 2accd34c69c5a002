/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "space/acceptance.h"

/* A bound on what a party gets: only one end need be set. */
typedef struct
{
  guint     party;
  gboolean  of_surplus; /* of the surplus, not the score */
  gboolean  has_low;
  gboolean  has_high;
  gboolean  open;       /* the ends themselves are outside */
  mpq_t     low;
  mpq_t     high;
} ParleyGainBound;

/**
 * ParleyFilter:
 *
 * What the user wants deals to be: `security>=pledge`, `share=30`, `law!=new-york`,
 * `score.us>=60`, `surplus.ukraine>5`.
 */
typedef struct
{
  GPtrArray *texts;      /* of char *: as written */
  GPtrArray *conditions; /* of ParleyCondition */
  GPtrArray *bounds;     /* of ParleyGainBound */
} ParleyFilter;

ParleyFilter *parley_filter_new  (void);
void          parley_filter_free (ParleyFilter *self);

/* Adds one expression: NAME, one of = != >= <= > <, VALUE. Errors:
 * PARLEY_ERROR_INPUT, saying what is wrong and what was probably meant. */
gboolean parley_filter_add (ParleyFilter         *self,
                            const ParleyScenario *scenario,
                            const char           *text,
                            GError              **error);

/* The bounds in the steps of @utilities, for searches; @self may be NULL.
 * Returns: (transfer full) (element-type ParleyScoreBound). */
GArray *parley_filter_bounds (const ParleyFilter *self, GPtrArray *utilities);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyFilter, parley_filter_free)
