/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/agreement.h"
#include "analysis/score.h"
#include "analysis/sweep_grid.h"

typedef enum
{
  PARLEY_SWEEP_INPUT,  /* the value of what is varied */
  PARLEY_SWEEP_DEAL,   /* "yes", "no" or "unknown": whether one is acceptable to all */
  PARLEY_SWEEP_COUNT,  /* how many are */
  PARLEY_SWEEP_SCORE,  /* of a party in the Nash deal */
  PARLEY_SWEEP_TERM,   /* of an issue in the Nash deal */
  PARLEY_SWEEP_VERDICT /* of a party on a draft, or of all together */
} ParleySweepKind;

/* What is said of every point. Ids are those of the scenario without anything varied. */
typedef struct
{
  ParleySweepKind kind;
  char           *name;  /* of the column: "us-12feb.ukraine" */
  char           *draft; /* VERDICT */
  char           *party; /* SCORE, VERDICT; NULL: all together */
  char           *issue; /* TERM */
} ParleySweepColumn;

/* All columns, in their order; @count: with how many deals are acceptable.
 * Returns: (transfer full) (element-type ParleySweepColumn). */
GPtrArray *parley_sweep_columns_new (const ParleyScenario  *scenario,
                                     const ParleySweepGrid *grid,
                                     gboolean               count);

const ParleySweepColumn *parley_sweep_column (const GPtrArray *columns, guint index);

/* Whether a flip of it is looked for: of whether there is a deal, or of a verdict. */
gboolean parley_sweep_column_flips (const ParleySweepColumn *self);

/* Whether it has a cell at every point: an input, and whether there is a deal. */
gboolean parley_sweep_column_is_required (const ParleySweepColumn *self);

/* Whether @cell (nullable) can be one of it. */
gboolean parley_sweep_column_admits (const ParleySweepColumn *self, const char *cell);

/**
 * parley_sweep_row_new:
 *
 * What @scenario, one point, comes to: a cell for each column, NULL where there is nothing to say
 * (no deal, no such draft …), and for those of inputs. Numbers are decimals that read back as the
 * same double. Cost: that of an agreement.h and of the verdicts on all drafts. Errors:
 * PARLEY_ERROR_LIMIT.
 *
 * Returns: (transfer full): as many as there are columns.
 */
char **parley_sweep_row_new (const GPtrArray              *columns,
                             const ParleyScenario         *scenario,
                             const ParleyAgreementRequest *request,
                             GError                      **error);

/* One cell of it alone, of a column that flips. Returns: (transfer none) (nullable). */
const char *parley_sweep_cell (const ParleySweepColumn      *column,
                               const ParleyScenario         *scenario,
                               const ParleyAgreementRequest *request,
                               GError                      **error);
