/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/break_even.h"
#include "analysis/influence.h"

/* An input at the low end of its range, as written, and at the high end. */
typedef enum
{
  PARLEY_BAR_LOW,
  PARLEY_BAR_BASE,
  PARLEY_BAR_HIGH,
  PARLEY_N_BARS
} ParleyBarEnd;

/* What one input of a party's model does to how a draft stands with it. */
typedef struct
{
  ParleyInput     input;
  mpq_t           low[PARLEY_N_BARS]; /* the surplus (tornado) of the lowest completion, */
  mpq_t           high[PARLEY_N_BARS]; /* and of the highest */
  ParleyVerdict   verdicts[PARLEY_N_BARS];
  mpq_t           swing;    /* by how much the deciding surplus differs between the three */
  gboolean        is_exact; /* the turning points are known; not of smooth curves and ideals */
  ParleyBreakEven at;
  gboolean        believed; /* the verdict turns at a value within the stated range */
} ParleyBar;

/**
 * ParleyTornado:
 *
 * What each number of a party's model, moved by itself through the range in which it is believed to
 * lie, does to the party's surplus from a draft: its score less its reservation, or the score where
 * it has no reservation. Completions across a red line do not count, unless each crosses one: then
 * red lines are left aside.
 */
typedef struct
{
  guint          party;
  gboolean       has_verdict;
  gboolean       has_reservation;
  ParleyVerdict  verdict; /* over the completions that count */
  gboolean       bare;    /* red lines are left aside */
  gboolean       mixed;   /* some completions cross a red line, and some do not */
  gboolean       is_open; /* completions differ in score */
  gboolean       highest_decides; /* of the completions: when the party rejects; else the lowest */
  mpq_t          low;  /* surplus as written */
  mpq_t          high;
  GPtrArray     *bars; /* of ParleyBar: those with a range by swing, the largest first; then those
                      * without that turn the verdict */
  guint          n_ranged;   /* how many have one */
  guint          n_unranged; /* numbers without a range */
  GArray        *red_lines;  /* of ParleyInfluence: what the verdict is without each */
  ParleyOutline *counted;    /* of the completions that count */
  gboolean       rounded;
} ParleyTornado;

/**
 * parley_tornado_new:
 * @score: of a draft that has a completion
 *
 * Exact. Cost: two extents (extent.h) and a break-even (break_even.h) for each input.
 * Errors: PARLEY_ERROR_LIMIT.
 */
ParleyTornado *parley_tornado_new (const ParleyDraftScore *score, guint party, GError **error);

void parley_tornado_free (ParleyTornado *self);

const ParleyBar *parley_tornado_bar (const ParleyTornado *self, guint index);

/* Of the end that decides. */
mpq_srcptr parley_bar_surplus (const ParleyTornado *self, const ParleyBar *bar, ParleyBarEnd end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyTornado, parley_tornado_free)
