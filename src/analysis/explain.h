/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/amend.h"
#include "analysis/break_even.h"
#include "analysis/clauses.h"
#include "analysis/influence.h"

/* An input that turns a party's verdict by itself. */
typedef struct
{
  ParleyInput     input;
  ParleyBreakEven at;
  gboolean        believed; /* at a value within its stated range */
} ParleyTurner;

/**
 * ParleyReasons:
 *
 * Why a party gives its verdict on a draft, and what would make it give another.
 */
typedef struct
{
  guint      party;
  GArray    *red_lines;   /* of ParleyInfluence: those crossed in some or all completions */
  GArray    *adjustments; /* of ParleyInfluence: those that apply in some or all */
  gboolean   is_mendable; /* some completion crosses a red line, and changing the terms that these
                         * red lines name, and no others, can avoid it */
  mpq_t      mended;      /* then: the highest score that this can bring */
  gboolean   bare;        /* the turners leave red lines aside: with them no number turns the
                         * verdict */
  guint      n_inputs;    /* that were tried */
  guint      n_bends;     /* that were not: what follows from them is not linear */
  GPtrArray *turners;     /* of ParleyTurner: within their range first, then by kind, then by how
                         * far they have to go */
  gboolean   rounded;     /* of the turners */
} ParleyReasons;

typedef struct
{
  const ParleyScenario   *scenario; /* borrowed */
  ParleyScores           *scores;   /* of the one draft */
  const ParleyDraftScore *score;    /* of @scores */
  GPtrArray              *reasons;  /* of ParleyReasons, one a party */
  ParleyClauses          *clauses;  /* NULL: the draft has no completion */
  ParleyAmend            *amend;    /* what it takes for all to accept it; NULL: they do, it has no
                                   * completion, or that is too much to find here */
  char                   *too_much; /* then: why; else NULL */
} ParleyExplanation;

/**
 * parley_explain:
 *
 * Explains the verdicts on a draft. Cost: that of its score with counts, of its clauses and its
 * amendments, and of a break-even (break_even.h) for each input. Errors: PARLEY_ERROR_LIMIT.
 */
ParleyExplanation *parley_explain (const ParleyScenario *scenario, guint draft, GError **error);

void parley_explanation_free (ParleyExplanation *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyExplanation, parley_explanation_free)
