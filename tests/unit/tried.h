/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/amend.h"
#include "naive.h"
#include "random_scenario.h"

/* Something that can be done: an option or PARLEY_LEFT_OPEN for each axis. */
typedef struct
{
  guint   *options;
  guint    changed; /* bit a: axis a changes */
  guint    n_changed;
  guint    n_settled;
  gboolean works;
  guint    n_completions;
  mpq_t   *low; /* [party] */
  mpq_t   *high;
} ParleyTry;

/**
 * ParleyTried:
 *
 * A random scenario, and all that can be done about its draft, worked out by hand: every option or
 * open term of every axis, with all completions of what stays open.
 */
typedef struct
{
  ParleyLoaded         *loaded;
  const ParleyScenario *scenario;
  const ParleyDraft    *draft;
  ParleyLeeway         *leeway;
  const ParleyDomain   *domain; /* of the leeway */
  GPtrArray            *deals; /* of ParleyNaiveDeal: all of it */
  gboolean             *feasible; /* [deal]: by rules, and by what is given as long as it holds */
  guint                *distance; /* [deal]: bits of the axes that are changed */
  GPtrArray            *tries; /* of ParleyTry */
  int                   party;
} ParleyTried;

/* With odd seeds the draft leaves nothing open, and is mostly far from acceptable. */
void parley_tried_init  (ParleyTried *self, guint32 seed, const ParleyLeewayLimits *limits);
void parley_tried_clear (ParleyTried *self);

const ParleyNaiveDeal *parley_tried_deal (const ParleyTried *self, guint index);
const ParleyTry       *parley_tried_at   (const ParleyTried *self, guint index);

/* What was tried with @options. Returns: (nullable). */
const ParleyTry *parley_tried_find (const ParleyTried *self, const guint *options);

/* Above 0 when @a leaves more to the party that is to keep most. */
int parley_tried_compare (const ParleyTried *self, const ParleyTry *a, const ParleyTry *b);

guint parley_count_bits (guint bits);
