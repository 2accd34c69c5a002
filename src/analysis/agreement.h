/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/landscape.h"

typedef enum
{
  PARLEY_EXISTS_NO,
  PARLEY_EXISTS_YES,
  PARLEY_EXISTS_UNKNOWN /* none was found, and none could be ruled out */
} ParleyExistence;

/* "no", "yes" or "unknown", as JSON and CSV have it. */
const char *parley_existence_to_string (ParleyExistence exists);

/* What a solution picks. */
typedef struct
{
  guint       *options; /* of its first deal in file order, one an axis; NULL: there is no deal */
  ParleyScore *scores;  /* of that deal, one a utility */
  guint        n_tied;  /* points */
  ParleyScore *tied;    /* [point * n_slots + slot] */
} ParleyPick;

/**
 * ParleyAgreement:
 *
 * What a scenario leaves to be agreed on, in little room, so that many scenarios can be compared:
 * whether there is a deal, how many, and which the solutions pick.
 */
typedef struct
{
  ParleySpace     *space;     /* all deals */
  GPtrArray       *utilities; /* of ParleyUtility, one a party, as of the scenario's date */
  guint            n_slots;   /* the parties that negotiate */
  guint           *slots;
  ParleyExistence  exists;
  gboolean         exact;     /* FALSE: the picks are the best found */
  gboolean         rounded;
  ParleyCounts    *counts;    /* totals; NULL: not asked for, or too many to be counted */
  ParleyPick       picks[PARLEY_N_SOLUTIONS];
} ParleyAgreement;

typedef struct
{
  gboolean            count;
  const ParleyCrew   *crew;   /* (nullable): does what comes in tasks */
  gsize               memory; /* for each table, in bytes (space/budget.h) */
  const ParleyBudget *budget; /* (nullable): NULL refuses what cannot be exact */
  const ParleyVariation *variation; /* (nullable): inputs that are moved */
} ParleyAgreementRequest;

/* Cost: that of a frontier (space/fronts.h), and of counts (space/count.h) where these are asked
 * for. Errors: PARLEY_ERROR_LIMIT. */
ParleyAgreement *parley_agreement_new (const ParleyScenario         *scenario,
                                       const ParleyAgreementRequest *request,
                                       GError                      **error);

/* Whether there is a deal, and nothing else. Cost: that of a frontier without objectives. Returns:
 * FALSE with @error set. */
gboolean parley_agreement_exists (const ParleyScenario         *scenario,
                                  const ParleyAgreementRequest *request,
                                  ParleyExistence              *exists,
                                  GError                      **error);

void parley_agreement_free (ParleyAgreement *self);

/**
 * parley_agreement_follow:
 *
 * What became of the deal that @solution picks in @before: whether it still is one of those that
 * the solution picks in @after. The scenarios may differ; issues, options and numbers correspond
 * when they have the same id or value.
 *
 * Returns: (transfer full) (nullable): its options in @after, NULL when it is not picked there, or
 * not there.
 */
guint *parley_agreement_follow (const ParleyAgreement *before,
                                const ParleyAgreement *after,
                                ParleySolution         solution);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ParleyAgreement, parley_agreement_free)
